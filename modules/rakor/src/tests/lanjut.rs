//! After the rakor: what may be done with a follow-up, the ladder, what is rolled up and what is carried over.

use super::lipat::rakor;
use crate::isi::{self, Isi};
use crate::rule::bawaan::{bawaan, sesudah};
use crate::rule::dampak::dampak;
use crate::rule::eskalasi::{jatuh, tercatat};
use crate::rule::kelompok::kelompok;
use crate::rule::lanjut::{boleh_keadaan, verifikator_lain};
use crate::rule::nilai::{Dinilai, Hari, Ukur, nilai};
use crate::rule::{Putusan, Rakor};
use kernel::Date;
use kernel::indikator::{Arah, Satuan, Ukuran};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn rtl(instansi: &str, tenggat: &str) -> isi::Rtl {
    isi::Rtl {
        rumusan: "e1".into(),
        uraian: "Rekonsiliasi bulanan".into(),
        instansi: instansi.into(),
        tenggat: Date::parse(tenggat),
        bukti: "Berita acara".into(),
        verifikator: "P".into(),
        ..isi::Rtl::default()
    }
}

/// Bound to an indicator that is better when lower: `awal` and `target` are people.
fn terikat(instansi: &str, awal: i64, target: i64) -> isi::Rtl {
    isi::Rtl {
        indikator: "UJI-01".into(),
        target: Some(target * 100),
        awal: Some(isi::Angka { atas: awal, bawah: 1, ..isi::Angka::default() }),
        kelompok: "k".into(),
        ..rtl(instansi, "2026-12-31")
    }
}

fn sepakat(rtl: isi::Rtl) -> Isi {
    Isi::Rtl(Box::new(rtl))
}

/// Judged on a day, weekends being holidays; owner A now counts 5, B 20, C nothing.
fn pada<'r>(rakor: &'r Rakor, today: &str) -> Vec<Dinilai<'r>> {
    let kerja = |mut day: Date| {
        while (day.days() + 3).rem_euclid(7) > 4 {
            day = day.add_days(1);
        }
        day
    };
    let hari = Hari { kini: day(today), kerja: &kerja };
    let ukur = |_: &str, instansi: &str| {
        let kini = match instansi {
            "A" => Some(Ukuran::bulat(5)),
            "B" => Some(Ukuran::bulat(20)),
            _ => None,
        };
        Some((Arah::Turun, Ukur { satuan: Satuan::Orang, kini }))
    };
    rakor.rtl.iter().map(|r| nilai(rakor, r, &[1, 14, 30, 60], &hari, ukur)).collect()
}

/// Deadline Sunday 20 December 2026, so its working day is Monday 21: day; rungs recorded before; the next
/// rakor is called; rung to record now (0: none).
const LADDER: &[(&str, &[u8], bool, u8)] = &[
    ("2026-12-20", &[], false, 0),
    ("2026-12-21", &[], false, 0),
    ("2026-12-22", &[], false, 1),
    ("2026-12-22", &[1], false, 0),
    ("2027-01-03", &[1], false, 0),
    ("2027-01-04", &[1], false, 2),
    ("2027-01-20", &[1, 2], false, 3),
    ("2027-01-20", &[], false, 3),
    ("2027-02-19", &[1, 2, 3], false, 4),
    ("2027-02-19", &[1, 2, 3, 4], false, 0),
    ("2027-01-20", &[1, 2, 3], true, 0),
    ("2027-02-19", &[1, 2, 3, 4], true, 5),
    ("2027-03-30", &[5], true, 0),
];

#[test]
fn each_rung_is_recorded_once() {
    let pokok = |seri: &str, tanggal: &str| isi::Pokok {
        seri: seri.into(),
        tanggal: Date::parse(tanggal),
        ..isi::Pokok::default()
    };
    let mut next = rakor(&[("P", Isi::Diubah(pokok("r", "2027-03-01"))), ("P", Isi::Diundang)]);
    next.id = "r2".into();
    for (today, before, called, wanted) in LADDER {
        let mut events = vec![("P", sepakat(rtl("A", "2026-12-20")))];
        events.extend(before.iter().map(|n| ("P", Isi::Eskalasi { rtl: "e1".into(), tingkat: *n })));
        let made = rakor(&events);
        let judged = pada(&made, today);
        let found = jatuh(&judged, called.then_some(&next));
        assert_eq!(found.first().map_or(0, |a| a.tingkat), *wanted, "{today} {before:?} {called}");
    }
}

