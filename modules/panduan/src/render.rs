//! Markdown to markup. The texts are ours; still nothing in them becomes an element of its own making.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// Renders a text: headings, lists, emphasis, code, and links inside the house. Elements written out in
/// the text are shown as text; links elsewhere and pictures keep their words only.
pub fn markdown(text: &str) -> Markup {
    let mut open = Vec::new();
    let events = Parser::new(text).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            open.push(inside(dest_url));
            inside(dest_url).then_some(event)
        }
        Event::End(TagEnd::Link) => open.pop().unwrap_or(false).then_some(event),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    PreEscaped(out)
}

/// An address of this house.
fn inside(href: &str) -> bool {
    href.starts_with('/') && !href.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn only_what_is_ours_becomes_markup() {
        //  Markdown                                   markup
        for (text, markup) in [
            ("**tebal** & `kode`", "<p><strong>tebal</strong> &amp; <code>kode</code></p>\n"),
            ("[Impor](/impor)", "<p><a href=\"/impor\">Impor</a></p>\n"),
            ("[luar](https://contoh.id/)", "<p>luar</p>\n"),
            ("[luar](//contoh.id)", "<p>luar</p>\n"),
            ("[x](javascript:alert(1))", "<p>x</p>\n"),
            ("<https://contoh.id>", "<p>https://contoh.id</p>\n"),
            ("![gambar](/a.png)", "<p>gambar</p>\n"),
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ] {
            assert_eq!(markdown(text).into_string(), markup, "{text}");
        }
    }
}
