//! What falls due, whom it is told, what waits for whom, and the figure of follow-ups done on time.

use super::halaman_rtl::{PDF, lapor, nilai, orang_orang, pelaku, rakor, rtl, terbaru, with_house};
use crate::isi::{self, Isi, POKOK};
use crate::kabar::{dari_peristiwa, eskalasi_jatuh, pengingat};
use crate::store::{catat, satu};
use crate::ukuran;
use host::access::Visitor;
use host::kabar::{Jenis, Kabar, Penerima};
use host::testing::House;
use host::{Hall, Role};
use kernel::Date;
use kernel::indikator::Hasil;
use store::peristiwa::{Peristiwa, of_sort};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn events(hall: &Hall, jenis: &str) -> Vec<Peristiwa> {
    let all = hall.with(|conn| of_sort(conn, POKOK)).expect("read");
    all.into_iter().filter(|e| e.jenis == jenis).collect()
}

/// `A:petugas,pimpinan`
fn kepada(kabar: &Kabar) -> String {
    match &kabar.kepada {
        Penerima::Akun(akun) => akun.clone(),
        Penerima::Peran { instansi, peran } => {
            format!("{instansi}:{}", peran.iter().map(|p| p.word()).collect::<Vec<_>>().join(","))
        }
    }
}

/// Deadline Thursday 26 November 2026: day; rungs recorded by the round of that day; who is told.
const ROUNDS: &[(&str, usize, &[&str])] = &[
    ("2026-11-26", 0, &[]),
    ("2026-11-27", 1, &["A:petugas"]),
    ("2026-11-27", 0, &[]),
    ("2026-12-09", 0, &[]),
    ("2026-12-10", 1, &["A:petugas,pimpinan"]),
    ("2027-02-01", 1, &["A:petugas,pimpinan", "P:petugas,pimpinan"]),
    ("2027-03-01", 0, &[]),
];

#[test]
fn the_ladder_is_recorded_once_and_reaches_the_right_people() {
    with_house("rtl-tangga", |house, bench| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let at = rtl(house, &orang.desi, &id, &rumusan, &[("tenggat", "26-11-2026")]);
        for (today, recorded, told) in ROUNDS {
            let before = events(&house.hall, "eskalasi").len();
            assert_eq!(eskalasi_jatuh(&house.hall, day(today)).expect("a round"), *recorded, "{today}");
            let new = events(&house.hall, "eskalasi").split_off(before);
            assert_eq!(new.len(), *recorded, "{today}");
            let said: Vec<Kabar> =
                new.iter().flat_map(|e| dari_peristiwa(&house.hall, e).expect("told")).collect();
            assert_eq!(said.iter().map(kepada).collect::<Vec<_>>(), *told, "{today}");
            assert!(said.iter().all(|k| k.jenis == Jenis::Keterlambatan && k.alamat == at));
        }
        assert!(house.get(&orang.lain, &at).has("Tingkat 4: surat Sekda Provinsi a.n. Gubernur."));
        let board = house.get(&orang.desi, &format!("/rakor/{id}/rtl"));
        assert!(board.has("dieskalasi ke surat Sekda Provinsi a.n. Gubernur"));
        assert!(waits(house, "desi", "P").iter().any(|t| t.starts_with("Siapkan surat Sekda")));
        // Reported as done: the owner is not late any more, whoever judges is asked.
        assert_eq!(lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF)).status, 303);
        assert_eq!(eskalasi_jatuh(&house.hall, day("2027-06-01")).expect("a round"), 0);
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
    });
}

