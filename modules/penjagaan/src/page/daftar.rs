//! `/penjagaan`: the people one service concerns, nearest day first.

use super::lingkup::Lingkup;
use crate::rule::periode::{RENTANG, WORDS};
use crate::rule::{Jumlah, jumlah, matriks};
use crate::view::{self, Acara, BarisJaga, DaftarView, Isi, MatriksView, RingkasView};
use crate::{kalender, xlsx as berkas};
use host::potong::potong;
use host::{Action, Answer, Ctx, Reach, html, http, tanggal};
use kernel::{Date, PegawaiId};
use law::jaga::{Jaga, Macam, Syarat};
use std::collections::BTreeMap;
use web::component::lembar::Lembar;
use web::component::paging::Paging;
use web::component::saring::{Pilihan, Saring};
use web::component::tab::Tab;

const ROWS: usize = 50;

/// `GET /penjagaan`.
pub fn page(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let people = asked.terpilih();
    let by_unit = ctx.query("lihat") == "unit";
    let exports = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Ekspor) != Reach::None);
    let file = |path: &str| exports.then(|| asked.link(path, &[("lihat", "")]));
    let watched = |(layanan, _): (&law::layanan::Layanan, Macam)| Tab {
        label: layanan.nama.to_string(),
        href: asked.link("/penjagaan", &[("layanan", &layanan.kunci), ("syarat", "")]),
        count: None,
        warn: false,
        current: layanan.kunci == asked.layanan.kunci,
    };
    let view = DaftarView {
        lembar: lembar(ctx, &asked),
        macam: asked.macam,
        layanan: asked.layanan.nama.to_string(),
        usul: asked.layanan.usul_hari.map(|days| (days, asked.layanan.usul_dasar.to_string())),
        tabs: host::jaga::watched(&hukum).map(watched).collect(),
        views: views(&asked, by_unit),
        ringkas: ringkas(&asked),
        filter: filter(ctx, &asked, people.len() as u64),
        rentang: (asked.periode() == RENTANG)
            .then(|| (ctx.query("dari").to_owned(), ctx.query("sampai").to_owned())),
        keep: kept(ctx),
        total: people.len() as u64,
        tak_tentu: asked.tak_tentu,
        isi: if by_unit { Isi::Unit(table(&asked, &people)) } else { list(ctx, &asked, &people) },
        xlsx_href: file("/penjagaan/unduh.xlsx"),
        ics_href: file("/penjagaan/kalender.ics").filter(|_| asked.pilih.periode.is_some()),
    };
    let keep = ["layanan", "periode", "dari", "sampai", "unit", "syarat", "lihat"];
    let frame = ctx.frame_at("Penjagaan", &[("Beranda", "/")], &keep);
    Ok(html(view::daftar(&frame, &view)))
}

/// `GET /penjagaan/unduh.xlsx`: everybody the list shows.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let people = asked.terpilih();
    let rows = people.iter().map(|jaga| row(ctx, &asked, jaga));
    berkas::daftar(ctx, &lembar(ctx, &asked), asked.macam, rows)
}

/// `GET /penjagaan/kalender.ics`: an event for each day somebody falls due.
pub fn ics(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let mut days: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for jaga in asked.terpilih() {
        if let Some(day) = jaga.hari {
            days.entry(day).or_default().push(asked.world.register.nama(jaga.baris as usize).to_owned());
        }
    }
    let acara = days.into_iter().map(|(hari, nama)| Acara { hari, nama });
    let text = kalender::tulis(&asked.layanan.kunci, &asked.layanan.nama, ctx.hall.now(), acara);
    let name = format!("penjagaan-{}-{}.ics", asked.layanan.kunci, asked.world.as_of.effective);
    Ok(http::file(&name, "text/calendar; charset=utf-8", text.into_bytes()))
}

fn lembar(ctx: &Ctx, asked: &Lingkup<'_>) -> Lembar {
    let home = ctx.visitor.as_ref().and_then(|v| v.home(&asked.world.tenants));
    Lembar {
        instansi: home.map_or_else(String::new, |t| t.nama.clone()),
        title: format!("Penjagaan: {}", asked.layanan.nama),
        unit: asked.unit_nama(),
        at: tanggal(asked.world.as_of.effective),
    }
}

fn views(asked: &Lingkup<'_>, by_unit: bool) -> Vec<Tab> {
    let tab = |label: &str, word: &str, current| Tab {
        label: label.to_owned(),
        href: asked.link("/penjagaan", &[("lihat", word)]),
        count: None,
        warn: false,
        current,
    };
    vec![tab("Daftar", "", !by_unit), tab("Menurut unit dan bulan", "unit", by_unit)]
}

