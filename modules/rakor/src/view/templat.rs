//! `/rakor/templat`: kinds of rakor, built in and of a region, and the form of one.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The list.
#[derive(Clone, Debug, Default)]
pub struct TemplatDaftarView {
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// Those of the reader's region first, then those built in.
    pub rows: Vec<BarisTemplat>,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct BarisTemplat {
    /// What it is called.
    pub nama: String,
    /// Its page.
    pub href: String,
    /// Whose it is; empty for one built in.
    pub instansi: String,
    /// Not offered any more.
    pub ditarik: bool,
    /// Items of its agenda.
    pub acara: usize,
    /// `1, 14, 30, 60 hari`
    pub tangga: String,
}

/// The page `/rakor/templat`.
pub fn daftar(frame: &Frame, view: &TemplatDaftarView) -> Markup {
    let row = |r: &BarisTemplat| {
        Baris::new(vec![
            html! { a href=(r.href) { (r.nama) } ", " (r.acara) " mata acara" },
            html! {
                @if r.instansi.is_empty() { "Bawaan program" } @else { (r.instansi) }
                @if r.ditarik { " " (lencana(Tone::Netral, None, "tidak dipakai")) }
            },
            html! { (r.tangga) },
        ])
    };
    let table = Tabel {
        caption: "Templat rakor".into(),
        columns: vec![
            Kolom::new("Templat").phone(Phone::Full).class("kata"),
            Kolom::new("Milik").class("kata"),
            Kolom::new("Eskalasi sesudah tenggat").class("kata"),
        ],
        rows: view.rows.iter().map(row).collect(),
        ..Tabel::default()
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Templat rakor" } p { "Templat bawaan dapat disalin lalu diubah menurut kebiasaan daerah. Rakor yang sudah direncanakan tidak ikut berubah." } } }
            div class="badan tumpuk" {
                @if let Some(told) = &view.kabar { (told) }
                (kartu("templat", "Templat", html! {}, html! { (table) }))
            }
        },
    )
}

/// The form of one.
#[derive(Clone, Debug, Default)]
pub struct TemplatView {
    /// Where it goes.
    pub alamat: String,
    /// It is built in: what is saved is a copy.
    pub bawaan: bool,
    /// Not offered any more, and why.
    pub ditarik: Option<String>,
    /// Whose the copy is to be, for those who serve several: id and name.
    pub instansi: Vec<(String, String)>,
    /// Lines and numbers as typed: field and value.
    pub isian: Vec<(&'static str, String)>,
    /// Outputs: word, label, chosen.
    pub keluaran: Vec<(&'static str, &'static str, bool)>,
    /// Rungs: what a page calls them, and days as typed.
    pub tangga: Vec<(&'static str, String)>,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// The page `/rakor/templat/{templat}`.
pub fn satu(frame: &Frame, view: &TemplatView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
    let typed = |name: &str| view.isian.iter().find(|i| i.0 == name).map_or("", |i| i.1.as_str());
    let text =
        |name: &'static str, label: &str| Ruas::text(name, label).value(typed(name)).error(error(name));
    let lines = |name: &'static str, label: &str, rows: u8| {
        Ruas::area(name, label, rows).value(typed(name)).help("Satu per baris").error(error(name))
    };
    let body = html! {
        div class="kepala" { div {
            h1 { (typed("nama")) }
            p { @if view.bawaan { "Templat bawaan. Yang disimpan menjadi salinan milik instansi Anda; bawaannya tetap ada." } @else { "Perubahan berlaku bagi rakor yang direncanakan sesudah ini." } }
        } }
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.salah))
            @if let Some(why) = &view.ditarik { (Kabar::new(Tone::Awas, "Templat ini tidak dipakai lagi.").body(html! { (why) " Menyimpannya memakainya kembali." })) }
            form class="tumpuk" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (kartu("isi-templat", "Isi templat", html! {}, html! { div class="isi-kartu formulir" {
                    @if !view.instansi.is_empty() { (Ruas::choice("instansi", "Milik", view.instansi.clone()).error(error("instansi"))) }
                    (text("nama", "Nama"))
                    (text("dasar", "Dasar hukum").optional())
                    (text("penyelenggara", "Penyelenggara").optional())
                    (lines("agenda", "Agenda", 6))
                    (lines("pihak", "Peran yang diundang dari setiap instansi", 3))
                    (lines("luar", "Pihak luar", 3).optional())
                    fieldset class="pilihan" id="keluaran" tabindex="-1" {
                        legend { "Keluaran" }
                        @if let Some(error) = error("keluaran") { span class="pesan" { span class="sr" { "Kesalahan: " } (error) } }
                        div class="kisi-centang" { @for (word, label, chosen) in &view.keluaran { (Ruas::check("keluaran", label, word, *chosen).id(&format!("keluaran-{word}"))) } }
                    }
                } }))
                (kartu("hari", "Hari eskalasi dan pengingat", html! {}, html! { div class="isi-kartu formulir" {
                    p class="redup" { "Hari sesudah tenggat; makin besar dari satu anak tangga ke berikutnya. Anak tangga terakhir adalah mata acara rakor berikutnya." }
                    @for (n, (label, days)) in view.tangga.iter().enumerate() {
                        (Ruas::text("tangga", &format!("Tingkat {}: {label}", n + 1)).id(&if n == 0 { "tangga".to_owned() } else { format!("tangga-{}", n + 1) }).value(days).error(error("tangga").filter(|_| n == 0)))
                    }
                    (text("pengingat", "Pengingat tenggat RTL, hari sebelumnya"))
                    (text("undangan", "Pengingat undangan yang belum dijawab, hari sebelum rakor").help("0 berarti tanpa pengingat"))
                } }))
                div class="baris" {
                    (Tombol::submit(if view.bawaan { "Simpan sebagai salinan" } else { "Simpan templat" }).primary())
                    (Tombol::link("Batal", "/rakor/templat").quiet())
                }
            }
            @if !view.bawaan && view.ditarik.is_none() {
                (kartu("tarik-templat", "Tidak dipakai lagi", html! {}, html! {
                    form class="isi-kartu formulir" method="post" action=(format!("{}/tarik", view.alamat)) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Ruas::text("alasan", "Alasan").error(error("alasan")).help("Rakor yang memakainya tidak berubah."))
                        (Tombol::submit("Jangan tawarkan lagi").danger())
                    }
                }))
            }
        }
    };
    page(frame, body)
}
