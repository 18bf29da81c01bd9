//! Pages of tasks and messages as functions of plain values.

mod delegasi;
mod pesan;
mod samples;
mod setelan;
mod tugas;

pub use delegasi::{DelegasiBaris, DelegasiView, Keadaan, delegasi};
pub use pesan::{Kirim, PesanBaris, PesanView, SatuView, pesan, satu};
pub use samples::samples;
pub use setelan::{SetelanView, setelan};
pub use tugas::{Kelompok, TugasBaris, TugasView, tugas};
