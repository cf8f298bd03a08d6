//! The state that readers share: the host's options, the warnings, the base URL and the limits.

mod budget;
mod urls;
mod values;

use crate::account::Trace;
use crate::error::Error;
use crate::json::Value;
use crate::options::Options;
#[cfg(feature = "editors")]
use crate::read::format::Document;
use crate::report::{WarningCode, Warnings};
use crate::text::Cleaner;
use crate::text::keys::Keys;
use crate::text::swar;
use crate::url::SafeUrl;

/// The maximum nesting of blocks in blocks, and of marks in marks.
pub(super) const MAX_NESTING: usize = 24;

/// How many times an article's bytes may be read before repeated reading is cut off.
const READINGS: usize = 4;

/// The warning about headers of a `mailto:` URL that are left out.
pub(super) const MAIL_HEADERS: &str = "only subject and body are kept";

/// The state of reading one article.
pub(super) struct Context<'o> {
    /// The host's options.
    pub options: &'o Options,
    /// The warnings so far.
    pub warnings: Warnings,
    /// The host's base URL, or the article's own address; see [`Context::base`].
    pub base: Option<SafeUrl>,
    /// The targets of the related links so far, and the article's own address.
    pub related: Vec<SafeUrl>,
    /// Whether addresses may be escaped as in HTML, as in some other formats.
    pub escaped: bool,
    /// How deeply the current block is nested in other blocks.
    nesting: usize,
    /// How many nodes are left.
    nodes_left: usize,
    /// How many bytes may still be read or written: several times the length of the input, since small input may expand
    /// to much output by references, relative addresses and marks that continue over many texts.
    bytes_left: usize,
    /// How many blocks of the body precede each of its items.
    pub body_items: Vec<usize>,
    /// The number of footnotes so far.
    pub notes: u32,
    /// The number of nodes so far to which links can lead.
    pub places: u32,
    /// The error for the first part of the article that only another module reads.
    pub needed: Option<Error>,
    /// Notes for the accounting.
    pub trace: Trace,
    /// The cleaner of the article's texts.
    pub cleaner: Cleaner,
    /// The types of editors' documents, which may be inside other documents.
    #[cfg(feature = "editors")]
    pub documents: &'static [Document],
}

impl<'o> Context<'o> {
    /// Creates the state before anything is read.
    pub fn new(options: &'o Options) -> Context<'o> {
        let (base, nodes_left) = (options.base_url.clone(), options.max_nodes);
        let bytes_left = options.max_bytes.saturating_mul(READINGS).saturating_add(1 << 20);
        let warnings = Warnings::default();
        Context {
            options,
            warnings,
            base,
            escaped: false,
            nesting: 0,
            nodes_left,
            bytes_left,
            body_items: Vec::new(),
            notes: 0,
            places: 0,
            needed: None,
            related: Vec::new(),
            trace: Trace::new(),
            cleaner: Cleaner::default(),
            #[cfg(feature = "editors")]
            documents: &[],
        }
    }

    /// Warns about a value.
    pub fn warn(&mut self, code: WarningCode, value: &Value, message: &[&str]) {
        self.warnings.warn(code, value, message);
    }

    /// Returns the type of document of an editor, if a value is one.
    #[cfg(feature = "editors")]
    pub fn document(&self, value: &Value) -> Option<&'static Document> {
        // Most values are neither an object nor an array.
        if !value.is_object() && !value.is_array() {
            return None;
        }
        self.documents.iter().find(|document| (document.is)(value))
    }

    /// Notes that only another module reads a part of the article.
    pub fn needs(&mut self, module: Error) {
        self.needed.get_or_insert(module);
    }

    /// Warns that a value has the wrong type.
    pub fn wrong_type(&mut self, value: &Value, expected: &str) {
        let code = if let Value::TooDeep = value { WarningCode::TooDeep } else { WarningCode::WrongType };
        self.warn(code, value, &["expected ", expected, ", found ", value.kind()]);
    }

    /// Warns that a block of an unknown kind is shown as its text.
    pub fn unknown_block(&mut self, place: &Value, kind: &str) {
        self.warn(WarningCode::UnknownBlock, place, &["unknown block ", kind, ", shown as its text"]);
    }

    /// Warns that a mark of an unknown kind is left out.
    pub fn unknown_mark(&mut self, place: &Value, name: &str) {
        self.warn(WarningCode::UnknownMark, place, &["unknown mark ", name, ", shown without it"]);
    }

    /// Warns that a picture has no text alternative.
    pub fn missing_alt(&mut self, image: &Value) {
        self.warn(WarningCode::MissingAlt, image, &["an image without a text"]);
    }

    /// Warns that a link has no target.
    pub fn missing_address(&mut self, link: &Value) {
        self.warn(WarningCode::MissingField, link, &["a link without an address, its text is shown"]);
    }

    /// Returns whether a value is an object, and warns if it is not.
    pub fn is_object(&mut self, value: &Value) -> bool {
        if !value.is_object() {
            self.wrong_type(value, "an object");
        }
        value.is_object()
    }

    /// Warns about each member of an object that is not in `known`, a list of names separated by spaces.
    pub fn only(&mut self, object: &Value, known: &str) {
        for (name, value) in object.members() {
            if !Keys(known).has(name) && !value.is_null() {
                self.warn(WarningCode::UnknownField, value, &["unknown field ", name]);
            }
        }
    }

    /// Warns about plain text that is HTML, recognised by an end tag or a line break in it: readers see the tags.
    pub fn tell_html(&mut self, value: &Value, text: &str) {
        let mut rest = text.as_bytes();
        while let [_, tail @ ..] = rest.get(swar::plain_length(rest, b'<', b'<')..).unwrap_or(&[]) {
            rest = tail;
            if let [b'/', b'a'..=b'z' | b'A'..=b'Z', ..]
            | [b'b', b'r', b'>' | b' ' | b'/', ..]
            | [b'i', b'm', b'g', b' ', ..] = rest
            {
                let message = "tags are shown as text: HTML needs { \"html\": … }";
                return self.warn(WarningCode::Html, value, &[message]);
            }
        }
    }
}
