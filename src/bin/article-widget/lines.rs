//! Reads a file line by line.

use std::io::{self, BufRead};

/// Reads a line without its end, and cuts one that is longer than the limit soon after it. Returns how many bytes the
/// line has with its end, 0 at the end of the file.
pub fn next_line(input: &mut impl BufRead, limit: usize, line: &mut Vec<u8>) -> io::Result<u64> {
    let mut taken = 0;
    loop {
        let bytes = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            bytes => bytes?,
        };
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let (run, read) = (end.unwrap_or(bytes.len()), end.map_or(bytes.len(), |end| end + 1));
        taken += read as u64;
        let room = limit.saturating_add(2).saturating_sub(line.len());
        line.extend(bytes.iter().take(run.min(room)));
        input.consume(read);
        if end.is_some() || read == 0 {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok(taken);
        }
    }
}
