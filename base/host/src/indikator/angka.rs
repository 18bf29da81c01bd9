//! Figures people hand in, targets, and the misi an indicator serves: each an event that says who and on
//! what ground. Nothing is overwritten; the newest of a thing counts.

use super::{Indikator, hitung};
use crate::hall::Hall;
use crate::peristiwa::Pelaku;
use kernel::indikator::{Ukuran, periksa_sasaran};
use kernel::{AsOf, Date, EntryId, Stamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::peristiwa::{self, Baru, Peristiwa};
use store::{Conn, Result};

const ANGKA: &str = "angka";
const SASARAN: &str = "sasaran";
const MISI: &str = "misi";

/// Characters of a ground or source.
const DASAR_MOST: usize = 300;

/// A figure handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Angka {
    /// Which indicator.
    pub kode: String,
    /// Whose.
    pub instansi: String,
    /// The day it speaks of.
    pub periode: Date,
    /// The figure.
    pub nilai: Ukuran,
    /// Where it comes from.
    pub sumber: String,
    /// Who handed it in.
    pub oleh: String,
    /// When.
    pub dicatat: Stamp,
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sasaran {
    /// Which indicator.
    pub kode: String,
    /// Whose.
    pub instansi: String,
    /// By the end of which year.
    pub tahun: i16,
    /// The target.
    pub nilai: Ukuran,
    /// What was measured when it was set.
    pub awal: Option<Ukuran>,
    /// Its ground.
    pub dasar: String,
    /// Who set it.
    pub oleh: String,
    /// When.
    pub dicatat: Stamp,
}

/// The misi of a region an indicator serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misi {
    /// Which indicator.
    pub kode: String,
    /// Whose misi.
    pub instansi: String,
    /// The misi, in the region's words; empty takes it back.
    pub misi: String,
    /// When.
    pub dicatat: Stamp,
}

/// What is typed: a figure or target in hundredths of the indicator's unit, and its ground.
#[derive(Clone, Debug)]
pub struct Isian<'a> {
    /// Which indicator.
    pub kode: &'a str,
    /// Whose.
    pub instansi: &'a str,
    /// The figure in hundredths: `37,5` is 3750.
    pub ratusan: i64,
    /// Where it comes from, or on what ground.
    pub dasar: &'a str,
}

/// A sentence that says what is wrong and what to do.
pub type Ditolak = String;

impl Hall {
    /// Records a figure that was handed in.
    ///
    /// # Errors
    /// When storage fails.
    pub fn lapor_angka(
        &self,
        pelaku: &Pelaku,
        isian: &Isian<'_>,
        periode: Date,
    ) -> Result<std::result::Result<EntryId, Ditolak>> {
        let indikator = match self.known(isian)? {
            Ok(found) if !found.dilaporkan() => {
                return Ok(Err(format!(
                    "{} dihitung dari register, jadi tidak dilaporkan. Perbaiki datanya bila angkanya keliru.",
                    found.kode
                )));
            }
            Ok(found) => found,
            Err(refused) => return Ok(Err(refused)),
        };
        if periode > self.today() {
            return Ok(Err("Tanggal angka itu belum tiba. Isi tanggal sampai hari ini.".to_owned()));
        }
        let nilai = match bounded(indikator, isian.ratusan) {
            Ok(nilai) => nilai,
            Err(refused) => return Ok(Err(refused)),
        };
        let isi = json!({
            "instansi": isian.instansi, "periode": periode.to_string(), "atas": nilai.atas,
            "bawah": nilai.bawah, "sumber": isian.dasar.trim(),
        });
        self.one(pelaku, isian, ANGKA, "lapor", &isi)
    }

