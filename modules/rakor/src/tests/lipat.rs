//! The fold: stages, minutes of two writers, presences that repeat, stands on wordings.

use crate::isi::{self, Isi};
use crate::rule::{Kejadian, Rakor, Tahap, lipat};
use kernel::Stamp;

/// A rakor of the province P with what happened, each at its own second; `id` of the n-th is `e<n>`.
pub fn rakor(events: &[(&str, Isi)]) -> Rakor {
    let first = ("P", Isi::Dibuat(isi::Pokok { judul: "Rakor".into(), ..isi::Pokok::default() }));
    let all: Vec<Kejadian> = std::iter::once(&first)
        .chain(events)
        .enumerate()
        .map(|(n, (instansi, isi))| Kejadian {
            id: format!("e{n}"),
            instansi: (*instansi).into(),
            akun: "akun".into(),
            oleh: "Desi, Petugas BKD".into(),
            pada: Stamp(n as i64 * 1_000_000),
            isi: Some(isi.clone()),
        })
        .collect();
    lipat("r", &all).expect("it was planned")
}

pub fn tulis(paragraf: &str, dari: &str, teks: &str) -> Isi {
    Isi::Tulis(isi::Tulis {
        paragraf: paragraf.into(),
        dari: dari.into(),
        teks: teks.into(),
        ..isi::Tulis::default()
    })
}

fn hadir(kunci: &str, nama: &str, nip: &str) -> Isi {
    Isi::Hadir(isi::Hadir {
        kunci: kunci.into(),
        nama: nama.into(),
        nip: nip.into(),
        pihak: "p".into(),
        cara: "daftar".into(),
        ..isi::Hadir::default()
    })
}

#[test]
fn words_of_the_journal_are_read_back() {
    let all = [
        Isi::Diundang,
        Isi::Rtl(Box::new(isi::Rtl {
            uraian: "Rekonsiliasi".into(),
            target: Some(50_000),
            ..isi::Rtl::default()
        })),
        Isi::Eskalasi { rtl: "e1".into(), tingkat: 2 },
        Isi::Dokumen { jenis_dokumen: "undangan".into(), surat: "s".into(), untuk: String::new() },
        Isi::Templat(Box::new(crate::templat::bawaan()[0].clone())),
        Isi::SuratKuasa(isi::SuratKuasa { pihak: "e1.0".into(), ..isi::SuratKuasa::default() }),
        Isi::PemungutanDibuka { rumusan: "e1".into(), versi: "e1".into() },
        Isi::Suara(isi::Suara { pilihan: "setuju".into(), ..isi::Suara::default() }),
        Isi::PemungutanDitutup { rumusan: "e1".into() },
        Isi::MintaBicara(isi::MintaBicara { instansi: "A".into(), nama: "Sari".into() }),
        Isi::Bicara { minta: "e1".into(), keadaan: "diberi".into() },
        Isi::RtlDibatalkan { rtl: "e1".into(), alasan: "ganda".into() },
        Isi::BahanDiminta { tenggat: kernel::Date::parse("2026-08-10").expect("day"), uraian: "DIM".into() },
    ];
    for isi in all {
        let (word, content) = isi.tulis();
        assert_eq!(Isi::baca(word, &content), Some(isi), "{word} {content}");
    }
    assert_eq!(Isi::baca("belum_dikenal", "{}"), None);
    assert_eq!(Isi::baca("tulis", "bukan json"), None);
}

#[test]
fn two_writers_on_one_paragraph_both_stand() {
    let made = rakor(&[
        ("P", tulis("", "", "satu")),
        ("P", tulis("e1", "e1", "dua")),
        ("P", tulis("e1", "e1", "tiga, dari yang pertama")),
    ]);
    let paragraf = &made.notulen[0];
    assert_eq!(paragraf.kini.teks, "dua");
    assert_eq!(paragraf.bentrok[0].teks, "tiga, dari yang pertama");
    let joined = rakor(&[
        ("P", tulis("", "", "satu")),
        ("P", tulis("e1", "e1", "dua")),
        ("P", tulis("e1", "e1", "tiga")),
        ("P", tulis("e1", "e2+1", "dua dan tiga")),
    ]);
    let unseen = rakor(&[
        ("P", tulis("", "", "satu")),
        ("P", tulis("e1", "e1", "dua")),
        ("P", tulis("e1", "e1", "tiga")),
        ("P", tulis("e1", "e2", "dua lagi, tanpa melihat tiga")),
    ]);
    assert_eq!(unseen.notulen[0].bentrok[0].teks, "tiga", "nobody joined what nobody had seen");
    let paragraf = &joined.notulen[0];
    assert_eq!(paragraf.kini.teks, "dua dan tiga");
    assert!(paragraf.bentrok.is_empty());
    let kept: Vec<&str> = paragraf.dulu.iter().map(|v| v.teks.as_str()).collect();
    assert_eq!(kept, ["satu", "tiga", "dua"], "what stood beside it is kept");
}

