//! From appointment to pension: CPNS, PNS, PPPK, contracts, legal status, BUP.

use super::words::day_or;
use super::{Check, Code, Person, Status, day};
use crate::date::Date;
use crate::kind::{Field, Kind};
use crate::tables::{Ambang, Untuk};

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::TmtPnsKosong,
        holds: |p| p.status == Status::Pns && p.active && p.pns.is_none(),
        say: |_| {
            let message = "TMT PNS kosong, sedangkan statusnya PNS.".to_owned();
            (message, "Catat SK PNS dengan TMT-nya.".to_owned(), Field::PnsSkNomor)
        },
    },
    Check {
        code: Code::CpnsSesudahPns,
        holds: |p| matches!((p.cpns, p.pns), (Some(cpns), Some(pns)) if cpns > pns),
        say: |p| {
            let message = format!("TMT CPNS ({}) sesudah TMT PNS ({}).", day_or(p.cpns), day_or(p.pns));
            (message, "Periksa kedua SK, lalu ralat yang salah.".to_owned(), Field::CpnsSkNomor)
        },
    },
    Check {
        code: Code::CpnsLama,
        holds: |p| p.status == Status::Cpns && p.active && probation_end(p).is_some_and(|end| p.today > end),
        say: |p| {
            let message = format!(
                "Masih CPNS sejak {}; masa percobaan seharusnya selesai {}.",
                day_or(p.cpns),
                day_or(probation_end(p))
            );
            (
                message,
                "Usulkan pengangkatan PNS, atau catat SK PNS bila sudah ada.".to_owned(),
                Field::PnsSkNomor,
            )
        },
    },
    Check {
        code: Code::UsiaMasuk,
        holds: |p| too_young_until(p).is_some_and(|until| p.cpns.is_some_and(|cpns| cpns < until)),
        say: |p| {
            let least = p.ambang(Ambang::UsiaMasukMinTahun).unwrap_or_default();
            let message = format!(
                "Saat TMT CPNS ({}) umurnya di bawah {least} tahun (lahir {}).",
                day_or(p.cpns),
                day_or(p.birth)
            );
            (message, "Periksa tanggal lahir dan TMT CPNS.".to_owned(), Field::TanggalLahir)
        },
    },
    Check {
        code: Code::PppkKedudukan,
        holds: |p| {
            let untuk = p.kedudukan.map(|item| item.info.untuk);
            matches!(
                (p.status, untuk),
                (Status::Pppk, Some(Untuk::Pns)) | (Status::Pns | Status::Cpns, Some(Untuk::Pppk))
            )
        },
        say: |p| {
            let kedudukan = p.kedudukan.map_or("", |item| &*item.nama);
            let (status, other) = if p.is_pppk() { ("PPPK", "PNS") } else { ("PNS", "PPPK") };
            let message =
                format!("Statusnya {status}, sedangkan kedudukan hukum \"{kedudukan}\" untuk {other}.");
            (message, "Perbaiki kedudukan hukum di SIASN, lalu unduh ulang.".to_owned(), Field::KedudukanId)
        },
    },
    Check {
        code: Code::PppkBertandaPns,
        holds: |p| p.pns.is_some() || mark_of_pns(p).is_some(),
        say: |p| {
            let message = match p.pns {
                Some(pns) => format!("PPPK tercatat mempunyai TMT PNS {}.", day(pns)),
                None => format!("PPPK tercatat bertanda {}.", mark_of_pns(p).unwrap_or_default()),
            };
            (message, "Kosongkan tanda CPNS/PNS, atau perbaiki statusnya.".to_owned(), Field::StatusCpnsPns)
        },
    },
    Check {
        code: Code::PppkTahunAwal,
        holds: |p| {
            let Some(tmt) = p.cpns else { return false };
            let before = p.ambang(Ambang::PppkTahunMulai).is_some_and(|first| i64::from(tmt.year()) < first);
            before || p.first_contract().is_some_and(|first| first.year() != tmt.year())
        },
        say: |p| {
            let contract =
                p.first_contract().map(|first| format!("; perjanjian kerja pertama {}", day(first)));
            let message = format!("TMT PPPK {}{}.", day_or(p.cpns), contract.unwrap_or_default());
            (
                message,
                "Periksa TMT pengangkatan pada SK dan perjanjian kerja.".to_owned(),
                Field::PerjanjianNomor,
            )
        },
    },
    Check {
        code: Code::KedudukanTidakDikenal,
        holds: |p| {
            let known = p.kedudukan.is_some() || p.blank(Field::Kedudukan) && p.blank(Field::KedudukanId);
            // Only rows off the list come this far; the look-up by name is rare.
            !known && p.tables.kedudukan_by_name(p.text(Field::Kedudukan)).is_none()
        },
        say: |p| {
            let (code, name) = (p.text(Field::KedudukanId), p.text(Field::Kedudukan));
            let message = format!("Kedudukan hukum \"{name}\" (kode \"{code}\") tidak ada pada daftar.");
            (
                message,
                "Cocokkan dengan SK, perbaiki di SIASN, lalu unggah ulang nominatif. Kode yang memang baru: laporkan kepada administrator.".to_owned(),
                Field::KedudukanId,
            )
        },
    },
    Check {
        code: Code::CltnLewat,
        holds: |p| {
            let cltn = p.kedudukan.is_some_and(|item| item.info.cltn);
            cltn && p.last_until(Kind::Cltn).is_some_and(|end| end <= p.today)
        },
        say: |p| {
            let end = p.last_until(Kind::Cltn).map(|end| end.add_days(-1));
            let message = format!("CLTN berakhir {}, sedangkan kedudukannya masih CLTN.", day_or(end));
            (message, "Catat SK pengaktifan kembali atau SK pemberhentian.".to_owned(), Field::KedudukanId)
        },
    },
    Check {
        code: Code::LewatBup,
        holds: |p| p.pension_day().is_some_and(|pension| p.today >= pension),
        say: |p| {
            let bup = p.bup();
            let message = format!(
                "BUP {} tahun ({}): pensiun {}, sedangkan kedudukannya masih aktif.",
                bup.map_or(0, |b| b.age),
                bup.map_or("", |b| &*b.citation.dasar),
                day_or(p.pension_day())
            );
            (
                message,
                "Catat SK pensiun, atau periksa tanggal lahir dan jabatan.".to_owned(),
                Field::TanggalLahir,
            )
        },
    },
    Check {
        code: Code::KontrakSegera,
        holds: |p| {
            let (last, days) = (contract_last(p), p.ambang(Ambang::KontrakSegeraBerakhirHari));
            matches!((last, days), (Some(last), Some(days))
                if last >= p.today && i64::from(last.days() - p.today.days()) <= days)
        },
        say: |p| {
            let last = contract_last(p);
            let left = match last.map_or(0, |last| last.days() - p.today.days()) {
                0 => "hari ini".to_owned(),
                days => format!("{days} hari lagi"),
            };
            let message = format!("Perjanjian kerja berakhir {}, {left}.", day_or(last));
            (message, "Siapkan perpanjangan atau pemberhentian.".to_owned(), Field::PerjanjianNomor)
        },
    },
    Check {
        code: Code::KontrakBerakhir,
        holds: |p| contract_last(p).is_some_and(|last| last < p.today),
        say: |p| {
            let last = contract_last(p);
            let message =
                format!("Perjanjian kerja berakhir {}, sedangkan kedudukannya masih aktif.", day_or(last));
            (
                message,
                "Catat perpanjangan atau SK pemutusan hubungan kerja.".to_owned(),
                Field::PerjanjianNomor,
            )
        },
    },
    Check {
        code: Code::SkpKosong,
        holds: |p| skp_year(p).is_some_and(|year| !has_skp(p, year)),
        say: |p| {
            let message =
                format!("Predikat kinerja tahun {} belum tercatat.", skp_year(p).unwrap_or_default());
            (message, "Impor rekap SKP tahun itu.".to_owned(), Field::KinerjaPredikat)
        },
    },
];

