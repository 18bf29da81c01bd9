//! From a register to the inputs of a round: who may sit where and why not, what an official decides, points.

use super::register::{INSTANSI, entri, orang, pos};
use crate::isi::{Bobot, Kriteria, Pengesampingan, Pokok, PosRencana, Putusan};
use crate::kumpul::putusan::{Diputus, berlaku};
use crate::kumpul::{Kumpulan, Sebab, kumpul};
use crate::rule::hitung::hitung;
use crate::rule::rencana::Tanda;
use crate::rule::{Beku, Rencana, Tahap};
use crate::{berkas, isi::Minat};
use host::Problem;
use host::testing::{House, on_both};
use kernel::{Date, Entry};

fn rencana() -> Rencana {
    let pokok = Pokok {
        judul: "Rotasi pengawas".into(),
        macam: "administrator_pengawas".into(),
        dasar: "Surat Sekda".into(),
        berlaku: Date::new(2026, 12, 1).expect("a day"),
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 500,
        batas_unit: 0,
        rotasi: true,
    };
    let seat = |jabatan: &str, sebab: &str| PosRencana {
        pos: pos(jabatan),
        tempat: 1,
        kritis: false,
        sebab: sebab.into(),
    };
    let weight = |kriteria: &str, bobot: u8| Bobot { kriteria: kriteria.into(), bobot };
    let opened = Rencana::baru("01990000-0000-7000-8000-0000000000aa", INSTANSI, pokok, Tanda::default());
    Rencana {
        pos: vec![seat("Kepala Seksi Satu", "lowong"), seat("Kepala Seksi Dua", "rotasi")],
        kriteria: Kriteria { bobot: vec![weight("kinerja", 60), weight("senioritas", 40)], duk: true },
        tahap: Tahap::Diumumkan,
        ..opened
    }
}

fn with(entries: Vec<Entry>, body: impl Fn(&House)) {
    on_both("penempatan-kumpul", &[], &[(INSTANSI, entries)], |house, _| body(house));
}

fn gather(house: &House, r: &Rencana) -> Result<Kumpulan, Problem> {
    kumpul(&house.hall, &house.hall.present().expect("a world"), r)
}

fn refused(house: &House, r: &Rencana) -> (&'static str, String) {
    match gather(house, r) {
        Err(Problem::Refused(code, said)) => (code, said),
        other => panic!("refused, not {:?}", other.map(|k| k.terbuka)),
    }
}

fn putusan(norma: &str, syarat: &str, pegawai: &[&str], terpenuhi: bool) -> (Putusan, Tanda) {
    let told = Putusan {
        norma: norma.into(),
        syarat: syarat.into(),
        pegawai: pegawai.iter().map(|n| orang(n).to_string()).collect(),
        kelompok: String::new(),
        terpenuhi,
        pejabat: "Sekretaris TPK".into(),
        alasan: "rekam jejak".into(),
    };
    (told, Tanda::default())
}

/// Every condition that is open, decided for everybody.
fn decided(house: &House) -> Rencana {
    let mut r = rencana();
    let open = gather(house, &r).expect("gathered").terbuka;
    r.putusan = open.iter().map(|t| putusan(&t.norma, &t.syarat, &[], true)).collect();
    r
}

/// `Budi: masa_min` for everybody left out of the first group of posts.
fn left_out(beku: &Beku, nama: &str) -> Vec<String> {
    let of = |d: &&crate::rule::beku::Pengecualian| d.pegawai == orang(nama) && d.kelompok == 0;
    beku.dikecualikan.iter().filter(of).map(|d| d.syarat.clone()).collect()
}

#[test]
fn who_may_not_sit_somewhere_hears_which_condition_decides() {
    with(entri(), |house| {
        let found = gather(house, &rencana()).expect("gathered");
        // orang · syarat yang menentukan
        for (nama, syarat) in
            [("Budi", "masa_min"), ("Citra", "tertutup"), ("Eko", "subjek"), ("Fitri", "pendidikan")]
        {
            assert_eq!(left_out(&found.beku, nama), [syarat], "{nama}");
        }
        let closed = found.beku.dikecualikan.iter().find(|d| d.pegawai == orang("Citra")).expect("left out");
        assert!(closed.norma.is_empty() && !closed.bunyi.contains("disiplin"), "{}", closed.bunyi);
        let ids: Vec<_> = found.beku.calon.iter().map(|c| c.pegawai).collect();
        assert_eq!(ids, [orang("Ani"), orang("Dua"), orang("Gilang")]);
        let health = found.terbuka.iter().find(|t| t.syarat == "kesehatan").expect("an official decides");
        assert_eq!(health.sebab, Sebab::PerluPertimbangan);
        assert!(!health.pegawai.contains(&orang("Fitri")), "nobody decides about those left out anyway");
    });
}

