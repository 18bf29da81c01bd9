//! Who may sit where, by the norms of the pack: asked by columns, for posts that are asked about alike at once.

use super::pos::Pos;
use super::putusan::Diputus;
use super::{Bahan, Sebab, Terbuka, tolak};
use crate::isi::Putusan;
use crate::rule::beku::{self, Pengecualian};
use host::Problem;
use kernel::search::fold_text;
use kernel::{Kind, PegawaiId};
use law::bagian::{Bagian, SUBJEK, bagian};
use law::book::Book;
use law::plan::Plan;
use law::{Known, Kode, Kolom};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Said of a condition that rests on what is told to few; only the person concerned hears which.
const TERTUTUP: &str = "ada syarat yang hanya diberitahukan kepada yang bersangkutan";

/// Who may sit in posts that are asked about alike.
pub(super) struct Kelompok {
    /// What such posts are called.
    pub nama: String,
    /// For every person considered (by place) whether they may.
    pub boleh: Vec<bool>,
}

/// The answers of the law about a round.
#[derive(Default)]
pub(super) struct Jawaban {
    pub kelompok: Vec<Kelompok>,
    /// The group of every post.
    pub dari_pos: Vec<u32>,
    pub dikecualikan: Vec<Pengecualian>,
    pub terbuka: Vec<Terbuka>,
    pub diputus: Vec<Terbuka>,
}

/// Norm, condition, key of the group of posts, why.
type Kunci = (String, String, String, Sebab);
/// What is open, and about whom, by place.
type Soal = BTreeMap<Kunci, (Terbuka, Vec<u32>)>;

struct Tanya<'b> {
    bahan: &'b Bahan<'b>,
    rows: &'b [u32],
    ids: Vec<PegawaiId>,
    book: Arc<Book>,
    dasar: Kolom,
    plans: HashMap<String, Arc<Plan>>,
    jawab: HashMap<String, Arc<Vec<Bagian>>>,
    terbuka: Soal,
    diputus: Soal,
}

/// Asks the law about every post of the round and everybody in `rows`.
pub(super) fn tanya<'b>(bahan: &'b Bahan<'b>, pos: &[Pos<'b>], rows: &'b [u32]) -> Result<Jawaban, Problem> {
    let wilayah = bahan.world.organisation(&bahan.rencana.instansi).map_or("", |o| o.wilayah.as_str());
    let book = bahan.hukum.pack.book(None, Some(wilayah).filter(|w| !w.is_empty()));
    let all = bahan.world.kolom().ok_or_else(|| tolak("KUMPUL-07", "Fakta hukum pegawai belum terbaca."))?;
    let mut dasar = all.rebuild_with(rows);
    orang(bahan, rows, &mut dasar);
    let ids = rows.iter().map(|r| bahan.world.register.id[*r as usize]).collect();
    let (plans, jawab) = (HashMap::new(), HashMap::new());
    let (terbuka, diputus) = (Soal::new(), Soal::new());
    let mut ask = Tanya { bahan, rows, ids, book, dasar, plans, jawab, terbuka, diputus };
    let decided = Diputus::dari(bahan.rencana);
    let mut made = Jawaban::default();
    let mut groups: HashMap<String, u32> = HashMap::new();
    for p in pos {
        let key = ask.kunci(p)?;
        if let Some(known) = groups.get(&key) {
            made.dari_pos.push(*known);
            continue;
        }
        let number = made.kelompok.len() as u32;
        let boleh = ask.kelompok(p, number, &decided, &mut made.dikecualikan)?;
        made.kelompok.push(Kelompok { nama: p.sebutan(), boleh });
        made.dari_pos.push(number);
        groups.insert(key, number);
    }
    made.terbuka = selesai(ask.terbuka, &ask.ids);
    made.diputus = selesai(ask.diputus, &ask.ids);
    Ok(made)
}

impl<'b> Tanya<'b> {
    /// Norms that decide, then norms that warn.
    fn norma(&self, p: &Pos<'_>) -> Vec<(&'b str, bool)> {
        let (macam, level) = (self.bahan.macam, p.jenjang.word());
        let warn = macam.peringatan(level).into_iter().map(|n| (n, true));
        macam.norma(level).into_iter().map(|n| (n, false)).chain(warn).collect()
    }

    fn plan(&mut self, norma: &str) -> Result<Arc<Plan>, Problem> {
        if let Some(plan) = self.plans.get(norma) {
            return Ok(plan.clone());
        }
        let found = self.book.plan(&self.bahan.hukum.pack.words, norma, self.bahan.hari);
        let plan = found.ok_or_else(|| {
            let said = format!(
                "Norma {norma} tidak berlaku pada tanggal rencana. Periksa tanggal rencana atau paket peraturan."
            );
            tolak("KUMPUL-08", &said)
        })?;
        self.plans.insert(norma.to_owned(), plan.clone());
        Ok(plan)
    }