#[test]
fn who_comes_twice_is_counted_once() {
    let made = rakor(&[
        ("P", hadir("k1", "Ratna Wulandari", "")),
        ("P", hadir("k1", "Ratna Wulandari", "")),
        ("P", hadir("k2", "ratna  wulandari", "")),
        ("P", hadir("k3", "Budi", "199001012015031001")),
        ("P", hadir("k4", "Budi Santoso", "199001012015031001")),
        ("P", hadir("k5", "Sari", "")),
        ("P", Isi::HadirDicoret { hadir: "e6".into(), alasan: "salah catat".into() }),
    ]);
    let names: Vec<&str> = made.peserta().map(|h| h.isi.nama.as_str()).collect();
    assert_eq!(names, ["Ratna Wulandari", "Budi"]);
    assert_eq!(made.hadir_ganda.len(), 2, "kept, not counted; the same sending twice is one");
}

#[test]
fn a_clock_that_is_wrong_is_marked_and_not_believed() {
    let at = |cara: &str, clock: i64| {
        let Isi::Hadir(mut isi) = hadir("k", "Sari", "") else { unreachable!("a presence") };
        (isi.cara, isi.jam_perangkat) = (cara.into(), Some(clock));
        rakor(&[("P", Isi::Hadir(isi))]).hadir[0].jam_meragukan
    };
    let minute = 60_000_000;
    assert!(!at("daftar", 1_000_000 - 4 * minute));
    assert!(at("daftar", 1_000_000 - 6 * minute));
    assert!(!at("luring", 1_000_000 - 90 * minute), "it waited for a network");
    assert!(at("luring", 1_000_000 + 6 * minute), "from the future");
    assert!(at("luring", 1_000_000 - 25 * 60 * minute), "from another day");
}

#[test]
fn a_stand_is_about_one_wording() {
    let point = |rumusan: &str, dari: &str, teks: &str| {
        let isi = isi::Rumusan {
            rumusan: rumusan.into(),
            dari: dari.into(),
            teks: teks.into(),
            ..isi::Rumusan::default()
        };
        Isi::Rumusan(isi)
    };
    let stand = |versi: &str| {
        Isi::Sikap(isi::Sikap {
            rumusan: "e1".into(),
            versi: versi.into(),
            instansi: "A".into(),
            sikap: "sepakat".into(),
            ..isi::Sikap::default()
        })
    };
    let agreed = rakor(&[("P", point("", "", "Data disamakan.")), ("A", stand("e1"))]);
    assert_eq!(agreed.rumusan[0].sikap.len(), 1);
    let reworded = [
        ("P", point("", "", "Data disamakan.")),
        ("A", stand("e1")),
        ("P", point("e1", "e1", "Data disamakan tiap bulan.")),
    ];
    assert!(rakor(&reworded).rumusan[0].sikap.is_empty(), "agreed to another wording");
    let late = [reworded.to_vec(), vec![("A", stand("e1"))]].concat();
    assert!(rakor(&late).rumusan[0].sikap.is_empty(), "a stand on the old one comes late");
}

#[test]
fn stages_follow_one_another() {
    let made = rakor(&[]);
    assert_eq!(made.boleh_tahap(Tahap::Diundang).expect_err("no day").0, "RAKOR-01");
    let day = kernel::Date::parse("2026-08-19");
    let pokok = isi::Pokok { tanggal: day, ..isi::Pokok::default() };
    let made = rakor(&[("P", Isi::Diubah(pokok.clone()))]);
    assert_eq!(made.boleh_tahap(Tahap::Diundang).expect_err("nobody").0, "RAKOR-02");
    let pihak = isi::Pihak { instansi: "A".into(), peran: "Kepala BKPSDM".into(), ..isi::Pihak::default() };
    let made = rakor(&[("P", Isi::Diubah(pokok)), ("P", Isi::Pihak { pihak: vec![pihak] })]);
    assert_eq!(made.boleh_tahap(Tahap::Diundang), Ok(()));
    assert_eq!(made.boleh_tahap(Tahap::Disepakati).expect_err("not yet").0, "RAKOR-06");
    assert!(!made.terlihat("A"), "a draft is the convener's");
}

