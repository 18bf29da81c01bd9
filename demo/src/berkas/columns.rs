//! The 67 columns of BKN's nominatif download and one clean row of it.

use super::plan::{Plan, Seat};
use crate::codes::{self, AGAMA, ESELON, GOLONGAN, GOLONGAN_PPPK, JABATAN, JENIS_JABATAN, KAWIN};
use crate::contact;
use crate::names::KELURAHAN;
use crate::profil::{Profil, Status, digits, span};
use crate::rng::{Rng, hash_text, mix};
use crate::units::PostKind;
use kernel::Date;
use std::fmt::Write as _;

macro_rules! columns {
    ($($place:ident $name:literal)*) => {
        /// Names of the columns in their order.
        pub const COLUMNS: [&str; 67] = [$($name),*];
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(usize)]
        enum Place { $($place),* }
        /// Places of the columns.
        #[allow(missing_docs, dead_code)] // each is named by its column
        pub mod at { $(pub const $place: usize = super::Place::$place as usize;)* }
    };
}

columns! {
    PNS_ID "pns_id" NIP "nip_baru" NIP_LAMA "nip_lama" NAMA "nama" GELAR_DEPAN "gelar_depan"
    GELAR_BELAKANG "gelar_belakang" TEMPAT_LAHIR_ID "tempat_lahir_id" TEMPAT_LAHIR "tempat_lahir_nama"
    TANGGAL_LAHIR "tanggal_lahir" JENIS_KELAMIN "jenis_kelamin" AGAMA_ID "agama_id" AGAMA "agama_nama"
    KAWIN_ID "jenis_kawin_id" KAWIN "jenis_kawin_nama" NIK "nik" HP "nomor_hp" EMAIL "email"
    EMAIL_GOV "email_gov" ALAMAT "alamat" NPWP "npwp_nomor" BPJS "bpjs" JENIS_PEGAWAI_ID "jenis_pegawai_id"
    JENIS_PEGAWAI "jenis_pegawai_nama" KEDUDUKAN_ID "kedudukan_hukum_id" KEDUDUKAN "kedudukan_hukum_nama"
    STATUS "status_cpns_pns" KARTU "kartu_asn_virtual" SK_CPNS "nomor_sk_cpns"
    TANGGAL_SK_CPNS "tanggal_sk_cpns" TMT_CPNS "tmt_cpns" SK_PNS "nomor_sk_pns"
    TANGGAL_SK_PNS "tanggal_sk_pns" TMT_PNS "tmt_pns" GOL_AWAL_ID "gol_awal_id" GOL_AWAL "gol_awal_nama"
    GOL_AKHIR_ID "gol_akhir_id" GOL_AKHIR "gol_akhir_nama" TMT_GOLONGAN "tmt_golongan" MK_TAHUN "mk_tahun"
    MK_BULAN "mk_bulan" JENIS_JABATAN_ID "jenis_jabatan_id" JENIS_JABATAN "jenis_jabatan_nama"
    JABATAN_ID "jabatan_id" JABATAN "jabatan_nama" TMT_JABATAN "tmt_jabatan"
    TINGKAT_ID "tingkat_pendidikan_id" TINGKAT "tingkat_pendidikan_nama" PENDIDIKAN_ID "pendidikan_id"
    PENDIDIKAN "pendidikan_nama" TAHUN_LULUS "tahun_lulus" KPKN_ID "kpkn_id" KPKN "kpkn_nama"
    LOKASI_ID "lokasi_kerja_id" LOKASI "lokasi_kerja_nama" UNOR_ID "unor_id" UNOR "unor_nama"
    INDUK_ID "instansi_induk_id" INDUK "instansi_induk_nama" KERJA_ID "instansi_kerja_id"
    KERJA "instansi_kerja_nama" SATKER_INDUK_ID "satuan_kerja_induk_id" SATKER_INDUK "satuan_kerja_induk_nama"
    SATKER_ID "satuan_kerja_kerja_id" SATKER "satuan_kerja_kerja_nama" NIK_VALID "is_valid_nik"
    SEKOLAH "nama_sekolah" IKD "flag_ikd"
}

/// Cells of one row, kept and reused from row to row.
#[derive(Clone, Debug)]
pub struct Row(Vec<String>);

impl Default for Row {
    fn default() -> Row {
        Row(vec![String::new(); COLUMNS.len()])
    }
}

