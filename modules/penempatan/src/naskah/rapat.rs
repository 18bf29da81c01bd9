//! The meeting, and what of the plan it speaks about: posts that stay empty, and where the PPK decides otherwise.

use super::{Penulis, baris, sebut};
use crate::isi::Hadirin;
use crate::rule::Tahap;
use crate::rule::mengapa::Biaya;
use crate::rule::pindah::kosong;
use host::tanggal;
use naskah_dinas::ba_rapat::Anggota;
use naskah_dinas::{Acara, BaRapat};

/// Posts that stay empty a letter names.
const KOSONG_MOST: usize = 60;

impl Penulis<'_> {
    pub(super) fn acara(&self, tahap: Tahap, acara: &str) -> Acara {
        Acara {
            tanggal: self.langkah(tahap).map_or(self.isian.tanggal, |s| s.tanggal),
            pukul: self.isian.pukul.clone(),
            tempat: self.isian.tempat_acara.clone(),
            acara: acara.to_owned(),
            pimpinan: String::new(),
        }
    }

    pub(super) fn ba_rapat(&self) -> BaRapat {
        let plan = self.rencana.perhitungan.as_ref();
        let lock = self.rencana.kunci.as_ref();
        let short = |sidik: &str| sidik.get(..16).unwrap_or(sidik).to_owned();
        let frozen = lock.map(|k| {
            let day = tanggal(k.tanda.pada.date_wib()).long();
            format!("Data yang dikunci pada {day} dengan sidik SHA-256 {}….", short(&k.sidik))
        });
        let planned =
            plan.map(|p| format!("Rencana yang dihitung dari data itu, sidik SHA-256 {}….", short(&p.sidik)));
        let tim = format!("Tim Penilai Kinerja {}", super::sebutan(self.rancangan));
        let forum = match self.rencana.pokok.macam.as_str() {
            "seleksi_jpt" | "rotasi_jpt" => "Panitia Seleksi",
            // The team is named after those it speaks of.
            _ => tim.as_str(),
        };
        BaRapat {
            dokumen: self.dokumen(),
            forum: forum.into(),
            hal: format!("rencana mutasi {}", self.rencana.pokok.judul),
            acara: self.acara(Tahap::Dirapatkan, ""),
            dasar: baris(&self.rencana.pokok.dasar),
            bahan: frozen.into_iter().chain(planned).collect(),
            usul: self.orang(),
            kosong: self.kosong(),
            penyimpangan: self.penyimpangan(),
            catatan: self.langkah(Tahap::Dirapatkan).map(|s| baris(&s.catatan)).unwrap_or_default(),
            anggota: self.isian.anggota.iter().map(anggota).collect(),
        }
    }

    /// Seats nobody sits in afterwards, and why.
    pub(super) fn kosong(&self) -> Vec<String> {
        let all: Vec<u32> = kosong(self.beku, self.akhir).collect();
        let of = |kursi: &u32| {
            let seat = self.beku.kursi.get(*kursi as usize)?;
            let unit = self.beku.unit.get(seat.unit as usize).map_or("", |u| u.nama.as_str());
            let decided =
                |p: &crate::isi::Penyimpangan| p.kosong() && (&p.pos, p.tempat) == (&seat.pos, seat.tempat);
            let why = match !self.beku.calon_kursi(*kursi).is_empty() {
                _ if self.rencana.penyimpangan.iter().any(|(p, _)| decided(p)) => {
                    "dibiarkan kosong oleh Pejabat Pembina Kepegawaian"
                }
                true => "yang memenuhi syarat duduk pada jabatan lain",
                false => "tidak ada yang memenuhi syarat",
            };
            Some(format!("{}, {unit}: {why}.", seat.jabatan))
        };
        let mut said: Vec<String> = all.iter().take(KOSONG_MOST).filter_map(of).collect();
        if let Some(more) = all.len().checked_sub(KOSONG_MOST).filter(|more| *more > 0) {
            said.push(format!("Dan {more} tempat lain."));
        }
        said
    }

    /// Every deviation and every choice of the PPK, with cost and reason.
    pub(super) fn penyimpangan(&self) -> Vec<String> {
        let jabatan = |pos: &str| {
            let seat = self.beku.kursi.iter().find(|k| k.pos == pos);
            seat.map_or_else(|| pos.to_owned(), |k| k.jabatan.clone())
        };
        let deviations = self.rencana.penyimpangan.iter().map(|(p, _)| {
            let post = jabatan(&p.pos);
            let who =
                if p.kosong() { "dibiarkan kosong.".to_owned() } else { titik(&(self.nama)(&p.pegawai)) };
            let others = if p.susun_ulang { " Yang lain disusun ulang mengikutinya." } else { "" };
            format!(
                "{post}: {who}{others} Selisih terhadap rencana {}. Alasan: {}",
                biaya(&p.biaya, self.isi),
                p.alasan
            )
        });
        let choices = self.rencana.pilihan.iter().map(|(p, _)| {
            let (post, who) = (jabatan(&p.pos), (self.nama)(&p.pegawai));
            format!("{post}: dipilih {who} dari nama yang diajukan. Alasan: {}", p.alasan)
        });
        deviations.chain(choices).collect()
    }

    pub(super) fn dasar_keputusan(&self) -> Vec<String> {
        let steps = [
            (Tahap::Dirapatkan, "Berita acara rapat"),
            (Tahap::Diputus, "Putusan Pejabat Pembina Kepegawaian"),
            (Tahap::Ditetapkan, "Keputusan"),
            (Tahap::Dilantik, "Berita acara pelantikan"),
        ];
        let of = |(tahap, what): (Tahap, &str)| Some(format!("{what} {}.", sebut(self.langkah(tahap)?)));
        baris(&self.rencana.pokok.dasar).into_iter().chain(steps.into_iter().filter_map(of)).collect()
    }
}

