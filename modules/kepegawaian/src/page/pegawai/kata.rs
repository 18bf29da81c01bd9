//! Facts in words: which columns a history has, what a document established.

use host::sight::{HIDDEN, Sight};
use kernel::{Document, Fact, Field, Kind, Rank, Value};
use web::format;

/// A column of a history.
#[derive(Clone, Copy)]
pub enum Column {
    /// One field.
    Field(Field),
    /// Years and months of service together.
    MasaKerja,
    /// Everything else the fact states, codes left out.
    Rest,
}

/// The columns of a kind, the most telling first.
pub fn columns(kind: Kind) -> Vec<Column> {
    use Column::{Field as F, MasaKerja, Rest};
    match kind {
        Kind::Identitas => vec![F(Field::Nama), F(Field::Nip), Rest],
        Kind::Status => vec![F(Field::StatusPegawai), F(Field::Kedudukan), F(Field::JenisPegawai)],
        Kind::Golongan => vec![F(Field::GolonganNama), MasaKerja, F(Field::JenisKp)],
        Kind::Jabatan => vec![F(Field::JabatanNama), F(Field::JenisJabatan), F(Field::Eselon)],
        Kind::GajiBerkala => vec![F(Field::GajiPokok), MasaKerja],
        Kind::UnitKerja => vec![F(Field::UnorNama), F(Field::InstansiKerja), Rest],
        Kind::Pendidikan => vec![
            F(Field::PendidikanNama),
            F(Field::TingkatPendidikan),
            F(Field::TahunLulus),
            F(Field::NamaSekolah),
        ],
        _ => kind.info().fields.iter().copied().filter(|f| !is_code(*f)).take(4).map(F).collect(),
    }
}

/// Codes are for machines; the words stand beside them.
pub fn is_code(field: Field) -> bool {
    let label = field.info().label;
    label.starts_with("Kode")
        || label.starts_with("ID ")
        || matches!(field, Field::PosId | Field::PenugasanPosId | Field::JabatanUnorId)
}

impl Column {
    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Column::Field(field) => field.info().label,
            Column::MasaKerja => "Masa kerja",
            Column::Rest => "Lainnya",
        }
    }

    /// Its value in a fact, as this reader may see it.
    pub fn value(self, fact: &Fact, sight: Sight) -> Option<String> {
        match self {
            Column::Field(field) => fact.get(field).map(|v| shown(field, v, sight)),
            Column::MasaKerja => {
                let number = |field| fact.get(field).and_then(Value::as_int);
                let (years, months) = match fact.kind {
                    Kind::GajiBerkala => (Field::KgbMkTahun, Field::KgbMkBulan),
                    _ => (Field::MkTahun, Field::MkBulan),
                };
                masa_kerja(number(years), number(months))
            }
            Column::Rest => rest(fact, sight),
        }
    }
}

fn rest(fact: &Fact, sight: Sight) -> Option<String> {
    let told = |field: Field| columns(fact.kind).iter().any(|c| matches!(c, Column::Field(f) if *f == field));
    let parts: Vec<String> = fact
        .values
        .iter()
        .filter(|(field, _)| !told(*field) && !is_code(*field))
        .map(|(field, value)| format!("{}: {}", field.info().label, shown(*field, value, sight)))
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// A value as this reader may see it.
pub fn shown(field: Field, value: &Value, sight: Sight) -> String {
    if !sight.reads(field) {
        return HIDDEN.to_owned();
    }
    match value {
        _ if !sight.tells(field) => format::mask(&value.show()),
        Value::Date(day) => host::tanggal(*day).short(),
        Value::Int(n) if matches!(field, Field::GajiPokok) => {
            format!("Rp{}", format::angka(n.unsigned_abs()))
        }
        Value::Text(text) if matches!(field, Field::JenisKelamin) => sex(text),
        Value::Text(text) if matches!(field, Field::Nip) => format::nip(text),
        Value::Text(text) if matches!(field, Field::StatusPegawai) => text.replace('_', " "),
        value => value.show(),
    }
}

/// `Perempuan` for `F`; what nobody knows stays as written.
pub fn sex(text: &str) -> String {
    match text {
        "M" => "Laki-laki".into(),
        "F" => "Perempuan".into(),
        other => other.to_owned(),
    }
}

/// `13 tahun 9 bulan`.
pub fn masa_kerja(years: Option<i64>, months: Option<i64>) -> Option<String> {
    match (years, months) {
        (None, None) => None,
        (years, months) => Some(format!("{} tahun {} bulan", years.unwrap_or(0), months.unwrap_or(0))),
    }
}

/// `Golongan III/d, 13 tahun 9 bulan`: one fact in a few words.
pub fn brief(fact: &Fact, sight: Sight) -> String {
    let values: Vec<String> = columns(fact.kind)
        .into_iter()
        .filter(|c| !matches!(c, Column::Rest))
        .filter_map(|c| c.value(fact, sight))
        .take(2)
        .collect();
    let label = fact.kind.info().label;
    if values.is_empty() { label.to_owned() } else { format!("{label}: {}", values.join(", ")) }
}

/// `SK Gubernur 823.3/1187`; for a row of a file also which.
pub fn document(document: &Document) -> String {
    let mut words = document.jenis.clone();
    if !document.nomor.is_empty() {
        words = format!("{words} {}", document.nomor);
    }
    match document.baris {
        Some(row) if document.rank == Rank::Unduhan => {
            format!("{words}, baris {}", format::angka(u64::from(row)))
        }
        _ => words,
    }
}
