//! The page `/pesan/setelan`.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct SetelanView {
    pub surel: String,
    /// Word, label and whether it comes by e-mail.
    pub jenis: Vec<(String, String, bool)>,
    pub ringkasan: bool,
    /// Quiet hours from and until; empty for none.
    pub tenang: [String; 2],
    /// There is a calendar address.
    pub kalender: bool,
    /// The address just made: the only time it is shown.
    pub kalender_baru: Option<String>,
    /// Whether this node sends e-mail at all.
    pub layanan_surel: bool,
    pub saved: Option<String>,
    /// Field and sentence.
    pub errors: Vec<(String, String)>,
}

pub fn setelan(frame: &Frame, view: &SetelanView) -> Markup {
    let body = html! {
        div class="kepala" { div {
            h1 { "Setelan pesan" }
            p { "Pesan selalu ada di sini. Surel hanya memuat satu kalimat dan tautan, tanpa data pegawai." }
        } }
        (ringkasan_kesalahan(&view.errors))
        div class="badan tumpuk" {
            @if let Some(sentence) = &view.saved { (Kabar::new(Tone::Ok, sentence)) }
            @if let Some(alamat) = &view.kalender_baru { (shown_once(alamat)) }
            @if !view.layanan_surel {
                (Kabar::new(Tone::Awas, "Layanan ini belum mengirim surel.").body(html! { "Pesan tetap masuk ke halaman Pesan. Pengiriman surel disetel pengelola layanan." }))
            }
            (kartu("surel-setelan", "Surel", html! {}, form(frame, view)))
            (kartu("kalender-setelan", "Kalender tenggat", html! {}, calendar(frame, view)))
        }
    };
    page(frame, body)
}

fn shown_once(alamat: &str) -> Kabar {
    Kabar::new(Tone::Ok, "Alamat kalender sudah dibuat.").body(html! {
        p { "Salin sekarang ke aplikasi kalender Anda; alamat ini tidak dapat ditampilkan lagi." }
        div class="gulir" tabindex="0" role="region" aria-label="Alamat kalender" { code { (alamat) } }
        @if alamat.starts_with('/') { p { "Tulis alamat layanan ini di depannya, seperti di bilah alamat peramban Anda." } }
    })
}

fn form(frame: &Frame, view: &SetelanView) -> Markup {
    let error = |field: &str| view.errors.iter().find(|e| e.0 == field).map(|e| e.1.as_str());
    let when = [("segera", "Segera, satu per satu"), ("harian", "Ringkasan sekali sehari, pukul 07.00 WIB")];
    let when = when.map(|(word, label)| (word.to_owned(), label.to_owned())).to_vec();
    html! {
        form class="isi-kartu formulir" method="post" action="/pesan/setelan" {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::text("surel", "Alamat surel").value(&view.surel).autocomplete("email").optional()
                .help("Kosongkan bila pesan cukup dibaca di sini.").error(error("surel")))
            fieldset class="pilihan" {
                legend { "Yang dikirim lewat surel" }
                @for (word, label, ticked) in &view.jenis {
                    div class="ruas centang" {
                        input type="checkbox" id={ "jenis-" (word) } name="jenis" value=(word) checked[*ticked];
                        label for={ "jenis-" (word) } { (label) }
                    }
                }
            }
            (Ruas::choice("waktu", "Kapan dikirim", when).value(if view.ringkasan { "harian" } else { "segera" }))
            (Ruas::choice("tenang_dari", "Jam tenang mulai", hours()).value(&view.tenang[0])
                .help("Di antara kedua jam ini (WIB) tidak ada surel; yang tertunda dikirim sesudahnya.").error(error("tenang_dari")))
            (Ruas::choice("tenang_sampai", "Jam tenang sampai", hours()).value(&view.tenang[1]))
            (Tombol::submit("Simpan setelan").primary())
        }
    }
}

fn hours() -> Vec<(String, String)> {
    let none = (String::new(), "Tidak ada".to_owned());
    std::iter::once(none).chain((0..24).map(|h| (h.to_string(), format!("{h:02}.00")))).collect()
}

fn calendar(frame: &Frame, view: &SetelanView) -> Markup {
    let button = |tombol: Tombol, word: &str| {
        html! {
            form method="post" action="/pesan/kalender" {
                input type="hidden" name="csrf" value=(frame.csrf);
                (tombol.value("tindakan", word))
            }
        }
    };
    html! {
        div class="isi-kartu tumpuk" {
            p { "Aplikasi kalender di ponsel atau komputer dapat menampilkan tenggat Anda. Isinya judul, tanggal, dan tautan tugas; tanpa data pegawai. Siapa pun yang memegang alamatnya dapat membacanya, jadi simpan seperti kata sandi." }
            div class="baris" {
                @if view.kalender {
                    (button(Tombol::submit("Ganti alamat kalender"), "buat"))
                    (button(Tombol::submit("Hentikan").danger().context("alamat kalender"), "hentikan"))
                } @else {
                    (button(Tombol::submit("Buat alamat kalender"), "buat"))
                }
            }
        }
    }
}
