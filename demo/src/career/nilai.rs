//! Assessments of competence: in the province and one kabupaten, of most heads and of many who may follow them.

use super::life::Life;
use crate::codes::{ESELON, Jenis, Tingkat};
use crate::profil::{Status, month_start};
use crate::rng::mix;
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

pub(super) fn assess(life: &mut Life<'_>) {
    let (p, office) = (life.profil(), life.office());
    let here = (0..DINILAI).any(|n| office.id == crate::province::instansi_id(n));
    if !here || p.status != Status::Pns || p.prodi.tingkat < Tingkat::D3 {
        return;
    }
    let chance = mix(p.number, 0x4B4F_4D50);
    let own = match life.held().kind {
        PostKind::Head(e) => level(ESELON[usize::from(e)].nama),
        PostKind::Listed(_) => 1,
    };
    // Nearly every head, and three in ten of those who may follow them.
    let wanted = if life.held().jenis() == Jenis::Struktural { 94 } else { 30 };
    if chance % 100 >= wanted {
        return;
    }
    let day = month_start(office.today, 2 + (chance / 100 % 20) as i32);
    if day <= p.tmt_awal {
        return;
    }
    let facts = KOMPETENSI.iter().zip(0u64..).map(|(nama, n)| {
        // Some are better than what they do now asks, some are not there yet.
        let above = (mix(chance, n) % 60) as i64 - 30 + (chance / 2_000 % 120) as i64 - 60;
        let values = vec![
            (Field::KompetensiLembaga, Value::text("UPT Penilaian Kompetensi Bumi Raya")),
            (Field::KompetensiNama, Value::text(nama)),
            (Field::KompetensiSkor, Value::Int((own * 100 + above).clamp(60, 500))),
            (Field::KompetensiStandar, Value::Int(own * 100)),
        ];
        Fact::new(Kind::PenilaianKompetensi, Some(day), values).until(Some(day.add_years(3)))
    });
    let nomor = format!("800.1.4/{}/{}", 100 + p.number % 900, day.year());
    life.add_all(Rank::Surat, "Laporan penilaian kompetensi", nomor, day, facts.collect());
}
