//! `sinergi serve`: the pages of a node.

use super::{connect, open, tables, told};
use crate::cli::{Place, Serve};
use crate::modules::modules;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use host::Hall;
use host::jadwal::{self, Jadwal};
use host::tls::TlsAcceptor;
use law::bundle::Bundle;
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use store::Node;

pub fn run(args: &Serve) -> Result<ExitCode> {
    log(args.json);
    let address = address(&args.alamat)?;
    let jalur = super::pesan::jalur(&args.jalur)?;
    let made = !super::locate(&args.place)?.0.exists();
    let node = open(&args.place)?;
    // A service that cannot sign could not save anything: better said now than at the first import.
    store::handover::may_sign_all(&mut connect(&node)?, &node.key).map_err(told)?;
    let mut notes = Vec::new();
    if made {
        notes.push(format!("Folder data {} belum ada, jadi dibuat.", node.folder().display()));
    }
    notes.extend(nobody(&node, &args.place)?);
    let tls = match (&args.tls_cert, &args.tls_key) {
        (Some(cert), Some(key)) => Some(host::tls::acceptor(cert, key).map_err(Misuse)?),
        _ => None,
    };
    let (jadwal, told_of_packs) = followed(&node, &args.paket);
    notes.extend(told_of_packs);
    let mut hall = Hall::new(node, tables()?, args.di_belakang_tls || tls.is_some());
    hall.jadwal = jadwal;
    hall.proxied = args.di_belakang_tls;
    hall.strict_door = args.wajib_autentikator;
    hall.limits = host::api::limit::Limits::a_minute(args.api_per_menit);
    hall.signs.token = args.token_metrik.clone();
    (hall.surel, hall.alamat_publik) = jalur;
    let open = |a: &SocketAddr| !a.ip().is_loopback();
    if !hall.secure && address.iter().any(open) {
        notes.push(
            "Peringatan: tanpa TLS, sandi lewat jaringan tanpa penyandian. Pakai --tls-cert dan --tls-key, atau --di-belakang-tls di balik proxy."
                .to_owned(),
        );
    }
    let scheme = if hall.secure { "https" } else { "http" };
    hall.percetakan.alamat = match hall.alamat_publik.as_str() {
        "" => format!("{scheme}://{}", args.alamat),
        publik => publik.to_owned(),
    };
    notes.extend(crate::cetak::plug(&mut hall));
    serve(hall, &address, tls, || notes.iter().for_each(|note| crate::out!("{note}")))
}

/// Packs to follow. One that cannot be trusted or read is told of and passed over with all the others:
/// the law the program was built with goes on.
fn followed(node: &Node, paths: &[PathBuf]) -> (Jadwal, Option<String>) {
    let read = || -> std::result::Result<Jadwal, String> {
        let trusted = jadwal::trusted(node.folder(), node.key.public())?;
        let mut bundles = Vec::new();
        for path in paths {
            let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
            bundles.push(Bundle::read(&text).map_err(|s| format!("{}: {s}", path.display()))?);
        }
        Jadwal::with(bundles, &trusted).map_err(|wrong| wrong.join("\n"))
    };
    match read() {
        Ok(jadwal) => (jadwal, None),
        Err(why) => (
            Jadwal::bawaan(),
            Some(format!("{why}\nPaket itu tidak diikuti; paket bawaan program tetap dipakai.")),
        ),
    }
}

/// What to do first on a node nobody can sign in to.
fn nobody(node: &Node, place: &Place) -> Result<Option<String>> {
    let mut conn = connect(node)?;
    if host::account::any(&mut conn).map_err(told)? {
        return Ok(None);
    }
    let at = match &place.data {
        Some(data) => format!("--data \"{}\"", data.display()),
        None => "--database URL".into(),
    };
    Ok(Some(match store::node::tenants(&mut conn).map_err(told)?.is_empty() {
        true => format!(
            "Simpul ini kosong: belum ada instansi dan akun, jadi belum ada yang dapat masuk. Jalankan dahulu:\n  sinergi mulai {at} --instansi ID --nama \"Nama instansi\"\nAkun berikutnya dibuat dengan `sinergi pengguna tambah`."
        ),
        false => format!(
            "Simpul ini belum punya akun, jadi belum ada yang dapat masuk. Jalankan dahulu:\n  sinergi pengguna tambah admin --nama Administrator --peran super {at}"
        ),
    }))
}

