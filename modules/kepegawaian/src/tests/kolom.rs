//! Columns of the list: chosen, kept, in the file.

use super::daftar::officer;
use super::{sound, with_village};
use host::testing::Page;

/// Every address of the list on a page.
fn links(page: &Page) -> Vec<&str> {
    let hrefs = page.body.split("href=\"").skip(1).filter_map(|r| r.split_once('"')).map(|r| r.0);
    hrefs.filter(|h| h.starts_with("/pegawai?") || h.starts_with("/ekspor/")).collect()
}

/// Heads of the table's columns.
fn heads(page: &Page) -> Vec<&str> {
    let row = page.body.split_once("<thead>").and_then(|b| b.1.split_once("</thead>")).map_or("", |b| b.0);
    let cells = row.split("</th>").filter(|c| !c.is_empty());
    cells.filter_map(|c| c.trim_end_matches("</a>").rsplit_once('>').map(|c| c.1)).collect()
}

#[test]
fn chosen_columns_stay_in_every_link() {
    with_village("kolom", |village, _| {
        let desi = officer(village);
        let get = |query: &str| village.house.get(&desi, &format!("/pegawai?{query}"));
        let page = get("kolom=umur&kolom=pendidikan,golongan&kolom=entah&status=pns");
        sound(&page.body);
        for head in ["Umur", "Pendidikan", "Gol./TMT"] {
            assert!(heads(&page).contains(&head), "{head} {:?}", heads(&page));
        }
        assert!(!heads(&page).contains(&"Temuan") && !heads(&page).contains(&"Status"));
        let kept = "kolom=golongan%2Cumur%2Cpendidikan";
        for href in links(&page) {
            let usual = !href.contains("kolom=");
            assert!(href.contains(kept) || (usual && href == "/pegawai?status=pns"), "{href}");
        }
        assert!(links(&page).len() > 8, "{:?}", links(&page));
        assert!(page.has("name=\"kolom\" value=\"golongan,umur,pendidikan\""), "the filter form keeps them");
        assert!(page.has(" tahun</span>") && page.has("S-1"));
        let usual = get("kolom=temuan,status,jabatan,golongan,predikat,batas");
        assert!(links(&usual).iter().all(|h| !h.contains("kolom=")), "the usual choice says nothing");
    });
}

#[test]
fn the_file_has_the_columns_of_the_page() {
    with_village("kolom-berkas", |village, _| {
        let desi = officer(village);
        let head = |query: &str| {
            let file = village.house.get(&desi, &format!("/ekspor/pegawai.csv?{query}"));
            file.body.lines().next().unwrap_or("").trim_start_matches('\u{feff}').replace(';', ",")
        };
        // kolom · kepala berkas
        for (query, expected) in [
            ("kolom=umur", "Nama,NIP,Umur (tahun)"),
            ("kolom=golongan,pendidikan", "Nama,NIP,Golongan,TMT golongan,Tingkat pendidikan,Tahun lulus"),
            ("kolom=status", "Nama,NIP,Status,Kedudukan hukum"),
            (
                "kolom=masa_kerja,jenis_kelamin",
                "Nama,NIP,Masa kerja (tahun),Masa kerja (bulan),Jenis kelamin",
            ),
            (
                "",
                "Nama,NIP,Jabatan,Unit kerja,Perangkat daerah,Golongan,TMT golongan,Status,Kedudukan hukum,\
                 Predikat terakhir,Batas berikutnya,Tanggal batas,Temuan",
            ),
        ] {
            assert_eq!(head(query), expected, "{query}");
        }
    });
}
