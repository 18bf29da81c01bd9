//! A whole rakor: from its template to the next rakor of the series, whose first item is what was left open.
//! Two people walk through it, one of the province and one of a kab/kota; the clock of the demo moves on.

use anyhow::{Context, Result, ensure};
use browser::halaman::{alamat, masuk};
use browser::server::Server;
use browser::{PATIENCE, TICK};
use serde_json::json;
use std::time::Instant;

use crate::stage::{Stage, sign_in};

/// A Wednesday; people enough for figures.
const DAY: &str = "19-08-2026";
const PEOPLE: u32 = 500;
/// Two weeks and two days after the deadline that is missed.
const LATER: &str = "11-09-2026";
const DUE: &str = "26-08-2026";
const NEXT: &str = "18-11-2026";
/// Of the province, and of the first kab/kota.
const DESI: &str = "desi";
const KABUL: &str = "kabul";
const PASSWORD: &str = "rapat-bukan-seremoni";
const MENDED: &str = "Mengisi jabatan kosong lewat penempatan";
const MISSED: &str = "Menyusun daftar periksa usul kenaikan pangkat";

struct Walk<'s> {
    stage: &'s Stage,
    server: Server,
    /// One-time passwords not yet replaced: account, password.
    once: Vec<(&'static str, String)>,
}

pub async fn to_the_next(stage: &mut Stage) -> Result<()> {
    let server = Server::on(PEOPLE, DAY)?;
    let mut walk = Walk { stage, server, once: Vec::new() };
    let walked = walk.all().await;
    walk.stage.forget_session().await?;
    walked.with_context(|| format!("the server of the rakor said:\n{}", walk.server.said()))
}

