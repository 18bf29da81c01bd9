//! Competency standards from outside: check, preview, confirm, and who may.

use super::negeri::{modules, organisasi, pos};
use crate::profil;
use host::Role;
use host::testing::{Browser, House, Page, on_both};

const FORM: [(&str, &str); 2] = [("nomor", "Pergub 5/2024"), ("tanggal", "02-01-2024")];

fn unggah(house: &House, who: &Browser, rows: &str) -> Page {
    let file = format!("pos,unit,jabatan,pendidikan,bidang,kompetensi,standar\n{rows}");
    house.upload(who, "/penempatan/profil/impor", &FORM, "standar.csv", file.as_bytes())
}

/// The value of a hidden field of the preview.
fn nilai(page: &Page, name: &str) -> String {
    let from = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a field");
    from.split('"').next().expect("a value").to_owned()
}

#[test]
fn standar_diperiksa_dilihat_lalu_dicatat() {
    on_both("penempatan", modules(), &[("A1", organisasi()), ("B2", organisasi())], |house, _| {
        let petugas = house.browser("desi", Role::Petugas, "A1", "", None);
        let page = unggah(house, &petugas, &format!("{},,,S-1,,Integritas,empat\n", pos(0)));
        assert_eq!(page.status, 422);
        assert!(page.has("standar") && page.has("tidak terbaca") && page.has("Belum ada yang dicatat"));
        let rows =
            format!("{},,,S-1,Kesehatan,Integritas,4\n,Dinas Kesehatan,Sekretaris,,,Integritas,3\n", pos(0));
        let page = unggah(house, &petugas, &rows);
        assert_eq!(page.status, 200);
        assert!(page.has("Jabatan yang masih tanpa standar") && page.has("Belum ada yang dicatat"));
        assert!(profil::baca(&house.hall, "A1").expect("read").is_empty(), "a preview records nothing");
        let fields = ["nomor", "tanggal", "nama", "sidik"].map(|name| (name, nilai(&page, name)));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let done = house.post(&petugas, "/penempatan/profil/catat", &fields);
        assert_eq!(done.status, 303, "{}", done.location);
        let known = profil::baca(&house.hall, "A1").expect("read");
        assert_eq!(known.len(), 2);
        assert_eq!(known[&pos(0)].kompetensi, [("integritas".into(), 400)]);
        assert_eq!(&*known[&pos(0)].dokumen, "Pergub 5/2024 tanggal 2 Jan 2024");
        assert!(profil::baca(&house.hall, "B2").expect("read").is_empty(), "of the one instansi only");
        let before = house.queries();
        let list = house.get(&petugas, "/penempatan/profil");
        assert!(list.has("2 dari 3 jabatan") && list.has("Tanpa standar") && list.has("Pergub 5/2024"));
        assert!(house.queries() - before <= 6);
        assert!(!house.get(&petugas, "/penempatan/profil?tampil=tanpa").has("Sekretaris"));
        let before = house.queries();
        let one = house.get(&petugas, &format!("/penempatan/profil/{}", pos(0)));
        assert!(one.has("Integritas") && one.has("S-1/Sarjana") && one.has("Kesehatan"));
        assert!(house.queries() - before <= 6);
        let template = house.get(&petugas, "/penempatan/profil/templat");
        assert!(template.has("Kepala Bidang Layanan") && !template.has("Sekretaris"));
        // A later document replaces what an earlier one says of the same post, and of it only.
        let page = unggah(house, &petugas, &format!("{},,,,,Integritas,5\n", pos(1)));
        let fields = ["nomor", "tanggal", "nama", "sidik"].map(|name| (name, nilai(&page, name)));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(house.post(&petugas, "/penempatan/profil/catat", &fields).status, 303);
        let known = profil::baca(&house.hall, "A1").expect("read");
        assert_eq!((known[&pos(0)].kompetensi[0].1, known[&pos(1)].kompetensi[0].1), (400, 500));
    });
}

#[test]
fn siapa_yang_boleh_dan_apa_yang_ditolak() {
    on_both("penempatan", modules(), &[("A1", organisasi())], |house, _| {
        let petugas = house.browser("desi", Role::Petugas, "A1", "", None);
        let pegawai = house.browser("ani", Role::Pegawai, "A1", "", None);
        for path in ["/penempatan/profil", "/penempatan/profil/impor", "/penempatan/profil/templat"] {
            assert_eq!(house.get(&pegawai, path).status, 403, "{path}");
            assert_eq!(house.get(&petugas, path).status, 200, "{path}");
        }
        assert_eq!(unggah(house, &pegawai, "").status, 403);
        assert_eq!(house.get(&petugas, "/penempatan/profil/tidak-ada").status, 404);
        let nothing = unggah(house, &petugas, "");
        assert_eq!(nothing.status, 422);
        let wrong = house.upload(&petugas, "/penempatan/profil/impor", &FORM, "x.csv", b"a,b\n1,2\n");
        assert_eq!(wrong.status, 422);
        let late = [("nomor", ""), ("tanggal", "31-12-2090")];
        let page = house.upload(&petugas, "/penempatan/profil/impor", &late, "x.csv", b"pos\n");
        assert!(page.status == 422 && page.has("Tulis nomor dokumen") && page.has("belum tiba"));
        let forged = [("nomor", "1"), ("tanggal", "02-01-2024"), ("nama", "x"), ("sidik", "00")];
        let page = house.post(&petugas, "/penempatan/profil/catat", &forged);
        assert!(page.status >= 400 && page.has("PROFIL-01"));
        // A post is marked critical, with a reason.
        let path = format!("/penempatan/profil/{}/kritis", pos(0));
        assert!(house.post(&petugas, &path, &[("kritis", "1"), ("alasan", "")]).status >= 400);
        let form = [("kritis", "1"), ("alasan", "Pelayanan dasar kesehatan")];
        assert_eq!(house.post(&petugas, &path, &form).status, 303);
        let marked = profil::standar(&house.hall, "A1").expect("read").expect("something");
        assert!(marked.kritis.contains(&pos(0)));
        assert!(house.get(&petugas, &format!("/penempatan/profil/{}", pos(0))).has("Jabatan kritis"));
    });
}
