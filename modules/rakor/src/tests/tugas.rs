//! What waits for whom, where it is done, and until which working day.

use super::halaman_rtl::{PDF, lapor, orang_orang, pelaku, rakor, rtl, terbaru, with_house};
use crate::isi::{self, Isi};
use crate::store::{buat, catat};
use host::testing::House;
use host::tugas::Tugas;
use host::{Role, Visitor};
use kernel::Date;

fn tugas(house: &House, akun: &str, instansi: &str) -> Vec<Tugas> {
    let visitor = Visitor {
        akun: akun.into(),
        lengkap: akun.into(),
        role: Role::Petugas,
        instansi: instansi.into(),
        unor: String::new(),
        pegawai: None,
        must_change: false,
        totp: false,
        csrf: String::new(),
        pesan_baru: 0,
    };
    crate::tugas::sumber(&house.hall, &visitor, house.hall.today()).expect("read")
}

#[test]
fn an_invitation_waits_until_the_rakor_is_agreed_on() {
    with_house("tugas-undangan", |house, _| {
        let pokok =
            isi::Pokok { judul: "Rakor".into(), tanggal: Date::parse("2026-11-30"), ..isi::Pokok::default() };
        let party = isi::Pihak { instansi: "A".into(), peran: "Kepala".into(), ..isi::Pihak::default() };
        let all = vec![Isi::Dibuat(pokok), Isi::Pihak { pihak: vec![party] }, Isi::Diundang];
        let id = buat(&house.hall, &pelaku(), all).expect("planned");
        let next = |isi: Isi| {
            let made = catat(&house.hall, &pelaku(), &id, |_| Ok(vec![(isi, None)])).expect("recorded");
            made[0].to_string()
        };
        let waits = || -> Vec<(String, String)> {
            let own = tugas(house, "kabul", "A").into_iter();
            own.map(|t| (t.judul, t.alamat.replace(&id, "1"))).collect()
        };
        let asked = waits();
        assert_eq!(asked[0].0, "Jawab undangan rakor");
        assert!(asked[0].1.starts_with("/rakor/1/persiapan#undangan-"), "{}", asked[0].1);
        let anchor = asked[0].1.split_once('#').expect("an anchor").1.to_owned();
        let orang = orang_orang(house);
        let page = house.get(&orang.kab, &format!("/rakor/{id}/persiapan"));
        assert!(page.has(&format!("\"{anchor}\"")), "the form stands there");
        next(Isi::Dibuka);
        let point =
            next(Isi::Rumusan(isi::Rumusan { teks: "Data disamakan.".into(), ..isi::Rumusan::default() }));
        let stand = ("Nyatakan sikap atas rumusan".to_owned(), "/rakor/1/rumusan".to_owned());
        assert_eq!(waits(), [asked[0].clone(), stand]);
        let (rumusan, versi) = (point.clone(), point);
        let sikap = isi::Sikap {
            rumusan,
            versi,
            instansi: "A".into(),
            sikap: "sepakat".into(),
            catatan: String::new(),
        };
        next(Isi::Sikap(sikap));
        assert_eq!(waits(), [asked[0].clone()]);
        next(Isi::Disepakati { alasan: String::new() });
        assert!(waits().is_empty());
    });
}

#[test]
fn a_follow_up_stays_with_its_owner_until_something_shows_it() {
    with_house("tugas-rtl", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let long = format!("Menyelesaikan {}", "status ".repeat(20));
        let at = rtl(house, &orang.desi, &id, &rumusan, &[("uraian", long.trim())]);
        let own = tugas(house, "kabul", "A");
        assert!(own[0].judul.ends_with('…') && own[0].judul.chars().count() < 100, "{}", own[0].judul);
        assert_eq!(own[0].tenggat, Date::parse("2026-12-28"), "26 December 2026 is a Saturday");
        lapor(house, &orang.kab, &at, true, ("", b""));
        assert_eq!((tugas(house, "kabul", "A").len(), tugas(house, "vera", "B").len()), (1, 1));
        let old = terbaru(house, &orang.veri, &at);
        lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF));
        assert!(tugas(house, "kabul", "A").is_empty());
        // A report that came meanwhile is read first; what the verifier wrote stays.
        let form =
            [("hasil", "selesai"), ("laporan", old.as_str()), ("alasan", "Berita acara sudah diperiksa")];
        let page = house.post(&orang.veri, &format!("{at}/verifikasi"), &form);
        let kept = page.has("Ada laporan baru") && page.has(">Berita acara sudah diperiksa</textarea>");
        assert!(page.status == 422 && kept && page.has("Riwayat"));
        let form = [
            ("hasil", "selesai"),
            ("laporan", &terbaru(house, &orang.veri, &at)),
            ("alasan", "Sudah diperiksa"),
        ];
        let done = house.post(&orang.veri, &format!("{at}/verifikasi"), &form);
        assert!(house.get(&orang.veri, &done.location).has("tindak lanjut dinyatakan selesai"));
    });
}
