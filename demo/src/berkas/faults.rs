//! Faults a data-quality check should find, each planted on people who carry no other.

use super::columns::{Row, at};
use super::plan::Plan;
use crate::profil::{Profil, Status, Want, month_start};
use crate::rng::hex_id;

/// Whose rows can carry a fault, by post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seating {
    /// Head of a unit.
    Head,
    /// JF or pelaksana.
    Listed,
    /// JF or pelaksana one may start in.
    Entry,
    /// JF.
    Fungsional,
    /// Pelaksana.
    Pelaksana,
}

/// Whether a second row takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pair {
    /// No.
    None,
    /// Any other.
    Any,
    /// The head of a unit.
    Head,
    /// A row further up in the file.
    Earlier,
}

/// A kind of fault.
#[derive(Debug)]
pub struct Fault {
    /// Stable word for tests.
    pub name: &'static str,
    /// What a checker should notice.
    pub meaning: &'static str,
    /// How many in ten thousand rows (at least one).
    pub per_ten_thousand: usize,
    /// Who can carry it.
    pub seat: Seating,
    /// Employment it needs.
    pub status: Status,
    /// Whether two rows take part.
    pub pair: Pair,
}

const fn fault(
    name: &'static str,
    meaning: &'static str,
    per_ten_thousand: usize,
    seat: Seating,
    status: Status,
    pair: Pair,
) -> Fault {
    Fault { name, meaning, per_ten_thousand, seat, status, pair }
}

use Pair::{Any, Head, None as Alone};
use Seating::{Entry, Fungsional, Listed, Pelaksana};
use Status::{Cpns, Pns, Pppk};

/// Every kind, in the order in which they are planted (the choosy ones first).
pub static FAULTS: [Fault; 26] = [
    fault(
        "struktural_ganda",
        "dua orang pada satu jabatan struktural; dihitung per jabatan",
        4,
        Listed,
        Pns,
        Head,
    ),
    fault("lewat_bup", "masih aktif padahal lewat BUP", 12, Pelaksana, Pns, Alone),
    fault("cpns_lebih_setahun", "masih CPNS lebih dari satu tahun", 10, Entry, Cpns, Alone),
    fault("nip_pppk_tahun", "tahun pada NI PPPK berbeda dari TMT", 8, Entry, Pppk, Alone),
    fault("pppk_kedudukan", "PPPK dengan kedudukan hukum PNS (01)", 8, Entry, Pppk, Alone),
    fault("gelar_kosong", "pendidikan D-III ke atas tanpa gelar", 30, Fungsional, Pns, Alone),
    fault(
        "jabatan_kosong",
        "jabatan_id kosong pada JF atau pelaksana (nama jabatan ada)",
        20,
        Listed,
        Pns,
        Alone,
    ),
    fault("nip_tanggal_lahir", "tanggal lahir pada NIP berbeda", 12, Listed, Pns, Alone),
    fault("nip_jenis_kelamin", "jenis kelamin pada NIP berbeda", 6, Listed, Pns, Alone),
    fault("nip_tmt_cpns", "TMT CPNS pada NIP berbeda", 14, Listed, Pns, Alone),
    fault("pendidikan_kosong", "pendidikan_id kosong", 15, Listed, Pns, Alone),
    fault("tmt_pns_kosong", "TMT PNS kosong pada status P", 15, Listed, Pns, Alone),
    fault("tmt_cpns_setelah_pns", "TMT CPNS sesudah TMT PNS", 6, Listed, Pns, Alone),
    fault("nik_belum_valid", "is_valid_nik = 0, bentuk NIK benar", 25, Listed, Pns, Alone),
    fault("nik_cacat", "NIK bukan 16 angka; is_valid_nik = 0 juga", 8, Listed, Pns, Alone),
    fault("nik_ganda", "satu NIK pada dua orang; dihitung per NIK", 4, Listed, Pns, Any),
    fault("email_kosong", "surel kosong", 20, Listed, Pns, Alone),
    fault("email_cacat", "surel tidak berbentuk alamat", 10, Listed, Pns, Alone),
    fault("hp_kosong", "nomor HP kosong", 20, Listed, Pns, Alone),
    fault("unor_tidak_terdaftar", "unor_id tidak ada di daftar unor", 10, Listed, Pns, Alone),
    fault("golongan_tidak_dikenal", "golongan di luar daftar", 6, Listed, Pns, Alone),
    fault("kedudukan_tidak_dikenal", "kedudukan hukum di luar daftar", 6, Listed, Pns, Alone),
    fault("kode_tidak_dikenal", "kode agama atau status kawin di luar daftar", 6, Listed, Pns, Alone),
    fault("pppk_bertanda_pns", "PPPK dengan tanda P di status_cpns_pns", 8, Entry, Pppk, Alone),
    fault("tmt_mendatang", "TMT golongan tiga bulan di muka", 6, Listed, Pns, Alone),
    fault("skp_kosong", "tidak ada di daftar SKP tahun lalu", 20, Listed, Pns, Alone),
];

