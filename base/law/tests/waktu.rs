//! Which law, of which date: amendments, repeals, what is carried on, and laws chosen by events.
//! Every table: (day, answer). The acts are invented.

mod common;

use common::{akta, akta_dengan, fakta_id, hari, jawab, kurang, orang, paket, ringkas, satu, tanya};
use law::{Ask, Known, Pack, Verdict};

const NORMA: &str = "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"nilai\"\ndasar = \"Pasal 7\"\n";

/// A norm that answers a number.
fn angka(kunci: &str, nilai: &str, dari: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"nilai\"\ndasar = \"Pasal 7\"\nnilai = \"{nilai}\"\n{dari}"
    )
}

fn syarat(kunci: &str, bagian: &[(&str, &str)]) -> String {
    let mut text = format!(
        "[[norma]]\nkunci = \"{kunci}\"\njudul = \"{kunci}\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n"
    );
    for (nama, bila) in bagian {
        text.push_str(&format!(
            "[[norma.syarat]]\nkunci = \"{nama}\"\nbunyi = \"{nama}\"\ndasar = \"Pasal 2 {nama}\"\nbila = \"{bila}\"\n"
        ));
    }
    text
}

fn tabel(pack: &Pack, kunci: &str, fakta: &str, rows: &[(&str, &str)]) {
    let told: Vec<String> = rows
        .iter()
        .map(|(pada, wanted)| (pada, wanted, jawab(pack, kunci, pada, fakta)))
        .filter(|(_, wanted, given)| *wanted != given)
        .map(|(pada, wanted, given)| format!("{pada}: diharapkan {wanted}, jawabannya {given}"))
        .collect();
    assert!(told.is_empty(), "{kunci}\n{}", told.join("\n"));
}

fn sebutan(pack: &Pack, kunci: &str, pada: &str) -> String {
    tanya(pack, kunci, pada, "").map_or(String::new(), |a| a.pohon.dasar.text())
}

#[test]
fn rantai_perubahan_membentuk_jo() {
    let ubah = |id: &'static str, mulai: &str| (id, akta(id, mulai, "[[mengubah]]\nakta = \"UJI-1-2000\"\n"));
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &angka("n", "1", ""))),
        ubah("UJI-3-2010", "2010-06-01"),
        ubah("UJI-2-2005", "2005-06-01"),
    ]);
    for (pada, wanted) in [
        ("2005-05-31", "Pasal 7 UJI 1/2000"),
        ("2005-06-01", "Pasal 7 UJI 1/2000 jo. UJI 2/2005"),
        ("2010-05-31", "Pasal 7 UJI 1/2000 jo. UJI 2/2005"),
        ("2010-06-01", "Pasal 7 UJI 1/2000 jo. UJI 2/2005 jo. UJI 3/2010"),
    ] {
        assert_eq!(sebutan(&pack, "n", pada), wanted, "{pada}");
    }
}

#[test]
fn pencabutan_tidak_menghidupkan_teks_lama() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &angka("n", "1", ""))),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &angka("n", "2", "menggantikan = \"UJI-1-2000\"\n"))),
        (
            "UJI-3-2020",
            akta("UJI-3-2020", "2020-01-01", "[[mencabut]]\nakta = \"UJI-2-2010\"\ndasar = \"Pasal 9\"\n"),
        ),
    ]);
    tabel(
        &pack,
        "n",
        "",
        &[
            ("1999-12-31", "TIDAK_BERLAKU"),
            ("2000-01-01", "LULUS 1"),
            ("2009-12-31", "LULUS 1"),
            ("2010-01-01", "LULUS 2"),
            ("2019-12-31", "LULUS 2"),
            ("2020-01-01", "TIDAK_BERLAKU"),
            ("2030-01-01", "TIDAK_BERLAKU"),
        ],
    );
}

