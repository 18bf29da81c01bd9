//! What an event of a placement round (rencana mutasi) says, as it stands in the journal. A word here is in the
//! journal for ever: it may retire, it is never reused, and fields are only added, with a default.

pub(crate) mod hari;
mod isian;

pub use isian::{
    Bobot, Gerbang, Hadirin, Kriteria, Minat, Pengesampingan, Penyimpangan, Pilihan, Pokok, PosRencana,
    Putusan, Surat, Terbit,
};

use serde::{Deserialize, Serialize};

/// The sort of thing these events are about.
pub const POKOK: &str = "penempatan";

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "snake_case")]
pub enum Isi {
    /// A round is opened by its owner.
    Dibuka(Pokok),
    /// The same again, changed.
    Diubah(Pokok),
    /// The posts of the round as they stand now.
    Pos {
        /// Which.
        pos: Vec<PosRencana>,
    },
    /// Criteria and weights as they stand now.
    Kriteria(Kriteria),
    /// Requirements and weights are announced: from here on they do not change any more.
    Diumumkan(Surat),
    /// Somebody asks for posts, or withdraws that again (no posts).
    Minat(Minat),
    /// Somebody is left out for a reason the law allows, on an own letter or that of an official.
    Dikesampingkan(Pengesampingan),
    /// A named official decides what the law leaves to an official, or what data do not tell.
    Putusan(Putusan),
    /// Inputs are frozen: the kept file holds them.
    Dikunci {
        /// SHA-256 of that file, in hexadecimal.
        sidik: String,
        /// Hash of the law pack they were judged by.
        paket: String,
    },
    /// They are thawed again, before anything was decided on them.
    KunciDibuka {
        /// Why.
        alasan: String,
    },
    /// A plan was worked out from the frozen inputs: the kept file holds it.
    Dihitung {
        /// SHA-256 of that file, in hexadecimal.
        sidik: String,
        /// SHA-256 of the inputs it was worked out from.
        masukan: String,
        /// The objective, in decimal: larger than JSON numbers may be.
        nilai: String,
    },
    /// The meeting of the Tim Penilai Kinerja or the panitia seleksi on the plan.
    Rapat(Surat),
    /// A gate was passed.
    Gerbang(Gerbang),
    /// The PPK chooses another eligible person than the plan does, or leaves a seat empty.
    Menyimpang(Penyimpangan),
    /// That is taken back.
    PenyimpanganDicabut {
        /// Of which post.
        pos: String,
        /// Of which of its places; `None` of all of them.
        #[serde(default)]
        tempat: Option<u32>,
        /// Why.
        alasan: String,
    },
    /// The PPK chooses one of the names presented for a post.
    Pilihan(Pilihan),
    /// The PPK decides the round.
    Diputus(Surat),
    /// The decision (SK) is recorded in the journal of the people it is about, as one dated change.
    Ditetapkan(Surat),
    /// Pelantikan and oath took place.
    Pelantikan(Surat),
    /// Statements that duty is taken up (SPMT).
    Spmt(Surat),
    /// It was reported to whom it has to be.
    Laporan(Surat),
    /// It was looked back on.
    Ditinjau {
        /// What was seen.
        catatan: String,
    },
    /// A file that names people was downloaded.
    Diunduh {
        /// What: `pertek.zip`.
        berkas: String,
        /// SHA-256 of what was given out.
        sidik: String,
        /// How many people it names.
        orang: u32,
    },
    /// A bundle of the round is published: the kept file is what anybody may compare with.
    Bundel {
        /// Whom it is for: `lengkap` (panel and auditors) or `umum` (everybody).
        lingkup: String,
        /// SHA-256 of the file, in hexadecimal.
        sidik: String,
    },
    /// Letters of the round are issued, each with its code.
    Diterbitkan {
        /// Which letter, by its word: `keputusan`, `petikan`.
        surat: String,
        /// The documents.
        dokumen: Vec<Terbit>,
    },
    /// It does not go on.
    Dibatalkan {
        /// Why.
        alasan: String,
    },
}

impl Isi {
    /// The word of the journal, and the particulars as JSON.
    pub fn tulis(&self) -> (&'static str, String) {
        let value = serde_json::to_value(self).unwrap_or_default();
        let word = value["jenis"].as_str().unwrap_or("");
        let word = WORDS.iter().find(|known| **known == word).copied();
        let content = value.get("isi").map_or_else(|| "{}".to_owned(), ToString::to_string);
        // Every variant stands in the list: a test holds the two together.
        (word.unwrap_or_else(|| unreachable!("a word of the list")), content)
    }

    /// Back from them; `None` for what this program does not know.
    pub fn baca(jenis: &str, isi: &str) -> Option<Isi> {
        let content: serde_json::Value = serde_json::from_str(isi).ok()?;
        serde_json::from_value(serde_json::json!({ "jenis": jenis, "isi": content })).ok()
    }
}

/// Words of the journal.
const WORDS: [&str; 26] = [
    "dibuka",
    "diubah",
    "pos",
    "kriteria",
    "diumumkan",
    "minat",
    "dikesampingkan",
    "putusan",
    "dikunci",
    "kunci_dibuka",
    "dihitung",
    "rapat",
    "gerbang",
    "menyimpang",
    "penyimpangan_dicabut",
    "pilihan",
    "diputus",
    "ditetapkan",
    "pelantikan",
    "spmt",
    "laporan",
    "ditinjau",
    "diunduh",
    "bundel",
    "diterbitkan",
    "dibatalkan",
];
