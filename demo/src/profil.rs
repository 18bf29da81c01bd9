//! One person as of a day, without flaws: what files and histories are both made from.

use crate::codes::{JABATAN, Jenis, PRODI, Prodi, Tingkat};
use crate::names;
use crate::rng::{Rng, mix};
use crate::units::{Post, PostKind};
use kernel::Date;

/// Employment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Permanent.
    Pns,
    /// On probation.
    Cpns,
    /// With a work agreement.
    Pppk,
    /// Part-time, with a work agreement.
    ParuhWaktu,
    /// No civil servant.
    NonAsn,
}

impl Status {
    /// As `Field::StatusPegawai` has it.
    pub fn text(self) -> &'static str {
        match self {
            Status::Pns => "PNS",
            Status::Cpns => "CPNS",
            Status::Pppk => "PPPK",
            Status::ParuhWaktu => "PPPK_PARUH_WAKTU",
            Status::NonAsn => "NON_ASN",
        }
    }
    /// Whether a work agreement carries it.
    pub fn contract(self) -> bool {
        matches!(self, Status::Pppk | Status::ParuhWaktu)
    }
}

/// What is asked of a profile beyond chance.
#[derive(Clone, Copy, Default, Debug)]
pub struct Want {
    /// This status.
    pub status: Option<Status>,
    /// Born so many years before today.
    pub age: Option<i16>,
    /// CPNS for so many months.
    pub cpns_months: Option<i32>,
    /// The n-th NIP of the reserved numbers, whose digits are about to be spoilt.
    pub reserved: Option<u32>,
    /// May be non-ASN (a SIASN download knows none).
    pub non_asn: bool,
    /// Studied one of this group of [`PRODI`], where the post does not ask for another field.
    pub prodi: Option<usize>,
}

/// The person.
#[derive(Clone, Debug)]
pub struct Profil {
    /// Number of the person in the province or the file.
    pub number: u64,
    /// Woman or man.
    pub female: bool,
    /// Birth.
    pub lahir: Date,
    /// Name without titles.
    pub nama: String,
    /// Code of the religion, from 1.
    pub agama: u8,
    /// Code of the marital state, from 1.
    pub kawin: u8,
    /// Employment.
    pub status: Status,
    /// First day as CPNS, PPPK or non-ASN.
    pub tmt_awal: Date,
    /// First day as PNS.
    pub tmt_pns: Option<Date>,
    /// Steps at the start and now, of the list that goes with the status.
    pub golongan: (usize, usize),
    /// Since when the present step is held.
    pub tmt_golongan: Date,
    /// Since when the post is held.
    pub tmt_jabatan: Date,
    /// Schooling.
    pub prodi: &'static Prodi,
    /// Year of the last certificate.
    pub lulus: i16,
    /// Last three digits of the NIP.
    pub serial: u16,
}

/// Last three digits and day of the year of birth: no two numbers below 320,000 share both, so a
/// NIP is never made twice and no list of used ones is needed.
fn slot(number: u64, reserved: Option<u32>) -> (u16, u16) {
    let (serial, turn, first, width) = match reserved {
        None => (number % 900, number / 900, 1, 900),
        Some(n) => (u64::from(n) % 99, u64::from(n) / 99, 901, 99),
    };
    let offset = mix(serial, width);
    ((first + serial) as u16, ((offset % 365 + turn * 97) % 365) as u16)
}

