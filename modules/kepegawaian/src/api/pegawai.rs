//! `GET /api/v1/pegawai/{id}` and its history: one fold of the ledger at the moment asked about.

use super::nilai::{DOKUMEN, NILAI, day, document, stated, values};
use crate::rule::riwayat::{Baris, Nasib, riwayat};
use host::api::{self, Object, Operation, Param, Schema, Scope, Shape, known, time};
use host::sight::Sight;
use host::{Answer, Ctx, Problem, World, hall};
use kernel::ledger::Row;
use kernel::register::full_name;
use kernel::{Field, Kind, Ledger, PegawaiId, Snapshot};
use serde_json::{Map, Value, json};
use std::sync::Arc;

static BERLAKU: Object = Object {
    name: "Pernyataan",
    parts: &[
        ("nilai", Schema::Map(&Schema::Scalar), "Menurut nama ruas."),
        ("tmt", Schema::Maybe(&Schema::Day), ""),
        ("sampai", Schema::Maybe(&Schema::Day), "Hari pertama yang tidak lagi termasuk."),
        ("dokumen", Schema::Object(&DOKUMEN), ""),
        ("dicatat", Schema::Time, ""),
    ],
};

static PEGAWAI: Object = Object {
    name: "Pegawai",
    parts: &[
        ("id", Schema::Uuid, "Pengenal tetap di register ini."),
        ("nip", Schema::Maybe(&Schema::Text), ""),
        ("nama", Schema::Text, "Dengan gelar."),
        ("instansi", Schema::Text, "ID instansi pemilik."),
        (
            "keadaan",
            Schema::Map(&Schema::Map(&Schema::Object(&NILAI))),
            "Menurut jenis riwayat, lalu nama ruas: nilai yang berlaku beserta dasarnya.",
        ),
        (
            "daftar",
            Schema::Map(&Schema::List(&Schema::Object(&BERLAKU))),
            "Jenis riwayat yang dapat berlaku bersamaan.",
        ),
    ],
};

static RIWAYAT: Object = Object {
    name: "BarisRiwayat",
    parts: &[
        ("id", Schema::Text, "Entri jurnal dan urutan di dalamnya."),
        ("jenis", Schema::Text, "Jenis riwayat."),
        (
            "nasib",
            Schema::Word(&["tercatat", "meralat", "diralat", "dibatalkan", "tanpa_sasaran"]),
            "Apa yang terjadi dengan pernyataan ini.",
        ),
        ("oleh", Schema::Maybe(&Schema::Uuid), "Entri yang diralat, meralat, atau membatalkan."),
        ("berlaku", Schema::Flag, "Berlaku pada tanggal yang ditanyakan."),
        ("nilai", Schema::Map(&Schema::Scalar), "Menurut nama ruas; kosong berarti tidak lagi tercatat."),
        ("tmt", Schema::Maybe(&Schema::Day), ""),
        ("sampai", Schema::Maybe(&Schema::Day), "Hari pertama yang tidak lagi termasuk."),
        ("dokumen", Schema::Object(&DOKUMEN), ""),
        ("dicatat", Schema::Time, ""),
    ],
};

/// One person.
pub static ONE: Operation = Operation {
    name: "pegawai",
    summary: "Seorang pegawai pada satu saat; tiap nilai beserta dokumen dasarnya.",
    scope: Scope::Pegawai,
    params: &[],
    clocks: true,
    answer: Shape::One(&PEGAWAI),
};

/// Every statement about a person.
pub static HISTORY: Operation = Operation {
    name: "riwayatPegawai",
    summary: "Semua pernyataan tentang seorang pegawai, termasuk yang diralat dan dibatalkan.",
    scope: Scope::Pegawai,
    params: &[Param {
        name: "jenis",
        kind: api::Kind::Text(40),
        says: "Satu jenis riwayat, misalnya golongan; tanpa ini semua.",
    }],
    clocks: true,
    answer: Shape::Page(&RIWAYAT),
};

/// Somebody this token reaches.
pub struct Found {
    pub world: Arc<World>,
    pub i: usize,
    pub ledger: Ledger,
    pub sight: Sight,
}

/// Somebody unknown, somebody of another circle, somebody not known yet then and nonsense look alike.
pub fn find(ctx: &Ctx) -> Result<Found, Problem> {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    // Who may see a person follows from where they are now, whatever day is asked about.
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    let ledger = ctx.hall.with(|conn| store::people::ledger(conn, id))?.0;
    if !hall::known(&ledger, ctx.clocks.as_of()) {
        return Err(Problem::NotFound);
    }
    // What has to be opened with a reason stays closed to programs, the own record not excepted.
    let seen = Sight::of(ctx.visitor()?, id, &[]);
    let sight = Sight { numbers: false, family: false, discipline: false, ..seen };
    Ok(Found { world, i, ledger, sight })
}

