//! Texts written to keep a machine busy are refused after seconds, with one sentence that says why.

use law::Pack;
use std::fmt::Write;

const WORDS: &str = r#"
[fakta.angka]
label = "Angka"
tipe = "bilangan"
asal = "masukan"
arti = "Angka"
"#;

const ACT: &str = r#"
[akta]
id = "BEBAN"
jenis = "PP"
sebutan = "Beban"
tentang = "Rekaan"
diundangkan = 2000-01-01
mulai = 2000-01-01
kepastian = "seen"
sumber = "rekaan"
"#;

fn wrong(extra: &[(&str, String)]) -> Vec<String> {
    let own = [
        ("paket.toml", "skema = 1\nnama = \"uji\"\nversi = \"1\"\n".to_owned()),
        ("kosakata.toml", WORDS.to_owned()),
    ];
    let files = own.iter().chain(extra).map(|(path, text)| ((*path).to_owned(), text.clone()));
    Pack::load(&files.collect::<Vec<_>>()).err().unwrap_or_default()
}

/// Norms that each have to be compiled anew for every version of one parameter.
fn many_versions() -> String {
    let mut text = ACT.to_owned();
    for year in 2000..2190 {
        let end = format!("sampai = {}-01-01\n", year + 1);
        let _ = write!(
            text,
            "[[param]]\nkunci = \"b.p\"\nnilai = {year}\ndasar = \"P\"\nmulai = {year}-01-01\n{end}"
        );
    }
    for n in 0..3_000 {
        let _ = write!(
            text,
            "[[norma]]\nkunci = \"b.n{n}\"\njudul = \"J\"\nbentuk = \"syarat\"\ndasar = \"P\"\nsampai = 2189-01-01\n\
             [[norma.syarat]]\nkunci = \"a\"\nbunyi = \"b\"\ndasar = \"P\"\nbila = \"@b.p > 3\"\n"
        );
    }
    text
}

#[test]
fn work_is_bounded_and_so_are_complaints() {
    let rows = |n: u32, row: &dyn Fn(u32) -> String| {
        let head = "#kebijakan=UNIK\nangka,=>nilai:bilangan,dasar\n".to_owned();
        (0..n).fold(head, |text, i| text + &row(i))
    };
    let table = |text: String| vec![("BEBAN/akta.toml", ACT.to_owned()), ("BEBAN/tabel/t.csv", text)];
    // apa · paket · kalimat yang ada
    for (what, files, sentence) in [
        ("norma kali versi", vec![("BEBAN/akta.toml", many_versions())], "terlalu banyak pekerjaan"),
        ("baris kali baris", table(rows(60_000, &|i| format!("{i},1,P\n"))), "terlalu banyak pekerjaan"),
        ("baris yang sama", table(rows(4_000, &|_| "7,1,P\n".to_owned())), "bertumpang tindih"),
    ] {
        let told = wrong(&files);
        assert!(told.iter().any(|t| t.contains(sentence)), "{what}: {:?}", told.first());
        assert!(told.len() <= 61, "{what}: {} sentences", told.len());
    }
    assert!(wrong(&table(rows(500, &|i| format!("{i},1,P\n")))).is_empty(), "an honest table is none");
}

fn norm(kunci: &str, bentuk: &str, rest: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"J\"\nbentuk = \"{bentuk}\"\ndasar = \"P\"\nsatuan = \"tahun\"\n{rest}\n"
    )
}

/// Sums that nest in sums of other norms, each within its own bounds.
fn nested(norms: usize, sums: usize) -> String {
    let more = " + 1".repeat(sums);
    let mut text = ACT.to_owned();
    for n in 0..norms {
        let of = if n + 1 < norms { format!("norma(b.n{})", n + 1) } else { "angka".to_owned() };
        text += &norm(&format!("b.n{n}"), "nilai", &format!("nilai = \"{of}{more}\""));
    }
    text
}

fn parts(n: usize) -> String {
    let part = |i| {
        format!("[[norma.syarat]]\nkunci = \"s{i}\"\nbunyi = \"b\"\ndasar = \"P\"\nbila = \"angka > {i}\"\n")
    };
    let list: String = (0..n).map(part).collect();
    ACT.to_owned() + &norm("b.n", "syarat", &list)
}

#[test]
fn what_would_take_a_stack_or_a_day_is_refused() {
    let act = |text: String| vec![("BEBAN/akta.toml", text)];
    // apa · akta · ditolak
    for (what, text, refused) in [
        ("14 norma bersarang 190 hitungan", nested(14, 190), true),
        ("satu norma 120 hitungan", nested(1, 120), true),
        ("tiga norma 25 hitungan", nested(3, 25), false),
        ("5.000 syarat", parts(5_000), true),
        ("100 syarat", parts(100), false),
    ] {
        let told = wrong(&act(text));
        assert_eq!(told.iter().any(|t| t.contains("terlalu besar")), refused, "{what}: {:?}", told.first());
    }
}

#[test]
fn the_largest_norm_fits_a_small_stack() {
    let files = [
        ("paket.toml", "skema = 1\nnama = \"uji\"\nversi = \"1\"\n".to_owned()),
        ("kosakata.toml", WORDS.to_owned()),
        ("BEBAN/akta.toml", nested(3, 28)),
    ];
    let files: Vec<_> = files.map(|(path, text)| (path.to_owned(), text)).into();
    let asked = move || {
        let pack = Pack::load(&files).expect("within the bounds");
        let mut potret = law::Potret::blank(&pack.words);
        let id = pack.words.find("angka").expect("a fact");
        potret.set(id, law::Known::Is(law::Value::int(1)));
        let day = kernel::Date::parse("2026-04-01").expect("a day");
        pack.telaah(&law::Ask::on("b.n0", day), &potret).expect("it holds").nilai
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(asked).expect("a thread");
    assert_eq!(thread.join().expect("no overflow"), Some(law::Value::int(85)));
}