/// The mark of a CPNS or PNS as a download carries it.
fn mark_of_pns(p: &Person<'_, '_>) -> Option<&'static str> {
    match p.text(Field::StatusCpnsPns) {
        "C" | "c" => Some("C (CPNS)"),
        "P" | "p" => Some("P (PNS)"),
        _ => None,
    }
}

/// The last day of probation.
fn probation_end(p: &Person<'_, '_>) -> Option<Date> {
    let years = p.ambang(Ambang::CpnsMaksTahun)?;
    Some(p.cpns?.add_years(i16::try_from(years).ok()?))
}

/// The day on which the person became old enough to be appointed.
fn too_young_until(p: &Person<'_, '_>) -> Option<Date> {
    let years = p.ambang(Ambang::UsiaMasukMinTahun)?;
    Some(p.birth?.add_years(i16::try_from(years).ok()?))
}

/// The last day under contract; every page counts to it.
fn contract_last(p: &Person<'_, '_>) -> Option<Date> {
    p.last_until(Kind::PerjanjianKerja).map(|end| end.add_days(-1))
}

/// The year a predicate is asked for: the last whose results can be in, served long enough.
fn skp_year(p: &Person<'_, '_>) -> Option<i16> {
    if !p.context.has_skp {
        return None;
    }
    let wait = i32::try_from(p.ambang(Ambang::SkpTersediaHari)?).ok()?;
    let served = i32::try_from(p.ambang(Ambang::SkpMasaKerjaMinHari)?).ok()?;
    let year = p.today.add_days(-wait).year() - 1;
    let begun = p.cpns.or_else(|| p.first_contract())?;
    (begun <= Date::new(year, 12, 31)?.add_days(-served)).then_some(year)
}

fn has_skp(p: &Person<'_, '_>, year: i16) -> bool {
    let stated = |row: &crate::ledger::Row| row.fact.get(Field::KinerjaTahun).and_then(|v| v.as_int());
    p.rows(Kind::Kinerja).any(|row| stated(row) == Some(i64::from(year)))
}
