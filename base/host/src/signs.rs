//! The machine's own signs: is it alive, can it work, how much does it do. They name routes by their
//! pattern and nobody by anything.

mod process;

use crate::hall::Hall;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the durations counted, in seconds.
const BOUNDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Counters since the process began.
#[derive(Debug, Default)]
pub struct Signs {
    requests: Mutex<BTreeMap<(String, u8), Served>>,
    refused_signins: AtomicU64,
    commits: AtomicU64,
    committed: AtomicU64,
    /// A secret whose holder may read these counters from elsewhere; `None` for this machine alone.
    pub token: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Served {
    /// By bound; the last one beyond all of them.
    buckets: [u64; BOUNDS.len() + 1],
    seconds: f64,
}

impl Signs {
    /// A request was answered.
    pub fn served(&self, pattern: &str, status: u16, took: Duration) {
        let seconds = took.as_secs_f64();
        let at = BOUNDS.iter().position(|b| seconds <= *b).unwrap_or(BOUNDS.len());
        let mut requests = self.requests.lock().unwrap_or_else(|e| e.into_inner());
        let served = requests.entry((pattern.to_owned(), (status / 100) as u8)).or_default();
        served.buckets[at] += 1;
        served.seconds += seconds;
    }

    /// A name and password did not fit.
    pub fn refused_signin(&self) {
        self.refused_signins.fetch_add(1, Ordering::Relaxed);
    }

    /// So many entries went to disk together.
    pub fn committed(&self, entries: usize) {
        self.commits.fetch_add(1, Ordering::Relaxed);
        self.committed.fetch_add(entries as u64, Ordering::Relaxed);
    }

    fn requests(&self) -> String {
        let mut text = String::from(
            "# HELP sinergi_permintaan_detik Lama menjawab per pola alamat dan golongan status.\n# TYPE sinergi_permintaan_detik histogram\n",
        );
        let requests = self.requests.lock().unwrap_or_else(|e| e.into_inner()).clone();
        for ((pattern, class), served) in requests {
            let labels = format!("rute=\"{pattern}\",status=\"{class}xx\"");
            let mut count = 0;
            for (n, in_bucket) in served.buckets.iter().enumerate() {
                count += in_bucket;
                let bound = BOUNDS.get(n).map_or_else(|| "+Inf".to_owned(), f64::to_string);
                let _ = writeln!(text, "sinergi_permintaan_detik_bucket{{{labels},le=\"{bound}\"}} {count}");
            }
            let _ = writeln!(text, "sinergi_permintaan_detik_sum{{{labels}}} {}", served.seconds);
            let _ = writeln!(text, "sinergi_permintaan_detik_count{{{labels}}} {count}");
        }
        text
    }
}

/// Everything counted, in the text form Prometheus reads.
pub fn metrics(hall: &Hall) -> String {
    let signs = &hall.signs;
    let mut text = signs.requests();
    let mut say = |name: &str, kind: &str, help: &str, value: String| {
        let _ = writeln!(
            text,
            "# HELP sinergi_{name} {help}\n# TYPE sinergi_{name} {kind}\nsinergi_{name} {value}"
        );
    };
    let count = |n: &AtomicU64| n.load(Ordering::Relaxed).to_string();
    say("masuk_ditolak_total", "counter", "Percobaan masuk yang tidak cocok.", count(&signs.refused_signins));
    say("jurnal_komit_total", "counter", "Penulisan bersama ke jurnal.", count(&signs.commits));
    say("jurnal_entri_total", "counter", "Entri dalam penulisan bersama itu.", count(&signs.committed));
    say("kueri_total", "counter", "Pernyataan basis data.", store::sql::queries_everywhere().to_string());
    // The world in memory as it is: reading the counters must not make a new one.
    if let Some(world) = hall.in_memory() {
        say("register_pegawai", "gauge", "Pegawai dalam register.", world.register.len().to_string());
        let entries: i64 = world.sizes.iter().map(|s| s.1).sum();
        say("jurnal_entri", "gauge", "Entri di semua jurnal yang sudah terbaca.", entries.to_string());
    }
    if let Some(bytes) = process::resident_bytes() {
        say("proses_memori_byte", "gauge", "Memori yang ditempati.", bytes.to_string());
    }
    if let Some(seconds) = process::cpu_seconds() {
        say("proses_cpu_detik_total", "counter", "Waktu prosesor yang terpakai.", seconds.to_string());
    }
    text
}

/// Room the disk must have left: below it the next import may not fit.
const ROOM: u64 = 256 << 20;

/// Why the node cannot do its work now; nothing when it can.
pub fn troubles(hall: &Hall) -> Vec<&'static str> {
    let mut list = Vec::new();
    match hall.with(store::people::journal_sizes) {
        Err(_) => list.push("basis data tidak menjawab"),
        Ok(_) if hall.with(|conn| store::handover::may_sign_all(conn, &hall.node.key)).is_err() => {
            list.push("jurnal tidak dapat dibaca atau kunci penanda tangan tidak cocok");
        }
        Ok(_) => {}
    }
    match process::room(hall.node.folder()) {
        Some(bytes) if bytes < ROOM => list.push("ruang disk kurang dari 256 MB"),
        Some(_) => {}
        None => list.push("ruang disk tidak dapat dibaca"),
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_pattern_and_class() {
        let signs = Signs::default();
        signs.served("/pegawai/{id}", 200, Duration::from_millis(7));
        signs.served("/pegawai/{id}", 204, Duration::from_secs(60));
        signs.served("/pegawai/{id}", 404, Duration::from_millis(1));
        let text = signs.requests();
        for line in [
            "_bucket{rute=\"/pegawai/{id}\",status=\"2xx\",le=\"0.005\"} 0",
            "_bucket{rute=\"/pegawai/{id}\",status=\"2xx\",le=\"0.01\"} 1",
            "_bucket{rute=\"/pegawai/{id}\",status=\"2xx\",le=\"10\"} 1",
            "_bucket{rute=\"/pegawai/{id}\",status=\"2xx\",le=\"+Inf\"} 2",
            "_count{rute=\"/pegawai/{id}\",status=\"4xx\"} 1",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}
