//! One file a command.

mod bukti;
mod cadangan;
mod catat;
mod demo;
mod ekspor;
mod impor;
mod impor_list;
mod impor_steps;
mod indikator;
mod jurnal;
mod kasus;
mod mulai;
mod paket;
mod penempatan;
mod pengguna;
mod pesan;
mod saring;
mod serve;
mod skema;
mod solver;
mod telaah;

use crate::cli::{Cli, Command, Place};
use crate::say::Misuse;
use anyhow::{Context, Result, anyhow, bail};
use kernel::{Date, Tables};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Conn, Database, Node};

/// Runs what was asked for.
pub fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Demo(args) => demo::run(&args),
        Command::Mulai(args) => mulai::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Impor(args) => impor::run(&args),
        Command::Catat(args) => catat::run(&args),
        Command::Ekspor(args) => ekspor::run(&args),
        Command::Cadangan { command } => cadangan::run(&command),
        Command::Jurnal { command } => jurnal::run(&command),
        Command::Pengguna { command } => pengguna::run(&command),
        Command::Pesan { command } => pesan::run(&command),
        Command::Paket { command } => paket::run(&command),
        Command::Telaah(args) => telaah::run(&args),
        Command::Bukti(args) => bukti::run(&args),
        Command::Indikator { command } => indikator::run(&command),
        Command::Penempatan { command } => penempatan::run(&command),
        Command::Solver { command } => solver::run(&command),
        Command::Kasus(args) => kasus::run(&args),
        Command::Saring(args) => saring::run(&args),
        Command::Andaikan(args) => saring::what_if(&args),
        Command::Skema(args) => skema::run(&args),
    }
}

/// Tables of the law, bundled with the program.
pub fn tables() -> Result<Tables> {
    Tables::bundled().map_err(|wrong| anyhow!("tabel peraturan tidak dapat dibaca:\n{}", wrong.join("\n")))
}

/// Opens the node a command is about, making it when it is not there yet.
pub fn open(place: &Place) -> Result<Node> {
    let (folder, database) = locate(place)?;
    Node::open(&folder, database, &crate::modules::tables(), None).map_err(told)
}

/// The same for commands that only make sense where a node is already.
pub fn open_existing(place: &Place) -> Result<Node> {
    let (folder, database) = locate(place)?;
    exists(&folder, &database)?;
    Node::open(&folder, database, &crate::modules::tables(), None).map_err(told)
}

/// The same for commands that only look: nothing is made or changed.
pub fn open_as_is(place: &Place) -> Result<Node> {
    let (folder, database) = locate(place)?;
    exists(&folder, &database)?;
    Node::open_as_is(&folder, database, &crate::modules::tables()).map_err(told)
}

fn exists(folder: &Path, database: &Database) -> Result<()> {
    if *database == Database::Sqlite && !folder.join("sinergi.db").exists() {
        bail!(
            "Tidak ada data Sinergi di {}. Periksa --data, atau mulai dengan `sinergi impor nominatif` atau `sinergi mulai`.",
            folder.display()
        );
    }
    Ok(())
}

/// Refuses an instansi the node does not serve; says which it serves.
pub fn served(conn: &mut Conn, instansi: Option<&str>) -> Result<()> {
    let Some(id) = instansi else { return Ok(()) };
    let tenants = store::node::tenants(conn).map_err(told)?;
    if tenants.iter().any(|t| t.id == id) {
        return Ok(());
    }
    let list: Vec<String> = tenants.iter().map(|t| format!("  {}  {}", t.id, t.nama)).collect();
    let list = match list.is_empty() {
        true => "  belum ada; jalankan tanpa --instansi, atau `sinergi mulai`".to_owned(),
        false => list.join("\n"),
    };
    bail!(Misuse(format!("Instansi \"{id}\" tidak dilayani simpul ini. Yang dilayani:\n{list}")))
}

/// Folder and database of a call. A server's key and files need a folder too: one named after it.
pub fn locate(place: &Place) -> Result<(PathBuf, Database)> {
    match (&place.data, &place.database) {
        (None, None) => {
            bail!(Misuse("Sebutkan tempat data dengan --data FOLDER atau --database URL.".into()))
        }
        (Some(folder), None) => Ok((folder.clone(), Database::Sqlite)),
        (folder, Some(url)) => {
            let folder = folder.clone().map_or_else(|| folder_of(url), Ok)?;
            Ok((folder, Database::Postgres(url.clone())))
        }
    }
}

fn folder_of(url: &str) -> Result<PathBuf> {
    let home = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|h| Path::new(&h).join(".local/share")));
    let home =
        home.context("Folder rumah tidak diketahui. Sebutkan --data untuk kunci dan berkas simpul.")?;
    let name = store::derive::hex(&store::berkas::sha256(url.as_bytes())[..8]);
    Ok(home.join("sinergi").join(name))
}

/// A failure with what to do about it.
pub fn told(e: store::Error) -> anyhow::Error {
    match &e {
        store::Error::Refused(text) => anyhow!("{text}"),
        _ => anyhow!("{e}. {}", e.advice()),
    }
}

/// A connection, or the reason why there is none.
pub fn connect(node: &Node) -> Result<Conn> {
    node.connect().map_err(told)
}

/// A date typed by a person.
pub fn date(text: &str) -> Result<Date> {
    Date::parse(text).ok_or_else(|| {
        let told =
            format!("Tanggal \"{text}\" tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 22-11-2026.");
        anyhow!(Misuse(told))
    })
}
