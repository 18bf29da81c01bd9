//! Laws every pack and person obey, tried on thousands of random ones: the day an answer changes is
//! the first such day, knowing more never turns met into not met, the order of files means nothing.

mod common;

use common::{akta, berkas, hari};
use kernel::Date;
use law::eval::Ctx;
use law::plan::Plan;
use law::{Ask, Known, Kode, Pack, Potret, Value, telaah};
use proptest::prelude::*;

const LIBUR: &str = "#kebijakan=UNIK\n#dasar=L\n#mulai=2017-01-01\n#sampai=2029-01-01\ntanggal:tanggal,=>nama\n2020-05-01,x\n2021-12-31,y\n2022-01-03,z\n";
const TABEL: &str = "#kebijakan=TURUN\n#dasar=L\ntingkat,masa,=>batas:bilangan,kepastian\nRENDAH,0,1,seen\nRENDAH,2,2,memory-low\nSEDANG,1,2,seen\nTINGGI;tidak_ada,0,3,seen\n";
const TETAP: &str = "[[param]]\nkunci = \"bulan\"\nnilai = [4, 10]\ndasar = \"Pasal 1\"\n\
    [[norma]]\nkunci = \"masa\"\njudul = \"M\"\nbentuk = \"nilai\"\ndasar = \"Pasal 1\"\nnilai = \"tahun_penuh(tmt, hari)\"\n\
    [[norma]]\nkunci = \"lain\"\njudul = \"L\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n\
    [[norma.syarat]]\nkunci = \"x\"\nbunyi = \"x\"\ndasar = \"Pasal 2\"\nbila = \"tambah_bulan(tmt, 18) <= hari atau guru\"\n\
    [[norma.syarat]]\nkunci = \"y\"\nbunyi = \"y\"\ndasar = \"Pasal 2\"\nbila = \"tanggal_keputusan > hari dan jumlah >= 2\"\n";

/// A comparison over the small vocabulary, `k` a small number in it.
fn atom() -> impl Strategy<Value = String> {
    const SHAPES: &[&str] = &[
        "tmt <= mundur_tahun(hari, K)",
        "tambah_bulan(tmt, K) <= hari",
        "tambah_tahun(tanggal_keputusan, K) < hari",
        "tanggal_keputusan > hari",
        "hari = tambah_hari(tmt, K)",
        "hari != tambah_bulan(tanggal_keputusan, K)",
        "tahun_penuh(tmt, hari) = K",
        "tahun_penuh(tambah_hari(tmt, K), hari) >= K",
        "bulan_penuh(tambah_hari(tmt, 40), hari) < K",
        "bulan_penuh(2019-01-31, hari) >= 30 + K",
        "hari_antara(tmt, hari) / 365 >= K",
        "bulan(hari) di [4, 10]",
        "bulan(hari) di @bulan",
        "tanggal(hari) = K",
        "akhir_bulan(hari) = hari",
        "awal_periode(@bulan, hari) <= tambah_bulan(tmt, K)",
        "hari_kerja_antara(tmt, hari) >= K * 30",
        "hari_kerja_setelah(tmt, K) <= hari",
        "tambah_bulan(tmt, besaran / 2) <= hari",
        "tambah_hari(tmt, hari_antara(tanggal_keputusan, hari) / 2) <= hari",
        "tambah_hari(tmt, maks(besaran / 2, hari_antara(tmt, hari))) > 2020-06-15",
        "min(tmt, tanggal_keputusan) <= mundur_bulan(hari, K)",
        "tmt = tanggal_keputusan",
        "jumlah >= K",
        "jumlah + 1 < K",
        "tingkat < 'TINGGI'",
        "warna != 'BIRU'",
        "guru",
        "guru = aktif",
        "ada(tmt)",
        "tidak_ada(tanggal_keputusan)",
        "lulus(lain)",
        "norma(masa) > K",
        "tabel(t.batas, masa: tahun_penuh(tmt, hari)) >= 2",
        "tabel(t.batas, masa: jumlah) >= 2",
        "bila(guru, tmt, tanggal_keputusan) <= hari",
        "tahun(hari) >= 2018 + K",
    ];
    (0..SHAPES.len(), 0..9u8).prop_map(|(i, k)| SHAPES[i].replace('K', &k.to_string()))
}

