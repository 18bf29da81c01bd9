//! The tables of the ground floor. `instansi`, `jurnal*` and `simpul` are facts and proofs; every
//! other table is derived from the journal, row by row, and can be thrown away and rebuilt.

use crate::columns;
use crate::table::{Index, Scope, Table};

macro_rules! tables {
    ($( $(#[$doc:meta])* $name:ident = $table:literal $about:literal $scope:expr, key $key:expr, indexes $indexes:expr, { $($columns:tt)* } )*) => {
        $( $(#[$doc])* pub static $name: Table = Table {
            name: $table, about: $about, scope: $scope, key: &$key, indexes: &$indexes, columns: columns!($($columns)*),
        }; )*
        /// All of them, in order of creation.
        pub static BASE: &[&Table] = &[ $( &$name ),* ];
    };
}

tables! {
    /// Settings of this node: name, whether it is a demo, its clock.
    SIMPUL = "simpul" "Setelan simpul ini" Scope::Reference, key ["nama"], indexes [], { nama: Text, nilai: Text }
    /// Governments whose people this node serves.
    INSTANSI = "instansi" "Instansi yang dilayani simpul ini" Scope::Reference, key ["instansi_id"], indexes [],
        { instansi_id: Text, nama: Text, urutan: Int }
    /// The journal: one row an entry, in order. `isi` and `garam` may be destroyed by law, `komitmen` stays.
    JURNAL = "jurnal" "Jurnal per instansi" Scope::Stream("instansi_id"), key ["instansi_id", "seq"],
        indexes [],
        { instansi_id: Text, seq: Int, dicatat: Stamp, komitmen: Blob, rantai: Blob, garam: Blob or null, isi: Blob or null }
    /// Tiles of the RFC 6962 tree.
    JURNAL_UBIN = "jurnal_ubin" "Ubin pohon Merkle jurnal" Scope::Stream("instansi_id"),
        key ["instansi_id", "tingkat", "indeks"], indexes [],
        { instansi_id: Text, tingkat: Int, indeks: Int, isi: Blob }
    /// Signed checkpoints, one a commit.
    JURNAL_TITIK = "jurnal_titik" "Titik periksa bertanda tangan" Scope::Stream("instansi_id"),
        key ["instansi_id", "ukuran"], indexes [],
        { instansi_id: Text, ukuran: Int, dicatat: Stamp, akar: Blob, kunci: Blob, tanda_tangan: Blob }
    /// Keys that took over from another: who signs after `ukuran` entries. The first key of a journal is
    /// that of its first checkpoint.
    JURNAL_KUNCI = "jurnal_kunci" "Pergantian kunci tanda tangan" Scope::Stream("instansi_id"),
        key ["instansi_id", "ke"], indexes [],
        { instansi_id: Text, ke: Int, ukuran: Int, akar: Blob, kunci_lama: Blob, kunci_baru: Blob, dicatat: Stamp,
          alasan: Text, tanda_lama: Blob or null, tanda_baru: Blob }
    /// People.
    PEGAWAI = "pegawai" "Orang dalam register" Scope::Person, key ["pegawai_id"],
        indexes [Index { name: "pegawai_instansi", columns: &["instansi_id"], unique: false }],
        { pegawai_id: Uuid, instansi_id: Text, seq: Int }
    /// Entries about a person, with their documents.
    ENTRI = "entri" "Entri tentang seorang pegawai" Scope::Person, key ["pegawai_id", "entri_id"], indexes [],
        { pegawai_id: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, dicatat: Stamp, pelaku: Text, dokumen: Blob }
    /// What those documents state: one row a fact.
    RIWAYAT = "riwayat" "Fakta menurut dokumen dasarnya" Scope::Person, key ["pegawai_id", "entri_id", "ke"], indexes [],
        { pegawai_id: Uuid, entri_id: Uuid, ke: Int, jenis: Int, tindakan: Int, sasaran: Uuid or null, sasaran_ke: Int or null,
          tmt: Date or null, sampai: Date or null, isi: Blob }
    /// Rows of downloads: which entry keeps the cells, and their hash.
    BARIS_UNDUHAN = "baris_unduhan" "Baris berkas unduhan per pegawai" Scope::Person, key ["pegawai_id", "entri_id"],
        indexes [], { pegawai_id: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, tanggal: Date, sidik: Blob }
    /// Who holds a business key; first come, never reused.
    KLAIM = "klaim" "Pemegang NIP dan ID SIASN" Scope::Stream("nilai"), key ["nilai", "jenis"], indexes [],
        { nilai: Text, jenis: Int, pegawai_id: Uuid, seq: Int }
    /// People missing from a download.
    TIDAK_DALAM_UNDUHAN = "tidak_dalam_unduhan" "Daftar kerja: tidak ada dalam unduhan" Scope::Person,
        key ["pegawai_id", "entri_id"], indexes [],
        { pegawai_id: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, tanggal: Date or null }
    /// Closed items of that list.
    TUTUP_UNDUHAN = "tutup_unduhan" "Butir daftar kerja yang ditutup" Scope::Person,
        key ["pegawai_id", "sasaran", "entri_id"], indexes [],
        { pegawai_id: Uuid, sasaran: Uuid, entri_id: Uuid, seq: Int, alasan: Text }
    /// What is masked and was opened about one person: by whom, which part, why.
    DIBUKA = "dibuka" "Data tersamar yang dibuka tentang seorang pegawai" Scope::Person, key ["pegawai_id", "entri_id"],
        indexes [], { pegawai_id: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text,
          bagian: Text, alasan: Text }
    /// The same about everybody of an instansi at once: a download of all columns.
    DIBUKA_SEMUA = "dibuka_semua" "Data tersamar yang dibuka tentang semua pegawai instansi" Scope::Reference,
        key ["instansi_id", "entri_id"], indexes [],
        { instansi_id: Text, entri_id: Uuid, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text, bagian: Text, alasan: Text }
    /// Receipts of the law about one person (bukti telaah): what was asked, what was answered, and the five
    /// clocks. The text lies among the kept files under `sidik`.
    BUKTI = "bukti" "Bukti telaah per pegawai" Scope::Person, key ["pegawai_id", "entri_id"],
        indexes [Index { name: "bukti_dicatat", columns: &["dicatat", "entri_id"], unique: false }],
        { pegawai_id: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text, norma: Text,
          putusan: Text, berlaku: Date, diketahui: Stamp, hukum: Date, hukum_diketahui: Date, wilayah: Text, paket: Blob,
          mesin: Int, tertutup: Text, keperluan: Text, sidik: Blob }
    /// Statements a receipt rests on.
    BUKTI_DASAR = "bukti_dasar" "Pernyataan yang dipakai bukti telaah" Scope::Person,
        key ["pegawai_id", "sasaran", "ke", "entri_id"], indexes [],
        { pegawai_id: Uuid, sasaran: Uuid, ke: Int, entri_id: Uuid }
    /// Versions of the law a receipt was read from.
    BUKTI_NORMA = "bukti_norma" "Versi norma yang dipakai bukti telaah" Scope::Person,
        key ["pegawai_id", "entri_id", "jenis", "kunci", "hukum"],
        indexes [Index { name: "bukti_norma_versi", columns: &["kunci", "akta", "mulai"], unique: false }],
        { pegawai_id: Uuid, entri_id: Uuid, jenis: Text, kunci: Text, hukum: Date, akta: Text, mulai: Date, sidik: Blob }
    /// Items of the re-examination queue that an officer closed: the receipt, the outcome, and what of the
    /// law had changed by then (`keadaan`), so that a further change opens it again.
    TUTUP_TINJAU = "tutup_tinjau" "Butir tinjau ulang yang ditutup" Scope::Person,
        key ["pegawai_id", "sasaran", "entri_id"],
        indexes [Index { name: "tutup_tinjau_dicatat", columns: &["dicatat", "entri_id"], unique: false }],
        { pegawai_id: Uuid, sasaran: Uuid, entri_id: Uuid, instansi_id: Text, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text,
          hasil: Text, alasan: Text, pengganti: Uuid or null, paket: Blob, keadaan: Blob }
    /// Positions an official chose for a person where the law answers with several; an empty
    /// position takes the choice before it back.
    PILIH_TAFSIR = "pilih_tafsir" "Posisi yang dipilih pejabat bila hukum beda tafsir" Scope::Person,
        key ["pegawai_id", "norma", "entri_id"], indexes [],
        { pegawai_id: Uuid, norma: Text, entri_id: Uuid, instansi_id: Text, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text,
          pejabat: Text, posisi: Text, bunyi: Text, jawaban: Text, berlaku: Date or null, hukum: Date or null,
          paket: Blob or null, sidik: Blob or null, tertutup: Text, alasan: Text, nomor: Text, tanggal: Date or null }
    /// Norms that legal staff signed: the hashes of what the norm and its golden cases said on a law date;
    /// with `sasaran` it takes an earlier signature back.
    PARAF = "paraf" "Paraf staf hukum atas norma" Scope::Reference, key ["instansi_id", "norma", "entri_id"], indexes [],
        { instansi_id: Text, norma: Text, entri_id: Uuid, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text, hukum: Date,
          paket: Blob, sidik: Blob, sidik_kasus: Blob, sasaran: Uuid or null, catatan: Text }
    /// Events of the work offices do together, about things that several journals may speak of.
    PERISTIWA = "peristiwa" "Peristiwa koordinasi: rakor, tindak lanjut, pengukuran" Scope::Stream("instansi_id"),
        key ["instansi_id", "entri_id"],
        indexes [
            Index { name: "peristiwa_pokok", columns: &["pokok", "pokok_id", "dicatat"], unique: false },
            Index { name: "peristiwa_seq", columns: &["instansi_id", "seq"], unique: false }
        ],
        { instansi_id: Text, entri_id: Uuid, seq: Int, dicatat: Stamp, pelaku: Text, oleh: Text, pokok: Text, pokok_id: Text,
          jenis: Text, isi: Text }
    /// Units and posts: that they exist, and where first seen.
    UNOR = "unor" "Unit organisasi" Scope::Reference, key ["instansi_id", "unor_id"], indexes [],
        { instansi_id: Text, unor_id: Text, nama: Text, asal: Text, seq: Int }
    /// Posts.
    POS = "pos" "Pos jabatan" Scope::Reference, key ["instansi_id", "pos_id"], indexes [],
        { instansi_id: Text, pos_id: Text, unor_id: Text, jabatan: Text, jenis: Text, asal: Text, seq: Int }
    /// Entries about units, posts and the instansi itself.
    ENTRI_ORGANISASI = "entri_organisasi" "Entri tentang unit, pos dan instansi" Scope::Reference,
        key ["instansi_id", "pokok", "pokok_id", "entri_id"], indexes [],
        { instansi_id: Text, pokok: Int, pokok_id: Text, entri_id: Uuid, seq: Int, dicatat: Stamp, pelaku: Text, dokumen: Blob }
    /// What they state.
    RIWAYAT_ORGANISASI = "riwayat_organisasi" "Fakta tentang unit, pos dan instansi" Scope::Reference,
        key ["instansi_id", "pokok", "pokok_id", "entri_id", "ke"], indexes [],
        { instansi_id: Text, pokok: Int, pokok_id: Text, entri_id: Uuid, ke: Int, jenis: Int, tindakan: Int,
          sasaran: Uuid or null, sasaran_ke: Int or null, tmt: Date or null, sampai: Date or null, isi: Blob }
}

/// Tables that follow from the journal and nothing else.
pub static DERIVED: &[&Table] = &[
    &PEGAWAI,
    &ENTRI,
    &RIWAYAT,
    &BARIS_UNDUHAN,
    &KLAIM,
    &TIDAK_DALAM_UNDUHAN,
    &TUTUP_UNDUHAN,
    &DIBUKA,
    &DIBUKA_SEMUA,
    &BUKTI,
    &BUKTI_DASAR,
    &BUKTI_NORMA,
    &TUTUP_TINJAU,
    &PILIH_TAFSIR,
    &PARAF,
    &PERISTIWA,
    &UNOR,
    &POS,
    &ENTRI_ORGANISASI,
    &RIWAYAT_ORGANISASI,
];

/// `klaim.jenis` of a NIP or NI PPPK.
pub const CLAIM_NIP: i64 = 1;
/// `klaim.jenis` of BKN's pns_id.
pub const CLAIM_SIASN: i64 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_could_be_distributed() {
        let wrong: Vec<String> = BASE.iter().flat_map(|t| t.lint()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_lint_can_fail() {
        static BAD: Table = Table {
            name: "buruk",
            about: "",
            scope: Scope::Person,
            key: &["nip"],
            indexes: &[Index { name: "satu", columns: &["nip"], unique: true }],
            columns: columns!(nip: Text, pegawai_id: Blob),
        };
        assert_eq!(BAD.lint().len(), 3, "{:?}", BAD.lint());
    }
}
