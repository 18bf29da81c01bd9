//! Officers who may be considered in a round themselves take no part in it; conditions about many people are decided
//! page by page; closed reasons are told to the person alone.

use super::kecil::{self, surat};
use super::modules;
use super::register::{INSTANSI, entri, orang, pos, serupa};
use crate::berkas;
use crate::isi::{Bobot, Isi, Kriteria, PosRencana};
use crate::kumpul::kumpul;
use host::Role;
use host::testing::{Browser, House, on_both};

/// Posts, weights and the announcement of a round about both Kepala Seksi.
fn langkah(house: &House) -> Vec<Isi> {
    let seat = |jabatan: &str| PosRencana { pos: pos(jabatan), tempat: 1, ..PosRencana::default() };
    let weight = |kriteria: &str, bobot: u8| Bobot { kriteria: kriteria.into(), bobot };
    let weights = vec![weight("kinerja", 60), weight("senioritas", 40)];
    vec![
        Isi::Pos { pos: vec![seat("Kepala Seksi Satu"), seat("Kepala Seksi Dua")] },
        Isi::Kriteria(Kriteria { bobot: weights, duk: true }),
        Isi::Diumumkan(surat("800/10", house.hall.today())),
    ]
}

/// An announced round; its address.
fn diumumkan(house: &House) -> String {
    format!("/penempatan/{}", kecil::rencana(&house.hall, langkah(house)))
}

fn petugas(house: &House, nama: &str) -> Browser {
    house.browser(&nama.to_lowercase(), Role::PetugasMutasi, INSTANSI, "", Some(orang(nama)))
}

#[test]
fn whoever_is_considered_takes_no_part_from_the_announcement_on() {
    on_both("penempatan-kepentingan", modules(), &[(INSTANSI, entri())], |house, _| {
        let at = diumumkan(house);
        let aside =
            [("nip", "198001012006041007"), ("pos", ""), ("sebab", "menolak"), ("alasan", "surat 1 Mei")];
        // petugas · dapat mengisi pos rencana ini · membaca · mencatat
        for (nama, reads, records) in [("Ani", 422, 422), ("Dua", 422, 422), ("Fitri", 200, 303)] {
            let who = petugas(house, nama);
            let page = house.get(&who, &format!("{at}/syarat"));
            assert_eq!(page.status, reads, "{nama} reads");
            let done = house.post(&who, &format!("{at}/kesampingkan"), &aside);
            assert_eq!(done.status, records, "{nama} records");
            for answer in [page, done].iter().filter(|p| p.status == 422) {
                assert!(answer.has("PNP-05") && !answer.has("Gilang"), "{nama}: why, and nobody's data");
            }
        }
    });
}

#[test]
fn many_people_are_decided_page_by_page() {
    let everybody = entri().into_iter().chain(serupa(60)).collect();
    on_both("penempatan-halaman", modules(), &[(INSTANSI, everybody)], |house, _| {
        let desi = house.browser("desi", Role::PetugasMutasi, INSTANSI, "", None);
        let at = diumumkan(house);
        let list = house.get(&desi, &format!("{at}/syarat"));
        let marks = list.body.split("href=\"").filter_map(|h| h.split('"').next());
        let href = marks.map(|h| h.replace("&amp;", "&")).find(|h| h.contains("syarat=kesehatan"));
        let href = href.expect("health is decided by an official");
        let shown = |path: &str| -> Vec<String> {
            let before = house.queries();
            let page = house.get(&desi, path);
            assert_eq!(page.status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
            (1..=60).map(|n| format!("Serupa {n:02}")).filter(|nama| page.has(nama)).collect()
        };
        let (first, second) = (shown(&href), shown(&format!("{href}&hal=2")));
        assert!(!first.is_empty() && !second.is_empty() && first.len() <= 50, "two pages of fifty");
        let mut all = [first.clone(), second.clone()].concat();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), first.len() + second.len()), (60, 60), "everybody once");
        assert_eq!(shown(&format!("{href}&hal=99")), second, "past the end is the last one");
        assert_eq!(shown(&format!("{href}&hal=-1")), first, "before the start is the first one");
        assert_eq!(shown(&format!("{href}&cari=serupa+07")), ["Serupa 07"]);
    });
}

#[test]
fn a_closed_reason_is_told_to_the_person_alone() {
    on_both("penempatan-tertutup", modules(), &[(INSTANSI, entri())], |house, _| {
        let id = kecil::rencana(&house.hall, langkah(house));
        let world = house.hall.present().expect("a world");
        let all = crate::store::semua(&house.hall).expect("rounds");
        let round = all.iter().find(|r| r.id == id).expect("the round");
        let found = kumpul(&house.hall, &world, round).expect("gathered");
        let sidik = berkas::simpan(&house.hall, &found.beku).expect("kept");
        let steps = [langkah(house), vec![Isi::Dikunci { sidik, paket: found.beku.paket.clone() }]].concat();
        let id = kecil::rencana(&house.hall, steps);
        let desi = house.browser("desi", Role::PetugasMutasi, INSTANSI, "", None);
        let auditor = house.browser("rian", Role::Auditor, INSTANSI, "", None);
        for (name, who) in [("petugas", &desi), ("auditor", &auditor)] {
            let page = house.get(who, &format!("/penempatan/{id}/syarat"));
            assert!(page.has("Fitri") && !page.has("Citra"), "{name}: education is shown, discipline is not");
        }
        let own = |nama: &str| {
            let who = house.browser(&nama.to_lowercase(), Role::Pegawai, INSTANSI, "", Some(orang(nama)));
            house.get(&who, &format!("/penempatan/saya/{id}"))
        };
        let citra = own("Citra");
        assert!(
            citra.status == 200 && citra.has("hanya Anda yang diberi tahu") && citra.has("disiplin"),
            "the person hears why"
        );
        assert!(!own("Ani").has("Citra"), "nobody else does");
    });
}
