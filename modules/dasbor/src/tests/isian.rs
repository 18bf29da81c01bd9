//! Targets, figures and misi from the page: who may, what is refused, and that nothing typed is lost.

use super::measured;
use host::Role;
use host::indikator::angka::{misi_semua, sasaran_semua};

#[test]
fn an_instansi_states_its_own_and_keeps_what_was_typed() {
    measured(|house| {
        let who =
            [("amir", Role::Petugas, "A"), ("bela", Role::PetugasData, "A"), ("pusat", Role::Petugas, "")];
        let [amir, bela, pusat] = who.map(|(nama, role, own)| house.browser(nama, role, own, "", None));
        let year = house.hall.today().year().to_string();
        // bentuk · instansi · nilai · dasar · tahun · jawaban · yang dikatakan
        for (form, instansi, nilai, dasar, tahun, status, said) in [
            ("sasaran", "A", "28,5", "RPJMD 2025-2029", year.as_str(), 303, ""),
            ("sasaran", "A", "sepertiga", "RPJMD", year.as_str(), 422, "Tulis angkanya seperti 31,4"),
            ("sasaran", "A", "28", "RPJMD", "1999", 422, "Tahun sasaran 1999 tidak dapat dipakai"),
            ("sasaran", "A", "28", "RPJMD", "nanti", 422, "Tulis tahun dengan empat angka"),
            ("sasaran", "A", "28", "", year.as_str(), 422, "Sumber atau dasarnya belum diisi."),
            ("sasaran", "A", "128", "RPJMD", year.as_str(), 422, "paling tinggi 100"),
            ("sasaran", "B", "28", "RPJMD", year.as_str(), 422, "instansi lain tidak dapat Anda isi"),
            ("lapor", "A", "31", "LKPD", "", 303, ""),
            ("misi", "A", "", "Tata kelola yang bersih", "", 303, ""),
        ] {
            let fields = [
                ("instansi", instansi),
                ("nilai", nilai),
                ("dasar", dasar),
                ("tahun", tahun),
                ("periode", "01-02-2024"),
            ];
            let page = house.post(&amir, &format!("/indikator/BELANJA-01/{form}"), &fields);
            assert_eq!(page.status, status, "{form} {instansi} {nilai}");
            if status == 422 {
                assert!(page.has(said) && page.has(&format!("value=\"{nilai}\"")), "{form} {nilai}: {said}");
                assert!(page.has("aria-invalid=\"true\""), "{form} {nilai}");
            }
        }
        let (goals, misi) =
            house.hall.with(|conn| Ok((sasaran_semua(conn)?, misi_semua(conn)?))).expect("read");
        assert_eq!((goals.len(), misi.len()), (1, 1));
        assert_eq!((goals[0].instansi.as_str(), goals[0].nilai.atas), ("A", 2_850));
        let page = house.get(&amir, "/indikator/BELANJA-01?hasil=sasaran");
        assert!(page.has("Target dicatat.") && page.has("Tata kelola yang bersih") && page.has("31,0%"));
        assert!(house.get(&amir, "/dasbor?kelompok=6").has("Tata kelola yang bersih"));
        assert!(!house.get(&amir, "/indikator/BELANJA-01?berlaku=2024-03-01").has("/sasaran\""));
        assert!(!house.get(&bela, "/indikator/BELANJA-01").has("/sasaran\""), "may read only");
        assert_eq!(house.post(&bela, "/indikator/BELANJA-01/misi", &[("instansi", "A")]).status, 403);
        let fields = [("instansi", "B"), ("dasar", "Layanan yang cepat")];
        assert_eq!(house.post(&pusat, "/indikator/BELANJA-01/misi", &fields).status, 303);
        assert!(!house.get(&amir, "/indikator/BELANJA-01").has("Layanan yang cepat"), "of another instansi");
    });
}
