//! The pages from outside: what waits, what was told, who takes whose place, and the calendar.

use crate::module;
use host::kabar::{Jenis, Kabar, Penerima};
use host::testing::{Browser, House, on_both};
use host::tugas::Tugas;
use host::{Action, Hall, Module, Role, Visitor};
use kernel::Date;
use std::sync::OnceLock;

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| {
        let uji =
            Module { name: "uji", tugas: &[tugas], kabar: None, pengingat: &[pengingat], ..Module::EMPTY };
        vec![module(), uji]
    })
}

/// Work of the account that is asked for: by deadline, of several sorts, and one its role may not do.
fn tugas(_: &Hall, visitor: &Visitor, today: Date) -> store::Result<Vec<Tugas>> {
    let one = |what: &str, bidang, tindakan, days: Option<i32>| Tugas {
        kunci: format!("uji/{}/{what}", visitor.akun),
        bidang,
        judul: format!("{what} {}", visitor.akun),
        rincian: "Ratna Wulandari".into(),
        alamat: "/impor".into(),
        tindakan,
        tenggat: days.map(|n| today.add_days(n)),
        sejak: None,
    };
    Ok(vec![
        one("Nanti", "Rakor", Action::Tugas, Some(40)),
        one("Lewat", "Rakor", Action::Tugas, Some(-3)),
        one("Kapan saja", "Impor data", Action::Impor, None),
        one("Kelola", "Simpul", Action::Kelola, None),
        one("Rahasia sendiri", "Pegawai", Action::LihatPegawai, Some(1)),
    ])
}

fn pengingat(_: &Hall, _: Date) -> store::Result<Vec<Kabar>> {
    let officers = Penerima::Peran { instansi: "A1".into(), peran: vec![Role::Petugas] };
    let kabar = |n: usize| Kabar {
        kunci: format!("uji/{n:03}"),
        jenis: Jenis::Pengingat,
        kepada: officers.clone(),
        judul: format!("Pengingat {n:03}"),
        isi: "Tenggat laporan mendekat.".into(),
        alamat: format!("/pegawai?halaman={n}"),
        tenggat: None,
    };
    Ok((0..70).map(kabar).collect())
}

fn house(name: &str, body: impl Fn(&House)) {
    on_both(name, modules(), &[("A1", Vec::new()), ("B2", Vec::new())], |house, _| body(house));
}

fn told(house: &House) {
    host::pesan::ingatkan(&house.hall, modules(), house.hall.now()).expect("reminded");
}

fn desi(house: &House) -> Browser {
    house.browser("desi", Role::Petugas, "A1", "", None)
}

#[test]
fn tasks_stand_by_deadline_and_only_for_those_who_may() {
    house("tugas-daftar", |house| {
        let desi = desi(house);
        let page = house.get(&desi, "/tugas");
        let place = |text: &str| page.body.find(text).unwrap_or_else(|| panic!("{text}"));
        let order =
            ["Lewat tenggat", "Lewat desi", "Nanti desi", "Tanpa tenggat", "Kapan saja desi"].map(place);
        assert!(order.is_sorted(), "{order:?}");
        assert!(!page.has("Kelola desi"), "not for officers");
        assert!(page.has("hari kerja"), "working days");
        let one = house.get(&desi, "/tugas?bidang=Impor%20data");
        assert!(one.has("Kapan saja desi") && !one.has("Lewat desi"));
        assert_eq!(house.get(&desi, "/tugas?bidang=Tidak%20ada").status, 404);
        // The count beside the menu is that of the list.
        assert!(house.get(&desi, "/pesan").has("<span class=\"hitung angka penting\">4"));
        let korpri = house.browser("kori", Role::Korpri, "A1", "", None);
        assert!(!house.get(&korpri, "/tugas").has("Kapan saja kori"), "no imports");
    });
}

