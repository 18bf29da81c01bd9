//! `/rakor/{id}/proyektor`: what the whole room reads.

use maud::{Markup, html};
use web::assets::Tambahan;
use web::component::layar::{self, Butir};
use web::component::notulen::keadaan;

/// The page.
#[derive(Clone, Debug, Default)]
pub struct ProyektorView {
    /// The rakor.
    pub judul: String,
    /// Day and place.
    pub keterangan: String,
    /// `/rakor/{id}/siaran`
    pub siaran: String,
    /// Time and title.
    pub agenda: Vec<(String, String)>,
    /// Points, in order.
    pub butir: Vec<Butir>,
}

/// The page `/rakor/{id}/proyektor`; read again every minute where there is no script.
pub fn proyektor(view: &ProyektorView) -> Markup {
    let agenda: String = view.agenda.iter().map(|a| format!("{}{}", a.0, a.1)).collect();
    let body = html! {
        div { h1 { (view.judul) } p { (view.keterangan) } }
        div class="tumpuk" data-siaran=(view.siaran) {
            div class="tumpuk" data-bagian {
                ol class="agenda" id="layar-agenda" data-versi=(agenda) aria-label="Agenda" {
                    @for (time, title) in &view.agenda { li { time { (time) } (title) } }
                }
                @for b in &view.butir { (layar::butir(b)) }
            }
            (keadaan())
        }
    };
    web::page::layar(&view.judul, Some(60), &[Tambahan::Koordinasi, Tambahan::Siaran], body)
}

/// `/rakor/{id}/kode`: a code to scan, another one before long.
pub fn kode(judul: &str, alamat: &str, gambar: &str, kata: &str, detik: u32) -> Markup {
    let body = html! {
        h1 { "Presensi " (judul) }
        div id="kode" data-pantau=(alamat) {
            (layar::kode(gambar, kata, "Pindai dengan kamera ponsel, lalu isi nama dan instansi. Tanpa ponsel: lapor ke petugas."))
        }
    };
    web::page::layar(&format!("Kode presensi {judul}"), Some(detik), &[Tambahan::Koordinasi], body)
}
