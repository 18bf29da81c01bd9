//! Enacting: the register before and after, a second press, and what takes all of it back.

use super::kecil::{OWNER, beku, on_both, pelaku, person, pos, rencana, sk, surat};
use crate::isi::Isi;
use crate::rule::Tahap;
use crate::store::satu;
use crate::tetapkan::tetapkan;
use host::record::Draft;
use host::{Hall, Problem};
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{Act, AsOf, Document, Fact, Field, Kind, Rank, Snapshot, Stamp, Subject, Value};
use std::sync::Arc;
use store::testing::Bench;

fn decided(hall: &Hall) -> String {
    rencana(hall, vec![Isi::Diputus(surat("800/9", hall.today()))])
}

fn enact(hall: &Hall, id: &str, nomor: &str) -> Result<Stamp, Problem> {
    tetapkan(hall, &pelaku(), id, &sk(hall, nomor), |_| {
        let (beku, akhir) = beku();
        Ok((Arc::new(beku), akhir))
    })
}

/// Post and unit of the first three people, as of today and known then.
fn held(hall: &Hall, known: Stamp) -> Vec<(String, String)> {
    let of = |n| {
        let (ledger, _) = hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
        let seen = Snapshot::fold(&ledger, AsOf { effective: hall.today(), known });
        (seen.text(Field::PosId).to_owned(), seen.text(Field::UnorId).to_owned())
    };
    (0..3).map(of).collect()
}

fn entries(bench: &Bench) -> u64 {
    let reports = store::verify::verify(&mut bench.connect(), |_| {}).expect("verified");
    for report in &reports {
        assert!(report.trouble.is_none(), "{report:?}");
    }
    reports.iter().map(|r| r.entries).sum()
}

/// Somebody is recorded with something else, as Catat SK does.
fn recorded(hall: &Hall, n: usize, fact: Fact) {
    let (ledger, _) = hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
    let document = Document {
        rank: Rank::Sk,
        jenis: "SK".into(),
        nomor: "820/7".into(),
        tanggal: Some(hall.today()),
        penandatangan: "Gubernur".into(),
        berkas: None,
        baris: None,
        urut: 0,
    };
    hall.record(Draft {
        instansi: OWNER.into(),
        actor: "rudi".into(),
        subject: Subject::Pegawai(person(n)),
        document,
        acts: vec![(Act::Perubahan, fact)],
        alasan: String::new(),
        based_on: ledger.heads().len(),
    })
    .expect("recorded");
}

#[test]
fn a_chain_is_enacted_at_one_moment_and_a_second_press_records_nothing() {
    on_both("penempatan-tetapkan", |house, bench| {
        let hall = &house.hall;
        let id = decided(hall);
        let old = vec![
            (pos(1), "U-B".to_owned()),
            (pos(2), "U-B".to_owned()),
            (store::derive::post_id("U-A", "Analis Kepegawaian Ahli Muda"), "U-A".to_owned()),
        ];
        let new = vec![(pos(0), "U-A".to_owned()), (pos(1), "U-B".to_owned()), (pos(2), "U-B".to_owned())];
        assert_eq!(held(hall, Stamp::MAX), old);
        let before = entries(bench);
        let at = enact(hall, &id, "821/1").expect("enacted");
        assert_eq!(held(hall, Stamp(at.0 - 1)), old);
        assert_eq!(held(hall, at), new);
        assert_eq!(entries(bench), before + 4);
        let round = hall.with(|conn| satu(conn, &id)).expect("read").expect("there");
        assert_eq!(round.tahap, Tahap::Ditetapkan);
        assert_eq!(enact(hall, &id, "821/1").expect("the same again"), at);
        assert!(matches!(enact(hall, &id, "821/2"), Err(Problem::Refused("PNP-71", _))));
        assert_eq!(entries(bench), before + 4);
        let world = hall.present().expect("a world");
        let ani = world.register.find(person(0)).expect("known");
        assert_eq!(world.register.names.text(world.register.jabatan[ani]), "Kepala Bidang Satu");
    });
}

