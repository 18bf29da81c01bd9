//! The province of Bumi Raya: twelve governments, their units and posts, and people one after
//! another, so that 200,000 of them never sit in memory together.

pub use crate::career::{ActSeed, DocumentSeed, PersonSeed};
pub use crate::units::UnitSeed;

use crate::career::{self, Office};
use crate::codes::{ESELON, JABATAN, JENIS_JABATAN};
use crate::known::{self, KnownPerson};
use crate::rng::{Rng, hex_id};
use crate::units::{Organisation, PostKind};
use kernel::Date;

/// A government of the province.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InstansiSeed {
    /// Id in the form of BKN's.
    pub id: String,
    /// Name.
    pub nama: String,
    /// Code of the region; 98 is nobody's.
    pub wilayah: &'static str,
    /// Short code.
    pub kode: &'static str,
}

/// A post, written out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostSeed {
    /// Code on the map.
    pub kode: String,
    /// Its unit.
    pub unor_id: String,
    /// Its name; unit and name tell posts apart.
    pub jabatan: String,
    /// Kind of post as SIASN words it.
    pub jenis: &'static str,
    /// Echelon or jenjang, empty for pelaksana.
    pub jenjang: &'static str,
    /// Class.
    pub kelas: u8,
    /// People needed.
    pub kebutuhan: u16,
    /// Since when it exists.
    pub tmt: Date,
}

/// Name, region, short code and how many in a thousand of the people.
const GOVERNMENTS: [(&str, &str, &str, usize); 12] = [
    ("Pemerintah Provinsi Bumi Raya", "98", "BR", 220),
    ("Pemerintah Kabupaten Telaga Wangi", "98.01", "TW", 95),
    ("Pemerintah Kabupaten Rimba Jaya", "98.02", "RJ", 88),
    ("Pemerintah Kabupaten Muara Senja", "98.03", "MS", 80),
    ("Pemerintah Kabupaten Lembah Hijau", "98.04", "LH", 74),
    ("Pemerintah Kabupaten Tanjung Kencana", "98.05", "TK", 70),
    ("Pemerintah Kabupaten Pesisir Damai", "98.06", "PD", 66),
    ("Pemerintah Kabupaten Bukit Menara", "98.07", "BM", 62),
    ("Pemerintah Kabupaten Sungai Tirta", "98.08", "ST", 58),
    ("Pemerintah Kabupaten Pulau Intan", "98.09", "PI", 52),
    ("Pemerintah Kota Mandalapura", "98.71", "MP", 92),
    ("Pemerintah Kota Sinar Bahari", "98.72", "SB", 43),
];

/// One person in so many has left the service.
const FORMER_EVERY: usize = 18;

/// The id of the n-th instansi of the province: the same for every seed.
pub fn instansi_id(n: usize) -> String {
    hex_id(0x42_554D_4952_4159, n as u64 * 2 + 1).to_uppercase()
}

/// The fictional province.
#[derive(Debug)]
pub struct Province {
    seed: u64,
    people: usize,
    today: Date,
    known: Vec<KnownPerson>,
}

impl Province {
    /// A province of about `people` people, as of `today`. The story book's are among them.
    pub fn new(seed: u64, people: usize, today: Date) -> Province {
        // The book is part of the program and a test reads it: an empty list cannot happen.
        let known = known::known_people().unwrap_or_default();
        Province { seed, people, today, known }
    }

    /// The governments: the province first.
    pub fn instansi(&self) -> Vec<InstansiSeed> {
        GOVERNMENTS
            .iter()
            .enumerate()
            .map(|(n, g)| InstansiSeed { id: instansi_id(n), nama: g.0.to_owned(), wilayah: g.1, kode: g.2 })
            .collect()
    }

    /// How many people a government has, those who left included.
    pub fn count(&self, instansi_ix: usize) -> usize {
        self.first(instansi_ix + 1) - self.first(instansi_ix)
    }

    /// How many people all governments before this one have.
    fn first(&self, instansi_ix: usize) -> usize {
        let share: usize = GOVERNMENTS.iter().take(instansi_ix).map(|g| g.3).sum();
        self.people * share / 1_000
    }

    /// Of how many people the story book tells here.
    fn told(&self, instansi_ix: usize) -> &[KnownPerson] {
        if instansi_ix == 0 && self.count(0) >= self.known.len() { &self.known } else { &[] }
    }

    fn office(&self, instansi_ix: usize) -> (Office, usize) {
        let (id, nama) = (instansi_id(instansi_ix), GOVERNMENTS[instansi_ix].0.to_owned());
        let people = self.count(instansi_ix);
        let told = self.told(instansi_ix);
        let former = (people - told.len()) / FORMER_EVERY;
        let mut org = Organisation::new(&id, &nama, people);
        for (unit, jabatan) in told.iter().flat_map(KnownPerson::posts) {
            org.keep(unit, jabatan);
        }
        for (unit, jabatan) in told.iter().filter_map(KnownPerson::post) {
            let same = |other: &(&str, &str)| *other == (unit, jabatan);
            let holders = told.iter().filter_map(KnownPerson::post).filter(same).count();
            org.reserve(unit, jabatan, holders as u16);
        }
        org.fill(people - told.len() - former, &mut Rng::new(self.seed, 0x4F52_4700 + instansi_ix as u64));
        (Office::new(self.seed, self.today, id, nama, org), former)
    }

    /// Units (each after the one above it) and posts of a government.
    pub fn organisation(&self, instansi_ix: usize) -> (Vec<UnitSeed>, Vec<PostSeed>) {
        let (office, _) = self.office(instansi_ix);
        let kode = GOVERNMENTS[instansi_ix].2;
        let tmt = Date::parse(crate::codes::POSTS_SINCE).unwrap_or(self.today);
        let posts = office.org.posts.iter().enumerate().map(|(n, post)| {
            let (jenjang, kelas) = match post.kind {
                PostKind::Head(e) => (ESELON[usize::from(e)].nama, ESELON[usize::from(e)].kelas),
                PostKind::Listed(j) => (JABATAN[usize::from(j)].jenjang, JABATAN[usize::from(j)].kelas),
            };
            PostSeed {
                kode: format!("{kode}-{n:06}"),
                unor_id: office.org.units[post.unit as usize].id.clone(),
                jabatan: office.org.jabatan(post).to_owned(),
                jenis: JENIS_JABATAN[post.jenis() as usize].1,
                jenjang,
                kelas,
                kebutuhan: post.kebutuhan,
                tmt,
            }
        });
        let posts = posts.collect();
        (office.org.units, posts)
    }

    /// The people of a government, one after another; in the first government the story book's lead.
    pub fn people(&self, instansi_ix: usize) -> impl Iterator<Item = PersonSeed> + use<> {
        let told: Vec<PersonSeed> =
            self.told(instansi_ix).iter().map(|k| PersonSeed { documents: k.documents.clone() }).collect();
        let (office, former) = self.office(instansi_ix);
        let seats = office.org.assignment(&mut Rng::new(self.seed, 0x5345_4154 + instansi_ix as u64));
        let first = self.first(instansi_ix) as u64 + told.len() as u64;
        let working = seats.len();
        told.into_iter().chain((0..working + former).map(move |n| {
            let number = first + n as u64;
            match seats.get(n) {
                Some(&seat) => career::person(&office, number, seat),
                None => career::former(&office, number),
            }
        }))
    }
}
