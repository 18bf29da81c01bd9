//! `/penempatan/profil…`: competency standards of posts.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The list.
#[derive(Clone, Debug, Default)]
pub struct DaftarView {
    /// What was searched for.
    pub cari: String,
    /// Only posts without a standard.
    pub tanpa: bool,
    /// Posts of the peta jabatan.
    pub total: usize,
    /// Those with a standard.
    pub known: usize,
    /// Posts found.
    pub found: usize,
    /// The first of them.
    pub rows: Vec<BarisPos>,
    /// The last import, in a sentence.
    pub terakhir: Option<String>,
    /// Whether the reader brings standards in.
    pub impor: bool,
    /// What was just done.
    pub pesan: String,
}

/// A post.
#[derive(Clone, Debug, Default)]
pub struct BarisPos {
    /// Its name.
    pub jabatan: String,
    /// Its page.
    pub href: String,
    /// Its unit.
    pub unit: String,
    /// Kelas jabatan, 0 when unknown.
    pub kelas: i64,
    /// How many competences its standard names; `None` without one.
    pub kompetensi: Option<usize>,
    /// The document.
    pub dokumen: String,
}

/// The page `/penempatan/profil`.
pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let bring = || Tombol::link("Impor standar", "/penempatan/profil/impor").primary().icon(Icon::Unggah);
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Standar kompetensi jabatan" } p { (view.known) " dari " (view.total) " jabatan pada peta jabatan mempunyai standar." } }
                @if view.impor { div class="aksi" { (bring()) } }
            }
            div class="badan tumpuk" {
                @if view.pesan == "dicatat" { (Kabar::new(Tone::Ok, "Standar kompetensi dicatat")) }
                @if let Some(last) = &view.terakhir { p { "Dokumen terakhir: " (last) "." } }
                form class="formulir" method="get" action="/penempatan/profil" {
                    (Ruas::text("cari", "Cari jabatan atau unit").value(&view.cari).optional())
                    (Ruas::check("tampil", "Hanya jabatan tanpa standar", "tanpa", view.tanpa))
                    div class="baris" { (Tombol::submit("Tampilkan")) }
                }
                @if view.rows.is_empty() {
                    (kosong(Icon::Org, "Tidak ada jabatan", "Tidak ada jabatan yang cocok. Ubah pencarian, atau impor peta jabatan lebih dahulu.", None))
                } @else {
                    @if view.found > view.rows.len() { p { "Ditampilkan " (view.rows.len()) " dari " (view.found) " jabatan, kelas tertinggi lebih dahulu. Persempit dengan pencarian." } }
                    (rows(&view.rows))
                }
            }
        },
    )
}

