//! Lists of people kept under a name: one's own, and those colleagues share.

use crate::access::Visitor;
use kernel::Stamp;
use store::{Bind, Conn, Result};

store::statements! {
    SEEN = "SELECT t.akun, t.nama, t.alamat, t.dibagi, a.lengkap FROM tampilan t JOIN akun a ON a.nama = t.akun
        WHERE t.akun = $1 OR (t.dibagi = 1 AND a.aktif = 1 AND a.instansi_id = $2 AND (a.unor_id = '' OR a.unor_id = $3))
        ORDER BY CASE WHEN t.akun = $1 THEN 0 ELSE 1 END, t.dibuat, t.akun, t.nama LIMIT 24";
    NAMES = "SELECT nama FROM tampilan WHERE akun = $1";
    DROP = "DELETE FROM tampilan WHERE akun = $1 AND nama = $2";
}

/// So many an account may keep.
pub const MOST: usize = 12;

/// A list under a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tampilan {
    /// What it is called.
    pub nama: String,
    /// What the address says, without the path.
    pub alamat: String,
    /// Whether colleagues see it.
    pub shared: bool,
    /// Who shares it; `None` for one's own.
    pub from: Option<String>,
}

/// What became of keeping one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// It is kept.
    Yes,
    /// There is one of that name, and it was not to be replaced.
    Exists,
    /// There are [`MOST`] already.
    Full,
}

/// One's own, oldest first, then those shared by the instansi, or by accounts of the same unit.
pub fn seen(conn: &mut Conn, visitor: &Visitor) -> Result<Vec<Tampilan>> {
    let who = [Bind::Text(&visitor.akun), Bind::Text(&visitor.instansi), Bind::Text(&visitor.unor)];
    conn.all(&SEEN, &who, |r| {
        let own = r.text(0)? == visitor.akun;
        Ok(Tampilan {
            nama: r.text(1)?.to_owned(),
            alamat: r.text(2)?.to_owned(),
            shared: r.int(3)? != 0,
            from: if own { None } else { Some(r.text(4)?.to_owned()) },
        })
    })
}

/// Keeps one of an account.
pub fn keep(conn: &mut Conn, akun: &str, view: &Tampilan, replace: bool, now: Stamp) -> Result<Kept> {
    conn.transaction(|conn| {
        let names = conn.all(&NAMES, &[Bind::Text(akun)], |r| Ok(r.text(0)?.to_owned()))?;
        match (names.contains(&view.nama), replace) {
            (true, false) => return Ok(Kept::Exists),
            (false, _) if names.len() >= MOST => return Ok(Kept::Full),
            _ => {}
        }
        conn.exec(&DROP, &[Bind::Text(akun), Bind::Text(&view.nama)])?;
        let row = [
            Bind::Text(akun),
            Bind::Text(&view.nama),
            Bind::Text(&view.alamat),
            Bind::Int(i64::from(view.shared)),
            Bind::Stamp(now),
        ];
        conn.insert(&crate::schema::TAMPILAN, &row)?;
        Ok(Kept::Yes)
    })
}

/// Takes one of an account away; answers whether there was one.
pub fn remove(conn: &mut Conn, akun: &str, nama: &str) -> Result<bool> {
    Ok(conn.exec(&DROP, &[Bind::Text(akun), Bind::Text(nama)])? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;
    use crate::account::{self, NewAccount};
    use store::Source;
    use store::testing::{NOW, on_both_with};

    /// Account, instansi, unit.
    const WHO: [(&str, &str, &str); 5] =
        [("desi", "A1", ""), ("sari", "A1", ""), ("oki", "A1", "U1"), ("odi", "A1", "U2"), ("eka", "B2", "")];

    fn visitor((akun, instansi, unor): (&str, &str, &str)) -> Visitor {
        Visitor {
            akun: akun.into(),
            lengkap: akun.into(),
            role: if unor.is_empty() { Role::Petugas } else { Role::Operator },
            instansi: instansi.into(),
            unor: unor.into(),
            pegawai: None,
            must_change: false,
            totp: false,
            pesan_baru: 0,
            csrf: String::new(),
        }
    }

    fn view(nama: &str, shared: bool) -> Tampilan {
        Tampilan { nama: nama.into(), alamat: "status=pns".into(), shared, from: None }
    }

    #[test]
    fn who_sees_whose() {
        on_both_with("tampilan", crate::schema::TABLES, |bench| {
            bench.tenant("A1");
            bench.tenant("B2");
            let conn = &mut bench.conn;
            let mut source = Source::seeded(1, store::Clock::Fixed(NOW));
            for who in WHO {
                let Visitor { akun, role, .. } = visitor(who);
                let new = NewAccount {
                    nama: &akun,
                    lengkap: &akun,
                    role,
                    instansi: who.1,
                    unor: who.2,
                    pegawai: None,
                };
                account::create(conn, &mut source, &new).expect("account made");
            }
            for (akun, nama, shared) in [
                ("desi", "milik desi", false),
                ("desi", "dari desi", true),
                ("oki", "dari oki", true),
                ("eka", "dari eka", true),
            ] {
                assert_eq!(keep(conn, akun, &view(nama, shared), false, NOW).expect("asked"), Kept::Yes);
            }
            // siapa · yang terlihat
            for (who, names) in [
                (WHO[0], vec!["dari desi", "milik desi"]),
                (WHO[1], vec!["dari desi"]),
                (WHO[2], vec!["dari oki", "dari desi"]),
                (WHO[3], vec!["dari desi"]),
                (WHO[4], vec!["dari eka"]),
            ] {
                let found = seen(conn, &visitor(who)).expect("read");
                assert_eq!(found.iter().map(|t| t.nama.as_str()).collect::<Vec<_>>(), names, "{who:?}");
            }
            assert!(!remove(conn, "sari", "dari desi").expect("asked"), "not hers");
            assert!(remove(conn, "desi", "dari desi").expect("asked"));
            assert!(seen(conn, &visitor(WHO[1])).expect("read").is_empty());
        });
    }

    #[test]
    fn an_account_keeps_a_dozen_and_replaces_knowingly() {
        on_both_with("tampilan-batas", crate::schema::TABLES, |bench| {
            let conn = &mut bench.conn;
            for n in 0..MOST {
                let kept = keep(conn, "desi", &view(&format!("daftar {n}"), false), false, NOW);
                assert_eq!(kept.expect("asked"), Kept::Yes);
            }
            let mut again =
                |nama: &str, replace| keep(conn, "desi", &view(nama, true), replace, NOW).expect("asked");
            assert_eq!(again("satu lagi", false), Kept::Full);
            assert_eq!(again("daftar 3", false), Kept::Exists);
            assert_eq!(again("daftar 3", true), Kept::Yes);
        });
    }
}
