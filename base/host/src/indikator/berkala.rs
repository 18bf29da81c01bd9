//! Measuring while the node serves: once a day, and once for the end of the month that has passed.

use super::deret;
use crate::hall::Hall;
use kernel::Date;
use std::sync::Arc;
use std::time::Duration;

/// Pages come first when a node has just begun to serve.
const FIRST: Duration = Duration::from_secs(10 * 60);
/// How often it is looked whether a day has come that is not measured yet.
const AGAIN: Duration = Duration::from_secs(60 * 60);
/// Who stores what nobody asked for.
const AKUN: &str = "sinergi";
const OLEH: &str = "Pengukuran berkala";

/// Begins to measure, on a thread of its own that ends with the process.
pub fn mulai(hall: Arc<Hall>) {
    let work = move || {
        let mut selesai = None;
        std::thread::sleep(FIRST);
        loop {
            // What failed today is tried again in an hour; nothing depends on it.
            if let Err(error) = sekali(&hall, &mut selesai) {
                tracing::warn!(%error, "pengukuran berkala belum berhasil");
            }
            std::thread::sleep(AGAIN);
        }
    };
    let made = std::thread::Builder::new().name("pengukuran".to_owned()).spawn(work);
    if let Err(error) = made {
        tracing::warn!(%error, "pengukuran berkala tidak dapat dimulai");
    }
}

/// Stores what is due: today, and the last day of the month before. That one is measured once more when it is
/// over, for what was recorded on the day itself belongs to it; `selesai` remembers that this process did. A
/// round that was cut short is finished, and rows that say the same are not stored again.
///
/// # Errors
/// When storage fails.
pub fn sekali(hall: &Hall, selesai: &mut Option<Date>) -> store::Result<()> {
    let today = hall.today();
    let (year, month, _) = today.ymd();
    let month_end = Date::new(year, month, 1).map(|first| first.add_days(-1));
    if month_end.is_some() && month_end != *selesai {
        month_end.map(|day| deret::simpan(hall, AKUN, OLEH, day)).transpose()?;
        *selesai = month_end;
    }
    // A row for each instansi, and one for all of them.
    if deret::pada(hall, today)?.len() <= hall.recent()?.tenants.len() {
        deret::simpan(hall, AKUN, OLEH, today)?;
    }
    Ok(())
}
