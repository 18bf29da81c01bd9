//! `/duk`: the daftar urut kepangkatan of an instansi or a unit.

use super::{Lingkup, behind, lembar, words};
use crate::view::{self, BarisDuk, DukView, Langkah};
use crate::xlsx;
use host::potong::potong;
use host::{Answer, Ctx, World, html, tanggal};
use kernel::Register;
use kernel::check::Status;
use kernel::duk::{Sebab, order, read};
use kernel::tables::{DukStep, Tables};
use web::component::paging::Paging;

/// Rows of a page on the screen, and of the page that is printed whole.
const ROWS: usize = 100;
const ROWS_WHOLE: usize = 5_000;

/// Everybody of the list in order, each with why not before the one before.
struct Urutan<'t> {
    steps: Vec<&'t DukStep>,
    people: Vec<u32>,
    sebab: Vec<Sebab>,
}

fn ordered<'t>(world: &World, tables: &'t Tables, lingkup: &Lingkup<'_>) -> Urutan<'t> {
    let (register, today) = (&world.register, world.as_of.effective);
    let pns: Vec<u32> =
        lingkup.people.iter().copied().filter(|&i| register.status[i as usize] == Status::Pns).collect();
    let steps = tables.duk(today);
    let places = order(&steps, &read(register, &pns, tables, today));
    let people = places.iter().map(|place| pns[place.who]).collect();
    Urutan { steps, people, sebab: places.into_iter().map(|place| place.sebab).collect() }
}

/// `GET /duk`.
pub fn page(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, true)?;
    let urutan = ordered(&world, &ctx.hall.tables, &lingkup);
    let total = urutan.people.len();
    let whole = ctx.query("tampil") == "semua" && total <= ROWS_WHOLE;
    let size = if whole { total.max(1) } else { ROWS };
    let cut = potong(total, size, behind(ctx, &world, &urutan.people));
    let at = |place: usize| world.register.id[urutan.people[place] as usize].to_string();
    let to = |after: &str| lingkup.link("/duk", &[("sesudah", after)]);
    let mut filter = lingkup.filter("/duk", &[]);
    filter.count = Some(total as u64);
    filter.noun = "PNS".into();
    let view = DukView {
        lembar: lembar(&world, &lingkup, "Daftar urut kepangkatan"),
        at: tanggal(world.as_of.effective),
        filter,
        total: total as u64,
        steps: urutan.steps.iter().map(|step| langkah(step)).collect(),
        revoked: urutan.steps.first().is_some_and(|step| step.citation.sampai.is_none()),
        paging: Paging {
            first: if total == 0 { 0 } else { cut.rows.start as u64 + 1 },
            last: cut.rows.end as u64,
            total: Some(total as u64),
            previous_href: cut.previous.map(|place| to(&place.map(at).unwrap_or_default())),
            next_href: cut.next.map(|place| to(&at(place))),
            sizes: Vec::new(),
        },
        rows: cut.rows.map(|place| row(&world, &ctx.hall.tables, &lingkup, &urutan, place)).collect(),
        whole_href: (!whole && total > ROWS && total <= ROWS_WHOLE)
            .then(|| lingkup.link("/duk", &[("tampil", "semua")])),
        xlsx_href: lingkup.exports().then(|| lingkup.link("/duk/unduh.xlsx", &[])),
    };
    let frame = ctx.frame_at("Daftar urut kepangkatan", &[("Beranda", "/")], &["instansi", "unit"]);
    Ok(html(view::duk(&frame, &view)))
}

/// `GET /duk/unduh.xlsx`: everybody.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, true)?;
    let tables = &ctx.hall.tables;
    let urutan = ordered(&world, tables, &lingkup);
    let about = lembar(&world, &lingkup, "Daftar urut kepangkatan");
    let steps: Vec<Langkah> = urutan.steps.iter().map(|step| langkah(step)).collect();
    let rows = (0..urutan.people.len()).map(|place| row(&world, tables, &lingkup, &urutan, place));
    xlsx::duk(ctx, &about, &steps, rows)
}

fn langkah(step: &DukStep) -> Langkah {
    Langkah {
        kriteria: step.kriteria.to_string(),
        alasan: step.alasan.to_string(),
        dasar: step.citation.dasar.to_string(),
        kepastian: step.citation.kepastian.label().to_owned(),
        sumber: step.citation.sumber.to_string(),
    }
}

fn row(world: &World, tables: &Tables, lingkup: &Lingkup<'_>, urutan: &Urutan<'_>, place: usize) -> BarisDuk {
    let (r, i, today) = (&world.register, urutan.people[place] as usize, world.as_of.effective);
    let (course, finished) = r.latihan[i];
    BarisDuk {
        number: place as u64 + 1,
        name: r.nama(i).to_owned(),
        nip: r.nip(i).to_owned(),
        href: lingkup.person(i),
        golongan: words::golongan(r, i),
        pangkat: pangkat(tables, r, i),
        tmt_golongan: words::day(r.tmt_golongan[i]),
        jabatan: r.names.text(r.jabatan[i]).to_owned(),
        unit: world.unit_of(i).to_owned(),
        eselon: r.names.text(r.eselon[i]).to_owned(),
        tmt_jabatan: words::day(r.tmt_jabatan[i]),
        masa_kerja: words::masa_kerja(r, i, today),
        latihan: tables.latihan_nama(course).to_owned(),
        tanggal_latihan: words::day(finished.filter(|_| course > 0)),
        pendidikan: pendidikan(tables, r, i),
        lulus: if r.lulus[i] > 0 { r.lulus[i].to_string() } else { String::new() },
        lahir: words::day(r.lahir[i]),
        umur: words::umur(r, i, today),
        sebab: match urutan.sebab[place] {
            Sebab::Pertama => String::new(),
            Sebab::Langkah(step) => urutan.steps[step].alasan.to_string(),
            Sebab::TidakDiketahui(step) => {
                format!("data {} belum ada pada baris ini", kata(urutan.steps[step]))
            }
            Sebab::Sama => "tidak terbedakan; urutan nomor pegawai".to_owned(),
        },
        lacking: matches!(urutan.sebab[place], Sebab::TidakDiketahui(_)),
    }
}

/// What a step compares, in words: `TMT pangkat`, `masa kerja`.
fn kata(step: &DukStep) -> String {
    step.nilai.word().replace('_', " ").replace("tmt", "TMT").replace("nip", "NIP")
}

fn pangkat(tables: &Tables, r: &Register, i: usize) -> String {
    let item = tables.golongan_by_name(&words::golongan(r, i));
    item.map(|item| item.info.pangkat.to_string()).unwrap_or_default()
}

fn pendidikan(tables: &Tables, r: &Register, i: usize) -> String {
    tables.pendidikan(&format!("{:02}", r.pendidikan[i])).map(|p| p.nama.to_string()).unwrap_or_default()
}