impl Walk<'_> {
    async fn all(&mut self) -> Result<()> {
        let kab = self.people().await?;
        self.enter(DESI).await?;
        let at = self.invited(&kab).await?;
        self.enter(KABUL).await?;
        self.answered(&at).await?;
        self.enter(DESI).await?;
        self.met(&at).await?;
        self.enter(KABUL).await?;
        self.stood(&at).await?;
        self.enter(DESI).await?;
        let mended = self.agreed(&at, &kab).await?;
        let missed = self.follow_up(&at, &kab, MISSED, DUE, "").await?;
        self.enter(KABUL).await?;
        self.reported(&mended).await?;
        self.enter(DESI).await?;
        self.verified(&mended).await?;
        self.server.moved_to(LATER)?;
        self.enter(DESI).await?;
        self.escalated(&at, &missed).await?;
        self.next(&at).await
    }

    /// Accounts of the two; answers the kab/kota.
    async fn people(&mut self) -> Result<String> {
        let admin = self.server.password.clone();
        self.once.push(("admin", admin));
        self.enter("admin").await?;
        self.open("/rakor/baru").await?;
        const SECOND: &str = "return [...document.querySelectorAll('select[name=instansi] option')].map(o => o.value)[2] || ''";
        let kab = self.stage.tab().eval(SECOND, vec![]).await?;
        let kab = kab.as_str().filter(|id| !id.is_empty()).context("no second instansi")?.to_owned();
        for (account, more) in [(DESI, &[][..]), (KABUL, &["--instansi", kab.as_str()])] {
            let args =
                [&["pengguna", "tambah", account, "--nama", account, "--peran", "petugas"], more].concat();
            let said = self.server.command(&args)?;
            let once = browser::server::once(&said).context("no password was printed")?;
            self.once.push((account, once));
        }
        Ok(kab)
    }

    async fn enter(&mut self, account: &'static str) -> Result<()> {
        let tab = self.stage.tab();
        self.stage.forget_session().await?;
        tab.open(&self.server.url(alamat::MASUK)).await?;
        let first = self.once.iter().position(|o| o.0 == account).map(|at| self.once.remove(at).1);
        let Some(once) = first else { return sign_in(&tab, account, PASSWORD).await };
        sign_in(&tab, account, &once).await?;
        let asks = tab.eval("return !!document.querySelector('main input[name=sandi]')", vec![]).await?;
        if asks == json!(true) {
            tab.fill(masuk::SANDI, &once).await?;
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

    async fn choose(&self, css: &str, value: &str) -> Result<()> {
        const CHOOSE: &str = "const s = document.querySelector(arguments[0]); s.value = arguments[1]; return s.value === arguments[1]";
        let chosen = self.stage.tab().eval(CHOOSE, vec![json!(css), json!(value)]).await?;
        ensure!(chosen == json!(true), "{css} has no {value}");
        Ok(())
    }

    /// Opens every fold: what is in them can be pressed.
    async fn unfold(&self) -> Result<()> {
        self.stage
            .tab()
            .eval("document.querySelectorAll('main details').forEach(d => d.open = true)", vec![])
            .await?;
        Ok(())
    }

    async fn shows(&self, words: &[&str]) -> Result<()> {
        for words in words {
            self.stage.tab().shows(words).await?;
        }
        Ok(())
    }

    /// From the template to invitations.
    async fn invited(&self, kab: &str) -> Result<String> {
        let tab = self.stage.tab();
        self.open("/rakor/baru").await?;
        self.choose("select[name=templat]", "kepegawaian").await?;
        tab.fill("input[name=judul]", "Rakor kepegawaian triwulan III 2026").await?;
        tab.fill("input[name=tanggal]", DAY).await?;
        tab.submit("input[name=judul]").await?;
        let at = tab.path().await?;
        self.open(&format!("{at}/persiapan")).await?;
        self.shows(&["Pembukaan dan arahan", "Perumusan"]).await?;
        self.unfold().await?;
        tab.find(&format!("input[name=instansi][value='{kab}']")).await?.click().await?;
        tab.find("input[name=peran]").await?.click().await?;
        tab.submit("input[name=peran_lain]").await?;
        self.press("Kirim undangan").await?;
        self.shows(&["Undangan terkirim"]).await?;
        Ok(at)
    }

    async fn answered(&self, at: &str) -> Result<()> {
        self.open(&format!("{at}/persiapan")).await?;
        self.shows(&["Undangan Anda"]).await?;
        let tab = self.stage.tab();
        tab.find("input[name=jawaban][value=hadir]").await?.click().await?;
        tab.fill("input[name=nama]", "Lestari Anggraini").await?;
        self.press("Kirim jawaban").await?;
        self.shows(&["Jawaban undangan tersimpan", "Hadir: Lestari Anggraini"]).await
    }

    /// Opened, one comes in by the code on the wall, minutes and a point are written.
    async fn met(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        self.open(&format!("{at}/notulen")).await?;
        self.press("Buka rakor").await?;
        self.open(&format!("{at}/kode")).await?;
        let code = tab
            .eval("return document.querySelector('.kode').textContent.replace(/\\s/g, '')", vec![])
            .await?;
        let id = at.trim_start_matches("/rakor/");
        self.open(&format!("/hadir/{id}/{}", code.as_str().unwrap_or_default())).await?;
        tab.eval("document.querySelector('select[name=pihak]').selectedIndex = 0", vec![]).await?;
        tab.fill("input[name=nama]", "Lestari Anggraini").await?;
        tab.submit("input[name=nama]").await?;
        self.shows(&["Kehadiran tercatat"]).await?;
        self.open(&format!("{at}/notulen")).await?;
        tab.fill("#baru-teks-0", "Sekda membuka rakor dan meminta angka.").await?;
        tab.submit("#baru-teks-0").await?;
        self.shows(&["meminta angka"]).await?;
        self.open(&format!("{at}/rumusan")).await?;
        tab.fill("#teks", "Jabatan kosong diisi lewat penempatan dalam dua bulan.").await?;
        tab.submit("#teks").await?;
        self.shows(&["R-1", "0 dari 1 sepakat"]).await
    }

    async fn stood(&self, at: &str) -> Result<()> {
        self.open(&format!("{at}/rumusan")).await?;
        self.unfold().await?;
        self.stage.tab().follow("button[name=sikap][value=sepakat]").await?;
        self.shows(&["Sikap tercatat", "1 dari 1 sepakat"]).await
    }

    /// The plenary agrees; a follow-up is bound to a figure, whose baseline is shown.
    async fn agreed(&self, at: &str, kab: &str) -> Result<String> {
        self.open(&format!("{at}/rumusan")).await?;
        self.press("Sepakati rumusan").await?;
        self.shows(&["Rumusan disepakati"]).await?;
        let made = self.follow_up(at, kab, MENDED, "18-10-2026", "JAB-03").await?;
        self.shows(&["JAB-03", "Angka saat disepakati"]).await?;
        let said = self.stage.tab().text().await?;
        let baseline = after(&said, "Angka saat disepakati").unwrap_or_default();
        ensure!(baseline.starts_with(|c: char| c.is_ascii_digit()), "no baseline but \"{baseline}\"");
        Ok(made)
    }

    async fn follow_up(&self, at: &str, kab: &str, what: &str, due: &str, figure: &str) -> Result<String> {
        let tab = self.stage.tab();
        self.open(&format!("{at}/rtl/baru")).await?;
        tab.eval("document.querySelector('select[name=rumusan]').selectedIndex = 1", vec![]).await?;
        tab.fill("textarea[name=uraian]", what).await?;
        tab.fill("input[name=tenggat]", due).await?;
        tab.fill("input[name=bukti]", "Daftar perbaikan bertanda tangan").await?;
        tab.find(&format!("input[name=instansi][value='{kab}']")).await?.click().await?;
        self.choose("select[name=indikator]", figure).await?;
        if !figure.is_empty() {
            tab.fill("input[name=target]", "5").await?;
        }
        tab.submit("input[name=bukti]").await?;
        if !figure.is_empty() {
            self.shows(&["Angka saat ini"]).await?;
        }
        self.press("Catat RTL").await?;
        self.shows(&["Disepakati", what]).await?;
        tab.path().await
    }

    async fn reported(&self, rtl: &str) -> Result<()> {
        let (tab, folder) = (self.stage.tab(), tempfile::tempdir()?);
        let file = folder.path().join("daftar perbaikan.pdf");
        std::fs::write(&file, b"%PDF-1.4 daftar perbaikan")?;
        self.open(rtl).await?;
        tab.fill("textarea[name=teks]", "Seluruh jabatan sudah diusulkan pengisiannya.").await?;
        tab.choose_file("input[name=berkas]", &file).await?;
        tab.find("input[name=selesai]").await?.click().await?;
        self.press("Kirim laporan").await?;
        self.shows(&["Menunggu bukti dukung", "daftar perbaikan.pdf"]).await
    }

    /// Judged as done while the figure stands where it stood: the page says so.
    async fn verified(&self, rtl: &str) -> Result<()> {
        self.open(rtl).await?;
        self.stage.tab().fill("textarea[name=alasan]", "Daftar diperiksa dan bertanda tangan.").await?;
        self.press("Nyatakan selesai").await?;
        self.shows(&["Selesai, angka tidak bergerak", "angkanya tidak bergerak sejak disepakati"]).await
    }

    /// The rounds of the reminders put what is late on the ladder by themselves.
    async fn escalated(&self, at: &str, rtl: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            self.open(rtl).await?;
            let said = self.stage.tab().text().await?;
            if said.contains("Tingkat 2: Kepala BKPSDM.") {
                break;
            }
            ensure!(begun.elapsed() < PATIENCE, "no rung was recorded");
            tokio::time::sleep(TICK).await;
        }
        self.open(&format!("{at}/rtl")).await?;
        self.shows(&["Terlambat", "1 RTL lewat tenggat", "dieskalasi ke Kepala BKPSDM"]).await
    }

    /// The next rakor of the series opens with what is open; the first says what became of its figures.
    async fn next(&self, at: &str) -> Result<()> {
        let tab = self.stage.tab();
        self.open(at).await?;
        self.shows(&["Apakah rakor ini mengubah angka?", "membaik di 0 dari 1 instansi"]).await?;
        let drawn = tab.eval("return document.querySelectorAll('svg.gambar-angka').length", vec![]).await?;
        ensure!(drawn == json!(1), "{drawn} figures are drawn");
        self.press("Rencanakan rakor lanjutan").await?;
        self.choose("select[name=templat]", "kepegawaian").await?;
        tab.fill("input[name=judul]", "Rakor kepegawaian triwulan IV 2026").await?;
        tab.fill("input[name=tanggal]", NEXT).await?;
        tab.submit("input[name=judul]").await?;
        const FIRST: &str = "const h = document.querySelector('.alur h2'); const u = h?.nextElementSibling;\
            return [h?.innerText || '', u?.innerText || '']";
        let first = tab.eval(FIRST, vec![]).await?;
        let words = |n: usize| first[n].as_str().unwrap_or_default().to_lowercase();
        ensure!(words(0).contains("laporan tindak lanjut rakor sebelumnya"), "first comes {first}");
        ensure!(words(1).contains(&MISSED.to_lowercase()), "carried over is {first}");
        ensure!(!words(1).contains(&MENDED.to_lowercase()), "what is done is not carried over");
        let here = tab.path().await?;
        self.open(&format!("{here}/persiapan")).await?;
        self.shows(&["Tindak lanjut rakor sebelumnya", "1 tindak lanjut masih terbuka", MISSED]).await
    }
}

/// What stands after a label, up to the end of a line.
fn after<'s>(text: &'s str, label: &str) -> Option<&'s str> {
    text.split_once(label)?.1.trim_start().lines().next()
}
