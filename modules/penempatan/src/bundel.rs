//! The bundle of a round: everything needed to work its plan out again and to prove that none is better, without a
//! name, a NIP or an id of a person. Anybody can check it, without this program too.

mod akhir;
mod isi;
mod kemasan;
mod periksa;

pub use isi::nomor_calon;
pub use periksa::{Pemeriksaan, periksa, periksa_terbatas};

use crate::isi::Penyimpangan;
use crate::rule::rencana::Tanda;
use crate::rule::{Beku, Hasil, Tolak};

/// Files of a bundle, in their order.
const BERKAS: [&str; 16] = [
    "baca-saya.txt",
    "instance.txt",
    "positions.csv",
    "candidates.csv",
    "units.csv",
    "edges.csv",
    "plan.csv",
    "certificate",
    "penyimpangan.csv",
    "akhir.csv",
    "kriteria.csv",
    "nilai.csv",
    "jabatan.csv",
    "unit.csv",
    "pengecualian.csv",
    "asal.txt",
];

/// What only the panel and auditors get: points by criterion, and which post is which. Whoever knows who was appointed
/// where could read an appointee's points out of them.
const TERTUTUP: [&str; 3] = ["nilai.csv", "jabatan.csv", "unit.csv"];

/// Whom a bundle is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lingkup {
    /// The panel and auditors: everything.
    Lengkap,
    /// Everybody: sums of points only, posts by number.
    Umum,
}

impl Lingkup {
    /// Files of such a bundle, in their order.
    fn berkas(self) -> impl Iterator<Item = &'static str> + Clone {
        BERKAS.into_iter().filter(move |name| self == Lingkup::Lengkap || !TERTUTUP.contains(name))
    }
}

/// The bundle of a plan and of what the PPK decided otherwise; `judul` is what the round is called.
///
/// # Errors
/// Where no optimum was worked out, and where inputs and plan do not belong together.
pub fn tulis(
    beku: &Beku,
    hasil: &Hasil,
    penyimpangan: &[(Penyimpangan, Tanda)],
    judul: &str,
    lingkup: Lingkup,
) -> Result<Vec<u8>, Tolak> {
    if beku.tiga_nama {
        let said = "Pada rencana ini PPK memilih dari tiga nama, sehingga tidak ada rencana terbaik yang dapat dibuktikan.";
        return Err(Tolak("BUNDEL-01", said.into()));
    }
    let mut files = isi::berkas(beku, hasil, penyimpangan, judul, lingkup)?;
    files.retain(|file| lingkup.berkas().any(|name| name == file.0));
    kemasan::bungkus(&files).map_err(|e| Tolak("BUNDEL-02", format!("Bundel tidak dapat disusun: {e}.")))
}
