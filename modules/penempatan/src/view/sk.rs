//! `/penempatan/{id}/sk`: who moves from which post to which, the letters, and the SK enacted.

use super::kepala::{Kepala, kepala};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::paging::Paging;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug)]
pub struct SkView {
    /// Its head.
    pub kepala: Kepala,
    /// Address of the round.
    pub alamat: String,
    /// From when it holds.
    pub tmt: Tanggal,
    /// How many people move.
    pub orang: usize,
    /// How many seats stay empty.
    pub kosong: usize,
    /// What stands in the way, a sentence each.
    pub halangan: Vec<String>,
    /// Drafts shown.
    pub rows: Vec<BarisSk>,
    /// Which these are.
    pub paging: Paging,
    /// Letters issued that hold.
    pub terbit: Vec<BarisTerbit>,
    /// The SK, once it is enacted.
    pub tercatat: Option<Tercatat>,
    /// The form that enacts, for those who may now.
    pub tetapkan: Option<FormSk>,
    /// The form of letters, for those who may have them.
    pub surat: Option<FormSurat>,
    /// The form as refused.
    pub ulang: Ulang,
}

/// The SK as recorded.
#[derive(Clone, Debug)]
pub struct Tercatat {
    /// Its number.
    pub nomor: String,
    /// Recorded when.
    pub pada: Tanggal,
    /// By whom.
    pub oleh: String,
}

/// What the form that enacts begins with.
#[derive(Clone, Debug)]
pub struct FormSk {
    /// `Keputusan Gubernur`
    pub jenis: String,
    /// Who signs.
    pub penandatangan: String,
}

/// What the form of letters begins with.
#[derive(Clone, Debug)]
pub struct FormSurat {
    /// Whether single letters are printed, else only the file for the BKN.
    pub cetak: bool,
    /// Letters.
    pub jenis: Vec<(String, String)>,
    /// People a single letter may be about.
    pub orang: Vec<(String, String)>,
    /// What stands in it, by field.
    pub isian: Vec<(&'static str, String)>,
    /// Letters that may be issued: their step is recorded.
    pub siap: Vec<String>,
}

/// An issued letter; or how many of a letter each person gets.
#[derive(Clone, Debug)]
pub struct BarisTerbit {
    /// `Keputusan dengan lampiran`
    pub label: String,
    /// Number it was issued under.
    pub nomor: String,
    /// Date it bears.
    pub tanggal: Tanggal,
    /// Its code; empty for letters about one person each.
    pub kode: String,
    /// The code in groups, as people read it.
    pub tampil: String,
    /// Of how many people it is issued, and how many there are.
    pub orang: Option<(usize, usize)>,
    /// Who issued it, and when.
    pub oleh: String,
}

/// A person.
#[derive(Clone, Debug, Default)]
pub struct BarisSk {
    /// Name.
    pub nama: String,
    /// `PNS` or `PPPK`.
    pub status: &'static str,
    /// NIP or NI PPPK in groups.
    pub nip: String,
    /// Issued letters about this person that hold: label and code.
    pub surat: Vec<(String, String)>,
    /// Pangkat.
    pub pangkat: String,
    /// The person's page.
    pub href: String,
    /// Post and unit before.
    pub lama: (String, String),
    /// After.
    pub baru: (String, String),
    /// Eselon or jenjang, before and after.
    pub eselon: (String, String),
    /// Kelas, before and after.
    pub kelas: (String, String),
    /// What stands in the way.
    pub halangan: Vec<String>,
    /// Where the SK of this person is annulled, once it is enacted.
    pub batal: Option<String>,
}

/// The page.
pub fn sk(frame: &Frame, view: &SkView) -> Markup {
    let compare = Tombol::link("Bandingkan sebelum dan sesudah", format!("{}/perbandingan", view.alamat));
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (compare) }))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&wrong(view)))
                (summary(view))
                @if view.rows.is_empty() {
                    (kosong(Icon::Tukar, "Tidak ada yang pindah", "Menurut rencana ini semua orang tetap pada jabatannya.", None))
                } @else {
                    (kartu("rancangan", "Rancangan SK", html! {}, html! { (facts(view)) (drafts(frame, view)) (view.paging) }))
                }
                @if !view.terbit.is_empty() { (kartu("terbit", "Surat terbit", html! {}, issued(frame, view))) }
                @if let Some(form) = &view.tetapkan { (kartu("tetapkan", "Tetapkan SK", html! {}, enact(frame, view, form))) }
                @if let Some(form) = &view.surat { (kartu("surat", if form.cetak { "Surat" } else { "Berkas usul pertek" }, html! {}, letters(frame, view, form))) }
            }
        },
    )
}

