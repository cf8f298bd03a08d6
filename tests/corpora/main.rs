//! Real articles of all formats, compared with what their publishers, browsers and a strictly conforming parser show.
//!
//! The corpora are not part of the project. If `../shared/corpora` is absent, the runner prints `ignored` and why.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

use libtest_mimic::{Arguments, Completion, Trial};

#[path = "../support/mod.rs"]
mod support;

mod accounting;
mod commonmark;
#[cfg(feature = "icu")]
mod dates;
mod editors;
mod html_words;
mod payloads;
mod publishers;
mod suites;
mod web;

/// The tests by name.
const TESTS: &[(&str, fn())] = &[
    ("accounting::sentinels_are_shown_or_named", accounting::sentinels_are_shown_or_named),
    #[cfg(feature = "icu")]
    (
        "dates::dates_are_those_of_the_services_but_for_what_is_explained",
        dates::dates_are_those_of_the_services_but_for_what_is_explained,
    ),
    (
        "editors::documents_are_read_in_their_format_with_all_their_words",
        editors::documents_are_read_in_their_format_with_all_their_words,
    ),
    ("commonmark::markdown_makes_the_article_of_its_html", commonmark::markdown_makes_the_article_of_its_html),
    ("suites::json_texts_are_accepted_or_refused", suites::json_texts_are_accepted_or_refused),
    (
        "suites::trees_of_html_show_the_text_that_html5ever_finds",
        suites::trees_of_html_show_the_text_that_html5ever_finds,
    ),
    #[cfg(feature = "cli")]
    ("suites::every_case_passes", suites::every_case_passes),
    ("editors::structure_agrees_with_the_expected_html", editors::structure_agrees_with_the_expected_html),
    ("html_words::words_of_real_bodies_come_out_in_order", html_words::words_of_real_bodies_come_out_in_order),
    ("html_words::payloads_against_sanitizers_are_read", html_words::payloads_against_sanitizers_are_read),
    (
        "payloads::payloads_everywhere_give_the_same_closed_tree",
        payloads::payloads_everywhere_give_the_same_closed_tree,
    ),
    ("payloads::a_second_pass_changes_nothing", payloads::a_second_pass_changes_nothing),
    (
        "publishers::real_articles_are_read_with_all_that_they_say",
        publishers::real_articles_are_read_with_all_that_they_say,
    ),
    ("web::real_documents_are_read_as_what_they_are", web::real_documents_are_read_as_what_they_are),
];

/// Runs the tests. libtest decides at compile time which tests it ignores; this runner decides when it starts.
fn main() {
    let absent = !support::corpora::folder().is_dir();
    let trial = |(name, test): &(&str, fn())| {
        let test = *test;
        Trial::ignorable_test(*name, move || {
            if absent {
                return Ok(Completion::ignored_with("skipped: ../shared/corpora is absent"));
            }
            test();
            Ok(Completion::Completed)
        })
    };
    libtest_mimic::run(&Arguments::from_args(), TESTS.iter().map(trial).collect()).exit();
}
