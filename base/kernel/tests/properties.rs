//! Laws of the ledger, the snapshot and the frozen bytes. Every law is stated once, over entries that
//! proptest makes; each case is small, so a failure reads like a story.

mod common;

use common::generate::{any_entry, day, entries};
use common::{document, entry, entry_id, fact, minute, tables};
use kernel::check::{self, Context};
use kernel::codec::{
    document_bytes, entry_bytes, read_document_bytes, read_entry, read_source_row, read_values, values_bytes,
};
use kernel::*;
use proptest::prelude::*;

/// All a snapshot answers, without places in the ledger: what two ledgers must agree on.
fn view(snapshot: &Snapshot<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in Kind::ALL {
        for field in kind.info().fields {
            if let Some(stated) = snapshot.get(*field) {
                let (id, document) = (stated.row.id, stated.document);
                lines.push(format!("{field:?} {:?} {id:?} {document:?} {:?}", stated.value, stated.recorded));
            }
        }
        if let Some(row) = snapshot.state(*kind) {
            lines.push(format!("{kind:?} {:?} {:?}", row.id, row.fact));
        }
        for row in snapshot.several(*kind) {
            lines.push(format!("{kind:?} + {:?} {:?}", row.id, row.fact));
        }
    }
    lines
}

/// What is stated, without who said so.
fn values(snapshot: &Snapshot<'_>) -> Vec<String> {
    let fields = Kind::ALL.iter().flat_map(|kind| kind.info().fields);
    let mut lines: Vec<String> =
        fields.filter_map(|field| Some(format!("{field:?} {:?}", snapshot.value(*field)?))).collect();
    for kind in Kind::ALL {
        lines.extend(snapshot.several(*kind).map(|row| format!("{:?}", row.fact)));
    }
    lines
}

