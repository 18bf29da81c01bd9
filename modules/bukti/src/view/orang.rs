//! The receipts of a person, and the form that stores one.

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page `/pegawai/{id}/bukti`.
#[derive(Clone, Debug, Default)]
pub struct DaftarView {
    pub name: String,
    pub nip: String,
    /// Newest first.
    pub rows: Vec<BuktiBaris>,
    pub next_href: Option<String>,
    /// Norms to ask, as key and heading; `None` for those who do not store.
    pub norms: Option<Vec<(String, String)>>,
    /// What was typed into the form.
    pub typed: Vec<(String, String)>,
    pub today: String,
    /// Discipline is closed to the reader, and so to what they store.
    pub closed: bool,
    pub action: String,
    pub open_href: String,
    /// Field and message.
    pub errors: Vec<(String, String)>,
}

/// One receipt in a list.
#[derive(Clone, Debug)]
pub struct BuktiBaris {
    pub href: String,
    /// `22 Nov 2026 09.31 WIB`
    pub stored: String,
    /// Heading of the norm; `None` when the receipt is closed to the reader.
    pub norm: Option<String>,
    pub verdict: (String, Tone),
    pub purpose: String,
    pub by: String,
}

pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = !view.errors.is_empty();
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        div class="kepala" { div {
            h1 { "Bukti telaah" }
            p { (view.name) " · " span class="angka" { (format::nip(&view.nip)) } }
        } }
        @if view.rows.is_empty() {
            (kosong(Icon::Dok, "Belum ada bukti telaah", "Bukti disimpan ketika sebuah norma ditanyakan untuk keperluan keputusan.", None))
        } @else {
            (table(&view.rows))
            @if let Some(href) = &view.next_href {
                nav class="badan" aria-label="Halaman" { (Tombol::link("Yang lebih lama", href.as_str()).small().icon_after(Icon::Kanan)) }
            }
        }
        @if let Some(norms) = &view.norms { (form(&frame, view, norms)) }
    };
    page(&frame, body)
}

fn table(rows: &[BuktiBaris]) -> Markup {
    let row = |r: &BuktiBaris| {
        let norm = r.norm.as_deref().unwrap_or("Isi tersamar");
        let (label, tone) = &r.verdict;
        Baris::new(vec![
            html! { a href=(r.href) { (norm) } },
            html! { @if r.norm.is_some() { (lencana(*tone, None, label)) } @else { span class="redup" { "tersamar" } } },
            html! { (r.purpose) },
            html! { span class="dua" { span { (r.stored) } small { (r.by) } } },
        ])
    };
    Tabel {
        caption: "Bukti telaah, terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Norma").phone(Phone::Full).class("kalimat"),
            Kolom::new("Jawaban"),
            Kolom::new("Keperluan").class("kalimat"),
            Kolom::new("Disimpan"),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn form(frame: &Frame, view: &DaftarView, norms: &[(String, String)]) -> Markup {
    let typed = |name: &str| view.typed.iter().find(|t| t.0 == name).map_or("", |t| t.1.as_str());
    let field = |ruas: Ruas, name: &str| {
        let error = view.errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
        ruas.value(typed(name)).error(error)
    };
    let berlaku = if view.typed.is_empty() { view.today.as_str() } else { typed("berlaku") };
    let error = view.errors.iter().find(|e| e.0 == "berlaku").map(|e| e.1.as_str());
    html! {
        section class="badan" aria-labelledby="simpan-bukti" {
            h2 id="simpan-bukti" { "Simpan bukti" }
            form class="formulir" method="post" action=(view.action) {
                input type="hidden" name="csrf" value=(frame.csrf);
                p { "Norma ditanyakan lagi dari data yang tercatat, lalu jawaban dan alasannya disimpan. Bukti tidak dapat diubah atau dihapus." }
                @if view.closed {
                    p class="redup" { "Data disiplin tertutup bagi Anda, jadi jawabannya dihitung tanpa data itu. " a href=(view.open_href) { "Buka dengan alasan" } " bila keputusan memerlukannya." }
                }
                (field(Ruas::choice("norma", "Norma", norms.to_vec()), "norma"))
                (Ruas::date("berlaku", "Keadaan per tanggal").value(berlaku).error(error))
                (field(Ruas::date("diketahui", "Menurut data tercatat s.d.").help("Kosongkan untuk semua yang tercatat sampai sekarang.").optional(), "diketahui"))
                (field(Ruas::date("hukum", "Hukum per tanggal").help("Kosongkan bila sama dengan keadaan per tanggal.").optional(), "hukum"))
                (field(Ruas::area("keperluan", "Keperluan", 2).help("Misalnya: usul kenaikan pangkat April 2026."), "keperluan"))
                div class="baris" { (Tombol::submit("Telaah dan simpan").primary()) }
            }
        }
    }
}