fn rows(rows: &[BarisPos]) -> Markup {
    let row = |r: &BarisPos| Baris {
        cells: vec![
            html! { a href=(r.href) { (r.jabatan) } },
            html! { (r.unit) },
            html! { @if r.kelas > 0 { (r.kelas) } @else { "–" } },
            html! { @match r.kompetensi {
                Some(n) => { (n) " kompetensi" },
                None => { (lencana(Tone::Awas, None, "Tanpa standar")) },
            } },
            html! { (r.dokumen) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Jabatan dan standarnya".into(),
            columns: vec![
                Kolom::new("Jabatan").phone(Phone::Full).class("kalimat"),
                Kolom::new("Unit").class("kalimat"),
                Kolom::new("Kelas").class("utas"),
                Kolom::new("Standar"),
                Kolom::new("Dokumen").class("kalimat"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

/// A post.
#[derive(Clone, Debug, Default)]
pub struct PosView {
    /// Its page.
    pub alamat: String,
    /// Its name.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Eselon or level.
    pub jenjang: String,
    /// Kelas jabatan, 0 when unknown.
    pub kelas: i64,
    /// Whether it has a standard.
    pub ada: bool,
    /// Least education.
    pub pendidikan: String,
    /// Fields of study.
    pub bidang: Vec<String>,
    /// Competences and standards.
    pub kompetensi: Vec<(String, String)>,
    /// The document.
    pub dokumen: String,
    /// Critical for succession.
    pub kritis: bool,
    /// Whether the reader marks it.
    pub kelola: bool,
}

/// The page `/penempatan/profil/{pos}`.
pub fn satu(frame: &Frame, view: &PosView) -> Markup {
    let or = |text: &str| if text.is_empty() { "Tidak disebut".to_owned() } else { text.to_owned() };
    let kelas = if view.kelas > 0 { view.kelas.to_string() } else { String::new() };
    let facts = [
        ("Unit", html! { (view.unit) }),
        ("Jenjang", html! { (or(&view.jenjang)) }),
        ("Kelas jabatan", html! { (or(&kelas)) }),
        ("Pendidikan paling rendah", html! { (or(&view.pendidikan)) }),
        ("Bidang ilmu", html! { (or(&view.bidang.join(", "))) }),
        ("Dokumen", html! { (or(&view.dokumen)) }),
    ];
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { (view.jabatan) } p { "Standar kompetensi jabatan" } } }
            div class="badan tumpuk" {
                @if view.kritis { (Kabar::new(Tone::Awas, "Jabatan kritis").body(html! { "Calon pengganti jabatan ini disiapkan pada halaman suksesi." }).action("Lihat suksesi", "/suksesi")) }
                (kartu("keterangan", "Keterangan", html! {}, fakta(&facts)))
                @if view.ada && !view.kompetensi.is_empty() { (standar(&view.kompetensi)) }
                @else { (kosong(Icon::Org, "Belum ada standar kompetensi", "Tanpa standar, kesesuaian kompetensi untuk jabatan ini tidak dapat dinilai.", view.kelola.then(|| Tombol::link("Impor standar", "/penempatan/profil/impor")))) }
                @if view.kelola { (tanda(frame, view)) }
            }
        },
    )
}

fn standar(list: &[(String, String)]) -> Markup {
    html! {
        (Tabel {
            caption: "Kompetensi yang dituntut".into(),
            columns: vec![Kolom::new("Kompetensi").phone(Phone::Full).class("kalimat"), Kolom::new("Standar").class("utas")],
            rows: list
                .iter()
                .map(|(name, number)| Baris { cells: vec![html! { (name) }, html! { (number) }], ..Baris::default() })
                .collect(),
            ..Tabel::default()
        })
    }
}

fn tanda(frame: &Frame, view: &PosView) -> Markup {
    let (value, label) = if view.kritis { ("0", "Lepas tanda kritis") } else { ("1", "Tandai kritis") };
    kartu(
        "tanda-kritis",
        "Suksesi",
        html! {},
        html! {
            form class="formulir isi-kartu" method="post" action=(format!("{}/kritis", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="kritis" value=(value);
                (Ruas::text("alasan", "Alasan").help("Mengapa jabatan ini tidak boleh lama kosong, atau mengapa tandanya dilepas."))
                div class="baris" { (Tombol::submit(label)) }
            }
        },
    )
}

/// The form, with what is wrong in a file.
#[derive(Clone, Debug, Default)]
pub struct ImporView {
    /// Number of the document, as typed.
    pub nomor: String,
    /// Its date, as typed.
    pub tanggal: String,
    /// Fields that are wrong, and why.
    pub ruas: Vec<(String, String)>,
    /// Rows that are wrong: row, column, what to do.
    pub salah: Vec<(u64, String, String)>,
    /// More of them than are shown.
    pub lebih: usize,
}

/// The page `/penempatan/profil/impor`.
pub fn impor(frame: &Frame, view: &ImporView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = frame.refused || !view.ruas.is_empty() || !view.salah.is_empty();
    let error = |field: &str| view.ruas.iter().find(|(f, _)| f == field).map(|(_, m)| m.as_str());
    page(
        &frame,
        html! {
            (ringkasan_kesalahan(&view.ruas))
            div class="kepala" { div { h1 { "Impor standar kompetensi" } p { "Berkas diperiksa dahulu. Sesudah itu Anda melihat apa yang akan berubah." } } }
            @if !view.salah.is_empty() { div class="badan tumpuk" { (salah(view)) } }
            div class="dua-kolom" {
                form class="formulir" method="post" action="/penempatan/profil/impor" enctype="multipart/form-data" {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Ruas::text("nomor", "Nomor dokumen").value(&view.nomor).error(error("nomor")).help("Peraturan atau keputusan yang menetapkan standar kompetensi jabatan."))
                    (Ruas::date("tanggal", "Tanggal dokumen").value(&view.tanggal).error(error("tanggal")))
                    (Ruas::file("berkas", "Berkas", ".csv,.xlsx").error(error("berkas")).help("CSV atau XLSX menurut templat, paling besar 32 MB."))
                    div class="baris" {
                        (Tombol::submit("Unggah dan periksa").primary())
                        (Tombol::link("Batal", "/penempatan/profil").quiet())
                    }
                }
                div class="tumpuk" { (kartu("susunan", "Susunan berkas", html! {}, html! { div class="isi-kartu tumpuk" { (susunan()) } })) }
            }
        },
    )
}

fn susunan() -> Markup {
    html! {
        p { "Satu baris satu kompetensi sebuah jabatan. Jabatan yang sama boleh banyak baris." }
        ul {
            li { strong { "pos" } ": kode jabatan dari templat; atau kosong, lalu isi unit dan jabatan." }
            li { strong { "unit" } ", " strong { "jabatan" } ": nama persis seperti pada peta jabatan." }
            li { strong { "pendidikan" } ": tingkat paling rendah, misalnya S-1; boleh kosong." }
            li { strong { "bidang" } ": bidang ilmu, dipisah tanda |; boleh kosong." }
            li { strong { "kompetensi" } ": nama kompetensi, sama dengan pada hasil penilaian." }
            li { strong { "standar" } ": level yang dituntut, misalnya 3." }
        }
        p { a href="/penempatan/profil/templat" { "Unduh templat berisi jabatan tanpa standar" } }
        // Not everybody who imports standards may import what is said of people: no link.
        p { "Hasil penilaian kompetensi tiap pegawai diimpor petugas data pada halaman Impor, jenis Riwayat: Penilaian kompetensi dan potensi." }
    }
}

fn salah(view: &ImporView) -> Markup {
    let row = |(row, column, text): &(u64, String, String)| Baris {
        cells: vec![html! { (row) }, html! { (column) }, html! { (text) }],
        ..Baris::default()
    };
    html! {
        (Kabar::new(Tone::Bahaya, "Berkas belum dapat dicatat").body(html! { "Perbaiki baris di bawah ini, lalu unggah lagi. Belum ada yang dicatat." }))
        (Tabel {
            caption: "Baris yang harus diperbaiki".into(),
            columns: vec![Kolom::new("Baris").class("utas"), Kolom::new("Kolom").class("utas"), Kolom::new("Apa yang harus dilakukan").phone(Phone::Full).class("kalimat")],
            rows: view.salah.iter().map(row).collect(),
            ..Tabel::default()
        })
        @if view.lebih > 0 { p { "Dan " (view.lebih) " kesalahan lain." } }
    }
}

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct PratinjauView {
    /// The document in words.
    pub dokumen: String,
    /// Name of the uploaded file.
    pub nama: String,
    /// Number of the document.
    pub nomor: String,
    /// Its date as typed.
    pub tanggal: String,
    /// Hash of the uploaded file.
    pub sidik: String,
    /// Posts that come in, change, stay.
    pub jumlah: (usize, usize, usize),
    /// Posts left without a standard.
    pub sisa: usize,
    /// The first that come in.
    pub baru: Vec<BarisBeda>,
    /// The first that change.
    pub berubah: Vec<BarisBeda>,
}

/// A post in the preview.
#[derive(Clone, Debug, Default)]
pub struct BarisBeda {
    /// Its name.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Competences before.
    pub sebelum: Option<usize>,
    /// Competences afterwards.
    pub sesudah: usize,
}

/// The preview, answered to the upload.
pub fn pratinjau(frame: &Frame, view: &PratinjauView) -> Markup {
    let (new, other, same) = view.jumlah;
    let facts = [
        ("Dokumen", html! { (view.dokumen) }),
        ("Berkas", html! { (view.nama) }),
        ("Jabatan baru berstandar", html! { (new) }),
        ("Standar yang berubah", html! { (other) }),
        ("Standar yang tetap", html! { (same) }),
        ("Jabatan yang masih tanpa standar", html! { (view.sisa) }),
    ];
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Pratinjau standar kompetensi" } p { "Belum ada yang dicatat." } } }
            div class="badan tumpuk" {
                (kartu("ringkasan", "Yang akan terjadi", html! {}, fakta(&facts)))
                @for (title, rows, all) in [("Jabatan baru berstandar", &view.baru, new), ("Standar yang berubah", &view.berubah, other)] {
                    @if !rows.is_empty() {
                        (perubahan(title, rows))
                        @if all > rows.len() { p { "Dan " (all - rows.len()) " jabatan lain." } }
                    }
                }
                form class="formulir" method="post" action="/penempatan/profil/catat" {
                    @for (name, value) in [("csrf", &frame.csrf), ("nomor", &view.nomor), ("tanggal", &view.tanggal), ("nama", &view.nama), ("sidik", &view.sidik)] {
                        input type="hidden" name=(name) value=(value);
                    }
                    div class="baris" {
                        (Tombol::submit("Catat standar").primary())
                        (Tombol::link("Batal", "/penempatan/profil").quiet())
                    }
                }
            }
        },
    )
}

fn perubahan(title: &str, rows: &[BarisBeda]) -> Markup {
    let row = |r: &BarisBeda| Baris {
        cells: vec![
            html! { (r.jabatan) },
            html! { (r.unit) },
            html! { @match r.sebelum { Some(n) => (n), None => "–" } },
            html! { (r.sesudah) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: title.into(),
            columns: vec![
                Kolom::new("Jabatan").phone(Phone::Full).class("kalimat"),
                Kolom::new("Unit").class("kalimat"),
                Kolom::new("Kompetensi sebelum").class("utas"),
                Kolom::new("Sesudah").class("utas"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
