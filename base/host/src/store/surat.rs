//! Messages as they are kept: who gets one, who has read it, and how far its e-mail is.

use crate::kabar::{Jenis, Kabar, Penerima};
use crate::setelan::Setelan;
use kernel::{Date, Stamp};
use store::peristiwa::{self, Peristiwa};
use store::sql::Row;
use store::{Bind, Conn, Result};

store::statements! {
    BY_NAME = "SELECT a.nama, s.surel, s.jenis, s.ringkasan, s.tenang_dari, s.tenang_sampai, s.ics FROM akun a
        LEFT JOIN pesan_setelan s ON s.akun = a.nama WHERE a.aktif = 1 AND a.nama = $1";
    BY_ROLE = "SELECT a.nama, s.surel, s.jenis, s.ringkasan, s.tenang_dari, s.tenang_sampai, s.ics FROM akun a
        LEFT JOIN pesan_setelan s ON s.akun = a.nama WHERE a.aktif = 1 AND a.instansi_id = $1 AND a.peran = $2
        ORDER BY a.nama LIMIT 1000";
    HAS = "SELECT 1 FROM pesan WHERE akun = $1 AND kunci = $2";
    PLACE = "SELECT seq FROM pesan_posisi WHERE instansi_id = $1";
    MOVE = "UPDATE pesan_posisi SET seq = $2 WHERE instansi_id = $1 AND seq < $2";
    PAGE = "SELECT kunci, jenis, judul, isi, alamat, tenggat, atas_nama, dibuat, dibaca, surel, galat FROM pesan
        WHERE akun = $1 AND (CAST($2 AS BIGINT) = 0 OR dibaca IS NULL) AND (dibuat < $3 OR (dibuat = $3 AND kunci < $4))
        ORDER BY dibuat DESC, kunci DESC LIMIT $5";
    ONE = "SELECT kunci, jenis, judul, isi, alamat, tenggat, atas_nama, dibuat, dibaca, surel, galat FROM pesan
        WHERE akun = $1 AND kunci = $2";
    READ = "UPDATE pesan SET dibaca = $3 WHERE akun = $1 AND kunci = $2 AND dibaca IS NULL";
    UNREAD = "UPDATE pesan SET dibaca = NULL WHERE akun = $1 AND kunci = $2";
    READ_ALL = "UPDATE pesan SET dibaca = $2 WHERE akun = $1 AND dibaca IS NULL AND dibuat <= $3";
    DUE = "SELECT p.akun FROM pesan p WHERE p.surel IN ('antre', 'sedang') AND p.coba_lagi <= $1
        GROUP BY p.akun ORDER BY MIN(p.coba_lagi), p.akun LIMIT $2";
    DUE_OF = "SELECT kunci, judul, isi, alamat, percobaan, dibuat FROM pesan
        WHERE akun = $1 AND surel IN ('antre', 'sedang') AND coba_lagi <= $2 ORDER BY dibuat, kunci LIMIT $3";
    CLAIM = "UPDATE pesan SET surel = 'sedang', percobaan = percobaan + 1, coba_lagi = $3
        WHERE akun = $1 AND kunci = $2 AND surel IN ('antre', 'sedang') AND coba_lagi <= $4";
    STATE = "UPDATE pesan SET surel = $3, coba_lagi = $4, galat = $5 WHERE akun = $1 AND kunci = $2";
    TO = "SELECT lengkap FROM akun WHERE nama = $1 AND aktif = 1";
    PRUNE = "DELETE FROM pesan WHERE dibuat < $1";
    COUNTS = "SELECT surel, COUNT(*) FROM pesan WHERE surel <> 'tidak' GROUP BY surel ORDER BY surel";
}

/// Where an e-mail is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Surel {
    /// None is wanted.
    Tidak,
    /// It waits for its turn, or is being sent.
    Antre,
    /// The mail server took it.
    Terkirim,
    /// It was given up.
    Gagal,
}

impl Surel {
    fn parse(word: &str) -> Surel {
        match word {
            "antre" | "sedang" => Surel::Antre,
            "terkirim" => Surel::Terkirim,
            "gagal" => Surel::Gagal,
            _ => Surel::Tidak,
        }
    }

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Surel::Tidak => "tidak",
            Surel::Antre => "antre",
            Surel::Terkirim => "terkirim",
            Surel::Gagal => "gagal",
        }
    }
}

/// A message as its reader sees it.
#[derive(Clone, Debug)]
pub struct Pesan {
    /// Its key.
    pub kunci: String,
    /// Its sort.
    pub jenis: Jenis,
    /// Its subject.
    pub judul: String,
    /// Its sentence.
    pub isi: String,
    /// The page it is about.
    pub alamat: String,
    /// A deadline.
    pub tenggat: Option<Date>,
    /// Full name of whose place the reader takes; empty when it is the reader's own.
    pub atas_nama: String,
    /// When it came.
    pub dibuat: Stamp,
    /// When it was read.
    pub dibaca: Option<Stamp>,
    /// Where its e-mail is.
    pub surel: Surel,
    /// Why the e-mail was given up.
    pub galat: String,
}

