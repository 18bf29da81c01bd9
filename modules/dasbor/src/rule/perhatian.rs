//! What deserves a look, and why: each rule one sentence, none of them a rank.

use kernel::indikator::{Arah, Gerak, Ukuran, gerak, tercapai};

/// One indicator of one instansi.
#[derive(Clone, Debug)]
pub struct Deret {
    /// Which way is better.
    pub arah: Arah,
    /// What is measured now.
    pub kini: Option<Ukuran>,
    /// The target of this year.
    pub sasaran: Option<Ukuran>,
    /// Stored quarters, the oldest first, each with the target of its own year.
    pub triwulan: Vec<(Option<Ukuran>, Option<Ukuran>)>,
    /// It is the part of what was due that was done in time.
    pub tenggat: bool,
}

/// Why it deserves a look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sebab {
    /// There is a target and no figure.
    TanpaAngka,
    /// The target was missed in the last two stored quarters.
    DuaTriwulan,
    /// It got worse from quarter to quarter, twice in a row.
    Memburuk,
    /// Of so many that were due, so many were not done in time.
    Terlambat(i64, i64),
}

/// Every reason, in the order they are told.
pub fn sebab(d: &Deret) -> Vec<Sebab> {
    let mut all = Vec::new();
    if d.sasaran.is_some() && d.kini.is_none() {
        all.push(Sebab::TanpaAngka);
    }
    let missed = |(figure, goal): &(Option<Ukuran>, Option<Ukuran>)| {
        figure.zip(*goal).is_some_and(|(figure, goal)| tercapai(goal, figure, d.arah) == Some(false))
    };
    if matches!(d.triwulan.as_slice(), [.., a, b] if missed(a) && missed(b)) {
        all.push(Sebab::DuaTriwulan);
    }
    if let [.., (Some(a), _), (Some(b), _), (Some(c), _)] = d.triwulan.as_slice() {
        let worse = |from: &Ukuran, to: &Ukuran| gerak(*from, *to, d.arah) == Gerak::Memburuk;
        if worse(a, b) && worse(b, c) {
            all.push(Sebab::Memburuk);
        }
    }
    match d.kini {
        Some(u) if d.tenggat && u.atas < u.bawah => all.push(Sebab::Terlambat(u.bawah - u.atas, u.bawah)),
        _ => {}
    }
    all
}

impl Sebab {
    /// As a page says it.
    pub fn kata(self) -> String {
        match self {
            Sebab::TanpaAngka => "bertarget tahun ini, angkanya belum ada".to_owned(),
            Sebab::DuaTriwulan => "belum memenuhi target pada dua triwulan terakhir".to_owned(),
            Sebab::Memburuk => "memburuk dua triwulan berturut-turut".to_owned(),
            Sebab::Terlambat(late, due) => {
                format!("{late} dari {due} yang tenggatnya lewat tidak selesai tepat waktu")
            }
        }
    }
}
