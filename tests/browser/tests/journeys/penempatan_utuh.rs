//! A whole placement round: from its opening to a deviation of the PPK and a bundle anybody checks.

use anyhow::{Context, Result, ensure};
use browser::chrome::{DESKTOP, PHONE, Theme};
use browser::halaman::{alamat, masuk};
use browser::server::Server;
use serde_json::json;
use std::path::PathBuf;

use crate::stage::{Stage, sign_in};

const DAY: &str = "19-08-2026";
/// The day the round is about, and letters before it.
const EFFECT: &str = "01-09-2026";
const LETTER: &str = "18-08-2026";
const PEOPLE: u32 = 3_000;
const PASSWORD: &str = "susunan-yang-adil";
/// Open items one after another; a round of the demo province has fewer.
const ITEMS: usize = 120;

/// People of the pictures: about forty posts are vacant among them.
const PICTURED: u32 = 12_000;

struct Walk<'s> {
    stage: &'s Stage,
    server: Server,
    /// Where pictures go, when they are wanted.
    pictures: Option<PathBuf>,
}

pub async fn to_the_bundle(stage: &mut Stage) -> Result<()> {
    let pictures = std::env::var_os("SINERGI_GAMBAR").map(PathBuf::from);
    let server = Server::on(if pictures.is_some() { PICTURED } else { PEOPLE }, DAY)?;
    let walk = Walk { stage, server, pictures };
    let walked = walk.all().await;
    walk.stage.forget_session().await?;
    walked.with_context(|| format!("the server of the round said:\n{}", walk.server.said()))
}

