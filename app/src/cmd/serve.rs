//! `sinergi serve`: the pages of a node.

use super::{connect, open, tables, told};
use crate::cli::Serve;
use crate::modules::modules;
use crate::say;
use anyhow::{Context, Result};
use host::Hall;
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(args: &Serve) -> Result<ExitCode> {
    log(args.json);
    let node = open(&args.place)?;
    // A service that cannot sign could not save anything: better said now than at the first import.
    store::handover::may_sign_all(&mut connect(&node)?, &node.key).map_err(told)?;
    let hall = Hall::new(node, tables()?, args.di_belakang_tls);
    serve(hall, &args.alamat, || {})
}

/// Requests answered at a time; more wait in line. Twice the connections the hall lends, for not every
/// page asks the database; each thread keeps some memory for good.
const HANDLERS: usize = 16;

/// Serves until the process is told to stop; `ready` is called once the address answers.
pub fn serve(hall: Hall, address: &str, ready: impl FnOnce()) -> Result<ExitCode> {
    let hall = Arc::new(hall);
    for path in store::private::tighten(hall.node.folder()) {
        eprintln!(
            "sinergi: Peringatan: {} dapat dibaca akun lain di server ini dan haknya tidak dapat diubah. Jalankan sebagai pemiliknya, atau `chmod 600` berkas itu.",
            path.display()
        );
    }
    let bar = say::bar(None, "Menyiapkan register");
    hall.present().map_err(told)?;
    bar.finish_and_clear();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().max_blocking_threads(HANDLERS).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
            format!("Alamat {address} tidak dapat dipakai. Pilih porta lain dengan --alamat")
        })?;
        let local = listener.local_addr()?;
        crate::out!("Sinergi melayani di http://{local}");
        ready();
        let (patience, router) = (hall.patience, host::http::router(hall, modules()));
        host::serve::serve(listener, router, patience, stopped()).await;
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

/// Log lines never hold personal data: handlers log incidents, not requests.
fn log(json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SINERGI_LOG").unwrap_or_else(|_| "info".into());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let done = if json { builder.json().try_init() } else { builder.try_init() };
    // A second call in one process keeps the first log.
    let _ = done;
}
