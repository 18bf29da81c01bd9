//! Pages about people, as functions of plain values: they know neither the ledger nor the database.
//!
//! `daftar` is the list, `pegawai` one person with five sections (`ringkasan`, `riwayat`, `dokumen`, `temuan`,
//! `jurnal`), `mengapa` the answers of the law about one, `surat` such an answer on paper. `samples` fills
//! them with invented people.

mod buka;
mod cetak;
mod daftar;
mod mengapa;
mod pegawai;
mod ringkas;
mod ringkasan;
mod riwayat;
mod samples;
mod samples_buka;
mod samples_daftar;
mod samples_mengapa;
mod samples_pegawai;
mod samples_riwayat;
mod surat;
mod tabel;
mod tafsir;
mod tampilan;

pub use buka::{AksesView, BukaView, Pembukaan, akses, buka};
pub use cetak::{CetakView, cetak};
pub use daftar::{BarisPegawai, Batas, DaftarView, Urut, daftar};
pub use mengapa::{Ketentuan, MengapaLayananView, MengapaView, Simulasi, Tentang, mengapa, mengapa_layanan};
pub use pegawai::{BarisDokumen, BarisJurnal, Isi, Jumlah, Jurnal, PegawaiView, Tersamar, pegawai};
pub use ringkas::{RingkasView, ringkas};
pub use ringkasan::{Butir, DataPribadi, Ringkasan};
pub use riwayat::{DokumenDasar, Riwayat, RiwayatBaris, Tindakan, Tmt};
pub use samples::samples;
pub use surat::{SuratView, surat};
pub use tabel::{Isian, KolomTampil};
pub use tafsir::{FormTafsir, Pilihan, TafsirView, tafsir};
pub use tampilan::{BarisTampilan, TampilanView, tampilan};
