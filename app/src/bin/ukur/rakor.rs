//! A full hall: everybody registers with the own phone, and what is written reaches everybody who watches.

use crate::Bench;
use crate::browser::{Browser, Page};
use crate::halaman::{open, sign_in};
use crate::process::{self, Server};
use anyhow::{Context, Result, anyhow, ensure};
use host::peristiwa::Pelaku;
use rakor::isi::{self, Isi};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::sync::Barrier;
use std::time::{Duration, Instant};

/// People who register.
const PEOPLE: usize = 500;
/// Seconds in which they come; the target allows sixty.
const WITHIN: f64 = 10.0;
/// Pages that watch the minutes.
const VIEWERS: usize = 50;
/// Paragraphs written while they watch.
const CHANGES: usize = 5;

pub fn measure(bench: &mut Bench) -> Result<()> {
    if !bench.wants("rakor") {
        return Ok(());
    }
    let data = bench.path("rakor");
    let mut demo = Command::new(&bench.program);
    process::run(demo.args(["demo", "--hanya-data", "--pegawai", "500", "--data"]).arg(&data))?;
    let cookie = sign_in(&data)?;
    let id = begin(&data)?;
    let server = Server::start(&bench.program, &data)?;
    hall(bench, &server, &cookie, &id)?;
    watch(bench, &server, &cookie, &id)
}

/// A rakor of the first government that is open today, with every government invited.
fn begin(data: &Path) -> Result<String> {
    let node = open(data)?;
    let mut conn = node.connect()?;
    let tenants = store::node::tenants(&mut conn)?;
    drop(conn);
    let hall = host::Hall::new(node, kernel::Tables::bundled().map_err(|e| anyhow!("{e:?}"))?, false);
    let owner = tenants.first().context("simpul tanpa instansi")?.id.clone();
    let pelaku = Pelaku { instansi: owner, akun: "ukur".into(), oleh: "Pengukur".into() };
    let pokok = isi::Pokok {
        templat: "kepegawaian".into(),
        judul: "Rakor yang diukur".into(),
        tanggal: Some(hall.today()),
        ..isi::Pokok::default()
    };
    let butir = vec![isi::ButirAgenda { id: "a1".into(), judul: "Paparan".into(), ..Default::default() }];
    let party = |t: &store::Tenant| isi::Pihak {
        instansi: t.id.clone(),
        peran: "Kepala BKPSDM".into(),
        nama: String::new(),
    };
    let pihak = tenants.iter().map(party).collect();
    let all =
        vec![Isi::Dibuat(pokok), Isi::Agenda { butir }, Isi::Pihak { pihak }, Isi::Diundang, Isi::Dibuka];
    rakor::store::buat(&hall, &pelaku, all).map_err(|e| anyhow!("rakor: {e:?}"))
}

/// Everybody opens the form the code leads to and sends it, at times spread evenly.
fn hall(bench: &mut Bench, server: &Server, cookie: &str, id: &str) -> Result<()> {
    let screen = Browser::open(&server.address, cookie)?.plain().get(&format!("/rakor/{id}/kode"))?.text();
    let path = code(&screen).map(|code| format!("/hadir/{id}/{code}")).context("layar kode tanpa kode")?;
    let before = server.cpu();
    let start = Instant::now();
    let mut times: Vec<f64> = std::thread::scope(|scope| {
        let one = |n: usize| {
            let path = path.as_str();
            let address = server.address.as_str();
            scope.spawn(move || -> Result<[f64; 2]> {
                std::thread::sleep(Duration::from_secs_f64(WITHIN * n as f64 / PEOPLE as f64));
                let mut phone = Browser::open(address, "")?.plain();
                let opened = Instant::now();
                let form = phone.get(path)?;
                let opened = opened.elapsed().as_secs_f64();
                ensure!(form.status == 200, "formulir: {}", form.status);
                let sent = Instant::now();
                let page = register(&mut phone, path, &form, n)?;
                ensure!(page.status == 200 && page.text().contains("Kehadiran tercatat"), "{}", page.status);
                Ok([opened, sent.elapsed().as_secs_f64()])
            })
        };
        let all: Vec<_> = (0..PEOPLE).map(one).collect();
        let all = all.into_iter().map(|t| t.join().unwrap_or_else(|_| anyhow::bail!("utas berhenti")));
        all.collect::<Result<Vec<_>>>().map(|all| all.concat())
    })?;
    let wall = start.elapsed().as_secs_f64();
    let cpu = (server.cpu() - before) * 1e3 / PEOPLE as f64;
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize] * 1e3;
    let figure = format!("p50 {:.0} ms, p99 {:.0} ms, inti {cpu:.1} ms seorang", at(0.5), at(0.99));
    let name = format!("rakor: {PEOPLE} orang hadir dalam {wall:.0} detik");
    bench.report.line(&name, &figure, "p99 ≤ 300 ms dalam 60 detik", Some(at(0.99) <= 300.0));
    Ok(())
}

