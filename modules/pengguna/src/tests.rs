//! The door from outside: what a browser sees.

mod daftar;
mod token;

use crate::module;
use host::gate::Gate;
use host::testing::{Browser, House, PASSWORD, Page};
use host::{Module, Role};
use store::testing::{Bench, on_both_with};

static MODULES: [Module; 1] = [module()];
const NEW: &str = "gerobak bubur ayam";

fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    on_both_with(name, host::schema::TABLES, |bench| {
        bench.tenant("A1");
        let house = House::new(bench, &MODULES);
        body(&house, bench);
    });
}

fn sign_in(house: &House, name: &str, password: &str, next: &str) -> Page {
    let fields = [("pengguna", name), ("sandi", password), ("lanjut", next)];
    house.post(&Browser::default(), "/masuk", &fields)
}

fn session_of(house: &House, page: &Page) -> Browser {
    house.with_cookie(page.cookies.first().expect("a session cookie"))
}

#[test]
fn the_door_is_one_page_with_one_heading() {
    on_both("pintu", |house, _| {
        let page = house.get(&Browser::default(), "/masuk?lanjut=/pegawai");
        assert_eq!(page.status, 200);
        assert_eq!(page.body.matches("<h1").count(), 1);
        assert!(
            page.has("name=\"pengguna\"") && page.has("name=\"sandi\"") && page.has("value=\"/pegawai\"")
        );
        assert!(page.has("Instansi A1"));
        assert!(!page.has("style=") && !page.has("onclick"));
    });
}

#[test]
fn a_one_time_password_opens_only_the_new_one() {
    on_both("pertama", |house, _| {
        let once = house.account("sari", Role::Petugas, "A1", "", None);
        let page = sign_in(house, "sari", &once, "/pegawai");
        assert_eq!((page.status, page.location.as_str()), (303, "/sandi"));
        let cookie = &page.cookies[0];
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
        let sari = session_of(house, &page);
        assert_eq!(house.get(&sari, "/mana-saja").status, 404);
        let form = house.get(&sari, "/sandi");
        assert!(form.has("Buat kata sandi Anda") && !form.has("sandi_lama"));

        let again = house.post(&sari, "/sandi", &[("sandi_baru", &once), ("sandi_ulang", &once)]);
        assert!(again.status == 422 && again.has("sama dengan yang sekarang"));
        let short = house.post(&sari, "/sandi", &[("sandi_baru", "pendek"), ("sandi_ulang", "lain")]);
        assert!(short.status == 422 && short.has("paling sedikit 12") && short.has("Ulangan berbeda"));

        let page = house.post(&sari, "/sandi", &[("sandi_baru", NEW), ("sandi_ulang", NEW)]);
        assert_eq!((page.status, page.location.as_str()), (303, "/"));
        assert!(house.get(&sari, "/akun/sandi").location.starts_with("/masuk"), "the old session ended");
        let sari = session_of(house, &page);
        assert!(house.get(&sari, "/akun/sandi").has("Ganti kata sandi"));
        assert_eq!(sign_in(house, "sari", &once, "").status, 422);
        assert_eq!(sign_in(house, "sari", NEW, "/pegawai?q=a").location, "/pegawai?q=a");
    });
}

#[test]
fn unknown_name_and_wrong_password_look_alike_and_five_tries_mean_waiting() {
    on_both("salah", |house, _| {
        house.browser("sari", Role::Petugas, "A1", "", None);
        for n in 1..=6 {
            let wrong = sign_in(house, "sari", "bukan itu sandinya", "");
            let nobody = sign_in(house, "tidakada", "bukan itu sandinya", "");
            assert_eq!(wrong.status, if n < 5 { 422 } else { 429 }, "{n}");
            assert_eq!((nobody.status, &nobody.retry_after), (wrong.status, &wrong.retry_after), "{n}");
            assert_eq!(wrong.body.replace("sari", "x"), nobody.body.replace("tidakada", "x"), "{n}");
            assert!(!wrong.has("bukan itu sandinya"), "a password never comes back");
            if n >= 5 {
                assert!(wrong.has("15 menit") && wrong.has("terkunci") && wrong.retry_after == "900");
            }
        }
        let right = sign_in(house, "sari", PASSWORD, "");
        assert!(right.status == 429 && right.cookies.is_empty(), "waiting holds for the right one too");
    });
}

#[test]
fn a_name_is_the_same_in_capitals() {
    on_both("kapital", |house, _| {
        house.browser("sari", Role::Petugas, "A1", "", None);
        let page = sign_in(house, " SARI ", PASSWORD, "/pegawai");
        assert_eq!((page.status, page.location.as_str()), (303, "/pegawai"));
        assert!(house.get(&session_of(house, &page), "/sandi").has("value=\"sari\""));
    });
}

