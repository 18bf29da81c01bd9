//! The frozen inputs of a round: everything the plan follows from, and why people are not in it. Kept as one file;
//! its hash stands in the journal, so nothing can change afterwards without being seen.

pub(super) mod teks;

use kernel::{Date, PegawaiId};

/// Inputs of a round.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Beku {
    /// The round.
    pub rencana: String,
    /// Its kind, by its key in the law pack.
    pub macam: String,
    /// No optimum is imposed: the PPK chooses among three names for each post.
    pub tiga_nama: bool,
    /// Ties are broken by the order of rank (DUK), as the announcement says; else by lot, drawn from the inputs.
    pub duk: bool,
    /// The day it is about (berlaku).
    pub berlaku: Option<Date>,
    /// Hash of the law pack, in hexadecimal.
    pub paket: String,
    /// Least gain for a move, in hundredths of a point.
    pub pindah_min: i64,
    /// Criteria with weight above 0, in order.
    pub kriteria: Vec<KriteriaBeku>,
    /// Seats: one for every place of a post, in the published order for ties (class high to low, then id).
    pub kursi: Vec<KursiBeku>,
    /// People considered: whoever may sit in at least one seat, or holds one; in order of `pegawai`.
    pub calon: Vec<CalonBeku>,
    /// Pairs that may be: by (kursi, calon).
    pub pasangan: Vec<Pasangan>,
    /// Why others may not: by (calon or person, group of posts).
    pub dikecualikan: Vec<Pengecualian>,
    /// Groups of posts asked about alike.
    pub kelompok: Vec<String>,
    /// Units, for limits and effects.
    pub unit: Vec<UnitBeku>,
    /// What points rest on, each once.
    pub dokumen: Vec<String>,
    /// What the points of a person rest on: for each of [`Beku::calon`] as many as criteria, by place in
    /// [`Beku::dokumen`]; read it with [`Beku::sumber`].
    pub rujukan: Vec<u32>,
}

impl Beku {
    /// What the points of a person for a criterion rest on; empty when nothing says.
    pub fn sumber(&self, calon: u32, kriteria: usize) -> &str {
        let at = calon as usize * self.kriteria.len() + kriteria;
        let found = self.rujukan.get(at).filter(|_| kriteria < self.kriteria.len());
        found.and_then(|n| self.dokumen.get(*n as usize)).map_or("", String::as_str)
    }

    /// Who may sit in a seat.
    pub fn calon_kursi(&self, kursi: u32) -> &[Pasangan] {
        let from = self.pasangan.partition_point(|p| p.kursi < kursi);
        let to = self.pasangan.partition_point(|p| p.kursi <= kursi);
        self.pasangan.get(from..to).unwrap_or_default()
    }

    /// The pair of a person and a seat, when the person may sit there.
    pub fn cari(&self, calon: u32, kursi: u32) -> Option<&Pasangan> {
        let of_seat = self.calon_kursi(kursi);
        of_seat.binary_search_by_key(&calon, |p| p.calon).ok().map(|at| &of_seat[at])
    }

    /// A person considered, by id.
    pub fn calon_dari(&self, pegawai: PegawaiId) -> Option<u32> {
        self.calon.binary_search_by_key(&pegawai, |c| c.pegawai).ok().map(|at| at as u32)
    }

    /// A seat, by post and place.
    pub fn kursi_dari(&self, pos: &str, tempat: u32) -> Option<u32> {
        self.kursi.iter().position(|k| k.pos == pos && k.tempat == tempat).map(|at| at as u32)
    }

    /// Points by the weights of the round: hundredths of a point.
    pub fn skor(&self, nilai: &[u8]) -> i32 {
        self.kriteria.iter().zip(nilai).map(|(k, n)| i32::from(k.bobot) * i32::from(*n)).sum()
    }
}

/// A criterion as frozen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KriteriaBeku {
    /// Its key.
    pub kunci: String,
    /// Percent.
    pub bobot: u8,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KursiBeku {
    /// The post.
    pub pos: String,
    /// Which of its places, from 0.
    pub tempat: u32,
    /// What the post is called.
    pub jabatan: String,
    /// Its unit, by place in [`Beku::unit`].
    pub unit: u32,
    /// Level of the post, in words of the register.
    pub jenjang: String,
    /// Kelas jabatan.
    pub kelas: i64,
    /// Counts double: must not stay empty.
    pub kritis: bool,
    /// Who holds it now and may be moved, by place in [`Beku::calon`].
    pub pemegang: Option<u32>,
    /// The group of posts asked about alike, by place in [`Beku::kelompok`].
    pub kelompok: u32,
}

/// A person considered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalonBeku {
    /// Who.
    pub pegawai: PegawaiId,
    /// Where they work, by place in [`Beku::unit`].
    pub unit: u32,
    /// What they are now.
    pub jabatan: String,
    /// The seat they hold, by place in [`Beku::kursi`].
    pub asal: Option<u32>,
    /// Place in the order of rank (DUK) of this round, 0 first.
    pub duk: u32,
}

/// Somebody who may sit somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Pasangan {
    /// The seat.
    pub kursi: u32,
    /// The person.
    pub calon: u32,
    /// Points for each criterion, 0 to 100.
    pub nilai: Vec<u8>,
    /// Sum of weight × points: hundredths of a point, 0 to 10,000.
    pub skor: i32,
}

/// Why somebody may not sit in a group of posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pengecualian {
    /// Who.
    pub pegawai: PegawaiId,
    /// The group of posts.
    pub kelompok: u32,
    /// The norm; empty for what is no norm (declined, conflict of interest).
    pub norma: String,
    /// The condition that decides.
    pub syarat: String,
    /// How it reads, with its article.
    pub bunyi: String,
}

/// The condition that stands for one told to the person alone.
pub const TERTUTUP: &str = "tertutup";

impl Pengecualian {
    /// Whether the reason is told to the person alone: others are not even shown that there is one.
    pub fn tertutup(&self) -> bool {
        self.norma.is_empty() && self.syarat == TERTUTUP
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UnitBeku {
    /// Its id.
    pub unor: String,
    /// Its name.
    pub nama: String,
    /// Its perangkat daerah or region, for effects.
    pub wilayah: String,
    /// Most holders that may leave it in this round; `None` without limit.
    pub batas: Option<u32>,
}
