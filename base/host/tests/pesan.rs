//! Messages from events: made once whatever falls over, sent when they may be, given up when they must.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "bersama/surat.rs"]
mod surat_uji;

use host::kabar::{Jenis, Kabar, Penerima};
use host::peristiwa::Pelaku;
use host::pesan::{self, Putaran};
use host::setelan::{self, Setelan};
use host::surat::{self, Surel as Keadaan};
use host::surel::Surel;
use host::testing::{House, on_both};
use host::{Hall, Module, Role, Visitor};
use kernel::Stamp;
use std::time::Duration;
use store::Source;
use store::peristiwa::{Baru, Peristiwa};
use surat_uji::{Kotak, Sikap};

static MODULES: [Module; 1] =
    [Module { name: "uji", kabar: Some(undangan), pengingat: &[pengingat], ..Module::EMPTY }];

/// An invitation to the officers of the instansi, twice by mistake, and a word to one account.
fn undangan(_: &Hall, event: &Peristiwa) -> store::Result<Vec<Kabar>> {
    let officers = Penerima::Peran { instansi: event.instansi.clone(), peran: vec![Role::Petugas] };
    let kabar = |what: &str, kepada| Kabar {
        kunci: format!("uji/{}/{what}", event.pokok_id),
        jenis: Jenis::Undangan,
        kepada,
        judul: "Undangan rakor\r\nBcc: semua@prov.go.id".into(),
        isi: format!("Rakor {}\0 diadakan.", event.pokok_id),
        alamat: format!("/rakor/{}", event.pokok_id),
        tenggat: None,
    };
    Ok(vec![
        kabar("undangan", officers.clone()),
        kabar("undangan", officers),
        kabar("catatan", Penerima::Akun("rini".into())),
    ])
}

fn pengingat(_: &Hall, _: kernel::Date) -> store::Result<Vec<Kabar>> {
    Ok(vec![Kabar {
        kunci: "uji/h-7".into(),
        jenis: Jenis::Pengingat,
        kepada: Penerima::Akun("desi".into()),
        judul: "Tujuh hari lagi".into(),
        isi: "Tenggat laporan tujuh hari lagi.".into(),
        alamat: "//jahat.example".into(),
        tenggat: None,
    }])
}

fn event(house: &House, id: &str) {
    let pelaku = Pelaku { instansi: "A1".into(), akun: "desi".into(), oleh: "Desi, Petugas".into() };
    let baru = Baru { pokok: "uji", pokok_id: id.into(), jenis: "undangan", isi: "{}".into() };
    let done = house.hall.peristiwa(&pelaku, "A1", |_| Ok(Ok::<_, ()>(vec![(baru, None)]))).unwrap();
    assert!(done.is_ok());
}

fn keys(house: &House, akun: &str) -> Vec<String> {
    let all = house.hall.with(|conn| surat::daftar(conn, akun, false, None, 100)).unwrap();
    let mut keys: Vec<_> = all.into_iter().map(|p| p.kunci).collect();
    keys.sort();
    keys
}

/// Ten in the morning of a Monday, WIB, in the future of every clock of these tests.
fn pagi() -> Stamp {
    let day = kernel::Date::new(2027, 3, 1).unwrap();
    Stamp(i64::from(day.days()) * 86_400_000_000 + 3 * 3_600_000_000)
}

fn minutes(later: i64) -> Stamp {
    Stamp(pagi().0 + later * 60_000_000)
}

fn accounts(house: &House) {
    for (akun, role) in [("desi", Role::Petugas), ("sari", Role::Petugas), ("rini", Role::Pimpinan)] {
        house.account(akun, role, "A1", "", None);
    }
}

fn wants_mail(house: &House, akun: &str, ringkasan: bool) {
    let wants = Setelan { surel: format!("{akun}@prov.go.id"), ringkasan, ..Setelan::default() };
    house.hall.with(|conn| setelan::simpan(conn, akun, &wants)).unwrap();
}

