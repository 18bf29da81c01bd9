//! `sinergi mulai`: a node for an instansi, and its first administrator.

use super::{connect, open, told};
use crate::cli::Mulai;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use std::process::ExitCode;

pub fn run(args: &Mulai) -> Result<ExitCode> {
    let (id, nama) = (args.instansi.trim(), args.nama.trim());
    if !well_formed(id) || nama.is_empty() {
        bail!(Misuse(format!(
            "Isi --instansi dengan ID instansi menurut BKN (huruf A sampai Z, angka, dan tanda -; {WHERE}) dan --nama dengan namanya."
        )));
    }
    let node = open(&args.place)?;
    let mut conn = connect(&node)?;
    let known = store::node::tenants(&mut conn).map_err(told)?;
    let new = !known.iter().any(|t| t.id == id);
    if new {
        refuse_slip(id, &known, args.tambahan)?;
    }
    conn.transaction(|conn| store::node::add_tenant(conn, id, nama)).map_err(told)?;
    let journals = store::people::journal_sizes(&mut conn).map_err(told)?;
    let filled = journals.iter().any(|journal| journal.0 == id && journal.1 > 0);
    let password = super::pengguna::first_administrator(&node, &mut conn)?;
    if args.json {
        let value = serde_json::json!({ "instansi": id, "nama": nama, "baru": new });
        crate::out!("{value}");
        return Ok(ExitCode::SUCCESS);
    }
    match new {
        true => crate::out!("Simpul siap untuk {nama} ({id})."),
        false => crate::out!("{id} sudah dilayani simpul ini."),
    }
    if let Some(password) = password {
        crate::out!("Akun pertama: admin. Sandi sekali pakai: {password}");
        crate::out!("Sandi ini hanya ditampilkan sekali dan diganti saat pertama masuk.");
        say::shown().with_context(|| super::pengguna::unseen("admin"))?;
    }
    let place =
        args.place.data.as_ref().map_or("--database URL".to_owned(), |d| format!("--data {}", d.display()));
    if !is_bkn(id) {
        eprintln!(
            "sinergi: \"{id}\" tidak berbentuk ID BKN (32 angka heksadesimal). Berkas nominatif hanya diterima bila memuat ID yang sama; {WHERE}."
        );
    }
    match filled {
        true => crate::out!("Berikutnya: sinergi serve {place}"),
        false => {
            crate::out!("Berikutnya: sinergi impor nominatif BERKAS {place}, lalu sinergi serve {place}")
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the id stands.
const WHERE: &str = "lihat kolom instansi_induk_id pada berkas nominatif";

/// Letters, digits and dashes: BKN's ids are hexadecimal, those of rehearsals are words.
fn well_formed(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// 32 hexadecimal digits, with or without dashes.
fn is_bkn(id: &str) -> bool {
    let digits = id.chars().filter(|c| *c != '-');
    digits.clone().count() == 32 && digits.into_iter().all(|c| c.is_ascii_hexdigit())
}

/// A new instansi that is the old one in other letters, or that comes to another's node unannounced.
fn refuse_slip(id: &str, known: &[store::Tenant], wanted: bool) -> Result<()> {
    let plain = |id: &str| id.replace('-', "").to_ascii_lowercase();
    if let Some(same) = known.iter().find(|t| plain(&t.id) == plain(id)) {
        bail!(Misuse(format!(
            "Instansi ini sudah dilayani sebagai {} ({}). Tulis ID-nya persis demikian.",
            same.id, same.nama
        )));
    }
    match known.first() {
        Some(first) if !wanted => bail!(Misuse(format!(
            "Simpul ini sudah melayani {} ({}). Periksa --instansi ({WHERE}) dan --data; bila memang melayani instansi lain juga, tambahkan --tambahan.",
            first.nama, first.id
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_ids() {
        //   id                                       taken  BKN's
        for (id, good, bkn) in [
            ("A5EB03E23B4BF6A0E040640A040252AD", true, true),
            ("a5eb03e2-3b4b-f6a0-e040-640a040252ad", true, true),
            ("A5EB03E23B4BF6A0E040640A040252A", true, false),
            ("INSTANSI-A", true, false),
            ("", false, false),
            ("A 1", false, false),
            ("../A1", false, false),
            ("Pemerintah,Provinsi", false, false),
        ] {
            assert_eq!((well_formed(id), is_bkn(id)), (good, bkn), "{id}");
        }
    }

    #[test]
    fn another_instansi_is_asked_for_by_name() {
        let known = [store::Tenant { id: "A1-b2".into(), nama: "Provinsi".into() }];
        //   id       --tambahan   taken
        for (id, wanted, good) in
            [("C3", false, false), ("C3", true, true), ("a1-B2", true, false), ("A1B2", true, false)]
        {
            assert_eq!(refuse_slip(id, &known, wanted).is_ok(), good, "{id} {wanted}");
        }
        assert!(refuse_slip("C3", &[], false).is_ok(), "the first of a node");
    }
}
