//! What an event of a rakor says, as it stands in the journal. A word here is in the journal for ever: it may
//! retire, it is never reused, and fields are only added, with a default.

mod hari;
mod hari_opsi;
mod templat;
mod tertib;

pub use templat::Templat;
pub use tertib::{Kuorum, MintaBicara, Suara};

use kernel::Date;
use serde::{Deserialize, Serialize};

/// The sort of thing these events are about.
pub const POKOK: &str = "rakor";

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "snake_case")]
pub enum Isi {
    /// A rakor is planned by its convener.
    Dibuat(Pokok),
    /// The same again, changed.
    Diubah(Pokok),
    /// The agenda as it stands now, in order.
    Agenda {
        /// Its items.
        butir: Vec<ButirAgenda>,
    },
    /// Parties are put on the list.
    Pihak {
        /// Who.
        pihak: Vec<Pihak>,
    },
    /// A party is taken off again, or withdraws: what it did stays.
    PihakDitarik {
        /// Which.
        pihak: String,
        /// Why.
        alasan: String,
    },
    /// Regions are asked for material (surat permintaan bahan).
    BahanDiminta {
        /// Until when.
        #[serde(with = "hari")]
        tenggat: Date,
        /// What for.
        uraian: String,
    },
    /// A problem or a good practice of a region (daftar inventarisasi masalah); a draft until it is sent.
    Masalah(Masalah),
    /// Drafts of an instansi are sent.
    MasalahDikirim {
        /// Which.
        masalah: Vec<String>,
    },
    /// An instansi says it has the same problem, or has seen the practice work.
    MasalahDidukung {
        /// Which.
        masalah: String,
    },
    /// Invitations go out: from here on parties see it.
    Diundang,
    /// A party answers.
    Jawaban(Jawaban),
    /// A paper for the meeting or for one item of its agenda; the file stands in the entry.
    Paparan(Paparan),
    /// An instansi has taken note of a paper (paparan kebijakan).
    PaparanDibaca {
        /// Which.
        paparan: String,
    },
    /// It is opened.
    Dibuka,
    /// Somebody is present.
    Hadir(Hadir),
    /// A presence is struck off: recorded by mistake.
    HadirDicoret {
        /// Which.
        hadir: String,
        /// Why.
        alasan: String,
    },
    /// A paragraph of the minutes is written, or written again.
    Tulis(Tulis),
    /// A party proposes something for the record.
    Usul {
        /// Under which item of the agenda.
        agenda: String,
        /// In its words.
        teks: String,
    },
    /// A point of the rumusan, or its new wording; agreed anew by everybody then.
    Rumusan(Rumusan),
    /// A point is taken out.
    RumusanDicabut {
        /// Which.
        rumusan: String,
        /// Why.
        alasan: String,
    },
    /// A party takes its stand on a point as it is worded now.
    Sikap(Sikap),
    /// The plenary agrees on the points as they stand: they do not change any more.
    Disepakati {
        /// Why it goes on though not every party agreed; empty when all did, and in entries older than this.
        #[serde(default)]
        alasan: String,
    },
    /// It is closed; follow-up goes on.
    Ditutup,
    /// It does not take place.
    Dibatalkan {
        /// Why.
        alasan: String,
    },
    /// A request to a body outside.
    Rekomendasi(Rekomendasi),
    /// A letter went out, an answer came in.
    RekomendasiLanjut {
        /// Which.
        rekomendasi: String,
        /// `terkirim`, `diterima`, `dijawab`, `ditolak`.
        keadaan: String,
        /// The letter's number or what the answer says.
        catatan: String,
        /// When.
        #[serde(with = "hari")]
        tanggal: Date,
    },
    /// A follow-up is agreed, with the figure as it was measured at that moment.
    Rtl(Box<Rtl>),
    /// Its deadline or its words change, with a reason.
    RtlDiubah {
        /// Which.
        rtl: String,
        /// The new deadline.
        #[serde(with = "hari")]
        tenggat: Date,
        /// Why.
        alasan: String,
    },
    /// Its owner reports.
    Laporan(Laporan),
    /// Its verifier says.
    Verifikasi(Verifikasi),
    /// It is given up, with a reason.
    RtlDibatalkan {
        /// Which.
        rtl: String,
        /// Why.
        alasan: String,
    },
    /// A rung of the escalation ladder was reached.
    Eskalasi {
        /// Which.
        rtl: String,
        /// The rung, from 1.
        tingkat: u8,
    },
    /// A document about it was issued.
    Dokumen {
        /// Its kind: `undangan`, `berita_acara`.
        jenis_dokumen: String,
        /// Its id among issued documents.
        surat: String,
        /// For whom, when it is one of several.
        untuk: String,
    },
    /// What it began with: what a template says later does not change it.
    Templat(Box<Templat>),
    /// The letter that entitles a representative; the file stands in the entry.
    SuratKuasa(SuratKuasa),
    /// A vote on a point begins.
    PemungutanDibuka {
        /// Which point.
        rumusan: String,
        /// The wording it is about: the entry that made it.
        versi: String,
    },
    /// An instansi votes, or votes otherwise.
    Suara(Suara),
    /// A vote ends: it counts as it stands.
    PemungutanDitutup {
        /// Which point.
        rumusan: String,
    },
    /// Somebody asks to speak.
    MintaBicara(MintaBicara),
    /// Somebody who asked is given the word, has done, or does not ask any more.
    Bicara {
        /// Which request.
        minta: String,
        /// `diberi`, `selesai`, `ditarik`.
        keadaan: String,
    },
}

