//! `/`: what one sees after signing in.

use super::circle::sums;
use super::figures::{figures, may};
use crate::rule::{self, Due};
use crate::store::{self, Import};
use host::mutu::Mutu;
use host::view::{self, BerandaView, LangkahPertama, Tenggat};
use host::{Action, Answer, Ctx, Problem, Role, World, html, redirect, tanggal};
use kernel::{Code, Severity};
use std::sync::Arc;
use web::component::angka_utama::AngkaUtama;
use web::component::keadaan::Blok;
use web::component::tugas::Tugas;
use web::format::{angka, skor_naik};
use web::{Icon, Tone};

/// Kinds of findings among what waits.
const KINDS: usize = 3;
/// Days with something due.
const DUE: usize = 8;
/// Imports shown.
const IMPORTS: usize = 3;

/// `GET /`.
pub fn home(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let visitor = ctx.visitor()?;
    let empty = BerandaView {
        greeting: rule::greeting(ctx.hall.now()).to_owned(),
        name: visitor.lengkap.clone(),
        at: tanggal(world.as_of.effective),
        figures: Blok::Ada(Vec::new()),
        tasks: Vec::new(),
        deadlines: Vec::new(),
        imports: Vec::new(),
        first_steps: Vec::new(),
    };
    if world.register.is_empty() && may(ctx, Action::Kelola) {
        return Ok(redirect("/langkah-pertama"));
    }
    let page = match visitor.role {
        Role::Pegawai => own(ctx, &world, empty),
        _ if world.register.is_empty() && may(ctx, Action::Impor) => {
            BerandaView { first_steps: first_steps(&world), ..empty }
        }
        _ => office(ctx, &world, empty)?,
    };
    Ok(html(view::beranda(&ctx.frame("Beranda", &[]), &page)))
}

/// Home of somebody who works on the data of others.
fn office(ctx: &Ctx, world: &Arc<World>, empty: BerandaView) -> Result<BerandaView, Problem> {
    let sums = sums(ctx, world)?;
    let own = ctx.visitor()?.instansi.as_str();
    let (imports, absent) = match may(ctx, Action::Impor) {
        true => ctx.hall.with(|conn| Ok((store::imports(conn, own)?, store::absent(conn, own)?)))?,
        false => (Vec::new(), 0),
    };
    let today = world.as_of.effective;
    let mut due = sums.due.clone();
    // What is nearest matters most; the rest is one link away.
    due.sort_by_key(|d| (d.day.days() - today.days()).abs());
    due.truncate(DUE);
    due.sort_by_key(|d| d.day);
    Ok(BerandaView {
        figures: Blok::Ada(figures(ctx, world, &sums)),
        tasks: tasks(ctx, &sums.mutu, &imports, absent),
        deadlines: due.iter().map(deadline).collect(),
        imports: imports.iter().filter(|i| !i.waiting).take(IMPORTS).map(saved).collect(),
        ..empty
    })
}

/// What waits: previews to be saved, people no download names, the gravest findings.
fn tasks(ctx: &Ctx, mutu: &Mutu, imports: &[Import], absent: u64) -> Vec<Tugas> {
    let mut list: Vec<Tugas> = imports.iter().filter(|i| i.waiting).take(IMPORTS).map(waiting).collect();
    if absent > 0 {
        let note = format!("{} pegawai tidak disebut unduhan terakhir", angka(absent));
        list.push(Tugas::new("Tidak ada dalam unduhan", &note, "/tidak-dalam-unduhan"));
    }
    if !may(ctx, Action::Temuan) {
        return list;
    }
    let ikd = mutu.ikd(&ctx.hall.tables);
    let mut kinds: Vec<(Code, u32, u32)> =
        mutu.kinds().into_iter().map(|(code, n)| (code, n, ikd.if_fixed(code))).collect();
    kinds.retain(|kind| kind.0.info().severity == Severity::Berat);
    kinds.sort_by_key(|kind| (std::cmp::Reverse((kind.2, kind.1)), kind.0));
    list.extend(kinds.iter().take(KINDS).map(|&(code, people, after)| {
        let mut note = format!("{} pegawai", angka(people.into()));
        if after > ikd.score {
            note = format!("{note}; IKD perkiraan {} bila diperbaiki", skor_naik(ikd.score, after));
        }
        Tugas::new(code.info().label, &note, format!("/perbaikan/{code}")).state("Berat", Tone::Bahaya)
    }));
    list
}

