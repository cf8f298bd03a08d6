//! A custom sink: the plain text of an article, one line for each block, for example for a search index.
//!
//! ```sh
//! cargo run --example custom_sink --features icu < article.json
//! ```
use article_widget::model::Candidate;
use article_widget::render::{Attr, Sink, Tag, UrlAttr};
use article_widget::{Icu, Options, SafeUrl, render_json};
use std::io::{self, Read};

/// The text so far, and the elements that are open.
#[derive(Default)]
struct PlainText {
    text: String,
    open: Vec<Tag>,
}

impl Sink for PlainText {
    fn open(&mut self, tag: Tag) {
        self.open.push(tag);
    }

    fn attr(&mut self, _: Attr, _: &str) {}

    fn url(&mut self, _: UrlAttr, _: &SafeUrl) {}

    fn srcset(&mut self, _: &[Candidate]) {}

    fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn close(&mut self) {
        let ends_a_block =
            matches!(self.open.pop(), Some(Tag::P | Tag::Li | Tag::H2 | Tag::H3 | Tag::Figcaption | Tag::Pre));
        if ends_a_block && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

fn main() -> io::Result<()> {
    let mut json = Vec::new();
    io::stdin().read_to_end(&mut json)?;
    let mut sink = PlainText::default();
    match render_json(&json, &Options::default(), &Icu, &mut sink) {
        Ok(_) => print!("{}", sink.text),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
