//! Handlers: gather, decide, say.

pub mod delegasi;
pub mod kalender;
pub mod pesan;
pub mod setelan;
pub mod tugas;

use kernel::Stamp;

/// `22 Nov 2026 09.31 WIB`
fn saat(stamp: Stamp) -> String {
    let wib = stamp.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    format!("{} {time} WIB", host::tanggal(stamp.date_wib()).short())
}
