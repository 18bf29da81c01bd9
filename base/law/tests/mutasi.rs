//! The measure of the golden cases: a good table notices every change, a thin one is told which it
//! does not notice.

mod common;

use common::{akta, berkas};
use law::mutasi::{Laporan, ukur};

fn hukum() -> Vec<(String, String)> {
    let isi = "[[param]]\nkunci = \"p\"\nnilai = 4\ndasar = \"Pasal 1\"\n\
        [[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n\
        [[norma.syarat]]\nkunci = \"masa\"\nbunyi = \"m\"\ndasar = \"Pasal 2\"\nbila = \"jumlah >= @p\"\n\
        [[norma.syarat]]\nkunci = \"batas\"\nbunyi = \"b\"\ndasar = \"Pasal 3\"\nbila = \"besaran < norma(m)\"\n\
        [[norma]]\nkunci = \"m\"\njudul = \"M\"\nbentuk = \"nilai\"\ndasar = \"Pasal 4\"\nnilai = \"tabel(t.batas)\"\n";
    berkas(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", isi)),
        ("UJI-1-2000/tabel/t.csv", "#kebijakan=UNIK\n#dasar=L\ntingkat,=>batas:bilangan,=>keterangan\nRENDAH,10,a\nSEDANG;TINGGI,20,b\n".to_owned()),
    ])
}

const TEPI: &str = "kasus,norma,hari,tingkat,jumlah,besaran,=>hasil,=>nilai\n\
    tepat,n,2020-01-01,RENDAH,4,9.9,LULUS,\nkurang,n,2020-01-01,RENDAH,3,9.9,GAGAL,\n\
    tepat batas,n,2020-01-01,RENDAH,4,10,GAGAL,\nrendah,m,2020-01-01,RENDAH,,,LULUS,10\n\
    sedang,m,2020-01-01,SEDANG,,,LULUS,20\ntinggi,m,2020-01-01,TINGGI,,,LULUS,20\n";

fn laporan(kasus: &str) -> Laporan {
    ukur(&hukum(), &[("kasus/uji.csv".to_owned(), kasus.to_owned())], &[]).expect("sound")
}

fn hidup(laporan: &Laporan) -> Vec<String> {
    laporan.hidup.iter().map(|m| format!("{}:{} {}", m.berkas, m.baris, m.apa)).collect()
}

#[test]
fn kasus_tepi_mengetahui_semua_perubahan() {
    let all = laporan(TEPI);
    assert_eq!(hidup(&all), Vec::<String>::new());
    assert_eq!((all.mutan, all.mati, all.persen()), (all.mutan, all.mutan, 100));
    // param, two comparisons, two conditions left out, two answers of rows, two bounds of rows
    assert!(all.mutan + all.ditolak >= 9, "{} {}", all.mutan, all.ditolak);
}

#[test]
fn yang_tidak_diketahui_disebut_dengan_tempatnya() {
    let tanpa_tepi: String =
        TEPI.lines().filter(|l| !l.starts_with("tepat batas")).map(|l| format!("{l}\n")).collect();
    let told = hidup(&laporan(&tanpa_tepi));
    assert_eq!(
        told,
        [
            "UJI-1-2000/akta.toml:28 n/batas: < menjadi <= pada \"besaran < norma(m)\"",
            "UJI-1-2000/akta.toml:28 n/batas: syarat ditiadakan",
        ]
    );
    let none = ukur(&hukum(), &[], &[]).expect("sound");
    assert_eq!((none.mati, none.persen()), (0, 0));
    assert_eq!(none.hidup.len(), none.mutan);
}

#[test]
fn kasus_yang_sudah_gagal_tidak_dihitung() {
    let salah =
        TEPI.replace("kurang,n,2020-01-01,RENDAH,3,9.9,GAGAL", "kurang,n,2020-01-01,RENDAH,3,9.9,LULUS");
    let told = laporan(&salah);
    assert!(told.mati < told.mutan && told.mati > 0, "{} {}", told.mati, told.mutan);
}

#[test]
fn paket_yang_ditolak_tidak_diukur() {
    assert!(ukur(&[], &[], &[]).is_err());
    assert!(ukur(&hukum(), &[("kasus/uji.csv".to_owned(), "kasus\n".to_owned())], &[]).is_err());
}

#[test]
fn hanya_akta_yang_disebut_diubah() {
    let satu = |akta: &str| ukur(&hukum(), &[], &[akta.to_owned()]).expect("sound").mutan;
    assert_eq!(satu("UJI-1-2000"), laporan(TEPI).mutan);
    assert_eq!(satu("LAIN-1-2000"), 0);
}
