//! The table: what, figure, target, machine.

use std::fs;

/// Prints figures beside their targets as they come.
pub struct Report {
    rows: usize,
    machine: String,
}

impl Report {
    pub fn new(rows: usize) -> Report {
        Report { rows, machine: machine() }
    }

    pub fn head(&self) {
        println!("Mesin: {}", self.machine);
        println!(
            "{} baris; jam = detik di jam dinding, inti = detik di inti prosesor semua utas\n",
            self.rows
        );
        println!("{:<44} | {:<46} | {:<24} | {:<8} | mesin", "ukuran", "hasil", "sasaran", "tercapai");
    }

    /// A figure and whether it reaches its target; `None` when nothing was promised.
    pub fn line(&self, what: &str, figure: &str, target: &str, reached: Option<bool>) {
        let reached = reached.map_or("-", |r| if r { "ya" } else { "TIDAK" });
        println!("{what:<44} | {figure:<46} | {target:<24} | {reached:<8} | {}", short());
    }
}

/// Whether work that took so long on the clock and on cores would keep to a limit on a machine
/// that has nothing else to do: it never takes longer than its time on a core, nor than it did here.
pub fn within(wall: f64, cpu: f64, limit: f64) -> bool {
    wall.min(cpu) <= limit
}

fn machine() -> String {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        text.lines().find_map(|l| Some(l.strip_prefix(name)?.trim_start_matches([' ', '\t', ':']).to_owned()))
    };
    let model =
        field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "prosesor tidak dikenal".into());
    let memory = field(&read("/proc/meminfo"), "MemTotal")
        .and_then(|kb| kb.trim_end_matches(" kB").parse::<f64>().ok())
        .map_or_else(|| "memori ?".into(), |kb| format!("{:.0} GiB", kb / 1_048_576.0));
    format!("{model}, {}, {memory}", short())
}

/// Cores and how busy they are at this moment: a figure without them says little.
fn short() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("{cores} inti, beban {}", load.split(' ').next().unwrap_or("?"))
}
