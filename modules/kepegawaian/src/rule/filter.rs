//! The filters of the list as they stand in its address.

use super::kolom::KolomPilihan;
use kernel::check::Status;
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{Code, Date, Golongan, PegawaiId};
use std::ops::RangeInclusive;

/// Rows a page may have; the first is the default.
pub const SIZES: [usize; 3] = [30, 60, 120];

/// What binds a person, as the list lets one choose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatusPilihan {
    /// Calon PNS.
    Cpns,
    /// PNS.
    Pns,
    /// PPPK of either kind.
    Pppk,
    /// PPPK who are not paruh waktu.
    PenuhWaktu,
    /// PPPK paruh waktu alone.
    ParuhWaktu,
    /// Not an ASN.
    NonAsn,
    /// The data do not tell.
    BelumDiketahui,
}

impl StatusPilihan {
    /// Word in the address, words on the page.
    pub const ALL: [(StatusPilihan, &'static str, &'static str); 7] = [
        (StatusPilihan::Pns, "pns", "PNS"),
        (StatusPilihan::Cpns, "cpns", "CPNS"),
        (StatusPilihan::Pppk, "pppk", "PPPK, juga paruh waktu"),
        (StatusPilihan::PenuhWaktu, "pppk_penuh", "PPPK penuh waktu"),
        (StatusPilihan::ParuhWaktu, "pppk_pw", "PPPK paruh waktu"),
        (StatusPilihan::NonAsn, "non_asn", "Non-ASN"),
        (StatusPilihan::BelumDiketahui, "belum", "Belum diketahui"),
    ];

    /// Whether a person is of it.
    pub fn admits(self, status: Status, part_time: bool) -> bool {
        match self {
            StatusPilihan::Cpns => status == Status::Cpns,
            StatusPilihan::Pns => status == Status::Pns,
            StatusPilihan::Pppk => status == Status::Pppk,
            StatusPilihan::PenuhWaktu => status == Status::Pppk && !part_time,
            StatusPilihan::ParuhWaktu => status == Status::Pppk && part_time,
            StatusPilihan::NonAsn => status == Status::NonAsn,
            StatusPilihan::BelumDiketahui => status == Status::Unknown,
        }
    }
}

/// Which people count at all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Keadaan {
    /// Those who work.
    #[default]
    Aktif,
    /// Those who do not.
    TidakAktif,
    /// Everybody.
    Semua,
    /// One legal status by its words.
    Kedudukan(String),
}

/// Which findings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Temuan {
    /// Any.
    Ada,
    /// One code.
    Kode(Code),
}

/// What a person has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tanpa {
    /// A unit that is on the map.
    Unit,
    /// A post.
    Pos,
    /// A golongan.
    Golongan,
    /// A kind of post.
    JenisJabatan,
    /// A level of post.
    Jenjang,
    /// A level of education.
    Pendidikan,
    /// A date of birth.
    Lahir,
    /// A sex.
    JenisKelamin,
    /// A masa kerja.
    MasaKerja,
}

impl Tanpa {
    /// Word in the address, words on the page.
    pub const ALL: [(Tanpa, &'static str, &'static str); 9] = [
        (Tanpa::Unit, "unit", "Unit kerja"),
        (Tanpa::Pos, "pos", "Jabatan pada peta"),
        (Tanpa::Golongan, "golongan", "Golongan"),
        (Tanpa::JenisJabatan, "jenis_jabatan", "Jenis jabatan"),
        (Tanpa::Jenjang, "jenjang", "Jenjang jabatan"),
        (Tanpa::Pendidikan, "pendidikan", "Tingkat pendidikan"),
        (Tanpa::Lahir, "lahir", "Tanggal lahir"),
        (Tanpa::JenisKelamin, "jenis_kelamin", "Jenis kelamin"),
        (Tanpa::MasaKerja, "masa_kerja", "Masa kerja"),
    ];
}

/// Full years from the first to the last, both inclusive; without a last one: or more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rentang {
    /// At least so many.
    pub low: u8,
    /// At most so many.
    pub high: Option<u8>,
}

impl Rentang {
    /// As the address has it: `30-34`, `60-`.
    pub fn word(self) -> String {
        format!("{}-{}", self.low, self.high.map(|h| h.to_string()).unwrap_or_default())
    }

    /// As a page says it: `30–34 tahun`, `60 tahun atau lebih`.
    pub fn words(self) -> String {
        match self.high {
            Some(high) => format!("{}–{high} tahun", self.low),
            None => format!("{} tahun atau lebih", self.low),
        }
    }
}

