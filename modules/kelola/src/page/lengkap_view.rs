//! The form that declares kinds of history complete.

use host::dokumen;
use kernel::typed::{Salah, TypedDocument};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The page `/langkah-pertama/riwayat-lengkap`.
#[derive(Clone, Debug)]
pub struct LengkapView {
    /// Whose declaration it is.
    pub instansi: String,
    /// Id of that instansi.
    pub instansi_id: String,
    /// Word of a kind, its label, whether it is declared.
    pub kinds: Vec<(&'static str, &'static str, bool)>,
    /// The document as typed.
    pub document: TypedDocument,
    /// What is wrong with it.
    pub errors: Vec<Salah>,
    /// Somebody else recorded something meanwhile.
    pub moved: bool,
    /// How many entries the form was made from.
    pub based_on: usize,
}

/// The page `/langkah-pertama/riwayat-lengkap`.
pub fn lengkap(frame: &Frame, view: &LengkapView) -> Markup {
    let document =
        dokumen::fields(&view.document, &[("surat", "Surat")], "Misalnya Surat Pernyataan", &view.errors);
    // A file comes with forms that take one in; this one names the paper only.
    let document: Vec<Ruas> = document.into_iter().take(5).collect();
    let form = html! {
        form class="isi-kartu tumpuk" method="post" action="/langkah-pertama/riwayat-lengkap" {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="instansi" value=(view.instansi_id);
            input type="hidden" name="dasar" value=(view.based_on);
            fieldset {
                legend { "Jenis riwayat yang dinyatakan lengkap" }
                @for (word, label, ticked) in &view.kinds { (Ruas::check("jenis", label, word, *ticked).id(&format!("jenis-{word}")).optional()) }
            }
            @for field in &document { (field) }
            div class="baris" { (Tombol::submit("Catat pernyataan").primary()) (Tombol::link("Batal", "/langkah-pertama")) }
        }
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Riwayat yang lengkap" } p { (view.instansi) } } }
            @if view.moved {
                div class="kilat bawahan" { (Kabar::new(Tone::Awas, "Belum dicatat: ada catatan lain sesudah halaman ini dibuka.").body(html! { "Periksa pilihan di bawah, lalu kirim lagi." })) }
            }
            @for (_, sentence) in &view.errors { div class="kilat bawahan" { (Kabar::new(Tone::Bahaya, sentence)) } }
            div class="badan tumpuk" {
                p { "Bila suatu jenis dinyatakan lengkap, pegawai yang tidak punya baris jenis itu dibaca tidak pernah memilikinya; tanpa pernyataan ini ia dibaca belum diketahui. Pernyataan berlaku sejak tanggal dokumennya dan dicatat pada jurnal." }
                (kartu("pernyataan", "Pernyataan instansi", html! {}, form))
            }
        },
    )
}
