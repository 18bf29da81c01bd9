//! Work agreements and yearly predicates: files and histories tell the same.

use super::life::{Life, relative};
use crate::codes::Tingkat;
use crate::profil::{Profil, Status, month_start, span};
use crate::rng::{Rng, mix};
use crate::units::PostKind;
use kernel::{Date, Fact, Field, Kind, Rank, Value};

/// First and last day of each work agreement up to the one that covers `today`.
pub fn agreements(profil: &Profil, today: Date) -> Vec<(Date, Date)> {
    let chance = mix(profil.number, 0x504B);
    // Part-time agreements run a year; full ones one to five years, and every fifteenth person's
    // is cut to end within the half year to come.
    let years = if profil.status == Status::ParuhWaktu { 1 } else { [2, 5, 5][chance as usize % 3] };
    let mut list = Vec::with_capacity(3);
    let mut start = profil.tmt_awal;
    loop {
        let end = start.add_years(years).add_days(-1);
        if end >= today || list.len() == 8 {
            let soon = chance % 15 == 7;
            let end = if soon { month_start(today, -1 - (chance % 5) as i32).add_days(-1) } else { end };
            list.push((start, end.max(start.add_days(27))));
            return list;
        }
        list.push((start, end));
        start = end.add_days(1);
    }
}

/// Result, behaviour and predicate of a year.
pub fn performance(number: u64, year: i16) -> (&'static str, &'static str, &'static str) {
    // Spelt as SIASN spells them.
    const SESUAI: &str = "SESUAI ESPEKTASI";
    const DI_ATAS: &str = "DIATAS ESPEKTASI";
    const DI_BAWAH: &str = "DIBAWAH ESPEKTASI";
    match mix(number, year as u64) % 100 {
        0..8 => (DI_ATAS, DI_ATAS, "SANGAT BAIK"),
        8..20 => (DI_ATAS, SESUAI, "BAIK"),
        20..97 => (SESUAI, SESUAI, "BAIK"),
        97..99 => (DI_BAWAH, SESUAI, "BUTUH PERBAIKAN"),
        _ => (DI_BAWAH, DI_BAWAH, "SANGAT KURANG"),
    }
}

fn text(s: &str) -> Value {
    Value::Text(s.into())
}

/// Courses, family, salary steps, awards, punishments, stand-ins and leave: each for some.
pub(super) fn extras(life: &mut Life<'_>, rng: &mut Rng) {
    let (p, today) = (life.profil(), life.office().today);
    let nomor = |code: &str, day: Date| format!("{code}/{}/{}", 100 + p.number % 900, day.year());
    if p.status == Status::Cpns || p.tmt_awal.year() >= 2018 && p.status == Status::Pns || rng.chance(350) {
        let day = p.tmt_awal.add_days(rng.between(120, 330));
        let (jenis, nama) = match (life.head_of_unit(), p.status.contract()) {
            (true, _) => ("Diklat Struktural", "Pelatihan Kepemimpinan Pengawas"),
            (_, true) => ("Diklat Teknis", "Orientasi PPPK"),
            _ => ("Diklat Dasar", "Pelatihan Dasar CPNS"),
        };
        let v = vec![
            (Field::DiklatJenis, text(jenis)),
            (Field::DiklatNama, text(nama)),
            (Field::DiklatJp, Value::Int(i64::from(40 + 8 * rng.below(60)))),
            (Field::DiklatPenyelenggara, text("Badan Pengembangan Sumber Daya Manusia Bumi Raya")),
        ];
        life.add(
            Rank::Surat,
            "Sertifikat diklat",
            nomor("893", day),
            day,
            Fact::new(Kind::Diklat, Some(day), v),
        );
    }
    leadership(life, &nomor);
    if p.kawin == 1 && rng.chance(220) {
        let day = p.lahir.add_years(p.prodi.tingkat.age() + 3).max(p.tmt_awal);
        let spouse = relative(rng, !p.female);
        let v = vec![
            (Field::KeluargaHubungan, text(if p.female { "Suami" } else { "Istri" })),
            (Field::KeluargaNama, text(&spouse)),
            (Field::KeluargaLahir, Value::Date(p.lahir.add_days(rng.between(-1_400, 1_400)))),
            (Field::KeluargaStatus, text("Mendapat tunjangan")),
        ];
        life.add(
            Rank::Surat,
            "Akta nikah",
            nomor("474.2", day),
            day,
            Fact::new(Kind::Keluarga, Some(day), v),
        );
        let born = day.add_years(2);
        if rng.chance(600) {
            let girl = rng.chance(500);
            let child = relative(rng, girl);
            let v = vec![
                (Field::KeluargaHubungan, text("Anak")),
                (Field::KeluargaNama, text(&child)),
                (Field::KeluargaLahir, Value::Date(born)),
                (Field::KeluargaStatus, text("Mendapat tunjangan")),
            ];
            life.add(
                Rank::Surat,
                "Akta kelahiran",
                nomor("474.1", born),
                born,
                Fact::new(Kind::Keluarga, Some(born), v),
            );
        }
    }
    if p.status != Status::Pns {
        return;
    }
    let (served, _) = span(p.tmt_awal, today);
    if rng.chance(120) {
        let years = served / 2 * 2;
        let tmt = p.tmt_awal.add_years(years as i16);
        // Rupiah of the right size; the tables of the law are elsewhere.
        let pay = 1_650_000 + 170_000 * p.golongan.1 as i64 + 42_000 * years;
        let v = vec![
            (Field::GajiPokok, Value::Int(pay)),
            (Field::KgbMkTahun, Value::Int(years)),
            (Field::KgbMkBulan, Value::Int(0)),
        ];
        life.add(
            Rank::Sk,
            "Surat kenaikan gaji berkala",
            nomor("822", tmt),
            tmt,
            Fact::new(Kind::GajiBerkala, Some(tmt), v),
        );
    }
    if served >= 10 && rng.chance(200) {
        let tens = (served / 10).min(3);
        let day = Date::new(p.tmt_awal.year() + 10 * tens as i16, 8, 17).unwrap_or(today);
        let name = format!("Satyalancana Karya Satya {} Tahun", ["X", "XX", "XXX"][tens as usize - 1]);
        let v = vec![
            (Field::PenghargaanNama, text(&name)),
            (Field::PenghargaanTahun, Value::Int(i64::from(day.year()))),
        ];
        life.add(
            Rank::Sk,
            "Piagam penghargaan",
            nomor("003", day),
            day,
            Fact::new(Kind::Penghargaan, Some(day), v),
        );
    }
    rare(life, rng, &nomor, today);
}

