//! Processes being measured: time on the clock, time on a core, memory. Linux tells all of it in
//! `/proc`; elsewhere the times on a core and the memory are 0.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a process took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Seconds on the clock.
    pub wall: f64,
    /// Seconds on a core, of all its threads.
    pub cpu: f64,
    /// Most memory it ever held, in MB.
    pub peak: f64,
}

/// The program beside this one, built again when cargo runs us: it is what gets measured.
pub fn program() -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let program = here.with_file_name(format!("sinergi{}", std::env::consts::EXE_SUFFIX));
    if let Some(cargo) = std::env::var_os("CARGO") {
        let release: &[&str] = if cfg!(debug_assertions) { &[] } else { &["--release"] };
        let mut build = Command::new(cargo);
        build.args(["build", "-q", "-p", "sinergi", "--bin", "sinergi"]).args(release);
        if !build.status()?.success() {
            bail!("sinergi tidak dapat dibangun");
        }
    }
    if !program.exists() {
        bail!("{} tidak ada. Jalankan `cargo build --release -p sinergi`.", program.display());
    }
    Ok(program)
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<Cost> {
    let (start, before) = (Instant::now(), ticks("/proc/self/stat", CHILDREN));
    let mut child =
        command.stdout(Stdio::null()).stdin(Stdio::null()).spawn().context("tidak dapat dimulai")?;
    let mut peak: f64 = 0.0;
    let status = loop {
        // The highest mark only grows, so the last look before the end is close to the truth.
        peak = peak.max(memory(child.id(), "VmHWM:"));
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let wall = start.elapsed().as_secs_f64();
    let cpu = ticks("/proc/self/stat", CHILDREN) - before;
    if !status.success() {
        bail!("{:?} berakhir dengan {status}", command);
    }
    Ok(Cost { wall, cpu, peak })
}

/// A server that runs until it is dropped.
pub struct Server {
    child: Child,
    /// `127.0.0.1:port`.
    pub address: String,
}

impl Server {
    /// Starts `sinergi serve` and waits until it answers.
    pub fn start(program: &Path, data: &Path) -> Result<Server> {
        let mut child = Command::new(program)
            .args(["serve", "--alamat", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = child.stdout.take().context("keluaran server")?;
        // From here on the server ends with this value, whatever happens.
        let mut server = Server { child, address: String::new() };
        let mut lines = BufReader::new(out).lines();
        while let Some(line) = lines.next() {
            if let Some((_, address)) = line?.split_once("http://") {
                server.address = address.trim().to_owned();
                // The rest of its output must go somewhere, or it would wait for a reader.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(server);
            }
        }
        bail!("server berakhir sebelum melayani")
    }

    /// Seconds on a core so far.
    pub fn cpu(&self) -> f64 {
        ticks(&format!("/proc/{}/stat", self.child.id()), OWN)
    }

    /// Memory it holds now and the most it ever held, in MB.
    pub fn memory(&self) -> (f64, f64) {
        (memory(self.child.id(), "VmRSS:"), memory(self.child.id(), "VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Fields of `/proc/…/stat` behind the name: user and system time, own and of children waited for.
const OWN: [usize; 2] = [11, 12];
const CHILDREN: [usize; 2] = [13, 14];

fn ticks(path: &str, fields: [usize; 2]) -> f64 {
    let stat = std::fs::read_to_string(path).unwrap_or_default();
    // The name in brackets may hold spaces and brackets itself.
    let behind: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let hundredths: u64 = fields.iter().filter_map(|&i| behind.get(i)?.parse::<u64>().ok()).sum();
    hundredths as f64 / 100.0
}

fn memory(process: u32, name: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kib = status
        .lines()
        .find_map(|l| l.strip_prefix(name)?.trim().strip_suffix("kB")?.trim().parse::<f64>().ok());
    kib.unwrap_or(0.0) * 1024.0 / 1e6
}

/// Seconds this very thread has been on a core.
pub fn own_thread() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