/// `1 tempat dan 0,75 poin`: a cost in units of the objective, where a filled seat weighs `isi`.
pub(super) fn biaya(text: &str, isi: i64) -> String {
    let Ok(units) = text.parse::<i64>() else { return text.to_owned() };
    let Biaya { isi: seats, poin, .. } = Biaya::dari_satuan(units, isi);
    let sign = if poin < 0 { "-" } else { "" };
    let points = format!("{sign}{},{:02} poin", poin.abs() / 100, poin.abs() % 100);
    match seats {
        0 => points,
        n if n < 0 => format!("{} tempat lebih terisi dan {points}", -n),
        n => format!("{n} tempat terisi dan {points}"),
    }
}

/// A sentence that ends in a name: a degree may bring its own full stop.
fn titik(nama: &str) -> String {
    if nama.ends_with('.') { nama.to_owned() } else { format!("{nama}.") }
}

fn anggota(h: &Hadirin) -> Anggota {
    Anggota { nama: h.nama.clone(), jabatan: h.jabatan.clone(), sebagai: h.sebagai.clone() }
}

#[cfg(test)]
mod tests {
    use super::{biaya, titik};

    #[test]
    fn a_degree_brings_its_own_full_stop() {
        assert_eq!((titik("Ani, M.M."), titik("Budi")), ("Ani, M.M.".to_owned(), "Budi.".to_owned()));
    }

    #[test]
    fn a_cost_is_said_in_seats_and_points() {
        for (units, words) in [
            ("75", "0,75 poin"),
            ("0", "0,00 poin"),
            ("-75", "-0,75 poin"),
            ("-10075", "1 tempat lebih terisi dan -0,75 poin"),
            ("9975", "1 tempat terisi dan -0,25 poin"),
            ("10075", "1 tempat terisi dan 0,75 poin"),
            ("banyak", "banyak"),
        ] {
            assert_eq!(biaya(units, 10_000), words);
        }
    }
}