fn syarat() -> impl Strategy<Value = String> {
    atom().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|v| format!("({})", v.join(" dan "))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|v| format!("({})", v.join(" atau "))),
            inner.prop_map(|c| format!("bukan ({c})")),
        ]
    })
}

/// A part of a norm, without its key.
fn bagian() -> impl Strategy<Value = String> {
    let isi = prop_oneof![
        6 => syarat().prop_map(|c| format!("bila = \"{c}\"\n")),
        1 => Just("norma = \"lain\"\n".to_owned()),
        1 => Just("pertimbangan = \"Tim\"\n".to_owned()),
        2 => (syarat(), syarat()).prop_map(|(a, b)| {
            let jalur = |k: &str, c: &str| format!("[[norma.syarat.salah_satu]]\nkunci = \"{k}\"\nbunyi = \"b\"\ndasar = \"Pasal 3\"\nbila = \"{c}\"\n");
            jalur("p", &a) + &jalur("q", &b)
        }),
    ];
    let kecuali = prop_oneof![3 => Just(String::new()), 1 => syarat().prop_map(|c| format!("kecuali = \"{c}\"\nkecuali_bunyi = \"k\"\n"))];
    let lunak = prop_oneof![5 => Just(""), 1 => Just("sifat = \"peringatan\"\n"), 1 => Just("kepastian = \"memory-low\"\n")];
    (kecuali, lunak, isi).prop_map(|(kecuali, lunak, isi)| format!("{kecuali}{lunak}{isi}"))
}

/// Text of an act with a random norm `n`, and beside it each of its parts as a norm `n0`, `n1`, ….
fn hukum() -> impl Strategy<Value = String> {
    let subjek =
        prop_oneof![4 => Just(String::new()), 1 => atom().prop_map(|c| format!("subjek = \"{c}\"\n"))];
    (subjek, prop::collection::vec(bagian(), 1..4)).prop_map(|(subjek, parts)| {
        let norma = |kunci: &str, subjek: &str| format!("[[norma]]\nkunci = \"{kunci}\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n{subjek}");
        let part = |i: usize, isi: &str| format!("[[norma.syarat]]\nkunci = \"s{i}\"\nbunyi = \"b\"\ndasar = \"Pasal 2\"\n{isi}");
        let mut text = TETAP.to_owned() + &norma("n", &subjek);
        parts.iter().enumerate().for_each(|(i, isi)| text.push_str(&part(i, isi)));
        for (i, isi) in parts.iter().enumerate() {
            text.push_str(&(norma(&format!("n{i}"), "") + &part(i, isi)));
        }
        text
    })
}

fn files(text: &str) -> Vec<(String, String)> {
    berkas(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", text)),
        ("UJI-1-2000/tabel/t.csv", TABEL.to_owned()),
        ("UJI-1-2000/tabel/libur.csv", LIBUR.to_owned()),
    ])
}

/// How a fact is known, and a number its value is made from.
type Isi = (u8, u16);

fn orang() -> impl Strategy<Value = Vec<Isi>> {
    prop::collection::vec((0..12u8, any::<u16>()), 10)
}

fn diketahui(pack: &Pack, i: usize, (how, n): Isi) -> Known {
    match how {
        0 | 1 => return Known::Unknown,
        2 => return Known::Absent,
        3 => return Known::Conflict,
        _ => {}
    }
    let fact = &pack.words.fakta_list()[i];
    let small = i64::from(n % 9);
    let text = match pack.words.type_word(fact.tipe) {
        "tingkat" => ["RENDAH", "SEDANG", "TINGGI"][usize::from(n % 3)].to_owned(),
        "warna" => ["MERAH", "BIRU", "HIJAU"][usize::from(n % 3)].to_owned(),
        "ya_tidak" => if n % 2 == 0 { "ya" } else { "tidak" }.to_owned(),
        "tanggal" => return Known::Is(Value::Day(hari("2017-06-01").add_days(i32::from(n % 2600)))),
        "teks" => "x".to_owned(),
        _ => return Known::Is(Value::int(small)),
    };
    Known::Is(pack.words.parse_value(fact.tipe, &text).expect("a value"))
}

fn potret(pack: &Pack, isi: &[Isi]) -> Potret {
    let mut potret = Potret::blank(&pack.words);
    for (i, one) in isi.iter().enumerate() {
        potret.set(law::FaktaId(i as u16), diketahui(pack, i, *one));
    }
    potret
}

