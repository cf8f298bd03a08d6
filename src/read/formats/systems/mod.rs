//! The answers of content systems and news services, and documents of unknown formats.

mod beginnings;
mod beside;
mod drupal;
mod drupal_styles;
mod facts;
mod generic;
mod generic_search;
mod news;
mod people;
mod refusal;
mod spelled;
mod wagtail;
mod wpgraphql;

use crate::read::format::Format;
pub(in crate::read) use generic_search::suits_better;
pub(in crate::read) use refusal::{refusal, seen};

/// The systems' formats in the order in which they are tried.
pub(in crate::read) const FORMATS: &[Format] = &[
    Format { name: "drupal", detect: drupal::detect, read: drupal::read },
    Format { name: "wpgraphql", detect: wpgraphql::detect, read: wpgraphql::read },
    Format { name: "wagtail", detect: wagtail::detect, read: wagtail::read },
    Format { name: "nyt", detect: news::is_nyt, read: news::read_nyt },
    Format { name: "newsapi", detect: news::is_newsapi, read: news::read_newsapi },
    Format { name: "gnews", detect: news::is_gnews, read: news::read_gnews },
    Format { name: "ap", detect: news::is_ap, read: news::read_ap },
];

/// The format of documents that are in no other format but have a title and a text.
pub(in crate::read) const GENERIC: &[Format] =
    &[Format { name: "generic", detect: generic::detect, read: generic::read }];
