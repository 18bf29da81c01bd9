//! `sinergi impor`: check, preview, confirm, receipt, on the command line.

use super::impor_steps::{Checked, finish, refused};
use super::{connect, date, locate, open, open_existing, served, tables, told};
use crate::cli::{Impor, Place};
use crate::say::{self, Misuse};
use anyhow::{Result, bail};
use impor::check::Ask;
use impor::confirm::Who;
use impor::lists::List;
use impor::store::Known;
use std::path::PathBuf;
use std::process::ExitCode;
use store::{Clock, Conn, Database, Node, Source};

pub fn run(args: &Impor) -> Result<ExitCode> {
    let list = List::parse(&args.jenis);
    if args.jenis != "nominatif" && list.is_none() {
        bail!(Misuse(format!(
            "Jenis berkas \"{}\" tidak dikenal. Pilih nominatif, unor, peta, kontrak, skp, atau riwayat-<jenis>.",
            args.jenis
        )));
    }
    if !args.berkas.exists() {
        bail!("Berkas {} tidak ada.", args.berkas.display());
    }
    // Only a node that is there can serve an instansi.
    let scratch = if args.pratinjau { Scratch::unless_there(&args.place)? } else { None };
    let node = match &scratch {
        _ if args.instansi.is_some() => open_existing(&args.place)?,
        Some(scratch) => open(&Place { data: Some(scratch.0.clone()), database: None })?,
        None => open(&args.place)?,
    };
    let mut conn = connect(&node)?;
    served(&mut conn, args.instansi.as_deref())?;
    match list {
        Some(list) => super::impor_list::run(args, list, &node, &mut conn),
        None => nominatif(args, &node, &mut conn),
    }
}

/// An empty node for a look at a file where there is none yet; it goes away again.
struct Scratch(PathBuf);

impl Scratch {
    fn unless_there(place: &Place) -> Result<Option<Scratch>> {
        let (folder, database) = locate(place)?;
        if database != Database::Sqlite || folder.join("sinergi.db").exists() {
            return Ok(None);
        }
        let mut source = Source::system(Clock::System)?;
        let name = format!("sinergi-pratinjau-{}", store::derive::hex(&source.bytes32()[..12]));
        Ok(Some(Scratch(std::env::temp_dir().join(name))))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn nominatif(args: &Impor, node: &Node, conn: &mut Conn) -> Result<ExitCode> {
    let tables = tables()?;
    let today = node.clock.now().date_wib();
    let per_tanggal = args.per_tanggal.as_deref().map_or(Ok(today), date)?;
    // The operator of the node imports for everyone it serves, unless one of them is named.
    let (tenants, elsewhere): (Vec<_>, Vec<_>) = store::node::tenants(conn)
        .map_err(told)?
        .into_iter()
        .partition(|t| args.instansi.as_ref().is_none_or(|wanted| *wanted == t.id));
    let known = Known::gather(conn, today).map_err(told)?;
    let doubts = impor::doubts::of(&tables);
    let ask = Ask {
        per_tanggal,
        today,
        tenants: &tenants,
        elsewhere: &elsewhere,
        sheet: args.lembar.as_deref(),
        limits: sheet::Limits::default(),
        doubts: &doubts,
    };
    let bar = say::bar(None, "Memeriksa baris");
    let checked = impor::check(&args.berkas, &ask, &known, |n| bar.set_position(n));
    bar.finish_and_clear();
    let mut check = match checked {
        Ok(check) => check,
        Err(e) => return refused(args, &e),
    };
    check.summary.absent = impor::confirm::absent(conn, &known, &check).map_err(told)?;
    let checked = Checked {
        summary: &check.summary,
        instansi: check.owner.as_ref().map(|o| o.0.as_str()),
        per_tanggal: check.per_tanggal,
        entries: check.summary.saved(),
    };
    let reject = |out| impor::refused::write(&args.berkas, &ask, &known, &check, out);
    finish(args, node, &checked, reject, |file, bar| {
        if let store::Conn::Sqlite(sqlite) = &*conn {
            sqlite.cache_mib(Some(128))?;
        }
        let who = Who { actor: "operator", file };
        impor::confirm(node, conn, &args.berkas, &ask, &known, &check, &who, |n| bar.set_position(n))
    })
}
