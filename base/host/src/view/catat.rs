//! What a document says, typed: the form, and the page that shows what recording would change before anything
//! is written. Drawn here because people, units and posts are recorded the same way.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::langkah::{Keadaan, langkah};
use web::component::perbandingan::{Banding, perbandingan};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// One statement of the document.
#[derive(Clone, Debug)]
pub struct PernyataanView {
    /// `Golongan`
    pub title: String,
    /// `Ralat atas catatan 812: …`; empty for something new.
    pub about: String,
    /// Its fields.
    pub fields: Vec<Ruas>,
    /// Search for a post or unit.
    pub search: Option<CariTempat>,
    /// Fields that travel unseen.
    pub hidden: Vec<(String, String)>,
    /// Its number in the form.
    pub n: usize,
    /// Can be taken out again.
    pub removable: bool,
}

/// Posts or units found.
#[derive(Clone, Debug)]
pub struct CariTempat {
    /// Where words are typed.
    pub field: Ruas,
    /// Name of the choice.
    pub name: String,
    /// Id and words.
    pub found: Vec<(String, String)>,
    /// The id chosen.
    pub chosen: String,
    /// Words were typed and nothing fits.
    pub nothing: bool,
}

/// What recording would do.
#[derive(Clone, Debug, Default)]
pub struct PeriksaView {
    /// Caption (`Sejak 1 Okt 2026`) and fields.
    pub changes: Vec<(String, Vec<Banding>)>,
    /// `Diklat dan kursus: bertambah 1`
    pub rows: Vec<String>,
    /// Things to look at again before saving.
    pub warnings: Vec<String>,
    /// Findings that will be there.
    pub arising: Vec<String>,
    /// Findings that will be gone.
    pub settled: Vec<String>,
    /// The document in words.
    pub document: Vec<(String, String)>,
    /// Everything typed, carried to the last step.
    pub hidden: Vec<(String, String)>,
}

/// A page that records what a document says about one subject.
#[derive(Clone, Debug, Default)]
pub struct CatatView {
    /// What is done: `Catat SK`.
    pub title: String,
    /// Whom or what it is about: name with titles, name of a unit.
    pub name: String,
    /// What tells it from others of that name: the NIP in groups; may be empty.
    pub number: String,
    /// How sentences call it: `pegawai ini`.
    pub about: String,
    /// The subject's page.
    pub back: String,
    /// Where the form is sent.
    pub action: String,
    /// Field and message.
    pub errors: Vec<(String, String)>,
    /// Where what stands in the way is found: label and address.
    pub links: Vec<(String, String)>,
    /// Somebody recorded something meanwhile.
    pub moved: bool,
    /// Fields of the document.
    pub document: Vec<Ruas>,
    /// Fields that travel unseen.
    pub hidden: Vec<(String, String)>,
    /// A file is kept already.
    pub kept_file: String,
    /// What it states.
    pub statements: Vec<PernyataanView>,
    /// Kinds that can be added: value and label; none where a document is recorded one statement at a time.
    pub kinds: Vec<(String, String)>,
    /// Frequent beginnings: label and address; shown while the form states nothing.
    pub starts: Vec<(String, String)>,
    /// The last step; else the form.
    pub periksa: Option<PeriksaView>,
}

/// The form, or its last step.
pub fn catat(frame: &Frame, view: &CatatView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = frame.refused || !view.errors.is_empty() || view.moved;
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        @if !view.links.is_empty() {
            nav class="baris" aria-label="Yang menghalangi" { @for (label, href) in &view.links { (Tombol::link(label, href.clone()).small()) } }
        }
        div class="kepala" { div {
            h1 { (view.title) }
            p { (view.name) @if !view.number.is_empty() { " · " span class="angka" { (view.number) } } }
        } }
        @let at = usize::from(view.periksa.is_some());
        @let step = |n: usize| match n.cmp(&at) { std::cmp::Ordering::Less => Keadaan::Selesai, std::cmp::Ordering::Equal => Keadaan::Kini, std::cmp::Ordering::Greater => Keadaan::Nanti };
        (langkah("Langkah pencatatan", &[("Isi", "dokumen dan isinya", step(0)), ("Periksa", "sebelum dan sesudah", step(1)), ("Tercatat", "masuk jurnal", step(2))]))
        @if view.moved {
            (Kabar::new(Tone::Awas, &format!("Catatan {} baru saja berubah", view.about)).body(html! {
                p { "Petugas lain mencatat sesuatu tentang " (view.about) " sesudah formulir ini dibuka. Isian Anda tetap ada: periksa sekali lagi, lalu simpan." }
            }))
        }
        div class="badan" {
            @match &view.periksa {
                Some(periksa) => (check(&frame, view, periksa)),
                None => (form(&frame, view)),
            }
        }
    };
    page(&frame, body)
}

fn hidden(pairs: &[(String, String)]) -> Markup {
    html! { @for (name, value) in pairs { input type="hidden" name=(name) value=(value); } }
}

