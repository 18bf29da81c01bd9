//! Accounts: the list, a new one, one of them.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::saring::{Pilihan, Saring};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::page::example_frame;
use web::{Frame, Icon, Sample, Tone, page};

/// The page `/pengguna`.
#[derive(Clone, Debug, Default)]
pub struct DaftarAkunView {
    /// What was searched for.
    pub text: String,
    /// Word of the role chosen; empty for all.
    pub role: String,
    /// Word and label.
    pub roles: Vec<(String, String)>,
    pub rows: Vec<BarisAkun>,
    /// Back to the beginning; `None` on the first page.
    pub first_href: Option<String>,
    pub next_href: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct BarisAkun {
    pub name: String,
    pub full_name: String,
    pub href: String,
    pub role: String,
    /// Unit and instansi.
    pub place: String,
    pub active: bool,
    pub totp: bool,
}

/// The page `/pengguna/baru`: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct BaruView {
    pub account: String,
    pub full_name: String,
    pub role: String,
    pub roles: Vec<(String, String)>,
    pub instansi: String,
    /// Id and name.
    pub tenants: Vec<(String, String)>,
    pub unit: String,
    pub nip: String,
    pub error: Option<String>,
}

/// The page `/pengguna/{akun}`.
#[derive(Clone, Debug, Default)]
pub struct AkunView {
    pub name: String,
    pub full_name: String,
    pub role: String,
    pub role_label: String,
    pub roles: Vec<(String, String)>,
    pub unit: String,
    pub place: String,
    /// Name and address of the person it belongs to.
    pub person: Option<(String, String)>,
    pub active: bool,
    pub totp: bool,
    /// It is the reader's.
    pub own: bool,
    /// A one-time password, shown this once.
    pub password: Option<String>,
    pub error: Option<String>,
}

pub fn daftar_akun(frame: &Frame, view: &DaftarAkunView) -> Markup {
    let row = |r: &BarisAkun| {
        Baris::new(vec![
            html! { span class="dua" { a href=(r.href) { (r.full_name) } small class="angka" { (r.name) } } },
            html! { (r.role) },
            html! { (r.place) },
            html! { @if r.active { "Aktif" } @else { (lencana(Tone::Netral, None, "Ditutup")) } },
            html! { @if r.totp { "Terpasang" } @else { span class="redup" { "Belum" } } },
        ])
    };
    let filter = Saring::of(
        "/pengguna",
        ("cari", "Cari nama"),
        &view.text,
        Vec::new(),
        &[Pilihan {
            name: "peran".into(),
            label: "Peran".into(),
            value: view.role.clone(),
            options: view.roles.clone(),
        }],
    );
    let body = html! {
        div class="kepala" {
            div { h1 { "Pengguna" } p { "Akun yang dapat masuk, peran, dan unitnya." } }
            div class="aksi" { (Tombol::link("Akun baru", "/pengguna/baru").primary().icon(Icon::Tambah)) }
        }
        (filter)
        @if view.rows.is_empty() {
            (kosong(Icon::Akun, "Tidak ada akun", "Tidak ada akun dengan nama atau peran itu.", Some(Tombol::link("Semua akun", "/pengguna"))))
        } @else {
            (Tabel {
                caption: "Akun menurut nama".into(),
                columns: vec![
                    Kolom::new("Nama").phone(Phone::Full),
                    Kolom::new("Peran"),
                    Kolom::new("Tempat").phone(Phone::Full),
                    Kolom::new("Keadaan").class("utas"),
                    Kolom::new("Autentikator").class("utas"),
                ],
                rows: view.rows.iter().map(row).collect(),
                ..Tabel::default()
            })
            nav class="badan baris" aria-label="Halaman" {
                @if let Some(href) = &view.first_href { (Tombol::link("Dari awal", href.as_str()).small()) }
                @if let Some(href) = &view.next_href { (Tombol::link("Berikutnya", href.as_str()).small().icon_after(Icon::Kanan)) }
            }
        }
    };
    page(frame, body)
}

fn choice(first: &str, options: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), first.to_owned())).chain(options.iter().cloned()).collect()
}

fn wrong(error: Option<&str>) -> Markup {
    html! { @if let Some(sentence) = error { (Kabar::new(Tone::Bahaya, sentence)) } }
}