fn kode(pack: &Pack, plan: &Plan, potret: &Potret, hari: Date) -> Kode {
    let book = pack.book(None, None);
    let ctx = Ctx { book: &book, words: &pack.words, facts: &potret.known, hari, hukum: plan.hukum };
    telaah::run(plan, &ctx, None).verdict.kode()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

const TIGA_TAHUN: i32 = 3 * 365;

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn hari_berubah_adalah_hari_pertama(text in hukum(), isi in orang(), mulai in 0..1500i32) {
        let pack = Pack::load(&files(&text)).unwrap_or_else(|w| panic!("{w:?}\n{text}"));
        let (potret, pada) = (potret(&pack, &isi), hari("2019-01-01").add_days(mulai));
        let answer = pack.telaah(&Ask::on("n", pada), &potret).expect("holds");
        let plan = pack.plan(&Ask::on("n", pada)).expect("holds");
        let kini = kode(&pack, &plan, &potret, pada);
        prop_assert_eq!(kini, answer.verdict.kode());
        let days = (1..=TIGA_TAHUN).map(|n| pada.add_days(n));
        let first = days.clone().find(|d| kode(&pack, &plan, &potret, *d) != kini);
        let told = answer.ubah_pada.filter(|d| *d <= pada.add_days(TIGA_TAHUN));
        prop_assert_eq!(told, first, "ubah_pada\n{}", text);

        let parts: Vec<_> = plan.langkah.iter().enumerate().filter(|(_, s)| s.waktu)
            .map(|(i, _)| pack.plan(&Ask::on(&format!("n{i}"), pada)).expect("holds")).collect();
        let codes = |d: Date| parts.iter().map(|p| kode(&pack, p, &potret, d)).collect::<Vec<_>>();
        let open = |k: &Kode| !matches!(k, Kode::Lulus | Kode::Gagal | Kode::Pertimbangan);
        let met = |d: &Date| !codes(*d).iter().any(|k| matches!(k, Kode::Gagal | Kode::Pertimbangan));
        let wanted = if codes(pada).iter().all(open) { None } else { std::iter::once(pada).chain(days).find(met) };
        let told = answer.waktu_terpenuhi.filter(|d| *d <= pada.add_days(TIGA_TAHUN));
        prop_assert_eq!(told, wanted, "waktu_terpenuhi\n{}", text);
    }
}

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn tahu_lebih_banyak_tidak_membalik_jawaban(text in hukum(), isi in orang(), lagi in orang(), mulai in 0..1500i32) {
        let pack = Pack::load(&files(&text)).unwrap_or_else(|w| panic!("{w:?}\n{text}"));
        let pada = hari("2019-01-01").add_days(mulai);
        let plan = pack.plan(&Ask::on("n", pada)).expect("holds");
        let mut known = potret(&pack, &isi);
        let mut before = kode(&pack, &plan, &known, pada);
        for (i, more) in lagi.iter().enumerate() {
            if !common::diketahui(&known.known[i]) {
                known.set(law::FaktaId(i as u16), diketahui(&pack, i, *more));
                let after = kode(&pack, &plan, &known, pada);
                let settled = matches!(before, Kode::Lulus | Kode::Gagal | Kode::TidakBerlaku);
                prop_assert!(!settled || before == after, "{:?} → {:?} karena {}\n{}", before, after, pack.words.fakta_list()[i].nama, text);
                before = after;
            }
        }
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn urutan_berkas_tidak_berarti(text in hukum(), isi in orang(), kocok in any::<u64>()) {
        let sorted = files(&text);
        let mut mixed = sorted.clone();
        mixed.sort_by_key(|f| (f.0.len() as u64).wrapping_mul(kocok | 1) ^ kocok.rotate_left(f.0.len() as u32));
        let (a, b) = (Pack::load(&sorted).expect("sound"), Pack::load(&mixed).expect("sound"));
        prop_assert_eq!(a.hash, b.hash);
        let ask = Ask::on("n", hari("2020-02-29"));
        let (x, y) = (a.telaah(&ask, &potret(&a, &isi)).expect("holds"), b.telaah(&ask, &potret(&b, &isi)).expect("holds"));
        prop_assert_eq!(format!("{x:?}"), format!("{y:?}"));
    }
}
