//! Quorum, votes by instansi, the list of speakers: off until asked for, counted as they stand.

use super::lipat::rakor;
use super::persiapan::{di_simpul, diundang, kalimat, kirim, sesudah};
use crate::isi::{self, Isi, Kuorum};
use crate::rule::Rakor;
use crate::rule::tertib::Hitungan;

/// Parties A, B, C and one outside, with this quorum; those named are present.
fn berkuorum(jenis: &str, ambang: u16, hadir: &[usize]) -> Rakor {
    let pokok = isi::Pokok {
        judul: "Rakor".into(),
        tata_tertib: true,
        kuorum: Kuorum { jenis: jenis.into(), ambang },
        ..isi::Pokok::default()
    };
    let party = |i: &str| isi::Pihak { instansi: i.into(), peran: "Kepala".into(), nama: String::new() };
    let body = isi::Pihak { nama: "BKN".into(), ..isi::Pihak::default() };
    let pihak = vec![party("A"), party("B"), party("C"), body];
    let mut events = vec![("P", Isi::Diubah(pokok)), ("P", Isi::Pihak { pihak })];
    events.extend(hadir.iter().enumerate().map(|(n, at)| {
        let hadir = isi::Hadir {
            kunci: format!("k{n}"),
            pihak: format!("e2.{at}"),
            nama: format!("Orang {n}"),
            cara: "daftar".into(),
            ..isi::Hadir::default()
        };
        ("P", Isi::Hadir(hadir))
    }));
    rakor(&events)
}

#[test]
fn a_quorum_counts_parties_and_not_people() {
    // jenis · ambang · pihak yang hadir · perlu · tercapai
    for (jenis, ambang, hadir, perlu, tercapai) in [
        ("jumlah", 2, &[0, 1][..], 2, true),
        ("jumlah", 2, &[0, 0, 0], 2, false),
        ("persen", 50, &[0, 3], 2, true),
        ("persen", 51, &[0, 1], 3, false),
        ("persen", 100, &[0, 1, 2, 3], 4, true),
        ("jumlah", 5, &[0, 1, 2, 3], 5, false),
    ] {
        let counted = berkuorum(jenis, ambang, hadir).kuorum().expect("a quorum");
        assert_eq!((counted.perlu, counted.tercapai()), (perlu, tercapai), "{jenis} {ambang} {hadir:?}");
    }
    assert_eq!(berkuorum("", 0, &[0]).kuorum(), None);
    let mut off = berkuorum("jumlah", 1, &[]);
    off.pokok.tata_tertib = false;
    assert_eq!(off.kuorum(), None, "what is not used is not counted");
}

fn suara(instansi: &str, versi: &str, pilihan: &str) -> (&'static str, Isi) {
    let suara = isi::Suara {
        rumusan: "e2".into(),
        versi: versi.into(),
        instansi: instansi.into(),
        pilihan: pilihan.into(),
    };
    ("P", Isi::Suara(suara))
}

#[test]
fn one_instansi_one_vote_changed_until_the_end() {
    let party = |i: &str| isi::Pihak { instansi: i.into(), peran: "Kepala".into(), nama: String::new() };
    let twice = isi::Pihak { peran: "Sekda".into(), ..party("A") };
    let point = |rumusan: &str, dari: &str| {
        let teks = "Data disamakan.".into();
        (
            "P",
            Isi::Rumusan(isi::Rumusan {
                rumusan: rumusan.into(),
                dari: dari.into(),
                teks,
                ..isi::Rumusan::default()
            }),
        )
    };
    let mut events = vec![
        ("P", Isi::Pihak { pihak: vec![party("A"), twice, party("B"), party("C")] }),
        point("", ""),
        suara("A", "e2", "setuju"),
        ("P", Isi::PemungutanDibuka { rumusan: "e2".into(), versi: "e2".into() }),
        suara("A", "e2", "tidak"),
        suara("A", "e2", "setuju"),
        suara("B", "e2", "abstain"),
        suara("Z", "e2", "tidak"),
        suara("C", "lama", "tidak"),
    ];
    let count = |events: &[(&str, Isi)]| {
        let made = rakor(events);
        made.rumusan[0].pemungutan.as_ref().map(|p| made.hitung(p))
    };
    let open = Hitungan { setuju: 1, tidak: 0, abstain: 1, belum: 1 };
    assert_eq!(count(&events), Some(open), "before the beginning, of a stranger, of another wording: none");
    events.push(("P", Isi::PemungutanDitutup { rumusan: "e2".into() }));
    events.push(suara("C", "e2", "tidak"));
    assert_eq!(count(&events), Some(open), "too late");
    let made = rakor(&events);
    assert_eq!(
        made.catatan_tertib(),
        ["Pemungutan suara atas butir R-1: setuju 1, tidak setuju 0, abstain 1, tanpa suara 1."]
    );
    events.push(point("e2", "e2"));
    assert_eq!(count(&events), None, "a new wording has not been voted on");
}

