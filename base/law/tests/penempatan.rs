//! Placement rounds as data: what the pack of the repository says of them, and what the loader refuses. The mark ` <<<`
//! stands behind the line the refusal must name.

mod common;

use common::{akta, berkas};
use law::Pack;
use law::penempatan::{Cara, Daerah, Lingkup, PosGerbang};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::bundled().expect("a sound pack"));

const NORMA: &str = "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n\
    [[norma.syarat]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"Pasal 2\"\nbila = \"guru\"\n";
const MACAM: &str = "[[macam]]\nkunci = \"m\"\nnama = \"M\"\ncara = \"optimum\"\nforum = \"F\"\n\
    dasar = \"D\"\nkepastian = \"praktik\"\n[[macam.syarat]]\njenjang = [\"PENGAWAS\"]\nnorma = [\"n\"]\n";
const GERBANG: &str = "[[gerbang]]\nkunci = \"g\"\nnama = \"G\"\npihak = \"P\"\nkalimat = \"K\"\ndasar = \"D\"\n\
    kepastian = \"praktik\"\nmacam = [\"m\"]\nlingkup = \"pos\"\nsurat = \"S\"\n";
const KRITERIA: &str = "[[kriteria]]\nkunci = \"k\"\nnama = \"K\"\narti = \"A\"\nsumber = \"S\"\ndasar = \"D\"\n\
    kepastian = \"praktik\"\ncara = \"pilihan\"\ntabel = [{ nilai = \"A\", poin = 100 }]\n";

fn muat(isi: &str) -> Result<Pack, Vec<String>> {
    let norma = akta("UJI-1-2000", "2000-01-01", NORMA);
    Pack::load(&berkas(&[("UJI-1-2000", norma), ("penempatan.toml", isi.to_owned())]))
}

#[test]
fn yang_salah_ditolak_dengan_barisnya() {
    let sehat = format!("{MACAM}{GERBANG}{KRITERIA}");
    let pack = muat(&sehat).expect("a sound pack");
    // yang diganti · gantinya · bagian kalimat
    let rows = [
        ("norma = [\"n\"]", "norma = [\"tidak_ada\"]", "norma tidak_ada tidak ada."),
        ("norma = [\"n\"]", "norma = []", "`norma` belum ditulis."),
        ("jenjang = [\"PENGAWAS\"]", "jenjang = [\"KEPALA\"]", "jenjang KEPALA tidak dikenal."),
        ("cara = \"optimum\"", "cara = \"undian\"", "`cara` undian tidak dikenal."),
        ("forum = \"F\"\ndasar = \"D\"\n", "forum = \"F\"\n", "`dasar` belum ditulis."),
        (
            "dasar = \"D\"\nkepastian = \"praktik\"\n[[macam",
            "dasar = \"D\"\n[[macam",
            "`kepastian` belum ditulis.",
        ),
        (
            "kepastian = \"praktik\"\nmacam",
            "kepastian = \"yakin\"\nmacam",
            "kepastian \"yakin\" tidak dikenal",
        ),
        ("macam = [\"m\"]", "macam = [\"x\"]", "macam x tidak ada."),
        ("lingkup = \"pos\"", "lingkup = \"unit\"", "`lingkup` unit tidak dikenal."),
        ("surat = \"S\"", "surat = \"S\"\nbila = \"tidak_ada\"", "norma tidak_ada tidak ada."),
        (
            "lingkup = \"pos\"",
            "lingkup = \"rencana\"\npemindahan = true",
            "`pemindahan` hanya untuk `lingkup` pos.",
        ),
        ("surat = \"S\"", "surat = \"S\"\nwarna = \"biru\"", "`warna` tidak dikenal di sini."),
        ("poin = 100", "poin = 101", "`poin` 101 di luar 0 sampai 100."),
        ("cara = \"pilihan\"", "cara = \"persen\"", "`cara` persen tidak memakai `tabel`."),
        (
            "forum = \"F\"",
            "forum = \"F\"\nbobot = [{ kriteria = \"z\", persen = 100 }]",
            "kriteria z tidak ada.",
        ),
        ("forum = \"F\"", "forum = \"F\"\nbobot = [{ kriteria = \"k\", persen = 90 }]", "jumlah `bobot` 90"),
    ];
    for (from, to, kalimat) in rows {
        assert!(sehat.contains(from), "{from}");
        let isi = sehat.replacen(from, to, 1);
        let wrong = muat(&isi).err().unwrap_or_else(|| vec!["diterima".to_owned()]);
        let told = wrong.iter().any(|w| w.contains(kalimat) && w.starts_with("penempatan.toml baris "));
        assert!(told, "{to}: {wrong:?}");
    }
    let twice = format!("{sehat}{KRITERIA}");
    let wrong = muat(&twice).expect_err("refused");
    let line = sehat.lines().count() + 1;
    assert_eq!(wrong, [format!("penempatan.toml baris {line}: kriteria k ada dua kali.")]);
    // Another table of points is another law.
    let other = muat(&sehat.replace("poin = 100", "poin = 99")).expect("a sound pack");
    assert_ne!(pack.hash, other.hash);
}