fn rentang(text: &str) -> Option<Rentang> {
    let (low, high) = text.split_once('-')?;
    let low = low.parse().ok()?;
    let high = if high.is_empty() { None } else { Some(high.parse().ok()?) };
    high.is_none_or(|high| low <= high).then_some(Rentang { low, high })
}

/// A limit in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Batas {
    /// End of a contract, else pension.
    pub kontrak: bool,
    /// When.
    pub kapan: Kapan,
}

/// When a limit falls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kapan {
    /// Between the day looked at and so many months later; what is past is a finding.
    Bulan(u8),
    /// On one day, past or to come.
    Hari(Date),
}

impl Batas {
    /// The days meant.
    pub fn days(self, today: Date) -> RangeInclusive<Date> {
        match self.kapan {
            Kapan::Bulan(months) => today..=months_later(today, months),
            Kapan::Hari(day) => day..=day,
        }
    }

    /// As the address has it: `kontrak-6`, `pensiun-2027-01-01`.
    pub fn word(self) -> String {
        let what = if self.kontrak { "kontrak" } else { "pensiun" };
        match self.kapan {
            Kapan::Bulan(months) => format!("{what}-{months}"),
            Kapan::Hari(day) => format!("{what}-{day}"),
        }
    }
}

/// The same day so many months later, at most the last of that month.
pub fn months_later(day: Date, months: u8) -> Date {
    let (year, month, dom) = day.ymd();
    let index = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
    let (year, month) = ((index / 12) as i16, (index % 12 + 1) as i8);
    (1..=dom).rev().find_map(|d| Date::new(year, month, d)).unwrap_or(day)
}

/// What the list is ordered by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Name, then id.
    Nama,
    /// Golongan, then its TMT, then name.
    Golongan,
    /// Nearest limit still to come, then name; then those whose limit has passed, last those without one.
    #[default]
    Batas,
}

