//! Texts broken in every way: the loader, the expressions and the case tables answer with sentences,
//! never with a panic, and in bounded time. The same seed gives the same texts. A longer run every
//! night: `cargo nextest run -p law --run-ignored only panjang`.

mod common;

use common::{KOSAKATA, PAKET, akta, hari};
use law::{Ask, Pack, Potret, expr, kasus};
use std::time::{Duration, Instant};

/// A small generator, so that a failure can be repeated from its number.
struct Acak(u64);

impl Acak {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }
}

const KATA: &[&str] = &[
    "",
    "\0",
    "\u{feff}",
    "\r\n",
    "'",
    "\"",
    "\"\"\"",
    "[[",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "=>",
    "#",
    ",",
    ";",
    "..",
    "-",
    "<",
    ">=",
    "!=",
    "0",
    "-1",
    "999999999999999999",
    "99999999999999999999",
    "0.000000001",
    "1.",
    "9999-12-31",
    "0000-00-00",
    "0001-01-01",
    "-0001-01-01",
    "2024-02-29",
    "2023-02-29",
    "tidak_ada",
    "ada",
    "?",
    "!",
    "dan",
    "atau",
    "bukan",
    "di",
    "hari",
    "norma(n)",
    "lulus(n)",
    "tabel(t.hasil)",
    "tambah_tahun(",
    "tambah_hari(hari, 9999999)",
    "/ 0",
    "naik(tingkat, 99)",
    "@p",
    "@",
    "🦀",
    "é",
    "\u{202e}",
    "١٢",
    "ß",
    "\u{1}",
    "kunci",
    "mulai",
    "sampai = 2001-01-01\n",
    "[[norma]]\n",
    "[[param]]\n",
    "[[ganti]]\n",
    "kecuali = \"guru\"\n",
    "#lengkap=ya\n",
    "#kebijakan=TURUN\n",
    "waktu = \"tmt\"\n",
];

