//! The series: what was measured, kept as events of the journals with the moment, the positions of the
//! journals and the hash of the law, so that every figure can be worked out again and compared.

use super::hitung::{self, Matriks, Sel};
use crate::hall::Hall;
use crate::peristiwa::Pelaku;
use kernel::indikator::{Hasil, Ukuran};
use kernel::{AsOf, Date, EntryId, Stamp};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::peristiwa::{self, Baru, Peristiwa};
use store::{Conn, Error, Result};

/// The sort of thing; which one is the day measured.
pub const POKOK: &str = "pengukuran";
const JENIS: &str = "ukur";

/// One row of figures as it was stored: an instansi on a day.
#[derive(Clone, Debug)]
pub struct Pengukuran {
    /// Whose figures; empty for all instansi together.
    pub instansi: String,
    /// The day measured.
    pub berlaku: Date,
    /// As far as recorded by then.
    pub diketahui: Stamp,
    /// When it was stored.
    pub dicatat: Stamp,
    /// Who stored it.
    pub oleh: String,
    /// Its entry, and whose journal keeps it.
    pub entri: (String, EntryId),
    /// Entries of each journal it was worked out from.
    pub posisi: Vec<(String, i64)>,
    /// Hash of the pack of the law.
    pub paket: String,
    /// Hash of this row.
    pub sidik: String,
    /// Hash of the whole result this row is of.
    pub sidik_semua: String,
    /// Figures by code.
    pub nilai: BTreeMap<String, Sel>,
}

/// What storing came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tersimpan {
    /// The day measured.
    pub berlaku: Date,
    /// As far as recorded by then.
    pub diketahui: Stamp,
    /// Rows stored now.
    pub baru: usize,
    /// Rows that say what the newest stored ones say already.
    pub sama: usize,
    /// Hash of the whole result.
    pub sidik: String,
}

impl Matriks {
    /// Hash of the figures of an instansi.
    pub fn sidik(&self, instansi: &str) -> String {
        let mut hash = Sha256::new();
        self.write(instansi, &mut hash);
        law::json::hex(&hash.finalize().into())
    }

    /// Hash of the whole result.
    pub fn sidik_semua(&self) -> String {
        let mut hash = Sha256::new();
        self.instansi.iter().for_each(|instansi| self.write(instansi, &mut hash));
        law::json::hex(&hash.finalize().into())
    }

    fn write(&self, instansi: &str, hash: &mut Sha256) {
        for (kode, sel) in self.kode.iter().zip(self.baris(instansi).unwrap_or_default()) {
            hash.update(format!("{instansi}\t{kode}\t{}\n", isi(sel)));
        }
    }
}

/// Measures a day with everything recorded so far, and stores a row for each instansi and one for all of them.
/// A row that says what the newest one of that day says is not stored again.
///
/// # Errors
/// When storage fails.
pub fn simpan(hall: &Hall, akun: &str, oleh: &str, berlaku: Date) -> Result<Tersimpan> {
    let world = hall.at(AsOf::on(berlaku))?;
    let matriks = hitung::ukur_semua(hall, &world)?;
    let diketahui = hall.with(|conn| newest(conn, &matriks.sizes))?;
    let mut done = Tersimpan { berlaku, diketahui, baru: 0, sama: 0, sidik: matriks.sidik_semua() };
    for instansi in &matriks.instansi {
        // The row of all of them stands in the journal of the owner of the node.
        let own = if instansi.is_empty() { matriks.instansi.first() } else { Some(instansi) };
        let Some(own) = own.filter(|id| !id.is_empty()) else { continue };
        let pelaku = Pelaku { instansi: own.clone(), akun: akun.to_owned(), oleh: oleh.to_owned() };
        let isi = row(&matriks, instansi, diketahui, &done.sidik);
        let sidik = matriks.sidik(instansi);
        let stored = hall.peristiwa(&pelaku, own, |conn| {
            let known = pada_dari(conn, berlaku, Stamp::MAX)?;
            if known.iter().any(|p| p.instansi == *instansi && p.sidik == sidik) {
                return Ok(Err(()));
            }
            let baru = Baru { pokok: POKOK, pokok_id: berlaku.to_string(), jenis: JENIS, isi: isi.clone() };
            Ok(Ok(vec![(baru, None)]))
        })?;
        match stored {
            Ok(_) => done.baru += 1,
            Err(()) => done.sama += 1,
        }
    }
    Ok(done)
}

