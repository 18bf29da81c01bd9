//! By what people are counted. A dimension has classes; everybody falls into exactly one, those whose data do
//! not tell into the last. Each class says in the words of the list of people who they are.

use kernel::check::Status;
use kernel::tables::{Daftar, JenisJabatan, Jenjang, Tables};
use kernel::{Date, Golongan, Register};
use std::ops::RangeInclusive;

/// What is counted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apa {
    /// PNS, CPNS, PPPK, …
    Status,
    /// Each step.
    Golongan,
    /// Golongan I to IV, PPPK.
    KelompokGolongan,
    /// Struktural by level, fungsional by level, pelaksana.
    Jabatan,
    /// Struktural, fungsional, pelaksana.
    JenisJabatan,
    /// Level of education.
    Pendidikan,
    /// Bands of five years.
    Umur,
    /// Sex.
    JenisKelamin,
    /// Bands of five years.
    MasaKerja,
}

impl Apa {
    /// Heading of the figure.
    pub fn judul(self) -> &'static str {
        match self {
            Apa::Status => "Status kepegawaian",
            Apa::Golongan | Apa::KelompokGolongan => "Golongan",
            Apa::Jabatan => "Jabatan menurut jenjang",
            Apa::JenisJabatan => "Jenis jabatan",
            Apa::Pendidikan => "Tingkat pendidikan",
            Apa::Umur => "Umur",
            Apa::JenisKelamin => "Jenis kelamin",
            Apa::MasaKerja => "Masa kerja golongan",
        }
    }
}

/// One class of a dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kelas {
    /// `III/d`, `30–34 tahun`.
    pub label: String,
    /// What the address of the list of people says to show exactly these.
    pub pairs: Vec<(&'static str, String)>,
}

