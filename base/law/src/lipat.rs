//! From a person's documents to what the law asks of them: one reading for every fact of the
//! vocabulary that comes from the register. What no document says stays unknown; that there is none
//! is only said where a document, the legal status or a declaration about the whole history says so.

mod jabatan;
mod riwayat;

use crate::potret::Potret;
use crate::value::{Known, Source, Type, Value};
use crate::vocabulary::{Asal, FaktaId, Vocabulary};
use kernel::check::{Context, Person};
use kernel::register::{counted_from, part_time};
use kernel::tables::{Ambang, Kelompok};
use kernel::{Date, Field, Golongan, Kind, Row, Snapshot, Tables};

/// What a reading finds, and the rows that say so.
pub struct Read<'l> {
    /// The value.
    pub what: What,
    /// Its rows.
    pub rows: Vec<&'l Row>,
}

/// A value in the words of the register.
pub enum What {
    /// A choice of the vocabulary, by its word.
    Word(&'static str),
    /// The same, as a document writes it.
    Said(String),
    /// A day.
    Day(Date),
    /// A whole number.
    Int(i64),
    /// Hundredths.
    Hundredths(i64),
    /// Yes or no.
    Yes(bool),
    /// Known not to be there.
    Absent,
    /// Nobody says.
    Unknown,
}

/// A person being read.
pub struct Seen<'s, 'l> {
    /// As the checks see them.
    pub p: Person<'s, 'l>,
    /// The same snapshot.
    pub snapshot: &'s Snapshot<'l>,
    /// Kinds of history declared complete for the instansi.
    pub lengkap: &'s [Kind],
}

type Reading = for<'s, 'l> fn(&Seen<'s, 'l>) -> Read<'l>;

/// Every reading by the name of its fact.
const READINGS: &[(&str, Reading)] = &[
    ("jenis_asn", jenis_asn),
    ("aktif", |s| s.state(Kind::Status, What::Yes(s.p.active))),
    ("tanggal_lahir", |s| s.stated(Field::TanggalLahir, s.p.birth.map(What::Day))),
    ("jenis_kelamin", jenis_kelamin),
    ("tmt_cpns", |s| s.of_pns(s.p.cpns, Kind::Cpns)),
    ("tmt_pns", |s| s.of_pns(s.p.pns, Kind::Pns)),
    ("golongan", |s| golongan(s, true)),
    ("golongan_pppk", |s| golongan(s, false)),
    ("tmt_golongan", |s| s.state(Kind::Golongan, day(s.snapshot.tmt_of(Kind::Golongan)))),
    ("mkg_sejak", |s| s.state(Kind::Golongan, day(counted_from(s.snapshot)))),
    ("tmt_kgb", |s| s.state(Kind::GajiBerkala, day(s.snapshot.tmt_of(Kind::GajiBerkala)))),
    ("gaji_pokok", |s| s.stated(Field::GajiPokok, s.snapshot.int(Field::GajiPokok).map(What::Int))),
    ("pendidikan", pendidikan),
    ("tahun_lulus", |s| s.stated(Field::TahunLulus, s.snapshot.int(Field::TahunLulus).map(What::Int))),
    ("kelompok_jabatan", jabatan::kelompok),
    ("jenjang_jf", jabatan::jenjang),
    ("eselon", jabatan::eselon),
    ("guru", jabatan::guru),
    ("kp_dpk_penuh", jabatan::di_luar),
    ("tmt_jabatan", |s| s.state(Kind::Jabatan, day(s.snapshot.tmt_of(Kind::Jabatan)))),
    ("predikat_1", |s| riwayat::predikat(s, 1)),
    ("predikat_2", |s| riwayat::predikat(s, 2)),
    ("hukdis_sampai", riwayat::hukdis_sampai),
    ("hukdis_terberat_5", riwayat::hukdis_terberat),
    ("kontrak_mulai", |s| riwayat::kontrak(s, true)),
    ("kontrak_sampai", |s| riwayat::kontrak(s, false)),
    ("jp_tahun_ini", |s| riwayat::jp(s, 0)),
    ("jp_tahun_lalu", |s| riwayat::jp(s, 1)),
    ("diklat_pim", riwayat::diklat_pim),
    ("diklat_teknis_terakhir", riwayat::diklat_teknis),
    ("diklat_fungsional", riwayat::diklat_fungsional),
    ("seminar_terakhir", riwayat::seminar),
    ("ujian_dinas_1", |s| riwayat::ujian(s, riwayat::Ujian::Dinas1)),
    ("ujian_dinas_2", |s| riwayat::ujian(s, riwayat::Ujian::Dinas2)),
    ("ukppi", |s| riwayat::ujian(s, riwayat::Ujian::Ukppi)),
    ("tugas_belajar_sampai", |s| riwayat::sedang(s, Kind::TugasBelajar, "tugas belajar")),
    ("cltn_sampai", |s| riwayat::sedang(s, Kind::Cltn, "cltn")),
    ("diberhentikan_sementara", riwayat::sementara),
    ("angka_kredit", riwayat::angka_kredit),
    ("tmt_cuti_besar", riwayat::cuti_besar),
    ("plt_sejak", riwayat::plt),
];

/// Readings tied to the facts of one vocabulary.
#[derive(Clone)]
pub struct Lipat {
    slots: Vec<(FaktaId, Type, Reading)>,
}

impl Lipat {
    /// Ties readings to facts.
    ///
    /// # Errors
    /// Facts of the register nothing here reads.
    pub fn new(words: &Vocabulary) -> Result<Lipat, Vec<String>> {
        let (mut slots, mut wrong) = (Vec::new(), Vec::new());
        for (i, fakta) in words.fakta_list().iter().enumerate().filter(|(_, f)| f.asal == Asal::Riwayat) {
            match READINGS.iter().find(|(name, _)| *name == &*fakta.nama) {
                Some((_, reading)) => slots.push((FaktaId(i as u16), fakta.tipe, *reading)),
                None => {
                    wrong.push(format!("program ini belum dapat melipat fakta {} dari register.", fakta.nama))
                }
            }
        }
        if wrong.is_empty() { Ok(Lipat { slots }) } else { Err(wrong) }
    }

