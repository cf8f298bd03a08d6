//! The native tool: prints articles as HTML, and their reports.

mod bulk;
mod lines;
mod progress;
mod target;

use article_widget::{Error, Options, check, render_html, to_json};
use clap::{Args, Parser, Subcommand};
use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows articles in the JSON of their publishers.
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
    /// Prints the facts of an article, and what could not be shown, as JSON.
    #[command(after_help = EXIT)]
    Check(Input),
}

#[derive(Args)]
struct Input {
    /// The article's JSON; - for standard input.
    #[arg(default_value = "-")]
    file: String,
    /// Reads one document per line and writes one line of JSON for each, in the same order: {"html", "report"} from
    /// `render`, the report from `check`, {"error"} if there is no article. A blank line is no article either, so that
    /// the lines correspond. Lines may end with CR LF. All cores are used; memory does not grow with the number of
    /// lines. On a terminal, standard error shows the progress.
    #[arg(long)]
    ndjson: bool,
    /// How many lines are processed at once; by default the number of cores.
    #[arg(long, requires = "ndjson", value_name = "NUMBER")]
    jobs: Option<NonZero<usize>>,
    /// Writes the answers to this file, and reports at the end how many lines hold no article.
    #[arg(long, short, requires = "ndjson", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Continues an interrupted run: skips as many lines of the input as the output file has complete lines, and
    /// replaces an incomplete line at its end.
    #[arg(long, requires = "output")]
    resume: bool,
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

/// Runs a command; an error is a sentence for the user.
fn run(command: Command) -> Result<ExitCode, String> {
    let (input, answer): (_, bulk::Answer) = match &command {
        Command::Render(input) => (input, rendered),
        Command::Check(input) => (input, checked),
    };
    let options = options(&input.options)?;
    let (file, size) = open(&input.file).map_err(|error| format!("{}: {error}", input.file))?;
    if input.ndjson {
        return answer_lines(input, answer, options, file, size);
    }
    let mut json = Vec::new();
    // Input beyond the limit need not be read to be refused.
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

/// Answers each line of a file.
fn answer_lines(
    input: &Input,
    answer: bulk::Answer,
    options: Options,
    file: Box<dyn Read + Send>,
    size: Option<u64>,
) -> Result<ExitCode, String> {
    let named = |error: io::Error| match &input.output {
        Some(path) => format!("{}: {error}", path.display()),
        None => error.to_string(),
    };
    let (target, done) = target::open(input.output.as_deref(), input.resume).map_err(named)?;
    let jobs = input.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let mut progress = progress::Progress::new(size, done);
    let outcome = bulk::run(bulk::Work { file, answer, options, jobs, skip: done }, target, &mut progress);
    progress.end(input.output.is_some());
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(named(error)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Returns the answer to one document, without a line end, and the error if there is no article.
fn rendered(json: &[u8], options: &Options) -> (Vec<u8>, Option<Error>) {
    match render_html(json, options) {
        Ok(rendered) => {
            let mut line = b"{\"html\":".to_vec();
            // Writing to memory does not fail.
            let _ = serde_json::to_writer(&mut line, &rendered.html);
            line.extend(b",\"report\":");
            line.extend(to_json(Ok(&rendered.report)).as_bytes());
            line.push(b'}');
            (line, None)
        }
        Err(error) => (to_json(Err(&error)).into_bytes(), Some(error)),
    }
}

fn checked(json: &[u8], options: &Options) -> (Vec<u8>, Option<Error>) {
    let outcome = check(json, options);
    (to_json(outcome.as_ref()).into_bytes(), outcome.err())
}

fn options(json: &str) -> Result<Options, String> {
    let (options, warnings) =
        Options::from_json(json.as_bytes()).map_err(|error| format!("--options: {}", describe(&error)))?;
    match warnings.first() {
        Some(warning) => Err(format!("--options: {} {}", warning.path, warning.message)),
        None => Ok(options),
    }
}

/// Opens a file or standard input; also returns its size in bytes, if known.
fn open(file: &str) -> io::Result<(Box<dyn Read + Send>, Option<u64>)> {
    Ok(match file {
        "-" => (Box::new(io::stdin()), None),
        path => {
            let file = File::open(path)?;
            let size = file.metadata().ok().filter(|data| data.is_file()).map(|data| data.len());
            (Box::new(file), size)
        }
    })
}

/// Prints a line.
fn print(text: &str, code: ExitCode) -> Result<ExitCode, String> {
    quietly(writeln!(io::stdout(), "{text}")).map(|_| code)
}

/// Converts the outcome of writing: a closed pipe is no error.
fn quietly(outcome: io::Result<()>) -> Result<ExitCode, String> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Writes a message to standard error, if it can be written.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "article-widget: {message}");
}

fn describe(error: &Error) -> String {
    format!("{}: {error}", error.code().as_str())
}