#[test]
fn the_register_knows_kind_level_and_eselon_of_the_new_post_and_finds_nothing_new() {
    on_both("penempatan-buku-induk", |house, _| {
        let hall = &house.hall;
        let before = hall.present().expect("a world");
        enact(hall, &decided(hall), "821/1").expect("enacted");
        let after = hall.present().expect("a world");
        let (old, new) = (&before.register, &after.register);
        for (n, (jenjang, eselon)) in [
            (Jenjang::Administrator, "III.a"),
            (Jenjang::Administrator, "III.a"),
            (Jenjang::Pengawas, "IV.a"),
        ]
        .into_iter()
        .enumerate()
        {
            let was = old.find(person(n)).expect("known");
            let i = new.find(person(n)).expect("known");
            assert_eq!((new.jenis[i], new.jenjang[i]), (Some(JenisJabatan::Struktural), jenjang), "{n}");
            assert_eq!(new.names.text(new.eselon[i]), eselon, "{n}");
            assert!(new.limit[i].is_some() || new.lahir[i].is_none(), "{n}: when service ends is known");
            let more = new.codes[i].0 & !old.codes[was].0;
            assert_eq!(more, 0, "{n}: {more:b}");
        }
    });
}

/// Name, who, what is recorded about them meanwhile, words of the refusal.
type Kasus = (&'static str, usize, fn(&Hall) -> Fact, &'static str);

#[test]
fn what_moved_since_takes_all_of_it_back_and_is_named() {
    let cases: [Kasus; 4] = [
        (
            "pensiun",
            1,
            |hall| {
                let gone =
                    [(Field::KedudukanId, Value::text("99")), (Field::Kedudukan, Value::text("Pensiun"))];
                Fact::new(Kind::Status, Some(hall.today()), gone)
            },
            "Budi tidak lagi aktif",
        ),
        (
            "terisi",
            3,
            |hall| {
                let held = [
                    (Field::JabatanNama, Value::text("Kepala Bidang Satu")),
                    (Field::JenisJabatanId, Value::text("1")),
                    (Field::PosId, Value::text(&pos(0))),
                ];
                Fact::new(Kind::Jabatan, Some(hall.today()), held)
            },
            "Pos Kepala Bidang Satu sudah diisi Dedi",
        ),
        (
            "pindah",
            0,
            |hall| {
                let held = [(Field::JabatanNama, Value::text("Camat")), (Field::PosId, Value::text("lain"))];
                Fact::new(Kind::Jabatan, Some(hall.today()), held)
            },
            "Jabatan Ani berubah",
        ),
        (
            "luar",
            2,
            |hall| {
                let held = [(Field::JabatanNama, Value::text("Camat")), (Field::PosId, Value::text("lain"))];
                Fact::new(Kind::Jabatan, Some(hall.today()), held)
            },
            "sekarang Camat, dahulu Analis Kepegawaian Ahli Muda",
        ),
    ];
    for (case, who, fact, words) in cases {
        on_both(&format!("penempatan-geser-{case}"), |house, bench| {
            let hall = &house.hall;
            let id = decided(hall);
            recorded(hall, who, fact(hall));
            let before = entries(bench);
            let refused = enact(hall, &id, "821/1").expect_err("refused");
            assert!(matches!(&refused, Problem::Refused("PNP-72", s) if s.contains(words)), "{refused:?}");
            assert_eq!(entries(bench), before, "nobody may be half moved");
        });
    }
}

#[test]
fn only_a_decided_round_is_enacted() {
    on_both("penempatan-belum-putus", |house, bench| {
        let id = rencana(&house.hall, vec![Isi::Rapat(surat("1", house.hall.today()))]);
        let before = entries(bench);
        assert!(matches!(enact(&house.hall, &id, "821/1"), Err(Problem::Refused("PNP-70", _))));
        assert_eq!(entries(bench), before);
    });
}
