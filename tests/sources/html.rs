//! HTML pages: their content, without the site around it.

use super::{blocks, document, refusal, texts};
use legation::source::BlockKind::{Heading, ListItem, Note, Paragraph};

/// A page as newsrooms publish them.
pub(crate) const PAGE: &str = r##"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ministers agree on rail link - Northern Courier</title>
<meta property="og:title" content="Ministers agree on rail link">
<meta property="article:published_time" content="2019-05-14T09:30:00+03:00">
<style>p { margin: 0 }</style><script>var p = "<p>Malta left.</p>";</script></head>
<body class="has-sidebar">
<div id="cookie-notice"><p>This site, like those of Malta and Monaco, uses cookies to remember what you read.</p></div>
<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
<header><p>Northern Courier, the newspaper of the region since 1889</p></header>
<main><article>
<header><h1>Ministers agree on rail link</h1><p class="byline">By Aino Lehto, <time datetime="2019-05-14">14 May</time></p></header>
<p>The transport ministers of Estonia and Latvia met in <a href="/riga">Riga</a> on Tuesday.<sup><a href="#n1">1</a></sup>
They signed a declaration with P&auml;rnu&rsquo;s mayor.</p>
<p><strong>What comes next</strong></p>
<p>The line crosses 88 km<sup>2</sup> of bog; the 3<sup>rd</sup> part is <del>cheap</del> dear.</p>
<ul><li>Lithuania joins talks in June.<li><p>Finland sends an observer.</p></ul>
<table><tr><th>Country<th>Share</tr><tr><td>Estonia<td>40 per cent</tr><tr><td>Latvia<td></tr></table>
<aside class="related"><p>Read also: Malta and Monaco open an embassy in each other's capitals after all.</p></aside>
<section class="footnotes"><ol><li id="n1">Press office, Riga.</ol></section>
</article></main>
<footer><p>Northern Courier, Narva Road 4, Tallinn, Estonia. All rights reserved by the publisher.</p></footer>
</body></html>"##;

#[test]
fn the_content_is_read_and_the_site_around_it_is_not() {
    let document = document("a.html", PAGE);
    assert_eq!(
        blocks(&document),
        [
            (Heading, "Ministers agree on rail link"),
            (Paragraph, "By Aino Lehto, 14 May"),
            (
                Paragraph,
                "The transport ministers of Estonia and Latvia met in Riga on Tuesday. They signed a declaration \
                 with Pärnu’s mayor."
            ),
            (Heading, "What comes next"),
            (Paragraph, "The line crosses 88 km² of bog; the 3rd part is dear."),
            (ListItem, "Lithuania joins talks in June."),
            (ListItem, "Finland sends an observer."),
            (Note, "Country; Share"),
            (ListItem, "Estonia; 40 per cent"),
            (Paragraph, "Latvia"),
            (Note, "Press office, Riga."),
        ]
    );
    assert_eq!(document.title.as_deref(), Some("Ministers agree on rail link"));
    assert_eq!(document.date.as_deref(), Some("2019-05-14"));
    let at = document.text.find("They signed").unwrap();
    let span = document.raw_span(at..at + "They signed a declaration".len());
    assert_eq!(span.quote, "They signed a declaration");
    assert_eq!(document.raw.chars().skip(span.start).take(4).collect::<String>(), "They");
}

#[test]
fn without_main_or_article_the_densest_part_is_the_content() {
    let page = "<html><body><div class=top><a href=/>Home</a> <a href=/a>About us</a></div>
        <div id=wrap><div id=left><ul><li><a href=1>Chad opens a port</a><li><a href=2>Togo closes one</a><li>
        <a href=3>Mali has none</a></ul><p>Call us</p></div>
        <div id=text><h2>A visit to Quito</h2><p>The foreign minister of Peru arrived in Quito on Monday for two days of
        talks with his counterpart.</p><p>They spoke about the border, about trade and about fishing in the waters
        between the two.</p><p>He leaves on Wednesday.</p></div></div>
        <div>Copyright of the publisher</div></body></html>";
    let document = document("a.htm", page);
    assert_eq!(texts(&document)[0], "A visit to Quito");
    assert_eq!(texts(&document)[3], "He leaves on Wednesday.");
    assert_eq!(document.blocks.len(), 4);
}

#[test]
fn what_calls_itself_boilerplate_is_read_where_it_holds_the_page() {
    let page = "<form id=aspnetForm><div class=sidebar-layout><p>The king of Tonga visited Samoa in May.</p></div></form>";
    assert_eq!(texts(&document("a.html", page)), ["The king of Tonga visited Samoa in May."]);
}

