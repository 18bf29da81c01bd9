//! The print port: who wants a letter asks the hall, and the hall asks whatever printer was plugged in.
//! Typesetting takes a core for tens of milliseconds; it must not take every core from pages.

use crate::gate::Gate;
use crate::problem::Problem;
use naskah_dinas::{Cetakan, Permintaan};
use std::sync::Arc;

/// Something that prints.
pub trait Pencetak: Send + Sync {
    /// Prints a letter.
    ///
    /// # Errors
    /// The Indonesian sentence that says why not.
    fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, String>;
}

/// The printer, and the door before it.
pub struct Percetakan {
    /// What prints; `None` in a program without one.
    pub pencetak: Option<Arc<dyn Pencetak>>,
    /// Where everybody reaches this node: `https://sinergi.bumiraya.go.id`. Printed on every letter.
    pub alamat: String,
    gate: Gate,
}

/// Letters printed at a time, at most; half the cores, so that pages keep the others.
const PLACES_MOST: usize = 2;
/// Requests that wait for a place. Each holds a handler of the server.
const SEATS: usize = 4;

impl Default for Percetakan {
    fn default() -> Percetakan {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let gate = Gate::new((cores / 2).clamp(1, PLACES_MOST), SEATS);
        Percetakan { pencetak: None, alamat: "http://127.0.0.1:8080".into(), gate }
    }
}

impl Percetakan {
    /// The page that says whether a document is genuine.
    pub fn alamat_verifikasi(&self) -> String {
        format!("{}/verifikasi", self.alamat.trim_end_matches('/'))
    }

    /// Prints a letter, waiting for a place when others are printing.
    ///
    /// # Errors
    /// When there is no printer, too many wait, or the letter cannot be printed.
    pub fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, Problem> {
        let Some(pencetak) = &self.pencetak else {
            return Err(Problem::Refused("CETAK-01", NO_PRINTER.into()));
        };
        let _pass = self.gate.enter().ok_or(Problem::Busy)?;
        pencetak.cetak(permintaan).map_err(|sentence| Problem::Refused("CETAK-02", sentence))
    }
}

const NO_PRINTER: &str =
    "Pencetak naskah tidak terpasang pada layanan ini. Hubungi administrator Sinergi instansi Anda.";

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[derive(Default)]
    struct Slow {
        inside: AtomicUsize,
        most: AtomicUsize,
    }

    impl Pencetak for Slow {
        fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, String> {
            self.most.fetch_max(self.inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(50));
            self.inside.fetch_sub(1, Ordering::SeqCst);
            match permintaan.templat.as_str() {
                "undangan" => Ok(Cetakan { pdf: b"%PDF-".to_vec(), halaman: 1, tak_tergambar: 0 }),
                other => Err(format!("Templat naskah {other} tidak ada.")),
            }
        }
    }

    fn asked(templat: &str) -> Permintaan {
        let data = serde_json::Value::Null;
        Permintaan { templat: templat.into(), data, tanggal: kernel::Date::from_days(20_000) }
    }

    #[test]
    fn without_a_printer_and_without_a_letter_a_sentence_says_why() {
        let mut percetakan = Percetakan::default();
        assert!(matches!(percetakan.cetak(&asked("undangan")), Err(Problem::Refused("CETAK-01", _))));
        percetakan.pencetak = Some(Arc::new(Slow::default()));
        assert!(percetakan.cetak(&asked("undangan")).is_ok());
        assert!(
            matches!(percetakan.cetak(&asked("nama")), Err(Problem::Refused("CETAK-02", s)) if s.contains("nama"))
        );
    }

    #[test]
    fn a_crowd_prints_few_at_a_time_and_the_rest_comes_back_later() {
        let slow = Arc::new(Slow::default());
        let percetakan =
            Percetakan { pencetak: Some(slow.clone()), gate: Gate::new(1, 2), ..Percetakan::default() };
        let answers: Vec<_> = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(|| percetakan.cetak(&asked("undangan")))).collect();
            all.into_iter().map(|one| one.join().expect("no panic")).collect()
        });
        assert_eq!(slow.most.load(Ordering::SeqCst), 1);
        assert!(answers.iter().any(|a| matches!(a, Err(Problem::Busy))), "nobody was turned away");
        assert!(answers.iter().filter(|a| a.is_ok()).count() >= 3, "whoever waits is served");
    }
}
