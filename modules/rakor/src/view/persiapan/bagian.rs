//! The agenda with its papers.

use super::{ButirView, PaparanView, PersiapanView, kirim};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::tombol::Tombol;
use web::{Frame, Tone, component::lencana::lencana};

/// Endings a form asks for.
pub const ENDINGS: &str = ".pdf,.xlsx,.pptx,.docx,.png,.jpg,.jpeg";

pub fn agenda(frame: &Frame, view: &PersiapanView) -> Markup {
    let first = usize::from(view.rtl_dulu.is_some());
    html! {
        div class="isi-kartu tumpuk" {
            ol class="tumpuk" {
                @if let Some(open) = &view.rtl_dulu { li { (rtl_dulu(open)) } }
                @for b in &view.agenda { li {
                    b { @if !b.pukul.is_empty() { (b.pukul) " " } (b.judul) } @if !b.penyaji.is_empty() { br; small { (b.penyaji) } }
                    (papers(frame, view, &b.paparan))
                } }
            }
            (papers(frame, view, &view.paparan))
        }
        @if view.siapkan { details class="isi-kartu" open[view.ulang.tentang("agenda", None)] {
            summary class="buka" { "Ubah agenda" }
            (kirim(frame, &view.alamat, "agenda", html! {
                input type="hidden" name="versi" value=(view.versi[1]);
                @for (n, (urut, b)) in isian(view, first).iter().enumerate() { (baris(view, urut, b, n, first)) }
                p class="redup" { "Kosongkan judul untuk menghapus. Urutan mengikuti nomornya." }
                (Tombol::submit("Simpan agenda").primary())
            }))
        } }
        @if view.unggah { (unggah(frame, view)) }
    }
}

fn rtl_dulu(open: &[(String, String)]) -> Markup {
    html! {
        b { "Tindak lanjut rakor sebelumnya" } " " (lencana(Tone::Info, None, "selalu pertama"))
        @if open.is_empty() { p { "Semua tindak lanjut rakor sebelumnya sudah selesai." } }
        @else {
            p { (open.len()) " tindak lanjut masih terbuka:" }
            ul class="tumpuk" { @for (what, whose) in open { li { (what) br; small { (whose) } } } }
        }
    }
}

/// The rows of the form: as typed when it was refused, else as they are with two empty ones.
fn isian(view: &PersiapanView, first: usize) -> Vec<(String, ButirView)> {
    if view.ulang.tentang("agenda", None) {
        let all = ["butir", "urut", "pukul", "judul", "penyaji"].map(|name| view.ulang.semua(name));
        let at = |field: usize, n: usize| all[field].get(n).map_or(String::new(), |t| (*t).to_owned());
        let row = |n| ButirView {
            id: at(0, n),
            pukul: at(2, n),
            judul: at(3, n),
            penyaji: at(4, n),
            ..ButirView::default()
        };
        return (0..all[3].len()).map(|n| (at(1, n), row(n))).collect();
    }
    let empty = [ButirView::default(), ButirView::default()];
    let rows = view.agenda.iter().cloned().chain(empty);
    rows.enumerate().map(|(n, b)| ((n + 1 + first).to_string(), b)).collect()
}

fn baris(view: &PersiapanView, urut: &str, b: &ButirView, n: usize, first: usize) -> Markup {
    let id = |name: &str| format!("{name}-{n}");
    html! {
        div class="isian-baris" role="group" aria-label=(format!("Mata acara {}", n + 1 + first)) {
            input type="hidden" name="butir" value=(b.id);
            (Ruas::text("urut", "Nomor").id(&id("urut")).value(urut))
            (Ruas::text("pukul", "Pukul").id(&id("pukul")).value(&b.pukul).error(view.ulang.galat(&id("pukul"))))
            (Ruas::text("judul", "Judul").id(&id("judul")).value(&b.judul).error(view.ulang.galat(&id("judul"))))
            (Ruas::text("penyaji", "Penyaji").id(&id("penyaji")).value(&b.penyaji).error(view.ulang.galat(&id("penyaji"))))
        }
    }
}

fn papers(frame: &Frame, view: &PersiapanView, all: &[PaparanView]) -> Markup {
    html! { @if !all.is_empty() { ul class="tumpuk" { @for p in all { li {
        a href=(p.href) { (p.judul) } " " small { (p.catatan) }
        @if let Some((read, of)) = p.kebijakan {
            " " (lencana(if read == of { Tone::Ok } else { Tone::Awas }, None, &format!("dibaca {read} dari {of} instansi")))
            @if !p.belum.is_empty() { br; small { "Belum: " (p.belum.join(", ")) } }
        }
        @if p.baca {
            form method="post" action=(format!("{}/paparan/baca", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="paparan" value=(p.id);
                (Tombol::submit("Sudah dibaca").small().context(&p.judul))
            }
        }
    } } } } }
}

fn unggah(frame: &Frame, view: &PersiapanView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let none = (String::new(), "Seluruh rakor".to_owned());
    let items = std::iter::once(none).chain(view.agenda.iter().map(|b| (b.id.clone(), b.judul.clone())));
    html! { details class="isi-kartu" open[view.ulang.tentang("paparan", None)] {
        summary class="buka" { "Tambah paparan" }
        form class="formulir" method="post" enctype="multipart/form-data" action=(format!("{}/paparan", view.alamat)) {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::text("judul", "Judul").id("judul-paparan").value(view.lagi("paparan", "judul")).error(error("judul-paparan")))
            (Ruas::choice("agenda", "Mata acara", items.collect()).id("agenda-paparan").value(view.lagi("paparan", "agenda")))
            @if view.siapkan { (Ruas::check("kebijakan", "Paparan kebijakan: setiap instansi menyatakan sudah membaca", "1", view.lagi("paparan", "kebijakan") == "1")) }
            (Ruas::file("berkas", "Berkas", ENDINGS).help("PDF, XLSX, PPTX, DOCX, PNG, atau JPG; paling besar 25 MB. Berkas yang lebih besar ditolak bersama isian lain.").error(error("berkas")))
            (Tombol::submit("Unggah"))
        }
    } }
}
