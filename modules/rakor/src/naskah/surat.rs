//! A letter of any sort, to be printed or issued.

use host::peristiwa::Pelaku;
use host::terbitan::Penerbitan;
use host::{Hall, Problem};
use naskah_dinas::{
    BeritaAcara, DaftarHadir, LembarRakor, LembarSekda, NotaDinas, Notulen, Permintaan, PermintaanBahan,
    Rekomendasi, Rumusan, SuratDinas, SuratEdaran, Undangan,
};

macro_rules! surat {
    ($($sort:ident)*) => {
        /// One of them.
        #[derive(Clone, Debug)]
        pub enum Surat {
            $(#[doc = concat!("Of the sort ", stringify!($sort), ".")] $sort(Box<$sort>)),*
        }

        $(impl From<$sort> for Surat {
            fn from(letter: $sort) -> Surat {
                Surat::$sort(Box::new(letter))
            }
        })*

        impl Surat {
            /// What is asked of the printer: as long as nothing is issued, a draft.
            pub fn permintaan(&self) -> Permintaan {
                match self { $(Surat::$sort(letter) => Permintaan::of(letter.as_ref())),* }
            }

            /// Issues it; answers its code.
            ///
            /// # Errors
            /// When it cannot be printed or kept.
            pub fn terbit(&self, hall: &Hall, pelaku: &Pelaku, how: &Penerbitan) -> Result<String, Problem> {
                match self { $(Surat::$sort(letter) => hall.terbitkan(pelaku, letter.as_ref(), how)),* }
            }
        }
    };
}

surat!(
    BeritaAcara DaftarHadir LembarRakor LembarSekda NotaDinas Notulen PermintaanBahan Rekomendasi Rumusan
    SuratDinas SuratEdaran Undangan
);