impl Walk<'_> {
    async fn all(&self) -> Result<()> {
        self.enter().await?;
        let at = self.opened().await?;
        self.posts(&at).await?;
        self.announced(&at).await?;
        self.decided(&at).await?;
        self.locked(&at).await?;
        self.read(&at).await?;
        self.deviated(&at).await?;
        self.checked(&at).await
    }

    async fn enter(&self) -> Result<()> {
        let tab = self.stage.tab();
        self.stage.forget_session().await?;
        tab.open(&self.server.url(alamat::MASUK)).await?;
        sign_in(&tab, "admin", &self.server.password).await?;
        let asks = tab.eval("return !!document.querySelector('main input[name=sandi]')", vec![]).await?;
        if asks == json!(true) {
            tab.fill(masuk::SANDI, &self.server.password).await?;
        }
        tab.fill(masuk::SANDI_BARU, PASSWORD).await?;
        tab.fill(masuk::SANDI_ULANG, PASSWORD).await?;
        tab.submit(masuk::SANDI_BARU).await
    }

    async fn open(&self, path: &str) -> Result<()> {
        self.stage.tab().open(&self.server.url(path)).await
    }

    async fn press(&self, label: &str) -> Result<()> {
        let tab = self.stage.tab();
        let button = tab.button((label, label)).await?;
        tab.follow_element(&button, label).await
    }

    async fn shows(&self, words: &[&str]) -> Result<()> {
        for words in words {
            self.stage.tab().shows(words).await?;
        }
        Ok(())
    }

    /// The page as it is now, for the documentation: on a desk and on a phone, light and dark.
    async fn picture(&self, name: &str) -> Result<()> {
        let Some(folder) = &self.pictures else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        for (screen, theme) in
            [(PHONE, Theme::Gelap), (PHONE, Theme::Terang), (DESKTOP, Theme::Gelap), (DESKTOP, Theme::Terang)]
        {
            self.stage.chrome.screen(screen).await?;
            self.stage.chrome.theme(theme).await?;
            let png = self.stage.chrome.client.screenshot().await?;
            let file = folder.join(format!("{name}-{}-{}.png", screen.width, theme.name()));
            std::fs::write(&file, png).with_context(|| file.display().to_string())?;
            println!("  {}", file.display());
        }
        Ok(())
    }

    /// The same, with a part of it brought into view.
    async fn picture_of(&self, css: &str, name: &str) -> Result<()> {
        const SHOW: &str = "document.querySelector(arguments[0])?.scrollIntoView({block: 'start'})";
        self.stage.tab().eval(SHOW, vec![json!(css)]).await?;
        self.picture(name).await
    }

    /// Chooses in a list; answers whether the value was there.
    async fn choose(&self, css: &str, value: &str) -> Result<bool> {
        const CHOOSE: &str = "const s = document.querySelector(arguments[0]); s.value = arguments[1]; return s.value === arguments[1]";
        Ok(self.stage.tab().eval(CHOOSE, vec![json!(css), json!(value)]).await? == json!(true))
    }

    async fn opened(&self) -> Result<String> {
        let tab = self.stage.tab();
        self.open("/penempatan/baru").await?;
        ensure!(self.choose("select[name=macam]", "administrator_pengawas").await?, "no such kind");
        const FIRST: &str =
            "const s = document.querySelector('select[name=instansi]'); if (s) s.selectedIndex = 1";
        tab.eval(FIRST, vec![]).await?;
        tab.fill("input[name=judul]", "Penataan pengawas 2026").await?;
        tab.fill("input[name=dasar]", "Surat Sekda 800/1 tanggal 18 Agustus 2026").await?;
        tab.fill("input[name=tanggal_berlaku]", EFFECT).await?;
        tab.submit("input[name=judul]").await?;
        self.shows(&["Rencana mutasi dibuka", "Pilih pos"]).await?;
        Ok(tab.path().await?.split('?').next().unwrap_or_default().to_owned())
    }

    async fn posts(&self, at: &str) -> Result<()> {
        self.open(&format!("{at}/pos?tampil=usulan")).await?;
        self.press("Tambahkan semua yang kosong").await?;
        self.shows(&["Pos tersimpan", "Dalam rencana"]).await
    }

    /// Weights that do not sum to 100 are refused, those that do announced.
    async fn announced(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        self.open(&format!("{at}/kriteria")).await?;
        const ZERO: &str = "document.querySelectorAll('input[name^=bobot-]').forEach(i => i.value = '0')";
        tab.eval(ZERO, vec![]).await?;
        tab.fill("#bobot-kinerja", "90").await?;
        tab.submit("#bobot-kinerja").await?;
        self.shows(&["Jumlah bobot 90, seharusnya 100"]).await?;
        tab.fill("#bobot-kinerja", "100").await?;
        tab.submit("#bobot-kinerja").await?;
        self.shows(&["Kriteria dan bobot tersimpan"]).await?;
        tab.fill("#nomor", "800/10/BKD").await?;
        tab.fill("#tanggal", LETTER).await?;
        tab.submit("#nomor").await?;
        self.shows(&["Diumumkan dengan 800/10/BKD"]).await
    }

    /// Everything open is decided by a named official.
    async fn decided(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        const OPEN: &str = "return document.querySelectorAll('select[name=terpenuhi]').length";
        for _ in 0..ITEMS {
            self.open(&format!("{at}/syarat")).await?;
            if tab.eval(OPEN, vec![]).await? == json!(0) {
                return self.shows(&["Tidak ada yang terbuka"]).await;
            }
            ensure!(self.choose("#terpenuhi-0", "1").await?, "no decision to choose");
            tab.fill("#pejabat-0", "Sekretaris Daerah").await?;
            tab.fill("#alasan-0", "Menurut berkas yang diperiksa tim.").await?;
            tab.submit("#pejabat-0").await?;
            self.shows(&["Putusan tercatat"]).await?;
        }
        anyhow::bail!("still open after {ITEMS} decisions")
    }

    async fn locked(&self, at: &str) -> Result<()> {
        self.open(&format!("{at}/kunci")).await?;
        self.press("Kunci data").await?;
        self.shows(&["Data dikunci", "Yang dikunci"]).await?;
        self.open(at).await?;
        self.press("Hitung rencana").await?;
        self.shows(&["Rencana dihitung", "Pos terisi", "Rerata nilai"]).await?;
        self.picture("penempatan-hasil").await
    }

    /// Chains are drawn; somebody who was considered is told why not, in words.
    async fn read(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        let drawn = tab.eval("return document.querySelectorAll('.rantai svg').length", vec![]).await?;
        ensure!(drawn != json!(0), "no chain is drawn");
        self.picture_of(".rantai", "penempatan-rantai").await?;
        let seat = self.contested(at).await?;
        self.open(&format!("{at}/kursi/{seat}")).await?;
        self.shows(&["Bila orang lain yang ditempatkan di sini", "urutan"]).await?;
        self.picture("penempatan-mengapa").await
    }

    /// A seat two may sit in.
    async fn contested(&self, at: &str) -> Result<usize> {
        let tab = self.stage.tab();
        const OTHERS: &str = "return document.querySelectorAll('select[name=calon] option').length";
        for seat in 0..40 {
            self.open(&format!("{at}/menyimpang?kursi={seat}")).await?;
            if tab.eval(OTHERS, vec![]).await?.as_u64().unwrap_or(0) > 2 {
                return Ok(seat);
            }
        }
        anyhow::bail!("nobody is contested")
    }

    /// The cost stands there before anything is recorded.
    async fn deviated(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        self.contested(at).await?;
        tab.eval("document.querySelector('select[name=calon]').selectedIndex = 1", vec![]).await?;
        self.press("Lihat biayanya").await?;
        self.shows(&["Memilih", "Yang tergeser kembali ke pos semula", "Yang lain disusun ulang"]).await?;
        self.picture("penempatan-penyimpangan").await?;
        tab.fill("textarea[name=alasan]", "Lebih mengenal pekerjaan unit ini.").await?;
        self.press("Catat penyimpangan").await?;
        self.shows(&["Penyimpangan tercatat", "Lebih mengenal pekerjaan unit ini."]).await
    }

    /// The bundle passes, and does not with one byte changed.
    async fn checked(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        const SEND: &str = "const [from, changed] = arguments; return (async () => {\
            const bytes = new Uint8Array(await (await fetch(from)).arrayBuffer());\
            if (changed) bytes[Math.floor(bytes.length / 2)] ^= 1;\
            const kept = new DataTransfer(); kept.items.add(new File([bytes], 'bundel.zip'));\
            document.querySelector('input[name=berkas]').files = kept.files; return bytes.length })()";
        for (changed, said) in [(false, "Bundel lulus semua pemeriksaan."), (true, "Bundel tidak lulus.")] {
            self.open("/penempatan/periksa").await?;
            let size = tab.eval(SEND, vec![json!(format!("{at}/bundel.zip")), json!(changed)]).await?;
            ensure!(size.as_u64().unwrap_or(0) > 500, "no bundle came: {size}");
            self.press("Periksa bundel").await?;
            self.shows(&[said]).await?;
            self.picture(if changed { "penempatan-periksa-ditolak" } else { "penempatan-periksa-lulus" })
                .await?;
        }
        self.open(at).await?;
        self.picture("penempatan-rencana").await
    }
}
