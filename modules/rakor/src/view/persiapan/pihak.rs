//! Who is invited, what they answered, and the answer of the reader's own instansi.

use super::{PersiapanView, PihakView, kirim};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::pilihan::{Opsi, pilihan};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon};

pub fn daftar(frame: &Frame, view: &PersiapanView) -> Markup {
    let manages = view.pihak.iter().any(|p| p.jawab.is_some() && !p.sendiri) || view.siapkan;
    let row = |p: &PihakView| Baris {
        struck: p.ditarik.is_some(),
        ..Baris::new(vec![
            html! { @if p.ditarik.is_some() { del { (p.nama) } } @else { (p.nama) } },
            html! { (p.peran) },
            jawaban(p),
            html! {
                @if !p.ics.is_empty() { a href=(p.ics) { "Kalender" span class="sr" { " " (p.nama) } } }
                @if !p.tautan.is_empty() { details { summary class="buka" { "Tautan daring" span class="sr" { " " (p.nama) } } code { (p.tautan) } } }
                @if manages && p.jawab.is_some() && !p.sendiri { details { summary class="buka" { "Catat jawaban" span class="sr" { " " (p.nama) } } (jawab(frame, view, p)) (kuasa(frame, view, p)) } }
                @if let Some((_, href)) = &p.kuasa { a href=(href) { "Surat kuasa" span class="sr" { " " (p.nama) } } }
                @if view.siapkan && p.ditarik.is_none() { details { summary class="buka" { "Tarik" span class="sr" { " " (p.nama) } } (tarik(frame, view, p)) } }
            },
        ])
    };
    html! {
        (Tabel {
            caption: "Pihak dan jawabannya".into(),
            columns: vec![
                Kolom::new("Pihak").phone(Phone::Full).class("kata"),
                Kolom::new("Peran").class("kata"),
                Kolom::new("Jawaban").class("kata"),
                Kolom::new("Tindakan").silent(),
            ],
            rows: view.pihak.iter().map(row).collect(),
            ..Tabel::default()
        })
        @if view.siapkan { (tambah(frame, view)) }
    }
}

fn jawaban(p: &PihakView) -> Markup {
    html! {
        @match &p.ditarik {
            Some(why) => { "Ditarik: " (why) },
            None => { (lencana(p.jawaban.1, None, &p.jawaban.0)) @if !p.catatan.is_empty() { br; small { (p.catatan) } } },
        }
    }
}

fn tarik(frame: &Frame, view: &PersiapanView, p: &PihakView) -> Markup {
    kirim(
        frame,
        &view.alamat,
        "pihak/tarik",
        html! {
            input type="hidden" name="pihak" value=(p.id);
            (Ruas::text("alasan", "Alasan").id(&format!("alasan-{}", p.id)))
            (Tombol::submit("Tarik pihak").small().danger())
        },
    )
}

fn tambah(frame: &Frame, view: &PersiapanView) -> Markup {
    let box_of = |name: &str, value: &str, label: &str, n: usize| {
        let id = format!("{name}-{n}");
        html! { div class="ruas centang" { input type="checkbox" id=(id) name=(name) value=(value); label for=(id) { (label) } } }
    };
    html! { details class="isi-kartu" open[view.pihak.is_empty()] {
        summary class="buka" { "Tambah pihak" }
        (kirim(frame, &view.alamat, "pihak", html! {
            fieldset class="pilihan" { legend { "Instansi" } div class="kisi-centang" {
                @for (n, (id, name)) in view.instansi.iter().enumerate() { (box_of("instansi", id, name, n)) }
            } }
            fieldset class="pilihan" { legend { "Peran yang diundang dari setiap instansi" } div class="kisi-centang" {
                @for (n, role) in view.peran.iter().enumerate() { (box_of("peran", role, role, n)) }
            } }
            (Ruas::text("peran_lain", "Peran lain").optional())
            fieldset class="pilihan" { legend { "Pihak luar" } div class="kisi-centang" {
                @for (n, body) in view.luar.iter().enumerate() { (box_of("luar", body, body, n)) }
            } }
            (Ruas::text("luar_lain", "Pihak luar lain").optional())
            (Tombol::submit("Tambah pihak").primary().icon(Icon::Tambah))
        }))
    } }
}

pub fn undangan_anda(frame: &Frame, view: &PersiapanView, p: &PihakView) -> Markup {
    let id = format!("undangan-{}", p.id);
    kartu(
        &id,
        "Undangan Anda",
        html! { (lencana(p.jawaban.1, None, &p.jawaban.0)) },
        html! {
            div class="isi-kartu" { p { b { (p.nama) } " sebagai " (p.peran) ". Jawaban dapat diubah sampai rumusan disepakati." } }
            (jawab(frame, view, p))
            (kuasa(frame, view, p))
        },
    )
}

/// The letter of a representative as a file.
fn kuasa(frame: &Frame, view: &PersiapanView, p: &PihakView) -> Markup {
    let id = format!("surat-{}", p.id);
    let error = view.salah.iter().find(|e| e.0 == id).map(|e| e.1.as_str());
    html! { @if p.unggah_kuasa {
        form class="isi-kartu formulir" method="post" enctype="multipart/form-data" action=(format!("{}/kuasa", view.alamat)) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="pihak" value=(p.id);
            @if let Some((nama, href)) = &p.kuasa { p { "Tersimpan: " a href=(href) { (nama) } ". Berkas baru menggantikannya." } }
            (Ruas::file("berkas", "Berkas surat tugas atau kuasa", super::bagian::ENDINGS).id(&id).help("Hanya dibaca penyelenggara dan instansi Anda; paling besar 25 MB").optional().error(error))
            (Tombol::submit("Unggah surat").context(&p.nama))
        }
    } }
}

fn jawab(frame: &Frame, view: &PersiapanView, p: &PihakView) -> Markup {
    let empty = Default::default();
    let [answer, name, post, letter] = p.jawab.as_ref().unwrap_or(&empty);
    let options = [
        Opsi::new("hadir", "Hadir", "Pejabat yang diundang datang sendiri."),
        Opsi::new("mewakili", "Diwakili", "Isi nama, jabatan, dan surat tugas atau kuasanya."),
        Opsi::new("berhalangan", "Berhalangan", ""),
    ];
    let own = |field: &str| format!("{field}-{}", p.id);
    kirim(
        frame,
        &view.alamat,
        "jawaban",
        html! {
            input type="hidden" name="pihak" value=(p.id);
            (pilihan(&own("jawaban"), "jawaban", "Jawaban", &options, answer, None))
            (Ruas::text("nama", "Nama yang datang").id(&own("nama")).value(name).optional())
            (Ruas::text("jabatan", "Jabatannya").id(&own("jabatan")).value(post).optional())
            (Ruas::text("kuasa", "Surat tugas atau kuasa").id(&own("kuasa")).value(letter).help("Nomor dan tanggal surat").optional())
            (Tombol::submit("Kirim jawaban").primary())
        },
    )
}
