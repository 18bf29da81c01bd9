//! Assessments of competence: in the province and one kabupaten, of most heads and of many who may follow them.
//! Managerial and socio-cultural competences are assessed of everybody alike; technical ones of the field and the task
//! somebody works in, of what was studied, and of a field some worked in before.

use super::Office;
use super::life::Life;
use crate::codes::{ESELON, JABATAN, Jenis, PRODI, Tingkat};
use crate::profil::{Status, month_start};
use crate::rng::mix;
use crate::rumpun::{self, Rumpun};
use crate::units::{Post, PostKind};
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

/// The standard somebody is assessed against, in hundredths: that of the post held.
fn own(kind: PostKind) -> i64 {
    match kind {
        PostKind::Head(e) => level(ESELON[usize::from(e)].nama) * 100,
        PostKind::Listed(n) => match JABATAN[usize::from(n)].jenjang {
            "MA" => 250,
            "MU" | "PY" => 200,
            _ => 100,
        },
    }
}

/// One head in four leads an office of another field than the one they grew up in: what a rotation can mend.
pub(super) fn misplaced(number: u64, post: &Post) -> bool {
    post.jenis() == Jenis::Struktural && mix(number, 0x4D49_5346).is_multiple_of(4)
}

/// Name of the unit somebody worked in before.
pub(super) fn before(office: &Office, number: u64) -> &str {
    let chance = mix(number, 0x4C41_4C55) as usize;
    match office.heads.len() {
        0 => "",
        some => office.unit_of(office.heads[chance % some]),
    }
}

/// Technical competences of somebody, each once, with how well it is known in percent.
fn known(
    unit: &str,
    prodi: Option<&'static Rumpun>,
    before: &str,
    misplaced: bool,
) -> Vec<(&'static str, i64)> {
    let each = |names: Vec<&'static str>, share: i64| names.into_iter().map(move |name| (name, share));
    let task = each(rumpun::tugas(unit).to_vec(), 100);
    let field = each(rumpun::dari_unit(unit).teknis.to_vec(), if misplaced { 45 } else { 100 });
    let old = each(teknis(before, ""), if misplaced { 105 } else { 80 });
    let studied = each(prodi.map(|r| r.teknis.to_vec()).unwrap_or_default(), 85);
    let mut all: Vec<(&str, i64)> = Vec::with_capacity(12);
    for one in task.chain(old).chain(field).chain(studied) {
        match all.iter_mut().find(|k| k.0 == one.0) {
            Some(known) => known.1 = known.1.max(one.1),
            None => all.push(one),
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
    let standard = own(life.held().kind);
    // Most reach nine tenths of what their post asks for; a few are ready for more, a few are not there yet.
    let person = 74 + (chance / 2_000 % 17 + chance / 40_000 % 17) as i64;
    let studied = PRODI.iter().position(|group| group.iter().any(|own| std::ptr::eq(own, p.prodi)));
    let studied = studied.and_then(rumpun::dari_prodi);
    let misplaced = misplaced(p.number, life.held());
    let technical = known(life.unit(), studied, before(office, p.number), misplaced);
    let asked = teknis(life.unit(), "");
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
        if n < KOMPETENSI.len() as u64 || asked.contains(&nama) {
            values.push((Field::KompetensiStandar, Value::Int(standard)));
        }
        Fact::new(Kind::PenilaianKompetensi, Some(day), values).until(Some(day.add_years(3)))
    });
    let nomor = format!("800.1.4/{}/{}", 100 + p.number % 900, day.year());
    life.add_all(Rank::Surat, "Laporan penilaian kompetensi", nomor, day, facts.collect());
}
