//! A draft of the law comes in, is read beside the law, and is laid over real people; a broken one is refused.

use anyhow::{Result, ensure};
use browser::halaman::rancangan;

use crate::stage::Stage;

/// A fictional draft that raises the waiting time of a regular rise by a year.
const DRAFT: &str = r#"
[akta]
id = "RPP-UJI-2026"
jenis = "PP"
sebutan = "Rancangan PP (uji)"
tentang = "Rancangan rekaan: masa kenaikan pangkat reguler lima tahun"
diundangkan = 2026-10-01
mulai = 2026-11-01
kepastian = "praktik"
sumber = "rekaan untuk uji"

[[param]]
kunci = "kp.masa_min"
nilai = 5
satuan = "tahun"
dasar = "Pasal 1"
menggantikan = "PP-99-2000"
"#;

pub async fn laid_over_people(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    bring(stage, "rusak.toml", &DRAFT.replace("nilai = 5", "nilai = \"lima\"")).await?;
    stage.tab().shows("ditolak seluruhnya").await?;
    stage.tab().shows("baris").await?;

    bring(stage, "masa-lima-tahun.toml", DRAFT).await?;
    let tab = stage.tab();
    tab.shows("kp.masa_min").await?;
    tab.follow(rancangan::SIMULASI).await?;
    tab.follow(rancangan::KP_REGULER).await?;
    tab.shows("Memenuhi syarat").await?;
    ensure!(tab.text().await?.contains("masa"), "the part that decides is named");
    let person = tab.find(rancangan::ORANG).await?;
    tab.follow_element(&person, "seseorang yang terkena").await?;
    tab.shows("Mengapa?").await
}

async fn bring(stage: &Stage, name: &str, text: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(name);
    std::fs::write(&file, text)?;
    stage.open(rancangan::ALAMAT).await?;
    stage.tab().choose_file(rancangan::BERKAS, &file).await?;
    stage.tab().submit(rancangan::BERKAS).await
}
