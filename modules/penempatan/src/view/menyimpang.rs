//! `/penempatan/{id}/menyimpang`: the PPK chooses otherwise, seeing the cost first; and every such choice.

use super::kepala::{Kepala, kepala};
use super::sisa;
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct MenyimpangView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// Three names are presented for each post: no plan stands behind the choice.
    pub tiga_nama: bool,
    /// Whether the visitor may choose now.
    pub boleh: bool,
    /// Seats: number and name.
    pub kursi: Vec<(String, String)>,
    /// The seat looked at; empty for none.
    pub pilih_kursi: String,
    /// Who the plan has there; for three names, nobody.
    pub menurut_rencana: String,
    /// Whoever may sit there, highest first: id and `1. Nama (87,50)`.
    pub calon: Vec<(String, String)>,
    /// Further people who are not offered.
    pub calon_lebih: usize,
    /// Further posts whose three names are not listed.
    pub nama_lebih: usize,
    /// The person looked at; empty for none.
    pub pilih_calon: String,
    /// The reason as typed before another person was chosen.
    pub alasan: String,
    /// What choosing that person means, before it is confirmed.
    pub akibat: Option<Akibat>,
    /// Choices that stand.
    pub daftar: Vec<BarisSimpang>,
    /// The list as the form was opened with it.
    pub versi: String,
    /// Posts with their three names.
    pub nama: Vec<TigaNama>,
    /// The form as refused.
    pub ulang: Ulang,
}

/// What a choice means.
#[derive(Clone, Debug, Default)]
pub struct Akibat {
    /// Who.
    pub nama: String,
    /// The cost as it will be recorded, in words.
    pub biaya: String,
    /// Whose seat differs then, one sentence each.
    pub perubahan: Vec<String>,
    /// The cost if everything else were worked out anew around it.
    pub terbaik: String,
    /// Who would move otherwise then.
    pub rantai: Vec<String>,
    /// Units that more holders would leave than may.
    pub lewat: Vec<String>,
}

/// A choice that stands.
#[derive(Clone, Debug, Default)]
pub struct BarisSimpang {
    /// The post.
    pub pos: String,
    /// Its id.
    pub kunci: String,
    /// Who by the plan.
    pub semula: String,
    /// Who was chosen.
    pub dipilih: String,
    /// The cost in words.
    pub biaya: String,
    /// Why.
    pub alasan: String,
    /// By whom, when.
    pub oleh: String,
}

/// A post with its three names.
#[derive(Clone, Debug, Default)]
pub struct TigaNama {
    /// Its id.
    pub kunci: String,
    /// Its name and unit.
    pub pos: String,
    /// Id, name with NIP, points.
    pub calon: Vec<(String, String, String)>,
    /// Who was chosen, and why; empty when nobody yet.
    pub dipilih: (String, String),
}

/// The page.
pub fn menyimpang(frame: &Frame, view: &MenyimpangView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                @if view.tiga_nama { (three(frame, view)) } @else {
                    @if view.boleh { (kartu("pilih", "Pilih orang lain untuk satu pos", html! {}, choose(frame, view))) }
                    (kartu("daftar", "Penyimpangan yang berlaku", html! { small { "seluruhnya dimuat dalam laporan" } }, list(frame, view)))
                }
            }
        },
    )
}

fn options(word: &str, all: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), word.to_owned())).chain(all.iter().cloned()).collect()
}

/// Who sits there by the plan, and how far the list of others goes.
fn offered(view: &MenyimpangView) -> String {
    let plan = format!("Menurut rencana: {}", view.menurut_rencana);
    match view.calon_lebih {
        0 => plan,
        more => format!(
            "{plan}. Ditampilkan {} nilai tertinggi; {more} orang lagi memenuhi syarat.",
            view.calon.len()
        ),
    }
}

fn choose(frame: &Frame, view: &MenyimpangView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            p { "Hanya yang memenuhi syarat dapat dipilih. Biayanya diperlihatkan dahulu; sesudah itu alasan ditulis dan pilihan dicatat." }
            form class="formulir kisi-isian" method="get" action=(view.alamat) {
                (Ruas::choice("kursi", "Pos", options("Pilih pos", &view.kursi)).value(&view.pilih_kursi))
                @if !view.calon.is_empty() {
                    (Ruas::choice("calon", "Pengganti", options("Pilih orang", &view.calon)).value(&view.pilih_calon).help(&offered(view)))
                }
                @if view.akibat.is_none() && !view.alasan.is_empty() { (Ruas::area("alasan", "Alasan menyimpang", 2).value(&view.alasan)) }
                div { (Tombol::submit(if view.calon.is_empty() { "Lihat yang memenuhi syarat" } else { "Lihat biayanya" })) }
            }
            @if let Some(effect) = &view.akibat { (confirm(frame, view, effect)) }
        }
    }
}

