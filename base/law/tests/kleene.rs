//! What follows from what is not known: truth tables, exceptions, soft conditions, routes, nested
//! norms, tables, and sums without rounding. `ya`, `tidak`, `?` unknown, `-` none, `!` contradicted.

mod common;

use common::{akta, akta_dengan, jawab, kurang, paket, satu, tanya};
use law::Pack;

fn bagian(kunci: &str, isi: &str) -> String {
    format!("[[norma.syarat]]\nkunci = \"{kunci}\"\nbunyi = \"{kunci}\"\ndasar = \"Pasal 2\"\n{isi}\n")
}

fn norma(kunci: &str, bagian: &[String]) -> String {
    format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n{}",
        bagian.concat()
    )
}

fn bila(ungkapan: &str) -> Pack {
    satu(&norma("n", &[bagian("a", &format!("bila = \"{ungkapan}\""))]))
}

fn nilai(kunci: &str, ungkapan: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"nilai\"\ndasar = \"Pasal 1\"\nnilai = \"{ungkapan}\"\n"
    )
}

/// Asks on one day with each set of facts.
fn tabel(pack: &Pack, kunci: &str, rows: &[(&str, &str)]) {
    let told: Vec<String> = rows
        .iter()
        .map(|(facts, wanted)| (facts, wanted, jawab(pack, kunci, "2020-06-15", facts)))
        .filter(|(_, wanted, given)| *wanted != given)
        .map(|(facts, wanted, given)| format!("{facts}: diharapkan {wanted}, jawabannya {given}"))
        .collect();
    assert!(told.is_empty(), "{kunci}\n{}", told.join("\n"));
}

/// Five states of two facts; `L` met, `G` not met, `?` open.
fn kebenaran(ungkapan: &str, wanted: [&str; 5]) {
    let pack = bila(ungkapan);
    for (a, row) in ["ya", "tidak", "?", "-", "!"].iter().zip(wanted) {
        let given: String = ["ya", "tidak", "?", "-", "!"]
            .iter()
            .map(|b| match jawab(&pack, "n", "2020-01-01", &format!("guru={a}, aktif={b}")).as_str() {
                "LULUS" => 'L',
                "GAGAL a" => 'G',
                "BELUM_TAHU a" => '?',
                _ => 'X',
            })
            .collect();
        assert_eq!(given, row, "{ungkapan}, guru = {a}");
    }
}

#[test]
fn tabel_kebenaran() {
    // Columns: aktif is ya, tidak, ?, -, !. Rows: guru likewise.
    kebenaran("guru dan aktif", ["LG?G?", "GGGGG", "?G?G?", "GGGGG", "?G?G?"]);
    kebenaran("guru atau aktif", ["LLLLL", "LG?G?", "L????", "LG?G?", "L????"]);
    kebenaran("bukan guru", ["GGGGG", "LLLLL", "?????", "LLLLL", "?????"]);
    kebenaran("guru = aktif", ["LG?G?", "GL?G?", "?????", "GG?G?", "?????"]);
    kebenaran("guru != aktif", ["GL?L?", "LG?L?", "?????", "LL?L?", "?????"]);
    kebenaran("ada(guru)", ["LLLLL", "LLLLL", "?????", "GGGGG", "?????"]);
    kebenaran("tidak_ada(guru)", ["GGGGG", "GGGGG", "?????", "LLLLL", "?????"]);
    kebenaran("bukan (guru dan aktif)", ["GL?L?", "LLLLL", "?L?L?", "LLLLL", "?L?L?"]);
    kebenaran("bila(guru, aktif, guru)", ["LG?G?", "GGGGG", "?????", "GGGGG", "?????"]);
}

#[test]
fn yang_kurang_hanya_yang_menentukan() {
    let pack = bila("guru dan (aktif atau jumlah > 3) dan tmt <= hari");
    for (facts, wanted) in [
        ("", vec!["guru", "aktif", "jumlah", "tmt"]),
        ("guru=ya, aktif=ya", vec!["tmt"]),
        ("guru=ya, tmt=2000-01-01", vec!["aktif", "jumlah"]),
        ("guru=ya, aktif=tidak, tmt=2000-01-01", vec!["jumlah"]),
        ("guru=tidak", vec![]),
    ] {
        let answer = tanya(&pack, "n", "2020-01-01", facts).expect("holds");
        assert_eq!(kurang(&pack, &answer), wanted, "{facts}");
    }
}

