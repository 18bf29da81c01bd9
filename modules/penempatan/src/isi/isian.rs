//! The particulars of events.

use super::hari;
use kernel::Date;
use serde::{Deserialize, Serialize};

/// What a round is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pokok {
    /// Its name.
    pub judul: String,
    /// Its kind, by its key in the law pack: `rotasi_jpt`, `seleksi_jpt`, `administrator_pengawas`, `fungsional_pelaksana`.
    pub macam: String,
    /// What it rests on, in words with number and date.
    pub dasar: String,
    /// The day it is about (berlaku): requirements and posts are read as of it, and SK take effect on it.
    #[serde(with = "hari")]
    pub berlaku: Date,
    /// Its timetable: what, and until when.
    #[serde(default)]
    pub jadwal: Vec<(String, String)>,
    /// The unit whose people are considered; empty for the whole instansi.
    #[serde(default)]
    pub unor: String,
    /// Kinds of post whose holders are considered, by level of the register; empty for whoever meets the requirements.
    #[serde(default)]
    pub jenjang: Vec<String>,
    /// Least gain for which somebody who holds a post is moved, in hundredths of a point.
    #[serde(default)]
    pub pindah_min: i64,
    /// Most holders of a unit that may leave it, in percent; 0 for no limit.
    #[serde(default)]
    pub batas_unit: i64,
    /// Whether holders of posts of the round may be moved by it (a rotation), or vacancies are filled only.
    #[serde(default)]
    pub rotasi: bool,
}

/// A post of the round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosRencana {
    /// Its id in the register.
    pub pos: String,
    /// How many of its places are filled by the round.
    pub tempat: i64,
    /// It must not stay empty: counts double.
    #[serde(default)]
    pub kritis: bool,
    /// Why it is or becomes vacant: `lowong`, `pensiun`, `plt_berakhir`, `rotasi`.
    #[serde(default)]
    pub sebab: String,
}

/// Weights of the round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kriteria {
    /// Criteria with their weights; they sum to 100.
    pub bobot: Vec<Bobot>,
    /// Ties are broken by the order of rank (DUK), as the announcement of this round says.
    #[serde(default)]
    pub duk: bool,
}

/// A criterion with its weight.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bobot {
    /// Key of the criterion.
    pub kriteria: String,
    /// Percent.
    pub bobot: u8,
}

/// A letter, minutes, a record: what a step rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Surat {
    /// Its number.
    pub nomor: String,
    /// Its date.
    #[serde(with = "hari")]
    pub tanggal: Date,
    /// What it says in short.
    #[serde(default)]
    pub catatan: String,
    /// Name of the file.
    #[serde(default)]
    pub berkas: String,
    /// SHA-256 of the file in hexadecimal; empty without one.
    #[serde(default)]
    pub sidik: String,
    /// Members of the meeting, or witnesses of the oath.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hadir: Vec<Hadirin>,
}

/// Somebody who took part in a step and signs its minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hadirin {
    /// Name with titles.
    pub nama: String,
    /// Jabatan.
    pub jabatan: String,
    /// `Ketua`, `Sekretaris`, `Anggota`; empty for a witness.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sebagai: String,
    /// Pangkat; empty for a member, and for whoever has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pangkat: String,
    /// NIP; likewise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nip: String,
}

/// An issued document of a round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terbit {
    /// Its code.
    pub kode: String,
    /// Whom it is about; empty for everybody who moves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pegawai: String,
}

/// Posts somebody asks for, in order of preference; none withdraws.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Minat {
    /// Who.
    pub pegawai: String,
    /// Which posts.
    pub pos: Vec<String>,
}

/// Somebody is not considered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pengesampingan {
    /// Who.
    pub pegawai: String,
    /// For which post; empty for all of them.
    #[serde(default)]
    pub pos: String,
    /// `menolak` (declines, where the law allows it) or `konflik` (family or conflict of interest).
    pub sebab: String,
    /// Reason, with the letter it rests on.
    pub alasan: String,
    /// Taken back again.
    #[serde(default)]
    pub dicabut: bool,
}

/// A decision on what the law leaves open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Putusan {
    /// The norm.
    pub norma: String,
    /// Its condition; empty for the whole norm.
    #[serde(default)]
    pub syarat: String,
    /// About whom; nobody named: everybody about whom it is open and no decision by name stands.
    #[serde(default)]
    pub pegawai: Vec<String>,
    /// The group of posts it is about, by the key a round gives it; empty for every one.
    #[serde(default)]
    pub kelompok: String,
    /// Whether it is met.
    pub terpenuhi: bool,
    /// The official who decides: name and post.
    pub pejabat: String,
    /// Why.
    pub alasan: String,
}

/// A gate that was passed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gerbang {
    /// Its key in the law pack.
    pub gerbang: String,
    /// The post it is about; empty for the round.
    #[serde(default)]
    pub pos: String,
    /// `disetujui`, `ditolak`, `dimintakan`.
    pub hasil: String,
    /// The letter.
    pub surat: Surat,
}

/// A deviation of the PPK from the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Penyimpangan {
    /// The seat: id of the post, and which of its places.
    pub pos: String,
    /// Which of its places, from 0.
    #[serde(default)]
    pub tempat: u32,
    /// Who instead; empty when nobody is to come into the seat.
    pub pegawai: String,
    /// What it costs the plan, in the units of the objective, in decimal.
    pub biaya: String,
    /// Why.
    pub alasan: String,
    /// Everybody else is seated anew as well as can be around it; otherwise whoever is displaced goes back home.
    #[serde(default)]
    pub susun_ulang: bool,
}

impl Penyimpangan {
    /// Whether the seat is left empty by it.
    pub fn kosong(&self) -> bool {
        self.pegawai.is_empty()
    }
}

/// One of the names presented is chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pilihan {
    /// The post.
    pub pos: String,
    /// Who.
    pub pegawai: String,
    /// Why.
    pub alasan: String,
}