/// `GET /api/v1/pegawai/{id}`.
pub fn one(ctx: &mut Ctx) -> Answer {
    let found = find(ctx)?;
    let snapshot = Snapshot::fold(&found.ledger, ctx.clocks.as_of());
    let (mut states, mut lists) = (Map::new(), Map::new());
    for kind in Kind::ALL.iter().copied().filter(|k| k.about_pegawai() && found.sight.shows(*k)) {
        let fields = state(&snapshot, kind, found.sight);
        if !fields.is_empty() {
            states.insert(kind.info().name.to_owned(), Value::Object(fields));
        }
        let holding: Vec<Value> = snapshot.several(kind).map(|row| statement(&found, row)).collect();
        if !holding.is_empty() {
            lists.insert(kind.info().name.to_owned(), Value::Array(holding));
        }
    }
    let data = json!({
        "id": found.world.register.id[found.i].to_string(),
        "nip": known(snapshot.text(Field::Nip)),
        "nama": full_name(&snapshot),
        "instansi": found.world.instansi_of(found.i),
        "keadaan": states,
        "daftar": lists,
    });
    api::one(ctx, data)
}

fn state(snapshot: &Snapshot<'_>, kind: Kind, sight: Sight) -> Map<String, Value> {
    let said = kind.info().fields.iter().filter_map(|&field| {
        let s = snapshot.get(field)?;
        let value = stated((field, s.value), s.row.fact.tmt, s.document, s.recorded, sight);
        Some((field.info().name.to_owned(), value))
    });
    said.collect()
}

fn statement(found: &Found, row: &Row) -> Value {
    let head = found.ledger.head(row);
    json!({
        "nilai": values(&row.fact, found.sight), "tmt": day(row.fact.tmt), "sampai": day(row.fact.until),
        "dokumen": document(&head.document), "dicatat": time(head.recorded),
    })
}

/// `GET /api/v1/pegawai/{id}/riwayat`.
pub fn history(ctx: &mut Ctx) -> Answer {
    let found = find(ctx)?;
    let wanted = match ctx.query("jenis") {
        "" => None,
        name => Some(Kind::from_name(name).ok_or_else(|| api::unreadable("jenis"))?),
    };
    let snapshot = Snapshot::fold(&found.ledger, ctx.clocks.as_of());
    let shown = |k: &Kind| k.about_pegawai() && found.sight.shows(*k) && wanted.is_none_or(|w| w == *k);
    let mut all: Vec<Baris<'_>> = Vec::new();
    for kind in Kind::ALL.iter().copied().filter(shown) {
        let of_kind = riwayat(&snapshot, kind, ctx.clocks.is_present());
        all.extend(of_kind.standing.into_iter().chain(of_kind.superseded));
    }
    // Nothing is ever taken away from a history, so the line a page begins after is still there.
    let from = match ctx.query("sesudah") {
        "" => 0,
        id => 1 + all.iter().position(|b| name(b) == id).ok_or_else(|| api::unreadable("sesudah"))?,
    };
    let until = all.len().min(from + api::rows(ctx));
    let rows = all[from..until].iter().map(|b| line(&found, b)).collect();
    let next = (until < all.len()).then(|| name(&all[until - 1]));
    api::page(ctx, rows, Some(all.len() as u64), next)
}

fn name(line: &Baris<'_>) -> String {
    format!("{}-{}", line.row.id.entry, line.row.id.ordinal)
}

fn line(found: &Found, line: &Baris<'_>) -> Value {
    let (fate, by) = match line.nasib {
        Nasib::Baru => ("tercatat", None),
        Nasib::Meralat(entry) => ("meralat", Some(entry)),
        Nasib::Diralat(entry) => ("diralat", Some(entry)),
        Nasib::Dibatalkan(entry) => ("dibatalkan", Some(entry)),
        Nasib::TanpaSasaran => ("tanpa_sasaran", None),
    };
    let mut said = statement(found, line.row);
    if let Some(map) = said.as_object_mut() {
        map.insert("id".into(), Value::from(name(line)));
        map.insert("jenis".into(), Value::from(line.row.fact.kind.info().name));
        map.insert("nasib".into(), Value::from(fate));
        map.insert("oleh".into(), by.map_or(Value::Null, |e| Value::from(e.to_string())));
        map.insert("berlaku".into(), Value::from(line.current));
    }
    said
}
