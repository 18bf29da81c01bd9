//! From the register and the law to the inputs of a round.

mod nilai;
mod orang;
mod pos;
pub mod putusan;
mod syarat;
mod tinggal;

use crate::rule::beku::Pengecualian;
use crate::rule::beku::{CalonBeku, KriteriaBeku, KursiBeku, Pasangan};
use crate::rule::profil::Profil;
use crate::rule::{Beku, Rencana};
use crate::{nilai as asesmen, profil};
use host::indikator::kursi;
use host::{Hall, Hukum, Problem, World};
use kernel::{Date, Ledger, PegawaiId, Tables};
use law::FaktaId;
use law::penempatan::{Cara, Macam};
use nilai::Nilai;
use pos::Pos;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use store::organisation::Post;
use syarat::Jawaban;

/// What a round would be locked with, and what stands in the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kumpulan {
    /// The inputs.
    pub beku: Beku,
    /// What a named official has to decide first.
    pub terbuka: Vec<Terbuka>,
    /// What such an official decided already, and may decide again.
    pub diputus: Vec<Terbuka>,
    /// Criteria with weight that nothing in the register or the round speaks to.
    pub tanpa_sumber: Vec<String>,
    /// People of whom nothing says what a criterion asks, though others have it: they get no points there.
    pub calon_tanpa_sumber: Vec<(String, Vec<PegawaiId>)>,
    /// Posts without a profile of requirements, by id; only where a criterion compares with it.
    pub tanpa_profil: Vec<String>,
}

/// A condition that is neither met nor unmet for some people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terbuka {
    /// The norm.
    pub norma: String,
    /// Its condition; empty for the whole norm.
    pub syarat: String,
    /// Key of the group of posts it is about; empty where the condition does not depend on the post.
    pub kelompok: String,
    /// What that group is called.
    pub kelompok_nama: String,
    /// How it reads, with its article.
    pub bunyi: String,
    /// The facts it looks at.
    pub fakta: Vec<FaktaId>,
    /// Why it is open.
    pub sebab: Sebab,
    /// About whom, in order of id.
    pub pegawai: Vec<PegawaiId>,
}

/// Why a condition is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sebab {
    /// Data are missing or contradict one another.
    BelumTahu,
    /// The law leaves it to an official.
    PerluPertimbangan,
    /// Defensible readings differ.
    Sengketa,
    /// Not met, but the law only warns.
    Peringatan,
}

impl Sebab {
    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Sebab::BelumTahu => "Data belum lengkap",
            Sebab::PerluPertimbangan => "Perlu pertimbangan pejabat",
            Sebab::Sengketa => "Beda tafsir",
            Sebab::Peringatan => "Peringatan",
        }
    }
}

/// What a round is gathered from.
pub(crate) struct Bahan<'a> {
    world: &'a Arc<World>,
    hukum: &'a Hukum,
    tables: &'a Tables,
    rencana: &'a Rencana,
    macam: &'a Macam,
    profil: &'a Profil,
    hari: Date,
    /// Who hears reasons that are told to the person alone: nobody, or that person.
    bagi: Option<PegawaiId>,
}

/// Most pairs of person and seat.
const PASANGAN_MAX: usize = 4_000_000;
/// Criteria that compare with the profile of the post.
const DENGAN_PROFIL: [&str; 2] = ["kompetensi", "kualifikasi"];
/// Criteria that rest on assessments.
const DENGAN_ASESMEN: [&str; 2] = ["kompetensi", "talenta"];

/// Gathers what a round would be locked with.
///
/// # Errors
/// When the round is not ready to be gathered: what is missing, in words; when storage fails.
pub fn kumpul(hall: &Hall, world: &Arc<World>, rencana: &Rencana) -> Result<Kumpulan, Problem> {
    dari(hall, world, rencana, None, ledgers(hall))
}

