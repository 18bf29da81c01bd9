//! What the law answers about everybody, as indicators need it: the day of a service, the verdict of a norm,
//! the value of one.

use crate::hall::World;
use crate::hukum::Hukum;
use kernel::Date;
use law::jaga::Syarat;
use law::saring::Tapis;
use law::{Known, Kode, Kolom, Value};
use rayon::prelude::*;
use std::sync::Arc;

/// Services whose days are counted, as `peraturan/layanan.toml` names them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layanan {
    /// Regular promotion.
    KpReguler,
    /// Pay step of PNS.
    KgbPns,
    /// Pay step of PPPK.
    KgbPppk,
    /// The end of service by age.
    Pensiun,
    /// Five years in a JPT.
    JptLimaTahun,
}

const LAYANAN: [&str; 5] = ["kp-reguler", "kgb-pns", "kgb-pppk", "pensiun", "jpt-lima-tahun"];

/// Norms that are asked about everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Norma {
    /// 20 JP this year.
    JpPns,
    /// 20 JP last year.
    JpPnsLalu,
    /// The leadership course of the level.
    Diklat,
    /// Pay of PNS and CPNS.
    GajiPns,
    /// Pay of PPPK.
    GajiPppk,
    /// The index of professionalism.
    IpAsn,
}

const NORMA: [(&str, bool); 6] = [
    ("pengembangan.jp_pns", false),
    ("pengembangan.jp_pns_tahun_lalu", false),
    ("jabatan.diklat", false),
    ("gaji.pokok", true),
    ("gaji.pokok_pppk", true),
    ("ip_asn", true),
];

/// When somebody falls due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tempo {
    /// The service does not concern them.
    Tidak,
    /// Nobody can say whether it does.
    TakTentu,
    /// It does, and the day cannot be worked out.
    TanpaHari,
    /// On this day, the other conditions being so.
    Pada(Date, Syarat),
}

/// What a norm answers about somebody: the verdict, and the value in hundredths where there is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Jawab {
    /// The verdict.
    pub kode: Kode,
    /// The value in hundredths.
    pub ratusan: Option<i64>,
}

impl Jawab {
    /// Nothing is known.
    pub const BELUM: Jawab = Jawab { kode: Kode::BelumTahu, ratusan: None };

    /// Met or not; nothing when the data do not tell, or an official decides.
    pub fn lulus(self) -> Option<bool> {
        match self.kode {
            Kode::Lulus => Some(true),
            Kode::Gagal => Some(false),
            Kode::BelumTahu | Kode::TidakBerlaku | Kode::Pertimbangan | Kode::Sengketa => None,
        }
    }

    /// Whether the norm concerns them.
    pub fn berlaku(self) -> bool {
        self.kode != Kode::TidakBerlaku
    }
}

/// The answers of one norm in the register's order.
#[derive(Default)]
pub(super) struct Jawaban {
    kode: Vec<u8>,
    ratusan: Vec<i64>,
}

/// No value.
const TIADA: i64 = i64::MIN;

impl Jawaban {
    pub(super) fn of(&self, i: usize) -> Jawab {
        let kode = self.kode.get(i).map_or(Kode::BelumTahu, |byte| Kode::from_byte(*byte));
        Jawab { kode, ratusan: self.ratusan.get(i).copied().filter(|n| *n != TIADA) }
    }
}

/// The days of every service, each in the register's order.
pub(super) fn tempo(world: &Arc<World>, hukum: &Hukum) -> Vec<Vec<Tempo>> {
    let one = |kunci: &&str| {
        let Some((layanan, _)) = crate::jaga::watched(hukum).find(|l| *l.0.kunci == **kunci) else {
            return Vec::new();
        };
        let hasil = world.jaga(hukum, layanan);
        let mut all = vec![Tempo::Tidak; world.register.len()];
        for jaga in &hasil.jaga {
            all[jaga.baris as usize] =
                jaga.hari.map_or(Tempo::TanpaHari, |day| Tempo::Pada(day, jaga.syarat));
        }
        hasil.tak_tentu.iter().for_each(|row| all[*row as usize] = Tempo::TakTentu);
        if let Some(tanggal) = layanan.tanggal.as_deref().filter(|_| *kunci == LAYANAN[0]) {
            since(world, hukum, tanggal, &mut all);
        }
        all
    };
    LAYANAN.par_iter().map(one).collect()
}

/// A right that comes round: the norm names the next time from the day it is asked on. Asked from the
/// beginning of the register on it names the first one, which may have gone by.
fn since(world: &World, hukum: &Hukum, tanggal: &str, all: &mut [Tempo]) {
    let Some((kolom, begin)) = world.kolom().zip(Date::new(1970, 1, 1)) else { return };
    for (book, rows) in world.groups(hukum) {
        let theirs: Vec<u32> =
            rows.into_iter().filter(|row| matches!(all[*row as usize], Tempo::Pada(..))).collect();
        let Some(plan) = book.plan(&hukum.pack.words, tanggal, world.as_of.effective) else { continue };
        let own = kolom.rebuild_with(&theirs);
        let tapis = Tapis::susun(&plan, &book, &hukum.pack.words, begin, world.as_of.effective);
        for (value, row) in tapis.nilai(&own).1.iter().zip(theirs) {
            let first = value.as_ref().and_then(Value::day);
            if let (Tempo::Pada(day, _), Some(first)) = (&mut all[row as usize], first) {
                *day = first;
            }
        }
    }
}

/// The answers of every norm, each in the register's order.
pub(super) fn jawaban(world: &World, hukum: &Hukum, kolom: Option<&Kolom>) -> Vec<Jawaban> {
    let Some(kolom) = kolom else { return Vec::new() };
    let hari = world.as_of.effective;
    let groups = world.groups(hukum);
    let own: Vec<_> =
        groups.into_iter().map(|(book, rows)| (book, kolom.rebuild_with(&rows), rows)).collect();
    let one = |(kunci, valued): &(&str, bool)| {
        let n = world.register.len();
        let mut all = Jawaban { kode: vec![Kode::BelumTahu as u8; n], ratusan: Vec::new() };
        if *valued {
            all.ratusan = vec![TIADA; n];
        }
        for (book, kolom, rows) in &own {
            let Some(plan) = book.plan(&hukum.pack.words, kunci, hari) else { continue };
            let tapis = Tapis::susun(&plan, book, &hukum.pack.words, hari, hari);
            let kode = tapis.jalan(kolom).kode;
            if *valued {
                for (value, row) in tapis.nilai_dari(kolom, &kode).iter().zip(rows) {
                    all.ratusan[*row as usize] = value.as_ref().and_then(hundredths).unwrap_or(TIADA);
                }
            }
            rows.iter().zip(kode).for_each(|(row, kode)| all.kode[*row as usize] = kode);
        }
        all
    };
    NORMA.par_iter().map(one).collect()
}

fn hundredths(value: &Value) -> Option<i64> {
    value.num()?.times(law::number::Exact::int(100))?.round(0, law::number::Round::Half)?.whole()
}

/// What a fact says, as a day; nothing when nobody states it, `Some(None)` when it is known not to be.
pub fn hari(known: &Known) -> Option<Option<Date>> {
    match known {
        Known::Is(value) => Some(Some(value.day()?)),
        Known::Absent => Some(None),
        Known::Unknown | Known::Conflict => None,
    }
}
