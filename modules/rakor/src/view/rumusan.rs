//! `/rakor/{id}/rumusan`: what is to be agreed, point by point, with each party's stand on the wording now.

use super::kepala::{Kepala, kepala};
use super::notulen::{Ditolak, ditolak};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::notulen::{Bunyi, bagian, keadaan};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct RumusanView {
    /// Its head.
    pub kepala: Kepala,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// `/rakor/{id}`
    pub alamat: String,
    /// The reader words points.
    pub tulis: bool,
    /// The reader may ask the plenary to agree now.
    pub sepakati: bool,
    /// Instansi whose stand the reader records: id and name.
    pub bersikap: Vec<(String, String)>,
    /// The reader may have points voted on.
    pub pungut: bool,
    /// Items of the agenda: id and title.
    pub agenda: Vec<(String, String)>,
    /// Points, in order.
    pub butir: Vec<ButirView>,
    /// Points taken out: wording and reason.
    pub dicabut: Vec<(String, String)>,
    /// A wording that could not be kept.
    pub ditolak: Option<Ditolak>,
    /// Points not everybody agrees to, and who.
    pub belum: Vec<String>,
    /// Why they were agreed on all the same.
    pub alasan: String,
    /// Another form that was refused.
    pub ulang: Ulang,
}

/// A point.
#[derive(Clone, Debug, Default)]
pub struct ButirView {
    /// Its name.
    pub id: String,
    /// `R-1`
    pub nomor: String,
    /// The item of the agenda it stands under; may be empty.
    pub acara: String,
    /// The wording's version.
    pub versi: String,
    /// The same with how many texts stand beside it, for whoever writes the next one.
    pub dari: String,
    /// Wording and who wrote it.
    pub kini: Bunyi,
    /// Wordings over an older one.
    pub beda: Vec<Bunyi>,
    /// It only informs.
    pub informasi: bool,
    /// Agreeing, and of how many.
    pub sepakat: (usize, usize),
    /// Parties with their stands, by region code.
    pub sikap: Vec<SikapView>,
    /// The vote on it, when there was one.
    pub suara: Option<SuaraView>,
    /// Changes with every stand and vote.
    pub cap: String,
}

/// A party's stand.
#[derive(Clone, Debug, Default)]
pub struct SikapView {
    /// Whose.
    pub instansi: String,
    /// Which, with its tone.
    pub kata: (String, Tone),
    /// Its note.
    pub catatan: String,
    /// The convener recorded it.
    pub dicatatkan: bool,
}

/// A vote.
#[derive(Clone, Debug, Default)]
pub struct SuaraView {
    /// It goes on.
    pub terbuka: bool,
    /// Counted, in words.
    pub hitungan: String,
    /// Party, its vote, and whether the convener recorded it; by region code.
    pub daftar: Vec<(String, String, bool)>,
    /// What may be voted: word and label.
    pub pilihan: &'static [(&'static str, &'static str)],
}

/// What stands beside a word the convener recorded for a party.
pub const DICATATKAN: &str = "dicatat penyelenggara";

/// The page `/rakor/{id}/rumusan`.
pub fn rumusan(frame: &Frame, view: &RumusanView) -> Markup {
    let tools = html! {
        (Tombol::link("Proyektor", format!("{}/proyektor", view.alamat)).icon(Icon::Grafik))
        @if view.sepakati && !view.belum.is_empty() { (Tombol::link("Sepakati rumusan", "#sepakati")) }
        @else if view.sepakati {
            form method="post" action=(format!("{}/rumusan/sepakati", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit("Sepakati rumusan").primary())
            }
        }
    };
    let body = html! {
        (kepala(&view.kepala, tools))
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.ulang.salah))
            @if let Some(told) = &view.kabar { (told) }
            @if !view.alasan.is_empty() { (Kabar::new(Tone::Info, "Disepakati walau belum semua pihak sepakat.").body(html! { (view.alasan) })) }
            @if let Some(d) = &view.ditolak { (ditolak(frame, d)) }
            section class="kartu" aria-labelledby="rumusan-judul" data-siaran=(format!("{}/siaran", view.alamat)) {
                header { h2 id="rumusan-judul" { "Rumusan" } (keadaan()) }
                div class="isi-kartu notulen" data-bagian {
                    @if view.butir.is_empty() {
                        div id="rumusan-kosong" data-versi="1" { (kosong(Icon::Dok, "Belum ada butir rumusan", "Butir ditulis penyelenggara dan dinyatakan sikapnya oleh setiap instansi.", None)) }
                    }
                    @for b in &view.butir { (butir(frame, view, b)) }
                }
            }
            @if view.tulis { (kartu("butir-baru", "Butir baru", html! {}, baru(frame, view))) }
            @if view.sepakati && !view.belum.is_empty() { (kartu("sepakati", "Sepakati rumusan", html! {}, sepakati(frame, view))) }
            @if !view.dicabut.is_empty() {
                (kartu("dicabut", "Butir yang dicabut", html! {}, html! {
                    ul class="isi-kartu tumpuk" { @for (text, why) in &view.dicabut { li { del { (text) } br; small { "Dicabut: " (why) } } } }
                }))
            }
        }
    };
    page(frame, body)
}

