//! `/penempatan/{id}/syarat`: what has to be decided before data are locked, who is left out, and who may not sit where.

use super::kepala::{Kepala, kepala};
use super::sisa;
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct SyaratView {
    /// Its head.
    pub kepala: Kepala,
    /// Address of the round.
    pub alamat: String,
    /// Why nothing can be gathered yet; empty when it was.
    pub halangan: String,
    /// What is open.
    pub terbuka: Vec<TerbukaView>,
    /// Whether the visitor decides now.
    pub memutus: bool,
    /// Decisions that stand, newest first.
    pub putusan: Vec<PutusanView>,
    /// Further ones not shown.
    pub putusan_lebih: usize,
    /// Whether the visitor leaves people out now.
    pub mengesampingkan: bool,
    /// Posts of the round.
    pub pos: Vec<(String, String)>,
    /// Who is left out.
    pub kesampingan: Vec<KesampinganView>,
    /// Who asks for what: name, posts in order.
    pub minat: Vec<(String, String)>,
    /// Further people left out who are not listed.
    pub kesampingan_lebih: usize,
    /// Further wishes.
    pub minat_lebih: usize,
    /// The filter over exclusions.
    pub saring: Saring,
    /// People who may not sit somewhere.
    pub kecuali: Vec<KecualiView>,
    /// Further ones not shown.
    pub kecuali_lebih: usize,
    /// The form as refused.
    pub ulang: Ulang,
}

/// Something open.
#[derive(Clone, Debug, Default)]
pub struct TerbukaView {
    /// Key of the norm.
    pub norma: String,
    /// The norm in words.
    pub norma_nama: String,
    /// Key of its condition.
    pub syarat: String,
    /// Key of the group of posts; empty where the condition does not depend on the post.
    pub kelompok: String,
    /// What that group is called.
    pub kelompok_nama: String,
    /// How it reads.
    pub bunyi: String,
    /// Why it is open.
    pub sebab: String,
    /// How many people it is open about.
    pub banyak: usize,
    /// Decisions made about it so far.
    pub lihat: usize,
    /// Where it is decided person by person.
    pub href: String,
}

/// A decision that stands.
#[derive(Clone, Debug, Default)]
pub struct PutusanView {
    /// Key of the norm.
    pub norma: String,
    /// The norm in words.
    pub norma_nama: String,
    /// The condition in words; empty for the whole norm.
    pub syarat: String,
    /// The group of posts; empty for every one.
    pub kelompok: String,
    /// Whether it is met.
    pub terpenuhi: bool,
    /// About whom.
    pub tentang: String,
    /// By which official, and why.
    pub alasan: String,
    /// Recorded by.
    pub oleh: String,
    /// Where it is decided again; empty when it cannot be.
    pub href: String,
}

/// Somebody who may not sit in a group of posts.
#[derive(Clone, Debug, Default)]
pub struct KecualiView {
    /// Who.
    pub nama: String,
    /// Their page; empty without one.
    pub href: String,
    /// The group of posts.
    pub kelompok: String,
    /// Key of the norm; empty for what is none.
    pub norma: String,
    /// The norm in words.
    pub norma_nama: String,
    /// Why, with the article.
    pub bunyi: String,
}

/// Somebody left out.
#[derive(Clone, Debug, Default)]
pub struct KesampinganView {
    /// Who.
    pub nama: String,
    /// Their id.
    pub pegawai: String,
    /// For which post; empty for all.
    pub pos: String,
    /// Name of that post.
    pub pos_nama: String,
    /// `Menolak`
    pub sebab: String,
    /// Why.
    pub alasan: String,
    /// Recorded by.
    pub oleh: String,
}