/// What a rakor is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pokok {
    /// Key of its template: `kepegawaian`, `korpri`.
    pub templat: String,
    /// What it is called.
    pub judul: String,
    /// Its theme, may be empty.
    #[serde(default)]
    pub tema: String,
    /// The series it belongs to: the first rakor's id; empty when it is the first.
    #[serde(default)]
    pub seri: String,
    /// The rakor before it in the series.
    #[serde(default)]
    pub sebelumnya: String,
    /// Legal basis, in words.
    #[serde(default)]
    pub dasar: String,
    /// The day; `None` when not set yet.
    #[serde(with = "hari_opsi", default)]
    pub tanggal: Option<Date>,
    /// From and to, `09.00`.
    #[serde(default)]
    pub pukul: (String, String),
    /// Where.
    #[serde(default)]
    pub tempat: String,
    /// Link for those who join online.
    #[serde(default)]
    pub tautan: String,
    /// Who leads, in words.
    #[serde(default)]
    pub pimpinan: String,
    /// Votes, quorum and list of speakers are used.
    #[serde(default)]
    pub tata_tertib: bool,
    /// How many parties have to be present; only where votes, quorum and list of speakers are used.
    #[serde(default)]
    pub kuorum: Kuorum,
}

/// A letter that entitles a representative.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SuratKuasa {
    /// Of which party.
    pub pihak: String,
    /// Name of the file.
    pub berkas: String,
    /// Its hash in hexadecimal.
    pub sidik: String,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ButirAgenda {
    /// Its name among the items: stays when they are put in another order.
    pub id: String,
    /// When, `09.30`.
    pub pukul: String,
    /// What about.
    pub judul: String,
    /// Who presents.
    #[serde(default)]
    pub penyaji: String,
}

/// A party: an instansi in a role, or a body outside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pihak {
    /// The instansi served here; empty for a body outside.
    #[serde(default)]
    pub instansi: String,
    /// `Kepala BKPSDM`, `Inspektur`.
    pub peran: String,
    /// What a body outside is called.
    #[serde(default)]
    pub nama: String,
}