/// Leadership training of most heads, some years after they rose to the post.
fn leadership(life: &mut Life<'_>, nomor: &dyn Fn(&str, Date) -> String) {
    let p = life.profil();
    let PostKind::Head(e) = life.held().kind else { return };
    let chance = mix(p.number, 0x0050_4B4E);
    if p.status != Status::Pns || chance % 100 >= 70 {
        return;
    }
    let (nama, jp) = match crate::codes::ESELON[usize::from(e)].nama.split('.').next() {
        Some("IV") => ("Pelatihan Kepemimpinan Pengawas", 905),
        Some("III") => ("Pelatihan Kepemimpinan Administrator", 910),
        _ => ("Pelatihan Kepemimpinan Nasional Tingkat II", 923),
    };
    let day = p.tmt_jabatan.add_days(60 + (chance / 100 % 500) as i32);
    let v = vec![
        (Field::DiklatJenis, text("Diklat Struktural")),
        (Field::DiklatNama, text(nama)),
        (Field::DiklatJp, Value::Int(jp)),
        (Field::DiklatPenyelenggara, text("Badan Pengembangan Sumber Daya Manusia Bumi Raya")),
    ];
    let what = Fact::new(Kind::Diklat, Some(day), v);
    life.add(Rank::Surat, "Sertifikat diklat", nomor("893.3", day), day, what);
}

fn rare(life: &mut Life<'_>, rng: &mut Rng, nomor: &dyn Fn(&str, Date) -> String, today: Date) {
    let p = life.profil();
    if rng.chance(9) {
        let tmt = month_start(today, rng.between(2, 70));
        let (level, kind, months) = match rng.below(10) {
            0..6 => ("Ringan", "Teguran tertulis", 6),
            6..9 => ("Sedang", "Pemotongan tunjangan kinerja 25% selama 6 bulan", 6),
            _ => ("Berat", "Penurunan jabatan setingkat lebih rendah selama 12 bulan", 12),
        };
        let v = vec![
            (Field::HukdisTingkat, text(level)),
            (Field::HukdisJenis, text(kind)),
            (Field::HukdisAlasan, text("Tidak masuk kerja tanpa alasan yang sah")),
        ];
        let what = Fact::new(Kind::HukumanDisiplin, Some(tmt), v).until(Some(month_start(tmt, -months)));
        life.add(Rank::Sk, "SK hukuman disiplin", nomor("862", tmt), tmt, what);
    }
    if life.head_of_unit() && rng.chance(60) && !life.office().heads.is_empty() {
        let office = life.office();
        let post = office.post(*rng.pick(&office.heads));
        let tmt = month_start(today, rng.between(0, 20));
        let v = vec![
            (Field::PenugasanJenis, text("Plt")),
            (Field::PenugasanJabatan, text(office.org.jabatan(post))),
            (Field::PenugasanUnorId, text(&office.org.units[post.unit as usize].id)),
        ];
        let what = Fact::new(Kind::Penugasan, Some(tmt), v).until(Some(month_start(tmt, -6)));
        life.add(Rank::Sk, "Surat perintah pelaksana tugas", nomor("800", tmt), tmt, what);
    }
    let leave = rng.below(1000);
    if leave < 3 {
        let tmt = month_start(today, rng.between(1, 40)).max(p.tmt_awal.add_years(2));
        let v = vec![(Field::CltnJenis, text("CLTN"))];
        let what = Fact::new(Kind::Cltn, Some(tmt), v).until(Some(tmt.add_years(3)));
        life.add_status("SK CLTN", nomor("851", tmt), tmt, ("02", "CLTN"), what);
    } else if leave < 9 && p.prodi.tingkat >= Tingkat::S1 {
        let tmt = month_start(today, rng.between(1, 30)).max(p.tmt_awal.add_years(2));
        let v =
            vec![(Field::TubelJenjang, text("S-2")), (Field::TubelSekolah, text("Universitas Bumi Raya"))];
        let what = Fact::new(Kind::TugasBelajar, Some(tmt), v).until(Some(tmt.add_years(2)));
        life.add_status("SK tugas belajar", nomor("892", tmt), tmt, ("03", "Tugas Belajar"), what);
    }
}
