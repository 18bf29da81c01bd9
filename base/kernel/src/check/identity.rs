//! Who a person is: NIP against birth date, sex and appointment; NIK; how to reach them.

use super::words::{day_or, sex};
use super::{Check, Code, Person, Status, day};
use crate::kind::Field;
use crate::nip::nik_trouble;

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::NipBentuk,
        // Contract staff have no NIP to be wrong.
        holds: |p| p.nip.is_none() && p.status != Status::NonAsn,
        say: |p| {
            let nip = p.text(Field::Nip);
            let message = if nip.trim().is_empty() {
                "NIP kosong.".to_owned()
            } else {
                let digits = nip.chars().filter(char::is_ascii_digit).count();
                format!("NIP terdiri dari 18 angka. Tertulis \"{nip}\", {digits} angka.")
            };
            (message, "Isi NIP sesuai SK pengangkatan.".to_owned(), Field::Nip)
        },
    },
    Check {
        code: Code::NipLahir,
        holds: |p| match (p.nip, p.birth) {
            (Some(nip), Some(birth)) => nip.as_u64() / 10_000_000_000 != digits(birth),
            _ => false,
        },
        say: |p| {
            let by_nip = match p.nip.and_then(|nip| nip.birth()) {
                Some(date) => day(date),
                None => format!("{}, bukan tanggal", p.text(Field::Nip).get(..8).unwrap_or("")),
            };
            let message = format!(
                "Tanggal lahir pada NIP ({by_nip}) berbeda dengan data pribadi ({}).",
                day_or(p.birth)
            );
            (
                message,
                "Periksa SK CPNS dan akta lahir, lalu ralat yang salah.".to_owned(),
                Field::TanggalLahir,
            )
        },
    },
    Check {
        code: Code::NipKelamin,
        holds: |p| {
            let stated = sex(p.text(Field::JenisKelamin));
            p.nip.is_some_and(|nip| stated.is_some() && nip.sex() != stated)
        },
        say: |p| {
            let digit = p.text(Field::Nip).get(14..15).unwrap_or("");
            let stated = p.text(Field::JenisKelamin);
            let message = format!(
                "Angka ke-15 NIP adalah {digit} (1 laki-laki, 2 perempuan), sedangkan jenis kelamin tercatat {stated}."
            );
            (message, "Periksa jenis kelamin pada KTP dan SK CPNS.".to_owned(), Field::JenisKelamin)
        },
    },
    Check {
        code: Code::NipCpns,
        holds: |p| match (p.nip, p.cpns) {
            (Some(nip), Some(tmt)) => nip.as_u64() / 10_000 % 1_000_000 != digits(tmt) / 100,
            _ => false,
        },
        say: |p| {
            let by_nip = p.nip.map_or_else(String::new, |nip| format!("{:02}-{}", nip.month(), nip.year()));
            let message = format!(
                "Bulan pengangkatan pada NIP ({by_nip}) berbeda dengan TMT CPNS ({}).",
                day_or(p.cpns)
            );
            (message, "Periksa TMT pada SK CPNS, lalu ralat yang salah.".to_owned(), Field::CpnsSkNomor)
        },
    },
    Check {
        code: Code::NiPppkTahun,
        holds: |p| match (p.nip, p.cpns.or_else(|| p.first_contract())) {
            (Some(nip), Some(tmt)) => nip.year() != tmt.year(),
            _ => false,
        },
        say: |p| {
            let year = p.nip.map_or(0, |nip| nip.year());
            let tmt = day_or(p.cpns.or_else(|| p.first_contract()));
            let message = format!("Tahun pada NI PPPK ({year}) berbeda dengan TMT pengangkatan ({tmt}).");
            (message, "Periksa perjanjian kerja pertama.".to_owned(), Field::PerjanjianNomor)
        },
    },
    Check {
        code: Code::LahirKosong,
        holds: |p| p.birth.is_none(),
        say: |p| {
            let hint = p.nip.and_then(|nip| nip.birth()).map(day);
            let message = match hint {
                Some(date) => format!("Tanggal lahir kosong. Menurut NIP: {date}."),
                None => "Tanggal lahir kosong.".to_owned(),
            };
            (message, "Isi tanggal lahir sesuai akta lahir atau ijazah.".to_owned(), Field::TanggalLahir)
        },
    },
    Check {
        code: Code::NikTidakSah,
        holds: |p| {
            let valid = p.text(Field::NikValid);
            valid == "0" || valid.eq_ignore_ascii_case("false") || nik_trouble(p.text(Field::Nik)).is_some()
        },
        say: |p| {
            // NIK itself stays out of the sentence: it is shown masked, and opened with a reason.
            let message = match (p.blank(Field::Nik), nik_trouble(p.text(Field::Nik))) {
                (true, _) => "NIK kosong.".to_owned(),
                (false, Some(trouble)) => format!("NIK salah: {trouble}."),
                (false, None) => "NIK belum tervalidasi Dukcapil.".to_owned(),
            };
            (message, "Cocokkan dengan KTP, lalu validasi ulang di SIASN.".to_owned(), Field::Nik)
        },
    },
    Check {
        code: Code::NikLahir,
        holds: |p| match (nik_birth(p), p.birth) {
            (Some((day, month, year)), Some(birth)) => {
                let digits = digits(birth);
                (day, month, year) != (digits % 100, digits / 100 % 100, digits / 10_000 % 100)
            }
            _ => false,
        },
        say: |p| {
            let by_nik = nik_birth(p).map_or_else(String::new, |(d, m, y)| format!("{d:02}-{m:02}-{y:02}"));
            let message = format!(
                "Tanggal lahir pada NIK ({by_nik}) berbeda dengan data pribadi ({}).",
                day_or(p.birth)
            );
            (message, "Cocokkan dengan KTP.".to_owned(), Field::Nik)
        },
    },
    Check {
        code: Code::SurelSalah,
        holds: |p| !is_email(p.text(Field::Email)),
        say: |p| {
            let message = if p.blank(Field::Email) {
                "Surel kosong.".to_owned()
            } else {
                "Bentuk surel salah: harus nama@domain.".to_owned()
            };
            (message, "Minta pegawai mengisi surel yang dipakai.".to_owned(), Field::Email)
        },
    },
    Check {
        code: Code::HpKosong,
        holds: |p| p.blank(Field::NomorHp),
        say: |_| {
            let suggestion = "Minta pegawai mengisi nomor yang dipakai.".to_owned();
            ("Nomor HP kosong.".to_owned(), suggestion, Field::NomorHp)
        },
    },
    Check {
        code: Code::KodeTidakDikenal,
        holds: |p| unknown_code(p).is_some(),
        say: |p| {
            let Some((field, what)) = unknown_code(p) else {
                return (String::new(), String::new(), Field::AgamaId);
            };
            // The code itself stands beside the sentence, masked where it is personal.
            let message = format!("Kode {what} tidak ada pada daftar rujukan BKN.");
            (message, "Perbaiki di SIASN, lalu unduh ulang. Kodenya tetap disimpan.".to_owned(), field)
        },
    },
];

