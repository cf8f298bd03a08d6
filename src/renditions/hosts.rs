//! The hosts that are known to resize, and how they are asked: the one list of them.
//!
//! A new host is a line of [`HOSTS`]. The rules are those of the hosts' own documentation, which `docs/pictures.md` names.

use super::address::scale;
use super::{paths, query};
use crate::text::{ascii, template};
use crate::url::SafeUrl;

/// A host, or several that are asked alike.
struct Host {
    /// Names of hosts, with spaces between them; one that begins with a dot stands for all that end in it. Without any,
    /// the path alone tells.
    names: &'static str,
    /// What has to stand in the path.
    path: &'static str,
    /// The widths that it makes, with commas between them; empty where it makes every one.
    steps: &'static str,
    /// How an address is asked for in a width.
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
    // Prismic, DatoCMS and Unsplash have their pictures at imgix.
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
    Host { names: ".bbci.co.uk .bbc.co.uk", path: "/ace/ws/", steps: "240,320,480,624,800", template: paths::ichef },
    Host { names: ".bbci.co.uk .bbc.co.uk", path: "/", steps: "240,320,480,640,800,1024,1536", template: paths::ichef },
];

/// An address with places for a width and for the height that belongs to it.
pub(super) struct Template {
    text: String,
    /// A width and a height, whose proportion stays.
    pub sides: Option<(u32, u32)>,
    /// Whether the address that it was made from is that of the whole picture, which is wider than all others.
    pub is_whole: bool,
    /// The width of what stands at that address, where it tells.
    pub most: Option<u32>,
    /// Width and height of what stands at that address, where it says both of a picture that is made to have them.
    pub made: Option<(u32, u32)>,
    /// Whether the host refuses a width that is more than the picture's, so that this has to be known.
    pub is_strict: bool,
}

impl Template {
    /// The place of the width. Braces are encoded in every address.
    pub const WIDTH: &str = "{w}";
    /// The place of the height.
    pub const HEIGHT: &str = "{h}";

    /// The template of these parts.
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

/// How a picture is asked for in other widths.
pub(super) struct Found {
    /// The widths that there are; empty where it is every one.
    pub steps: &'static str,
    template: Template,
}

impl Found {
    /// How wide the picture at its own address is, if it is `own` pixels wide as a whole, where that is known.
    pub fn width(&self, own: Option<u32>) -> Option<u32> {
        self.template.most.or(own.filter(|_| self.template.is_whole))
    }

    /// Width and height that its own address asks for, if what is made there has just these.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.template.made
    }

    /// Its address in a width.
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

/// How a picture, `own` pixels wide where that is known, is asked for in other widths by a host that is known to resize;
/// not at all where it is drawn by lines or may move.
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
