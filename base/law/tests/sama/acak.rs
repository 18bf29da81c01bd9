//! Random packs and random people over a small vocabulary, from a seed.

use kernel::Date;
use law::number::Exact;
use law::value::Type;
use law::{FaktaId, Known, Pack, Potret, Value, Vocabulary};

/// A generator that gives the same row of numbers on every machine.
pub struct Dadu(u64);

impl Dadu {
    pub fn new(seed: u64) -> Dadu {
        Dadu(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn percent(&mut self, p: usize) -> bool {
        self.below(100) < p
    }

    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

const KOSAKATA: &str = r#"
[jenis.warna]
nilai = ["MERAH", "KUNING", "HIJAU", "BIRU"]
berurut = true
[jenis.huruf]
nilai = ["A", "B", "C"]
"#;

const FAKTA: &[(&str, &str)] = &[
    ("w1", "warna"),
    ("w2", "warna"),
    ("h1", "huruf"),
    ("y1", "ya_tidak"),
    ("y2", "ya_tidak"),
    ("t1", "tanggal"),
    ("t2", "tanggal"),
    ("t3", "tanggal"),
    ("n1", "bilangan"),
    ("d1", "desimal"),
    ("u1", "rupiah"),
    ("k1", "kota"),
];

fn kosakata() -> String {
    let mut text = KOSAKATA.to_owned();
    // More choices than a byte holds.
    let many: Vec<String> = (0..300).map(|i| format!("\"K{i}\"")).collect();
    text.push_str(&format!("[jenis.kota]\nnilai = [{}]\nberurut = true\n", many.join(", ")));
    for (nama, tipe) in FAKTA {
        text.push_str(&format!(
            "[fakta.{nama}]\nlabel = \"{nama}\"\ntipe = \"{tipe}\"\nasal = \"masukan\"\narti = \"{nama}\"\n"
        ));
    }
    text
}

const BATAS: &str = "#kebijakan=PERTAMA\n#lengkap=tidak\n#dasar=Lampiran\n#kepastian=seen\n\
w2,h1,=>atas:warna,=>angka:bilangan,kepastian\n\
MERAH,A,BIRU,3,\nMERAH;KUNING,-,HIJAU,7,memory-low\nHIJAU;tidak_ada,B,KUNING,,\n-,C,MERAH,12,\n";

/// Regions of numbers and days: whole and broken bounds, open ends, steps, uncertain and empty answers.
const JENJANG: &str = "#kebijakan=PERTAMA\n#lengkap=tidak\n#dasar=Lampiran\n#kepastian=seen\n\
n1,d1,=>angka:desimal,=>hari:tanggal,=>ya:ya_tidak,kepastian\n\
0..2,0..1.25,1.5,2020-02-29,ya,\n0..2,>1.25,0.25,,tidak,memory-low\n\
>=3,-,4,2031-01-01,ya,\n<0,<=0.5,,1999-12-31,,\n";

const TANGGA: &str = "#kebijakan=TURUN\n#lengkap=tidak\n#dasar=Lampiran\n#kepastian=seen\n\
h1,n1,=>uang:rupiah\nA,0,1000000\nA,2,1500000\nA,5,2500000000\nB,1,7\nB,4,9\n";

const OPS: &[&str] = &["=", "!=", "<", "<=", ">", ">="];
const ORDER: &[&str] = &["<", "<=", ">", ">="];
const DAYS: &[&str] = &["t1", "t2", "t3"];

fn threshold(d: &mut Dadu) -> String {
    match d.below(9) {
        0 => "hari".to_owned(),
        1 => format!("mundur_bulan(hari, {})", d.below(30)),
        2 => format!("tambah_hari(hari, {})", d.below(400)),
        3 => "awal_bulan_berikut(hari)".to_owned(),
        4 => "2024-02-29".to_owned(),
        5 => format!("mundur_hari(hari, d1 * {})", d.below(5)),
        6 => "tambah_hari(t1, hari_antara(t2, hari) / 2)".to_owned(),
        _ => format!("mundur_tahun(hari, {})", d.below(6)),
    }
}

/// A number; other norms may be asked when `refer`.
fn number(d: &mut Dadu, depth: usize, refer: bool) -> String {
    if depth > 0 && d.percent(60) {
        let (a, b) = (number(d, depth - 1, refer), number(d, depth - 1, refer));
        let places = d.below(3);
        return match d.below(9) {
            0 => format!("({a} + {b})"),
            1 => format!("({a} - {b})"),
            2 => format!("({a} * {b})"),
            3 => format!("({a} / {})", d.one(&["2", "0.3", "7", "12", "1.25"])),
            4 => format!("({a} / {b})"),
            5 => format!("{}({a}, {b})", d.one(&["min", "maks"])),
            6 => format!("{}({a}, {places})", d.one(&["bulat", "bulat_atas", "bulat_bawah"])),
            _ => format!("bila({}, {a}, {b})", cond(d, 0, refer)),
        };
    }
    match d.below(if refer { 14 } else { 11 }) {
        0 | 1 => "n1".to_owned(),
        2 => "d1".to_owned(),
        3 => "u1".to_owned(),
        4 => format!("tahun_penuh({}, {})", d.one(DAYS), d.one(&["hari", "t1", "t2"])),
        5 => format!("{}({}, hari)", d.one(&["bulan_penuh", "hari_antara"]), d.one(DAYS)),
        6 => format!("{}({})", d.one(&["tahun", "bulan", "tanggal"]), d.one(DAYS)),
        7 => "tabel(jenjang.angka)".to_owned(),
        8 => d.one(&["tabel(tangga.uang)", "tabel_berikut(tangga.n1)", "tabel(batas.angka)"]).to_owned(),
        9 | 10 => d.one(&["0", "1", "2.5", "0.125", "-3", "1000000"]).to_owned(),
        11 => "norma(acak.nilai)".to_owned(),
        12 => "norma(acak.skor)".to_owned(),
        _ => d.one(&["norma(banyak)", "norma(lama)"]).to_owned(),
    }
}

/// A day.
fn date(d: &mut Dadu, depth: usize, refer: bool) -> String {
    if depth > 0 && d.percent(60) {
        let a = date(d, depth - 1, refer);
        let moved =
            ["tambah_tahun", "mundur_tahun", "tambah_bulan", "mundur_bulan", "tambah_hari", "mundur_hari"];
        return match d.below(6) {
            0 | 1 => format!("{}({a}, {})", d.one(&moved), d.one(&["n1", "3", "n1 + 1", "tahun(t2)", "900"])),
            2 => format!("{}({a})", d.one(&["awal_bulan", "awal_bulan_berikut", "akhir_bulan"])),
            3 => format!("{}({a}, {})", d.one(&["min", "maks"]), date(d, depth - 1, refer)),
            4 => format!("bila({}, {a}, {})", cond(d, 0, refer), date(d, depth - 1, refer)),
            _ => format!("hari_kerja_setelah({a}, {})", d.below(4)),
        };
    }
    match d.below(if refer { 8 } else { 6 }) {
        0 => "hari".to_owned(),
        1 => "tabel(jenjang.hari)".to_owned(),
        2 => "2024-02-29".to_owned(),
        6 => "norma(akhir)".to_owned(),
        7 => "norma(acak.hari)".to_owned(),
        _ => d.one(DAYS).to_owned(),
    }
}

/// A norm that gives a value of its own, sometimes with conditions, sometimes uncertain.
fn valued(d: &mut Dadu, kunci: &str, bentuk: &str, nilai: &str) -> String {
    let mut text = format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"{bentuk}\"\ndasar = \"Pasal 7\"\n\
         nilai = \"{nilai}\"\n"
    );
    if d.percent(20) {
        text.push_str("kepastian = \"memory-low\"\n");
    }
    if d.percent(50) {
        text.push_str(&format!("subjek = \"{}\"\n", cond(d, 1, false)));
    }
    for step in 0..d.below(3) {
        text.push_str(&part(d, "norma.syarat", &format!("s{step}"), false, true));
    }
    text
}

fn score(d: &mut Dadu, kunci: &str, refer: bool) -> String {
    let mut text = format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"skor\"\ndasar = \"Pasal 8\"\nbulat = {}\n",
        d.below(3)
    );
    if d.percent(40) {
        text.push_str(&format!("subjek = \"{}\"\n", cond(d, 1, false)));
    }
    for (step, bobot) in [25, 60, 15].into_iter().enumerate() {
        text.push_str(&format!(
            "[[norma.unsur]]\nkunci = \"k{step}\"\nbunyi = \"k\"\ndasar = \"Pasal 8\"\nnilai = \"{}\"\nbobot = {bobot}\n",
            number(d, 1, refer)
        ));
        if d.percent(40) {
            text.push_str("maks = 100\n");
        }
        if d.percent(15) {
            text.push_str("kepastian = \"memory-low\"\n");
        }
    }
    text
}

fn positions(d: &mut Dadu, kunci: &str) -> String {
    let mut text = format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"sengketa\"\ndasar = \"Pasal 9\"\n"
    );
    if d.percent(40) {
        text.push_str(&format!("subjek = \"{}\"\n", cond(d, 1, true)));
    }
    let days = d.percent(50);
    for step in 0..2 + d.below(2) {
        text.push_str(&format!(
            "[[norma.posisi]]\nkunci = \"p{step}\"\nbunyi = \"p\"\ndasar = \"Pasal 9\"\n"
        ));
        match (days, d.below(5)) {
            (true, _) => text.push_str(&format!("nilai = \"{}\"\n", date(d, 1, true))),
            (false, 0 | 1) => text.push_str("norma = \"dasar.a\"\n"),
            (false, 2 | 3) => text.push_str("norma = \"dasar.b\"\n"),
            _ => text.push_str("norma = \"peristiwa\"\n"),
        }
    }
    text
}

