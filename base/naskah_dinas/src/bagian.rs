//! Parts that letters share: letterhead, number block, signature, verification mark, event, attendance.

use crate::iso;
use kernel::Date;
use serde::Serialize;

/// Kop: whose paper it is.
#[derive(Clone, Debug, Serialize)]
pub struct Kop {
    /// `Pemerintah Provinsi …`; printed in capitals.
    pub pemerintah: String,
    /// Perangkat daerah that sends.
    pub perangkat: String,
    /// Address, telephone, site and mail, in one line.
    pub alamat: String,
    /// Name of the crest among the files of the printer; its place stays empty without one.
    pub lambang: Option<String>,
}

/// Where anybody can ask whether the paper is genuine.
#[derive(Clone, Debug, Serialize)]
pub struct Verifikasi {
    /// The code to type.
    pub kode: String,
    /// The address of the page, without the code.
    pub alamat: String,
}

/// Who signs.
#[derive(Clone, Debug, Serialize)]
pub struct Penanda {
    /// `Gubernur Bumi Raya`, when somebody signs on behalf of (a.n.).
    pub atas_nama: Option<String>,
    /// Jabatan.
    pub jabatan: String,
    /// Name with titles.
    pub nama: String,
    /// Pangkat and golongan; empty for whoever has none.
    pub pangkat: String,
    /// NIP; empty for whoever has none.
    pub nip: String,
}

/// What every paper bears.
#[derive(Clone, Debug, Serialize)]
pub struct Dokumen {
    /// Letterhead.
    pub kop: Kop,
    /// Its number; empty when it has none.
    pub nomor: String,
    /// Where it was made.
    pub tempat: String,
    /// Its date.
    #[serde(with = "iso")]
    pub tanggal: Date,
    /// Mark of an issued paper; a draft has none.
    pub verifikasi: Option<Verifikasi>,
}

/// What every letter sent to somebody bears.
#[derive(Clone, Debug, Serialize)]
pub struct Surat {
    /// Letterhead, number, place, date, mark.
    #[serde(flatten)]
    pub dokumen: Dokumen,
    /// Biasa, Segera, Sangat Segera, Terbatas.
    pub sifat: String,
    /// `1 (satu) berkas`; empty when nothing is attached.
    pub lampiran: String,
    /// What it is about.
    pub hal: String,
    /// To whom; several stand in a numbered list.
    pub kepada: Vec<String>,
    /// Where they are.
    pub di: String,
    /// Who signs.
    pub penanda: Penanda,
    /// Copies go to.
    pub tembusan: Vec<String>,
}

/// A meeting: when, where, about what.
#[derive(Clone, Debug, Serialize)]
pub struct Acara {
    /// Its day.
    #[serde(with = "iso")]
    pub tanggal: Date,
    /// `09.00 WIB s.d. selesai`.
    pub pukul: String,
    /// Room and address.
    pub tempat: String,
    /// What is met about.
    pub acara: String,
    /// Who presides; empty when not said.
    pub pimpinan: String,
}

/// Somebody who attended.
#[derive(Clone, Debug, Serialize)]
pub struct Hadir {
    /// Name with titles.
    pub nama: String,
    /// Jabatan.
    pub jabatan: String,
    /// Instansi or perangkat daerah.
    pub instansi: String,
}
