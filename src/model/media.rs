//! Pictures, video and sound.

use super::Inline;
use crate::text::Text;
use crate::text::lang::Lang;
use crate::url::SafeUrl;

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image<'a> {
    /// Where it is fetched from; none when it could not be resolved, and then its text is shown.
    pub src: Option<SafeUrl>,
    /// The same picture in other sizes.
    pub candidates: Vec<Candidate>,
    /// What it shows, for those who do not see it.
    pub alt: Text<'a>,
    /// Width and height in CSS pixels, by which its place is kept free.
    pub size: Option<(u32, u32)>,
}

/// The same picture in another size (a candidate of `srcset`).
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Where it is fetched from.
    pub src: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// A picture with caption and credit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure<'a> {
    /// The picture.
    pub image: Image<'a>,
    /// Where a click on it leads.
    pub link: Option<SafeUrl>,
    /// What it shows, for those who see it.
    pub caption: Vec<Inline<'a>>,
    /// Who made it.
    pub credit: Vec<Inline<'a>>,
}

/// Whether something is seen or only heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MediaKind {
    /// Moving pictures.
    #[default]
    Video,
    /// Sound.
    Audio,
}

/// A video or a sound recording that the browser plays itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Media<'a> {
    /// Whether it is seen or heard.
    pub kind: MediaKind,
    /// The files to choose from.
    pub sources: Vec<Source<'a>>,
    /// What is to be read or heard along with it.
    pub tracks: Vec<Track<'a>>,
    /// The picture in its place before it plays.
    pub poster: Option<SafeUrl>,
    /// Its title, by which it is named to assistive technology.
    pub title: Option<Text<'a>>,
    /// Width and height in CSS pixels.
    pub size: Option<(u32, u32)>,
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
    /// Who made it.
    pub credit: Vec<Inline<'a>>,
}

/// A file of a video or sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Source<'a> {
    /// Where it is fetched from.
    pub src: SafeUrl,
    /// Its media type, such as `video/mp4`.
    pub media_type: Option<Text<'a>>,
}

/// What a track is for (HTML, section 4.8.11: `kind`); those that only scripts read are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrackKind {
    /// What is said and heard, for those who do not hear it.
    #[default]
    Captions,
    /// What is said, in another language.
    Subtitles,
    /// What is seen, for those who do not see it.
    Descriptions,
    /// Titles of its parts.
    Chapters,
}

impl TrackKind {
    /// The names of all kinds, with spaces between them, in their order.
    pub const NAMES: &str = "captions subtitles descriptions chapters";

    /// All kinds.
    pub const ALL: [TrackKind; 4] =
        [TrackKind::Captions, TrackKind::Subtitles, TrackKind::Descriptions, TrackKind::Chapters];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            TrackKind::Captions => "captions",
            TrackKind::Subtitles => "subtitles",
            TrackKind::Descriptions => "descriptions",
            TrackKind::Chapters => "chapters",
        }
    }
}

/// Text that goes along with a video or sound (WebVTT), fetched when a reader turns it on.
#[derive(Clone, Debug, PartialEq)]
pub struct Track<'a> {
    /// Where it is fetched from.
    pub src: SafeUrl,
    /// What it is for.
    pub kind: TrackKind,
    /// Its language; that of the article where it is not said.
    pub lang: Option<Lang>,
    /// Its name among the others.
    pub label: Option<Text<'a>>,
}
