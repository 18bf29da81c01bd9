//! The check itself under test: a clean page passes, and every rule can fire.

use anyhow::{Result, ensure};
use browser::a11y::{self, Frame};
use browser::chrome::{Chrome, DESKTOP, NARROW, Theme};

/// A page nobody objects to; each case below spoils one thing of it.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=id><meta name=viewport content='width=device-width'><title>T</title>\
         <style>body{{margin:16px;font:16px sans-serif;color:#1f1f1f;background:#fff}}{head}</style><body>\
         <header>S</header><nav aria-label=Utama><a href='#isi'>Isi</a></nav><main id=isi><h1>Judul</h1>{body}</main>"
    )
}

/// Rule, spoiled style, spoiled body.
const CASES: &[(&str, &str, &str)] = &[
    ("contrast", "", "<p style='color:#999'>abu-abu</p>"),
    ("contrast", ".k{background:#222}", "<div class=k><p style='color:#444'>gelap di atas gelap</p></div>"),
    ("contrast", "", "<div style='opacity:.4'><p>pudar</p></div>"),
    ("contrast", "", "<p style='color:oklch(0.75 0.1 200)'>warna baru</p>"),
    ("control-contrast", "", "<label>N <input style='border:1px solid #ddd'></label>"),
    ("button-name", "", "<button style='width:40px;height:40px'><svg aria-hidden=true></svg></button>"),
    ("link-name", "", "<a href='/x' style='display:block;width:30px;height:30px'></a>"),
    ("label", "", "<input name=q placeholder='bukan label'>"),
    ("image-alt", "", "<img src='data:,' width=30 height=30>"),
    ("name", "", "<div role=region>tanpa nama</div>"),
    ("hidden-focus", "", "<div aria-hidden=true><button>x</button></div>"),
    ("tabindex", "", "<p tabindex=3>urutan</p>"),
    ("landmark", "", "<main>kedua</main>"),
    ("landmark-name", "", "<nav><p>tanpa nama</p></nav>"),
    ("landmark-name", "", "<nav aria-label=Utama><p>kembar</p></nav>"),
    ("h1", "", "<h1>dua</h1>"),
    ("heading", "", "<h2 style='height:20px'></h2>"),
    ("heading-order", "", "<h3>lompat</h3>"),
    ("duplicate-id", "", "<p id=a>1</p><p id=a>2</p>"),
    ("reference", "", "<p aria-describedby=tiada>x</p>"),
    ("reference", "", "<p><a href='#tiada'>ke sana</a> dan seterusnya</p>"),
    ("list", "", "<ul><div>bukan li</div></ul>"),
    ("table-caption", "", "<table><tr><th scope=col>a</th></tr></table>"),
    ("table-header", "", "<table><caption>c</caption><tr><td>a</td></tr></table>"),
    ("table-scope", "", "<table><caption>c</caption><tr><th>a</th></tr></table>"),
    ("scroll-focus", "", "<div style='overflow-x:auto;width:200px'><p style='width:900px'>lebar</p></div>"),
    (
        "target-size",
        "",
        "<button style='width:12px;height:12px;padding:0' aria-label=a></button><button style='width:12px;height:12px;padding:0' aria-label=b></button>",
    ),
    ("overflow", "", "<div style='width:3000px'>lebar</div>"),
];

async fn rules(chrome: &Chrome, html: &str) -> Result<Vec<String>> {
    let url = format!("data:text/html;charset=utf-8,{}", html.replace('%', "%25").replace('#', "%23"));
    chrome.client.goto(&url).await?;
    let found = a11y::check(&chrome.client, Frame::Full).await?;
    Ok(found.iter().map(ToString::to_string).collect())
}

#[tokio::test]
async fn each_rule_fires_on_its_fault_and_on_nothing_else() -> Result<()> {
    let chrome = Chrome::start().await?;
    chrome.screen(DESKTOP).await?;
    chrome.theme(Theme::Terang).await?;
    let good = page(
        "",
        "<p style='color:#676767'>cukup</p><button>Simpan</button><label>Nama <input name=n></label>\
         <img alt='' src='data:,'><ul><li>satu</ul><table><caption>c</caption><tr><th scope=col>a</table>\
         <div role=region aria-label=r tabindex=0 style='overflow-x:auto;width:9em'><p style='width:99em'>x</p></div>\
         <p>kalimat dengan <a href='#isi'>tautan</a> pendek, <span style='opacity:.9'>agak pudar</span></p>",
    );
    let found = rules(&chrome, &good).await?;
    ensure!(found.is_empty(), "the clean page: {found:#?}");

    let mut wrong = Vec::new();
    for (rule, head, body) in CASES {
        let found = rules(&chrome, &page(head, body)).await?;
        let expected = format!("{rule}: ");
        if found.is_empty() || !found.iter().all(|line| line.starts_with(&expected)) {
            wrong.push(format!("{rule}: {body}\n  found {found:?}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What a body cannot spoil.
    for (rule, html) in [
        ("lang", page("", "").replace(" lang=id", "")),
        ("title", page("", "").replace("<title>T</title>", "")),
        ("landmark", page("", "").replace("header", "div")),
    ] {
        let found = rules(&chrome, &html).await?;
        ensure!(found.len() == 1 && found[0].starts_with(rule), "{rule}: {found:?}");
    }
    // Fits a desk, not a phone.
    chrome.screen(NARROW).await?;
    let found = rules(&chrome, &page("", "<div style='width:360px'>lebar</div>")).await?;
    ensure!(found.len() == 1 && found[0].starts_with("overflow"), "{found:?}");
    // A dark page is judged by what it shows, not by what it would show by day.
    chrome.screen(DESKTOP).await?;
    chrome.theme(Theme::Gelap).await?;
    let dark = "@media(prefers-color-scheme:dark){body{background:#1b1b1c}}";
    let found = rules(&chrome, &page(dark, "<p>hitam</p>")).await?;
    ensure!(found.iter().any(|line| line.starts_with("contrast")), "{found:?}");
    Ok(())
}
