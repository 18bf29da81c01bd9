//! `GET /api/v1/pegawai`: the list with the filters of the page.

use super::nilai::day;
use crate::page::circle::{circle, reached};
use crate::page::words;
use crate::rule::{Filter, select};
use host::api::{self, Kind, Object, Operation, Param, Schema, Scope, Shape, known};
use host::{Answer, Ctx, Problem, World};
use kernel::PegawaiId;
use serde_json::{Value, json};

static BARIS: Object = Object {
    name: "BarisPegawai",
    parts: &[
        ("id", Schema::Uuid, "Pengenal tetap di register ini; NIP dapat berubah."),
        ("nip", Schema::Maybe(&Schema::Text), ""),
        ("nama", Schema::Text, ""),
        ("instansi", Schema::Text, "ID instansi BKN."),
        ("unit_id", Schema::Maybe(&Schema::Text), "ID unor."),
        ("unit", Schema::Maybe(&Schema::Text), "Nama unor."),
        ("jabatan", Schema::Maybe(&Schema::Text), ""),
        ("golongan", Schema::Maybe(&Schema::Text), "Misalnya III/d atau IX."),
        ("tmt_golongan", Schema::Maybe(&Schema::Day), ""),
        ("status", Schema::Text, "PNS, CPNS, PPPK, PPPK paruh waktu, Non-ASN, atau belum diketahui."),
        ("kedudukan", Schema::Maybe(&Schema::Text), "Kedudukan hukum."),
        ("aktif", Schema::Flag, ""),
        ("batas", Schema::Maybe(&Schema::Day), "Batas berikutnya: pensiun atau akhir perjanjian kerja."),
        ("batas_karena", Schema::Maybe(&Schema::Word(&["pensiun", "kontrak"])), ""),
        ("temuan", Schema::List(&Schema::Text), "Kode temuan mutu data."),
    ],
};

const fn param(name: &'static str, kind: Kind, says: &'static str) -> Param {
    Param { name, kind, says }
}

/// The list.
pub static LIST: Operation = Operation {
    name: "daftarPegawai",
    summary: "Daftar pegawai dengan penyaring yang sama seperti halaman Data Pegawai.",
    scope: Scope::Pegawai,
    params: &[
        param("q", Kind::Text(120), "Bagian nama, atau angka NIP."),
        param(
            "status",
            Kind::Word(&["pns", "cpns", "pppk", "pppk_pw", "non_asn", "belum"]),
            "Status kepegawaian.",
        ),
        param("golongan", Kind::Text(12), "Satu golongan atau rentang: III/a, III/a-IV/b."),
        param(
            "jenis_jabatan",
            Kind::Word(&["struktural", "fungsional", "rangkap", "pelaksana"]),
            "Jenis jabatan.",
        ),
        param(
            "kedudukan",
            Kind::Text(80),
            "aktif (tanpa ini), tidak_aktif, semua, atau sebutan kedudukan hukum.",
        ),
        param("instansi", Kind::Text(80), "ID instansi, bagi akun yang melayani beberapa."),
        param("unit", Kind::Text(80), "ID unor dengan semua di bawahnya."),
        param("pos", Kind::Text(80), "ID pos jabatan."),
        param("tanpa", Kind::Word(&["unit", "pos"]), "Yang belum diketahui unit atau posnya."),
        param("temuan", Kind::Text(10), "ada, atau kode temuan seperti DATA-02."),
        param(
            "batas_berikutnya",
            Kind::Text(24),
            "Misalnya pensiun-12 (bulan), kontrak-6, pensiun-2027-01-01.",
        ),
        param(
            "urut",
            Kind::Word(&["nama", "-nama", "golongan", "-golongan", "batas", "-batas"]),
            "Urutan; tanda minus membaliknya.",
        ),
    ],
    clocks: true,
    answer: Shape::Page(&BARIS),
};

/// `GET /api/v1/pegawai`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let (filter, units) = reached(ctx, &world, filter(ctx)?)?;
    let (kept, circle) = circle(ctx, &world);
    let today = world.as_of.effective;
    let found = select(&world.register, &kept.listing, &filter, units.as_ref(), today, &circle.scope.visible);
    let rows = found.rows.iter().map(|&i| row(&world, i)).collect();
    api::page(ctx, rows, Some(found.total as u64), found.next.map(|id| id.to_string()))
}

/// The filters of the page under the names of the API, where `batas` is the size of a page of rows.
fn filter(ctx: &Ctx) -> Result<Filter, Problem> {
    let renamed = |(name, value): &(String, String)| match name.as_str() {
        "batas" => None,
        "batas_berikutnya" => Some(("batas".to_owned(), value.clone())),
        _ => Some((name.clone(), value.clone())),
    };
    let mut pairs: Vec<(String, String)> = ctx.query.iter().filter_map(renamed).collect();
    // Programs walk through everybody: the order of names does not move with the days.
    if ctx.query("urut").is_empty() {
        pairs.push(("urut".to_owned(), "nama".to_owned()));
    }
    let filter = Filter::read(&pairs);
    for (name, asked) in [("golongan", "golongan"), ("temuan", "temuan"), ("batas", "batas_berikutnya")] {
        if !ctx.query(asked).trim().is_empty() && filter.value(name).is_empty() {
            return Err(api::unreadable(asked));
        }
    }
    let after = api::after(ctx, PegawaiId::parse)?;
    Ok(Filter { size: api::rows(ctx), after, ..filter })
}

fn row(world: &World, i: usize) -> Value {
    let r = &world.register;
    json!({
        "id": r.id[i].to_string(),
        "nip": known(r.nip(i)),
        "nama": r.nama(i),
        "instansi": world.instansi_of(i),
        "unit_id": known(r.names.text(r.unor[i])),
        "unit": known(world.unit_of(i)),
        "jabatan": known(r.names.text(r.jabatan[i])),
        "golongan": known(&words::golongan(r.golongan[i])),
        "tmt_golongan": day(r.tmt_golongan[i]),
        "status": words::status(r.status[i], r.part_time[i]),
        "kedudukan": known(r.names.text(r.kedudukan[i])),
        "aktif": r.active[i],
        "batas": day(r.limit[i].map(|l| l.0)),
        "batas_karena": r.limit[i].map(|l| if l.1 { "kontrak" } else { "pensiun" }),
        "temuan": r.codes[i].iter().map(|c| c.text()).collect::<Vec<_>>(),
    })
}
