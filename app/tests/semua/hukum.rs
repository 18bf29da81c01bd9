//! The law from the command line: packs, cases, one person, everybody, a draft. What a lawyer without
//! the code would type.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, json, run, text};
use std::path::Path;
use std::process::Output;

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A demo of a few hundred people.
fn demo(folder: &Path) -> String {
    let place = folder.join("demo").display().to_string();
    let made = run(&["demo", "--pegawai", "500", "--data", &place, "--hanya-data"]);
    assert!(made.status.success(), "{}", told(&made));
    place
}

fn facts(list: &[&str]) -> Vec<String> {
    list.iter().flat_map(|f| ["--fakta".to_owned(), (*f).to_owned()]).collect()
}

fn asked(words: &[&str], given: &[&str]) -> serde_json::Value {
    let given = facts(given);
    let all: Vec<&str> =
        words.iter().copied().chain(given.iter().map(String::as_str)).chain(["--json"]).collect();
    let output = run(&all);
    assert!(output.status.success(), "{words:?}: {}", told(&output));
    json(&output)
}

#[test]
fn cases_run_from_any_path_and_need_no_data() {
    let home = tempfile::tempdir().unwrap();
    let head = "#norma=gaji.pokok\nkasus,hari,jenis_asn,golongan,mkg_sejak,=>hasil,=>nilai\n";
    let good = format!("{head}III/a nol tahun,2026-01-01,PNS,III/a,2026-01-01,LULUS,2785700\n");
    let bad = format!("{head}salah harap,2026-01-01,PNS,III/a,2026-01-01,LULUS,1\n");
    let odd = format!("{head}golongan keliru,2026-01-01,PNS,IX/z,2026-01-01,LULUS,1\n");
    std::fs::create_dir_all(home.path().join("a/b")).unwrap();
    file(home.path(), "a/b/baik.csv", good.as_bytes());
    let folder = home.path().display().to_string();
    // isi folder · kode keluar · potongan keluaran
    let says = |code: i32, piece: &str| {
        let output = run(&["kasus", &folder]);
        assert_eq!(output.status.code(), Some(code), "{}{}", text(&output), told(&output));
        assert!(text(&output).contains(piece), "{}", text(&output));
    };
    says(0, "1 lulus, 0 gagal");
    let second = file(home.path(), "buruk.csv", bad.as_bytes());
    says(1, "diharapkan 1, jawabannya 2785700");
    std::fs::write(&second, odd).unwrap();
    says(1, "bukan pilihan");
    let status = "2024-01-02,SK,1,status,2020-01-01,status_pegawai=PNS\n2024-01-02,SK,2,golongan,2026-01-01,golongan=III/a; mk_tahun=0\n";
    let asked = "kasus,norma,hari,diketahui,=>hasil,=>nilai\na,gaji.pokok,2026-01-01,2024-01-02,LULUS,2785700\n\
         b,gaji.pokok,2026-01-01,2024-01-01,BELUM_TAHU,\n";
    let story = format!("#skenario=uji\ndiketahui,dokumen,nomor,jenis,tmt,isi\n{status}{asked}");
    std::fs::write(&second, &story).unwrap();
    says(0, "3 lulus, 0 gagal");
    std::fs::write(&second, story.replace("golongan=III/a", "golongann=III/a")).unwrap();
    says(1, "buruk.csv baris 4: golongan tidak punya ruas golongann");
    assert_eq!(run(&["kasus", "tidak/ada"]).status.code(), Some(2));
}

#[test]
fn every_case_of_the_repository_passes() {
    let output = run(&["kasus", "--json"]);
    let said = json(&output);
    assert_eq!(said["gagal"].as_array().map(Vec::len), Some(0), "{said}");
    assert!(said["lulus"].as_u64().unwrap() > 5_000);
    assert!(output.status.success());
}

