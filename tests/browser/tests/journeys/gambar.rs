//! Pictures of the documentation: page, width and theme in the name of the file.

use std::path::PathBuf;

use anyhow::{Context, Result};
use browser::chrome::{DESKTOP, PHONE, Theme};
use fantoccini::wd::{PrintConfiguration, PrintOrientation, PrintSize};

use crate::impor;
use crate::stage::Stage;

pub async fn pictures(stage: &mut Stage) -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("SINERGI_GAMBAR").context("SINERGI_GAMBAR names no folder")?);
    std::fs::create_dir_all(&folder)?;
    stage.at_home().await?;
    let seen = stage.every_page().await?.into_iter().map(|(name, path)| (name, Some(path)));
    let pages: Vec<(&str, Option<String>)> = seen.chain([("pratinjau-impor", None)]).collect();
    for theme in [Theme::Terang, Theme::Gelap] {
        for screen in [DESKTOP, PHONE] {
            stage.chrome.theme(theme).await?;
            stage.chrome.screen(screen).await?;
            for (name, path) in &pages {
                match path {
                    Some(path) => stage.open_page(path).await?,
                    None => impor::preview(stage).await?,
                }
                let png = stage.chrome.client.screenshot().await?;
                let file = folder.join(format!("{name}-{}-{}.png", screen.width, theme.name()));
                std::fs::write(&file, png).with_context(|| file.display().to_string())?;
                println!("  {}", file.display());
            }
        }
    }
    printed(stage, &folder).await
}

/// Sheets as the printer gets them: A4 lying, black on white.
async fn printed(stage: &Stage, folder: &std::path::Path) -> Result<()> {
    stage.chrome.theme(Theme::Terang).await?;
    stage.chrome.screen(DESKTOP).await?;
    for (name, path) in [("duk", "/duk"), ("nominatif", "/nominatif")] {
        stage.open(path).await?;
        let config = PrintConfiguration::builder()
            .orientation(PrintOrientation::Landscape)
            .size(PrintSize::A4)
            .build()
            .map_err(|e| anyhow::anyhow!("{e:?}"))?;
        let pdf = stage.chrome.client.print(config).await?;
        let file = folder.join(format!("{name}-cetak.pdf"));
        std::fs::write(&file, pdf).with_context(|| file.display().to_string())?;
        println!("  {}", file.display());
    }
    Ok(())
}
