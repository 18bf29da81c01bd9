//! Documents from outside: what the public is told, what it is not, and who gets the file.

use crate::module;
use axum::body::Body;
use axum::http::Request;
use host::cetak::Pencetak;
use host::peristiwa::Pelaku;
use host::terbitan::{Penerbitan, tulis_kode};
use host::testing::{Browser, House};
use host::{Module, Problem, Role};
use naskah_dinas::{Cetakan, Naskah, Permintaan, Undangan};
use std::sync::{Arc, OnceLock};

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

/// Prints what it is told, so that a test sees what would stand on paper.
struct Cermin;

impl Pencetak for Cermin {
    fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, String> {
        let pdf = format!("%PDF-1.7\n{}", permintaan.data).into_bytes();
        Ok(Cetakan { pdf, halaman: 1, tak_tergambar: 0 })
    }
}

fn on_both(name: &str, body: impl Fn(&House)) {
    store::testing::on_both_with(name, host::schema::TABLES, |bench| {
        ["A1", "B2", "C3"].iter().for_each(|instansi| bench.tenant(instansi));
        let house = House::shaped(bench, modules(), |hall| {
            hall.percetakan.pencetak = Some(Arc::new(Cermin));
            hall.percetakan.alamat = "https://sinergi.contoh.example/".into();
            hall.proxied = true;
        });
        house.hall.present().expect("a world");
        body(&house);
    });
}

fn pelaku(instansi: &str) -> Pelaku {
    Pelaku { instansi: instansi.into(), akun: "desi".into(), oleh: "Desi Anggraini (petugas)".into() }
}

fn issue(house: &House, menggantikan: Option<&str>) -> Result<String, Problem> {
    let how = Penerbitan {
        hal: "Perkara Budi Santoso".into(),
        pembaca: vec!["B2".into()],
        asal: "rakor/1".into(),
        menggantikan: menggantikan.map(str::to_owned),
        tertutup: false,
    };
    house.hall.terbitkan(&pelaku("A1"), &Undangan::contoh(), &how)
}

const NOBODY: Browser = Browser { cookie: String::new(), csrf: String::new() };

#[test]
fn everybody_may_ask_whether_a_paper_is_genuine_and_hears_nothing_else() {
    on_both("dokumen-asli", |house| {
        let kode = issue(house, None).expect("issued");
        let page = house.get(&NOBODY, &format!("/verifikasi/{kode}"));
        assert_eq!(page.status, 200);
        for told in
            ["Dokumen ini asli", "Surat undangan", "005/1174/BKD/2026", "Instansi A1", &tulis_kode(&kode)]
        {
            assert!(page.has(told), "{told}");
        }
        for hidden in ["Budi", "Desi", "Prasetyo", "19680115", "Rapat Koordinasi", "/dokumen/"] {
            assert!(!page.has(hidden), "{hidden}");
        }
        let typed = format!("/verifikasi?kode={}", tulis_kode(&kode).to_lowercase());
        assert_eq!(house.get(&NOBODY, &typed).location, format!("/verifikasi/{kode}"));
        assert_eq!(house.get(&NOBODY, "/verifikasi").status, 200);
        assert_eq!(house.get(&NOBODY, "/verifikasi?kode=K7QM").status, 422);
        for unknown in ["0000000000000000", "x", "K7QM2XHD9WTR4FBN'"] {
            assert_eq!(house.get(&NOBODY, &format!("/verifikasi/{unknown}")).status, 404, "{unknown}");
        }
        let before = house.queries();
        house.get(&NOBODY, &format!("/verifikasi/{kode}"));
        assert!(house.queries() - before <= 6, "{}", house.queries() - before);
    });
}