fn seen(entries: &[Entry], effective: Date, known: Stamp) -> Vec<String> {
    view(&Snapshot::fold(&Ledger::from_entries(entries), AsOf { effective, known }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// An answer for a past moment of knowing never changes, whatever is recorded later.
    #[test]
    fn a_past_answer_never_changes(all in entries(12), effective in day(), known in -1..41i64) {
        let known = minute(known);
        let then: Vec<Entry> = all.iter().filter(|e| e.recorded <= known).cloned().collect();
        prop_assert_eq!(seen(&all, effective, known), seen(&then, effective, known));
        prop_assert_eq!(seen(&then, effective, known), seen(&then, effective, Stamp::MAX));
    }

    /// In whatever order entries arrive, the ledger and every snapshot are the same.
    #[test]
    fn order_of_arrival_does_not_matter(
        (all, shuffled) in entries(12).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        effective in day(),
        known in 0..41i64,
    ) {
        prop_assert_eq!(Ledger::from_entries(&all), Ledger::from_entries(&shuffled));
        prop_assert_eq!(seen(&all, effective, minute(known)), seen(&shuffled, effective, minute(known)));
    }

    /// Between documents of one weight the later TMT holds, whichever was recorded first.
    #[test]
    fn order_of_tmt_does_matter(early in day(), later in 1..400i32, recorded_first in any::<bool>()) {
        let late = early.add_days(later);
        let golongan = |tmt: Date, nama: &str| {
            let fact = Fact::new(Kind::Golongan, Some(tmt), [(Field::GolonganNama, Value::text(nama))]);
            vec![(Act::Perubahan, fact)]
        };
        let (a, b) = if recorded_first { (1, 2) } else { (2, 1) };
        let all = [
            entry(a, document(Rank::Sk, "1", "01-01-2024"), golongan(early, "III/a")),
            entry(b, document(Rank::Sk, "2", "01-01-2024"), golongan(late, "III/b")),
        ];
        let ledger = Ledger::from_entries(&all);
        let on = |effective: Date| Snapshot::fold(&ledger, AsOf::on(effective)).text(Field::GolonganNama);
        prop_assert_eq!(on(late), "III/b");
        prop_assert_eq!(on(late.add_days(-1)), "III/a");
        prop_assert_eq!(on(early.add_days(-1)), "");
    }

    /// The same correction recorded twice states what it states once; so does the same annulment.
    #[test]
    fn correcting_twice_is_correcting_once(
        all in entries(8),
        at in any::<prop::sample::Index>(),
        annul in any::<bool>(),
        effective in day(),
    ) {
        let target = at.get(&all);
        let id = FactId { entry: target.id, ordinal: 0 };
        let (_, wrong) = &target.acts[0];
        let right = Fact::new(wrong.kind, wrong.tmt, wrong.values.iter().map(|(f, _)| (*f, Value::text("benar"))));
        let act = if annul { Act::Pembatalan(id) } else { Act::Ralat(id) };
        let correction = |n| entry(n, document(Rank::Sk, "R", "01-06-2024"), vec![(act, right.clone())]);
        // After everything else, so that both corrections are the last word.
        let once: Vec<Entry> = all.iter().cloned().chain([correction(2000)]).collect();
        let twice: Vec<Entry> = once.iter().cloned().chain([correction(2001)]).collect();
        let (once, twice) = (Ledger::from_entries(&once), Ledger::from_entries(&twice));
        let of = |ledger: &Ledger| values(&Snapshot::fold(ledger, AsOf::on(effective)));
        prop_assert_eq!(of(&once), of(&twice));
    }

    /// Nothing the generator can write makes a snapshot or a check fail, circles of ralat included,
    /// and every code can be explained.
    #[test]
    fn no_ledger_is_too_odd(all in entries(12), effective in day(), known in 0..41i64) {
        let tables = tables();
        let context = Context { has_skp: true, ..Context::default() };
        let ledger = Ledger::from_entries(&all);
        let snapshot = Snapshot::fold(&ledger, AsOf { effective, known: minute(known) });
        let codes = check::person(&snapshot, &tables, &context);
        for code in Code::ALL {
            let finding = check::explain(*code, &snapshot, &tables, &context);
            prop_assert!(!finding.message.is_empty());
            if codes.contains(*code) {
                prop_assert!(check::applies(*code, &snapshot, &tables, &context));
                prop_assert!(finding.field.is_some() && !finding.suggestion.is_empty());
            }
        }
    }

    /// What is written reads back the same, and the same is written the same.
    #[test]
    fn bytes_round_trip(entry in any_entry()) {
        let bytes = entry_bytes(&entry);
        prop_assert_eq!(&read_entry(&bytes).expect("reads back"), &entry);
        prop_assert_eq!(&entry_bytes(&entry.clone()), &bytes);
        prop_assert_eq!(read_source_row(&bytes).expect("reads back"), entry.row);
        prop_assert_eq!(&read_document_bytes(&document_bytes(&entry.document)).expect("reads back"), &entry.document);
        for (_, fact) in &entry.acts {
            prop_assert_eq!(&read_values(&values_bytes(fact)).expect("reads back"), &fact.values);
        }
    }

    /// Cut anywhere, bytes are refused; changed anywhere, they are refused or read as something.
    #[test]
    fn damaged_bytes_never_panic(entry in any_entry(), at in any::<prop::sample::Index>(), new in any::<u8>()) {
        let mut bytes = entry_bytes(&entry);
        let at = at.index(bytes.len());
        prop_assert!(read_entry(&bytes[..at]).is_err());
        bytes[at] = new;
        if let Ok(read) = read_entry(&bytes) {
            // Whatever was read can be written, folded and printed.
            let _ = entry_bytes(&read);
            let ledger = Ledger::from_entries([&read]);
            let _ = view(&Snapshot::fold(&ledger, AsOf::on(Date::from_days(20_000))));
        }
        let _ = read_source_row(&bytes);
        bytes.push(0);
        prop_assert!(read_entry(&bytes).is_err());
    }

    /// No bytes at all make reading panic.
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (read_entry(&bytes), read_source_row(&bytes), read_values(&bytes), read_document_bytes(&bytes));
    }

    /// Folding text is done once: folding again changes nothing, and no capital or punctuation stays.
    #[test]
    fn folding_text_twice_is_folding_once(text in any::<String>()) {
        let folded = kernel::search::fold_text(&text);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        prop_assert_eq!(&kernel::search::fold_text(&folded), &folded);
    }
}

/// 256 unless PROPTEST_CASES says otherwise.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(256)
}