#[test]
fn events_are_told_the_same_way_whatever_came_later() {
    with_house("rtl-kabar", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        rtl(house, &orang.desi, &id, &rumusan, &[]);
        let tell = |jenis: &str| -> Vec<Kabar> {
            events(&house.hall, jenis)
                .iter()
                .flat_map(|e| dari_peristiwa(&house.hall, e).expect("told"))
                .collect()
        };
        let invited = tell("diundang");
        assert_eq!(
            invited.iter().map(kepada).collect::<Vec<_>>(),
            ["A", "B", "C"].map(|i| format!("{i}:petugas,pimpinan"))
        );
        assert_eq!(tell("rtl").iter().map(kepada).collect::<Vec<_>>(), ["A:petugas"]);
        assert!(tell("rumusan").is_empty());
        catat(&house.hall, &pelaku(), &id, |r| {
            let pihak = r.pihak[1].id.clone();
            Ok(vec![(Isi::PihakDitarik { pihak, alasan: "digabung".into() }, None)])
        })
        .expect("withdrawn");
        assert_eq!(tell("diundang"), invited, "B was invited then");
        let near = |today: &str| pengingat(&house.hall, day(today)).expect("reminders");
        assert!(near("2026-12-18").is_empty());
        let week = near("2026-12-20");
        assert_eq!(week.iter().map(kepada).collect::<Vec<_>>(), ["A:petugas"]);
        assert_eq!(near("2026-12-24")[0].kunci, week[0].kunci, "said once");
        assert_ne!(near("2026-12-25")[0].kunci, week[0].kunci, "and once more the day before");
    });
}

#[test]
fn whoever_has_not_answered_is_reminded_once() {
    with_house("rakor-diam", |house, _| {
        // The day of this node is 22 November 2026; three days before 30 November is the 27th.
        let plan = |tanggal: &str| {
            let pokok =
                isi::Pokok { judul: "Rakor".into(), tanggal: Some(day(tanggal)), ..isi::Pokok::default() };
            let party = |id: &str| isi::Pihak {
                instansi: id.into(),
                peran: "Kepala".into(),
                ..isi::Pihak::default()
            };
            let pihak = ["P", "A", "B"].map(party).to_vec();
            let begin = vec![Isi::Dibuat(pokok), Isi::Pihak { pihak }, Isi::Diundang];
            crate::store::buat(&house.hall, &pelaku(), begin).expect("planned")
        };
        let id = plan("2026-11-30");
        plan("2026-11-24");
        let told = |today: &str| -> Vec<Kabar> { pengingat(&house.hall, day(today)).expect("reminders") };
        let about = |today: &str| told(today).iter().map(kepada).collect::<Vec<_>>();
        assert!(about("2026-11-23").is_empty(), "the second was called the day before its reminder");
        assert!(about("2026-11-26").is_empty());
        assert_eq!(about("2026-11-27"), ["A:petugas,pimpinan", "B:petugas,pimpinan"], "not its convener");
        assert_eq!(told("2026-11-27")[0].kunci, told("2026-11-29")[0].kunci, "said once");
        assert!(told("2026-11-27")[0].alamat.ends_with("/persiapan"));
        catat(&house.hall, &pelaku(), &id, |r| {
            let jawaban = isi::Jawaban {
                pihak: r.pihak[1].id.clone(),
                jawaban: "hadir".into(),
                ..isi::Jawaban::default()
            };
            Ok(vec![(Isi::Jawaban(jawaban), None)])
        })
        .expect("answered");
        assert_eq!(about("2026-11-28"), ["B:petugas,pimpinan"]);
        assert!(about("2026-12-01").is_empty(), "the day has passed");
    });
}

/// Sentences of what waits for an officer.
fn waits(house: &House, akun: &str, instansi: &str) -> Vec<String> {
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
    let found = crate::tugas::sumber(&house.hall, &visitor, house.hall.today()).expect("read");
    found.into_iter().map(|t| t.judul).collect()
}

