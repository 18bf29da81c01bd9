//! Minutes and points written by several hands: what was acknowledged is never lost.

use super::lipat::{rakor, tulis};
use super::persiapan::{di_simpul, diundang, kalimat, kirim, sesudah};
use crate::isi::{self, Isi};
use proptest::prelude::*;

proptest! {
    /// Writers read the page at some moment, write much later, over whatever version they had before them, into
    /// one of two paragraphs: every text stands somewhere, each once.
    #[test]
    fn no_acknowledged_text_is_lost(steps in proptest::collection::vec((0usize..2, 0usize..8), 1..60)) {
        let mut events = vec![("P", tulis("", "", "t0")), ("P", tulis("", "", "t1"))];
        // What each paragraph's versions are called, oldest first: a writer may have any of them.
        let mut versions = [vec!["e1".to_owned()], vec!["e2".to_owned()]];
        for (n, (paragraf, old)) in steps.iter().enumerate() {
            let had = &versions[*paragraf];
            let dari = had[had.len().saturating_sub(1 + old % had.len())].clone();
            events.push(("P", tulis(&format!("e{}", paragraf + 1), &dari, &format!("t{}", n + 2))));
            versions[*paragraf].push(format!("e{}", n + 3));
        }
        let made = rakor(&events);
        let mut kept: Vec<&str> = made
            .notulen
            .iter()
            .flat_map(|p| p.dulu.iter().chain(&p.bentrok).chain([&p.kini]).map(|v| v.teks.as_str()))
            .collect();
        kept.sort_unstable();
        let mut wrote: Vec<String> = (0..events.len()).map(|n| format!("t{n}")).collect();
        wrote.sort_unstable();
        prop_assert_eq!(kept, wrote);
    }

    /// The same of points, whatever else happens between.
    #[test]
    fn no_wording_is_lost(steps in proptest::collection::vec((0u8..3, 0usize..6), 1..40)) {
        let word = |rumusan: &str, dari: &str, teks: String| Isi::Rumusan(isi::Rumusan {
            rumusan: rumusan.into(), dari: dari.into(), teks, ..isi::Rumusan::default()
        });
        let mut events = vec![("P", word("", "", "t0".into()))];
        let mut had = vec!["e1".to_owned()];
        let mut wrote = vec!["t0".to_owned()];
        for (kind, old) in steps {
            let entry = format!("e{}", events.len() + 1);
            let dari = had[had.len() - 1 - old % had.len()].clone();
            events.push(match kind {
                0 => ("A", Isi::Sikap(isi::Sikap { rumusan: "e1".into(), versi: dari, instansi: "A".into(), sikap: "sepakat".into(), catatan: String::new() })),
                _ => {
                    wrote.push(entry.clone());
                    had.push(entry.clone());
                    ("P", word("e1", &dari, entry))
                }
            });
        }
        let made = rakor(&events);
        let point = &made.rumusan[0];
        let mut kept: Vec<&str> = point.dulu.iter().chain(&point.bentrok).chain([&point.kini]).map(|v| v.teks.as_str()).collect();
        kept.sort_unstable();
        wrote.sort_unstable();
        prop_assert_eq!(kept, wrote);
    }
}