fn form(frame: &Frame, view: &CatatView) -> Markup {
    html! { div class="tumpuk" {
        @if view.statements.is_empty() {
            nav class="baris" aria-label="Yang dapat dicatat" {
                @for (label, href) in &view.starts { (Tombol::link(label, href.clone()).small()) }
            }
        }
        @if !(view.statements.is_empty() && view.kinds.is_empty()) {
        // Everything is in one form, so that each button brings along whatever was typed.
        form class="tumpuk" method="post" action=(view.action) enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(frame.csrf);
            (hidden(&view.hidden))
            // The first submit button is the one the Enter key presses.
            button class="sr" type="submit" name="aksi" value="periksa" tabindex="-1" { "Periksa" }
            (kartu("dokumen", "Dokumen dasar", html! { small { "persis seperti pada naskah" } }, html! {
                div class="isi-kartu formulir kisi-isian" {
                    @for field in &view.document { (field) }
                    @if !view.kept_file.is_empty() { p class="redup penuh" { "Berkas tersimpan: " (view.kept_file) ". Unggah lagi hanya bila hendak diganti." } }
                }
            }))
            @for statement in &view.statements { (card(statement)) }
            @if !view.kinds.is_empty() {
                (kartu("lagi", "Hal lain yang ditetapkan dokumen ini", html! {}, html! {
                    div class="isi-kartu baris" {
                        (Ruas::choice("tambah", "Jenis riwayat", view.kinds.clone()))
                        (Tombol::submit("Tambah").value("aksi", "tambah").icon(Icon::Tambah))
                    }
                }))
            }
            div class="baris" {
                (Tombol::submit("Periksa sebelum menyimpan").value("aksi", "periksa").primary())
                (Tombol::link("Batal", view.back.clone()).quiet())
            }
        }
        }
    } }
}

fn card(p: &PernyataanView) -> Markup {
    let remove = html! {
        @if p.removable {
            (Tombol::submit("Keluarkan").value("aksi", &format!("hapus:{}", p.n)).small().quiet().context(&p.title))
        }
    };
    kartu(
        &format!("pernyataan-{}", p.n),
        &p.title,
        remove,
        html! {
            div class="isi-kartu formulir kisi-isian" {
                (hidden(&p.hidden))
                @if !p.about.is_empty() { p class="penuh" { (p.about) } }
                @if let Some(search) = &p.search { (find(search, p)) }
                @for field in &p.fields { (field) }
            }
        },
    )
}

fn find(search: &CariTempat, p: &PernyataanView) -> Markup {
    html! {
        div class="penuh tumpuk" {
            div class="baris" {
                (search.field)
                (Tombol::submit("Cari").value("aksi", &format!("cari:{}", p.n)).context(&p.title))
            }
            @if search.nothing { p class="redup" { "Tidak ada yang memuat kata itu. Coba kata lain, atau ketik isinya di bawah." } }
            @if !search.found.is_empty() {
                fieldset class="pilihan" {
                    legend { "Pilih salah satu" }
                    @for (n, (id, words)) in search.found.iter().enumerate() {
                        @let field = format!("{}-{n}", search.name);
                        div class="ruas centang" {
                            input type="radio" id=(field) name=(search.name) value=(id) checked[*id == search.chosen];
                            label for=(field) { (words) }
                        }
                    }
                }
            }
        }
    }
}

fn check(frame: &Frame, view: &CatatView, periksa: &PeriksaView) -> Markup {
    let nothing = periksa.changes.is_empty() && periksa.rows.is_empty();
    let list = |items: &[String]| html! { ul { @for item in items { li { (item) } } } };
    html! {
        div class="tumpuk" {
            @if nothing {
                (Kabar::new(Tone::Awas, &format!("Keadaan {} tidak berubah", view.about)).body(html! {
                    p { "Dokumen ini tetap dapat dicatat, tetapi dokumen lain yang lebih baru atau lebih kuat menentukan keadaannya." }
                }))
            }
            @if !periksa.warnings.is_empty() { (Kabar::new(Tone::Awas, "Periksa sekali lagi").body(list(&periksa.warnings))) }
            @if !periksa.arising.is_empty() { (Kabar::new(Tone::Awas, "Temuan yang akan muncul").body(list(&periksa.arising))) }
            @if !periksa.settled.is_empty() { (Kabar::new(Tone::Ok, "Temuan yang akan selesai").body(list(&periksa.settled))) }
            (kartu("dokumen", "Dokumen dasar", html! {}, fakta(&periksa.document.iter().map(|(k, v)| (k.as_str(), html! { (v) })).collect::<Vec<_>>())))
            @for (n, (caption, rows)) in periksa.changes.iter().enumerate() {
                (kartu(&format!("perubahan-{n}"), caption, html! {}, perbandingan(caption, "Sebelum", "Sesudah", rows)))
            }
            @if !periksa.rows.is_empty() { (kartu("baris", "Riwayat", html! {}, html! { div class="isi-kartu" { (list(&periksa.rows)) } })) }
            form class="baris" method="post" action=(view.action) enctype="multipart/form-data" {
                input type="hidden" name="csrf" value=(frame.csrf);
                (hidden(&periksa.hidden))
                (Tombol::submit("Simpan ke jurnal").value("aksi", "simpan").primary())
                (Tombol::submit("Ubah isian").value("aksi", "ubah").quiet())
                (Tombol::link("Batal", view.back.clone()).quiet())
            }
        }
    }
}