    /// What the answer of a norm about a post depends on besides the person.
    fn kunci_norma(&mut self, norma: &str, p: &Pos<'_>) -> Result<String, Problem> {
        let plan = self.plan(norma)?;
        let words = &self.bahan.hukum.pack.words;
        let reads = |name: &str| words.find(name).is_some_and(|id| plan.fakta.contains(&id));
        let mut key = norma.to_owned();
        for (name, value) in p.fakta(self.bahan).iter().filter(|f| reads(f.0)) {
            key += &format!("|{name}={value}");
        }
        if reads("jabatan_sama") {
            key += &format!("|{}|{}", p.nama(), p.jenjang.word());
        }
        if reads("klasifikasi_jpt_sama") {
            key += &format!("|{}", p.jenjang.word());
        }
        Ok(key)
    }

    /// Posts with the same key are asked about alike. A post somebody is left out of stands alone.
    fn kunci(&mut self, p: &Pos<'_>) -> Result<String, Problem> {
        let alone = self.bahan.rencana.dikesampingkan.iter().any(|(d, _)| d.pos == p.post.id);
        let mut key = if alone { p.post.id.clone() } else { String::new() };
        key += &p.sebutan();
        for (norma, _) in self.norma(p) {
            key += "\n";
            key += &self.kunci_norma(norma, p)?;
        }
        Ok(key)
    }

    /// The parts of a norm about a post, for everybody.
    fn bagian(&mut self, norma: &str, p: &Pos<'_>) -> Result<Arc<Vec<Bagian>>, Problem> {
        let key = self.kunci_norma(norma, p)?;
        if let Some(known) = self.jawab.get(&key) {
            return Ok(known.clone());
        }
        let plan = self.plan(norma)?;
        let kolom = self.tujuan(p);
        let (words, hari) = (&self.bahan.hukum.pack.words, self.bahan.hari);
        let made = Arc::new(bagian(&plan, &self.book, words, &kolom, hari, hari));
        self.jawab.insert(key, made.clone());
        Ok(made)
    }

    /// Everybody, with what is asked about the post they are to be placed in.
    fn tujuan(&self, p: &Pos<'_>) -> Kolom {
        let words = &self.bahan.hukum.pack.words;
        let register = &self.bahan.world.register;
        let mut kolom = self.dasar.clone();
        for (name, value) in p.fakta(self.bahan) {
            isi_semua(self.bahan, &mut kolom, name, &value);
        }
        let (nama, jenjang) = (p.nama(), p.jenjang);
        let (same, class) = (words.find("jabatan_sama"), words.find("klasifikasi_jpt_sama"));
        let mut by_name: HashMap<u32, bool> = HashMap::new();
        for (at, row) in self.rows.iter().map(|r| *r as usize).enumerate() {
            let level = register.jenjang[row] == jenjang;
            let jabatan = register.jabatan[row];
            let is_same =
                *by_name.entry(jabatan).or_insert_with(|| fold_text(register.names.text(jabatan)) == nama);
            let mut yes = |fakta: Option<law::FaktaId>, is: bool| {
                if let Some(fakta) = fakta {
                    kolom.put(at, fakta, &Known::Is(law::Value::Yes(is)));
                }
            };
            yes(same, level && is_same);
            yes(class, level);
        }
        kolom
    }

    fn kelompok(
        &mut self,
        p: &Pos<'_>,
        number: u32,
        decided: &Diputus<'_>,
        out: &mut Vec<Pengecualian>,
    ) -> Result<Vec<bool>, Problem> {
        let mut parts: Vec<Norma<'_>> = Vec::new();
        for (norma, warns) in self.norma(p) {
            let list = self.bagian(norma, p)?;
            let groups = list.iter().map(|part| self.tentang_pos(part, p)).collect();
            parts.push(Norma { kunci: norma, warns, bagian: list, kelompok: groups });
        }
        let mut boleh = Vec::with_capacity(self.rows.len());
        for at in 0..self.rows.len() {
            let id = self.ids[at];
            let answer = match self.dikesampingkan(p, id) {
                Some(why) => Err(why),
                None => {
                    let mut found = Vec::new();
                    let told =
                        |norma: &str, syarat: &str, group: &str| decided.tentang(norma, syarat, group, id);
                    let hides = self.bahan.bagi != Some(id);
                    let answer = satu(&parts, at, told, hides, &mut found);
                    for one in &found {
                        let soal = if one.diputus { &mut self.diputus } else { &mut self.terbuka };
                        one.catat(soal, at as u32);
                    }
                    answer
                }
            };
            boleh.push(answer.is_ok());
            if let Err((norma, syarat, bunyi)) = answer {
                out.push(Pengecualian { pegawai: id, kelompok: number, norma, syarat, bunyi });
            }
        }
        Ok(boleh)
    }

