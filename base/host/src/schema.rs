//! Tables of the hall: who may come in and who is in. They hold no facts about people.

use store::columns;
use store::table::{Scope, Table};

/// Accounts.
pub static AKUN: Table = Table {
    name: "akun",
    about: "Akun pengguna",
    scope: Scope::Reference,
    key: &["nama"],
    indexes: &[],
    columns: columns!(nama: Text, lengkap: Text, sandi: Text, peran: Text, instansi_id: Text, unor_id: Text,
        pegawai_id: Uuid or null, aktif: Int, ganti_sandi: Int, gagal: Int, gagal_pada: Stamp or null, dibuat: Stamp),
};

/// Sessions, by the hash of their token.
pub static SESI: Table = Table {
    name: "sesi",
    about: "Sesi masuk",
    scope: Scope::Stream("sidik"),
    key: &["sidik"],
    indexes: &[],
    columns: columns!(sidik: Blob, akun: Text, csrf: Blob, dibuat: Stamp, terakhir: Stamp),
};

/// Imports on their way and done: what a page shows; the facts are in the journal.
pub static TUGAS: Table = Table {
    name: "tugas",
    about: "Tugas latar: impor dan pemeriksaan",
    scope: Scope::Reference,
    key: &["tugas_id"],
    indexes: &[],
    columns: columns!(tugas_id: Uuid, jenis: Text, akun: Text, instansi_id: Text, berkas: Text, sidik: Blob, per_tanggal: Date or null,
        keadaan: Text, ringkasan: Text, dibuat: Stamp),
};

/// All of them.
pub static TABLES: &[&Table] = &[&AKUN, &SESI, &TUGAS];
