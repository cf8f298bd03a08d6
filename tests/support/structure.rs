//! The structure of HTML: its elements and text without the differences between renderers.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// How an element counts.
enum Role {
    /// It counts under this name.
    Counts(&'static str),
    /// Only its content counts.
    Transparent,
    /// Neither it nor its content counts.
    Nothing,
}

/// Returns how an element counts. Our wrappers, presentational elements, and the levels of headings, which hosts
/// choose, do not count; elements with the same meaning count under one name.
fn role(name: &str, part: &str) -> Role {
    match (name, part) {
        // The body of our articles is inside these; a body alone has neither header nor footer.
        ("article" | "div" | "section" | "figure" | "figcaption" | "span" | "button" | "bdi" | "footer", _) => {
            Role::Transparent
        }
        ("b" | "strong", _) => Role::Counts("strong"),
        ("i" | "em", _) => Role::Counts("em"),
        ("del" | "s" | "strike", _) => Role::Counts("s"),
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => Role::Counts("h"),
        ("thead" | "tbody" | "tfoot", _) => Role::Transparent,
        ("script" | "style" | "header", _) => Role::Nothing,
        ("p", _) => Role::Counts("p"),
        ("a", _) => Role::Counts("a"),
        ("ul", _) => Role::Counts("ul"),
        ("ol", _) => Role::Counts("ol"),
        ("li", _) => Role::Counts("li"),
        ("br", _) => Role::Counts("br"),
        ("hr", _) => Role::Counts("hr"),
        ("img", _) => Role::Counts("img"),
        ("u", _) => Role::Counts("u"),
        ("sub", _) => Role::Counts("sub"),
        ("sup", _) => Role::Counts("sup"),
        ("mark", _) => Role::Counts("mark"),
        ("code", _) => Role::Counts("code"),
        ("pre", _) => Role::Counts("pre"),
        ("blockquote", _) => Role::Counts("blockquote"),
        ("table" | "tr" | "td" | "th", _) => Role::Counts("cell"),
        _ => Role::Transparent,
    }
}

fn parsed(html: &str) -> RcDom {
    let context = html5ever::QualName::new(None, ns!(html), local_name!("div"));
    parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html)
}

/// Returns the structure of HTML in one line.
pub fn structure(html: &str) -> String {
    let mut out = String::new();
    push(&mut out, &parsed(html).document, "");
    // Editors use empty paragraphs for spacing.
    out.replace("<p></p>", "")
}

/// Returns all text of HTML, with a space between elements.
pub fn texts(html: &str) -> String {
    let mut out = String::new();
    push_text(&mut out, &parsed(html).document);
    out
}

fn push_text(out: &mut String, node: &Handle) {
    if let NodeData::Text { contents } = &node.data {
        out.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| push_text(out, child));
}

fn push(out: &mut String, node: &Handle, around: &str) {
    let mut name = "";
    match &node.data {
        NodeData::Text { contents } => {
            let mut text = contents.borrow().replace('&', "&amp;").replace('<', "&lt;");
            while around != "code" && text.contains("  ") {
                text = text.replace("  ", " ");
            }
            out.push_str(&text.replace('\u{A0}', " "));
        }
        NodeData::Element { name: tag, attrs, .. } => {
            let attrs = attrs.borrow();
            let attr =
                |name: &str| attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| attr.value.to_string());
            match role(&tag.local, &attr("part").unwrap_or_default()) {
                // The content of a quotation, an item or a cell is a paragraph, with or without an element for it.
                Role::Counts("p") if matches!(around, "blockquote" | "li" | "cell") => {}
                // A link without a target is its text.
                Role::Counts("a") if attr("href").is_none() => {}
                Role::Counts(counts) => name = counts,
                Role::Transparent => {}
                Role::Nothing => return,
            }
            if !name.is_empty() {
                let shown = match name {
                    // An address without a path has the path `/`.
                    "a" => attr("href").map(|href| href.trim_end_matches('/').to_owned()),
                    "img" => attr("src"),
                    "ol" => attr("start"),
                    _ => None,
                };
                out.push_str(
                    &["<", name, shown.map(|value| format!(" {value}")).as_deref().unwrap_or(""), ">"].concat(),
                );
            }
        }
        _ => {}
    }
    let inner = if name.is_empty() { around } else { name };
    node.children.borrow().iter().for_each(|child| push(out, child, inner));
    if !name.is_empty() && !matches!(name, "br" | "hr" | "img") {
        out.push_str(&["</", name, ">"].concat());
    }
}