/// The address to listen on, read before anything is made.
pub fn address(text: &str) -> Result<Vec<SocketAddr>> {
    let parts = text.rsplit_once(':');
    let Some((host, _)) = parts.filter(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) else {
        bail!(Misuse(format!(
            "Alamat \"{text}\" tidak terbaca. Tulis alamat dan porta, misalnya 127.0.0.1:8080."
        )));
    };
    match text.to_socket_addrs() {
        Ok(found) => Ok(found.collect()),
        Err(_) => bail!(
            "Nama \"{host}\" pada --alamat tidak ditemukan. Tulis alamat IP server ini, misalnya 127.0.0.1:8080."
        ),
    }
}

/// Whoever is still sending a file has written to it since: 8 KB a minute are asked for.
const LEFT_BEHIND: Duration = Duration::from_secs(3_600);

/// Uploads and exports that a stopped server left half done. They are in nobody's way: a failure to
/// remove them keeps no server from its work.
fn sweep(node: &Node) {
    let swept = SystemTime::now().checked_sub(LEFT_BEHIND).map_or(Ok(0), |before| node.berkas.sweep(before));
    if let Err(e) = swept {
        say::complain(format_args!(
            "sinergi: Peringatan: sisa unggahan di berkas/masuk tidak dapat dibersihkan: {}.\n",
            store::error::io_text(&e)
        ));
    }
}

/// Requests answered at a time; more wait in line. Twice the connections the hall lends, for not every
/// page asks the database; each thread keeps some memory for good.
const HANDLERS: usize = 16;

/// Serves until the process is told to stop; `ready` is called once the address answers.
pub fn serve(
    mut hall: Hall,
    address: &[SocketAddr],
    tls: Option<TlsAcceptor>,
    ready: impl FnOnce(),
) -> Result<ExitCode> {
    hall.katalog = host::indikator::Katalog::of(modules());
    let hall = Arc::new(hall);
    sweep(&hall.node);
    for path in store::private::tighten(hall.node.folder()) {
        eprintln!(
            "sinergi: Peringatan: {} dapat dibaca akun lain di server ini dan haknya tidak dapat diubah. Jalankan sebagai pemiliknya, atau `chmod 600` berkas itu.",
            path.display()
        );
    }
    let bar = say::bar(None, "Menyiapkan register");
    hall.present().map_err(told)?;
    bar.finish_and_clear();
    host::indikator::berkala::mulai(hall.clone());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().max_blocking_threads(HANDLERS).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
            let shown = address.first().map(SocketAddr::to_string).unwrap_or_default();
            format!("Alamat {shown} tidak dapat dipakai. Pilih porta lain dengan --alamat")
        })?;
        let local = listener.local_addr()?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        crate::out!("Sinergi melayani di {scheme}://{local}");
        ready();
        // Messages have a thread of their own: a mail server that hangs keeps no page waiting. It ends with
        // the process; what it was at is taken up again.
        let (working, stop) = std::sync::mpsc::channel::<()>();
        let office = hall.clone();
        std::thread::Builder::new()
            .name("pesan".into())
            .spawn(move || host::pesan::layani(&office, modules(), &stop))?;
        let (patience, router) = (hall.patience, host::http::router(hall.clone(), modules()));
        let stopped = async {
            stopped().await;
            hall.siaran.tutup();
        };
        host::serve::serve(listener, router, tls, patience, stopped).await;
        drop(working);
        Ok(ExitCode::SUCCESS)
    })
}

/// Ctrl-C, or the service manager says stop.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}

/// Log lines never hold personal data: a request is named by the pattern of its address.
fn log(json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SINERGI_LOG").unwrap_or_else(|_| "info".into());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let done = if json { builder.json().try_init() } else { builder.try_init() };
    // A second call in one process keeps the first log.
    let _ = done;
}
