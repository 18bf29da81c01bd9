//! Pages of a served node: lists, a person, memory at rest, weight of a first visit. The program runs
//! as a process of its own; what the questions cost is not in the figures.

use crate::Bench;
use crate::berkas;
use crate::browser::{Browser, Page};
use crate::cadangan;
use crate::catat;
use crate::process::{self, Server};
use anyhow::{Context, Result, ensure};
use demo::berkas::write_riwayat;
use host::account::{self, NewAccount};
use kernel::{Kind, PegawaiId};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use store::{Database, Node};

/// Questions at a time: enough to keep two cores at work.
const HANDS: usize = 4;
/// Accounts need a password; nobody signs in with this one.
const PASSWORD: &str = "kopi pagi di teras";

pub fn measure(bench: &mut Bench) -> Result<()> {
    if !["daftar", "pegawai", "diam", "berat", "catat", "cadangan"].iter().any(|w| bench.wants(w)) {
        return Ok(());
    }
    let data = berkas::node(bench)?;
    let rich = careers(bench, &data)?;
    let cookie = sign_in(&data)?;
    let server = Server::start(&bench.program, &data)?;
    let mut load = Load { bench, server: &server, cookie };
    if load.bench.wants("diam") {
        std::thread::sleep(std::time::Duration::from_secs(2));
        load.memory("server diam, sebelum dibuka", Some(150.0));
    }
    if load.bench.wants("daftar") {
        load.lists()?;
    }
    if load.bench.wants("pegawai") {
        load.people(&rich)?;
    }
    if load.bench.wants("diam") {
        std::thread::sleep(std::time::Duration::from_secs(2));
        load.memory("server diam, sesudah dipakai", Some(150.0));
    }
    if load.bench.wants("berat") {
        load.weight()?;
    }
    if load.bench.wants("catat") {
        catat::measure(&mut load, &plain(&data)?)?;
    }
    if load.bench.wants("cadangan") {
        cadangan::measure(&mut load, &data)?;
    }
    Ok(())
}

/// Histories of two hundred people, as files would bring them; answers those with the longest ones.
fn careers(bench: &Bench, data: &Path) -> Result<Vec<PegawaiId>> {
    let spec = berkas::spec(bench.rows)?;
    for kind in [Kind::Golongan, Kind::Jabatan, Kind::Pendidikan, Kind::Diklat, Kind::Kinerja] {
        let word = format!("riwayat-{}", kind.info().name);
        let path = bench.folder.join(format!("{word}.csv"));
        let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
        write_riwayat(kind, &spec, 200.min(bench.rows), &mut out)?;
        out.flush()?;
        let mut command = Command::new(&bench.program);
        command.args(["impor", &word]).arg(&path).args(["--ya", "--json", "--data"]).arg(data);
        process::run(&mut command)?;
    }
    let node = open(data)?;
    let mut found: Vec<(usize, PegawaiId)> = Vec::new();
    store::people::each_ledger(&mut node.connect()?, |people| {
        found.extend(people.into_iter().map(|p| (p.id, p.ledger().rows().len())).map(|(id, n)| (n, id)));
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(20);
        Ok(())
    })?;
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// People about whom one entry is recorded.
fn plain(data: &Path) -> Result<Vec<PegawaiId>> {
    let mut found = Vec::new();
    store::people::each_ledger(&mut open(data)?.connect()?, |people| {
        found.extend(people.into_iter().map(|p| (p.id, p.ledger())).filter(|p| p.1.heads().len() == 1));
        found.truncate(1_000);
        Ok(())
    })?;
    Ok(found.into_iter().map(|p: (PegawaiId, kernel::Ledger)| p.0).collect())
}

pub(crate) fn open(data: &Path) -> Result<Node> {
    Ok(Node::open(data, Database::Sqlite, host::schema::TABLES, None)?)
}

/// An account for the whole government, already let in; answers its cookie.
pub(crate) fn sign_in(data: &Path) -> Result<String> {
    let node = open(data)?;
    let mut conn = node.connect()?;
    let mut source = node.source(&mut conn)?;
    let owner = store::node::tenants(&mut conn)?.into_iter().next().context("simpul tanpa instansi")?;
    let nama = "ukur";
    let account = NewAccount {
        nama,
        lengkap: "Pengukur",
        role: host::Role::Petugas,
        instansi: &owner.id,
        unor: "",
        pegawai: None,
    };
    account::create(&mut conn, &mut source, &account)?;
    account::set_password(&mut conn, &mut source, nama, PASSWORD, false)?;
    let token = host::session::open(&mut conn, &mut source, nama)?;
    Ok(format!("{}={token}", host::session::COOKIE))
}

/// What many requests took.
struct Taken {
    /// Milliseconds of the server's cores a request.
    cpu: f64,
    /// Requests a second, on the clock.
    rate: f64,
}

/// A server under load.
pub(crate) struct Load<'b> {
    pub(crate) bench: &'b mut Bench,
    pub(crate) server: &'b Server,
    pub(crate) cookie: String,
}

