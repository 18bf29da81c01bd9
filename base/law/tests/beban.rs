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