#[test]
fn pengecualian() {
    let kecuali = "kecuali = \"guru\"\nkecuali_bunyi = \"guru\"\n";
    let isi = norma("dalam", &[bagian("d", "bila = \"jumlah > 3\"")])
        + &norma("langsung", &[bagian("a", &format!("bila = \"jumlah > 3\"\n{kecuali}"))])
        + &norma("rujuk", &[bagian("a", &format!("norma = \"dalam\"\n{kecuali}"))])
        + &norma(
            "jalur",
            &[bagian("a", kecuali)
                + "[[norma.syarat.salah_satu]]\nkunci = \"x\"\nbunyi = \"x\"\ndasar = \"Pasal 3\"\nbila = \"jumlah > 3\"\n"],
        );
    let pack = satu(&isi);
    for kunci in ["langsung", "rujuk", "jalur"] {
        for (facts, wanted) in [
            ("guru=ya, jumlah=1", "LULUS"),
            ("guru=ya, jumlah=?", "LULUS"),
            ("guru=tidak, jumlah=4", "LULUS"),
            ("guru=tidak, jumlah=1", "GAGAL a"),
            ("guru=?, jumlah=4", "LULUS"),
            ("guru=?, jumlah=1", "BELUM_TAHU a"),
            ("guru=!, jumlah=1", "BELUM_TAHU a"),
            ("guru=-, jumlah=1", "GAGAL a"),
            ("guru=?, jumlah=?", "BELUM_TAHU a"),
        ] {
            let given = jawab(&pack, kunci, "2020-01-01", facts);
            let given = if given == "BELUM_TAHU a/x" { "BELUM_TAHU a" } else { &given };
            assert_eq!(given, wanted, "{kunci}: {facts}");
        }
    }
}

#[test]
fn yang_tidak_pasti_tidak_menggagalkan() {
    let param = "[[param]]\nkunci = \"p\"\nnilai = 4\ndasar = \"Pasal 1\"\nkepastian = \"memory-medium\"\n";
    let lunak = |tambahan: &str| norma("n", &[bagian("a", &format!("bila = \"jumlah > 4\"\n{tambahan}"))]);
    let csv =
        "#kebijakan=UNIK\n#dasar=L\ntingkat,=>batas:bilangan,kepastian\nRENDAH,4,seen\nSEDANG,4,memory-low\n";
    let dengan_tabel = |isi: &str| {
        paket(&[
            ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", isi)),
            ("UJI-1-2000/tabel/t.csv", csv.to_owned()),
        ])
    };
    let akta_lemah = paket(&[(
        "UJI-1-2000",
        akta_dengan("UJI-1-2000", "2000-01-01", "2000-01-01", "memory-medium", &lunak("")),
    )]);
    // mengapa · paket · fakta lain
    let packs: Vec<(&str, Pack, &str)> = vec![
        ("syarat memory-medium", satu(&lunak("kepastian = \"memory-medium\"")), ""),
        ("syarat memory-low", satu(&lunak("kepastian = \"memory-low\"")), ""),
        ("peringatan", satu(&lunak("sifat = \"peringatan\"")), ""),
        ("akta memory-medium", akta_lemah, ""),
        ("param tidak pasti", satu(&(norma("n", &[bagian("a", "bila = \"jumlah > @p\"")]) + param)), ""),
        (
            "param tidak pasti di dalam norma lain",
            satu(&(norma("n", &[bagian("a", "bila = \"jumlah > norma(m)\"")]) + &nilai("m", "@p") + param)),
            "",
        ),
        (
            "param tidak pasti dua norma lebih dalam",
            satu(
                &(norma("n", &[bagian("a", "bila = \"jumlah > norma(m)\"")])
                    + &nilai("m", "norma(k)")
                    + &nilai("k", "@p")
                    + param),
            ),
            "",
        ),
        (
            "baris tabel tidak pasti",
            dengan_tabel(&norma("n", &[bagian("a", "bila = \"jumlah > tabel(t.batas)\"")])),
            "tingkat=SEDANG, ",
        ),
        (
            "baris tabel tidak pasti di dalam norma lain",
            dengan_tabel(
                &(norma("n", &[bagian("a", "bila = \"jumlah > norma(m)\"")]) + &nilai("m", "tabel(t.batas)")),
            ),
            "tingkat=SEDANG, ",
        ),
    ];
    for (why, pack, more) in &packs {
        for (facts, wanted) in [("jumlah=3", "PERTIMBANGAN a"), ("jumlah=5", "LULUS")] {
            assert_eq!(jawab(pack, "n", "2020-01-01", &format!("{more}{facts}")), wanted, "{why}: {facts}");
        }
    }
    let (_, sure, _) = &packs[7];
    assert_eq!(
        jawab(sure, "n", "2020-01-01", "tingkat=RENDAH, jumlah=3"),
        "GAGAL a",
        "a certain row decides"
    );
    assert_eq!(jawab(&satu(&lunak("kepastian = \"praktik\"")), "n", "2020-01-01", "jumlah=3"), "GAGAL a");
}

