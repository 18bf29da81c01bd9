//! The re-examination queue: receipts whose statements were corrected or annulled after them, and receipts
//! whose versions of the law read differently in the pack now in force.

use crate::kata;
use crate::view::{self, TinjauBaris, TinjauView};
use host::bukti::Reading;
use host::sight::Bagian;
use host::{Action, Answer, Ctx, Hall, Problem, Reach, World, html};
use kernel::PegawaiId;
use law::Pack;
use law::receipt::Tertutup;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::bukti::{Bukti, Correction, Older, Place, Touched, of_other_packs, touched};
use web::component::tab::Tab;
use web::url;

/// Receipts a page.
const ROWS: usize = 30;
/// Corrections read for a page.
const CORRECTIONS: usize = 200;
/// Receipts of other packs compared for a page.
const COMPARED: usize = 500;

/// The word of the tab of closed items.
pub const DONE: &str = "selesai";

/// A receipt with what touched it.
struct Found {
    bukti: Bukti,
    causes: Vec<String>,
}

/// What was found, newest first, and how far was looked when not to the end.
struct Looked {
    found: BTreeMap<Reverse<Place>, Found>,
    until: Option<Place>,
}

/// `GET /tinjau-ulang`.
pub fn tinjau(ctx: &mut Ctx) -> Answer {
    if ctx.query("bagian") == DONE {
        return super::selesai::selesai(ctx);
    }
    let world = ctx.present()?;
    let cause = match ctx.query("sebab") {
        known @ ("" | "sk" | "norma") => known.to_owned(),
        _ => return Err(Problem::NotFound),
    };
    let after = Place::parse(ctx.query("sesudah")).unwrap_or(Place::NEWEST);
    let law = ctx.hall.hukum();
    let (corrected, older) = ctx.hall.with(|conn| {
        let corrected = if cause == "norma" { Vec::new() } else { touched(conn, after, CORRECTIONS)? };
        let older = match cause.as_str() {
            "sk" => Vec::new(),
            _ => of_other_packs(conn, &law.pack.hash, after, COMPARED)?,
        };
        Ok((corrected, older))
    })?;
    let looked = together(corrected, older, &law.pack);
    let (rows, next) = visible(ctx, &world, &law.pack, looked);
    let page = TinjauView {
        tabs: tabs(&cause),
        rows,
        next_href: next.map(|place| {
            url::link("/tinjau-ulang", &[("sebab", cause.as_str()), ("sesudah", place.text().as_str())])
        }),
    };
    Ok(html(view::tinjau(&ctx.frame("Tinjau ulang", &[("Beranda", "/")]), &page)))
}

/// Whom the newest items of the queue are about, whoever may see them; as far as a page would look.
pub fn menunggu(hall: &Hall) -> store::Result<Vec<PegawaiId>> {
    let law = hall.hukum();
    let (corrected, older) = hall.with(|conn| {
        let corrected = touched(conn, Place::NEWEST, CORRECTIONS)?;
        Ok((corrected, of_other_packs(conn, &law.pack.hash, Place::NEWEST, COMPARED)?))
    })?;
    let looked = together(corrected, older, &law.pack);
    Ok(looked.found.into_values().map(|found| found.bukti.pegawai).collect())
}

/// Queues by cause, and what is done. `current` is a cause, or `selesai`.
pub fn tabs(current: &str) -> Vec<Tab> {
    let tab = |label: &str, word: &str| Tab {
        label: label.to_owned(),
        href: match word {
            DONE => url::link("/tinjau-ulang", &[("bagian", DONE)]),
            cause => url::link("/tinjau-ulang", &[("sebab", cause)]),
        },
        current: current == word,
        ..Tab::default()
    };
    vec![
        tab("Semua", ""),
        tab("SK diralat atau dibatalkan", "sk"),
        tab("Norma berubah", "norma"),
        tab("Selesai", DONE),
    ]
}

