//! The names of members without content for readers of the page, for all formats and for each.
//!
//! A name in a list matches members of that name anywhere; `parent/name` matches only in an object that is, or whose
//! list is, a member `parent`. A new format adds the members that its documents have beside the content.

use super::set::{Set, hash, hash_all};
use crate::text::keys::Keys;

/// Members of every format that name kinds, states and looks: silent where their value is one word.
const WORDS: &str = "key _key _ref kind type _type types object nodeType entityType contentType contenttype mediaType media_type \
    subtype subType blockType embedType tag handle role rel relationship mode direction dir lang langId language locale \
    inLanguage format status state visibility version alignment align textAlign textAlignment style styles fontStyle fontWeight \
    color textColor background backgroundColor theme design display list listItem listType list_type script marks weighting \
    layout class className target priority platform provider textStyle image_type video_type stream_type streamType category code \
    schema filename file_name mutability size width cardWidth card_width imageWidth image_width imageSize variant position float columns component fieldtype \
    __component slice_type variation link_type linktype collection";

/// Members of every format that readers never see, whatever their value.
const SILENT: &str = "id _id @id uid uuid guid slug @type $schema @context __typename _links sys _rev tracking analytics etag checksum \
    hash blurhash lqip";

/// The members of each format: first those that are silent where their value is one word, then those that readers never
/// see, whatever their value.
#[rustfmt::skip]
const FORMATS: &[(&str, &str, &str)] = &[
    ("ap", "", "uri renditions"),
    ("apple-news", "identifier articleIdentifier anchor bannerType mapType", "componentTextStyles componentLayouts componentStyles \
        textStyles documentStyle layout style anchor animation behavior generatorName generatorVersion generatorIdentifier"),
    ("arc-ans", "correction_type _website audio_codec", "owner distributor content_restrictions channels source syndication address \
        location copyright voice_transcripts stock_symbols named_entities primary_site sites websites website website_url canonical_url \
        canonical_website short_url redirect_url seo_filename referent workflow planning scheduling revision publishing raw_oembed/author_url \
        raw_oembed/author_name raw_oembed/provider_url raw_oembed/thumbnail_url raw_oembed/thumbnail_url_with_play_button bio org \
        social_links by/image contributors tags/description keywords sections/description sections/path \
        youtube_content_id content_aliases"),
    ("bbc-cps", "markupType positionHint copyrightHolder imageCopyright smpKind", "promo blocks/href cpsType createdBy blockTypes passport \
        locators metadata/tags analyticsLabels atiAnalytics versions imageUrl externalId duration promos/summary promos/media \
        promos/indexImage headlines/shortHeadline section/uri site/uri meta/summary meta/headlines oembed/author_url \
        oembed/author_name oembed/provider_url oembed/thumbnail_url"),
    ("bbc-optimo", "originCode attributes imageCopyright", "promo blockTypes passport locators locator versions imageUrl metadata/tags \
        blockId seoHeadline promoHeadline"),
    ("contentstack", "display-type asset-uid asset-name content-type-uid _content_type_uid", ""),
    ("drupal", "", "links body/value uri/value attributes/name"),
    ("generic", "propertyDataType ContentType DisplayText extension target_type displayOption", "avatar_template avatar $type did cid componentName parentLink \
        metaTitle meta_title seo_title language/link language/displayName existingLanguages Id UrlSlug metatag revision_timestamp \
        revision_uid path/alias created/format changed/format route/path route/startItem @path @nodeType @name"),
    ("ghost", "", "tags/name previous lexical mobiledoc bio location website profile_image authors/cover_image primary_author/cover_image"),
    ("guardian-dcr", "quizType linkType listElementType", "nav pageFooter commercialProperties config openGraphData twitterData linkedData beaconURL \
        webPublicationDateDisplay webPublicationSecondaryDateDisplay editionLongForm editionId designType shortUrl shortUrlId \
        contributionsServiceUrl subMetaKeywordLinks subMetaSectionLinks bylineImageUrl bylineLargeImageUrl twitterHandle \
        sectionUrl sectionName pillar badge isMaster allImages trails/byline trails/linkText ageWarning tags keyEvents primaryDateLine \
        secondaryDateLine blockCreatedOnDisplay blockLastUpdatedDisplay blockFirstPublishedDisplay data/copyright data/credit \
        elements/prefix sourceDomain elements/source shareText assetId channelId posterImage trackingCode webTitle discussion pageId \
        affiliateLinksDisclaimer promotedNewsletter overrideImage trailPicture productID"),
    ("gnews", "", "articles/content"),
    ("jsonfeed", "", "version feed_url next_url hubs user_comment icon favicon author/url authors/url avatar"),
    ("jsonld", "", "inLanguage logo sameAs identifier potentialAction productID timeRequired speakable address legalName founders contributor editor \
        author/description articleId pageType alternateName prepTime cookTime performTime totalTime duration eventStatus \
        eventAttendanceMode availability itemCondition suitableForDiet"),
    ("mercury", "", "domain next_page_url"),
    ("mobiledoc", "cards atoms markups sections", ""),
    ("newsapi", "", "articles/content"),
    ("nyt", "document_type", "multimedia/url keywords/name"),
    ("ninjs", "profile pubStatus pubstatus representationType standard", "uri altids renditions/name renditions/title renditions/format \
        copyrightnotice copyrightNotice usageterms usageTerms ednote edNote slugline located place places organisation organisations person \
        people object objects subject subjects event events genres infosources rightsInfo rightsinfo trustindicator $standard \
        associations/name associations/logo main/title small/title"),
    ("quill", "code-block table header", ""),
    ("wagtail", "", "detail_url html_url meta/parent"),
    ("wordpress", "", "wp:contentmedia replies up avatar_urls wp:term/name yoast_head yoast_meta latest comment_status ping_status template sizes \
        media_details wp:term/link taxonomy author/description author/link author/url author/message wp:featuredmedia/link custom_fields yoast_head_json"),
];

/// The names that apply to a format.
pub(super) struct Names(Set);

/// Marks the hash of a name that is silent whatever its value.
const WHOLE: u32 = 0x9E37_79B9;

impl Names {
    /// Returns the names for a format.
    pub fn of(format: &str) -> Names {
        let own = FORMATS.iter().find(|(name, ..)| *name == format);
        let (words, silent) = own.map_or(("", ""), |(_, words, silent)| (*words, *silent));
        let mut hashes = Vec::new();
        for (list, whole) in [(WORDS, 0), (words, 0), (SILENT, WHOLE), (silent, WHOLE)] {
            hashes.extend(Keys(list).filter(|name| !name.is_empty()).map(|name| hash(name.as_bytes()) ^ whole));
        }
        Names(Set::new(&hashes))
    }

    /// Returns whether this member of an object named `parent` has nothing for readers, whatever its value.
    pub fn is_silent(&self, parent: &str, name: &str) -> bool {
        let hash = hash(name.as_bytes());
        self.0.has(hash ^ WHOLE) || self.0.has(hash_all(&[parent, "/", name]) ^ WHOLE)
    }

    /// Returns whether a member of this name has nothing for readers where its value is one word.
    pub fn is_word(&self, name: &str) -> bool {
        self.0.has(hash(name.as_bytes()))
    }
}
