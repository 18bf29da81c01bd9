//! Measures this crate on 100,000 rows of 67 columns: CPU seconds (user and system, of all
//! threads), wall seconds and memory. Run with `--release`; an argument changes the rows.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::time::Instant;

use calamine::Reader as _;
use sheet::{CsvWriter, Limits, Row, Value, XlsxWriter};

const COLUMNS: usize = 67;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [step, path] = args.as_slice() {
        return read_step(step, Path::new(path));
    }
    let rows: usize = args.first().map_or(Ok(100_000), |n| n.parse())?;
    let folder = tempfile_folder()?;
    let (csv, xlsx, shared) = (folder.join("a.csv"), folder.join("a.xlsx"), folder.join("b.xlsx"));
    let table: Vec<Vec<String>> = (0..rows).map(person).collect();

    measure("tulis CSV", || {
        let mut out = CsvWriter::new(File::create(&csv)?);
        for row in &table {
            out.row(row.iter().map(String::as_str))?;
        }
        out.finish()?;
        Ok(())
    })?;
    measure("tulis XLSX", || {
        let mut out = XlsxWriter::new();
        out.sheet("Data", &["kolom"; COLUMNS], &[])?;
        for row in &table {
            let cells: Vec<Value> = row.iter().map(|c| Value::Text(c)).collect();
            out.row(&cells)?;
        }
        out.finish(File::create(&xlsx)?)?;
        Ok(())
    })?;
    // As Excel saves it: shared strings.
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_low_memory()?;
    for (r, row) in table.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            sheet.write_string(r as u32, c as u16, cell)?;
        }
    }
    book.save(&shared)?;
    drop(book);
    drop(table);

    for (name, path) in [("CSV", &csv), ("XLSX sel teks", &xlsx), ("XLSX teks bersama", &shared)] {
        println!("{name}: {:.1} MB", std::fs::metadata(path)?.len() as f64 / 1e6);
    }
    // Each step in a process of its own, so that its memory can be seen.
    for (step, path) in
        [(OURS, &csv), (CRATE_CSV, &csv), (BARE, &xlsx), (OURS, &xlsx), (BARE, &shared), (OURS, &shared)]
    {
        std::process::Command::new(std::env::current_exe()?).arg(step).arg(path).status()?;
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

const OURS: &str = "baca";
const CRATE_CSV: &str = "crate csv";
const BARE: &str = "calamine polos";

fn read_step(step: &str, path: &Path) -> Outcome<()> {
    let name = format!("{step} {}", path.file_name().unwrap_or_default().to_string_lossy());
    measure(&name, || match step {
        BARE => bare(path),
        CRATE_CSV => {
            let mut reader = csv::Reader::from_path(path)?;
            let (mut record, mut cells) = (csv::StringRecord::new(), 0);
            while reader.read_record(&mut record)? {
                cells += record.len();
            }
            assert!(cells > 0);
            Ok(())
        }
        _ => count(path),
    })
}

fn tempfile_folder() -> Outcome<std::path::PathBuf> {
    let folder = std::env::temp_dir().join(format!("ukur-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A made-up row of about the size of a SIASN row (900 bytes).
fn person(n: usize) -> Vec<String> {
    (0..COLUMNS)
        .map(|c| match c {
            0 => format!("A5EB03E2-{n:08X}-{:016X}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            1 | 2 | 14 | 15 | 19 | 20 => format!("1980010120{n:08}"),
            3 => format!("Nama Pegawai Nomor {n}"),
            16 => format!("pegawai.{n}@contoh.go.id"),
            18 => format!("Jl. Merdeka No. {n}, RT {:02}", n % 20),
            27 | 30 => format!("821/{n}/BKD/2005"),
            8 | 28 | 29 | 31 | 32 | 37 | 44 => {
                format!("{:02}-{:02}-{}", n % 28 + 1, n % 12 + 1, 1970 + n % 50)
            }
            _ => format!("isi {} {}", c, n % (c * 7 + 3)),
        })
        .collect()
}

fn count(path: &Path) -> Outcome<()> {
    let mut reader = sheet::open(path, &Limits::default(), None)?;
    let (mut row, mut cells) = (Row::default(), 0);
    while reader.next_row(&mut row)? {
        cells += row.len();
    }
    assert!(cells > 0);
    Ok(())
}

fn bare(path: &Path) -> Outcome<()> {
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(BufReader::new(File::open(path)?))?;
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name)?;
    let mut n = 0;
    while let Some(cell) = cells.next_cell()? {
        n += usize::from(*cell.get_value() != calamine::DataRef::Empty);
    }
    assert!(n > 0);
    Ok(())
}

fn measure(name: &str, work: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
    let (cpu, wall) = (ticks(), Instant::now());
    work()?;
    println!(
        "{name:<28} CPU {:.2} s  jam {:.2} s  memori puncak proses {} MB",
        (ticks() - cpu) as f64 / 100.0,
        wall.elapsed().as_secs_f64(),
        peak()
    );
    Ok(())
}

/// User and system time of the process in hundredths of a second (Linux; 0 elsewhere).
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    [11, 12].iter().filter_map(|&i| fields.get(i)?.parse::<u64>().ok()).sum()
}

/// Highest resident memory of the process so far, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|l| l.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}