impl Row {
    /// A cell.
    pub fn get(&self, column: usize) -> &str {
        &self.0[column]
    }
    /// Replaces a cell.
    pub fn set(&mut self, column: usize, text: &str) {
        let cell = &mut self.0[column];
        cell.clear();
        cell.push_str(text);
    }
    /// A cell to write into.
    pub fn cell(&mut self, column: usize) -> &mut String {
        &mut self.0[column]
    }
    /// The cells in order.
    pub fn cells(&self) -> &[String] {
        &self.0
    }
    /// A date as files write it.
    pub fn date(&mut self, column: usize, day: Date) {
        let cell = &mut self.0[column];
        cell.clear();
        write_dmy(cell, day);
    }
    fn fill(&mut self, column: usize, write: impl FnOnce(&mut String)) {
        let cell = &mut self.0[column];
        cell.clear();
        write(cell);
    }
}

/// Appends `dd-mm-yyyy`.
pub fn write_dmy(out: &mut String, day: Date) {
    let (y, m, d) = day.ymd();
    digits(out, d as u64, 2);
    out.push('-');
    digits(out, m as u64, 2);
    out.push('-');
    digits(out, y as u64, 4);
}

fn write_hex(out: &mut String, a: u64, b: u64) {
    // Appending to a String cannot fail.
    let _ = write!(out, "{:016X}{:016X}", mix(a, b), mix(b, a ^ 0x0051_4153_4E00));
}

