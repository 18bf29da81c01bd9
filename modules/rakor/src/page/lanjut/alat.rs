//! What follow-ups are judged with: the present figures, the calendar, names and regions.

use crate::rule::nilai::{Dinilai, Hari, Ukur, nilai};
use crate::rule::rakor::Rtl;
use crate::rule::{Putusan, Rakor};
use crate::templat;
use host::indikator::{Indikator, Matriks, rangkaian, ukur_semua};
use host::kalender::Kalender;
use host::{Hall, World, tanggal};
use kernel::Date;
use kernel::indikator::{Arah, Hasil, Satuan, Ukuran};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::component::alur::{ButirRtl, Jejak};
use web::{Tone, format};

/// For one request or one round of the reminders.
pub struct Alat<'h> {
    /// The node.
    pub hall: &'h Hall,
    /// The present.
    pub world: Arc<World>,
    /// Today.
    pub today: Date,
    kalender: Kalender,
    /// Figures of now; not worked out when nothing is bound to one.
    matriks: Option<Arc<Matriks>>,
}

/// What an indicator came to for an owner now.
pub enum Kini {
    /// A figure.
    Ada(Ukuran),
    /// None, and why.
    Belum(String),
}

/// A figure as drawn, and the stored ones in words: day and figure.
pub type JejakLama = (Jejak, Vec<(String, String)>);

impl<'h> Alat<'h> {
    /// For these rakor.
    ///
    /// # Errors
    /// When storage fails.
    pub fn untuk(hall: &'h Hall, world: Arc<World>, semua: &[&Rakor]) -> store::Result<Alat<'h>> {
        let bound = semua.iter().flat_map(|r| &r.rtl).any(|r| !r.isi.indikator.is_empty());
        Alat::dengan(hall, world, bound)
    }

    /// The same where it is known whether figures are asked for.
    ///
    /// # Errors
    /// When storage fails.
    pub fn dengan(hall: &'h Hall, world: Arc<World>, figures: bool) -> store::Result<Alat<'h>> {
        let matriks = figures.then(|| ukur_semua(hall, &world)).transpose()?;
        Ok(Alat { hall, world, today: hall.today(), kalender: Kalender::of(hall), matriks })
    }

    /// The same as of another day: what falls due on it.
    pub fn pada(self, today: Date) -> Alat<'h> {
        Alat { today, ..self }
    }

    /// The working day a deadline falls on; the day itself in a year without known holidays.
    pub fn kerja(&self, day: Date) -> Date {
        self.kalender.maju(day).unwrap_or(day)
    }

    /// What is to be said about a deadline that is no working day, or whose year is not known yet.
    pub fn catatan_tenggat(&self, day: Date) -> Option<String> {
        match self.kalender.maju(day) {
            Ok(same) if same == day => None,
            Ok(later) => Some(format!(
                "Tenggat {} bukan hari kerja; keterlambatan dihitung sejak {}.",
                tanggal(day).long(),
                tanggal(later).long()
            )),
            Err(year) => Some(format!("Tenggat dihitung apa adanya: {year}.")),
        }
    }

    /// An indicator by its code.
    pub fn indikator(&self, kode: &str) -> Option<&'static Indikator> {
        self.hall.katalog.cari(kode)
    }

    /// Its figure for an owner now.
    pub fn kini(&self, kode: &str, instansi: &str) -> Kini {
        match self.matriks.as_ref().and_then(|m| m.sel(kode, instansi)).map(|s| &s.hasil) {
            Some(Hasil::Terukur(ukuran)) => Kini::Ada(*ukuran),
            Some(Hasil::Belum(why)) => Kini::Belum(why.clone()),
            None => Kini::Belum("Instansi ini tidak dilayani simpul ini.".into()),
        }
    }

    fn ukur(&self, kode: &str, instansi: &str) -> Option<(Arah, Ukur)> {
        let indikator = self.indikator(kode)?;
        let kini = match self.kini(kode, instansi) {
            Kini::Ada(ukuran) => Some(ukuran),
            Kini::Belum(_) => None,
        };
        Some((indikator.arah, Ukur { satuan: indikator.satuan, kini }))
    }