/// A problem or a good practice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Masalah {
    /// The one it replaces, by its first entry; empty for a new one.
    #[serde(default)]
    pub mengganti: String,
    /// It is a good practice.
    #[serde(default)]
    pub praktik_baik: bool,
    /// In one sentence.
    pub uraian: String,
    /// Why it is so, or how it was done.
    #[serde(default)]
    pub sebab: String,
    /// What the region asks for, or advises.
    #[serde(default)]
    pub usul: String,
    /// Words to find it by.
    #[serde(default)]
    pub bidang: String,
    /// An indicator it shows in; may be empty.
    #[serde(default)]
    pub indikator: String,
}

/// A party's answer to the invitation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Jawaban {
    /// Which party.
    pub pihak: String,
    /// `hadir`, `mewakili`, `berhalangan`.
    pub jawaban: String,
    /// Who comes.
    #[serde(default)]
    pub nama: String,
    /// In which post.
    #[serde(default)]
    pub jabatan: String,
    /// What entitles a representative: number and date of the letter.
    #[serde(default)]
    pub kuasa: String,
}

/// A paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paparan {
    /// Its title.
    pub judul: String,
    /// The item of the agenda; empty for all of it.
    #[serde(default)]
    pub agenda: String,
    /// Name of the file.
    #[serde(default)]
    pub berkas: String,
    /// Hash of the file in hexadecimal; empty when there is only a text.
    #[serde(default)]
    pub sidik: String,
    /// A policy parties take note of.
    #[serde(default)]
    pub kebijakan: bool,
}

/// Somebody present.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hadir {
    /// Made where it was recorded, so that sending it twice records it once.
    pub kunci: String,
    /// Which party; empty for guests.
    #[serde(default)]
    pub pihak: String,
    /// Instansi or body, in words when it is no party.
    #[serde(default)]
    pub instansi: String,
    /// Who.
    pub nama: String,
    /// NIP, if told.
    #[serde(default)]
    pub nip: String,
    /// Post.
    #[serde(default)]
    pub jabatan: String,
    /// `kode`, `tautan`, `daftar`, `luring`.
    pub cara: String,
    /// When, by the clock of the device that recorded it without a network: microseconds since 1970 UTC.
    #[serde(default)]
    pub jam_perangkat: Option<i64>,
}

/// A paragraph of the minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tulis {
    /// Which, by its first entry; empty for a new one.
    #[serde(default)]
    pub paragraf: String,
    /// The version the writer had before them: the entry that made it; empty for a new one.
    #[serde(default)]
    pub dari: String,
    /// The item of the agenda it stands under.
    #[serde(default)]
    pub agenda: String,
    /// The text.
    pub teks: String,
}

/// A point of the rumusan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rumusan {
    /// Which, by its first entry; empty for a new one.
    #[serde(default)]
    pub rumusan: String,
    /// The wording the writer had before them: the entry that made it.
    #[serde(default)]
    pub dari: String,
    /// The item of the agenda.
    #[serde(default)]
    pub agenda: String,
    /// The point.
    pub teks: String,
    /// It only informs: no follow-up is expected.
    #[serde(default)]
    pub informasi: bool,
}

/// A stand on a point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sikap {
    /// Which point.
    pub rumusan: String,
    /// The wording it is about: the entry that made it.
    pub versi: String,
    /// Of which instansi.
    pub instansi: String,
    /// `sepakat`, `catatan`, `tidak`.
    pub sikap: String,
    /// The note, or why not.
    #[serde(default)]
    pub catatan: String,
}

/// A request to a body outside, or a proposal to the Gubernur.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rekomendasi {
    /// The point it follows from.
    pub rumusan: String,
    /// `luar` (ministry, BKN, court) or `gubernur` (SE, Pergub, letter to Bupati/Wali Kota).
    pub arah: String,
    /// To whom.
    pub kepada: String,
    /// What is asked for.
    pub permintaan: String,
    /// Legal basis.
    #[serde(default)]
    pub dasar: String,
    /// Facts.
    #[serde(default)]
    pub fakta: String,
    /// Until when an answer is hoped for.
    #[serde(with = "hari_opsi", default)]
    pub tenggat: Option<Date>,
}

