//! `/rakor/{id}/persiapan`: what it is, its agenda with papers, who is invited and what they answered.

mod bagian;
mod pihak;

use super::kepala::{Kepala, kepala};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tanggal::waktu_dan_jarak;
use web::component::tombol::Tombol;
use web::{Frame, Tanggal, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PersiapanView {
    /// Its head.
    pub kepala: Kepala,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// What a form was refused for.
    pub salah: Vec<(String, String)>,
    /// That form as it came.
    pub ulang: Ulang,
    /// The versions of particulars and agenda the page shows.
    pub versi: [String; 2],
    /// Particulars as they are saved, whatever was typed.
    pub kini: Vec<(&'static str, &'static str, String)>,
    /// What is missing before invitations may go out; empty when nothing is.
    pub belum_undang: String,
    /// `/rakor/{id}`
    pub alamat: String,
    /// The reader prepares it, and it may still change.
    pub siapkan: bool,
    /// Invitations may go out now.
    pub undang: bool,
    /// It may be called off.
    pub batal: bool,
    /// Particulars: field, label, value.
    pub pokok: Vec<(&'static str, &'static str, String)>,
    /// Votes, quorum and list of speakers.
    pub tertib: TertibView,
    /// A holiday, a day that has passed.
    pub peringatan: Option<String>,
    /// Follow-up of the rakor before that is still open: what, whose and until when.
    pub rtl_dulu: Option<Vec<(String, String)>>,
    /// Its agenda.
    pub agenda: Vec<ButirView>,
    /// Parties.
    pub pihak: Vec<PihakView>,
    /// Instansi to invite: id and name.
    pub instansi: Vec<(String, String)>,
    /// Roles of the template.
    pub peran: Vec<String>,
    /// Bodies outside, of the template.
    pub luar: Vec<String>,
    /// Material asked for: until when, what for.
    pub bahan: Option<(Tanggal, String)>,
    /// Today.
    pub hari_ini: Option<Tanggal>,
    /// Papers that belong to no item.
    pub paparan: Vec<PaparanView>,
    /// The reader may bring papers.
    pub unggah: bool,
    /// Text to share with a messenger; empty before invitations are out.
    pub bagikan: String,
}

/// Order of the meeting.
#[derive(Clone, Debug, Default)]
pub struct TertibView {
    /// It is used.
    pub dipakai: bool,
    /// `jumlah` or `persen`; empty for no quorum.
    pub jenis: String,
    /// How many, as typed.
    pub ambang: String,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default)]
pub struct ButirView {
    /// Its name; empty for one not written yet.
    pub id: String,
    /// When.
    pub pukul: String,
    /// What about.
    pub judul: String,
    /// Who presents.
    pub penyaji: String,
    /// Papers.
    pub paparan: Vec<PaparanView>,
}

/// A paper.
#[derive(Clone, Debug, Default)]
pub struct PaparanView {
    /// Its name.
    pub id: String,
    /// Its title.
    pub judul: String,
    /// Its file.
    pub href: String,
    /// `paparan.pdf · Kab. Muara Tua`
    pub catatan: String,
    /// A policy parties take note of: how many did, of how many.
    pub kebijakan: Option<(usize, usize)>,
    /// Who did not yet; for the convener.
    pub belum: Vec<String>,
    /// The reader's instansi has not taken note yet.
    pub baca: bool,
}

/// A party.
#[derive(Clone, Debug, Default)]
pub struct PihakView {
    /// Its name.
    pub id: String,
    /// Instansi or body.
    pub nama: String,
    /// Its role.
    pub peran: String,
    /// Its answer.
    pub jawaban: (String, Tone),
    /// Who comes, in which post, by what authority.
    pub catatan: String,
    /// Taken off the list, and why.
    pub ditarik: Option<String>,
    /// The reader may answer for it: answer, name, post and authority as they are.
    pub jawab: Option<[String; 4]>,
    /// The letter of its representative, for the convener and itself: name and address.
    pub kuasa: Option<(String, String)>,
    /// The reader may bring that letter.
    pub unggah_kuasa: bool,
    /// It is the reader's own.
    pub sendiri: bool,
    /// Its calendar file; empty before invitations are out.
    pub ics: String,
    /// Its link for those online.
    pub tautan: String,
}

/// The page `/rakor/{id}/persiapan`.
pub fn persiapan(frame: &Frame, view: &PersiapanView) -> Markup {
    let tools = html! {
        @if view.undang { (kirim(frame, &view.alamat, "undang", html! { (Tombol::submit("Kirim undangan").primary()) })) }
    };
    let own: Vec<&PihakView> = view.pihak.iter().filter(|p| p.sendiri && p.jawab.is_some()).collect();
    let body = html! {
        (kepala(&view.kepala, tools))
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.salah))
            @if let Some(told) = &view.kabar { (told) }
            @if !view.belum_undang.is_empty() { (Kabar::new(Tone::Info, "Undangan belum dapat dikirim.").body(html! { (view.belum_undang) })) }
            @for p in &own { (pihak::undangan_anda(frame, view, p)) }
            (kartu("pokok", "Pokok rakor", html! {}, pokok(frame, view)))
            (kartu("agenda", "Agenda dan paparan", html! {}, bagian::agenda(frame, view)))
            (kartu("pihak", "Pihak", html! { small { (view.pihak.iter().filter(|p| p.ditarik.is_none()).count()) " diundang" } }, pihak::daftar(frame, view)))
            @if view.siapkan || view.tertib.dipakai { (kartu("tata-tertib", "Tata tertib", html! {}, tertib(frame, view))) }
            @if view.siapkan || view.bahan.is_some() { (kartu("bahan", "Permintaan bahan", html! {}, bahan(frame, view))) }
            @if !view.bagikan.is_empty() {
                (kartu("bagikan", "Bagikan", html! {}, html! { div class="isi-kartu formulir" {
                    (Ruas::area("teks-bagikan", "Teks untuk aplikasi pesan", 6).value(&view.bagikan).help("Tanpa nama orang. Salin, lalu tempel."))
                } }))
            }
            @if view.batal { (kartu("batal", "Batalkan rakor", html! {}, kirim(frame, &view.alamat, "batal", html! {
                (Ruas::text("alasan", "Alasan pembatalan").id("alasan-batal").help("Dibaca semua pihak.").value(view.lagi("batal", "alasan")).error(view.ulang.galat("alasan-batal")))
                (Tombol::submit("Batalkan rakor").danger())
            }))) }
        }
    };
    page(frame, body)
}

