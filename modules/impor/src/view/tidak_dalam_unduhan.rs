//! People of the register whom the last file did not name: a list to be closed one by one, with a reason.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kosong::kosong;
use web::component::orang::orang;
use web::component::paging::Paging;
use web::component::perorangan::perorangan;
use web::component::pilihan::{Opsi, pilihan};
use web::component::saring::Saring;
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

/// The work list `/tidak-dalam-unduhan`.
#[derive(Clone, Debug, Default)]
pub struct TidakDalamUnduhanView {
    /// Open items.
    pub total: u64,
    /// The day of the file that did not name them; `None` when several files did not.
    pub per_tanggal: Option<Tanggal>,
    /// Made with `Saring::of`; count and noun are set here.
    pub filter: Saring,
    /// The items of this page.
    pub rows: Vec<OrangTidakAda>,
    /// Keyset paging.
    pub paging: Paging,
    /// The list as a file.
    pub export_href: Option<String>,
    /// A refused closing: the item it was about.
    pub refused: Option<Penolakan>,
}

/// A closing that was sent without what it needs.
#[derive(Clone, Debug)]
pub struct Penolakan {
    /// `item` of the row.
    pub item: String,
    /// Chosen reason, kept.
    pub alasan: String,
    /// Typed text, kept.
    pub keterangan: String,
    /// `Pilih satu alasan.` or `Tulis alasannya.`
    pub message: String,
}

/// One person missing from the file.
#[derive(Clone, Debug)]
pub struct OrangTidakAda {
    /// Person's id in the address: `POST /tidak-dalam-unduhan/{pegawai}/tutup`.
    pub pegawai: String,
    /// Id of the item, sent as `sasaran`; letters, digits and dashes.
    pub item: String,
    /// With titles.
    pub name: String,
    /// 18 digits.
    pub nip: String,
    /// `/pegawai/{nip}`
    pub href: String,
    /// Last known post; may be empty.
    pub jabatan: String,
    /// Last known unit; may be empty.
    pub unit: String,
    /// `PNS, aktif`
    pub status: String,
    /// The day of the last file that named the person.
    pub last_seen: Option<Tanggal>,
    /// The day of the file that did not.
    pub missing_in: Tanggal,
    /// A likely reason from what is recorded: `Mencapai BUP 1 Okt 2026`; empty when nothing points anywhere.
    pub hint: String,
}

/// The work list.
pub fn tidak_dalam_unduhan(frame: &Frame, view: &TidakDalamUnduhanView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = frame.refused || view.refused.is_some();
    let mut filter = view.filter.clone();
    filter.count = Some(view.total);
    filter.noun = "pegawai".into();
    let body = html! {
        div class="kepala" {
            div {
                h1 { "Tidak ada dalam unduhan" }
                p {
                    (format::angka(view.total)) " pegawai tercatat aktif, tetapi tidak disebut dalam berkas"
                    @if let Some(d) = view.per_tanggal { " per " (waktu(d)) }
                    ". Datanya tidak berubah sampai Anda mencatat dokumennya."
                }
            }
            @if let Some(href) = &view.export_href { div class="aksi" { (Tombol::link("Unduh daftar", href.as_str()).icon(Icon::Unduh)) } }
        }
        @if view.rows.is_empty() && view.filter.clear_href.is_none() {
            (kosong(Icon::Cek, "Semua pegawai ada dalam unduhan", "Bila unduhan berikutnya tidak menyebut seseorang, namanya muncul di sini.", Some(Tombol::link("Kembali ke Impor data", "/impor").small())))
        } @else {
            (filter)
            @if view.rows.is_empty() { (kosong(Icon::Cari, "Tidak ada yang cocok dengan saringan ini", "Kurangi saringan atau cari dengan NIP.", None)) }
            @else { (perorangan(&view.rows.iter().map(|r| row(&frame, view, r)).collect::<Vec<_>>())) (view.paging) }
        }
    };
    page(&frame, body)
}

fn row(frame: &Frame, view: &TidakDalamUnduhanView, r: &OrangTidakAda) -> (Vec<Markup>, Markup) {
    let refused = view.refused.as_ref().filter(|p| p.item == r.item);
    let known = |text: &str| html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } };
    let head = vec![
        orang(&r.name, &r.nip, &r.href),
        html! { span class="dua" { span { (known(&r.jabatan)) } small { (r.unit) } } },
        html! {
            span class="dua" {
                span { (r.status) @if !r.hint.is_empty() { " · " b { (r.hint) } } }
                small {
                    @match r.last_seen { Some(d) => { "Data terakhir " (waktu(d)) }, None => "Belum pernah ada dalam unduhan" }
                    " · tidak ada per " (waktu(r.missing_in))
                }
            }
        },
    ];
    let body = html! {
        details open[refused.is_some()] {
            summary class="buka" { "Tentukan sebabnya" span class="sr" { " untuk " (r.name) } }
            (form(frame, r, refused))
        }
    };
    (head, body)
}

fn form(frame: &Frame, r: &OrangTidakAda, refused: Option<&Penolakan>) -> Markup {
    let options = [
        Opsi::new("pensiun", "Pensiun", "Lanjutkan dengan mencatat SK pensiunnya."),
        Opsi::new("pindah", "Pindah instansi", "Lanjutkan dengan mencatat SK pindahnya."),
        Opsi::new("meninggal", "Meninggal dunia", "Lanjutkan dengan mencatat surat keterangannya."),
        Opsi::new("lain", "Lainnya", "Tulis alasannya di bawah."),
    ];
    let chosen = refused.map_or("", |p| p.alasan.as_str());
    let message = refused.map(|p| p.message.as_str());
    let (choose, write) = if chosen.is_empty() { (message, None) } else { (None, message) };
    html! {
        form class="formulir" method="post" action={ "/tidak-dalam-unduhan/" (r.pegawai) "/tutup" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="sasaran" value=(r.item);
            (pilihan(&format!("alasan-{}", r.item), "alasan", "Mengapa tidak ada dalam unduhan?", &options, chosen, choose))
            (Ruas::text("keterangan", "Keterangan").id(&format!("keterangan-{}", r.item)).optional().error(write)
                .value(refused.map_or("", |p| p.keterangan.as_str())))
            div class="baris" {
                (Tombol::submit("Simpan sebabnya").context(&format!("untuk {}", r.name)))
                small class="redup" { "Menutup butir ini tidak mengubah status pegawai. Status berubah setelah SK atau suratnya dicatat." }
            }
        }
    }
}
