//! `sinergi mulai`: a node for an instansi, and its first administrator.

use super::{connect, open, told};
use crate::cli::Mulai;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use std::process::ExitCode;

pub fn run(args: &Mulai) -> Result<ExitCode> {
    let (id, nama) = (args.instansi.trim(), args.nama.trim());
    if id.is_empty() || id.contains(char::is_whitespace) || nama.is_empty() {
        bail!(Misuse(
            "Isi --instansi dengan ID instansi menurut BKN (kolom instansi_induk_id pada berkas nominatif) dan --nama dengan namanya.".into()
        ));
    }
    let node = open(&args.place)?;
    let mut conn = connect(&node)?;
    let known = store::node::tenants(&mut conn).map_err(told)?;
    let new = !known.iter().any(|t| t.id == args.instansi);
    conn.transaction(|conn| store::node::add_tenant(conn, &args.instansi, &args.nama)).map_err(told)?;
    let password = super::pengguna::first_administrator(&node, &mut conn)?;
    if args.json {
        let value = serde_json::json!({ "instansi": args.instansi, "nama": args.nama, "baru": new });
        crate::out!("{value}");
        return Ok(ExitCode::SUCCESS);
    }
    match new {
        true => crate::out!("Simpul siap untuk {} ({}).", args.nama, args.instansi),
        false => crate::out!("{} sudah dilayani simpul ini.", args.instansi),
    }
    if let Some(password) = password {
        crate::out!("Akun pertama: admin. Sandi sekali pakai: {password}");
        crate::out!("Sandi ini hanya ditampilkan sekali dan diganti saat pertama masuk.");
        say::shown().with_context(|| super::pengguna::unseen("admin"))?;
    }
    let place =
        args.place.data.as_ref().map_or("--database URL".to_owned(), |d| format!("--data {}", d.display()));
    crate::out!("Berikutnya: sinergi impor nominatif BERKAS {place}, lalu sinergi serve {place}");
    Ok(ExitCode::SUCCESS)
}