#[test]
fn pages_cost_few_statements() {
    house("tugas-hemat", |house| {
        let desi = desi(house);
        told(house);
        for path in ["/tugas", "/pesan", "/pesan/satu?kunci=uji/001", "/pesan/setelan", "/delegasi"] {
            house.get(&desi, path);
            let before = house.queries();
            assert_eq!(house.get(&desi, path).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}

#[test]
fn messages_are_read_page_by_page_and_only_the_own() {
    house("pesan-baca", |house| {
        let (desi, eka) = (desi(house), house.browser("eka", Role::Petugas, "B2", "", None));
        assert!(house.get(&desi, "/pesan").has("Pesan, tidak ada yang baru"));
        told(house);
        let first = house.get(&desi, "/pesan");
        assert!(first.has("Pesan, 70 baru") && first.has("Pengingat 069") && !first.has("Pengingat 039"));
        let href = first.body.split("href=\"/pesan?sesudah=").nth(1).and_then(|t| t.split('"').next());
        let second = house.get(&desi, &format!("/pesan?sesudah={}", href.expect("a next page")));
        assert!(second.has("Pengingat 039") && second.has("Pengingat 010") && !second.has("Pengingat 040"));
        for nonsense in ["x", "99999999999999999999~a", "-1~a", "1~%00"] {
            assert!(house.get(&desi, &format!("/pesan?sesudah={nonsense}")).status < 500, "{nonsense}");
        }
        assert!(!house.get(&eka, "/pesan").has("Pengingat"));
        assert_eq!(house.get(&eka, "/pesan/satu?kunci=uji/001").status, 404);
        assert_eq!(house.post(&eka, "/pesan/buka", &[("kunci", "uji/001")]).status, 404);

        let opened = house.post(&desi, "/pesan/buka", &[("kunci", "uji/001")]);
        assert_eq!((opened.status, opened.location.as_str()), (303, "/pegawai?halaman=1"));
        assert!(house.get(&desi, "/pesan").has("Pesan, 69 baru"));
        house.post(&desi, "/pesan/tandai", &[("kunci", "uji/001"), ("tindakan", "belum")]);
        assert!(house.get(&desi, "/pesan?tampil=baru").has("Pesan, 70 baru"));
        // What came after the page was made stays unread.
        house.post(&desi, "/pesan/tandai", &[("tindakan", "semua"), ("sampai", "0")]);
        assert!(house.get(&desi, "/pesan").has("Pesan, 70 baru"));
        let now = house.hall.now().0.to_string();
        house.post(&desi, "/pesan/tandai", &[("tindakan", "semua"), ("sampai", &now)]);
        assert!(house.get(&desi, "/pesan").has("Pesan, tidak ada yang baru"));
        assert!(house.get(&desi, "/pesan?tampil=baru").has("Tidak ada pesan"));
    });
}

#[test]
fn settings_refuse_what_is_no_address() {
    house("pesan-setelan", |house| {
        let desi = desi(house);
        let send = |surel: &str, from: &str| {
            house.post(
                &desi,
                "/pesan/setelan",
                &[
                    ("surel", surel),
                    ("jenis", "undangan"),
                    ("waktu", "harian"),
                    ("tenang_dari", from),
                    ("tenang_sampai", "6"),
                ],
            )
        };
        for (surel, from, status) in [
            ("desi", "20", 422),
            ("desi@bkd.go.id\r\nBcc: x@y.id", "20", 422),
            ("desi@bkd.go.id", "", 422),
            ("desi@bkd.go.id", "20", 303),
        ] {
            assert_eq!(send(surel, from).status, status, "{surel:?} {from}");
        }
        let page = house.get(&desi, "/pesan/setelan");
        assert!(page.has("value=\"desi@bkd.go.id\"") && page.has("value=\"undangan\" checked"));
        assert!(!page.has("value=\"pengingat\" checked"));
    });
}

#[test]
fn a_calendar_is_read_by_its_secret_until_it_is_renewed() {
    house("kalender", |house| {
        let desi = desi(house);
        let nobody = Browser::default();
        let make = || {
            let page = house.post(&desi, "/pesan/kalender", &[("tindakan", "buat")]);
            let text = page.body.split("<code>").nth(1).and_then(|t| t.split('<').next());
            let at = text.and_then(|t| t.find("/kalender/").map(|at| &t[at..]));
            at.expect("an address").to_owned()
        };
        let first = make();
        let page = house.get(&nobody, &first);
        assert_eq!((page.status, page.header("content-type")), (200, "text/calendar; charset=utf-8"));
        assert!(page.has("SUMMARY:Tenggat: Lewat desi") && !page.has("Kapan saja"));
        assert!(!page.has("Ratna") && !page.has("lengkap"), "nothing about people");
        let second = make();
        assert_eq!(house.get(&nobody, &first).status, 404, "renewed");
        assert_eq!(house.get(&nobody, &second).status, 200);
        assert_eq!(house.get(&nobody, &second.replace(".ics", "")).status, 404);
        assert_eq!(house.get(&nobody, "/kalender/x.ics").status, 404);
        house.hall.with(|conn| host::account::set_active(conn, "desi", false)).expect("closed");
        assert_eq!(house.get(&nobody, &second).status, 404, "the account is closed");
    });
}

#[test]
fn a_delegate_sees_what_the_own_role_may_do_and_no_more() {
    house("delegasi", |house| {
        let desi = desi(house);
        let kori = house.browser("kori", Role::Korpri, "A1", "", None);
        house.browser("eka", Role::Petugas, "B2", "", None);
        let today = house.hall.today();
        let give = |kepada: &str, from: i32, until: i32, alasan: &str| {
            let days = [from, until].map(|n| today.add_days(n).dmy());
            let form = [("kepada", kepada), ("mulai", &days[0]), ("sampai", &days[1]), ("alasan", alasan)];
            house.post(&desi, "/delegasi", &form).status
        };
        for (kepada, from, until, alasan) in [
            ("desi", 0, 3, "cuti"),
            ("eka", 0, 3, "cuti"),
            ("tiada", 0, 3, "cuti"),
            ("kori", 3, 0, "cuti"),
            ("kori", -5, -1, "cuti"),
            ("kori", 0, 92, "cuti"),
            ("kori", 0, 3, "  "),
        ] {
            assert_eq!(give(kepada, from, until, alasan), 422, "{kepada} {from} {until} {alasan:?}");
        }
        assert_eq!(give("kori", 0, 3, "Cuti tahunan"), 303);
        assert_eq!(give("kori", 2, 5, "Cuti tahunan"), 422, "twice on the same days");
        let page = house.get(&kori, "/tugas");
        assert!(page.has("Nanti desi") && page.has("atas nama desi lengkap"));
        assert!(!page.has("Kapan saja desi"), "imports are beyond the role");
        assert!(house.get(&kori, "/delegasi").has("Berjalan"));
        let list = house.get(&desi, "/delegasi");
        let end = list.body.split("action=\"/delegasi/").nth(1).and_then(|t| t.split('"').next());
        let end = format!("/delegasi/{}", end.expect("a way to end it"));
        assert_eq!(house.post(&kori, &end, &[]).status, 404, "not the delegate's to end");
        assert_eq!(house.post(&desi, &end, &[]).status, 303);
        assert!(!house.get(&kori, "/tugas").has("Nanti desi"));
        assert!(house.get(&kori, "/delegasi").has("Diakhiri"), "the history stays");
    });
}