/// Writes the clean row of a person.
pub fn write_row(plan: &Plan<'_>, profil: &Profil, seat: Seat, row: &mut Row) {
    let spec = plan.spec;
    // Its own stream: a change of the profile does not move addresses.
    let rng = &mut Rng::new(spec.seed ^ 0xA1A3, profil.number);
    let contract = profil.status.contract();
    let province = spec.instansi.1.contains("Provinsi");
    row.fill(at::PNS_ID, |c| write_hex(c, spec.seed, profil.number));
    row.fill(at::NIP, |c| profil.write_nip(c));
    // The nine digits of before 2008.
    row.fill(at::NIP_LAMA, |c| {
        if profil.status == Status::Pns && profil.tmt_awal.year() < 2008 {
            digits(c, 400_000_000 + profil.number, 9);
        }
    });
    row.set(at::NAMA, &profil.nama);
    row.set(at::GELAR_DEPAN, profil.prodi.depan);
    row.set(at::GELAR_BELAKANG, profil.prodi.belakang);
    let place = rng.word(KELURAHAN);
    row.fill(at::TEMPAT_LAHIR_ID, |c| write_hex(c, hash_text(place), 1));
    row.set(at::TEMPAT_LAHIR, place);
    row.date(at::TANGGAL_LAHIR, profil.lahir);
    row.set(at::JENIS_KELAMIN, if profil.female { "F" } else { "M" });
    row.fill(at::AGAMA_ID, |c| digits(c, u64::from(profil.agama), 1));
    row.set(at::AGAMA, AGAMA[usize::from(profil.agama) - 1]);
    row.fill(at::KAWIN_ID, |c| digits(c, u64::from(profil.kawin), 1));
    row.set(at::KAWIN, KAWIN[usize::from(profil.kawin) - 1]);
    row.fill(at::NIK, |c| profil.write_nik(c));
    row.fill(at::HP, |c| contact::write_phone(c, profil));
    row.fill(at::EMAIL, |c| contact::write_email(c, profil, "surat.example"));
    row.fill(at::EMAIL_GOV, |c| contact::write_email(c, profil, "bumiraya.example"));
    row.fill(at::ALAMAT, |c| contact::write_address(c, rng));
    row.fill(at::NPWP, |c| digits(c, 9_000_000_000_000 + profil.number * 11, 15));
    row.fill(at::BPJS, |c| digits(c, 990_000_000 + profil.number, 13));
    let [kind_id, kind, legal_id, legal] = codes::employment(profil.status, province);
    row.set(at::JENIS_PEGAWAI_ID, kind_id);
    row.set(at::JENIS_PEGAWAI, kind);
    row.set(at::KEDUDUKAN_ID, legal_id);
    row.set(at::KEDUDUKAN, legal);
    let status = match profil.status {
        Status::Cpns => "C",
        Status::Pns => "P",
        _ => "",
    };
    row.set(at::STATUS, status);
    row.fill(at::KARTU, |c| {
        c.push('A');
        digits(c, profil.number, 10);
    });
    row.fill(at::SK_CPNS, |c| {
        let _ = write!(c, "813/{}/{}", 100 + profil.number % 900, profil.tmt_awal.year());
    });
    row.date(at::TANGGAL_SK_CPNS, profil.tmt_awal.add_days(-21));
    row.date(at::TMT_CPNS, profil.tmt_awal);
    for column in [at::SK_PNS, at::TANGGAL_SK_PNS, at::TMT_PNS] {
        row.set(column, "");
    }
    if let Some(tmt) = profil.tmt_pns {
        row.fill(at::SK_PNS, |c| {
            let _ = write!(c, "821.1/{}/{}", 100 + profil.number % 900, tmt.year());
        });
        row.date(at::TANGGAL_SK_PNS, tmt.add_days(-14));
        row.date(at::TMT_PNS, tmt);
    }
    let grade = |n: usize| if contract { GOLONGAN_PPPK[n] } else { (GOLONGAN[n].0, GOLONGAN[n].1) };
    let (first, last) = (grade(profil.golongan.0), grade(profil.golongan.1));
    row.set(at::GOL_AWAL_ID, first.0);
    row.set(at::GOL_AWAL, first.1);
    row.set(at::GOL_AKHIR_ID, last.0);
    row.set(at::GOL_AKHIR, last.1);
    row.date(at::TMT_GOLONGAN, profil.tmt_golongan);
    let (years, months) = span(profil.tmt_awal, profil.tmt_golongan);
    row.fill(at::MK_TAHUN, |c| digits(c, years as u64, 2));
    row.fill(at::MK_BULAN, |c| digits(c, months as u64, 2));
    write_post(plan, seat, row);
    row.date(at::TMT_JABATAN, profil.tmt_jabatan);
    let (level_id, level) = profil.prodi.tingkat.code();
    row.set(at::TINGKAT_ID, level_id);
    row.set(at::TINGKAT, level);
    row.fill(at::PENDIDIKAN_ID, |c| write_hex(c, hash_text(profil.prodi.nama), 2));
    row.set(at::PENDIDIKAN, profil.prodi.nama);
    row.fill(at::TAHUN_LULUS, |c| digits(c, profil.lulus as u64, 4));
    row.set(at::KPKN_ID, "5A0C1D2E3F4A5B6C7D8E9F0A1B2C3D4E");
    row.set(at::KPKN, "MANDALAPURA");
    row.set(at::LOKASI_ID, "6B1D2E3F4A5B6C7D8E9F0A1B2C3D4E5F");
    row.set(at::LOKASI, "BUMI RAYA");
    for (id, name) in [(at::INDUK_ID, at::INDUK), (at::KERJA_ID, at::KERJA)] {
        row.set(id, &spec.instansi.0);
        row.set(name, &spec.instansi.1);
    }
    for (id, name) in [(at::SATKER_INDUK_ID, at::SATKER_INDUK), (at::SATKER_ID, at::SATKER)] {
        row.fill(id, |c| write_hex(c, hash_text(&spec.instansi.0), 3));
        row.set(name, &spec.instansi.1);
    }
    row.set(at::NIK_VALID, "1");
    row.fill(at::SEKOLAH, |c| {
        c.push_str(if profil.prodi.tingkat >= codes::Tingkat::D3 {
            "Universitas "
        } else {
            "Sekolah Negeri "
        });
        c.push_str(rng.word(KELURAHAN));
    });
    row.set(at::IKD, if rng.chance(300) { "1" } else { "0" });
}

/// The cells that say which post is held and where.
pub fn write_post(plan: &Plan<'_>, seat: Seat, row: &mut Row) {
    let post = &plan.org.posts[seat.post as usize];
    let unit = &plan.org.units[post.unit as usize];
    let (kind_id, kind) = JENIS_JABATAN[post.jenis() as usize];
    row.set(at::JENIS_JABATAN_ID, kind_id);
    row.set(at::JENIS_JABATAN, kind);
    match post.kind {
        // A head has no id of a catalogue: the unit's own id stands for the post.
        PostKind::Head(e) => {
            debug_assert!(usize::from(e) < ESELON.len());
            row.set(at::JABATAN_ID, &unit.id);
        }
        PostKind::Listed(n) => row.fill(at::JABATAN_ID, |c| c.push_str(&plan.jabatan_ids[usize::from(n)])),
    }
    row.set(at::JABATAN, plan.org.jabatan(post));
    debug_assert_eq!(plan.jabatan_ids.len(), JABATAN.len());
    row.set(at::UNOR_ID, &unit.id);
    row.set(at::UNOR, &unit.nama);
}