    /// Records a target, beside what is measured now.
    ///
    /// # Errors
    /// When storage fails.
    pub fn tetapkan_sasaran(
        &self,
        pelaku: &Pelaku,
        isian: &Isian<'_>,
        tahun: i16,
    ) -> Result<std::result::Result<EntryId, Ditolak>> {
        let indikator = match self.known(isian)? {
            Ok(found) if !found.bersumber() => {
                return Ok(Err(format!(
                    "{} belum mempunyai sumber data, jadi belum diberi sasaran.",
                    found.kode
                )));
            }
            Ok(found) => found,
            Err(refused) => return Ok(Err(refused)),
        };
        if tahun < self.today().year() || tahun > self.today().year() + 10 {
            return Ok(Err(format!(
                "Tahun sasaran {tahun} tidak dapat dipakai. Isi tahun ini sampai sepuluh tahun ke depan."
            )));
        }
        let awal = hitung::ukur(self, &self.present()?, isian.kode, isian.instansi)?.hasil.ukuran();
        let nilai = Ukuran::dari_ratusan(isian.ratusan, indikator.satuan);
        if let Err(refused) = periksa_sasaran(awal, nilai, indikator.satuan, indikator.arah) {
            return Ok(Err(refused));
        }
        let isi = json!({
            "instansi": isian.instansi, "tahun": tahun, "atas": nilai.atas, "bawah": nilai.bawah,
            "awal": awal.map(|u| [u.atas, u.bawah]), "dasar": isian.dasar.trim(),
        });
        self.one(pelaku, isian, SASARAN, "tetapkan", &isi)
    }

    /// Records the misi an indicator serves; an empty one takes it back.
    ///
    /// # Errors
    /// When storage fails.
    pub fn kaitkan_misi(
        &self,
        pelaku: &Pelaku,
        kode: &str,
        instansi: &str,
        misi: &str,
    ) -> Result<std::result::Result<EntryId, Ditolak>> {
        let isian = Isian { kode, instansi, ratusan: 0, dasar: if misi.is_empty() { "-" } else { misi } };
        if let Err(refused) = self.known(&isian)? {
            return Ok(Err(refused));
        }
        self.one(pelaku, &isian, MISI, "kaitkan", &json!({ "instansi": instansi, "misi": misi.trim() }))
    }