#[test]
fn the_second_writer_sees_both_texts() {
    di_simpul("rakor-notulen", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/notulen");
        let early = house.post(&o.notulis, &to, &[("teks", "Terlalu <b>dini</b>")]);
        assert!(
            early.status == 422 && early.has("Terlalu &lt;b&gt;dini"),
            "typed text survives: {}",
            kalimat(&early)
        );
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let went = kirim(house, &o.notulis, &to, &[("agenda", "a1"), ("teks", "Sekda membuka rakor.")]);
        let id = went.split_once("#p-").expect("an anchor").1.to_owned();
        let page = house.get(&o.a, &to);
        assert!(page.has("Sekda membuka rakor.") && page.has("data-siaran=") && !page.has("Tambah paragraf"));
        let first = sesudah(&house.get(&o.notulis, &to), "name=\"dari\" value=\"").to_owned();
        let write = |who, dari: &str, teks: &str| {
            house.post(who, &to, &[("paragraf", &id), ("dari", dari), ("teks", teks)])
        };
        assert_eq!(write(&o.notulis, &first, "Sekda membuka pukul 09.00.").status, 303);
        let second = write(&o.petugas, &first, "Sekda membuka, dihadiri 12 daerah.");
        assert_eq!(second.status, 409);
        for text in ["Sekda membuka pukul 09.00.", "Sekda membuka, dihadiri 12 daerah.", "Satukan"] {
            assert!(second.has(text) && house.get(&o.notulis, &to).has(text), "{text}");
        }
        let now = sesudah(&house.get(&o.petugas, &to), "name=\"dari\" value=\"").to_owned();
        assert_eq!(write(&o.petugas, &now, "Sekda membuka pukul 09.00, dihadiri 12 daerah.").status, 303);
        let page = house.get(&o.b, &to);
        assert!(!page.has("Ditulis dua orang") && page.has("3 bunyi sebelumnya"), "{}", kalimat(&page));
        let history = house.get(&o.b, &format!("{to}/{id}"));
        assert!(history.has("dihadiri 12 daerah.") && history.has("Sekda membuka rakor."));
        assert_eq!(house.get(&o.b, &format!("{to}/x")).status, 404);

        let gone = house.post(
            &o.notulis,
            &to,
            &[("paragraf", "tidak-ada"), ("dari", "x"), ("teks", "Tetap tersimpan")],
        );
        assert!(gone.status == 303 && house.get(&o.a, &to).has("Tetap tersimpan"));
        let long = "x".repeat(8_001);
        let refused = house.post(&o.notulis, &to, &[("teks", &long)]);
        assert!(refused.status == 422 && refused.has(&long), "typed text survives");
        kirim(
            house,
            &o.a,
            &format!("{at}/usul"),
            &[("agenda", "a1"), ("teks", "Mohon dicatat selisih data")],
        );
        assert!(house.get(&o.b, &to).has("Mohon dicatat selisih data"));
        assert_eq!(house.post(&o.a, &to, &[("teks", "bukan wewenang")]).status, 422);
        let before = house.queries();
        house.get(&o.a, &to);
        assert!(house.queries() - before <= 6);
    });
}

#[test]
fn points_are_agreed_as_they_are_worded() {
    di_simpul("rakor-rumusan", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/rumusan");
        kirim(house, &o.petugas, &to, &[("teks", "Data disamakan.")]);
        assert_eq!(house.get(&o.a, &to).status, 422, "drafts are the convener's");
        for page in ["", "/proyektor", "/persiapan", "/notulen"] {
            assert!(!house.get(&o.a, &format!("{at}{page}")).has("Data disamakan."), "{page}");
        }
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let page = house.get(&o.a, &to);
        assert!(page.has("Data disamakan.") && page.has("0 dari 2 sepakat") && !page.has("Butir baru"));
        let id = sesudah(&page, "name=\"rumusan\" value=\"").to_owned();
        let versi = sesudah(&page, "name=\"versi\" value=\"").to_owned();
        let stand = |who, versi: &str, instansi: &str, sikap: &str, note: &str| {
            let form = [
                ("rumusan", id.as_str()),
                ("versi", versi),
                ("instansi", instansi),
                ("sikap", sikap),
                ("catatan", note),
            ];
            house.post(who, &format!("{to}/sikap"), &form)
        };
        assert_eq!(stand(&o.a, &versi, "A", "sepakat", "").status, 303);
        assert!(stand(&o.b, &versi, "B", "tidak", "").has("RAKOR-18"), "why not?");
        assert_eq!(
            stand(&o.b, &versi, "A", "tidak", "Bukan kami").status,
            303,
            "only ever of the own instansi"
        );
        let page = house.get(&o.petugas, &to);
        assert!(page.has("1 dari 2 sepakat") && page.has("Bukan kami"), "{}", kalimat(&page));
        let reword =
            [("rumusan", id.as_str()), ("dari", versi.as_str()), ("teks", "Data disamakan tiap bulan.")];
        kirim(house, &o.petugas, &to, &reword);
        assert!(house.get(&o.a, &to).has("0 dari 2 sepakat"), "agreed to another wording");
        assert!(stand(&o.a, &versi, "A", "sepakat", "").has("RAKOR-17"));
        let both = house.post(&o.petugas, &to, &reword);
        assert!(both.status == 409 && both.has("Satukan"));
        let agree = house.post(&o.petugas, &format!("{to}/sepakati"), &[]);
        assert!(agree.has("RAKOR-04"), "{}", kalimat(&agree));
        let now = sesudah(&house.get(&o.petugas, &to), "name=\"dari\" value=\"").to_owned();
        kirim(
            house,
            &o.petugas,
            &to,
            &[("rumusan", &id), ("dari", &now), ("teks", "Data disamakan setiap bulan.")],
        );
        let now = sesudah(&house.get(&o.petugas, &to), "name=\"versi\" value=\"").to_owned();
        for instansi in ["A", "B"] {
            assert_eq!(stand(&o.petugas, &now, instansi, "sepakat", "").status, 303, "recorded in the room");
        }
        kirim(house, &o.petugas, &format!("{to}/sepakati"), &[]);
        let late = house.post(&o.petugas, &to, &[("rumusan", &id), ("dari", &now), ("teks", "Lain lagi.")]);
        assert!(late.status == 422 && late.has("Lain lagi.") && late.has("tidak berubah lagi"));
        let screen = house.get(&o.b, &format!("{at}/proyektor"));
        assert!(screen.has("2 dari 2 sepakat") && screen.has("http-equiv=\"refresh\""));
    });
}