fn with_mail(name: &str, sikap: Sikap, body: impl Fn(&House, &Kotak)) {
    store::testing::on_both_with(name, host::schema::TABLES, |bench| {
        bench.tenant("A1");
        let kotak = Kotak::buka(sikap);
        let house = House::shaped(bench, &MODULES, |hall| {
            let surel = Surel::new(&kotak.url(), "sinergi@prov.go.id", Duration::from_millis(700));
            hall.surel = Some(surel.unwrap());
            hall.alamat_publik = "https://sinergi.prov.go.id".into();
        });
        accounts(&house);
        event(&house, "r1");
        body(&house, &kotak);
    });
}

#[test]
fn each_event_is_told_once_to_each() {
    on_both("kabar", &MODULES, &[("A1", Vec::new())], |house, bench| {
        accounts(house);
        event(house, "r1");
        assert_eq!(pesan::buat(&house.hall, &MODULES, pagi()).unwrap(), 3);
        assert_eq!(pesan::buat(&house.hall, &MODULES, pagi()).unwrap(), 0);
        event(house, "r2");
        // The process is killed between the messages and the place: neither is kept.
        bench.raw("ALTER TABLE pesan RENAME TO pesan_hilang");
        assert!(pesan::buat(&house.hall, &MODULES, pagi()).is_err());
        bench.raw("ALTER TABLE pesan_hilang RENAME TO pesan");
        assert_eq!(keys(house, "desi"), ["uji/r1/undangan"]);
        assert_eq!(pesan::buat(&house.hall, &MODULES, pagi()).unwrap(), 3);
        assert_eq!(keys(house, "desi"), ["uji/r1/undangan", "uji/r2/undangan"]);
        assert_eq!(keys(house, "rini"), ["uji/r1/catatan", "uji/r2/catatan"]);
        // The place is lost and everything read again: keys know what was told.
        bench.raw("DELETE FROM pesan_posisi");
        assert_eq!(pesan::buat(&house.hall, &MODULES, pagi()).unwrap(), 0);
        for _ in 0..2 {
            pesan::ingatkan(&house.hall, &MODULES, pagi()).unwrap();
        }
        assert_eq!(keys(house, "desi").len(), 3);
        let told = house.hall.with(|conn| surat::satu(conn, "desi", "uji/h-7")).unwrap().unwrap();
        assert_eq!(told.alamat, "/pesan", "no message leads out of the house");
    });
}

#[test]
fn old_messages_go_at_night_and_new_ones_stay() {
    on_both("kabar-lama", &MODULES, &[("A1", Vec::new())], |house, _| {
        accounts(house);
        event(house, "r1");
        pesan::buat(&house.hall, &MODULES, pagi()).unwrap();
        let day = 24 * 60;
        // 02.59 menjelang pagi, hari ke-400 dan sesudahnya; 03.00 hari ke-399; 03.00 hari ke-401.
        for (later, kept) in
            [(401 * day - 7 * 60 - 1, true), (399 * day - 7 * 60, true), (401 * day - 7 * 60, false)]
        {
            pesan::putar(&house.hall, &MODULES, minutes(later), true).unwrap();
            let told = keys(house, "rini").contains(&"uji/r1/catatan".to_owned());
            assert_eq!(told, kept, "{later} minutes later");
        }
        assert!(keys(house, "desi").contains(&"uji/h-7".to_owned()), "a new one stays");
    });
}

#[test]
fn two_post_offices_make_no_second_copy() {
    on_both("kabar-dua", &MODULES, &[("A1", Vec::new())], |house, _| {
        accounts(house);
        (0..20).for_each(|n| event(house, &format!("r{n}")));
        let made: u64 = std::thread::scope(|scope| {
            let work = || scope.spawn(|| pesan::buat(&house.hall, &MODULES, pagi()).unwrap());
            [work(), work()].map(|t| t.join().unwrap()).iter().sum()
        });
        assert_eq!((made, keys(house, "desi").len(), keys(house, "rini").len()), (60, 20, 20));
    });
}

