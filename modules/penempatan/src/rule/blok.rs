//! Kept files as text: a first line that names the form, then blocks in a fixed order. The head of a block states how
//! many rows it has and their SHA-256, so a changed byte is found and the block it stands in is named.

use super::Tolak;
use sha2::{Digest, Sha256};
use std::fmt::Display;

/// SHA-256 in hexadecimal.
pub fn sidik(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file being written.
pub struct Tulis(String);

impl Tulis {
    /// Begins a file of a form.
    pub fn baru(bentuk: &str) -> Tulis {
        Tulis(format!("{bentuk}\n"))
    }

    /// Adds a block.
    pub fn blok(mut self, nama: &str, baris: &Baris) -> Tulis {
        self.0 += &format!("[{nama}] {} {}\n", baris.jumlah, sidik(baris.teks.as_bytes()));
        self.0 += &baris.teks;
        self
    }

    /// The file.
    pub fn selesai(self) -> String {
        self.0
    }
}

/// Rows of a block being written: cells between tabs, one row a line.
#[derive(Default)]
pub struct Baris {
    teks: String,
    jumlah: usize,
    isi: bool,
}

impl Baris {
    /// A cell that is a number or an id.
    pub fn angka(&mut self, cell: impl Display) -> &mut Baris {
        use std::fmt::Write;
        self.sela();
        // Writing into a String cannot fail.
        let _ = write!(self.teks, "{cell}");
        self
    }

    /// A cell that may be missing.
    pub fn mungkin(&mut self, cell: Option<impl Display>) -> &mut Baris {
        match cell {
            Some(cell) => self.angka(cell),
            None => self.angka('-'),
        }
    }

    /// A cell of words.
    pub fn kata(&mut self, words: &str) -> &mut Baris {
        self.sela();
        for letter in words.chars() {
            match letter {
                '\t' => self.teks.push_str("\\t"),
                '\n' => self.teks.push_str("\\n"),
                '\\' => self.teks.push_str("\\\\"),
                letter => self.teks.push(letter),
            }
        }
        self
    }

    /// Ends the row.
    pub fn tutup(&mut self) {
        self.teks.push('\n');
        self.jumlah += 1;
        self.isi = false;
    }

    fn sela(&mut self) {
        if self.isi {
            self.teks.push('\t');
        }
        self.isi = true;
    }
}

/// A file being read.
pub struct Baca<'a> {
    nama: &'static str,
    sisa: &'a [u8],
}

impl<'a> Baca<'a> {
    /// Begins to read a file of a form; `nama` is how sentences call it.
    ///
    /// # Errors
    /// When it is another form.
    pub fn mulai(nama: &'static str, bentuk: &str, bytes: &'a [u8]) -> Result<Baca<'a>, Tolak> {
        let mut read = Baca { nama, sisa: bytes };
        match read.baris() {
            Some(line) if line == bentuk.as_bytes() => Ok(read),
            _ => Err(read.rusak(&format!("baris pertama bukan \"{bentuk}\""))),
        }
    }

    /// The rows of the next block.
    ///
    /// # Errors
    /// When it is not the block named, or is not as it was written.
    pub fn blok(&mut self, nama: &str) -> Result<Vec<Sel<'a>>, Tolak> {
        let (count, stated) = self.kepala(nama).ok_or_else(|| {
            self.rusak(&format!("judul bagian \"{nama}\" tidak ada di tempatnya atau tidak terbaca"))
        })?;
        let changed = |read: &Baca<'_>| read.rusak(&format!("bagian \"{nama}\" tidak sama dengan sidiknya"));
        let start = self.sisa;
        // A row takes at least its line end: a count beyond that is not believed.
        if count > start.len() {
            return Err(changed(self));
        }
        let mut lines = Vec::with_capacity(count);
        for _ in 0..count {
            lines.push(self.baris().ok_or_else(|| changed(self))?);
        }
        if sidik(&start[..start.len() - self.sisa.len()]) != stated {
            return Err(changed(self));
        }
        let cells = |line: &'a [u8]| std::str::from_utf8(line).ok().map(|text| Sel(text.split('\t')));
        lines.into_iter().map(cells).collect::<Option<_>>().ok_or_else(|| changed(self))
    }

    /// Whether nothing follows.
    pub fn habis(&self) -> bool {
        self.sisa.is_empty()
    }

    /// Nothing follows.
    ///
    /// # Errors
    /// When something does.
    pub fn tamat(&self) -> Result<(), Tolak> {
        if self.habis() { Ok(()) } else { Err(self.rusak("ada isi sesudah bagian terakhir")) }
    }

    /// The refusal of a file that is not as it was written.
    pub fn rusak(&self, apa: &str) -> Tolak {
        let nama = self.nama;
        let after = "Berkas ini berubah sejak disimpan dan tidak dipakai; pulihkan dari cadangan.";
        Tolak("HITUNG-10", format!("{nama}: {apa}. {after}"))
    }

    fn kepala(&mut self, nama: &str) -> Option<(usize, &'a str)> {
        let line = std::str::from_utf8(self.baris()?).ok()?;
        let rest = line.strip_prefix('[')?.strip_prefix(nama)?.strip_prefix("] ")?;
        let (count, stated) = rest.split_once(' ')?;
        Some((count.parse().ok().filter(|n: &usize| n.to_string() == count)?, stated))
    }

    fn baris(&mut self) -> Option<&'a [u8]> {
        let end = self.sisa.iter().position(|byte| *byte == b'\n')?;
        let line = &self.sisa[..end];
        self.sisa = &self.sisa[end + 1..];
        Some(line)
    }
}

/// Cells of a row, one after the other.
pub struct Sel<'a>(std::str::Split<'a, char>);

impl<'a> Sel<'a> {
    /// The next cell as it stands.
    pub fn teks(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    /// The next cell as a number or an id.
    pub fn angka<T: std::str::FromStr>(&mut self) -> Option<T> {
        self.0.next()?.parse().ok()
    }

    /// The next cell as a number that may be missing.
    pub fn mungkin<T: std::str::FromStr>(&mut self) -> Option<Option<T>> {
        match self.0.next()? {
            "-" => Some(None),
            cell => cell.parse().ok().map(Some),
        }
    }

    /// The next cell as yes or no.
    pub fn benar(&mut self) -> Option<bool> {
        match self.0.next()? {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }

    /// The next cell as words.
    pub fn kata(&mut self) -> Option<String> {
        let mut words = String::new();
        let mut letters = self.0.next()?.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => words.push(match letters.next()? {
                    't' => '\t',
                    'n' => '\n',
                    '\\' => '\\',
                    _ => return None,
                }),
                letter => words.push(letter),
            }
        }
        Some(words)
    }

    /// Every cell that is left, as numbers.
    pub fn semua<T: std::str::FromStr>(self) -> Option<Vec<T>> {
        self.0.map(|cell| cell.parse().ok()).collect()
    }
}
