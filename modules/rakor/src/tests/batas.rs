//! What one rakor holds, and what no form may smuggle into the journal.

use super::persiapan::{di_simpul, diundang, kalimat, kirim};
use crate::isi::{self, Isi};
use crate::store::catat;
use host::peristiwa::Pelaku;
use host::testing::House;

/// Records this many of something as an instansi.
fn isikan(house: &House, at: &str, instansi: &str, many: usize, of: impl Fn(usize) -> Isi) {
    let pelaku = Pelaku { instansi: instansi.into(), akun: "uji".into(), oleh: "Uji".into() };
    let all = (0..many).map(|n| (of(n), None)).collect();
    catat(&house.hall, &pelaku, at.trim_start_matches("/rakor/"), |_| Ok(all)).expect("recorded");
}

#[test]
fn what_is_too_much_is_said_and_stays_typed() {
    di_simpul("rakor-batas", |house, o| {
        let at = diundang(house, o);
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let teks = || "Satu lagi.".to_owned();
        isikan(house, &at, "A", 100, |_| Isi::Usul { agenda: String::new(), teks: teks() });
        isikan(house, &at, "A", 200, |_| {
            Isi::Masalah(isi::Masalah { uraian: teks(), ..isi::Masalah::default() })
        });
        isikan(house, &at, "P", 300, |_| {
            Isi::Rumusan(isi::Rumusan { teks: teks(), ..isi::Rumusan::default() })
        });
        isikan(house, &at, "P", 2_000, |_| Isi::Tulis(isi::Tulis { teks: teks(), ..isi::Tulis::default() }));
        isikan(house, &at, "P", 3_000, |n| {
            let (kunci, nama) = (format!("{n:032x}"), format!("Orang {n}"));
            Isi::Hadir(isi::Hadir { kunci, nama, cara: "daftar".into(), ..isi::Hadir::default() })
        });
        for (who, page, field, sentence) in [
            (&o.a, "usul", "teks", "Usul satu pihak pada satu rakor paling banyak 100."),
            (&o.a, "masalah", "uraian", "paling banyak 200."),
            (&o.petugas, "rumusan", "teks", "Butir rumusan satu rakor paling banyak 300."),
            (&o.petugas, "notulen", "teks", "Paragraf notulen satu rakor paling banyak 2000."),
            (&o.petugas, "hadir", "nama", "Kehadiran satu rakor paling banyak 3000."),
        ] {
            let form = [(field, "Yang tidak muat lagi"), ("instansi", "Dinas X")];
            let full = house.post(who, &format!("{at}/{page}"), &form);
            let kept = full.has("Yang tidak muat lagi") && full.has(sentence);
            assert!(full.status == 422 && kept, "{page}: {} {}", full.status, kalimat(&full));
        }
        assert_eq!(
            house.post(&o.b, &format!("{at}/usul"), &[("teks", "Usul B")]).status,
            303,
            "each its own"
        );
    });
}

#[test]
fn what_is_named_is_there_and_what_is_written_is_seen() {
    di_simpul("rakor-nama", |house, o| {
        let at = diundang(house, o);
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let long = "x".repeat(81);
        for (who, page) in [(&o.a, "usul"), (&o.petugas, "notulen"), (&o.petugas, "rumusan")] {
            let to = format!("{at}/{page}");
            let mut wrong = vec![("agenda", "a99")];
            if page != "usul" {
                wrong.extend([
                    ("dari", long.as_str()),
                    (if page == "notulen" { "paragraf" } else { page }, &long),
                ]);
            }
            for (name, value) in wrong {
                let form = [("teks", "Kalimat yang diketik"), (name, value)];
                let refused = house.post(who, &to, &form);
                let kept = refused.has(">Kalimat yang diketik</textarea>");
                assert!(refused.status == 422 && kept, "{page} {name}: {}", kalimat(&refused));
                let again = refused.body.split_once("belum-tersimpan").map_or("", |p| p.1);
                let again = again.split_once("</form>").map_or(again, |p| p.0);
                assert!(!again.contains(value), "{page} {name}: what was wrong is not sent again");
            }
            for odd in ["a\u{202e}b", "a\u{2066}b", "a\u{200b}b", "a\u{7}b"] {
                let refused = house.post(who, &to, &[("teks", odd)]);
                assert!(refused.status == 422 && refused.has("tidak terlihat"), "{page} {odd:?}");
            }
            assert_eq!(
                house.post(who, &to, &[("agenda", "rtl"), ("teks", "Satu\r\ndua")]).status,
                303,
                "{page}"
            );
        }
        let title = [("templat", "kepegawaian"), ("judul", "Rakor\u{202e} baru")];
        let page = house.post(&o.petugas, "/rakor/baru", &title);
        assert!(page.status == 422 && page.has("tidak terlihat"), "{}", kalimat(&page));
    });
}