/// The same without anybody's history read, so that fields of study do not count: for what is only tried out.
///
/// # Errors
/// As [`kumpul`].
pub fn tanpa_riwayat(hall: &Hall, world: &Arc<World>, rencana: &Rencana) -> Result<Kumpulan, Problem> {
    dari(hall, world, rencana, None, |_| Ok(Vec::new()))
}

/// Why somebody is left out as the register has it now, closed reasons included: for that person's eyes only.
///
/// # Errors
/// As [`kumpul`].
pub fn alasan_sendiri(
    hall: &Hall,
    world: &Arc<World>,
    rencana: &Rencana,
    own: PegawaiId,
) -> Result<Vec<Pengecualian>, Problem> {
    let mut all = dari(hall, world, rencana, Some(own), ledgers(hall))?.beku.dikecualikan;
    all.retain(|d| d.pegawai == own);
    Ok(all)
}

/// Histories of people, as they are kept.
fn ledgers(hall: &Hall) -> impl Fn(&[PegawaiId]) -> Result<Vec<Ledger>, Problem> + '_ {
    |ids| hall.with(|conn| store::people::ledgers(conn, ids)).map_err(Problem::from)
}

fn dari(
    hall: &Hall,
    world: &Arc<World>,
    rencana: &Rencana,
    bagi: Option<PegawaiId>,
    ledgers: impl Fn(&[PegawaiId]) -> Result<Vec<Ledger>, Problem>,
) -> Result<Kumpulan, Problem> {
    let hukum = hall.hukum();
    let profil = profil::baca(hall, &rencana.instansi)?;
    let macam = hukum.pack.penempatan.macam(&rencana.pokok.macam).ok_or_else(|| {
        let said = format!(
            "Jenis rencana \"{}\" tidak dikenal paket peraturan. Pilih jenis lain.",
            rencana.pokok.macam
        );
        tolak("KUMPUL-01", &said)
    })?;
    let bahan = Bahan {
        world,
        hukum: &hukum,
        tables: &hall.tables,
        rencana,
        macam,
        profil: &profil,
        hari: rencana.pokok.berlaku,
        bagi,
    };
    let results = if bahan.berbobot(&DENGAN_ASESMEN) { asesmen::baca(hall, world)? } else { Arc::default() };
    bahan.kumpul(&results, ledgers)
}

