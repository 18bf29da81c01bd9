//! Markdown to markup. The texts are ours; still nothing in them becomes an element of its own making.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// Renders a text: headings, lists, emphasis, code, and links to other guides (`impor.md`, as they lead in the
/// repository). Elements written out in the text are shown as text; other links and pictures keep their words only.
pub fn markdown(text: &str) -> Markup {
    let mut open = Vec::new();
    let events = Parser::new(text).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let href = guide(&dest_url);
            open.push(href.is_some());
            href.map(|href| Event::Start(Tag::Link { link_type, dest_url: href.into(), title, id }))
        }
        Event::End(TagEnd::Link) => open.pop().unwrap_or(false).then_some(event),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    PreEscaped(out)
}

/// The address of a guide named by its file.
fn guide(file: &str) -> Option<String> {
    let name = file.strip_suffix(".md")?;
    crate::buku::find(name).map(|guide| format!("/panduan/{}", guide.name))
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn only_what_is_ours_becomes_markup() {
        //  Markdown                                   markup
        for (text, markup) in [
            ("**tebal** & `kode`", "<p><strong>tebal</strong> &amp; <code>kode</code></p>\n"),
            ("[Impor](impor.md)", "<p><a href=\"/panduan/impor\">Impor</a></p>\n"),
            ("[Impor](/impor)", "<p>Impor</p>\n"),
            ("[tiada](tiada.md)", "<p>tiada</p>\n"),
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
