//! Batas usia pensiun by words in the name of a post: called once per person, so it reads a name
//! once, without allocating.

use super::sheet::{Line, Refusals};
use super::{Citation, JenisJabatan, Jenjang};
use crate::date::Date;

/// The pension age that goes with a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bup<'t> {
    /// Full years of age.
    pub age: u8,
    /// What kind of post the name was read as.
    pub jenjang: Jenjang,
    /// Where the age stands and how sure we are.
    pub citation: &'t Citation,
}

#[derive(Debug)]
struct Row {
    jenis: JenisJabatan,
    jenjang: Jenjang,
    place: Place,
    /// Hashes of the words to be found one after the other.
    words: Box<[u64]>,
    order: u16,
    age: u8,
    citation: Citation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The name must begin with the words.
    Awal,
    /// The words stand anywhere in the name.
    Mana,
    /// Not by the name but by the eselon.
    Eselon,
    /// When nothing else fits.
    Lain,
}

/// The table, arranged for look-up by the first word of a phrase.
#[derive(Debug, Default)]
pub(super) struct BupTable {
    rows: Vec<Row>,
    /// Open addressing on the hash of the first word; the value is a row index plus one. Rows with
    /// the same first word follow each other through `next`.
    slots: Vec<(u64, u16)>,
    next: Vec<u16>,
}

/// Longer names are read up to this many words.
const WORDS_MAX: usize = 24;

/// Hash of a word in lower case (FNV-1a, 64 bits). Two different words of a table with the same
/// hash would be one in 2⁶⁴; the table has fewer than a hundred.
fn word_hashes(text: &str, out: &mut [u64; WORDS_MAX]) -> usize {
    let (mut hash, mut inside, mut count) = (0u64, false, 0);
    for byte in text.bytes().chain(std::iter::once(b' ')) {
        if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            hash = if inside { hash } else { 0xcbf2_9ce4_8422_2325 };
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0000_0100_0000_01b3);
            inside = true;
        } else if inside {
            out[count] = hash;
            count += 1;
            inside = false;
            if count == WORDS_MAX {
                break;
            }
        }
    }
    count
}

impl BupTable {
    /// Adds a line of `bup.csv`.
    pub(super) fn add(&mut self, line: &Line<'_>, refusals: &mut Refusals) {
        let places =
            [("awal", Place::Awal), ("mana", Place::Mana), ("eselon", Place::Eselon), ("lain", Place::Lain)];
        let jenis = JenisJabatan::from_code(line.need("jenis_jabatan", refusals));
        let jenjang = line.word("jenjang", Jenjang::WORDS, refusals);
        let place = line.word("letak", &places, refusals);
        let citation = line.citation(true, refusals);
        let age = line.number("usia", refusals);
        let order = line.number("urutan", refusals);
        let (Some(jenis), Some(jenjang), Some(place)) = (jenis, jenjang, place) else {
            if jenis.is_none() {
                line.refuse(refusals, "kolom jenis_jabatan tidak dikenal. Pilih 1, 2, 3, atau 4.");
            }
            return;
        };
        if !(40..=80).contains(&age) {
            line.refuse(refusals, "kolom usia di luar 40 sampai 80 tahun. Periksa angkanya.");
        }
        let mut buffer = [0; WORDS_MAX];
        let named = matches!(place, Place::Awal | Place::Mana);
        let kata = if named { line.need("kata", refusals) } else { "" };
        let count = word_hashes(kata, &mut buffer);
        let row = Row {
            jenis,
            jenjang,
            place,
            words: buffer[..count].into(),
            order: order.clamp(0, 999) as u16,
            age: age.clamp(0, 120) as u8,
            citation,
        };
        let same = |r: &Row| {
            (r.jenis, r.place, &r.words) == (row.jenis, row.place, &row.words)
                && (place != Place::Eselon || r.jenjang == row.jenjang)
        };
        if self.rows.iter().any(|r| same(r) && r.citation.overlaps(&row.citation)) {
            line.refuse(refusals, "masa berlakunya tumpang tindih dengan baris lain untuk kata yang sama.");
        }
        self.rows.push(row);
    }

    /// Arranges the rows once all are read.
    pub(super) fn arrange(&mut self) {
        self.rows.sort_by_key(|r| r.order);
        let size = (self.rows.len() * 4).next_power_of_two().max(16);
        self.slots = vec![(0, 0); size];
        self.next = vec![0; self.rows.len()];
        // From the back, so that a chain runs in the order of the rows.
        for index in (0..self.rows.len()).rev() {
            let Some(&first) = self.rows[index].words.first() else { continue };
            let slot = self.slot(first);
            let (hash, head) = &mut self.slots[slot];
            self.next[index] = *head;
            (*hash, *head) = (first, index as u16 + 1);
        }
    }

    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// The row for a post on a day; see [`super::Tables::bup`].
    pub(super) fn find(&self, jenis: JenisJabatan, nama: &str, eselon: Jenjang, on: Date) -> Option<Bup<'_>> {
        if jenis == JenisJabatan::Rangkap {
            // Struktural and fungsional at once: the functional post decides when its name is known.
            return self
                .find(JenisJabatan::Fungsional, nama, eselon, on)
                .or_else(|| self.find(JenisJabatan::Struktural, nama, eselon, on));
        }
        if eselon != Jenjang::None {
            let by_eselon = |r: &&Row| {
                r.place == Place::Eselon && r.jenis == jenis && r.jenjang == eselon && r.citation.holds(on)
            };
            if let Some(row) = self.rows.iter().find(by_eselon) {
                return Some(row.bup());
            }
        }
        let best = self.by_name(jenis, nama, on);
        let rest = |r: &&Row| r.place == Place::Lain && r.jenis == jenis && r.citation.holds(on);
        best.or_else(|| self.rows.iter().rev().find(rest)).map(Row::bup)
    }

    fn by_name(&self, jenis: JenisJabatan, nama: &str, on: Date) -> Option<&Row> {
        if self.slots.is_empty() {
            return None;
        }
        let mut words = [0; WORDS_MAX];
        let count = word_hashes(nama, &mut words);
        let words = &words[..count];
        let mut best = usize::MAX;
        for at in 0..count {
            let mut link = self.slots[self.slot(words[at])].1;
            while link != 0 {
                let index = usize::from(link) - 1;
                link = self.next[index];
                let row = &self.rows[index];
                let fits = index < best
                    && row.jenis == jenis
                    && (row.place == Place::Mana || at == 0)
                    && words[at..].starts_with(&row.words)
                    && row.citation.holds(on);
                if fits {
                    best = index;
                }
            }
        }
        self.rows.get(best)
    }
}

impl Row {
    fn bup(&self) -> Bup<'_> {
        Bup { age: self.age, jenjang: self.jenjang, citation: &self.citation }
    }
}
