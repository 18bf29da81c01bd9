//! Limits on leaving a unit: how many of the holders of seats of the round there may end anywhere but in the seat
//! they hold. Another seat of the same unit counts as leaving too: it is the seats whose work is to go on.

use super::{Beku, Tolak, soal};
use solver::{Floor, Unmet};

/// What is kept of a plan that had to give way to limits.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Batas {
    /// No arrangement within the limits is worth more, in the units of the objective.
    pub atas: i64,
    /// Nothing within the limits is worth more than the plan: proven by the bound, or because every case was looked at.
    pub tepat: bool,
    /// Ties are decided by the published order among all best arrangements. Else only among those in which the same
    /// people keep their seats.
    pub berurut: bool,
    /// For each of [`Beku::unit`] what one more who may leave it could add at most, in the units of the objective.
    pub harga: Vec<i64>,
}

impl Batas {
    /// Of a plan that limits did not change: staying has no price anywhere.
    pub fn longgar(beku: &Beku, nilai: i64) -> Batas {
        Batas { atas: nilai, tepat: true, berurut: true, harga: vec![0; beku.unit.len()] }
    }

    /// What another arrangement within the limits could be worth more at most, in the units of the objective.
    pub fn selisih(&self, nilai: i64) -> i64 {
        self.atas - nilai
    }
}

/// Holders of seats of the round in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Pemegang {
    /// How many there are.
    pub ada: u32,
    /// How many of them do not end in the seat they hold.
    pub keluar: u32,
    /// How many may; `None` without limit.
    pub boleh: Option<u32>,
}

impl Pemegang {
    /// Whether more leave than may.
    pub fn lewat(&self) -> bool {
        self.boleh.is_some_and(|most| self.keluar > most)
    }
}

/// Whether any unit has a limit.
pub fn ada(beku: &Beku) -> bool {
    beku.unit.iter().any(|unit| unit.batas.is_some())
}

/// Holders and leavers of each of [`Beku::unit`].
pub fn pemegang(beku: &Beku, duduk: &[Option<u32>]) -> Vec<Pemegang> {
    let limit = |u: &super::beku::UnitBeku| Pemegang { boleh: u.batas, ..Pemegang::default() };
    let mut all: Vec<Pemegang> = beku.unit.iter().map(limit).collect();
    for (seat, sits) in beku.kursi.iter().zip(duduk).filter(|(seat, _)| seat.pemegang.is_some()) {
        if let Some(unit) = all.get_mut(seat.unit as usize) {
            unit.ada += 1;
            unit.keluar += u32::from(*sits != seat.pemegang);
        }
    }
    all
}

/// Units that more leave than may, by place in [`Beku::unit`].
pub fn lewat(beku: &Beku, duduk: &[Option<u32>]) -> Vec<u32> {
    (0..).zip(pemegang(beku, duduk)).filter(|(_, unit)| unit.lewat()).map(|(at, _)| at).collect()
}

/// What the limits ask of a plan: for each of [`Beku::unit`] so many who stay.
pub fn lantai(beku: &Beku) -> Vec<Floor> {
    let home: Vec<Option<u32>> = beku.calon.iter().map(|c| c.asal).collect();
    let unit = |k: u32| beku.kursi.get(k as usize).map(|seat| seat.unit);
    let group: Vec<Option<u32>> = home.iter().map(|home| home.and_then(unit)).collect();
    let most: Vec<u32> =
        pemegang(beku, &vec![None; beku.kursi.len()]).iter().map(|u| u.boleh.unwrap_or(u.ada)).collect();
    solver::caps(&home, &group, &most)
}

/// The unit a person would leave; `None` without a seat of the round.
pub fn unit_asal(beku: &Beku, calon: u32) -> Option<u32> {
    let home = beku.calon.get(calon as usize)?.asal?;
    beku.kursi.get(home as usize).map(|seat| seat.unit)
}

/// Why no plan keeps the limits, in words.
pub fn tak_terpenuhi(beku: &Beku, why: &Unmet) -> Tolak {
    match why {
        Unmet::Infeasible(why) => soal::kurang(beku, why),
        Unmet::Refused(_) => Tolak(
            "HITUNG-12",
            "Rencana ini terlalu besar untuk dihitung dengan batas keluar per unit. Kosongkan batas itu, kecilkan selisih nilai untuk memindahkan pemegang jabatan, atau bagi menjadi beberapa rencana.".into(),
        ),
        Unmet::Floor { floor } => {
            let unit = beku.unit.get(*floor).map_or("", |u| u.nama.as_str());
            let most = beku.unit.get(*floor).and_then(|u| u.batas).unwrap_or(0);
            Tolak(
                "HITUNG-13",
                format!("Tidak ditemukan susunan yang mematuhi batas keluar {unit} (paling banyak {most} orang) bersama batas unit lain. Longgarkan batas keluar per unit, atau keluarkan pos unit itu dari rencana."),
            )
        }
    }
}
