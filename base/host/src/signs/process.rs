//! What the operating system says about this process and its disk.

use std::path::Path;

/// The page size and clock tick Linux reports in, on every machine we run on.
const PAGE: u64 = 4_096;
const TICKS: f64 = 100.0;

/// Memory this process takes.
pub fn resident_bytes() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = text.split(' ').nth(1)?.parse().ok()?;
    Some(pages * PAGE)
}

/// Processor time it has used.
pub fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may hold blanks; what follows its bracket does not.
    let mut fields = text.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (user, system): (u64, u64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) as f64 / TICKS)
}

/// Bytes left for us on the disk a folder lies on.
pub fn room(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail * disk.f_frsize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_takes_memory_and_time() {
        assert!(resident_bytes().is_some_and(|b| b > 1 << 20));
        assert!(cpu_seconds().is_some_and(|s| s >= 0.0));
        assert!(room(&std::env::temp_dir()).is_some());
        assert_eq!(room(Path::new("/tidak/ada")), None);
    }
}
