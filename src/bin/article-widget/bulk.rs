//! Renders articles in bulk: one line in, one line out, in the same order, on several threads.
//!
//! One thread reads lines, several render them, and this one writes the answers in their order. The lines and bytes
//! under way at a time are limited, so memory does not grow with the input, whatever the order in which the answers
//! come.

use crate::lines::next_line;
use crate::progress::Progress;
use article_widget::{Error, Options};
use std::collections::BTreeMap;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, RecvError, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Renders the answer to one document.
pub type Answer = fn(&[u8], &Options) -> (Vec<u8>, Option<Error>);

/// The size of the buffers for reading and writing, in bytes.
const BUFFER: usize = 1 << 16;

/// The most lines under way per thread, and the most bytes of lines and answers together, beyond the largest.
const LINES: u64 = 16;
const BYTES: u64 = 64 << 20;

/// The stack of a thread, equal to the main thread's on other systems: documents are nested.
const STACK: usize = 8 << 20;

/// The task of a bulk run.
pub struct Work {
    pub file: Box<dyn Read + Send>,
    pub answer: Answer,
    pub options: Options,
    pub jobs: usize,
    /// How many lines an earlier run has answered.
    pub skip: u64,
}

/// A line, and its length in the input in bytes.
struct Line {
    number: u64,
    bytes: u64,
    text: Vec<u8>,
}

/// The outcome of a line, or of reading.
enum Event {
    Skipped(u64),
    Answered { number: u64, bytes: u64, held: u64, answer: Vec<u8>, error: Option<Error> },
    Failed(io::Error),
}

/// The lines and bytes that are read and not yet written.
#[derive(Default)]
struct UnderWay {
    counts: Mutex<(u64, u64)>,
    less: Condvar,
}

impl UnderWay {
    fn lock(&self) -> MutexGuard<'_, (u64, u64)> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room for another line.
    fn enter(&self, most: u64, bytes: u64) {
        let mut counts = self.lock();
        while counts.0 > 0 && (counts.0 >= most || counts.1 + bytes > BYTES) {
            counts = self.less.wait(counts).unwrap_or_else(PoisonError::into_inner);
        }
        counts.0 += 1;
        counts.1 += bytes;
    }

    /// Replaces the bytes of a line with the bytes of its answer.
    fn becomes(&self, line: u64, answer: u64) {
        let mut counts = self.lock();
        counts.1 = (counts.1 + answer).saturating_sub(line);
    }

    /// Removes an answer that has been written.
    fn leave(&self, bytes: u64) {
        let mut counts = self.lock();
        counts.0 = counts.0.saturating_sub(1);
        counts.1 = counts.1.saturating_sub(bytes);
        self.less.notify_one();
    }
}

/// Answers each line of the input. If the output fails, the threads end with the process: one of them may wait for
/// input that never comes.
pub fn run(work: Work, target: Box<dyn Write>, progress: &mut Progress) -> io::Result<()> {
    let Work { file, answer, options, jobs, skip } = work;
    let (options, under_way) = (Arc::new(options), Arc::new(UnderWay::default()));
    let (to_workers, lines) = sync_channel::<Line>(jobs);
    let (events, from_workers) = channel();
    let lines = Arc::new(Mutex::new(lines));
    for _ in 0..jobs {
        let (lines, events) = (Arc::clone(&lines), events.clone());
        let (options, under_way) = (Arc::clone(&options), Arc::clone(&under_way));
        thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || work_off(&lines, &events, answer, &options, &under_way))?;
    }
    let (limit, most) = (options.max_bytes, LINES * jobs as u64);
    let reading = Arc::clone(&under_way);
    thread::Builder::new().spawn(move || {
        if let Err(error) = read_lines(file, limit, skip, most, &reading, &to_workers, &events) {
            let _ = events.send(Event::Failed(error));
        }
    })?;
    write_answers(&from_workers, skip, target, &under_way, progress)
}

/// Hands out the lines that no earlier run has answered.
fn read_lines(
    file: Box<dyn Read + Send>,
    limit: usize,
    skip: u64,
    most: u64,
    under_way: &UnderWay,
    workers: &SyncSender<Line>,
    events: &Sender<Event>,
) -> io::Result<()> {
    let mut input = BufReader::with_capacity(BUFFER, file);
    let mut skipped = 0;
    for _ in 0..skip {
        skipped += next_line(&mut input, 0, &mut Vec::new())?;
    }
    let _ = events.send(Event::Skipped(skipped));
    for number in skip.. {
        let mut text = Vec::new();
        let bytes = next_line(&mut input, limit, &mut text)?;
        if bytes == 0 {
            break;
        }
        under_way.enter(most, text.len() as u64);
        if workers.send(Line { number, bytes, text }).is_err() {
            break;
        }
    }
    Ok(())
}

/// Answers lines until there are no more.
fn work_off(
    lines: &Mutex<Receiver<Line>>,
    events: &Sender<Event>,
    answer: Answer,
    options: &Options,
    under_way: &UnderWay,
) {
    loop {
        let line = lines.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Line { number, bytes, text }) = line else { return };
        let (answer, error) = answer(&text, options);
        let held = answer.len() as u64;
        under_way.becomes(text.len() as u64, held);
        if events.send(Event::Answered { number, bytes, held, answer, error }).is_err() {
            return;
        }
    }
}

/// Writes the answers in the order of their lines, each without delay: a program may wait for it before it sends more.
fn write_answers(
    events: &Receiver<Event>,
    first: u64,
    target: Box<dyn Write>,
    under_way: &UnderWay,
    progress: &mut Progress,
) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(BUFFER, target);
    let (mut next, mut early) = (first, BTreeMap::new());
    loop {
        let event = match events.try_recv() {
            Err(TryRecvError::Empty) => {
                output.flush()?;
                events.recv()
            }
            Err(TryRecvError::Disconnected) => Err(RecvError),
            Ok(event) => Ok(event),
        };
        match event {
            Err(RecvError) => return output.flush(),
            Ok(Event::Failed(error)) => {
                output.flush()?;
                return Err(error);
            }
            Ok(Event::Skipped(bytes)) => progress.skip(bytes),
            Ok(Event::Answered { number, bytes, held, answer, error }) => {
                early.insert(number, (bytes, held, answer, error));
            }
        }
        while let Some((bytes, held, answer, error)) = early.remove(&next) {
            output.write_all(&answer)?;
            output.write_all(b"\n")?;
            under_way.leave(held);
            progress.note(bytes, error);
            next += 1;
        }
    }
}