fn confirm(frame: &Frame, view: &MenyimpangView, effect: &Akibat) -> Markup {
    html! {
        (Kabar::new(Tone::Awas, &format!("Memilih {}: {}.", effect.nama, effect.biaya)).body(html! {
            ul { @for line in &effect.perubahan { li { (line) } } }
            @if !effect.lewat.is_empty() { p { "Melewati batas keluar unit: " (effect.lewat.join(", ")) "." } }
        }))
        details {
            summary class="buka" { "Bila yang lain disusun ulang mengikuti pilihan ini: " (effect.terbaik) }
            ul { @for line in &effect.rantai { li { (line) } } }
        }
        form class="tumpuk formulir" method="post" action=(view.alamat) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="versi" value=(view.versi);
            input type="hidden" name="kursi" value=(view.pilih_kursi);
            input type="hidden" name="calon" value=(view.pilih_calon);
            (Ruas::area("alasan", "Alasan menyimpang", 3).help("10 sampai 500 huruf; dimuat dalam laporan.").value(&view.alasan).error(view.ulang.galat("alasan")))
            (Tombol::submit("Catat penyimpangan").primary())
        }
    }
}

fn list(frame: &Frame, view: &MenyimpangView) -> Markup {
    if view.daftar.is_empty() {
        return kosong(
            Icon::Cek,
            "Tidak ada penyimpangan",
            "Susunan akhir sama dengan hasil hitungan.",
            None,
        );
    }
    let row = |b: &BarisSimpang| {
        Baris::new(vec![
            html! { (b.pos) },
            html! { (b.semula) },
            html! { b { (b.dipilih) } },
            html! { (b.biaya) },
            html! { (b.alasan) br; small class="redup" { (b.oleh) } @if view.boleh { (revoke(frame, view, b)) } },
        ])
    };
    html! {
        (Tabel {
            caption: "Penyimpangan PPK dari hasil".into(),
            columns: vec![
                Kolom::new("Pos").phone(Phone::Full).class("kata"),
                Kolom::new("Menurut rencana").class("kata"),
                Kolom::new("Dipilih").class("kata"),
                Kolom::new("Biaya").class("kata"),
                Kolom::new("Alasan").class("kalimat"),
            ],
            rows: view.daftar.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn revoke(frame: &Frame, view: &MenyimpangView, b: &BarisSimpang) -> Markup {
    let own = view.ulang.tentang("cabut") && view.ulang.isi("pos", "") == b.kunci;
    let error = view.ulang.galat("alasan").filter(|_| own);
    html! {
        details open[own] {
            summary class="buka" { "Cabut" }
            form class="tumpuk formulir" method="post" action={ (view.alamat) "/cabut" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="pos" value=(b.kunci);
                (Ruas::text("alasan", "Alasan mencabut").id(&format!("cabut-{}", b.kunci)).error(error))
                (Tombol::submit("Cabut penyimpangan").small().context(&b.pos))
            }
        }
    }
}

fn three(frame: &Frame, view: &MenyimpangView) -> Markup {
    html! {
        (Kabar::new(Tone::Info, "Tiga nama per pos, menurut urutan nilai.").body(html! { "PPK memilih satu di antaranya; Sinergi tidak menghitung satu hasil untuk macam rencana ini." }))
        @for (n, t) in view.nama.iter().enumerate() { (kartu(&format!("pos-{n}"), &t.pos, html! {}, names(frame, view, n, t))) }
        (sisa(view.nama_lebih, "pos"))
        @if view.nama.is_empty() { (kosong(Icon::Org, "Tidak ada pos", "Rencana ini tidak memuat pos.", None)) }
    }
}

fn names(frame: &Frame, view: &MenyimpangView, n: usize, t: &TigaNama) -> Markup {
    let own = view.ulang.isi("pos", "") == t.kunci;
    let typed = if own { view.ulang.isi("pegawai", "") } else { "" };
    html! {
        div class="isi-kartu tumpuk" {
            @if t.calon.is_empty() { p { "Tidak ada yang memenuhi syarat. Pos ini tetap kosong." } }
            @if !t.dipilih.0.is_empty() { p { "Dipilih: " b { (t.dipilih.0) } ". Alasan: " (t.dipilih.1) } }
            @if view.boleh && !t.calon.is_empty() {
                form class="tumpuk formulir" method="post" action={ (view.alamat) "/pilih" } {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="pos" value=(t.kunci);
                    fieldset {
                        legend class="sr" { "Tiga nama" }
                        @for (place, (id, name, score)) in t.calon.iter().enumerate() {
                            div class="ruas centang" {
                                input type="radio" id={ "calon-" (n) "-" (place) } name="pegawai" value=(id) checked[typed == id];
                                label for={ "calon-" (n) "-" (place) } { (place + 1) ". " (name) " · nilai " (score) }
                            }
                        }
                    }
                    (Ruas::area("alasan", "Alasan memilih", 2).id(&format!("alasan-{n}")).value(if own { view.ulang.isi("alasan", "") } else { "" }).error(view.ulang.galat("alasan").filter(|_| own)))
                    (Tombol::submit("Catat pilihan").context(&t.pos))
                }
            } @else {
                ol { @for (_, name, score) in &t.calon { li { (name) " · nilai " (score) } } }
            }
        }
    }
}
