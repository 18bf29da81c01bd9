//! Token API: a new one, shown once, and those there are.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::{waktu, waktu_dan_jarak};
use web::component::tombol::Tombol;
use web::page::example_frame;
use web::{Frame, Icon, Sample, Tanggal, Tone, page};

/// What a token is good for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keadaan {
    Berlaku,
    /// Past its last day.
    Lewat,
    Dicabut(Tanggal),
}

#[derive(Clone, Debug)]
pub struct BarisToken {
    pub nama: String,
    /// `pegawai:baca, mutu:baca`
    pub izin: String,
    pub until: Tanggal,
    /// The day it was used last.
    pub used: Option<Tanggal>,
    pub state: Keadaan,
    pub revoke_href: String,
}

#[derive(Clone, Debug)]
pub struct TokenView {
    pub today: Tanggal,
    /// Name and text of the token just made: the only time it is shown.
    pub made: Option<(String, String)>,
    /// One was just revoked.
    pub revoked: bool,
    pub nama: String,
    /// Word, label and whether it is ticked.
    pub scopes: Vec<(String, String, bool)>,
    pub lives: Vec<(String, String)>,
    pub masa: String,
    /// Field and sentence.
    pub errors: Vec<(String, String)>,
    pub rows: Vec<BarisToken>,
}

/// The page `/akun/token`.
pub fn daftar(frame: &Frame, view: &TokenView) -> Markup {
    let body = html! {
        div class="kepala" {
            div {
                h1 { "Token API" }
                p { "Token memberi program lain hak membaca sebatas peran Anda. Simpan seperti kata sandi." }
            }
        }
        (ringkasan_kesalahan(&view.errors))
        div class="badan tumpuk" {
            @if let Some((nama, token)) = &view.made { (shown_once(nama, token)) }
            @if view.revoked { (Kabar::new(Tone::Ok, "Token sudah dicabut.")) }
            (kartu("token-ada", "Token Anda", html! {}, list(frame, view)))
            (kartu("token-baru", "Token baru", html! {}, form(frame, view)))
        }
    };
    page(frame, body)
}

fn shown_once(nama: &str, token: &str) -> Kabar {
    Kabar::new(Tone::Ok, &format!("Token untuk {nama} sudah dibuat.")).body(html! {
        p { "Salin sekarang; token ini tidak dapat ditampilkan lagi." }
        div class="gulir" tabindex="0" role="region" aria-label="Token baru" { code { (token) } }
    })
}

fn form(frame: &Frame, view: &TokenView) -> Markup {
    let error = |field: &str| view.errors.iter().find(|e| e.0 == field).map(|e| e.1.as_str());
    html! {
        form class="isi-kartu formulir" method="post" action="/akun/token" {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::text("nama", "Nama program").value(&view.nama).help("Misalnya: Aplikasi absensi.").error(error("nama")))
            fieldset class=(if error("izin").is_some() { "pilihan salah" } else { "pilihan" }) id="izin" {
                legend { "Izin" }
                @if let Some(sentence) = error("izin") {
                    span class="pesan" { span { span class="sr" { "Kesalahan: " } (sentence) } }
                }
                @for (word, label, ticked) in &view.scopes {
                    @let id = format!("izin-{}", word.replace(':', "-"));
                    div class="ruas centang" {
                        input type="checkbox" id=(id) name="izin" value=(word) checked[*ticked];
                        label for=(id) { (label) " " code { (word) } }
                    }
                }
            }
            (Ruas::choice("masa", "Masa berlaku", view.lives.clone()).value(&view.masa).error(error("masa")))
            (Tombol::submit("Buat token").primary())
        }
    }
}

fn list(frame: &Frame, view: &TokenView) -> Markup {
    if view.rows.is_empty() {
        return kosong(
            Icon::Perisai,
            "Belum ada token",
            "Buat satu untuk setiap program, agar dapat dicabut sendiri-sendiri.",
            None,
        );
    }
    let row = |token: &BarisToken| Baris {
        struck: token.state != Keadaan::Berlaku,
        ..Baris::new(vec![
            html! { (token.nama) },
            html! { (token.izin) },
            html! { (waktu_dan_jarak(token.until, view.today)) },
            html! { @match token.used { Some(day) => (waktu(day)), None => "belum pernah" } },
            state(frame, token),
        ])
    };
    html! {
        (Tabel {
            caption: "Token Anda, yang terbaru dahulu".into(),
            columns: vec![
                Kolom::new("Program").phone(Phone::Full).class("kata"),
                Kolom::new("Izin").class("kata"),
                Kolom::new("Sampai"),
                Kolom::new("Terakhir dipakai"),
                Kolom::new("Keadaan"),
            ],
            rows: view.rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn state(frame: &Frame, token: &BarisToken) -> Markup {
    match token.state {
        Keadaan::Dicabut(day) => html! { (lencana(Tone::Netral, None, "Dicabut")) " " (waktu(day)) },
        Keadaan::Lewat => lencana(Tone::Netral, None, "Lewat masa"),
        Keadaan::Berlaku => html! {
            form method="post" action=(token.revoke_href) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit("Cabut").small().danger().context(&token.nama))
            }
        },
    }
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let frame = Frame { clock: None, ..example_frame("Token API", "") };
    let day = |m, d| Tanggal::new(2026, m, d);
    let row = |nama: &str, izin: &str, state, used| BarisToken {
        nama: nama.into(),
        izin: izin.into(),
        until: day(12, 31),
        used,
        state,
        revoke_href: "/akun/token/01928c7e-0000-7000-8000-000000000001/cabut".into(),
    };
    let base = TokenView {
        today: day(11, 22),
        made: None,
        revoked: false,
        nama: String::new(),
        scopes: vec![
            ("pegawai:baca".into(), "Membaca data pegawai".into(), false),
            ("mutu:baca".into(), "Membaca temuan mutu data".into(), true),
        ],
        lives: vec![("90".into(), "90 hari".into()), ("30".into(), "30 hari".into())],
        masa: "90".into(),
        errors: vec![],
        rows: vec![
            row("Aplikasi absensi", "pegawai:baca", Keadaan::Berlaku, Some(day(11, 21))),
            row("Dasbor Diskominfo", "statistik:baca, mutu:baca", Keadaan::Berlaku, None),
            row("Uji coba", "pegawai:baca", Keadaan::Dicabut(day(10, 3)), None),
            row("Integrasi lama", "jurnal:baca", Keadaan::Lewat, Some(day(6, 1))),
        ],
    };
    let made = Some(("Aplikasi absensi".to_owned(), format!("sinergi_{}", "0f".repeat(32))));
    let errors =
        vec![("izin".to_owned(), "Pilih paling sedikit satu izin yang juga dimiliki akun Anda.".to_owned())];
    vec![
        Sample::new("token", daftar(&frame, &base)),
        Sample::new("token-baru", daftar(&frame, &TokenView { made, ..base.clone() })),
        Sample::new(
            "token-salah",
            daftar(&frame, &TokenView { errors, nama: "Absen".into(), ..base.clone() }),
        ),
        Sample::new("token-kosong", daftar(&frame, &TokenView { rows: vec![], ..base })),
    ]
}