/// The `day`-th day (from 0) of a common year, so that 29 February stays with the people of the story book.
fn day_of_year(year: i16, day: u16) -> Date {
    const MONTHS: [u16; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut left = day;
    for (n, length) in MONTHS.iter().enumerate() {
        if left < *length {
            return Date::new(year, n as i8 + 1, left as i8 + 1).unwrap_or(Date::from_days(0));
        }
        left -= length;
    }
    Date::new(year, 12, 31).unwrap_or(Date::from_days(0))
}

/// The first day of a month, `months` before (or after, when negative) that of `day`.
pub fn month_start(day: Date, months_before: i32) -> Date {
    let (y, m, _) = day.ymd();
    let total = i32::from(y) * 12 + i32::from(m) - 1 - months_before;
    Date::new(total.div_euclid(12) as i16, (total.rem_euclid(12) + 1) as i8, 1).unwrap_or(day)
}

/// The n-th kenaikan after a start: every four years, in April or October as the calendar asks.
pub fn kenaikan(start: Date, n: usize) -> Date {
    if n == 0 {
        return start;
    }
    let (y, m, _) = start.ymd();
    let year = y + 4 * n as i16;
    let (year, month) = match m {
        1..=4 => (year, 4),
        5..=10 => (year, 10),
        _ => (year + 1, 4),
    };
    Date::new(year, month, 1).unwrap_or(start)
}

/// Full years and months between two days.
pub fn span(from: Date, to: Date) -> (i64, i64) {
    let ((y1, m1, d1), (y2, m2, d2)) = (from.ymd(), to.ymd());
    let months = (i64::from(y2) - i64::from(y1)) * 12 + i64::from(m2) - i64::from(m1) - i64::from(d2 < d1);
    (months.max(0) / 12, months.max(0) % 12)
}

impl Profil {
    /// The person with this number, in this post.
    pub fn new(seed: u64, number: u64, post: &Post, today: Date, want: Want) -> Profil {
        let rng = &mut Rng::new(seed, number.wrapping_add(1));
        let female = rng.chance(560);
        let mut nama = String::with_capacity(24);
        let agama = names::write_name(rng, female, &mut nama);
        let status = want.status.unwrap_or_else(|| chance_status(rng, post, want.non_asn));
        let (range, least, bidang) = match post.kind {
            PostKind::Head(e) => (crate::codes::ESELON[usize::from(e)].golongan, Tingkat::S1, 6),
            PostKind::Listed(n) => {
                let jabatan = &JABATAN[usize::from(n)];
                (jabatan.golongan, jabatan.tingkat, jabatan.bidang)
            }
        };
        let bidang = match want.prodi {
            Some(own) if bidang == 6 && least >= Tingkat::S1 => own,
            _ => bidang,
        };
        // Heads often have a second degree; others have what the post asks for, seldom more.
        let programmes = PRODI[bidang];
        let wish = if post.jenis() == Jenis::Struktural && rng.chance(450) { Tingkat::S2 } else { least };
        let matching = programmes.iter().filter(|p| p.tingkat == wish).count() as u32;
        let prodi = match rng.below(matching) {
            n if matching > 0 => programmes.iter().filter(|p| p.tingkat == wish).nth(n as usize),
            _ => programmes.last(),
        }
        .unwrap_or(&programmes[0]);
        let (serial, day) = slot(number, want.reserved);
        let mut profil = Profil {
            number,
            female,
            lahir: today,
            nama,
            agama,
            kawin: 1,
            status,
            tmt_awal: today,
            tmt_pns: None,
            golongan: (0, 0),
            tmt_golongan: today,
            tmt_jabatan: today,
            prodi,
            lulus: 0,
            serial,
        };
        profil.career(rng, range, post.jenis() == Jenis::Struktural, today, &want);
        let start_year = profil.tmt_awal.year();
        let oldest = today.year() - 56;
        let age_start = prodi.tingkat.age() + rng.below(if status.contract() { 16 } else { 7 }) as i16;
        let born = match want.age {
            Some(age) => today.year() - age,
            None => (start_year - age_start).max(oldest),
        };
        profil.lahir = day_of_year(born, day);
        profil.lulus = (born + prodi.tingkat.age() - 1).min(start_year);
        profil.kawin = match rng.below(100) {
            0..78 => 1,
            78..81 => 2,
            81..84 => 3,
            _ => 4,
        };
        profil
    }

    fn career(&mut self, rng: &mut Rng, range: (usize, usize), head: bool, today: Date, want: &Want) {
        let year = today.year();
        let tingkat = self.prodi.tingkat;
        match self.status {
            Status::Pns => {
                let start = tingkat.start().min(range.1);
                let low = range.0.max(start + usize::from(head));
                // No faster than one step in four years, and not past 56.
                let reach = (start + (52 - tingkat.age()) as usize / 4).min(range.1).max(low);
                let top = low + rng.below((reach - low + 1) as u32) as usize;
                let steps = (top - start) as i16;
                // Those at the top of their post stay there for years.
                let stay = if top == range.1 { rng.below(8) } else { rng.below(3) } as i16;
                let mut served = (4 * steps + 2 + stay).min(54 - tingkat.age());
                if let Some(age) = want.age {
                    served = served.max(age - 32);
                }
                let month = *rng.pick(&[1i8, 2, 3, 4, 12]);
                self.tmt_awal = Date::new(year - served, month, 1).unwrap_or(today);
                self.tmt_pns = Some(self.tmt_awal.add_years(1));
                self.golongan = (start, top);
                self.tmt_golongan = kenaikan(self.tmt_awal, steps as usize).min(today);
                let since = (today.days() - self.tmt_awal.add_years(1).days()).max(1) as u32;
                let held = rng.below(since.min(2_600)) as i32;
                self.tmt_jabatan = month_start(today, held / 30).max(self.tmt_awal.add_years(1));
            }
            Status::Cpns => {
                let months = want.cpns_months.unwrap_or_else(|| rng.between(1, 9));
                self.tmt_awal = month_start(today, months);
                self.golongan = (tingkat.start(), tingkat.start());
                (self.tmt_golongan, self.tmt_jabatan) = (self.tmt_awal, self.tmt_awal);
            }
            Status::Pppk | Status::ParuhWaktu | Status::NonAsn => {
                let months =
                    if self.status == Status::Pppk { rng.between(3, 66) } else { rng.between(1, 12) };
                self.tmt_awal = month_start(today, months);
                self.golongan = (tingkat.pppk(), tingkat.pppk());
                (self.tmt_golongan, self.tmt_jabatan) = (self.tmt_awal, self.tmt_awal);
            }
        }
    }

    /// Writes the NIP (or NI PPPK): birth, start, sex, serial.
    pub fn write_nip(&self, out: &mut String) {
        let (y, m, d) = self.lahir.ymd();
        let (ty, tm, _) = self.tmt_awal.ymd();
        let month = if self.status.contract() { 21 } else { tm };
        digits(out, y as u64, 4);
        digits(out, m as u64, 2);
        digits(out, d as u64, 2);
        digits(out, ty as u64, 4);
        digits(out, month as u64, 2);
        out.push(if self.female { '2' } else { '1' });
        digits(out, u64::from(self.serial), 3);
    }

    /// The NIP as text of its own.
    pub fn nip(&self) -> String {
        let mut out = String::with_capacity(18);
        self.write_nip(&mut out);
        out
    }

    /// Writes a NIK of the made-up region 98, unique below 720,000 people.
    pub fn write_nik(&self, out: &mut String) {
        let (y, m, d) = self.lahir.ymd();
        digits(out, 9801, 4);
        digits(out, 1 + self.number / 9_000, 2);
        digits(out, d as u64 + if self.female { 40 } else { 0 }, 2);
        digits(out, m as u64, 2);
        digits(out, (y % 100) as u64, 2);
        digits(out, 1 + self.number % 9_000, 4);
    }
}

/// Appends a number with leading zeros.
pub fn digits(out: &mut String, value: u64, width: u32) {
    let mut place = 10u64.pow(width.saturating_sub(1));
    while place > 0 {
        out.push(char::from(b'0' + ((value / place) % 10) as u8));
        place /= 10;
    }
}

/// Whether people start in this post: higher ones are for those who rose to them.
pub fn entry_post(post: &Post) -> bool {
    match post.kind {
        PostKind::Head(_) => false,
        PostKind::Listed(n) => {
            let jabatan = &JABATAN[usize::from(n)];
            jabatan.golongan.0 <= jabatan.tingkat.start()
        }
    }
}

/// Shares as in a province of the middle twenties: one in four works under an agreement.
fn chance_status(rng: &mut Rng, post: &Post, non_asn: bool) -> Status {
    let chance = rng.below(1000);
    if !entry_post(post) {
        return Status::Pns;
    }
    match (post.jenis(), chance) {
        (_, 0..40) => Status::Cpns,
        (Jenis::Fungsional, 40..500) => Status::Pppk,
        (Jenis::Fungsional, _) => Status::Pns,
        (_, 40..180) => Status::Pppk,
        (_, 180..400) => Status::ParuhWaktu,
        (_, 400..480) if non_asn => Status::NonAsn,
        _ => Status::Pns,
    }
}