/// PNS pelaksana III/a who asks to rise above the rank of the superior.
const RANK: &[&str] = &[
    "jenis_asn=PNS",
    "kelompok_jabatan=PELAKSANA",
    "golongan=III/a",
    "tmt_golongan=2021-04-01",
    "predikat_1=BAIK",
    "predikat_2=BAIK",
    "pendidikan=S1",
    "hukdis_sampai=-",
    "diberhentikan_sementara=tidak",
    "cltn_sampai=-",
    "tugas_belajar_sampai=-",
    "golongan_atasan=III/a",
    "kp_dpk_penuh=tidak",
    "kp_dpk_pimpinan=tidak",
];

#[test]
fn one_person_under_three_law_dates() {
    // hukum · jawaban · penentu · yang harus disebut
    for (law, answer, decider, cited) in [
        ("19-05-2025", "GAGAL", "atasan", "Keputusan Kepala BKN 12/2002"),
        ("20-05-2025", "LULUS", "", "Peraturan BKN 2/2025"),
        ("01-12-2026", "LULUS", "", "diteruskan melalui Pasal 352"),
    ] {
        let said = asked(&["telaah", "kp.reguler", "--berlaku", "01-12-2026", "--hukum", law], RANK);
        assert_eq!(said["jawaban"], answer, "{law}");
        assert_eq!(said["penentu"].as_str().unwrap_or(""), decider, "{law}");
        assert!(said.to_string().contains(cited), "{law}: {cited}");
    }
}

#[test]
fn a_verdict_of_long_ago_has_three_forms_and_two_days() {
    let on = ["--berlaku", "20-12-2018"];
    let mut forms = Vec::new();
    for act in ["2013-03-01", "2015-03-01", "2017-05-01"] {
        let words = ["telaah", "pemberhentian.skb.bentuk", on[0], on[1]];
        let act = format!("tanggal_perbuatan={act}");
        let case =
            [&act, "jenis_asn=PNS", "aktif=ya", "tanggal_inkracht=2018-06-10", "jenis_tindak_pidana=JABATAN"];
        let said = asked(&words, &case);
        assert_eq!(said["jawaban"], "LULUS", "{said}");
        forms.push(said["nilai"]["kode"].as_str().unwrap().to_owned());
    }
    forms.dedup();
    assert_eq!(forms.len(), 3, "{forms:?}");
    let said = asked(
        &["telaah", "pemberhentian.tmt", on[0], on[1]],
        &["jenis_asn=PNS", "tanggal_inkracht=2015-06-10", "tanggal_keputusan_berhenti=2018-12-20"],
    );
    assert_eq!(said["jawaban"], "SENGKETA", "{said}");
    let days: Vec<&str> =
        said["posisi"].as_array().unwrap().iter().filter_map(|p| p["nilai"]["kode"].as_str()).collect();
    assert_eq!(days, ["2015-06-30", "2018-12-20"], "{said}");
}

#[test]
fn what_cannot_be_asked_is_told() {
    // perintah · kode keluar · potongan kalimat
    for (words, code, sentence) in [
        (&["telaah", "kp.regular", "--berlaku", "01-12-2026"][..], 1, "Yang mirip"),
        (&["telaah", "kp.reguler"], 2, "--berlaku"),
        (&["telaah", "kp.reguler", "--berlaku", "01-12-2026", "--fakta", "golongan"], 2, "FAKTA=NILAI"),
        (&["telaah", "kp.reguler", "--berlaku", "01-12-2026", "--fakta", "golongan=V/z"], 2, "Pilihannya"),
        (&["telaah", "kp.reguler", "--berlaku", "01-12-2026", "--fakta", "warna=biru"], 2, "tidak dikenal"),
    ] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {}", told(&output));
        assert!(told(&output).contains(sentence), "{words:?}: {}", told(&output));
    }
}

