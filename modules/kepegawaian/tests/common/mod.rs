//! Registers of invented people, made from a number.

use kernel::check::Status;
use kernel::register::{Line, Pokok};
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{AsOf, Code, Codes, Date, Golongan, PegawaiId, Register};

/// The day every register here is about.
pub fn today() -> Date {
    Date::new(2026, 11, 22).expect("exists")
}

/// Steps of a generator good enough for tests.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % n
    }
}

const FIRST: [&str; 24] = [
    "Siti",
    "Muhammad",
    "Ni Made",
    "I Gede",
    "Agus",
    "Dewi",
    "Thérèse",
    "Nur'aini",
    "Yohanes",
    "Maria",
    "Bambang",
    "Sri",
    "Ahmad",
    "Eko",
    "Rina",
    "Ketut",
    "Fransiskus",
    "Ma'ruf",
    "Andi",
    "Daeng",
    "Teuku",
    "Cut",
    "Poltak",
    "Euis",
];
const LAST: [&str; 30] = [
    "Aminah",
    "Hidayat",
    "Wirawan",
    "Saputra",
    "Lestari",
    "Pattirane",
    "Kusuma",
    "Simanjuntak",
    "Rahayu",
    "Nugroho",
    "Wulandari",
    "Siregar",
    "Mahendra",
    "Susanti",
    "Hasanuddin",
    "Ramadhan",
    "Purnama",
    "Anggraini",
    "Setiawan",
    "Tuhuleru",
    "Permata",
    "Gunawan",
    "Maharani",
    "Fajri",
    "Nasution",
    "Utami",
    "Wibowo",
    "Sari",
    "Yasa",
    "Lamabelawa",
];

fn pokok(dice: &mut Dice) -> Pokok {
    let mut day = |days: u64| (dice.below(10) > 0).then(|| today().add_days(-(dice.below(days) as i32)));
    Pokok {
        lahir: day(25_000),
        kerja_sejak: day(12_000),
        tmt_jabatan: day(4_000),
        jenjang: [Jenjang::None, Jenjang::AhliMuda, Jenjang::Pengawas][dice.below(3) as usize],
        pendidikan: [0, 40, 45][dice.below(3) as usize],
        ..Pokok::default()
    }
}

/// One person.
pub fn line(n: u64, dice: &mut Dice) -> Line {
    let mut id = [0u8; 16];
    id[..8].copy_from_slice(&(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)).to_be_bytes());
    id[8..].copy_from_slice(&n.to_be_bytes());
    let middle = LAST[dice.below(30) as usize];
    let nama = format!("{} {middle} {}", FIRST[dice.below(24) as usize], LAST[dice.below(30) as usize]);
    let status = [
        Status::Pns,
        Status::Pns,
        Status::Pns,
        Status::Cpns,
        Status::Pppk,
        Status::Pppk,
        Status::NonAsn,
        Status::Unknown,
    ][dice.below(8) as usize];
    let active = dice.below(10) > 0;
    let golongan = match (status, dice.below(40)) {
        (_, 0) => 0,
        (Status::Pppk, step) => Golongan::Pppk((step % 17) as u8 + 1).code(),
        (_, step) => Golongan::Pns((step % 17) as u8 + 1).code(),
    };
    let mut codes = Codes::NONE;
    if dice.below(5) == 0 {
        codes.insert(Code::ALL[dice.below(40) as usize]);
    }
    let contract = status == Status::Pppk;
    let limit =
        (active && dice.below(6) > 0).then(|| (today().add_days(dice.below(12_000) as i32 - 200), contract));
    let unit = dice.below(900);
    Line {
        id: PegawaiId(id),
        instansi: if n.is_multiple_of(3) { "B2".into() } else { "A1".into() },
        nip: format!(
            "19{:02}{:02}{:02}20{:02}{:02}1{:03}",
            dice.below(50) + 50,
            dice.below(12) + 1,
            dice.below(28) + 1,
            dice.below(25),
            dice.below(12) + 1,
            n % 1000
        )
        .into(),
        bare: nama.as_str().into(),
        nama: nama.into(),
        status,
        part_time: status == Status::Pppk && dice.below(4) == 0,
        active,
        kedudukan: if active {
            "Aktif".into()
        } else {
            ["Pensiun", "Tugas Belajar"][dice.below(2) as usize].into()
        },
        golongan,
        tmt_golongan: (dice.below(9) > 0).then(|| today().add_days(-(dice.below(4_000) as i32))),
        jenis: [
            None,
            Some(JenisJabatan::Struktural),
            Some(JenisJabatan::Fungsional),
            Some(JenisJabatan::Pelaksana),
        ][dice.below(4) as usize],
        jabatan: format!("Jabatan {}", dice.below(400)).into(),
        pos: if dice.below(8) == 0 {
            "".into()
        } else {
            format!("pos {}", unit * 20 + dice.below(20)).into()
        },
        unor: format!("U{unit}").into(),
        unor_nama: format!("Unit {unit}").into(),
        sex: ["M", "F", ""][dice.below(3) as usize].into(),
        nik: None,
        codes,
        predikat: vec![(2024, "BAIK".into()), (2025, "SANGAT BAIK".into())],
        limit,
        pokok: pokok(dice),
        penugasan: Vec::new(),
        dilepas: Vec::new(),
        unduhan: None,
    }
}

/// So many people.
pub fn lines(count: u64, seed: u64) -> Vec<Line> {
    let mut dice = Dice(seed | 1);
    (0..count).map(|n| line(n, &mut dice)).collect()
}

/// The register of some lines.
pub fn register(lines: &[Line]) -> Register {
    Register::build(AsOf::on(today()), lines.to_vec())
}
