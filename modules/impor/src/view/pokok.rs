//! What the rows of a file are about, in words: one table for preview, receipt and lists.

/// The words of a kind of file.
#[derive(Debug)]
pub struct Pokok {
    /// What is counted: `12 unit baru`. Indonesian nouns take no plural.
    pub benda: &'static str,
    /// Head of the column that names whom or what a row is about.
    pub kolom: &'static str,
    /// Heads of what is told about somebody or something new.
    pub isi: &'static [&'static str],
    /// Where it is seen once saved: words of the link, address.
    pub lihat: (&'static str, &'static str),
    /// Whether the file is a download that also says by silence who is missing.
    pub unduhan: bool,
}

impl Pokok {
    /// The noun at the beginning of a sentence or a label.
    pub fn awal(&self) -> String {
        let mut letters = self.benda.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

const PEGAWAI: (&str, &str) = ("Lihat Data Pegawai", "/pegawai");
const ORGANISASI: (&str, &str) = ("Lihat Organisasi", "/organisasi");

const fn list(benda: &'static str, kolom: &'static str, lihat: (&'static str, &'static str)) -> Pokok {
    Pokok { benda, kolom, isi: &["Isi"], lihat, unduhan: false }
}

/// Kinds by the word in addresses; every riwayat-<jenis> is the last.
static TABLE: [(&str, Pokok); 6] = [
    //           what is counted          whom or what a row is about   where it is seen
    (
        "nominatif",
        Pokok {
            benda: "pegawai",
            kolom: "Pegawai",
            isi: &["Jabatan", "Unit kerja"],
            lihat: PEGAWAI,
            unduhan: true,
        },
    ),
    ("unor", list("unit", "Unit", ORGANISASI)),
    ("peta", list("jabatan", "Jabatan", ORGANISASI)),
    ("kontrak", list("perjanjian kerja", "Pegawai", PEGAWAI)),
    ("skp", list("predikat kinerja", "Pegawai", PEGAWAI)),
    ("riwayat", list("riwayat", "Pegawai", PEGAWAI)),
];

/// The words of a kind of file.
pub fn pokok(jenis: &str) -> &'static Pokok {
    let known = TABLE.iter().find(|kind| kind.0 == jenis);
    &known.unwrap_or(&TABLE[TABLE.len() - 1]).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_kind_of_file() {
        for (jenis, benda, kolom, lihat) in [
            ("nominatif", "Pegawai", "Pegawai", "/pegawai"),
            ("unor", "Unit", "Unit", "/organisasi"),
            ("peta", "Jabatan", "Jabatan", "/organisasi"),
            ("kontrak", "Perjanjian kerja", "Pegawai", "/pegawai"),
            ("skp", "Predikat kinerja", "Pegawai", "/pegawai"),
            ("riwayat-golongan", "Riwayat", "Pegawai", "/pegawai"),
        ] {
            let words = pokok(jenis);
            assert_eq!((&*words.awal(), words.kolom, words.lihat.1), (benda, kolom, lihat), "{jenis}");
        }
    }
}
