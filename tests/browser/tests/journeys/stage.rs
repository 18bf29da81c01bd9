//! The browser, the province, and the account that walks through it.

use anyhow::{Context, Result, ensure};
use browser::a11y::{self, Frame};
use browser::chrome::{Chrome, DESKTOP, Theme};
use browser::halaman::{ADMIN, SEMUA, alamat, masuk, organisasi, pegawai};
use browser::server::Server;
use browser::tab::Tab;
use serde_json::json;

/// Small enough to be made in seconds, large enough for a second page of the list.
const PEOPLE: u32 = 600;
/// Chosen at the first sign-in.
const PASSWORD: &str = "Peramban-menguji-2026";

pub struct Stage {
    pub chrome: Chrome,
    pub server: Server,
    /// `None` until the one-time password has been replaced.
    password: Option<&'static str>,
}

impl Stage {
    pub async fn start() -> Result<Stage> {
        let server = Server::start(PEOPLE)?;
        let chrome = Chrome::start().await?;
        chrome.screen(DESKTOP).await?;
        chrome.theme(Theme::Terang).await?;
        Ok(Stage { chrome, server, password: None })
    }

    pub fn tab(&self) -> Tab<'_> {
        Tab(&self.chrome.client)
    }

    pub async fn open(&self, path: &str) -> Result<()> {
        self.tab().open(&self.server.url(path)).await
    }

    /// Signed in as the administrator on a desk by daylight, wherever we were before.
    pub async fn at_home(&mut self) -> Result<()> {
        self.chrome.screen(DESKTOP).await?;
        self.chrome.theme(Theme::Terang).await?;
        self.open(alamat::BERANDA).await?;
        if !self.tab().path().await?.starts_with(alamat::MASUK) {
            return Ok(());
        }
        match self.password {
            None => self.first_sign_in().await,
            Some(password) => {
                sign_in(&self.tab(), ADMIN, password).await?;
                self.must_be_at(alamat::BERANDA).await
            }
        }
    }

    /// With the one-time password, straight on to a password of one's own.
    pub async fn first_sign_in(&mut self) -> Result<()> {
        self.open(alamat::MASUK).await?;
        let once = self.server.password.clone();
        sign_in(&self.tab(), ADMIN, &once).await?;
        self.must_be_at(alamat::SANDI).await?;
        let tab = self.tab();
        // Some forms ask for the present password again.
        let asks = tab.eval("return !!document.querySelector('main input[name=sandi]')", vec![]).await?;
        if asks == json!(true) {
            tab.fill(masuk::SANDI, &once).await?;
        }
        tab.fill(masuk::SANDI_BARU, PASSWORD).await?;
        tab.fill(masuk::SANDI_ULANG, PASSWORD).await?;
        tab.submit(masuk::SANDI_BARU).await?;
        self.password = Some(PASSWORD);
        self.must_be_at(alamat::BERANDA).await
    }

    /// Cookies know no ports: a visit to a second server ends the session on the first.
    pub async fn forget_session(&self) -> Result<()> {
        Ok(self.chrome.client.delete_all_cookies().await?)
    }

    pub async fn must_be_at(&self, path: &str) -> Result<()> {
        let at = self.tab().path().await?;
        let same = at.split('?').next() == Some(path);
        ensure!(same, "expected to be at {path}, is at {at}:\n{}", self.tab().text().await?);
        Ok(())
    }

    /// Address of the first person in the list.
    pub async fn a_person(&self) -> Result<String> {
        // Somebody long in service: of the list's first the past may know nothing.
        self.open("/pegawai?urut=nama&status=pns").await?;
        let link = self.tab().find(pegawai::TAUTAN).await?;
        let href = link.attr("href").await?.context("a link without address")?;
        Ok(href.split(['?', '#']).next().unwrap_or_default().to_string())
    }

    /// Every page by name, and its address here.
    pub async fn every_page(&self) -> Result<Vec<(&'static str, String)>> {
        let person = self.a_person().await?;
        self.open(alamat::ORGANISASI).await?;
        let link = self.tab().find(organisasi::CATAT).await?;
        let form = link.attr("href").await?.context("a link without address")?;
        let rakor = crate::rakor::a_rakor(self).await?;
        let address = |path: &str| path.replace('·', &person).replace('◦', &form).replace('»', &rakor);
        Ok(SEMUA.iter().map(|(name, path)| (*name, address(path))).collect())
    }

    /// Opens a page that must be there: a picture of what is not is no picture of the page.
    pub async fn open_page(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        let text = self.tab().text().await?;
        ensure!(!text.contains("Halaman tidak ditemukan"), "there is no {path}");
        Ok(())
    }

    /// Complaints about the page as it stands, each with where it was seen.
    pub async fn complaints(&self, wher: &str, frame: Frame) -> Result<Vec<String>> {
        let found = a11y::check(&self.chrome.client, frame).await?;
        Ok(found.iter().map(|violation| format!("{wher}: {violation}")).collect())
    }

    /// A picture of what was on the screen and the last words of the server.
    pub async fn after_failure(stage: &mut Stage, name: &str) {
        let file = std::env::temp_dir().join(format!("sinergi-journey-{name}.png"));
        if let Ok(png) = stage.chrome.client.screenshot().await
            && std::fs::write(&file, png).is_ok()
        {
            println!("picture of the failure: {}", file.display());
        }
        println!("the server said last:\n{}", stage.server.said());
    }
}

pub async fn sign_in(tab: &Tab<'_>, user: &str, password: &str) -> Result<()> {
    tab.fill(masuk::PENGGUNA, user).await?;
    tab.fill(masuk::SANDI, password).await?;
    tab.submit(masuk::SANDI).await
}