/// A text with a few places of it broken.
fn rusak(acak: &mut Acak, text: &str, other: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=acak.below(3) {
        if acak.below(2) == 0 {
            // Another digit: most such texts stay sound, and what is behind the loader is tried.
            let digits: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i].is_ascii_digit()).collect();
            if let Some(at) = digits.get(acak.below(digits.len())) {
                bytes[*at] = b'0' + u8::try_from(acak.below(10)).unwrap_or(0);
            }
            continue;
        }
        let at = acak.below(bytes.len() + 1);
        let length = acak.below(40).min(bytes.len() - at);
        match acak.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << acak.below(8),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let copy = bytes[at..at + length].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => drop(bytes.splice(at..at, KATA[acak.below(KATA.len())].bytes())),
            4 => {
                let odd = char::from_u32(u32::try_from(acak.below(0x11_0000)).unwrap_or(0)).unwrap_or('�');
                bytes.splice(at..at, odd.to_string().bytes());
            }
            5 => {
                let from = acak.below(other.len());
                let piece: Vec<u8> = other.bytes().skip(from).take(acak.below(120)).collect();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.splice(at..at + length, KATA[acak.below(KATA.len())].bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn bibit() -> Vec<(String, String)> {
    let satu = akta(
        "UJI-1-2000",
        "2000-01-01",
        "[[param]]\nkunci = \"p\"\nnilai = [4, 10]\ndasar = \"Pasal 1\"\nsampai = 2015-01-01\n\
         [[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\nsubjek = \"warna = 'BIRU'\"\n\
         [[norma.syarat]]\nkunci = \"a\"\nbunyi = \"paling sedikit {jumlah}\"\ndasar = \"Pasal 2\"\nbila = \"tambah_tahun(tmt, 4) <= hari dan jumlah di [1, 2]\"\n\
         [[norma.syarat]]\nkunci = \"b\"\nbunyi = \"b\"\ndasar = \"Pasal 2\"\n[[norma.syarat.salah_satu]]\nkunci = \"x\"\nbunyi = \"x\"\ndasar = \"Pasal 3\"\nbila = \"guru\"\n\
         [[norma]]\nkunci = \"m\"\njudul = \"M\"\nbentuk = \"nilai\"\ndasar = \"Pasal 1\"\nnilai = \"tabel(t.hasil) * 3 / 2\"\nwaktu = \"tanggal_perbuatan\"\n\
         [[norma]]\nkunci = \"alih\"\njudul = \"A\"\nbentuk = \"peralihan\"\ntabel = \"alih\"\ndasar = \"Pasal 9\"\n\
         [[norma]]\nkunci = \"skor\"\njudul = \"S\"\nbentuk = \"skor\"\ndasar = \"Pasal 9\"\nbulat = 2\n\
         [[norma.unsur]]\nkunci = \"u\"\nbunyi = \"u\"\ndasar = \"Pasal 9\"\nnilai = \"besaran\"\nbobot = 60\nmaks = 100\n",
    );
    let dua = akta(
        "UJI-2-2010",
        "2010-01-01",
        "[[mengubah]]\nakta = \"UJI-1-2000\"\n[[mencabut]]\nakta = \"UJI-1-2000\"\ndasar = \"Pasal 9\"\nmulai = 2020-01-01\nkunci = [\"m*\"]\n\
         [[melanjutkan]]\nakta = \"UJI-1-2000\"\nkunci = [\"m\"]\ndasar = \"Pasal 8\"\nsyarat = \"s\"\nmulai = 2020-01-01\n\
         [[ganti]]\nkunci = \"n/a\"\ndasar = \"Pasal I\"\nbila = \"hari_antara(tmt, hari) / 365 >= 2\"\n\
         [[tambah]]\nnorma = \"n\"\nsetelah = \"a\"\nkunci = \"c\"\nbunyi = \"c\"\ndasar = \"Pasal I\"\npertimbangan = \"Tim\"\n\
         [[celah]]\nkunci = \"p\"\nmulai = 2015-01-01\nsebab = \"s\"\n",
    );
    let t = "#kebijakan=TURUN\n#dasar=L\ntingkat,jumlah,=>hasil:bilangan,catatan\nRENDAH,0,10,\nSEDANG..TINGGI,2,20,x\n";
    let alih = "#kebijakan=UNIK\n#lengkap=ya\ntanggal_perbuatan,=>pakai,=>hukum,=>sifat,dasar\n<2010-01-01,n,2009-12-31,lama,Pasal 1\n>=2010-01-01,n,-,baru,Pasal 2\n";
    [
        ("paket.toml", PAKET.to_owned()),
        ("kosakata.toml", KOSAKATA.to_owned()),
        ("UJI-1-2000/akta.toml", satu),
        ("UJI-2-2010/akta.toml", dua),
        ("UJI-1-2000/tabel/t.csv", t.to_owned()),
        ("UJI-1-2000/tabel/alih.csv", alih.to_owned()),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into()
}

const KASUS: &str = "#norma=n\nkasus,hari,hukum,warna,tingkat,jumlah,besaran,tmt,guru,tanggal_perbuatan,=>hasil,=>mulai,=>gagal_di,=>nilai,dasar\n\
    satu,2020-04-01,,BIRU,RENDAH,1,12.5,2010-04-01,ya,?,LULUS,,,,Pasal 1\ndua,2012-04-01,2011-01-01,BIRU,-,!,-,?,tidak,2001-01-01,GAGAL,2024-01-01,b,,Pasal 2\n";

const SKENARIO: &str = "#skenario=satu\n#norma=kp.reguler\n#lengkap=hukuman_disiplin, cuti\n\
    diketahui,dokumen,nomor,tanggal,tindakan,atas,jenis,tmt,sampai,isi,catatan\n\
    2024-01-02,Unduhan SIASN,,2024-01-02,,,status,,,status_pegawai=PNS; kedudukan_hukum_id=01,\n\
    2024-01-02,SK Gubernur,821/1,2020-03-01,,,golongan,2020-04-01,,golongan=III/a; mk_tahun=0,\n\
    2024-02-01,SK Bupati,862/1,2024-01-20,,,hukuman_disiplin,2024-01-20,2025-01-20,tingkat=Berat,\n\
    2025-02-01,Rekap SKP,SKP/2024,2025-01-31,,,kinerja,,,tahun=2024; predikat=Baik,\n\
    2025-03-01,SK Gubernur,821/1-R,2025-02-20,ralat,821/1,golongan,2021-04-01,,golongan=III/b,\n\
    2025-03-01,Surat,700/1,,,,keterangan,,,tanggal_inkracht=2015-06-10; jenis_tindak_pidana=JABATAN,\n\
    2025-04-01,Putusan PTUN,1/G,2025-03-20,pembatalan,821/1,,,,,\n\
    2025-05-01,Putusan PTTUN,1/B,2025-04-20,pembatalan,1/G,golongan,,,,\n\
    kasus,norma,hari,hukum,diketahui,lama_pidana_bulan,=>hasil,=>gagal_di,=>mulai,=>nilai,=>dokumen\n\
    a,,2026-04-01,,2025-04-02,,GAGAL,masa,2027-01-01,,821\nb,pemberhentian.pidana,2026-04-01,2019-04-24,,24,LULUS,,,PTDH,\n\
    c,gaji.pokok,2026-04-01,,2025-06-01,,LULUS,,,3000000,821/1-R\n\
    #skenario=dua\ndiketahui,dokumen,jenis,tmt,isi\n2024-01-02,Ijazah,pendidikan,2010-01-01,tingkat_pendidikan_id=40\n\
    kasus,norma,hari,=>hasil\nd,kp.reguler,2026-04-01,BELUM_TAHU\n";

const UNGKAPAN: &[&str] = &[
    "tmt <= mundur_tahun(hari, @p) dan (guru atau bukan aktif)",
    "bulat(besaran / 12 * tabel(t.hasil, jumlah: 3) / 100, 2) >= 18.75",
    "tingkat di ['RENDAH', 'TINGGI'] atau tidak_ada(tmt)",
    "bila(hari < 2017-04-07, 'RENDAH', 'TINGGI') = tingkat",
];

/// No single text may take longer than this, however broken.
const SABAR: Duration = Duration::from_secs(3);

fn seberapa_lama(what: &str, number: usize, from: Instant) {
    assert!(from.elapsed() < SABAR, "{what} {number}: {:?}", from.elapsed());
}

fn pemuat(seed: u64, rounds: usize) -> usize {
    let seeds = bibit();
    Pack::load(&seeds).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")));
    let mut acak = Acak(seed);
    let mut sound = 0;
    for number in 0..rounds {
        let mut files = seeds.clone();
        for _ in 0..=acak.below(2) {
            let (i, j) = (acak.below(files.len()), acak.below(files.len()));
            files[i].1 = rusak(&mut acak, &files[i].1, &seeds[j].1);
        }
        let from = Instant::now();
        match Pack::load(&files) {
            Err(wrong) => assert!(!wrong.is_empty() && wrong.iter().all(|w| !w.is_empty()), "{number}"),
            Ok(pack) => {
                sound += 1;
                let potret = Potret::blank(&pack.words);
                let keys: Vec<String> = pack.kunci().map(str::to_owned).collect();
                for kunci in &keys {
                    for pada in ["1990-01-01", "2012-02-29", "2024-12-31"] {
                        pack.telaah(&Ask::on(kunci, hari(pada)), &potret);
                    }
                }
            }
        }
        seberapa_lama("paket", number, from);
    }
    sound
}

fn ungkapan(seed: u64, rounds: usize) {
    let mut acak = Acak(seed);
    for number in 0..rounds {
        let (i, j) = (acak.below(UNGKAPAN.len()), acak.below(UNGKAPAN.len()));
        let text = rusak(&mut acak, UNGKAPAN[i], UNGKAPAN[j]);
        let from = Instant::now();
        if let Err(sentence) = expr::parse(&text) {
            assert!(!sentence.is_empty(), "{text}");
        }
        seberapa_lama("ungkapan", number, from);
    }
}

fn tabel_kasus(seed: u64, rounds: usize) {
    let pack = Pack::load(&bibit()).expect("sound");
    satu_tabel(&pack, KASUS, seed, rounds);
}

/// How many broken tables could still be read.
fn satu_tabel(pack: &Pack, seeded: &str, seed: u64, rounds: usize) -> usize {
    let mut acak = Acak(seed);
    let mut sound = 0;
    for number in 0..rounds {
        let text = rusak(&mut acak, seeded, seeded);
        let from = Instant::now();
        match kasus::read(pack, "uji.csv", &text) {
            Err(wrong) => {
                assert!(!wrong.is_empty() && wrong.iter().all(|w| w.starts_with("uji.csv")), "{number}")
            }
            Ok(cases) => {
                sound += 1;
                for case in &cases {
                    kasus::run(pack, "uji.csv", case);
                }
            }
        }
        seberapa_lama("kasus", number, from);
    }
    sound
}

/// Scenarios are read with the facts of the register, which only the real pack has.
fn skenario(seed: u64, rounds: usize) -> usize {
    let pack = Pack::bundled().expect("sound");
    assert_eq!(kasus::read(&pack, "uji.csv", SKENARIO).expect("sound").len(), 4);
    satu_tabel(&pack, SKENARIO, seed, rounds)
}

#[test]
fn pemuat_tidak_pernah_jatuh() {
    let sound = pemuat(0x5eed, 4000);
    // Were nothing accepted, nothing behind the loader would be tried.
    assert!(sound > 200, "{sound}");
}

#[test]
fn ungkapan_tidak_pernah_jatuh() {
    ungkapan(0xa11, 20_000);
}

#[test]
fn kasus_tidak_pernah_jatuh() {
    tabel_kasus(0xca5e, 4000);
}

#[test]
fn skenario_tidak_pernah_jatuh() {
    let sound = skenario(0x5ce, 4000);
    // Were nothing accepted, no ledger would be folded.
    assert!(sound > 400, "{sound}");
}

#[test]
#[ignore = "minutes; run nightly"]
fn panjang_semuanya() {
    for seed in 1..=50 {
        pemuat(seed * 0x9e37_79b9, 8000);
        ungkapan(seed * 0x85eb_ca6b, 100_000);
        tabel_kasus(seed * 0xc2b2_ae35, 20_000);
        skenario(seed * 0x27d4_eb2f, 4000);
    }
}

#[test]
fn yang_sangat_dalam_atau_panjang_ditolak() {
    let many = 20_000;
    let norma = |field: &str| {
        format!("[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"P\"\n{field}\n")
    };
    let texts = [
        format!(
            "[[param]]\nkunci = \"p\"\ndasar = \"P\"\nnilai = {}1{}\n",
            "[".repeat(many),
            "]".repeat(many)
        ),
        format!("{} = 1\n", vec!["a"; many].join(".")),
        format!("[{}]\n", vec!["a"; many].join(".")),
        format!("a = {}1{}\n", "{a = ".repeat(many), "}".repeat(many)),
        norma(&format!("subjek = \"{}\"", "(".repeat(3000))),
        norma(&format!("subjek = \"{} guru\"", "bukan ".repeat(600))),
        norma(&format!("subjek = \"{}guru{}\"", "bila(guru, guru, ".repeat(100), ")".repeat(100))),
        norma(&format!("subjek = \"guru{}\"", " dan guru".repeat(400))),
        norma(&format!("judul2 = \"{}\"", "x".repeat(1 << 20))),
    ];
    for (number, text) in texts.iter().enumerate() {
        let files = common::berkas(&[("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", text))]);
        let from = Instant::now();
        assert!(Pack::load(&files).is_err(), "{number}");
        seberapa_lama("dalam", number, from);
    }
}

#[test]
fn rujukan_bercabang_tidak_berlipat_ganda() {
    let mut text = String::new();
    for i in 0..14 {
        let isi =
            if i == 13 { "guru".to_owned() } else { vec![format!("lulus(n{})", i + 1); 8].join(" dan ") };
        text.push_str(&format!("[[norma]]\nkunci = \"n{i}\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"P\"\n[[norma.syarat]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"P\"\nbila = \"{isi}\"\n"));
    }
    let files = common::berkas(&[("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &text))]);
    let from = Instant::now();
    let wrong = Pack::load(&files).expect_err("norms that ask one another without end of work");
    assert!(wrong[0].contains("terlalu banyak"), "{wrong:?}");
    seberapa_lama("rujukan", 0, from);
}
