//! Points of the people considered, each with what it rests on. How a value becomes points is data of the pack.

use super::pos::Pos;
use super::{Bahan, tolak};
use crate::nilai::Nilai as Penilaian;
use crate::rule::profil::ProfilPos;
use crate::talenta::Tanya;
use host::Problem;
use kernel::tables::Jenjang;
use law::penempatan::KriteriaDasar;
use law::value::long_date;
use law::{Known, Value};
use std::collections::HashMap;

/// What a person brings to a criterion.
#[derive(Clone, Default)]
struct Bawaan {
    /// Points wherever the person goes; `None` when they depend on the seat, or nothing is known.
    poin: Option<u8>,
    /// What they rest on; empty when nothing is known.
    sumber: String,
}

/// Points of everybody considered.
pub(super) struct Nilai<'b> {
    bahan: &'b Bahan<'b>,
    rows: &'b [u32],
    penilaian: &'b Penilaian,
    studi: &'b [String],
    kriteria: Vec<(&'b str, &'b KriteriaDasar, Vec<Bawaan>)>,
    opd: Vec<String>,
    minat: Vec<&'b [String]>,
}

impl<'b> Nilai<'b> {
    pub fn baru(
        bahan: &'b Bahan<'b>,
        rows: &'b [u32],
        penilaian: &'b Penilaian,
        studi: &'b [String],
    ) -> Result<Nilai<'b>, Problem> {
        let register = &bahan.world.register;
        let wishes: HashMap<&str, &[String]> =
            bahan.rencana.minat.iter().map(|m| (m.pegawai.as_str(), m.pos.as_slice())).collect();
        let wish = |row: &u32| {
            let id = register.id[*row as usize].to_string();
            wishes.get(id.as_str()).copied().unwrap_or_default()
        };
        let opd = |row: &u32| bahan.world.opd_of(*row as usize).1.to_owned();
        let mut made = Nilai {
            bahan,
            rows,
            penilaian,
            studi,
            kriteria: Vec::new(),
            opd: rows.iter().map(opd).collect(),
            minat: rows.iter().map(wish).collect(),
        };
        for bobot in bahan.rencana.kriteria.bobot.iter().filter(|b| b.bobot > 0) {
            let Some(dasar) = bahan.hukum.pack.penempatan.kriteria(&bobot.kriteria) else {
                let said = format!(
                    "Kriteria {} tidak dikenal paket peraturan. Pilih kriteria lain.",
                    bobot.kriteria
                );
                return Err(tolak("KUMPUL-09", &said));
            };
            let bawaan = made.bawaan(&bobot.kriteria, dasar);
            made.kriteria.push((&bobot.kriteria, dasar, bawaan));
        }
        Ok(made)
    }

    /// What a person's points for a criterion rest on; empty when nothing is known.
    pub fn sumber(&self, calon: usize, kriteria: usize) -> &str {
        &self.kriteria[kriteria].2[calon].sumber
    }

    /// Points of a person for a seat, criterion by criterion; 0 where nothing is known.
    pub fn poin(&self, calon: usize, p: &Pos<'_>) -> Vec<u8> {
        let profil = self.bahan.profil.get(&p.post.id);
        let one = |(kunci, dasar, bawaan): &(&str, &KriteriaDasar, Vec<Bawaan>)| {
            let found = bawaan[calon].poin.or_else(|| match *kunci {
                "kompetensi" => self.kompetensi(calon, profil?, dasar),
                "kualifikasi" => dasar.poin_kata(self.kualifikasi(calon, profil?)?),
                "pelatihan" => dasar.poin_kata(self.pelatihan(calon, p.jenjang)),
                "wilayah" => dasar.poin_kata(self.wilayah(calon, p)),
                "minat" => dasar.poin_kata(self.peringkat(calon, &p.post.id)),
                _ => None,
            });
            found.unwrap_or(0)
        };
        self.kriteria.iter().map(one).collect()
    }

    fn bawaan(&self, kunci: &str, dasar: &KriteriaDasar) -> Vec<Bawaan> {
        let all = 0..self.rows.len();
        match kunci {
            "kinerja" => self.kinerja(dasar),
            "talenta" => self.talenta(dasar),
            "senioritas" => all.map(|c| self.senioritas(c, dasar)).collect(),
            "kompetensi" => all.map(|c| dari(self.asesmen(c))).collect(),
            "kualifikasi" => all.map(|c| dari(self.pendidikan(c))).collect(),
            "pelatihan" => all.map(|c| dari(self.diklat(c))).collect(),
            "wilayah" => all.map(|c| dari(tempat(&self.opd[c]))).collect(),
            "minat" => all.map(|_| dari("Pernyataan minat pada rencana ini".to_owned())).collect(),
            _ => vec![Bawaan::default(); self.rows.len()],
        }
    }

    fn row(&self, calon: usize) -> usize {
        self.rows[calon] as usize
    }

    fn hasil(&self, calon: usize) -> Option<&crate::nilai::Penilaian> {
        self.penilaian.get(&self.bahan.world.register.id[self.row(calon)])
    }

    /// The document of the newest assessment.
    fn asesmen(&self, calon: usize) -> String {
        let Some(found) = self.hasil(calon) else { return String::new() };
        let day = found.hari.map_or_else(String::new, |day| format!(", {}", long_date(day)));
        format!("Penilaian kompetensi: {}{day}", found.dokumen)
    }

    /// Points of the predicates of the last two years, on average.
    fn kinerja(&self, dasar: &KriteriaDasar) -> Vec<Bawaan> {
        let words = &self.bahan.hukum.pack.words;
        let facts: Vec<_> = ["predikat_1", "predikat_2"].iter().filter_map(|n| words.find(n)).collect();
        let kolom = self.bahan.world.kolom();
        let register = &self.bahan.world.register;
        let one = |row: &u32| {
            let told = |f| match kolom.as_ref()?.get(*row as usize, f) {
                Known::Is(Value::Pick(jenis, n)) => dasar.poin_kata(words.jenis(jenis).nilai(n)),
                _ => None,
            };
            let points: Vec<u32> = facts.iter().filter_map(|f| told(*f)).map(u32::from).collect();
            let mean = points.iter().sum::<u32>().checked_div(points.len() as u32);
            let years: Vec<String> = register.predikat[*row as usize]
                .iter()
                .rev()
                .filter(|p| p.0 > 0)
                .take(points.len())
                .map(|p| p.0.to_string())
                .collect();
            match mean.and_then(|n| u8::try_from(n).ok()) {
                Some(poin) => {
                    Bawaan { poin: Some(poin), sumber: format!("Predikat kinerja {}", years.join(" dan ")) }
                }
                None => Bawaan::default(),
            }
        };
        self.rows.iter().map(one).collect()
    }

    /// The box norms of the pack put everybody in.
    fn talenta(&self, dasar: &KriteriaDasar) -> Vec<Bawaan> {
        let Some(kolom) = self.bahan.world.kolom() else { return vec![Bawaan::default(); self.rows.len()] };
        let mut ask = Tanya::new(&self.bahan.hukum.pack, self.bahan.hari);
        let register = &self.bahan.world.register;
        let mut one = |row: &u32| {
            let row = *row as usize;
            match ask.satu(&kolom, row, register.id[row], self.penilaian) {
                Ok((found, day)) => Bawaan {
                    poin: dasar.poin_kata(&format!("KOTAK_{}", found.kotak)),
                    sumber: format!("Pemetaan talenta: kotak {}, penilaian {}", found.kotak, long_date(day)),
                },
                Err(_) => Bawaan::default(),
            }
        };
        self.rows.iter().map(&mut one).collect()
    }

    /// Whole years in the present golongan.
    fn senioritas(&self, calon: usize, dasar: &KriteriaDasar) -> Bawaan {
        let Some(since) = self.bahan.world.register.tmt_golongan[self.row(calon)] else {
            return Bawaan::default();
        };
        let years = i64::from(since.months_until(self.bahan.hari) / 12);
        Bawaan { poin: dasar.poin_angka(years), sumber: format!("TMT golongan {}", long_date(since)) }
    }

    fn pendidikan(&self, calon: usize) -> String {
        let code = self.bahan.world.register.pendidikan[self.row(calon)];
        let level = self.bahan.tables.pendidikan(&format!("{code:02}"));
        level.map_or_else(String::new, |item| format!("Riwayat pendidikan: {}", item.nama))
    }

    fn diklat(&self, calon: usize) -> String {
        match self.bahan.world.register.latihan[self.row(calon)].0 {
            0 => "Riwayat diklat: belum ada pelatihan kepemimpinan".to_owned(),
            level => format!("Riwayat diklat: {}", self.bahan.tables.latihan_nama(level)),
        }
    }

    /// How far the results of a person reach the standard of a post: the mean over its competences, 0 for one nobody
    /// assessed.
    fn kompetensi(&self, calon: usize, profil: &ProfilPos, dasar: &KriteriaDasar) -> Option<u8> {
        let own = self.hasil(calon)?;
        let asked = || profil.kompetensi.iter().filter(|k| k.1 > 0);
        let reach = |(name, standard): &(Box<str>, i64)| {
            let score = own.skor(name).unwrap_or(0).max(0);
            score.saturating_mul(100).checked_div(*standard).unwrap_or(0).min(100)
        };
        let mean = asked().map(reach).sum::<i64>().checked_div(asked().count() as i64)?;
        dasar.poin_angka(mean)
    }

    /// Level and field of study beside what a post asks for.
    fn kualifikasi(&self, calon: usize, profil: &ProfilPos) -> Option<&'static str> {
        let order = |code: u8| self.bahan.tables.pendidikan_order(&format!("{code:02}"));
        let own = order(self.bahan.world.register.pendidikan[self.row(calon)])?;
        let asked = order(profil.pendidikan).unwrap_or(0);
        let study = self.studi.get(calon).map_or("", String::as_str);
        let fits = |field: &str| study.contains(&*kernel::search::fold_text(field));
        let field = profil.bidang.is_empty() || (!study.is_empty() && profil.bidang.iter().any(|f| fits(f)));
        Some(match (own.cmp(&asked), field) {
            (std::cmp::Ordering::Less, _) => "KURANG",
            (std::cmp::Ordering::Greater, true) => "BIDANG_LEBIH",
            (std::cmp::Ordering::Equal, true) => "BIDANG",
            (std::cmp::Ordering::Greater, false) => "LEBIH",
            (std::cmp::Ordering::Equal, false) => "CUKUP",
        })
    }

    /// The highest course beside the one that goes with the level of the post, by the numbers of `latihan_jabatan.csv`.
    fn pelatihan(&self, calon: usize, jenjang: Jenjang) -> &'static str {
        let asked = match jenjang {
            Jenjang::JptUtama | Jenjang::JptMadya => 4,
            Jenjang::JptPratama => 3,
            Jenjang::Administrator => 2,
            Jenjang::Pengawas => 1,
            _ => 0,
        };
        match self.bahan.world.register.latihan[self.row(calon)].0 {
            own if own >= asked => "SESUAI",
            own if own + 1 == asked => "SATU_DI_BAWAH",
            _ => "BELUM",
        }
    }

    fn wilayah(&self, calon: usize, p: &Pos<'_>) -> &'static str {
        let there = self.bahan.opd_dari_unor(&p.post.unor);
        if !there.is_empty() && there == self.opd[calon] { "SAMA" } else { "LAIN" }
    }

    fn peringkat(&self, calon: usize, pos: &str) -> &'static str {
        match self.minat[calon].iter().position(|p| p == pos) {
            Some(0) => "1",
            Some(1) => "2",
            Some(2) => "3",
            Some(_) => "LAIN",
            None => "TIDAK",
        }
    }
}

/// Points that depend on the seat.
fn dari(sumber: String) -> Bawaan {
    Bawaan { poin: None, sumber }
}

fn tempat(opd: &str) -> String {
    if opd.is_empty() { String::new() } else { format!("Unit organisasi: {opd}") }
}
