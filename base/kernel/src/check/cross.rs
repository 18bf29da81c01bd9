//! Checks over many people at once, on plain columns: one post two holders, one NIK two people.

use super::{Code, Codes, Person, Said};
use crate::kind::Field;

/// What the cross checks need of one person.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct CrossItem {
    /// Whether the person works.
    pub active: bool,
    /// Whether the post is struktural (or struktural and fungsional at once).
    pub structural: bool,
    /// Number of the post given by the caller, the same for the same post at the same unit; 0 = unknown.
    pub pos: u32,
    /// NIK as a number; `None` when empty or malformed.
    pub nik: Option<u64>,
}

/// For each person, in the order given, the cross codes that hold.
pub fn cross(items: &[CrossItem]) -> Vec<Codes> {
    let mut codes = vec![Codes::NONE; items.len()];
    mark(items, held_post, Code::PosGanda, &mut codes);
    mark(items, |item| item.nik, Code::NikGanda, &mut codes);
    codes
}

/// The post only one person may hold.
pub fn held_post(item: &CrossItem) -> Option<u64> {
    (item.active && item.structural && item.pos != 0).then_some(u64::from(item.pos))
}

/// Gives the code to everyone whose key someone else has too.
fn mark(items: &[CrossItem], key: impl Fn(&CrossItem) -> Option<u64>, code: Code, codes: &mut [Codes]) {
    let mut keyed: Vec<(u64, u32)> =
        items.iter().enumerate().filter_map(|(at, item)| Some((key(item)?, at as u32))).collect();
    keyed.sort_unstable();
    for group in keyed.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        for (_, at) in group {
            codes[*at as usize].insert(code);
        }
    }
}

/// The sentence of a cross code; who else is involved is for the page to list.
pub(super) fn say(code: Code, p: &Person<'_, '_>) -> Option<Said> {
    match code {
        Code::PosGanda => Some((
            format!(
                "Jabatan \"{}\" pada \"{}\" juga dipegang pegawai aktif lain.",
                p.text(Field::JabatanNama),
                p.text(Field::UnorNama)
            ),
            "Periksa SK jabatan semua pemegangnya; catat pemberhentian dari jabatan yang lama.".to_owned(),
            Field::JabatanNama,
        )),
        Code::NikGanda => Some((
            "NIK yang sama tercatat pada pegawai lain.".to_owned(),
            "Cocokkan NIK semua pemiliknya dengan KTP.".to_owned(),
            Field::Nik,
        )),
        _ => None,
    }
}
