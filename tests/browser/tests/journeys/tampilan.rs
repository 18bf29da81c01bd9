//! On a phone, and at night.

use anyhow::{Result, ensure};
use browser::chrome::{NARROW, PHONE, Theme};
use browser::halaman::{alamat, rangka};
use serde_json::json;

use crate::stage::Stage;

/// What is wrong with the bar at the bottom: its number of places, targets below 44 px, words cut off
/// or over their neighbour.
const CROWDED: &str = "const links = [...document.querySelectorAll('.bawah a')];\
    if (links.length < 2 || links.length > 5) return links.length + ' places';\
    for (const a of links) { const b = a.getBoundingClientRect(), s = a.querySelector('span'), t = s.getBoundingClientRect();\
      if (b.width < 44 || b.height < 44) return a.textContent + ' is small';\
      if (t.left < b.left || t.right > b.right || s.scrollWidth > s.clientWidth + 1) return a.textContent + ' is cut off' }\
    return ''";

pub async fn phone(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let person = stage.a_person().await?;
    for screen in [PHONE, NARROW] {
        stage.chrome.screen(screen).await?;
        for path in [alamat::PEGAWAI, &person, alamat::ORGANISASI, alamat::IMPOR] {
            stage.open(path).await?;
            let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let over = stage.tab().eval(script, vec![]).await?;
            ensure!(over.as_i64() <= Some(1), "{path} is {over} px wider than a screen of {}", screen.width);
        }
        let wrong = stage.tab().eval(CROWDED, vec![]).await?;
        ensure!(wrong == json!(""), "the bar at the bottom of {} px: {wrong}", screen.width);
    }
    stage.chrome.screen(PHONE).await?;
    stage.open(alamat::PEGAWAI).await?;
    let tab = stage.tab();
    let shown = "const e = document.querySelector(arguments[0]), b = e && e.getBoundingClientRect();\
        return !!e && e.checkVisibility() && b.width > 100 && b.left >= -1 && b.left < innerWidth";
    let drawer = vec![json!(rangka::LACI)];
    ensure!(tab.eval(shown, drawer.clone()).await? == json!(false), "the drawer is open before anyone asked");
    tab.find(rangka::BUKA_MENU).await?.click().await?;
    tab.wait("the drawer to open", shown, drawer).await
}

pub async fn dark(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    stage.open(alamat::PEGAWAI).await?;
    ensure!(brightness(stage).await? > 0.8, "by day the page is light");
    stage.chrome.theme(Theme::Gelap).await?;
    stage.open(alamat::PEGAWAI).await?;
    ensure!(brightness(stage).await? < 0.2, "the page follows the system into the dark");

    // A choice of one's own outlasts the system's.
    let cookie = "document.cookie = 'tema=terang;path=/;samesite=lax'";
    stage.tab().eval(cookie, vec![]).await?;
    stage.open(alamat::PEGAWAI).await?;
    let chosen = brightness(stage).await?;
    stage.tab().eval("document.cookie = 'tema=;path=/;max-age=0'", vec![]).await?;
    ensure!(chosen > 0.8, "a light theme chosen by hand stays light at night");
    Ok(())
}

/// How light the page behind everything is, 0 to 1.
async fn brightness(stage: &Stage) -> Result<f64> {
    let script = "const p = new OffscreenCanvas(1, 1).getContext('2d');\
        for (const e of [document.body, document.documentElement]) {\
          p.fillStyle = getComputedStyle(e).backgroundColor; p.fillRect(0, 0, 1, 1); \
          const d = p.getImageData(0, 0, 1, 1).data; if (d[3] > 0) return (d[0] + d[1] + d[2]) / 765 }\
        return 1";
    Ok(stage.tab().eval(script, vec![]).await?.as_f64().unwrap_or(1.0))
}