impl Order {
    /// Word in the address.
    pub const WORDS: [(Order, &'static str); 3] =
        [(Order::Nama, "nama"), (Order::Golongan, "golongan"), (Order::Batas, "batas")];
}

/// Everything the address of a list can say. What cannot be read counts as not said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Part of a name, or digits of a NIP, as typed.
    pub q: String,
    /// What binds the person.
    pub status: Option<StatusPilihan>,
    /// Lowest and highest golongan code.
    pub golongan: Option<(u8, u8)>,
    /// Kind of post.
    pub jenis: Option<JenisJabatan>,
    /// Who counts.
    pub keadaan: Keadaan,
    /// One instansi; empty for all.
    pub instansi: String,
    /// A unit and everything under it; empty for all.
    pub unit: String,
    /// One post by its id; empty for all.
    pub pos: String,
    /// Of the unit alone, without what is under it.
    pub langsung: bool,
    /// `M` or `F`, as files write it.
    pub sex: Option<u8>,
    /// Level of education: number of BKN's code.
    pub pendidikan: Option<u8>,
    /// Level of the post.
    pub jenjang: Option<Jenjang>,
    /// Age in full years.
    pub umur: Option<Rentang>,
    /// Masa kerja in full years.
    pub masa_kerja: Option<Rentang>,
    /// People who lack something.
    pub tanpa: Option<Tanpa>,
    /// Findings.
    pub temuan: Option<Temuan>,
    /// Next limit in time.
    pub batas: Option<Batas>,
    /// Order.
    pub order: Order,
    /// The other way round.
    pub descending: bool,
    /// Rows a page; 0 stands for the default.
    pub size: usize,
    /// What is shown of each person.
    pub columns: KolomPilihan,
    /// The page begins after this person.
    pub after: Option<PegawaiId>,
}

const JENIS: [(JenisJabatan, &str); 4] = [
    (JenisJabatan::Struktural, "struktural"),
    (JenisJabatan::Fungsional, "fungsional"),
    (JenisJabatan::Rangkap, "rangkap"),
    (JenisJabatan::Pelaksana, "pelaksana"),
];

fn golongan(text: &str) -> Option<(u8, u8)> {
    let (low, high) = text.split_once('-').unwrap_or((text, text));
    let (low, high) = (Golongan::parse(low)?.code(), Golongan::parse(high)?.code());
    (low <= high).then_some((low, high))
}

fn golongan_text((low, high): (u8, u8)) -> String {
    let name = |code| Golongan::from_code(code).map(|g| g.to_string()).unwrap_or_default();
    if low == high { name(low) } else { format!("{}-{}", name(low), name(high)) }
}

fn batas(text: &str) -> Option<Batas> {
    let (what, when) = text.split_once('-')?;
    let kontrak = match what {
        "kontrak" => true,
        "pensiun" => false,
        _ => return None,
    };
    let months = when.parse().ok().filter(|m| (1..=120).contains(m)).map(Kapan::Bulan);
    Some(Batas { kontrak, kapan: months.or_else(|| Date::parse(when).map(Kapan::Hari))? })
}

impl Filter {
    /// From the pairs of an address.
    pub fn read(pairs: &[(String, String)]) -> Filter {
        let text = |name: &str| pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.trim());
        let word = |list: &[(JenisJabatan, &str)], w: &str| list.iter().find(|p| p.1 == w).map(|p| p.0);
        let urut = text("urut");
        let by = urut.trim_start_matches('-');
        Filter {
            q: text("q").chars().take(120).collect(),
            status: StatusPilihan::ALL.iter().find(|s| s.1 == text("status")).map(|s| s.0),
            golongan: golongan(text("golongan")),
            jenis: word(&JENIS, text("jenis_jabatan")),
            keadaan: match text("kedudukan") {
                "" | "aktif" => Keadaan::Aktif,
                "tidak_aktif" => Keadaan::TidakAktif,
                "semua" => Keadaan::Semua,
                other => Keadaan::Kedudukan(other.to_owned()),
            },
            instansi: text("instansi").to_owned(),
            unit: [text("unit"), text("opd")].into_iter().find(|u| !u.is_empty()).unwrap_or("").to_owned(),
            pos: text("pos").to_owned(),
            langsung: text("langsung") == "ya",
            sex: ["M", "F"].into_iter().find(|s| *s == text("jenis_kelamin")).map(|s| s.as_bytes()[0]),
            pendidikan: text("pendidikan").parse().ok().filter(|code| *code > 0),
            jenjang: Jenjang::from_word(&text("jenjang").to_uppercase()).filter(|j| *j != Jenjang::None),
            umur: rentang(text("umur")),
            masa_kerja: rentang(text("masa_kerja")),
            tanpa: Tanpa::ALL.iter().find(|t| t.1 == text("tanpa")).map(|t| t.0),
            temuan: match text("temuan") {
                "ada" => Some(Temuan::Ada),
                code => Code::from_text(code).map(Temuan::Kode),
            },
            batas: batas(text("batas")),
            order: Order::WORDS.iter().find(|o| o.1 == by).map(|o| o.0).unwrap_or_default(),
            descending: urut.starts_with('-'),
            size: text("baris").parse().ok().filter(|s| SIZES.contains(s)).unwrap_or(SIZES[0]),
            columns: KolomPilihan::read(pairs.iter().filter(|p| p.0 == "kolom").map(|p| p.1.as_str())),
            after: PegawaiId::parse(text("sesudah")),
        }
    }

