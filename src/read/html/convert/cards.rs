//! Cards: boxes with special classes of the editors of Ghost and WordPress.

use crate::model::{Aside, AsideKind, Block, Card, CardKind, Details, Inline, Product, Rating, is_blank, plain_text};
use crate::read::html::convert::{Reader, providers};
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Content, Element};
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::ascii;
use crate::url::Purpose;
use crate::url::SafeUrl;

/// The class of the button in WordPress's file block.
pub(super) const FILE_BUTTON: &str = "wp-block-file__button";

impl<'t> Reader<'t, '_, '_> {
    /// Reads a box that is a card by its class. Returns false if it is to be read as an ordinary box.
    pub fn read_card(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) -> bool {
        let Some(class) = self.tree.attribute(element, "class") else { return false };
        let before = out.len();
        let has = |word: &str| class.contains(word);
        if has("kg-bookmark-card") {
            self.read_link_card(
                id,
                CardKind::Link,
                ["kg-bookmark-title", "kg-bookmark-description"],
                &["kg-bookmark-author", "kg-bookmark-publisher"],
                out,
            );
            let caption = self.tree.find_tag(id, Tag::Figcaption).map(|id| self.phrase(id));
            out.extend(caption.filter(|caption| !caption.is_empty()).map(Block::paragraph));
        } else if has("kg-file-card") {
            self.read_link_card(
                id,
                CardKind::File,
                ["kg-file-card-title", "kg-file-card-caption"],
                &["kg-file-card-filename", "kg-file-card-filesize"],
                out,
            );
        } else if has("kg-button-card") || has("wp-block-button") && !has("wp-block-buttons") {
            self.read_button(id, out);
        } else if has("kg-callout-card") {
            let body = join_sign(self.body(id));
            out.push(Block::Aside(Aside {
                kind: AsideKind::Callout,
                title: Vec::new().into(),
                body,
                ..Aside::default()
            }));
        } else if has("kg-toggle-card") {
            let heading = self.tree.find(id, &|element| element.tag.is_heading());
            let summary = heading.map(|id| self.phrase(id)).unwrap_or_default();
            self.skip(heading);
            out.push(Block::Details(Details { summary: summary.into(), open: false, body: self.body(id) }));
        } else if class.split_ascii_whitespace().any(|name| name == "kg-product-card") {
            self.read_product(id, out);
        } else if has("kg-audio-card") || has("kg-video-card") {
            self.player_card(id, out);
        } else if has("wp-block-file") && element.tag == Tag::Div {
            self.file_block(id, out);
        } else if has("wp-block-embed") {
            self.read_embed_card(id, element, out);
        }
        out.len() > before
    }

    /// Reads WordPress's file block: its name is a link, and the button beside it links to the same place.
    fn file_block(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let mut links = self.list_inlines(id).filter(|inline| inline.element.tag == Tag::A);
        let named = links.find(|link| !self.has_class(&link.element, &[FILE_BUTTON]));
        let Some(link) = named.or_else(|| self.list_inlines(id).find(|inline| inline.element.tag == Tag::A)) else {
            return;
        };
        let Some(href) = self.attribute(&link.element, "href") else { return };
        if links.any(|link| self.has_class(&link.element, &[FILE_BUTTON])) {
            let message = "the button of a file is not shown, because the file's name leads there already";
            self.warn(WarningCode::NotShown, link.offset, &[message]);
        }
        let mut title = self.phrase(id);
        if is_blank(&title) {
            // A button without a name: the name of the file says more.
            title = vec![Inline::label(self.make_label(ascii::rsplit_once(href, b'/').map_or(href, |(_, name)| name)))];
        }
        if let Some(url) = self.url(href, Purpose::Link, link.offset) {
            // The card itself is the link.
            let title = vec![Inline::label(self.make_label(&plain_text(&title)))].into();
            let description = Vec::new();
            out.push(Block::Card(Card { kind: CardKind::File, url, title, description, source: None, image: None }));
        }
    }

    /// Adds a link with title, description, source and picture; nothing if it has no target.
    fn read_link_card(
        &mut self,
        id: usize,
        kind: CardKind,
        [title, description]: [&str; 2],
        source: &[&str],
        out: &mut Vec<Block<'t>>,
    ) {
        let offset = self.tree.node(id).offset;
        let Some(url) = self.find_last_link(id).and_then(|href| self.url(href, Purpose::Link, offset)) else { return };
        let title = self.with_class(id, title);
        let description = self.with_class(id, description);
        if title.is_empty() {
            return;
        }
        let mut from = String::new();
        for class in source {
            let part = self.with_class(id, class);
            if !from.is_empty() && !part.is_empty() {
                from.push_str(" · ");
            }
            from.push_str(&part);
        }
        let source = (!from.is_empty()).then(|| self.make_label(&from));
        let is_thumbnail = |element: &Element| element.tag == Tag::Div && self.has_class(element, &["thumbnail"]);
        let image = self.tree.find(id, &is_thumbnail).and_then(|id| self.tree.find_tag(id, Tag::Img));
        let image = image.and_then(|id| self.picture(id)).map(|figure| figure.image);
        let text = |text: Label<'t>| if text.is_empty() { Vec::new() } else { vec![Inline::label(text)] };
        out.push(Block::Card(Card {
            kind,
            url,
            title: text(title).into(),
            description: text(description),
            source,
            image,
        }));
    }

