//! The hall where modules meet people: who is here, what they may do, the register in memory, and
//! the one way a request becomes an answer. It knows no module by name.
#![warn(missing_docs)]

pub mod access;
#[path = "store/account.rs"] // SQL stands in folders named store
pub mod account;
pub mod andaian;
pub mod api;
#[path = "store/appoint.rs"]
pub mod appoint;
#[path = "store/attempt.rs"]
pub mod attempt;
pub mod bukti;
#[path = "store/cadangan.rs"]
pub mod cadangan;
pub mod cetak;
pub mod clocks;
#[path = "store/delegasi.rs"]
pub mod delegasi;
pub mod derived;
pub mod dokumen;
pub mod edge;
pub mod gate;
pub mod hall;
pub mod http;
pub mod hukum;
pub mod ics;
pub mod indikator;
pub mod ingatan;
pub mod jadwal;
pub mod jaga;
pub mod kabar;
pub mod kalender;
#[path = "store/kept.rs"]
pub mod kept;
pub mod module;
pub mod mutu;
pub mod naskah;
pub mod opened;
pub mod pace;
pub mod panduan;
pub mod password;
pub mod peristiwa;
pub mod pesan;
pub mod potong;
pub mod problem;
pub mod rancangan;
pub mod record;
pub mod schema;
pub mod serentak;
pub mod serve;
#[path = "store/session.rs"]
pub mod session;
#[path = "store/setelan.rs"]
pub mod setelan;
pub mod siaran;
pub mod sight;
pub mod signin;
pub mod signs;
#[path = "store/surat.rs"]
pub mod surat;
pub mod surel;
pub mod tafsir;
#[path = "store/tampilan.rs"]
pub mod tampilan;
pub mod tasks;
pub mod teks;
pub mod terbitan;
pub mod testing;
pub mod tls;
#[path = "store/token.rs"]
pub mod token;
#[path = "store/totp.rs"]
pub mod totp;
pub mod tugas;
pub mod view;
pub mod world;

pub use access::{Action, Reach, Role, Visitor};
pub use clocks::tanggal;
pub use derived::{PerEntry, PerWorld};
pub use hall::{Hall, Organisation, World};
pub use http::{Answer, Ctx, html, redirect};
pub use hukum::Hukum;
pub use module::{MenuItem, Method, Module, Route};
pub use problem::Problem;

/// Every registered statement of the hall.
pub fn statements() -> Vec<&'static store::Sql> {
    [
        account::ALL,
        appoint::ALL,
        attempt::ALL,
        cadangan::ALL,
        delegasi::ALL,
        kept::ALL,
        session::ALL,
        setelan::ALL,
        surat::ALL,
        tampilan::ALL,
        token::ALL,
        totp::ALL,
    ]
    .concat()
}
