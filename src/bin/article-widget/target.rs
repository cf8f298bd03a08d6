//! The target of a bulk run's answers.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Opens a file for the answers, or standard output. Also returns how many answers it already has: none, unless an
/// interrupted run is continued.
pub fn open(path: Option<&Path>, resume: bool) -> io::Result<(Box<dyn Write>, u64)> {
    let Some(path) = path else { return Ok((Box::new(io::stdout().lock()), 0)) };
    if !resume {
        return Ok((Box::new(File::create(path)?), 0));
    }
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    let (lines, whole) = count_lines(&mut file)?;
    // Removes the answer that was being written at the interruption.
    file.set_len(whole)?;
    file.seek(SeekFrom::Start(whole))?;
    Ok((Box::new(file), lines))
}

/// Returns how many complete lines a file has, and the end of the last one.
fn count_lines(file: &mut impl Read) -> io::Result<(u64, u64)> {
    let (mut lines, mut at, mut whole) = (0, 0, 0);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = match file.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if read == 0 {
            return Ok((lines, whole));
        }
        for byte in buffer.iter().take(read) {
            at += 1;
            if *byte == b'\n' {
                lines += 1;
                whole = at;
            }
        }
    }
}