#[test]
fn empat_macam_dengan_normanya() {
    let keys: Vec<(&str, Cara)> = PACK.penempatan.macam.iter().map(|m| (&*m.kunci, m.cara)).collect();
    assert_eq!(
        keys,
        [
            ("rotasi_jpt", Cara::Optimum),
            ("seleksi_jpt", Cara::TigaNama),
            ("administrator_pengawas", Cara::Optimum),
            ("fungsional_pelaksana", Cara::Optimum),
        ]
    );
    let macam = PACK.penempatan.macam("administrator_pengawas").expect("a kind");
    assert!(macam.norma("PENGAWAS").contains(&"jabatan.pengawas"));
    assert!(macam.norma("ADMINISTRATOR").contains(&"jabatan.administrator"));
    // Rank never keeps anybody out, and the election lock is a gate.
    assert_eq!(macam.peringatan("PENGAWAS"), ["eselon.pangkat_tujuan"]);
    assert!(!PACK.penempatan.macam.iter().any(|m| m.norma("ADMINISTRATOR").contains(&"mutasi.pilkada")));
    assert!(!macam.meliputi("JPT_PRATAMA") && macam.norma("JPT_PRATAMA").is_empty());
}

#[test]
fn gerbang_menurut_jabatan_dan_daerah() {
    let pos = |jabatan, unit, jenjang| PosGerbang { pos: "p", jabatan, unit: [unit, ""], jenjang };
    // macam · daerah · jabatan · unit · jenjang · gerbang jabatan itu
    let rows: [(&str, Option<Daerah>, PosGerbang<'_>, &[&str]); 9] = [
        (
            "rotasi_jpt",
            Some(Daerah::Kabkota),
            pos("Sekretaris Daerah", "Setda", "JPT_PRATAMA"),
            &["sekda_kabkota"],
        ),
        ("rotasi_jpt", Some(Daerah::Provinsi), pos("Sekretaris Daerah", "Setda", "JPT_MADYA"), &[]),
        (
            "rotasi_jpt",
            Some(Daerah::Kabkota),
            pos("Sekretaris DPRD", "Sekretariat DPRD", "JPT_PRATAMA"),
            &["sekwan"],
        ),
        (
            "administrator_pengawas",
            Some(Daerah::Provinsi),
            pos("Inspektur Pembantu I", "Inspektorat", "ADMINISTRATOR"),
            &["inspektur_provinsi"],
        ),
        (
            "administrator_pengawas",
            Some(Daerah::Kabkota),
            pos("Inspektur Pembantu I", "Inspektorat", "ADMINISTRATOR"),
            &["inspektur_kabkota"],
        ),
        (
            "administrator_pengawas",
            None,
            pos("Inspektur Pembantu I", "Inspektorat", "ADMINISTRATOR"),
            &["inspektur_provinsi", "inspektur_kabkota"],
        ),
        (
            "administrator_pengawas",
            Some(Daerah::Kabkota),
            pos("Kepala Bidang Data", "Dinas Kependudukan dan Pencatatan Sipil", "ADMINISTRATOR"),
            &["dukcapil"],
        ),
        (
            "administrator_pengawas",
            Some(Daerah::Kabkota),
            pos("Camat Air Hangat", "Kecamatan Air Hangat", "ADMINISTRATOR"),
            &["camat"],
        ),
        (
            "administrator_pengawas",
            Some(Daerah::Kabkota),
            pos("Sekretaris Camat", "Kecamatan", "ADMINISTRATOR"),
            &[],
        ),
    ];
    for (macam, daerah, one, wanted) in rows {
        let found = PACK.penempatan.gerbang(macam, daerah, &[one]);
        let own: Vec<&str> =
            found.iter().filter(|g| g.gerbang.lingkup == Lingkup::Pos).map(|g| &*g.gerbang.kunci).collect();
        assert_eq!(own, wanted, "{macam} {}", one.jabatan);
        assert!(found.iter().any(|g| g.gerbang.bila.as_deref() == Some("mutasi.pilkada")));
    }
}

#[test]
fn nilai_menjadi_poin() {
    let kriteria = |kunci| PACK.penempatan.kriteria(kunci).expect("a criterion");
    let words: [(&str, &str, Option<u8>); 5] = [
        ("kinerja", "SANGAT_BAIK", Some(100)),
        ("kinerja", "ISTIMEWA", None),
        ("talenta", "KOTAK_7", Some(80)),
        ("minat", "1", Some(100)),
        ("senioritas", "8", None),
    ];
    for (kunci, kata, poin) in words {
        assert_eq!(kriteria(kunci).poin_kata(kata), poin, "{kunci} {kata}");
    }
    let numbers = [
        ("senioritas", -1, None),
        ("senioritas", 0, Some(20)),
        ("senioritas", 7, Some(80)),
        ("senioritas", 40, Some(100)),
        ("kompetensi", 112, Some(100)),
        ("kompetensi", 63, Some(63)),
    ];
    for (kunci, nilai, poin) in numbers {
        assert_eq!(kriteria(kunci).poin_angka(nilai), poin, "{kunci} {nilai}");
    }
}
