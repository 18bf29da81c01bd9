//! Delegation: who sees and does somebody's work meanwhile. It widens nobody's rights: a delegate does what the
//! own role may.

use crate::access::{Reach, Visitor, reach};
use crate::tugas::Tugas;
use kernel::{Date, Stamp};
use store::{Bind, Conn, Result, Source};

store::statements! {
    OF = "SELECT d.delegasi_id, d.dari, d.kepada, d.mulai, d.sampai, d.alasan, d.oleh, d.diakhiri, a.lengkap, b.lengkap
        FROM delegasi d JOIN akun a ON a.nama = d.dari JOIN akun b ON b.nama = d.kepada
        WHERE d.dari = $1 OR d.kepada = $1 ORDER BY d.sampai DESC, d.delegasi_id DESC LIMIT $2";
    RUNNING = "SELECT kepada FROM delegasi WHERE dari = $1 AND mulai <= $2 AND sampai >= $2 AND diakhiri IS NULL LIMIT 10";
    FOR = "SELECT a.nama, a.lengkap, a.peran, a.instansi_id, a.unor_id, a.pegawai_id, d.sampai
        FROM delegasi d JOIN akun a ON a.nama = d.dari
        WHERE d.kepada = $1 AND d.mulai <= $2 AND d.sampai >= $2 AND d.diakhiri IS NULL AND a.aktif = 1
        ORDER BY a.nama LIMIT 10";
    OVERLAPS = "SELECT 1 FROM delegasi WHERE dari = $1 AND kepada = $2 AND mulai <= $4 AND sampai >= $3 AND diakhiri IS NULL LIMIT 1";
    END = "UPDATE delegasi SET diakhiri = $3, diakhiri_oleh = $2 WHERE delegasi_id = $1 AND dari = $2 AND diakhiri IS NULL";
}

/// Delegations a page shows.
pub const SHOWN: i64 = 50;
/// Days one may last; work that is done by somebody else for longer needs another account.
pub const DAYS_MOST: i32 = 92;

/// One delegation.
#[derive(Clone, Debug)]
pub struct Delegasi {
    /// Its id.
    pub id: [u8; 16],
    /// Account whose work it is.
    pub dari: String,
    /// Account that does it.
    pub kepada: String,
    /// First day.
    pub mulai: Date,
    /// Last day.
    pub sampai: Date,
    /// Why.
    pub alasan: String,
    /// Full name and role of who set it.
    pub oleh: String,
    /// When it was ended before its last day.
    pub diakhiri: Option<Stamp>,
    /// Full names of both.
    pub nama: [String; 2],
}

impl Delegasi {
    /// Whether it counts on a day.
    pub fn berjalan(&self, day: Date) -> bool {
        self.diakhiri.is_none() && self.mulai <= day && day <= self.sampai
    }
}

/// One that is about to be set.
#[derive(Clone, Copy, Debug)]
pub struct Baru<'a> {
    /// Whose work.
    pub dari: &'a Visitor,
    /// Who does it.
    pub kepada: &'a Visitor,
    /// First day.
    pub mulai: Date,
    /// Last day.
    pub sampai: Date,
    /// Why.
    pub alasan: &'a str,
}

/// What is wrong with one: the field, and a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keliru {
    /// Name of the field.
    pub ruas: &'static str,
    /// What is wrong and what to do.
    pub kalimat: String,
}

/// What is wrong with one; `None` when it will do.
pub fn keliru(baru: &Baru<'_>, today: Date) -> Option<Keliru> {
    let (dari, kepada) = (baru.dari, baru.kepada);
    let alasan = baru.alasan.trim().chars().count();
    let checks = [
        (
            dari.akun == kepada.akun,
            "kepada",
            "Pilih akun lain: tugas tidak dapat didelegasikan kepada diri sendiri.",
        ),
        (dari.instansi != kepada.instansi, "kepada", "Pilih akun dari instansi yang sama."),
        (baru.sampai < baru.mulai, "sampai", "Tanggal ini mendahului tanggal mulai. Periksa kedua tanggal."),
        (baru.sampai < today, "sampai", "Tanggal ini sudah lewat. Isi paling awal hari ini."),
        (
            baru.sampai.days() - baru.mulai.days() >= DAYS_MOST,
            "sampai",
            "Delegasi berlaku paling lama 92 hari. Perpendek masanya.",
        ),
        (!(3..=200).contains(&alasan), "alasan", "Isi alasan, 3 sampai 200 karakter, misalnya cuti tahunan."),
    ];
    let wrong = checks.into_iter().find(|check| check.0)?;
    Some(Keliru { ruas: wrong.1, kalimat: wrong.2.to_owned() })
}

