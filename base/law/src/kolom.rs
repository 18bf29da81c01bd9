//! Facts of many people as columns: what the bulk evaluator runs over.
//!
//! Memory per person: one byte for each fact that is a choice or yes-or-no, four bytes for each day,
//! number or amount; facts nobody states take none. Thirty facts of the usual mixture are 60 bytes.

use crate::number::Exact;
use crate::potret::Potret;
use crate::value::{Known, Type, Value};
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use std::collections::BTreeMap;

/// What a byte means that is no choice. Choices are numbered below [`tanda::U8_TERENDAH`].
pub mod tanda {
    /// Nobody has said.
    pub const U8_BELUM: u8 = 255;
    /// Known not to be there.
    pub const U8_TIADA: u8 = 254;
    /// Documents contradict one another.
    pub const U8_TENTANG: u8 = 253;
    /// The value does not fit a byte of its kind; it is kept beside the column.
    pub const U8_LAIN: u8 = 252;
    /// The smallest byte that is no choice.
    pub const U8_TERENDAH: u8 = U8_LAIN;
    /// Nobody has said.
    pub const I32_BELUM: i32 = i32::MIN;
    /// Known not to be there.
    pub const I32_TIADA: i32 = i32::MIN + 1;
    /// Documents contradict one another.
    pub const I32_TENTANG: i32 = i32::MIN + 2;
    /// The value does not fit (a third, ten thousand million rupiah); it is kept beside the column.
    pub const I32_LAIN: i32 = i32::MIN + 3;
    /// The greatest number that is no value.
    pub const I32_TERTINGGI: i32 = I32_LAIN;
}

/// How a fact lies in its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Muat {
    /// Choices and yes-or-no, so many of them.
    U8(u8),
    /// Days since 1970, or a number times this scale.
    I32(i32),
}

/// The cells of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sel {
    /// A byte for each person.
    U8(Vec<u8>),
    /// Four bytes for each person.
    I32(Vec<i32>),
}

/// The column of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lajur {
    /// Its cells.
    pub sel: Sel,
    /// Values that fit no cell, by row.
    pub lain: BTreeMap<u32, Value>,
}

/// Facts of many people, by fact and row.
#[derive(Clone, Debug)]
pub struct Kolom {
    len: usize,
    sifat: Vec<(Type, Muat)>,
    lajur: Vec<Option<Lajur>>,
}

/// A fact as it goes into a cell.
enum Tulis {
    Isi(i32),
    Belum,
    Tiada,
    Tentang,
    Lain(Value),
}

impl Kolom {
    /// Of so many people of whom nothing is known yet.
    pub fn new(words: &Vocabulary, len: usize) -> Kolom {
        let sifat: Vec<(Type, Muat)> =
            words.fakta_list().iter().map(|f| (f.tipe, muat(f.tipe, words))).collect();
        let lajur = sifat.iter().map(|_| None).collect();
        Kolom { len, sifat, lajur }
    }