#[test]
fn dicabut_tetapi_diteruskan() {
    let cabut = "[[mencabut]]\nakta = \"UJI-1-2000\"\ndasar = \"Pasal 9\"\n\
        [[melanjutkan]]\nakta = \"UJI-1-2000\"\nkunci = [\"a.*\"]\ndasar = \"Pasal 8\"\nsyarat = \"sepanjang tidak bertentangan\"\nsampai = 2015-01-01\n";
    let pack = paket(&[
        (
            "UJI-1-2000",
            akta("UJI-1-2000", "2000-01-01", &(angka("a.satu", "1", "") + &angka("b.dua", "2", ""))),
        ),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", cabut)),
    ]);
    tabel(
        &pack,
        "a.satu",
        "",
        &[
            ("2009-12-31", "LULUS 1"),
            ("2010-01-01", "LULUS 1"),
            ("2014-12-31", "LULUS 1"),
            ("2015-01-01", "TIDAK_BERLAKU"),
        ],
    );
    tabel(&pack, "b.dua", "", &[("2009-12-31", "LULUS 2"), ("2010-01-01", "TIDAK_BERLAKU")]);
    assert_eq!(sebutan(&pack, "a.satu", "2009-12-31"), "Pasal 7 UJI 1/2000");
    assert_eq!(
        sebutan(&pack, "a.satu", "2010-01-01"),
        "Pasal 7 UJI 1/2000 yang dicabut, diteruskan melalui Pasal 8 UJI 2/2010"
    );
}

#[test]
fn dicabut_sebagian() {
    let pack = paket(&[
        (
            "UJI-1-2000",
            akta("UJI-1-2000", "2000-01-01", &(angka("a.satu", "1", "") + &angka("b.dua", "2", ""))),
        ),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2010-01-01",
                "[[mencabut]]\nakta = \"UJI-1-2000\"\ndasar = \"Pasal 9\"\nmulai = 2011-01-01\nkunci = [\"b.*\"]\n",
            ),
        ),
    ]);
    tabel(&pack, "a.satu", "", &[("2011-01-01", "LULUS 1")]);
    tabel(&pack, "b.dua", "", &[("2010-12-31", "LULUS 2"), ("2011-01-01", "TIDAK_BERLAKU")]);
}

#[test]
fn ganti_hapus_tambah_pada_kedua_sisi_tanggalnya() {
    let ubah = "[[mengubah]]\nakta = \"UJI-1-2000\"\n\
        [[ganti]]\nkunci = \"n/a\"\nmulai = 2010-01-01\ndasar = \"Pasal I angka 1\"\nbila = \"aktif\"\n\
        [[hapus]]\nkunci = \"n/b\"\nmulai = 2011-01-01\ndasar = \"Pasal I angka 2\"\n\
        [[tambah]]\nnorma = \"n\"\nsetelah = \"a\"\nmulai = 2012-01-01\nkunci = \"c\"\nbunyi = \"c\"\ndasar = \"Pasal I angka 3\"\nbila = \"jumlah >= 3\"\n";
    let pack = paket(&[
        (
            "UJI-1-2000",
            akta("UJI-1-2000", "2000-01-01", &syarat("n", &[("a", "guru"), ("b", "jumlah >= 5")])),
        ),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", ubah)),
    ]);
    tabel(
        &pack,
        "n",
        "guru=ya, aktif=tidak, jumlah=5",
        &[("2009-12-31", "LULUS"), ("2010-01-01", "GAGAL a")],
    );
    tabel(
        &pack,
        "n",
        "guru=tidak, aktif=ya, jumlah=4",
        &[
            ("2009-12-31", "GAGAL a"),
            ("2010-01-01", "GAGAL b"),
            ("2010-12-31", "GAGAL b"),
            ("2011-01-01", "LULUS"),
        ],
    );
    tabel(&pack, "n", "aktif=ya, jumlah=2", &[("2011-12-31", "LULUS"), ("2012-01-01", "GAGAL c")]);
    let answer = tanya(&pack, "n", "2012-01-01", "").expect("holds");
    let cited: Vec<String> = answer.pohon.cabang.iter().map(|c| c.dasar.text()).collect();
    assert_eq!(
        cited,
        [
            "Pasal 2 a UJI 1/2000 jo. UJI 2/2010; diubah dengan Pasal I angka 1 UJI 2/2010",
            "Pasal I angka 3 UJI 2/2010",
        ]
    );
    let changed: Vec<_> = ["2009-06-01", "2010-06-01", "2011-06-01", "2012-06-01"]
        .map(|d| tanya(&pack, "n", d, "").and_then(|a| a.hukum_berubah))
        .into();
    assert_eq!(changed, [Some(hari("2010-01-01")), Some(hari("2011-01-01")), Some(hari("2012-01-01")), None]);
}

