//! Pictures, video and sound.

use super::{Inline, Layout, RichLabel};
use crate::text::Label;
use crate::text::lang::Lang;
use crate::url::SafeUrl;

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image<'a> {
    /// The URL of its file. Without one, `alt` is shown instead.
    pub src: Option<SafeUrl>,
    /// The same picture in other sizes.
    pub candidates: Vec<Candidate>,
    /// The text alternative for those who cannot see it (`alt` in HTML).
    pub alt: Label<'a>,
    /// Width and height in CSS pixels, which reserve its space before it has loaded.
    pub size: Option<(u32, u32)>,
    /// The point that must be visible if the picture is cropped. The default is the middle.
    pub focus: Option<Focus>,
}

/// A point of a picture, in percent of its sides from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

impl Focus {
    /// Returns the point at these fractions of the sides; `None` outside the picture.
    pub fn new(x: f64, y: f64) -> Option<Focus> {
        let inside = |part: f64| (0.0..=1.0).contains(&part);
        (inside(x) && inside(y)).then(|| Focus { x: (x * 100.0).round() as u8, y: (y * 100.0).round() as u8 })
    }
}

/// The same picture in another size (a candidate of `srcset` in HTML, section 4.8.4.2.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The URL of its file.
    pub src: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// A picture with caption and credit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure<'a> {
    /// The picture.
    pub image: Image<'a>,
    /// The target of a click on it.
    pub link: Option<SafeUrl>,
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
    /// Its author or owner.
    pub credit: RichLabel<'a>,
    /// Its layout.
    pub layout: Layout,
}

/// Several pictures that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gallery<'a> {
    /// The pictures; they have no layouts of their own.
    pub figures: Vec<Figure<'a>>,
    /// The caption that they share.
    pub caption: Vec<Inline<'a>>,
    /// The most pictures beside each other in a grid, 1 to 6. Without it, they form one row that scrolls.
    pub columns: Option<u8>,
    /// Its layout.
    pub layout: Layout,
}

/// The kind of a recording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MediaKind {
    /// Moving pictures.
    #[default]
    Video,
    /// Sound.
    Audio,
}

/// A video or a sound recording that the browser plays itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Media<'a> {
    /// Video or sound.
    pub kind: MediaKind,
    /// The files to choose from.
    pub sources: Vec<Source<'a>>,
    /// Its subtitles, captions, descriptions and chapters.
    pub tracks: Vec<Track<'a>>,
    /// The picture that is shown before it plays.
    pub poster: Option<SafeUrl>,
    /// Its title, which is its accessible name.
    pub title: Option<Label<'a>>,
    /// Width and height in CSS pixels.
    pub size: Option<(u32, u32)>,
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
    /// Its author or owner.
    pub credit: RichLabel<'a>,
    /// Its layout.
    pub layout: Layout,
}

/// A file of a video or sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Source<'a> {
    /// The URL of its file.
    pub src: SafeUrl,
    /// Its media type, such as `video/mp4`.
    pub media_type: Option<Label<'a>>,
}

/// The kind of a track (HTML, section 4.8.11.11.5, `kind`), except `metadata`, which is only for scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrackKind {
    /// Speech and sounds as text, for those who cannot hear them.
    #[default]
    Captions,
    /// Speech as text, translated.
    Subtitles,
    /// A description of the pictures, for those who cannot see them.
    Descriptions,
    /// Titles of the chapters.
    Chapters,
}

impl TrackKind {
    /// The values of `kind`, separated by spaces, in the order of [`ALL`](TrackKind::ALL).
    pub const NAMES: &str = "captions subtitles descriptions chapters";

    /// Every kind.
    pub const ALL: [TrackKind; 4] =
        [TrackKind::Captions, TrackKind::Subtitles, TrackKind::Descriptions, TrackKind::Chapters];

    /// Returns the value of the attribute `kind`.
    pub fn as_str(self) -> &'static str {
        match self {
            TrackKind::Captions => "captions",
            TrackKind::Subtitles => "subtitles",
            TrackKind::Descriptions => "descriptions",
            TrackKind::Chapters => "chapters",
        }
    }
}

/// A WebVTT file for a video or sound, fetched when a reader turns it on.
#[derive(Clone, Debug, PartialEq)]
pub struct Track<'a> {
    /// The URL of its file.
    pub src: SafeUrl,
    /// Its kind.
    pub kind: TrackKind,
    /// Its language. The default is the language of the article.
    pub lang: Option<Lang>,
    /// Its name in the menu of tracks.
    pub label: Option<Label<'a>>,
}