#[test]
fn a_mail_says_who_one_sentence_and_a_link() {
    with_mail("surel-terima", Sikap::Terima, |house, kotak| {
        wants_mail(house, "desi", false);
        let done = pesan::putar(&house.hall, &MODULES, pagi(), false).unwrap();
        assert_eq!(done, Putaran { dibuat: 3, terkirim: 1, ..Putaran::default() });
        assert_eq!(pesan::kirim(&house.hall, minutes(60)).unwrap(), Putaran::default(), "once");
        let [mail] = kotak.surat().try_into().unwrap();
        let headers: Vec<&str> = mail.split("\r\n\r\n").next().unwrap().lines().collect();
        assert!(!headers.iter().any(|line| line.starts_with("Bcc")), "{headers:?}");
        for part in [
            "Subject: Undangan rakor Bcc: semua@prov.go.id\r\n",
            "desi@prov.go.id",
            "Auto-Submitted: auto-generated\r\n",
            "Yth. desi lengkap,",
            "Rakor r1 diadakan.",
            "https://sinergi.prov.go.id/rakor/r1\r\n",
        ] {
            assert!(mail.contains(part), "{part:?} in {mail}");
        }
    });
}

#[test]
fn what_comes_together_goes_together_and_at_the_hour_chosen() {
    with_mail("surel-ringkas", Sikap::Terima, |house, kotak| {
        wants_mail(house, "desi", true);
        event(house, "r2");
        assert_eq!(pesan::putar(&house.hall, &MODULES, pagi(), true).unwrap().terkirim, 0);
        let (evening, seven) = (minutes(20 * 60), minutes(21 * 60));
        assert_eq!(pesan::kirim(&house.hall, evening).unwrap(), Putaran::default());
        assert_eq!(pesan::kirim(&house.hall, seven).unwrap().terkirim, 3);
        let [mail] = kotak.surat().try_into().unwrap();
        assert!(mail.contains("Subject: 3 pesan Sinergi untuk Anda\r\n"), "{mail}");
    });
}

fn state(house: &House) -> (Keadaan, String) {
    let told = house.hall.with(|conn| surat::satu(conn, "desi", "uji/r1/undangan")).unwrap().unwrap();
    (told.surel, told.galat)
}

#[test]
fn a_server_that_cannot_now_is_asked_again_and_then_no_more() {
    for (name, sikap) in
        [("surel-4xx", Sikap::Nanti), ("surel-gantung", Sikap::Gantung), ("surel-tutup", Sikap::Tutup)]
    {
        with_mail(name, sikap, |house, kotak| {
            wants_mail(house, "desi", false);
            let first = pesan::putar(&house.hall, &MODULES, pagi(), false).unwrap();
            assert_eq!((first.terkirim, first.ditunda), (0, 1), "{name}");
            assert_eq!(
                pesan::kirim(&house.hall, minutes(4)).unwrap().ditunda,
                0,
                "{name}: not before its time"
            );
            kotak.berubah(Sikap::Terima);
            assert_eq!(pesan::kirim(&house.hall, minutes(5)).unwrap().terkirim, 1, "{name}");
            assert_eq!(state(house).0, Keadaan::Terkirim);
            assert_eq!(kotak.surat().len(), 1);
        });
    }
    with_mail("surel-menyerah", Sikap::Nanti, |house, _| {
        wants_mail(house, "desi", false);
        pesan::putar(&house.hall, &MODULES, pagi(), false).unwrap();
        let rounds = (1..200).map(|hour| pesan::kirim(&house.hall, minutes(hour * 60)).unwrap());
        let (tried, lost) =
            rounds.fold((1, 0), |(t, l), done| (t + done.ditunda + done.gagal, l + done.gagal));
        assert_eq!((tried, lost), (10, 1));
        let (state, why) = state(house);
        assert!(state == Keadaan::Gagal && why.contains("451"), "{why}");
    });
}

