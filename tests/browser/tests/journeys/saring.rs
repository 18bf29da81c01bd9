//! A list is narrowed, kept under a name, and taken along as a file.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::stage::Stage;

pub async fn kept_and_taken_along(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    stage.open("/pegawai?golongan=III%2Fa-III%2Fd&kolom=golongan,umur").await?;
    let tab = stage.tab();
    tab.shows("Umur").await?;
    let shown = "return document.querySelectorAll('main tbody tr').length";
    ensure!(tab.eval(shown, vec![]).await? != json!(0), "somebody of golongan III");

    // Kept under a name, found again among the tabs with its number.
    let button = tab.button(("Simpan tampilan", "")).await?;
    button.click().await?;
    tab.fill("input[name=nama]", "Golongan tiga").await?;
    tab.submit("input[name=nama]").await?;
    stage.open("/pegawai").await?;
    let link = "return [...document.querySelectorAll('main nav a, main .tab a')]\
        .find(a => a.textContent.includes('Golongan tiga'))?.getAttribute('href') ?? ''";
    let href = tab.eval(link, vec![]).await?;
    let href = href.as_str().unwrap_or_default().to_owned();
    ensure!(href.contains("golongan=") && href.contains("kolom="), "the list as it was kept: {href}");
    stage.open(&href).await?;
    tab.shows("Umur").await?;

    // The file holds the columns chosen, and the people of the list.
    let export =
        "return document.querySelector('main a[href^=\"/ekspor/pegawai.csv\"]').getAttribute('href')";
    let export = tab.eval(export, vec![]).await?;
    let read = "const done = arguments[arguments.length - 1];\
        fetch(arguments[0]).then(r => r.text()).then(t => done(t.split('\\n')[0] + '|' + t.trim().split('\\n').length))";
    let said = stage.chrome.client.execute_async(read, vec![export]).await?;
    let said = said.as_str().unwrap_or_default();
    let rows: usize = said.rsplit('|').next().and_then(|n| n.parse().ok()).unwrap_or_default();
    ensure!(said.to_lowercase().contains("umur") && rows > 1, "heading and people: {said}");

    // One of them beside the list, without leaving it.
    tab.find("main tbody a[href*='panel=']").await?.click().await?;
    tab.shows("Buka halaman").await
}
