//! What can be chosen instead of typed: code lists, and posts and units of the instansi.

use super::isian::{Isian, Pernyataan, name};
use kernel::tables::{Daftar, JenisJabatan};
use kernel::typed::Salah;
use kernel::{Date, Field, Kind, Tables, Value};

/// What the form is read against.
pub struct Rujukan<'a> {
    /// Tables of the law and of SIASN.
    pub tables: &'a Tables,
    /// Today.
    pub today: Date,
    /// A post of the person's instansi by its id.
    pub post: &'a dyn Fn(&str) -> Option<Pos>,
    /// The name of a unit of it by its id.
    pub unit: &'a dyn Fn(&str) -> Option<String>,
    /// Whether the form withholds a field: left empty in a ralat, it stays as recorded.
    pub withheld: &'a dyn Fn(Field) -> bool,
}

/// A post that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pos {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub jabatan: String,
    /// Its jenis jabatan, by code or by name.
    pub jenis: String,
    /// Eselon or jenjang.
    pub jenjang: String,
    /// Its unit.
    pub unor: String,
    /// Name of that unit.
    pub unor_nama: String,
}

/// A code list of a field.
pub struct List {
    /// The field that holds the code, when there is one beside the word.
    pub code: Option<Field>,
    /// What can be chosen.
    pub items: Vec<Choice>,
}

/// One line of a list.
pub struct Choice {
    /// What a form sends.
    pub value: String,
    /// Its code, empty where there is none.
    pub code: String,
    /// What the register keeps.
    pub word: String,
    /// What people read.
    pub label: String,
}

/// Fields chosen from a list: the word, its code, the list.
const LISTED: &[(Field, Field, Daftar)] = &[
    (Field::GolonganNama, Field::GolonganId, Daftar::Golongan),
    (Field::GolonganAwal, Field::GolonganAwalId, Daftar::Golongan),
    (Field::JenisJabatan, Field::JenisJabatanId, Daftar::JenisJabatan),
    (Field::Kedudukan, Field::KedudukanId, Daftar::Kedudukan),
    (Field::JenisPegawai, Field::JenisPegawaiId, Daftar::JenisPegawai),
    (Field::TingkatPendidikan, Field::TingkatPendidikanId, Daftar::Pendidikan),
    (Field::Agama, Field::AgamaId, Daftar::Agama),
    (Field::JenisKawin, Field::JenisKawinId, Daftar::JenisKawin),
];

/// Words kept in a field without a code beside them.
const WORDS: &[(Field, &[(&str, &str)])] = &[
    (Field::JenisKelamin, &[("M", "Laki-laki"), ("F", "Perempuan")]),
    (
        Field::StatusPegawai,
        &[
            ("PNS", "PNS"),
            ("CPNS", "CPNS"),
            ("PPPK", "PPPK"),
            ("PPPK_PARUH_WAKTU", "PPPK paruh waktu"),
            ("NON_ASN", "Non-ASN"),
        ],
    ),
    (Field::PenugasanJenis, &[("Plt", "Plt"), ("Plh", "Plh"), ("Pj", "Pj")]),
];

/// The list of a field; `None` when it is typed.
pub fn list(field: Field, tables: &Tables) -> Option<List> {
    let coded = |code, daftar| {
        let choice = |(code, word): (&str, &str)| Choice {
            value: if code.is_empty() { word.to_owned() } else { code.to_owned() },
            code: code.to_owned(),
            word: word.to_owned(),
            label: word.to_owned(),
        };
        Some(List { code: Some(code), items: tables.daftar(daftar).into_iter().map(choice).collect() })
    };
    match LISTED.iter().find(|l| l.0 == field) {
        Some(&(_, code, daftar)) => coded(code, daftar),
        None => {
            let words = WORDS.iter().find(|w| w.0 == field)?.1;
            let choice = |(word, label): &(&str, &str)| Choice {
                value: (*word).into(),
                code: String::new(),
                word: (*word).into(),
                label: (*label).into(),
            };
            Some(List { code: None, items: words.iter().map(choice).collect() })
        }
    }
}