pub fn akun_baru(frame: &Frame, view: &BaruView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = view.error.is_some();
    let body = html! {
        div class="kepala" { div { h1 { "Akun baru" } p { "Sandi sekali pakainya tampil satu kali setelah akun dibuat." } } }
        div class="badan tumpuk" {
            (wrong(view.error.as_deref()))
            form class="formulir" method="post" action="/pengguna" {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::text("akun", "Nama akun").value(&view.account).help("Huruf, angka, titik, garis bawah, atau tanda hubung"))
                (Ruas::text("lengkap", "Nama lengkap").value(&view.full_name))
                (Ruas::choice("peran", "Peran", choice("Pilih peran", &view.roles)).value(&view.role))
                (Ruas::choice("instansi", "Instansi", choice("Instansi pemilik simpul (administrator utama: semua)", &view.tenants)).value(&view.instansi))
                (Ruas::text("unit", "Kode unit organisasi").value(&view.unit).optional().help("Untuk operator perangkat daerah dan pejabat penilai: kode pada halaman unitnya di Peta organisasi"))
                (Ruas::nip("nip", "NIP").value(&view.nip).optional().help("Untuk peran pegawai: orang yang datanya boleh dibaca akun ini"))
                div class="baris" {
                    (Tombol::submit("Buat akun").primary())
                    (Tombol::link("Batal", "/pengguna").quiet())
                }
            }
        }
    };
    page(&frame, body)
}

pub fn akun(frame: &Frame, view: &AkunView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = view.error.is_some();
    let action = format!("/pengguna/{}", view.name);
    let button = |word: &str, label: &str| {
        html! {
            form method="post" action=(action) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit(label).value("aksi", word))
            }
        }
    };
    let person =
        html! { @match &view.person { Some((name, href)) => a href=(href) { (name) }, None => "–" } };
    let facts = [
        ("Nama akun", html! { span class="angka" { (view.name) } }),
        ("Peran", html! { (view.role_label) }),
        ("Tempat", html! { (view.place) }),
        ("Pegawai", person),
        ("Keadaan", html! { @if view.active { "Aktif" } @else { "Ditutup" } }),
        ("Autentikator", html! { @if view.totp { "Terpasang" } @else { "Belum terpasang" } }),
    ];
    let body = html! {
        div class="kepala" { div { h1 { (view.full_name) } p { (view.role_label) } } }
        div class="badan tumpuk" {
            (wrong(view.error.as_deref()))
            @if let Some(password) = &view.password {
                (Kabar::new(Tone::Ok, "Sandi sekali pakai:").body(html! { code class="angka" { (password) } " Sampaikan kepada pemilik akun; sandi ini tidak ditampilkan lagi dan diganti saat pertama masuk." }))
            }
            (kartu("akun", "Akun", html! {}, fakta(&facts)))
            @if !view.own {
                (kartu("peran-unit", "Ubah peran", html! {}, html! {
                    form class="isi-kartu formulir" method="post" action=(action) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Ruas::choice("peran", "Peran", view.roles.clone()).value(&view.role))
                        (Ruas::text("unit", "Kode unit organisasi").value(&view.unit).optional().help("Untuk operator perangkat daerah dan pejabat penilai: kode pada halaman unitnya di Peta organisasi"))
                        div class="baris" { (Tombol::submit("Simpan peran").value("aksi", "peran")) }
                    }
                }))
                div class="baris" {
                    (button("sandi", "Beri sandi baru"))
                    @if view.totp { (button("lepas", "Lepas autentikator")) }
                    @if view.active { (button("tutup", "Tutup akun")) } @else { (button("buka", "Buka akun")) }
                }
            }
        }
    };
    page(&frame, body)
}

pub(super) fn samples() -> Vec<Sample> {
    let roles = vec![("petugas".to_owned(), "Petugas BKD".to_owned())];
    let row = |name: &str, full_name: &str, active| BarisAkun {
        name: name.into(),
        full_name: full_name.into(),
        href: format!("/pengguna/{name}"),
        role: "Petugas BKD".into(),
        place: "Bidang Mutasi, Pemerintah Provinsi Bumi Raya".into(),
        active,
        totp: active,
    };
    let list = DaftarAkunView {
        roles: roles.clone(),
        rows: vec![row("desi", "Desi Anggraini", true), row("sari.maharani", "Sari Maharani", false)],
        next_href: Some("/pengguna?sesudah=sari.maharani".into()),
        ..DaftarAkunView::default()
    };
    let one = AkunView {
        name: "desi".into(),
        full_name: "Desi Anggraini".into(),
        role: "petugas".into(),
        role_label: "Petugas BKD".into(),
        roles: roles.clone(),
        place: "Pemerintah Provinsi Bumi Raya".into(),
        active: true,
        totp: true,
        password: Some("kuda-besar-laut-biru".into()),
        ..AkunView::default()
    };
    let new = BaruView {
        roles,
        error: Some("Akun desi sudah ada. Pilih nama lain.".into()),
        ..BaruView::default()
    };
    vec![
        Sample::new("pengguna", daftar_akun(&example_frame("Pengguna", "Pengguna"), &list)),
        Sample::new("pengguna-baru", akun_baru(&example_frame("Akun baru", "Pengguna"), &new)),
        Sample::new("pengguna-satu", akun(&example_frame("Desi Anggraini", "Pengguna"), &one)),
    ]
}
