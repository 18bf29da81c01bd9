//! A register brought up to date is the register put together anew.

use kernel::check::{Codes, Status};
use kernel::register::{Line, Pokok, Register};
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{AsOf, Code, Date, PegawaiId};
use proptest::prelude::*;

fn id(n: u8) -> PegawaiId {
    PegawaiId([n; 16])
}

fn pokok() -> impl Strategy<Value = Pokok> {
    let day = || prop::option::of((0..20_000_i32).prop_map(Date::from_days));
    let jenjang = prop::sample::select(vec![Jenjang::None, Jenjang::Pengawas, Jenjang::AhliMuda]);
    let eselon = prop::sample::select(vec!["", "II.b", "IV.a"]);
    ((day(), day(), day(), day()), jenjang, eselon, 0_u8..50, 1980_i16..2020, 0_u8..4).prop_map(
        |((lahir, kerja_sejak, tmt_jabatan, selesai), jenjang, eselon, pendidikan, lulus, tingkat)| Pokok {
            lahir,
            kerja_sejak,
            tmt_jabatan,
            jenjang,
            eselon: eselon.into(),
            pendidikan,
            lulus,
            latihan: (tingkat, selesai),
        },
    )
}

fn line() -> impl Strategy<Value = Line> {
    let name =
        prop::sample::select(vec!["Siti", "Ratih Ayu", "Agus", "Bé Ning", "agus", "Zubaidah binti Umar", ""]);
    let post = prop::sample::select(vec!["", "P1", "P2", "P3"]);
    let unit = prop::sample::select(vec!["", "U1", "U2"]);
    let unit_name = prop::sample::select(vec!["BKD", "Badan Kepegawaian", ""]);
    let kinds =
        prop::sample::select(vec![None, Some(JenisJabatan::Struktural), Some(JenisJabatan::Pelaksana)]);
    let nik = prop::option::of(1_u64..4);
    let finding = prop::bool::ANY;
    (0_u8..20, name, post, (unit, unit_name), kinds, nik, (any::<bool>(), finding), (0_u8..4, pokok()))
        .prop_map(|(n, nama, pos, (unor, unor_nama), jenis, nik, (active, finding), (golongan, pokok))| {
            let mut codes = Codes::NONE;
            if finding {
                codes.insert(Code::NipLahir);
            }
            Line {
                id: id(n),
                instansi: "A1".into(),
                nip: format!("19850101201001{golongan:04}").into(),
                nama: format!("dr. {nama}").into(),
                bare: nama.into(),
                status: Status::Pns,
                part_time: false,
                active,
                kedudukan: if active { "Aktif".into() } else { "Pensiun".into() },
                golongan,
                tmt_golongan: Date::new(2020, 1, 1 + golongan as i8),
                jenis,
                jabatan: "Kepala".into(),
                pos: pos.into(),
                unor: unor.into(),
                unor_nama: unor_nama.into(),
                sex: "F".into(),
                nik,
                codes,
                predikat: vec![(2025, "B".into())],
                limit: Date::new(2030, 1, 1).map(|day| (day, golongan > 2)),
                pokok,
                penugasan: assignments(golongan),
                dilepas: Vec::new(),
                unduhan: None,
            }
        })
}

/// Every fourth serves a post beside an own one.
fn assignments(golongan: u8) -> Vec<kernel::register::Penugasan> {
    let one = kernel::register::Penugasan {
        jenis: "Plt".into(),
        pos: "P1".into(),
        unor: "U1".into(),
        jabatan: "Kepala".into(),
        since: Date::new(2026, 1, 1),
    };
    if golongan == 1 { vec![one] } else { Vec::new() }
}

/// Everything a page can ask of a register, in words.
fn said(register: &Register) -> Vec<String> {
    let mut said: Vec<String> = (0..register.len())
        .map(|i| {
            format!(
                "{:?} codes {:?} rank {} unit {:?}",
                register.line(i),
                register.codes[i],
                register.rank(i),
                register.unit_name(register.unor[i]),
            )
        })
        .collect();
    said.push(format!("{:?}", register.by_name()));
    said.push(register.haystack().to_owned());
    said.push(register.nips().to_owned());
    said
}

fn distinct(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|l| l.id);
    lines.dedup_by_key(|l| l.id);
    lines
}

proptest! {
    #[test]
    fn revised_is_built_anew(
        before in prop::collection::vec(line(), 0..25),
        after in prop::collection::vec(line(), 0..6),
        gone in prop::option::of(0_u8..20),
    ) {
        let (before, mut after) = (distinct(before), distinct(after));
        let as_of = AsOf::on(Date::new(2026, 11, 22).expect("a day"));
        let register = Register::build(as_of, before.clone());
        let mut changed: Vec<PegawaiId> = after.iter().map(|l| l.id).collect();
        if let Some(gone) = gone {
            // Somebody changed whom the moment no longer knows.
            after.retain(|l| l.id != id(gone));
            changed.push(id(gone));
            changed.sort_unstable();
            changed.dedup();
        }
        let mut expected: Vec<Line> = before.into_iter().filter(|l| !changed.contains(&l.id)).collect();
        expected.extend(after.clone());
        let revised = register.revised(&changed, after);
        prop_assert_eq!(said(&revised), said(&Register::build(as_of, expected)));
    }
}
