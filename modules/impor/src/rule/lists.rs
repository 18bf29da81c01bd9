//! The smaller lists: what each is called, which columns it has, and a sample to start from.

use kernel::{Constraint, Field, Kind, Type};

/// A list this program takes beside the nominatif.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum List {
    /// Units of the organisation as BKN exports them.
    Unor,
    /// Posts with what is needed.
    PetaJabatan,
    /// Work agreements.
    Kontrak,
    /// Yearly performance predicates.
    Skp,
    /// Facts of one kind about people, each with its document.
    Riwayat(Kind),
}

/// A column of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListColumn {
    /// Its name in the heading row.
    pub name: &'static str,
    /// Without this column nothing can be taken.
    pub required: bool,
    /// It holds dates.
    pub date: bool,
}

const fn needed(name: &'static str) -> ListColumn {
    ListColumn { name, required: true, date: false }
}

const fn text(name: &'static str) -> ListColumn {
    ListColumn { name, required: false, date: false }
}

const fn date(name: &'static str) -> ListColumn {
    ListColumn { name, required: false, date: true }
}

const UNOR: &[ListColumn] = &[
    needed("Id"),
    needed("NamaUnor"),
    needed("DiatasanId"),
    text("EselonId"),
    text("NamaJabatan"),
    text("CepatKode"),
    text("IndukUnorId"),
    text("PemimpinPnsId"),
    text("JenisUnorId"),
    text("aktif"),
];

const PETA: &[ListColumn] = &[
    text("kode"),
    needed("unor"),
    needed("jabatan"),
    text("jenis"),
    text("eselon"),
    text("jenjang"),
    text("kelas"),
    text("kebutuhan"),
    date("tmt"),
];

const KONTRAK: &[ListColumn] = &[
    needed("nip"),
    needed("nomor"),
    text("jenis"),
    ListColumn { name: "mulai", required: true, date: true },
    date("selesai"),
    text("ke"),
];

const SKP: &[ListColumn] =
    &[needed("nip"), needed("tahun"), text("hasil"), text("perilaku"), needed("predikat")];

/// Columns of a riwayat file before those of its kind.
const DOKUMEN: &[ListColumn] = &[
    needed("nip"),
    date("tmt"),
    date("sampai"),
    needed("dokumen_jenis"),
    text("dokumen_nomor"),
    date("dokumen_tanggal"),
    text("penandatangan"),
    text("tindakan"),
    text("sasaran_nomor"),
];

/// The column a field has in a riwayat file: its own name, unless that is taken by the columns about
/// person and document.
pub fn column_of(field: Field) -> &'static str {
    // `nip` says who; the NIP a document gives is called as in the nominatif.
    if field == Field::Nip { "nip_baru" } else { field.info().name }
}

impl List {
    /// From the word used in addresses and on the command line: `unor`, `peta`, `kontrak`, `skp`,
    /// `riwayat:golongan` or `riwayat-golongan`.
    pub fn parse(word: &str) -> Option<List> {
        match word {
            "unor" => Some(List::Unor),
            "peta" => Some(List::PetaJabatan),
            "kontrak" => Some(List::Kontrak),
            "skp" => Some(List::Skp),
            _ => {
                let name = word.strip_prefix("riwayat:").or_else(|| word.strip_prefix("riwayat-"))?;
                Kind::from_name(name).filter(|kind| kind.about_pegawai()).map(List::Riwayat)
            }
        }
    }

    /// The word [`List::parse`] reads, in the form that suits an address.
    pub fn word(self) -> String {
        match self {
            List::Unor => "unor".into(),
            List::PetaJabatan => "peta".into(),
            List::Kontrak => "kontrak".into(),
            List::Skp => "skp".into(),
            List::Riwayat(kind) => format!("riwayat-{}", kind.info().name),
        }
    }

    /// What a page calls it.
    pub fn label(self) -> String {
        match self {
            List::Unor => "Daftar unor".into(),
            List::PetaJabatan => "Peta jabatan".into(),
            List::Kontrak => "Perjanjian kerja".into(),
            List::Skp => "Rekap SKP".into(),
            List::Riwayat(kind) => format!("Riwayat {}", kind.info().label),
        }
    }

    /// Every list, riwayat last in the order of the kinds.
    pub fn all() -> Vec<List> {
        let plain = [List::Unor, List::PetaJabatan, List::Kontrak, List::Skp];
        let kinds = Kind::ALL.iter().filter(|kind| kind.about_pegawai());
        plain.into_iter().chain(kinds.map(|kind| List::Riwayat(*kind))).collect()
    }

