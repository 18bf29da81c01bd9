//! The list.

use super::{Village, province, sound, unit, with_village};
use host::Role;
use host::testing::{Browser, Page};

pub(super) fn officer(village: &Village) -> Browser {
    village.house.browser("desi", Role::Petugas, &province(), "", None)
}

/// Names of the people a page shows, in order.
pub(super) fn names(page: &Page) -> Vec<String> {
    let rows = page.body.split("href=\"/pegawai/").skip(1).filter(|r| !r.starts_with("tampilan"));
    rows.filter_map(|r| Some(r.split_once('>')?.1.split_once('<')?.0.to_owned())).collect()
}

#[test]
fn the_list_shows_who_works_by_name() {
    with_village("daftar", |village, _| {
        let desi = officer(village);
        let page = village.house.get(&desi, "/pegawai?urut=nama");
        assert_eq!(page.status, 200);
        sound(&page.body);
        let names = names(&page);
        assert!(names.len() > 10, "{names:?}");
        assert!(names[0].starts_with("André Tuhuleru"), "{names:?}");
        assert!(!page.has("Sukirman") && !page.has("Tetangga"), "pensioners and neighbours stay away");
        assert!(page.has("1966") || page.has("19890617 201508 2 001"), "NIP in groups");
        assert!(page.has("Ekspor") || page.has("/ekspor/pegawai.csv"));
        assert!(village.house.get(&desi, "/pegawai?urut=nama&kedudukan=semua").has("Sukirman"));
        assert_eq!(village.house.get(&desi, "/pegawai?golongan=x&baris=7&sesudah=bukan").status, 200);
    });
}

#[test]
fn without_an_order_the_nearest_limit_comes_first() {
    with_village("daftar-batas", |village, _| {
        let desi = officer(village);
        let plain = village.house.get(&desi, "/pegawai?baris=120");
        assert!(plain.has("menurut batas terdekat"));
        assert_eq!(names(&plain), names(&village.house.get(&desi, "/pegawai?urut=batas&baris=120")));
        assert_ne!(names(&plain), names(&village.house.get(&desi, "/pegawai?urut=nama&baris=120")));
        let kept = village.house.get(&desi, "/pegawai?urut=nama&status=pns");
        assert!(kept.has("name=\"urut\" value=\"nama\""), "the filters keep the order of names");
    });
}

#[test]
fn one_page_costs_three_statements() {
    with_village("daftar-anggaran", |village, _| {
        let desi = officer(village);
        village.house.get(&desi, "/pegawai");
        let before = village.house.queries();
        village.house.get(&desi, "/pegawai?urut=batas&q=a");
        assert_eq!(village.house.queries() - before, 3, "session, journal sizes, kept views");
    });
}

#[test]
fn pages_follow_each_other() {
    with_village("daftar-halaman", |village, _| {
        let desi = officer(village);
        let all = names(&village.house.get(&desi, "/pegawai?urut=nama&kedudukan=semua&baris=120"));
        let first = village.house.get(&desi, "/pegawai?urut=nama&kedudukan=semua");
        assert_eq!(names(&first), all[..all.len().min(30)]);
        assert!(!first.has("Sebelumnya"));
        let middle = village
            .house
            .get(&desi, &format!("/pegawai?urut=nama&kedudukan=semua&sesudah={}", village.id("andre")));
        assert_eq!(names(&middle), all[1..]);
        assert!(middle.has("Sebelumnya") && middle.has("2–"));
    });
}

