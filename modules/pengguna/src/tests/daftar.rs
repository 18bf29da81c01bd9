//! Accounts by administrators, and the authenticator app.

use super::{MODULES, on_both, session_of, sign_in};
use host::Role;
use host::testing::{Browser, House, PASSWORD, Page};
use store::testing::on_both_with;

fn one_time(page: &Page) -> String {
    let after = page.body.split("Sandi sekali pakai:").nth(1).expect("shown once");
    let code = after.split("<code").nth(1).expect("in code");
    code[code.find('>').expect("tag") + 1..].split('<').next().expect("text").to_owned()
}

#[test]
fn an_account_is_made_changed_and_closed() {
    on_both("akun-kelola", |house, bench| {
        bench.tenant("B2");
        let admin = house.browser("admin", Role::Super, "", "", None);
        let new = |fields: &[(&str, &str)]| house.post(&admin, "/pengguna", fields);
        for (fields, said) in [
            (&[("akun", "rini"), ("lengkap", "Rini")][..], "Pilih peran"),
            (&[("akun", "ri ni"), ("lengkap", "Rini"), ("peran", "petugas")], "hanya boleh huruf"),
            (&[("akun", "rini"), ("lengkap", "Rini"), ("peran", "operator")], "memerlukan kode unit"),
            (&[("akun", "rini"), ("lengkap", "Rini"), ("peran", "pegawai")], "memerlukan NIP"),
            (&[("akun", "rini"), ("lengkap", "Rini"), ("peran", "publik")], "Pilih peran"),
        ] {
            let page = new(fields);
            assert!(page.status == 422 && page.has(said) && page.has("value=\"Rini\""), "{fields:?}");
        }
        let page =
            new(&[("akun", "Rini"), ("lengkap", "Rini Astuti"), ("peran", "petugas"), ("instansi", "A1")]);
        assert_eq!(page.status, 200);
        let first = one_time(&page);
        let inside = sign_in(house, "rini", &first, "/");
        assert_eq!(inside.location, "/sandi", "the first password is used once");
        let rini = session_of(house, &inside);
        let act = |fields: &[(&str, &str)]| house.post(&admin, "/pengguna/rini", fields);
        assert_eq!(act(&[("aksi", "peran"), ("peran", "auditor")]).status, 303);
        assert!(house.get(&rini, "/akun/sandi").location.starts_with("/masuk"), "a new role, a new session");
        assert!(act(&[("aksi", "peran"), ("peran", "pegawai")]).has("tidak terhubung dengan pegawai"));
        let second = one_time(&act(&[("aksi", "sandi")]));
        assert_eq!(sign_in(house, "rini", &first, "/").status, 422);
        assert_eq!(sign_in(house, "rini", &second, "/").status, 303);
        assert_eq!(act(&[("aksi", "tutup")]).status, 303);
        assert_eq!(sign_in(house, "rini", &second, "/").status, 422);
        let list = house.get(&admin, "/pengguna?cari=ASTUTI");
        assert!(list.has("Rini Astuti") && list.has("Ditutup") && !list.has(">admin<"));
        assert!(!house.get(&admin, "/pengguna?peran=petugas").has("Rini Astuti"), "an auditor by now");
        assert!(!house.get(&admin, "/pengguna?cari=%25").has("Tidak ada akun"), "a sign is no pattern");
        let own = house.post(&admin, "/pengguna/admin", &[("aksi", "tutup")]);
        assert!(own.status == 422 && own.has("akun Anda sendiri"));
    });
}

