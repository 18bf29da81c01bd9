//! `/penempatan/{id}/pos`: posts of the round, and those that may be added.

use super::kepala::{Kepala, kepala};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::saring::Saring;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PosView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// Posts of the round are shown, else those that may be added.
    pub dipilih: bool,
    /// The filter bar.
    pub saring: Saring,
    /// Posts of the round, their places, and how many are critical.
    pub jumlah: (usize, i64, usize),
    /// How many may be added.
    pub usulan: usize,
    /// Of them those held now, in a rotation.
    pub terisi: usize,
    /// Whether the visitor may change them.
    pub ubah: bool,
    /// The part as the form was opened with it.
    pub versi: String,
    /// Posts of the round without a requirement profile, by name.
    pub tanpa_profil: Vec<String>,
    /// Posts shown.
    pub rows: Vec<BarisPos>,
    /// Which rows these are.
    pub paging: Paging,
    /// The form as refused.
    pub ulang: Ulang,
}

/// A post.
#[derive(Clone, Debug, Default)]
pub struct BarisPos {
    /// Its id.
    pub pos: String,
    /// What it is called.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Its level.
    pub jenjang: String,
    /// Why it is in the round.
    pub sebab: String,
    /// Who holds it, up to three.
    pub pemegang: Vec<String>,
    /// How many of its places.
    pub tempat: i64,
    /// It must not stay empty.
    pub kritis: bool,
}

/// Posts named when they have no profile; the rest is counted.
const NAMED: usize = 12;

/// The page.
pub fn pos(frame: &Frame, view: &PosView) -> Markup {
    let (count, places, critical) = view.jumlah;
    let at = |label: &str, href: String, count: usize, current| Tab {
        label: label.into(),
        href,
        count: Some(count as u64),
        warn: false,
        current,
    };
    let tabs = [
        at("Dalam rencana", view.alamat.clone(), count, view.dipilih),
        at("Dapat ditambahkan", format!("{}?tampil=usulan", view.alamat), view.usulan, !view.dipilih),
    ];
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                p { (format::angka(count as u64)) " pos dengan " (format::angka(places.max(0) as u64)) " tempat, " (critical) " di antaranya kritis. Pos kritis berbobot dua kali agar tidak kosong." }
                @if !view.tanpa_profil.is_empty() { (without_profile(view)) }
                @if view.ubah { (tab("Pos yang diperlihatkan", &tabs)) }
                (view.saring)
                @if view.rows.is_empty() {
                    (kosong(Icon::Org, if view.dipilih { "Belum ada pos" } else { "Tidak ada pos yang dapat ditambahkan" },
                        if view.dipilih { "Tambahkan pos yang kosong atau akan kosong." } else { "Semua pos yang kosong atau akan kosong sudah dalam rencana, atau saringan terlalu sempit." },
                        (view.dipilih && view.ubah).then(|| Tombol::link("Lihat pos yang dapat ditambahkan", format!("{}?tampil=usulan", view.alamat)).primary())))
                    @if !view.dipilih && view.terisi > 0 && view.ubah { (whole(frame, view)) }
                } @else if view.dipilih { (chosen(frame, view)) } @else { (offered(frame, view)) }
                (view.paging)
            }
        },
    )
}

fn without_profile(view: &PosView) -> Markup {
    let more = view.tanpa_profil.len().saturating_sub(NAMED);
    let named = view.tanpa_profil.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    html! {
        (Kabar::new(Tone::Awas, &format!("{} pos belum mempunyai standar kompetensi.", view.tanpa_profil.len()))
            .body(html! { (named) @if more > 0 { "; dan " (more) " lagi" } ". Kriteria kompetensi dan kualifikasi pada pos ini tidak dapat dinilai." })
            .action("Impor standar", "/penempatan/profil"))
    }
}

fn name(b: &BarisPos) -> Markup {
    html! { b { (b.jabatan) } @if !b.unit.is_empty() { br; small class="redup" { (b.unit) } } }
}

