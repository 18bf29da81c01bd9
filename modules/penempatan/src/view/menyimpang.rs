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
    /// Whether there is such a seat, so that somebody can be chosen for it.
    pub memilih: bool,
    /// Whoever may sit there, highest first: id and `1. Nama (87,50)`.
    pub calon: Vec<(String, String)>,
    /// Further posts whose three names are not listed.
    pub nama_lebih: usize,
    /// How many more there are, who can be found by name or NIP.
    pub lebih: usize,
    /// Words people were looked for by.
    pub cari: String,
    /// The person looked at; empty for none.
    pub pilih_calon: String,
    /// The reason as typed before another person was chosen.
    pub alasan: String,
    /// The way as ticked; empty before.
    pub cara: String,
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

/// What a choice means, in either way; a sentence where that way is not open.
#[derive(Clone, Debug)]
pub struct Akibat {
    /// What is done: `Memilih Ratna`.
    pub apa: String,
    /// Whoever is displaced goes back home.
    pub kembali: Result<Ragam, String>,
    /// Everybody else is seated anew.
    pub ulang: Result<Ragam, String>,
}

/// What one way means.
#[derive(Clone, Debug, Default)]
pub struct Ragam {
    /// The cost as it will be recorded, in words.
    pub biaya: String,
    /// Whose seat differs then: how many.
    pub pindah: usize,
    /// One sentence each.
    pub perubahan: Vec<String>,
    /// How many seats end empty.
    pub kosong: usize,
    /// Those that would not without it.
    pub menjadi_kosong: Vec<String>,
    /// Holders left without a seat.
    pub tanpa_pos: Vec<String>,
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
    /// Which of its places, from 0.
    pub tempat: u32,
    /// Who by the plan.
    pub semula: String,
    /// Who was chosen.
    pub dipilih: String,
    /// Why the seat is not as it was chosen; empty when it is.
    pub catatan: String,
    /// Everybody else was seated anew.
    pub susun_ulang: bool,
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
    /// Its number.
    pub kursi: u32,
    /// It is left empty.
    pub kosong: bool,
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
                @if view.tiga_nama { (three(frame, view)) }
                @else if view.boleh { (kartu("pilih", "Pilih lain untuk satu pos", html! {}, choose(frame, view))) }
                @if !view.tiga_nama || !view.daftar.is_empty() {
                    (kartu("daftar", "Penyimpangan yang berlaku", html! { small { "seluruhnya dimuat dalam laporan" } }, list(frame, view)))
                }
            }
        },
    )
}

fn options(word: &str, all: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), word.to_owned())).chain(all.iter().cloned()).collect()
}

fn choose(frame: &Frame, view: &MenyimpangView) -> Markup {
    let people = || {
        let empty = ("kosong".to_owned(), "Biarkan kosong".to_owned());
        let all = options("Pilih orang", &view.calon).into_iter().chain([empty]).collect();
        Ruas::choice("calon", "Pengganti", all)
            .value(&view.pilih_calon)
            .help(&format!("Menurut susunan sekarang: {}", view.menurut_rencana))
    };
    // A choice that cannot be recorded keeps the reason that was typed.
    let open = view.akibat.as_ref().is_some_and(|a| a.kembali.is_ok() || a.ulang.is_ok());
    html! {
        div class="isi-kartu tumpuk" {
            p { "Hanya yang memenuhi syarat dapat dipilih; pos juga dapat dibiarkan kosong. Biayanya diperlihatkan dahulu; sesudah itu alasan ditulis dan pilihan dicatat." }
            form class="formulir kisi-isian" method="get" action=(view.alamat) {
                (Ruas::choice("kursi", "Pos", options("Pilih pos", &view.kursi)).value(&view.pilih_kursi))
                @if view.memilih {
                    (people())
                    (Ruas::text("cari", "Cari nama atau NIP").optional().value(&view.cari).help(&banyak(view)))
                }
                @if !open && (view.ulang.ada() || !view.alasan.is_empty()) { (Ruas::area("alasan", "Alasan menyimpang", 2).value(&view.alasan).error(view.ulang.galat("alasan"))) }
                div { (Tombol::submit(if view.memilih { "Lihat biayanya" } else { "Lihat yang memenuhi syarat" })) }
            }
            @if let Some(effect) = &view.akibat { (confirm(frame, view, effect)) }
        }
    }
}

/// How many are offered, and how the others are found.
fn banyak(view: &MenyimpangView) -> String {
    let (shown, more) = (view.calon.len(), view.lebih);
    match (more, view.cari.is_empty()) {
        (0, true) => format!("{shown} orang memenuhi syarat."),
        (0, false) => format!("{shown} orang cocok."),
        (more, _) => {
            format!("{shown} orang teratas ditampilkan; {more} orang lagi ditemukan dengan nama atau NIP.")
        }
    }
}

