//! Pages of rakor, by what people do: planning and reading here, before, during and after beside it.

pub mod catat;
pub mod dokumen;
pub mod lanjut;
pub mod persiapan;
pub mod sidang;
pub mod templat;
pub mod umum;
pub mod utama;