/// A condition; `depth` bounds how deep it nests, `refer` whether other norms may be asked.
fn cond(d: &mut Dadu, depth: usize, refer: bool) -> String {
    if depth > 0 && d.percent(45) {
        let (a, b) = (cond(d, depth - 1, refer), cond(d, depth - 1, refer));
        return match d.below(5) {
            0 | 1 => format!("({a} dan {b})"),
            2 | 3 => format!("({a} atau {b})"),
            _ => format!("bukan ({a})"),
        };
    }
    let (t, op) = (d.one(DAYS), d.one(OPS));
    match d.below(if refer { 31 } else { 26 }) {
        0..=2 => format!("{t} {} {}", d.one(ORDER), threshold(d)),
        3 => format!("{t} {op} {}", threshold(d)),
        4 => format!("hari {} tambah_tahun({t}, {})", d.one(ORDER), d.below(60)),
        5 => format!("tahun_penuh({t}, hari) {} {}", d.one(ORDER), d.below(40)),
        6 => format!("bulan_penuh({t}, hari) {op} {}", d.below(40)),
        7 => format!("{t} {op} {}", d.one(DAYS)),
        8 => format!("w1 {op} '{}'", d.one(&["MERAH", "KUNING", "HIJAU", "BIRU"])),
        9 => "w1 di ['MERAH', 'BIRU']".to_owned(),
        10 => format!("h1 {} '{}'", d.one(&["=", "!="]), d.one(&["A", "B", "C"])),
        11 => format!("n1 {op} {}", d.below(8)),
        12 => format!("d1 {op} {}", d.one(&["0", "1.25", "1.255", "2.5"])),
        13 => format!("u1 {op} {}", d.one(&["0", "1000000", "2500000000"])),
        14 => format!("k1 {op} 'K{}'", d.below(300)),
        15 => format!("{}({})", d.one(&["ada", "tidak_ada"]), FAKTA[d.below(FAKTA.len())].0),
        16 => d.one(&["y1", "y2", "bukan y1"]).to_owned(),
        17 => d
            .one(&["bulan(hari) di [4, 10]", "tanggal(hari) = 1", "hari >= 2026-03-01", "n1 di [1, 3]"])
            .to_owned(),
        18 => format!("w1 {} tabel(batas.atas)", d.one(ORDER)),
        19 => format!("n1 {op} tabel(batas.angka)"),
        20 | 21 => format!("{} {op} {}", number(d, 2, refer), number(d, 1, refer)),
        22 => format!("{} {op} {}", date(d, 2, refer), date(d, 1, refer)),
        23 => format!("{} di [0, 1, 2.5]", number(d, 1, refer)),
        24 => format!("naik(w1, {}) {op} 'HIJAU'", d.one(&["1", "n1"])),
        25 => "tabel(jenjang.ya)".to_owned(),
        26 => format!("lulus({})", d.one(&["dasar.a", "dasar.b", "dasar.c", "beda"])),
        27 => format!("norma(akhir) {} {}", d.one(ORDER), threshold(d)),
        28 => format!("norma(lama) {op} {}", d.below(40)),
        29 => format!("norma(banyak) {op} {}", d.below(8)),
        _ => format!("lulus({})", d.one(&["dasar.b", "peristiwa"])),
    }
}