/// The field that holds the code of a listed one.
pub fn code_of(field: Field) -> Option<Field> {
    LISTED.iter().find(|l| l.0 == field).map(|l| l.1)
}

/// Whether the form asks for a field itself: codes follow from their words, and ids of posts and units
/// from what was chosen.
pub fn asked(field: Field) -> bool {
    let code = LISTED.iter().any(|l| l.1 == field);
    !code
        && !matches!(
            field,
            Field::PosId
                | Field::JabatanUnorId
                | Field::UnorId
                | Field::PenugasanUnorId
                | Field::PenugasanPosId
        )
}

/// Whether a post or a unit is looked for in statements of this kind.
pub fn searches(kind: Kind) -> bool {
    matches!(kind, Kind::Jabatan | Kind::UnitKerja | Kind::Penugasan)
}

/// Whether a text holds every word typed.
pub fn holds_all(text: &str, typed: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = typed.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| text.contains(&word.to_lowercase()))
}

/// `Kepala Bidang Mutasi, BKPSDM`.
pub fn post_words(pos: &Pos) -> String {
    match pos.unor_nama.as_str() {
        "" => pos.jabatan.clone(),
        unit => format!("{}, {unit}", pos.jabatan),
    }
}

/// What follows from the post or unit chosen.
pub fn chosen(
    n: usize,
    p: &Pernyataan,
    isian: &Isian,
    rujukan: &Rujukan<'_>,
    salah: &mut Vec<Salah>,
) -> Vec<(Field, Value)> {
    let text = |field, text: &str| (!text.is_empty()).then(|| (field, Value::text(text)));
    let post = rujukan.post;
    // A unit of its own is rarely chosen beside a post: the post's unit is meant.
    let beside = isian.pernyataan.iter().find(|other| other.kind == Kind::Jabatan);
    let pilih = match (p.kind, p.pilih.as_str()) {
        (Kind::UnitKerja, "") => beside.and_then(|j| post(&j.pilih)).map_or(String::new(), |pos| pos.unor),
        (_, pilih) => pilih.to_owned(),
    };
    if pilih.is_empty() || !searches(p.kind) {
        return Vec::new();
    }
    let found = match p.kind {
        Kind::UnitKerja => {
            (rujukan.unit)(&pilih).map(|nama| vec![text(Field::UnorId, &pilih), text(Field::UnorNama, &nama)])
        }
        Kind::Penugasan => post(&pilih).map(|pos| {
            vec![
                text(Field::PenugasanPosId, &pos.id),
                text(Field::PenugasanUnorId, &pos.unor),
                text(Field::PenugasanJabatan, &pos.jabatan),
            ]
        }),
        _ => post(&pilih).map(|pos| {
            // Lists state the kind of a post by code or by name.
            let kind = rujukan.tables.jenis_pos(&pos.jenis);
            let rows = rujukan.tables.daftar(Daftar::JenisJabatan);
            let own = |row: &(&str, &str)| kind.is_some() && JenisJabatan::from_code(row.0) == kind;
            let (kode, jenis) = rows.into_iter().find(own).unwrap_or_default();
            vec![
                text(Field::PosId, &pos.id),
                text(Field::JabatanUnorId, &pos.unor),
                text(Field::JabatanNama, &pos.jabatan),
                text(Field::JenisJabatanId, kode),
                text(Field::JenisJabatan, jenis),
            ]
        }),
    };
    match found {
        Some(values) => values.into_iter().flatten().collect(),
        None => {
            let sentence =
                "Pos atau unit yang dipilih tidak ada lagi pada peta organisasi. Cari dan pilih lagi.";
            salah.push((name(n, "cari"), sentence.into()));
            Vec::new()
        }
    }
}