/// What the person must be for the fault to show.
pub fn wish(name: &str, nth: u32, want: &mut Want) {
    match name {
        "lewat_bup" => want.age = Some(60 + (nth % 3) as i16),
        "cpns_lebih_setahun" => want.cpns_months = Some(14 + (nth % 16) as i32),
        "nip_tanggal_lahir" | "nip_jenis_kelamin" | "nip_tmt_cpns" | "nip_pppk_tahun" => {
            // Kinds take turns in the reserved numbers.
            let kind = ["nip_tanggal_lahir", "nip_jenis_kelamin", "nip_tmt_cpns", "nip_pppk_tahun"];
            let turn = kind.iter().position(|k| *k == name).unwrap_or(0) as u32;
            want.reserved = Some(nth * 4 + turn);
        }
        _ => {}
    }
}

/// Spoils the cells of a clean row.
pub fn spoil(plan: &Plan<'_>, at_row: usize, name: &str, profil: &Profil, row: &mut Row) {
    let nth = plan.nth(at_row);
    match name {
        "nip_tanggal_lahir" | "nip_jenis_kelamin" | "nip_tmt_cpns" | "nip_pppk_tahun" => {
            row.set(at::NIP, &written_nip(name, profil));
        }
        "pppk_kedudukan" => {
            row.set(at::KEDUDUKAN_ID, "01");
            row.set(at::KEDUDUKAN, "Aktif");
        }
        "gelar_kosong" => [at::GELAR_DEPAN, at::GELAR_BELAKANG].iter().for_each(|c| row.set(*c, "")),
        "jabatan_kosong" => row.set(at::JABATAN_ID, ""),
        "pendidikan_kosong" => {
            for column in
                [at::TINGKAT_ID, at::TINGKAT, at::PENDIDIKAN_ID, at::PENDIDIKAN, at::TAHUN_LULUS, at::SEKOLAH]
            {
                row.set(column, "");
            }
            // Titles would betray the schooling.
            row.set(at::GELAR_DEPAN, "");
            row.set(at::GELAR_BELAKANG, "");
        }
        "tmt_pns_kosong" => {
            [at::SK_PNS, at::TANGGAL_SK_PNS, at::TMT_PNS].iter().for_each(|c| row.set(*c, ""))
        }
        "tmt_cpns_setelah_pns" => {
            row.date(at::TMT_PNS, profil.tmt_awal.add_years(-1));
            row.date(at::TANGGAL_SK_PNS, profil.tmt_awal.add_years(-1).add_days(-14));
        }
        "nik_belum_valid" => row.set(at::NIK_VALID, "0"),
        "nik_cacat" => {
            row.set(at::NIK_VALID, "0");
            let cell = row.cell(at::NIK);
            match nth % 3 {
                0 => {
                    cell.pop();
                }
                1 => cell.replace_range(5..6, "X"),
                _ => cell.clear(),
            }
        }
        "nik_ganda" => {
            if let Some(partner) = plan.partner(at_row) {
                let cell = row.cell(at::NIK);
                cell.clear();
                plan.profil(partner).write_nik(cell);
            }
        }
        "email_kosong" => row.set(at::EMAIL, ""),
        "email_cacat" => row
            .set(at::EMAIL, ["tidak ada", "nama@", "nama.surat.example", "@surat.example"][nth as usize % 4]),
        "hp_kosong" => row.set(at::HP, ""),
        "unor_tidak_terdaftar" => {
            row.set(at::UNOR_ID, &hex_id(0x4849_4C41_4E47, u64::from(nth)));
            row.set(at::UNOR, "Unit Lama yang Sudah Dilebur");
        }
        "golongan_tidak_dikenal" => {
            row.set(at::GOL_AKHIR_ID, "46");
            row.set(at::GOL_AKHIR, "IV/f");
        }
        "kedudukan_tidak_dikenal" => {
            row.set(at::KEDUDUKAN_ID, "57");
            row.set(at::KEDUDUKAN, "Aktif Menunggu Penempatan");
        }
        "kode_tidak_dikenal" => row.set(if nth.is_multiple_of(2) { at::AGAMA_ID } else { at::KAWIN_ID }, "9"),
        "pppk_bertanda_pns" => row.set(at::STATUS, "P"),
        "tmt_mendatang" => row.date(at::TMT_GOLONGAN, month_start(plan.spec.today, -3)),
        // The person itself is the fault, or another file is.
        _ => {}
    }
}

/// The NIP as written: the digits move, the cells beside them stay right. Each change keeps
/// different NIPs apart.
pub fn written_nip(name: &str, profil: &Profil) -> String {
    let mut other = profil.clone();
    match name {
        "nip_tanggal_lahir" => other.lahir = other.lahir.add_years(-7),
        "nip_jenis_kelamin" => other.female = !other.female,
        "nip_tmt_cpns" => other.tmt_awal = other.tmt_awal.add_years(-1),
        "nip_pppk_tahun" => other.tmt_awal = other.tmt_awal.add_years(-2),
        _ => {}
    }
    other.nip()
}
