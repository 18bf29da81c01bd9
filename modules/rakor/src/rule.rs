//! What a rakor is now, folded from what happened; what may happen next; how far a follow-up is.

pub mod batas;
pub mod bawaan;
pub mod dampak;
pub mod eskalasi;
pub mod izin;
pub mod kehadiran;
pub mod kelompok;
pub mod lanjut;
pub mod lipat;
pub mod nilai;
pub mod rakor;
pub mod rtl;
pub mod sidang;
pub mod tahap;
pub mod tertib;
pub mod wakil;

pub use izin::{Peran, Tolak};
pub use lipat::{Kejadian, lipat};
pub use rakor::Rakor;
pub use rtl::{Putusan, Telaah};
pub use tahap::Tahap;
