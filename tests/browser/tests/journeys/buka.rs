//! What is masked is opened with a reason, and the person reads who did.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::stage::{Stage, sign_in};

const REASON: &str = "verifikasi berkas pensiun";
const PASSWORD: &str = "sawah-padi-menguning";

pub async fn opened_and_told(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    // The account made below belongs to the first government of the node.
    stage.open("/pegawai").await?;
    let own = "return [...document.querySelector('select[name=instansi]').options].find(o => o.value).value";
    let own = stage.tab().eval(own, vec![]).await?;
    stage.open(&format!("/pegawai?instansi={}", own.as_str().unwrap_or_default())).await?;
    let link = stage.tab().find(browser::halaman::pegawai::TAUTAN).await?;
    let person = link.attr("href").await?.context("a link without address")?;
    let person = person.split('?').next().unwrap_or_default().to_owned();
    stage.open(&person).await?;
    let masked = nik(stage).await?;
    ensure!(masked.contains("••••"), "masked at first: {masked}");

    // Without a reason nothing is opened, and the form says so.
    stage.open(&format!("{person}/buka")).await?;
    stage.tab().submit("textarea[name=alasan]").await?;
    stage.tab().shows("Pilih bagian yang hendak dibuka").await?;
    let tick = "document.querySelector('input[name=bagian][value=nomor]').click()";
    stage.tab().eval(tick, vec![]).await?;
    stage.tab().fill("textarea[name=alasan]", REASON).await?;
    stage.tab().submit("textarea[name=alasan]").await?;
    stage.tab().shows("sedang terbuka").await?;
    let open = nik(stage).await?;
    ensure!(open.len() == 16 && open.bytes().all(|b| b.is_ascii_digit()), "sixteen digits: {open}");

    // The person, with an account of their own.
    let nip = stage.tab().eval("return document.querySelector('.identitas, main').innerText.match(/NIP ([\\d ]+)/)[1].replace(/ /g, '')", vec![]).await?;
    let nip = nip.as_str().context("a NIP")?.to_owned();
    let said = stage.server.command(&[
        "pengguna",
        "tambah",
        "pemilik",
        "--nama",
        "Pemilik Data",
        "--peran",
        "pegawai",
        "--nip",
        &nip,
    ])?;
    let once = said.split("Sandi sekali pakai: ").nth(1).context("a one-time password")?.trim().to_owned();
    stage.forget_session().await?;
    stage.open("/masuk").await?;
    sign_in(&stage.tab(), "pemilik", &once).await?;
    stage.tab().fill("input[name=sandi_baru]", PASSWORD).await?;
    stage.tab().fill("input[name=sandi_ulang]", PASSWORD).await?;
    stage.tab().submit("input[name=sandi_baru]").await?;
    stage.tab().follow("main a[href$='/akses']").await?;
    for words in ["Siapa melihat data saya", REASON, "Administrator utama", "Nomor identitas"] {
        stage.tab().shows(words).await?;
    }
    stage.forget_session().await
}

async fn nik(stage: &Stage) -> Result<String> {
    const NIK: &str = "const t = [...document.querySelectorAll('main dt')].find(e => e.textContent.trim() === 'NIK');\
        return t.nextElementSibling.textContent.trim()";
    let found = stage.tab().eval(NIK, vec![]).await?;
    ensure!(found != json!(null), "a NIK on the page");
    Ok(found.as_str().unwrap_or_default().to_owned())
}
