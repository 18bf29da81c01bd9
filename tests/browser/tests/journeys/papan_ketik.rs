//! Without a mouse.

use anyhow::{Result, ensure};
use browser::halaman::{alamat, rangka};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

use crate::stage::Stage;

const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';

pub async fn keyboard(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    stage.open(alamat::PEGAWAI).await?;
    let tab = stage.tab();

    // The first stop is the way past the menu, it is seen, and it works.
    press(stage, TAB).await?;
    let on = "const e = document.activeElement; return e && e.matches(arguments[0])";
    tab.wait("the skip link to have focus", on, vec![json!(rangka::TAUTAN_LOMPAT)]).await?;
    let seen = "const b = document.activeElement.getBoundingClientRect(); return b.top >= 0 && b.height > 20";
    tab.wait("the skip link to be seen", seen, vec![]).await?;
    press(stage, ENTER).await?;
    tab.wait("the address to name the content", "return location.hash.length > 1", vec![]).await?;

    // From there every stop shows that it has the focus.
    let ring = "const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();\
        return e === document.body ? 'body' : (parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none')\
          || s.boxShadow !== 'none' || b.width <= 1 ? '' : e.outerHTML.slice(0, 120)";
    for _ in 0..15 {
        press(stage, TAB).await?;
        let bare = tab.eval(ring, vec![]).await?;
        ensure!(bare == json!(""), "no focus ring on {bare}");
    }

    // One key leads to the search of the list.
    stage.open(alamat::PEGAWAI).await?;
    press(stage, '/').await?;
    tab.wait("/ to focus the search", on, vec![json!(rangka::CARI)]).await?;
    press(stage, 'a').await?;
    let typed = tab.eval("return document.activeElement.value", vec![]).await?;
    ensure!(typed == json!("a"), "the search holds {typed}, the key itself must not be typed into it");
    Ok(())
}

async fn press(stage: &Stage, key: char) -> Result<()> {
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    Ok(stage.chrome.client.perform_actions(keys).await?)
}