#[test]
fn votes_and_turns_from_outside() {
    di_simpul("rakor-tertib", |house, o| {
        let at = diundang(house, o);
        let post = |who, page: &str, form: &[(&str, &str)]| house.post(who, &format!("{at}/{page}"), form);
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        kirim(house, &o.petugas, &format!("{at}/rumusan"), &[("teks", "Data disamakan setiap bulan.")]);
        let page = house.get(&o.petugas, &format!("{at}/rumusan"));
        assert!(!page.has("Pungut suara") && !page.has("Kuorum"), "off by itself");
        let (point, version) =
            (sesudah(&page, "name=\"rumusan\" value=\""), sesudah(&page, "name=\"versi\" value=\""));
        let about = [("rumusan", point), ("versi", version)];
        assert!(post(&o.petugas, "rumusan/pungut", &about).has("RAKOR-27"));
        assert!(post(&o.a, "bicara", &[("nama", "Andi")]).has("RAKOR-27"));
        let wrong =
            post(&o.petugas, "tata-tertib", &[("tata_tertib", "1"), ("kuorum", "persen"), ("ambang", "120")]);
        assert!(wrong.status == 422 && wrong.has("1 sampai 100 persen") && wrong.has("value=\"120\""));
        let rules = [("tata_tertib", "1"), ("kuorum", "jumlah"), ("ambang", "1")];
        assert_eq!(post(&o.a, "tata-tertib", &rules).status, 422, "the convener's");
        kirim(house, &o.petugas, &format!("{at}/tata-tertib"), &rules);
        let today = house.hall.today().dmy();
        kirim(house, &o.petugas, &format!("{at}/pokok"), &[("judul", "Rakor"), ("tanggal", &today)]);
        assert!(house.get(&o.a, &format!("{at}/notulen")).has("Kuorum belum tercapai: hadir 0 dari 3 pihak"));
        let pihak = house.get(&o.petugas, &format!("{at}/presensi"));
        let party = pihak
            .body
            .split("value=\"")
            .map(|v| v.split('"').next().unwrap_or(""))
            .find(|v| v.ends_with(".0"));
        let party = party.expect("a party").to_owned();
        kirim(house, &o.petugas, &format!("{at}/hadir"), &[("pihak", &party), ("nama", "Ratna")]);
        assert!(house.get(&o.a, &format!("{at}/rumusan")).has("Kuorum tercapai: hadir 1 dari 3 pihak"));

        kirim(house, &o.petugas, &format!("{at}/rumusan/pungut"), &about);
        let vote = |who, instansi: &str, pilihan: &str| {
            let form = [&about[..], &[("instansi", instansi), ("pilihan", pilihan)]].concat();
            post(who, "rumusan/suara", &form).status
        };
        assert_eq!(vote(&o.a, "B", "tidak"), 303, "whatever the form says it is A's");
        assert_eq!((vote(&o.a, "", "setuju"), vote(&o.petugas, "B", "abstain")), (303, 303));
        assert_eq!(
            (vote(&o.a, "", "mungkin"), vote(&o.petugas, "C", "setuju"), vote(&o.c, "", "setuju")),
            (422, 422, 404)
        );
        let page = house.get(&o.b, &format!("{at}/rumusan"));
        assert!(page.has("setuju 1, tidak setuju 0, abstain 1, tanpa suara 0"), "{}", kalimat(&page));
        let reword = [("rumusan", point), ("dari", version), ("teks", "Lain.")];
        assert!(post(&o.petugas, "rumusan", &reword).has("dipungut suaranya"));
        assert!(post(&o.petugas, "rumusan/sepakati", &[]).has("RAKOR-27"));
        assert_eq!(post(&o.a, "rumusan/suara/tutup", &about).status, 422);
        kirim(house, &o.petugas, &format!("{at}/rumusan/suara/tutup"), &about);
        assert_eq!(vote(&o.a, "", "tidak"), 422);
        assert!(house.get(&o.a, &format!("{at}/rumusan")).has("Pemungutan suara ditutup"));

        kirim(house, &o.b, &format!("{at}/bicara"), &[("nama", "Budi")]);
        kirim(house, &o.a, &format!("{at}/bicara"), &[("nama", "Andi"), ("instansi", "B")]);
        assert!(post(&o.b, "bicara", &[("nama", "BUDI")]).has("sudah ada dalam daftar"));
        let list = house.get(&o.notulis, &format!("{at}/notulen"));
        let (first, second) = (list.body.find("<b>Budi</b>"), list.body.find("<b>Andi</b>"));
        assert!(first.is_some() && first < second && list.has("Instansi A"), "in the order they asked");
        let budi = sesudah(&list, "name=\"minta\" value=\"").to_owned();
        let turn = |who, page: &str, keadaan: &str| {
            post(who, page, &[("minta", &budi), ("keadaan", keadaan)]).status
        };
        assert_eq!(turn(&o.a, "bicara/giliran", "diberi"), 422, "the convener's");
        assert_eq!(turn(&o.a, "bicara/tarik", "ditarik"), 422, "another's");
        assert_eq!(turn(&o.notulis, "bicara/giliran", "selesai"), 422, "not given yet");
        assert_eq!(turn(&o.notulis, "bicara/giliran", "diberi"), 303);
        assert!(house.get(&o.b, &format!("{at}/notulen")).has("Berbicara"));
        assert_eq!(turn(&o.b, "bicara/tarik", "ditarik"), 422, "it is given");
        assert_eq!(turn(&o.notulis, "bicara/giliran", "selesai"), 303);
        assert!(house.get(&o.b, &format!("{at}/notulen")).has("Sudah berbicara: 1"));
        let before = house.queries();
        house.get(&o.petugas, &format!("{at}/notulen"));
        assert!(house.queries() - before <= 6);
    });
}
