//! `/penempatan/baru` and `/penempatan/{id}/ubah`: what a round is.

use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, page};

/// The form.
#[derive(Clone, Debug, Default)]
pub struct BaruView {
    /// Where it goes.
    pub alamat: String,
    /// Whether a round is opened with it; else it is changed.
    pub baru: bool,
    /// The part as the form was opened with it.
    pub versi: String,
    /// Kinds: key and name.
    pub macam: Vec<(String, String)>,
    /// Instansi to choose from, for those who serve several.
    pub instansi: Vec<(String, String)>,
    /// Perangkat daerah: id and name.
    pub unor: Vec<(String, String)>,
    /// Levels whose holders are considered: word, label, whether chosen.
    pub jenjang: Vec<(String, String, bool)>,
    /// Fields as they are now: name and value.
    pub isian: Vec<(&'static str, String)>,
    /// Whether holders of posts of the round may be moved.
    pub rotasi: bool,
    /// The form as refused.
    pub ulang: Ulang,
}

/// The page.
pub fn baru(frame: &Frame, view: &BaruView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { (frame.title) } p { "Sesudah ini pos dipilih dan kriteria ditetapkan. Semuanya dapat diubah sampai syarat dan bobot diumumkan." } } }
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                (kartu("rencana", "Rencana mutasi", html! {}, form(frame, view)))
            }
        },
    )
}

fn form(frame: &Frame, view: &BaruView) -> Markup {
    let now = |name: &str| view.isian.iter().find(|i| i.0 == name).map_or("", |i| i.1.as_str());
    let value = |name: &str| view.ulang.isi(name, now(name)).to_owned();
    let set = |field: Ruas, name: &str| field.value(&value(name)).error(view.ulang.galat(name));
    let choose = |word: &str, all: &[(String, String)]| {
        std::iter::once((String::new(), word.to_owned())).chain(all.iter().cloned()).collect::<Vec<_>>()
    };
    html! {
        form class="isi-kartu tumpuk formulir" method="post" action=(view.alamat) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="versi" value=(view.versi);
            (set(Ruas::text("judul", "Judul"), "judul"))
            (set(Ruas::choice("macam", "Macam", choose("Pilih macam rencana", &view.macam)).help("Macam menentukan syarat, gerbang, dan apakah Sinergi menghitung satu hasil atau menyajikan tiga nama per pos."), "macam"))
            @if !view.instansi.is_empty() { (set(Ruas::choice("instansi", "Instansi", choose("Pilih instansi", &view.instansi)), "instansi")) }
            (set(Ruas::text("dasar", "Dasar").help("Surat atau keputusan, dengan nomor dan tanggal"), "dasar"))
            (set(Ruas::date("tanggal_berlaku", "Berlaku").help("Syarat dan pos dibaca per tanggal ini, dan SK berlaku sejak tanggal ini. hh-bb-tttt"), "tanggal_berlaku"))
            (set(Ruas::choice("unor", "Pegawai yang dipertimbangkan", choose("Seluruh instansi", &view.unor)), "unor"))
            (levels(view))
            (Ruas::check("rotasi", "Rotasi: pemegang pos dalam rencana ini dapat dipindahkan", "1", view.ulang.centang("rotasi", "1", view.rotasi)).help("Tanpa rotasi hanya pos kosong yang diisi."))
            (set(Ruas::text("pindah_min", "Selisih terkecil untuk memindahkan pemegang jabatan").help("Dalam poin, misalnya 5. Seseorang yang sudah memegang jabatan hanya dipindahkan bila nilainya naik paling sedikit sebanyak ini."), "pindah_min"))
            (set(Ruas::text("batas_unit", "Pemegang jabatan yang boleh keluar dari satu unit").help("Dalam persen pemegang pos rencana ini di unit itu, dibulatkan ke bawah, paling sedikit satu orang. Kosongkan bila tanpa batas.").optional(), "batas_unit"))
            (set(Ruas::area("jadwal", "Jadwal", 4).help("Satu kegiatan satu baris: kegiatan | sampai kapan").optional(), "jadwal"))
            (Tombol::submit(if view.baru { "Buka rencana mutasi" } else { "Simpan perubahan" }).primary())
        }
    }
}

fn levels(view: &BaruView) -> Markup {
    html! {
        fieldset class="tumpuk" {
            legend { b { "Jenjang jabatan yang dipegang sekarang" } " " span class="redup" { "(kosong: semua yang memenuhi syarat)" } }
            div class="baris" {
                @for (word, label, now) in &view.jenjang {
                    (Ruas::check("jenjang", label, word, view.ulang.centang("jenjang", word, *now)).id(&format!("jenjang-{word}")))
                }
            }
        }
    }
}
