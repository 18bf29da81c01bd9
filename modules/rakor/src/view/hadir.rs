//! `/rakor/{id}/hadir` and `/rakor/{id}/presensi`: who is present, by party; and the officer's page at the door.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page `/rakor/{id}/hadir`.
#[derive(Clone, Debug)]
pub struct HadirView {
    /// Its head.
    pub kepala: Kepala,
    /// Head and foot when printed.
    pub lembar: Lembar,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// `/rakor/{id}`
    pub alamat: String,
    /// The reader keeps the list.
    pub catat: bool,
    /// It takes place: codes are shown.
    pub berlangsung: bool,
    /// Parties: name, role, answer, how many came.
    pub pihak: Vec<(String, String, String, usize)>,
    /// Who was present, in order of party and name.
    pub orang: Vec<OrangHadir>,
    /// Recorded twice: kept, not counted.
    pub ganda: Vec<OrangHadir>,
    /// Struck off: name and reason.
    pub dicoret: Vec<(String, String)>,
    /// For the form.
    pub isian: IsianHadir,
    /// A form of the list that was refused.
    pub ulang: super::ulang::Ulang,
}

/// Somebody.
#[derive(Clone, Debug, Default)]
pub struct OrangHadir {
    /// The recording.
    pub id: String,
    /// Name.
    pub nama: String,
    /// NIP as shown; empty where the reader does not keep the list.
    pub nip: String,
    /// Party or body.
    pub pihak: String,
    /// Post.
    pub jabatan: String,
    /// `Kode QR · 09.41`
    pub cara: String,
    /// The device's clock was off.
    pub ragu: bool,
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct IsianHadir {
    /// Parties to choose from: id and name.
    pub pihak: Vec<(String, String)>,
    /// Chosen.
    pub dipilih: String,
    /// Body, for somebody of no party.
    pub instansi: String,
    /// Name.
    pub nama: String,
    /// NIP.
    pub nip: String,
    /// Post.
    pub jabatan: String,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// The fields of one presence.
pub fn ruas(isian: &IsianHadir) -> Markup {
    let error = |name: &str| isian.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let guest = (String::new(), "Tamu atau pihak lain".to_owned());
    html! {
        (Ruas::choice("pihak", "Instansi atau pihak", isian.pihak.iter().cloned().chain([guest]).collect()).value(&isian.dipilih).error(error("pihak")))
        (Ruas::text("instansi", "Nama instansi").value(&isian.instansi).help("Diisi bila tidak ada dalam daftar pihak").optional().error(error("instansi")))
        (Ruas::text("nama", "Nama").value(&isian.nama).autocomplete("name").error(error("nama")))
        (Ruas::nip("nip", "NIP").value(&isian.nip).optional().error(error("nip")))
        (Ruas::text("jabatan", "Jabatan").value(&isian.jabatan).autocomplete("organization-title").optional().error(error("jabatan")))
    }
}

/// The list.
pub fn hadir(frame: &Frame, view: &HadirView) -> Markup {
    let at = |page: &str| format!("{}/{page}", view.alamat);
    let tools = html! {
        @if view.catat {
            (Tombol::link("Unduh CSV", at("hadir/csv")).icon(Icon::Unduh))
            @if view.berlangsung { (Tombol::link("Kode QR", at("kode"))) }
            (Tombol::link("Presensi petugas", at("presensi")).primary())
        }
    };
    let body = html! {
        (kepala(&view.kepala, tools))
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.ulang.salah))
            @if let Some(told) = &view.kabar { (told) }
            @if view.catat && !view.berlangsung { (Kabar::new(Tone::Info, "Kode QR tampil di sini sesudah rakor dibuka.")) }
            (view.lembar.upright(html! {
                div class="tumpuk" {
                    (kartu("menurut-pihak", "Menurut pihak", html! { small { (view.orang.len()) " orang hadir" } }, pihak(view)))
                    (kartu("daftar-hadir", "Daftar hadir", html! {}, orang(frame, view)))
                }
            }))
            @if !view.ganda.is_empty() { (kartu("ganda", "Tercatat dua kali", html! { small { "disimpan, tidak dihitung" } }, ganda(view))) }
            @if !view.dicoret.is_empty() {
                (kartu("dicoret", "Dicoret", html! {}, html! { ul class="isi-kartu tumpuk" { @for (name, why) in &view.dicoret { li { del { (name) } ": " (why) } } } }))
            }
            @if view.catat { (kartu("catat", "Catat kehadiran", html! {}, html! {
                (ringkasan_kesalahan(&view.isian.salah))
                form class="isi-kartu formulir cetak-sembunyi" method="post" action=(at("hadir")) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (ruas(&view.isian))
                    (Tombol::submit("Catat hadir").primary())
                }
            })) }
        }
    };
    page(frame, body)
}

fn pihak(view: &HadirView) -> Markup {
    let row = |p: &(String, String, String, usize)| {
        Baris::new(vec![html! { (p.0) }, html! { (p.1) }, html! { (p.2) }, html! { (p.3) }])
    };
    html! { (Tabel {
        caption: "Pihak, jawabannya, dan yang hadir".into(),
        columns: vec![Kolom::new("Pihak").phone(Phone::Full).class("kata"), Kolom::new("Peran").class("kata"), Kolom::new("Jawaban").class("kata"), Kolom::new("Hadir").numeric()],
        rows: view.pihak.iter().map(row).collect(),
        ..Tabel::default()
    }) }
}

