//! The fold of a round, and the words of the journal.

use crate::isi::{Isi, Kriteria, Minat, Penyimpangan, Pilihan, Pokok, Surat};
use crate::rule::{Kejadian, Rencana, Tahap, lipat};
use kernel::{Date, Stamp};

fn day() -> Date {
    Date::new(2026, 12, 1).expect("a day")
}

fn surat() -> Surat {
    Surat {
        nomor: "800/1".into(),
        tanggal: day(),
        catatan: String::new(),
        berkas: String::new(),
        sidik: String::new(),
        hadir: Vec::new(),
    }
}

fn pokok() -> Pokok {
    Pokok {
        judul: "Rotasi".into(),
        macam: "administrator_pengawas".into(),
        dasar: "Surat Sekda".into(),
        berlaku: day(),
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 500,
        batas_unit: 20,
        rotasi: true,
    }
}

/// A round of the province P with what happened, each at its own second.
pub fn rencana(events: &[Isi]) -> Rencana {
    let first = Isi::Dibuka(pokok());
    let all: Vec<Kejadian> = std::iter::once(&first)
        .chain(events)
        .enumerate()
        .map(|(n, isi)| Kejadian {
            id: format!("e{n}"),
            instansi: "P".into(),
            akun: "akun".into(),
            oleh: "Desi, Petugas BKD".into(),
            pada: Stamp(n as i64 * 1_000_000),
            isi: Some(isi.clone()),
        })
        .collect();
    lipat("r", &all).expect("it was opened")
}

fn minat(pos: &[&str]) -> Isi {
    Isi::Minat(Minat { pegawai: "x".into(), pos: pos.iter().map(|p| (*p).to_owned()).collect() })
}

#[test]
fn the_last_word_of_a_person_counts_and_none_withdraws() {
    assert_eq!(rencana(&[minat(&["a"]), minat(&["b", "a"])]).minat[0].pos, ["b", "a"]);
    assert!(rencana(&[minat(&["a"]), minat(&[])]).minat.is_empty());
}

#[test]
fn a_lock_that_is_opened_takes_the_plan_and_what_rests_on_it_away() {
    let locked = [
        Isi::Diumumkan(surat()),
        Isi::Dikunci { sidik: "a".into(), paket: "p".into() },
        Isi::Dihitung { sidik: "b".into(), masukan: "a".into(), nilai: "12".into() },
        Isi::Menyimpang(Penyimpangan { pos: "q".into(), ..Penyimpangan::default() }),
    ];
    let done = rencana(&locked);
    assert_eq!((done.tahap, done.penyimpangan.len()), (Tahap::Dihitung, 1));
    let opened = rencana(&[&locked[..], &[Isi::KunciDibuka { alasan: "ralat".into() }]].concat());
    assert_eq!(opened.tahap, Tahap::Diumumkan);
    assert!(opened.kunci.is_none() && opened.perhitungan.is_none() && opened.penyimpangan.is_empty());
}

#[test]
fn one_place_of_a_post_is_taken_back_and_of_three_names_the_last_word_counts() {
    let decide = |tempat: u32, pegawai: &str| {
        let pegawai = pegawai.to_owned();
        Isi::Menyimpang(Penyimpangan { pos: "q".into(), tempat, pegawai, ..Penyimpangan::default() })
    };
    let revoke = |tempat| Isi::PenyimpanganDicabut { pos: "q".into(), tempat, alasan: "keliru".into() };
    let choose = || Isi::Pilihan(Pilihan { pos: "q".into(), pegawai: "b".into(), alasan: String::new() });
    // kejadian · tempat yang menyimpang · yang dipilih dari tiga nama
    for (events, left, chosen) in [
        (vec![decide(0, "a"), decide(1, "")], vec![0, 1], 0),
        (vec![decide(0, "a"), decide(1, ""), revoke(Some(1))], vec![0], 0),
        (vec![decide(0, "a"), decide(1, ""), revoke(None)], vec![], 0),
        (vec![decide(0, ""), choose()], vec![], 1),
        (vec![choose(), decide(0, "")], vec![0], 0),
    ] {
        let found = rencana(&events);
        let places: Vec<u32> = found.penyimpangan.iter().map(|p| p.0.tempat).collect();
        assert_eq!((places, found.pilihan.len()), (left, chosen), "{events:?}");
    }
    // As an older program wrote it.
    let read = Isi::baca("penyimpangan_dicabut", r#"{"pos":"q","alasan":"keliru"}"#);
    assert_eq!(read, Some(revoke(None)));
    let read = Isi::baca("menyimpang", r#"{"pos":"q","pegawai":"a","biaya":"0","alasan":""}"#);
    let Some(Isi::Menyimpang(read)) = read else { panic!("it reads") };
    assert!(!read.susun_ulang && !read.kosong());
}

#[test]
fn every_event_reads_back_from_the_journal() {
    let all = [
        Isi::Dibuka(pokok()),
        Isi::Kriteria(Kriteria::default()),
        Isi::Ditetapkan(surat()),
        Isi::Ditinjau { catatan: "baik".into() },
        Isi::Diunduh { berkas: "pertek.zip".into(), sidik: "ab".into(), orang: 3 },
        Isi::Dibatalkan { alasan: "x".into() },
        Isi::Dihitung { sidik: "b".into(), masukan: "a".into(), nilai: "9223372036854775807".into() },
    ];
    for isi in all {
        let (word, text) = isi.tulis();
        assert_eq!(Isi::baca(word, &text), Some(isi));
    }
    assert_eq!(Isi::baca("kelak", "{}"), None);
}

/// A round in which the PPK chose people (person for a seat) otherwise.
pub fn menyimpang(beku: &crate::rule::Beku, chosen: &[(u32, u32)]) -> Rencana {
    let one = |(kursi, calon): &(u32, u32)| {
        Isi::Menyimpang(Penyimpangan {
            pos: beku.kursi[*kursi as usize].pos.clone(),
            pegawai: beku.calon[*calon as usize].pegawai.to_string(),
            alasan: "kebutuhan organisasi".into(),
            ..Penyimpangan::default()
        })
    };
    rencana(&chosen.iter().map(one).collect::<Vec<_>>())
}