    /// The portrait of a person as of the snapshot's moment. With `sources` every fact names its documents.
    pub fn potret(
        &self,
        words: &Vocabulary,
        snapshot: &Snapshot<'_>,
        tables: &Tables,
        context: &Context<'_>,
        lengkap: &[Kind],
        sources: bool,
    ) -> Potret {
        let seen = Seen { p: Person::new(snapshot, tables, context), snapshot, lengkap };
        let mut potret = Potret::of_register(words);
        for (id, tipe, reading) in &self.slots {
            let read = reading(&seen);
            let known = known(words, *tipe, read.what);
            if sources && !read.rows.is_empty() {
                let documents = read.rows.iter().map(|row| source(snapshot, row)).collect();
                potret.state(*id, known, documents);
            } else {
                potret.set(*id, known);
            }
        }
        potret
    }
}

fn known(words: &Vocabulary, tipe: Type, what: What) -> Known {
    let word = |word: &str| match tipe {
        Type::Pilihan(jenis) => {
            words.jenis(jenis).find(word).map_or(Known::Unknown, |i| Known::Is(Value::Pick(jenis, i)))
        }
        _ => Known::Unknown,
    };
    match what {
        What::Word(w) => word(w),
        What::Said(w) => word(&w),
        What::Day(d) => Known::Is(Value::Day(d)),
        What::Int(n) => Known::Is(Value::int(n)),
        What::Hundredths(n) => {
            crate::number::Exact::new(i128::from(n), 100).map_or(Known::Unknown, |n| Known::Is(Value::Num(n)))
        }
        What::Yes(yes) => Known::Is(Value::Yes(yes)),
        What::Absent => Known::Absent,
        What::Unknown => Known::Unknown,
    }
}

/// `SK Bupati 821/077 tanggal 1 April 2024`
fn source(snapshot: &Snapshot<'_>, row: &Row) -> Source {
    let document = &snapshot.ledger().head(row).document;
    let mut text = document.jenis.clone();
    if !document.nomor.is_empty() {
        text.push(' ');
        text.push_str(&document.nomor);
    }
    if let Some(day) = document.tanggal {
        text.push_str(" tanggal ");
        text.push_str(&crate::value::long_date(day));
    }
    Source { fact: row.id, dokumen: text }
}

fn day(day: Option<Date>) -> What {
    day.map_or(What::Unknown, What::Day)
}

impl<'s, 'l> Seen<'s, 'l> {
    /// From the row that decides a state.
    fn state(&self, kind: Kind, what: What) -> Read<'l> {
        Read { what, rows: self.snapshot.state(kind).into_iter().collect() }
    }