fn confirm(frame: &Frame, view: &MenyimpangView, effect: &Akibat) -> Markup {
    let ways = [
        ("kembali", "Yang tergeser kembali ke pos semula", &effect.kembali),
        ("susun_ulang", "Yang lain disusun ulang mengikuti pilihan ini", &effect.ulang),
    ];
    let open: Vec<&str> = ways.iter().filter(|w| w.2.is_ok()).map(|w| w.0).collect();
    let ticked = open.iter().find(|w| **w == view.cara).or(open.first()).copied();
    html! {
        h3 { (effect.apa) }
        div class="kisi-dua" {
            @for (_, title, way) in &ways {
                div class="tumpuk" {
                    h4 { (title) }
                    @match way { Ok(way) => (one_way(way)), Err(why) => p { (why) } }
                }
            }
        }
        @if let Some(ticked) = ticked {
            form class="tumpuk formulir" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="versi" value=(view.versi);
                input type="hidden" name="kursi" value=(view.pilih_kursi);
                input type="hidden" name="calon" value=(view.pilih_calon);
                input type="hidden" name="cari" value=(view.cari);
                fieldset {
                    legend { "Cara" }
                    @for (word, title, way) in ways.iter().filter(|w| w.2.is_ok()) {
                        div class="ruas centang" {
                            input type="radio" id={ "cara-" (word) } name="cara" value=(word) checked[*word == ticked];
                            label for={ "cara-" (word) } { (title) @if let Ok(way) = way { ": " (way.biaya) } }
                        }
                    }
                }
                (Ruas::area("alasan", "Alasan menyimpang", 3).help("10 sampai 500 huruf; dimuat dalam laporan.").value(&view.alasan).error(view.ulang.galat("alasan")))
                (Tombol::submit("Catat penyimpangan").primary())
            }
        }
    }
}

fn one_way(way: &Ragam) -> Markup {
    html! {
        p { b { (way.biaya) } ". " (way.pindah) " orang berbeda tempat; " (way.kosong) " tempat kosong sesudahnya." }
        @if !way.tanpa_pos.is_empty() {
            (Kabar::new(Tone::Bahaya, "Pemegang jabatan tanpa pos baru").body(html! {
                p { "SK tidak dapat ditetapkan selama mereka belum mendapat pos." }
                ul { @for name in &way.tanpa_pos { li { (name) } } }
            }))
        }
        @if !way.lewat.is_empty() { p { "Melewati batas keluar unit: " (way.lewat.join(", ")) "." } }
        @if !way.menjadi_kosong.is_empty() {
            p { "Menjadi kosong:" }
            ul { @for post in &way.menjadi_kosong { li { (post) } } }
        }
        @if !way.perubahan.is_empty() {
            p { "Berbeda tempat:" }
            ul { @for line in &way.perubahan { li { (line) } } }
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
            html! { b { (b.dipilih) } @if !b.catatan.is_empty() { br; small { (b.catatan) } } @if b.susun_ulang { br; small class="redup" { "yang lain disusun ulang" } } },
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
    let typed = |name| view.ulang.isi(name, "");
    let tempat = b.tempat.to_string();
    let own =
        view.ulang.tentang("cabut") && typed("pos") == b.kunci && ["", &tempat].contains(&typed("tempat"));
    let error = view.ulang.galat("alasan").filter(|_| own);
    html! {
        details open[own] {
            summary class="buka" { "Cabut" }
            form class="tumpuk formulir" method="post" action={ (view.alamat) "/cabut" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="pos" value=(b.kunci);
                input type="hidden" name="tempat" value=(tempat);
                (Ruas::text("alasan", "Alasan mencabut").id(&format!("cabut-{}-{tempat}", b.kunci)).value(if own { typed("alasan") } else { "" }).error(error))
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
            @if t.kosong { p { b { "Dibiarkan kosong oleh PPK." } " Alasannya di bawah, pada penyimpangan yang berlaku." } }
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
                @if !t.kosong { (leave_empty(frame, view, t)) }
            } @else {
                ol { @for (_, name, score) in &t.calon { li { (name) " · nilai " (score) } } }
            }
        }
    }
}

/// No name is taken: the post stays as it is, and asks for no letter.
fn leave_empty(frame: &Frame, view: &MenyimpangView, t: &TigaNama) -> Markup {
    let number = t.kursi.to_string();
    let own = view.ulang.tentang("menyimpang") && view.ulang.isi("kursi", "") == number;
    html! {
        details open[own] {
            summary class="buka" { "Biarkan kosong" }
            form class="tumpuk formulir" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="versi" value=(view.versi);
                input type="hidden" name="kursi" value=(number);
                input type="hidden" name="calon" value="kosong";
                (Ruas::area("alasan", "Alasan tidak memilih seorang pun", 2).id(&format!("kosong-{number}")).value(if own { view.ulang.isi("alasan", "") } else { "" }).error(view.ulang.galat("alasan").filter(|_| own)))
                (Tombol::submit("Biarkan kosong").small().context(&t.pos))
            }
        }
    }
}
