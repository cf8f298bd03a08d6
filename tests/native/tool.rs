//! The native tool from the outside: its input, its output, and its exit codes.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

const ARTICLE: &str = r#"{"headline":"Rain","body":"It rained."}"#;

/// Runs the tool on an input; returns its exit code, output and error output.
fn run(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut tool = tool(arguments);
    let mut stdin = tool.stdin.take().expect("an input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = tool.wait_with_output().expect("an end");
    writer.join().expect("no panic");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

fn tool(arguments: &[&str]) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-widget"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the tool")
}

/// Parses the lines of an output as JSON.
fn json(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn exit_codes_say_how_it_went() {
    let (code, html, complaints) = run(&["render"], ARTICLE.as_bytes());
    assert_eq!((code, complaints.as_str()), (0, ""));
    assert!(html.starts_with("<article") && html.ends_with("</article>\n"));
    let (code, html, complaints) = run(&["render", "-"], b"{}");
    assert_eq!((code, html.as_str()), (1, ""));
    assert!(complaints.starts_with("article-widget: unknown-format: "), "{complaints}");
    let (code, report, complaints) = run(&["check"], b"[");
    assert_eq!((code, complaints.as_str()), (1, ""));
    assert_eq!(json(&report)[0]["error"]["code"], "invalid-json");
    for wrong in [&["render", "no/such/file.json"][..], &["check", "--options", "{\"x\":1}"], &["print"]] {
        assert_eq!(run(wrong, b"").0, 2, "{wrong:?}");
    }
    let (code, help, _) = run(&["render", "--help"], b"");
    assert!(code == 0 && help.contains("Exit codes:") && help.contains("A blank line is no article either"), "{help}");
}

#[test]
fn a_report_says_what_it_should_and_no_more() {
    let (_, report, _) =
        run(&["check"], br#"{"headline":"H","author":"A","datePublished":"2024-01-02","lang":"en","x":1}"#);
    assert_eq!(
        report,
        concat!(
            r#"{"format":"article","articles":1,"headline":"H","datePublished":"2024-01-02","author":["A"],"lang":"en","#,
            r#""warnings":[{"code":"unknown-field","path":"/x","message":"unknown field x"}]}"#,
            "\n"
        )
    );
}

#[test]
fn every_line_has_its_answer_in_its_place() {
    let large = format!(r#"{{"headline":"{}"}}"#, "x".repeat(5_000_000));
    let mut input = Vec::new();
    for line in [ARTICLE, "", "  ", "{", r#"{"headline":"Two"}"#, &large, "[1]"] {
        input.extend(line.as_bytes());
        input.extend(b"\r\n");
    }
    input.extend(b"{\"headline\":\"\xFF\"}\n");
    input.extend(br#"{"headline":"last, without an end"}"#);
    let (code, output, complaints) = run(&["render", "--ndjson"], &input);
    assert_eq!((code, complaints.as_str()), (0, ""));
    let said: Vec<String> = json(&output)
        .iter()
        .map(|line| match line["error"]["code"].as_str() {
            Some(code) => code.to_owned(),
            None => {
                assert!(line["html"].as_str().expect("HTML").starts_with("<article"));
                line["report"]["headline"].as_str().expect("a headline").to_owned()
            }
        })
        .collect();
    let bad = "invalid-json";
    assert_eq!(
        said,
        ["Rain", bad, bad, bad, "Two", "too-large", "unknown-format", "invalid-encoding", "last, without an end"]
    );
    let (_, reports, _) = run(&["check", "--ndjson"], &input);
    let of_render: Vec<Value> = json(&output)
        .into_iter()
        .map(|mut line| if line["report"].is_null() { line } else { line["report"].take() })
        .collect();
    assert_eq!(json(&reports), of_render);
    assert_eq!(run(&["check", "--ndjson"], b""), (0, String::new(), String::new()));
}

#[test]
fn an_answer_comes_before_the_next_line() {
    let mut tool = tool(&["check", "--ndjson"]);
    let (mut input, output) = (tool.stdin.take().expect("an input"), tool.stdout.take().expect("an output"));
    let mut output = BufReader::new(output);
    for _ in 0..3 {
        writeln!(input, "{ARTICLE}").expect("it reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("it answers");
        assert!(line.contains(r#""headline":"Rain""#), "{line}");
    }
    drop(input);
    assert!(tool.wait().expect("an end").success());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut tool = tool(&["render", "--ndjson"]);
    drop(tool.stdout.take());
    let mut input = tool.stdin.take().expect("an input");
    // The tool stops reading at some point; the pipe holds less than this.
    while writeln!(input, "{ARTICLE}").is_ok() {}
    let output = tool.wait_with_output().expect("an end");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

/// A temporary file of one test, which is removed with it.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        Scratch(std::env::temp_dir().join(format!("article-widget-{}-{name}", std::process::id())))
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Returns articles of very different lengths, one per line, and a line without one.
fn many() -> Vec<u8> {
    let mut out = Vec::new();
    for number in 0..300 {
        let body = "It rained. ".repeat(1 + number * number % 997);
        out.extend(format!("{{\"headline\":\"{number}\",\"body\":\"{body}\"}}\n").bytes());
        if number == 200 {
            out.extend(b"{\n");
        }
    }
    out
}

#[test]
fn answers_keep_their_order_on_any_number_of_threads() {
    let (input, one) = (many(), run(&["render", "--ndjson", "--jobs", "1"], &many()));
    for jobs in ["2", "7"] {
        assert_eq!(run(&["render", "--ndjson", "--jobs", jobs], &input), one);
    }
    assert_eq!(json(&one.1).len(), 301);
    assert_eq!(run(&["render", "--jobs", "2"], b"").0, 2, "without --ndjson");
    assert_eq!(run(&["render", "--ndjson", "--jobs", "0"], b"").0, 2);
}

#[test]
fn an_interrupted_run_goes_on_where_it_stopped() {
    let (input, output) = (many(), Scratch::new("resumed.ndjson"));
    let whole = run(&["check", "--ndjson"], &input).1;
    let (code, out, complaints) = run(&["check", "--ndjson", "--output", output.path()], &input);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(complaints.contains("301 lines") && complaints.contains("1 without an article"), "{complaints}");
    assert!(complaints.contains("the first line without an article is 202: invalid-json: "), "{complaints}");
    assert_eq!(std::fs::read_to_string(output.path()).expect("answers"), whole);
    // Cut off within a line, at the end of one, before all of them, and not at all.
    for length in [whole.len() / 2, whole.find('\n').expect("a line") + 1, 0, whole.len()] {
        std::fs::write(output.path(), &whole.as_bytes()[..length]).expect("a file");
        let (code, _, complaints) = run(&["check", "--ndjson", "--resume", "-o", output.path()], &input);
        assert_eq!(code, 0, "{complaints}");
        assert_eq!(std::fs::read_to_string(output.path()).expect("answers"), whole, "{length}");
    }
    assert_eq!(run(&["check", "--ndjson", "--resume"], b"").0, 2, "without --output");
    assert_eq!(run(&["check", "--ndjson", "-o", "no/such/folder/file"], b"").0, 2);
}
