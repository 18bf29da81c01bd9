//! Positions of the law that differ, the one an official chose for a person, and the form for a choice.

use super::mengapa::{Ketentuan, Tentang, clocks, head, whole};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// A choice, or the taking back of one.
#[derive(Clone, Debug, Default)]
pub struct Pilihan {
    /// Its wording when it was chosen; `None` when a choice was taken back.
    pub position: Option<String>,
    /// What followed from it then.
    pub answer: String,
    /// `Keadaan per 22 Nov 2026, hukum per 22 Nov 2026`
    pub asked: String,
    /// Name and office.
    pub official: String,
    /// Number and date of the paper; may be empty.
    pub document: String,
    pub reason: String,
    /// `22 Nov 2026 09.31 WIB oleh Desi Anggraini, Petugas BKD`
    pub recorded: String,
    /// The norm reads differently since.
    pub outdated: bool,
}

/// The page `/pegawai/{id}/tafsir/{norma}`.
#[derive(Clone, Debug)]
pub struct TafsirView {
    pub about: Tentang,
    pub ketentuan: Ketentuan,
    /// Newest first.
    pub history: Vec<Pilihan>,
    /// For those who may choose.
    pub form: Option<FormTafsir>,
    /// Why they cannot now.
    pub refusal: String,
}

/// The form.
#[derive(Clone, Debug, Default)]
pub struct FormTafsir {
    pub action: String,
    /// Which positions and entries the sender has in front of them.
    pub seen: String,
    /// Positions with their answers, and taking back.
    pub choices: Vec<(String, String)>,
    /// The choice was made on paper by somebody else, who is named with number and date.
    pub on_paper: bool,
    /// What was typed.
    pub typed: Vec<(String, String)>,
    /// Field and message.
    pub errors: Vec<(String, String)>,
}

pub fn tafsir(frame: &Frame, view: &TafsirView) -> Markup {
    let mut frame = frame.clone();
    let errors = view.form.as_ref().map_or(&[][..], |form| &form.errors);
    frame.refused = !errors.is_empty();
    let body = html! {
        (head(&view.about, &[]))
        div class="dua-kolom" {
            div class="tumpuk" {
                (ringkasan_kesalahan(errors))
                (whole("ketentuan", &view.ketentuan, &html! {}))
                @if let Some(form) = &view.form { (choose(&frame, form)) }
                @if !view.refusal.is_empty() { (Kabar::new(Tone::Info, &view.refusal)) }
                @if !view.history.is_empty() {
                    (kartu("riwayat-pilihan", "Riwayat pilihan", html! {}, html! {
                        @for one in &view.history { (rows(one)) }
                    }))
                }
            }
            div class="tumpuk" { (clocks(&view.about)) }
        }
    };
    page(&frame, body)
}

/// The standing choice, below the positions.
pub(super) fn terpilih(one: &Pilihan) -> Markup {
    html! {
        div class="isi-kartu" { (Kabar::new(Tone::Info, "Posisi yang dipilih pejabat").body(html! { "Jawaban hukumnya tetap beda tafsir; pilihan ini berlaku bagi pegawai ini saja." })) }
        (rows(one))
    }
}

const OUTDATED: &str = "Bunyi norma dalam paket sekarang sudah berubah. Yang tampil di sini posisi menurut bunyi ketika dipilih.";

fn rows(one: &Pilihan) -> Markup {
    let mut list: Vec<(&str, Markup)> = vec![match &one.position {
        Some(position) => ("Posisi", html! { b { (one.answer) } ": " (position) }),
        None => ("Posisi", html! { b { "Pilihan sebelumnya dicabut" } }),
    }];
    for (label, text) in [
        ("Dipilih oleh", &one.official),
        ("Dokumen", &one.document),
        ("Alasan", &one.reason),
        ("Dipilih untuk", &one.asked),
        ("Dicatat", &one.recorded),
    ] {
        if !text.is_empty() {
            list.push((label, html! { (text) }));
        }
    }
    if one.outdated {
        list.push(("Perhatian", html! { (OUTDATED) }));
    }
    fakta(&list)
}

fn choose(frame: &Frame, form: &FormTafsir) -> Markup {
    let typed = |name: &str| form.typed.iter().find(|t| t.0 == name).map_or("", |t| t.1.as_str());
    let field = |ruas: Ruas, name: &str| {
        let error = form.errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
        ruas.value(typed(name)).error(error)
    };
    let number = Ruas::text("nomor", "Nomor dokumen");
    let day = Ruas::date("tanggal", "Tanggal dokumen");
    let (number, day) = if form.on_paper { (number, day) } else { (number.optional(), day.optional()) };
    let first = (String::new(), "Pilih posisi".to_owned());
    let choices = std::iter::once(first).chain(form.choices.iter().cloned()).collect();
    let body = html! {
        form class="isi-kartu tumpuk cetak-sembunyi" method="post" action=(form.action) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="dilihat" value=(form.seen);
            p class="redup" {
                "Pilihan tercatat di jurnal, terbaca oleh pegawai yang bersangkutan, dan tidak mengubah jawaban hukumnya."
                @if form.on_paper { " Catat pilihan pejabat yang berwenang menurut dokumennya." } @else { " Pilihan tercatat atas nama Anda." }
            }
            (field(Ruas::choice("posisi", "Posisi", choices), "posisi"))
            @if form.on_paper { (field(Ruas::text("pejabat", "Pejabat yang memilih").help("Nama dan jabatan, misalnya: Kepala BKD, Rahmat Hidayat."), "pejabat")) }
            (field(Ruas::area("alasan", "Alasan", 3).help("10 sampai 500 huruf. Jangan menulis data disiplin."), "alasan"))
            (field(number, "nomor"))
            (field(day, "tanggal"))
            div class="baris" { (Tombol::submit("Catat pilihan").primary()) }
        }
    };
    kartu("pilih-posisi", "Pilih posisi", html! {}, body)
}