    /// Follow-ups of a rakor with the answer about each, in the order they were agreed on.
    pub fn nilai<'r>(&self, rakor: &'r Rakor) -> Vec<Dinilai<'r>> {
        rakor.rtl.iter().map(|rtl| self.satu(rakor, rtl)).collect()
    }

    /// One of them.
    pub fn satu<'r>(&self, rakor: &'r Rakor, rtl: &'r crate::rule::rakor::Rtl) -> Dinilai<'r> {
        let kerja = |day| self.kerja(day);
        let hari = Hari { kini: self.today, kerja: &kerja };
        let tangga = &rakor.templat().tangga;
        nilai(rakor, rtl, tangga, &hari, |kode, instansi| self.ukur(kode, instansi))
    }

    /// Its place among the regions: by code of region, those without one last, as they are served.
    pub fn urutan(&self, instansi: &str) -> (bool, String, usize) {
        let code = self.world.organisations.get(instansi).map_or("", |o| o.wilayah.as_str());
        let place = self.world.tenants.iter().position(|t| t.id == instansi);
        (code.is_empty(), code.to_owned(), place.unwrap_or(usize::MAX))
    }

    /// The deadline of a follow-up as pages say it; of one nobody waits for any more only the day.
    pub fn tenggat(&self, rtl: &Rtl) -> String {
        let day = rtl.isi.tenggat;
        if !rtl.terbuka() {
            return day.map_or("tanpa tenggat".into(), |day| tanggal(day).short());
        }
        // Lateness is counted as the answer counts it: in days, from the working day.
        let say = |day: Date| match self.today.days() - self.kerja(day).days() {
            late @ 1.. => format!("{} · lewat {late} hari", tanggal(day).short()),
            _ if day < self.today => format!("{} · jatuh pada hari kerja berikutnya", tanggal(day).short()),
            _ => format!("{} · {}", tanggal(day).short(), tanggal(day).distance(tanggal(self.today))),
        };
        day.map_or("tanpa tenggat".into(), say)
    }

    /// The figure of a follow-up as it is drawn.
    pub fn jejak(&self, d: &Dinilai<'_>) -> Option<Jejak> {
        let terikat = d.terikat?;
        let kode = &d.rtl.isi.indikator;
        let found = self.indikator(kode);
        let satuan = found.map_or(Satuan::Butir, |i| i.satuan);
        let label = found.map_or(kode.as_str(), |i| i.nama).to_owned();
        Some(self.gambar(label, satuan, d.rakor, [terikat.awal, terikat.kini, terikat.target]))
    }

    /// The same over time: what stood stored at the end of each quarter, the baseline, and now. The stored
    /// figures with their days come along in words.
    ///
    /// # Errors
    /// When storage fails.
    pub fn jejak_lama(&self, d: &Dinilai<'_>) -> store::Result<Option<JejakLama>> {
        let Some(mut jejak) = self.jejak(d) else { return Ok(None) };
        let kode = &d.rtl.isi.indikator;
        let satuan = self.indikator(kode).map_or(Satuan::Butir, |i| i.satuan);
        let stored = rangkaian(self.hall, &self.world)?;
        let measured: Vec<(Date, Ukuran)> = stored
            .deret(kode, &d.rtl.isi.instansi)
            .filter_map(|(day, sel)| Some((day, sel.hasil.ukuran()?)))
            .collect();
        // What was measured at the agreement and now is nearer to the matter than what a round stored.
        let mut points: BTreeMap<i32, i64> =
            measured.iter().map(|(day, u)| (day.days(), u.ratusan(satuan))).collect();
        points.extend(jejak.titik.iter().copied());
        jejak.titik = points.into_iter().collect();
        let words = |(day, u): &(Date, Ukuran)| (tanggal(*day).short(), angka_tulis(*u, satuan));
        Ok(Some((jejak, measured.iter().map(words).collect())))
    }

    /// Baseline, now and target as they are drawn; the baseline stands on the day of the rakor.
    pub fn gambar(&self, label: String, satuan: Satuan, rakor: &Rakor, angka: [Option<Ukuran>; 3]) -> Jejak {
        let [awal, kini, target] = angka;
        let day = rakor.pokok.tanggal.unwrap_or_else(|| rakor.dibuat.pada.date_wib());
        let points = [(day, awal), (self.today.max(day.add_days(1)), kini)];
        let point = |(day, value): (Date, Option<Ukuran>)| Some((day.days(), value?.ratusan(satuan)));
        Jejak {
            label,
            href: String::new(),
            awal: tulis(awal, satuan),
            kini: tulis(kini, satuan),
            sasaran: target.map_or(String::new(), |t| angka_tulis(t, satuan)),
            titik: points.into_iter().filter_map(point).collect(),
            rakor: Some((day.days(), format!("rakor {}", tanggal(day).short()))),
            garis: target.map(|t| t.ratusan(satuan)),
        }
    }

    /// A follow-up as a card; `asal` is told where it stands among those of other rakor.
    pub fn kartu(&self, d: &Dinilai<'_>, asal: Option<&str>) -> ButirRtl {
        let mut notes: Vec<String> = asal.map(|a| format!("dari {a}")).into_iter().collect();
        let rung = crate::rule::eskalasi::tercatat(d.rtl);
        if let Some(rung) = templat::TANGGA.get(usize::from(rung).wrapping_sub(1)).filter(|_| d.rtl.terbuka())
        {
            notes.push(format!("dieskalasi ke {rung}"));
        }
        ButirRtl {
            judul: d.rtl.isi.uraian.clone(),
            href: alamat(d),
            putusan: (d.putusan.label().to_owned(), nada(d.putusan)),
            pemilik: crate::page::umum::nama(&self.world, &d.rtl.isi.instansi).to_owned(),
            tenggat: self.tenggat(d.rtl),
            catatan: notes.join(" · "),
            jejak: self.jejak(d),
        }
    }
}

