//! "Did this rakor change the numbers?" For each indicator its follow-ups are bound to: baseline, now and
//! target of all their owners together, and how many of them moved which way.

use super::nilai::{Dinilai, Terikat};
use super::rtl::{Gerak, Putusan};
use kernel::indikator::{Arah, Satuan, Ukuran};

/// What became of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Dampak {
    /// Its code.
    pub indikator: String,
    /// Which way is better.
    pub arah: Arah,
    /// Owners, each once.
    pub pemilik: Vec<String>,
    /// Of how many both figures are there: only those are in the three below.
    pub terukur: usize,
    /// At the moment of agreement.
    pub awal: Option<Ukuran>,
    /// Now.
    pub kini: Option<Ukuran>,
    /// Where they are to be together; `None` when shares have different targets.
    pub target: Option<Ukuran>,
    /// How many came nearer, stayed, went away, and are there.
    pub membaik: usize,
    /// Stayed.
    pub tetap: usize,
    /// Went away.
    pub memburuk: usize,
    /// Reached their target.
    pub tercapai: usize,
}

/// One for each indicator, in the order they were first agreed on. Given up follow-ups are left out.
pub fn dampak(dinilai: &[Dinilai<'_>], satuan: impl Fn(&str) -> Option<Satuan>) -> Vec<Dampak> {
    let mut codes: Vec<&str> = Vec::new();
    let bound: Vec<(&Dinilai<'_>, Terikat)> = dinilai
        .iter()
        .filter(|d| d.putusan != Putusan::Dibatalkan)
        .filter_map(|d| Some((d, d.terikat?)))
        .collect();
    for (d, _) in &bound {
        if !codes.contains(&d.rtl.isi.indikator.as_str()) {
            codes.push(&d.rtl.isi.indikator);
        }
    }
    let of = |code: &&str| satu(code, &bound, satuan(code));
    codes.iter().map(of).collect()
}

fn satu(code: &str, bound: &[(&Dinilai<'_>, Terikat)], satuan: Option<Satuan>) -> Dampak {
    let mut made = Dampak {
        indikator: code.to_owned(),
        arah: Arah::Netral,
        pemilik: Vec::new(),
        terukur: 0,
        awal: None,
        kini: None,
        target: None,
        membaik: 0,
        tetap: 0,
        memburuk: 0,
        tercapai: 0,
    };
    let mut targets: Vec<Option<Ukuran>> = Vec::new();
    for (d, terikat) in bound.iter().filter(|(d, _)| d.rtl.isi.indikator == code) {
        let owner = &d.rtl.isi.instansi;
        // Two follow-ups of one owner move the same figure: it is counted once, as first agreed on.
        if made.pemilik.contains(owner) {
            continue;
        }
        made.pemilik.push(owner.clone());
        made.arah = terikat.arah;
        let (Some(awal), Some(kini)) = (terikat.awal, terikat.kini) else { continue };
        made.terukur += 1;
        let whole = satuan.is_some_and(Satuan::bulat);
        made.awal = Some(tambah(made.awal, awal, whole));
        made.kini = Some(tambah(made.kini, kini, whole));
        targets.push(terikat.target);
        made.tercapai += usize::from(d.putusan == Putusan::Tercapai);
        match terikat.bergerak() {
            Some(Gerak::Membaik) => made.membaik += 1,
            Some(Gerak::Memburuk) => made.memburuk += 1,
            _ => made.tetap += 1,
        }
    }
    made.target = bersama(&targets, satuan);
    made
}

/// Numbers add up. Of shares part and whole do; an index over several is their mean, because each counts a
/// hundred.
fn tambah(sum: Option<Ukuran>, one: Ukuran, whole: bool) -> Ukuran {
    let Some(sum) = sum else { return one };
    let bawah = if whole { one.bawah } else { sum.bawah.saturating_add(one.bawah) };
    Ukuran { atas: sum.atas.saturating_add(one.atas), bawah }
}

/// Targets in whole numbers add up; shares have one together only when it is the same for all.
fn bersama(targets: &[Option<Ukuran>], satuan: Option<Satuan>) -> Option<Ukuran> {
    let all: Vec<Ukuran> = targets.iter().copied().collect::<Option<_>>()?;
    if satuan?.bulat() {
        return all.into_iter().fold(None, |sum, one| Some(tambah(sum, one, true)));
    }
    let first = *all.first()?;
    all.iter().all(|t| t.banding(first).is_eq()).then_some(first)
}
