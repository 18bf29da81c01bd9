//! A person seen on another day.

use anyhow::{Result, ensure};
use browser::halaman::pegawai;

use crate::stage::Stage;

pub async fn both_clocks(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let person = stage.a_person().await?;
    let tab = stage.tab();

    stage.open(&person).await?;
    ensure!(!tab.text().await?.contains(pegawai::PITA_WAKTU), "today needs no banner");

    stage.open(&format!("{person}?berlaku=2015-01-01")).await?;
    tab.shows(pegawai::PITA_WAKTU).await?;
    tab.shows("1 Jan 2015").await?;

    // What was known before anything was recorded: nothing, said in words and not as a fault.
    stage.open(&format!("{person}?diketahui=2000-01-01")).await?;
    let text = tab.text().await?;
    ensure!(
        text.contains(pegawai::PITA_WAKTU) || text.to_lowercase().contains("belum"),
        "the past of the record:\n{text}"
    );
    Ok(())
}