#[test]
fn urutan_jawaban_beberapa_syarat() {
    let pack = satu(&norma(
        "n",
        &[
            bagian("guru", "bila = \"guru\""),
            bagian("aktif", "bila = \"aktif\""),
            bagian("tim", "pertimbangan = \"Tim\"\nkecuali = \"jumlah > 9\"\nkecuali_bunyi = \"banyak\""),
        ],
    ));
    tabel(
        &pack,
        "n",
        &[
            ("guru=ya, aktif=ya, jumlah=10", "LULUS"),
            ("guru=ya, aktif=ya, jumlah=1", "PERTIMBANGAN tim"),
            ("guru=ya, aktif=?, jumlah=1", "BELUM_TAHU aktif"),
            ("guru=?, aktif=tidak, jumlah=1", "GAGAL aktif"),
            ("guru=tidak, aktif=tidak, jumlah=10", "GAGAL guru"),
            ("guru=?, aktif=?, jumlah=10", "BELUM_TAHU guru"),
        ],
    );
}

#[test]
fn salah_satu_jalur() {
    let jalur = |kunci: &str, isi: &str| {
        format!(
            "[[norma.syarat.salah_satu]]\nkunci = \"{kunci}\"\nbunyi = \"{kunci}\"\ndasar = \"Pasal 3\"\n{isi}\n"
        )
    };
    let isi = norma(
        "n",
        &[bagian("s", "") + &jalur("satu", "bila = \"guru\"") + &jalur("dua", "bila = \"aktif\"")],
    ) + &norma(
        "lunak",
        &[bagian("s", "")
            + &jalur("satu", "bila = \"guru\"")
            + &jalur("dua", "bila = \"aktif\"\nkepastian = \"memory-low\"")],
    ) + &norma(
        "orang",
        &[bagian("s", "") + &jalur("satu", "bila = \"guru\"") + &jalur("dua", "pertimbangan = \"Tim\"")],
    );
    let pack = satu(&isi);
    tabel(
        &pack,
        "n",
        &[
            ("guru=ya, aktif=?", "LULUS"),
            ("guru=tidak, aktif=ya", "LULUS"),
            ("guru=tidak, aktif=tidak", "GAGAL s"),
            ("guru=tidak, aktif=?", "BELUM_TAHU s/dua"),
            ("guru=?, aktif=!", "BELUM_TAHU s/satu"),
            ("guru=-, aktif=-", "GAGAL s"),
        ],
    );
    tabel(
        &pack,
        "lunak",
        &[("guru=tidak, aktif=tidak", "PERTIMBANGAN s/dua"), ("guru=ya, aktif=tidak", "LULUS")],
    );
    tabel(
        &pack,
        "orang",
        &[("guru=tidak", "PERTIMBANGAN s/dua"), ("guru=ya", "LULUS"), ("guru=?", "BELUM_TAHU s/satu")],
    );
}