#[test]
fn what_was_replaced_or_withdrawn_says_so() {
    on_both("dokumen-ganti", |house| {
        let first = issue(house, None).expect("issued");
        let second = issue(house, Some(&first)).expect("issued in its place");
        let page = house.get(&NOBODY, &format!("/verifikasi/{first}"));
        assert!(page.has("sudah diganti") && page.has(&format!("/verifikasi/{second}")));
        assert!(matches!(issue(house, Some(&first)), Err(Problem::Refused("DOK-01", _))), "only once");
        assert!(house.hall.cabut_dokumen(&pelaku("B2"), &second, "bukan milik kami").is_err());
        assert!(!house.get(&NOBODY, &format!("/verifikasi/{second}")).has("dicabut"));
        house.hall.cabut_dokumen(&pelaku("A1"), &second, "salah tanggal").expect("withdrawn");
        let page = house.get(&NOBODY, &format!("/verifikasi/{second}"));
        assert!(page.has("sudah dicabut") && !page.has("salah tanggal"));
        assert!(house.hall.cabut_dokumen(&pelaku("A1"), &second, "lagi").is_err());
    });
}

#[test]
fn a_file_is_compared_and_given_only_to_whom_it_is_for() {
    on_both("dokumen-berkas", |house| {
        let kode = issue(house, None).expect("issued");
        let path = format!("/dokumen/{kode}");
        assert_eq!(house.get(&NOBODY, &path).status, 303, "to the door");
        let of = |nama: &str, role, instansi: &str| {
            house.get(&house.browser(nama, role, instansi, "", None), &path)
        };
        let given = of("desi", Role::Petugas, "A1");
        assert_eq!(given.status, 200);
        assert!(
            given.has(&kode) && given.has("https://sinergi.contoh.example/verifikasi"),
            "the mark is printed"
        );
        assert_eq!(of("rina", Role::Petugas, "B2").bytes, given.bytes, "whom it was sent to");
        assert_eq!(of("joko", Role::Petugas, "C3").status, 404);
        assert_eq!(of("sari", Role::Operator, "A1").status, 403);
        let beside = |who: &Browser, file: &[u8]| {
            house.upload(who, &format!("/verifikasi/{kode}"), &[], "surat.pdf", file)
        };
        assert!(beside(&NOBODY, &given.bytes).has("Berkas Anda sama"));
        assert!(beside(&NOBODY, b"%PDF-1.7 lain").has("Berkas Anda berbeda"));
        let signed_in = house.browser("tuti", Role::Petugas, "C3", "", None);
        assert!(beside(&signed_in, &given.bytes).has("Berkas Anda sama"));
        assert_eq!(
            beside(&NOBODY, &vec![b'x'; (20 << 20) + 1]).status,
            413,
            "no room for large files of strangers"
        );
    });
}

#[test]
fn what_is_about_single_people_is_checked_here_and_given_out_elsewhere() {
    on_both("dokumen-tertutup", |house| {
        let how = Penerbitan {
            hal: "Perkara Budi Santoso".into(),
            asal: "penempatan/1".into(),
            tertutup: true,
            ..Penerbitan::default()
        };
        let kode = house.hall.terbitkan(&pelaku("A1"), &Undangan::contoh(), &how).expect("issued");
        let page = house.get(&NOBODY, &format!("/verifikasi/{kode}"));
        assert!(page.has("Dokumen ini asli") && !page.has("Budi"));
        for (nama, role, instansi) in [
            ("desi", Role::Petugas, "A1"),
            ("pim", Role::Pimpinan, "A1"),
            ("aud", Role::Auditor, "A1"),
            ("joko", Role::Petugas, "C3"),
        ] {
            let who = house.browser(nama, role, instansi, "", None);
            assert_eq!(house.get(&who, &format!("/dokumen/{kode}")).status, 404, "{nama}");
        }
    });
}

#[test]
fn one_address_does_not_keep_the_page_from_others() {
    on_both("dokumen-batas", |house| {
        let ask = |from: &str| {
            let request = Request::get("/verifikasi").header("x-forwarded-for", from).body(Body::empty());
            house.ask(request.expect("request")).status
        };
        let answers: Vec<u16> = (0..140).map(|_| ask("203.0.113.9")).collect();
        assert!(answers[..100].iter().all(|status| *status == 200) && answers.contains(&429));
        assert_eq!(ask("203.0.113.10"), 200, "another address");
    });
}

#[test]
fn without_a_printer_nothing_is_issued() {
    store::testing::on_both_with("dokumen-tanpa", host::schema::TABLES, |bench| {
        bench.tenant("A1");
        let house = House::new(bench, modules());
        assert!(matches!(issue(&house, None), Err(Problem::Refused("CETAK-01", _))));
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}