#[test]
fn decisions_of_officials_change_one_condition_and_the_named_come_first() {
    with(entri(), |house| {
        let mut r = decided(house);
        assert_eq!(gather(house, &r).expect("gathered").terbuka, Vec::new());
        r.putusan.insert(0, putusan("jabatan.pengawas", "integritas", &["Gilang"], false));
        let found = gather(house, &r).expect("gathered");
        assert_eq!(left_out(&found.beku, "Gilang"), ["integritas"]);
        assert!(found.beku.dikecualikan.iter().any(|d| d.bunyi.contains("Sekretaris TPK: rekam jejak")));
        // What is not open is not decided by anybody.
        r.putusan.push(putusan("jabatan.pengawas", "pendidikan", &["Fitri"], true));
        assert_eq!(left_out(&gather(house, &r).expect("gathered").beku, "Fitri"), ["pendidikan"]);
        let aside = Pengesampingan {
            pegawai: orang("Ani").to_string(),
            pos: pos("Kepala Seksi Satu"),
            sebab: "menolak".into(),
            alasan: "surat 12".into(),
            dicabut: false,
        };
        r.dikesampingkan.push((aside, Tanda::default()));
        let beku = gather(house, &r).expect("gathered").beku;
        let ani = beku.calon_dari(orang("Ani")).expect("for the other post");
        assert_eq!(beku.kursi.len(), 2);
        assert_eq!(beku.pasangan.iter().filter(|p| p.calon == ani).count(), 1, "only of that post");
    });
}

#[test]
fn a_decision_about_one_group_of_posts_says_nothing_about_others() {
    let mut r = rencana();
    let mut one = putusan("n", "s", &[], false);
    one.0.kelompok = "eselon_tujuan=IV.a".into();
    r.putusan = vec![putusan("n", "s", &[], true), one];
    let found = Diputus::dari(&r);
    let met = |group: &str| found.tentang("n", "s", group, orang("Ani")).map(|p| p.terpenuhi);
    assert_eq!(met("eselon_tujuan=IV.a"), Some(false), "the last about these posts");
    assert_eq!(met("eselon_tujuan=III.a"), Some(true), "the one about every post");
}

#[test]
fn a_later_decision_about_the_same_replaces_an_earlier_one() {
    let mut r = rencana();
    // siapa · terpenuhi, berurutan
    let told = [(&["Ani", "Gilang"][..], true), (&[][..], true), (&["Ani"][..], false), (&[][..], false)];
    r.putusan = told.iter().map(|(who, met)| putusan("n", "s", who, *met)).collect();
    let standing: Vec<(usize, bool)> =
        berlaku(&r).iter().map(|b| (b.pegawai.len(), b.putusan.terpenuhi)).collect();
    assert_eq!(standing, [(0, false), (1, false), (1, true)], "all; Ani; Gilang of the first");
}

#[test]
fn a_round_goes_from_the_register_to_a_plan_and_its_file() {
    with(entri(), |house| {
        let beku = gather(house, &decided(house)).expect("gathered").beku;
        let hasil = hitung(&beku).expect("a plan");
        // Ani: 60 × 90 + 40 × 100; Dua stays, for moving would gain nothing.
        let seat = beku.kursi_dari(&pos("Kepala Seksi Satu"), 0).expect("a seat");
        assert_eq!(hasil.duduk[seat as usize], beku.calon_dari(orang("Ani")));
        let ani = beku.cari(beku.calon_dari(orang("Ani")).expect("a candidate"), seat).expect("a pair");
        assert_eq!((ani.nilai.clone(), ani.skor), (vec![90, 100], 9_400));
        assert_eq!(beku.sumber(ani.calon, 0), "Predikat kinerja 2025 dan 2024");
        let home = beku.kursi_dari(&pos("Kepala Seksi Dua"), 0).expect("a seat");
        assert_eq!(hasil.duduk[home as usize], beku.calon_dari(orang("Dua")));
        let kept = berkas::simpan(&house.hall, &beku).expect("kept");
        assert_eq!(*berkas::baca::<Beku>(&house.hall, &kept).expect("read"), beku);
        let path = house.hall.node.berkas.path(&kernel::typed::from_hex(&kept).expect("a hash"));
        let other = berkas::simpan(&house.hall, &Beku { rencana: "lain".into(), ..beku }).expect("kept");
        let place = house.hall.node.berkas.path(&kernel::typed::from_hex(&other).expect("a hash"));
        std::fs::copy(path, place).expect("another file in its place");
        let wrong = berkas::baca::<Beku>(&house.hall, &other).expect_err("not what the journal says");
        assert!(matches!(wrong, Problem::Refused("HITUNG-10", _)));
    });
}

