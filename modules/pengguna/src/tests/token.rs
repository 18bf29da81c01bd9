//! Tokens of the own account.

use super::on_both;
use host::Role;
use host::testing::{Browser, House};

fn make(house: &House, who: &Browser, nama: &str, izin: &[&str]) -> Option<String> {
    let mut fields = vec![("nama", nama), ("masa", "90")];
    fields.extend(izin.iter().map(|w| ("izin", *w)));
    let page = house.post(who, "/akun/token", &fields);
    let token = page.body.split_once("<code>sinergi_").and_then(|p| p.1.split('<').next());
    (page.status == 200).then(|| format!("sinergi_{}", token.expect("shown once")))
}

#[test]
fn made_shown_once_used_and_revoked() {
    on_both("token", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(house.get(&desi, "/akun/token").has("Belum ada token"));
        let token = make(house, &desi, "Aplikasi absen", &["pegawai:baca", "mutu:baca"]).expect("made");
        let before = house.queries();
        let list = house.get(&desi, "/akun/token");
        assert!(house.queries() - before <= 4);
        assert!(
            list.has("Aplikasi absen") && list.has("pegawai:baca, mutu:baca") && list.has("belum pernah")
        );
        assert!(!list.has(&token), "never again");
        for kept in ["sinergi.db", "sinergi.db-wal"] {
            let bytes = std::fs::read(bench.folder().join(kept)).unwrap_or_default();
            assert!(!bytes.windows(64).any(|w| w == &token.as_bytes()[8..]), "only its hash is kept: {kept}");
        }
        // Nothing is served here, but a token that opens something is told apart from one that does not.
        assert_eq!(house.call(&token, "/api/v1/x").problem(), "API-07");
        assert!(!house.get(&desi, "/akun/token").has("belum pernah"));

        let revoke = list.body.split("action=\"/akun/token/").nth(1).and_then(|p| p.split('"').next());
        let revoke = format!("/akun/token/{}", revoke.expect("a form"));
        let other = house.browser("asih", Role::Petugas, "A1", "", None);
        assert_eq!(house.post(&other, &revoke, &[]).status, 404, "a token of somebody else");
        assert_eq!(house.post(&desi, &revoke, &[]).location, "/akun/token?pesan=dicabut");
        assert_eq!(house.post(&desi, &revoke, &[]).status, 404);
        assert_eq!(house.post(&desi, "/akun/token/x/cabut", &[]).status, 404);
        assert_eq!(house.call(&token, "/api/v1/x").problem(), "API-01");
        let list = house.get(&desi, "/akun/token?pesan=dicabut");
        assert!(list.has("Token sudah dicabut") && list.has("Dicabut"));
    });
}

#[test]
fn a_token_ends_with_what_its_account_may() {
    on_both("token-akun", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let token = make(house, &desi, "Absen", &["pegawai:baca"]).expect("made");
        let answer = |house: &House| house.call(&token, "/api/v1/x").problem();
        for (change, back, code) in [
            ("UPDATE akun SET aktif = 0", "UPDATE akun SET aktif = 1", "API-01"),
            ("UPDATE akun SET peran = 'operator'", "UPDATE akun SET peran = 'petugas'", "API-01"),
            ("UPDATE token_api SET akun = 'hilang'", "UPDATE token_api SET akun = 'desi'", "API-01"),
        ] {
            assert_eq!(answer(house), "API-07");
            bench.raw(change);
            assert_eq!(answer(house), code, "{change}");
            bench.raw(back);
        }
        assert_eq!(answer(house), "API-07");
        let mut source = store::Source::seeded(1, house.hall.node.clock);
        let reset = house.hall.with(|conn| host::account::reset(conn, &mut source, "desi"));
        assert!(reset.is_ok_and(|password| password.is_some()));
        assert_eq!(answer(house), "API-01", "a password taken away takes the tokens along");
    });
}

#[test]
fn what_a_form_may_not_ask_for() {
    on_both("token-salah", |house, _| {
        let desi = house.browser("desi", Role::PetugasData, "A1", "", None);
        let wrong = house.post(&desi, "/akun/token", &[("nama", ""), ("masa", "99999"), ("izin", "semua")]);
        assert!(
            wrong.status == 422
                && wrong.has("Isi nama program")
                && wrong.has("Pilih paling sedikit satu izin")
        );
        assert_eq!(make(house, &desi, "Absen", &[]), None);
        for n in 0..20 {
            make(house, &desi, &format!("Program {n}"), &["mutu:baca"]).expect("made");
        }
        assert_eq!(make(house, &desi, "Satu lagi", &["mutu:baca"]), None);
        let operator = house.browser("opd", Role::Operator, "A1", "", None);
        assert_eq!(house.get(&operator, "/akun/token").status, 403);
        assert_eq!(make(house, &operator, "Absen", &["pegawai:baca"]), None);
    });
}
