//! The files that go with a nominatif: units, posts, work agreements, performance.

use super::NominatifSpec;
use super::columns::write_dmy;
use super::csv::Csv;
use super::faults::FAULTS;
use super::plan::{Mark, Plan};
use crate::career::{agreements, performance};
use crate::codes::{self, ESELON, JABATAN, JENIS_JABATAN};
use crate::units::PostKind;
use std::io::{self, Write};

/// The unor list as exported: names indented by two dashes a level, the tree in the last column.
pub fn write_unor(spec: &NominatifSpec, out: &mut impl Write) -> io::Result<u64> {
    let plan = Plan::new(spec);
    let mut csv = Csv::new(spec, out)?;
    csv.record(["Id", "NamaUnor", "DiatasanId"])?;
    for unit in &plan.org.units {
        let nama = format!("{}{}", "--".repeat(usize::from(unit.depth)), unit.nama);
        csv.record([unit.id.as_str(), &nama, &unit.atasan_id])?;
    }
    Ok(plan.org.units.len() as u64)
}

/// The map of posts with what is needed; how they are filled is in [`super::Planted::posts`].
pub fn write_peta_jabatan(spec: &NominatifSpec, out: &mut impl Write) -> io::Result<u64> {
    let plan = Plan::new(spec);
    let mut csv = Csv::new(spec, out)?;
    csv.record(["kode", "unor", "jabatan", "jenis", "jenjang", "kelas", "kebutuhan", "tmt"])?;
    for (n, post) in plan.org.posts.iter().enumerate() {
        let (jenjang, kelas) = match post.kind {
            PostKind::Head(e) => (ESELON[usize::from(e)].nama, ESELON[usize::from(e)].kelas),
            PostKind::Listed(j) => (JABATAN[usize::from(j)].jenjang, JABATAN[usize::from(j)].kelas),
        };
        let unit = &plan.org.units[post.unit as usize];
        csv.record([
            format!("P{n:06}").as_str(),
            &unit.id,
            plan.org.jabatan(post),
            JENIS_JABATAN[post.jenis() as usize].1,
            jenjang,
            &kelas.to_string(),
            &post.kebutuhan.to_string(),
            codes::POSTS_SINCE,
        ])?;
    }
    Ok(plan.org.posts.len() as u64)
}

/// Work agreements of PPPK, extensions included; gives the number of rows and of those ending
/// within 90 days of the day of the files.
pub fn write_kontrak(spec: &NominatifSpec, out: &mut impl Write) -> io::Result<(u64, u64)> {
    let plan = Plan::new(spec);
    let mut csv = Csv::new(spec, out)?;
    csv.record(["nip", "nomor", "jenis", "mulai", "selesai", "ke"])?;
    let (mut written, mut ending) = (0, 0);
    let (mut from, mut to) = (String::new(), String::new());
    for row in (0..plan.len()).filter(|&r| !matches!(plan.mark(r), Mark::Refused(_))) {
        let profil = plan.profil(row);
        if !profil.status.contract() {
            continue;
        }
        // The NIP as the nominatif has it, faults included.
        let nip = written_nip(&plan, row);
        let jenis = if profil.status == crate::profil::Status::Pppk { "PPPK" } else { "paruh waktu" };
        let list = agreements(&profil, spec.today);
        for (ke, (start, end)) in list.iter().enumerate() {
            from.clear();
            to.clear();
            write_dmy(&mut from, *start);
            write_dmy(&mut to, *end);
            let nomor = format!("814/{}/PK/{}", 100 + profil.number % 900, start.year());
            csv.record([nip.as_str(), &nomor, jenis, &from, &to, &ke.to_string()])?;
            written += 1;
        }
        let last = list.last().map_or(spec.today, |a| a.1);
        ending += u64::from(last <= spec.today.add_days(90));
    }
    Ok((written, ending))
}

/// Predicates of the last full year; gives the number of rows and of people who served in that
/// year without one (the planted `skp_kosong`).
pub fn write_skp(spec: &NominatifSpec, out: &mut impl Write) -> io::Result<(u64, u64)> {
    let plan = Plan::new(spec);
    let mut csv = Csv::new(spec, out)?;
    csv.record(["nip", "tahun", "hasil", "perilaku", "predikat"])?;
    let year = spec.today.year() - 1;
    let (mut written, mut missing) = (0, 0);
    for row in (0..plan.len()).filter(|&r| !matches!(plan.mark(r), Mark::Refused(_))) {
        let profil = plan.profil(row);
        if profil.tmt_awal.year() > year {
            continue;
        }
        if matches!(plan.mark(row), Mark::Fault(n) if FAULTS[usize::from(n)].name == "skp_kosong") {
            missing += 1;
            continue;
        }
        let (hasil, perilaku, predikat) = performance(profil.number, year);
        csv.record([written_nip(&plan, row).as_str(), &year.to_string(), hasil, perilaku, predikat])?;
        written += 1;
    }
    Ok((written, missing))
}

/// The NIP as it stands in the nominatif, without what a spreadsheet put around it.
pub(super) fn written_nip(plan: &Plan<'_>, row: usize) -> String {
    let profil = plan.profil(row);
    match plan.mark(row) {
        Mark::Fault(kind) => super::faults::written_nip(FAULTS[usize::from(kind)].name, &profil),
        _ => profil.nip(),
    }
}