    /// Left out of this post or of all of them, by the last word recorded.
    fn dikesampingkan(&self, p: &Pos<'_>, id: PegawaiId) -> Option<Alasan> {
        let concerns = |d: &&crate::isi::Pengesampingan| {
            (d.pos.is_empty() || d.pos == p.post.id) && PegawaiId::parse(&d.pegawai) == Some(id)
        };
        let found = self.bahan.rencana.dikesampingkan.iter().map(|(d, _)| d).find(concerns)?;
        let said = match found.sebab.as_str() {
            "menolak" => "tidak bersedia ditempatkan",
            "konflik" => "hubungan keluarga atau benturan kepentingan",
            _ => "dikesampingkan",
        };
        Some((String::new(), found.sebab.clone(), format!("{said}: {}", found.alasan)))
    }

    /// Key and name of the group of posts a part is decided about.
    fn tentang_pos(&self, part: &Bagian, p: &Pos<'_>) -> (String, String) {
        let words = &self.bahan.hukum.pack.words;
        p.kelompok_putusan(self.bahan, |name| words.find(name).is_some_and(|id| part.fakta.contains(&id)))
    }
}

fn selesai(soal: Soal, ids: &[PegawaiId]) -> Vec<Terbuka> {
    let one = |(found, mut who): (Terbuka, Vec<u32>)| {
        who.sort_unstable();
        who.dedup();
        Terbuka { pegawai: who.into_iter().map(|at| ids[at as usize]).collect(), ..found }
    };
    soal.into_values().map(one).collect()
}

/// Norm, condition and wording of why somebody may not.
type Alasan = (String, String, String);

/// A norm about a post.
struct Norma<'b> {
    kunci: &'b str,
    /// It only warns.
    warns: bool,
    bagian: Arc<Vec<Bagian>>,
    /// For each part key and name of the group of posts it is decided about.
    kelompok: Vec<(String, String)>,
}

/// A part an official decides, or decided, about somebody.
struct Pejabat<'p> {
    norma: &'p str,
    bagian: &'p Bagian,
    kelompok: &'p (String, String),
    sebab: Sebab,
    diputus: bool,
}

impl Pejabat<'_> {
    fn catat(&self, soal: &mut Soal, at: u32) {
        let (group, name) = self.kelompok;
        let key = (self.norma.to_owned(), self.bagian.kunci.to_string(), group.clone(), self.sebab);
        let new = || Terbuka {
            norma: self.norma.to_owned(),
            syarat: self.bagian.kunci.to_string(),
            kelompok: group.clone(),
            kelompok_nama: name.clone(),
            bunyi: self.bagian.bunyi.clone(),
            fakta: if self.bagian.tertutup { Vec::new() } else { self.bagian.fakta.clone() },
            sebab: self.sebab,
            pegawai: Vec::new(),
        };
        soal.entry(key).or_insert_with(|| (new(), Vec::new())).1.push(at);
    }
}

/// Why one person may not sit there; what an official decides about them goes to `found`: what was decided anyhow, what
/// is open only of whom nothing else keeps out.
fn satu<'p>(
    parts: &'p [Norma<'_>],
    at: usize,
    decided: impl Fn(&str, &str, &str) -> Option<&'p Putusan>,
    hides: bool,
    found: &mut Vec<Pejabat<'p>>,
) -> Result<(), Alasan> {
    let mut refused = None;
    'norma: for norma in parts {
        for (part, group) in norma.bagian.iter().zip(&norma.kelompok) {
            match keadaan(part, at, norma.warns) {
                Keadaan::Terpenuhi => {}
                Keadaan::Tidak => {
                    refused = Some(alasan(norma.kunci, part, "", hides));
                    break 'norma;
                }
                Keadaan::Terbuka(sebab) => {
                    let told = decided(norma.kunci, &part.kunci, &group.0);
                    let diputus = told.is_some();
                    found.push(Pejabat { norma: norma.kunci, bagian: part, kelompok: group, sebab, diputus });
                    if let Some(p) = told.filter(|p| !p.terpenuhi) {
                        let by = format!("; diputus tidak terpenuhi oleh {}: {}", p.pejabat, p.alasan);
                        refused = Some(alasan(norma.kunci, part, &by, hides));
                        break 'norma;
                    }
                }
            }
        }
    }
    match refused {
        None => Ok(()),
        Some(why) => {
            found.retain(|one| one.diputus);
            Err(why)
        }
    }
}