#[test]
fn bagian_dari_akta_pengubah_sepasti_akta_itu() {
    let ubah = "[[ganti]]\nkunci = \"n/a\"\ndasar = \"Pasal 1\"\nbila = \"aktif\"\n\
        [[tambah]]\nnorma = \"n\"\nkunci = \"c\"\nbunyi = \"c\"\ndasar = \"Pasal 3\"\nbila = \"jumlah >= 3\"\n";
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &syarat("n", &[("a", "guru"), ("b", "guru")]))),
        ("UJI-2-2010", akta_dengan("UJI-2-2010", "2010-01-01", "2010-01-01", "memory-low", ubah)),
    ]);
    tabel(&pack, "n", "guru=ya, aktif=tidak, jumlah=9", &[("2010-01-01", "PERTIMBANGAN a")]);
    tabel(&pack, "n", "guru=ya, aktif=ya, jumlah=1", &[("2010-01-01", "PERTIMBANGAN c")]);
    tabel(&pack, "n", "guru=tidak, aktif=ya, jumlah=9", &[("2010-01-01", "GAGAL b")]);
}

#[test]
fn putusan_memotong_satu_frasa() {
    let putusan = akta(
        "UJI-87-2019",
        "2019-04-25",
        "[[ganti]]\nkunci = \"n/a\"\ndasar = \"Amar angka 2\"\nbila = \"tidak_ada(jumlah)\"\n",
    )
    .replace("\"PP\"", "\"PUTUSAN-MK\"");
    let pack = paket(&[
        (
            "UJI-1-2000",
            akta(
                "UJI-1-2000",
                "2000-01-01",
                &syarat("n", &[("a", "tidak_ada(jumlah) dan tidak_ada(uraian)")]),
            ),
        ),
        ("UJI-87-2019", putusan),
    ]);
    tabel(&pack, "n", "jumlah=-, uraian=umum", &[("2019-04-24", "GAGAL a"), ("2019-04-25", "LULUS")]);
}

#[test]
fn berlaku_surut_menurut_yang_diketahui() {
    let surut = akta_dengan(
        "UJI-2-2010",
        "2010-06-01",
        "2010-01-01",
        "seen",
        &angka("n", "2", "menggantikan = \"UJI-1-2000\"\n"),
    );
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &angka("n", "1", ""))),
        ("UJI-2-2010", surut),
    ]);
    // hari · diketahui sampai · jawaban
    for (pada, tahu, wanted) in [
        ("2010-03-01", Some("2010-05-31"), "LULUS 1"),
        ("2010-03-01", Some("2010-06-01"), "LULUS 2"),
        ("2010-03-01", None, "LULUS 2"),
        ("2009-12-31", None, "LULUS 1"),
        ("2010-03-01", Some("1999-12-31"), "TIDAK_BERLAKU"),
    ] {
        let ask = Ask { hukum_diketahui: tahu.map(hari), ..Ask::on("n", hari(pada)) };
        let given =
            pack.telaah(&ask, &orang(&pack, "")).map_or("TIDAK_BERLAKU".into(), |a| ringkas(&pack, &a));
        assert_eq!(given, wanted, "{pada} {tahu:?}");
    }
}

#[test]
fn hukum_pada_hari_peristiwa() {
    let lama = angka("n", "1", "waktu = \"tanggal_perbuatan\"\n");
    let baru = angka("n", "2", "waktu = \"tanggal_perbuatan\"\nmenggantikan = \"UJI-1-2000\"\n");
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &lama)),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &baru)),
    ]);
    for (perbuatan, wanted) in [
        ("2009-12-31", "LULUS 1"),
        ("2010-01-01", "LULUS 2"),
        ("1999-12-31", "TIDAK_BERLAKU"),
        ("?", "BELUM_TAHU"),
        ("-", "BELUM_TAHU"),
        ("!", "BELUM_TAHU"),
    ] {
        assert_eq!(
            jawab(&pack, "n", "2020-01-01", &format!("tanggal_perbuatan={perbuatan}")),
            wanted,
            "{perbuatan}"
        );
    }
    let answer = tanya(&pack, "n", "2020-01-01", "").expect("holds");
    assert_eq!(kurang(&pack, &answer), ["tanggal_perbuatan"]);
    let clash = tanya(&pack, "n", "2020-01-01", "tanggal_perbuatan=!").expect("holds");
    assert!(matches!(&clash.verdict, Verdict::BelumTahu { bertentangan, .. } if bertentangan.len() == 1));
}