impl Bahan<'_> {
    fn kumpul(
        &self,
        asesmen: &asesmen::Nilai,
        ledgers: impl Fn(&[PegawaiId]) -> Result<Vec<Ledger>, Problem>,
    ) -> Result<Kumpulan, Problem> {
        self.siap()?;
        let pos = pos::pos(self, |rows| self.urut_senior(rows))?;
        let rows = self.calon(&pos);
        let mut jawab = syarat::tanya(self, &pos, &rows)?;
        tinggal::tinggal(self, &pos, &rows, &mut jawab);
        let register = &self.world.register;
        let place: HashMap<u32, u32> = rows.iter().enumerate().map(|(at, row)| (*row, at as u32)).collect();
        // Seats, and everybody who may sit in them.
        let mut seats: Vec<(usize, u32, Option<u32>)> = Vec::new();
        for (at, p) in pos.iter().enumerate() {
            for n in 0..u32::try_from(p.isi.tempat).unwrap_or(0) {
                let holder = p.pemegang.get(n as usize).and_then(|row| place.get(row).copied());
                seats.push((at, n, holder));
            }
        }
        let homes: HashSet<u32> = seats.iter().filter_map(|s| s.2).collect();
        let allowed: Vec<Vec<u32>> = jawab
            .kelompok
            .iter()
            .map(|group| (0..rows.len() as u32).filter(|c| group.boleh[*c as usize]).collect())
            .collect();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (k, (at, _, holder)) in seats.iter().enumerate() {
            let p = &pos[*at];
            // Whoever works in a post already is not placed in it again, unless it has seats somebody holds.
            let there = |c: u32| p.pemegang.is_empty() && p.semua.binary_search(&rows[c as usize]).is_ok();
            let group = &allowed[jawab.dari_pos[*at] as usize];
            let from = pairs.len();
            pairs.extend(group.iter().filter(|c| !there(**c)).map(|c| (k as u32, *c)));
            // The own seat is always open to whoever holds it.
            if let Some(own) = holder.map(|c| (k as u32, c))
                && let Err(place) = pairs[from..].binary_search(&own)
            {
                pairs.insert(from + place, own);
            }
            if pairs.len() > PASANGAN_MAX {
                let said = "Rencana ini berisi lebih dari 4.000.000 pasangan calon dan tempat. Persempit calon (unit atau jenjang) atau bagi menjadi beberapa rencana.";
                return Err(tolak("KUMPUL-10", said));
            }
        }
        // Only whoever may sit somewhere stays.
        let mut kept: Vec<u32> = pairs.iter().map(|p| p.1).chain(homes).collect();
        kept.sort_unstable();
        kept.dedup();
        let number: HashMap<u32, u32> = kept.iter().enumerate().map(|(n, c)| (*c, n as u32)).collect();
        let own: Vec<u32> = kept.iter().map(|c| rows[*c as usize]).collect();
        let asks = self.berbobot(&DENGAN_PROFIL);
        let ids: Vec<PegawaiId> = own.iter().map(|row| register.id[*row as usize]).collect();
        let fields = |p: &Pos<'_>| self.profil.get(&p.post.id).is_some_and(|own| !own.bidang.is_empty());
        let studies: Vec<String> = if self.berbobot(&["kualifikasi"]) && pos.iter().any(fields) {
            let as_of = kernel::AsOf { effective: self.hari, ..self.world.as_of };
            ledgers(&ids)?.iter().map(|l| studi(l, as_of)).collect()
        } else {
            Vec::new()
        };
        let nilai = Nilai::baru(self, &own, asesmen, &studies)?;
        let mut beku = self.kepala();
        let units = self.unit(&pos, &own);
        beku.unit = units.0;
        let unit = |unor: &str| units.1.get(unor).copied().unwrap_or(0);
        beku.kelompok = jawab.kelompok.iter().map(|k| k.nama.clone()).collect();
        beku.kursi = seats
            .iter()
            .map(|(at, n, holder)| {
                let p = &pos[*at];
                KursiBeku {
                    pos: p.post.id.clone(),
                    tempat: *n,
                    jabatan: p.post.jabatan.clone(),
                    unit: unit(&p.post.unor),
                    jenjang: p.jenjang.word().to_owned(),
                    kelas: p.post.kelas,
                    kritis: p.isi.kritis,
                    pemegang: holder.and_then(|c| number.get(&c).copied()),
                    kelompok: jawab.dari_pos[*at],
                }
            })
            .collect();
        let ranks = self.urutan(&own);
        beku.calon = own
            .iter()
            .enumerate()
            .map(|(c, row)| CalonBeku {
                pegawai: ids[c],
                unit: unit(register.names.text(register.unor[*row as usize])),
                jabatan: register.names.text(register.jabatan[*row as usize]).to_owned(),
                asal: None,
                duk: ranks[c],
            })
            .collect();
        for (k, seat) in beku.kursi.iter().enumerate() {
            if let Some(holder) = seat.pemegang {
                beku.calon[holder as usize].asal = Some(k as u32);
            }
        }
        let mut points: HashMap<(usize, u32), Vec<u8>> = HashMap::new();
        let mut made = Vec::with_capacity(pairs.len());
        for (k, c) in pairs {
            let (at, calon) = (seats[k as usize].0, number[&c]);
            let nilai =
                points.entry((at, calon)).or_insert_with(|| nilai.poin(calon as usize, &pos[at])).clone();
            made.push(Pasangan { kursi: k, calon, skor: beku.skor(&nilai), nilai });
        }
        beku.pasangan = made;
        beku.dikecualikan = jawab.dikecualikan;
        beku.dikecualikan.sort_by_key(|d| (d.pegawai, d.kelompok));
        let (tanpa_sumber, calon_tanpa_sumber) = rujukan(&mut beku, &nilai);
        let tanpa_profil = if asks {
            let without = pos.iter().filter(|p| !self.profil.contains_key(&p.post.id));
            without.map(|p| p.post.id.clone()).collect()
        } else {
            Vec::new()
        };
        let Jawaban { terbuka, diputus, .. } = jawab;
        Ok(Kumpulan { beku, terbuka, diputus, tanpa_sumber, calon_tanpa_sumber, tanpa_profil })
    }

    /// Whether one of these criteria carries weight.
    fn berbobot(&self, kriteria: &[&str]) -> bool {
        self.rencana.kriteria.bobot.iter().any(|b| b.bobot > 0 && kriteria.contains(&b.kriteria.as_str()))
    }

    /// What has to be said before a round can be gathered.
    fn siap(&self) -> Result<(), Problem> {
        let sum: u32 = self.rencana.kriteria.bobot.iter().map(|b| u32::from(b.bobot)).sum();
        if sum != 100 {
            let said = format!("Bobot kriteria berjumlah {sum}, seharusnya 100. Ubah bobot rencana.");
            return Err(tolak("HITUNG-01", &said));
        }
        if self.rencana.pos.is_empty() {
            return Err(tolak("HITUNG-02", "Rencana ini belum berisi pos. Tambahkan pos yang akan diisi."));
        }
        Ok(())
    }

    fn kepala(&self) -> Beku {
        let weigh = self.rencana.kriteria.bobot.iter().filter(|b| b.bobot > 0);
        Beku {
            rencana: self.rencana.id.clone(),
            macam: self.rencana.pokok.macam.clone(),
            tiga_nama: self.macam.cara == Cara::TigaNama,
            duk: self.rencana.kriteria.duk,
            berlaku: Some(self.hari),
            paket: store::derive::hex(&self.hukum.pack.hash),
            pindah_min: self.rencana.pokok.pindah_min,
            kriteria: weigh.map(|b| KriteriaBeku { kunci: b.kriteria.clone(), bobot: b.bobot }).collect(),
            ..Beku::default()
        }
    }

    /// The level of a post of the peta jabatan.
    fn jenjang_pos(&self, post: &Post) -> kernel::tables::Jenjang {
        kursi::jenjang(post, self.tables, self.hari)
    }
}

