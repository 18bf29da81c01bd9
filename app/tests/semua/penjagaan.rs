//! The page of Penjagaan and `sinergi saring` say the same numbers about the same day.
#![allow(clippy::unwrap_used, clippy::type_complexity, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, house, json, run, text};
use host::Role;
use std::collections::BTreeMap;

/// The answers as `sinergi saring` and the page call them.
const ANSWERS: [(&str, &str); 6] = [
    ("LULUS", "Memenuhi syarat"),
    ("GAGAL", "Tidak memenuhi syarat"),
    ("BELUM_TAHU", "Data belum lengkap"),
    ("PERTIMBANGAN", "Perlu pertimbangan pejabat"),
    ("SENGKETA", "Beda tafsir"),
    ("TIDAK_BERLAKU", "Tidak berlaku bagi yang bersangkutan"),
];

fn number(text: &str) -> u64 {
    text.split('<').next().unwrap().replace('.', "").parse().unwrap()
}

/// Counts of the panel by answer; one that is not said is none.
fn panel(body: &str) -> BTreeMap<&'static str, u64> {
    let panel = body.split("id=\"rekap-jawaban\"").nth(1).unwrap().split("</section>").next().unwrap();
    let of = |label: &str| {
        let row = panel.split("<tr").find(|row| row.contains(&format!(">{label}<")));
        row.map_or(0, |row| {
            number(row.split("<a class=\"angka\"").nth(1).unwrap().split_once('>').unwrap().1)
        })
    };
    ANSWERS.map(|(word, label)| (word, of(label))).into()
}

fn counted(said: &serde_json::Value) -> BTreeMap<&'static str, u64> {
    ANSWERS.map(|(word, _)| (word, said["jawaban"][word].as_u64().unwrap())).into()
}

/// People of the list the page leads to.
fn total(body: &str) -> u64 {
    number(body.split("class=\"jumlah\"").nth(1).unwrap().split("<b class=\"angka\">").nth(1).unwrap())
}