impl PersiapanView {
    /// What was typed in a field of a form that was refused just now; empty else.
    fn lagi(&self, tujuan: &str, name: &str) -> &str {
        self.ulang.isi(name).filter(|_| self.ulang.tentang(tujuan, None)).unwrap_or("")
    }
}

/// A form of the page.
fn kirim(frame: &Frame, alamat: &str, tujuan: &str, body: Markup) -> Markup {
    html! {
        form class="isi-kartu formulir" method="post" action=(format!("{alamat}/{tujuan}")) {
            input type="hidden" name="csrf" value=(frame.csrf);
            (body)
        }
    }
}

fn pokok(frame: &Frame, view: &PersiapanView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let field = |f: &(&'static str, &'static str, String)| {
        let field = if f.0 == "tanggal" { Ruas::date(f.0, f.1) } else { Ruas::text(f.0, f.1) };
        field.value(&f.2).error(error(f.0))
    };
    html! {
        @if let Some(warning) = &view.peringatan { div class="isi-kartu" { (Kabar::new(Tone::Awas, warning)) } }
        @if view.siapkan {
            @if view.ulang.bentrok && view.ulang.tujuan == "pokok" {
                div class="isi-kartu tumpuk" {
                    p { b { "Tersimpan sekarang" } }
                    dl class="fakta" { @for f in view.kini.iter().filter(|f| !f.2.is_empty()) { dt { (f.1) } dd { (f.2) } } }
                }
            }
            (kirim(frame, &view.alamat, "pokok", html! {
                input type="hidden" name="versi" value=(view.versi[0]);
                @for f in &view.pokok { (field(f)) }
                (Tombol::submit("Simpan pokok").primary())
            }))
        } @else {
            dl class="fakta" { @for f in view.pokok.iter().filter(|f| !f.2.is_empty()) { dt { (f.1) } dd { (f.2) } } }
        }
    }
}

fn tertib(frame: &Frame, view: &PersiapanView) -> Markup {
    let t = &view.tertib;
    let error = view.salah.iter().find(|e| e.0 == "ambang").map(|e| e.1.as_str());
    let kinds =
        [("", "Tanpa kuorum"), ("jumlah", "Banyaknya pihak"), ("persen", "Persen dari pihak yang diundang")];
    let kinds: Vec<(String, String)> = kinds.map(|k| (k.0.into(), k.1.into())).to_vec();
    let said = match t.jenis.as_str() {
        "jumlah" => format!("Kuorum {} pihak.", t.ambang),
        "persen" => format!("Kuorum {} persen dari pihak yang diundang.", t.ambang),
        _ => "Tanpa kuorum.".into(),
    };
    html! {
        @if view.siapkan {
            (kirim(frame, &view.alamat, "tata-tertib", html! {
                (Ruas::check("tata_tertib", "Pakai pemungutan suara, kuorum, dan daftar pembicara", "1", t.dipakai))
                (Ruas::choice("kuorum", "Kuorum", kinds).value(&t.jenis).help("Dihitung dari pihak yang tercatat hadir"))
                (Ruas::text("ambang", "Sedikitnya").value(&t.ambang).optional().error(error))
                (Tombol::submit("Simpan tata tertib"))
            }))
        } @else { p class="isi-kartu" { "Pemungutan suara dan daftar pembicara dipakai. " (said) } }
    }
}

fn bahan(frame: &Frame, view: &PersiapanView) -> Markup {
    html! {
        @if let (Some((until, words)), Some(today)) = (&view.bahan, view.hari_ini) {
            div class="isi-kartu tumpuk" {
                p { "Sampai " (waktu_dan_jarak(*until, today)) }
                p class="tulisan" { (words) }
                p { a href=(format!("{}/masalah", view.alamat)) { "Masalah dan praktik baik" } }
            }
        } @else { div class="isi-kartu" { (lencana(Tone::Netral, None, "Belum diminta")) } }
        @if view.siapkan {
            (kirim(frame, &view.alamat, "bahan", html! {
                (Ruas::date("tenggat", "Tenggat bahan").value(view.lagi("bahan", "tenggat")).error(view.ulang.galat("tenggat")))
                (Ruas::area("uraian", "Bahan yang diminta", 3).value(view.lagi("bahan", "uraian")).error(view.ulang.galat("uraian")).help("Misalnya masalah dan praktik baik menurut bidang, beserta angkanya."))
                (Tombol::submit("Minta bahan"))
            }))
        }
    }
}
