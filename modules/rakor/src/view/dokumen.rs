//! `/rakor/{id}/dokumen`.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, page};

/// What an officer adds to a letter.
#[derive(Clone, Debug, Default)]
pub struct Isian {
    /// Number of the letter.
    pub nomor: String,
    /// Where it is made.
    pub tempat: String,
    /// Perangkat daerah that sends it.
    pub perangkat: String,
    /// Its address, telephone and site; may be empty.
    pub alamat: String,
    /// On whose behalf it is signed; may be empty.
    pub atas_nama: String,
    /// Who signs.
    pub nama: String,
    /// Post of who signs.
    pub jabatan: String,
    /// Pangkat of who signs; may be empty.
    pub pangkat: String,
    /// NIP of who signs; may be empty.
    pub nip: String,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct DokumenView {
    /// Its head.
    pub kepala: Kepala,
    /// Documents issued, newest first.
    pub surat: Vec<Surat>,
    /// Older ones that are not listed.
    pub lebih: usize,
    /// Whether the reader issues them.
    pub menerbitkan: bool,
    /// Where the form goes.
    pub alamat: String,
    /// Kinds: word and label.
    pub jenis: Vec<(String, String)>,
    /// The one chosen.
    pub pilih: String,
    /// As typed.
    pub isian: Isian,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// A document.
#[derive(Clone, Debug)]
pub struct Surat {
    /// Its kind.
    pub jenis: String,
    /// What it is about, when it is one of several.
    pub tentang: String,
    /// Its number.
    pub nomor: String,
    /// Its date.
    pub tanggal: Tanggal,
    /// The file.
    pub unduh: String,
    /// Where it is checked.
    pub periksa: String,
    /// Its code.
    pub kode: String,
    /// `berlaku`
    pub keadaan: String,
}

/// The page.
pub fn dokumen(frame: &Frame, view: &DokumenView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.salah))
                @if view.surat.is_empty() {
                    (kosong(Icon::Dok, "Belum ada dokumen", "Undangan, lembar rakor, notulen, rumusan, berita acara, dan surat lainnya terbit sebagai PDF dengan kode pemeriksaan.", None))
                } @else { (kartu("terbit", "Dokumen terbit", html! {}, table(&view.surat))) }
                @if view.lebih > 0 { p class="redup" { (view.lebih) " dokumen yang lebih lama tidak ditampilkan di sini." } }
                @if view.menerbitkan { (kartu("terbitkan", "Terbitkan dokumen", html! {}, form(frame, view))) }
            }
        },
    )
}

fn table(rows: &[Surat]) -> Markup {
    let row = |s: &Surat| Baris {
        cells: vec![
            html! { a href=(s.unduh) { (s.jenis) " " (s.nomor) } @if !s.tentang.is_empty() { " " span class="redup" { (s.tentang) } } },
            html! { time datetime=(s.tanggal.iso()) { (s.tanggal.short()) } },
            html! { a href=(s.periksa) { (s.kode) } },
            html! { (s.keadaan) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Dokumen yang terbit, yang terbaru lebih dahulu".into(),
            columns: vec![
                Kolom::new("Dokumen").phone(Phone::Full).class("kata"),
                Kolom::new("Tanggal").class("utas"),
                Kolom::new("Kode pemeriksaan"),
                Kolom::new("Keadaan"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn form(frame: &Frame, view: &DokumenView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
    let kinds =
        std::iter::once((String::new(), "Pilih dokumen".to_owned())).chain(view.jenis.iter().cloned());
    let i = &view.isian;
    html! {
        form class="isi-kartu tumpuk formulir" method="post" action=(view.alamat) {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::choice("jenis", "Dokumen", kinds.collect()).value(&view.pilih).error(error("jenis")))
            (Ruas::text("nomor", "Nomor").value(&i.nomor).help("Seperti pada buku agenda surat. Lembar rakor dan lembar Sekda tidak bernomor.").error(error("nomor")))
            (Ruas::text("tempat", "Dibuat di").value(&i.tempat).error(error("tempat")))
            (Ruas::text("perangkat", "Perangkat daerah pada kop").value(&i.perangkat).help("Misalnya Sekretariat Daerah").error(error("perangkat")))
            (Ruas::text("alamat", "Alamat pada kop").value(&i.alamat).help("Jalan, telepon, dan laman dalam satu baris").optional().error(error("alamat")))
            (Ruas::text("atas_nama", "Ditandatangani atas nama").value(&i.atas_nama).help("Misalnya Gubernur Bumi Raya; kosongkan bila tidak atas nama siapa pun").optional().error(error("atas_nama")))
            (Ruas::text("jabatan", "Jabatan penanda tangan").value(&i.jabatan).error(error("jabatan")))
            (Ruas::text("nama", "Nama penanda tangan").value(&i.nama).error(error("nama")))
            (Ruas::text("pangkat", "Pangkat penanda tangan").value(&i.pangkat).optional().error(error("pangkat")))
            (Ruas::nip("nip", "NIP penanda tangan").value(&i.nip).optional().error(error("nip")))
            div class="baris" {
                (Tombol::submit("Terbitkan").primary())
                (Tombol::submit("Lihat konsep").value("langkah", "pratinjau"))
            }
        }
    }
}

/// Worked examples.
pub fn samples(kepala: &Kepala, frame: &Frame) -> Vec<web::Sample> {
    let surat = Surat {
        jenis: "Lembar rakor".into(),
        tentang: "Pemerintah Kabupaten Telaga Biru".into(),
        nomor: String::new(),
        tanggal: Tanggal::new(2026, 8, 5),
        unduh: "#".into(),
        periksa: "#".into(),
        kode: "ABCD-EFGH-JKMN-PQRS".into(),
        keadaan: "berlaku".into(),
    };
    let full = DokumenView {
        kepala: kepala.clone(),
        surat: vec![
            surat.clone(),
            Surat { jenis: "Surat undangan".into(), tentang: String::new(), nomor: "800/12".into(), ..surat },
        ],
        lebih: 3,
        menerbitkan: true,
        alamat: "/rakor/1/dokumen".into(),
        jenis: vec![("undangan".into(), "Surat undangan".into())],
        salah: vec![("nomor".into(), "Isi nomor surat.".into())],
        ..DokumenView::default()
    };
    let none = DokumenView { kepala: kepala.clone(), ..DokumenView::default() };
    vec![
        web::Sample::new("rakor-dokumen", dokumen(frame, &full)),
        web::Sample::new("rakor-dokumen-kosong", dokumen(frame, &none)),
    ]
}