#[test]
fn what_an_instansi_may_not_read_is_not_there() {
    let problem =
        |uraian: &str| Isi::Masalah(isi::Masalah { uraian: uraian.into(), ..isi::Masalah::default() });
    let party = |instansi: &str| isi::Pihak { instansi: instansi.into(), ..isi::Pihak::default() };
    let point = Isi::Rumusan(isi::Rumusan { teks: "Data disamakan.".into(), ..isi::Rumusan::default() });
    let before = vec![
        ("P", Isi::Pihak { pihak: vec![party("A"), party("B")] }),
        ("P", point),
        ("A", problem("dari A")),
        ("B", problem("dari B")),
        ("B", Isi::MasalahDikirim { masalah: vec!["e4".into()] }),
        ("P", Isi::Diundang),
    ];
    let off = |more: Vec<(&'static str, Isi)>| [before.clone(), more].concat();
    // siapa · tahap · butir · masalah
    for (who, more, points, problems) in [
        ("P", vec![], 1, vec!["dari B"]),
        ("", vec![], 1, vec!["dari B"]),
        ("A", vec![], 0, vec!["dari A"]),
        ("B", vec![], 0, vec!["dari B"]),
        ("A", vec![("P", Isi::Dibatalkan { alasan: "ditunda".into() })], 0, vec!["dari A"]),
        ("A", vec![("P", Isi::Dibuka)], 1, vec!["dari A", "dari B"]),
        ("B", vec![("P", Isi::Dibuka)], 1, vec!["dari B"]),
    ] {
        let mut made = rakor(&off(more));
        made.tutupi(who);
        let seen: Vec<&str> = made.masalah.iter().map(|m| m.isi.uraian.as_str()).collect();
        assert_eq!((made.rumusan.len(), seen), (points, problems), "{who} {:?}", made.tahap);
    }
}

/// What stands there · what comes · what counts. `P` is the convener; A's own word always prevails.
#[test]
fn a_partys_own_word_is_never_replaced_by_the_conveners() {
    let point = Isi::Rumusan(isi::Rumusan { teks: "Data disamakan.".into(), ..isi::Rumusan::default() });
    let party = isi::Pihak { instansi: "A".into(), peran: "Kepala".into(), ..isi::Pihak::default() };
    let stand = |by, sikap: &str| {
        let sikap = isi::Sikap {
            rumusan: "e2".into(),
            versi: "e2".into(),
            instansi: "A".into(),
            sikap: sikap.into(),
            catatan: "c".into(),
        };
        (by, Isi::Sikap(sikap))
    };
    let vote = |by, pilihan: &str| {
        let (rumusan, versi) = ("e2".into(), "e2".into());
        (by, Isi::Suara(isi::Suara { rumusan, versi, instansi: "A".into(), pilihan: pilihan.into() }))
    };
    let answer = |by, jawaban: &str| {
        let pihak = "e1.0".into();
        (by, Isi::Jawaban(isi::Jawaban { pihak, jawaban: jawaban.into(), ..isi::Jawaban::default() }))
    };
    for (first, second, own) in [("A", "P", true), ("P", "A", false), ("P", "P", false), ("A", "A", false)] {
        let before = vec![
            ("P", Isi::Pihak { pihak: vec![party.clone()] }),
            ("P", point.clone()),
            ("P", Isi::PemungutanDibuka { rumusan: "e2".into(), versi: "e2".into() }),
        ];
        let words = vec![
            stand(first, "tidak"),
            stand(second, "sepakat"),
            vote(first, "tidak"),
            vote(second, "setuju"),
            answer(first, "berhalangan"),
            answer(second, "hadir"),
        ];
        let made = rakor(&[before, words].concat());
        let r = &made.rumusan[0];
        let voted = &r.pemungutan.as_ref().expect("a vote").suara["A"].0.pilihan;
        let answered = &made.pihak[0].jawaban.as_ref().expect("an answer").0.jawaban;
        let told = (r.sikap["A"].0.sikap.as_str(), voted.as_str(), answered.as_str());
        let counts = if own { ("tidak", "tidak", "berhalangan") } else { ("sepakat", "setuju", "hadir") };
        assert_eq!(told, counts, "{first} lalu {second}");
    }
}

#[test]
fn older_agreements_lack_a_reason() {
    let old = Isi::baca("disepakati", "{}");
    assert_eq!(old, Some(Isi::Disepakati { alasan: String::new() }));
    let new = Isi::Disepakati { alasan: "Dibahas lagi triwulan depan".into() };
    let (word, content) = new.tulis();
    assert_eq!(Isi::baca(word, &content), Some(new));
}
