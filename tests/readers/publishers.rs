//! The readers of publishers' own formats on complete documents.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::without_leaving;
use crate::support::shown::{self, Shown, file};
use article_widget::render::IsoDates;
use article_widget::{ErrorCode, HtmlSink, Options, check, render_json};
use serde_json::{Value, json};

/// The documents of these formats.
const DOCUMENTS: [&str; 8] =
    ["apple-news", "arc-ans", "bbc-cps", "bbc-optimo", "guardian", "guardian-live", "ninjs-1", "ninjs-2"];

/// Renders a document of `tests/formats`, without the attributes of links that leave the site, which other tests check.
fn shown(name: &str) -> Shown {
    let mut shown = shown::shown(name);
    shown.html = without_leaving(&shown.html);
    shown
}

#[test]
fn apple_news() {
    shown("apple-news")
        .reports("apple-news", "Der Hafen bei Nacht", "2024-03-05T06:00:00+01:00", "de", &["Jana Petersen"])
        .shows(&[
            "Eine Schicht mit den Lotsen",
            r#"<figure part="lead figure">"#,
            "Der Kai um drei",
            "<p>Fotos: Ole Brandt</p>",
            r#"<p part="lead-paragraph">Um drei"#,
            // Ranges count in UTF-16 units.
            r#"Wir 🚢 <a href="https://hafen.example/elbe">fahren</a> <em>langsam</em>.</p><p>Der <strong>Lotse</strong> schweigt."#,
            ">Die Schlepper</h3><p>Ein <em>Schlepper</em> wartet.</p>",
            ">Regeln</h3><p>Erst <strong>lauschen</strong>, dann <em>rufen</em> in snake_case und ",
            r#"<a href="https://hafen.example/regeln">nachlesen</a>.</p>"#,
            "<ol><li>Leine</li><li>Licht <code>an</code></li></ol><ul><li>eins</li></ul><ul><li>zwei</li></ul>",
            "<p>Ruhe!</p></blockquote><hr part=\"divider\"><p>2 * 3 * 4 x</p>",
            "Wer eilt, legt nie an.",
            r#"src="https://hafen.example/1.jpg""#,
            r#"<span part="alt">Zwei</span>"#,
            r#"alt="Ein Kran""#,
            "<span>Kran <b>7</b></span>",
            r#"poster="https://hafen.example/still.jpg"><source src="https://hafen.example/film.mp4">"#,
            r#"href="https://www.youtube.com/embed/abc""#,
            r#"href="https://x.example/lotse/1""#,
            "mlat=53.5&amp;mlon=9.9",
            "Name</th>",
            "<td>Anna</td><td>32</td></tr><tr><td><b>Ole</b></td><td>28</td>",
            "Wind",
            r#"href="https://hafen.example/karte">Zur Karte</a>"#,
            "<p>Am Rand.</p></aside>",
            "<p>Ein Modell</p><p>Etwas Neues</p>",
            "<li>Hafen</li><li>Nacht</li></ul>",
            r#"href="https://apple.news/AbC""#,
            "Der Leuchtturm",
            r#"rel="sponsored" href="https://hafen.example/werft""#,
        ])
        .hides(&["DER HAFEN", "Von Jana", "x()", "bundle:", "javascript", "Kurz"])
        .warns(&[
            "unresolved /components/0/components/1/URL: a file that is not in the input: bundle://kai.jpg",
            "not-shown /components/5/components/0/components/1/text@37: a script is never run or shown",
            "unsafe-url /components/5/components/0/components/2/text@152: not a URL that is shown: javascript:1",
            "unresolved /components/7/items/1/URL: a file that is not in the input: bundle://2.jpg",
            "not-shown /components/20: left out, because only its publisher's scripts show it",
            "unknown-block /components/21/role: unknown block hologramm, shown as its text",
            "wrong-type /components/22: expected an object, found a string",
            "skipped-item /metadata/links/1: left out, because a related link needs a headline and a URL",
            "not-shown /metadata/excerpt: not shown: Kurz",
        ]);
}

