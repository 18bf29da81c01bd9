//! The 67 columns of BKN's nominatif download, each with the field it states.
//!
//! Source: the file as two regional systems store it (order of 2024, with `nama_sekolah` and
//! `flag_ikd` appended in July 2024).

use kernel::{Field, Kind};

/// Where a cell's content goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Into a field.
    Field(Field),
    /// Into the TMT of the kind's fact.
    Tmt(Kind),
}

/// A column of the file.
#[derive(Debug)]
pub struct Column {
    /// Its name in the heading row.
    pub name: &'static str,
    /// Where its content goes.
    pub part: Part,
}

/// Number of the layout in `SourceRow`.
pub const LAYOUT: u16 = 1;

macro_rules! columns {
    ($( $name:ident => $part:ident($what:expr) ),* $(,)?) => {
        &[ $( Column { name: stringify!($name), part: Part::$part($what) } ),* ]
    };
}

/// All of them, in the order of the file.
pub static COLUMNS: &[Column] = columns![
    pns_id => Field(Field::SiasnId), nip_baru => Field(Field::Nip), nip_lama => Field(Field::NipLama),
    nama => Field(Field::Nama), gelar_depan => Field(Field::GelarDepan),
    gelar_belakang => Field(Field::GelarBelakang), tempat_lahir_id => Field(Field::TempatLahirId),
    tempat_lahir_nama => Field(Field::TempatLahir), tanggal_lahir => Field(Field::TanggalLahir),
    jenis_kelamin => Field(Field::JenisKelamin), agama_id => Field(Field::AgamaId),
    agama_nama => Field(Field::Agama), jenis_kawin_id => Field(Field::JenisKawinId),
    jenis_kawin_nama => Field(Field::JenisKawin), nik => Field(Field::Nik),
    nomor_hp => Field(Field::NomorHp), email => Field(Field::Email), email_gov => Field(Field::EmailGov),
    alamat => Field(Field::Alamat), npwp_nomor => Field(Field::Npwp), bpjs => Field(Field::Bpjs),
    jenis_pegawai_id => Field(Field::JenisPegawaiId), jenis_pegawai_nama => Field(Field::JenisPegawai),
    kedudukan_hukum_id => Field(Field::KedudukanId), kedudukan_hukum_nama => Field(Field::Kedudukan),
    status_cpns_pns => Field(Field::StatusCpnsPns), kartu_asn_virtual => Field(Field::KartuAsn),
    nomor_sk_cpns => Field(Field::CpnsSkNomor), tanggal_sk_cpns => Field(Field::CpnsSkTanggal),
    tmt_cpns => Tmt(Kind::Cpns), nomor_sk_pns => Field(Field::PnsSkNomor),
    tanggal_sk_pns => Field(Field::PnsSkTanggal), tmt_pns => Tmt(Kind::Pns),
    gol_awal_id => Field(Field::GolonganAwalId), gol_awal_nama => Field(Field::GolonganAwal),
    gol_akhir_id => Field(Field::GolonganId), gol_akhir_nama => Field(Field::GolonganNama),
    tmt_golongan => Tmt(Kind::Golongan), mk_tahun => Field(Field::MkTahun), mk_bulan => Field(Field::MkBulan),
    jenis_jabatan_id => Field(Field::JenisJabatanId), jenis_jabatan_nama => Field(Field::JenisJabatan),
    jabatan_id => Field(Field::JabatanId), jabatan_nama => Field(Field::JabatanNama),
    tmt_jabatan => Tmt(Kind::Jabatan), tingkat_pendidikan_id => Field(Field::TingkatPendidikanId),
    tingkat_pendidikan_nama => Field(Field::TingkatPendidikan), pendidikan_id => Field(Field::PendidikanId),
    pendidikan_nama => Field(Field::PendidikanNama), tahun_lulus => Field(Field::TahunLulus),
    kpkn_id => Field(Field::KpknId), kpkn_nama => Field(Field::Kpkn),
    lokasi_kerja_id => Field(Field::LokasiKerjaId), lokasi_kerja_nama => Field(Field::LokasiKerja),
    unor_id => Field(Field::UnorId), unor_nama => Field(Field::UnorNama),
    instansi_induk_id => Field(Field::InstansiIndukId), instansi_induk_nama => Field(Field::InstansiInduk),
    instansi_kerja_id => Field(Field::InstansiKerjaId), instansi_kerja_nama => Field(Field::InstansiKerja),
    satuan_kerja_induk_id => Field(Field::SatkerIndukId), satuan_kerja_induk_nama => Field(Field::SatkerInduk),
    satuan_kerja_kerja_id => Field(Field::SatkerKerjaId), satuan_kerja_kerja_nama => Field(Field::SatkerKerja),
    is_valid_nik => Field(Field::NikValid), nama_sekolah => Field(Field::NamaSekolah),
    flag_ikd => Field(Field::FlagIkd),
];

/// Places of the columns that decide about a row.
pub mod at {
    /// `pns_id`.
    pub const SIASN_ID: usize = 0;
    /// `nip_baru`.
    pub const NIP: usize = 1;
    /// `nama`.
    pub const NAMA: usize = 3;
    /// `jabatan_nama`.
    pub const JABATAN: usize = 43;
    /// `unor_id`.
    pub const UNOR: usize = 54;
    /// `unor_nama`.
    pub const UNOR_NAMA: usize = 55;
    /// `instansi_induk_id`.
    pub const INSTANSI: usize = 56;
    /// `instansi_induk_nama`.
    pub const INSTANSI_NAMA: usize = 57;
}

/// Columns that stand or fall together: code and name of one thing.
pub fn stem(name: &str) -> &str {
    name.strip_suffix("_id").or_else(|| name.strip_suffix("_nama")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_the_published_one() {
        assert_eq!(COLUMNS.len(), 67);
        let place = |name: &str| COLUMNS.iter().position(|c| c.name == name);
        let named = [
            ("pns_id", at::SIASN_ID),
            ("nip_baru", at::NIP),
            ("nama", at::NAMA),
            ("jabatan_nama", at::JABATAN),
            ("unor_id", at::UNOR),
            ("unor_nama", at::UNOR_NAMA),
            ("instansi_induk_id", at::INSTANSI),
            ("instansi_induk_nama", at::INSTANSI_NAMA),
        ];
        for (name, at) in named {
            assert_eq!(place(name), Some(at), "{name}");
        }
    }
}
