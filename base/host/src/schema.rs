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

/// Messages: one row for each account that gets one and each key. `surel` says how far its e-mail is: `tidak`,
/// `antre`, `sedang`, `terkirim`, `gagal`.
pub static PESAN: Table = Table {
    name: "pesan",
    about: "Pesan kepada akun, dan keadaan kiriman surelnya",
    scope: Scope::Reference,
    key: &["akun", "kunci"],
    indexes: &[
        Index { name: "pesan_urut", columns: &["akun", "dibuat"], unique: false },
        Index { name: "pesan_baru", columns: &["akun", "dibaca"], unique: false },
        Index { name: "pesan_antre", columns: &["surel", "coba_lagi"], unique: false },
    ],
    columns: columns!(akun: Text, kunci: Text, jenis: Text, judul: Text, isi: Text, alamat: Text, tenggat: Date or null,
        atas_nama: Text, dibuat: Stamp, dibaca: Stamp or null, surel: Text, percobaan: Int, coba_lagi: Stamp or null, galat: Text),
};

/// How an account wants its messages. `ics` is the hash of the secret in the address of its calendar.
pub static PESAN_SETELAN: Table = Table {
    name: "pesan_setelan",
    about: "Setelan pesan akun: surel, ringkasan, jam tenang, kalender",
    scope: Scope::Reference,
    key: &["akun"],
    indexes: &[Index { name: "pesan_setelan_ics", columns: &["ics"], unique: false }],
    columns: columns!(akun: Text, surel: Text, jenis: Text, ringkasan: Int, tenang_dari: Int or null,
        tenang_sampai: Int or null, ics: Blob or null),
};

/// How far each journal was read for messages: the place of the next event.
pub static PESAN_POSISI: Table = Table {
    name: "pesan_posisi",
    about: "Sampai di mana jurnal sudah menjadi pesan",
    scope: Scope::Reference,
    key: &["instansi_id"],
    indexes: &[],
    columns: columns!(instansi_id: Text, seq: Int),
};

/// Who does whose work meanwhile.
pub static DELEGASI: Table = Table {
    name: "delegasi",
    about: "Delegasi tugas antara akun",
    scope: Scope::Reference,
    key: &["delegasi_id"],
    indexes: &[
        Index { name: "delegasi_dari", columns: &["dari", "sampai"], unique: false },
        Index { name: "delegasi_kepada", columns: &["kepada", "sampai"], unique: false },
    ],
    columns: columns!(delegasi_id: Uuid, dari: Text, kepada: Text, mulai: Date, sampai: Date, alasan: Text, oleh: Text,
        dibuat: Stamp, diakhiri: Stamp or null, diakhiri_oleh: Text),
};

/// All of them.
pub static TABLES: &[&Table] = &[
    &AKUN,
    &PERCOBAAN,
    &SESI,
    &TOTP,
    &TUGAS,
    &CADANGAN,
    &TOKEN_API,
    &TAMPILAN,
    &PESAN,
    &PESAN_SETELAN,
    &PESAN_POSISI,
    &DELEGASI,
];

/// Tables no backup holds: who is in, and who has tried, are of this moment only. Messages and how far the
/// journals were read for them are held: a restored node would tell everybody everything again.
pub static PASSING: &[&str] = &["percobaan", "sesi"];
