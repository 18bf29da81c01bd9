//! Entries as proptest makes them: few kinds, few days, few numbers, so that they collide all the time.

use super::{entry_id, minute};
use kernel::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Kinds of every constraint, each with the fields that are played with.
const FIELDS: [(Kind, &[Field]); 7] = [
    (Kind::Identitas, &[Field::Nama, Field::Email]),
    (Kind::Golongan, &[Field::GolonganNama, Field::MkTahun]),
    (Kind::PerjanjianKerja, &[Field::PerjanjianNomor]),
    (Kind::Jabatan, &[Field::JabatanNama, Field::Eselon]),
    (Kind::UnitKerja, &[Field::UnorId, Field::UnorNama]),
    (Kind::Diklat, &[Field::DiklatNama]),
    (Kind::Kinerja, &[Field::KinerjaTahun, Field::KinerjaPredikat]),
];

/// One of some thirty days of 2024.
pub fn day() -> impl Strategy<Value = Date> {
    (0..30i32).prop_map(|n| Date::new(2024, 1, 1).expect("exists").add_days(n * 10))
}

fn value(field: Field) -> BoxedStrategy<Value> {
    match field.info().ty {
        kernel::kind::Type::Int => (2020..2024i64).prop_map(Value::Int).boxed(),
        _ => prop::sample::select(&["a", "b", "c"][..]).prop_map(Value::text).boxed(),
    }
}

/// A fact of one of the kinds above; now and then without fields or without TMT.
pub fn fact() -> impl Strategy<Value = Fact> {
    prop::sample::select(&FIELDS[..]).prop_flat_map(|(kind, fields)| {
        let values: Vec<_> = fields.iter().map(|f| option::weighted(0.8, value(*f))).collect();
        (option::weighted(0.8, day()), option::weighted(0.3, day()), values).prop_map(
            move |(tmt, until, values)| {
                let stated = fields.iter().zip(values).filter_map(|(f, v)| Some((*f, v?)));
                Fact::new(kind, tmt, stated).until(until)
            },
        )
    })
}

/// A base document of any weight.
pub fn document() -> impl Strategy<Value = Document> {
    let rank = prop::sample::select(&[Rank::Unduhan, Rank::Unduhan, Rank::Rekap, Rank::Surat, Rank::Sk][..]);
    (rank, option::weighted(0.9, day()), 0..3u16, 0..4u32).prop_map(|(rank, tanggal, urut, nomor)| Document {
        rank,
        jenis: "SK".into(),
        nomor: nomor.to_string(),
        tanggal,
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut,
    })
}

/// What an act aims at before the entries have ids: nothing, or the n-th fact of the n-th entry.
type Aim = Option<(bool, prop::sample::Index, u16)>;

/// Up to `most` entries about one person; ids are unique, recording moments sometimes the same. Ralat
/// and pembatalan aim at any entry, themselves and each other included.
pub fn entries(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    let aim = option::weighted(0.3, (any::<bool>(), any::<prop::sample::Index>(), 0..2u16));
    let one = (document(), vec((fact(), aim), 1..3), 0..40i64);
    vec(one, 1..most).prop_map(|drafts| {
        let count = drafts.len();
        drafts.into_iter().enumerate().map(|(n, draft)| assemble(n, count, draft)).collect()
    })
}

fn assemble(n: usize, count: usize, draft: (Document, Vec<(Fact, Aim)>, i64)) -> Entry {
    let (document, facts, recorded) = draft;
    // Ids in an order of their own: neither that of the list nor that of recording.
    let id = |n: usize| entry_id((n as u64 * 7 + 3) % 1009);
    let act = |aim: Aim| match aim {
        None => Act::Perubahan,
        Some((ralat, entry, ordinal)) => {
            let target = FactId { entry: id(entry.index(count)), ordinal };
            if ralat { Act::Ralat(target) } else { Act::Pembatalan(target) }
        }
    };
    Entry {
        id: id(n),
        recorded: minute(recorded),
        actor: "operator".into(),
        subject: Subject::Pegawai(PegawaiId([1; 16])),
        document,
        acts: facts.into_iter().map(|(fact, aim)| (act(aim), fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-z0-9/ ]{1,12}", any::<String>()]
}

fn pairs() -> impl Strategy<Value = Vec<(Box<str>, Box<str>)>> {
    vec((text(), text()).prop_map(|(a, b)| (a.into(), b.into())), 0..4)
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(|s| Value::text(&s)),
        any::<i32>().prop_map(|n| Value::Date(Date::from_days(n))),
        any::<i64>().prop_map(Value::Int),
    ]
}

fn any_fact() -> impl Strategy<Value = Fact> {
    prop::sample::select(Kind::ALL).prop_flat_map(|kind| {
        let values =
            kind.info().fields.iter().map(|f| (Just(*f), option::of(any_value()))).collect::<Vec<_>>();
        let day = || option::of(any::<i32>().prop_map(Date::from_days));
        (values, day(), day()).prop_map(move |(values, tmt, until)| {
            Fact::new(kind, tmt, values.into_iter().filter_map(|(f, v)| Some((f, v?)))).until(until)
        })
    })
}

fn any_act() -> impl Strategy<Value = Act> {
    let target =
        || (any::<[u8; 16]>(), any::<u16>()).prop_map(|(id, ordinal)| FactId { entry: EntryId(id), ordinal });
    prop_oneof![Just(Act::Perubahan), target().prop_map(Act::Ralat), target().prop_map(Act::Pembatalan)]
}

fn any_row() -> impl Strategy<Value = SourceRow> {
    (any::<u16>(), vec(text(), 0..70), pairs()).prop_map(|(layout, texts, extra)| {
        let mut cells = Cells::default();
        texts.iter().for_each(|cell| cells.push(cell));
        SourceRow { layout, cells, extra }
    })
}

fn any_subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        any::<[u8; 16]>().prop_map(|id| Subject::Pegawai(PegawaiId(id))),
        text().prop_map(Subject::Unor),
        text().prop_map(Subject::Pos),
        Just(Subject::Instansi),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let rank = (0..4u8).prop_map(|n| Rank::from_code(n).expect("known"));
    let day = option::of(any::<i32>().prop_map(Date::from_days));
    let file = (option::of(any::<[u8; 32]>()), option::of(any::<u32>()), any::<u16>());
    (rank, text(), text(), day, text(), file).prop_map(
        |(rank, jenis, nomor, tanggal, penandatangan, file)| {
            let (berkas, baris, urut) = file;
            Document { rank, jenis, nomor, tanggal, penandatangan, berkas, baris, urut }
        },
    )
}

/// Any entry that can be written at all, for the codec.
pub fn any_entry() -> impl Strategy<Value = Entry> {
    let head = (any::<[u8; 16]>(), any::<i64>(), text(), any_subject(), any_document());
    let body = (vec((any_act(), any_fact()), 0..4), option::of(any_row()), pairs());
    (head, body).prop_map(|((id, recorded, actor, subject, document), (acts, row, notes))| Entry {
        id: EntryId(id),
        recorded: Stamp(recorded),
        actor,
        subject,
        document,
        acts,
        row,
        notes,
    })
}
