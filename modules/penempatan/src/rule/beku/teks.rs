//! Frozen inputs as the bytes that are kept: the same inputs are the same bytes on every machine.

use super::{Beku, CalonBeku, KriteriaBeku, KursiBeku, Pasangan, Pengecualian, UnitBeku};
use crate::rule::Tolak;
use crate::rule::blok::{Baca, Baris, Sel, Tulis};
use kernel::{Date, PegawaiId};

const BENTUK: &str = "sinergi-penempatan-masukan-1";
const NAMA: &str = "Berkas masukan";

impl Beku {
    /// The kept file.
    pub fn tulis(&self) -> Vec<u8> {
        let file = Tulis::baru(BENTUK)
            .blok("kepala", &self.kepala())
            .blok("kriteria", &semua(&self.kriteria, |row, k| row.kata(&k.kunci).angka(k.bobot).tutup()))
            .blok("kelompok", &semua(&self.kelompok, |row, k| row.kata(k).tutup()))
            .blok("unit", &semua(&self.unit, unit))
            .blok("kursi", &semua(&self.kursi, kursi))
            .blok("calon", &semua(&self.calon, calon))
            .blok("pasangan", &semua(&self.pasangan, pasangan))
            .blok("dikecualikan", &semua(&self.dikecualikan, dikecualikan))
            .blok("dokumen", &semua(&self.dokumen, |row, d| row.kata(d).tutup()))
            .blok("rujukan", &semua(&self.rujukan, |row, n| row.angka(n).tutup()));
        file.selesai().into_bytes()
    }

    fn kepala(&self) -> Baris {
        let mut row = Baris::default();
        row.kata(&self.rencana).kata(&self.macam).angka(u8::from(self.tiga_nama)).angka(u8::from(self.duk));
        row.mungkin(self.berlaku).kata(&self.paket).angka(self.pindah_min).tutup();
        row
    }

    /// Reads the kept file.
    ///
    /// # Errors
    /// When it is not as it was written: which block is not.
    pub fn baca(bytes: &[u8]) -> Result<Beku, Tolak> {
        let mut file = Baca::mulai(NAMA, BENTUK, bytes)?;
        let head = rows(&mut file, "kepala", |mut s| {
            Some(Beku {
                rencana: s.kata()?,
                macam: s.kata()?,
                tiga_nama: s.benar()?,
                duk: s.benar()?,
                berlaku: hari(&mut s)?,
                paket: s.kata()?,
                pindah_min: s.angka()?,
                ..Beku::default()
            })
        })?;
        let mut beku = head.into_iter().next().ok_or_else(|| file.rusak("bagian \"kepala\" kosong"))?;
        beku.kriteria =
            rows(&mut file, "kriteria", |mut s| Some(KriteriaBeku { kunci: s.kata()?, bobot: s.angka()? }))?;
        beku.kelompok = rows(&mut file, "kelompok", |mut s| s.kata())?;
        beku.unit = rows(&mut file, "unit", |mut s| {
            Some(UnitBeku { unor: s.kata()?, nama: s.kata()?, wilayah: s.kata()?, batas: s.mungkin()? })
        })?;
        beku.kursi = rows(&mut file, "kursi", baca_kursi)?;
        beku.calon = rows(&mut file, "calon", baca_calon)?;
        beku.pasangan = rows(&mut file, "pasangan", |mut s| {
            Some(Pasangan { kursi: s.angka()?, calon: s.angka()?, nilai: s.semua()?, skor: 0 })
        })?;
        beku.dikecualikan = rows(&mut file, "dikecualikan", baca_dikecualikan)?;
        beku.dokumen = rows(&mut file, "dokumen", |mut s| s.kata())?;
        beku.rujukan = rows(&mut file, "rujukan", |mut s| s.angka())?;
        file.tamat()?;
        let mut pairs = std::mem::take(&mut beku.pasangan);
        pairs.iter_mut().for_each(|pair| pair.skor = beku.skor(&pair.nilai));
        beku.pasangan = pairs;
        beku.utuh().map(|()| beku)
    }