#[test]
fn perubahan_karena_waktu_menurut_hukum_peristiwa() {
    let masa = |tahun: u8, dari: &str| {
        syarat("n", &[("masa", &format!("tambah_tahun(tmt, {tahun}) <= hari"))]).replace(
            "dasar = \"Pasal 1\"\n",
            &format!("dasar = \"Pasal 1\"\nwaktu = \"tanggal_perbuatan\"\n{dari}"),
        )
    };
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &masa(4, ""))),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &masa(2, "menggantikan = \"UJI-1-2000\"\n"))),
    ]);
    for (perbuatan, berubah) in [("2005-01-01", "2024-01-01"), ("2015-01-01", "2022-01-01")] {
        let answer =
            tanya(&pack, "n", "2021-01-01", &format!("tmt=2020-01-01, tanggal_perbuatan={perbuatan}"))
                .expect("holds");
        assert_eq!(ringkas(&pack, &answer), "GAGAL masa");
        assert_eq!(answer.ubah_pada, Some(hari(berubah)), "{perbuatan}");
        assert_eq!(answer.waktu_terpenuhi, Some(hari(berubah)), "{perbuatan}");
    }
}

#[test]
fn hukum_yang_dibekukan() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &angka("n", "@p", "waktu = 2005-01-01\n"))),
        (
            "UJI-3-2000",
            akta("UJI-3-2000", "2000-01-01", "[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\n"),
        ),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2010-01-01",
                "[[param]]\nkunci = \"p\"\nnilai = 2\ndasar = \"Pasal 1\"\nmenggantikan = \"UJI-3-2000\"\n",
            ),
        ),
    ]);
    tabel(&pack, "n", "", &[("2004-01-01", "LULUS 1"), ("2020-01-01", "LULUS 1")]);
}

#[test]
fn yang_teringan_dari_dua_hukum() {
    let hukuman = |word: &str, dari: &str| {
        format!("[[norma]]\nkunci = \"h\"\njudul = \"H\"\nbentuk = \"klasifikasi\"\ndasar = \"Pasal 4\"\nnilai = \"bila(guru, '{word}', tingkat)\"\n{dari}")
            .replace(&format!("bila(guru, '{word}', tingkat)"), &format!("bila(bukan guru, tingkat, '{word}')"))
    };
    let ringan = "[[norma]]\nkunci = \"r\"\njudul = \"R\"\nbentuk = \"teringan\"\ndasar = \"Pasal 5\"\nnorma = \"h\"\nwaktu_calon = [\"tanggal_perbuatan\", \"tanggal_keputusan\"]\n";
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &(hukuman("TINGGI", "") + ringan))),
        (
            "UJI-2-2010",
            akta("UJI-2-2010", "2010-01-01", &hukuman("RENDAH", "menggantikan = \"UJI-1-2000\"\n")),
        ),
        (
            "UJI-3-2015",
            akta("UJI-3-2015", "2015-01-01", &hukuman("SEDANG", "menggantikan = \"UJI-2-2010\"\n")),
        ),
    ]);
    for (perbuatan, keputusan, wanted) in [
        ("2009-12-31", "2009-12-31", "LULUS TINGGI"),
        ("2009-12-31", "2010-01-01", "LULUS RENDAH"),
        ("2012-01-01", "2016-01-01", "LULUS RENDAH"),
        ("2009-01-01", "2016-01-01", "LULUS SEDANG"),
        ("2009-01-01", "?", "BELUM_TAHU"),
        ("1999-01-01", "2016-01-01", "TIDAK_BERLAKU"),
    ] {
        let facts = format!("guru=ya, tanggal_perbuatan={perbuatan}, tanggal_keputusan={keputusan}");
        assert_eq!(jawab(&pack, "r", "2020-01-01", &facts), wanted, "{facts}");
    }
    let both = tanya(
        &pack,
        "r",
        "2020-01-01",
        "guru=ya, tanggal_perbuatan=2009-01-01, tanggal_keputusan=2016-01-01",
    )
    .expect("holds");
    let cited: Vec<&str> = both.pohon.cabang.iter().map(|c| &*c.dasar.sebutan).collect();
    assert_eq!(cited, ["UJI 1/2000", "UJI 3/2015"], "every branch is shown");
    let none = tanya(&pack, "r", "2020-01-01", "guru=ya").expect("holds");
    assert_eq!(kurang(&pack, &none), ["tanggal_perbuatan", "tanggal_keputusan"]);
}

