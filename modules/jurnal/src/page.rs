//! The journal on screen: where each stands, its newest entries, the check.

use crate::check::{self, Checked};
use crate::rule;
use crate::store::{self, Head, Stored};
use crate::view::{self, EntriJurnal, EntriView, FaktaEntri, JurnalInstansi, JurnalView, Pemeriksaan};
use ::store::Tenant;
use host::sight::guarded;
use host::{Answer, Ctx, Problem, World, html, redirect};
use kernel::{Entry, Subject};
use maud::Render;
use web::component::kabar::Kabar;
use web::component::keadaan::Blok;
use web::component::paging::Paging;
use web::component::tab::Tab;
use web::{Tone, url};

/// Entries a page.
const ROWS: usize = 30;

/// `GET /jurnal`.
pub fn home(ctx: &mut Ctx) -> Answer {
    let checking = check::running(&ctx.hall);
    if ctx.part && checking.is_none() {
        // A script that watched the check hears that it is over and reads the whole page.
        return Ok(html(view::running(1, 1, true).render()));
    }
    let world = ctx.present()?;
    let tenants = tenants(ctx, &world);
    let asked = ctx.query("instansi");
    let shown = tenants.iter().find(|t| asked.is_empty() || t.id == asked).ok_or(Problem::NotFound)?;
    let before = ctx.query("sebelum").parse().ok().filter(|n| *n > 0).unwrap_or(i64::MAX);
    let (heads, entries) =
        ctx.hall.with(|conn| Ok((store::heads(conn)?, store::before(conn, &shown.id, before, ROWS)?)))?;
    let head = |id: &str| heads.iter().find(|h| h.instansi == id);
    let last = check::last(&ctx.hall);
    let size = head(&shown.id).map_or(0, |h| h.entries);
    let page = JurnalView {
        instansi: Blok::Ada(tenants.iter().map(|t| card(t, head(&t.id), last.as_deref())).collect()),
        checking,
        tabs: tabs(&tenants, &shown.id, &head),
        entries: entries.iter().map(|e| row(ctx, &world, &shown.id, e)).collect(),
        paging: paging(&shown.id, &entries, size),
        may_check: true,
    };
    let mut frame = ctx.frame("Jurnal", &[("Beranda", "/")]);
    if let Some(Err(advice)) = last.as_ref().map(|c| c.reports.as_ref()) {
        frame.flash =
            Some(Kabar::new(Tone::Bahaya, &format!("Pemeriksaan terakhir tidak selesai. {advice}")));
    }
    Ok(html(view::jurnal(&frame, &page)))
}

/// `POST /jurnal/periksa`.
pub fn begin_check(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let entries: i64 = world.sizes.iter().map(|s| s.1).sum();
    check::begin(&ctx.hall, entries.unsigned_abs());
    Ok(redirect("/jurnal"))
}

/// `GET /jurnal/{instansi}/{seq}`.
pub fn entry(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let tenants = tenants(ctx, &world);
    let tenant = *tenants.iter().find(|t| t.id == ctx.param("instansi")).ok_or(Problem::NotFound)?;
    let seq: i64 = ctx.param("seq").parse().map_err(|_| Problem::NotFound)?;
    let found = ctx.hall.with(|conn| store::entry(conn, &tenant.id, seq))?.ok_or(Problem::NotFound)?;
    let page = entry_view(ctx, &world, tenant, &found);
    let title = format!("Entri {}", web::format::angka(page.seq));
    let frame = ctx.frame(&title, &[("Beranda", "/"), ("Jurnal", "/jurnal")]);
    Ok(html(view::entri(&frame, &page)))
}

/// Governments whose journal the visitor may see, the own one first.
pub(crate) fn tenants<'w>(ctx: &Ctx, world: &'w World) -> Vec<&'w Tenant> {
    let own = ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
    world.tenants.iter().filter(|t| own.is_empty() || t.id == own).collect()
}

