//! Drupal's JSON:API: nodes with attributes and relationships, whose targets are in `included`
//! (drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module).

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Author, Block, Figure, Named};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::piece_names;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::things;
use crate::read::formats::systems::drupal_styles;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{self, date, first, has, label};
use crate::read::values::references::Index;
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// Returns whether a resource is one of Drupal's: its type is that of an entity and its bundle.
fn is_resource(value: &Value) -> bool {
    value.str("type").is_some_and(|name| name.contains("--")) && value.get("attributes").is_some_and(Value::is_object)
}

/// Returns whether there is such a resource, or a list of them.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    tree.get("data").is_some_and(|data| data.one_or_many().first().is_some_and(is_resource))
}

/// How many levels of references are read: a paragraph in a paragraph with a file.
const LEVELS: u8 = 4;

/// Attributes about a node, or read by their own reader.
const ABOUT: &str = "title name created changed revision_timestamp langcode default_langcode status promote sticky path body \
    metatag metatag_normalized revision_log content_translation_source content_translation_outdated publish_on unpublish_on \
    behavior_settings parent_id parent_type parent_field_name moderation_state field_summary field_subtitle \
    field_standfirst field_teaser field_teaser_text field_excerpt field_meta_tags field_date field_publish_date comment";

/// Reads a node.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let nodes = tree.get("data").map_or(&[][..], Value::one_or_many);
    if !detect(tree) {
        return Err(Error::new(ErrorCode::WrongFormat, &["no resource of a content system in it"]));
    }
    let node = choose(nodes.iter().collect(), cx)?;
    let mut included = Vec::new();
    for resource in tree.list("included") {
        if let Some(id) = resource.str("id") {
            included.push((id, resource));
        }
    }
    let site = Site { included: Index::new(included), d: Dialect { html: true, ..Dialect::default() } };
    let own = node.at("links self href").or_else(|| tree.at("links self href")).or_else(|| node.at("links self"));
    let home = own.and_then(Value::as_str).and_then(|own| SafeUrl::new(own, Purpose::Media, None).ok());
    if cx.base.is_none() {
        cx.base = home.as_ref().and_then(|home| SafeUrl::new(home.origin(), Purpose::Media, None).ok());
    }
    let attributes = node.get("attributes").unwrap_or(node);
    let mut article = Article {
        headline: first(attributes, "title name").map(|title| cx.plain(title)).unwrap_or_default().into(),
        lang: lenient::read_lang(attributes, "langcode", cx),
        date_published: date(attributes, "field_publish_date field_date created", cx),
        date_modified: date(attributes, "changed", cx),
        url: attributes.at("path alias").filter(|_| cx.base.is_some()).and_then(|alias| cx.link(alias)),
        ..Article::default()
    };
    article.source = article.url.as_ref().map(|url| Named { name: url.host().to_owned().into(), url: None });
    site.text(attributes.get("body"), &mut article.body, cx);
    site.fields(attributes, &mut article.body, cx);
    let mut picture = None;
    site.relationships(node, &mut article, &mut picture, cx);
    for name in Keys("field_subtitle field_standfirst field_teaser_text field_teaser field_excerpt field_summary") {
        if let Some(value) = attributes.get(name) {
            let text = things::line(value, &site.d, cx);
            describe(&mut article, text);
        }
    }
    if let Some(summary) = attributes.at("body summary").filter(|summary| summary.as_str().is_some()) {
        let text = recognised::read_inlines(summary, cx);
        describe(&mut article, text);
    }
    illustrate(&mut article, picture);
    let mut links = Links::of(article.url.as_ref());
    for other in nodes.iter().filter(|other| !std::ptr::eq(*other, node)) {
        let url = other.at("attributes path alias").filter(|_| cx.base.is_some()).and_then(|alias| cx.link(alias));
        if let (Some(url), Some(attributes)) = (url, other.get("attributes")) {
            links.add(other, label(attributes, "title name", cx), Some(url), cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, nodes.len()))
}

/// The most files of a media entity that are read: each is inserted before the others.
const MAX_FILES: usize = 20;