enum Keadaan {
    Terpenuhi,
    Tidak,
    Terbuka(Sebab),
}

fn keadaan(part: &Bagian, at: usize, warns: bool) -> Keadaan {
    let kode = part.kode.get(at).map_or(Kode::BelumTahu, |k| Kode::from_byte(*k));
    let whole = part.kunci.is_empty() || &*part.kunci == SUBJEK;
    match kode {
        Kode::Lulus => Keadaan::Terpenuhi,
        // What does not concern somebody is not asked of them, but nobody is placed by a norm not meant for them.
        Kode::TidakBerlaku if whole && !warns => Keadaan::Tidak,
        Kode::TidakBerlaku => Keadaan::Terpenuhi,
        Kode::Gagal if warns => Keadaan::Terbuka(Sebab::Peringatan),
        Kode::Gagal => Keadaan::Tidak,
        Kode::Pertimbangan if part.lunak => Keadaan::Terbuka(Sebab::Peringatan),
        _ if warns => Keadaan::Terpenuhi,
        Kode::Pertimbangan => Keadaan::Terbuka(Sebab::PerluPertimbangan),
        Kode::Sengketa => Keadaan::Terbuka(Sebab::Sengketa),
        Kode::BelumTahu => Keadaan::Terbuka(Sebab::BelumTahu),
    }
}

fn alasan(norma: &str, part: &Bagian, by: &str, hides: bool) -> Alasan {
    if part.tertutup && hides {
        return (String::new(), beku::TERTUTUP.into(), TERTUTUP.into());
    }
    (norma.to_owned(), part.kunci.to_string(), format!("{}{by}", part.bunyi))
}

/// What the register and the peta jabatan say of everybody besides their history.
fn orang(bahan: &Bahan<'_>, rows: &[u32], kolom: &mut Kolom) {
    // A round moves people by their fitness: nobody is moved down by it, nobody is exempt unless an official says so.
    isi_semua(bahan, kolom, "alasan_turun_jabatan", "-");
    isi_semua(bahan, kolom, "pengecualian_pengalaman", "tidak");
    let register = &bahan.world.register;
    let words = &bahan.hukum.pack.words;
    let Some(organisation) = bahan.world.organisation(&bahan.rencana.instansi) else { return };
    for (name, level) in [("kelas_pengawas", "PENGAWAS"), ("kelas_pelaksana", "PELAKSANA")] {
        // One class for all posts of the level, or none that can be compared with.
        let of_level = organisation.posts.iter().filter(|p| p.aktif && !p.derived && p.kelas > 0);
        let mut classes: Vec<i64> =
            of_level.filter(|p| bahan.jenjang_pos(p).word() == level).map(|p| p.kelas).collect();
        classes.sort_unstable();
        classes.dedup();
        if let [kelas] = classes[..] {
            isi_semua(bahan, kolom, name, &kelas.to_string());
        }
    }
    let complete = organisation.lengkap.contains(&Kind::Jabatan);
    for (at, row) in rows.iter().map(|r| *r as usize).enumerate() {
        let mut put = |name: &str, value: &str| {
            if let Some(id) = words.find(name)
                && let Ok(known) = words.parse_known(id, value)
            {
                kolom.put(at, id, &known);
            }
        };
        let own = organisation.post_at.get(register.names.text(register.pos[row]));
        let kelas = own.map_or(0, |at| organisation.posts[*at].kelas);
        let level = super::pos::kelompok(register.jenjang[row]);
        if kelas > 0 {
            put("kelas_jabatan_asal", &kelas.to_string());
            if level == "JF" {
                put("kelas_jabatan_jf", &kelas.to_string());
            }
        }
        // Whoever never held a structural post has no years in one; only where the history is declared complete.
        if complete && !register.dilepas.contains_key(&(row as u32)) {
            for (name, own) in [("tahun_pengawas", "PENGAWAS"), ("tahun_administrator", "ADMINISTRATOR")] {
                let since = register.tmt_jabatan[row].filter(|_| level == own);
                let years = since.map_or(0, |day| day.months_until(bahan.hari) / 12);
                put(name, &years.to_string());
            }
        }
    }
}

fn isi_semua(bahan: &Bahan<'_>, kolom: &mut Kolom, name: &str, value: &str) {
    let words = &bahan.hukum.pack.words;
    if let Some(id) = words.find(name)
        && let Ok(known) = words.parse_known(id, value)
    {
        kolom.put_all(id, &known);
    }
}