#[test]
fn norma_di_dalam_norma() {
    let isi = norma("dalam", &[bagian("d", "bila = \"jumlah > 3\"")])
        .replace("dasar = \"Pasal 1\"", "dasar = \"Pasal 1\"\nsubjek = \"guru\"")
        + &norma("seluruhnya", &[bagian("a", "norma = \"dalam\"")])
        + &norma("lulusnya", &[bagian("a", "bila = \"lulus(dalam)\"")])
        + &norma("tidaknya", &[bagian("a", "bila = \"bukan lulus(dalam)\"")])
        + &nilai("angka", "jumlah * 2")
        + &norma("angkanya", &[bagian("a", "bila = \"norma(angka) >= 10\"")]);
    let pack = satu(&isi);
    tabel(&pack, "dalam", &[("guru=tidak", "TIDAK_BERLAKU subjek"), ("guru=?", "BELUM_TAHU subjek")]);
    tabel(
        &pack,
        "seluruhnya",
        &[
            ("guru=ya, jumlah=4", "LULUS"),
            ("guru=ya, jumlah=3", "GAGAL a"),
            ("guru=ya", "BELUM_TAHU a"),
            // What does not concern somebody is not asked of them.
            ("guru=tidak", "LULUS"),
        ],
    );
    tabel(
        &pack,
        "lulusnya",
        &[
            ("guru=ya, jumlah=4", "LULUS"),
            ("guru=ya, jumlah=3", "GAGAL a"),
            ("guru=ya", "BELUM_TAHU a"),
            ("guru=tidak", "GAGAL a"),
        ],
    );
    tabel(
        &pack,
        "tidaknya",
        &[("guru=ya, jumlah=4", "GAGAL a"), ("guru=ya, jumlah=3", "LULUS"), ("guru=ya", "BELUM_TAHU a")],
    );
    tabel(&pack, "angkanya", &[("jumlah=5", "LULUS"), ("jumlah=4", "GAGAL a"), ("jumlah=?", "BELUM_TAHU a")]);
}

fn bertabel(csv: &str) -> Pack {
    let isi = nilai("n", "tabel(t.hasil)");
    paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &isi)),
        ("UJI-1-2000/tabel/t.csv", csv.to_owned()),
    ])
}

#[test]
fn tabel_unik() {
    let csv = "#kebijakan=UNIK\r\n#dasar=L\r\ntingkat,jumlah,=>hasil:bilangan\r\nRENDAH,-,1\r\nSEDANG;tidak_ada,..5,2\r\nSEDANG,6..,3\r\nTINGGI,<5,4\r\nTINGGI,>5,5\r\n";
    for text in [csv.to_owned(), format!("\u{feff}{}", csv.replace('\r', ""))] {
        let pack = bertabel(&text);
        tabel(
            &pack,
            "n",
            &[
                ("tingkat=RENDAH", "LULUS 1"),
                ("tingkat=SEDANG", "BELUM_TAHU"),
                ("tingkat=SEDANG, jumlah=5", "LULUS 2"),
                ("tingkat=SEDANG, jumlah=6", "LULUS 3"),
                ("tingkat=-, jumlah=5", "LULUS 2"),
                ("tingkat=-, jumlah=6", "TIDAK_BERLAKU"),
                ("tingkat=TINGGI, jumlah=4", "LULUS 4"),
                ("tingkat=TINGGI, jumlah=5", "TIDAK_BERLAKU"),
                ("tingkat=TINGGI, jumlah=6", "LULUS 5"),
                ("jumlah=5", "BELUM_TAHU"),
                ("tingkat=!, jumlah=5", "BELUM_TAHU"),
                ("tingkat=SEDANG, jumlah=-", "TIDAK_BERLAKU"),
            ],
        );
    }
    let pack = bertabel(csv);
    let answer = tanya(&pack, "n", "2020-01-01", "tingkat=SEDANG").expect("holds");
    assert_eq!(kurang(&pack, &answer), ["jumlah"]);
}

#[test]
fn tabel_pertama() {
    let pack = bertabel(
        "#kebijakan=PERTAMA\n#dasar=L\nguru,tingkat,=>hasil:bilangan\nya,-,1\n-,TINGGI,2\ntidak,ada,3\n-,tidak_ada,4\n",
    );
    tabel(
        &pack,
        "n",
        &[
            ("guru=ya, tingkat=TINGGI", "LULUS 1"),
            ("guru=ya, tingkat=?", "LULUS 1"),
            ("guru=tidak, tingkat=TINGGI", "LULUS 2"),
            ("guru=?, tingkat=TINGGI", "BELUM_TAHU"),
            ("guru=tidak, tingkat=RENDAH", "LULUS 3"),
            ("guru=tidak, tingkat=-", "LULUS 4"),
            ("guru=-, tingkat=RENDAH", "TIDAK_BERLAKU"),
            ("guru=-, tingkat=-", "LULUS 4"),
            ("guru=tidak, tingkat=?", "BELUM_TAHU"),
        ],
    );
}