/// Where a page of messages begins: after this moment and key.
pub type Sesudah = (Stamp, String);

fn row(r: &Row<'_>) -> Result<Pesan> {
    let text = |at| r.text(at).map(str::to_owned);
    Ok(Pesan {
        kunci: text(0)?,
        jenis: Jenis::parse(r.text(1)?).unwrap_or(Jenis::Pemberitahuan),
        judul: text(2)?,
        isi: text(3)?,
        alamat: text(4)?,
        tenggat: r.opt_date(5)?,
        atas_nama: text(6)?,
        dibuat: r.stamp(7)?,
        dibaca: r.opt_stamp(8)?,
        surel: Surel::parse(r.text(9)?),
        galat: text(10)?,
    })
}

/// Takes away what came before a moment, read or not: what it told of stands in the journals.
pub fn pangkas(conn: &mut Conn, before: Stamp) -> Result<u64> {
    conn.exec(&PRUNE, &[Bind::Stamp(before)])
}

/// Messages of an account, newest first, at most so many.
pub fn daftar(
    conn: &mut Conn,
    akun: &str,
    baru_saja: bool,
    sesudah: Option<&Sesudah>,
    most: usize,
) -> Result<Vec<Pesan>> {
    // No message is younger than the year 9999.
    let (at, kunci) = sesudah.map_or((Stamp(253_370_764_800_000_000), ""), |s| (s.0, s.1.as_str()));
    let binds = [
        Bind::Text(akun),
        Bind::Int(baru_saja.into()),
        Bind::Stamp(at),
        Bind::Text(kunci),
        Bind::Int(most as i64),
    ];
    conn.all(&PAGE, &binds, row)
}

/// One message of an account.
pub fn satu(conn: &mut Conn, akun: &str, kunci: &str) -> Result<Option<Pesan>> {
    conn.one(&ONE, &[Bind::Text(akun), Bind::Text(kunci)], row)
}

/// Marks one as read or not read.
pub fn tandai(conn: &mut Conn, akun: &str, kunci: &str, dibaca: Option<Stamp>) -> Result<()> {
    let (who, key) = (Bind::Text(akun), Bind::Text(kunci));
    match dibaca {
        Some(now) => conn.exec(&READ, &[who, key, Bind::Stamp(now)]),
        None => conn.exec(&UNREAD, &[who, key]),
    }
    .map(|_| ())
}

/// Marks everything read that had come when the page was made.
pub fn tandai_semua(conn: &mut Conn, akun: &str, now: Stamp, sampai: Stamp) -> Result<u64> {
    conn.exec(&READ_ALL, &[Bind::Text(akun), Bind::Stamp(now), Bind::Stamp(sampai)])
}

/// One account that gets messages, with what it has chosen.
pub(crate) struct Kepada {
    pub akun: String,
    pub setelan: Setelan,
    /// Account whose place it takes.
    pub wakil_dari: Option<String>,
}

/// Accounts a message is for, with those who take somebody's place today; each once.
pub(crate) fn penerima(conn: &mut Conn, kepada: &Penerima, today: Date) -> Result<Vec<Kepada>> {
    let read = |r: &Row<'_>| {
        Ok(Kepada { akun: r.text(0)?.to_owned(), setelan: Setelan::read(r, 1)?, wakil_dari: None })
    };
    let mut all = Vec::new();
    match kepada {
        Penerima::Akun(akun) => all.extend(conn.one(&BY_NAME, &[Bind::Text(akun)], read)?),
        Penerima::Peran { instansi, peran } => {
            for role in peran {
                all.extend(conn.all(&BY_ROLE, &[Bind::Text(instansi), Bind::Text(role.word())], read)?);
            }
        }
    }
    for at in 0..all.len() {
        for wakil in crate::delegasi::pengganti(conn, &all[at].akun, today)? {
            let mut found = conn.one(&BY_NAME, &[Bind::Text(&wakil)], read)?;
            if let Some(wakil) = &mut found {
                wakil.wakil_dari = Some(all[at].akun.clone());
            }
            all.extend(found);
        }
    }
    // Who is meant for themselves gets it as their own.
    all.sort_by(|a, b| (&a.akun, &a.wakil_dari).cmp(&(&b.akun, &b.wakil_dari)));
    all.dedup_by(|a, b| a.akun == b.akun);
    Ok(all)
}