#[test]
fn peralihan_memilih_hukum_menurut_peristiwa() {
    let alih = "[[norma]]\nkunci = \"alih\"\njudul = \"A\"\nbentuk = \"peralihan\"\ntabel = \"masa_alih\"\ndasar = \"Pasal 46\"\n";
    let csv = "#kebijakan=UNIK\n#lengkap=ya\ntanggal_perbuatan,tanggal_keputusan,=>pakai,=>hukum,=>sifat,dasar\n\
        <2010-01-01,<2010-01-01,n,tanggal_keputusan,tetap sah,Pasal 46 ayat (1)\n\
        <2010-01-01,>=2010-01-01,n,2009-12-31,lama,Pasal 46 ayat (2)\n\
        >=2010-01-01,-,n,-,baru,Pasal 46 ayat (3)\n";
    let pack = paket(&[
        (
            "UJI-1-2000",
            akta(
                "UJI-1-2000",
                "2000-01-01",
                &(angka("n", "@p", "")
                    + "[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\nsampai = 2005-01-01\n[[param]]\nkunci = \"p\"\nnilai = 2\ndasar = \"Pasal 1\"\nmulai = 2005-01-01\n"),
            ),
        ),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2010-01-01",
                &(alih.to_owned() + &angka("n", "3", "menggantikan = \"UJI-1-2000\"\n")),
            ),
        ),
        ("UJI-2-2010/tabel/masa_alih.csv", csv.to_owned()),
    ]);
    for (perbuatan, keputusan, wanted) in [
        ("2004-01-01", "2004-12-31", "LULUS 1"),
        ("2004-01-01", "2005-01-01", "LULUS 2"),
        ("2004-01-01", "2009-12-31", "LULUS 2"),
        ("2009-12-31", "2010-01-01", "LULUS 2"),
        ("2010-01-01", "2010-01-01", "LULUS 3"),
        ("2010-01-01", "?", "LULUS 3"),
        ("2009-12-31", "?", "BELUM_TAHU subjek"),
        ("?", "2012-01-01", "BELUM_TAHU subjek"),
    ] {
        let facts = format!("tanggal_perbuatan={perbuatan}, tanggal_keputusan={keputusan}");
        assert_eq!(jawab(&pack, "alih", "2020-01-01", &facts), wanted, "{facts}");
    }
    let answer = tanya(&pack, "alih", "2020-01-01", "tanggal_perbuatan=2010-01-01").expect("holds");
    assert_eq!(answer.pohon.baris[0].dasar.text(), "Pasal 46 ayat (3) UJI 2/2010");
}

#[test]
fn beda_tafsir() {
    let isi = "[[norma]]\nkunci = \"s\"\njudul = \"S\"\nbentuk = \"sengketa\"\ndasar = \"Pasal 252\"\n\
        [[norma.posisi]]\nkunci = \"surut\"\nbunyi = \"sejak putusan\"\ndasar = \"Pasal 252\"\npihak = \"BKN\"\nnilai = \"akhir_bulan(tanggal_perbuatan)\"\n\
        [[norma.posisi]]\nkunci = \"maju\"\nbunyi = \"sejak keputusan\"\ndasar = \"Pasal 58\"\npihak = \"PTUN\"\nnilai = \"akhir_bulan(tanggal_keputusan)\"\n";
    let pack = satu(isi);
    let facts = |p: &str, k: &str| format!("tanggal_perbuatan={p}, tanggal_keputusan={k}");
    tabel(&pack, "s", &facts("2015-03-02", "2015-03-30"), &[("2020-01-01", "LULUS 2015-03-31")]);
    tabel(&pack, "s", &facts("2015-03-02", "?"), &[("2020-01-01", "BELUM_TAHU maju")]);
    let answer = tanya(&pack, "s", "2020-01-01", &facts("2015-03-02", "2018-10-15")).expect("holds");
    let Verdict::Sengketa(positions) = &answer.verdict else { panic!("{:?}", answer.verdict) };
    let told: Vec<String> = positions
        .iter()
        .map(|p| {
            format!(
                "{} {} {}",
                p.kunci,
                p.pihak,
                p.nilai.as_ref().map_or(String::new(), |v| v.code(&pack.words))
            )
        })
        .collect();
    assert_eq!(told, ["surut BKN 2015-03-31", "maju PTUN 2018-10-31"]);
    assert_eq!(answer.nilai, None, "nothing is chosen silently");
}

