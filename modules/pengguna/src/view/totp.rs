//! The authenticator app of the own account.

use maud::{Markup, PreEscaped, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::page::example_frame;
use web::{Frame, Sample, Tone, page};

/// The page `/akun/autentikator`.
#[derive(Clone, Debug, Default)]
pub struct AutentikatorView {
    /// The account has one.
    pub set: bool,
    /// Nothing else is possible before it has.
    pub demanded: bool,
    /// Base 32, for apps that cannot scan.
    pub secret: String,
    /// The picture an app scans, as SVG of our own making.
    pub picture: String,
    /// Field (`sandi`, `kode`) and message.
    pub errors: Vec<(String, String)>,
}

pub fn autentikator(frame: &Frame, view: &AutentikatorView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = !view.errors.is_empty();
    let error = |name: &str| view.errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let form = |fields: Markup, button: Tombol| {
        html! {
            form class="isi-kartu formulir" method="post" action="/akun/autentikator" {
                input type="hidden" name="csrf" value=(frame.csrf);
                (fields)
                div class="baris" { (button) }
            }
        }
    };
    let password = || Ruas::password("sandi", "Kata sandi Anda", "current-password").error(error("sandi"));
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        div class="kepala" { div {
            h1 { "Autentikator" }
            p { "Selain kata sandi, masuk memerlukan kode 6 angka dari aplikasi di ponsel Anda." }
        } }
        div class="badan tumpuk" {
            @if view.demanded { (Kabar::new(Tone::Awas, "Administrator di sini wajib memakai autentikator.").body(html! { "Pasang dahulu, lalu lanjutkan bekerja." })) }
            @if view.set {
                (Kabar::new(Tone::Ok, "Autentikator terpasang pada akun ini."))
                (kartu("lepas", "Lepas autentikator", html! {}, form(
                    html! { (password()) },
                    Tombol::submit("Lepas").value("aksi", "lepas"),
                )))
            } @else {
                (kartu("pasang", "Pasang", html! {}, form(
                    html! {
                        p { "Buka aplikasi autentikator (TOTP) di ponsel, pindai gambar ini atau ketik kuncinya, lalu ketik kode yang tampil." }
                        div { (PreEscaped(&view.picture)) }
                        p { "Kunci: " code class="angka" { (spaced(&view.secret)) } }
                        input type="hidden" name="kunci" value=(view.secret);
                        (Ruas::text("kode", "Kode 6 angka").autocomplete("one-time-code").error(error("kode")))
                        (password())
                    },
                    Tombol::submit("Pasang autentikator").value("aksi", "pasang").primary(),
                )))
            }
        }
    };
    page(&frame, body)
}

fn spaced(secret: &str) -> String {
    let chars: Vec<char> = secret.chars().collect();
    chars.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

pub(super) fn samples() -> Vec<Sample> {
    let frame = example_frame("Autentikator", "Beranda");
    let view = AutentikatorView {
        secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into(),
        picture: "<svg role=\"img\" aria-label=\"Kode QR kunci autentikator\" width=\"200\" height=\"200\"><path d=\"M0 0H200V200\"></path></svg>".into(),
        demanded: true,
        ..AutentikatorView::default()
    };
    let wrong = vec![("kode".to_owned(), "Kode tidak cocok.".to_owned())];
    vec![
        Sample::new(
            "autentikator",
            autentikator(&frame, &AutentikatorView { errors: wrong, ..view.clone() }),
        ),
        Sample::new("autentikator-terpasang", autentikator(&frame, &AutentikatorView { set: true, ..view })),
    ]
}