fn kelas(label: impl Into<String>, pairs: &[(&'static str, &str)]) -> Kelas {
    Kelas { label: label.into(), pairs: pairs.iter().map(|(k, v)| (*k, (*v).to_owned())).collect() }
}

const UNKNOWN: &str = "Belum diketahui";

/// How a person's class is found: a look-up by one byte, or bands of days.
enum Finder {
    Bytes(fn(&Register, usize) -> u8, Box<[u16; 256]>),
    Days(fn(&Register, usize) -> Option<Date>, Vec<RangeInclusive<Date>>),
}

/// A dimension made ready for a day.
pub struct Dimensi {
    /// What it is.
    pub apa: Apa,
    /// Its classes; the unknown come last.
    pub kelas: Vec<Kelas>,
    finder: Finder,
}

impl Dimensi {
    /// For a day and the tables of that day.
    pub fn new(apa: Apa, tables: &Tables, today: Date) -> Dimensi {
        let (kelas, finder) = match apa {
            Apa::Status => status(),
            Apa::Golongan => golongan(),
            Apa::KelompokGolongan => kelompok_golongan(),
            Apa::Jabatan => jabatan(),
            Apa::JenisJabatan => jenis_jabatan(),
            Apa::Pendidikan => pendidikan(tables),
            Apa::Umur => bands("umur", "lahir", |r, i| r.lahir[i], &UMUR, today),
            Apa::JenisKelamin => jenis_kelamin(),
            Apa::MasaKerja => bands("masa_kerja", "masa_kerja", |r, i| r.kerja_sejak[i], &MASA_KERJA, today),
        };
        Dimensi { apa, kelas, finder }
    }

    /// A person's class.
    pub fn of(&self, register: &Register, i: usize) -> usize {
        match &self.finder {
            Finder::Bytes(key, classes) => usize::from(classes[usize::from(key(register, i))]),
            Finder::Days(day, bands) => {
                let day = day(register, i);
                let band = day.and_then(|day| bands.iter().position(|days| days.contains(&day)));
                band.unwrap_or(bands.len())
            }
        }
    }

    /// How many of these people fall into each class.
    pub fn count(&self, register: &Register, people: &[u32]) -> Vec<u64> {
        let mut counts = vec![0; self.kelas.len()];
        for &i in people {
            counts[self.of(register, i as usize)] += 1;
        }
        counts
    }

    /// The same for each of `groups` groups; `group` is the group of each of these people.
    pub fn matrix(&self, register: &Register, people: &[u32], group: &[u32], groups: usize) -> Vec<Vec<u64>> {
        let mut rows = vec![vec![0; self.kelas.len()]; groups];
        for (&i, &g) in people.iter().zip(group) {
            rows[g as usize][self.of(register, i as usize)] += 1;
        }
        rows
    }
}

/// Classes by byte: every byte nobody named belongs to the last class.
fn by_byte(
    key: fn(&Register, usize) -> u8,
    mut list: Vec<(Kelas, Vec<u8>)>,
    unknown: Kelas,
) -> (Vec<Kelas>, Finder) {
    let mut classes = Box::new([list.len() as u16; 256]);
    for (n, (_, bytes)) in list.iter().enumerate() {
        bytes.iter().for_each(|byte| classes[usize::from(*byte)] = n as u16);
    }
    let mut kelas: Vec<Kelas> = list.drain(..).map(|entry| entry.0).collect();
    kelas.push(unknown);
    (kelas, Finder::Bytes(key, classes))
}

fn status() -> (Vec<Kelas>, Finder) {
    let byte = |r: &Register, i: usize| match (r.status[i], r.part_time[i]) {
        (Status::Pns, _) => 1,
        (Status::Cpns, _) => 2,
        (Status::Pppk, false) => 3,
        (Status::Pppk, true) => 4,
        (Status::NonAsn, _) => 5,
        (Status::Unknown, _) => 0,
    };
    let rows = [
        ("PNS", "pns", 1),
        ("CPNS", "cpns", 2),
        ("PPPK penuh waktu", "pppk_penuh", 3),
        ("PPPK paruh waktu", "pppk_pw", 4),
        ("Non-ASN", "non_asn", 5),
    ];
    let list = rows.map(|(label, word, byte)| (kelas(label, &[("status", word)]), vec![byte]));
    by_byte(byte, list.to_vec(), kelas(UNKNOWN, &[("status", "belum")]))
}

fn golongan() -> (Vec<Kelas>, Finder) {
    let steps = (1..=17).rev().map(Golongan::Pns).chain((1..=17).rev().map(Golongan::Pppk));
    let class = |g: Golongan| {
        let label = if matches!(g, Golongan::Pppk(_)) { format!("{g} (PPPK)") } else { g.to_string() };
        (kelas(label, &[("golongan", &g.to_string())]), vec![g.code()])
    };
    by_byte(|r, i| r.golongan[i], steps.map(class).collect(), kelas(UNKNOWN, &[("tanpa", "golongan")]))
}

fn kelompok_golongan() -> (Vec<Kelas>, Finder) {
    let rows: [(&str, &str, RangeInclusive<u8>); 5] = [
        ("IV", "IV/a-IV/e", 113..=117),
        ("III", "III/a-III/d", 109..=112),
        ("II", "II/a-II/d", 105..=108),
        ("I", "I/a-I/d", 101..=104),
        ("PPPK", "I-XVII", 1..=17),
    ];
    let list = rows.map(|(label, word, codes)| (kelas(label, &[("golongan", word)]), codes.collect()));
    by_byte(|r, i| r.golongan[i], list.to_vec(), kelas(UNKNOWN, &[("tanpa", "golongan")]))
}

/// Kind of post and level in one byte; kinds without levels of their own have level 0.
fn post(r: &Register, i: usize) -> u8 {
    let Some(jenis) = r.jenis[i] else { return 0 };
    let level = match jenis {
        JenisJabatan::Struktural | JenisJabatan::Fungsional => r.jenjang[i] as u8,
        JenisJabatan::Rangkap | JenisJabatan::Pelaksana => 0,
    };
    (jenis as u8 + 1) << 5 | level
}

fn jabatan() -> (Vec<Kelas>, Finder) {
    let mut list = Vec::new();
    for jenis in [JenisJabatan::Struktural, JenisJabatan::Fungsional] {
        // Those whose level is not told come behind the levels of their kind.
        let levels = Jenjang::all().filter(|j| *j != Jenjang::None).chain([Jenjang::None]);
        for jenjang in levels {
            let label = match (jenis, jenjang) {
                (JenisJabatan::Struktural, Jenjang::None) => "Struktural, jenjang belum diketahui".to_owned(),
                (JenisJabatan::Struktural, _) => jenjang.label().to_owned(),
                (_, Jenjang::None) => "Fungsional, jenjang belum diketahui".to_owned(),
                _ => format!("Fungsional {}", jenjang.label().to_lowercase()),
            };
            let word = jenjang.word().to_lowercase();
            let level = if word.is_empty() { ("tanpa", "jenjang") } else { ("jenjang", word.as_str()) };
            let byte = (jenis as u8 + 1) << 5 | jenjang as u8;
            list.push((kelas(label, &[("jenis_jabatan", jenis.word()), level]), vec![byte]));
        }
    }
    for (jenis, label) in
        [(JenisJabatan::Rangkap, "Struktural dan fungsional"), (JenisJabatan::Pelaksana, "Pelaksana")]
    {
        list.push((kelas(label, &[("jenis_jabatan", jenis.word())]), vec![(jenis as u8 + 1) << 5]));
    }
    by_byte(post, list, kelas(UNKNOWN, &[("tanpa", "jenis_jabatan")]))
}

fn jenis_jabatan() -> (Vec<Kelas>, Finder) {
    let rows = [
        (JenisJabatan::Struktural, "Struktural"),
        (JenisJabatan::Fungsional, "Fungsional"),
        (JenisJabatan::Rangkap, "Rangkap"),
        (JenisJabatan::Pelaksana, "Pelaksana"),
    ];
    let class = |(jenis, label): (JenisJabatan, &str)| {
        (kelas(label, &[("jenis_jabatan", jenis.word())]), vec![jenis as u8 + 1])
    };
    let byte = |r: &Register, i: usize| r.jenis[i].map_or(0, |jenis| jenis as u8 + 1);
    by_byte(byte, rows.map(class).to_vec(), kelas(UNKNOWN, &[("tanpa", "jenis_jabatan")]))
}

fn pendidikan(tables: &Tables) -> (Vec<Kelas>, Finder) {
    let order = |code: &str| tables.pendidikan_order(code).unwrap_or(0);
    let mut levels = tables.daftar(Daftar::Pendidikan);
    levels.sort_by_key(|(code, _)| (std::cmp::Reverse(order(code)), *code));
    let class = |(code, name): (&str, &str)| {
        let number: u8 = code.parse().ok()?;
        Some((kelas(name, &[("pendidikan", &number.to_string())]), vec![number]))
    };
    let list = levels.into_iter().filter_map(class).collect();
    by_byte(|r, i| r.pendidikan[i], list, kelas(UNKNOWN, &[("tanpa", "pendidikan")]))
}

fn jenis_kelamin() -> (Vec<Kelas>, Finder) {
    let rows = [("Laki-laki", "M", b'M'), ("Perempuan", "F", b'F')];
    let list = rows.map(|(label, word, byte)| (kelas(label, &[("jenis_kelamin", word)]), vec![byte]));
    by_byte(|r, i| r.sex[i], list.to_vec(), kelas(UNKNOWN, &[("tanpa", "jenis_kelamin")]))
}

/// First and last year of each band.
type Band = (u8, Option<u8>);

const UMUR: [Band; 11] = [
    (0, Some(19)),
    (20, Some(24)),
    (25, Some(29)),
    (30, Some(34)),
    (35, Some(39)),
    (40, Some(44)),
    (45, Some(49)),
    (50, Some(54)),
    (55, Some(59)),
    (60, Some(64)),
    (65, None),
];

const MASA_KERJA: [Band; 8] = [
    (0, Some(4)),
    (5, Some(9)),
    (10, Some(14)),
    (15, Some(19)),
    (20, Some(24)),
    (25, Some(29)),
    (30, Some(34)),
    (35, None),
];

fn bands(
    key: &'static str,
    unknown: &str,
    day: fn(&Register, usize) -> Option<Date>,
    bands: &[Band],
    today: Date,
) -> (Vec<Kelas>, Finder) {
    let class = |&(low, high): &Band| {
        let label = match (low, high) {
            (0, Some(high)) => format!("di bawah {} tahun", high + 1),
            (_, Some(high)) => format!("{low}–{high} tahun"),
            (_, None) => format!("{low} tahun atau lebih"),
        };
        let word = format!("{low}-{}", high.map(|h| h.to_string()).unwrap_or_default());
        kelas(label, &[(key, &word)])
    };
    let mut list: Vec<Kelas> = bands.iter().map(class).collect();
    list.push(kelas(UNKNOWN, &[("tanpa", unknown)]));
    let days = bands.iter().map(|&(low, high)| today.years_ago(low, high)).collect();
    (list, Finder::Days(day, days))
}
