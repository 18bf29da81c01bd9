//! Which columns a list shows beside name and NIP.

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kolom {
    /// Post and unit.
    Jabatan,
    /// Golongan and its TMT.
    Golongan,
    /// What binds the person.
    Status,
    /// Predicates of three years.
    Predikat,
    /// Next limit in time.
    Batas,
    /// Findings.
    Temuan,
    /// Age in full years.
    Umur,
    /// Masa kerja golongan.
    MasaKerja,
    /// Level of education.
    Pendidikan,
    /// Sex.
    JenisKelamin,
    /// Kind of post.
    JenisJabatan,
    /// Level of the post.
    Jenjang,
    /// Legal status.
    Kedudukan,
}

impl Kolom {
    /// Word in the address, words on the page; in the order of the page.
    pub const ALL: [(Kolom, &'static str, &'static str); 13] = [
        (Kolom::Jabatan, "jabatan", "Jabatan & unit"),
        (Kolom::JenisJabatan, "jenis_jabatan", "Jenis jabatan"),
        (Kolom::Jenjang, "jenjang", "Jenjang"),
        (Kolom::Golongan, "golongan", "Gol./TMT"),
        (Kolom::MasaKerja, "masa_kerja", "Masa kerja"),
        (Kolom::Status, "status", "Status"),
        (Kolom::Kedudukan, "kedudukan", "Kedudukan hukum"),
        (Kolom::Umur, "umur", "Umur"),
        (Kolom::JenisKelamin, "jenis_kelamin", "Jenis kelamin"),
        (Kolom::Pendidikan, "pendidikan", "Pendidikan"),
        (Kolom::Predikat, "predikat", "Predikat"),
        (Kolom::Batas, "batas", "Batas berikutnya"),
        (Kolom::Temuan, "temuan", "Temuan"),
    ];

    /// Words on the page.
    pub fn label(self) -> &'static str {
        Kolom::ALL.iter().find(|k| k.0 == self).map_or("", |k| k.2)
    }
}

/// Columns beside name and NIP: with them nine, more no screen shows and nobody reads.
pub const MOST: usize = 8;

/// The columns of a list, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KolomPilihan(u16);

impl Default for KolomPilihan {
    fn default() -> KolomPilihan {
        use Kolom::{Batas, Golongan, Jabatan, Predikat, Status, Temuan};
        KolomPilihan::of([Jabatan, Golongan, Status, Predikat, Batas, Temuan])
    }
}

impl KolomPilihan {
    /// These; what is beyond [`MOST`] is left out.
    pub fn of(columns: impl IntoIterator<Item = Kolom>) -> KolomPilihan {
        let add = |bits: u16, column: Kolom| {
            if bits.count_ones() as usize == MOST { bits } else { bits | 1 << column as u16 }
        };
        KolomPilihan(columns.into_iter().fold(0, add))
    }

    /// From the words of an address: apart or with commas between. Nothing readable is the usual choice.
    pub fn read<'w>(words: impl Iterator<Item = &'w str>) -> KolomPilihan {
        let known = |word: &str| Kolom::ALL.iter().find(|k| k.1 == word.trim()).map(|k| k.0);
        let chosen = KolomPilihan::of(words.flat_map(|w| w.split(',')).filter_map(known));
        if chosen.0 == 0 { KolomPilihan::default() } else { chosen }
    }

    /// As the address has it; empty for the usual choice.
    pub fn word(self) -> String {
        if self == KolomPilihan::default() {
            return String::new();
        }
        let words = Kolom::ALL.iter().filter(|k| self.has(k.0)).map(|k| k.1);
        words.collect::<Vec<_>>().join(",")
    }

    /// Whether one is among them.
    pub fn has(self, column: Kolom) -> bool {
        self.0 >> column as u16 & 1 == 1
    }

    /// In the order of the page.
    pub fn iter(self) -> impl Iterator<Item = Kolom> {
        Kolom::ALL.into_iter().map(|k| k.0).filter(move |k| self.has(*k))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_chooses_columns() {
        // alamat · terbaca sebagai
        for (words, read) in [
            (vec![], ""),
            (vec!["golongan,status"], "golongan,status"),
            (vec!["status", "golongan"], "golongan,status"),
            (vec!["umur, entah ,pendidikan,umur"], "umur,pendidikan"),
            (vec!["entah", ""], ""),
            (vec!["temuan,batas,predikat,status,golongan,jabatan"], ""),
            (
                vec![
                    "kedudukan,jenjang,jenis_jabatan,jenis_kelamin,pendidikan,masa_kerja,umur,temuan,batas,status",
                ],
                "jenis_jabatan,jenjang,masa_kerja,kedudukan,umur,jenis_kelamin,pendidikan,temuan",
            ),
        ] {
            assert_eq!(KolomPilihan::read(words.iter().copied()).word(), read, "{words:?}");
        }
    }
}