    /// Value of a filter in the address, empty when nothing is chosen.
    pub fn value(&self, name: &str) -> String {
        let owned = |text: &str| text.to_owned();
        match name {
            "q" => self.q.clone(),
            "status" => {
                let word = |s| StatusPilihan::ALL.iter().find(|a| a.0 == s).map_or("", |a| a.1);
                owned(self.status.map_or("", word))
            }
            "golongan" => self.golongan.map(golongan_text).unwrap_or_default(),
            "jenis_jabatan" => {
                owned(self.jenis.and_then(|j| JENIS.iter().find(|w| w.0 == j)).map_or("", |w| w.1))
            }
            "kedudukan" => match &self.keadaan {
                Keadaan::Aktif => String::new(),
                Keadaan::TidakAktif => owned("tidak_aktif"),
                Keadaan::Semua => owned("semua"),
                Keadaan::Kedudukan(words) => words.clone(),
            },
            "instansi" => self.instansi.clone(),
            "unit" => self.unit.clone(),
            "pos" => self.pos.clone(),
            "langsung" => owned(if self.langsung { "ya" } else { "" }),
            "jenis_kelamin" => self.sex.map(|s| char::from(s).to_string()).unwrap_or_default(),
            "pendidikan" => self.pendidikan.map(|code| code.to_string()).unwrap_or_default(),
            "jenjang" => self.jenjang.map(|j| j.word().to_lowercase()).unwrap_or_default(),
            "umur" => self.umur.map(Rentang::word).unwrap_or_default(),
            "masa_kerja" => self.masa_kerja.map(Rentang::word).unwrap_or_default(),
            "tanpa" => {
                let word = |t| Tanpa::ALL.iter().find(|a| a.0 == t).map_or("", |a| a.1);
                owned(self.tanpa.map_or("", word))
            }
            "temuan" => match self.temuan {
                None => String::new(),
                Some(Temuan::Ada) => owned("ada"),
                Some(Temuan::Kode(code)) => owned(code.text()),
            },
            "batas" => self.batas.map_or_else(String::new, Batas::word),
            "urut" => {
                let word = Order::WORDS.iter().find(|w| w.0 == self.order).map_or("", |w| w.1);
                let plain = self.order == Order::default() && !self.descending;
                if plain {
                    String::new()
                } else {
                    format!("{}{word}", if self.descending { "-" } else { "" })
                }
            }
            "baris" if self.size > SIZES[0] => self.size.to_string(),
            "kolom" => self.columns.word(),
            "sesudah" => self.after.map(|id| id.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The pairs of the address, without where the page begins; nothing for what is not chosen.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = NAMES.iter().map(|name| (*name, self.value(name)));
        all.filter(|pair| !pair.1.is_empty()).collect()
    }

    /// Rows a page.
    pub fn rows(&self) -> usize {
        if self.size == 0 { SIZES[0] } else { self.size }
    }
}

/// Every name in the address of a list but the place of the page.
pub const NAMES: [&str; 20] = [
    "q",
    "instansi",
    "unit",
    "status",
    "golongan",
    "jenis_jabatan",
    "kedudukan",
    "pos",
    "langsung",
    "jenis_kelamin",
    "pendidikan",
    "jenjang",
    "umur",
    "masa_kerja",
    "tanpa",
    "temuan",
    "batas",
    "urut",
    "baris",
    "kolom",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let query = "q=Siti A&status=pppk_pw&golongan=III/a-III/d&jenis_jabatan=fungsional&kedudukan=semua\
            &unit=U1&langsung=ya&jenis_kelamin=F&pendidikan=40&jenjang=ahli_muda&umur=30-34&masa_kerja=30-\
            &pos=P1&tanpa=pos&temuan=DATA-02&batas=pensiun-12&urut=-batas&baris=60&kolom=golongan,umur";
        let pairs: Vec<(String, String)> =
            query.split('&').filter_map(|p| p.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect();
        let filter = Filter::read(&pairs);
        let written: Vec<(String, String)> =
            filter.pairs().into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        assert_eq!(Filter::read(&written), filter);
        assert_eq!(written.len(), pairs.len());
        assert_eq!((filter.golongan, filter.size), (Some((109, 112)), 60));
    }

    #[test]
    fn a_limit_in_time_reads_back_and_knows_its_days() {
        let day = |d: &str| Date::parse(d).expect("a date");
        let today = day("2026-11-22");
        // alamat · hari · termasuk
        for (word, last, admitted) in [
            ("kontrak-6", "2026-11-21", false),
            ("kontrak-6", "2026-11-22", true),
            ("kontrak-6", "2027-05-22", true),
            ("kontrak-6", "2027-05-23", false),
            ("kontrak-2026-12-31", "2026-12-31", true),
            ("kontrak-2026-12-31", "2026-12-30", false),
            ("kontrak-2026-10-31", "2026-10-31", true),
        ] {
            let batas = batas(word).expect("a limit");
            assert_eq!(batas.days(today).contains(&day(last)), admitted, "{word} {last}");
            assert_eq!(batas.word(), word);
        }
    }

    #[test]
    fn nonsense_counts_as_not_said() {
        let pairs = [
            ("golongan", "IV/z"),
            ("temuan", "X"),
            ("baris", "9000"),
            ("batas", "pensiun-999"),
            ("batas", "kontrak-2026-13-01"),
            ("sesudah", "1"),
            ("umur", "34-30"),
            ("masa_kerja", "lama"),
            ("jenis_kelamin", "X"),
            ("pendidikan", "0"),
            ("jenjang", "ahli_sakti"),
            ("tanpa", "nama"),
            ("kolom", "nomor_sepatu"),
        ];
        let pairs: Vec<(String, String)> = pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        assert_eq!(Filter::read(&pairs), Filter { size: 30, ..Filter::default() });
        assert!(Filter::read(&pairs).pairs().is_empty());
    }
}