/// The page of a follow-up.
pub fn alamat(d: &Dinilai<'_>) -> String {
    format!("/rtl/{}/{}", d.rakor.id, d.rtl.tanda.id)
}

/// The tone of an answer.
pub fn nada(putusan: Putusan) -> Tone {
    match putusan {
        Putusan::Tercapai => Tone::Ok,
        Putusan::SesuaiJadwal => Tone::Info,
        Putusan::Terlambat => Tone::Bahaya,
        Putusan::MenungguBukti | Putusan::TanpaDampak => Tone::Awas,
        Putusan::BelumTerukur | Putusan::Dibatalkan => Tone::Netral,
    }
}

/// A figure as pages say it; what is missing is never zero.
pub fn tulis(ukuran: Option<Ukuran>, satuan: Satuan) -> String {
    ukuran.map_or("belum terukur".into(), |u| angka_tulis(u, satuan))
}

/// `1.912`, `9,8%`, `Rp 12.500`.
pub fn angka_tulis(ukuran: Ukuran, satuan: Satuan) -> String {
    let hundredths = ukuran.ratusan(satuan);
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let mut text = format!("{}{}", if hundredths < 0 { "-" } else { "" }, format::angka(whole));
    if rest > 0 {
        text.push_str(format!(",{rest:02}").trim_end_matches('0'));
    }
    match satuan {
        Satuan::Persen => text + "%",
        Satuan::Rupiah => format!("Rp {text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_pages_say_them() {
        assert_eq!(tulis(None, Satuan::Orang), "belum terukur");
        for (atas, bawah, satuan, said) in [
            (1_912, 1, Satuan::Orang, "1.912"),
            (98, 1_000, Satuan::Persen, "9,8%"),
            (1, 3, Satuan::Persen, "33,33%"),
            (0, 1, Satuan::Orang, "0"),
            (-3, 1, Satuan::Butir, "-3"),
            (12_500, 1, Satuan::Rupiah, "Rp 12.500"),
        ] {
            assert_eq!(tulis(Some(Ukuran { atas, bawah }), satuan), said);
        }
    }
}
