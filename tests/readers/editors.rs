//! The readers of editors' formats on complete documents.

use crate::support::shown::{shown, shown_with};
use article_widget::Options;

#[test]
fn portable_text_with_its_document() {
    let shown = shown("portable-text");
    assert_eq!(shown.report.format, "portable-text");
    assert_eq!(shown.report.headline, "Vinter på fjellet");
    assert_eq!(shown.report.author, ["Ingrid Dahl"]);
    assert_eq!(shown.report.lang.as_deref(), Some("nb"));
    shown
        .shows(&[
            "Slik pakker du til fem dager.",
            "2024-02-11T08:00:00Z",
            r#"alt="En hytte i snø""#,
            ">Sekken</h3>",
            // One link over two spans; strong continues after it.
            r#"href="https://tur.example/kart">kart<strong> og kompass</strong></a><strong>, ull</strong>, ikke bomull.<br>Alltid"#,
            // A level is skipped, and another list is on the level between.
            "<ul><li>mat<ul><li>brød</li></ul><ol><li>først te</li></ol></li><li>",
            ">klær</h3></li></ul><ol><li>nytt</li></ol>",
            "<p>Det er ingen skam å snu.</p></blockquote>",
            r#"<span part="alt">Rypespor</span>"#,
            "Spor i snøen",
            "62.5 N\n9.6 E</code>",
            "<p>Været</p><p>Kl. 8: sol</p>",
            "<td>Dag</td><td>Mil</td></tr><tr><td>1</td>",
            "<li>Tur</li>",
        ])
        .warns(&[
            "unresolved /result/categories/0: a reference without a name",
            "unsafe-url /result/body/1/markDefs/1/href: not a URL that is shown: javascript:alert(1)",
            "unknown-mark /result/body/1/markDefs/2: unknown mark fotnote, shown without it",
            "unresolved /result/body/8/asset/_ref: a reference to a picture that is not in the input: \
             image-a1b2c3-800x600-jpg",
            "unknown-block /result/body/10: unknown block vaer, shown as its text",
            "unknown-block /result/body/10/items/0: unknown block time, shown as its text",
        ]);
}

#[test]
fn contentful_with_its_entries_and_assets() {
    let shown = shown("contentful");
    assert_eq!(shown.report.format, "contentful");
    assert_eq!(shown.report.author, ["Jörg Bäcker"]);
    shown
        .shows(&[
            ">Brot backen</h2>",
            ">Der Teig</h3>",
            "<p>Mehl &amp; <strong><em>Wasser</em></strong><a",
            r#"href="https://muehle.example/"> zur Mühle</a> mehr<a"#,
            r#"href="https://bilder.example/rezept.pdf"> drucken</a>Jörg Bäcker</p>"#,
            "<ol><li>kneten</li></ol>",
            r#"alt="Ein Laib" width="800" height="600""#,
            r#"<div part="card file"><a part="card-link" rel="noopener noreferrer" href="https://bilder.example/rezept.pdf">"#,
            "<p>Tipp</p><p>Über Nacht gehen lassen.</p><hr",
        ])
        .warns(&[
            "unresolved /items/0/fields/content/content/1/content/3/data/target: \
             a link to something that is not in the input: e2",
            "unknown-block /items/0/fields/content/content/5: unknown block tipp, shown as its text",
            "unresolved /items/0/fields/content/content/6/data/target: \
             a link to something that is not in the input: gone",
        ]);
}

