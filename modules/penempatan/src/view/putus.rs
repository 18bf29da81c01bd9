//! One open condition, decided about single people: who they are, what the condition looks at, how it stands for them.

use super::kepala::{Kepala, kepala};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::{fakta, kartu};
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PutusView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// The norm in words.
    pub norma_nama: String,
    /// How the condition reads.
    pub bunyi: String,
    /// The group of posts it is decided about; empty where it does not depend on the post.
    pub kelompok_nama: String,
    /// Why it is open.
    pub sebab: String,
    /// What the form carries: names and values.
    pub tetap: Vec<(String, String)>,
    /// The search over people.
    pub saring: Saring,
    /// People of the page.
    pub orang: Vec<YangDiputus>,
    /// Which rows these are.
    pub paging: Paging,
    /// Whether they are ticked already: they are those an earlier decision names.
    pub dipilih: bool,
    /// Whether the visitor decides now.
    pub memutus: bool,
    /// The form as refused.
    pub ulang: Ulang,
}

/// Somebody it is about.
#[derive(Clone, Debug, Default)]
pub struct YangDiputus {
    /// Id.
    pub id: String,
    /// Name.
    pub nama: String,
    /// NIP, for the search.
    pub nip: String,
    /// Its last letters, as shown.
    pub nip_akhir: String,
    /// Unit.
    pub unit: String,
    /// What they are now.
    pub jabatan: String,
    /// Golongan.
    pub golongan: String,
    /// What the condition looks at, where it is known.
    pub nilai: String,
    /// Decided: met or not; `None` while open.
    pub keadaan: Option<bool>,
}

/// The page.
pub fn putus(frame: &Frame, view: &PutusView) -> Markup {
    let mut rows = vec![("Norma", html! { (view.norma_nama) }), ("Sebab", html! { (view.sebab) })];
    if !view.kelompok_nama.is_empty() {
        rows.push(("Kelompok pos", html! { (view.kelompok_nama) }));
    }
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                (kartu("soal", &view.bunyi, html! {}, fakta(&rows)))
                p { a href=(view.alamat) { "Kembali ke semua yang harus diputus" } }
                (view.saring)
                @if view.memutus {
                    form class="tumpuk" method="post" action=(view.alamat) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        @for (name, value) in &view.tetap { input type="hidden" name=(name) value=(value); }
                        (listed(view))
                        (kartu("putus", "Putusan", html! {}, decide(view)))
                    }
                } @else { (listed(view)) }
            }
        },
    )
}

fn listed(view: &PutusView) -> Markup {
    html! { @if view.orang.is_empty() { p class="redup" { "Tidak ada orang yang cocok." } } @else { (people(view)) (view.paging) } }
}

fn people(view: &PutusView) -> Markup {
    let row = |o: &YangDiputus| {
        Baris::new(vec![
            html! { @if view.memutus { input type="checkbox" name="pegawai" value=(o.id) checked[view.ulang.centang("pegawai", &o.id, view.dipilih)] aria-label={ "Pilih " (o.nama) ", NIP berakhir " (o.nip_akhir) }; } },
            html! { (o.nama) " " small class="redup" { "NIP …" (o.nip_akhir) } },
            html! { (o.jabatan) @if !o.unit.is_empty() { ", " (o.unit) } },
            html! { (o.golongan) },
            html! { (o.nilai) },
            html! { @match o.keadaan {
                None => { (lencana(Tone::Awas, None, "Terbuka")) },
                Some(true) => { (lencana(Tone::Ok, None, "Terpenuhi")) },
                Some(false) => { (lencana(Tone::Bahaya, None, "Tidak terpenuhi")) },
            } },
        ])
    };
    html! {
        (Tabel {
            caption: "Orang yang syaratnya diputus, yang masih terbuka lebih dahulu".into(),
            columns: vec![
                Kolom::new("Pilih"),
                Kolom::new("Nama").phone(Phone::Full).class("kata"),
                Kolom::new("Jabatan dan unit").class("kalimat"),
                Kolom::new("Golongan").class("utas"),
                Kolom::new("Data yang dinilai").class("kalimat"),
                Kolom::new("Keadaan"),
            ],
            rows: view.orang.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn decide(view: &PutusView) -> Markup {
    let error = |name: &str| view.ulang.galat(name);
    let now = |name: &str| view.ulang.isi(name, "").to_owned();
    let outcomes = [("", "Pilih putusan"), ("1", "Terpenuhi"), ("0", "Tidak terpenuhi")];
    html! {
        div class="isi-kartu tumpuk formulir" {
            (Ruas::choice("terpenuhi", "Putusan", outcomes.map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec()).value(&now("terpenuhi")).error(error("terpenuhi")))
            (Ruas::check("semua", "Untuk semua orang yang tidak diputus dengan nama, bukan yang dicentang", "1", view.ulang.centang("semua", "1", false)).error(error("semua")))
            @if !view.kelompok_nama.is_empty() {
                (Ruas::check("semua_kelompok", "Untuk semua kelompok pos dalam rencana ini", "1", view.ulang.centang("semua_kelompok", "1", false)))
            }
            (Ruas::text("pejabat", "Pejabat yang memutus").help("Nama dan jabatan").value(&now("pejabat")).error(error("pejabat")))
            (Ruas::area("alasan", "Alasan", 2).help("Putusan terakhir tentang seseorang yang berlaku; yang lama tetap tercatat di jurnal.").value(&now("alasan")).error(error("alasan")))
            div { (Tombol::submit("Catat putusan").primary()) }
        }
    }
}
