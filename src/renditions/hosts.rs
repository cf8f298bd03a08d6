//! The list of hosts that are known to resize pictures, and how each is asked.
//!
//! A new host is a line of [`HOSTS`]. The rules follow the hosts' own documentation, which `docs/reference/pictures.md`
//! lists.

use super::address::scale;
use super::{paths, query};
use crate::text::{ascii, template};
use crate::url::SafeUrl;

/// A host, or several with the same rules.
struct Host {
    /// Names of hosts, separated by spaces; one that begins with a dot matches all names with this suffix. If empty,
    /// the path alone decides.
    names: &'static str,
    /// Text that the path must contain.
    path: &'static str,
    /// The widths that it makes, separated by commas; empty if it makes any width.
    steps: &'static str,
    /// Makes the template for other widths from an address.
    template: fn(&str) -> Option<Template>,
}

const IMGIX: &str = "fit=max auto=format";

const HOSTS: &[Host] = &[
    Host { names: "cdn.sanity.io", path: "/images/", steps: "", template: |url| query::template(url, "w h", IMGIX) },
    Host {
        names: "images.ctfassets.net images.eu.ctfassets.net images.contentful.com images.secure.ctfassets.net",
        path: "/",
        steps: "",
        template: |url| query::template(url, "w h", ""),
    },
    // Prismic, DatoCMS and Unsplash store their pictures at imgix.
    Host {
        names: ".imgix.net images.prismic.io www.datocms-assets.com images.unsplash.com plus.unsplash.com",
        path: "/",
        steps: "",
        template: |url| query::template(url, "w h", IMGIX),
    },
    Host {
        names: "i0.wp.com i1.wp.com i2.wp.com i3.wp.com .files.wordpress.com",
        path: "/",
        steps: "",
        template: |url| query::template(url, "w h", ""),
    },
    Host { names: ".wordpress.com", path: "/wp-content/", steps: "", template: |url| query::template(url, "w h", "") },
    Host { names: "cdn.shopify.com", path: "/s/files/", steps: "", template: paths::shopify },
    Host { names: "", path: "/cdn/shop/", steps: "", template: paths::shopify },
    Host {
        names: "images.squarespace-cdn.com static1.squarespace.com",
        path: "/",
        steps: "100,300,500,750,1000,1500,2500",
        template: paths::squarespace,
    },
    Host { names: ".storyblok.com", path: "/f/", steps: "", template: paths::storyblok },
    Host { names: ".cloudinary.com", path: "/image/", steps: "", template: paths::cloudinary },
    Host { names: "", path: "/content/images/", steps: "600,1000,1600,2400", template: paths::ghost },
    Host { names: "upload.wikimedia.org", path: "/", steps: "330,500,960,1280,1920", template: paths::wikimedia },
    Host { names: "media.guim.co.uk", path: "/", steps: "140,500,1000,2000", template: paths::guardian },
    Host { names: ".bbci.co.uk .bbc.co.uk", path: "/ace/ws/", steps: "240,320,480,624,800", template: paths::ichef },
    Host { names: ".bbci.co.uk .bbc.co.uk", path: "/", steps: "240,320,480,640,800,1024,1536", template: paths::ichef },
];

/// An address with placeholders for a width and the corresponding height.
pub(super) struct Template {
    text: String,
    /// A width and a height whose proportion is kept.
    pub sides: Option<(u32, u32)>,
    /// Whether the original address is that of the whole picture, which is wider than all versions.
    pub is_whole: bool,
    /// The width of the picture at the original address, if the address contains it.
    pub most: Option<u32>,
    /// Width and height of the picture at the original address, if the address requests exactly these.
    pub made: Option<(u32, u32)>,
    /// Whether the host refuses widths beyond that of the picture, so that this must be known.
    pub is_strict: bool,
}

impl Template {
    /// The placeholder of the width. Addresses encode braces, so it cannot occur by itself.
    pub const WIDTH: &str = "{w}";
    /// The placeholder of the height.
    pub const HEIGHT: &str = "{h}";

    /// Creates a template from these parts.
    pub fn new(parts: &[&str]) -> Template {
        Template {
            text: template::concat(parts),
            sides: None,
            is_whole: false,
            most: None,
            made: None,
            is_strict: false,
        }
    }

    /// Adds these parts.
    pub fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
    }
}

/// The other widths of a picture.
pub(super) struct Found {
    /// The available widths; empty if any width is available.
    pub steps: &'static str,
    template: Template,
}

impl Found {
    /// Returns the width of the picture at its own address, if known; `own` is the width of the whole picture.
    pub fn width(&self, own: Option<u32>) -> Option<u32> {
        self.template.most.or(own.filter(|_| self.template.is_whole))
    }

    /// Returns the width and height that its own address requests, if the result has exactly these.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.template.made
    }

    /// Returns its address in a width.
    pub fn make(&self, width: u32) -> String {
        let url = self.template.text.replace(Template::WIDTH, &ascii::decimal(width.into()));
        match self.template.sides {
            Some((before, height)) => {
                url.replace(Template::HEIGHT, &ascii::decimal(scale(height, width, before).into()))
            }
            None => url,
        }
    }
}

/// Returns how a known host is asked for other widths of a picture, which is `own` pixels wide if known. Returns `None`
/// for vector graphics and pictures that may move.
pub(super) fn find(src: &SafeUrl, own: Option<u32>) -> Option<Found> {
    let (url, _) = ascii::cut(src.as_str(), b"#");
    let path = url.get(src.origin().len()..)?;
    let file = ascii::cut(path, b"?").0;
    let ending = ascii::rsplit_once(file, b'.').map_or("", |(_, ending)| ending);
    if matches!(ending.to_ascii_lowercase().as_str(), "svg" | "gif" | "ico") {
        return None;
    }
    let host = src.origin().rsplit('/').next().unwrap_or("");
    let is_named = |name: &str| if name.starts_with('.') { host.ends_with(name) } else { host == name };
    let fits =
        |known: &&Host| (known.names.is_empty() || known.names.split(' ').any(is_named)) && file.contains(known.path);
    let known = HOSTS.iter().find(fits)?;
    let template = (known.template)(url)?;
    if template.is_strict && template.most.or(own).is_none() {
        return None;
    }
    Some(Found { steps: known.steps, template })
}
