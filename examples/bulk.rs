//! Renders article JSON line by line, from standard input to standard output: one line of JSON for each article.
//!
//! ```sh
//! cargo run --release --example bulk < articles.ndjson > rendered.ndjson
//! ```
use article_widget::{Options, render_html, to_json};
use std::io::{self, BufRead, BufWriter, Write};

fn main() -> io::Result<()> {
    let options = Options::default();
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        // One bad article must not affect the others.
        match render_html(line?.as_bytes(), &options) {
            Ok(rendered) => {
                let html = serde_json::to_string(&rendered.html)?;
                writeln!(out, r#"{{"html":{html},"report":{}}}"#, to_json(Ok(&rendered.report)))?;
            }
            Err(error) => writeln!(out, "{}", to_json(Err(&error)))?,
        }
    }
    out.flush()
}