#[test]
fn posisi_yang_gagal_tidak_mendahului_posisi_yang_belum_diketahui() {
    let isi = syarat("x", &[("a", "guru")])
        + &syarat("y", &[("b", "aktif")])
        + "[[norma]]\nkunci = \"s\"\njudul = \"S\"\nbentuk = \"sengketa\"\ndasar = \"Pasal 1\"\n\
           [[norma.posisi]]\nkunci = \"satu\"\nbunyi = \"x\"\ndasar = \"Pasal 1\"\nnorma = \"x\"\n\
           [[norma.posisi]]\nkunci = \"dua\"\nbunyi = \"y\"\ndasar = \"Pasal 1\"\nnorma = \"y\"\n";
    let pack = satu(&isi);
    for (facts, wanted) in [
        ("guru=tidak, aktif=?", "BELUM_TAHU dua"),
        ("guru=?, aktif=tidak", "BELUM_TAHU satu"),
        ("guru=tidak, aktif=ya", "SENGKETA"),
        ("guru=tidak, aktif=tidak", "GAGAL"),
        ("guru=ya, aktif=ya", "LULUS"),
    ] {
        assert_eq!(jawab(&pack, "s", "2020-01-01", facts), wanted, "{facts}");
    }
}

#[test]
fn peraturan_daerah_mengisi_param() {
    let nasional = format!(
        "{}[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\ndelegasi = \"SEMUA\"\n",
        angka("n", "@p", "")
    );
    let daerah = |id: &'static str, kode: &str, nilai: u8| {
        (
            id,
            akta(
                id,
                "2010-01-01",
                &format!(
                    "wilayah = \"{kode}\"\n[[param]]\nkunci = \"p\"\nnilai = {nilai}\ndasar = \"Pasal 2\"\n"
                ),
            ),
        )
    };
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &nasional)),
        daerah("UJI-2-2010", "17", 2),
        daerah("UJI-3-2010", "18.01", 3),
    ]);
    for (pada, wilayah, wanted) in [
        ("2009-12-31", Some("17"), "LULUS 1"),
        ("2010-01-01", Some("17"), "LULUS 2"),
        ("2010-01-01", Some("17.02"), "LULUS 2"),
        ("2010-01-01", Some("18.01"), "LULUS 3"),
        ("2010-01-01", Some("18"), "LULUS 1"),
        ("2010-01-01", None, "LULUS 1"),
    ] {
        let ask = Ask { wilayah, ..Ask::on("n", hari(pada)) };
        let answer = pack.telaah(&ask, &orang(&pack, "")).expect("holds");
        assert_eq!(ringkas(&pack, &answer), wanted, "{pada} {wilayah:?}");
        if wanted == "LULUS 2" {
            let cited = (answer.pohon.dasar.text(), answer.pohon.param[0].dasar.text());
            assert_eq!(cited, ("Pasal 7 UJI 1/2000".to_owned(), "Pasal 2 UJI 2/2010".to_owned()));
        }
    }
}

#[test]
fn versi_param_dan_periode_yang_berganti() {
    let isi = format!(
        "{}{}[[param]]\nkunci = \"bulan\"\nnilai = [4, 10]\ndasar = \"Pasal 1\"\n",
        angka("n", "bulan(awal_periode(@bulan, tmt))", ""),
        angka("tahun", "tahun(awal_periode(@bulan, tmt))", "")
    );
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &isi)),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2024-01-01",
                "[[param]]\nkunci = \"bulan\"\nnilai = [2, 4, 6, 8, 10, 12]\ndasar = \"Pasal 2\"\nmenggantikan = \"UJI-1-2000\"\n",
            ),
        ),
    ]);
    // The day asked about is 2023, yet the period after the change has the new months.
    for (tmt, bulan, tahun) in [
        ("2023-04-01", "4", "2023"),
        ("2023-04-02", "10", "2023"),
        ("2023-10-01", "10", "2023"),
        ("2023-10-02", "2", "2024"),
        ("2024-02-01", "2", "2024"),
        ("2024-02-02", "4", "2024"),
        ("2024-12-02", "2", "2025"),
    ] {
        let facts = format!("tmt={tmt}");
        assert_eq!(jawab(&pack, "n", "2023-06-01", &facts), format!("LULUS {bulan}"), "{tmt}");
        assert_eq!(jawab(&pack, "tahun", "2023-06-01", &facts), format!("LULUS {tahun}"), "{tmt}");
    }
}

