//! `/nominatif`: everybody by name, in groups.

use super::{Lingkup, behind, lembar, words};
use crate::rule::nominatif::{Kelompok, Menurut, groups};
use crate::view::{self, BarisNominatif, KelompokView, NominatifView};
use crate::xlsx;
use host::potong::potong;
use host::{Answer, Ctx, World, html};
use kernel::check::Status;
use web::component::paging::Paging;
use web::component::saring::Pilihan;

const ROWS: usize = 100;
const ROWS_WHOLE: usize = 5_000;

fn grouped(world: &World, lingkup: &Lingkup<'_>, by: Menurut) -> Vec<Kelompok> {
    groups(&world.register, &lingkup.people, by, |i| lingkup.unit_of(i))
}

/// `GET /nominatif`.
pub fn page(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, true)?;
    let by = Menurut::read(ctx.query("menurut"));
    let all = grouped(&world, &lingkup, by);
    let people: Vec<u32> = all.iter().flat_map(|g| g.people.iter().copied()).collect();
    let total = people.len();
    let whole = ctx.query("tampil") == "semua" && total <= ROWS_WHOLE;
    let cut = potong(total, if whole { total.max(1) } else { ROWS }, behind(ctx, &world, &people));
    let at = |place: usize| world.register.id[people[place] as usize].to_string();
    let to = |after: &str| lingkup.link("/nominatif", &[("menurut", by.word()), ("sesudah", after)]);
    let choice = Pilihan {
        name: "menurut".into(),
        label: "Kelompok menurut".into(),
        value: if by == Menurut::default() { String::new() } else { by.word().into() },
        options: Menurut::ALL.iter().map(|m| (m.1.into(), m.2.into())).collect(),
    };
    let view = NominatifView {
        lembar: lembar(&world, &lingkup, "Daftar nominatif pegawai"),
        filter: lingkup.filter("/nominatif", &[choice]),
        total: total as u64,
        groups_total: all.len() as u64,
        by: Menurut::ALL[by as usize].2.to_lowercase(),
        paging: Paging {
            first: if total == 0 { 0 } else { cut.rows.start as u64 + 1 },
            last: cut.rows.end as u64,
            total: Some(total as u64),
            previous_href: cut.previous.map(|place| to(&place.map(at).unwrap_or_default())),
            next_href: cut.next.map(|place| to(&at(place))),
            sizes: Vec::new(),
        },
        groups: shown(&world, &lingkup, &all, cut.rows),
        whole_href: (!whole && total > ROWS && total <= ROWS_WHOLE)
            .then(|| lingkup.link("/nominatif", &[("menurut", by.word()), ("tampil", "semua")])),
        xlsx_href: lingkup
            .exports()
            .then(|| lingkup.link("/nominatif/unduh.xlsx", &[("menurut", by.word())])),
    };
    let keep = ["instansi", "unit", "menurut"];
    let frame = ctx.frame_at("Daftar nominatif", &[("Beranda", "/")], &keep);
    Ok(html(view::nominatif(&frame, &view)))
}

/// `GET /nominatif/unduh.xlsx`: everybody.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, true)?;
    let by = Menurut::read(ctx.query("menurut"));
    let all = grouped(&world, &lingkup, by);
    let about = lembar(&world, &lingkup, "Daftar nominatif pegawai");
    let rows = all.iter().flat_map(|group| group.people.iter().map(move |&i| (group, i)));
    let rows = rows.enumerate().map(|(n, (group, i))| (nama(group), row(&world, &lingkup, n, i as usize)));
    xlsx::nominatif(ctx, &about, rows)
}

/// The groups that reach into these places, each with its rows there.
fn shown(
    world: &World,
    lingkup: &Lingkup<'_>,
    all: &[Kelompok],
    places: std::ops::Range<usize>,
) -> Vec<KelompokView> {
    let (mut views, mut from) = (Vec::new(), 0);
    for group in all {
        let until = from + group.people.len();
        let (first, last) = (from.max(places.start), until.min(places.end));
        if first < last {
            let rows = (first..last).map(|n| row(world, lingkup, n, group.people[n - from] as usize));
            views.push(KelompokView {
                nama: nama(group),
                total: group.people.len() as u64,
                continued: first > from,
                rows: rows.collect(),
            });
        }
        from = until;
    }
    views
}

fn nama(group: &Kelompok) -> String {
    if group.nama.is_empty() { "Belum diketahui".to_owned() } else { group.nama.clone() }
}

fn row(world: &World, lingkup: &Lingkup<'_>, n: usize, i: usize) -> BarisNominatif {
    let r = &world.register;
    BarisNominatif {
        number: n as u64 + 1,
        name: r.nama(i).to_owned(),
        nip: r.nip(i).to_owned(),
        href: lingkup.person(i),
        golongan: words::golongan(r, i),
        tmt_golongan: words::day(r.tmt_golongan[i]),
        jabatan: r.names.text(r.jabatan[i]).to_owned(),
        unit: world.unit_of(i).to_owned(),
        status: status(r.status[i], r.part_time[i]).to_owned(),
        masa_kerja: words::masa_kerja(r, i, world.as_of.effective),
        umur: words::umur(r, i, world.as_of.effective),
    }
}

fn status(status: Status, part_time: bool) -> &'static str {
    match (status, part_time) {
        (Status::Cpns, _) => "CPNS",
        (Status::Pns, _) => "PNS",
        (Status::Pppk, true) => "PPPK paruh waktu",
        (Status::Pppk, false) => "PPPK",
        (Status::NonAsn, _) => "Non-ASN",
        (Status::Unknown, _) => "",
    }
}
