//! Assessments of competence: in the province and one kabupaten, of most heads and of many who may follow them.
//! Managerial and socio-cultural competences are assessed of everybody alike; technical ones of the field and the task
//! somebody works in, of what was studied, and of a field some worked in before.

use super::life::Life;
use crate::codes::{ESELON, JABATAN, Jenis, Tingkat};
use crate::profil::{Status, month_start};
use crate::rng::mix;
use crate::rumpun::{self, Rumpun};
use crate::units::PostKind;
use kernel::{Fact, Field, Kind, Rank, Value};

/// Managerial and socio-cultural competences every standard of the demo names.
pub const KOMPETENSI: [&str; 9] = [
    "Integritas",
    "Kerja Sama",
    "Komunikasi",
    "Orientasi pada Hasil",
    "Pelayanan Publik",
    "Pengembangan Diri dan Orang Lain",
    "Mengelola Perubahan",
    "Pengambilan Keputusan",
    "Perekat Bangsa",
];

/// Level a standard asks of a post of this echelon, as the annex of the rule says: 4, 3, 2; 1 without one.
pub fn level(eselon: &str) -> i64 {
    match eselon.split('.').next() {
        Some("I") => 5,
        Some("II") => 4,
        Some("III") => 3,
        Some("IV") => 2,
        _ => 1,
    }
}

/// Governments whose people are assessed: the province and the first kabupaten.
pub const DINILAI: usize = 2;

/// What the standard of a post in this unit asks for beside [`KOMPETENSI`]: the field of the unit, then its task.
pub fn teknis(unit: &str, jabatan: &str) -> Vec<&'static str> {
    let task = match rumpun::tugas(unit) {
        [] => rumpun::tugas(jabatan),
        own => own,
    };
    rumpun::dari_unit(unit).teknis.iter().chain(task).copied().collect()
}

/// Level somebody is assessed at: that of the post held.
fn own(kind: PostKind) -> i64 {
    match kind {
        PostKind::Head(e) => level(ESELON[usize::from(e)].nama),
        PostKind::Listed(n) => match JABATAN[usize::from(n)].jenjang {
            "MA" => 3,
            "MU" | "PY" => 2,
            _ => 1,
        },
    }
}

/// Technical competences of somebody, each once, with how well it is known in percent.
fn known(unit: &str, prodi: Option<&'static Rumpun>, before: &'static Rumpun) -> Vec<(&'static str, i64)> {
    let mut all: Vec<(&str, i64)> = teknis(unit, "").into_iter().map(|name| (name, 100)).collect();
    let more = prodi.map(|r| (r, 85)).into_iter().chain([(before, 80)]);
    for (rumpun, share) in more {
        for name in rumpun.teknis {
            if !all.iter().any(|k| k.0 == name) {
                all.push((name, share));
            }
        }
    }
    all
}

pub(super) fn assess(life: &mut Life<'_>) {
    let (p, office) = (life.profil(), life.office());
    let here = (0..DINILAI).any(|n| office.id == crate::province::instansi_id(n));
    if !here || p.status != Status::Pns || p.prodi.tingkat < Tingkat::D3 {
        return;
    }
    let chance = mix(p.number, 0x4B4F_4D50);
    // Nearly every head, and three in ten of those who may follow them.
    let wanted = if life.held().jenis() == Jenis::Struktural { 94 } else { 30 };
    if chance % 100 >= wanted {
        return;
    }
    let day = month_start(office.today, 2 + (chance / 100 % 20) as i32);
    if day <= p.tmt_awal {
        return;
    }
    let standard = own(life.held().kind) * 100;
    // Most reach nine tenths of what their post asks for; a few are ready for more, a few are not there yet.
    let person = 74 + (chance / 2_000 % 17 + chance / 40_000 % 17) as i64;
    let units = &office.org.units;
    let before = rumpun::dari_unit(&units[(chance / 900_000) as usize % units.len()].nama);
    let studied =
        crate::codes::PRODI.iter().position(|group| group.iter().any(|own| std::ptr::eq(own, p.prodi)));
    let technical = known(life.unit(), studied.and_then(rumpun::dari_prodi), before);
    let competences = KOMPETENSI.iter().map(|name| (*name, 100)).chain(technical);
    let facts = competences.zip(0u64..).map(|((nama, share), n)| {
        let percent = person + (mix(chance, n) % 25) as i64 - 12;
        let score = standard * percent * share / 10_000;
        let mut values = vec![
            (Field::KompetensiLembaga, Value::text("UPT Penilaian Kompetensi Bumi Raya")),
            (Field::KompetensiNama, Value::text(nama)),
            (Field::KompetensiSkor, Value::Int(score.clamp(60, 500))),
        ];
        // What the own post does not ask for has no standard to fall short of.
        if share == 100 {
            values.push((Field::KompetensiStandar, Value::Int(standard)));
        }
        Fact::new(Kind::PenilaianKompetensi, Some(day), values).until(Some(day.add_years(3)))
    });
    let nomor = format!("800.1.4/{}/{}", 100 + p.number % 900, day.year());
    life.add_all(Rank::Surat, "Laporan penilaian kompetensi", nomor, day, facts.collect());
}
