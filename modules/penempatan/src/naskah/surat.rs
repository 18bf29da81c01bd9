//! A letter of any sort, to be printed as a draft or with the code it is issued under.

use host::peristiwa::Pelaku;
use host::terbitan::{Penerbitan, Tercetak};
use host::{Hall, Problem};
use naskah_dinas::{BaPelantikan, BaRapat, Permintaan, SkJabatan, Spmt, SuratDinas, UsulPertek};

macro_rules! surat {
    ($($sort:ident)*) => {
        /// One of them.
        #[derive(Clone, Debug)]
        pub enum Tertulis {
            $(#[doc = concat!("Of the sort ", stringify!($sort), ".")] $sort(Box<$sort>)),*
        }

        $(impl From<$sort> for Tertulis {
            fn from(letter: $sort) -> Tertulis {
                Tertulis::$sort(Box::new(letter))
            }
        })*

        impl Tertulis {
            /// What is asked of the printer: as long as it bears no code, a draft.
            pub fn permintaan(&self) -> Permintaan {
                match self { $(Tertulis::$sort(letter) => Permintaan::of(letter.as_ref())),* }
            }

            /// Printed with the code it will be issued under, and kept.
            ///
            /// # Errors
            /// When it cannot be printed or kept.
            pub fn cetak(&self, hall: &Hall, pelaku: &Pelaku, how: &Penerbitan) -> Result<Tercetak, Problem> {
                match self { $(Tertulis::$sort(letter) => hall.cetak_terbitan(pelaku, letter.as_ref(), how)),* }
            }
        }
    };
}

surat!(BaPelantikan BaRapat SkJabatan Spmt SuratDinas UsulPertek);