// Stories with fixed people, one law each.

fn golongan(tmt: &str, nama: &str) -> Fact {
    fact(Kind::Golongan, tmt, &[(Field::GolonganNama, nama)])
}

fn named(entries: &[Entry], effective: &str, known: Stamp) -> String {
    let ledger = Ledger::from_entries(entries);
    let effective = common::date(effective);
    Snapshot::fold(&ledger, AsOf { effective, known }).text(Field::GolonganNama).to_owned()
}

fn first(n: u64) -> FactId {
    FactId { entry: entry_id(n), ordinal: 0 }
}

#[test]
fn annulled_today_still_stands_for_yesterday() {
    let all = [
        entry(
            1,
            document(Rank::Sk, "1", "01-03-2020"),
            vec![(Act::Perubahan, golongan("01-04-2020", "III/c"))],
        ),
        entry(5, document(Rank::Sk, "2", "01-05-2024"), vec![(Act::Pembatalan(first(1)), golongan("", ""))]),
    ];
    assert_eq!(named(&all, "01-01-2025", minute(4)), "III/c");
    assert_eq!(named(&all, "01-01-2025", minute(5)), "");
}

#[test]
fn a_ralat_of_a_ralat_and_its_annulment() {
    let sk = |n: u64, act: Act, nama: &str| {
        entry(n, document(Rank::Sk, &n.to_string(), "01-03-2020"), vec![(act, golongan("01-04-2020", nama))])
    };
    let all = [
        sk(1, Act::Perubahan, "III/a"),
        sk(2, Act::Ralat(first(1)), "III/b"),
        sk(3, Act::Ralat(first(2)), "III/c"),
        sk(4, Act::Pembatalan(first(3)), ""),
        sk(5, Act::Pembatalan(first(2)), ""),
        sk(6, Act::Pembatalan(first(5)), ""),
    ];
    for (known, nama) in [(1, "III/a"), (2, "III/b"), (3, "III/c"), (4, "III/b"), (5, "III/a"), (6, "III/b")]
    {
        assert_eq!(named(&all, "01-01-2025", minute(known)), nama, "diketahui menit ke-{known}");
    }
}

#[test]
fn a_ralat_moves_the_day_too() {
    let all = [
        entry(
            1,
            document(Rank::Sk, "1", "01-03-2020"),
            vec![(Act::Perubahan, golongan("01-04-2020", "III/c"))],
        ),
        entry(
            2,
            document(Rank::Sk, "1R", "01-05-2020"),
            vec![(Act::Ralat(first(1)), golongan("01-10-2020", "III/c"))],
        ),
    ];
    assert_eq!(named(&all, "01-05-2020", minute(1)), "III/c");
    assert_eq!(named(&all, "01-05-2020", minute(2)), "");
    assert_eq!(named(&all, "01-10-2020", minute(2)), "III/c");
}

#[test]
fn a_ralat_of_another_kind_blanks_nothing() {
    let jabatan = fact(Kind::Jabatan, "01-04-2020", &[(Field::JabatanNama, "Camat")]);
    let all = [
        entry(
            1,
            document(Rank::Sk, "1", "01-03-2020"),
            vec![(Act::Perubahan, golongan("01-04-2020", "III/c"))],
        ),
        entry(2, document(Rank::Sk, "2", "01-05-2020"), vec![(Act::Ralat(first(1)), jabatan)]),
    ];
    assert_eq!(named(&all, "01-01-2025", Stamp::MAX), "III/c");
}