    /// Of these people, in their order.
    pub fn from_potrets<'p>(words: &Vocabulary, all: impl IntoIterator<Item = &'p Potret>) -> Kolom {
        let mut kolom = Kolom::new(words, 0);
        all.into_iter().for_each(|p| kolom.push(p));
        kolom
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How a fact lies in its column.
    pub fn muat(&self, fakta: FaktaId) -> Muat {
        self.sifat.get(usize::from(fakta.0)).map_or(Muat::I32(1), |s| s.1)
    }

    /// The column of a fact; `None` when nobody states it.
    pub fn lajur(&self, fakta: FaktaId) -> Option<&Lajur> {
        self.lajur.get(usize::from(fakta.0))?.as_ref()
    }

    /// Adds a person at the end.
    pub fn push(&mut self, potret: &Potret) {
        for lajur in self.lajur.iter_mut().flatten() {
            match &mut lajur.sel {
                Sel::U8(cells) => cells.push(tanda::U8_BELUM),
                Sel::I32(cells) => cells.push(tanda::I32_BELUM),
            }
        }
        self.len += 1;
        self.set(self.len - 1, potret);
    }

    /// Replaces what is known of a person; of a row that is not there nothing is kept.
    pub fn set(&mut self, i: usize, potret: &Potret) {
        if i >= self.len {
            return;
        }
        for (at, (tipe, muat)) in self.sifat.iter().enumerate() {
            if at >= potret.known.len() && self.lajur[at].is_none() {
                continue;
            }
            let known = potret.known.get(at).unwrap_or(&Known::Unknown);
            let slot = &mut self.lajur[at];
            if slot.is_none() && *known == Known::Unknown {
                continue;
            }
            let len = self.len;
            let lajur = slot.get_or_insert_with(|| Lajur::blank(*muat, len));
            lajur.write(i, tulis(known, *tipe, *muat));
        }
    }

    /// States one fact about a person; about a row that is not there nothing is kept.
    pub fn put(&mut self, i: usize, fakta: FaktaId, known: &Known) {
        let at = usize::from(fakta.0);
        if let (true, Some((tipe, muat)), Some(slot)) =
            (i < self.len, self.sifat.get(at), self.lajur.get_mut(at))
        {
            let len = self.len;
            slot.get_or_insert_with(|| Lajur::blank(*muat, len)).write(i, tulis(known, *tipe, *muat));
        }
    }

    /// States the same about everybody.
    pub fn put_all(&mut self, fakta: FaktaId, known: &Known) {
        self.forget(fakta);
        (0..self.len).for_each(|i| self.put(i, fakta, known));
    }

    /// Nobody states this fact any more.
    pub fn forget(&mut self, fakta: FaktaId) {
        if let Some(slot) = self.lajur.get_mut(usize::from(fakta.0)) {
            *slot = None;
        }
    }

    /// One fact of one person.
    pub fn get(&self, i: usize, fakta: FaktaId) -> Known {
        let at = usize::from(fakta.0);
        match (self.lajur.get(at), self.sifat.get(at)) {
            (Some(Some(lajur)), Some((tipe, muat))) => lajur.read(i, *tipe, *muat),
            _ => Known::Unknown,
        }
    }

    /// Writes these facts of a person over a list that has a place for every fact.
    pub fn fill(&self, i: usize, fakta: &[FaktaId], into: &mut [Known]) {
        for id in fakta {
            if let Some(slot) = into.get_mut(usize::from(id.0)) {
                *slot = self.get(i, *id);
            }
        }
    }

    /// Every fact of a person, by number.
    pub fn known(&self, i: usize) -> Vec<Known> {
        (0..self.sifat.len()).map(|f| self.get(i, FaktaId(f as u16))).collect()
    }

    /// A person as the law sees them, without the documents.
    pub fn potret(&self, i: usize) -> Potret {
        let mut potret = Potret::default();
        potret.known = self.known(i);
        potret
    }

    /// The same people in another order, or some of them: row k is what row `urutan[k]` was.
    pub fn rebuild_with(&self, urutan: &[u32]) -> Kolom {
        let lajur = self.lajur.iter().map(|l| l.as_ref().map(|l| l.rebuilt(urutan))).collect();
        Kolom { len: urutan.len(), sifat: self.sifat.clone(), lajur }
    }

    /// Bytes held for each person, values beside the columns left out.
    pub fn bytes_per_person(&self) -> usize {
        let one = |l: &Lajur| match &l.sel {
            Sel::U8(_) => 1,
            Sel::I32(_) => 4,
        };
        self.lajur.iter().flatten().map(one).sum()
    }
}

impl Lajur {
    fn blank(muat: Muat, len: usize) -> Lajur {
        let sel = match muat {
            Muat::U8(_) => Sel::U8(vec![tanda::U8_BELUM; len]),
            Muat::I32(_) => Sel::I32(vec![tanda::I32_BELUM; len]),
        };
        Lajur { sel, lain: BTreeMap::new() }
    }

    fn write(&mut self, i: usize, tulis: Tulis) {
        let row = i as u32;
        if !self.lain.is_empty() {
            self.lain.remove(&row);
        }
        match &mut self.sel {
            Sel::U8(cells) => {
                cells[i] = match &tulis {
                    Tulis::Isi(n) => *n as u8,
                    Tulis::Belum => tanda::U8_BELUM,
                    Tulis::Tiada => tanda::U8_TIADA,
                    Tulis::Tentang => tanda::U8_TENTANG,
                    Tulis::Lain(_) => tanda::U8_LAIN,
                }
            }
            Sel::I32(cells) => {
                cells[i] = match &tulis {
                    Tulis::Isi(n) => *n,
                    Tulis::Belum => tanda::I32_BELUM,
                    Tulis::Tiada => tanda::I32_TIADA,
                    Tulis::Tentang => tanda::I32_TENTANG,
                    Tulis::Lain(_) => tanda::I32_LAIN,
                }
            }
        }
        if let Tulis::Lain(value) = tulis {
            self.lain.insert(row, value);
        }
    }

