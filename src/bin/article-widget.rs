//! The native tool: articles to HTML, and what there is to say of them.

use article_widget::{Error, Options, check, options_from_json, render_html, to_json};
use clap::{Parser, Subcommand};
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::process::ExitCode;

/// Shows articles, in whatever JSON their publishers have.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints an article as HTML.
    Render {
        /// The article's JSON; - for standard input.
        file: Option<String>,
        /// One document a line from standard input, and one line of JSON for each: {"html", "report"} or {"error"}.
        #[arg(long, conflicts_with = "file")]
        ndjson: bool,
        /// Options as a JSON object, such as {"headingLevel": 1}.
        #[arg(long, default_value = "{}")]
        options: String,
    },
    /// Prints what was read of an article, and what could not be shown, as JSON.
    Check {
        /// The article's JSON; - for standard input.
        file: String,
        /// Options as a JSON object.
        #[arg(long, default_value = "{}")]
        options: String,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("article-widget: {message}");
            ExitCode::from(2)
        }
    }
}

/// Runs a command; an error is a sentence for the person who called it.
fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Render { ndjson: true, options, .. } => {
            lines(&self::options(&options)?).map_err(|error| error.to_string())
        }
        Command::Render { file, options, .. } => {
            let json = read(file.as_deref().unwrap_or("-"))?;
            match render_html(&json, &self::options(&options)?) {
                Ok(rendered) => {
                    for warning in &rendered.report.warnings {
                        eprintln!("{} {}: {}", warning.code.as_str(), warning.path, warning.message);
                    }
                    print(&rendered.html)
                }
                Err(error) => Err(describe(&error)),
            }
        }
        Command::Check { file, options } => {
            let outcome = check(&read(&file)?, &self::options(&options)?);
            print(&to_json(outcome.as_ref()))?;
            Ok(if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}

/// Renders each line of standard input, in order and in constant memory.
fn lines(options: &Options) -> io::Result<ExitCode> {
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        match render_html(line.trim_ascii(), options) {
            Ok(rendered) => {
                let html = serde_json::to_string(&rendered.html)?;
                writeln!(output, "{{\"html\":{html},\"report\":{}}}", to_json(Ok(&rendered.report)))?;
            }
            Err(error) => writeln!(output, "{}", to_json(Err(&error)))?,
        }
        line.clear();
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn options(json: &str) -> Result<Options, String> {
    let (options, warnings) =
        options_from_json(json.as_bytes()).map_err(|error| format!("--options: {}", describe(&error)))?;
    match warnings.first() {
        Some(warning) => Err(format!("--options: {} {}", warning.path, warning.message)),
        None => Ok(options),
    }
}

fn read(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match file {
        "-" => io::stdin().read_to_end(&mut bytes).map(|_| bytes),
        path => std::fs::read(path),
    }
    .map_err(|error| format!("{file}: {error}"))
}

/// Prints a line; a reader that has gone away is no error.
fn print(text: &str) -> Result<ExitCode, String> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn describe(error: &Error) -> String {
    format!("{}: {error}", error.code().as_str())
}