/// The targets of references, and how texts are read.
struct Site<'t> {
    included: Index<'t>,
    d: Dialect<'t>,
}

impl<'t> Site<'t> {
    /// Adds a text: processed for readers, or in the site's format in which it was written.
    fn text(&self, value: Option<&'t Value<'t>>, out: &mut Vec<Block<'t>>, cx: &mut Context) {
        match value {
            Some(Value::Object(_)) => {
                let value = value.unwrap_or(const { &Value::Null });
                match value.get("processed") {
                    Some(text) => out.append(&mut recognised::blocks(text, Some(Form::Html), cx)),
                    None => {
                        let form = match value.str("format") {
                            Some("plain_text") => Some(Form::Plain),
                            Some(name) if name.contains("markdown") => Some(Form::Markdown),
                            Some(name) if name.contains("html") => Some(Form::Html),
                            _ => None,
                        };
                        let text = value.get("value").map(|text| recognised::blocks(text, form, cx));
                        out.append(&mut text.unwrap_or_default());
                    }
                }
            }
            Some(Value::Array(items)) => items.iter().for_each(|item| self.text(Some(item), out, cx)),
            Some(text @ Value::String(_)) => out.append(&mut recognised::blocks(text, None, cx)),
            _ => {}
        }
    }

    /// Adds the fields that the site has invented for a resource: its texts and links.
    fn fields(&self, attributes: &'t Value<'t>, out: &mut Vec<Block<'t>>, cx: &mut Context) {
        // The API orders fields by their names, but a title comes before its text.
        for titles in [true, false] {
            self.some_fields(attributes, titles, out, cx);
        }
    }

    /// Adds the fields that are titles, or all others.
    fn some_fields(&self, attributes: &'t Value<'t>, titles: bool, out: &mut Vec<Block<'t>>, cx: &mut Context) {
        for (name, value) in attributes.members() {
            if Keys("field_title field_heading field_headline").has(name) != titles {
                continue;
            }
            if Keys(ABOUT).has(name) || name.starts_with("drupal_internal") || name.starts_with("revision") {
                continue;
            }
            let is_text = |value: &Value| value.get("processed").is_some() || value.get("format").is_some();
            if value.one_or_many().first().is_some_and(is_text) {
                self.text(Some(value), out, cx);
            } else if !matches!(value, Value::Null | Value::Bool(_) | Value::Number(_)) {
                let name = name.strip_prefix("field_").unwrap_or(name);
                things::thing(name, value, &self.d, cx, out);
            }
        }
    }

    /// Returns the resource that a reference points to.
    fn target(&self, reference: &Value, cx: &mut Context) -> Option<&'t Value<'t>> {
        cx.follow(reference, self.included.get(reference.str("id")?)?, u8::MAX)
    }

    /// Reads the targets of a node's references: its author, pictures, topics and paragraphs.
    fn relationships(
        &self,
        node: &'t Value<'t>,
        article: &mut Article<'t>,
        picture: &mut Option<Figure<'t>>,
        cx: &mut Context,
    ) {
        for (name, relationship) in node.get("relationships").unwrap_or(&Value::Null).members() {
            let Some(data) = relationship.get("data") else { continue };
            for reference in data.one_or_many() {
                let kind = reference.str("type").unwrap_or("");
                let entity = ascii::cut(kind, b"-").0;
                let target = self.target(reference, cx);
                match (entity, target) {
                    _ if !cx.spend(reference) => return,
                    _ if name.starts_with("revision") || matches!(entity, "node_type" | "menu_link_content") => {}
                    ("user", Some(user)) => {
                        let name = user
                            .get("attributes")
                            .and_then(|user| label(user, "field_display_name field_name display_name name", cx));
                        article.authors.extend(name.map(|name| Author { name, ..Author::default() }));
                    }
                    ("user", None) => {
                        cx.warn(
                            WarningCode::Unresolved,
                            reference,
                            &["only the id of the author: ask for it with include"],
                        );
                    }
                    ("taxonomy_term", Some(term)) => {
                        article.keywords.extend(term.get("attributes").and_then(|term| label(term, "name", cx)));
                    }
                    ("file" | "media", _) if picture.is_none() => {
                        let figure = self.file(reference, LEVELS, cx);
                        match figure {
                            Some(Block::Figure(figure)) => *picture = Some(figure),
                            other => article.body.extend(other),
                        }
                    }
                    ("file" | "media", _) => article.body.extend(self.file(reference, LEVELS, cx)),
                    ("paragraph" | "block_content" | "storage", Some(_)) => {
                        self.paragraph(reference, LEVELS, &mut article.body, cx)
                    }
                    (_, None) if entity == "paragraph" => {
                        cx.warn(
                            WarningCode::Unresolved,
                            reference,
                            &["a paragraph that is not in the input: ask for it with include"],
                        );
                    }
                    _ => {}
                }
            }
        }
    }