/// The page.
pub fn syarat(frame: &Frame, view: &SyaratView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                section aria-labelledby="terbuka" class="tumpuk" {
                    h2 id="terbuka" { "Harus diputus sebelum data dikunci" }
                    @if !view.halangan.is_empty() { (Kabar::new(Tone::Awas, &view.halangan)) }
                    @else if view.terbuka.is_empty() { (kosong(Icon::Cek, "Tidak ada yang terbuka", "Setiap syarat sudah terjawab dari data atau sudah diputus.", None)) }
                    @for (n, t) in view.terbuka.iter().enumerate() { (open(frame, view, n, t)) }
                }
                @if !view.putusan.is_empty() { (kartu("putusan", "Putusan yang berlaku", html! {}, decided(view))) }
                (kartu("kesampingan", "Dikesampingkan", html! { small { "menolak atau konflik kepentingan" } }, left_out(frame, view)))
                @if !view.minat.is_empty() { (kartu("minat", "Minat pegawai", html! {}, wishes(view))) }
                section aria-labelledby="kecuali" class="tumpuk" {
                    h2 id="kecuali" { "Yang tidak memenuhi syarat, dan sebabnya" }
                    (view.saring)
                    @if view.kecuali.is_empty() { p class="redup" { "Tidak ada." } } @else { (excluded(view)) }
                    @if view.kecuali_lebih > 0 { p class="redup" { (format::angka(view.kecuali_lebih as u64)) " baris lagi: persempit dengan pencarian." } }
                }
            }
        },
    )
}

fn open(frame: &Frame, view: &SyaratView, n: usize, t: &TerbukaView) -> Markup {
    let key = ["norma", "syarat", "kelompok"].map(|name| view.ulang.isi(name, ""));
    let own = view.ulang.tentang("syarat") && key == [t.norma.as_str(), &t.syarat, &t.kelompok];
    let typed = |name: &str| if own { view.ulang.isi(name, "").to_owned() } else { String::new() };
    let error = |name: &str| view.ulang.galat(name).filter(|_| own);
    let body = html! {
        div class="isi-kartu tumpuk" {
            p { (lencana(Tone::Awas, Some(Icon::Awas), &t.sebab)) " " (format::angka(t.banyak as u64)) " orang" @if !t.kelompok_nama.is_empty() { ", untuk pos " (t.kelompok_nama) } }
            p { a href=(t.href) { "Lihat orangnya" @if view.memutus { " dan putus per orang" } span class="sr" { ": " (t.bunyi) } } }
            @if view.memutus {
                form class="tumpuk formulir" method="post" action={ (view.alamat) "/syarat" } {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="norma" value=(t.norma);
                    input type="hidden" name="syarat" value=(t.syarat);
                    input type="hidden" name="kelompok" value=(t.kelompok);
                    input type="hidden" name="lihat" value=(t.lihat);
                    (Ruas::choice("terpenuhi", "Putusan untuk semuanya", vec![(String::new(), "Pilih putusan".into()), ("1".into(), "Terpenuhi".into()), ("0".into(), "Tidak terpenuhi".into())]).id(&format!("terpenuhi-{n}")).value(&typed("terpenuhi")).error(error("terpenuhi")))
                    @if !t.kelompok.is_empty() {
                        (Ruas::check("semua_kelompok", "Untuk semua kelompok pos dalam rencana ini", "1", own && view.ulang.centang("semua_kelompok", "1", false)).id(&format!("semua-kelompok-{n}")))
                    }
                    (Ruas::text("pejabat", "Pejabat yang memutus").id(&format!("pejabat-{n}")).help("Nama dan jabatan").value(&typed("pejabat")).error(error("pejabat")))
                    (Ruas::area("alasan", "Alasan", 2).id(&format!("alasan-{n}")).value(&typed("alasan")).error(error("alasan")))
                    (Tombol::submit("Catat putusan").context(&t.bunyi))
                }
            }
        }
    };
    kartu(&format!("terbuka-{n}"), &t.bunyi, html! { small { (t.norma_nama) " · " (t.norma) } }, body)
}

