//! Why a letter was not printed, in a sentence for whoever asked.

use std::fmt;

/// No letter, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gagal {
    /// No template of this name.
    TidakAda(String),
    /// The region's own template of this name is broken: name, and what the typesetter says of it.
    TemplatRusak(String, String),
    /// The template and the data do not fit together: name, and what the typesetter says.
    TidakTersusun(String, String),
    /// More data than one letter holds: bytes, bytes allowed.
    TerlaluBesar(usize, usize),
    /// More pages than one file holds: pages, pages allowed.
    TerlaluPanjang(usize, usize),
    /// It took longer than a letter may: seconds.
    TerlaluLama(u64),
    /// A file for templates that cannot be used: name, why.
    Aset(String, &'static str),
    /// The machine gave no thread.
    Mesin(String),
}

impl fmt::Display for Gagal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gagal::TidakAda(nama) => write!(f, "Templat naskah {nama} tidak ada."),
            Gagal::TemplatRusak(nama, sebab) => {
                write!(
                    f,
                    "Templat {nama} milik instansi tidak dapat dipakai: {sebab}. Perbaiki atau hapus templat itu."
                )
            }
            Gagal::TidakTersusun(nama, sebab) => {
                write!(f, "Naskah {nama} tidak dapat disusun: {sebab}. Periksa isinya atau templatnya.")
            }
            Gagal::TerlaluBesar(ada, boleh) => {
                write!(
                    f,
                    "Isi naskah {} kB, paling besar {} kB. Bagi menjadi beberapa naskah.",
                    ada >> 10,
                    boleh >> 10
                )
            }
            Gagal::TerlaluPanjang(ada, boleh) => {
                write!(
                    f,
                    "Naskah menjadi {ada} halaman, paling banyak {boleh}. Bagi menjadi beberapa naskah."
                )
            }
            Gagal::TerlaluLama(detik) => {
                write!(
                    f,
                    "Naskah belum selesai disusun dalam {detik} detik dan dihentikan. Bagi menjadi beberapa naskah."
                )
            }
            Gagal::Aset(nama, sebab) => {
                write!(f, "Berkas {nama} untuk templat tidak dapat dipakai: {sebab}.")
            }
            Gagal::Mesin(sebab) => write!(f, "Mesin pencetak tidak dapat bekerja: {sebab}."),
        }
    }
}

impl std::error::Error for Gagal {}