#[test]
fn an_administrator_of_one_instansi_stays_there() {
    on_both("akun-lingkar", |house, bench| {
        bench.tenant("B2");
        let local = house.browser("admin.b2", Role::Super, "B2", "", None);
        house.account("desi", Role::Petugas, "A1", "", None);
        house.account("pusat", Role::Super, "", "", None);
        let list = house.get(&local, "/pengguna");
        assert!(list.has("admin.b2") && !list.has("desi") && !list.has("pusat"));
        for nama in ["desi", "pusat", "tidak-ada"] {
            let path = format!("/pengguna/{nama}");
            assert_eq!(house.get(&local, &path).status, 404);
            assert_eq!(house.post(&local, &path, &[("aksi", "sandi")]).status, 404);
        }
        // Neither another instansi nor all of them can be had by asking.
        for (nama, instansi) in [("satu", "A1"), ("dua", "")] {
            let fields = [("akun", nama), ("lengkap", "X"), ("peran", "super"), ("instansi", instansi)];
            assert_eq!(house.post(&local, "/pengguna", &fields).status, 200);
            let made = house.hall.with(|conn| host::account::find(conn, nama)).expect("asked").expect("made");
            assert_eq!(made.visitor.instansi, "B2", "{instansi:?}");
        }
        let officer = house.browser("rini", Role::Petugas, "B2", "", None);
        assert_eq!(house.get(&officer, "/pengguna").status, 403);
        let before = house.queries();
        house.get(&local, "/pengguna");
        assert!(house.queries() - before <= 6);
    });
}

fn code(house: &House, secret: &str, later: u64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("base 32");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a secret");
    let seconds = house.hall.now().0 as u64 / 1_000_000;
    totp.generate(seconds + later).to_string()
}

fn secret_of(page: &Page) -> String {
    let after = page.body.split("name=\"kunci\" value=\"").nth(1).expect("a secret");
    after.split('"').next().expect("value").to_owned()
}

fn enter(house: &House, code: &str) -> Page {
    let fields = [("pengguna", "admin"), ("sandi", PASSWORD), ("kode", code)];
    house.post(&Browser::default(), "/masuk", &fields)
}

#[test]
fn with_an_authenticator_the_password_alone_opens_nothing() {
    on_both("autentikator", |house, _| {
        let admin = house.browser("admin", Role::Super, "", "", None);
        let form = house.get(&admin, "/akun/autentikator");
        let secret = secret_of(&form);
        assert!(form.has("<svg") && secret.len() == 32);
        let set = |code: &str, password: &str| {
            let fields =
                [("kunci", secret.as_str()), ("kode", code), ("sandi", password), ("aksi", "pasang")];
            house.post(&admin, "/akun/autentikator", &fields)
        };
        assert!(set("000000", PASSWORD).has("Kode tidak cocok"));
        assert!(set(&code(house, &secret, 0), "bukan ini").has("Kata sandi tidak cocok"));
        assert_eq!(set(&code(house, &secret, 0), PASSWORD).status, 303);
        assert!(house.get(&admin, "/akun/autentikator").has("Autentikator terpasang"));
        for wrong in ["", "000000", &code(house, &secret, 0)] {
            assert_eq!(enter(house, wrong).status, 422, "nothing, a wrong code, one used already");
        }
        assert_eq!(enter(house, &code(house, &secret, 30)).status, 303);
        let take = [("sandi", PASSWORD), ("aksi", "lepas")];
        assert_eq!(house.post(&admin, "/akun/autentikator", &take).status, 303);
        assert_eq!(enter(house, "").status, 303);
    });
}

#[test]
fn where_it_is_demanded_administrators_do_nothing_before() {
    on_both_with("autentikator-wajib", host::schema::TABLES, |bench| {
        bench.tenant("A1");
        let house = House::shaped(bench, &MODULES, |hall| hall.strict_door = true);
        let admin = house.browser("admin", Role::Super, "", "", None);
        assert_eq!(house.get(&admin, "/pengguna").location, "/akun/autentikator");
        let form = house.get(&admin, "/akun/autentikator");
        assert!(form.has("wajib memakai autentikator"));
        let secret = secret_of(&form);
        let now = code(&house, &secret, 0);
        let fields = [("kunci", secret.as_str()), ("kode", now.as_str()), ("sandi", PASSWORD)];
        assert_eq!(house.post(&admin, "/akun/autentikator", &fields).status, 303);
        assert_eq!(house.get(&admin, "/pengguna").status, 200);
    });
}
