//! Who may follow in a post: the nearest by the published points, and what each of them lacks.

use crate::nilai::{Nilai, Penilaian};
use crate::rule::profil::{ProfilPos, angka};
use crate::talenta::Tanya;
use kernel::check::Status;
use kernel::register::Register;
use kernel::tables::Jenjang;
use kernel::{Date, Tables};
use law::explanation::Explanation;
use law::penempatan::Macam;
use law::value::Value;
use law::{Ask, Known, Kode, Kolom, Pack};

/// The best by points of whom requirements are asked.
const DITANYA: usize = 40;
/// Successors shown for a post.
pub const TERDEKAT: usize = 3;
/// What one person lacks is told in at most so many sentences.
const KURANG_MOST: usize = 12;

/// A post to be followed in.
#[derive(Clone, Copy, Debug)]
pub struct Tujuan<'a> {
    /// Its id.
    pub pos: &'a str,
    /// Its level, by the word of [`kernel::tables::Jenjang`].
    pub jenjang: &'a str,
    /// Kelas jabatan, 0 when unknown.
    pub kelas: i64,
    /// What it asks for.
    pub profil: &'a ProfilPos,
}

/// Somebody who may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Penerus {
    /// The row in the register.
    pub baris: usize,
    /// Points by the proposed weights, in tenths, of the criteria that have a source.
    pub poin: i64,
    /// How many requirements are not met.
    pub gagal: usize,
    /// What is lacking, each in a sentence.
    pub kurang: Vec<String>,
}

impl Penerus {
    /// Whether nothing stands in the way that is known.
    pub fn siap(&self) -> bool {
        self.kurang.is_empty()
    }
}

/// What successors are worked out from.
pub struct Bahan<'a> {
    /// People.
    pub register: &'a Register,
    /// Facts of the law about them.
    pub kolom: &'a Kolom,
    /// Assessments.
    pub nilai: &'a Nilai,
    /// The law.
    pub pack: &'a Pack,
    /// Tables of the law.
    pub tables: &'a Tables,
    /// Today.
    pub hari: Date,
}