#[test]
fn hari_kerja_dan_tahun_tanpa_kalender() {
    let isi = format!(
        "{}{}",
        angka("sesudah", "hari_antara(tmt, hari_kerja_setelah(tmt, jumlah))", ""),
        angka("antara", "hari_kerja_antara(tmt, tanggal_keputusan)", "")
    );
    let libur = "#kebijakan=UNIK\n#dasar=SKB\n#mulai=2024-01-01\n#sampai=2025-01-01\ntanggal:tanggal,=>nama\n2024-01-01,Tahun Baru\n2024-03-11,Nyepi\n";
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &isi)),
        ("UJI-1-2000/tabel/libur.csv", libur.to_owned()),
    ]);
    // 2024-03-08 was a Friday, 2024-03-11 a holiday on Monday.
    for (facts, wanted) in [
        ("tmt=2024-03-08, jumlah=1", "LULUS 4"),
        ("tmt=2024-03-07, jumlah=1", "LULUS 1"),
        ("tmt=2024-03-07, jumlah=2", "LULUS 5"),
        ("tmt=2024-03-09, jumlah=0", "LULUS 0"),
        ("tmt=2024-12-30, jumlah=1", "LULUS 1"),
        ("tmt=2024-12-30, jumlah=2", "TIDAK_BERLAKU"),
        ("tmt=2023-12-29, jumlah=1", "TIDAK_BERLAKU"),
        ("tmt=2024-03-07, jumlah=-3", "TIDAK_BERLAKU"),
        ("tmt=2024-03-07, jumlah=99999", "TIDAK_BERLAKU"),
    ] {
        assert_eq!(jawab(&pack, "sesudah", "2024-06-01", facts), wanted, "{facts}");
    }
    for (facts, wanted) in [
        ("tmt=2024-03-07, tanggal_keputusan=2024-03-12", "LULUS 2"),
        ("tmt=2024-03-12, tanggal_keputusan=2024-03-07", "LULUS 0"),
        ("tmt=2024-12-30, tanggal_keputusan=2025-01-02", "TIDAK_BERLAKU"),
        ("tmt=2000-01-01, tanggal_keputusan=2024-01-01", "TIDAK_BERLAKU"),
    ] {
        assert_eq!(jawab(&pack, "antara", "2024-06-01", facts), wanted, "{facts}");
    }
    let answer = tanya(&pack, "sesudah", "2024-06-01", "tmt=2024-12-31, jumlah=1").expect("holds");
    assert_eq!(answer.verdict, Verdict::TidakBerlaku("hari libur tahun 2025 belum ada dalam paket".into()));
}

#[test]
fn norma_yang_dirujuk_baru_berlaku_kemudian() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &syarat("n", &[("a", "lulus(m)")]))),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &syarat("m", &[("b", "guru")]))),
    ]);
    tabel(&pack, "n", "guru=ya", &[("2009-12-31", "GAGAL a"), ("2010-01-01", "LULUS")]);
    let before = tanya(&pack, "n", "2005-01-01", "guru=ya").expect("holds");
    assert_eq!(before.hukum_berubah, Some(hari("2010-01-01")), "the law of n changes when m begins");
}

#[test]
fn perkara_dua_jam_hukum_dan_fakta() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &(NORMA.to_owned() + "nilai = \"jumlah * 2\"\n"))),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2010-01-01",
                &(NORMA.to_owned() + "nilai = \"jumlah * 3\"\nmenggantikan = \"UJI-1-2000\"\n"),
            ),
        ),
    ]);
    let mut potret = orang(&pack, "");
    potret.set(fakta_id(&pack, "jumlah"), Known::Is(law::Value::int(7)));
    let ask = Ask { hukum: Some(hari("2005-01-01")), ..Ask::on("n", hari("2020-01-01")) };
    let answer = pack.telaah(&ask, &potret).expect("holds");
    assert_eq!(ringkas(&pack, &answer), "LULUS 14");
    assert_eq!((answer.jam.fakta_pada, answer.jam.hukum_pada), (hari("2020-01-01"), hari("2005-01-01")));
}
