//! The post held, where, with what education and golongan.

use super::words::day_or;
use super::{Check, Code, Person, day};
use crate::golongan::Golongan;
use crate::kind::{Field, Kind};
use crate::tables::{Ambang, JenisJabatan, Jenjang, Tempat};

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::PendidikanKosong,
        holds: |p| {
            p.blank(Field::TingkatPendidikanId) && p.blank(Field::TingkatPendidikan)
                || p.blank(Field::PendidikanId) && p.blank(Field::PendidikanNama)
        },
        say: |_| {
            let message = "Tingkat atau nama pendidikan kosong.".to_owned();
            (message, "Catat ijazah terakhir yang diakui.".to_owned(), Field::PendidikanNama)
        },
    },
    Check {
        code: Code::GelarKosong,
        holds: |p| {
            let level = p.tables.pendidikan(p.text(Field::TingkatPendidikanId));
            level.is_some_and(|item| item.info.gelar)
                && p.blank(Field::GelarDepan)
                && p.blank(Field::GelarBelakang)
        },
        say: |p| {
            let level =
                p.tables.pendidikan(p.text(Field::TingkatPendidikanId)).map_or("", |item| &*item.nama);
            let message = format!("Pendidikan {level}, tetapi gelar depan dan belakang kosong.");
            (message, "Usulkan pencantuman gelar.".to_owned(), Field::GelarBelakang)
        },
    },
    Check {
        code: Code::JabatanIdKosong,
        holds: |p| {
            matches!(p.post, Some(JenisJabatan::Fungsional | JenisJabatan::Pelaksana))
                && p.blank(Field::JabatanId)
        },
        say: |p| {
            let message = format!("ID jabatan \"{}\" kosong.", p.text(Field::JabatanNama));
            (
                message,
                "Pilih jabatan dari daftar BKN di SIASN, lalu unduh ulang.".to_owned(),
                Field::JabatanId,
            )
        },
    },
    Check {
        code: Code::UnorKosong,
        holds: |p| p.blank(Field::UnorId),
        say: |_| {
            let message = "Unit organisasi kosong.".to_owned();
            (message, "Tempatkan pegawai pada unit organisasi.".to_owned(), Field::UnorId)
        },
    },
    Check {
        code: Code::UnorTidakAktif,
        holds: |p| {
            let Some(units) = p.context.units else { return false };
            !p.blank(Field::UnorId)
                && !units.find(p.text(Field::UnorId)).is_some_and(|node| units.is_active(node))
        },
        say: |p| {
            let name = p.text(Field::UnorNama);
            let known = p.context.units.is_some_and(|units| units.find(p.text(Field::UnorId)).is_some());
            let trouble = if known { "tidak aktif lagi" } else { "tidak ada pada daftar unit organisasi" };
            let message = format!("Unit organisasi \"{name}\" {trouble}.");
            (message, "Tempatkan pada unit yang aktif, atau perbarui daftar unit.".to_owned(), Field::UnorId)
        },
    },
    Check {
        code: Code::DpkInstansi,
        holds: |p| {
            let (induk, kerja) = (p.text(Field::InstansiIndukId), p.text(Field::InstansiKerjaId));
            let tempat = p.tables.jenis_pegawai(p.text(Field::JenisPegawaiId)).map(|item| item.info);
            let known = p.is_pns() && !induk.is_empty() && !kerja.is_empty();
            known
                && match tempat {
                    Some(Tempat::Sendiri) => induk != kerja,
                    Some(Tempat::Dpk | Tempat::Dpb) => induk == kerja,
                    _ => false,
                }
        },
        say: |p| {
            let message = format!(
                "Jenis pegawai \"{}\", sedangkan instansi induk \"{}\" dan instansi kerja \"{}\".",
                p.text(Field::JenisPegawai),
                p.text(Field::InstansiInduk),
                p.text(Field::InstansiKerja)
            );
            (message, "Perbaiki jenis pegawai, atau catat SK DPK/DPB.".to_owned(), Field::JenisPegawaiId)
        },
    },
    Check {
        code: Code::StrukturalBaru,
        holds: |p| p.active && p.is_structural() && service_enough(p).is_some_and(|enough| p.today < enough),
        say: |p| {
            let years = p.ambang(Ambang::StrukturalMasaKerjaMinTahun).unwrap_or_default();
            let message = format!(
                "Memegang jabatan struktural \"{}\" dengan masa kerja kurang dari {years} tahun (TMT CPNS {}).",
                p.text(Field::JabatanNama),
                day_or(p.cpns)
            );
            (message, "Periksa TMT CPNS dan SK jabatan.".to_owned(), Field::JabatanNama)
        },
    },
    Check {
        code: Code::StrukturalPendidikan,
        holds: |p| p.is_structural() && below_education(p),
        say: below_education_says,
    },
    Check {
        code: Code::JfPendidikan,
        holds: |p| p.post == Some(JenisJabatan::Fungsional) && below_education(p),
        say: below_education_says,
    },
    Check {
        code: Code::PelaksanaJf,
        holds: |p| p.post == Some(JenisJabatan::Pelaksana) && functional_name(p).is_some(),
        say: |p| {
            let message = format!(
                "Jenis jabatan pelaksana, sedangkan nama jabatannya \"{}\".",
                p.text(Field::JabatanNama)
            );
            (message, "Perbaiki jenis jabatan atau nama jabatan.".to_owned(), Field::JenisJabatanId)
        },
    },
    Check {
        code: Code::JptGolongan,
        holds: |p| match (p.golongan(), lowest_golongan(p)) {
            (Some(Golongan::Pns(held)), Some(Golongan::Pns(least))) => held < least,
            _ => false,
        },
        say: |p| {
            let held = p.golongan().map_or_else(String::new, |g| g.to_string());
            let least = lowest_golongan(p).map_or_else(String::new, |g| g.to_string());
            let message = format!(
                "Golongan {held}, sedangkan golongan terendah eselon {} {least}.",
                p.text(Field::Eselon)
            );
            (message, "Periksa golongan dan eselon.".to_owned(), Field::GolonganNama)
        },
    },
    Check {
        code: Code::GolonganTidakDikenal,
        holds: |p| !(p.blank(Field::GolonganId) && p.blank(Field::GolonganNama)) && p.golongan().is_none(),
        say: |p| {
            let (code, name) = (p.text(Field::GolonganId), p.text(Field::GolonganNama));
            let message = format!("Golongan \"{name}\" (kode \"{code}\") tidak dikenal.");
            (message, "Tulis seperti III/d untuk PNS atau IX untuk PPPK.".to_owned(), Field::GolonganNama)
        },
    },
    Check {
        code: Code::GolonganBeda,
        holds: |p| {
            let by_code = p.tables.golongan_by_code(p.text(Field::GolonganId)).map(|item| item.info.golongan);
            let by_name = Golongan::parse(p.text(Field::GolonganNama));
            matches!((by_code, by_name), (Some(code), Some(name)) if code != name)
        },
        say: |p| {
            let (code, name) = (p.text(Field::GolonganId), p.text(Field::GolonganNama));
            let by_code = p.tables.golongan_by_code(code).map_or("", |item| &*item.nama);
            let message = format!("Kode golongan {code} berarti {by_code}, sedangkan namanya {name}.");
            (message, "Periksa SK pangkat terakhir.".to_owned(), Field::GolonganId)
        },
    },
    Check {
        code: Code::GolonganSebelumCpns,
        holds: |p| matches!((golongan_tmt(p), p.cpns), (Some(golongan), Some(cpns)) if golongan < cpns),
        say: |p| {
            let message = format!(
                "TMT golongan ({}) mendahului TMT CPNS ({}).",
                golongan_tmt(p).map_or_else(String::new, day),
                day_or(p.cpns)
            );
            (message, "Periksa SK pangkat dan SK CPNS.".to_owned(), Field::GolonganNama)
        },
    },
];

