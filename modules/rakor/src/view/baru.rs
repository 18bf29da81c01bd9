//! `/rakor/baru`: the little that has to be known to begin; everything else comes from the template.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, page};

/// The form.
#[derive(Clone, Debug, Default)]
pub struct BaruView {
    /// Kinds: key and name.
    pub templat: Vec<(String, String)>,
    /// Rakor it may go on from: id and title.
    pub sebelumnya: Vec<(String, String)>,
    /// Who may convene, for those who serve several; empty otherwise.
    pub instansi: Vec<(String, String)>,
    /// As typed.
    pub judul: String,
    /// As chosen.
    pub jenis: String,
    /// As chosen.
    pub sebelum: String,
    /// As typed.
    pub tanggal: String,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// The page `/rakor/baru`.
pub fn baru(frame: &Frame, view: &BaruView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
    let choose = |word: &str, options: &[(String, String)]| {
        std::iter::once((String::new(), word.to_owned())).chain(options.iter().cloned()).collect()
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Rencanakan rakor" } p { "Agenda, pihak, dan keluaran diisi dari jenisnya dan dapat diubah sesudah ini." } } }
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.salah))
                (kartu("rencana", "Rakor baru", html! {}, html! {
                    form class="isi-kartu tumpuk formulir" method="post" action="/rakor/baru" {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Ruas::choice("templat", "Jenis", choose("Pilih jenis rakor", &view.templat)).value(&view.jenis).error(error("templat")))
                        @if !view.instansi.is_empty() {
                            (Ruas::choice("instansi", "Penyelenggara", choose("Pilih instansi", &view.instansi)).error(error("instansi")))
                        }
                        (Ruas::text("judul", "Judul").value(&view.judul).help("Misalnya Rakor kepegawaian triwulan III 2026").error(error("judul")))
                        (Ruas::date("tanggal", "Tanggal").value(&view.tanggal).optional().error(error("tanggal")))
                        @if !view.sebelumnya.is_empty() {
                            (Ruas::choice("sebelumnya", "Lanjutan dari", choose("Tidak melanjutkan rakor lain", &view.sebelumnya)).value(&view.sebelum)
                                .help("Tindak lanjut yang masih terbuka dari rakor itu menjadi mata acara pertama.").optional().error(error("sebelumnya")))
                        }
                        div class="baris" { (Tombol::submit("Rencanakan").primary()) (Tombol::link("Batal", "/rakor")) }
                    }
                }))
            }
        },
    )
}