#[test]
fn rows_in_another_order_give_the_same_bytes() {
    let files = |entries: Vec<Entry>| {
        let out = std::sync::Mutex::new(Vec::new());
        with(entries, |house| {
            let beku = gather(house, &decided(house)).expect("gathered").beku;
            let plan = hitung(&beku).expect("a plan").tulis();
            out.lock().expect("one at a time").push((beku.tulis(), plan));
        });
        out.into_inner().expect("all done")
    };
    let mut turned = entri();
    turned.reverse();
    let (one, other) = (files(entri()), files(turned));
    assert!(one.windows(2).all(|w| w[0] == w[1]), "both engines alike");
    assert_eq!(one, other);
}

#[test]
fn what_is_missing_is_named() {
    with(entri(), |house| {
        let spoilt = |change: &dyn Fn(&mut Rencana)| {
            let mut r = rencana();
            change(&mut r);
            refused(house, &r)
        };
        assert_eq!(spoilt(&|r| r.kriteria.bobot[0].bobot = 59).0, "HITUNG-01");
        assert_eq!(spoilt(&|r| r.pos.clear()).0, "HITUNG-02");
        assert_eq!(spoilt(&|r| r.pokok.macam = "lain".into()).0, "KUMPUL-01");
        assert_eq!(spoilt(&|r| r.pos.push(r.pos[0].clone())).0, "KUMPUL-03");
        assert_eq!(spoilt(&|r| r.pos[0].pos = "tidak-ada".into()).0, "KUMPUL-04");
        let (code, said) = spoilt(&|r| r.pos[0].pos = pos("Pengolah Data"));
        assert_eq!(code, "KUMPUL-05");
        assert!(said.contains("Pengolah Data"), "{said}");
        assert_eq!(spoilt(&|r| r.pos[0].tempat = 0).0, "KUMPUL-06");
        assert_eq!(spoilt(&|r| r.kriteria.bobot[0].kriteria = "nepotisme".into()).0, "KUMPUL-09");
        let mut r = rencana();
        r.kriteria.bobot[0].kriteria = "kompetensi".into();
        r.kriteria.bobot[1].kriteria = "minat".into();
        r.minat.push(Minat { pegawai: orang("Ani").to_string(), pos: vec![pos("Kepala Seksi Dua")] });
        let found = gather(house, &r).expect("gathered");
        assert_eq!(found.tanpa_sumber, ["kompetensi"]);
        assert_eq!(found.tanpa_profil.len(), 2, "no post has a standard yet");
    });
}

/// Dua heads a section of the same level. With that section in the round it can be filled again; without it the
/// move would only shift the gap.
#[test]
fn nobody_is_moved_sideways_out_of_a_post_the_round_cannot_fill_again() {
    with(entri(), |house| {
        let mut r = decided(house);
        let with_both = gather(house, &r).expect("gathered").beku;
        let dua = with_both.calon_dari(orang("Dua")).expect("a holder");
        assert_eq!(with_both.pasangan.iter().filter(|p| p.calon == dua).count(), 2, "own seat and the other");
        r.pos.retain(|p| p.pos == pos("Kepala Seksi Satu"));
        let alone = gather(house, &r).expect("gathered").beku;
        assert_eq!(alone.calon_dari(orang("Dua")), None);
        let why = alone.dikecualikan.iter().find(|d| d.pegawai == orang("Dua")).expect("said");
        assert!(why.bunyi.contains("memindahkan kekosongan"), "{}", why.bunyi);
        assert!(alone.calon_dari(orang("Ani")).is_some(), "who rises from below leaves no head's post");
    });
}