/// A figure as it was measured: exact, with what it was computed from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Angka {
    /// Numerator.
    pub atas: i64,
    /// Denominator; 1 for counts.
    pub bawah: i64,
    /// The day it is about.
    #[serde(with = "hari_opsi", default)]
    pub berlaku: Option<Date>,
    /// Known up to: microseconds since 1970 UTC.
    #[serde(default)]
    pub diketahui: i64,
}

/// A follow-up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rtl {
    /// The point it follows from.
    pub rumusan: String,
    /// What is done.
    pub uraian: String,
    /// Who owns it.
    pub instansi: String,
    /// Which unit, in words.
    #[serde(default)]
    pub unit: String,
    /// Until when.
    #[serde(with = "hari_opsi")]
    pub tenggat: Option<Date>,
    /// What is to be shown.
    pub bukti: String,
    /// The instansi that verifies.
    pub verifikator: String,
    /// Who there, in words.
    #[serde(default)]
    pub verifikator_jabatan: String,
    /// The indicator it moves; empty when none.
    #[serde(default)]
    pub indikator: String,
    /// The target in hundredths of the indicator's unit.
    #[serde(default)]
    pub target: Option<i64>,
    /// The figure at the moment of agreement; `None` when it could not be measured.
    #[serde(default)]
    pub awal: Option<Angka>,
    /// Those of one fan-out share this word; empty when it stands alone.
    #[serde(default)]
    pub kelompok: String,
    /// What gives it authority in a kab/kota: number of the letter or SE of the Gubernur; may be empty.
    #[serde(default)]
    pub kewenangan: String,
}

/// A report of an owner; the file stands in the entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Laporan {
    /// About which.
    pub rtl: String,
    /// What was done.
    pub teks: String,
    /// The owner says it is done.
    #[serde(default)]
    pub selesai: bool,
    /// What is in the way.
    #[serde(default)]
    pub kendala: String,
    /// Name of the evidence file; empty when none.
    #[serde(default)]
    pub berkas: String,
    /// Its hash in hexadecimal.
    #[serde(default)]
    pub sidik: String,
}

/// What a verifier says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verifikasi {
    /// About which.
    pub rtl: String,
    /// The report it is about.
    pub laporan: String,
    /// It is done.
    pub selesai: bool,
    /// Why, or what is missing.
    pub alasan: String,
    /// The figure at that moment.
    #[serde(default)]
    pub angka: Option<Angka>,
}

impl Isi {
    /// The word of the journal and the particulars.
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
        let bare = serde_json::json!({ "jenis": jenis });
        let whole = serde_json::json!({ "jenis": jenis, "isi": content });
        serde_json::from_value(whole).or_else(|_| serde_json::from_value(bare)).ok()
    }
}

/// Words of the journal.
const WORDS: [&str; 40] = [
    "dibuat",
    "diubah",
    "agenda",
    "pihak",
    "pihak_ditarik",
    "bahan_diminta",
    "masalah",
    "masalah_dikirim",
    "masalah_didukung",
    "diundang",
    "jawaban",
    "paparan",
    "paparan_dibaca",
    "dibuka",
    "hadir",
    "hadir_dicoret",
    "tulis",
    "usul",
    "rumusan",
    "rumusan_dicabut",
    "sikap",
    "disepakati",
    "ditutup",
    "dibatalkan",
    "rekomendasi",
    "rekomendasi_lanjut",
    "rtl",
    "rtl_diubah",
    "laporan",
    "verifikasi",
    "rtl_dibatalkan",
    "eskalasi",
    "dokumen",
    "templat",
    "surat_kuasa",
    "pemungutan_dibuka",
    "suara",
    "pemungutan_ditutup",
    "minta_bicara",
    "bicara",
];
