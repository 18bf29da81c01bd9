//! An SK typed in, corrected, annulled: what an officer does all day.

use anyhow::{Context, Result, ensure};
use browser::halaman::catat;
use serde_json::json;

use crate::stage::Stage;

pub async fn three_acts(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let person = stage.a_person().await?;
    stage.open(&format!("{person}/catat")).await?;
    stage.tab().follow(catat::KENAIKAN_PANGKAT).await?;

    document(stage, "SK Gubernur", "823.3/501/2026", "15-09-2026").await?;
    golongan(stage, "8").await?;
    stage.tab().fill("input[name=p1_tmt]", "01-10-2026").await?;
    stage.tab().fill("input[name=p1_isi_gaji_pokok]", "3.420.600").await?;
    check_and_save(stage, "Rp3.420.600").await?;

    // What was typed wrongly is corrected, and what it said stays readable.
    change(stage, &person, catat::RALAT).await?;
    stage.tab().shows("Meralat catatan").await?;
    document(stage, "Surat ralat", "800/9/2026", "20-10-2026").await?;
    stage.tab().fill("input[name=p0_isi_mk_tahun]", "9").await?;
    check_and_save(stage, "Masa kerja (tahun)").await?;
    stage.open(&format!("{person}?bagian=riwayat")).await?;
    stage.tab().shows("9 tahun").await?;

    change(stage, &person, catat::BATAL).await?;
    stage.tab().shows("Membatalkan catatan").await?;
    document(stage, "SK Gubernur", "823.3/777/2026", "01-11-2026").await?;
    check_and_save(stage, "IV/c").await?;
    stage.open(&format!("{person}?bagian=riwayat")).await?;
    let text = stage.tab().text().await?;
    ensure!(!text.contains("IV/c\nKini"), "annulled, and still current:\n{text}");
    Ok(())
}

async fn document(stage: &Stage, jenis: &str, nomor: &str, tanggal: &str) -> Result<()> {
    let tab = stage.tab();
    tab.fill("input[name=jenis_dokumen]", jenis).await?;
    tab.fill("input[name=nomor]", nomor).await?;
    tab.fill("input[name=tanggal]", tanggal).await?;
    tab.fill("input[name=penandatangan]", "Gubernur Bumi Raya").await
}

/// A golongan nobody in the province holds yet, so that it is told from the others.
async fn golongan(stage: &Stage, years: &str) -> Result<()> {
    let tab = stage.tab();
    tab.fill("input[name=p0_tmt]", "01-10-2026").await?;
    let chosen = "const s = document.querySelector(arguments[0]); s.value = arguments[1]; return s.value";
    let value = tab.eval(chosen, vec![json!("select[name=p0_isi_golongan]"), json!("43")]).await?;
    ensure!(value == json!("43"), "IV/c can be chosen");
    tab.fill("input[name=p0_isi_mk_tahun]", years).await
}

/// The page before recording says what changes; the page after it, that it is recorded.
async fn check_and_save(stage: &Stage, change: &str) -> Result<()> {
    let tab = stage.tab();
    let button = tab.button(catat::PERIKSA).await?;
    tab.follow_element(&button, "Periksa").await?;
    tab.shows("Sesudah").await?;
    tab.shows(change).await.context("before and after")?;
    let button = tab.button(catat::SIMPAN).await?;
    tab.follow_element(&button, "Simpan ke jurnal").await?;
    tab.shows("Tercatat di jurnal sebagai catatan").await
}

/// Follows a link beside the newest golongan.
async fn change(stage: &Stage, person: &str, link: &str) -> Result<()> {
    stage.open(&format!("{person}?bagian=riwayat")).await?;
    stage.tab().follow(link).await
}
