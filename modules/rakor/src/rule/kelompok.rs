//! Follow-ups of one fan-out, rolled up.

use super::nilai::Dinilai;
use super::rtl::Putusan;

/// One fan-out.
#[derive(Clone, Debug)]
pub struct Kelompok<'k, 'r> {
    /// The word its members share.
    pub kunci: &'k str,
    /// Its members, by the order of their regions.
    pub anggota: Vec<&'k Dinilai<'r>>,
}

impl Kelompok<'_, '_> {
    /// How many have this answer.
    pub fn banyak(&self, putusan: Putusan) -> usize {
        self.anggota.iter().filter(|d| d.putusan == putusan).count()
    }

    /// Members that were not given up.
    pub fn berlaku(&self) -> usize {
        self.anggota.len() - self.banyak(Putusan::Dibatalkan)
    }
}

/// Fan-outs in the order they were agreed on; `urutan` gives the place of an instansi among the regions, so
/// that the list is one of places and never of ranks.
pub fn kelompok<'k, 'r, U: Ord>(
    dinilai: &'k [Dinilai<'r>],
    urutan: impl Fn(&str) -> U,
) -> Vec<Kelompok<'k, 'r>> {
    let mut groups: Vec<Kelompok<'k, 'r>> = Vec::new();
    for one in dinilai.iter().filter(|d| !d.rtl.isi.kelompok.is_empty()) {
        let kunci = one.rtl.isi.kelompok.as_str();
        match groups.iter_mut().find(|g| g.kunci == kunci) {
            Some(group) => group.anggota.push(one),
            None => groups.push(Kelompok { kunci, anggota: vec![one] }),
        }
    }
    for group in &mut groups {
        group.anggota.sort_by_key(|d| urutan(&d.rtl.isi.instansi));
    }
    groups
}
