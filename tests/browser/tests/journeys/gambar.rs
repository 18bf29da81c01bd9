//! Pictures of the documentation: page, width and theme in the name of the file.

use std::path::PathBuf;

use anyhow::{Context, Result};
use browser::chrome::{DESKTOP, PHONE, Theme};
use browser::halaman::alamat;

use crate::impor;
use crate::stage::Stage;

pub async fn pictures(stage: &mut Stage) -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("SINERGI_GAMBAR").context("SINERGI_GAMBAR names no folder")?);
    std::fs::create_dir_all(&folder)?;
    stage.at_home().await?;
    let person = stage.a_person().await?;
    let record = format!("{person}/catat?jenis=golongan,gaji_berkala");
    let pages = [
        ("daftar", Some(alamat::PEGAWAI)),
        ("pegawai", Some(person.as_str())),
        ("catat", Some(record.as_str())),
        ("organisasi", Some(alamat::ORGANISASI)),
        ("impor", None),
        ("perbaikan", Some(alamat::PERBAIKAN)),
    ];
    for theme in [Theme::Terang, Theme::Gelap] {
        for screen in [DESKTOP, PHONE] {
            stage.chrome.theme(theme).await?;
            stage.chrome.screen(screen).await?;
            for (name, path) in pages {
                match path {
                    Some(path) => stage.open(path).await?,
                    None => impor::preview(stage).await?,
                }
                let png = stage.chrome.client.screenshot().await?;
                let file = folder.join(format!("{name}-{}-{}.png", screen.width, theme.name()));
                std::fs::write(&file, png).with_context(|| file.display().to_string())?;
                println!("  {}", file.display());
            }
        }
    }
    Ok(())
}