/// Exception and condition that both ask other norms.
fn entangled(d: &mut Dadu) -> String {
    let norms = ["dasar.a", "dasar.b", "dasar.c", "beda", "peristiwa"];
    let (a, b, c) = (d.one(&norms), d.one(&norms), d.one(&norms));
    format!(
        "kecuali = \"lulus({a}) dan y1\"\nkecuali_bunyi = \"lain\"\nbila = \"lulus({b}) dan lulus({c})\"\n"
    )
}

fn part(d: &mut Dadu, table: &str, kunci: &str, refer: bool, routes: bool) -> String {
    let mut text =
        format!("[[{table}]]\nkunci = \"{kunci}\"\nbunyi = \"bagian {kunci}\"\ndasar = \"Pasal 1\"\n");
    if refer && d.percent(8) {
        return text + &entangled(d);
    }
    if d.percent(25) {
        text.push_str(&format!("kecuali = \"{}\"\nkecuali_bunyi = \"lain\"\n", cond(d, 1, refer)));
    }
    match d.below(12) {
        0 => text.push_str("kepastian = \"memory-low\"\n"),
        1 => text.push_str("sifat = \"peringatan\"\n"),
        _ => {}
    }
    match d.below(12) {
        0 => text.push_str("pertimbangan = \"pejabat\"\n"),
        1 if refer => text.push_str(&format!(
            "norma = \"{}\"\n",
            d.one(&["dasar.a", "dasar.b", "dasar.c", "beda", "peristiwa"])
        )),
        2 | 3 if routes => {
            for route in 0..2 + d.below(2) {
                text.push_str(&part(d, &format!("{table}.salah_satu"), &format!("r{route}"), refer, false));
            }
        }
        _ => text.push_str(&format!("bila = \"{}\"\n", cond(d, 2, refer))),
    }
    text
}