#[test]
fn the_page_and_the_command_count_alike() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let place = folder.path().to_str().unwrap();
    let saring = |more: &[&str]| {
        let on = ["saring", "kp.reguler", "--data", place, "--berlaku", "01-12-2026"];
        run(&[&on[..], more].concat())
    };
    // Somebody who meets every condition is punished: only who looks at discipline counts one less.
    let target = folder.path().join("kp.csv");
    assert!(saring(&["--aktif", "--keluaran", target.to_str().unwrap()]).status.success());
    let rows = std::fs::read_to_string(&target).unwrap();
    let nip = rows.lines().find(|l| l.contains(",LULUS,")).unwrap().split(',').next().unwrap().to_owned();
    let line = format!(
        "nip,jenis,dokumen_jenis,dokumen_nomor,dokumen_tanggal,penandatangan,tmt,sampai,tingkat,isi_jenis\r\n\
         {nip},hukuman_disiplin,SK Gubernur,862/1,02-11-2026,Gubernur,01-11-2026,01-11-2027,Sedang,Penundaan\r\n"
    );
    let paper = file(folder.path(), "hukdis.csv", line.as_bytes());
    let recorded = run(&["catat", paper.to_str().unwrap(), "--data", place, "--ya", "--json"]);
    assert!(recorded.status.success(), "{}{}", text(&recorded), String::from_utf8_lossy(&recorded.stderr));

    let whole = json(&saring(&["--aktif", "--json"]));
    let open = json(&saring(&["--aktif", "--tanpa-tertutup", "--json"]));
    let (looked, wanted) = (counted(&whole), counted(&open));
    assert_eq!(looked["LULUS"] + 1, wanted["LULUS"], "{whole} {open}");
    assert_eq!(looked["PERTIMBANGAN"], wanted["PERTIMBANGAN"] + 1);
    assert_eq!(whole["tidak_dinilai"].as_array().map(Vec::len), Some(0));
    assert_eq!(open["tidak_dinilai"].as_array().map(Vec::len), Some(2), "{open}");
    for word in ["LULUS", "GAGAL", "BELUM_TAHU", "TIDAK_BERLAKU"] {
        assert!(wanted[word] > 0, "{word}: the demo says nothing about it");
    }
    let everybody = json(&saring(&["--tanpa-tertutup", "--json"]));
    assert!(everybody["orang"].as_u64() > open["orang"].as_u64(), "some are not in office any more");

    let admin = house.browser("admin1", Role::Super, "", "", None);
    let page = house.get(&admin, "/penjagaan?layanan=kp-reguler&berlaku=2026-12-01");
    assert_eq!(page.status, 200);
    assert_eq!(panel(&page.body), wanted, "the page and the command");
    assert_eq!(wanted.values().sum::<u64>(), open["orang"].as_u64().unwrap());
    for text in open["tidak_dinilai"].as_array().unwrap() {
        assert!(page.has(text.as_str().unwrap()), "the page says what is left out: {text}");
    }
    for (word, jawaban) in [("LULUS", "lulus"), ("GAGAL", "gagal"), ("BELUM_TAHU", "belum-tahu")] {
        let path = format!("/penjagaan?lihat=jawaban&jawaban={jawaban}&berlaku=2026-12-01");
        assert_eq!(total(&house.get(&admin, &path).body), wanted[word], "{path}");
    }
    let instansi = house.hall.present().unwrap().tenants.last().unwrap().id.clone();
    let own = json(&saring(&["--aktif", "--tanpa-tertutup", "--instansi", &instansi, "--json"]));
    let page = house.get(&admin, &format!("/penjagaan?instansi={instansi}&berlaku=2026-12-01"));
    assert_eq!(panel(&page.body), counted(&own), "one instansi");

    let said = text(&saring(&["--aktif", "--tanpa-tertutup"]));
    for words in
        ["Memenuhi syarat", "pegawai aktif, disaring", "Tidak dinilai karena bertumpu pada data tertutup"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!text(&saring(&[])).contains("Tidak dinilai"));
}

/// Every figure of the pension wave is the number of its list.
#[test]
fn the_pension_wave_leads_to_its_people() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let world = house.hall.present().unwrap();
    let own = world.tenants[0].id.clone();
    let tree = &world.organisation(&own).unwrap().tree;
    let opd = tree.opd().into_iter().max_by_key(|n| tree.subtree(*n).len()).unwrap();
    let last = world.tenants.last().unwrap().id.clone();
    let unit = format!("/statistik?unit={}", tree.id(opd));
    // peran · halaman · sedikitnya sekian angka
    let cases: [(&str, Role, &str, &str, Vec<String>, usize); 3] = [
        ("admin1", Role::Super, "", "", vec!["/statistik".into(), format!("/statistik?instansi={last}")], 30),
        (
            "desi",
            Role::Petugas,
            &own,
            "",
            vec!["/statistik".into(), unit, "/statistik?berlaku=2031-01-01".into()],
            40,
        ),
        ("ina", Role::Operator, &own, tree.id(opd), vec!["/statistik".into()], 5),
    ];
    for (nama, role, instansi, unor, pages, least) in cases {
        let who = house.browser(nama, role, instansi, unor, None);
        let mut followed = 0;
        for path in pages {
            let page = house.get(&who, &path);
            let card = page.body.split("id=\"gelombang-pensiun\"").nth(1).unwrap();
            let card = card.split("</section>").next().unwrap();
            for link in card.split("href=\"/penjagaan?").skip(1) {
                let (query, rest) = link.split_once("\">").unwrap();
                let text = rest.strip_prefix("<span class=\"angka\">").unwrap_or(rest);
                let list = house.get(&who, &format!("/penjagaan?{}", query.replace("&amp;", "&")));
                assert_eq!(total(&list.body), number(text), "{nama}: {path} → {query}");
                followed += 1;
            }
        }
        assert!(followed >= least, "{nama}: {followed} figures");
    }
}
