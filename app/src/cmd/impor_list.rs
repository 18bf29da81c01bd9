//! `sinergi impor` for the smaller lists: the same steps as the nominatif.

use super::impor_steps::{Checked, finish, refused};
use super::{date, tables, told};
use crate::cli::Impor;
use anyhow::{Result, bail};
use impor::confirm::Who;
use impor::lists::{self, List, ListAsk};
use std::process::ExitCode;
use store::{Conn, Node};

pub fn run(args: &Impor, list: List, node: &Node, conn: &mut Conn) -> Result<ExitCode> {
    let tables = tables()?;
    let tenants = store::node::tenants(conn).map_err(told)?;
    let instansi = match &args.instansi {
        Some(id) => id.clone(),
        None => tenants.first().map(|t| t.id.clone()).unwrap_or_default(),
    };
    if instansi.is_empty() {
        bail!("Simpul ini belum punya instansi. Impor nominatif dulu, atau jalankan `sinergi mulai`.");
    }
    let today = node.clock.now().date_wib();
    let per_tanggal = args.per_tanggal.as_deref().map_or(Ok(today), date)?;
    let sheet = args.lembar.as_deref();
    let ask = ListAsk {
        instansi: &instansi,
        per_tanggal,
        today,
        limits: sheet::Limits::default(),
        tables: &tables,
        sheet,
    };
    let check = match lists::check_list(conn, &args.berkas, list, &ask) {
        Ok(check) => check,
        Err(e) => return refused(args, &e),
    };
    let checked = Checked {
        summary: &check.summary,
        instansi: Some(&check.instansi),
        per_tanggal: Some(check.per_tanggal),
        entries: check.entries,
    };
    let reject = |out| lists::write_refused_list(&args.berkas, &ask, &check, out);
    finish(args, node, &checked, reject, |file, bar| {
        let who = Who { actor: "operator", file };
        lists::confirm_list(node, conn, &args.berkas, list, &ask, &check, &who, |n| bar.set_position(n))
    })
}