fn columns(more: &[Kolom]) -> Vec<Kolom> {
    let all = [
        Kolom::new("Jabatan").phone(Phone::Full).class("kata"),
        Kolom::new("Jenjang").class("kata"),
        Kolom::new("Sebab").class("kata"),
        Kolom::new("Pemegang").class("kata"),
    ];
    all.into_iter().chain(more.iter().cloned()).collect()
}

fn cells(b: &BarisPos) -> Vec<Markup> {
    let holders = if b.pemegang.is_empty() { "kosong".to_owned() } else { b.pemegang.join(", ") };
    vec![name(b), html! { (b.jenjang) }, html! { (b.sebab) }, html! { (holders) }]
}

fn chosen(frame: &Frame, view: &PosView) -> Markup {
    let row = |b: &BarisPos| {
        let mut all = cells(b);
        let field = format!("tempat-{}", b.pos);
        let typed = view.ulang.isi(&field, "");
        let value = if typed.is_empty() { b.tempat.to_string() } else { typed.to_owned() };
        if view.ubah {
            all.push(html! {
                input type="hidden" name="pos" value=(b.pos);
                input class="input angka w-angka" name=(field) value=(value) inputmode="numeric" aria-label={ "Tempat " (b.jabatan) } autocomplete="off";
            });
            all.push(html! { input type="checkbox" name="kritis" value=(b.pos) checked[view.ulang.centang("kritis", &b.pos, b.kritis)] aria-label={ (b.jabatan) " kritis" }; });
            all.push(html! { input type="checkbox" name="keluar" value=(b.pos) checked[view.ulang.centang("keluar", &b.pos, false)] aria-label={ "Keluarkan " (b.jabatan) }; });
        } else {
            all.push(html! { (b.tempat) });
            all.push(html! { @if b.kritis { (lencana(Tone::Awas, None, "Kritis")) } });
        }
        Baris::new(all)
    };
    let more = [
        Kolom::new("Tempat").class("utas"),
        Kolom::new("Kritis").class("utas"),
        Kolom::new("Keluarkan").class("utas"),
    ];
    let columns = columns(if view.ubah { &more } else { &more[..2] });
    let table = html! { (Tabel { caption: "Pos dalam rencana".into(), columns, rows: view.rows.iter().map(row).collect(), ..Tabel::default() }) };
    if !view.ubah {
        return table;
    }
    html! {
        form class="tumpuk" method="post" action=(view.alamat) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="versi" value=(view.versi);
            (table)
            div { (Tombol::submit("Simpan pos").primary()) }
        }
    }
}

fn offered(frame: &Frame, view: &PosView) -> Markup {
    let row = |b: &BarisPos| Baris {
        pick: Some((
            "pilih".into(),
            b.pos.clone(),
            if b.unit.is_empty() {
                format!("Pilih {}", b.jabatan)
            } else {
                format!("Pilih {}, {}", b.jabatan, b.unit)
            },
        )),
        ..Baris::new([cells(b), vec![html! { (b.tempat) }]].concat())
    };
    html! {
        form class="tumpuk" method="post" action={ (view.alamat) "/tambah" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Tabel {
                caption: "Pos yang dapat ditambahkan".into(),
                columns: columns(&[Kolom::new("Tempat").numeric()]),
                rows: view.rows.iter().map(row).collect(),
                pickable: true,
                ..Tabel::default()
            })
            div class="baris" { (Tombol::submit("Tambahkan yang dicentang").primary()) (Tombol::submit("Tambahkan semua yang kosong").value("semua", "kosong")) @if view.terisi > 0 { (Tombol::submit("Tambahkan semua yang terisi").value("semua", "terisi")) } }
        }
    }
}

fn whole(frame: &Frame, view: &PosView) -> Markup {
    html! {
        form method="post" action={ (view.alamat) "/tambah" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Tombol::submit("Tambahkan semua yang terisi").value("semua", "terisi"))
        }
    }
}
