//! The list against a slow and simple one, over random registers and filters.

mod common;

use common::{lines, register, today};
use kepegawaian::rule::filter::months_later;
use kepegawaian::rule::filter::{
    Batas, Filter, Kapan, Keadaan, Order, Rentang, StatusPilihan, Tanpa, Temuan,
};
use kepegawaian::rule::listing::views;
use kepegawaian::rule::{Bits, Listing, Previous, Scope, everyone, select};
use kernel::register::Line;
use kernel::search::fold_text;
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{Date, PegawaiId, Register};
use proptest::prelude::*;
use std::collections::HashSet;

/// Who may be seen: an instansi.
fn visible(register: &Register, owner: &str) -> Bits {
    Bits::of(register.len(), sees(register, owner))
}

fn sees(register: &Register, owner: &str) -> impl Fn(usize) -> bool + use<> {
    let number = register.names.find(owner);
    let owners: Vec<u32> = register.instansi.clone();
    move |i| Some(owners[i]) == number
}

fn matches(line: &Line, f: &Filter, units: Option<&HashSet<String>>) -> bool {
    let name = fold_text(&line.bare);
    let digits = f.q.chars().filter(char::is_ascii_digit).count();
    let named = if digits >= 3 {
        line.nip.contains(&f.q)
    } else {
        fold_text(&f.q).split(' ').all(|w| name.contains(w))
    };
    named
        && f.status.is_none_or(|s| s.admits(line.status, line.part_time))
        && f.golongan.is_none_or(|(a, b)| a <= line.golongan && line.golongan <= b)
        && f.jenis.is_none_or(|j| line.jenis == Some(j))
        && match &f.keadaan {
            Keadaan::Aktif => line.active,
            Keadaan::TidakAktif => !line.active,
            Keadaan::Semua => true,
            Keadaan::Kedudukan(words) => *line.kedudukan == **words,
        }
        && (f.instansi.is_empty() || *line.instansi == *f.instansi)
        && units.is_none_or(|units| units.contains(&*line.unor))
        && (f.pos.is_empty() || *line.pos == *f.pos)
        && f.tanpa.is_none_or(|tanpa| lacks(line, tanpa))
        && f.sex.is_none_or(|sex| line.sex.as_bytes() == [sex])
        && f.pendidikan.is_none_or(|level| line.pokok.pendidikan == level)
        && f.jenjang.is_none_or(|jenjang| line.pokok.jenjang == jenjang)
        && f.umur.is_none_or(|years| lasts(line.pokok.lahir, years))
        && f.masa_kerja.is_none_or(|years| lasts(line.pokok.kerja_sejak, years))
        && match f.temuan {
            None => true,
            Some(Temuan::Ada) => !line.codes.is_empty(),
            Some(Temuan::Kode(code)) => line.codes.contains(code),
        }
        && f.batas.is_none_or(|b| {
            line.limit.is_some_and(|(day, contract)| {
                contract == b.kontrak
                    && match b.kapan {
                        Kapan::Bulan(months) => today() <= day && day <= months_later(today(), months),
                        Kapan::Hari(wanted) => day == wanted,
                    }
            })
        })
}

fn lacks(line: &Line, tanpa: Tanpa) -> bool {
    match tanpa {
        Tanpa::Unit => true,
        Tanpa::Pos => line.pos.is_empty(),
        Tanpa::Golongan => line.golongan == 0,
        Tanpa::JenisJabatan => line.jenis.is_none(),
        Tanpa::Jenjang => line.pokok.jenjang == Jenjang::None,
        Tanpa::Pendidikan => line.pokok.pendidikan == 0,
        Tanpa::Lahir => line.pokok.lahir.is_none(),
        Tanpa::JenisKelamin => line.sex.is_empty(),
        Tanpa::MasaKerja => line.pokok.kerja_sejak.is_none(),
    }
}

/// Birthdays counted one by one.
fn lasts(since: Option<Date>, years: Rentang) -> bool {
    let Some(since) = since else { return false };
    let full = (1..200).take_while(|n| since.add_years(*n) <= today()).count();
    usize::from(years.low) <= full && years.high.is_none_or(|high| full <= usize::from(high))
}

/// Everybody who matches, sorted the plain way.
fn reference(lines: &[Line], f: &Filter, owner: &str, units: Option<&HashSet<String>>) -> Vec<PegawaiId> {
    let mut kept: Vec<&Line> =
        lines.iter().filter(|l| *l.instansi == *owner && matches(l, f, units)).collect();
    kept.sort_by_key(|l| (fold_text(&l.bare), l.id));
    match f.order {
        Order::Nama => {}
        Order::Golongan => kept.sort_by_key(|l| (l.golongan == 0, l.golongan, l.tmt_golongan)),
        // Those still to come from the nearest; then those passed, the latest first; none last.
        Order::Batas => kept.sort_by_key(|l| match l.limit.map(|d| d.0) {
            Some(day) if day >= today() => (0, day.days()),
            Some(day) => (1, -day.days()),
            None => (2, 0),
        }),
    }
    if f.descending {
        kept.reverse();
    }
    kept.iter().map(|l| l.id).collect()
}