impl Load<'_> {
    pub(crate) fn browser(&self) -> Result<Browser> {
        Browser::open(&self.server.address, &self.cookie)
    }

    fn page(&self, path: &str) -> Result<Page> {
        self.browser()?.get(path)
    }

    /// Asks for these pages in turn, `count` times in all, on a few connections at once.
    fn ask(&self, paths: &[String], count: usize) -> Result<Taken> {
        let round = |hand: usize, count: usize| -> Result<()> {
            let mut browser = self.browser()?;
            for n in 0..count {
                let path = &paths[(hand + n * HANDS) % paths.len()];
                let page = browser.get(path)?;
                ensure!(page.status == 200, "{path}: {}", page.status);
            }
            Ok(())
        };
        (0..HANDS).try_for_each(|hand| round(hand, 5))?;
        let (start, before) = (Instant::now(), self.server.cpu());
        std::thread::scope(|scope| {
            let hands: Vec<_> =
                (0..HANDS).map(|hand| scope.spawn(move || round(hand, count / HANDS))).collect();
            hands.into_iter().try_for_each(|h| h.join().unwrap_or_else(|_| anyhow::bail!("utas berhenti")))
        })?;
        let asked = (count / HANDS * HANDS) as f64;
        let cpu = (self.server.cpu() - before) * 1_000.0 / asked;
        Ok(Taken { cpu, rate: asked / start.elapsed().as_secs_f64() })
    }

    /// Measures one page and says it beside a limit in milliseconds of a core.
    pub(crate) fn line(&mut self, what: &str, paths: &[String], count: usize, limit: f64) -> Result<()> {
        match self.page(&paths[0])?.status {
            200 => {}
            status => {
                self.bench.report.line(what, &format!("tidak terukur: {status} {}", paths[0]), "", None);
                return Ok(());
            }
        }
        let taken = self.ask(paths, count)?;
        let figure = format!("inti {:.2} ms, {:.0} permintaan/s", taken.cpu, taken.rate);
        let target = format!("≤ {limit} ms inti").replace('.', ",");
        self.bench.report.line(what, &figure, &target, Some(taken.cpu <= limit));
        Ok(())
    }

    fn lists(&mut self) -> Result<()> {
        let one = |path: &str| vec![path.to_owned()];
        self.line("daftar: bawaan", &one("/pegawai"), 2_000, 1.5)?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as f64;
        let taken = self.ask(&one("/pegawai"), 2_000)?;
        // What the server's cores would do if nobody else used them, beside what they did.
        let able = cores * 1_000.0 / taken.cpu;
        let figure = format!("{:.0}/s di jam, {able:.0}/s menurut inti", taken.rate);
        self.bench.report.line(
            "daftar: bawaan, laju",
            &figure,
            "≥ 1.000/s",
            Some(taken.rate.max(able) >= 1_000.0),
        );
        for (what, query) in [
            ("status", "status=pppk"),
            ("golongan", "golongan=III/a-III/d"),
            ("jenis jabatan", "jenis_jabatan=fungsional"),
            ("temuan", "temuan=ada"),
            ("batas waktu, urut batas", "batas=pensiun-12&urut=batas"),
        ] {
            self.line(&format!("daftar: {what}"), &one(&format!("/pegawai?{query}")), 400, 5.0)?;
        }
        for part in ["wati", "si+ra"] {
            self.line(&format!("daftar: cari \"{part}\""), &one(&format!("/pegawai?q={part}")), 400, 25.0)?;
        }
        Ok(())
    }

    fn people(&mut self, rich: &[PegawaiId]) -> Result<()> {
        let paths: Vec<String> = rich.iter().map(|id| format!("/pegawai/{id}")).collect();
        self.line("halaman pegawai, riwayat panjang", &paths, 400, 8.0)
    }

    fn memory(&mut self, what: &str, limit: Option<f64>) {
        let (now, peak) = self.server.memory();
        let figure = format!("{now:.0} MB (puncak {peak:.0} MB)");
        let reached = limit.map(|l| now <= l);
        self.bench.report.line(what, &figure, "≤ 150 MB", reached);
    }

    /// A page with everything it names in its head, as a browser without a cache fetches it.
    fn weight(&mut self) -> Result<()> {
        for (what, path) in [("pintu masuk", "/masuk"), ("daftar pegawai", "/pegawai")] {
            let cookie = if path == "/masuk" { "" } else { &self.cookie };
            let mut browser = Browser::open(&self.server.address, cookie)?;
            let mut plain = Browser::open(&self.server.address, cookie)?.plain();
            let html = plain.get(path)?;
            if html.status != 200 {
                continue;
            }
            let mut files = assets(&html.text());
            files.insert(path.to_owned());
            let (mut sent, mut whole) = (0, 0);
            for file in &files {
                let page = browser.get(file)?;
                ensure!(page.status == 200, "{file}: {}", page.status);
                sent += page.body.len();
                whole += plain.get(file)?.body.len();
            }
            let (sent_kb, whole) = (sent as f64 / 1e3, whole as f64 / 1e3);
            let figure = format!("gzip {sent_kb:.1} KB, utuh {whole:.1} KB, {} berkas", files.len());
            let name = format!("berat kunjungan pertama: {what}");
            self.bench.report.line(&name, &figure, "≤ 100 KB gzip", Some(sent <= 100_000));
        }
        Ok(())
    }
}

/// Styles, scripts and fonts a page names.
fn assets(html: &str) -> BTreeSet<String> {
    let after = |mark| html.split(mark).skip(1).filter_map(|rest: &str| rest.split('"').next());
    let named = after("href=\"").chain(after("src=\""));
    let wanted = [".css", ".js", ".woff2", ".svg"];
    named
        .filter(|path| {
            path.starts_with('/') && wanted.iter().any(|w| path.split('?').next().unwrap_or("").ends_with(w))
        })
        .map(str::to_owned)
        .collect()
}
