//! From an uploaded file to the page of a person in it.

use anyhow::{Context, Result};
use browser::halaman::{alamat, impor, pegawai};
use browser::nominatif;
use fantoccini::Locator;

use crate::stage::Stage;

pub async fn from_file_to_person(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    preview(stage).await?;
    let tab = stage.tab();
    let orang = &nominatif::ORANG[0];
    tab.shows(orang.nama).await.context("the preview names who comes in")?;

    let button = tab.button(impor::SIMPAN).await?;
    tab.follow_element(&button, "Simpan … baris").await?;
    tab.shows(impor::TANDA_TERIMA).await?;

    stage.open(&format!("{}?q={}", alamat::PEGAWAI, orang.nama.replace(' ', "+"))).await?;
    let link = stage.chrome.client.find(Locator::LinkText(orang.nama)).await;
    let link = match link {
        Ok(link) => link,
        // The name may stand in a link together with titles.
        Err(_) => tab.find(pegawai::TAUTAN).await?,
    };
    tab.follow_element(&link, orang.nama).await?;
    tab.shows(orang.nama).await?;
    tab.shows("Pengelola Kepegawaian").await
}

/// Uploads the small file and stops at the preview.
pub async fn preview(stage: &Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = nominatif::write(folder.path())?;
    stage.open(alamat::UNGGAH).await?;
    let tab = stage.tab();
    tab.choose_file(impor::BERKAS, &file).await?;
    tab.fill(impor::PER_TANGGAL, "01-11-2026").await?;
    tab.submit(impor::BERKAS).await?;
    tab.shows(impor::PRATINJAU).await
}