fn card(tenant: &Tenant, head: Option<&Head>, last: Option<&Checked>) -> JurnalInstansi {
    JurnalInstansi {
        name: tenant.nama.clone(),
        entries: head.map_or(0, |h| h.entries),
        head: head.map(|h| h.root.clone()).unwrap_or_default(),
        last: head.map(|h| rule::moment(h.recorded)).unwrap_or_default(),
        key: head.map(|h| h.key.clone()).unwrap_or_default(),
        check: last.map_or(Pemeriksaan::Belum, |checked| verdict(tenant, checked)),
    }
}

fn verdict(tenant: &Tenant, checked: &Checked) -> Pemeriksaan {
    let when = rule::moment(checked.at);
    let Some(report) = checked.of(&tenant.id) else { return Pemeriksaan::Belum };
    match &report.trouble {
        None => Pemeriksaan::Utuh { when, entries: report.entries },
        Some(trouble) => {
            let seq = trouble.seq.and_then(|n| u64::try_from(n).ok());
            let mut letters = trouble.what.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            Pemeriksaan::TidakCocok {
                when,
                seq,
                href: seq.filter(|n| *n < report.entries.max(1)).map(|n| href(&tenant.id, n)),
                sentence: format!("{}.", first.chain(letters).collect::<String>()),
            }
        }
    }
}

fn href(instansi: &str, seq: u64) -> String {
    format!("/jurnal/{}/{seq}", url::encode(instansi))
}

fn tabs<'h>(tenants: &[&Tenant], shown: &str, head: &impl Fn(&str) -> Option<&'h Head>) -> Vec<Tab> {
    if tenants.len() < 2 {
        return Vec::new();
    }
    let tab = |t: &&Tenant| Tab {
        label: t.nama.clone(),
        href: url::link("/jurnal", &[("instansi", &t.id)]),
        count: Some(head(&t.id).map_or(0, |h| h.entries)),
        warn: false,
        current: t.id == shown,
    };
    tenants.iter().map(tab).collect()
}

/// Places have no gaps, so the position follows from the place.
fn paging(instansi: &str, entries: &[Stored], size: u64) -> Paging {
    let (Some(newest), Some(oldest)) = (entries.first(), entries.last()) else { return Paging::default() };
    let to = |before: i64| {
        let before = if before >= size as i64 { String::new() } else { before.to_string() };
        url::link("/jurnal", &[("instansi", instansi), ("sebelum", &before)])
    };
    let first = (size as i64 - newest.seq).max(1) as u64;
    Paging {
        first,
        last: first + entries.len() as u64 - 1,
        total: Some(size),
        previous_href: (first > 1).then(|| to(newest.seq + 1 + ROWS as i64)),
        next_href: (oldest.seq > 0).then(|| to(oldest.seq)),
        sizes: Vec::new(),
    }
}

fn row(ctx: &Ctx, world: &World, instansi: &str, stored: &Stored) -> EntriJurnal {
    let (subject, subject_href) = subject(ctx, world, instansi, stored.entry.as_ref());
    let entry = stored.entry.as_ref();
    EntriJurnal {
        seq: stored.seq.unsigned_abs(),
        href: href(instansi, stored.seq.unsigned_abs()),
        when: rule::moment(stored.recorded),
        actor: entry.map_or_else(|| "tidak diketahui lagi".to_owned(), |e| e.actor.clone()),
        subject,
        subject_href,
        document: match entry {
            None => GONE.to_owned(),
            Some(entry) if guarded(entry) => MASKED.to_owned(),
            Some(entry) => rule::document(&entry.document),
        },
        facts: entry.map_or(0, |e| e.acts.len() as u64),
        hash: stored.link.clone(),
    }
}

const WITHHELD: &str = "Entri ini tentang pegawai di luar wewenang Anda, atau tentang hal yang disamarkan. Isinya dibuka, dengan alasan, dari halaman pegawai.";

/// What stands for the paper of an entry that speaks of family, discipline or rulings.
const MASKED: &str = "Isi tersamar";