/// What points rest on, each document once; criteria nothing speaks to, and people others are ahead of in that.
fn rujukan(beku: &mut Beku, nilai: &Nilai<'_>) -> (Vec<String>, Vec<(String, Vec<PegawaiId>)>) {
    let (people, wide) = (beku.calon.len(), beku.kriteria.len());
    let mut documents: BTreeMap<&str, u32> = BTreeMap::new();
    let all = || (0..people).flat_map(move |c| (0..wide).map(move |k| (c, k)));
    documents.extend(all().map(|(c, k)| (nilai.sumber(c, k), 0)));
    documents.values_mut().enumerate().for_each(|(n, slot)| *slot = n as u32);
    beku.rujukan = all().map(|(c, k)| documents[nilai.sumber(c, k)]).collect();
    beku.dokumen = documents.keys().map(|d| (*d).to_owned()).collect();
    let (mut none, mut some) = (Vec::new(), Vec::new());
    for (k, criterion) in beku.kriteria.iter().enumerate() {
        let without: Vec<PegawaiId> =
            (0..people).filter(|c| nilai.sumber(*c, k).is_empty()).map(|c| beku.calon[c].pegawai).collect();
        match without.len() {
            0 => {}
            n if n == people => none.push(criterion.kunci.clone()),
            _ => some.push((criterion.kunci.clone(), without)),
        }
    }
    (none, some)
}

/// The field of study, folded.
fn studi(ledger: &Ledger, as_of: kernel::AsOf) -> String {
    let found = kernel::Snapshot::of_kind(ledger, kernel::Kind::Pendidikan, as_of);
    kernel::search::fold_text(found.text(kernel::Field::PendidikanNama))
}

fn tolak(code: &'static str, said: &str) -> Problem {
    Problem::Refused(code, said.to_owned())
}