/// Two forms of the page have the same fields: each names its own.
fn prefix(tujuan: &str) -> &'static str {
    if tujuan == "sk" { "sk-" } else { "surat-" }
}

/// What is wrong, by the field as it stands on the page.
fn wrong(view: &SkView) -> Vec<(String, String)> {
    let of = prefix(&view.ulang.tujuan);
    view.ulang.salah.iter().map(|(field, sentence)| (format!("{of}{field}"), sentence.clone())).collect()
}

fn summary(view: &SkView) -> Markup {
    html! {
        @match &view.tercatat {
            Some(sk) => (Kabar::new(Tone::Ok, &format!("SK nomor {} tercatat {}.", sk.nomor, sk.pada.long())).body(html! {
                "Dicatat oleh " (sk.oleh) ". Yang keliru tidak dihapus: buka riwayat pegawainya, lalu catat ralat atau pembatalan SK itu. Jabatan lamanya berlaku lagi."
            })),
            None if !view.halangan.is_empty() => (Kabar::new(Tone::Awas, "Belum dapat ditetapkan.").body(html! {
                "Buku induk berubah sejak data dikunci. Selama satu orang terhalang, tidak seorang pun dicatat."
                ul { @for h in view.halangan.iter().take(12) { li { (h) } } @if view.halangan.len() > 12 { li { "dan " (view.halangan.len() - 12) " lainnya" } } }
            })),
            None => {}
        }
    }
}

fn facts(view: &SkView) -> Markup {
    html! {
        (fakta(&[
            ("Pindah atau diangkat", html! { (view.orang) " orang" }),
            ("TMT", html! { time datetime=(view.tmt.iso()) { (view.tmt.long()) } }),
            ("Tetap lowong", html! { (view.kosong) " tempat" }),
        ]))
    }
}

fn post(at: &(String, String)) -> Markup {
    html! { div { @if at.0.is_empty() { span class="redup" { "belum ada" } } @else { (at.0) } @if !at.1.is_empty() { br; span class="redup" { (at.1) } } } }
}

fn change(before: &str, after: &str) -> Markup {
    html! { @if !before.is_empty() && before != after { (before) " → " } (after) }
}

/// A button that takes an issued letter: whoever presses it stands in the journal.
fn take(frame: &Frame, view: &SkView, kode: &str, label: &str, whose: &str) -> Markup {
    html! {
        form method="post" action={ (view.alamat) "/surat/" (kode) } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Tombol::submit(label).small().context(whose))
        }
    }
}

fn issued(frame: &Frame, view: &SkView) -> Markup {
    let row = |t: &BarisTerbit| {
        let what = match t.orang {
            Some((some, all)) => html! { (some) " dari " (all) " orang, lihat daftar di atas" },
            None => take(frame, view, &t.kode, "Unduh", &t.label),
        };
        Baris::new(vec![
            html! { (t.label) @if !t.oleh.is_empty() { br; span class="redup" { (t.oleh) } } },
            html! { div { (t.nomor) " tanggal " time datetime=(t.tanggal.iso()) { (t.tanggal.short()) } } },
            html! { @if !t.kode.is_empty() { a href={ "/verifikasi/" (t.kode) } translate="no" { (t.tampil) } } },
            what,
        ])
    };
    html! {
        (Tabel {
            caption: "Surat yang sudah terbit dan berlaku".into(),
            columns: vec![
                Kolom::new("Surat").phone(Phone::Full).class("kata"),
                Kolom::new("Nomor").class("kata"),
                Kolom::new("Kode").class("utas"),
                Kolom::new("Berkas").class("kata"),
            ],
            rows: view.terbit.iter().map(row).collect(),
            ..Tabel::default()
        })
        p class="isi-kartu redup" { "Kodenya dapat diperiksa siapa pun pada Verifikasi, tanpa melihat isinya. Suratnya hanya terbuka bagi panitia rencana ini; petikan dan SPMT juga bagi orangnya sendiri. Jurnal mencatat siapa mengunduhnya." }
    }
}

