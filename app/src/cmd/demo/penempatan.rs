//! Placement in the demo: competency standards of heads in the province and one kabupaten, critical posts, a round for
//! vacant administrator and pengawas posts with its weights announced, a draft that moves teachers to schools which
//! have too few, and a round of the kabupaten that is over.

mod lalu;

use super::super::told;
use super::rakor::Lanjutkan;
use anyhow::{Result, anyhow};
use demo::career::nilai::{KOMPETENSI, level, teknis};
use demo::rumpun;
use host::hall::Organisation;
use host::peristiwa::{Berberkas, Pelaku};
use host::world::needed;
use host::{Hall, World};
use kernel::{Date, Stamp};
use lalu::Lalu;
use penempatan::isi::{Bobot, Isi, Kriteria, Pokok, PosRencana, Surat};
use penempatan::profil::{self, Impor};
use penempatan::rule::profil::{Profil, ProfilPos, tulis};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::organisation::Post;
use store::peristiwa::Baru;

/// Posts of the round of administrator and pengawas, and of the one for teachers, at most.
const KURSI: usize = 60;
const SEKOLAH: usize = 1_000;
/// Filled posts people may be moved between.
const TERISI: usize = 600;
/// Posts marked critical.
const KRITIS: usize = 6;

/// The moment the first of it happens.
pub fn begins(today: Date) -> Stamp {
    Stamp(Stamp::end_of(today.add_days(-lalu::MULAI - 1)).0 + 1)
}

/// Tells what is over: standards, and a round from its opening to its report. `kelak` are posts somebody holds by what
/// registers record later.
///
/// # Errors
/// When something of it cannot be recorded.
pub fn before<'c>(
    hall: &'c mut Hall,
    today: Date,
    kelak: HashSet<String>,
    lanjutkan: &'c mut Lanjutkan<'c>,
) -> Result<()> {
    Lalu { hall, lanjutkan, today, kelak }.ceritakan()
}

/// Tells what goes on.
///
/// # Errors
/// When something of it cannot be recorded.
pub fn tell(hall: &Hall, today: Date) -> Result<()> {
    let world = hall.present().map_err(told)?;
    let Some(owner) = world.tenants.first() else { return Ok(()) };
    let Some(organisation) = world.organisation(&owner.id) else { return Ok(()) };
    let (held, who) = (holders(&world), who(0, &owner.id));
    let berlaku = today.next_month_start();
    vacancies(hall, organisation, &held, &who, (today, berlaku))?;
    teachers(hall, organisation, &held, &who, berlaku)
}

fn who(n: usize, instansi: &str) -> Pelaku {
    let oleh = if n == 0 { "Desi Kurniasih, Petugas BKD" } else { "Lestari Anggraini, Petugas BKPSDM" };
    Pelaku { instansi: instansi.to_owned(), akun: format!("demo-{n}"), oleh: oleh.to_owned() }
}

/// How many people hold each post.
fn holders(world: &Arc<World>) -> HashMap<String, u64> {
    let register = &world.register;
    let mut held = HashMap::new();
    for (i, pos) in register.pos.iter().enumerate().filter(|(i, _)| register.active[*i]) {
        let id = register.names.text(*pos);
        if !id.is_empty() && register.active[i] {
            *held.entry(id.to_owned()).or_default() += 1;
        }
    }
    held
}

fn record(hall: &Hall, who: &Pelaku, events: Vec<Berberkas>) -> Result<()> {
    hall.peristiwa(who, &who.instansi, |_| Ok(Ok::<_, ()>(events)))
        .map_err(told)?
        .map(|_| ())
        .map_err(|()| anyhow!("penempatan demo ditolak"))
}

/// Standards of every head, from one document; the highest posts are critical.
fn standards(hall: &Hall, o: &Organisation, who: &Pelaku, today: Date) -> Result<()> {
    let heads = || o.posts.iter().filter(|p| p.aktif && !p.derived && level(&p.jenjang) > 1);
    let tanggal = today.add_days(-10);
    let nomor = if who.akun == "demo-0" { "Pergub 14" } else { "Perbup 9" };
    let nomor = format!("{nomor}/{}", tanggal.year());
    let dokumen = format!("{nomor} tanggal {}", tanggal.dmy());
    let all: Profil = heads().map(|p| (p.id.clone(), standard(o, p, &dokumen))).collect();
    let kept = hall.node.berkas.keep_text(&tulis(&all))?;
    let sidik = store::derive::hex(&kept);
    let impor = profil::Isi::Diimpor(Impor {
        nomor,
        tanggal,
        berkas: "standar-kompetensi.csv".into(),
        asal: sidik.clone(),
        sidik,
        pos: all.len(),
    });
    let mut events = vec![(profil::baru(&who.instansi, &impor), Some(kept))];
    let mut top: Vec<&Post> = heads().filter(|p| level(&p.jenjang) == 4).collect();
    top.sort_by(|a, b| b.kelas.cmp(&a.kelas).then_with(|| a.id.cmp(&b.id)));
    for post in top.into_iter().take(KRITIS) {
        let isi = profil::Isi::Kritis {
            pos: post.id.clone(),
            kritis: true,
            alasan: "Memimpin pelayanan dasar; tidak boleh lama kosong.".into(),
        };
        events.push((profil::baru(&who.instansi, &isi), None));
    }
    record(hall, who, events)
}