/// Three counts: those whose day has come, the period looked at, those whose day nobody can tell.
fn ringkas(asked: &Lingkup<'_>) -> Vec<RingkasView> {
    let hari = asked.world.as_of.effective;
    let count = |test: &dyn Fn(&Jaga) -> bool| jumlah(asked.semua.iter().filter(|j| test(j)));
    let tile = |label: String, sum: Jumlah, periode: &str| {
        let part = |(syarat, word): (Syarat, &str)| {
            let href = asked.link("/penjagaan", &[("periode", periode), ("syarat", word), ("lihat", "")]);
            (view::syarat_label(syarat).to_owned(), sum.of(syarat), href)
        };
        let parts = if asked.macam == Macam::Akhir { Vec::new() } else { Syarat::ALL.map(part).to_vec() };
        let href = asked.link("/penjagaan", &[("periode", periode), ("syarat", ""), ("lihat", "")]);
        RingkasView {
            label,
            total: sum.total(),
            href,
            parts: parts.into_iter().filter(|p| p.1 > 0).collect(),
        }
    };
    let at = tanggal(hari).short();
    let Some(periode) = asked.pilih.periode else {
        return vec![tile("Masih kurang".to_owned(), count(&|_| true), "")];
    };
    let words = match asked.macam {
        Macam::Hak => format!("Waktu terpenuhi per {at}"),
        Macam::Akhir => format!("Sudah lewat per {at}"),
        Macam::Wajib => format!("Batasnya lewat per {at}"),
    };
    let come = |j: &Jaga| j.hari.is_some_and(|day| day <= hari);
    let mut tiles = vec![tile(words, count(&come), "sudah")];
    if asked.periode() != "sudah" && asked.periode() != "tanpa-hari" {
        let label = WORDS.iter().find(|w| w.0 == asked.periode()).map_or("Rentang sendiri", |w| w.1);
        tiles.push(tile(label.to_owned(), count(&|j| periode.holds(j.hari)), asked.periode()));
    }
    tiles.push(tile("Harinya belum diketahui".to_owned(), count(&|j| j.hari.is_none()), "tanpa-hari"));
    tiles
}

fn kept(ctx: &Ctx) -> Vec<(String, String)> {
    let names = ["layanan", "lihat", "unit", "syarat"];
    let own = names.iter().map(|k| ((*k).to_owned(), ctx.query(k).to_owned())).filter(|p| !p.1.is_empty());
    own.chain(ctx.clocks.keep()).collect()
}

fn filter(ctx: &Ctx, asked: &Lingkup<'_>, count: u64) -> Saring {
    let choice = |name: &str, label: &str, value: &str, options: Vec<(String, String)>| Pilihan {
        name: name.into(),
        label: label.into(),
        value: value.into(),
        options,
    };
    let mut choices = vec![choice("unit", "Unit kerja", &asked.unit, asked.units())];
    if asked.pilih.periode.is_some() {
        let options = WORDS.iter().map(|w| (w.0.to_owned(), w.1.to_owned()));
        let options = options.chain([(RENTANG.to_owned(), "Rentang sendiri".to_owned())]).collect();
        choices.push(choice("periode", "Periode", asked.periode(), options));
    }
    if asked.macam != Macam::Akhir {
        let options = Syarat::ALL.map(|s| (s.1.to_owned(), view::syarat_label(s.0).to_owned())).to_vec();
        let value = asked.pilih.syarat.map_or("", Syarat::word);
        choices.push(choice("syarat", "Syarat lain", value, options));
    }
    let names = ["layanan", "lihat", "dari", "sampai"];
    let own = names.iter().map(|k| ((*k).to_owned(), ctx.query(k).to_owned())).filter(|p| !p.1.is_empty());
    let keep = own.chain(ctx.clocks.keep()).collect();
    let mut saring = Saring::of("/penjagaan", ("q", ""), "", keep, &choices);
    saring.search = None;
    saring.count = Some(count);
    saring.noun = "pegawai".into();
    saring
}