/// What stands where an entry was.
const GONE: &str = "Isi sudah dimusnahkan";

/// Whom or what an entry is about, and its page. People one may not see stay without a name.
fn subject(ctx: &Ctx, world: &World, instansi: &str, entry: Option<&Entry>) -> (String, Option<String>) {
    let unit = |id: &str| {
        let organisation = world.organisation(instansi);
        organisation.and_then(|o| o.units.get(id)).map_or("Unit organisasi", |u| u.nama.as_str()).to_owned()
    };
    let unit_href = |id: &str| Some(url::link("/organisasi", &[("unit", id)]));
    match entry.map(|e| &e.subject) {
        Some(Subject::Pegawai(_)) if entry.is_some_and(guarded) => ("Seorang pegawai".to_owned(), None),
        None => ("tidak diketahui lagi".to_owned(), None),
        Some(Subject::Pegawai(id)) => match world.register.find(*id).filter(|&i| ctx.sees(world)(i)) {
            Some(i) => (world.register.nama(i).to_owned(), Some(format!("/pegawai/{id}"))),
            None => ("Seorang pegawai".to_owned(), None),
        },
        Some(Subject::Unor(id)) => (unit(id), unit_href(id)),
        Some(Subject::Pos(id)) => {
            let posts = world.organisation(instansi).map_or(&[][..], |o| &o.posts);
            match posts.binary_search_by(|p| p.id.as_str().cmp(id)).ok().map(|at| &posts[at]) {
                Some(post) => (format!("{}, {}", post.jabatan, unit(&post.unor)), unit_href(&post.unor)),
                None => ("Pos jabatan".to_owned(), None),
            }
        }
        Some(Subject::Instansi) => ("Instansi ini".to_owned(), None),
    }
}

fn entry_view(ctx: &Ctx, world: &World, tenant: &Tenant, stored: &Stored) -> EntriView {
    let size = world.sizes.iter().find(|s| s.0 == tenant.id).map_or(0, |s| s.1);
    let place = |seq: i64| (0..size).contains(&seq).then(|| href(&tenant.id, seq.unsigned_abs()));
    let (subject, subject_href) = subject(ctx, world, &tenant.id, stored.entry.as_ref());
    let common = EntriView {
        seq: stored.seq.unsigned_abs(),
        instansi: tenant.nama.clone(),
        when: rule::moment(stored.recorded),
        hash: stored.link.clone(),
        before_href: place(stored.seq - 1),
        after_href: place(stored.seq + 1),
        subject,
        ..EntriView::default()
    };
    let Some(entry) = &stored.entry else {
        let withheld = "Isi entri ini sudah dimusnahkan menurut perintah; sidiknya tetap ada dalam rantai.";
        return EntriView { actor: "tidak diketahui lagi".into(), withheld: Some(withheld.into()), ..common };
    };
    let hidden = matches!(entry.subject, Subject::Pegawai(_)) && subject_href.is_none();
    let facts = entry.acts.iter().filter(|_| !hidden).map(|(act, fact)| FaktaEntri {
        act: rule::act(*act).to_owned(),
        kind: fact.kind.info().label.to_owned(),
        span: rule::span(fact),
        fields: rule::fields(fact, web::format::mask).into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
    });
    EntriView {
        actor: entry.actor.clone(),
        document: match hidden {
            true => MASKED.to_owned(),
            false => rule::opening(entry).unwrap_or_else(|| rule::document(&entry.document)),
        },
        signer: if hidden { String::new() } else { entry.document.penandatangan.clone() },
        file: entry
            .document
            .berkas
            .filter(|_| !hidden)
            .map(|hash| ::store::derive::hex(&hash))
            .unwrap_or_default(),
        facts: facts.collect(),
        cells: entry.row.as_ref().map_or(0, |row| row.cells.len() as u64),
        withheld: hidden.then(|| WITHHELD.into()),
        subject_href,
        ..common
    }
}