#[test]
fn everybody_is_answered_as_each_one_is() {
    let home = tempfile::tempdir().unwrap();
    let place = demo(home.path());
    let target = home.path().join("kp.csv").display().to_string();
    let on = ["--data", &place, "--berlaku", "01-12-2026"];
    let words = ["saring", "kp.reguler", on[0], on[1], on[2], on[3], "--keluaran", &target, "--json"];
    let said = json(&run(&words));
    let mut reader = csv::Reader::from_path(&target).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.unwrap()).collect();
    assert_eq!(said["orang"].as_u64().unwrap() as usize, rows.len());
    for kode in ["LULUS", "GAGAL", "BELUM_TAHU", "TIDAK_BERLAKU", "PERTIMBANGAN", "SENGKETA"] {
        let counted = rows.iter().filter(|r| &r[1] == kode).count() as u64;
        assert_eq!(said["jawaban"][kode].as_u64(), Some(counted), "{kode}");
    }
    for row in rows.iter().step_by(97) {
        let one =
            json(&run(&["telaah", "kp.reguler", "--nip", &row[0], on[0], on[1], on[2], on[3], "--json"]));
        assert_eq!(one["jawaban"], row[1], "{}", &row[0]);
        assert_eq!(one["ubah_pada"].as_str().unwrap_or(""), &row[3], "{}", &row[0]);
        assert_eq!(one["waktu_terpenuhi"].as_str().unwrap_or(""), &row[4], "{}", &row[0]);
    }
}

/// A fictional draft that raises the waiting time of a regular rise by a year.
const DRAFT: &str = r#"
[akta]
id = "DRAF-PP-UJI"
jenis = "PP"
sebutan = "Rancangan PP (uji)"
tentang = "Rancangan rekaan: masa kenaikan pangkat reguler lima tahun"
diundangkan = 2026-10-01
mulai = 2026-11-01
kepastian = "praktik"
sumber = "rekaan untuk uji"

[[param]]
kunci = "kp.masa_min"
nilai = 5
satuan = "tahun"
dasar = "Pasal 1"
menggantikan = "PP-99-2000"
"#;

#[test]
fn a_draft_shows_whom_it_touches_and_writes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let place = demo(home.path());
    let folder = home.path().join("draf/DRAF-PP-UJI");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("akta.toml"), DRAFT).unwrap();
    let draft = home.path().join("draf").display().to_string();
    let before = text(&run(&["jurnal", "periksa", "--data", &place]));
    let words =
        ["andaikan", &draft, "--data", &place, "--berlaku", "01-12-2026", "--norma", "kp.reguler", "--json"];
    let said = json(&run(&words));
    let norm = &said["norma"][0];
    let people = norm["orang"].as_u64().unwrap();
    assert!(people > 0, "{said}");
    let units: u64 = norm["unit"].as_object().unwrap().values().filter_map(|n| n.as_u64()).sum();
    assert_eq!(units, people, "everybody stands under one unit");
    assert!(norm["sebab"].as_object().unwrap().contains_key("masa"), "{norm}");
    assert_eq!(text(&run(&["jurnal", "periksa", "--data", &place])), before, "nothing was written");
    std::fs::write(folder.join("akta.toml"), DRAFT.replace("nilai = 5", "nilai = lima")).unwrap();
    assert!(!run(&words).status.success(), "a broken draft is refused");
}

/// What a page says, tag for tag a space.
fn plain(body: &str) -> String {
    let pieces = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |p| p.1));
    pieces.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows of a table of a page by what stands in them, figures without dots.
fn rows_of(body: &str, id: &str) -> Vec<String> {
    let card = body.split(&format!("aria-labelledby=\"{id}\"")).nth(1).unwrap_or("");
    let card = card.split("</section>").next().unwrap_or("");
    let bodies = card.split("<tbody>").skip(1).filter_map(|body| body.split("</tbody>").next());
    let rows = bodies.flat_map(|body| body.split("</tr>")).map(|row| plain(row).replace('.', ""));
    rows.filter(|row| !row.is_empty()).collect()
}