/// When the newest of these entries was recorded.
fn newest(conn: &mut Conn, sizes: &[(String, i64)]) -> Result<Stamp> {
    let mut newest = Stamp::MIN;
    for (instansi, size) in sizes {
        if let Some(at) = store::people::recorded_at(conn, instansi, size - 1)? {
            newest = newest.max(at);
        }
    }
    Ok(newest)
}

fn row(matriks: &Matriks, instansi: &str, diketahui: Stamp, sidik_semua: &str) -> String {
    let figures = matriks.kode.iter().zip(matriks.baris(instansi).unwrap_or_default());
    let nilai: Map<String, Value> = figures.map(|(kode, sel)| ((*kode).to_owned(), isi(sel))).collect();
    json!({
        "instansi": instansi,
        "diketahui": diketahui.0,
        "posisi": matriks.sizes,
        "paket": law::json::hex(&matriks.paket),
        "sidik": matriks.sidik(instansi),
        "sidik_semua": sidik_semua,
        "nilai": nilai,
    })
    .to_string()
}

/// `[8, 1, 0]`: the figure and how many it leaves out; the reason where there is none.
pub(super) fn isi(sel: &Sel) -> Value {
    match &sel.hasil {
        Hasil::Terukur(u) => json!([u.atas, u.bawah, sel.tanpa_data]),
        Hasil::Belum(why) => json!({ "belum": why, "tanpa_data": sel.tanpa_data }),
    }
}

fn sel(value: &Value) -> Option<Sel> {
    if let Some(list) = value.as_array() {
        let [atas, bawah, tanpa] = list.as_slice() else { return None };
        let ukuran = Ukuran::bagian(atas.as_i64()?, bawah.as_i64()?)?;
        return Some(Sel { hasil: Hasil::Terukur(ukuran), tanpa_data: tanpa.as_i64()? });
    }
    let why = value.get("belum")?.as_str()?;
    Some(Sel { hasil: Hasil::belum(why), tanpa_data: value.get("tanpa_data")?.as_i64()? })
}

/// What an event stored, where it is a measurement.
pub(super) fn baca(event: &Peristiwa) -> Result<Option<Pengukuran>> {
    if event.jenis != JENIS {
        return Ok(None);
    }
    let corrupt = || Error::Corrupt(format!("pengukuran {} tidak dapat dibaca", event.entry));
    read(event).ok_or_else(corrupt).map(Some)
}

fn read(event: &Peristiwa) -> Option<Pengukuran> {
    let isi: Value = serde_json::from_str(&event.isi).ok()?;
    let text = |key: &str| isi.get(key).and_then(Value::as_str).map(str::to_owned);
    let figures = isi.get("nilai")?.as_object()?.iter();
    let posisi = isi.get("posisi")?.as_array()?.iter();
    Some(Pengukuran {
        instansi: text("instansi")?,
        berlaku: Date::parse(&event.pokok_id)?,
        diketahui: Stamp(isi.get("diketahui")?.as_i64()?),
        dicatat: event.recorded,
        oleh: event.by.clone(),
        entri: (event.instansi.clone(), event.entry),
        posisi: posisi
            .map(|p| Some((p.get(0)?.as_str()?.to_owned(), p.get(1)?.as_i64()?)))
            .collect::<Option<_>>()?,
        paket: text("paket")?,
        sidik: text("sidik")?,
        sidik_semua: text("sidik_semua")?,
        nilai: figures.map(|(kode, value)| Some((kode.clone(), sel(value)?))).collect::<Option<_>>()?,
    })
}

/// Days that were measured, ascending.
///
/// # Errors
/// When storage fails.
pub fn tanggal(hall: &Hall) -> Result<Vec<Date>> {
    let days = hall.with(|conn| peristiwa::things(conn, POKOK))?;
    Ok(days.iter().filter_map(|day| Date::parse(day)).collect())
}

/// The newest row of each instansi on a day.
///
/// # Errors
/// When storage fails, or a stored row cannot be read.
pub fn pada(hall: &Hall, berlaku: Date) -> Result<Vec<Pengukuran>> {
    hall.with(|conn| pada_dari(conn, berlaku, Stamp::MAX))
}

/// The same as far as stored by a moment.
pub(super) fn pada_dari(conn: &mut Conn, berlaku: Date, by: Stamp) -> Result<Vec<Pengukuran>> {
    let mut newest: BTreeMap<String, Pengukuran> = BTreeMap::new();
    for event in peristiwa::of_thing(conn, POKOK, &berlaku.to_string())? {
        if let Some(found) = baca(&event)?.filter(|found| found.dicatat <= by) {
            newest.insert(found.instansi.clone(), found);
        }
    }
    Ok(newest.into_values().collect())
}
