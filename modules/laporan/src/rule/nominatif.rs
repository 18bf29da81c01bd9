//! The daftar nominatif: people in groups, groups in an order people expect.

use kernel::unor::natural;
use kernel::{Golongan, Register};
use std::cmp::Reverse;
use std::collections::HashMap;

/// What the groups are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Menurut {
    /// Unit, in the order of the map.
    #[default]
    Unit,
    /// Golongan, the highest first.
    Golongan,
    /// Post, by name.
    Jabatan,
}

impl Menurut {
    /// Word in the address, words on the page.
    pub const ALL: [(Menurut, &'static str, &'static str); 3] = [
        (Menurut::Unit, "unit", "Unit kerja"),
        (Menurut::Golongan, "golongan", "Golongan"),
        (Menurut::Jabatan, "jabatan", "Jabatan"),
    ];

    /// From the word of an address; nonsense counts as not said.
    pub fn read(word: &str) -> Menurut {
        Menurut::ALL.iter().find(|m| m.1 == word).map(|m| m.0).unwrap_or_default()
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Menurut::ALL[self as usize].1
    }
}

/// A group with its people in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kelompok {
    /// What it is called.
    pub nama: String,
    /// Numbers in the register.
    pub people: Vec<u32>,
}

/// Groups of these people. `unit` gives a person's unit: its place on the map and its name.
/// Inside a group: golongan from the highest, TMT from the earliest, name. Unknown comes last.
pub fn groups<'u>(
    register: &Register,
    people: &[u32],
    by: Menurut,
    unit: impl Fn(usize) -> (u32, &'u str),
) -> Vec<Kelompok> {
    let mut sorted: Vec<u32> = people.to_vec();
    sorted.sort_unstable_by_key(|&i| {
        let i = i as usize;
        (
            Reverse(register.golongan[i]),
            register.tmt_golongan[i].is_none(),
            register.tmt_golongan[i],
            register.rank(i),
        )
    });
    let mut groups: Vec<(u32, Kelompok)> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for i in sorted {
        let at = i as usize;
        let (key, nama) = match by {
            Menurut::Unit => unit(at),
            Menurut::Golongan => (u32::from(u8::MAX - register.golongan[at]), ""),
            Menurut::Jabatan => (register.jabatan[at], register.names.text(register.jabatan[at])),
        };
        let n = *known.entry(key).or_insert_with(|| {
            let nama = if by == Menurut::Golongan { grade(register.golongan[at]) } else { nama.to_owned() };
            groups.push((key, Kelompok { nama, people: Vec::new() }));
            groups.len() - 1
        });
        groups[n].1.people.push(i);
    }
    match by {
        Menurut::Unit | Menurut::Golongan => groups.sort_by_key(|g| g.0),
        Menurut::Jabatan => groups.sort_by(|a, b| {
            let unknown = |g: &(u32, Kelompok)| g.1.nama.is_empty();
            unknown(a).cmp(&unknown(b)).then_with(|| natural(&a.1.nama, &b.1.nama)).then(a.0.cmp(&b.0))
        }),
    }
    groups.into_iter().map(|g| g.1).collect()
}

fn grade(code: u8) -> String {
    match Golongan::from_code(code) {
        Some(g @ Golongan::Pppk(_)) => format!("{g} (PPPK)"),
        Some(g) => g.to_string(),
        None => String::new(),
    }
}
