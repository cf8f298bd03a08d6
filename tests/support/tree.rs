//! Trees to compare: that of html5ever, which parses HTML like browsers, and that of a player for a batch.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::{Batch, Op};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Returns the tree of a batch, one line per node.
pub fn of_batch(batch: &Batch) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for op in batch.iter() {
        match op {
            Op::Open(name) => {
                line(&mut out, depth, &format!("<{name}>"));
                depth += 1;
            }
            Op::Attribute(name, value) => line(&mut out, depth, &format!("{name}={value:?}")),
            Op::Text(text) => line(&mut out, depth, &format!("{text:?}")),
            Op::Close => depth -= 1,
        }
    }
    out
}

/// Returns the tree of HTML parsed inside a `div`, in the same form.
pub fn of_html(html: &str) -> String {
    let context = html5ever::QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let mut out = String::new();
    let root = dom.document.children.borrow();
    for node in root.first().expect("a root").children.borrow().iter() {
        push(&mut out, 0, node);
    }
    out
}

fn push(out: &mut String, depth: usize, node: &Handle) {
    match &node.data {
        NodeData::Text { contents } => line(out, depth, &format!("{:?}", contents.borrow().as_ref() as &str)),
        NodeData::Element { name, attrs, .. } => {
            line(out, depth, &format!("<{}>", name.local));
            for attr in attrs.borrow().iter() {
                line(out, depth + 1, &format!("{}={:?}", attr.name.local, attr.value.as_ref() as &str));
            }
            for child in node.children.borrow().iter() {
                push(out, depth + 1, child);
            }
        }
        other => line(out, depth, &format!("{other:?}")),
    }
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&" ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}