/// Both causes of one receipt stand together; beyond the place up to which both were looked at nothing is
/// told yet.
fn together(corrected: Vec<Touched>, older: Vec<Older>, pack: &Pack) -> Looked {
    let read: usize = corrected.iter().map(|t| t.corrections.len()).sum();
    let cut = |full: bool, last: Option<&Bukti>| last.filter(|_| full).map(Bukti::place);
    let ends = [
        cut(read >= CORRECTIONS, corrected.last().map(|t| &t.bukti)),
        cut(older.len() >= COMPARED, older.last().map(|o| &o.bukti)),
    ];
    let until = ends.into_iter().flatten().max();
    let mut found: BTreeMap<Reverse<Place>, Found> = BTreeMap::new();
    let mut put = |bukti: Bukti, causes: Vec<String>| {
        if until.is_none_or(|until| bukti.place() >= until) {
            let place = Reverse(bukti.place());
            found.entry(place).or_insert(Found { bukti, causes: Vec::new() }).causes.extend(causes);
        }
    };
    for Touched { bukti, corrections } in corrected {
        let causes = corrections.iter().map(sentence).collect();
        put(bukti, causes);
    }
    let mut reading = Reading::of(pack);
    for older in older {
        let changed = reading.open(&older);
        let causes: Vec<String> = changed
            .iter()
            .map(|(used, now)| match now {
                Some(_) => format!(
                    "{} {} ({}) dibaca lain dalam paket sekarang",
                    kata::capital(&used.jenis),
                    used.kunci,
                    used.akta
                ),
                None => format!(
                    "{} {} ({}) tidak ada lagi dalam paket sekarang",
                    kata::capital(&used.jenis),
                    used.kunci,
                    used.akta
                ),
            })
            .collect();
        if !causes.is_empty() {
            put(older.bukti, causes);
        }
    }
    Looked { found, until }
}

/// `Golongan menurut SK 823/1 tanggal … diralat dengan SK 823/9 tanggal …, dicatat …`. What is hidden as a
/// whole is not told here.
fn sentence(c: &Correction) -> String {
    let (by, recorded) = (kata::document(&c.document), kata::moment(c.recorded));
    let what = if c.annuls { "dibatalkan" } else { "diralat" };
    match Bagian::of(c.kind) {
        Some(_) => format!("Pernyataan yang tersamar {what}, dicatat {recorded}"),
        None => {
            let (kind, old) = (c.kind.info().label, kata::document(&c.corrected));
            format!("{kind} menurut {old} {what} dengan {by}, dicatat {recorded}")
        }
    }
}

/// The rows of a page for whoever asks, and where the next one begins.
fn visible(ctx: &Ctx, world: &World, pack: &Pack, looked: Looked) -> (Vec<TinjauBaris>, Option<Place>) {
    let sees = ctx.sees(world);
    // That something closed was corrected is told to those only who may open it.
    let opens = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Buka) != Reach::None);
    let told = |bukti: &Bukti| opens || Tertutup::parse(&bukti.tertutup) != Tertutup::Dipakai;
    let theirs =
        |found: &Found| world.register.find(found.bukti.pegawai).filter(|&i| sees(i) && told(&found.bukti));
    let mut all = looked.found.into_values().filter_map(|found| Some((theirs(&found)?, found)));
    let (mut rows, mut last) = (Vec::new(), None);
    for (i, found) in all.by_ref().take(ROWS) {
        last = Some(found.bukti.place());
        rows.push(row(world, pack, i, found));
    }
    let next = if all.next().is_some() { last } else { looked.until };
    (rows, next)
}

fn row(world: &World, pack: &Pack, i: usize, found: Found) -> TinjauBaris {
    let bukti = &found.bukti;
    let closed = Tertutup::parse(&bukti.tertutup) == Tertutup::Dipakai;
    TinjauBaris {
        name: world.register.nama(i).to_owned(),
        nip: world.register.nip(i).to_owned(),
        href: format!("/pegawai/{}/bukti/{}", bukti.pegawai, bukti.entry),
        stored: kata::moment(bukti.recorded),
        norm: (!closed).then(|| kata::title(pack, &bukti.norma, bukti.hukum)),
        verdict: kata::verdict(&bukti.putusan),
        purpose: bukti.keperluan.clone(),
        causes: if closed { Vec::new() } else { found.causes },
    }
}
