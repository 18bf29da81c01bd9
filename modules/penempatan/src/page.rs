//! Handlers: gather, decide, say or record.

mod batas;
pub mod bundel;
pub mod catat;
pub mod gerbang;
pub mod hasil;
pub mod kata;
pub mod kriteria;
pub mod kunci;
pub mod kursi;
pub mod macam;
pub mod menyimpang;
pub mod norma;
pub mod perbandingan;
pub mod pokok;
pub mod pos;
pub mod profil;
pub mod putus;
pub mod rencana;
pub mod saya;
pub mod sk;
pub mod suksesi;
pub mod syarat;
pub mod talenta;
pub mod umum;
pub mod utama;