/// Who has not agreed, and the reason to go on all the same.
fn sepakati(frame: &Frame, view: &RumusanView) -> Markup {
    let again = view.ulang.tentang("sepakati", None);
    let typed = view.ulang.isi("alasan").filter(|_| again).unwrap_or("");
    html! {
        div class="isi-kartu tumpuk" {
            p { "Belum semua pihak sepakat:" }
            ul class="tumpuk" { @for line in &view.belum { li { (line) } } }
        }
        form class="isi-kartu formulir" method="post" action=(format!("{}/rumusan/sepakati", view.alamat)) {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::area("alasan", "Alasan rumusan tetap disepakati", 2).id("alasan-sepakat").value(typed).help("10 sampai 300 huruf. Dibaca semua pihak.").error(view.ulang.galat("alasan-sepakat")))
            (Tombol::submit("Sepakati rumusan").primary())
        }
    }
}

fn butir(frame: &Frame, view: &RumusanView, b: &ButirView) -> Markup {
    let (agree, all) = b.sepakat;
    let inside = html! {
        div class="baris" {
            b { (b.nomor) }
            @if b.informasi { (lencana(Tone::Netral, None, "Informasi saja")) }
            (lencana(if agree == all { Tone::Ok } else { Tone::Info }, None, &format!("{agree} dari {all} sepakat")))
            @if !b.acara.is_empty() { small { (b.acara) } }
        }
        ul class="sikap-daftar" aria-label=(format!("Sikap atas {}", b.nomor)) {
            @for s in &b.sikap {
                li {
                    span { (s.instansi) @if !s.catatan.is_empty() { br; small { (s.catatan) } } @if s.dicatatkan { br; small class="redup" { (DICATATKAN) } } }
                    (lencana(s.kata.1, None, &s.kata.0))
                }
            }
        }
        @if !view.bersikap.is_empty() { (sikap(frame, view, b)) }
        @if b.suara.is_some() || view.pungut { (suara(frame, view, b)) }
        @if view.tulis { (ubah(frame, view, b)) }
    };
    bagian(&format!("r-{}", b.id), &b.cap, &b.kini, &b.beda, inside)
}

