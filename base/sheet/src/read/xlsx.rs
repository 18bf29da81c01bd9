//! XLSX rows, parsed by calamine on a thread of their own.
//!
//! The thread is there for three reasons: calamine's cell stream borrows the workbook, and
//! a stack of its own is where a borrow can live without `unsafe`; parsing runs beside the
//! caller's own work on the second core; and a panic in a parser that met a hostile file
//! ends a row stream, not the service. Rows travel in batches and are sent back empty, so
//! memory stays at a few batches however long the sheet.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

use calamine::{Data, DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::package::{self, damaged};
use crate::limits::Limits;
use crate::refusal::{Error, Refusal, too_large, too_many_columns, too_many_rows};
use crate::row::{Kind, Row};
use crate::serial::{DateSystem, serial_to_date};

type Book = Xlsx<BufReader<File>>;

const BATCH_ROWS: usize = 128;
const BATCH_BYTES: usize = 256 << 10;
const BATCHES_AHEAD: usize = 3;

/// One worksheet of the workbook.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) visible: bool,
}

pub(crate) struct XlsxSource {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) current: usize,
    pub(crate) system: DateSystem,
    book: Option<Book>,
    job: Option<Job>,
    limits: Limits,
}

/// A running parse of one sheet.
struct Job {
    rows: Receiver<Result<Vec<Row>, Error>>,
    spent: Sender<Vec<Row>>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Book>,
    batch: Vec<Row>,
    next: usize,
}

impl XlsxSource {
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<XlsxSource, Error> {
        package::inspect(File::open(path)?, limits)?;
        let file = BufReader::new(File::open(path)?);
        // A thread here too: a panic while opening must not reach the caller.
        let book = std::thread::spawn(move || Book::new(file))
            .join()
            .map_err(|_| damaged())?
            .map_err(|e| refuse(&e, 0))?;
        let sheets: Vec<Sheet> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| Sheet { name: sheet.name.clone(), visible: sheet.visible == SheetVisible::Visible })
            .collect();
        if sheets.is_empty() {
            return Err(damaged().into());
        }
        let system = if book.has_1904_epoch() { DateSystem::Y1904 } else { DateSystem::Y1900 };
        Ok(XlsxSource { sheets, current: 0, system, book: Some(book), job: None, limits: limits.clone() })
    }

    /// Begins reading sheet `index` from its first row.
    pub(crate) fn start(&mut self, index: usize) -> Result<(), Error> {
        if let Some(job) = self.job.take() {
            job.stop.store(true, Ordering::Relaxed);
            drop(job.rows);
            self.book = job.thread.join().ok();
        }
        let mut book = self.book.take().ok_or_else(damaged)?;
        self.current = index;
        let name = self.sheets[index].name.clone();
        let (system, limits) = (self.system, self.limits.clone());
        let (send, rows) = sync_channel(BATCHES_AHEAD);
        let (spent, empty) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = std::thread::Builder::new().name("xlsx".into()).spawn(move || {
            let mut pump =
                Pump { send, empty, stop: stopped, batch: Vec::new(), used: 0, bytes: 0, limits, system };
            if let Err(e) = pump.run(&mut book, &name) {
                // Rows before the trouble go first, so the caller sees them.
                pump.flush();
                pump.send.send(Err(e)).ok();
            } else {
                pump.flush();
                pump.send.send(Ok(Vec::new())).ok();
            }
            book
        })?;
        self.job = Some(Job { rows, spent, stop, thread, batch: Vec::new(), next: 0 });
        Ok(())
    }

    pub(crate) fn next_row(&mut self, row: &mut Row) -> Result<bool, Error> {
        let Some(job) = &mut self.job else { return Ok(false) };
        if job.next == job.batch.len() {
            let spent = std::mem::take(&mut job.batch);
            job.next = 0;
            if !spent.is_empty() {
                job.spent.send(spent).ok();
            }
            match job.rows.recv() {
                Ok(Ok(batch)) if batch.is_empty() => {
                    // An empty batch is the end; the book comes home for another sheet.
                    let job = self.job.take();
                    self.book = job.and_then(|job| job.thread.join().ok());
                    return Ok(false);
                }
                Ok(Ok(batch)) => job.batch = batch,
                Ok(Err(e)) => return Err(e),
                // The thread ended without a word: calamine panicked.
                Err(_) => return Err(damaged().into()),
            }
        }
        std::mem::swap(row, &mut job.batch[job.next]);
        job.next += 1;
        Ok(true)
    }
}

