//! What a rakor is now, folded from what happened; what may happen next; how far a follow-up is.

pub mod izin;
pub mod lipat;
pub mod rakor;
pub mod rtl;
pub mod sidang;
pub mod tahap;

pub use izin::{Peran, Tolak};
pub use lipat::{Kejadian, lipat};
pub use rakor::Rakor;
pub use rtl::{Putusan, Telaah};
pub use tahap::Tahap;