    /// Numbers name what is there, and lists are in their order: whoever reads them may rely on it.
    ///
    /// # Errors
    /// The first thing that is not so.
    pub fn utuh(&self) -> Result<(), Tolak> {
        let seat = |n: u32| (n as usize) < self.kursi.len();
        let person = |n: u32| (n as usize) < self.calon.len();
        let unit = |n: u32| (n as usize) < self.unit.len();
        let group = |n: u32| (n as usize) < self.kelompok.len();
        let wide = self.kriteria.len();
        let pair = |p: &Pasangan| {
            let points = p.nilai.len() == wide && p.nilai.iter().all(|n| *n <= 100);
            seat(p.kursi) && person(p.calon) && points && p.skor == self.skor(&p.nilai)
        };
        let holds = |(at, k): (usize, &KursiBeku)| {
            let back = |c: u32| self.calon.get(c as usize).is_some_and(|c| c.asal == Some(at as u32));
            unit(k.unit) && group(k.kelompok) && k.pemegang.is_none_or(back)
        };
        let home = |(at, c): (usize, &CalonBeku)| {
            let back = |k: u32| self.kursi.get(k as usize).is_some_and(|k| k.pemegang == Some(at as u32));
            unit(c.unit) && c.asal.is_none_or(back)
        };
        let ascend = self.pasangan.windows(2).all(|w| (w[0].kursi, w[0].calon) < (w[1].kursi, w[1].calon));
        let sources = self.rujukan.iter().all(|n| (*n as usize) < self.dokumen.len());
        let sized = self.rujukan.is_empty() || self.rujukan.len() == self.calon.len() * wide;
        let checks = [
            ("kursi", self.kursi.iter().enumerate().all(holds)),
            ("calon", self.calon.iter().enumerate().all(home)),
            ("calon", self.calon.windows(2).all(|w| w[0].pegawai < w[1].pegawai)),
            ("pasangan", ascend && self.pasangan.iter().all(pair)),
            ("dikecualikan", self.dikecualikan.iter().all(|d| group(d.kelompok))),
            ("rujukan", sources && sized),
        ];
        match checks.iter().find(|(_, holds)| !holds) {
            None => Ok(()),
            Some((block, _)) => Err(Tolak(
                "HITUNG-07",
                format!("{NAMA}: isi bagian \"{block}\" tidak saling cocok. Kunci ulang data rencana ini."),
            )),
        }
    }
}

/// Rows of a list.
pub(in super::super) fn semua<T>(list: &[T], write: impl Fn(&mut Baris, &T)) -> Baris {
    let mut rows = Baris::default();
    list.iter().for_each(|one| write(&mut rows, one));
    rows
}

/// A list from its rows.
pub(in super::super) fn rows<T>(
    file: &mut Baca<'_>,
    nama: &str,
    read: impl Fn(Sel<'_>) -> Option<T>,
) -> Result<Vec<T>, Tolak> {
    let all = file.blok(nama)?.into_iter().map(read).collect::<Option<_>>();
    all.ok_or_else(|| file.rusak(&format!("bagian \"{nama}\" tidak terbaca")))
}

fn hari(s: &mut Sel<'_>) -> Option<Option<Date>> {
    match s.teks()? {
        "-" => Some(None),
        text => Date::parse(text).map(Some),
    }
}

fn unit(row: &mut Baris, u: &UnitBeku) {
    row.kata(&u.unor).kata(&u.nama).kata(&u.wilayah).mungkin(u.batas).tutup();
}

fn kursi(row: &mut Baris, k: &KursiBeku) {
    row.kata(&k.pos).angka(k.tempat).kata(&k.jabatan).angka(k.unit).kata(&k.jenjang).angka(k.kelas);
    row.angka(u8::from(k.kritis)).mungkin(k.pemegang).angka(k.kelompok).tutup();
}

fn baca_kursi(mut s: Sel<'_>) -> Option<KursiBeku> {
    Some(KursiBeku {
        pos: s.kata()?,
        tempat: s.angka()?,
        jabatan: s.kata()?,
        unit: s.angka()?,
        jenjang: s.kata()?,
        kelas: s.angka()?,
        kritis: s.benar()?,
        pemegang: s.mungkin()?,
        kelompok: s.angka()?,
    })
}

fn calon(row: &mut Baris, c: &CalonBeku) {
    row.angka(c.pegawai).angka(c.unit).kata(&c.jabatan).mungkin(c.asal).angka(c.duk).tutup();
}

fn baca_calon(mut s: Sel<'_>) -> Option<CalonBeku> {
    Some(CalonBeku {
        pegawai: PegawaiId::parse(s.teks()?)?,
        unit: s.angka()?,
        jabatan: s.kata()?,
        asal: s.mungkin()?,
        duk: s.angka()?,
    })
}

fn pasangan(row: &mut Baris, p: &Pasangan) {
    row.angka(p.kursi).angka(p.calon);
    p.nilai.iter().for_each(|n| {
        row.angka(n);
    });
    row.tutup();
}

fn dikecualikan(row: &mut Baris, d: &Pengecualian) {
    row.angka(d.pegawai).angka(d.kelompok).kata(&d.norma).kata(&d.syarat).kata(&d.bunyi).tutup();
}

fn baca_dikecualikan(mut s: Sel<'_>) -> Option<Pengecualian> {
    Some(Pengecualian {
        pegawai: PegawaiId::parse(s.teks()?)?,
        kelompok: s.angka()?,
        norma: s.kata()?,
        syarat: s.kata()?,
        bunyi: s.kata()?,
    })
}