#[test]
fn the_page_of_a_draft_says_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let house = crate::bersama::house(&folder);
    let data = folder.path().display().to_string();
    let draft = file(folder.path(), "draf.toml", DRAFT.as_bytes()).display().to_string();
    let instansi = house.hall.present().unwrap().tenants[0].id.clone();
    let hana = house.browser("hana", host::Role::Petugas, &instansi, "", None);
    let page = house.upload(&hana, "/peraturan/rancangan", &[], "draf.toml", DRAFT.as_bytes());
    assert_eq!(page.status, 303);
    let address = format!("{}/andaikan", page.location);
    for day in ["2026-11-22", "2026-12-01", "2025-06-01"] {
        let said = run(&[
            "andaikan",
            &draft,
            "--data",
            &data,
            "--berlaku",
            day,
            "--instansi",
            &instansi,
            "--tanpa-tertutup",
            "--json",
        ]);
        assert!(said.status.success(), "{}", told(&said));
        let said = json(&said);
        let norms = said["norma"].as_array().unwrap();
        assert_eq!(norms.is_empty(), day == "2025-06-01", "{day}: the draft begins in November 2026");
        let overview = house.get(&hana, &format!("{address}?berlaku={day}"));
        assert_eq!(overview.body.matches("/andaikan?norma=").count(), norms.len(), "{day}");
        for norm in norms {
            let kunci = norm["norma"].as_str().unwrap();
            let page = house.get(&hana, &format!("{address}?norma={kunci}&berlaku={day}"));
            assert_eq!(page.status, 200);
            let label =
                |word: &serde_json::Value| law::Kode::from_word(word.as_str().unwrap()).unwrap().label();
            let mut turns: Vec<String> = norm["perubahan"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| format!("{} {} {}", label(&t["dari"]), label(&t["jadi"]), t["orang"]))
                .collect();
            // Figures lead to their people, and say so to those who listen.
            let figures = |id: &str| -> Vec<String> {
                let cut = |row: String| row.split(" pegawai").next().unwrap_or("").to_owned();
                rows_of(&page.body, id).into_iter().map(cut).collect()
            };
            let mut shown = figures("arah");
            turns.sort();
            shown.sort();
            assert_eq!(shown, turns, "{day} {kunci}");
            for (id, list) in [("sebab", &norm["sebab"]), ("unit", &norm["unit"])] {
                let list = list.as_object().unwrap();
                let rows = figures(id);
                assert_eq!(rows.len(), list.len(), "{day} {kunci} {id}");
                for (name, n) in list {
                    let ends = format!("{} {n}", name.replace('.', ""));
                    assert!(rows.iter().any(|row| row.ends_with(&ends)), "{day} {kunci} {id}: {ends}");
                }
            }
        }
    }
}

#[test]
fn a_pack_is_put_together_signed_and_compared() {
    let home = tempfile::tempdir().unwrap();
    let place = demo(home.path());
    let folder = home.path().join("lapisan/DRAF-PP-UJI");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("akta.toml"), DRAFT).unwrap();
    let layer = home.path().join("lapisan").display().to_string();
    let made = home.path().join("uji.paket").display().to_string();
    let susun =
        run(&["paket", "susun", &layer, "--keluaran", &made, "--aktif-sejak", "01-12-2026", "--lapisan"]);
    assert!(susun.status.success(), "{}", told(&susun));
    let again =
        run(&["paket", "susun", &layer, "--keluaran", &made, "--aktif-sejak", "01-12-2026", "--lapisan"]);
    assert_eq!(again.status.code(), Some(2), "an existing file is not written over");
    let signed = run(&["paket", "tanda-tangan", &made, "--data", &place]);
    assert!(signed.status.success() && text(&signed).contains("01-12-2026"), "{}", told(&signed));
    let whole = json(&run(&["paket", "periksa", "--json"]));
    assert_eq!(whole["benar"], true);
    let broken = home.path().join("rusak");
    std::fs::create_dir_all(&broken).unwrap();
    std::fs::write(broken.join("paket.toml"), "skema = 99\nnama = \"x\"\nversi = \"1\"\n").unwrap();
    let refused = run(&["paket", "periksa", &broken.display().to_string()]);
    assert!(!refused.status.success() && text(&refused).contains("paket.toml baris 1"), "{}", text(&refused));
}