#[test]
fn a_server_that_refuses_is_not_asked_again() {
    with_mail("surel-5xx", Sikap::Tolak, |house, kotak| {
        wants_mail(house, "desi", false);
        assert_eq!(pesan::putar(&house.hall, &MODULES, pagi(), false).unwrap().gagal, 1);
        kotak.berubah(Sikap::Terima);
        assert_eq!(pesan::kirim(&house.hall, minutes(600)).unwrap(), Putaran::default());
        let (state, why) = state(house);
        assert!(state == Keadaan::Gagal && why.contains("550"), "{why}");
    });
}

/// Killed after the server took the mail and before that was written down: it goes again, as the same mail.
#[test]
fn a_mail_that_may_have_left_leaves_again_as_itself() {
    store::testing::on_both_with("surel-mati", host::schema::TABLES, |bench| {
        bench.tenant("A1");
        let kotak = Kotak::buka(Sikap::Terima);
        let house = House::shaped(bench, &MODULES, |hall| {
            hall.surel = Surel::new(&kotak.url(), "sinergi@prov.go.id", Duration::from_secs(5)).ok();
        });
        accounts(&house);
        wants_mail(&house, "desi", false);
        event(&house, "r1");
        pesan::putar(&house.hall, &MODULES, pagi(), false).unwrap();
        let lease = minutes(15).0;
        bench.raw("UPDATE pesan SET surel = 'sedang' WHERE surel = 'terkirim'");
        match bench.url() {
            None => bench.raw(&format!("UPDATE pesan SET coba_lagi = {lease} WHERE surel = 'sedang'")),
            Some(_) => bench.raw("UPDATE pesan SET coba_lagi = '2027-03-01 03:15+00' WHERE surel = 'sedang'"),
        }
        assert_eq!(
            pesan::kirim(&house.hall, minutes(14)).unwrap().terkirim,
            0,
            "somebody may still be at it"
        );
        assert_eq!(pesan::kirim(&house.hall, minutes(15)).unwrap().terkirim, 1);
        let id = |mail: &String| mail.lines().find(|l| l.starts_with("Message-ID")).unwrap().to_owned();
        let mails = kotak.surat();
        assert_eq!((mails.len(), id(&mails[0])), (2, id(&mails[1])));
    });
}

#[test]
fn who_takes_somebodys_place_is_told_too() {
    on_both("kabar-wakil", &MODULES, &[("A1", Vec::new())], |house, _| {
        accounts(house);
        let hall = &house.hall;
        let visitor = |akun: &str| -> Visitor {
            hall.with(|conn| host::account::find(conn, akun)).unwrap().unwrap().visitor
        };
        let (rini, sari) = (visitor("rini"), visitor("sari"));
        let mut source = Source::system(hall.node.clock).unwrap();
        let day = pagi().date_wib();
        let baru = host::delegasi::Baru {
            dari: &rini,
            kepada: &sari,
            mulai: day,
            sampai: day.add_days(6),
            alasan: "Cuti tahunan",
        };
        assert_eq!(host::delegasi::keliru(&baru, day), None);
        let mut set = || hall.with(|conn| host::delegasi::tetapkan(conn, &mut source, &baru)).unwrap();
        assert!(set() && !set(), "the same two have one already");
        event(house, "r1");
        pesan::buat(hall, &MODULES, pagi()).unwrap();
        event(house, "r2");
        pesan::buat(hall, &MODULES, Stamp(pagi().0 + 7 * 86_400_000_000)).unwrap();
        assert_eq!(keys(house, "sari"), ["uji/r1/catatan", "uji/r1/undangan", "uji/r2/undangan"]);
        let told = hall.with(|conn| surat::satu(conn, "sari", "uji/r1/catatan")).unwrap().unwrap();
        assert_eq!(told.atas_nama, "rini lengkap");
    });
}