fn list(ctx: &Ctx, asked: &Lingkup<'_>, people: &[Jaga]) -> Isi {
    let register = &asked.world.register;
    let behind = PegawaiId::parse(ctx.query("sesudah")).and_then(|id| register.find(id));
    let behind = behind.and_then(|i| people.iter().position(|j| j.baris as usize == i));
    let cut = potong(people.len(), ROWS, behind);
    let at = |place: usize| register.id[people[place].baris as usize].to_string();
    let to = |after: &str| asked.link("/penjagaan", &[("sesudah", after)]);
    let paging = Paging {
        first: if people.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
        last: cut.rows.end as u64,
        total: Some(people.len() as u64),
        previous_href: cut.previous.map(|place| to(&place.map(at).unwrap_or_default())),
        next_href: cut.next.map(|place| to(&at(place))),
        sizes: Vec::new(),
    };
    let rows = people[cut.rows].iter().map(|jaga| row(ctx, asked, jaga)).collect();
    Isi::Daftar { rows, paging }
}

fn row(ctx: &Ctx, asked: &Lingkup<'_>, jaga: &Jaga) -> BarisJaga {
    let i = jaga.baris as usize;
    let register = &asked.world.register;
    let opens = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::LihatPegawai) != Reach::None);
    let why = asked.world.sebab(asked.hukum, asked.layanan, jaga);
    let said = |why: law::jaga::Sebab| if why.kurang.is_empty() { why.bunyi } else { why.kurang.join(", ") };
    let sebab = why.map(said).unwrap_or_default();
    let usul = jaga.hari.zip(asked.layanan.usul_hari);
    BarisJaga {
        name: register.nama(i).to_owned(),
        nip: register.nip(i).to_owned(),
        href: opens.then(|| asked.person(i, "")),
        why_href: opens.then(|| asked.person(i, &format!("/mengapa/{}", asked.layanan.kunci))),
        unit: asked.world.unit_of(i).to_owned(),
        hari: jaga.hari.map(tanggal),
        usul: usul.map(|(day, days)| tanggal(day.add_days(-(days as i32)))),
        syarat: jaga.syarat,
        sebab,
    }
}

/// By unit and month; each cell leads to exactly its people where one address can say them.
fn table(asked: &Lingkup<'_>, people: &[Jaga]) -> MatriksView {
    let mut units: BTreeMap<(String, Option<String>), Vec<Option<Date>>> = BTreeMap::new();
    for jaga in people {
        units.entry(asked.counted_under(jaga.baris as usize)).or_default().push(jaga.hari);
    }
    let numbered: Vec<(usize, Option<Date>)> =
        units.values().enumerate().flat_map(|(n, days)| days.iter().map(move |day| (n, *day))).collect();
    let made = matriks(&numbered);
    let months =
        made.bulan.iter().map(|month| month.map_or_else(|| "Belum diketahui".to_owned(), view::bulan));
    let to = |unit: Option<&str>, month: Option<Option<Date>>| {
        let mut pairs = vec![("lihat", ""), ("unit", unit.unwrap_or(&asked.unit))];
        let (from, until);
        match month {
            Some(Some(first)) => {
                (from, until) = (first.to_string(), first.next_month_start().add_days(-1).to_string());
                pairs.extend([("periode", RENTANG), ("dari", &from), ("sampai", &until)]);
            }
            Some(None) => pairs.push(("periode", "tanpa-hari")),
            None => {}
        }
        asked.link("/penjagaan", &pairs)
    };
    // A month a range cuts in two has no list of its own.
    let ahead = |month: &Option<Date>| {
        let last = month.map(|first| first.next_month_start().add_days(-1));
        let held = |p: crate::rule::Periode| month.is_none() || p.holds(*month) && p.holds(last);
        asked.pilih.periode.is_none_or(held)
    };
    let names: Vec<&(String, Option<String>)> = units.keys().collect();
    let rows = made.unit.iter().map(|(n, counts)| {
        let (label, id) = names[*n];
        let cell = |(count, month): (&u64, &Option<Date>)| {
            let linked = id.as_deref().filter(|_| *count > 0 && ahead(month));
            (*count, linked.map(|id| to(Some(id), Some(*month))))
        };
        let cells = counts.iter().zip(&made.bulan).map(cell).collect();
        (label.clone(), cells, (counts.iter().sum(), id.as_deref().map(|id| to(Some(id), None))))
    });
    let sums = (0..made.bulan.len()).map(|m| made.unit.iter().map(|u| u.1[m]).sum::<u64>());
    MatriksView {
        bulan: months.collect(),
        rows: rows.collect(),
        sums: sums.zip(&made.bulan).map(|(n, m)| (n, ahead(m).then(|| to(None, Some(*m))))).collect(),
        total: people.len() as u64,
    }
}