#[test]
fn ans() {
    shown("arc-ans")
        .reports("arc-ans", "El río que vuelve", "2023-05-01T10:00:00Z", "es", &["Luz Marín", "Teo Sanz"])
        .shows(&[
            r#"<a href="https://diario.example/agua">Agua</a>"#,
            r#"<p part="kicker">Agua</p>"#,
            "El río que <em>vuelve</em>",
            "Diez años de obras",
            "Agencia Sur",
            r#"<span part="role">photos_by</span>"#,
            r#"alt="Un río" width="800" height="600""#,
            "<p>Corregido el 2 de mayo.</p></aside><p>El agua <b>baja</b> clara.</p>",
            ">Las obras</h3><ol><li>Uno<ul><li>a</li></ul></li><li>Dos</li></ol>",
            r#"<p>Nadie lo creía.</p><footer part="attribution">Una <em>vecina</em></footer>"#,
            r#"<figure part="pullquote"><blockquote><p>El río manda.</p>"#,
            "<p>Cita breve</p></blockquote>",
            r#"src="https://diario.example/presa.jpg""#,
            r#"<figure part="gallery">"#,
            r#"poster="https://diario.example/v.jpg"><source type="video/mp4" src="https://diario.example/v.mp4">"#,
            "<p>Habla el alcalde.</p></details><p>Crudo</p>",
            "<code>a &lt; b</code>",
            "Año</th></tr></thead><tbody><tr><td>2023</td>",
            r#"<p>Ya baja</p></blockquote><a part="embed-link" href="https://x.example/p/1">"#,
            "La sequía",
            "Un <em>resumen</em>",
            r#"<p part="aside-title">Más</p>"#,
            "El mapa",
            "2.5/5",
            "<p>Recomendado</p><hr part=\"divider\"><p>En grupo</p>",
            "Otra historia",
            "<p>Algo <i>nuevo</i></p>",
            "<p>Eran diez años.</p></aside>",
            "<li>Ríos</li><li>obras</li>",
            r#"href="https://diario.example/puente""#,
        ])
        .hides(&["Este mismo", "x()"])
        .warns(&[
            "unresolved /credits/by/1: an author who is not in the input",
            "not-shown /description/basic: a description beside the subheadline, which is shown",
            "not-shown /content_elements/9/content@12: a script is never run or shown",
            "unresolved /content_elements/19: a reference to something that is not in the input",
            "not-shown /content_elements/20: left out, because only its publisher's scripts show it",
            "unknown-block /content_elements/22/type: unknown block desconocido, shown as its text",
            "skipped-item /related_content/basic/1: left out, because it leads to the article itself or is there already",
            "skipped-item /related_content/basic/2: left out, because a related link needs a headline and a URL",
        ]);
}

#[test]
fn bbc_cps() {
    shown("bbc-cps")
        .reports("bbc-cps", "O mar à noite", "2019-10-23T12:42:12Z", "pt-BR", &["Rui Sá"])
        .shows(&[
            r#"<a href="https://www.bbc.com/portuguese">BBC Brasil</a>"#,
            r#"<a href="https://www.bbc.com/portuguese/geral">Geral</a>"#,
            r#"<span part="role">Da BBC</span>"#,
            r#"<figure part="lead figure">"#,
            "https://ichef.bbci.co.uk/ace/standard/480/cpsprodpb/AA/production/_1_mar.jpg 480w\"",
            "O mar &amp; o cais",
            r#"<p part="lead-paragraph">O <strong>mar <em>sobe</em></strong> &lt;hoje&gt;.</p>"#,
            ">O cais</h3>",
            r#"<a href="https://mapa.example/?a=1&amp;b=2">o mapa</a> e <span lang="en">the pier</span>; 3 &lt; 4."#,
            r#"<div part="card">"#,
            "O farol",
            "<ol><li><strong>Um</strong></li><li>LEIA: <a",
            ">A ponte</a></li></ol>",
            r#"href="https://www.bbc.co.uk/programmes/p01mr6r7""#,
            "As ondas",
            "Ouça as ondas",
            "<p>Que onda!</p></blockquote>",
            r#"href="https://news.files.bbci.co.uk/include/mapa""#,
            "Mapa do litoral",
            r#"alt="Um gráfico""#,
            "<p>Algo <strong>novo</strong></p>",
            r#"href="https://www.bbc.com/portuguese/geral-4""#,
            "O rio",
            "Marinha",
        ])
        .hides(&["Um resumo.", "geral-1\"", "De novo", "enhancedmobile"])
        .warns(&[
            "unknown-block /content/blocks/10/type: unknown block holograma, shown as its text",
            "skipped-item /relatedContent/groups/0/promos/1: left out, because it leads to the article itself or is there already",
            "skipped-item /relatedContent/groups/0/promos/2: left out, because a related link needs a headline and a URL",
            "skipped-item /relatedContent/groups/1/promos/1: left out, because it leads to the article itself or is there already",
            "not-shown /content/blocks/3/text: not shown: https://m.example/?a=1&amp;b=2",
        ]);
}

