//! A refused form comes back on its own page with everything that was typed; nobody saves over somebody else.

use super::halaman_rtl::{orang_orang, rakor, rtl, with_house};
use super::persiapan::{di_simpul, diundang, kalimat, kirim, sesudah};

#[test]
fn what_was_typed_comes_back_beside_its_sentence() {
    di_simpul("rakor-ulang", |house, o| {
        let at = diundang(house, o);
        let own = house.get(&o.a, &format!("{at}/persiapan"));
        let pihak = sesudah(&own, "name=\"pihak\" value=\"").to_owned();
        let of = ("pihak", pihak.as_str());
        let agenda = [
            ("butir", "a1"),
            ("urut", "1"),
            ("pukul", "09.00"),
            ("judul", "Desk data"),
            ("penyaji", "BKD"),
            ("butir", ""),
            ("urut", "2"),
            ("pukul", "25.99"),
            ("judul", "Pleno sore"),
            ("penyaji", ""),
        ];
        // siapa · formulir · isian · yang harus tetap ada
        for (who, page, form, kept) in [
            (
                &o.a,
                "jawaban",
                vec![of, ("jawaban", "mewakili"), ("nama", "Sari Maharani")],
                "value=\"Sari Maharani\"",
            ),
            (&o.petugas, "agenda", agenda.to_vec(), "value=\"Desk data\""),
            (&o.petugas, "agenda", agenda.to_vec(), "value=\"25.99\""),
            (
                &o.petugas,
                "bahan",
                vec![("tenggat", "besok"), ("uraian", "Angka formasi")],
                ">Angka formasi</textarea>",
            ),
            (
                &o.petugas,
                "pihak",
                vec![("instansi", "C"), ("luar_lain", "Kantor BKN")],
                "value=\"Kantor BKN\"",
            ),
            (&o.petugas, "pihak", vec![("instansi", "C")], "value=\"C\" checked"),
            (&o.petugas, "pihak/tarik", vec![of, ("alasan", "keliru")], "value=\"keliru\""),
            (&o.petugas, "batal", vec![("alasan", "ditunda")], "value=\"ditunda\""),
        ] {
            let page_again = house.post(who, &format!("{at}/{page}"), &form);
            let whole =
                page_again.has("Kesalahan: ") && page_again.has(kept) && page_again.has("Agenda dan paparan");
            assert!(page_again.status == 422 && whole, "{page} {kept}: {}", kalimat(&page_again));
        }
        let page = house.upload(&o.a, &format!("{at}/paparan"), &[("judul", "Bahan kami")], "a.pdf", b"MZ");
        assert!(page.status == 422 && page.has("value=\"Bahan kami\""), "{}", kalimat(&page));
        assert!(!own.has("Jabatannya<span> (tidak wajib)"), "what is asked for is not called optional");
        kirim(house, &o.petugas, &format!("{at}/hadir"), &[("instansi", "Dinas X"), ("nama", "Sari")]);
        let hadir =
            sesudah(&house.get(&o.petugas, &format!("{at}/hadir")), "name=\"hadir\" value=\"").to_owned();
        let page =
            house.post(&o.petugas, &format!("{at}/hadir/coret"), &[("hadir", &hadir), ("alasan", "salah")]);
        assert!(
            page.status == 422 && page.has("value=\"salah\"") && page.has("Daftar hadir"),
            "{}",
            kalimat(&page)
        );
    });
}

#[test]
fn nobody_saves_over_what_somebody_else_saved() {
    di_simpul("rakor-versi", |house, o| {
        let at = diundang(house, o);
        let today = house.hall.today().dmy();
        let versions = |page: &host::testing::Page| -> Vec<String> {
            let all = page.body.split("name=\"versi\" value=\"").skip(1);
            all.map(|v| v.split('"').next().unwrap_or("").to_owned()).collect()
        };
        let opened = versions(&house.get(&o.petugas, &format!("{at}/persiapan")));
        let [pokok, agenda] = opened.as_slice() else { panic!("two versions: {opened:?}") };
        let save = |versi: &str, tempat: &str| {
            let form =
                [("versi", versi), ("judul", "Rakor"), ("tanggal", today.as_str()), ("tempat", tempat)];
            house.post(&o.petugas, &format!("{at}/pokok"), &form)
        };
        kirim(house, &o.petugas, &format!("{at}/tata-tertib"), &[("tata_tertib", "1")]);
        assert_eq!(save(pokok, "Aula lantai satu").status, 303, "the order of the meeting is another form");
        let late = save(pokok, "Ruang rapat dua");
        let both = late.has("Tersimpan sekarang")
            && late.has("Aula lantai satu")
            && late.has("value=\"Ruang rapat dua\"");
        assert!(late.status == 409 && both, "{}", kalimat(&late));
        assert!(house.get(&o.a, &format!("{at}/persiapan")).has("Aula lantai satu"));
        assert_eq!(save(&versions(&late)[0], "Ruang rapat dua").status, 303, "having seen both");
        let rows = |versi: &str, judul: &str| {
            let form = [
                ("versi", versi),
                ("butir", ""),
                ("urut", "1"),
                ("pukul", ""),
                ("judul", judul),
                ("penyaji", ""),
            ];
            house.post(&o.petugas, &format!("{at}/agenda"), &form)
        };
        assert_eq!(rows(agenda, "Desk data").status, 303);
        let late = rows(agenda, "Pleno sore");
        assert!(
            late.status == 409 && late.has("Desk data") && late.has("value=\"Pleno sore\""),
            "{}",
            kalimat(&late)
        );
    });
}

#[test]
fn what_nothing_follows_from_is_read_before_it_is_closed() {
    with_house("rakor-tutup", |house, _| {
        let orang = orang_orang(house);
        let (id, _, _) = rakor(house, "", "2026-08-19");
        let at = format!("/rakor/{id}");
        let page = house.get(&orang.desi, &at);
        let asked = page.has("Butir tanpa tindak lanjut:") && page.has("R-1 Status non-ASN diselesaikan.");
        assert!(asked && !page.has("R-2 Laporan BKN"), "what only informs needs nothing: {}", kalimat(&page));
        let silent = house.post(&orang.desi, &format!("{at}/tahap"), &[("tahap", "ditutup")]);
        assert!(silent.status == 422 && silent.has("Belum ada tindak lanjut atas butir R-1"));
        let sure = [("tahap", "ditutup"), ("yakin", "1")];
        let went = kirim(house, &orang.desi, &format!("{at}/tahap"), &sure);
        assert!(house.get(&orang.desi, &went).has("Rakor ditutup."));
    });
}

#[test]
fn what_is_open_keeps_it_open_and_is_named() {
    with_house("rakor-terbuka", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        rtl(house, &orang.desi, &id, &rumusan, &[]);
        let page = house.get(&orang.desi, &format!("/rakor/{id}"));
        assert!(page.has("Menyelesaikan status non-ASN (Instansi A)"), "{}", kalimat(&page));
        let form = [("tahap", "ditutup"), ("yakin", "1")];
        let page = house.post(&orang.desi, &format!("/rakor/{id}/tahap"), &form);
        assert!(page.status == 422 && page.has("RAKOR-05"));
    });
}