#[test]
fn several_articles_are_all_read_and_teasers_of_others_are_not() {
    let digest = "<body><article><h2>One</h2><p>Chad met Togo in the morning.</p></article><article><h2>Two</h2>\
                  <p>Mali met Niger in the evening.</p></article></body>";
    assert_eq!(texts(&document("a.html", digest)).len(), 4);
    let long = "The talks between Chad and Togo went on into the night and ended without result. ".repeat(9);
    let page = format!("<main><article><p>{long}</p></article><article><p>Mali</p></article></main>");
    assert_eq!(texts(&document("a.html", page)), [long.trim()]);
}

#[test]
fn line_breaks_end_a_block_unless_the_sentence_goes_on() {
    let page = "<p>PRESS RELEASE<br>Lima, 3 May 2011<br><br>The envoys of Peru,<br>Chile and<br>their hosts met.<br/>They left.</p>\
                <pre>The fleet of\nChile sailed.\n\nIt came back.</pre>";
    assert_eq!(
        texts(&document("a.html", page)),
        [
            "PRESS RELEASE",
            "Lima, 3 May 2011",
            "The envoys of Peru, Chile and their hosts met.",
            "They left.",
            "The fleet of",
            "Chile sailed.",
            "It came back."
        ]
    );
}

#[test]
fn tables_for_layout_are_no_rows() {
    let page = "<table><tr><td><h2>Oslo</h2><p>Norway met Chad.</p><p>They left.</p></td><td><p>Menu</p></td></tr></table>";
    assert_eq!(blocks(&document("a.html", page))[1], (Paragraph, "Norway met Chad."));
}

#[test]
fn the_date_of_publication_is_found_where_pages_give_it() {
    let dated = |head: &str, body: &str| document("a.html", format!("<head>{head}</head><body>{body}")).date;
    let text = "<p>Norway met Chad in Oslo.</p>";
    for head in [
        "<meta name=DC.date.issued content=2020-02-03>",
        "<meta itemprop=datePublished content='2020-02-03 10:00'>",
        "<meta name=citation_publication_date content='2020/02/03'>",
        "<script type='application/ld+json'>{\"@graph\": [{\"datePublished\": \"2020-02-03T08:00Z\"}]}</script>",
    ] {
        assert_eq!(dated(head, text).as_deref(), Some("2020-02-03"), "{head}");
    }
    for body in [
        format!("<span itemprop=datePublished>2020-02-03</span>{text}"),
        format!("<article><h1>Oslo</h1><time datetime=2020-02-03T08:00>Monday</time>{text}</article>"),
        format!("<p>Press release, 3 February 2020</p>{text}"),
    ] {
        assert_eq!(dated("", &body).as_deref(), Some("2020-02-03"), "{body}");
    }
    let long = "Norway met Chad in Oslo, and they went to the fjords and to the port to look at ships from all over ".repeat(2);
    for body in [
        format!("<p>{long}<time datetime=2020-02-03>in February</time></p>"),
        format!("{text}<footer>Updated <time datetime=2024-01-01>today</time></footer>"),
    ] {
        assert_eq!(dated("<meta name=last-modified content=2024-01-01>", &body), None, "{body}");
    }
}

#[test]
fn a_page_is_known_by_its_beginning_too() {
    let page = "\u{feff} <?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE HTML><p>Norway met Chad.</p>";
    assert_eq!(texts(&document("a.txt", page)), ["Norway met Chad."]);
    assert_eq!(texts(&document("stdin", "<html><body>Oslo")), ["Oslo"]);
    assert_eq!(texts(&document("a.txt", "<p>Oslo</p>")), ["<p>Oslo</p>"]);
}

#[test]
fn encodings_are_decoded() {
    let page = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>S\xE3o Tom\xE9 \x96 Oslo</p>";
    assert_eq!(texts(&document("a.html", *page)), ["São Tomé – Oslo"]);
    let wide: Vec<u8> = "\u{feff}<p>Kōbe</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(texts(&document("a.html", wide)), ["Kōbe"]);
}

#[test]
fn pages_that_cannot_be_read_are_refused() {
    assert_eq!(
        refusal("a.html", "<html><body><div id=root></div><script>go()</script>"),
        "a.html: an HTML page without text; a page that a script puts together has to be saved from a browser"
    );
    assert!(refusal("a.html", *b"\x89PNG\r\n\0").contains("found a binary file"));
    assert_eq!(
        refusal("a.html", "<i>".repeat(2_000_001)),
        "a.html: an HTML page of more than 2000000 elements; split it"
    );
    assert!(document("a.html", "").blocks.is_empty());
}

#[test]
fn pages_made_to_be_slow_take_linear_time() {
    for part in ["<div>", "<p>", "<b a=1>x", "<table><tr><td>", "</p>", "<li>", "<a href=1>x</a>"] {
        let page = format!("{}Norway met Chad in Oslo.", part.repeat(150_000));
        assert!(document("a.html", page).text.ends_with("Norway met Chad in Oslo."), "{part}");
    }
}