#[test]
fn what_waits_is_derived_and_gone_when_it_is_done() {
    with_house("rtl-tugas", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let all =
            || [waits(house, "kabul", "A"), waits(house, "vera", "B"), waits(house, "desi", "P")].concat();
        assert!(all().is_empty());
        let at = rtl(house, &orang.desi, &id, &rumusan, &[]);
        assert_eq!(all(), ["Laporkan tindak lanjut: Menyelesaikan status non-ASN"]);
        assert!(waits(house, "zaki", "Z").is_empty());
        lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF));
        assert_eq!(all(), ["Verifikasi laporan: Menyelesaikan status non-ASN"]);
        nilai(house, &orang.veri, &at, "kembalikan", &terbaru(house, &orang.veri, &at));
        assert_eq!(
            all(),
            ["Lengkapi laporan yang dikembalikan: Menyelesaikan status non-ASN"],
            "sent back to its owner"
        );
        lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF));
        nilai(house, &orang.veri, &at, "selesai", &terbaru(house, &orang.veri, &at));
        assert!(all().is_empty());
        let paper =
            isi::Paparan { judul: "Manajemen ASN".into(), kebijakan: true, ..isi::Paparan::default() };
        let made =
            catat(&house.hall, &pelaku(), &id, |_| Ok(vec![(Isi::Paparan(paper), None)])).expect("a paper");
        assert_eq!(all(), ["Nyatakan sudah membaca paparan kebijakan"; 2], "A and B, not who brought it");
        let read = Isi::PaparanDibaca { paparan: made[0].to_string() };
        let a = host::peristiwa::Pelaku { instansi: "A".into(), ..pelaku() };
        catat(&house.hall, &a, &id, |_| Ok(vec![(read, None)])).expect("noted");
        assert_eq!(all().len(), 1);
    });
}

#[test]
fn done_on_time_is_counted_by_when_the_report_came() {
    with_house("rtl-tepat", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let more = [("tenggat", "26-11-2026"), ("verifikator", "P")];
        rtl(house, &orang.desi, &id, &rumusan, &more);
        rtl(house, &orang.desi, &id, &rumusan, &more);
        let of_b = isi::Rtl {
            rumusan: rumusan.clone(),
            instansi: "B".into(),
            verifikator: "P".into(),
            tenggat: Some(day("2026-11-26")),
            ..isi::Rtl::default()
        };
        catat(&house.hall, &pelaku(), &id, |_| Ok(vec![(Isi::Rtl(Box::new(of_b)), None)])).expect("agreed");
        let made = house.hall.with(|conn| satu(conn, &id)).expect("read").expect("there");
        let at = format!("/rtl/{id}/{}", made.rtl[0].tanda.id);
        lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF));
        nilai(house, &orang.desi, &at, "selesai", &terbaru(house, &orang.desi, &at));
        let made = house.hall.with(|conn| satu(conn, &id)).expect("read").expect("there");
        let mut early = made.clone();
        early.tahap = crate::rule::Tahap::Berlangsung;
        assert!(ukuran::hitung(&[early], day("2026-11-27"), |d| d).is_empty(), "nobody agreed on it yet");
        let all = [made];
        let count = |hari: &str| ukuran::hitung(&all, day(hari), |d| d);
        assert!(count("2026-11-26").is_empty(), "not due before the day has passed");
        let due = count("2026-11-27");
        assert_eq!((due[""], due["A"], due["B"]), ((1, 3), (1, 2), (0, 1)));
        assert!(!due.contains_key("C"));
        let world = house.hall.present().expect("a world");
        let sel = host::indikator::ukur(&house.hall, &world, "RTL-01", "A").expect("measured");
        assert_eq!(sel.hasil, Hasil::belum("Belum ada RTL yang tenggatnya lewat."), "today none is due");
    });
}