#[test]
fn a_new_deadline_begins_at_the_foot_of_the_ladder() {
    let made = rakor(&[
        ("P", sepakat(rtl("A", "2026-12-18"))),
        ("P", Isi::Eskalasi { rtl: "e1".into(), tingkat: 2 }),
        ("P", Isi::RtlDiubah { rtl: "e1".into(), tenggat: day("2027-01-29"), alasan: "banjir".into() }),
    ]);
    assert_eq!(tercatat(&made.rtl[0]), 0);
    assert!(jatuh(&pada(&made, "2027-01-20"), None).is_empty());
    assert_eq!(jatuh(&pada(&made, "2027-02-01"), None)[0].tingkat, 1);
}

#[test]
fn what_waits_for_its_verifier_or_is_done_is_not_escalated() {
    let with = |selesai, sidik: &str| {
        let isi = isi::Laporan { rtl: "e1".into(), selesai, sidik: sidik.into(), ..isi::Laporan::default() };
        ("A", Isi::Laporan(isi))
    };
    let report = |selesai| with(selesai, "ab");
    let open = rakor(&[("P", sepakat(rtl("A", "2026-12-18"))), report(false)]);
    assert_eq!(jatuh(&pada(&open, "2027-02-20"), None).len(), 1);
    let waiting = rakor(&[("P", sepakat(rtl("A", "2026-12-18"))), report(true)]);
    assert!(jatuh(&pada(&waiting, "2027-02-20"), None).is_empty());
    let empty = rakor(&[("P", sepakat(rtl("A", "2026-12-18"))), with(true, "")]);
    assert_eq!(jatuh(&pada(&empty, "2027-02-20"), None).len(), 1, "nothing shows that it is done");
    let reached = rakor(&[("P", sepakat(terikat("A", 20, 5)))]);
    assert!(jatuh(&pada(&reached, "2027-06-01"), None).is_empty(), "the figure is there");
}

#[test]
fn a_fan_out_rolls_up_by_region() {
    let made = rakor(&[
        ("P", sepakat(terikat("C", 8, 0))),
        ("P", sepakat(terikat("B", 20, 10))),
        ("P", sepakat(terikat("A", 20, 5))),
        ("P", sepakat(rtl("A", "2026-12-31"))),
    ]);
    let judged = pada(&made, "2026-12-01");
    let groups = kelompok(&judged, |instansi| instansi.to_owned());
    assert_eq!(groups.len(), 1, "what stands alone is no group");
    let order: Vec<&str> = groups[0].anggota.iter().map(|d| d.rtl.isi.instansi.as_str()).collect();
    assert_eq!(order, ["A", "B", "C"], "by region, whatever the answer");
    assert_eq!(groups[0].banyak(Putusan::Tercapai), 1);
    assert_eq!(groups[0].banyak(Putusan::BelumTerukur), 1);
    assert_eq!(groups[0].berlaku(), 3);
}

#[test]
fn did_it_change_the_numbers() {
    let made = rakor(&[
        ("P", sepakat(terikat("A", 20, 5))),
        ("P", sepakat(terikat("B", 20, 10))),
        ("P", sepakat(terikat("C", 8, 0))),
        ("P", sepakat(terikat("A", 99, 1))),
    ]);
    let judged = pada(&made, "2026-12-01");
    let found = dampak(&judged, |_| Some(Satuan::Orang));
    assert_eq!(found.len(), 1);
    let one = &found[0];
    assert_eq!((one.pemilik.len(), one.terukur), (3, 2), "C cannot be measured and is no zero");
    assert_eq!((one.awal, one.kini), (Some(Ukuran::bulat(40)), Some(Ukuran::bulat(25))));
    assert_eq!(one.target, Some(Ukuran::bulat(15)));
    assert_eq!((one.membaik, one.tetap, one.memburuk, one.tercapai), (1, 1, 0, 1));
    let shares = dampak(&judged, |_| Some(Satuan::Persen));
    assert_eq!(shares[0].target, None, "different shares have no sum");
}