fn golongan_tmt(p: &Person<'_, '_>) -> Option<crate::date::Date> {
    p.snapshot.state(Kind::Golongan)?.fact.tmt
}

fn service_enough(p: &Person<'_, '_>) -> Option<crate::date::Date> {
    let years = p.ambang(Ambang::StrukturalMasaKerjaMinTahun)?;
    Some(p.cpns?.add_years(i16::try_from(years).ok()?))
}

fn below_education(p: &Person<'_, '_>) -> bool {
    let Some(has) = p.tables.pendidikan_order(p.text(Field::TingkatPendidikanId)) else { return false };
    let Some(bup) = p.bup() else { return false };
    p.tables.pendidikan_min(bup.jenjang, p.today).is_some_and(|(least, _)| has < least)
}

fn below_education_says(p: &Person<'_, '_>) -> super::Said {
    let level = p.tables.pendidikan(p.text(Field::TingkatPendidikanId)).map_or("", |item| &*item.nama);
    let rule = p.bup().and_then(|bup| p.tables.pendidikan_min(bup.jenjang, p.today));
    let message = format!(
        "Pendidikan {level} di bawah syarat jabatan \"{}\" ({}).",
        p.text(Field::JabatanNama),
        rule.map_or("", |(_, citation)| &*citation.dasar)
    );
    (
        message,
        "Catat ijazah yang lebih tinggi bila ada, atau periksa jabatannya.".to_owned(),
        Field::TingkatPendidikanId,
    )
}

/// The functional level a pelaksana's name points at. Only words that name nothing else count.
fn functional_name(p: &Person<'_, '_>) -> Option<Jenjang> {
    let bup = p.tables.bup("2", p.text(Field::JabatanNama), p.today)?;
    let jenjang = bup.jenjang;
    let ahli =
        matches!(jenjang, Jenjang::AhliPertama | Jenjang::AhliMuda | Jenjang::AhliMadya | Jenjang::AhliUtama);
    (ahli && bup.citation.kepastian > crate::tables::Kepastian::Medium).then_some(jenjang)
}

fn lowest_golongan(p: &Person<'_, '_>) -> Option<Golongan> {
    let eselon = p.text(Field::Eselon);
    if eselon.is_empty() || !p.is_structural() {
        return None;
    }
    let item = p.tables.eselon(eselon)?;
    item.info.golongan_min.filter(|_| item.info.jenjang.is_jpt())
}
