//! A new account as somebody asks for it: its instansi, unit and person must be there and belong together.

use crate::access::Role;
use crate::account::{self, NewAccount};
use kernel::PegawaiId;
use store::schema::CLAIM_NIP;
use store::{Bind, Conn, Error, Result, Source};

store::statements! {
    UNIT = "SELECT unor_id FROM unor WHERE instansi_id = $1 AND unor_id = $2";
}

/// What is asked for, as typed.
pub struct Asked<'a> {
    /// Name to sign in with.
    pub nama: &'a str,
    /// Full name.
    pub lengkap: &'a str,
    /// Role.
    pub role: Role,
    /// Instansi; without one the first of the node, and all of them for [`Role::Super`].
    pub instansi: Option<&'a str>,
    /// Unit of an operator, else empty.
    pub unor: &'a str,
    /// NIP of the person it belongs to.
    pub nip: Option<&'a str>,
}

/// Makes the account; answers its one-time password.
///
/// # Errors
/// When instansi, unit or person are not there, do not belong together, or the name cannot be used.
pub fn appoint(conn: &mut Conn, source: &mut Source, asked: &Asked<'_>) -> Result<String> {
    let instansi = instansi(conn, asked)?;
    let unor = unit(conn, asked, &instansi)?;
    let pegawai = person(conn, asked, &instansi)?;
    let Asked { nama, lengkap, role, .. } = *asked;
    account::create(conn, source, &NewAccount { nama, lengkap, role, instansi: &instansi, unor, pegawai })
}

/// Gives an account another role; the unit as typed must be one of its instansi where the role needs one.
///
/// # Errors
/// When the unit is not there, or the role needs a person the account does not name.
pub fn reappoint(conn: &mut Conn, account: &crate::access::Visitor, role: Role, unor: &str) -> Result<()> {
    let unor = if role.serves_unit() { unor.trim() } else { "" };
    let asked =
        Asked { nama: &account.akun, lengkap: &account.lengkap, role, instansi: None, unor, nip: None };
    let unor = unit(conn, &asked, &account.instansi)?;
    if role == Role::Pegawai && account.pegawai.is_none() {
        return refused(
            "Akun ini tidak terhubung dengan pegawai. Buat akun baru dengan NIP orangnya.".into(),
        );
    }
    if role != Role::Super && account.instansi.is_empty() {
        return refused(
            "Akun ini melayani semua instansi. Buat akun baru pada satu instansi untuk peran itu.".into(),
        );
    }
    account::set_role(conn, &account.akun, role, unor)
}

fn refused<T>(sentence: String) -> Result<T> {
    Err(Error::Refused(sentence))
}

fn instansi(conn: &mut Conn, asked: &Asked<'_>) -> Result<String> {
    let served = store::node::tenants(conn)?;
    match (asked.instansi.map(str::trim), asked.role, served.first()) {
        (Some(id), ..) if served.iter().any(|t| t.id == id) => Ok(id.to_owned()),
        (Some(id), ..) => {
            let known: Vec<&str> = served.iter().map(|t| t.nama.as_str()).collect();
            refused(format!(
                "Instansi \"{id}\" tidak dilayani di sini. Pilih salah satu: {}.",
                known.join(", ")
            ))
        }
        (None, Role::Super, _) => Ok(String::new()),
        (None, _, Some(first)) => Ok(first.id.clone()),
        // An account without an instansi would reach all of them.
        (None, _, None) => {
            refused("Simpul ini belum melayani instansi. Jalankan `sinergi mulai` terlebih dahulu.".into())
        }
    }
}

fn unit<'a>(conn: &mut Conn, asked: &Asked<'a>, instansi: &str) -> Result<&'a str> {
    let unor = asked.unor.trim();
    if unor.is_empty() {
        return match asked.role {
            role if role.serves_unit() => refused(format!(
                "{} memerlukan kode unit kerja. Salin kode yang tampil pada halaman unitnya di Peta organisasi.",
                role.label()
            )),
            _ => Ok(unor),
        };
    }
    if instansi.is_empty() {
        return refused("Pilih instansinya juga: unit adalah bagian dari satu instansi.".into());
    }
    let found = conn.one(&UNIT, &[Bind::Text(instansi), Bind::Text(unor)], |_| Ok(()))?;
    match found {
        Some(()) => Ok(unor),
        None => refused(format!(
            "Unit itu tidak ada pada {}. Salin kode yang tampil pada halaman unitnya di Peta organisasi.",
            nama(conn, instansi)?
        )),
    }
}

/// What an instansi is called.
fn nama(conn: &mut Conn, instansi: &str) -> Result<String> {
    let served = store::node::tenants(conn)?;
    let found = served.into_iter().find(|t| t.id == instansi).map(|t| t.nama);
    Ok(found.unwrap_or_else(|| "instansi itu".to_owned()))
}

/// A NIP as it is kept, though people copy it with the spaces pages show.
fn digits(nip: &str) -> String {
    nip.chars().filter(|c| !c.is_whitespace()).collect()
}