/// Full name of an active account.
pub(crate) fn nama(conn: &mut Conn, akun: &str) -> Result<Option<String>> {
    conn.one(&TO, &[Bind::Text(akun)], |r| Ok(r.text(0)?.to_owned()))
}

/// Keeps a message for one account; `false` when it has it already.
pub(crate) fn taruh(
    conn: &mut Conn,
    kabar: &Kabar,
    kepada: &Kepada,
    now: Stamp,
    kirim: Option<Stamp>,
) -> Result<bool> {
    let key = [Bind::Text(&kepada.akun), Bind::Text(&kabar.kunci)];
    if conn.one(&HAS, &key, |_| Ok(()))?.is_some() {
        return Ok(false);
    }
    let atas_nama = match &kepada.wakil_dari {
        Some(akun) => nama(conn, akun)?.unwrap_or_default(),
        None => String::new(),
    };
    let surel = if kirim.is_some() { Surel::Antre } else { Surel::Tidak };
    let row = [
        key[0],
        key[1],
        Bind::Text(kabar.jenis.word()),
        Bind::Text(&kabar.judul),
        Bind::Text(&kabar.isi),
        Bind::Text(&kabar.alamat),
        Bind::date(kabar.tenggat),
        Bind::Text(&atas_nama),
        Bind::Stamp(now),
        Bind::Null,
        Bind::Text(surel.word()),
        Bind::Int(0),
        kirim.map_or(Bind::Null, Bind::Stamp),
        Bind::Text(""),
    ];
    conn.insert_absent(&crate::schema::PESAN, &row)?;
    Ok(true)
}

/// Place of the next event of a journal to read, and the events from there, at most so many.
pub(crate) fn berikutnya(conn: &mut Conn, instansi: &str, most: i64) -> Result<(i64, Vec<Peristiwa>)> {
    let place = conn.one(&PLACE, &[Bind::Text(instansi)], |r| r.int(0))?.unwrap_or(0);
    Ok((place, peristiwa::after(conn, instansi, place, most)?))
}

/// Moves the place on; `false` when somebody else already did.
pub(crate) fn maju(conn: &mut Conn, instansi: &str, seq: i64) -> Result<bool> {
    let start = [Bind::Text(instansi), Bind::Int(0)];
    conn.insert_absent(&crate::schema::PESAN_POSISI, &start)?;
    Ok(conn.exec(&MOVE, &[Bind::Text(instansi), Bind::Int(seq)])? > 0)
}

/// One message that waits for its e-mail.
pub(crate) struct Antre {
    pub kunci: String,
    pub judul: String,
    pub isi: String,
    pub alamat: String,
    /// Times it was tried before.
    pub percobaan: i64,
    pub dibuat: Stamp,
}

/// Accounts with e-mails due, those that wait longest first.
pub(crate) fn antrean(conn: &mut Conn, now: Stamp, most: i64) -> Result<Vec<String>> {
    conn.all(&DUE, &[Bind::Stamp(now), Bind::Int(most)], |r| Ok(r.text(0)?.to_owned()))
}

/// What is due for one account, oldest first.
pub(crate) fn antrean_milik(conn: &mut Conn, akun: &str, now: Stamp, most: i64) -> Result<Vec<Antre>> {
    conn.all(&DUE_OF, &[Bind::Text(akun), Bind::Stamp(now), Bind::Int(most)], |r| {
        let text = |at| r.text(at).map(str::to_owned);
        Ok(Antre {
            kunci: text(0)?,
            judul: text(1)?,
            isi: text(2)?,
            alamat: text(3)?,
            percobaan: r.int(4)?,
            dibuat: r.stamp(5)?,
        })
    })
}

/// Takes one for sending, until a moment; `false` when somebody else has it.
pub(crate) fn ambil(conn: &mut Conn, akun: &str, kunci: &str, now: Stamp, sampai: Stamp) -> Result<bool> {
    let binds = [Bind::Text(akun), Bind::Text(kunci), Bind::Stamp(sampai), Bind::Stamp(now)];
    Ok(conn.exec(&CLAIM, &binds)? > 0)
}

/// Writes down how far an e-mail is.
pub(crate) fn catat(
    conn: &mut Conn,
    akun: &str,
    kunci: &str,
    surel: Surel,
    lagi: Option<Stamp>,
    galat: &str,
) -> Result<()> {
    let binds = [
        Bind::Text(akun),
        Bind::Text(kunci),
        Bind::Text(surel.word()),
        lagi.map_or(Bind::Null, Bind::Stamp),
        Bind::Text(galat),
    ];
    conn.exec(&STATE, &binds).map(|_| ())
}

/// How many e-mails are where, by their word.
pub fn keadaan(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    conn.all(&COUNTS, &[], |r| Ok((r.text(0)?.to_owned(), r.int(1)?)))
}