    /// The indicator spoken of, where everything else that is typed can be meant.
    fn known(&self, isian: &Isian<'_>) -> Result<std::result::Result<&'static Indikator, Ditolak>> {
        let Some(indikator) = self.katalog.cari(isian.kode) else {
            return Ok(Err(format!("Kode indikator \"{}\" tidak ada pada katalog.", isian.kode)));
        };
        if !self.recent()?.tenants.iter().any(|t| t.id == isian.instansi) {
            return Ok(Err(format!("Instansi \"{}\" tidak dilayani di sini.", isian.instansi)));
        }
        let dasar = isian.dasar.trim();
        if dasar.is_empty() {
            return Ok(Err("Sumber atau dasarnya belum diisi.".to_owned()));
        }
        if dasar.chars().count() > DASAR_MOST {
            return Ok(Err(format!(
                "Sumber atau dasarnya terlalu panjang; paling banyak {DASAR_MOST} huruf."
            )));
        }
        Ok(Ok(indikator))
    }

    fn one(
        &self,
        pelaku: &Pelaku,
        isian: &Isian<'_>,
        pokok: &'static str,
        jenis: &'static str,
        isi: &Value,
    ) -> Result<std::result::Result<EntryId, Ditolak>> {
        let baru = Baru { pokok, pokok_id: isian.kode.to_owned(), jenis, isi: isi.to_string() };
        let done = self.peristiwa(pelaku, isian.instansi, |_| Ok(Ok::<_, Ditolak>(vec![(baru, None)])))?;
        Ok(done.and_then(|entries| {
            entries.into_iter().next().ok_or_else(|| "Tidak ada yang dicatat.".to_owned())
        }))
    }
}

fn bounded(indikator: &Indikator, ratusan: i64) -> std::result::Result<Ukuran, Ditolak> {
    use kernel::indikator::Satuan;
    if ratusan < 0 {
        return Err("Angka tidak boleh kurang dari nol.".to_owned());
    }
    if matches!(indikator.satuan, Satuan::Persen | Satuan::Skor) && ratusan > 10_000 {
        return Err(format!("Angka dalam {} paling tinggi 100.", indikator.satuan.kata()));
    }
    if indikator.satuan.bulat() && indikator.satuan != Satuan::Rupiah && ratusan % 100 != 0 {
        return Err(format!("Angka dalam {} ditulis bulat.", indikator.satuan.kata()));
    }
    Ok(Ukuran::dari_ratusan(ratusan, indikator.satuan))
}

fn content(event: &Peristiwa) -> Option<(Value, String)> {
    let isi: Value = serde_json::from_str(&event.isi).ok()?;
    let instansi = isi.get("instansi")?.as_str()?.to_owned();
    Some((isi, instansi))
}

fn ukuran(isi: &Value) -> Option<Ukuran> {
    Ukuran::bagian(isi.get("atas")?.as_i64()?, isi.get("bawah")?.as_i64()?)
}

fn angka(event: &Peristiwa) -> Option<Angka> {
    let (isi, instansi) = content(event)?;
    Some(Angka {
        kode: event.pokok_id.clone(),
        instansi,
        periode: Date::parse(isi.get("periode")?.as_str()?)?,
        nilai: ukuran(&isi)?,
        sumber: isi.get("sumber")?.as_str()?.to_owned(),
        oleh: event.by.clone(),
        dicatat: event.recorded,
    })
}

fn sasaran(event: &Peristiwa) -> Option<Sasaran> {
    let (isi, instansi) = content(event)?;
    let awal = isi.get("awal").and_then(Value::as_array);
    Some(Sasaran {
        kode: event.pokok_id.clone(),
        instansi,
        tahun: i16::try_from(isi.get("tahun")?.as_i64()?).ok()?,
        nilai: ukuran(&isi)?,
        awal: awal.and_then(|a| Ukuran::bagian(a.first()?.as_i64()?, a.get(1)?.as_i64()?)),
        dasar: isi.get("dasar")?.as_str()?.to_owned(),
        oleh: event.by.clone(),
        dicatat: event.recorded,
    })
}

/// What was handed in as of a moment: by code and instansi the figure of the newest day, of several about one
/// day the one recorded last.
///
/// # Errors
/// When storage fails.
pub fn dilaporkan(conn: &mut Conn, as_of: AsOf) -> Result<BTreeMap<(String, String), Angka>> {
    let mut newest: BTreeMap<(String, String), Angka> = BTreeMap::new();
    let known = peristiwa::of_sort(conn, ANGKA)?.into_iter().filter(|e| e.recorded <= as_of.known);
    for found in known.filter_map(|e| angka(&e)).filter(|a| a.periode <= as_of.effective) {
        let key = (found.kode.clone(), found.instansi.clone());
        if newest.get(&key).is_none_or(|before| before.periode <= found.periode) {
            newest.insert(key, found);
        }
    }
    Ok(newest)
}

/// Targets as far as recorded, one for each code, instansi and year.
///
/// # Errors
/// When storage fails.
pub fn sasaran_semua(conn: &mut Conn) -> Result<Vec<Sasaran>> {
    sasaran_pada(conn, Stamp::MAX)
}

/// The same as known at a moment: what was recorded later replaces nothing yet.
///
/// # Errors
/// When storage fails.
pub fn sasaran_pada(conn: &mut Conn, known: Stamp) -> Result<Vec<Sasaran>> {
    let mut newest: BTreeMap<(String, String, i16), Sasaran> = BTreeMap::new();
    let events = peristiwa::of_sort(conn, SASARAN)?;
    for found in events.iter().filter(|e| e.recorded <= known).filter_map(sasaran) {
        newest.insert((found.kode.clone(), found.instansi.clone(), found.tahun), found);
    }
    Ok(newest.into_values().collect())
}

/// The misi indicators serve, as far as recorded.
///
/// # Errors
/// When storage fails.
pub fn misi_semua(conn: &mut Conn) -> Result<Vec<Misi>> {
    misi_pada(conn, Stamp::MAX)
}

/// The same as known at a moment.
///
/// # Errors
/// When storage fails.
pub fn misi_pada(conn: &mut Conn, known: Stamp) -> Result<Vec<Misi>> {
    let mut newest: BTreeMap<(String, String), Misi> = BTreeMap::new();
    for event in peristiwa::of_sort(conn, MISI)?.into_iter().filter(|e| e.recorded <= known) {
        let Some((isi, instansi)) = content(&event) else { continue };
        let misi = isi.get("misi").and_then(Value::as_str).unwrap_or("").to_owned();
        let found =
            Misi { kode: event.pokok_id.clone(), instansi: instansi.clone(), misi, dicatat: event.recorded };
        newest.insert((event.pokok_id, instansi), found);
    }
    Ok(newest.into_values().filter(|m| !m.misi.is_empty()).collect())
}