#[test]
fn a_crowd_at_the_door_is_told_to_come_back() {
    on_both_with("ramai", host::schema::TABLES, |bench| {
        let house = House::shaped(bench, &MODULES, |hall| hall.gate = Gate::new(1, 0));
        let sari = house.browser("sari", Role::Super, "", "", None);
        let pass = house.hall.gate.enter();
        let page = sign_in(&house, "sari", PASSWORD, "");
        assert_eq!((page.status, page.retry_after.as_str()), (503, "5"));
        assert!(page.has("Server sedang sibuk") && page.body.matches("<h1").count() == 1);
        let fields = [("sandi_lama", PASSWORD), ("sandi_baru", NEW), ("sandi_ulang", NEW)];
        assert_eq!(house.post(&sari, "/sandi", &fields).status, 503);
        drop(pass);
        assert_eq!(sign_in(&house, "sari", PASSWORD, "").status, 303);
    });
}

#[test]
fn signing_in_again_ends_the_session_that_was_open() {
    on_both("ganti-sesi", |house, _| {
        let first = house.browser("sari", Role::Petugas, "A1", "", None);
        let fields = [("pengguna", "sari"), ("sandi", PASSWORD), ("csrf", "")];
        let page = house.post(&Browser { csrf: String::new(), ..first.clone() }, "/masuk", &fields);
        assert_eq!(page.status, 303);
        assert_ne!(session_of(house, &page).cookie, first.cookie);
        assert!(house.get(&first, "/sandi").location.starts_with("/masuk"));
        assert!(house.get(&first, "/masuk").has("Sesi berakhir"));
    });
}

#[test]
fn only_addresses_of_ours_are_followed() {
    on_both("lanjut", |house, _| {
        house.browser("sari", Role::Petugas, "A1", "", None);
        for next in [
            "https://lain.example",
            "//lain.example",
            "/\\lain.example",
            "/masuk?lanjut=/x",
            "x",
            "/a b\r\nX: y",
        ] {
            assert_eq!(sign_in(house, "sari", PASSWORD, next).location, "/", "{next:?}");
        }
    });
}

#[test]
fn theme_and_way_out() {
    on_both("keluar", |house, _| {
        let sari = house.browser("sari", Role::Petugas, "A1", "", None);
        let page = house.post(&sari, "/tema", &[("tema", "gelap"), ("kembali", "/pegawai?q=a")]);
        assert_eq!(page.location, "/pegawai?q=a");
        assert!(page.cookies[0].starts_with("tema=gelap;") && page.cookies[0].contains("Max-Age=31536000"));
        let page = house.post(&sari, "/tema", &[("tema", "sistem")]);
        assert!(page.cookies[0].starts_with("tema=;") && page.cookies[0].contains("Max-Age=0"));

        let forged = Browser { csrf: "lain".into(), ..sari.clone() };
        assert_eq!(house.post(&forged, "/keluar", &[]).status, 403);
        let page = house.post(&sari, "/keluar", &[]);
        assert!(page.location == "/masuk?pesan=keluar" && page.cookies[0].contains("Max-Age=0"));
        assert!(house.get(&sari, "/sandi").location.starts_with("/masuk"));
        assert!(house.get(&Browser::default(), "/masuk?pesan=keluar").has("Anda sudah keluar"));
    });
}

#[test]
fn the_old_password_is_asked_for() {
    on_both("sandi-lama", |house, _| {
        let sari = house.browser("sari", Role::Petugas, "A1", "", None);
        let fields = |old: &'static str| [("sandi_lama", old), ("sandi_baru", NEW), ("sandi_ulang", NEW)];
        let page = house.post(&sari, "/sandi", &fields("bukan"));
        assert!(page.status == 422 && page.has("Kata sandi sekarang tidak cocok"));
        assert_eq!(house.post(&sari, "/akun/sandi", &fields(PASSWORD)).location, "/");
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}

#[test]
fn a_node_without_accounts_says_what_comes_first() {
    on_both("kosong", |house, _| {
        let nobody = Browser::default();
        let page = house.get(&nobody, "/masuk");
        assert!(page.has("belum punya akun") && page.has("sinergi mulai"));
        house.account("sari", Role::Petugas, "A1", "", None);
        assert!(!house.get(&nobody, "/masuk").has("belum punya akun"));
    });
}

#[test]
fn pages_are_headed_by_the_visitors_own_instansi() {
    on_both("kepala-sendiri", |house, bench| {
        bench.tenant("B2");
        for (nama, instansi, head, other) in
            [("sari", "A1", "Instansi A1", "Instansi B2"), ("rini", "B2", "Instansi B2", "Instansi A1")]
        {
            let who = house.browser(nama, Role::Petugas, instansi, "", None);
            for path in ["/akun/sandi", "/sandi", "/tidak-ada"] {
                let page = house.get(&who, path);
                assert!(page.has(head) && !page.has(other), "{nama} {path}");
            }
        }
        // An account of an instansi that went away is headed by no other.
        let gone = house.browser("tuti", Role::Petugas, "A1", "", None);
        bench.raw("DELETE FROM instansi WHERE instansi_id = 'A1'");
        assert!(!house.get(&gone, "/akun/sandi").has("Instansi B2"));
    });
}