fn sikap(frame: &Frame, view: &RumusanView, b: &ButirView) -> Markup {
    let (first, own) = (&view.bersikap[0], view.bersikap.len() == 1);
    let stands = [("sepakat", "Sepakat"), ("catatan", "Sepakat dengan catatan"), ("tidak", "Tidak sepakat")];
    let again = view.ulang.tentang("sikap", Some(("rumusan", &b.id)));
    let typed = |name: &str| view.ulang.isi(name).filter(|_| again).unwrap_or("");
    let note = format!("catatan-{}", b.id);
    html! {
        details open[again] {
            summary class="buka" { "Nyatakan sikap" span class="sr" { " atas " (b.nomor) } }
            form class="formulir" method="post" action=(format!("{}/rumusan/sikap", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="rumusan" value=(b.id);
                input type="hidden" name="versi" value=(b.versi);
                @if own { input type="hidden" name="instansi" value=(first.0); p { "Atas nama " b { (first.1) } } }
                @else { (Ruas::choice("instansi", "Instansi", view.bersikap.clone()).id(&format!("instansi-{}", b.id)).value(typed("instansi"))) }
                (Ruas::area("catatan", "Catatan atau alasan", 2).id(&note).value(typed("catatan")).help("Wajib diisi bila sepakat dengan catatan atau tidak sepakat.").error(view.ulang.galat(&note)))
                div class="baris" { @for (word, label) in stands { (Tombol::submit(label).small().value("sikap", word)) } }
            }
        }
    }
}

fn suara(frame: &Frame, view: &RumusanView, b: &ButirView) -> Markup {
    let at = |page: &str| format!("{}/rumusan/{page}", view.alamat);
    let hidden = html! {
        input type="hidden" name="csrf" value=(frame.csrf);
        input type="hidden" name="rumusan" value=(b.id);
        input type="hidden" name="versi" value=(b.versi);
    };
    let open = b.suara.as_ref().is_some_and(|s| s.terbuka);
    html! {
        @if let Some(s) = &b.suara {
            div class="tumpuk" {
                p { (lencana(if s.terbuka { Tone::Info } else { Tone::Netral }, None, if s.terbuka { "Pemungutan suara berlangsung" } else { "Pemungutan suara ditutup" })) " " (s.hitungan) }
                details {
                    summary class="buka" { "Suara setiap instansi" span class="sr" { " atas " (b.nomor) } }
                    ul class="sikap-daftar" aria-label=(format!("Suara atas {}", b.nomor)) { @for (who, word, recorded) in &s.daftar { li { (who) span { (word) @if *recorded { " · " (DICATATKAN) } } } } }
                }
            }
        }
        @if open && !view.bersikap.is_empty() {
            form class="formulir" method="post" action=(at("suara")) {
                (hidden)
                @if let [only] = view.bersikap.as_slice() { input type="hidden" name="instansi" value=(only.0); p { "Suara " b { (only.1) } } }
                @else { (Ruas::choice("instansi", "Instansi", view.bersikap.clone()).id(&format!("suara-{}", b.id))) }
                div class="baris" { @for (word, label) in b.suara.iter().flat_map(|s| s.pilihan) { (Tombol::submit(label).small().value("pilihan", word).context(&format!("atas {}", b.nomor))) } }
            }
        }
        @if view.pungut {
            form method="post" action=(at(if open { "suara/tutup" } else { "pungut" })) {
                (hidden)
                (Tombol::submit(if open { "Tutup pemungutan" } else if b.suara.is_some() { "Pungut suara ulang" } else { "Pungut suara" }).small().context(&format!("atas {}", b.nomor)))
            }
        }
    }
}

fn ubah(frame: &Frame, view: &RumusanView, b: &ButirView) -> Markup {
    let joined = std::iter::once(&b.kini).chain(&b.beda).map(|b| b.teks.as_str()).collect::<Vec<_>>();
    let again = view.ulang.tentang("cabut", Some(("rumusan", &b.id)));
    let why = format!("alasan-{}", b.id);
    let typed = view.ulang.isi("alasan").filter(|_| again).unwrap_or("");
    html! {
        details open[!b.beda.is_empty()] {
            summary class="buka" { @if b.beda.is_empty() { "Ubah bunyi" } @else { "Satukan" } span class="sr" { " " (b.nomor) } }
            form class="formulir" method="post" action=(format!("{}/rumusan", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="rumusan" value=(b.id);
                input type="hidden" name="dari" value=(b.dari);
                (Ruas::area("teks", "Bunyi", 4).id(&format!("bunyi-{}", b.id)).value(&joined.join("\n\n")).help("Bunyi baru menghapus sikap atas bunyi lama."))
                (Ruas::check("informasi", "Informasi saja, tanpa tindak lanjut", "1", b.informasi).id(&format!("informasi-{}", b.id)))
                (Tombol::submit("Simpan bunyi").small().primary())
            }
        }
        details open[again] {
            summary class="buka" { "Cabut" span class="sr" { " " (b.nomor) } }
            form class="formulir" method="post" action=(format!("{}/rumusan/cabut", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="rumusan" value=(b.id);
                (Ruas::text("alasan", "Alasan").id(&why).value(typed).error(view.ulang.galat(&why)))
                (Tombol::submit("Cabut butir").small().danger())
            }
        }
    }
}

fn baru(frame: &Frame, view: &RumusanView) -> Markup {
    let items = std::iter::once((String::new(), "Tidak terikat mata acara".to_owned()))
        .chain(view.agenda.iter().cloned());
    html! {
        form class="isi-kartu formulir" method="post" action=(format!("{}/rumusan", view.alamat)) {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::choice("agenda", "Mata acara", items.collect()))
            (Ruas::area("teks", "Bunyi", 4))
            (Ruas::check("informasi", "Informasi saja, tanpa tindak lanjut", "1", false))
            (Tombol::submit("Tambah butir").primary())
        }
    }
}