fn filters() -> impl Strategy<Value = Filter> {
    let q =
        prop::sample::select(&["", "", "", "siti", "sa ri", "nuraini", "th", "maruf wi", "1985", "zz"][..]);
    let status = prop::option::weighted(0.3, prop::sample::select(StatusPilihan::ALL.map(|s| s.0).to_vec()));
    let golongan =
        prop::option::weighted(0.3, prop::sample::select(vec![(109, 112), (1, 17), (101, 101), (117, 117)]));
    let jenis = prop::option::weighted(0.3, Just(JenisJabatan::Fungsional));
    let keadaan = prop::sample::select(vec![
        Keadaan::Aktif,
        Keadaan::TidakAktif,
        Keadaan::Semua,
        Keadaan::Kedudukan("Tugas Belajar".into()),
        Keadaan::Kedudukan("Tidak Ada".into()),
    ]);
    let temuan = prop::option::weighted(
        0.2,
        prop::sample::select(vec![Temuan::Ada, Temuan::Kode(kernel::Code::NipLahir)]),
    );
    let batas = prop::option::weighted(
        0.2,
        (any::<bool>(), 1..120u8)
            .prop_map(|(kontrak, months)| Batas { kontrak, kapan: Kapan::Bulan(months) }),
    );
    let order = prop::sample::select(vec![Order::Nama, Order::Golongan, Order::Batas]);
    let unit = prop::sample::select(&["", "", "", "atas"][..]);
    let instansi = prop::sample::select(&["", "", "A1", "B2"][..]);
    let lacks = prop::sample::select(
        Tanpa::ALL.map(|t| t.0).into_iter().filter(|t| *t != Tanpa::Unit).collect::<Vec<_>>(),
    );
    let range = || {
        let ranges = [(20, Some(24)), (5, Some(9)), (30, None), (0, Some(60))];
        let ranges = ranges.map(|(low, high)| Rentang { low, high }).to_vec();
        prop::option::weighted(0.15, prop::sample::select(ranges))
    };
    let pokok = (
        prop::option::weighted(0.1, Just(b'F')),
        prop::option::weighted(0.1, Just(40_u8)),
        prop::option::weighted(0.1, Just(Jenjang::AhliMuda)),
        range(),
        range(),
    );
    let lacking = (prop::option::weighted(0.1, 0..20u64), prop::option::weighted(0.2, lacks));
    (
        (q, status, golongan, jenis, keadaan),
        (temuan, batas, order, unit, instansi),
        any::<bool>(),
        1..40usize,
        lacking,
        pokok,
    )
        .prop_map(
            |(
                (q, status, golongan, jenis, keadaan),
                (temuan, batas, order, unit, instansi),
                descending,
                size,
                (pos, tanpa),
                (sex, pendidikan, jenjang, umur, masa_kerja),
            )| Filter {
                q: q.into(),
                status,
                golongan,
                jenis,
                keadaan,
                instansi: instansi.into(),
                unit: unit.into(),
                pos: pos.map(|n| format!("pos {n}")).unwrap_or_default(),
                langsung: false,
                sex,
                pendidikan,
                jenjang,
                umur,
                masa_kerja,
                tanpa,
                temuan,
                batas,
                order,
                descending,
                size,
                columns: kepegawaian::rule::KolomPilihan::default(),
                after: None,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn pages_cover_everybody_exactly_once(f in filters(), seed in 1..1000u64, count in 0..400u64) {
        let lines = lines(count, seed);
        let register = register(&lines);
        let listing = Listing::new(&register);
        let named: HashSet<String> = (0..450).map(|n| format!("U{n}")).collect();
        let within: HashSet<u32> = named.iter().filter_map(|n| register.names.find(n)).collect();
        let by_unit = !f.unit.is_empty();
        let expected = reference(&lines, &f, "A1", by_unit.then_some(&named));
        let units = by_unit.then_some(&within);
        let page = |after| select(&register, &listing, &Filter { after, ..f.clone() }, units, today(), &visible(&register, "A1"));

        let (mut seen, mut after, mut cursors) = (Vec::new(), None, vec![None]);
        loop {
            let found = page(after);
            prop_assert_eq!(found.total, expected.len());
            prop_assert_eq!(found.before, seen.len());
            match cursors.len() {
                1 => prop_assert_eq!(found.previous, Previous::None),
                2 => prop_assert_eq!(found.previous, Previous::First),
                n => prop_assert_eq!(found.previous, Previous::After(cursors[n - 2].expect("not the first"))),
            }
            seen.extend(found.rows.iter().map(|&i| register.id[i]));
            prop_assert!(found.rows.len() <= f.size);
            let Some(next) = found.next else { break };
            after = Some(next);
            cursors.push(after);
        }
        prop_assert_eq!(&seen, &expected);
        let all = everyone(&register, &listing, &f, units, today(), &visible(&register, "A1"));
        prop_assert_eq!(all.map(|i| register.id[i]).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_cursor_that_is_gone_begins_anew_and_one_outside_the_filter_still_has_a_place() {
    let register = register(&lines(200, 7));
    let listing = Listing::new(&register);
    let everybody = Bits::of(register.len(), |_| true);
    let ask = |after| {
        select(
            &register,
            &listing,
            &Filter { after, size: 5, order: Order::Nama, ..Filter::default() },
            None,
            today(),
            &everybody,
        )
    };
    assert_eq!(ask(Some(PegawaiId([9; 16]))), ask(None));
    let inactive = register
        .by_name()
        .iter()
        .map(|i| *i as usize)
        .find(|&i| !register.active[i] && register.rank(i) > 20);
    let i = inactive.expect("somebody does not work");
    let found = ask(Some(register.id[i]));
    assert!(found.rows.iter().all(|&r| register.rank(r) > register.rank(i)));
    assert!(found.previous != Previous::None && found.before > 0);
    let last = *register.by_name().last().expect("somebody") as usize;
    assert_eq!(ask(Some(register.id[last])).rows, ask(None).rows, "behind the last it begins again");
}

#[test]
fn counts_of_saved_views_are_what_the_views_show() {
    let register = register(&lines(3_000, 5));
    let listing = Listing::new(&register);
    let scope = Scope::new(&register, today(), sees(&register, "B2"));
    for ((label, filter), count) in views().into_iter().zip(scope.counts) {
        let found = select(&register, &listing, &filter, None, today(), &visible(&register, "B2"));
        assert_eq!(found.total as u64, count, "{label}");
        assert!(count > 0, "{label}");
    }
}

#[test]
fn names_are_found_as_people_type_them() {
    let mut all = lines(50, 3);
    let nama =
        |l: &mut Line, nama: &str, bare: &str| (l.nama, l.bare, l.active) = (nama.into(), bare.into(), true);
    nama(&mut all[0], "dr. Thérèse Noëlla Pattirane, M.Kes.", "Thérèse Noëlla Pattirane");
    nama(&mut all[1], "Ma’ruf Al Fajri", "Ma’ruf Al Fajri");
    nama(&mut all[2], "Cakra Birawa", "Cakra Birawa");
    nama(&mut all[3], "Wadya Bala", "Wadya Bala");
    all[3].nip = "198503121234567890".into();
    let register = register(&all);
    let listing = Listing::new(&register);
    let count = |q: &str| {
        let filter = Filter { q: q.into(), ..Filter::default() };
        select(&register, &listing, &filter, None, today(), &Bits::of(register.len(), |_| true)).total
    };
    for (q, expected) in [
        ("therese noella", 1),
        ("NOËLLA, M.Kes.", 1),
        ("dr. Thérèse Noëlla Pattirane, M.Kes.", 1),
        ("noella therese", 1),
        ("ma'ruf al", 1),
        ("maruf fajri al", 1),
        ("kra bir", 1),
        // Two names that follow each other are two names.
        ("birawa wadya", 0),
        ("awa\nwad", 0),
        ("cakra birawa x", 0),
        ("19850312 123456 7 890", 1),
        ("1234567890", 1),
        ("!!!", 0),
    ] {
        assert_eq!(count(q), expected, "{q}");
    }
    assert_eq!(count("  "), all.iter().filter(|l| l.active).count());
}

/// Who stands in "Pensiun ≤ 12 bulan" and who in "Melewati BUP": a day decides.
#[test]
fn pension_within_a_year_and_pension_overdue_are_two_views() {
    let day = |d: &str| Date::parse(d).expect("a date");
    let cases = [
        // hari pensiun · temuan melewati BUP · pada "Pensiun ≤ 12 bulan" · pada "Melewati BUP"
        ("2025-06-01", true, 0, 1),
        ("2026-11-21", true, 0, 1),
        ("2026-11-22", true, 1, 1),
        ("2026-12-01", false, 1, 0),
        ("2027-11-22", false, 1, 0),
        ("2027-12-01", false, 0, 0),
    ];
    assert_eq!(today(), day("2026-11-22"));
    for (pension, overdue, soon, late) in cases {
        let mut one = lines(1, 11);
        (one[0].active, one[0].limit) = (true, Some((day(pension), false)));
        one[0].codes = overdue.then_some(kernel::Code::LewatBup).into_iter().collect();
        let register = register(&one);
        let scope = Scope::new(&register, today(), |_| true);
        let count = |label: &str| {
            views().iter().zip(scope.counts).find(|v| v.0.0 == label).map(|v| v.1).expect("a view")
        };
        assert_eq!((count("Pensiun ≤ 12 bulan"), count("Melewati BUP")), (soon, late), "{pension}");
    }
}

#[test]
fn months_end_where_they_end() {
    let day = |y, m, d| Date::new(y, m, d).expect("exists");
    assert_eq!(months_later(day(2026, 8, 31), 6), day(2027, 2, 28));
    assert_eq!(months_later(day(2026, 11, 22), 12), day(2027, 11, 22));
    assert_eq!(months_later(day(2026, 12, 1), 1), day(2027, 1, 1));
}
