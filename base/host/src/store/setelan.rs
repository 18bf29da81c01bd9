//! How an account wants its messages: e-mail or not, of which sort, at once or once a day, when not; and the
//! secret in the address of its calendar, of which only the hash is kept.

use crate::kabar::Jenis;
use sha2::{Digest, Sha256};
use store::derive::hex;
use store::sql::Row;
use store::{Bind, Conn, Error, Result, Source};

store::statements! {
    ONE = "SELECT surel, jenis, ringkasan, tenang_dari, tenang_sampai, ics FROM pesan_setelan WHERE akun = $1";
    PUT = "UPDATE pesan_setelan SET surel = $2, jenis = $3, ringkasan = $4, tenang_dari = $5, tenang_sampai = $6 WHERE akun = $1";
    PUT_ICS = "UPDATE pesan_setelan SET ics = $2 WHERE akun = $1";
    BY_ICS = "SELECT s.akun FROM pesan_setelan s JOIN akun a ON a.nama = s.akun WHERE s.ics = $1 AND a.aktif = 1";
}

/// What an account has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setelan {
    /// E-mail address; empty when messages stay here.
    pub surel: String,
    /// Sorts that also come by e-mail.
    pub jenis: Vec<Jenis>,
    /// Once a day instead of at once.
    pub ringkasan: bool,
    /// Hours (WIB) between which no e-mail is sent, from and until; over midnight when from is later.
    pub tenang: Option<(u8, u8)>,
    /// Whether there is a calendar address.
    pub ics: bool,
}

impl Default for Setelan {
    fn default() -> Setelan {
        Setelan {
            surel: String::new(),
            jenis: Jenis::ALL.to_vec(),
            ringkasan: false,
            tenang: Some((20, 6)),
            ics: false,
        }
    }
}

impl Setelan {
    /// Whether a sort of message comes by e-mail.
    pub fn lewat_surel(&self, jenis: Jenis) -> bool {
        !self.surel.is_empty() && self.jenis.contains(&jenis)
    }

    /// From the columns `surel, jenis, ringkasan, tenang_dari, tenang_sampai, ics` at a place of a row; the
    /// default when the row has none.
    pub(crate) fn read(r: &Row<'_>, at: usize) -> Result<Setelan> {
        let Some(surel) = r.opt_text(at)? else { return Ok(Setelan::default()) };
        let hour = |at| r.opt_int(at).map(|h| h.and_then(|h| u8::try_from(h).ok()).filter(|h| *h < 24));
        Ok(Setelan {
            surel: surel.to_owned(),
            jenis: r.opt_text(at + 1)?.unwrap_or("").split(',').filter_map(Jenis::parse).collect(),
            ringkasan: r.opt_int(at + 2)? == Some(1),
            tenang: hour(at + 3)?.zip(hour(at + 4)?),
            ics: r.opt_blob(at + 5)?.is_some(),
        })
    }
}

/// What an account has chosen; the default before it chose anything.
pub fn baca(conn: &mut Conn, akun: &str) -> Result<Setelan> {
    Ok(conn.one(&ONE, &[Bind::Text(akun)], |r| Setelan::read(r, 0))?.unwrap_or_default())
}

/// Keeps it. The calendar address has its own way ([`kalender_baru`]).
///
/// # Errors
/// When the address is none, or storage fails.
pub fn simpan(conn: &mut Conn, akun: &str, setelan: &Setelan) -> Result<()> {
    if !setelan.surel.is_empty() && !crate::surel::alamat_sah(&setelan.surel) {
        return Err(Error::Refused(
            "Alamat surel tidak terbaca. Tulis seperti nama@instansi.go.id, tanpa spasi.".into(),
        ));
    }
    let words: Vec<&str> = setelan.jenis.iter().map(|j| j.word()).collect();
    let words = words.join(",");
    let hour = |pick: fn((u8, u8)) -> u8| setelan.tenang.map_or(Bind::Null, |t| Bind::Int(pick(t).into()));
    conn.transaction(|conn| {
        ada(conn, akun)?;
        let values = [
            Bind::Text(akun),
            Bind::Text(&setelan.surel),
            Bind::Text(&words),
            Bind::Int(setelan.ringkasan.into()),
            hour(|t| t.0),
            hour(|t| t.1),
        ];
        conn.exec(&PUT, &values).map(|_| ())
    })
}

/// A row to change: the default, when there is none yet.
fn ada(conn: &mut Conn, akun: &str) -> Result<()> {
    let usual = Setelan::default();
    let words: Vec<&str> = usual.jenis.iter().map(|j| j.word()).collect();
    let (from, until) = usual.tenang.unwrap_or_default();
    let row = [
        Bind::Text(akun),
        Bind::Text(""),
        Bind::Text(&words.join(",")),
        Bind::Int(0),
        Bind::Int(from.into()),
        Bind::Int(until.into()),
        Bind::Null,
    ];
    conn.insert_absent(&crate::schema::PESAN_SETELAN, &row)
}

fn sidik(rahasia: &str) -> [u8; 32] {
    Sha256::digest(rahasia.as_bytes()).into()
}

/// Gives the calendar of an account a new address; answers its secret, which is shown once. The one before
/// is of no use from now on.
pub fn kalender_baru(conn: &mut Conn, source: &mut Source, akun: &str) -> Result<String> {
    let rahasia = hex(&source.bytes32());
    conn.transaction(|conn| {
        ada(conn, akun)?;
        conn.exec(&PUT_ICS, &[Bind::Text(akun), Bind::Blob(&sidik(&rahasia))]).map(|_| ())
    })?;
    Ok(rahasia)
}

/// Takes the calendar address of an account away.
pub fn kalender_berhenti(conn: &mut Conn, akun: &str) -> Result<()> {
    conn.exec(&PUT_ICS, &[Bind::Text(akun), Bind::Null]).map(|_| ())
}

/// Whose calendar a secret opens.
pub fn kalender_milik(conn: &mut Conn, rahasia: &str) -> Result<Option<String>> {
    conn.one(&BY_ICS, &[Bind::Blob(&sidik(rahasia))], |r| Ok(r.text(0)?.to_owned()))
}