#[test]
fn nobody_speaks_over_a_party_and_silence_is_no_agreement() {
    di_simpul("rakor-sikap", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/rumusan");
        let answer = |who, jawaban: &str| {
            let page = house.get(&o.petugas, &format!("{at}/persiapan"));
            let pihak = sesudah(&page, "name=\"pihak\" value=\"").to_owned();
            house.post(who, &format!("{at}/jawaban"), &[("pihak", &pihak), ("jawaban", jawaban)])
        };
        assert_eq!((answer(&o.petugas, "hadir").status, answer(&o.a, "berhalangan").status), (303, 303));
        assert!(answer(&o.petugas, "hadir").has("sudah menyatakannya sendiri"), "A has answered itself");
        kirim(house, &o.petugas, &to, &[("teks", "Data disamakan.")]);
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let page = house.get(&o.a, &to);
        let id = sesudah(&page, "name=\"rumusan\" value=\"").to_owned();
        let stand = |who, instansi: &str, sikap: &str, note: &str| {
            let about = [("rumusan", id.as_str()), ("versi", id.as_str()), ("instansi", instansi)];
            let form = [&about[..], &[("sikap", sikap), ("catatan", note)]].concat();
            house.post(who, &format!("{to}/sikap"), &form)
        };
        let short = stand(&o.a, "", "catatan", "");
        assert!(
            short.status == 422 && short.has("Tulis catatan atau alasannya") && short.has("Data disamakan.")
        );
        assert_eq!(stand(&o.petugas, "A", "sepakat", "").status, 303, "recorded in the room");
        assert!(house.get(&o.b, &to).has("dicatat penyelenggara"));
        assert_eq!(stand(&o.a, "", "tidak", "Belum ada anggaran").status, 303, "its own word replaces that");
        assert!(!house.get(&o.b, &to).has("dicatat penyelenggara"));
        let over = stand(&o.petugas, "A", "sepakat", "Kata penyelenggara");
        assert!(
            over.status == 422 && over.has("sudah menyatakannya sendiri") && over.has("Kata penyelenggara")
        );
        let page = house.get(&o.petugas, &to);
        assert!(
            page.has("R-1 belum menyatakan sikap: Instansi B; tidak sepakat: Instansi A"),
            "{}",
            kalimat(&page)
        );
        let agree = |why: &str| house.post(&o.petugas, &format!("{to}/sepakati"), &[("alasan", why)]);
        let (long, silent) = ("x".repeat(301), agree(""));
        assert!(silent.status == 422 && silent.has("Belum semua pihak sepakat"), "{}", kalimat(&silent));
        assert!(agree("pendek").has(">pendek</textarea>") && agree(&long).status == 422);
        assert_eq!(agree("Disepakati dengan catatan A dibahas triwulan depan").status, 303);
        assert!(house.get(&o.b, &to).has("Disepakati dengan catatan A dibahas triwulan depan"));
    });
}

#[test]
fn everybody_agreeing_needs_no_reason() {
    di_simpul("rakor-bulat", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/rumusan");
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        kirim(house, &o.petugas, &to, &[("teks", "Data disamakan.")]);
        let id = sesudah(&house.get(&o.a, &to), "name=\"rumusan\" value=\"").to_owned();
        for who in [&o.a, &o.b] {
            kirim(
                house,
                who,
                &format!("{to}/sikap"),
                &[("rumusan", &id), ("versi", &id), ("sikap", "sepakat")],
            );
        }
        kirim(house, &o.petugas, &format!("{to}/sepakati"), &[]);
        assert!(!house.get(&o.b, &to).has("walau belum semua pihak"));
    });
}