    /// Adds a link that looks like a button.
    fn read_button(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let url = self.find_link(id);
        let title = self.phrase(id);
        let title = match &title[..] {
            [Inline::Link(_, content)] => content.clone(),
            _ => title,
        };
        if title.is_empty() {
            return;
        }
        out.push(match url {
            Some(url) => Block::Card(Card {
                kind: CardKind::Button,
                url,
                title: title.into(),
                description: Vec::new(),
                source: None,
                image: None,
            }),
            None => Block::paragraph(title),
        });
    }

    /// Returns the last link in a node.
    fn find_link(&mut self, id: usize) -> Option<SafeUrl> {
        let href = self.find_last_link(id)?;
        self.url(href, Purpose::Link, self.tree.node(id).offset)
    }

    /// Adds a product under review, with its stars and its button.
    fn read_product(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let img = self.tree.find_tag(id, Tag::Img);
        let heading = self.tree.find(id, &|element| element.tag.is_heading());
        let button = self.find_last_link(id).is_some();
        let image = img.and_then(|id| self.picture(id)).map(|figure| figure.image);
        let name = heading.map(|id| self.phrase(id)).unwrap_or_default();
        if name.is_empty() {
            return;
        }
        self.skip(img);
        self.skip(heading);
        let (mut active, mut best) = (0, 0);
        for inline in self.list_inlines(id) {
            active += u32::from(self.has_class(&inline.element, &["rating-active"]));
            best += u32::from(self.has_class(&inline.element, &["rating-star"]));
        }
        let rating = (active > 0 && active <= best && best <= 10).then_some(Rating { tenths: active * 10, best });
        let mut body = self.body(id);
        // A last paragraph with only a link is the button.
        if button
            && let Some(Block::Paragraph(paragraph)) = body.last()
            && let [Inline::Link(url, title)] = &paragraph.content[..]
        {
            let button = Card {
                kind: CardKind::Button,
                url: url.clone(),
                title: title.clone().into(),
                description: Vec::new(),
                source: None,
                image: None,
            };
            body.pop();
            body.push(Block::Card(button));
        }
        out.push(Block::Product(Product { name: name.into(), url: None, image, rating, price: None, body }));
    }

    /// Adds a video or a sound; scripts would draw its buttons and times, but the browser's player has its own.
    fn player_card(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let player = self.tree.find(id, &|element| matches!(element.tag, Tag::Audio | Tag::Video));
        let Some((player, element)) = player.and_then(|id| Some((id, self.tree.element(id)?))) else { return };
        let mut blocks = Vec::new();
        self.read_player(player, element, &mut blocks);
        if let Some(Block::Media(media)) = blocks.first_mut() {
            let is_caption =
                |element: &Element| element.tag == Tag::Figcaption || self.has_class(element, &["kg-audio-title"]);
            media.caption = self.tree.find(id, &is_caption).map(|id| self.phrase(id)).unwrap_or_default();
            let thumbnail = || self.attribute(self.tree.element(id)?, "data-kg-thumbnail");
            if media.poster.is_none()
                && let Some(address) = thumbnail()
            {
                media.poster = self.url(address, Purpose::Media, self.tree.node(id).offset);
            }
        }
        out.append(&mut blocks);
    }

    /// Adds an embed of which only the address was kept.
    fn read_embed_card(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let text = self.tree.find_tag(id, Tag::Div).map(|id| self.tree.text(id)).unwrap_or_default();
        let address = text.trim();
        if !address.contains(char::is_whitespace)
            && let Ok(url) = SafeUrl::new(address, Purpose::Media, None)
            && providers::find_provider(&url).is_some()
            && let Some(mut embed) = self.read_frame(address, element, self.tree.node(id).offset)
        {
            let caption = self.tree.find_tag(id, Tag::Figcaption);
            embed.caption = caption.map(|id| self.phrase(id)).unwrap_or_default();
            out.push(Block::Embed(embed));
        }
    }

    /// Returns the text of the nodes or elements of running text with a class.
    fn with_class(&mut self, id: usize, class: &str) -> Label<'t> {
        if let Some(id) = self.tree.find(id, &|element| self.has_class(element, &[class])) {
            return self.make_label(&self.tree.text(id));
        }
        let mut text = String::new();
        for id in self.tree.descendants(id) {
            let node = self.tree.node(id);
            if matches!(node.content, Content::Element(_)) {
                continue;
            }
            for inline in self.tree.chain(node.chain) {
                if let Some(inline) = self.tree.inlines.get(inline)
                    && self.has_class(&inline.element, &[class])
                {
                    text.push_str(&self.tree.text(id));
                }
            }
        }
        self.make_label(&text)
    }
}

/// Joins a short first paragraph, such as an emoji, with the paragraph after it.
fn join_sign(mut body: Vec<Block<'_>>) -> Vec<Block<'_>> {
    if let [Block::Paragraph(sign), Block::Paragraph(paragraph), ..] = &mut body[..]
        && plain_text(&sign.content).chars().count() <= 4
    {
        sign.content.push(Inline::Text(" ".into()));
        sign.content.append(&mut paragraph.content);
        body.remove(1);
    }
    body
}