fn norm(d: &mut Dadu, kunci: &str, refer: bool, more: &str) -> String {
    let mut text = format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n{more}"
    );
    if d.percent(50) {
        text.push_str(&format!("subjek = \"{}\"\n", cond(d, 1, refer)));
    }
    for step in 0..1 + d.below(if refer { 6 } else { 2 }) {
        text.push_str(&part(d, "norma.syarat", &format!("s{step}"), refer, true));
    }
    text
}

fn akta(id: &str) -> String {
    format!(
        "[akta]\nid = \"{id}\"\njenis = \"PP\"\nsebutan = \"{id}\"\ntentang = \"x\"\n\
         diundangkan = 1950-01-01\nmulai = 1950-01-01\nkepastian = \"seen\"\nsumber = \"uji\"\n"
    )
}

const BEDA: &str = r#"
[[norma]]
kunci = "beda"
judul = "beda"
bentuk = "sengketa"
dasar = "Pasal 2"
subjek = "ada(y2)"
[[norma.posisi]]
kunci = "p1"
bunyi = "satu"
dasar = "Pasal 2"
nilai = "t1"
[[norma.posisi]]
kunci = "p2"
bunyi = "dua"
dasar = "Pasal 3"
nilai = "bila(y1, t1, t2)"
[[norma]]
kunci = "akhir"
judul = "akhir"
bentuk = "tanggal"
dasar = "Pasal 4"
nilai = "awal_bulan_berikut(tambah_tahun(t1, 3))"
[[norma]]
kunci = "banyak"
judul = "banyak"
bentuk = "nilai"
dasar = "Pasal 5"
nilai = "bila(h1 = 'A', n1 + 1, tabel(batas.angka))"
[[norma]]
kunci = "lama"
judul = "lama"
bentuk = "nilai"
dasar = "Pasal 6"
nilai = "bila(ada(t2), bulan_penuh(t2, hari), 0)"
[[norma.syarat]]
kunci = "k"
bunyi = "sejak {t3}"
dasar = "Pasal 6"
bila = "ada(t2) atau tidak_ada(t2)"
"#;