/// The first code that stands on no list, and what it is the code of.
fn unknown_code(p: &Person<'_, '_>) -> Option<(Field, &'static str)> {
    let t = p.tables;
    let listed = |field: Field, text: &str| match field {
        Field::AgamaId => t.agama(text).is_some(),
        Field::JenisKawinId => t.jenis_kawin(text).is_some(),
        Field::TingkatPendidikanId => t.pendidikan(text).is_some(),
        _ => t.jenis_jabatan(text).is_some(),
    };
    let looked_at = [
        (Field::AgamaId, "agama"),
        (Field::JenisKawinId, "status kawin"),
        (Field::TingkatPendidikanId, "tingkat pendidikan"),
        (Field::JenisJabatanId, "jenis jabatan"),
    ];
    looked_at.into_iter().find(|(field, _)| !p.blank(*field) && !listed(*field, p.text(*field).trim()))
}

/// `19840312` of 12 March 1984.
fn digits(date: crate::date::Date) -> u64 {
    let (year, month, day) = date.ymd();
    year.unsigned_abs() as u64 * 10_000
        + u64::from(month.unsigned_abs()) * 100
        + u64::from(day.unsigned_abs())
}

/// Day, month and two-digit year of a well-formed NIK; women's days are written plus 40.
fn nik_birth(p: &Person<'_, '_>) -> Option<(u64, u64, u64)> {
    let nik = p.text(Field::Nik);
    if nik_trouble(nik).is_some() {
        return None;
    }
    let part = nik.parse::<u64>().ok()? / 10_000 % 1_000_000;
    let day = part / 10_000;
    Some((if day > 40 { day - 40 } else { day }, part / 100 % 100, part % 100))
}

/// `nama@domain.id`: something before the one @, a dot inside what follows, no space.
fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((name, domain)) = text.split_once('@') else { return false };
    let dot = domain.rfind('.');
    !name.is_empty()
        && !domain.contains('@')
        && dot.is_some_and(|at| at > 0 && at + 1 < domain.len())
        && !text.contains(char::is_whitespace)
}