impl Drop for XlsxSource {
    fn drop(&mut self) {
        if let Some(job) = &self.job {
            job.stop.store(true, Ordering::Relaxed);
        }
    }
}

/// The parsing side of the thread.
struct Pump {
    send: SyncSender<Result<Vec<Row>, Error>>,
    empty: Receiver<Vec<Row>>,
    stop: Arc<AtomicBool>,
    batch: Vec<Row>,
    used: usize,
    bytes: usize,
    limits: Limits,
    system: DateSystem,
}

impl Pump {
    fn run(&mut self, book: &mut Book, name: &str) -> Result<(), Error> {
        let mut cells = match book.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            Err(e) => return Err(refuse(&e, 0).into()),
        };
        let mut row = self.fresh();
        let mut seen = 0u32;
        loop {
            let cell = match cells.next_cell_with_formula_metadata() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                Err(e) => return Err(refuse(&e, row.number).into()),
            };
            seen = seen.wrapping_add(1);
            if seen.is_multiple_of(4096) && self.stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            let (number, column) = (u64::from(cell.pos.0) + 1, cell.pos.1 as usize);
            if cell.value == DataRef::Empty && cell.formula.is_none() {
                continue;
            }
            if number != row.number {
                if number < row.number {
                    return Err(damaged().at(number, None).into());
                }
                if number > self.limits.rows {
                    return Err(too_many_rows(self.limits.rows).into());
                }
                if row.number != 0 && !self.push(row) {
                    return Ok(());
                }
                row = self.fresh();
                row.number = number;
                row.line = number;
            }
            if column < row.len() {
                return Err(damaged().at(number, Some(column + 1)).into());
            }
            if column >= self.limits.columns {
                return Err(too_many_columns(number, column + 1, self.limits.columns).into());
            }
            while row.len() < column {
                row.close(Kind::Empty, false);
            }
            let start = row.text.len();
            match (&cell.value, cell.formula.is_some()) {
                (DataRef::Empty, true) => missing_result(&mut row, cell.formula),
                (value, _) => put(&mut row, value, self.system),
            }
            if row.text.len() - start > self.limits.cell_bytes && row.invalid.is_none() {
                row.invalid = Some(too_large(number, column + 1, self.limits.cell_bytes));
            }
        }
        if row.number != 0 {
            self.push(row);
        }
        Ok(())
    }

    /// A row to fill, with the memory of one already read when there is one.
    fn fresh(&mut self) -> Row {
        if self.batch.len() == self.used {
            if self.used == 0
                && let Ok(spent) = self.empty.try_recv()
            {
                self.batch = spent;
            }
            if self.batch.len() == self.used {
                self.batch.push(Row::default());
            }
        }
        let mut row = std::mem::take(&mut self.batch[self.used]);
        row.clear();
        row
    }

    /// Queues a finished row; `false` when nobody listens any more.
    fn push(&mut self, row: Row) -> bool {
        if row.is_blank() {
            self.batch[self.used] = row;
            return true;
        }
        self.bytes += row.text.len();
        self.batch[self.used] = row;
        self.used += 1;
        if self.used < BATCH_ROWS && self.bytes < BATCH_BYTES {
            return true;
        }
        self.flush()
    }

    fn flush(&mut self) -> bool {
        if self.used == 0 {
            return true;
        }
        let mut batch = std::mem::take(&mut self.batch);
        batch.truncate(self.used);
        (self.used, self.bytes) = (0, 0);
        self.send.send(Ok(batch)).is_ok()
    }
}

/// A formula that was never calculated has no value we could take: formulas are not run here.
fn missing_result(row: &mut Row, formula: Option<calamine::XlsxFormulaMetadata>) {
    use calamine::XlsxFormulaMetadata::{Normal, Shared};
    row.text.push('=');
    match formula {
        Some(Normal { formula } | Shared { formula, .. }) => row.text.push_str(&formula),
        _ => row.text.push('…'),
    }
    row.close(Kind::Error, false);
}