/// Three rakor of one series, a quarter apart, and one of another.
fn deret() -> Vec<Rakor> {
    let made = |id: &str, seri: &str, tanggal: &str, more: &[(&str, Isi)]| {
        let pokok = isi::Pokok { seri: seri.into(), tanggal: Date::parse(tanggal), ..isi::Pokok::default() };
        let events: Vec<(&str, Isi)> =
            [("P", Isi::Diubah(pokok))].into_iter().chain(more.iter().cloned()).collect();
        let mut rakor = rakor(&events);
        rakor.id = id.to_owned();
        rakor
    };
    let done =
        isi::Laporan { rtl: "e3".into(), selesai: true, sidik: "ab".into(), ..isi::Laporan::default() };
    let verified = isi::Verifikasi {
        rtl: "e3".into(),
        laporan: "e4".into(),
        selesai: true,
        ..isi::Verifikasi::default()
    };
    let first = [
        ("P", sepakat(rtl("A", "2026-09-30"))),
        ("P", sepakat(rtl("B", "2026-09-30"))),
        ("B", Isi::Laporan(done)),
        ("P", Isi::Verifikasi(verified)),
    ];
    vec![
        made("r1", "", "2026-05-12", &first),
        made("r2", "r1", "2026-08-19", &[("P", sepakat(rtl("C", "2026-11-30")))]),
        made("r3", "r1", "2026-12-10", &[("P", sepakat(rtl("A", "2027-01-30")))]),
        made("lain", "", "2026-06-01", &[("P", sepakat(rtl("A", "2026-06-30")))]),
    ]
}

#[test]
fn open_follow_ups_are_carried_over_with_their_origin() {
    let all = deret();
    // rakor · butir terbuka yang dibawa: asal, pemilik, berapa rakor lalu
    for (id, wanted) in [
        ("r1", vec![]),
        ("r2", vec![("r1", "A", 1)]),
        ("r3", vec![("r1", "A", 2), ("r2", "C", 1)]),
        ("lain", vec![]),
    ] {
        let ini = all.iter().find(|r| r.id == id).expect("one of them");
        let carried = bawaan(&all, ini);
        let found: Vec<_> =
            carried.iter().map(|b| (b.asal.id.as_str(), b.rtl.isi.instansi.as_str(), b.jarak)).collect();
        assert_eq!(found, wanted, "{id}");
    }
    assert_eq!(sesudah(&all, &all[0]).map(|r| r.id.as_str()), Some("r2"));
    assert_eq!(sesudah(&all, &all[2]).map(|r| r.id.as_str()), None);
}

#[test]
fn the_verifier_is_somebody_else() {
    // penanggung jawab · unit · verifikator · jabatan/unit verifikator · lain
    for (owner, unit, verifier, post, other) in [
        ("A", "", "B", "", true),
        ("A", "", "A", "", false),
        ("A", "Bidang Mutasi", "A", "", false),
        ("A", "", "A", "Inspektorat", false),
        ("A", "Bidang Mutasi", "A", " bidang mutasi ", false),
        ("A", "Bidang Mutasi", "A", "Inspektorat", true),
    ] {
        let one = isi::Rtl {
            unit: unit.into(),
            verifikator: verifier.into(),
            verifikator_jabatan: post.into(),
            ..rtl(owner, "2026-12-31")
        };
        assert_eq!(verifikator_lain(&one), other, "{owner} {unit} {verifier} {post}");
    }
}

/// State of a request, the next one, whether it may.
const STATES: &[(&str, &str, bool)] = &[
    ("", "terkirim", true),
    ("", "dijawab", false),
    ("terkirim", "terkirim", false),
    ("terkirim", "diterima", true),
    ("terkirim", "dijawab", true),
    ("terkirim", "ditolak", true),
    ("diterima", "dijawab", true),
    ("diterima", "ditolak", true),
    ("diterima", "terkirim", false),
    ("dijawab", "ditolak", false),
    ("ditolak", "dijawab", false),
    ("terkirim", "entah", false),
];

#[test]
fn a_request_goes_its_way() {
    for (from, to, may) in STATES {
        let from = (!from.is_empty()).then_some(*from);
        assert_eq!(boleh_keadaan(from, to).is_ok(), *may, "{from:?} {to}");
    }
}
