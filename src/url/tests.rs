//! Tests of the addresses that are accepted.

use super::*;

#[track_caller]
fn link(url: &str) -> Result<String, UrlError> {
    let base = SafeUrl::new("https://news.example/a/b.html?c#d", Purpose::Media, None).expect("a base");
    SafeUrl::new(url, Purpose::Link, Some(&base)).map(|url| url.0)
}

#[test]
fn relative_urls_resolve_as_in_browsers() {
    for (url, resolved) in [
        ("", "https://news.example/a/b.html?c"),
        ("c.html", "https://news.example/a/c.html"),
        ("./c/../d", "https://news.example/a/d"),
        ("../../x", "https://news.example/x"),
        ("/x/.", "https://news.example/x/"),
        ("/x/..", "https://news.example/"),
        ("?q=1", "https://news.example/a/b.html?q=1"),
        ("#f", "https://news.example/a/b.html?c#f"),
        ("//cdn.example/i.png", "https://cdn.example/i.png"),
        ("\\\\cdn.example\\i", "https://cdn.example/i"),
        ("新闻/1", "https://news.example/a/新闻/1"),
    ] {
        assert_eq!(link(url).as_deref(), Ok(resolved), "{url}");
    }
}

#[test]
fn absolute_urls_are_written_in_one_way() {
    for (url, written) in [
        ("HTTPS://Example.ORG", "https://example.org/"),
        (" https:\\\\example.org\\a ", "https://example.org/a"),
        ("https:///example.org/a", "https://example.org/a"),
        ("http://example.org:8080?q", "http://example.org:8080/?q"),
        ("https://example.org:0443", "https://example.org/"),
        ("http://127.0.0.1:80/", "http://127.0.0.1/"),
        ("https://[1:2:3:4:5:6:7:8]/", "https://[1:2:3:4:5:6:7:8]/"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("https://пример.рф/", "https://пример.рф/"),
        ("https://उदाहरण.भारत/", "https://उदाहरण.भारत/"),
        ("https://e.org/\"<>`", "https://e.org/%22%3C%3E%60"),
        ("https://e.org/a?b=\\", "https://e.org/a?b=%5C"),
        ("mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"),
        ("tel:+49 30", "tel:+49%2030"),
        ("mailto:a@b.example?cc=c@d.example&Body=1%0A2&subject=x#f", "mailto:a@b.example?Body=1%0A2&subject=x"),
        ("https://BÜCHER.example/", "https://bÜcher.example/"),
        ("https://col·lecció.example/", "https://col·lecció.example/"),
        ("https://ทำ.ไทย/", "https://ทำ.ไทย/"),
        ("https://e.org/می\u{200C}خواهم", "https://e.org/می%E2%80%8Cخواهم"),
        ("https://e.org/\u{202E}gpj.exe?\u{AD}#\u{E0041}", "https://e.org/%E2%80%AEgpj.exe?%C2%AD#%F3%A0%81%81"),
    ] {
        assert_eq!(link(url).as_deref(), Ok(written), "{url}");
    }
}

/// The quick check and the judgement part by part give the same URL, after any change of one character.
#[test]
fn plain_urls_come_out_as_they_are() {
    let mut plain = 0;
    for url in ["https://a.b/", "https://news-one.example/a.b/../c?d=%2e&e#f", "https://[::1]:80/x", "http://e.org/"] {
        for place in 0..=url.len() {
            let (before, after) = url.split_at(place);
            let (_, rest) = after.split_at(usize::from(!after.is_empty()));
            for c in ('\0'..'\u{700}').chain("\u{202E}ⓔﬁ．\u{FEFF}\u{E0041}".chars()) {
                let c = String::from(c);
                for changed in [after, rest, &c].map(|tail| [before, &c, tail].concat()) {
                    if is_plain(&changed) {
                        plain += 1;
                        assert_eq!(SafeUrl::judged(&changed, Purpose::Media, None), Ok(SafeUrl(changed)));
                    }
                }
            }
        }
    }
    assert!(plain > 4000, "{plain}");
    assert!(!is_plain(&["https://e.org/", &"a".repeat(MAX_URL)].concat()));
}

#[test]
fn unsafe_urls_are_refused() {
    for url in [
        "javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript\0:alert(1)",
        "\u{A0}javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "https://user:pw@evil.example/",
        "https://example.com%2f@evil.example",
        "https://exa\u{AD}mple.com/",
        "https://exa℀mple.com/",
        "https:example.org",
        "https:/example.org",
        "https://",
        "https://a b/",
        "https://e.org:99999/",
        "https://e.org:99999999999999999999/",
        "https://1.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://127.0.0.1./",
        "https://1.2.3.08/",
        "https://evil.1/",
        "https://[1::2::3]/",
        "https://[:1]/",
        "https://[1:2:3]/",
        "https://ﬁne.example/",
        "http://2130706\u{1CCF4}33/",
        "https://a\u{1CCD6}.example/",
        "https://a\u{A7F1}.example/",
        "https://a\u{1BCA0}b.example/",
        "https://a\u{1D17A}b.example/",
        "https://a\u{FE0F}b.example/",
        "https://\u{300}a.example/",
        "https://a.\u{300}a.example/",
        "https://a\u{37E}b.example/",
        "https://\u{212A}.example/",
        "mailto:user:pw@evil.example",
        "mailto://user@evil.example",
        "mailto:bank.example@evil.example@evil.example",
        "mailto:user%40bank.example@evil.example",
        "mailto:a\u{202E}@b.example",
        "mailto:?cc=a@b.example",
        "mailto:",
        "tel:user:pw@evil.example",
        "tel://evil.example",
        "tel:",
        "https://𝕘.example/",
        "//user@evil.example/",
    ] {
        assert_eq!(link(url), Err(UrlError::Unsafe), "{url:?}");
    }
    assert_eq!(link(&["https://e.org/", &"a".repeat(MAX_URL)].concat()), Err(UrlError::Unsafe));
}

#[test]
fn without_a_base_relative_urls_stay_unresolved() {
    assert_eq!(SafeUrl::new("/a", Purpose::Link, None), Err(UrlError::Unresolved));
    assert_eq!(SafeUrl::new("//e.org/a", Purpose::Link, None).map(|u| u.0).as_deref(), Ok("https://e.org/a"));
}

#[test]
fn only_raster_pictures_are_carried_inline() {
    let picture = |url| SafeUrl::new(url, Purpose::MediaOrData, None).map(|url| url.0);
    assert_eq!(picture("data:image/PNG;base64,AAAA").as_deref(), Ok("data:image/png;base64,AAAA"));
    assert_eq!(picture("data:image/svg+xml;base64,AAAA"), Err(UrlError::Unsafe));
    assert_eq!(picture("data:image/png;base64,AA\"A"), Err(UrlError::Unsafe));
    assert_eq!(SafeUrl::new("data:image/png;base64,AAAA", Purpose::Media, None), Err(UrlError::Unsafe));
}

#[test]
fn origin_host_and_page() {
    let url = SafeUrl::new("https://www.e.org:1/a?b#c", Purpose::Link, None).expect("a URL");
    assert_eq!((url.origin(), url.host(), url.page()), ("https://www.e.org:1", "e.org:1", "https://www.e.org:1/a?b"));
}