    /// Reads the target of a reference: a file, or a media entity with a file.
    fn file(&self, reference: &'t Value<'t>, levels: u8, cx: &mut Context) -> Option<Block<'t>> {
        let Some(target) = self.target(reference, cx) else {
            cx.warn(WarningCode::Unresolved, reference, &["a file that is not in the input: ask for it with include"]);
            return None;
        };
        let attributes = target.get("attributes").unwrap_or(target);
        let meta = reference.get("meta").filter(|meta| has(meta, "alt") || has(meta, "width"));
        if let Some(address) =
            attributes.at("uri url").or_else(|| attributes.get("url").filter(|_| !has(attributes, "uri")))
        {
            let mime = attributes.str("filemime").unwrap_or("image/");
            if mime.starts_with("image/") {
                let mut figure = addressed::picture_at(address, meta.unwrap_or(attributes), &self.d, cx)?;
                drupal_styles::add(&mut figure.image, target, cx);
                return Some(Block::Figure(figure));
            }
            let mut out = Vec::new();
            let kind = piece_names::kind_of(ascii::cut(mime, b"/").0);
            addressed::addressed(kind, address, attributes, &self.d, cx, &mut out);
            return out.into_iter().next();
        }
        // A media entity has the address of a player, or a file one level down; its thumbnail comes last.
        if let Some(address) =
            first(attributes, "field_media_oembed_video field_media_video_embed_field field_media_url")
        {
            let mut out = Vec::new();
            addressed::addressed(piece_names::kind_of("video"), address, attributes, &self.d, cx, &mut out);
            return out.into_iter().next();
        }
        let inner = target.get("relationships").unwrap_or(const { &Value::Null }).members().iter();
        let mut files: Vec<&Value> = Vec::new();
        for (name, relationship) in inner {
            let files_of = relationship.get("data").map_or(&[][..], Value::one_or_many).iter();
            let place = if name == "thumbnail" { files.len() } else { 0 };
            let is_file = |file: &&Value| file.str("type").is_some_and(|kind| kind.starts_with("file"));
            for file in files_of.filter(is_file).take(MAX_FILES) {
                files.insert(place.min(files.len()), file);
            }
        }
        if levels == 0 { None } else { files.first().and_then(|file| self.file(file, levels - 1, cx)) }
    }

    /// Adds a paragraph: its own fields, and the targets of its references.
    fn paragraph(&self, reference: &'t Value<'t>, levels: u8, out: &mut Vec<Block<'t>>, cx: &mut Context) {
        let Some(target) = self.target(reference, cx).filter(|_| levels > 0 && cx.spend(reference)) else { return };
        let mut inner = Vec::new();
        if let Some(attributes) = target.get("attributes") {
            self.fields(attributes, &mut inner, cx);
        }
        for (_, relationship) in target.get("relationships").unwrap_or(&Value::Null).members() {
            for reference in relationship.get("data").map_or(&[][..], Value::one_or_many) {
                match ascii::cut(reference.str("type").unwrap_or(""), b"-").0 {
                    "file" | "media" => inner.extend(self.file(reference, levels - 1, cx)),
                    "paragraph" | "block_content" => self.paragraph(reference, levels - 1, &mut inner, cx),
                    _ => {}
                }
            }
        }
        out.append(&mut inner);
    }
}
