//! Tables of the hall: who may come in and who is in. They hold no facts about people.

use store::columns;
use store::table::{Index, Scope, Table};

/// Accounts. Tables only grow: `gagal` and `gagal_pada` stay behind from before [`PERCOBAAN`].
pub static AKUN: Table = Table {
    name: "akun",
    about: "Akun pengguna",
    scope: Scope::Reference,
    key: &["nama"],
    indexes: &[],
    columns: columns!(nama: Text, lengkap: Text, sandi: Text, peran: Text, instansi_id: Text, unor_id: Text,
        pegawai_id: Uuid or null, aktif: Int, ganti_sandi: Int, gagal: Int, gagal_pada: Stamp or null, dibuat: Stamp),
};

/// Wrong passwords not long ago, by the hash of the name as typed or of the address.
pub static PERCOBAAN: Table = Table {
    name: "percobaan",
    about: "Percobaan masuk yang tidak cocok",
    scope: Scope::Stream("kunci"),
    key: &["kunci"],
    indexes: &[Index { name: "percobaan_pada", columns: &["pada"], unique: false }],
    columns: columns!(kunci: Blob, gagal: Int, pada: Stamp),
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

/// Lists of people somebody keeps under a name: what the address says.
pub static TAMPILAN: Table = Table {
    name: "tampilan",
    about: "Tampilan daftar pegawai yang disimpan",
    scope: Scope::Reference,
    key: &["akun", "nama"],
    indexes: &[],
    columns: columns!(akun: Text, nama: Text, alamat: Text, dibagi: Int, dibuat: Stamp),
};

/// Authenticator apps of accounts: the secret, and the last step whose code was used.
pub static TOTP: Table = Table {
    name: "totp",
    about: "Aplikasi autentikator akun",
    scope: Scope::Reference,
    key: &["akun"],
    indexes: &[],
    columns: columns!(akun: Text, rahasia: Blob, langkah: Int, dibuat: Stamp),
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

/// Backups that were made: when, by whom, which file.
pub static CADANGAN: Table = Table {
    name: "cadangan",
    about: "Cadangan yang pernah dibuat",
    scope: Scope::Reference,
    key: &["sidik"],
    indexes: &[],
    columns: columns!(sidik: Blob, dibuat: Stamp, oleh: Text, berkas: Text, ukuran: Int),
};

/// Tokens of programs, by the hash of each.
pub static TOKEN_API: Table = Table {
    name: "token_api",
    about: "Token API",
    scope: Scope::Reference,
    key: &["token_id"],
    indexes: &[
        Index { name: "token_api_sidik", columns: &["sidik"], unique: true },
        Index { name: "token_api_akun", columns: &["akun"], unique: false },
    ],
    columns: columns!(token_id: Uuid, sidik: Blob, akun: Text, nama: Text, izin: Text, dibuat: Stamp, sampai: Date,
        terpakai: Stamp or null, dicabut: Stamp or null),
};

/// All of them.
pub static TABLES: &[&Table] = &[&AKUN, &PERCOBAAN, &SESI, &TOTP, &TUGAS, &CADANGAN, &TOKEN_API, &TAMPILAN];

/// Tables no backup holds: who is in, and who has tried, are of this moment only.
pub static PASSING: &[&str] = &["percobaan", "sesi"];