    /// From the row that states a field.
    fn stated(&self, field: Field, what: Option<What>) -> Read<'l> {
        let rows = self.snapshot.get(field).map(|s| s.row).into_iter().collect();
        Read { what: what.unwrap_or(What::Unknown), rows }
    }

    /// A day only PNS and CPNS have.
    fn of_pns(&self, found: Option<Date>, kind: Kind) -> Read<'l> {
        let what = if self.p.is_pppk() { What::Absent } else { day(found) };
        self.state(kind, what)
    }

    fn threshold(&self, name: Ambang) -> i64 {
        self.p.ambang(name).unwrap_or(i64::MAX)
    }

    /// Nothing recorded: absent when the history of the kind is declared complete, else unknown.
    fn none(&self, kind: Kind) -> Read<'l> {
        let what = if self.lengkap.contains(&kind) { What::Absent } else { What::Unknown };
        Read { what, rows: Vec::new() }
    }
}

fn jenis_asn<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    use kernel::check::Status;
    // Whoever retired or was dismissed is bound to nobody any more.
    let gone = s.p.kedudukan.is_some_and(|item| item.info.kelompok == Kelompok::Berhenti);
    let what = match s.p.status {
        _ if gone => What::Absent,
        Status::Cpns => What::Word("CPNS"),
        Status::Pns => What::Word("PNS"),
        Status::Pppk if part_time(s.snapshot) => What::Word("PPPK_PARUH_WAKTU"),
        Status::Pppk => What::Word("PPPK"),
        Status::NonAsn => What::Word("NON_ASN"),
        Status::Unknown => What::Unknown,
    };
    s.state(Kind::Status, what)
}

fn jenis_kelamin<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let what = match s.snapshot.text(Field::JenisKelamin).chars().next() {
        Some('L' | 'l' | 'M' | 'm') => What::Word("L"),
        Some('P' | 'p' | 'F' | 'f' | 'W' | 'w') => What::Word("P"),
        _ => What::Unknown,
    };
    s.stated(Field::JenisKelamin, Some(what))
}

fn golongan<'l>(s: &Seen<'_, 'l>, pns: bool) -> Read<'l> {
    let mine = if pns { s.p.is_pns() } else { s.p.is_pppk() };
    let other = if pns { s.p.is_pppk() } else { s.p.is_pns() };
    let what = match s.p.golongan() {
        _ if other => What::Absent,
        Some(found) if mine && matches!(found, Golongan::Pns(_)) == pns => What::Said(found.to_string()),
        _ => What::Unknown,
    };
    s.state(Kind::Golongan, what)
}

/// BKN's codes of levels of education in the words of the vocabulary.
const PENDIDIKAN: &[(&str, &str)] = &[
    ("05", "SD"),
    ("10", "SLTP"),
    ("12", "SLTP_KEJURUAN"),
    ("15", "SLTA"),
    ("17", "SLTA_KEJURUAN"),
    ("18", "SLTA_KEJURUAN"),
    ("20", "D1"),
    ("25", "D2"),
    ("30", "D3"),
    ("35", "D4"),
    ("40", "S1"),
    ("42", "PROFESI"),
    ("45", "S2"),
    ("47", "S2"),
    ("49", "S3"),
    ("50", "S3"),
];

fn pendidikan<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let code = s.snapshot.text(Field::TingkatPendidikanId);
    let named =
        || s.p.tables.pendidikan_by_name(s.snapshot.text(Field::TingkatPendidikan)).map(|item| &*item.kode);
    let known = s.p.tables.pendidikan(code).map(|item| &*item.kode).or_else(named);
    let word = known.and_then(|code| PENDIDIKAN.iter().find(|(c, _)| *c == code));
    s.state(Kind::Pendidikan, word.map_or(What::Unknown, |(_, word)| What::Word(word)))
}