fn person(conn: &mut Conn, asked: &Asked<'_>, instansi: &str) -> Result<Option<PegawaiId>> {
    let Some(nip) = asked.nip.map(digits).filter(|nip| !nip.is_empty()) else {
        return match asked.role {
            Role::Pegawai => {
                refused("Peran pegawai memerlukan NIP seseorang yang ada pada Data Pegawai.".into())
            }
            _ => Ok(None),
        };
    };
    let nip = nip.as_str();
    let Some(id) = store::people::holder(conn, nip, CLAIM_NIP)? else {
        return refused(format!(
            "NIP {nip} tidak ada pada Data Pegawai. Periksa angkanya, atau impor datanya dahulu."
        ));
    };
    let owner = store::people::owner(conn, id)?;
    if !instansi.is_empty() && owner.as_deref() != Some(instansi) {
        return refused(format!(
            "Pemilik NIP {nip} bukan pegawai {}. Periksa NIP, atau pilih instansi lain.",
            nama(conn, instansi)?
        ));
    }
    Ok(Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::schema::{KLAIM, PEGAWAI, UNOR};
    use store::testing::{Bench, on_both_with};

    const OF_A1: &str = "199001012015031001";
    const OF_B2: &str = "199001012015031002";

    /// Role, instansi, unit, NIP; and what is said, or the instansi the account has.
    const CASES: &[(&str, &str, &str, &str, &str)] = &[
        ("super", "", "", "", "-> semua"),
        ("petugas", "", "", "", "-> A1"),
        ("petugas", " B2 ", "", "", "-> B2"),
        ("petugas", "C3", "", "", "Instansi \"C3\" tidak dilayani di sini. Pilih salah satu: "),
        ("super", "C3", "", "", "tidak dilayani"),
        ("operator", "A1", "U1", "", "-> A1"),
        ("operator", "A1", "", "", "memerlukan kode unit"),
        ("operator", "B2", "U1", "", "Unit itu tidak ada pada "),
        ("operator", "A1", "u1", "", "Unit itu tidak ada"),
        ("penilai", "A1", "U1", "", "-> A1"),
        ("penilai", "A1", "", "", "Pejabat penilai memerlukan kode unit"),
        ("auditor", "", "", "", "-> A1"),
        ("petugas", "A1", "U9", "", "Unit itu tidak ada"),
        ("super", "", "U1", "", "Pilih instansinya juga"),
        ("pegawai", "A1", "", OF_A1, "-> A1"),
        ("pegawai", "A1", "", "19900101 201503 1 001", "-> A1"),
        ("pegawai", "A1", "", "", "memerlukan NIP"),
        ("pegawai", "A1", "", "  ", "memerlukan NIP"),
        ("pegawai", "A1", "", OF_B2, "bukan pegawai "),
        ("petugas", "A1", "", OF_B2, "bukan pegawai "),
        ("petugas", "A1", "", "123", "NIP 123 tidak ada pada Data Pegawai"),
        ("super", "", "", OF_B2, "-> semua"),
    ];

    fn given(text: &str) -> Option<&str> {
        (!text.is_empty()).then_some(text)
    }

    fn said(bench: &mut Bench, nama: &str, case: &(&str, &str, &str, &str, &str)) -> String {
        let asked = Asked {
            nama,
            lengkap: "Sari Maharani",
            role: Role::parse(case.0).expect("a role"),
            instansi: given(case.1),
            unor: case.2,
            nip: given(case.3),
        };
        let mut source = Source::seeded(1, bench.node.clock);
        match appoint(&mut bench.conn, &mut source, &asked) {
            Err(Error::Refused(sentence)) => sentence,
            Err(e) => panic!("{e}"),
            Ok(_) => {
                let found = account::find(&mut bench.conn, nama).expect("asked").expect("made").visitor;
                assert_eq!(found.pegawai.is_some(), !case.3.is_empty());
                format!("-> {}", if found.instansi.is_empty() { "semua" } else { &found.instansi })
            }
        }
    }

    #[test]
    fn instansi_unit_and_person_belong_together() {
        on_both_with("tambah", crate::schema::TABLES, |bench| {
            assert!(said(bench, "kosong", &CASES[1]).contains("belum melayani"), "nobody reaches everything");
            bench.tenant("A1");
            bench.tenant("B2");
            let unit = [
                Bind::Text("A1"),
                Bind::Text("U1"),
                Bind::Text("Dinas"),
                Bind::Text("unduhan"),
                Bind::Int(0),
            ];
            bench.conn.insert(&UNOR, &unit).expect("unit");
            for (n, (nip, instansi)) in [(OF_A1, "A1"), (OF_B2, "B2")].into_iter().enumerate() {
                let id = Bind::Uuid([n as u8 + 1; 16]);
                bench.conn.insert(&PEGAWAI, &[id, Bind::Text(instansi), Bind::Int(0)]).expect("person");
                let claim = [Bind::Text(nip), Bind::Int(CLAIM_NIP), id, Bind::Int(0)];
                bench.conn.insert(&KLAIM, &claim).expect("claim");
            }
            for (n, case) in CASES.iter().enumerate() {
                let answer = said(bench, &format!("akun{n}"), case);
                assert!(answer.contains(case.4), "{case:?}: {answer}");
                assert!(!answer.contains("--"), "a page says it too: {answer}");
            }
        });
    }
}
