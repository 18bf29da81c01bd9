//! `/penjagaan`: the people one service concerns, nearest day first; the answers of its norm about everybody.

use super::baris::{Orang, baris};
use super::lingkup::{JAWABAN, KATA, Lingkup};
use super::{matriks, rekap, ringkas};
use crate::rule::jawaban;
use crate::rule::periode::{RENTANG, WORDS};
use crate::view::{self, DaftarView, Isi};
use host::potong::potong;
use host::{Action, Answer, Ctx, Reach, html, tanggal};
use kernel::PegawaiId;
use law::jaga::{Macam, Syarat};
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
    let lihat = if asked.by_answer() { JAWABAN } else { "" };
    let file = |path: &str| exports.then(|| asked.link(path, &[("lihat", lihat)]));
    let watched = |(layanan, _): (&law::layanan::Layanan, Macam)| Tab {
        label: layanan.nama.to_string(),
        href: asked.link("/penjagaan", &[("layanan", &layanan.kunci), ("syarat", ""), ("lihat", "")]),
        count: Some(asked.banyak(layanan)),
        warn: false,
        current: layanan.kunci == asked.layanan.kunci,
    };
    let dated = asked.pilih.periode.is_some() && !asked.by_answer();
    let view = DaftarView {
        lembar: lembar(&asked),
        macam: asked.macam,
        layanan: asked.layanan.nama.to_string(),
        usul: asked.layanan.usul_hari.map(|days| (days, asked.layanan.usul_dasar.to_string())),
        tabs: host::jaga::watched(&hukum).map(watched).collect(),
        views: views(&asked),
        ringkas: ringkas::ringkas(&asked),
        rekap: rekap::rekap(&asked),
        filter: filter(ctx, &asked, people.len() as u64),
        rentang: (dated && asked.periode() == RENTANG)
            .then(|| (ctx.query("dari").to_owned(), ctx.query("sampai").to_owned())),
        keep: kept(ctx),
        total: people.len() as u64,
        tak_tentu: asked.tak_tentu,
        per_jawaban: asked.by_answer(),
        isi: if by_unit { Isi::Unit(matriks::table(&asked, &people)) } else { list(ctx, &asked, &people) },
        xlsx_href: file("/penjagaan/unduh.xlsx"),
        csv_href: file("/penjagaan/unduh.csv"),
        ics_href: file("/penjagaan/kalender.ics").filter(|_| dated),
    };
    let frame = ctx.frame_at("Penjagaan", &[("Beranda", "/")], &KATA);
    Ok(html(view::daftar(&frame, &view)))
}

/// Whose list it is, and of which day.
pub fn lembar(asked: &Lingkup<'_>) -> Lembar {
    Lembar {
        instansi: asked.instansi_nama(),
        title: format!("Penjagaan: {}", asked.layanan.nama),
        unit: asked.unit_nama(),
        at: tanggal(asked.world.as_of.effective),
    }
}

fn views(asked: &Lingkup<'_>) -> Vec<Tab> {
    let shown = asked.lihat();
    let tab = |label: &str, word: &str, count| Tab {
        label: label.to_owned(),
        href: asked.link("/penjagaan", &[("lihat", word), ("jawaban", "")]),
        count,
        warn: false,
        current: shown == word,
    };
    let listed = asked.semua.iter().filter(|j| asked.pilih.holds(j)).count() as u64;
    vec![
        tab("Daftar", "", Some(listed)),
        tab("Menurut unit dan bulan", "unit", None),
        tab("Menurut jawaban", JAWABAN, Some(asked.jawab().count() as u64)),
    ]
}

fn kept(ctx: &Ctx) -> Vec<(String, String)> {
    let own = ["layanan", "lihat", "instansi", "unit", "jabatan", "syarat"].iter();
    let own = own.map(|k| ((*k).to_owned(), ctx.query(k).to_owned())).filter(|p| !p.1.is_empty());
    own.chain(ctx.clocks.keep()).collect()
}

fn filter(ctx: &Ctx, asked: &Lingkup<'_>, count: u64) -> Saring {
    let choice = |name: &str, label: &str, value: &str, options: Vec<(String, String)>| Pilihan {
        name: name.into(),
        label: label.into(),
        value: value.into(),
        options,
    };
    let mut choices = asked.choices();
    let mut names = vec!["layanan", "lihat"];
    if asked.by_answer() {
        let options = jawaban::URUT.map(|(kode, word)| (word.to_owned(), kode.label().to_owned()));
        choices.push(choice("jawaban", "Jawaban", ctx.query("jawaban"), options.to_vec()));
    } else {
        if asked.pilih.periode.is_some() {
            let options = WORDS.iter().map(|w| (w.0.to_owned(), w.1.to_owned()));
            let options = options.chain([(RENTANG.to_owned(), "Rentang sendiri".to_owned())]).collect();
            choices.push(choice("periode", "Periode", asked.periode(), options));
            if asked.periode() == RENTANG {
                names.extend(["dari", "sampai"]);
            }
        }
        if asked.macam != Macam::Akhir {
            let options = Syarat::ALL.map(|s| (s.1.to_owned(), view::syarat_label(s.0).to_owned())).to_vec();
            let value = asked.pilih.syarat.map_or("", Syarat::word);
            choices.push(choice("syarat", "Syarat lain", value, options));
        }
    }
    let own = names.iter().map(|k| ((*k).to_owned(), ctx.query(k).to_owned())).filter(|p| !p.1.is_empty());
    let keep = own.chain(ctx.clocks.keep()).collect();
    let mut saring = Saring::of("/penjagaan", ("q", ""), "", keep, &choices);
    saring.search = None;
    saring.count = Some(count);
    saring.noun = "pegawai".into();
    saring
}

fn list(ctx: &Ctx, asked: &Lingkup<'_>, people: &[Orang]) -> Isi {
    let register = &asked.world.register;
    let behind = PegawaiId::parse(ctx.query("sesudah")).and_then(|id| register.find(id));
    let behind = behind.and_then(|i| people.iter().position(|o| o.baris as usize == i));
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
    Isi::Daftar { rows: baris(ctx, asked, &people[cut.rows]).collect(), paging }
}
