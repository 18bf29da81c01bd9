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
                @if manages && p.jawab.is_some() && !p.sendiri { details open[view.ulang.tentang("jawaban", Some(("pihak", &p.id)))] { summary class="buka" { "Catat jawaban" span class="sr" { " " (p.nama) } } (jawab(frame, view, p)) (kuasa(frame, view, p)) } }
                @if let Some((_, href)) = &p.kuasa { a href=(href) { "Surat kuasa" span class="sr" { " " (p.nama) } } }
                @if view.siapkan && p.ditarik.is_none() { details open[view.ulang.tentang("tarik", Some(("pihak", &p.id)))] { summary class="buka" { "Tarik" span class="sr" { " " (p.nama) } } (tarik(frame, view, p)) } }
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
    let (id, again) = (format!("alasan-{}", p.id), view.ulang.tentang("tarik", Some(("pihak", &p.id))));
    let typed = view.ulang.isi("alasan").filter(|_| again).unwrap_or("");
    kirim(
        frame,
        &view.alamat,
        "pihak/tarik",
        html! {
            input type="hidden" name="pihak" value=(p.id);
            (Ruas::text("alasan", "Alasan").id(&id).value(typed).error(view.ulang.galat(&id)))
            (Tombol::submit("Tarik pihak").small().danger())
        },
    )
}

fn tambah(frame: &Frame, view: &PersiapanView) -> Markup {
    let again = view.ulang.tentang("pihak", None);
    let box_of = |name: &str, value: &str, label: &str, n: usize| {
        let id = format!("{name}-{n}");
        let ticked = again && view.ulang.semua(name).contains(&value);
        html! { div class="ruas centang" { input type="checkbox" id=(id) name=(name) value=(value) checked[ticked]; label for=(id) { (label) } } }
    };
    html! { details class="isi-kartu" open[view.pihak.is_empty() || again] {
        summary class="buka" { "Tambah pihak" }
        (kirim(frame, &view.alamat, "pihak", html! {
            fieldset class="pilihan" { legend { "Instansi" } div class="kisi-centang" {
                @for (n, (id, name)) in view.instansi.iter().enumerate() { (box_of("instansi", id, name, n)) }
            } }
            fieldset class="pilihan" { legend { "Peran yang diundang dari setiap instansi" } div class="kisi-centang" {
                @for (n, role) in view.peran.iter().enumerate() { (box_of("peran", role, role, n)) }
            } }
            (Ruas::text("peran_lain", "Peran lain").value(view.lagi("pihak", "peran_lain")).error(view.ulang.galat("peran_lain")).optional())
            fieldset class="pilihan" { legend { "Pihak luar" } div class="kisi-centang" {
                @for (n, body) in view.luar.iter().enumerate() { (box_of("luar", body, body, n)) }
            } }
            (Ruas::text("luar_lain", "Pihak luar lain").value(view.lagi("pihak", "luar_lain")).error(view.ulang.galat("luar_lain")).optional())
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
    let again = view.ulang.tentang("jawaban", Some(("pihak", &p.id)));
    let typed = |field: &str, now| view.ulang.isi(field).filter(|_| again).unwrap_or(now);
    let options = [
        Opsi::new("hadir", "Hadir", "Pejabat yang diundang datang sendiri."),
        Opsi::new("mewakili", "Diwakili", "Isi nama, jabatan, dan surat tugas atau kuasanya."),
        Opsi::new("berhalangan", "Berhalangan", ""),
    ];
    let own = |field: &str| format!("{field}-{}", p.id);
    let wrong = |field: &str| view.ulang.galat(&own(field));
    kirim(
        frame,
        &view.alamat,
        "jawaban",
        html! {
            input type="hidden" name="pihak" value=(p.id);
            (pilihan(&own("jawaban"), "jawaban", "Jawaban", &options, typed("jawaban", answer), wrong("jawaban")))
            (Ruas::text("nama", "Nama yang datang").id(&own("nama")).value(typed("nama", name)).help("Wajib bila diwakili").error(wrong("nama")))
            (Ruas::text("jabatan", "Jabatannya").id(&own("jabatan")).value(typed("jabatan", post)).help("Wajib bila diwakili").error(wrong("jabatan")))
            (Ruas::text("kuasa", "Surat tugas atau kuasa").id(&own("kuasa")).value(typed("kuasa", letter)).help("Nomor dan tanggal surat; wajib bila diwakili").error(wrong("kuasa")))
            (Tombol::submit("Kirim jawaban").primary())
        },
    )
}