    fn read(&self, i: usize, tipe: Type, muat: Muat) -> Known {
        let n = match &self.sel {
            Sel::U8(cells) => match cells.get(i) {
                None | Some(&tanda::U8_BELUM) => return Known::Unknown,
                Some(&tanda::U8_TIADA) => return Known::Absent,
                Some(&tanda::U8_TENTANG) => return Known::Conflict,
                Some(&tanda::U8_LAIN) => return self.beside(i),
                Some(n) => i32::from(*n),
            },
            Sel::I32(cells) => match cells.get(i) {
                None | Some(&tanda::I32_BELUM) => return Known::Unknown,
                Some(&tanda::I32_TIADA) => return Known::Absent,
                Some(&tanda::I32_TENTANG) => return Known::Conflict,
                Some(&tanda::I32_LAIN) => return self.beside(i),
                Some(n) => *n,
            },
        };
        value(n, tipe, muat).map_or(Known::Unknown, Known::Is)
    }

    fn beside(&self, i: usize) -> Known {
        self.lain.get(&(i as u32)).cloned().map_or(Known::Unknown, Known::Is)
    }

    fn rebuilt(&self, urutan: &[u32]) -> Lajur {
        let sel = match &self.sel {
            Sel::U8(cells) => Sel::U8(moved(cells, urutan, tanda::U8_BELUM)),
            Sel::I32(cells) => Sel::I32(moved(cells, urutan, tanda::I32_BELUM)),
        };
        let mut lain = BTreeMap::new();
        if !self.lain.is_empty() {
            let found =
                urutan.iter().enumerate().filter_map(|(k, old)| Some((k as u32, self.lain.get(old)?)));
            lain.extend(found.map(|(k, v)| (k, v.clone())));
        }
        Lajur { sel, lain }
    }
}

fn moved<T: Copy>(cells: &[T], urutan: &[u32], none: T) -> Vec<T> {
    urutan.iter().map(|i| cells.get(*i as usize).copied().unwrap_or(none)).collect()
}

fn muat(tipe: Type, words: &Vocabulary) -> Muat {
    match tipe {
        Type::YaTidak => Muat::U8(2),
        Type::Pilihan(jenis) => match u8::try_from(words.jenis(jenis).len()) {
            Ok(n) if n <= tanda::U8_TERENDAH => Muat::U8(n),
            _ => Muat::I32(1),
        },
        Type::Desimal => Muat::I32(HUNDREDTHS),
        Type::Tanggal | Type::Bilangan | Type::Rupiah | Type::Teks => Muat::I32(1),
    }
}

const HUNDREDTHS: i32 = 100;

/// The value a cell stands for; `None` for words, which are always beside their column.
pub fn value(n: i32, tipe: Type, muat: Muat) -> Option<Value> {
    let scale = match muat {
        Muat::I32(scale) => scale,
        Muat::U8(_) => 1,
    };
    Some(match tipe {
        Type::Tanggal => Value::Day(Date::from_days(n)),
        Type::Bilangan | Type::Rupiah | Type::Desimal => {
            Value::Num(Exact::new(i128::from(n), i128::from(scale))?)
        }
        Type::YaTidak => Value::Yes(n != 0),
        Type::Pilihan(jenis) => Value::Pick(jenis, u16::try_from(n).ok()?),
        Type::Teks => return None,
    })
}

