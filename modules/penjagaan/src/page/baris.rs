//! People of the list: whom it shows, and what is said of each.

use super::lingkup::{JAWABAN, Lingkup};
use crate::view::BarisJaga;
use host::jaga::Alasan;
use host::{Action, Ctx, Reach, tanggal};
use law::Kode;
use law::jaga::{Jaga, Sebab, Syarat};
use std::collections::HashMap;

/// One person of the list.
#[derive(Clone, Copy, Debug)]
pub struct Orang {
    /// Number in the register.
    pub baris: u32,
    /// How they stand under the service; `None` when it does not concern them.
    pub jaga: Option<Jaga>,
    /// The answer of the norm, where the list is by answer.
    pub jawab: Option<Kode>,
}

impl Lingkup<'_> {
    /// What is shown below the filters.
    pub fn lihat(&self) -> &'static str {
        match self.query("lihat") {
            JAWABAN => JAWABAN,
            "unit" => "unit",
            _ => "",
        }
    }

    /// Whether the list is of everybody, by the answer of the norm.
    pub fn by_answer(&self) -> bool {
        self.lihat() == JAWABAN
    }

    /// Whom the list shows.
    pub fn terpilih(&self) -> Vec<Orang> {
        if !self.by_answer() {
            let shown = self.semua.iter().filter(|j| self.pilih.holds(j));
            return shown.map(|j| Orang { baris: j.baris, jaga: Some(*j), jawab: None }).collect();
        }
        let known: HashMap<u32, Jaga> = self.semua.iter().map(|j| (j.baris, *j)).collect();
        let shown = self.jawab().filter(|j| self.jawaban.is_none_or(|kode| kode == j.kode));
        let one = |j: &law::jaga::Jawab| Orang {
            baris: j.baris,
            jaga: known.get(&j.baris).copied(),
            jawab: Some(j.kode),
        };
        shown.map(one).collect()
    }
}

/// What is said of these people.
pub fn baris<'p>(
    ctx: &'p Ctx,
    asked: &'p Lingkup<'_>,
    people: &'p [Orang],
) -> impl Iterator<Item = BarisJaga> + 'p {
    let opens = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::LihatPegawai) != Reach::None);
    let alasan = Alasan::new(&asked.world, asked.hukum, asked.layanan);
    people.iter().map(move |orang| {
        let i = orang.baris as usize;
        let register = &asked.world.register;
        let why = match (orang.jawab, orang.jaga) {
            (Some(_), _) => alasan.jawab(orang.baris),
            (None, Some(jaga)) => alasan.of(&jaga),
            (None, None) => None,
        };
        let failed = match orang.jawab {
            Some(kode) => kode == Kode::Gagal,
            None => orang.jaga.is_some_and(|j| j.syarat == Syarat::Belum),
        };
        // What the law says is the condition, not how it stands.
        let said = |why: Sebab| match why.kurang.is_empty() {
            true if failed && !why.bunyi.is_empty() => format!("tidak terpenuhi: {}", why.bunyi),
            true => why.bunyi,
            false => format!("belum diketahui: {}", why.kurang.join(", ")),
        };
        let hari = orang.jaga.and_then(|j| j.hari);
        let usul = hari.zip(asked.layanan.usul_hari);
        BarisJaga {
            name: register.nama(i).to_owned(),
            nip: register.nip(i).to_owned(),
            href: opens.then(|| asked.person(i, "")),
            why_href: opens.then(|| asked.why(i, hari.filter(|_| orang.jawab.is_none()))),
            unit: asked.world.unit_of(i).to_owned(),
            dijaga: orang.jaga.is_some(),
            hari: hari.map(tanggal),
            usul: usul.map(|(day, days)| tanggal(day.add_days(-(days as i32)))),
            syarat: orang.jaga.map(|j| j.syarat),
            jawab: orang.jawab,
            sebab: why.map(said).unwrap_or_default(),
        }
    })
}