#[test]
fn bbc_optimo() {
    let shown = shown("bbc-optimo");
    shown
        .reports("bbc-optimo", "شب در بندر", "2018-01-01T12:01:00Z", "fa", &["سارا"])
        .shows(&[
            r#"lang="fa" dir="rtl""#,
            "خلاصه‌ای که در متن نیست",
            "BBC Persian",
            r#"href="https://www.bbc.com/persian/topics/t1""#,
            "خبرنگار",
            r#"alt="اسکله" width="976" height="549""#,
            "https://ichef.bbci.co.uk/ace/standard/800/cpsprodpb/aa/live/kai.jpg 800w",
            "اسکله در شب",
            "Agency",
            r#"<p><strong>باد <a href="https://www.bbc.com/persian/articles/c2"><em>می‌وزد</em></a></strong><span lang="en-gb"> Force 8</span></p>"#,
            "<ul><li>یک</li></ul>",
            ">قایق‌ها</h3>",
            r#"href="https://www.bbc.co.uk/programmes/p01k6msm""#,
            "بندر",
            "فیلم از بندر",
            r#"href="https://twitter.com/a/status/1""#,
            "<p>چیز نو</p>",
            "<li>دریا</li>",
            ">بیشتر</h3>",
            r#"href="https://www.bbc.com/persian/articles/c3""#,
            "فانوس دریایی",
        ])
        .warns(&[
            "unknown-block /content/model/blocks/9/type: unknown block hologram, shown as its text",
            "skipped-item /content/model/blocks/10/model/blocks/2: left out, because a related link needs a headline and a URL",
        ]);

    // Newer answers wrap the article.
    let document: Value = serde_json::from_slice(&file("bbc-optimo")).expect("JSON");
    let wrapped = json!({ "data": { "article": document, "secondaryData": {} } }).to_string();
    let report = check(wrapped.as_bytes(), &Options::default()).expect("an article");
    assert_eq!((report.format, report.headline), ("bbc-optimo", shown.report.headline));
}

#[test]
fn guardian() {
    shown("guardian")
        .reports("guardian-dcr", "The tide & the town", "2024-05-01T09:00:00Z", "en", &["Ann Levine", "Ann Levin"])
        .shows(&[
            r#"<a href="https://paper.example/coast/coast">Coast</a>"#,
            "What the sea <strong>takes</strong>",
            r#"datetime="2024-05-02T09:00:00Z""#,
            "The Paper",
            r#"href="https://paper.example/profile/ann-levine""#,
            r#"href="https://paper.example/profile/ann-levin""#,
            r#"<span part="role">in Hythe</span>"#,
            r#"srcset="https://img.example/w?620 620w, https://img.example/w?1240 1240w""#,
            r#"The <a href="https://paper.example/wall">wall</a></span> <small part="credit">Photograph: Bo Li</small>"#,
            "4/5",
            "<p>The town <em>waits</em>.</p>",
            ">The wall</h3>",
            "<p>We stay.</p></blockquote>",
            r#"<figcaption part="attribution">Ann Levin</figcaption>"#,
            "The dunes",
            "<p>High water</p></blockquote>",
            r#"href="https://www.youtube.com/watch?v=abc123""#,
            "The storm – video",
            "Waves",
            r#"href="https://charts.example/1""#,
            "Levels by year",
            r#"<p part="aside-title">Why now?</p><p>The moon.</p>"#,
            "<small>Quick Guide</small> Tides</p><p>Twice a day.</p>",
            ">Floods</h3>",
            "<bdi>1953</bdi>",
            ">The great flood</h3><p>In January.</p>",
            r#"What pulls the tide?</p><ul><li>Wind</li><li>The moon</li></ul>"#,
            "<p>The moon</p><p>Mostly.</p></details>",
            ">Build higher</h4><p>By a metre.</p>",
            "<code>if a &lt; b {\n  wait\n}</code>",
            "Were you there?</p><p>Tell us.</p>",
            "Coast Mail</p><p>Each week</p>",
            ">Tide Lamp</h3>",
            "3/5",
            "£9",
            r#"href="https://shop.example/l">Shop</a>"#,
            r#"<source type="audio/mpeg" src="https://audio.example/1.mp3">"#,
            "£5 at Shop",
            "2/5",
            r#"<hr part="divider">"#,
            r#"alt="Red""#,
            "<span>Two boats</span>",
            "<p>Something new</p>",
            "<li>Tides</li>",
            ">More on the coast</h3>",
            r#"href="https://paper.example/coast/dunes""#,
            r#"rel="sponsored" href="https://paper.example/labs/boats""#,
        ])
        .hides(&["internal name"])
        .warns(&[
            "not-shown /blocks/0/elements/8/html@0: a frame is shown as a link to it: https://charts.example/1",
            "not-shown /blocks/0/elements/9: left out, because only its publisher's scripts show it",
            "unknown-block /blocks/0/elements/25/_type: unknown block Hologram, shown as its text",
            "skipped-item /storyPackage/trails/0: left out, because it leads to the article itself or is there already",
            "skipped-item /storyPackage/trails/3: left out, because a related link needs a headline and a URL",
            "not-shown /blocks/0/elements/8/alt@0: not shown: A chart",
        ]);
}

