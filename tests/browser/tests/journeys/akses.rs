//! Every page, in both themes, on a desk and on a phone: nobody is left out.

use anyhow::{Result, ensure};
use browser::a11y::Frame;
use browser::chrome::{DESKTOP, PHONE, Theme};
use browser::halaman::{POLOS, alamat};

use crate::impor;
use crate::stage::Stage;

pub async fn everyone(stage: &mut Stage) -> Result<()> {
    stage.at_home().await?;
    let pages = stage.every_page().await?;
    let mut complaints = Vec::new();
    for theme in [Theme::Terang, Theme::Gelap] {
        for screen in [DESKTOP, PHONE] {
            stage.chrome.theme(theme).await?;
            stage.chrome.screen(screen).await?;
            let seen = format!("{} {}", theme.name(), screen.width);
            for (name, path) in &pages {
                stage.open_page(path).await?;
                // Doors and projectors have no menu.
                let frame = if POLOS.contains(name) { Frame::Bare } else { Frame::Full };
                complaints.extend(stage.complaints(&format!("{path} {seen}"), frame).await?);
            }
            impor::preview(stage).await?;
            complaints.extend(stage.complaints(&format!("preview {seen}"), Frame::Full).await?);
        }
    }
    stage.forget_session().await?;
    for theme in [Theme::Terang, Theme::Gelap] {
        for screen in [DESKTOP, PHONE] {
            stage.chrome.theme(theme).await?;
            stage.chrome.screen(screen).await?;
            stage.open(alamat::MASUK).await?;
            let seen = format!("{} {} {}", alamat::MASUK, theme.name(), screen.width);
            complaints.extend(stage.complaints(&seen, Frame::Bare).await?);
        }
    }
    ensure!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
    Ok(())
}
