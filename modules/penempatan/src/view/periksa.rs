//! `/penempatan/periksa`: anybody checks a bundle; nothing of the node is needed but the program.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::sidik::sidik;
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::page::Tema;
use web::{Icon, Merek, Tone, bare};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PeriksaView {
    /// Chosen theme.
    pub theme: Option<Tema>,
    /// Token of the session's forms; empty without a session.
    pub csrf: String,
    /// Bundles everybody may have.
    pub terbit: Vec<BundelUmum>,
    /// Further ones that are not listed.
    pub terbit_lebih: usize,
    /// SHA-256 of the file that was checked; empty before a file came.
    pub sidik: String,
    /// Where that very file comes from; `None` when this service never published it.
    pub asal: Option<AsalBundel>,
    /// Name of the file that was checked.
    pub berkas: String,
    /// What was looked at: name, whether it holds, what was found. Empty before a file came.
    pub hasil: Vec<(String, bool, String)>,
    /// Why no file was checked.
    pub salah: Vec<(String, String)>,
}

/// A bundle everybody may have.
#[derive(Clone, Debug, Default)]
pub struct BundelUmum {
    /// What the round is called.
    pub judul: String,
    /// Whose it is.
    pub pemilik: String,
    /// Where the bundle is.
    pub href: String,
    /// What was published of the round.
    pub sidik: Vec<SidikTerbit>,
}

/// A published hash.
#[derive(Clone, Debug)]
pub struct SidikTerbit {
    /// `Bundel untuk umum`
    pub label: String,
    /// SHA-256 in hexadecimal.
    pub sidik: String,
    /// Published when.
    pub pada: Tanggal,
}

/// The round a file was published of.
#[derive(Clone, Debug)]
pub struct AsalBundel {
    /// What the round is called.
    pub judul: String,
    /// Whose it is.
    pub pemilik: String,
    /// `Bundel untuk umum`
    pub apa: String,
    /// Published when.
    pub pada: Tanggal,
    /// A newer one of the same sort was published since.
    pub diganti: bool,
    /// The round was called off since.
    pub batal: bool,
}

/// Hashes as a list.
pub fn sidik_terbit(list: &[SidikTerbit]) -> Markup {
    html! { @for s in list { p { (s.label) ", terbit " (waktu(s.pada)) br; (sidik(&s.sidik)) } } }
}

/// The page.
pub fn periksa(view: &PeriksaView) -> Markup {
    let error = view.salah.first().map(|s| s.1.as_str());
    let title = if error.is_some() { "Kesalahan: Periksa sendiri" } else { "Periksa sendiri" };
    let body = html! {
        (ringkasan_kesalahan(&view.salah))
        div { h1 { "Periksa sendiri" } p { "Unggah bundel rencana mutasi. Sinergi menghitung ulang dan membuktikan bahwa tidak ada susunan yang lebih baik dari masukan yang sama; pada rencana yang dibatasi batas keluar unit, bahwa batas itu dipatuhi dan seberapa jauh dari yang terbaik. Berkas Anda tidak disimpan." } }
        @if !view.hasil.is_empty() { (outcome(view)) }
        form class="formulir" method="post" action="/penempatan/periksa" enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(view.csrf);
            (Ruas::file("berkas", "Bundel", ".zip").help("Berkas ZIP, paling besar 16 MB").error(error))
            (Tombol::submit("Periksa bundel").primary())
        }
        @if !view.terbit.is_empty() {
            section aria-labelledby="terbit" {
                h2 id="terbit" { "Bundel yang terbuka bagi umum" }
                p { "Sidik (SHA-256) di bawah ini tercatat di jurnal saat PPK memutus. Bandingkan dengan sidik berkas yang Anda pegang." }
                ul class="tumpuk" {
                    @for b in &view.terbit {
                        li { a href=(b.href) { (b.judul) } ", " (b.pemilik) @if !b.sidik.is_empty() { (sidik_terbit(&b.sidik)) } }
                    }
                }
                (super::sisa(view.terbit_lebih, "bundel"))
            }
        }
        p class="redup" { "Tanpa peramban: " code { "sinergi penempatan verifikasi BUNDEL" } }
    };
    bare(title, "", view.theme, Merek::Inagov, body)
}

/// Whether exactly this file was published here: mathematics alone does not tell a bundle forged as a whole.
fn origin(view: &PeriksaView, holds: bool) -> Markup {
    let file = html! { "Berkas: " (view.berkas) br; "Sidik (SHA-256): " (sidik(&view.sidik)) };
    let Some(asal) = &view.asal else {
        return html! {
            (Kabar::new(Tone::Bahaya, "Bundel ini tidak pernah diterbitkan oleh layanan ini.").body(html! {
                @if holds { p { "Masukan, rencana, dan sertifikatnya memang saling cocok, tetapi itu tidak membuktikan bahwa isinya sama dengan yang diputus. Jangan pakai sebagai bukti. Unduh bundel aslinya dari daftar di bawah atau dari pemilik rencana, lalu bandingkan sidiknya." } }
                p { "Bundel terbit saat PPK memutus; yang diunduh sebelum itu belum terbit." }
                p { (file) }
            }))
        };
    };
    let tone = if asal.batal || asal.diganti { Tone::Awas } else { Tone::Ok };
    html! {
        (Kabar::new(tone, "Bundel ini diterbitkan oleh layanan ini.").body(html! {
            p { (asal.apa) " rencana " b { (asal.judul) } ", " (asal.pemilik) ", terbit " (waktu(asal.pada)) "." }
            @if asal.diganti { p { "Sesudah itu terbit bundel yang lebih baru dari rencana yang sama." } }
            @if asal.batal { p { "Rencana itu kemudian dibatalkan." } }
            p { (file) }
        }))
    }
}

fn outcome(view: &PeriksaView) -> Markup {
    let holds = view.hasil.iter().all(|h| h.1);
    html! {
        (origin(view, holds))
        @if holds {
            // A bundle nobody published is no good news, however well it adds up.
            (Kabar::new(if view.asal.is_some() { Tone::Ok } else { Tone::Netral }, "Bundel lulus semua pemeriksaan.").body(html! { "Hitungannya benar dan saling cocok." }))
        } @else {
            (Kabar::new(Tone::Bahaya, "Bundel tidak lulus.").body(html! { "Yang gagal tertulis di bawah." }))
        }
        ul class="tumpuk" {
            @for (name, ok, sentence) in &view.hasil {
                li {
                    @if *ok { (lencana(Tone::Ok, Some(Icon::Cek), "Lulus")) } @else { (lencana(Tone::Bahaya, Some(Icon::Silang), "Tidak lulus")) }
                    " " b { (name) } " " (sentence)
                }
            }
        }
    }
}
