//! The accounting: it finds input that is neither on the page nor in the report.
//!
//! Readers do not declare what they took. The accounting compares the article with the input: every text and address of
//! the tree that the article does not contain is named in a warning at its path. So it also finds a value that a reader
//! looks at and drops. A value that occurs twice in the input and once on the page is not lost.
//!
//! | question | module |
//! |---|---|
//! | which texts and addresses the article shows | [`shown`], [`addresses`] |
//! | which strings of the input are texts or addresses | [`shape`], and [`names`], the members that nobody reads |
//! | which texts and addresses HTML holds | [`trace`]: the builder of its tree notes each one |
//!
//! The other articles of a list are not examined, nor is anything after the place where the budget of nodes ran out.

mod accountant;
mod addresses;
mod letters;
mod names;
mod set;
mod shape;
mod shown;
mod tools;
mod trace;
mod word_index;

use crate::json::Value;
use crate::model::{Article, pieces};
use crate::report::{WarningCode, Warnings};
use crate::text::{ascii, template};
use crate::url::SafeUrl;
use accountant::{Accountant, Lost};
pub(crate) use tools::Tools;
pub(crate) use trace::{Kind, Trace};

/// Warns about each text and address of the tree that the article does not show and no warning names.
pub(crate) fn account(
    tree: &Value,
    article: &Article,
    format: &'static str,
    base: Option<&SafeUrl>,
    trace: Trace,
    tools: Tools,
    warnings: &mut Warnings,
) {
    let mut accountant = Accountant::new(format, base, trace, tools, warnings);
    pieces(article, &mut accountant);
    let (lost, warnings) = accountant.find_lost(tree);
    for Lost { place, offset, texts, addresses, sample } in lost {
        let message = match (texts, addresses) {
            (1, 0) | (0, 1) => template::concat(&["not shown: ", &sample]),
            (texts, 0) => template::concat(&["not shown: ", &counted(texts, "text")]),
            (0, addresses) => template::concat(&["not shown: ", &counted(addresses, "address")]),
            _ => template::concat(&["not shown: ", &counted(texts, "text"), " and ", &counted(addresses, "address")]),
        };
        match offset {
            Some(offset) => warnings.warn_offset(WarningCode::NotShown, place, offset, &[&message]),
            None => warnings.warn(WarningCode::NotShown, place, &[&message]),
        }
    }
}

/// Formats a number with its noun.
fn counted(number: u32, noun: &str) -> String {
    let plural = match number {
        1 => "",
        _ if noun.ends_with('s') => "es",
        _ => "s",
    };
    template::concat(&[&ascii::decimal(number.into()), " ", noun, plural])
}