#[test]
fn guardian_live_blog() {
    let sentence = "Written by Cy Oe and read by Di Poe. Produced by Ed Roe";
    shown("guardian-live")
        .reports("guardian-dcr", "Ice race – live", "2024-01-05T09:00:00Z", "", &[sentence])
        .shows(&[
            r#"<section part="entry"><p part="entry-date"><time datetime="2024-01-05T09:00:00Z">"#,
            ">What to watch</h3><p>Pinned.</p></section>",
            r#"datetime="2024-01-05T10:00:00Z""#,
            ">They are off</h3>",
            "<bdi>Di Poe</bdi>",
            "<p>Second.</p></section>",
            r#"datetime="2024-01-05T09:30:00Z""#,
            "<p>First.</p></section>",
        ])
        .warns(&[]);
}

#[test]
fn ninjs() {
    shown("ninjs-1")
        .reports("ninjs", "La digue", "2013-07-08T08:12:00Z", "fr", &["Jeanne Roche"])
        .shows(&[r#"alt="La digue" width="429" height="281""#, "<span>La digue au matin.</span>", "Par Jeanne Roche"])
        .warns(&[]);
    shown("ninjs-2")
        .reports("ninjs", "Isen ligger tidigt", "2022-11-01T07:30:00+01:00", "sv", &["Maja Lind"])
        .shows(&[
            "Färjorna ställer in.",
            r#"srcset="https://byra.example/s.jpg 300w, https://byra.example/l.jpg 1200w""#,
            "Isbrytaren i går",
            "Olle Berg",
            r#"<div part="body"><p>Luleå, Sverige — Hamnen är <strong>stängd</strong>.</p><p>Vinden ökar.</p>"#,
            r#"<source type="video/mp4" src="https://byra.example/f.mp4">"#,
            "<li>Väder</li></ul>",
            "Mer om isen",
        ])
        .hides(&["Slät text", "logo.png"])
        .warns(&[
            "skipped-item /associations/4: left out, because it leads to the article itself or is there already",
            "not-shown /headlines/0/value: not shown: Kort",
            "not-shown /bodies/0/value: not shown: Isen ligger tidigt\nSlät text.",
        ]);
}

#[test]
fn what_is_no_article_is_refused() {
    for (document, code) in [
        // An index page of the BBC, a part of a story, documents without content.
        (json!({ "metadata": { "type": "FIX" }, "content": { "groups": [] } }), ErrorCode::UnknownFormat),
        (json!({ "uri": "https://e.example/1", "title": "Match" }), ErrorCode::UnknownFormat),
        (json!({ "type": "text", "content": "Alone" }), ErrorCode::UnknownFormat),
        (json!({ "type": "story", "version": "0.10.12" }), ErrorCode::EmptyArticle),
        (json!({ "identifier": "a", "components": [] }), ErrorCode::EmptyArticle),
        (json!({ "blocks": [], "webPublicationDate": "2024-01-01", "pageId": "a" }), ErrorCode::EmptyArticle),
    ] {
        let error = check(document.to_string().as_bytes(), &Options::default()).expect_err("no article");
        assert_eq!(error.code(), code, "{document}");
    }
}

#[test]
fn any_value_can_be_anything() {
    for name in DOCUMENTS {
        let document: Value = serde_json::from_slice(&file(name)).expect("JSON");
        let mut pointers = Vec::new();
        collect(&document, String::new(), &mut pointers);
        for pointer in pointers {
            for with in [json!(null), json!(7), json!("te<x>t"), json!([]), json!([["a"], {"text": "b"}])] {
                let mut changed = document.clone();
                *changed.pointer_mut(&pointer).expect("a value") = with;
                let mut sink = HtmlSink::default();
                let outcome = render_json(changed.to_string().as_bytes(), &Options::default(), &IsoDates, &mut sink);
                let fits = outcome.is_ok_and(|report| !report.format.is_empty()) || sink.finish().is_empty();
                assert!(fits, "{name}{pointer}");
            }
        }
    }
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| collect(item, format!("{pointer}/{index}"), pointers));
        }
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            collect(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), pointers);
        }),
        _ => {}
    }
    pointers.push(pointer);
}
