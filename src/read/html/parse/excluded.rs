//! Elements that are left out with their content: scripts, templates, form fields, drawings.

use crate::account::Kind;
use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::Token;
use crate::report::WarningCode;

impl Builder<'_, '_, '_> {
    /// Leaves out an element whose text is not part of the article.
    pub fn leave_out(&mut self, tag: Tag) {
        let offset = self.tokens.offset();
        let text = self.tokens.raw_text(tag);
        let message = match tag {
            Tag::Script => "a script is never run or shown",
            Tag::Textarea => "a form's field is not shown",
            Tag::Style => return,
            _ => return self.cx.trace.note(text, Kind::Text),
        };
        if !text.trim().is_empty() {
            self.cx.warnings.warn_offset(WarningCode::NotShown, self.at, offset, &[message]);
        }
    }

    /// Leaves out an element with its content: a template, the options of a form field, a drawing.
    pub fn skip(&mut self, tag: Tag) {
        let offset = self.tokens.offset();
        let (mut depth, mut texts, mut visible) = (1, 0, false);
        // Drawings have `a` elements too.
        let mut links = 0;
        while depth > 0
            && let Some(token) = self.next()
        {
            if let Token::Start(start, _) = token
                && tag != Tag::Template
            {
                self.trace(start);
            }
            match token {
                Token::Text(text) => visible |= (texts > 0 || tag == Tag::Select) && !text.trim().is_empty(),
                Token::End(end) if end == tag => depth -= 1,
                Token::Start(Tag::A, false) => links += 1,
                Token::End(Tag::A) if links > 0 => links -= 1,
                // The end tag of an element around a drawing also ends the drawing (HTML, section 13.2.6.5, any other
                // end tag).
                Token::End(end) if tag == Tag::Svg && texts == 0 && self.is_open(end) => {
                    self.warn_skipped(tag, visible, offset);
                    return self.end(end);
                }
                Token::Start(start, false) if start == tag => depth += 1,
                // HTML in a drawing ends it (HTML, section 13.2.6.5), except in the element that is meant to hold HTML.
                Token::Start(start, self_closing) if tag == Tag::Svg && texts == 0 && start.ends_drawing() => {
                    return self.start(start, self_closing);
                }
                Token::Start(start, _) if tag != Tag::Svg && start.is_raw_text() => {
                    self.tokens.raw_text(start);
                }
                Token::Start(Tag::Text | Tag::ForeignObject, false) => texts += 1,
                Token::End(Tag::Text | Tag::ForeignObject) => texts -= 1,
                _ => {}
            }
        }
        self.warn_skipped(tag, visible, offset);
    }

    /// Returns whether an element is open here.
    fn is_open(&self, tag: Tag) -> bool {
        self.open.iter().skip(1).any(|open| open.tag == tag) || self.active.iter().any(|active| active.tag == tag)
    }

    /// Warns about an element that was left out with visible content.
    fn warn_skipped(&mut self, tag: Tag, visible: bool, offset: usize) {
        let message = if tag == Tag::Select {
            "a form's field is not shown"
        } else {
            "a drawing (svg) with text in it is not shown"
        };
        if visible {
            self.cx.warnings.warn_offset(WarningCode::NotShown, self.at, offset, &[message]);
        }
    }
}