/// The files of a random pack; its norms are `uji` and, of other shapes, `uji.*`.
pub fn paket(d: &mut Dadu) -> Vec<(String, String)> {
    let mut one = akta("A");
    one.push_str(BEDA);
    for kunci in ["dasar.a", "dasar.b", "dasar.c"] {
        one.push_str(&norm(d, kunci, false, ""));
    }
    one.push_str(&norm(d, "peristiwa", false, "waktu = \"t3\"\n"));
    let (sum, day) = (number(d, 2, false), date(d, 2, false));
    one.push_str(&valued(d, "acak.nilai", "nilai", &sum));
    one.push_str(&valued(d, "acak.hari", "tanggal", &day));
    one.push_str(&score(d, "acak.skor", false));
    one.push_str(&score(d, "uji.skor", true));
    one.push_str(&positions(d, "uji.beda"));
    let (sum, day) = (number(d, 2, true), date(d, 2, true));
    one.push_str(&valued(d, "uji.nilai", "nilai", &sum));
    one.push_str(&valued(d, "uji.hari", "tanggal", &day));
    let own = if d.percent(12) { "waktu = \"t3\"\n" } else { "" };
    one.push_str(&norm(d, "uji", true, own));
    let mut two = akta("B");
    if !own.is_empty() {
        let second = format!("{own}mulai = 2012-02-29\nmenggantikan = \"A\"\n");
        two.push_str(&norm(d, "uji", true, &second));
    }
    two.push_str(&norm(d, "peristiwa", false, "waktu = \"t3\"\nmulai = 2010-01-01\nmenggantikan = \"A\"\n"));
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    vec![
        file("paket.toml", "skema = 1\nnama = \"acak\"\nversi = \"1\"\n"),
        file("kosakata.toml", &kosakata()),
        file("A/akta.toml", &one),
        file("A/tabel/batas.csv", BATAS),
        file("A/tabel/jenjang.csv", JENJANG),
        file("A/tabel/tangga.csv", TANGGA),
        file("B/akta.toml", &two),
    ]
}

pub fn load(files: &[(String, String)]) -> Pack {
    match Pack::load(files) {
        Ok(pack) => pack,
        Err(wrong) => panic!("{wrong:#?}"),
    }
}

/// A person of any vocabulary: every sentinel, days near the borders of conditions, odd numbers.
pub fn orang(d: &mut Dadu, words: &Vocabulary, hari: Date) -> Potret {
    let mut potret = Potret::blank(words);
    for (at, fakta) in words.fakta_list().iter().enumerate() {
        let known = match d.below(20) {
            0 | 1 => Known::Unknown,
            2 => Known::Absent,
            3 => Known::Conflict,
            _ => Known::Is(value(d, fakta.tipe, words, hari)),
        };
        potret.set(FaktaId(at as u16), known);
    }
    potret
}

fn value(d: &mut Dadu, tipe: Type, words: &Vocabulary, hari: Date) -> Value {
    match tipe {
        Type::Tanggal => Value::Day(match d.below(6) {
            0 => d.one(&["2020-02-29", "2024-02-29", "2022-03-31", "2026-01-01"]).parse_day(),
            1 => hari.add_years(-(d.below(6) as i16)).add_days(d.below(5) as i32 - 2),
            2 => hari.add_days(d.below(900) as i32 - 450),
            3 => hari.add_years(-(d.below(60) as i16)).add_days(d.below(366) as i32),
            4 => hari.add_years(20).add_days(d.below(30_000) as i32),
            _ => day("1950-01-01").add_days(d.below(30_000) as i32),
        }),
        Type::Bilangan if d.percent(3) => Value::Num(Exact::new(7, 3).expect("small")),
        Type::Bilangan => Value::int(d.below(9) as i64 - 1),
        Type::Desimal if d.percent(5) => Value::Num(Exact::new(5, 4000).expect("small")),
        Type::Desimal => Value::Num(Exact::new(d.below(300) as i128, 100).expect("small")),
        Type::Rupiah => Value::int([0, 1_000_000, 999_999, 2_500_000_000, 4_000_000_000][d.below(5)]),
        Type::YaTidak => Value::Yes(d.percent(50)),
        Type::Teks => Value::Text("teks".into()),
        Type::Pilihan(jenis) => Value::Pick(jenis, d.below(words.jenis(jenis).len()) as u16),
    }
}

trait ParseDay {
    fn parse_day(&self) -> Date;
}

impl ParseDay for str {
    fn parse_day(&self) -> Date {
        day(self)
    }
}
