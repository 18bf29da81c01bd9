//! One unit: who leads it, its posts with their holders, the units below, and people without a post.

use maud::{Markup, Render, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::orang::{orang, orang_dengan};
use web::component::paging::Paging;
use web::component::pohon_unor::Pejabat;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::temuan::{Temuan, temuan};
use web::component::tombol::Tombol;
use web::{Icon, Tanggal, Tone, format};

/// The unit chosen with `?unit=`.
#[derive(Clone, Debug)]
pub struct UnitView {
    /// Its name; also the `h2`.
    pub name: String,
    /// `Eselon II.a`, `UPTD`; may be empty.
    pub kind: String,
    /// Code in the list of units; may be empty.
    pub code: String,
    /// Who leads it.
    pub head: Pejabat,
    /// Numbers of the unit and all below it.
    pub isi: IsiUnit,
    /// Address of the list of its people, with the clocks.
    pub people_href: String,
    /// What documents said about it.
    pub history_href: String,
    /// The form that records what a document says; `None` for those who may not.
    pub record_href: Option<String>,
    /// A document brought it to an end.
    pub closed: bool,
    /// Posts served by an acting officer (with unit), their unit's address, who serves them; `None` unless asked for.
    pub served: Option<Vec<(String, String, Vec<Pemangku>)>>,
    /// The address that asks for them.
    pub served_href: String,
    /// Whether a peta jabatan of the instansi was taken in: then nobody is asked for one.
    pub has_map: bool,
    /// Its own posts, the head first.
    pub posts: Vec<PosJabatan>,
    /// Keyset paging of the posts; `None` when all are shown.
    pub posts_paging: Option<Paging>,
    /// The units right below.
    pub children: Vec<AnakUnit>,
    /// People of this unit (not below) who hold none of its posts, as many as shown.
    pub without_post: Vec<OrangTanpaPos>,
    /// All of them, and their list.
    pub without_post_total: u64,
    /// The list of all of them.
    pub without_post_href: String,
    /// What is odd about the unit itself.
    pub findings: Vec<Temuan>,
}

/// Numbers of a unit with everything below it.
#[derive(Clone, Copy, Debug, Default)]
pub struct IsiUnit {
    /// People.
    pub people: u64,
    /// Need according to the peta jabatan; `None` when it is not known.
    pub needed: Option<u64>,
    /// People in posts.
    pub filled: u64,
    /// Empty places.
    pub vacant: u64,
    /// Of them those an acting officer serves.
    pub acting: u64,
    /// People beyond the need.
    pub over: u64,
    /// Units below.
    pub units: u64,
}

/// One post of the unit.
#[derive(Clone, Debug, Default)]
pub struct PosJabatan {
    /// Name of the post.
    pub jabatan: String,
    /// `Struktural`, `Fungsional`, `Pelaksana`
    pub jenis: String,
    /// `Ahli Muda`, or eselon; may be empty.
    pub jenjang: String,
    /// Kelas jabatan; `None` when not known.
    pub kelas: Option<u8>,
    /// Need; `None` for a post that only the nominatif knows.
    pub kebutuhan: Option<u32>,
    /// People who hold it.
    pub terisi: u32,
    /// Some of them, the longest first.
    pub holders: Vec<Pemangku>,
    /// Who serves it beside an own post.
    pub acting: Vec<Pemangku>,
    /// The list of all, when more than shown.
    pub more_href: Option<String>,
    /// Only derived from the nominatif, not from a peta jabatan.
    pub derived: bool,
    /// A document brought it to an end, and somebody still holds it.
    pub closed: bool,
    /// What documents said about it.
    pub history_href: String,
    /// The form that records what a document says; `None` for those who may not.
    pub record_href: Option<String>,
}

/// Someone who holds a post.
#[derive(Clone, Debug)]
pub struct Pemangku {
    /// With titles.
    pub name: String,
    /// 18 digits; picks the hue.
    pub nip: String,
    /// `/pegawai/{nip}` with the clocks.
    pub href: String,
    /// `Plt. sejak 1 Agu 2026`, `III/d`; may be empty.
    pub note: String,
}

/// A unit right below.
#[derive(Clone, Debug)]
pub struct AnakUnit {
    /// Its name.
    pub name: String,
    /// `/organisasi?unit=…`
    pub href: String,
    /// `Eselon III.a`; may be empty.
    pub kind: String,
    /// Who leads it.
    pub head: Pejabat,
    /// With everything below.
    pub isi: IsiUnit,
}

/// A person of the unit outside its posts.
#[derive(Clone, Debug)]
pub struct OrangTanpaPos {
    /// Who.
    pub person: Pemangku,
    /// The post as the file says it; may be empty.
    pub jabatan: String,
}

/// The right side of the page.
pub(super) fn unit(view: &UnitView, at: Tanggal) -> Markup {
    html! {
        section aria-labelledby="unit" {
            div class="kepala" {
                div {
                    h2 id="unit" { (view.name) }
                    p { @if view.kind.is_empty() { "Unit organisasi" } @else { (view.kind) } @if !view.code.is_empty() { " · kode " code { (view.code) } } }
                    @if view.closed { p { (lencana(Tone::Awas, Some(Icon::Awas), "Unit sudah dihapus")) } }
                    (head(&view.head))
                }
                div class="aksi" {
                    (Tombol::link("Lihat pegawainya", view.people_href.as_str()).small().icon(Icon::Orang))
                    (Tombol::link("Riwayat", view.history_href.as_str()).small().icon(Icon::Jam).context(&view.name))
                    @if let Some(href) = &view.record_href { (Tombol::link("Catat perubahan", href.as_str()).small().icon(Icon::Tambah)) }
                }
            }
            (angka_utama(&format!("Isi {} per {}", view.name, at.short()), &figures(view)))
            div class="badan tumpuk" {
                @if !view.findings.is_empty() { (kartu("temuan-unit", "Temuan pada unit ini", html! {}, temuan(&view.findings, false))) }
                @if let Some(list) = &view.served { (served(list)) }
                (posts(view))
                @if !view.children.is_empty() { (children(view)) }
                @if view.without_post_total > 0 { (without_post(view)) }
            }
        }
    }
}

fn head(head: &Pejabat) -> Markup {
    html! {
        @match head {
            Pejabat::TanpaPejabat => {},
            Pejabat::Terisi { name, href } => p { (orang_dengan(name, key(href), href, &html! { "Kepala unit" })) },
            Pejabat::Plt { jenis, name, href, since } => p class="baris" { (orang_dengan(name, key(href), href, &html! { (jenis) ". " (since) })) (lencana(Tone::Awas, Some(Icon::Awas), "Pejabat definitif belum ada")) },
            Pejabat::Kosong { since } => p class="baris" { (lencana(Tone::Bahaya, Some(Icon::Awas), "Kepala unit lowong")) span class="redup" { (since) } },
        }
    }
}

/// The NIP at the end of the address keeps a person's hue the same everywhere.
fn key(href: &str) -> &str {
    let path = href.split('?').next().unwrap_or(href);
    path.rsplit('/').next().unwrap_or(path)
}

fn figures(view: &UnitView) -> Vec<AngkaUtama> {
    let i = &view.isi;
    let below = if i.units > 0 {
        format!("termasuk {} unit di bawahnya", format::angka(i.units))
    } else {
        "di unit ini".to_owned()
    };
    let mut list = vec![AngkaUtama::new("Pegawai", i.people, &below).href(view.people_href.as_str())];
    match i.needed {
        Some(n) => list.extend([
            AngkaUtama::new("Terisi", i.filled, &format!("dari kebutuhan {}", format::angka(n))),
            vacancies(view, i, n),
            AngkaUtama::new("Kelebihan", i.over, "di atas kebutuhan"),
        ]),
        None if view.has_map => list.push(AngkaUtama {
            label: "Kebutuhan".into(),
            value: "–".into(),
            note: "peta jabatan tidak memuat unit ini".into(),
            ..AngkaUtama::default()
        }),
        None => list.push(AngkaUtama {
            label: "Kebutuhan".into(),
            value: "belum diketahui".into(),
            note: "peta jabatan belum diimpor".into(),
            href: Some("/impor/unggah?jenis=peta".into()),
            ..AngkaUtama::default()
        }),
    }
    list
}

/// A place an acting officer serves is still empty: it is told, not taken away.
fn vacancies(view: &UnitView, isi: &IsiUnit, needed: u64) -> AngkaUtama {
    let share = format::persen(isi.vacant, needed);
    match isi.acting {
        0 => AngkaUtama::new("Lowong", isi.vacant, &format!("{share} dari kebutuhan")),
        n => AngkaUtama::new("Lowong", isi.vacant, &format!("{} dijabat Plt", format::angka(n)))
            .href(view.served_href.as_str()),
    }
}

fn served(posts: &[(String, String, Vec<Pemangku>)]) -> Markup {
    let row = |(post, href, people): &(String, String, Vec<Pemangku>)| {
        Baris::new(vec![
            html! { a href=(href) { (post) } },
            html! { ul class="pemangku" { @for p in people { li { (holder(p)) } } } },
        ])
    };
    if posts.is_empty() {
        return kartu(
            "dijabat-plt",
            "Dijabat Plt",
            html! {},
            kosong(
                Icon::Orang,
                "Tidak ada jabatan yang dijabat Plt",
                "Penugasan Plt dan Plh dicatat lewat Catat SK di halaman pegawai.",
                None,
            ),
        );
    }
    let table = Tabel {
        caption: "Jabatan yang dijabat Plt atau Plh".into(),
        columns: vec![
            Kolom::new("Jabatan").phone(Phone::Full),
            Kolom::new("Dijabat oleh").phone(Phone::Full),
        ],
        rows: posts.iter().map(row).collect(),
        ..Tabel::default()
    };
    kartu("dijabat-plt", "Dijabat Plt", html! { small { "tetap dihitung lowong" } }, table.render())
}

fn posts(view: &UnitView) -> Markup {
    let aside = html! { @if view.posts.iter().any(|p| p.derived) { small { "\"Dari berkas nominatif\": belum ada dalam peta jabatan" } } };
    if view.posts.is_empty() {
        return kartu("jabatan", "Jabatan", html! {}, no_posts(view));
    }
    let table = Tabel {
        caption: format!("Jabatan pada {}", view.name),
        columns: vec![
            Kolom::new("Jabatan").phone(Phone::Full),
            Kolom::new("Kelas").numeric().phone(Phone::Hidden).class("utas"),
            Kolom::new("Kebutuhan").numeric().phone(Phone::Hidden).class("utas"),
            Kolom::new("Terisi").numeric().phone(Phone::Left).class("utas"),
            Kolom::new("Selisih").phone(Phone::Right).class("utas"),
            Kolom::new("Pemangku").phone(Phone::Full),
        ],
        rows: view.posts.iter().map(post).collect(),
        ..Tabel::default()
    };
    kartu(
        "jabatan",
        "Jabatan",
        aside,
        html! { (table.render()) @if let Some(p) = &view.posts_paging { (p) } },
    )
}

/// Asks for a peta jabatan only where none was taken in: a government has no posts of its own.
fn no_posts(view: &UnitView) -> Markup {
    let (title, why) = match (view.has_map, view.children.is_empty()) {
        (false, _) => {
            ("Belum ada jabatan pada unit ini", "Unggah Peta jabatan, atau lihat unit di bawahnya.")
        }
        (true, true) => {
            ("Tidak ada jabatan pada unit ini", "Peta jabatan tidak memuat jabatan untuk unit ini.")
        }
        (true, false) => ("Tidak ada jabatan pada unit ini sendiri", "Jabatannya ada pada unit di bawahnya."),
    };
    kosong(Icon::Lapis, title, why, None)
}

fn post(p: &PosJabatan) -> Baris {
    let unknown = html! { span class="redup" { "–" } };
    let kind = [p.jenis.as_str(), p.jenjang.as_str()]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Baris::new(vec![
        html! { span class="dua" { span { (p.jabatan) } small { (kind) @if let Some(k) = p.kelas { span class="hp-saja" { " · kelas " (k) } } } @if p.derived { span { (lencana(Tone::Netral, None, "dari berkas nominatif")) } } @if p.closed { span { (lencana(Tone::Awas, None, "pos sudah dihapus")) } } small { a href=(p.history_href) { "Riwayat" span class="sr" { " " (p.jabatan) } } @if let Some(href) = &p.record_href { " · " a href=(href) { "Catat" span class="sr" { " perubahan " (p.jabatan) } } } } } },
        match p.kelas {
            Some(k) => html! { (k) },
            None => unknown.clone(),
        },
        match p.kebutuhan {
            Some(n) => html! { (format::angka(u64::from(n))) },
            None => unknown.clone(),
        },
        html! {
            (format::angka(u64::from(p.terisi)))
            span class="hp-saja" { " terisi" @if let Some(n) = p.kebutuhan { " dari kebutuhan " (format::angka(u64::from(n))) } }
        },
        gap(p),
        html! {
            @if p.holders.is_empty() && p.acting.is_empty() { span class="redup" { "belum ada" } }
            @else {
                ul class="pemangku" {
                    @for h in p.holders.iter().chain(&p.acting) { li { (holder(h)) } }
                    @if let Some(href) = &p.more_href { li { a href=(href) { "Lihat " (format::angka(u64::from(p.terisi))) " pemangku" span class="sr" { " " (p.jabatan) } } } }
                }
            }
        },
    ])
}

fn holder(h: &Pemangku) -> Markup {
    if h.note.is_empty() {
        orang(&h.name, &h.nip, &h.href)
    } else {
        orang_dengan(&h.name, &h.nip, &h.href, &html! { (h.note) })
    }
}

/// Too few and too many are words with a number, never a sign alone.
fn gap(p: &PosJabatan) -> Markup {
    let Some(needed) = p.kebutuhan else { return html! { span class="redup" { "–" } } };
    match (needed.checked_sub(p.terisi), p.terisi.saturating_sub(needed)) {
        (Some(0), _) => html! { span class="redup" { "pas" } },
        (Some(n), _) => lencana(Tone::Bahaya, None, &format!("{} lowong", format::angka(u64::from(n)))),
        (None, n) => lencana(Tone::Awas, None, &format!("{} lebih", format::angka(u64::from(n)))),
    }
}

fn children(view: &UnitView) -> Markup {
    let number = |n: Option<u64>| html! { @match n { Some(n) => (format::angka(n)), None => span class="redup" { "–" } } };
    let row = |c: &AnakUnit| {
        Baris::new(vec![
            html! { span class="dua" { a href=(c.href) { (c.name) } small { (c.kind) } } },
            short_head(&c.head),
            html! { (format::angka(c.isi.filled)) },
            number(c.isi.needed.map(|_| c.isi.vacant)),
            number(c.isi.needed.map(|_| c.isi.over)),
        ])
    };
    let table = Tabel {
        caption: format!("Unit di bawah {}", view.name),
        columns: vec![
            Kolom::new("Unit").phone(Phone::Full),
            Kolom::new("Kepala").phone(Phone::Full),
            Kolom::new("Terisi").numeric(),
            Kolom::new("Lowong").numeric(),
            Kolom::new("Kelebihan").numeric(),
        ],
        rows: view.children.iter().map(row).collect(),
        ..Tabel::default()
    };
    kartu(
        "unit-bawah",
        "Unit di bawahnya",
        html! { small { "angka termasuk semua unit di bawahnya" } },
        table.render(),
    )
}

fn short_head(head: &Pejabat) -> Markup {
    html! {
        @match head {
            Pejabat::TanpaPejabat => span class="redup" { "tanpa pejabat" },
            Pejabat::Terisi { name, href } => a href=(href) { (name) },
            Pejabat::Plt { jenis, name, href, since } => span class="dua" { a href=(href) { (name) } small { (jenis) ". " (since) } },
            Pejabat::Kosong { since } => span class="dua" { span { (lencana(Tone::Bahaya, None, "lowong")) } @if !since.is_empty() { small { (since) } } },
        }
    }
}

fn without_post(view: &UnitView) -> Markup {
    let shown = view.without_post.len() as u64;
    let aside = html! { @if view.without_post_total > shown { a href=(view.without_post_href) { "Lihat semua " (format::angka(view.without_post_total)) } } @else { small { (format::angka(view.without_post_total)) " orang" } } };
    let row = |o: &OrangTanpaPos| {
        Baris::new(vec![
            holder(&o.person),
            html! { @if o.jabatan.is_empty() { span class="redup" { "belum diketahui" } } @else { (o.jabatan) } },
        ])
    };
    let table = Tabel {
        caption: format!("Pegawai {} tanpa jabatan pada peta", view.name),
        columns: vec![Kolom::new("Nama & NIP").phone(Phone::Full), Kolom::new("Jabatan menurut data")],
        rows: view.without_post.iter().map(row).collect(),
        ..Tabel::default()
    };
    kartu("tanpa-jabatan", "Pegawai tanpa jabatan pada peta", aside, table.render())
}
