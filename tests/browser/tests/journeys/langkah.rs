//! From an empty node to a register, a second account and a backup: the first steps.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser::halaman::{impor, masuk};
use browser::nominatif;
use browser::server::Server;

use crate::stage::{Stage, sign_in};

const PASSWORD: &str = "perahu-kecil-berlayar";

pub async fn from_empty(stage: &mut Stage) -> Result<()> {
    let server = Server::empty("Pemerintah Kabupaten Peramban")?;
    stage.forget_session().await?;
    let steps = walk(stage, &server).await;
    stage.forget_session().await?;
    steps.with_context(|| format!("the empty server said:\n{}", server.said()))
}

async fn walk(stage: &Stage, server: &Server) -> Result<()> {
    let tab = stage.tab();
    tab.open(&server.url("/masuk")).await?;
    sign_in(&tab, "admin", &server.password).await?;
    tab.fill(masuk::SANDI_BARU, PASSWORD).await?;
    tab.fill(masuk::SANDI_ULANG, PASSWORD).await?;
    tab.submit(masuk::SANDI_BARU).await?;
    // Home leads there by itself while there is nothing else to see.
    tab.shows("Langkah pertama").await?;
    ensure!(tab.path().await? == "/langkah-pertama", "at {}", tab.path().await?);

    let folder = tempfile::tempdir()?;
    let unor = "Id,NamaUnor,DiatasanId,EselonId,CepatKode,aktif\r\n\
        U-01,Pemerintah Kabupaten Peramban,,,,ya\r\n\
        PERAMBANUNOR000000000000000001,Badan Kepegawaian Daerah,U-01,22,0101,ya\r\n";
    let peta = "kode,unor,jabatan,jenis,eselon,jenjang,kelas,kebutuhan,tmt\r\n\
        P1,PERAMBANUNOR000000000000000001,Kepala Badan,struktural,II.b,,14,1,02-01-2026\r\n";
    std::fs::write(folder.path().join("unor.csv"), unor)?;
    std::fs::write(folder.path().join("peta.csv"), peta)?;
    let people = nominatif::write(folder.path())?;
    import(stage, server, "unor", &folder.path().join("unor.csv")).await?;
    import(stage, server, "peta", &folder.path().join("peta.csv")).await?;
    import(stage, server, "nominatif", &people).await?;

    tab.open(&server.url("/pengguna/baru")).await?;
    tab.fill("input[name=akun]", "petugas").await?;
    tab.fill("input[name=lengkap]", "Petugas Pertama").await?;
    tab.eval("document.querySelector('select[name=peran]').value = 'petugas'", vec![]).await?;
    tab.submit("input[name=akun]").await?;
    tab.shows("Sandi sekali pakai").await?;

    let file = folder.path().join("pertama.cadangan");
    server.command(&["cadangan", "buat", &file.display().to_string()])?;
    tab.open(&server.url("/langkah-pertama")).await?;
    for words in ["2 unit", "1 jabatan", "3 pegawai", "2 akun aktif"] {
        tab.shows(words).await?;
    }
    let text = tab.text().await?;
    ensure!(
        text.matches("Selesai").count() >= 5 && text.contains("pertama.cadangan"),
        "all is done:\n{text}"
    );
    Ok(())
}

async fn import(stage: &Stage, server: &Server, kind: &str, file: &Path) -> Result<()> {
    let tab = stage.tab();
    tab.open(&server.url(&format!("/impor/unggah?jenis={kind}"))).await?;
    tab.choose_file(impor::BERKAS, file).await?;
    let dated = tab.eval("return !!document.querySelector('input[name=per_tanggal]')", vec![]).await?;
    if dated == serde_json::json!(true) {
        tab.fill(impor::PER_TANGGAL, "01-11-2026").await?;
    }
    tab.submit(impor::BERKAS).await?;
    tab.shows("Pratinjau impor").await?;
    let button = tab.button(impor::SIMPAN).await?;
    tab.follow_element(&button, "Simpan … baris").await?;
    tab.shows(impor::TANDA_TERIMA).await
}
