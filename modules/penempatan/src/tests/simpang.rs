//! Deviations from outside: both ways beside each other, seats left empty and the gates that asks for no more, and
//! people found by name.

use super::halaman::nilai;
use super::kecil::{self, OWNER, on_both, on_both_dengan, person, pos, surat};
use super::putaran::{Sampai, beku, langkah, putaran};
use crate::berkas;
use crate::isi::{Gerbang, Isi};
use crate::rule::beku::{CalonBeku, Pasangan};
use crate::rule::hitung::hitung;
use host::Role;
use host::testing::{Browser, House, Page};
use kernel::PegawaiId;

fn ppk(house: &House) -> Browser {
    house.browser("pim", Role::Pimpinan, OWNER, "", None)
}

/// Records a deviation as the page offers it.
fn catat(house: &House, who: &Browser, at: &str, kursi: &str, calon: &str, cara: &str) -> Page {
    // Whatever is chosen, the form is opened with the deviations that stand.
    let seen = house.get(who, &format!("{at}/menyimpang?kursi=2&calon={}", person(3)));
    let form = [
        ("versi", nilai(&seen, "versi")),
        ("kursi", kursi.to_owned()),
        ("calon", calon.to_owned()),
        ("cara", cara.to_owned()),
        ("alasan", "menurut pertimbangan pimpinan".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (*k, v.as_str())).collect();
    house.post(who, &format!("{at}/menyimpang"), &form)
}

#[test]
fn both_ways_stand_beside_each_other_and_either_is_kept() {
    on_both("penempatan-dua-cara", |house, _| {
        let ppk = ppk(house);
        let at = putaran(house, Sampai::Dihitung);
        let seen = house.get(&ppk, &format!("{at}/menyimpang?kursi=0&calon=kosong"));
        assert!(seen.has("Membiarkan pos ini kosong") && seen.has("Yang tergeser kembali ke pos semula"));
        assert!(seen.has("Yang lain disusun ulang mengikuti pilihan ini"));
        assert!(seen.has("1 bobot pos lagi kosong") && seen.has("Menjadi kosong:"));
        let citra = person(2).to_string();
        // kursi · calon · cara · hasil
        for (kursi, calon, cara, code) in [
            ("0", "kosong", "entah", "PNP-10"),
            ("0", "entah", "kembali", "PNP-51"),
            ("2", &*citra, "kembali", "PNP-53"),
            ("2", "", "kembali", "PNP-51"),
        ] {
            let page = catat(house, &ppk, &at, kursi, calon, cara);
            assert!(page.status == 422 && page.has(code), "{kursi} {calon} {cara}: {} {code}", page.status);
        }
        assert_eq!(catat(house, &ppk, &at, "0", "kosong", "kembali").status, 303);
        let list = house.get(&ppk, &format!("{at}/menyimpang"));
        assert!(list.has("dibiarkan kosong") && list.has("1 bobot pos lagi kosong"));
        assert!(
            house.get(&ppk, &format!("{at}/hasil")).has("Dibiarkan kosong oleh PPK: menurut pertimbangan")
        );
        assert!(catat(house, &ppk, &at, "0", "kosong", "kembali").has("PNP-53"), "it is empty already");
        // Ani is back home then: a seat whose holder goes nowhere does not fall empty.
        assert!(catat(house, &ppk, &at, "1", "kosong", "kembali").has("PNP-53"));
        assert_eq!(
            catat(house, &ppk, &at, "2", &citra, "susun_ulang").status,
            422,
            "Budi would have no seat"
        );
        let revoke = [("pos", &*pos(0)), ("tempat", "0"), ("alasan", "kembali ke hasil hitungan")];
        assert_eq!(house.post(&ppk, &format!("{at}/menyimpang/cabut"), &revoke).status, 303);
        assert_eq!(catat(house, &ppk, &at, "0", &citra, "susun_ulang").status, 303);
        let list = house.get(&ppk, &format!("{at}/menyimpang"));
        assert!(list.has("yang lain disusun ulang") && list.has("Citra"));
        assert!(catat(house, &ppk, &at, "2", &citra, "kembali").has("PNP-55"), "chosen for another post");
        // What was decided stands in the bundle, and follows.
        let desi = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let bundle = house.get(&desi, &format!("{at}/bundel.zip")).bytes;
        let failed: Vec<_> = crate::bundel::periksa(&bundle).into_iter().filter(|p| !p.lulus).collect();
        assert_eq!(failed, []);
    });
}

#[test]
fn a_seat_left_empty_asks_for_no_letter() {
    on_both_dengan("penempatan-gerbang-kosong", &[(0, "Camat Satu")], |house, _| {
        let (ppk, desi) = (ppk(house), house.browser("desi", Role::PetugasMutasi, OWNER, "", None));
        let letter = |nomor: &str| surat(nomor, house.hall.today());
        let gate = |kunci: &str, pos: String, hasil: &str| {
            Isi::Gerbang(Gerbang { gerbang: kunci.into(), pos, hasil: hasil.into(), surat: letter("900/1") })
        };
        let mut steps = langkah(house, Sampai::Dihitung, false);
        steps.push(Isi::Rapat(letter("800/11")));
        steps.extend([
            gate("pertek_bkn", String::new(), "disetujui"),
            gate("mendagri_pilkada", String::new(), "tidak_perlu"),
            gate("camat", pos(0), "ditolak"),
        ]);
        let at = format!("/penempatan/{}", kecil::rencana(&house.hall, steps));
        let today = house.hall.today().dmy();
        let decide = || {
            let form = [("langkah", "putus"), ("nomor", "800/12"), ("tanggal", &*today)];
            house.upload(&ppk, &format!("{at}/langkah"), &form, "", b"")
        };
        let page = house.get(&desi, &format!("{at}/gerbang"));
        assert!(page.has("Kompetensi pemerintahan untuk camat untuk") && page.has("Ditolak"));
        assert!(decide().has("PNP-60"), "one refused letter holds up the round");
        assert_eq!(catat(house, &ppk, &at, "0", "kosong", "kembali").status, 303);
        let page = house.get(&desi, &format!("{at}/gerbang"));
        assert!(page.has("Tidak diminta") && page.has("pos ini dibiarkan kosong oleh PPK."));
        // Whoever goes back to the own post needs no new letter.
        assert!(page.has("Tidak ada gerbang yang menahan keputusan."), "and nothing else is open");
        assert_eq!(decide().status, 303);
    });
}

#[test]
fn of_three_names_none_may_be_taken() {
    on_both("penempatan-tiga-kosong", |house, _| {
        let ppk = ppk(house);
        let at =
            format!("/penempatan/{}", kecil::rencana(&house.hall, langkah(house, Sampai::Dihitung, true)));
        let refused = catat(house, &ppk, &at, "2", &person(3).to_string(), "kembali");
        assert!(refused.status == 422 && refused.has("PNP-52"));
        assert_eq!(catat(house, &ppk, &at, "2", "kosong", "").status, 303);
        assert!(house.get(&ppk, &format!("{at}/menyimpang")).has("Dibiarkan kosong oleh PPK."));
        let (post, dedi) = (pos(2), person(3).to_string());
        let form = [("pos", &*post), ("pegawai", &*dedi), ("alasan", "wawancara meyakinkan")];
        assert_eq!(house.post(&ppk, &format!("{at}/menyimpang/pilih"), &form).status, 303);
        let page = house.get(&ppk, &format!("{at}/menyimpang"));
        assert!(page.has("Dipilih: <b>Dedi</b>") && !page.has("Dibiarkan kosong oleh PPK."));
        assert_eq!(catat(house, &ppk, &at, "2", "kosong", "").status, 303, "and back again");
        assert!(!house.get(&ppk, &format!("{at}/menyimpang")).has("Dipilih: <b>Dedi</b>"));
    });
}

#[test]
fn whoever_is_not_offered_is_found() {
    on_both("penempatan-tawaran", |house, _| {
        let ppk = ppk(house);
        let mut all = beku(false);
        let id = |n: u16| {
            let [high, low] = n.to_be_bytes();
            PegawaiId([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, high, low])
        };
        for n in 0..310_u16 {
            let calon = all.calon.len() as u32;
            let jabatan = "Analis".to_owned();
            all.calon.push(CalonBeku { pegawai: id(n), unit: 0, jabatan, asal: None, duk: calon });
            all.pasangan.push(Pasangan { kursi: 2, calon, nilai: vec![30], skor: 3_000 });
        }
        all.pasangan.sort_by_key(|p| (p.kursi, p.calon));
        all.rujukan = vec![0; all.calon.len()];
        let hasil = hitung(&all).expect("a plan");
        let masukan = berkas::simpan(&house.hall, &all).expect("kept");
        let sidik = berkas::simpan(&house.hall, &hasil).expect("kept");
        let mut steps = langkah(house, Sampai::Diumumkan, false);
        steps.push(Isi::Dikunci { sidik: masukan.clone(), paket: "p".into() });
        steps.push(Isi::Dihitung { sidik, masukan, nilai: hasil.nilai.to_string() });
        let at = format!("/penempatan/{}/menyimpang", kecil::rencana(&house.hall, steps));
        let page = house.get(&ppk, &format!("{at}?kursi=2"));
        // Citra sits there; Budi, Dedi and 310 others may.
        assert!(page.has("300 orang teratas ditampilkan; 12 orang lagi ditemukan dengan nama atau NIP."));
        let last = id(309).to_string();
        assert!(!page.has(&last));
        let found = house.get(&ppk, &format!("{at}?kursi=2&cari={last}"));
        assert!(found.has("1 orang cocok.") && found.has(&last));
        assert!(house.get(&ppk, &format!("{at}?kursi=2&calon={last}")).has("Memilih"), "and can be weighed");
        let page = house.get(&ppk, &format!("{at}?kursi=2&cari=DEDI"));
        assert!(page.has("1 orang cocok.") && page.has("Dedi (71,00)") && !page.has("Budi (60,00)"));
        assert!(house.get(&ppk, &format!("{at}?kursi=2&cari=1985010120100110")).has("2 orang cocok."));
    });
}