/// What the standard of a post says: levels by its echelon, fields of study and technical competences by its unit.
fn standard(o: &Organisation, post: &Post, dokumen: &str) -> ProfilPos {
    let asked = level(&post.jenjang);
    let unit = o.units.get(&post.unor).map_or("", |u| u.nama.as_str());
    let names = || KOMPETENSI.iter().copied().chain(teknis(unit, &post.jabatan));
    ProfilPos {
        // S-1 from administrator on, D-III for a pengawas.
        pendidikan: if asked >= 3 { 40 } else { 30 },
        bidang: rumpun::dari_unit(unit).bidang.iter().map(|f| Box::from(*f)).collect(),
        kompetensi: names().map(|k| (kernel::search::fold_text(k).into(), asked * 100)).collect(),
        nama: names().map(Box::from).collect(),
        dokumen: dokumen.into(),
    }
}

/// Places a post has left, or none.
fn open(post: &Post, held: &HashMap<String, u64>) -> i64 {
    let needed = needed(post).unwrap_or(0);
    needed.saturating_sub(held.get(&post.id).copied().unwrap_or(0)) as i64
}

/// A post of a round.
fn seats(post: &Post, tempat: i64, sebab: &str) -> PosRencana {
    let kritis = sebab == "lowong" && post.jabatan.starts_with("Sekretaris");
    PosRencana { pos: post.id.clone(), tempat, kritis, sebab: sebab.into() }
}

/// Weights the pack proposes for a kind of round.
fn weights(hall: &Hall, macam: &str, today: Date) -> Vec<Bobot> {
    let hukum = hall.jadwal.pada(today);
    let found = hukum.pack.penempatan.macam(macam).map(|m| m.bobot.clone()).unwrap_or_default();
    found.into_iter().map(|(kriteria, bobot)| Bobot { kriteria: kriteria.into(), bobot }).collect()
}

fn round(hall: &Hall, who: &Pelaku, all: Vec<Isi>) -> Result<()> {
    let id = hall.with(|conn| Ok(hall.node.source(conn)?.entry_id(hall.now()).to_string())).map_err(told)?;
    let event = |isi: &Isi| {
        let (jenis, text) = isi.tulis();
        let baru = Baru { pokok: penempatan::isi::POKOK, pokok_id: id.clone(), jenis, isi: text };
        (baru, None)
    };
    record(hall, who, all.iter().map(event).collect())
}

/// A round for vacant administrator and pengawas posts: requirements and weights are announced.
fn vacancies(
    hall: &Hall,
    o: &Organisation,
    held: &HashMap<String, u64>,
    who: &Pelaku,
    (today, berlaku): (Date, Date),
) -> Result<()> {
    let heads = || o.posts.iter().filter(|p| matches!(level(&p.jenjang), 2 | 3) && needed(p).is_some());
    let (vacant, filled): (Vec<&Post>, Vec<&Post>) = heads().partition(|p| open(p, held) > 0);
    // Whoever moves leaves a post the round fills again.
    let pos: Vec<PosRencana> = (vacant.into_iter().take(KURSI).map(|p| seats(p, 1, "lowong")))
        .chain(filled.into_iter().take(TERISI).map(|p| seats(p, 1, "rotasi")))
        .collect();
    let macam = "administrator_pengawas";
    let pokok = Pokok {
        judul: format!("Pengisian administrator dan pengawas {}", berlaku.year()),
        macam: macam.into(),
        dasar: format!("Nota dinas Sekretaris Daerah 800/1421/{}", today.year()),
        berlaku,
        jadwal: vec![
            ("Minat pegawai".into(), today.add_days(7).to_string()),
            ("Rapat Tim Penilai Kinerja".into(), today.add_days(14).to_string()),
        ],
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 500,
        batas_unit: 20,
        rotasi: true,
    };
    let surat = Surat {
        nomor: format!("800/1502/{}", today.year()),
        tanggal: today,
        catatan: "Syarat, bobot, dan urutan DUK bila nilai sama diumumkan kepada seluruh pegawai.".into(),
        berkas: String::new(),
        sidik: String::new(),
        hadir: Vec::new(),
    };
    let kriteria = Kriteria { bobot: weights(hall, macam, today), duk: true };
    round(
        hall,
        who,
        vec![Isi::Dibuka(pokok), Isi::Pos { pos }, Isi::Kriteria(kriteria), Isi::Diumumkan(surat)],
    )
}

/// A draft that moves teachers to schools which have too few.
fn teachers(
    hall: &Hall,
    o: &Organisation,
    held: &HashMap<String, u64>,
    who: &Pelaku,
    berlaku: Date,
) -> Result<()> {
    let needs = |p: &&Post| p.jabatan.starts_with("Guru") && needed(p).is_some_and(|n| n > 0);
    // Every school, so that nobody is taken from one that then lacks a teacher.
    let pos: Vec<PosRencana> = (o.posts.iter().filter(needs).take(SEKOLAH))
        .map(|p| {
            let why = if held.get(&p.id).is_some_and(|n| *n > 0) { "rotasi" } else { "lowong" };
            seats(p, needed(p).map_or(1, |n| n as i64), why)
        })
        .collect();
    let macam = "fungsional_pelaksana";
    let pokok = Pokok {
        judul: format!("Pemerataan guru SMA, SMK, dan SLB {}", berlaku.year()),
        macam: macam.into(),
        dasar: format!("Telaahan Dinas Pendidikan 420/318/{}", berlaku.year()),
        berlaku,
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 500,
        batas_unit: 30,
        rotasi: true,
    };
    let kriteria = Kriteria { bobot: weights(hall, macam, berlaku), duk: true };
    round(hall, who, vec![Isi::Dibuka(pokok), Isi::Pos { pos }, Isi::Kriteria(kriteria)])
}
