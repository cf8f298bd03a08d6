//! Which format a tree is in.

use super::Context;
use super::{apple_news, arc_ans, article, bbc_cps, bbc_optimo, contentful, draftjs, editorjs, ghost, guardian, jsonfeed, jsonld, lexical, mercury, mobiledoc, ninjs, portable_text, prosemirror, readability, slate, wordpress};
use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::Article;
use crate::options::Options;

/// A format: its name, how it is told from the others, and its reader.
pub(super) struct Format {
    /// The name, as in reports and in the `format` option.
    pub name: &'static str,
    /// Whether a tree is in this format.
    pub detect: fn(&Value) -> bool,
    /// Reads the article that the options ask for, and says how many the tree holds.
    pub read: for<'t> fn(&'t Value<'t>, &mut Context) -> Read<'t>,
}

/// The article that was asked for, and how many the tree holds.
pub(super) type Read<'t> = Result<(Article<'t>, usize), Error>;

/// All formats in the order in which they are tried.
const FORMATS: &[Format] = &[
    Format { name: "jsonld", detect: jsonld::detect, read: jsonld::read },
    Format { name: "jsonfeed", detect: jsonfeed::detect, read: jsonfeed::read },
    Format { name: "wordpress", detect: wordpress::detect, read: wordpress::read },
    Format { name: "ghost", detect: ghost::detect, read: ghost::read },
    Format { name: "guardian-dcr", detect: guardian::detect, read: guardian::read },
    Format { name: "bbc-optimo", detect: bbc_optimo::detect, read: bbc_optimo::read },
    Format { name: "bbc-cps", detect: bbc_cps::detect, read: bbc_cps::read },
    Format { name: "contentful", detect: contentful::detect, read: contentful::read },
    Format { name: "apple-news", detect: apple_news::detect, read: apple_news::read },
    Format { name: "lexical", detect: lexical::detect, read: lexical::read },
    Format { name: "prosemirror", detect: prosemirror::detect, read: prosemirror::read },
    Format { name: "editorjs", detect: editorjs::detect, read: editorjs::read },
    Format { name: "mobiledoc", detect: mobiledoc::detect, read: mobiledoc::read },
    Format { name: "draftjs", detect: draftjs::detect, read: draftjs::read },
    Format { name: "portable-text", detect: portable_text::detect, read: portable_text::read },
    Format { name: "arc-ans", detect: arc_ans::detect, read: arc_ans::read },
    Format { name: "ninjs", detect: ninjs::detect, read: ninjs::read },
    Format { name: "readability", detect: readability::detect, read: readability::read },
    Format { name: "mercury", detect: mercury::detect, read: mercury::read },
    Format { name: "slate", detect: slate::detect, read: slate::read },
    Format { name: "article", detect: article::detect, read: article::read },
];

/// The format that the options name, else the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let Some(name) = &options.format else {
        return FORMATS.iter().find(|format| (format.detect)(tree)).ok_or_else(|| {
            Error::new(
                ErrorCode::UnknownFormat,
                &["no known format of articles: ", tree.kind(), " with none of their fields"],
            )
        });
    };
    let known = FORMATS.iter().find(|format| format.name == name);
    known.ok_or_else(|| Error::new(ErrorCode::UnknownFormat, &["there is no format ", name]))
}