fn decided(view: &SyaratView) -> Markup {
    let row = |p: &PutusanView| {
        Baris::new(vec![
            html! { (p.norma_nama) @if !p.syarat.is_empty() { ": " (p.syarat) } @if !p.kelompok.is_empty() { ", pos " (p.kelompok) } " " small class="redup" { (p.norma) } },
            html! { @if p.terpenuhi { (lencana(Tone::Ok, None, "Terpenuhi")) } @else { (lencana(Tone::Bahaya, None, "Tidak terpenuhi")) } },
            html! { (p.tentang) },
            html! { (p.alasan) @if view.memutus && !p.href.is_empty() { " " a href=(p.href) { "Putus lagi" span class="sr" { ": " (p.norma_nama) " " (p.syarat) } } } },
            html! { (p.oleh) },
        ])
    };
    html! {
        (Tabel {
            caption: "Putusan pejabat, yang terbaru lebih dahulu".into(),
            columns: vec![
                Kolom::new("Syarat").phone(Phone::Full).class("kalimat"),
                Kolom::new("Putusan").class("utas"),
                Kolom::new("Tentang").class("kata"),
                Kolom::new("Pejabat dan alasan").class("kalimat"),
                Kolom::new("Dicatat").class("kata"),
            ],
            rows: view.putusan.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
        @if view.putusan_lebih > 0 { p class="isi-kartu redup" { (format::angka(view.putusan_lebih as u64)) " putusan yang lebih lama tidak ditampilkan." } }
    }
}

fn left_out(frame: &Frame, view: &SyaratView) -> Markup {
    let form = view.ulang.tentang("kesampingkan");
    let typed = |name: &str| if form { view.ulang.isi(name, "").to_owned() } else { String::new() };
    let error = |name: &str| view.ulang.galat(name).filter(|_| form);
    let posts =
        std::iter::once((String::new(), "Semua pos rencana ini".to_owned())).chain(view.pos.iter().cloned());
    let causes = [
        ("", "Pilih sebab"),
        ("menolak", "Menolak, dengan surat pernyataan"),
        ("konflik", "Hubungan keluarga atau konflik kepentingan"),
    ];
    html! {
        @if view.kesampingan.is_empty() { p class="isi-kartu redup" { "Belum ada." } } @else {
            (Tabel {
                caption: "Yang dikesampingkan".into(),
                columns: vec![Kolom::new("Nama").phone(Phone::Full).class("kata"), Kolom::new("Pos").class("kata"), Kolom::new("Sebab dan alasan").class("kalimat"), Kolom::new("Dicatat").class("kata")],
                rows: view.kesampingan.iter().map(|k| Baris::new(vec![
                    html! { (k.nama) },
                    html! { @if k.pos_nama.is_empty() { "semua pos" } @else { (k.pos_nama) } },
                    html! { (k.sebab) ": " (k.alasan) @if view.mengesampingkan { (take_back(frame, view, k)) } },
                    html! { (k.oleh) },
                ])).collect(),
                compact: true,
                ..Tabel::default()
            })
        }
        (sisa(view.kesampingan_lebih, "orang"))
        @if view.mengesampingkan {
            form class="isi-kartu tumpuk formulir kisi-isian" method="post" action={ (view.alamat) "/kesampingkan" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::nip("nip", "NIP").value(&typed("nip")).error(error("nip")))
                (Ruas::choice("pos", "Pos", posts.collect()).value(&typed("pos")).error(error("pos")))
                (Ruas::choice("sebab", "Sebab", causes.map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec()).value(&typed("sebab")).error(error("sebab")))
                (Ruas::text("alasan", "Alasan dan suratnya").id("alasan-kesampingan").value(&typed("alasan")).error(error("alasan")))
                div { (Tombol::submit("Kesampingkan")) }
            }
        }
    }
}

fn take_back(frame: &Frame, view: &SyaratView, k: &KesampinganView) -> Markup {
    html! {
        form method="post" action={ (view.alamat) "/kesampingkan" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="cabut" value=(k.pegawai);
            input type="hidden" name="pos" value=(k.pos);
            (Tombol::submit("Cabut").small().quiet().context(&k.nama))
        }
    }
}

fn wishes(view: &SyaratView) -> Markup {
    let row = |(name, posts): &(String, String)| Baris::new(vec![html! { (name) }, html! { (posts) }]);
    html! {
        (Tabel {
            caption: "Pos yang diminati, menurut urutan pilihan".into(),
            columns: vec![Kolom::new("Nama").phone(Phone::Full).class("kata"), Kolom::new("Pos").class("kalimat")],
            rows: view.minat.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
        (sisa(view.minat_lebih, "orang"))
    }
}

fn excluded(view: &SyaratView) -> Markup {
    let row = |k: &KecualiView| {
        Baris::new(vec![
            html! { @if k.href.is_empty() { (k.nama) } @else { a href=(k.href) { (k.nama) } } },
            html! { (k.kelompok) },
            html! { @if !k.norma.is_empty() { (k.norma_nama) ": " } (k.bunyi) @if !k.norma.is_empty() { " " small class="redup" { (k.norma) } } },
        ])
    };
    html! {
        (Tabel {
            caption: "Pengecualian dengan pasalnya".into(),
            columns: vec![Kolom::new("Nama").phone(Phone::Full).class("kata"), Kolom::new("Kelompok pos").class("kata"), Kolom::new("Sebab").class("kalimat")],
            rows: view.kecuali.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