fn orang(frame: &Frame, view: &HadirView) -> Markup {
    if view.orang.is_empty() {
        return kosong(
            Icon::Orang,
            "Belum ada yang tercatat hadir",
            "Pakai kode QR di layar, tautan untuk yang daring, atau catat di bawah ini.",
            None,
        );
    }
    let row = |(n, o): (usize, &OrangHadir)| {
        let again = view.ulang.tentang("coret", Some(("hadir", &o.id)));
        let (id, typed) =
            (format!("alasan-{}", o.id), view.ulang.isi("alasan").filter(|_| again).unwrap_or(""));
        let strike = html! {
            @if view.catat {
                details open[again] {
                    summary class="buka" { "Coret" span class="sr" { " " (o.nama) } }
                    form class="formulir" method="post" action=(format!("{}/hadir/coret", view.alamat)) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        input type="hidden" name="hadir" value=(o.id);
                        (Ruas::text("alasan", "Alasan").id(&id).value(typed).error(view.ulang.galat(&id)))
                        (Tombol::submit("Coret").small().danger())
                    }
                }
            }
        };
        Baris::new(vec![
            html! { (n + 1) },
            html! { div class="dua" { b { (o.nama) } @if !o.nip.is_empty() { small class="angka" { (o.nip) } } } },
            html! { div class="dua" { (o.pihak) @if !o.jabatan.is_empty() { small { (o.jabatan) } } } },
            html! { (o.cara) @if o.ragu { br; small { "jam perangkat meragukan" } } },
            html! { span class="cetak-saja" { "…………………" } (strike) },
        ])
    };
    html! { (Tabel {
        caption: "Yang hadir, menurut pihak dan nama".into(),
        columns: vec![
            Kolom::new("No").numeric(),
            Kolom::new("Nama").phone(Phone::Full).class("kata"),
            Kolom::new("Instansi").class("kata"),
            Kolom::new("Dicatat").class("kata"),
            Kolom::new(if view.catat { "Tanda tangan atau coret" } else { "Tanda tangan" }).silent(),
        ],
        rows: view.orang.iter().enumerate().map(row).collect(),
        ..Tabel::default()
    }) }
}

fn ganda(view: &HadirView) -> Markup {
    let row = |o: &OrangHadir| Baris::new(vec![html! { (o.nama) }, html! { (o.pihak) }, html! { (o.cara) }]);
    html! { (Tabel {
        caption: "Kehadiran yang mengulang".into(),
        columns: vec![Kolom::new("Nama").phone(Phone::Full).class("kata"), Kolom::new("Instansi").class("kata"), Kolom::new("Dicatat")],
        rows: view.ganda.iter().map(row).collect(),
        ..Tabel::default()
    }) }
}

/// The page `/rakor/{id}/presensi`.
#[derive(Clone, Debug, Default)]
pub struct PresensiView {
    /// Its head.
    pub kepala: Kepala,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// The rakor: names the drawer in the browser where presences wait.
    pub id: String,
    /// `/rakor/{id}/presensi`
    pub alamat: String,
    /// How many are counted.
    pub jumlah: usize,
    /// The newest: name and party.
    pub terbaru: Vec<(String, String)>,
    /// Made for one sending, so that it is recorded once.
    pub kunci: String,
    /// What was typed.
    pub isian: IsianHadir,
}

/// The officer's page at the door. With script it goes on without a network.
pub fn presensi(frame: &Frame, view: &PresensiView) -> Markup {
    let body = html! {
        (kepala(&view.kepala, html! {}))
        div class="badan tumpuk" {
            @if let Some(told) = &view.kabar { (told) }
            (ringkasan_kesalahan(&view.isian.salah))
            (kartu("presensi", "Presensi", html! { small { (view.jumlah) " orang tercatat" } }, html! {
                div class="isi-kartu tumpuk" {
                    p role="status" data-presensi-kabar { "Setiap kehadiran langsung dikirim." }
                    ul data-presensi-ditolak aria-label="Belum dapat dicatat" hidden {}
                    form class="formulir" method="post" action=(view.alamat) data-presensi=(view.id) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        input type="hidden" name="kunci" value=(view.kunci);
                        (ruas(&view.isian))
                        (Tombol::submit("Catat hadir").primary())
                    }
                }
            }))
            @if !view.terbaru.is_empty() {
                (kartu("terbaru", "Terakhir tercatat", html! {}, html! {
                    ul class="isi-kartu tumpuk" { @for (name, party) in &view.terbaru { li { b { (name) } " · " (party) } } }
                }))
            }
        }
    };
    page(frame, body)
}

/// The page `/rakor/{id}/kode` while there is no code to show.
#[derive(Clone, Debug, Default)]
pub struct TutupView {
    /// Its head.
    pub kepala: Kepala,
    /// Why, and what to do.
    pub kalimat: String,
    /// The list.
    pub kembali: String,
}

/// Why no code is shown.
pub fn belum_dibuka(frame: &Frame, view: &TutupView) -> Markup {
    let body = html! {
        (kepala(&view.kepala, html! { (Tombol::link("Daftar hadir", &view.kembali)) }))
        div class="badan tumpuk" { (Kabar::new(Tone::Info, "Kode presensi tidak ditampilkan.").body(html! { (view.kalimat) })) }
    };
    page(frame, body)
}