fn waiting(import: &Import) -> Tugas {
    let note = match (import.number("baris"), import.number("ditolak")) {
        (Some(rows), Some(refused)) => format!("{} baris, {} ditolak", angka(rows), angka(refused)),
        _ => moment(import),
    };
    Tugas::new(&format!("Pratinjau {}", import.name), &note, &*import.href)
        .state("Menunggu disimpan", Tone::Awas)
}

fn saved(import: &Import) -> Tugas {
    let rows = import.number("baris").map_or(String::new(), |n| format!(" · {} baris", angka(n)));
    Tugas::new(&import.name, &format!("{}{rows}", moment(import)), &*import.href)
        .state("Selesai", Tone::Netral)
}

fn moment(import: &Import) -> String {
    let wib = import.made.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    format!("{} {time} WIB", tanggal(import.made.date_wib()).short())
}

/// Everybody of a row and nobody else is in its list.
fn deadline(due: &Due) -> Tenggat {
    let (event, word) =
        if due.contract { ("Perjanjian kerja berakhir", "kontrak") } else { ("Pensiun", "pensiun") };
    let href = web::url::link("/pegawai", &[("batas", &format!("{word}-{}", due.day))]);
    Tenggat { event: event.into(), date: tanggal(due.day), people: due.people, href }
}

/// Home of an employee: the own record.
fn own(ctx: &Ctx, world: &World, empty: BerandaView) -> BerandaView {
    let id = ctx.visitor.as_ref().and_then(|v| v.pegawai);
    let Some(i) = id.and_then(|id| world.register.find(id)) else {
        let task = Tugas { label: "Data kepegawaian Anda belum tersedia di sini".into(), ..Tugas::default() };
        return BerandaView { tasks: vec![task], ..empty };
    };
    let register = &world.register;
    let href = format!("/pegawai/{}", register.id[i]);
    let findings = register.codes[i].len() as u64;
    let mut figures = vec![
        AngkaUtama::new("Temuan pada data Anda", findings, "sampaikan bukti ke pengelola kepegawaian")
            .href(format!("{href}?bagian=temuan")),
    ];
    let limit = register.limit[i].map(|(day, contract)| {
        let event = if contract { "Akhir perjanjian kerja" } else { "Pensiun" };
        (event, tanggal(day))
    });
    figures.extend(limit.map(|(event, day)| AngkaUtama {
        label: event.into(),
        value: day.short(),
        note: day.distance(empty.at),
        ..AngkaUtama::default()
    }));
    let note = format!("{}, {}", register.names.text(register.jabatan[i]), world.unit_of(i));
    let seen = format!("{href}/akses");
    let tasks = vec![
        Tugas::new("Data kepegawaian saya", note.trim_matches([',', ' ']), href),
        Tugas::new("Siapa melihat data saya", "nomor identitas, keluarga, hukuman disiplin", seen),
    ];
    BerandaView { figures: Blok::Ada(figures), tasks, ..empty }
}

/// What makes an empty register a full one.
fn first_steps(world: &World) -> Vec<LangkahPertama> {
    let organisations = || world.organisations.values();
    let units: usize = organisations().filter(|o| o.has_list).map(|o| o.units.len()).sum();
    let posts = organisations().flat_map(|o| &o.posts).filter(|p| !p.derived).count();
    let done = |count: usize, what: &str| match count {
        0 => String::new(),
        n => format!("Selesai, {} {what}", angka(n as u64)),
    };
    let step = |icon, title: &str, text: &str, kind: &str, done| LangkahPertama {
        icon,
        title: title.into(),
        text: text.into(),
        href: format!("/impor/unggah?jenis={kind}"),
        done,
    };
    let people = "Satu berkas dari SIASN mengisi Data Pegawai dan mulai memeriksa datanya.";
    let tree = "Pegawai tampil menurut perangkat daerah dan unitnya.";
    let map = "Jabatan yang lowong dan yang berlebih terlihat.";
    vec![
        step(Icon::Orang, "Unggah nominatif SIASN", people, "nominatif", String::new()),
        step(Icon::Org, "Unggah daftar unor", tree, "unor", done(units, "unit")),
        step(Icon::Lapis, "Unggah peta jabatan", map, "peta", done(posts, "jabatan")),
    ]
}