#[test]
fn contentful_by_graphql_has_its_links_beside_the_body() {
    let json = r#"{"data":{"post":{"title":"Kaffee","body":{
        "json":{"nodeType":"document","content":[
            {"nodeType":"embedded-asset-block","data":{"target":{"sys":{"id":"a"}}},"content":[]},
            {"nodeType":"embedded-entry-block","data":{"target":{"sys":{"id":"c"}}},"content":[]}]},
        "links":{"assets":{"block":[{"sys":{"id":"a"},"url":"https://e.example/a.png","title":"Tasse","contentType":"image/png","width":40,"height":30}]},
            "entries":{"block":[{"sys":{"id":"c"},"__typename":"CodeBlock","code":"brew()","language":"js"}]}}}}}}"#;
    let shown = shown_with(json.as_bytes(), &Options::default());
    shown.shows(&[">Kaffee</h2>", r#"alt="Tasse" width="40" height="30""#, "js</small>", "brew()</code>"]).warns(&[]);
}

#[test]
fn lexical_with_ghosts_cards() {
    let shown = shown("lexical");
    assert_eq!(shown.report.format, "lexical");
    shown
        .shows(&[
            ">Au marché</h2>",
            "<p><strong>Des <em>poires</em><br>et </strong><a",
            "<sup>des coings</sup></a>\t#automne</p>",
            r#"<ol start="3"><li>peser<ul><li>un kilo</li></ul></li><li>payer</li></ol>"#,
            "☑</span> fait</li>",
            "☐</span> à faire</li>",
            r#"<figure part="pullquote"><blockquote><p>Rien ne presse."#,
            r#"href="https://fruits.example/poire"><img"#,
            r#"alt="Une poire" width="640" height="480""#,
            "Conférence",
            r#"part="gallery""#,
            "Deux",
            "calcul <small",
            "kg = 2</code>",
            "🍐 Bien mûres",
            ">Et après</summary>",
            "La confiture",
            ">Acheter</a>",
            "Les coings</span>",
            "Tout sur eux",
            "Le blog",
            "embed-video",
            "Un film</bdi>",
            "La liste</span>",
            "à imprimer",
            r#"aria-label="Le son""#,
            r#"poster="https://fruits.example/film.jpg""#,
            ">Panier</h2>",
            "4/5</span>",
            "En osier",
            ">La lettre</h2><p>Chaque lundi</p>",
            ">Lire</a>",
            ">Inscription</h2><p>Sans réclame</p>",
            "<p>Une <em>ligne</em></p><p>Une autre</p>",
            r#"<hr part="divider"><p>Carte</p><p>Son texte</p></div>"#,
        ])
        .warns(&[
            "not-shown /root/children/18: a form that cannot be sent from here, its text is shown",
            "not-shown /root/children/20: shown in newsletters only",
            "unknown-block /root/children/23: unknown block carte-inconnue, shown as its text",
        ]);
}

#[test]
fn prosemirror_with_its_entry() {
    let shown = shown("prosemirror");
    assert_eq!(shown.report.format, "prosemirror");
    shown
        .shows(&[
            ">Guía del puerto</h2>",
            ">Horarios</h3>",
            "<p>Pregunte a @marta antes de <a",
            r#"href="https://puerto.example/"><strong>salir</strong></a><br>H<sub>2</sub>ancla</p>"#,
            "☑</span> amarrar</li>",
            "☐</span> repostar</li>",
            r#"<ol start="4"><li>cuarto</li></ol>"#,
            ">Mareas</figcaption>",
            r#"<td part="cell-end">06:10</td><td>alta</td>"#,
            "ls\n  pwd</code>",
            r#"<details part="details" open=""><summary part="summary">Tarifas</summary><p>Gratis.</p></details>"#,
            "embed-video",
            r#"alt="El faro""#,
            r#"<figure part="figure"><img part="image" alt="Un barco""#,
            "<p>Mar en calma.</p></blockquote>",
            "<p>Medio metro</p><hr",
        ])
        .warns(&[
            "unknown-mark /content/content/1/content/5/marks/0: unknown mark brillo, shown without it",
            "unknown-block /content/content/11: unknown block oleaje, shown as its text",
        ]);
}

#[test]
fn mobiledoc_with_cards_and_atoms() {
    let shown = shown("mobiledoc");
    assert_eq!(shown.report.format, "mobiledoc");
    shown
        .shows(&[
            ">I skogen</h2>",
            // A link that opens within strong and continues after the em in it.
            "<p><strong>Tyst <a",
            "<em>och</em> grön</a></strong><br>mossa @anna slut</p>",
            "Gå sakta.",
            "<ol><li>ett</li><li><em>två</em></li></ol>",
            r#"src="https://skog.example/bild.jpg""#,
            r#"alt="En gran""#,
            "Granen",
            "x = 1</code>",
            "<hr",
            r#"href="https://vimeo.com/1""#,
            "<p>Kartan</p>",
        ])
        .warns(&[
            "unknown-mark /markups/3: unknown mark blink, shown without it",
            "missing-field /markups/4: a link without an address, its text is shown",
            "missing-alt /sections/4: an image without a text",
            "unknown-block /cards/4/0: unknown block karta, shown as its text",
            "unresolved /sections/10: a card that is not in the document",
        ]);
}

#[test]
fn slate_in_the_names_of_several_editors() {
    let shown = shown("slate");
    assert_eq!(shown.report.format, "slate");
    shown
        .shows(&[
            ">Il lago</h2>",
            "<p>Acqua <strong><em>fredda</em></strong><a",
            " e <code>blu</code></a> oggi</p>",
            "<ul><li>riva<ol><li>sabbia</li></ol></li></ul>",
            "☑</span> nuotare</li>",
            "<p>Piano piano.</p></blockquote>",
            "let a\nlet b</code>",
            r#"alt="Il lago""#,
            "Mattina",
            "<thead><tr><th",
            r#"<td colspan="2">Maggio</td>"#,
        ])
        .warns(&["unknown-mark /1/children/3/glow: unknown mark glow, shown without it"]);
}

#[test]
fn strapis_blocks_with_their_entry() {
    let shown = shown("strapi");
    assert_eq!(shown.report.format, "slate");
    assert_eq!(shown.report.author, ["森 海"]);
    assert_eq!(shown.report.date_published.as_deref(), Some("2024-05-01T10:00:00Z"));
    shown
        .shows(&[
            ">渡し船</h2>",
            r#"alt="船" width="900" height="600""#,
            ">川岸</h3>",
            "<strong>静かな</strong><a",
            "<ol><li>一<ul><li>二</li></ul></li></ol>",
            "<p>急がば回れ</p></blockquote>",
            "int x;</code>",
            r#"alt="橋" width="100" height="80""#,
            "古い橋",
        ])
        .warns(&[]);
}

#[test]
fn editorjs_with_its_tools() {
    let shown = shown("editorjs");
    assert_eq!(shown.report.format, "editorjs");
    shown
        .shows(&[
            ">Сад весной</h2>",
            "<p>Пора копать.</p>",
            "<ol><li>раз</li><li>два</li></ol>",
            "<ul><li>внешний<ul><li>внутренний</li></ul></li></ul>",
            "☑</span> полить</li>",
            "☐</span> полоть</li>",
            "☑</span> лейка</li>",
            "<p>Терпение.</p><footer part=\"attribution\">",
            "Дед",
            ">Мороз</p><p>Укройте розы</p></aside>",
            r#"<thead><tr><th scope="col">Месяц</th><th scope="col">Дело</th></tr></thead><tbody><tr><td>Май</td>"#,
            "a = 1</code>",
            "<hr",
            r#"href="https://www.youtube.com/watch?v=q""#,
            "Видео",
            r#"src="https://sad.example/s.jpg"><span part="card-title">Сад</span>"#,
            "Всё о нём",
            r#"src="https://sad.example/roza.jpg""#,
            "Роза",
            r#"src="https://sad.example/mak.jpg""#,
            "Мак",
            "План</span>",
            "<p>слева</p><p>справа</p>",
            "<p>Белка</p>",
        ])
        .warns(&["unknown-block /blocks/17/data: unknown block belka, shown as its text"]);
}

#[test]
fn draftjs_counts_in_code_points() {
    let shown = shown("draftjs");
    assert_eq!(shown.report.format, "draftjs");
    shown
        .shows(&[
            ">茶馆</h2>",
            "<p>🍵<strong>绿茶<em>很香</em></strong>，<a",
            ">来吧</a></p>",
            "<ul><li>红茶<ul><li>正山小种</li></ul></li></ul>",
            r#"alt="茶杯""#,
            "水 = 80</code>",
        ])
        .warns(&[]);
}