impl Bahan<'_> {
    /// The nearest to follow in a post, among these rows: whoever fails least, then by points, then in order of id.
    pub fn penerus(&self, tujuan: &Tujuan<'_>, macam: &Macam, rows: &[usize]) -> Vec<Penerus> {
        let mut tanya = Tanya::new(self.pack, self.hari);
        let assessed = |i: &usize| self.nilai.get(&self.register.id[*i]).map(|n| (*i, n));
        // Whoever stands as high already would be moved, not follow.
        let level = |jenjang| self.tables.duk_jabatan("", jenjang, self.hari).map_or(0, |found| found.0);
        let wanted = Jenjang::from_word(tujuan.jenjang).map_or(0, level);
        let here = |i: &usize| {
            self.register.active[*i]
                && self.register.status[*i] == Status::Pns
                && self.register.names.text(self.register.pos[*i]) != tujuan.pos
                && level(self.register.jenjang[*i]) < wanted
        };
        let mut all: Vec<(i64, usize)> = rows
            .iter()
            .filter(|i| here(i))
            .filter_map(assessed)
            .map(|(i, n)| (self.poin(&mut tanya, tujuan, macam, i, n), i))
            .collect();
        all.sort_by_key(|(poin, i)| (std::cmp::Reverse(*poin), *i));
        all.truncate(DITANYA);
        let mut list: Vec<Penerus> =
            all.into_iter().map(|(poin, i)| self.satu(tujuan, macam, i, poin)).collect();
        list.sort_by_key(|p| (p.gagal, std::cmp::Reverse(p.poin), p.baris));
        list.truncate(TERDEKAT);
        list
    }

    fn known(&self, i: usize, name: &str) -> Known {
        self.pack.words.find(name).map_or(Known::Unknown, |f| self.kolom.get(i, f))
    }

    /// Points of the criteria that have a source here, by their weights.
    fn poin(
        &self,
        tanya: &mut Tanya<'_>,
        tujuan: &Tujuan<'_>,
        macam: &Macam,
        i: usize,
        n: &Penilaian,
    ) -> i64 {
        let (mut sum, mut weights) = (0, 0);
        for (kunci, bobot) in &macam.bobot {
            let Some(kriteria) = self.pack.penempatan.kriteria(kunci) else { continue };
            let points = match &**kunci {
                "kompetensi" => cocok(tujuan.profil, n).and_then(|percent| kriteria.poin_angka(percent)),
                "kinerja" => self.predikat(i).and_then(|word| kriteria.poin_kata(&word)),
                "kualifikasi" => kriteria.poin_kata(self.kualifikasi(tujuan.profil, i)),
                "talenta" => tanya
                    .satu(self.kolom, i, self.register.id[i], self.nilai)
                    .ok()
                    .and_then(|(petak, _)| kriteria.poin_kata(&format!("KOTAK_{}", petak.kotak))),
                _ => None,
            };
            if let Some(points) = points {
                sum += i64::from(points) * i64::from(*bobot);
                weights += i64::from(*bobot);
            }
        }
        if weights == 0 { 0 } else { sum * 10 / weights }
    }

    fn predikat(&self, i: usize) -> Option<String> {
        match self.known(i, "predikat_1") {
            Known::Is(value @ Value::Pick(..)) => Some(value.code(&self.pack.words)),
            _ => None,
        }
    }

    fn kualifikasi(&self, profil: &ProfilPos, i: usize) -> &'static str {
        let order = |code: u8| self.tables.pendidikan_order(&format!("{code:02}")).unwrap_or(0);
        let (own, asked) = (order(self.register.pendidikan[i]), order(profil.pendidikan));
        match own.cmp(&asked) {
            std::cmp::Ordering::Less => "KURANG",
            std::cmp::Ordering::Equal => "CUKUP",
            std::cmp::Ordering::Greater => "LEBIH",
        }
    }

    fn satu(&self, tujuan: &Tujuan<'_>, macam: &Macam, i: usize, poin: i64) -> Penerus {
        let mut kurang = Vec::new();
        let gagal = self.syarat(tujuan, macam, i, &mut kurang);
        if let Some(found) = self.nilai.get(&self.register.id[i]) {
            kompetensi(tujuan.profil, found, &mut kurang);
        }
        if self.kualifikasi(tujuan.profil, i) == "KURANG" {
            let level = self.tables.pendidikan(&format!("{:02}", tujuan.profil.pendidikan));
            let name = level.map_or("yang dituntut", |l| &l.nama);
            kurang.push(format!("Pendidikan di bawah {name}."));
        }
        if kurang.len() > KURANG_MOST {
            let rest = kurang.len() - KURANG_MOST;
            kurang.truncate(KURANG_MOST);
            kurang.push(format!("Dan {rest} kekurangan lain."));
        }
        Penerus { baris: i, poin, gagal, kurang }
    }

    /// Requirements of the law that are not met; what is closed to a page stays out of it.
    fn syarat(&self, tujuan: &Tujuan<'_>, macam: &Macam, i: usize, kurang: &mut Vec<String>) -> usize {
        let words = &self.pack.words;
        let mut potret = self.kolom.potret(i);
        potret.close(words);
        let kelas = if tujuan.kelas > 0 { tujuan.kelas.to_string() } else { String::new() };
        for (name, text) in
            [("jabatan_tujuan", tujuan.jenjang), ("kelas_jabatan_tujuan", &kelas), ("jenjang_tujuan", "-")]
        {
            if let Some((fakta, known)) =
                words.find(name).and_then(|f| Some((f, words.parse_known(f, text).ok()?)))
            {
                potret.set(fakta, known);
            }
        }
        let before = kurang.len();
        for norma in macam.norma(tujuan.jenjang) {
            let Some(answer) = self.pack.telaah(&Ask::on(norma, self.hari), &potret) else { continue };
            if answer.verdict.kode() == Kode::Gagal {
                let parts = answer.pohon.cabang.iter().filter(|c| c.verdict.kode() == Kode::Gagal);
                kurang.extend(parts.map(tak_terpenuhi));
            }
        }
        kurang.len() - before
    }
}

fn tak_terpenuhi(part: &Explanation) -> String {
    format!("Belum terpenuhi: {} ({}).", part.bunyi, part.dasar.text())
}

/// How far the assessed competences reach what a post asks: the mean of percents, each at most 100.
pub fn cocok(profil: &ProfilPos, penilaian: &Penilaian) -> Option<i64> {
    let count = i64::try_from(profil.kompetensi.len()).ok().filter(|n| *n > 0)?;
    let one = |(name, asked): &(Box<str>, i64)| {
        let reached = penilaian.skor(name).unwrap_or(0).clamp(0, *asked);
        reached * 100 / (*asked).max(1)
    };
    Some(profil.kompetensi.iter().map(one).sum::<i64>() / count)
}

/// Competences below what the post asks, each in a sentence.
pub fn kompetensi(profil: &ProfilPos, penilaian: &Penilaian, kurang: &mut Vec<String>) {
    for ((folded, asked), name) in profil.kompetensi.iter().zip(&profil.nama) {
        match penilaian.skor(folded) {
            None => kurang.push(format!("{name} belum dinilai.")),
            Some(score) if score < *asked => {
                let gap = angka(asked - score);
                kurang.push(format!(
                    "{name} {} dari {} yang dituntut, kurang {gap}.",
                    angka(score),
                    angka(*asked)
                ));
            }
            Some(_) => {}
        }
    }
}
