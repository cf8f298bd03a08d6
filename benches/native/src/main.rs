//! Renders articles natively for `npm run bench -- ssr`: the files are its arguments. For each line `INDEX TIMES` of
//! its input it renders that file so many times and prints the duration in nanoseconds.
use article_widget::{Options, Part, Parts, render_html};
use std::io::{BufRead, Error, Write, stdin, stdout};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let files: Vec<Vec<u8>> = std::env::args().skip(1).map(std::fs::read).collect::<Result<_, _>>()?;
    let shown = [Part::Breadcrumb, Part::Header, Part::Image, Part::Body, Part::Keywords, Part::Related];
    let options = Options::new().parts(Parts::of(&shown));
    for line in stdin().lock().lines() {
        let line = line?;
        let mut numbers = line.split(' ').map(|number| number.parse::<usize>().map_err(Error::other));
        let (Some(index), Some(times)) = (numbers.next().transpose()?, numbers.next().transpose()?) else { continue };
        let json = files.get(index).ok_or_else(|| Error::other("no such file"))?;
        let start = Instant::now();
        for _ in 0..times {
            std::hint::black_box(render_html(json, &options).map_err(Error::other)?);
        }
        writeln!(stdout(), "{}", start.elapsed().as_nanos())?;
    }
    Ok(())
}