#[test]
fn tabel_turun() {
    let isi = nilai("n", "tabel(t.hasil)") + &nilai("berikut", "tabel_berikut(t.jumlah)");
    let csv = "#kebijakan=TURUN\n#dasar=L\ntingkat,jumlah,=>hasil:bilangan\nRENDAH,0,10\nRENDAH,2,20\nRENDAH,4,30\nSEDANG,3,40\n";
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &isi)),
        ("UJI-1-2000/tabel/t.csv", csv.to_owned()),
    ]);
    tabel(
        &pack,
        "n",
        &[
            ("tingkat=RENDAH, jumlah=0", "LULUS 10"),
            ("tingkat=RENDAH, jumlah=1", "LULUS 10"),
            ("tingkat=RENDAH, jumlah=2", "LULUS 20"),
            ("tingkat=RENDAH, jumlah=99", "LULUS 30"),
            ("tingkat=SEDANG, jumlah=2", "TIDAK_BERLAKU"),
            ("tingkat=SEDANG, jumlah=3", "LULUS 40"),
            ("tingkat=?, jumlah=3", "BELUM_TAHU"),
            ("tingkat=RENDAH, jumlah=?", "BELUM_TAHU"),
            ("tingkat=RENDAH, jumlah=-", "TIDAK_BERLAKU"),
        ],
    );
    tabel(
        &pack,
        "berikut",
        &[
            ("tingkat=RENDAH, jumlah=2", "LULUS 4"),
            ("tingkat=RENDAH, jumlah=4", "TIDAK_BERLAKU"),
            ("tingkat=RENDAH", "BELUM_TAHU"),
        ],
    );
}

#[test]
fn banyaknya_yang_pecahan_tidak_dibulatkan() {
    let pack = bila("tambah_bulan(tmt, besaran) <= hari");
    tabel(
        &pack,
        "n",
        &[
            ("tmt=2020-04-15, besaran=2", "LULUS"),
            ("tmt=2020-04-15, besaran=3", "GAGAL a"),
            ("tmt=2020-04-15, besaran=2.4", "BELUM_TAHU a"),
            ("tmt=2020-04-15, besaran=2.5", "BELUM_TAHU a"),
        ],
    );
    let ask = law::Ask::on("n", common::hari("2020-06-15"));
    let answer = pack.telaah(&ask, &common::orang(&pack, "tmt=2020-04-15, besaran=2.5")).expect("holds");
    let said = law::json::text(&answer, &pack.words);
    assert!(said.contains("tambah_bulan(…) memerlukan bilangan bulat, bukan 2,5"), "{said}");
}

/// The count is a fraction until the second of June, then whole but too small, then large enough.
#[test]
fn hari_berubah_bila_pecahan_menjadi_bulat() {
    let pecahan = "bila = \"tambah_hari(tmt, maks(besaran, hari_antara(tmt, hari))) > 2020-06-15\"";
    let pack = satu(&norma("n", &[bagian("a", pecahan), bagian("b", "bila = \"hari >= 2020-06-10\"")]));
    for (pada, wanted, berubah, terpenuhi) in [
        ("2020-05-01", "GAGAL b", "2020-06-16", "2020-06-16"),
        ("2020-06-10", "GAGAL a", "2020-06-16", "2020-06-16"),
        ("2020-06-16", "LULUS", "-", "2020-06-16"),
    ] {
        let potret = common::orang(&pack, "tmt=2020-06-01, besaran=0.5");
        let answer = pack.telaah(&law::Ask::on("n", common::hari(pada)), &potret).expect("holds");
        let told = |day: Option<kernel::Date>| day.map_or("-".to_owned(), |day| day.to_string());
        let given = (common::ringkas(&pack, &answer), told(answer.ubah_pada), told(answer.waktu_terpenuhi));
        assert_eq!(given, (wanted.to_owned(), berubah.to_owned(), terpenuhi.to_owned()), "{pada}");
    }
}