fn drafts(frame: &Frame, view: &SkView) -> Markup {
    let row = |b: &BarisSk| Baris {
        cells: vec![
            html! {
                a href=(b.href) { (b.nama) } br;
                span class="redup" { (b.status) " " (b.nip) @if !b.pangkat.is_empty() { ", " (b.pangkat) } }
                @for h in &b.halangan { br; strong { (h) } }
                @if !b.surat.is_empty() {
                    div class="baris" { @for (label, kode) in &b.surat { (take(frame, view, kode, &format!("Unduh {}", kecil(label)), &b.nama)) } }
                }
                @if let Some(href) = &b.batal { @if b.surat.is_empty() { br; } a href=(href) { "Ralat atau batalkan" span class="sr" { " SK " (b.nama) } } }
            },
            post(&b.lama),
            post(&b.baru),
            change(&b.eselon.0, &b.eselon.1),
            change(&b.kelas.0, &b.kelas.1),
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Rancangan SK tiap orang, menurut urutan pos".into(),
            columns: vec![
                Kolom::new("Pegawai").phone(Phone::Full).class("kata"),
                Kolom::new("Jabatan lama").class("kata"),
                Kolom::new("Jabatan baru").class("kata"),
                Kolom::new("Eselon atau jenjang").class("utas"),
                Kolom::new("Kelas").class("utas"),
            ],
            rows: view.rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

/// `petikan keputusan` of `Petikan keputusan`.
fn kecil(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn enact(frame: &Frame, view: &SkView, form: &FormSk) -> Markup {
    let none = Ulang::default();
    let ulang = if view.ulang.tentang("sk") { &view.ulang } else { &none };
    let set = |field: Ruas, name: &str, now: &str| {
        field.id(&format!("{}{name}", prefix("sk"))).value(ulang.isi(name, now)).error(ulang.galat(name))
    };
    html! {
        form class="isi-kartu formulir kisi-isian" method="post" action={ (view.alamat) "/sk" } enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(frame.csrf);
            p class="penuh" { "Jabatan dan unit kerja " (view.orang) " orang dicatat sekaligus dengan SK ini sebagai dasarnya, TMT " (view.tmt.long()) ". Bila satu orang tidak dapat dicatat, tidak seorang pun dicatat." }
            (set(Ruas::text("jenis_sk", "Jenis keputusan"), "jenis_sk", &form.jenis))
            (set(Ruas::text("nomor", "Nomor SK"), "nomor", ""))
            (set(Ruas::date("tanggal", "Tanggal SK"), "tanggal", ""))
            (set(Ruas::text("penandatangan", "Penanda tangan"), "penandatangan", &form.penandatangan))
            (set(Ruas::text("catatan", "Catatan").optional(), "catatan", ""))
            (Ruas::file("berkas", "Naskah SK", ".pdf,.jpg,.jpeg,.png").id("sk-berkas").help("PDF, JPEG, atau PNG").optional().error(ulang.galat("berkas")))
            div class="penuh" { (Tombol::submit("Tetapkan SK").primary()) }
        }
    }
}

fn letters(frame: &Frame, view: &SkView, form: &FormSurat) -> Markup {
    let none = Ulang::default();
    let ulang = if view.ulang.tentang("sk") { &none } else { &view.ulang };
    let set = |field: Ruas, name: &str| {
        let now = form.isian.iter().find(|i| i.0 == name).map_or("", |i| i.1.as_str());
        field.id(&format!("{}{name}", prefix(""))).value(ulang.isi(name, now)).error(ulang.galat(name))
    };
    let line = |name: &str, label: &str| set(Ruas::text(name, label), name);
    let area = |name: &str, label: &str, rows: u8| set(Ruas::area(name, label, rows), name);
    let mut people = vec![(String::new(), "Semua orang".to_owned())];
    people.extend(form.orang.iter().cloned());
    html! {
        form class="isi-kartu formulir kisi-isian" method="post" action={ (view.alamat) @if form.cetak { "/sk/cetak" } @else { "/pertek.zip" } } {
            input type="hidden" name="csrf" value=(frame.csrf);
            p class="penuh" { "Yang dikosongkan tampil kosong pada konsep. Konsep diberi tanda air dan tidak berlaku sebagai naskah dinas." }
            @if form.cetak && !form.siap.is_empty() {
                p class="penuh" { "Sudah tercatat, jadi dapat diterbitkan dengan kode: " (form.siap.join("; ")) ". Nomor dan tanggalnya diambil dari langkah yang tercatat." }
            }
            @if form.cetak {
                (set(Ruas::choice("jenis", "Surat", form.jenis.clone()), "jenis"))
                (set(Ruas::choice("pegawai", "Tentang", people), "pegawai").help("Petikan dan SPMT terbit satu lembar tiap orang"))
            }
            (line("nomor", "Nomor"))
            (set(Ruas::date("tanggal", "Tanggal"), "tanggal"))
            (line("tempat", "Tempat dibuat"))
            (line("perangkat", "Perangkat daerah pada kop"))
            (line("alamat", "Alamat pada kop"))
            (line("nama", "Nama penanda tangan"))
            (line("jabatan", "Jabatan penanda tangan"))
            (line("pangkat", "Pangkat penanda tangan"))
            (line("nip", "NIP penanda tangan"))
            (area("kepada", "Kepada", 2).help("Untuk surat usul dan laporan. Satu baris satu"))
            @if form.cetak { (area("tembusan", "Tembusan", 2).help("Satu baris satu")) }
            (area("anggota", "Anggota rapat", 3).help("Untuk berita acara rapat. Satu baris satu orang: nama; jabatan; kedudukan"))
            @if form.cetak { (area("saksi", "Saksi pelantikan", 3).help("Untuk berita acara pelantikan. Satu baris satu orang: nama; jabatan; pangkat; NIP")) }
            (line("tempat_acara", "Tempat rapat atau pelantikan"))
            (line("pukul", "Pukul"))
            details class="penuh" {
                summary { "Isi keputusan" }
                div class="tumpuk" {
                    (line("tentang", "Tentang"))
                    (area("menimbang", "Menimbang", 3).help("Satu baris satu butir"))
                    (area("mengingat", "Mengingat", 4).help("Satu baris satu dasar hukum. Diawali dasar rencana ini"))
                    (area("memperhatikan", "Memperhatikan", 3))
                    (area("diktum", "Diktum sesudah diktum pengangkatan", 3))
                    (line("pengesah", "Pengesah petikan").help("nama; jabatan; pangkat; NIP"))
                }
            }
            @if form.cetak && !form.siap.is_empty() {
                div class="penuh" {
                    (Ruas::check("ganti", "Ganti yang sudah terbit", "1", ulang.centang("ganti", "1", false)).id("surat-ganti"))
                    p class="redup" { "Surat lama dinyatakan diganti, yang terbit paling lama lebih dahulu. Petikan dan SPMT terbit paling banyak seratus sekali tekan." }
                }
            }
            div class="baris penuh" {
                @if form.cetak { (Tombol::submit("Cetak konsep").primary()) }
                @if form.cetak && !form.siap.is_empty() { (Tombol::submit("Terbitkan").formaction(format!("{}/surat", view.alamat))) }
                (Tombol::submit("Unduh berkas usul pertek (ZIP)").formaction(format!("{}/pertek.zip", view.alamat)))
            }
            p class="redup penuh" { "Berkas ZIP memuat nama orang. Jurnal mencatat siapa mengunduhnya." }
        }
    }
}