fn tulis(known: &Known, tipe: Type, muat: Muat) -> Tulis {
    let value = match known {
        Known::Unknown => return Tulis::Belum,
        Known::Absent => return Tulis::Tiada,
        Known::Conflict => return Tulis::Tentang,
        Known::Is(value) => value,
    };
    let cell = match (value, tipe, muat) {
        (Value::Day(day), Type::Tanggal, _) => Some(day.days()),
        (Value::Num(n), Type::Bilangan | Type::Rupiah | Type::Desimal, Muat::I32(scale)) => {
            let scaled = n.times(Exact::int(i64::from(scale))).and_then(Exact::whole);
            scaled.and_then(|n| i32::try_from(n).ok())
        }
        (Value::Yes(yes), Type::YaTidak, _) => Some(i32::from(*yes)),
        (Value::Pick(is, n), Type::Pilihan(jenis), muat) if *is == jenis => match muat {
            Muat::U8(len) => Some(i32::from(*n)).filter(|n| *n < i32::from(len)),
            Muat::I32(_) => Some(i32::from(*n)),
        },
        _ => None,
    };
    match cell.filter(|n| *n > tanda::I32_TERTINGGI) {
        Some(n) => Tulis::Isi(n),
        None => Tulis::Lain(value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Complaints;

    fn words() -> Vocabulary {
        let text = r#"
[jenis.warna]
nilai = ["MERAH", "PUTIH"]
[fakta.hari_a]
label = "a"
tipe = "tanggal"
asal = "masukan"
arti = "a"
[fakta.warna_a]
label = "a"
tipe = "warna"
asal = "masukan"
arti = "a"
[fakta.nilai_a]
label = "a"
tipe = "desimal"
asal = "masukan"
arti = "a"
[fakta.uang_a]
label = "a"
tipe = "rupiah"
asal = "masukan"
arti = "a"
[fakta.sepi]
label = "a"
tipe = "ya_tidak"
asal = "masukan"
arti = "a"
"#;
        let complaints = Complaints::default();
        let words = Vocabulary::read("kosakata.toml", text, &complaints);
        assert_eq!(complaints.into_list(), Vec::<String>::new());
        words
    }

    fn person(words: &Vocabulary, cells: [&str; 4]) -> Potret {
        let mut potret = Potret::blank(words);
        for (nama, cell) in ["hari_a", "warna_a", "nilai_a", "uang_a"].into_iter().zip(cells) {
            let id = words.find(nama).expect("in the vocabulary");
            potret.set(id, words.parse_known(id, cell).expect("a cell"));
        }
        potret
    }

    #[test]
    fn what_goes_in_comes_out() {
        let words = words();
        // hari_a · warna_a · nilai_a · uang_a; the last two rows do not fit their cells
        let people = [
            ["2024-02-29", "MERAH", "12.5", "4125600"],
            ["?", "-", "!", "0"],
            ["-", "!", "?", "-"],
            ["1969-12-31", "PUTIH", "-0.25", "2147483647"],
            ["2200-12-31", "?", "0.333", "2147483648"],
            ["!", "PUTIH", "100000000", "-5000000000"],
        ]
        .map(|cells| person(&words, cells));
        let kolom = Kolom::from_potrets(&words, &people);
        assert_eq!(kolom.bytes_per_person(), 4 + 1 + 4 + 4, "nobody states sepi");
        for (i, wanted) in people.iter().enumerate() {
            assert_eq!(kolom.potret(i).known, wanted.known, "row {i}");
        }
        let turned = kolom.rebuild_with(&[4, 0, 5]);
        assert_eq!(turned.len(), 3);
        for (i, old) in [4, 0, 5].into_iter().enumerate() {
            assert_eq!(turned.potret(i).known, people[old].known);
        }
    }

    #[test]
    fn a_row_replaced_keeps_nothing_of_the_old_one() {
        let words = words();
        let mut kolom = Kolom::new(&words, 2);
        let (odd, plain) = (["-", "?", "0.333", "9000000000"], ["2020-01-01", "PUTIH", "0.33", "9"]);
        kolom.set(1, &person(&words, odd));
        assert_eq!(kolom.potret(0).known, Potret::blank(&words).known);
        kolom.set(1, &person(&words, plain));
        assert_eq!(kolom.potret(1).known, person(&words, plain).known);
        kolom.set(1, &Potret::blank(&words));
        assert_eq!(kolom.potret(1).known, Potret::blank(&words).known);
        kolom.set(2, &person(&words, plain));
        assert_eq!(kolom.len(), 2, "a row that is not there is not made");
    }
}