/// Appends one cell as text.
fn put(row: &mut Row, value: &DataRef<'_>, system: DateSystem) {
    let (kind, lossy) = match value {
        DataRef::SharedString(text) => {
            row.text.push_str(text);
            (if text.is_empty() { Kind::Empty } else { Kind::Text }, false)
        }
        DataRef::String(text) => {
            row.text.push_str(text);
            (if text.is_empty() { Kind::Empty } else { Kind::Text }, false)
        }
        DataRef::Float(number) => put_number(&mut row.text, *number),
        DataRef::Int(number) => {
            row.text.push_str(&number.to_string());
            (Kind::Number, false)
        }
        DataRef::Bool(truth) => {
            row.text.push_str(if *truth { "TRUE" } else { "FALSE" });
            (Kind::Bool, false)
        }
        DataRef::DateTime(when) if when.is_duration() => put_number(&mut row.text, when.as_f64()),
        DataRef::DateTime(when) => (put_date(&mut row.text, when.as_f64(), system), false),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (put_iso(&mut row.text, text), false),
        DataRef::Error(_) => {
            let shown = match Data::from(value.clone()) {
                Data::Error(e) => e.to_string(),
                _ => String::new(),
            };
            row.text.push_str(&shown);
            (Kind::Error, false)
        }
        DataRef::Empty => (Kind::Empty, false),
    };
    row.close(kind, lossy);
}

/// Largest whole number an IEEE double counts up to without gaps.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Excel keeps 15 digits of what is typed and writes zeros for the rest.
const TYPED: f64 = 1e15;

fn put_number(text: &mut String, number: f64) -> (Kind, bool) {
    use std::fmt::Write;
    if !number.is_finite() {
        text.push_str("#NUM!");
        return (Kind::Error, false);
    }
    let size = number.abs();
    if number.fract() == 0.0 && size < EXACT {
        let whole = number as i64;
        write!(text, "{whole}").ok();
        // A 16-digit NIK typed as a number ends in 0: its last digit is gone.
        return (Kind::Number, size >= TYPED && whole % 10 == 0);
    }
    write!(text, "{number}").ok();
    (Kind::Number, size >= EXACT)
}

fn put_date(text: &mut String, serial: f64, system: DateSystem) -> Kind {
    use std::fmt::Write;
    let seconds = (serial.fract() * 86_400.0).round() as i64;
    let day = serial.floor() as i64 + seconds / 86_400;
    let seconds = seconds % 86_400;
    let clock = |text: &mut String| {
        write!(text, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60).ok();
    };
    // A clock time without a day is day 0 of the 1900 system.
    if system == DateSystem::Y1900 && day == 0 && serial >= 0.0 {
        clock(text);
        return Kind::Date;
    }
    let Some((year, month, day)) = serial_to_date(day, system).filter(|_| serial >= 0.0) else {
        write!(text, "{serial}").ok();
        return Kind::Error;
    };
    write!(text, "{day:02}-{month:02}-{year:04}").ok();
    if seconds > 0 {
        text.push(' ');
        clock(text);
    }
    Kind::Date
}

/// ISO 8601 cells (`t="d"`), written by a few programs: turned into the same shape.
fn put_iso(text: &mut String, iso: &str) -> Kind {
    let (date, time) = iso.split_once('T').unwrap_or((iso, ""));
    let mut parts = date.splitn(3, '-');
    let digits =
        |s: Option<&str>, n: usize| s.is_some_and(|s| s.len() == n && s.bytes().all(|b| b.is_ascii_digit()));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        text.push_str(iso);
        return Kind::Text;
    }
    for (part, end) in [(day, "-"), (month, "-"), (year, "")] {
        text.push_str(part.unwrap_or(""));
        text.push_str(end);
    }
    let time = time.trim_end_matches('Z').split('.').next().unwrap_or("");
    if !time.is_empty() && time != "00:00:00" {
        text.push(' ');
        text.push_str(time);
    }
    Kind::Date
}

/// calamine's errors, said to a person. `row` is the last row that was read well.
fn refuse(error: &XlsxError, row: u64) -> Refusal {
    match error {
        XlsxError::Password => crate::format::password(),
        // The zip crate has no type for this; it comes wrapped by the XML reader. The test
        // with lying sizes notices when the words change.
        _ if error.to_string().contains("larger than its declared") => Refusal::new(
            crate::refusal::code::BOMB,
            "Berkas XLSX ini menyatakan ukuran yang tidak benar, sehingga ditolak demi keamanan. Simpan ulang dari Excel, lalu unggah lagi.",
        ),
        _ if row > 0 => {
            let mut refusal = damaged().at(row, None);
            refusal.message = format!(
                "Buku kerja ini rusak setelah baris {row}. Buka di Excel lalu simpan sebagai berkas baru, dan unggah lagi."
            );
            refusal
        }
        _ => damaged(),
    }
}