#[test]
fn circles_of_ralat_stand_for_nothing() {
    let sk = |n: u64, target: u64| {
        let fact = golongan("01-04-2020", "III/d");
        entry(n, document(Rank::Sk, "1", "01-03-2020"), vec![(Act::Ralat(first(target)), fact)])
    };
    let all = [sk(1, 2), sk(2, 1), sk(3, 3)];
    assert_eq!(named(&all, "01-01-2025", Stamp::MAX), "");
}

#[test]
fn an_sk_supersedes_a_download() {
    let download = |n: u64, tanggal: &str, tmt: &str, nama: &str| {
        entry(n, document(Rank::Unduhan, "", tanggal), vec![(Act::Perubahan, golongan(tmt, nama))])
    };
    let sk = entry(
        2,
        document(Rank::Sk, "7", "01-03-2020"),
        vec![(Act::Perubahan, golongan("01-04-2020", "III/c"))],
    );
    // Same TMT: the SK, although the download came later.
    let all = [sk.clone(), download(9, "01-11-2026", "01-04-2020", "III/b")];
    assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "III/c");
    // An older state or no TMT at all: still the SK.
    for tmt in ["01-04-2016", ""] {
        let all = [sk.clone(), download(9, "01-11-2026", tmt, "III/b")];
        assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "III/c", "{tmt}");
    }
    // A newer state: the download, until its SK comes.
    let all = [sk, download(9, "01-11-2026", "01-04-2024", "III/d")];
    assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "III/d");
    assert_eq!(named(&all, "01-01-2024", Stamp::MAX), "III/c");
}

#[test]
fn a_newer_download_replaces_an_older_one() {
    let download = |n: u64, tanggal: &str, tmt: &str, nama: &str| {
        entry(n, document(Rank::Unduhan, "", tanggal), vec![(Act::Perubahan, golongan(tmt, nama))])
    };
    // The newer names an older TMT: BKN corrected itself. Recording order does not count.
    let all =
        [download(9, "01-10-2026", "01-04-2024", "III/d"), download(1, "01-11-2026", "01-04-2020", "III/c")];
    assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "III/c");
    // Of one day the later recorded.
    let all =
        [download(1, "01-11-2026", "01-04-2020", "III/c"), download(2, "01-11-2026", "01-04-2020", "III/d")];
    assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "III/d");
    // A newer download that knows nothing of it takes it away.
    let empty = entry(
        3,
        document(Rank::Unduhan, "", "02-11-2026"),
        vec![(Act::Perubahan, fact(Kind::Golongan, "", &[]))],
    );
    let all = [download(1, "01-11-2026", "01-04-2020", "III/c"), empty];
    assert_eq!(named(&all, "01-12-2026", Stamp::MAX), "");
}

#[test]
fn several_on_one_day_go_by_their_number() {
    let sk = |n: u64, urut: u16, nama: &str| {
        let document = Document { urut, ..document(Rank::Sk, &n.to_string(), "01-03-2020") };
        entry(n, document, vec![(Act::Perubahan, golongan("01-04-2020", nama))])
    };
    for (a, b) in [(1, 2), (2, 1)] {
        assert_eq!(named(&[sk(a, 1, "III/a"), sk(b, 2, "III/b")], "01-04-2020", Stamp::MAX), "III/b");
    }
}

#[test]
fn a_state_with_a_tmt_and_nothing_else_is_known() {
    let all = [entry(
        1,
        document(Rank::Unduhan, "", "01-11-2026"),
        vec![(Act::Perubahan, fact(Kind::Pns, "01-02-2011", &[]))],
    )];
    let ledger = Ledger::from_entries(&all);
    let snapshot = Snapshot::fold(&ledger, AsOf::on(common::date("01-12-2026")));
    assert_eq!(snapshot.state(Kind::Pns).and_then(|row| row.fact.tmt), Date::parse("01-02-2011"));
    assert_eq!(snapshot.tmt(Field::PnsSkNomor), None);
}
