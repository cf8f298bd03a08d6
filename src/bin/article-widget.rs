//! The native tool: articles to HTML, and what there is to say of them.

use article_widget::{Error, Options, check, render_html, to_json};
use clap::{Args, Parser, Subcommand};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

/// Shows articles, in whatever JSON their publishers have.
#[derive(Parser)]
#[command(version, after_help = EXIT)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT: &str = "\
Exit codes:
  0  done; with --ndjson also where lines hold no article, which their answers say
  1  the input holds no article that can be shown
  2  wrong arguments, or a file that cannot be read or written";

#[derive(Subcommand)]
enum Command {
    /// Prints an article as HTML; its warnings go to standard error.
    #[command(after_help = EXIT)]
    Render(Input),
    /// Prints what was read of an article, and what could not be shown, as JSON.
    #[command(after_help = EXIT)]
    Check(Input),
}

#[derive(Args)]
struct Input {
    /// The article's JSON; - for standard input.
    #[arg(default_value = "-")]
    file: String,
    /// One document a line in, one line of JSON for each out, in the same order: {"html", "report"} from `render`, the
    /// report from `check`, {"error"} where there is no article. A blank line is no article either, so that the lines
    /// stay side by side. Lines may end with CR LF. Memory does not grow with their number.
    #[arg(long)]
    ndjson: bool,
    /// Options as a JSON object, such as {"headingLevel": 1}.
    #[arg(long, default_value = "{}")]
    options: String,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(message) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

/// Runs a command; an error is a sentence for the person who called it.
fn run(command: Command) -> Result<ExitCode, String> {
    let (input, answer): (_, Answer) = match &command {
        Command::Render(input) => (input, rendered),
        Command::Check(input) => (input, checked),
    };
    let options = options(&input.options)?;
    let file = open(&input.file).map_err(|error| format!("{}: {error}", input.file))?;
    if input.ndjson {
        return quietly(lines(file, answer, &options));
    }
    let mut json = Vec::new();
    // What is beyond the limit need not be read to be refused.
    let limit = (options.max_bytes as u64).saturating_add(1);
    file.take(limit).read_to_end(&mut json).map_err(|error| format!("{}: {error}", input.file))?;
    match command {
        Command::Render(_) => match render_html(&json, &options) {
            Ok(rendered) => {
                for warning in &rendered.report.warnings {
                    complain(&format!("{} {}: {}", warning.code.as_str(), warning.path, warning.message));
                }
                print(&rendered.html, ExitCode::SUCCESS)
            }
            Err(error) => {
                complain(&describe(&error));
                Ok(ExitCode::FAILURE)
            }
        },
        Command::Check(_) => {
            let outcome = check(&json, &options);
            let code = if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            print(&to_json(outcome.as_ref()), code)
        }
    }
}

/// Writes the answer to one document, without the end of the line.
type Answer = fn(&[u8], &Options, &mut dyn Write) -> io::Result<()>;

fn rendered(json: &[u8], options: &Options, mut output: &mut dyn Write) -> io::Result<()> {
    match render_html(json, options) {
        Ok(rendered) => {
            output.write_all(b"{\"html\":")?;
            serde_json::to_writer(&mut output, &rendered.html)?;
            write!(output, ",\"report\":{}}}", to_json(Ok(&rendered.report)))
        }
        Err(error) => output.write_all(to_json(Err(&error)).as_bytes()),
    }
}

fn checked(json: &[u8], options: &Options, output: &mut dyn Write) -> io::Result<()> {
    output.write_all(to_json(check(json, options).as_ref()).as_bytes())
}

/// Answers each line of the input, in order and in constant memory.
fn lines(file: Box<dyn Read>, answer: Answer, options: &Options) -> io::Result<()> {
    const BUFFER: usize = 1 << 16;
    let mut input = BufReader::with_capacity(BUFFER, file);
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut line = Vec::new();
    loop {
        if input.buffer().is_empty() {
            // Whoever writes a line and waits for its answer gets it.
            output.flush()?;
        }
        if !next_line(&mut input, options.max_bytes, &mut line)? {
            return output.flush();
        }
        answer(&line, options, &mut output)?;
        output.write_all(b"\n")?;
        line.clear();
        line.shrink_to(BUFFER);
    }
}

/// Reads a line without its end, of one that is longer than the limit only as much as shows that; false behind the last.
fn next_line(input: &mut impl BufRead, limit: usize, line: &mut Vec<u8>) -> io::Result<bool> {
    let mut found = false;
    loop {
        let bytes = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            bytes => bytes?,
        };
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let (run, read) = (end.unwrap_or(bytes.len()), end.map_or(bytes.len(), |end| end + 1));
        found |= read > 0;
        let room = limit.saturating_add(2).saturating_sub(line.len());
        line.extend(bytes.iter().take(run.min(room)));
        input.consume(read);
        if end.is_some() || read == 0 {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok(found);
        }
    }
}

fn options(json: &str) -> Result<Options, String> {
    let (options, warnings) =
        Options::from_json(json.as_bytes()).map_err(|error| format!("--options: {}", describe(&error)))?;
    match warnings.first() {
        Some(warning) => Err(format!("--options: {} {}", warning.path, warning.message)),
        None => Ok(options),
    }
}

fn open(file: &str) -> io::Result<Box<dyn Read>> {
    Ok(match file {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path)?),
    })
}

/// Prints a line.
fn print(text: &str, code: ExitCode) -> Result<ExitCode, String> {
    quietly(writeln!(io::stdout(), "{text}")).map(|_| code)
}

/// An outcome of writing: a reader that has gone away is no error.
fn quietly(outcome: io::Result<()>) -> Result<ExitCode, String> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Writes a line for the person who called; if nobody can read it, nobody does.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "article-widget: {message}");
}

fn describe(error: &Error) -> String {
    format!("{}: {error}", error.code().as_str())
}
