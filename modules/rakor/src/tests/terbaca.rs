//! Who reads a rakor, and how far: not invited, withdrawn before, withdrawn later, called off.

use super::lipat::rakor;
use super::persiapan::{di_simpul, diundang, kalimat, kirim, sesudah};
use crate::isi::{self, Isi};
use crate::rule::Peran;

#[test]
fn who_was_taken_off_reads_as_far_as_it_could() {
    let party = |i: &str| isi::Pihak { instansi: i.into(), peran: "Kepala".into(), ..isi::Pihak::default() };
    let listed = ("P", Isi::Pihak { pihak: vec![party("A"), party("B")] });
    let off = ("P", Isi::PihakDitarik { pihak: "e1.0".into(), alasan: "salah undang".into() });
    let invited = ("P", Isi::Diundang);
    let called_off = ("P", Isi::Dibatalkan { alasan: "ditunda".into() });
    let again = ("P", Isi::Pihak { pihak: vec![party("A")] });
    for (what, events, peran, last) in [
        ("rancangan", vec![&listed], Peran::Luar, None),
        ("diundang", vec![&listed, &invited], Peran::Pihak, None),
        ("ditarik sebelum diundang", vec![&listed, &off, &invited], Peran::Luar, None),
        ("ditarik sesudah diundang", vec![&listed, &invited, &off], Peran::Pihak, Some("e3")),
        ("diundang kembali", vec![&listed, &invited, &off, &again], Peran::Pihak, None),
        ("batal waktu rancangan", vec![&listed, &called_off], Peran::Luar, None),
        ("ditarik lalu batal", vec![&listed, &off, &called_off], Peran::Luar, None),
        ("batal sesudah diundang", vec![&listed, &invited, &called_off], Peran::Pihak, None),
    ] {
        let events: Vec<_> = events.into_iter().cloned().collect();
        let made = rakor(&events);
        assert_eq!((made.peran("A"), made.batas_baca("A")), (peran, last), "{what}");
        assert_eq!(made.peran("P"), Peran::Penyelenggara, "{what}");
    }
}

#[test]
fn nothing_after_the_withdrawal_is_shown() {
    di_simpul("rakor-terbaca", |house, o| {
        let at = diundang(house, o);
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        kirim(house, &o.petugas, &format!("{at}/notulen"), &[("teks", "Sekda membuka rakor.")]);
        let page = house.get(&o.petugas, &format!("{at}/persiapan"));
        let pihak = sesudah(&page, "name=\"pihak\" value=\"").to_owned();
        let why = [("pihak", pihak.as_str()), ("alasan", "Digabung dengan instansi lain")];
        kirim(house, &o.petugas, &format!("{at}/pihak/tarik"), &why);
        kirim(house, &o.petugas, &format!("{at}/notulen"), &[("teks", "Rahasia sesudah ditarik.")]);
        kirim(house, &o.petugas, &format!("{at}/rumusan"), &[("teks", "Butir sesudah ditarik.")]);
        let title = [("judul", "Judul sesudah ditarik"), ("tanggal", &house.hall.today().dmy())];
        kirim(house, &o.petugas, &format!("{at}/pokok"), &title);
        let masalah = [("jenis", "masalah"), ("uraian", "Masalah sesudah ditarik")];
        kirim(house, &o.b, &format!("{at}/masalah"), &masalah);
        kirim(house, &o.b, &format!("{at}/masalah/kirim"), &[]);
        for page in ["", "/notulen", "/rumusan", "/masalah", "/persiapan", "/hadir", "/rtl", "/proyektor"] {
            let own = house.get(&o.a, &format!("{at}{page}"));
            assert_eq!(own.status, 200, "{page}");
            assert!(!own.has("sesudah ditarik"), "{page}: {}", kalimat(&own));
        }
        assert!(house.get(&o.a, &format!("{at}/notulen")).has("Sekda membuka rakor."));
        assert!(house.get(&o.b, &format!("{at}/notulen")).has("Rahasia sesudah ditarik."));
        let list = house.get(&o.a, "/rakor");
        assert!(list.has("Rakor triwulan III") && !list.has("sesudah ditarik"));
        assert!(!house.get(&o.a, "/rakor/masalah?kata=sesudah").has("Masalah sesudah"));
        assert!(house.get(&o.b, "/rakor/masalah?kata=sesudah").has("Masalah sesudah"));
    });
}
