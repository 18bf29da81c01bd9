//! Members of a meeting and witnesses of an oath as people type them: one a line, name and post at least.

use crate::isi::Hadirin;

/// Letters of a part of a line.
const BAGIAN_MOST: usize = 120;
/// Lines.
const BARIS_MOST: usize = 40;

/// What the lines are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Peran {
    /// `nama; jabatan; kedudukan`: members of a meeting.
    Anggota,
    /// `nama; jabatan; pangkat; NIP`: witnesses.
    Saksi,
}

impl Peran {
    /// Field of a form.
    pub fn ruas(self) -> &'static str {
        match self {
            Peran::Anggota => "anggota",
            Peran::Saksi => "saksi",
        }
    }

    /// As a form says it.
    pub fn label(self) -> &'static str {
        match self {
            Peran::Anggota => "Anggota rapat",
            Peran::Saksi => "Saksi pelantikan",
        }
    }

    /// What a line holds.
    pub fn bentuk(self) -> &'static str {
        match self {
            Peran::Anggota => "nama; jabatan; kedudukan",
            Peran::Saksi => "nama; jabatan; pangkat; NIP",
        }
    }

    fn bagian(self) -> usize {
        match self {
            Peran::Anggota => 3,
            Peran::Saksi => 4,
        }
    }
}

/// Reads them; empty lines count for nothing, and a member without a word on it is `Anggota`.
///
/// # Errors
/// The sentence on the first line that cannot be read, with its number.
pub fn baca(teks: &str, peran: Peran) -> Result<Vec<Hadirin>, String> {
    let mut all = Vec::new();
    for (n, line) in teks.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let n = n + 1;
        let parts: Vec<&str> = line.split(';').map(str::trim).collect();
        let (Some(nama), Some(jabatan)) = (parts.first(), parts.get(1)) else {
            return Err(format!("Baris {n}: tulis {}, dipisahkan titik koma.", peran.bentuk()));
        };
        if nama.is_empty() || jabatan.is_empty() {
            return Err(format!("Baris {n}: nama dan jabatan tidak boleh kosong."));
        }
        if parts.len() > peran.bagian() {
            return Err(format!("Baris {n}: paling banyak {} bagian: {}.", peran.bagian(), peran.bentuk()));
        }
        if parts.iter().any(|part| part.chars().count() > BAGIAN_MOST) {
            return Err(format!("Baris {n}: tiap bagian paling panjang {BAGIAN_MOST} huruf."));
        }
        let part = |at: usize| parts.get(at).map_or_else(String::new, |part| (*part).to_owned());
        let person = Hadirin { nama: part(0), jabatan: part(1), ..Hadirin::default() };
        all.push(match peran {
            Peran::Anggota => {
                let sebagai = Some(part(2)).filter(|word| !word.is_empty());
                Hadirin { sebagai: sebagai.unwrap_or_else(|| "Anggota".into()), ..person }
            }
            Peran::Saksi => Hadirin { pangkat: part(2), nip: part(3), ..person },
        });
    }
    if all.len() > BARIS_MOST {
        return Err(format!("Paling banyak {BARIS_MOST} orang."));
    }
    Ok(all)
}

/// The same as lines, for a form.
pub fn tulis(all: &[Hadirin], peran: Peran) -> String {
    let line = |h: &Hadirin| {
        let parts: &[&str] = match peran {
            Peran::Anggota => &[&h.nama, &h.jabatan, &h.sebagai],
            Peran::Saksi => &[&h.nama, &h.jabatan, &h.pangkat, &h.nip],
        };
        let last = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |at| at + 1);
        parts[..last].join("; ")
    };
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Peran, baca, tulis};

    #[test]
    fn lines_are_read_back_as_they_were_written() {
        for (peran, typed, kept) in [
            (
                Peran::Anggota,
                "Siti; Sekda; Ketua\n\n Ratih ; Kepala BKD ",
                "Siti; Sekda; Ketua\nRatih; Kepala BKD; Anggota",
            ),
            (
                Peran::Saksi,
                "Siti; Sekda; Pembina; 1976\nRatih; Kepala BKD",
                "Siti; Sekda; Pembina; 1976\nRatih; Kepala BKD",
            ),
            (Peran::Saksi, "Siti; Sekda;; 1976", "Siti; Sekda; ; 1976"),
        ] {
            let read = baca(typed, peran).expect("read");
            assert_eq!(tulis(&read, peran), kept);
            assert_eq!(baca(kept, peran), Ok(read));
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        for (peran, typed, sentence) in [
            (Peran::Anggota, "Siti; Sekda\nRatih", "Baris 2: tulis nama; jabatan; kedudukan"),
            (Peran::Saksi, "; Sekda", "Baris 1: nama dan jabatan tidak boleh kosong."),
            (Peran::Anggota, "a; b; c; d", "Baris 1: paling banyak 3 bagian"),
            (Peran::Saksi, &format!("{}; b", "x".repeat(121)), "paling panjang 120 huruf"),
            (Peran::Saksi, &"a; b\n".repeat(41), "Paling banyak 40 orang."),
        ] {
            let said = baca(typed, peran).expect_err("refused");
            assert!(said.contains(sentence), "{said}");
        }
    }
}
