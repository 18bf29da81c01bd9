//! Small packs of invented law (UJI-…) for the tests of the engine.
#![allow(dead_code, reason = "each test file uses its own part")]

use kernel::Date;
use law::{Answer, Ask, FaktaId, Known, Pack, Potret};

pub const PAKET: &str = "skema = 1\nnama = \"uji\"\nversi = \"1\"\n";

pub const KOSAKATA: &str = r#"
[jenis.tingkat]
nilai = ["RENDAH", "SEDANG", "TINGGI"]
berurut = true
[jenis.warna]
nilai = ["MERAH", "BIRU", "HIJAU"]
[fakta.tingkat]
label = "Tingkat"
arti = "Tingkat"
tipe = "tingkat"
asal = "masukan"
[fakta.warna]
label = "Warna"
arti = "Warna"
tipe = "warna"
asal = "masukan"
[fakta.jumlah]
label = "Jumlah"
arti = "Jumlah"
tipe = "bilangan"
asal = "masukan"
[fakta.besaran]
label = "Besaran"
arti = "Besaran"
tipe = "desimal"
asal = "masukan"
[fakta.guru]
label = "Guru"
arti = "Guru"
tipe = "ya_tidak"
asal = "masukan"
[fakta.aktif]
label = "Aktif"
arti = "Aktif"
tipe = "ya_tidak"
asal = "masukan"
[fakta.tmt]
label = "TMT"
arti = "TMT"
tipe = "tanggal"
asal = "masukan"
[fakta.tanggal_perbuatan]
label = "Tanggal perbuatan"
arti = "Tanggal perbuatan"
tipe = "tanggal"
asal = "masukan"
[fakta.tanggal_keputusan]
label = "Tanggal keputusan"
arti = "Tanggal keputusan"
tipe = "tanggal"
asal = "masukan"
[fakta.uraian]
label = "Uraian"
arti = "Uraian"
tipe = "teks"
asal = "masukan"
"#;

/// An act in force from a day on, followed by what it orders.
pub fn akta(id: &str, mulai: &str, isi: &str) -> String {
    akta_dengan(id, mulai, mulai, "seen", isi)
}

/// The same with the day it was promulgated and how sure we are of it.
pub fn akta_dengan(id: &str, diundangkan: &str, mulai: &str, kepastian: &str, isi: &str) -> String {
    let sebutan = id.replacen('-', " ", 1).replacen('-', "/", 1);
    format!(
        "[akta]\nid = \"{id}\"\njenis = \"PP\"\nsebutan = \"{sebutan}\"\ntentang = \"Percobaan\"\n\
         diundangkan = {diundangkan}\nmulai = {mulai}\nkepastian = \"{kepastian}\"\nsumber = \"rekaan\"\n{isi}"
    )
}

/// The files of a pack: each act with its id, and other files by their path.
pub fn berkas(isi: &[(&str, String)]) -> Vec<(String, String)> {
    let mut files =
        vec![("paket.toml".to_owned(), PAKET.to_owned()), ("kosakata.toml".to_owned(), KOSAKATA.to_owned())];
    for (name, text) in isi {
        let path = if name.contains('.') { (*name).to_owned() } else { format!("{name}/akta.toml") };
        files.retain(|f| f.0 != path);
        files.push((path, text.clone()));
    }
    files
}

/// A pack that must be sound.
pub fn paket(isi: &[(&str, String)]) -> Pack {
    Pack::load(&berkas(isi)).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

/// A pack of one act.
pub fn satu(isi: &str) -> Pack {
    paket(&[("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", isi))])
}

pub fn hari(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

/// Facts as `nama=nilai, nama=nilai`, read like the cells of a case table.
pub fn orang(pack: &Pack, fakta: &str) -> Potret {
    let mut potret = Potret::blank(&pack.words);
    for pair in fakta.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let (nama, nilai) = pair.split_once('=').expect("nama=nilai");
        let id = fakta_id(pack, nama);
        potret.set(id, pack.words.parse_known(id, nilai).expect("a value of the fact"));
    }
    potret
}

pub fn fakta_id(pack: &Pack, nama: &str) -> FaktaId {
    pack.words.find(nama).unwrap_or_else(|| panic!("no fact {nama}"))
}

/// Asks on a day, with the law of that day.
pub fn tanya(pack: &Pack, kunci: &str, pada: &str, fakta: &str) -> Option<Answer> {
    pack.telaah(&Ask::on(kunci, hari(pada)), &orang(pack, fakta))
}

/// The answer as a case table writes it: code, and the value or the deciding part behind it.
pub fn jawab(pack: &Pack, kunci: &str, pada: &str, fakta: &str) -> String {
    let Some(answer) = tanya(pack, kunci, pada, fakta) else { return "TIDAK_BERLAKU".to_owned() };
    ringkas(pack, &answer)
}

pub fn ringkas(pack: &Pack, answer: &Answer) -> String {
    let code = answer.verdict.kode().word();
    match (&answer.nilai, &answer.penentu) {
        (Some(value), _) => format!("{code} {}", value.code(&pack.words)),
        (None, Some(part)) => format!("{code} {part}"),
        (None, None) => code.to_owned(),
    }
}

/// Names of the facts an answer misses.
pub fn kurang(pack: &Pack, answer: &Answer) -> Vec<String> {
    match &answer.verdict {
        law::Verdict::BelumTahu { kurang, .. } => {
            kurang.iter().map(|f| pack.words.fakta(*f).nama.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether anything is known of a fact.
pub fn diketahui(known: &Known) -> bool {
    matches!(known, Known::Is(_) | Known::Absent)
}
