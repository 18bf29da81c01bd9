//! A meeting as it goes on: check-in while the network is down, and minutes two people write at once.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::stage::Stage;

const OFFLINE: &str = "Network.emulateNetworkConditions";

/// Address of the first rakor of the demo province, whose follow-up is told of; one is made when there is none.
pub async fn a_rakor(stage: &Stage) -> Result<String> {
    const FIRST: &str = "return [...document.querySelectorAll('main a[href^=\"/rakor/\"]')].map(a => a.getAttribute('href'))\
        .filter(h => !h.startsWith('/rakor/baru') && !h.startsWith('/rakor/masalah')).pop() || ''";
    stage.open("/rakor").await?;
    let found = stage.tab().eval(FIRST, vec![]).await?;
    match found.as_str().filter(|href| !href.is_empty()) {
        Some(there) => Ok(there.split(['?', '#']).next().unwrap_or_default().to_owned()),
        None => an_open_rakor(stage).await,
    }
}

/// Address of a rakor that was planned, invited to, and opened just now.
async fn an_open_rakor(stage: &Stage) -> Result<String> {
    let tab = stage.tab();
    stage.open("/rakor/baru").await?;
    const CHOOSE: &str = "for (const name of ['templat', 'instansi']) {\
        const s = document.querySelector(`select[name=${name}]`); if (s) s.selectedIndex = 1 }";
    tab.eval(CHOOSE, vec![]).await?;
    tab.fill("input[name=judul]", "Rakor peramban").await?;
    tab.fill("input[name=tanggal]", "22-11-2026").await?;
    tab.submit("input[name=judul]").await?;
    let at = tab.path().await?;
    stage.open(&format!("{at}/persiapan")).await?;
    let tick = "document.querySelector('input[name=instansi]').click(); document.querySelector('input[name=peran]').click()";
    tab.eval(tick, vec![]).await?;
    tab.submit("input[name=peran_lain]").await?;
    press(stage, "Kirim undangan").await?;
    stage.open(&format!("{at}/notulen")).await?;
    press(stage, "Buka rakor").await?;
    Ok(at)
}

async fn press(stage: &Stage, label: &str) -> Result<()> {
    let button = stage.tab().button((label, label)).await?;
    stage.tab().follow_element(&button, label).await
}

/// Presences recorded while the network is down arrive once, each, when it is back.
pub async fn without_network(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let at = an_open_rakor(stage).await?;
    stage.open(&format!("{at}/presensi")).await?;
    let network = |offline: bool| json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    stage.chrome.devtools("Network.enable", json!({})).await?;
    stage.chrome.devtools(OFFLINE, network(true)).await?;
    // Parties stand first, guests last.
    const PARTY: &str = "document.querySelector('form[data-presensi]').elements.pihak.selectedIndex = 0";
    for name in ["Sari Luring", "Budi Luring"] {
        stage.tab().eval(PARTY, vec![]).await?;
        stage.tab().fill("form[data-presensi] input[name=nama]", name).await?;
        stage.tab().find("form[data-presensi] button[type=submit]").await?.click().await?;
    }
    stage.tab().shows("2 presensi menunggu dikirim").await?;
    stage.chrome.devtools(OFFLINE, network(false)).await?;
    stage.tab().eval("dispatchEvent(new Event('online'))", vec![]).await?;
    stage.tab().shows("Semua presensi sudah terkirim").await?;
    stage.open(&format!("{at}/hadir")).await?;
    for words in ["Sari Luring", "Budi Luring", "2 orang hadir"] {
        stage.tab().shows(words).await?;
    }
    Ok(())
}

/// What one window writes the other shows; what both write stands side by side.
pub async fn two_windows(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let notulen = format!("{}/notulen", an_open_rakor(stage).await?);
    let client = stage.chrome.client.clone();
    let first = client.window().await?;
    stage.open(&notulen).await?;
    let second = client.new_window(true).await?.handle;
    client.switch_to_window(second.clone()).await?;
    let done = write(stage, &notulen, &first, &second).await;
    client.switch_to_window(second).await?;
    client.close_window().await?;
    client.switch_to_window(first).await?;
    done
}

async fn write(
    stage: &Stage,
    notulen: &str,
    first: &fantoccini::wd::WindowHandle,
    second: &fantoccini::wd::WindowHandle,
) -> Result<()> {
    const EDIT: &str = "const t = [...document.querySelectorAll('.notulen-bagian')].find(p => p.innerText.includes(arguments[0]))\
        .querySelector('details'); t.open = true; const a = t.querySelector('textarea'); a.value = arguments[1]; a.focus()";
    const SAVE: &str = "document.activeElement.form.requestSubmit()";
    let (tab, client) = (stage.tab(), &stage.chrome.client);
    stage.open(notulen).await?;
    tab.fill("#baru-teks-0", "Sekda membuka rakor.").await?;
    tab.submit("#baru-teks-0").await?;
    client.switch_to_window(first.clone()).await?;
    tab.shows("Sekda membuka rakor.").await.context("without a reload")?;
    // Something is being written here while the other window saves.
    let edit = |text: &str| vec![json!("Sekda membuka"), json!(text)];
    tab.eval(EDIT, edit("Sekda membuka pukul 09.00.")).await?;
    client.switch_to_window(second.clone()).await?;
    tab.eval(EDIT, edit("Sekda membuka, 12 daerah hadir.")).await?;
    tab.eval(SAVE, vec![]).await?;
    tab.shows("Tulisan tersimpan").await?;
    client.switch_to_window(first.clone()).await?;
    tab.wait("the mark", "return !!document.querySelector('[data-usang]')", vec![]).await?;
    let kept = tab.eval("return document.querySelector('[data-usang] textarea').value", vec![]).await?;
    ensure!(kept == json!("Sekda membuka pukul 09.00."), "what is being written stays: {kept}");
    tab.eval("document.querySelector('[data-usang] form').requestSubmit()", vec![]).await?;
    for words in ["Ditulis dua orang sekaligus", "12 daerah hadir", "pukul 09.00"] {
        tab.shows(words).await?;
    }
    Ok(())
}
