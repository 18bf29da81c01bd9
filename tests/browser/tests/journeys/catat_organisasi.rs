//! A unit begins with a Perda, its name is corrected, then it comes to an end.

use anyhow::{Result, ensure};
use browser::halaman::{catat, organisasi};

use crate::stage::Stage;

pub async fn a_unit(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    stage.open(browser::halaman::alamat::ORGANISASI).await?;
    stage.tab().follow(organisasi::CATAT).await?;
    stage.tab().follow(organisasi::UNIT_BARU).await?;
    document(stage, "Perda", "7 Tahun 2026", "15-09-2026").await?;
    stage.tab().fill("input[name=tmt]", "01-10-2026").await?;
    stage.tab().fill("input[name=isi_nama]", "Badan Data Dearah").await?;
    check_and_save(stage, "Badan Data Dearah").await?;

    stage.tab().follow(organisasi::RALAT).await?;
    stage.tab().shows("Meralat catatan").await?;
    document(stage, "Surat ralat", "8 Tahun 2026", "20-10-2026").await?;
    stage.tab().fill("input[name=alasan]", "Salah ketik nama").await?;
    stage.tab().fill("input[name=isi_nama]", "Badan Data Daerah").await?;
    check_and_save(stage, "Badan Data Dearah").await?;
    stage.tab().shows("Badan Data Daerah").await?;

    stage.tab().follow(organisasi::PETA).await?;
    stage.tab().shows("Badan Data Daerah").await?;
    let text = stage.tab().text().await?;
    ensure!(!text.contains("Badan Data Dearah"), "the name that was corrected is on the map no more");

    stage.tab().follow(organisasi::CATAT).await?;
    stage.tab().follow(organisasi::TUTUP).await?;
    document(stage, "Perda", "9 Tahun 2026", "10-11-2026").await?;
    stage.tab().fill("input[name=tmt]", "20-11-2026").await?;
    check_and_save(stage, "tidak").await?;
    stage.tab().follow(organisasi::PETA).await?;
    stage.tab().shows("Unit sudah dihapus").await
}

async fn document(stage: &Stage, jenis: &str, nomor: &str, tanggal: &str) -> Result<()> {
    let tab = stage.tab();
    tab.fill("input[name=jenis_dokumen]", jenis).await?;
    tab.fill("input[name=nomor]", nomor).await?;
    tab.fill("input[name=tanggal]", tanggal).await?;
    tab.fill("input[name=penandatangan]", "Gubernur Bumi Raya").await
}

async fn check_and_save(stage: &Stage, change: &str) -> Result<()> {
    let tab = stage.tab();
    let button = tab.button(catat::PERIKSA).await?;
    tab.follow_element(&button, "Periksa").await?;
    tab.shows("Sesudah").await?;
    tab.shows(change).await?;
    let button = tab.button(catat::SIMPAN).await?;
    tab.follow_element(&button, "Simpan ke jurnal").await?;
    tab.shows("Tercatat di jurnal sebagai catatan").await
}
