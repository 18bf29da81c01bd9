//! First section of a person: the career drawn, what holds now with its documents, what is odd, what happened last.

use maud::{Markup, html};
use web::component::kartu::kartu;
use web::component::linimasa::{Peristiwa, linimasa};
use web::component::riwayat_karier::RiwayatKarier;
use web::component::temuan::{Temuan, temuan};
use web::{Icon, format, icon_small};

/// One known thing with the paper it rests on.
#[derive(Clone, Debug, Default)]
pub struct Butir {
    pub label: String,
    /// `None` is said as not known, never left blank.
    pub value: Option<String>,
    /// `TMT 1 Okt 2023`; may be empty.
    pub note: String,
    /// Name and address of the base document.
    pub document: Option<(String, String)>,
}

/// Identity numbers come as this reader may see them.
#[derive(Clone, Debug, Default)]
pub struct DataPribadi {
    pub nik: Option<String>,
    pub npwp: Option<String>,
    /// `Sungai Biru, 12 Mar 1984`
    pub birth: Option<String>,
    pub gender: Option<String>,
    /// `Kawin`
    pub marital: Option<String>,
    /// `S-2 Kesehatan Masyarakat, 2025`
    pub education: Option<String>,
    /// Further label and value, shown as they come: only what the reader may see.
    pub others: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct Ringkasan {
    pub career: RiwayatKarier,
    /// What holds on the day looked at: golongan, jabatan, unit, kedudukan, masa kerja.
    pub employment: Vec<Butir>,
    pub personal: DataPribadi,
    /// The gravest few; all stand in their own section.
    pub findings: Vec<Temuan>,
    /// The latest few, newest first.
    pub timeline: Vec<Peristiwa>,
}

/// `findings_href` and `history_href` lead to the sections that hold everything.
pub(super) fn ringkasan(
    r: &Ringkasan,
    findings_total: u64,
    findings_href: &str,
    history_href: &str,
) -> Markup {
    html! {
        (r.career)
        div class="dua-kolom" {
            div class="tumpuk" {
                (kartu("data-kepegawaian", "Data kepegawaian", html! { a href=(history_href) { "Semua riwayat" } }, employment(&r.employment)))
                (kartu("data-pribadi", "Data pribadi", html! {}, personal(&r.personal)))
            }
            div class="tumpuk" {
                @if !r.findings.is_empty() {
                    (kartu("temuan-utama", "Temuan pada data", html! {
                        @if findings_total > r.findings.len() as u64 { a href=(findings_href) { "Semua " (format::angka(findings_total)) " temuan" } }
                    }, temuan(&r.findings, true)))
                }
                (kartu("linimasa", "Linimasa", html! { a href=(history_href) { "Semua riwayat" } }, html! {
                    @if r.timeline.is_empty() { p class="isi-kartu redup" { "Belum ada peristiwa tercatat pada tanggal ini." } }
                    @else { (linimasa(&r.timeline)) }
                }))
            }
        }
    }
}

fn employment(rows: &[Butir]) -> Markup {
    html! {
        dl class="fakta" {
            @for b in rows {
                dt { (b.label) }
                dd class="berdok" {
                    span { (value(b.value.as_deref())) @if !b.note.is_empty() { small { (b.note) } } }
                    @if let Some((name, href)) = &b.document { a class="dokumen" href=(href) { (icon_small(Icon::Dok)) (name) } }
                }
            }
        }
    }
}

fn personal(p: &DataPribadi) -> Markup {
    html! {
        dl class="fakta" {
            dt { abbr title="Nomor Induk Kependudukan" { "NIK" } } dd class="angka" { (value(p.nik.as_deref())) }
            dt { abbr title="Nomor Pokok Wajib Pajak" { "NPWP" } } dd class="angka" { (value(p.npwp.as_deref())) }
            dt { "Tempat, tanggal lahir" } dd { (value(p.birth.as_deref())) }
            dt { "Jenis kelamin" } dd { (value(p.gender.as_deref())) }
            dt { "Status perkawinan" } dd { (value(p.marital.as_deref())) }
            dt { "Pendidikan terakhir" } dd { (value(p.education.as_deref())) }
            @for (label, text) in &p.others { dt { (label) } dd { (text) } }
        }
    }
}

fn value(text: Option<&str>) -> Markup {
    html! { @match text { Some(t) => (t), None => span class="redup" { "belum diketahui" } } }
}