fn register(phone: &mut Browser, path: &str, form: &Page, n: usize) -> Result<Page> {
    let text = form.text();
    let field = |name: &str| between(&text, &format!("name=\"{name}\" value=\""), "\"").unwrap_or_default();
    let (name, post) = (format!("Peserta {n}"), "Analis".to_owned());
    let party = text.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let parties: Vec<&str> = party.filter(|value| !value.is_empty()).collect();
    let party = parties.get(n % parties.len().max(1)).context("formulir tanpa pihak")?;
    let fields = [
        ("csrf", ""),
        ("tiket", field("tiket")),
        ("kunci", field("kunci")),
        ("pihak", party),
        ("nama", &name),
        ("jabatan", &post),
    ];
    phone.form(path, &fields)
}

/// A paragraph is written; every page that watches hears of it, asks for the minutes and has it.
fn watch(bench: &mut Bench, server: &Server, cookie: &str, id: &str) -> Result<()> {
    let path = format!("/rakor/{id}/notulen");
    let mut writer = Browser::open(&server.address, cookie)?.plain();
    let page = writer.get(&path)?.text();
    let csrf = between(&page, "name=\"csrf\" value=\"", "\"").context("notulen tanpa tanda")?.to_owned();
    let listening = Barrier::new(VIEWERS + 1);
    let mut slowest: Vec<f64> = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let viewers: Vec<_> = (0..VIEWERS)
            .map(|_| {
                let (listening, path) = (&listening, path.as_str());
                scope.spawn(move || -> Result<Vec<Instant>> {
                    let mut events = listen(&server.address, cookie, id)?;
                    let mut viewer = Browser::open(&server.address, cookie)?.plain();
                    event(&mut events)?;
                    listening.wait();
                    let mut seen = Vec::new();
                    while seen.len() < CHANGES {
                        event(&mut events)?;
                        let wanted = format!("Kalimat ke-{} ditulis", seen.len());
                        if viewer.get(path)?.text().contains(&wanted) {
                            seen.push(Instant::now());
                        }
                    }
                    Ok(seen)
                })
            })
            .collect();
        listening.wait();
        let mut written = Vec::new();
        for n in 0..CHANGES {
            let text = format!("Kalimat ke-{n} ditulis selagi semua membaca.");
            written.push(Instant::now());
            let sent = writer.form(&path, &[("csrf", &csrf), ("agenda", "a1"), ("teks", &text)])?;
            ensure!(sent.status == 303, "notulen: {}", sent.status);
            std::thread::sleep(Duration::from_millis(1_500));
        }
        for viewer in viewers {
            let seen = viewer.join().unwrap_or_else(|_| anyhow::bail!("utas berhenti"))?;
            slowest.extend(seen.iter().zip(&written).map(|(seen, sent)| (*seen - *sent).as_secs_f64() * 1e3));
        }
        Ok(())
    })?;
    slowest.sort_by(f64::total_cmp);
    let (middle, last) = (slowest[slowest.len() / 2], slowest[slowest.len() - 1]);
    let figure = format!("tengah {middle:.0} ms, terakhir {last:.0} ms sesudah dikirim");
    let name = format!("rakor: notulen sampai ke {VIEWERS} layar");
    bench.report.line(&name, &figure, "≤ 1 s", Some(last <= 1_000.0));
    Ok(())
}

/// Begins to listen to a rakor.
fn listen(address: &str, cookie: &str, id: &str) -> Result<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let request = format!(
        "GET /rakor/{id}/siaran HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nAccept: text/event-stream\r\n\r\n"
    );
    stream.write_all(request.as_bytes())?;
    Ok(BufReader::new(stream))
}

/// Waits for the next event.
fn event(events: &mut BufReader<TcpStream>) -> Result<()> {
    let mut line = String::new();
    loop {
        line.clear();
        ensure!(events.read_line(&mut line)? > 0, "siaran berhenti");
        if line.starts_with("event: berubah") || line.starts_with("event:berubah") {
            return Ok(());
        }
    }
}

/// The eight characters of the code, as the screen shows them in two groups.
fn code(screen: &str) -> Option<String> {
    let word = |w: &&str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    let texts = screen.split('>').filter_map(|part| part.split('<').next());
    texts.map(str::trim).find_map(|text| {
        let words: Vec<&str> = text.split(' ').collect();
        (words.len() == 2 && words.iter().all(&word)).then(|| words.concat())
    })
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split(before).nth(1)?.split(after).next()
}