#[test]
fn invited_parties_are_told_what_changes_and_nobody_is_told_of_a_draft() {
    with_house("rakor-berubah", |house, _| {
        let party =
            |id: &str| isi::Pihak { instansi: id.into(), peran: "Kepala".into(), ..isi::Pihak::default() };
        let pihak = |ids: &[&str]| Isi::Pihak { pihak: ids.iter().map(|id| party(id)).collect() };
        let pokok = |tanggal: &str, pukul: &str, tempat: &str, tema: &str| isi::Pokok {
            judul: "Rakor".into(),
            tanggal: Some(day(tanggal)),
            pukul: (pukul.into(), String::new()),
            tempat: tempat.into(),
            tema: tema.into(),
            ..isi::Pokok::default()
        };
        let bahan = |uraian: &str| Isi::BahanDiminta { tenggat: day("2026-12-05"), uraian: uraian.into() };
        let first = pokok("2026-12-10", "09.00", "Aula", "");
        let begin = vec![Isi::Dibuat(first), pihak(&["P", "A", "B"])];
        let draft = crate::store::buat(&house.hall, &pelaku(), begin.clone()).expect("planned");
        let id = crate::store::buat(&house.hall, &pelaku(), begin).expect("planned");
        let say = |id: &str, isi: Isi| {
            let made = catat(&house.hall, &pelaku(), id, |_| Ok(vec![(isi, None)])).expect("recorded");
            let entry = made[0];
            let all = house.hall.with(|conn| of_sort(conn, POKOK)).expect("read");
            let event = all.into_iter().find(|e| e.entry == entry).expect("there");
            let told = dari_peristiwa(&house.hall, &event).expect("told");
            assert_eq!(told, dari_peristiwa(&house.hall, &event).expect("told"), "the same again");
            told
        };
        for isi in [
            bahan("Matriks"),
            Isi::Diubah(pokok("2026-12-12", "10.00", "Ruang rapat", "")),
            pihak(&["C"]),
            Isi::Dibatalkan { alasan: "bencana".into() },
        ] {
            assert!(say(&draft, isi.clone()).is_empty(), "{isi:?} of a draft");
        }
        say(&id, Isi::Diundang);
        let (heads, officers) = (["A:petugas,pimpinan", "B:petugas,pimpinan"], ["A:petugas", "B:petugas"]);
        // kejadian · siapa yang diberi tahu · yang dikatakan
        #[rustfmt::skip]
        let rows: Vec<(Isi, &[&str], &str)> = vec![
            (Isi::Diubah(pokok("2026-12-10", "09.00", "Aula", "Data pegawai")), &[], ""),
            (Isi::Diubah(pokok("2026-12-12", "09.00", "Aula", "")), &heads,
                "Semula: 10 Desember 2026, pukul 09.00, Aula. Sekarang: 12 Desember 2026, pukul 09.00, Aula."),
            (Isi::Diubah(pokok("2026-12-12", "13.00", "Aula", "")), &heads, "Sekarang: 12 Desember 2026, pukul 13.00"),
            (Isi::Diubah(pokok("2026-12-12", "13.00", "Ruang Sidang", "")), &heads, "pukul 13.00, Ruang Sidang."),
            (bahan("Matriks"), &officers, "Sampaikan bahan yang diminta paling lambat 5 Desember 2026."),
            (bahan("Matriks"), &[], ""),
            (bahan("Matriks dan bukti"), &officers, "5 Desember 2026"),
            (pihak(&["C", "C", ""]), &["C:petugas,pimpinan"], "Rakor 12 Desember 2026. Jawab undangan"),
            (Isi::Dibatalkan { alasan: "bencana banjir".into() },
                &["A:petugas,pimpinan", "B:petugas,pimpinan", "C:petugas,pimpinan"],
                "Rakor 12 Desember 2026 tidak dilaksanakan. Alasannya tertulis pada halaman rakor."),
        ];
        for (isi, whom, words) in rows {
            let told = say(&id, isi.clone());
            assert_eq!(told.iter().map(kepada).collect::<Vec<_>>(), whom, "{isi:?}");
            assert!(told.iter().all(|k| k.isi.contains(words)), "{words}: {told:?}");
        }
    });
}