    /// The columns it may have, in the order of the sample.
    pub fn columns(self) -> Vec<ListColumn> {
        match self {
            List::Unor => UNOR.to_vec(),
            List::PetaJabatan => PETA.to_vec(),
            List::Kontrak => KONTRAK.to_vec(),
            List::Skp => SKP.to_vec(),
            List::Riwayat(kind) => {
                let fields = kind.info().fields.iter().map(|field| ListColumn {
                    name: column_of(*field),
                    required: false,
                    date: field.info().ty == Type::Date,
                });
                DOKUMEN.iter().copied().chain(fields).collect()
            }
        }
    }
}

/// A file of a list with a heading row and rows to write over.
pub fn sample(list: List) -> String {
    let rows: Vec<Vec<&str>> = match list {
        List::Unor => vec![
            vec!["U-01", "Pemerintah Provinsi Contoh", "", "", "Gubernur", "", "", "", "", "ya"],
            vec!["U-02", "--Badan Kepegawaian Daerah", "U-01", "21", "Kepala Badan", "", "", "", "", "ya"],
        ],
        List::PetaJabatan => vec![
            vec!["P-001", "U-02", "Kepala Badan", "struktural", "II.a", "", "14", "1", "02-01-2025"],
            vec![
                "P-002",
                "U-02",
                "Analis SDM Aparatur",
                "fungsional",
                "",
                "Ahli Pertama",
                "8",
                "4",
                "02-01-2025",
            ],
        ],
        List::Kontrak => vec![
            vec!["199208092023212038", "814/120/PK/2023", "PPPK", "01-03-2023", "29-02-2028", "0"],
            vec!["199208092023212038", "814/044/PK/2028", "PPPK", "01-03-2028", "28-02-2033", "1"],
        ],
        List::Skp => vec![
            vec!["198001012005011001", "2025", "Sesuai ekspektasi", "Sesuai ekspektasi", "Baik"],
            vec!["198502022010012002", "2025", "Di atas ekspektasi", "Sesuai ekspektasi", "Baik"],
        ],
        List::Riwayat(kind) => vec![sample_riwayat(kind)],
    };
    let names: Vec<&str> = list.columns().iter().map(|c| c.name).collect();
    let mut csv = String::new();
    for row in std::iter::once(&names).chain(&rows) {
        csv.push_str(&row.join(","));
        csv.push_str("\r\n");
    }
    csv
}

fn sample_riwayat(kind: Kind) -> Vec<&'static str> {
    let until = if kind.info().constraint == Constraint::Interval { "31-03-2026" } else { "" };
    let head = [
        "198001012005011001",
        "01-04-2024",
        until,
        "SK Gubernur",
        "821/010/BKD/2024",
        "20-03-2024",
        "Gubernur Contoh",
        "perubahan",
        "",
    ];
    head.into_iter().chain(kind.info().fields.iter().map(|field| example(*field))).collect()
}

fn example(field: Field) -> &'static str {
    match field {
        Field::GolonganId | Field::GolonganAwalId => "34",
        Field::GolonganNama | Field::GolonganAwal => "III/d",
        Field::MkTahun | Field::KgbMkTahun => "12",
        Field::JabatanNama => "Analis SDM Aparatur",
        Field::JabatanUnorId | Field::UnorId => "U-02",
        Field::JenisJabatanId => "2",
        Field::KinerjaTahun | Field::PenghargaanTahun => "2024",
        Field::KinerjaPredikat => "Baik",
        Field::TahunLulus => "2004",
        Field::PendidikanNama => "S-1 Ilmu Administrasi Negara",
        _ => match field.info().ty {
            Type::Date => "01-04-2024",
            Type::Int => "1",
            Type::Text => "",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for list in List::all() {
            assert_eq!(List::parse(&list.word()), Some(list));
        }
        assert_eq!(List::parse("riwayat:golongan"), Some(List::Riwayat(Kind::Golongan)));
        for word in ["", "Unor", "riwayat", "riwayat:", "riwayat:unor", "riwayat-pos", "riwayat:lain"] {
            assert_eq!(List::parse(word), None, "{word}");
        }
    }

    #[test]
    fn no_column_twice_and_samples_are_as_wide_as_their_heading() {
        for list in List::all() {
            let columns = list.columns();
            let mut names: Vec<String> = columns.iter().map(|c| c.name.to_lowercase()).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), columns.len(), "{list:?}");
            for line in sample(list).lines() {
                assert_eq!(line.split(',').count(), columns.len(), "{list:?}: {line}");
            }
        }
    }
}
