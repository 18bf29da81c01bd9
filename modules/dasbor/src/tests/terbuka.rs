//! Open data as somebody at the door reads it.

use super::measured;
use super::tren::{akhir_lalu, simpan};
use host::testing::Browser;

#[test]
fn everybody_reads_figures_and_nobody_reads_of_few() {
    measured(|house| {
        let nobody = Browser::default();
        let today = house.hall.today();
        simpan(house, "A", 2_000, akhir_lalu(today));
        simpan(house, "A", 3_100, today);
        let csv = house.get(&nobody, "/data/indikator.csv");
        assert_eq!((csv.status, csv.header("content-type")), (200, "text/csv; charset=utf-8"));
        assert_eq!(csv.header("cache-control"), "public, max-age=3600");
        let line = csv.body.lines().find(|l| l.starts_with("BELANJA-01,") && l.contains(",A,"));
        assert!(line.is_some_and(|l| l.contains(",31.00,3100,10000,")), "{line:?}");
        let closed: Vec<_> = house.hall.katalog.semua().iter().filter(|i| i.tertutup).collect();
        assert!(!closed.is_empty());
        for i in &closed {
            assert!(!csv.body.lines().any(|l| l.starts_with(&format!("{},", i.kode))), "{}", i.kode);
            let drawn = house.get(&nobody, &format!("/data/indikator/{}/A.svg", i.kode));
            assert_eq!(drawn.status, 404, "{}", i.kode);
        }
        let json = house.get(&nobody, "/data/indikator.json").json();
        let sidik = store::derive::hex(&store::berkas::sha256(&csv.bytes));
        assert_eq!(json["sidik_csv"], sidik.as_str());
        assert_eq!(json["per"], today.to_string().as_str());
        let unmeasured = json["angka"].as_array().expect("figures").iter().find(|a| a["kode"] == "ASN-01");
        let unmeasured = unmeasured.expect("an indicator");
        assert!(unmeasured["nilai"].is_null() && unmeasured["keterangan"].is_string(), "nothing is no zero");
        let dcat = house.get(&nobody, "/data/katalog.jsonld").json();
        assert_eq!(dcat["@type"], "dcat:Catalog");
        let files = dcat["dcat:dataset"][0]["dcat:distribution"].as_array().expect("files");
        assert_eq!(files[0]["spdx:checksum"]["spdx:checksumValue"]["@value"], sidik.as_str());

        let drawn = house.get(&nobody, "/data/indikator/BELANJA-01/A.svg");
        assert_eq!((drawn.status, drawn.header("content-type")), (200, "image/svg+xml"));
        assert!(drawn.has("31,0%") && drawn.has("xmlns=") && !drawn.has("style="));
        for (path, status) in [
            ("BELANJA-01/semua.svg", 200),
            ("BELANJA-01/A", 404),
            ("BELANJA-01/Z.svg", 404),
            ("BELANJA-01/A.png", 404),
            ("XX-99/A.svg", 404),
        ] {
            assert_eq!(house.get(&nobody, &format!("/data/indikator/{path}")).status, status, "{path}");
        }
        for path in ["/data/indikator.csv", "/data/katalog.jsonld", "/data/indikator/BELANJA-01/A.svg"] {
            let before = house.queries();
            house.get(&nobody, path);
            assert!(house.queries() - before <= 2, "{path}: {}", house.queries() - before);
        }
    });
}