/// Sets one; `false` when the same two have one on some of those days.
pub fn tetapkan(conn: &mut Conn, source: &mut Source, baru: &Baru<'_>) -> Result<bool> {
    let (id, now) = (source.id(), source.now());
    conn.transaction(|conn| {
        let both = [
            Bind::Text(&baru.dari.akun),
            Bind::Text(&baru.kepada.akun),
            Bind::Date(baru.mulai),
            Bind::Date(baru.sampai),
        ];
        if conn.one(&OVERLAPS, &both, |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        let oleh = baru.dari.signature();
        let row = [
            Bind::Uuid(id),
            both[0],
            both[1],
            both[2],
            both[3],
            Bind::Text(baru.alasan.trim()),
            Bind::Text(&oleh),
            Bind::Stamp(now),
            Bind::Null,
            Bind::Text(""),
        ];
        conn.insert(&crate::schema::DELEGASI, &row)?;
        Ok(true)
    })
}

/// Ends one's own; `false` when there is none to end.
pub fn akhiri(conn: &mut Conn, id: [u8; 16], akun: &str, now: Stamp) -> Result<bool> {
    Ok(conn.exec(&END, &[Bind::Uuid(id), Bind::Text(akun), Bind::Stamp(now)])? > 0)
}

/// Those somebody gave or was given, newest first, at most [`SHOWN`].
pub fn milik(conn: &mut Conn, akun: &str) -> Result<Vec<Delegasi>> {
    conn.all(&OF, &[Bind::Text(akun), Bind::Int(SHOWN)], |r| {
        let text = |at| r.text(at).map(str::to_owned);
        let day = |at| r.opt_date(at).map(|d| d.unwrap_or(Date::MIN));
        Ok(Delegasi {
            id: r.uuid(0)?,
            dari: text(1)?,
            kepada: text(2)?,
            mulai: day(3)?,
            sampai: day(4)?,
            alasan: text(5)?,
            oleh: text(6)?,
            diakhiri: r.opt_stamp(7)?,
            nama: [text(8)?, text(9)?],
        })
    })
}

/// Accounts that do somebody's work on a day.
pub fn pengganti(conn: &mut Conn, dari: &str, day: Date) -> Result<Vec<String>> {
    conn.all(&RUNNING, &[Bind::Text(dari), Bind::Date(day)], |r| Ok(r.text(0)?.to_owned()))
}

/// Whose work an account does on a day, with the last day of each.
pub fn yang_diwakili(conn: &mut Conn, kepada: &str, day: Date) -> Result<Vec<(Visitor, Date)>> {
    let found = conn.all(&FOR, &[Bind::Text(kepada), Bind::Date(day)], |r| {
        let Some(role) = crate::access::Role::parse(r.text(2)?) else { return Ok(None) };
        let visitor = Visitor {
            akun: r.text(0)?.to_owned(),
            lengkap: r.text(1)?.to_owned(),
            role,
            instansi: r.text(3)?.to_owned(),
            unor: r.text(4)?.to_owned(),
            pegawai: r.opt_uuid(5)?.map(kernel::PegawaiId),
            must_change: false,
            csrf: String::new(),
            totp: false,
            pesan_baru: 0,
        };
        Ok(Some((visitor, r.opt_date(6)?.unwrap_or(day))))
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// Whether a delegate may be shown a task of somebody: only when the own role reaches as far with what it asks
/// for, in the same instansi, and in the same unit where the reach is a unit.
pub fn boleh(wakil: &Visitor, dari: &Visitor, tugas: &Tugas) -> bool {
    let far = |reach| match reach {
        Reach::None => 0,
        Reach::Own => 1,
        Reach::Subtree => 2,
        Reach::Instansi => 3,
    };
    let (own, theirs) = (reach(wakil.role, tugas.tindakan), reach(dari.role, tugas.tindakan));
    wakil.instansi == dari.instansi
        && own != Reach::None
        && far(own) >= far(theirs)
        && (own != Reach::Subtree || wakil.unor == dari.unor)
        // The own record is nobody else's.
        && own != Reach::Own
}