#[test]
fn hitungan_eksak() {
    for (ungkapan, facts, wanted) in [
        ("jumlah / 3 * 3", "jumlah=10", "LULUS 10"),
        ("besaran * 1.5", "besaran=12.5", "LULUS 18.75"),
        ("0.1 + 0.2", "", "LULUS 0.3"),
        ("bulat(jumlah / 3, 2)", "jumlah=10", "LULUS 3.33"),
        ("bulat(2.5, 0)", "", "LULUS 3"),
        ("bulat_atas(jumlah / 3, 0)", "jumlah=10", "LULUS 4"),
        ("bulat_bawah(-2.5, 0)", "", "LULUS -3"),
        ("10 - 4 - 3", "", "LULUS 3"),
        ("2 + 3 * 4", "", "LULUS 14"),
        ("jumlah / 0", "jumlah=1", "TIDAK_BERLAKU"),
        ("jumlah * jumlah", "jumlah=999999999999", "TIDAK_BERLAKU"),
        ("jumlah + besaran", "jumlah=1", "BELUM_TAHU"),
        ("jumlah + besaran", "jumlah=1, besaran=-", "TIDAK_BERLAKU"),
        ("maks(jumlah, 4)", "jumlah=3", "LULUS 4"),
        ("min(jumlah, 4)", "jumlah=3", "LULUS 3"),
        ("bila(guru, 1, 2)", "guru=?", "BELUM_TAHU"),
        ("bila(guru, 1, 2)", "guru=-", "LULUS 2"),
        // A count is whole or it is no count.
        ("bulan(tambah_bulan(2020-01-15, besaran))", "besaran=2", "LULUS 3"),
        ("bulan(tambah_bulan(2020-01-15, besaran))", "besaran=2.5", "TIDAK_BERLAKU"),
        ("bulan(tambah_bulan(2020-01-15, besaran * 2))", "besaran=2.5", "LULUS 6"),
        ("bulat(besaran, jumlah / 2)", "besaran=1.25, jumlah=3", "TIDAK_BERLAKU"),
        ("bulat(besaran, jumlah / 2)", "besaran=1.25, jumlah=2", "LULUS 1.3"),
    ] {
        assert_eq!(
            jawab(&satu(&nilai("n", ungkapan)), "n", "2020-01-01", facts),
            wanted,
            "{ungkapan} {facts}"
        );
    }
}

#[test]
fn skor() {
    let isi = "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"skor\"\ndasar = \"Pasal 1\"\nbulat = 2\n\
        [[norma.unsur]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"Pasal 2\"\nnilai = \"jumlah\"\nbobot = 60\nmaks = 100\n\
        [[norma.unsur]]\nkunci = \"b\"\nbunyi = \"b\"\ndasar = \"Pasal 2\"\nnilai = \"besaran / 3\"\nbobot = \"40\"\nkecuali = \"guru\"\nkecuali_bunyi = \"guru\"\n";
    tabel(
        &satu(isi),
        "n",
        &[
            ("guru=tidak, jumlah=100, besaran=100", "LULUS 73.33"),
            ("guru=tidak, jumlah=500, besaran=0", "LULUS 60"),
            ("guru=ya, jumlah=50", "LULUS 30"),
            ("guru=tidak, jumlah=50", "BELUM_TAHU b"),
            ("guru=tidak, jumlah=-, besaran=1", "TIDAK_BERLAKU a"),
        ],
    );
}

#[test]
fn kalender() {
    for (ungkapan, facts, wanted) in [
        ("tambah_tahun(tmt, 1)", "tmt=2024-02-29", "LULUS 2025-02-28"),
        ("mundur_bulan(tmt, 1)", "tmt=2024-03-31", "LULUS 2024-02-29"),
        ("tambah_bulan(tmt, 12)", "tmt=2023-12-31", "LULUS 2024-12-31"),
        ("awal_bulan_berikut(tmt)", "tmt=2024-12-31", "LULUS 2025-01-01"),
        ("akhir_bulan(tmt)", "tmt=2023-02-01", "LULUS 2023-02-28"),
        ("tahun_penuh(tmt, hari)", "tmt=2016-01-01", "LULUS 4"),
        ("tahun_penuh(tmt, hari)", "tmt=2016-01-02", "LULUS 3"),
        ("tahun_penuh(tmt, hari)", "tmt=2021-01-01", "LULUS 0"),
        ("bulan_penuh(tmt, hari)", "tmt=2019-12-02", "LULUS 0"),
        ("hari_antara(hari, tmt)", "tmt=2019-12-31", "LULUS -1"),
    ] {
        assert_eq!(
            jawab(&satu(&nilai("n", ungkapan)), "n", "2020-01-01", facts),
            wanted,
            "{ungkapan} {facts}"
        );
    }
}