#[test]
fn filters_and_search() {
    with_village("daftar-saring", |village, _| {
        let desi = officer(village);
        let shown = |query: &str| names(&village.house.get(&desi, &format!("/pegawai?{query}")));
        assert_eq!(shown("q=therese+pattirane").len(), 1);
        assert_eq!(shown("q=Ma%27ruf").len(), 1);
        assert_eq!(shown("q=MARUF").len(), 1);
        assert_eq!(shown("q=198906172015082001").len(), 1);
        assert_eq!(shown("status=pppk"), ["Ns. Meilin Tanujaya, S.Kep.", "Yuliana Bulan Anyi"]);
        assert_eq!(shown("status=pppk_pw").len(), 1);
        assert_eq!(shown("status=cpns").len(), 1);
        let bkd = unit("Badan Kepegawaian Daerah");
        assert_eq!(shown(&format!("unit={bkd}")), shown(&format!("opd={bkd}")));
        assert!(shown(&format!("unit={bkd}")).iter().any(|n| n.starts_with("Ratih")));
        assert!(shown("temuan=DATA-40").len() == 2, "Slamet and Hamdani hold one post");
        assert!(shown("unit=tidak-ada").is_empty());
        let off_the_map = shown("tanpa=unit");
        assert!(!off_the_map.is_empty() && !off_the_map.iter().any(|n| n.starts_with("Ratih")));
        let pos = store::derive::post_id(
            &unit("Badan Kepegawaian Daerah/Bidang Pelayanan Badan Kepegawaian Daerah"),
            "Analis Sumber Daya Manusia Aparatur Ahli Pertama",
        );
        assert_eq!(shown(&format!("pos={pos}")).len(), 1, "Ratih alone holds hers");
        assert!(shown(&format!("pos={pos}&tanpa=pos")).is_empty());
        let nobody = village.house.get(&desi, "/pegawai?q=Ratna+Wln");
        assert!(nobody.has("Tidak ada pegawai yang cocok dengan"));
        sound(&nobody.body);
    });
}

#[test]
fn everyone_sees_their_own_circle() {
    with_village("daftar-wilayah", |village, _| {
        let house = &village.house;
        let bkd = unit("Badan Kepegawaian Daerah");
        let operator = house.browser("opd", Role::Operator, &province(), &bkd, None);
        let page = house.get(&operator, "/pegawai");
        assert_eq!(names(&page).len(), 1, "only Ratih works below the BKD");
        assert!(page.has("Ratih") && !page.has("Slamet"));
        let elsewhere = house.get(&operator, &format!("/pegawai?unit={}", unit("Dinas Perhubungan")));
        assert_eq!(elsewhere.status, 404, "a unit outside the own subtree");
        let asked = format!("/ekspor/pegawai.csv?unit={}", unit("Dinas Perhubungan"));
        assert_eq!(house.get(&operator, &asked).status, 404);
        let asn = house.browser("ratih", Role::Pegawai, &province(), "", Some(village.id("ratih")));
        assert_eq!(house.get(&asn, "/pegawai").status, 403);
        let everywhere = house.browser("pusat", Role::Super, "", "", None);
        assert!(house.get(&everywhere, "/pegawai").has("Tetangga"));
        assert!(!house.get(&everywhere, &format!("/pegawai?instansi={}", province())).has("Tetangga"));
        for foreign in ["instansi=B2", "instansi=tidak-ada", "unit=tidak-ada", "pos=tidak-ada"] {
            assert_eq!(house.get(&operator, &format!("/pegawai?{foreign}")).status, 404, "{foreign}");
        }
        assert_eq!(house.get(&Browser::default(), "/pegawai").location, "/masuk?lanjut=%2Fpegawai");
    });
}

#[test]
fn both_clocks() {
    with_village("daftar-jam", |village, _| {
        let desi = officer(village);
        let get = |query: &str| village.house.get(&desi, &format!("/pegawai?{query}"));
        assert!(get("q=yosef").has("III/c"));
        let before = get("q=yosef&berlaku=01-01-2020&diketahui=01-01-2022");
        assert!(before.has("III/b") && !before.has("III/c</span>"), "the SK came later");
        assert!(before.has("Anda melihat keadaan per 1 Jan 2020"));
        assert!(get("q=yosef&berlaku=2020-01-01").body.contains("<span>III/c</span>"));
        assert!(names(&get("kedudukan=semua&diketahui=2005-01-01")).is_empty(), "nobody was known yet");
        let ahead = "keputusan sesudahnya belum ada";
        assert!(get("q=yosef&berlaku=01-01-2030").has(ahead));
        assert!(!before.has(ahead) && !get("q=yosef").has(ahead));
    });
}

#[test]
fn the_list_as_a_file() {
    with_village("daftar-berkas", |village, _| {
        let desi = officer(village);
        let page = village.house.get(&desi, "/ekspor/pegawai.csv?q=therese");
        assert_eq!(page.status, 200);
        let lines: Vec<&str> = page.body.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with("Temuan") && lines[1].contains("Thérèse") && lines[1].contains("'19"));
        let reader = village.house.browser("gub", Role::Pimpinan, &province(), "", None);
        assert_eq!(village.house.get(&reader, "/ekspor/pegawai.csv").status, 403);
        assert!(!village.house.get(&reader, "/pegawai").has("/ekspor/"));
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}
