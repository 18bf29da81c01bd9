//! The parts of the frame, each a small function.

use super::{Clock, Frame, Lonceng, NavItem, Tema};
use crate::component::{avatar::avatar, formulir::Ruas, tombol::Tombol};
use crate::{Icon, Tanggal, format, icon, icon_small};
use maud::{Markup, html};

pub(super) fn brand() -> Markup {
    html! {
        a class="merek" href="/" {
            svg viewBox="0 0 28 28" aria-hidden="true" {
                rect class="dasar" width="28" height="28" rx="7" {}
                path d="M20.5 9.2h-9a2.6 2.6 0 0 0 0 5.2h5a2.6 2.6 0 0 1 0 5.2h-9" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" {}
                circle cx="20.6" cy="9.2" r="2.3" fill="#f2c548" {}
                circle cx="7.4" cy="19.6" r="2.3" fill="#f2c548" {}
            }
            "Sinergi"
        }
    }
}

/// A popover on small screens, a plain column on large ones: the drawer needs no script.
pub(super) fn sidebar(frame: &Frame) -> Markup {
    html! {
        aside class="sisi" id="sisi" popover aria-label="Menu" {
            (brand())
            div class="lingkup" {
                span class="lambang" aria-hidden="true" { (frame.instansi.initials) }
                span { b { (frame.instansi.name) } small { (frame.instansi.scope) } }
            }
            @for (index, group) in frame.nav.iter().enumerate() {
                @if let Some(label) = &group.label { p class="kelompok" id={ "menu-" (index) } { (label) } }
                nav class="nav" aria-labelledby=[group.label.as_ref().map(|_| format!("menu-{index}"))]
                    aria-label=[group.label.is_none().then_some("Utama")] {
                    @for item in &group.items { (nav_link(item)) }
                }
            }
            footer { @if frame.searches { p class="hp-sembunyi" { kbd { "Ctrl K" } " membuka Pintasan" } } @if frame.sample_data { p { "Data contoh: nama dan angka rekaan" } } }
        }
    }
}

fn nav_link(item: &NavItem) -> Markup {
    html! {
        a href=(item.href) aria-current=[item.active.then_some("page")] {
            (icon(item.icon)) (item.label)
            @if let Some(n) = item.count {
                span class=(if item.waiting { "hitung angka penting" } else { "hitung angka" }) { (format::angka(n)) @if item.waiting { span class="sr" { " menunggu Anda" } } }
            }
        }
    }
}

pub(super) fn topbar(frame: &Frame) -> Markup {
    html! {
        header class="atas" {
            button class="ikon menu-hp" type="button" popovertarget="sisi" aria-label="Buka menu" { (icon(Icon::Menu)) }
            nav class="remah" aria-label="Remah roti" {
                @for (index, crumb) in frame.crumbs.iter().enumerate() {
                    @if index > 0 { (icon_small(Icon::Kanan)) }
                    @match &crumb.href { Some(href) => a href=(href) { (crumb.label) }, None => b aria-current="page" { (crumb.label) } }
                }
            }
            @if frame.searches { a class="cari" href="/cari" data-palet aria-keyshortcuts="Control+K" aria-label="Cari nama, NIP, atau halaman" { (icon_small(Icon::Cari)) span { "Cari nama, NIP, halaman…" } kbd { "Ctrl K" } } }
            @if let Some(clock) = &frame.clock { (clocks(clock)) }
            @if let Some(href) = &frame.guide_href { a class="ikon hp-sembunyi" href=(href) data-panduan aria-keyshortcuts="?" aria-label="Panduan halaman ini" { (icon(Icon::Tanya)) } }
            (theme_toggle(frame))
            @if let Some(pesan) = &frame.pesan { (lonceng(pesan)) }
            (account(frame))
        }
    }
}

fn clocks(clock: &Clock) -> Markup {
    let known = clock.diketahui.filter(|d| *d < clock.today);
    html! {
        details class=(if clock.is_present() { "lipat per" } else { "lipat per lain" }) name="atas" {
            summary {
                (icon_small(Icon::Jam))
                span class="awal" { "Keadaan per" } " " b class="angka" { (clock.effective().short()) }
                @if let Some(known) = known { " " span class="kedua" { "menurut data tercatat s.d. " (known.short()) } }
            }
            div {
                form method="get" action=(clock.action) {
                    @for (name, value) in &clock.keep { input type="hidden" name=(name) value=(value); }
                    div class="rapat tumpuk" {
                        (Ruas::date("berlaku", "Keadaan per tanggal").value(&clock.effective().typed()))
                        (Ruas::date("diketahui", "Menurut data tercatat s.d.").value(&clock.diketahui.map(Tanggal::typed).unwrap_or_default())
                            .help("Kosongkan untuk memakai semua data yang tercatat sampai kini.").optional())
                    }
                    div class="baris" {
                        (Tombol::submit("Terapkan").small())
                        @if !clock.is_present() { (Tombol::link("Kembali ke hari ini", clock.today_href.as_str()).small().quiet()) }
                    }
                }
            }
        }
    }
}

/// A dot says that something is new, the name says how much.
fn lonceng(pesan: &Lonceng) -> Markup {
    let baru = match pesan.baru {
        0 => "tidak ada yang baru".to_owned(),
        100.. => "lebih dari 99 baru".to_owned(),
        n => format!("{n} baru"),
    };
    html! {
        a class="ikon lonceng" href=(pesan.href) aria-label={ "Pesan, " (baru) } {
            (icon(Icon::Lonceng)) @if pesan.baru > 0 { i {} }
        }
    }
}

/// Without script the form posts and comes back; without a cookie the system decides, so the first press goes dark.
fn theme_toggle(frame: &Frame) -> Markup {
    let next = if frame.theme == Some(Tema::Gelap) { Tema::Terang } else { Tema::Gelap };
    html! {
        form class="hp-sembunyi" method="post" action="/tema" data-tema-ganti {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="kembali" value=(frame.path);
            button class="ikon" type="submit" name="tema" value=(next.word()) aria-label="Ganti tema terang atau gelap" { (icon(Icon::Bulan)) }
        }
    }
}

fn account(frame: &Frame) -> Markup {
    let choice = |value: &str, label: &str, on: bool| {
        html! { button class="tombol kecil" type="submit" name="tema" value=(value) aria-pressed=(if on { "true" } else { "false" }) { (label) } }
    };
    html! {
        details class="lipat akun" name="atas" {
            summary { span class="sr" { "Akun: " (frame.user.name) } (avatar(&frame.user.name, &frame.user.name)) }
            div {
                p { b { (frame.user.name) } span class="redup" { (frame.user.role) } }
                form method="post" action="/tema" data-tema-pilih {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="kembali" value=(frame.path);
                    fieldset { legend { "Tema" }
                        (choice("terang", "Terang", frame.theme == Some(Tema::Terang)))
                        (choice("gelap", "Gelap", frame.theme == Some(Tema::Gelap)))
                        (choice("sistem", "Ikuti perangkat", frame.theme.is_none()))
                    }
                }
                @if let Some(href) = &frame.guide_href { a href=(href) { "Panduan halaman ini" } }
                div class="baris" {
                    (Tombol::link("Ganti kata sandi", "/akun/sandi").small())
                    (Tombol::link("Autentikator", "/akun/autentikator").small())
                    form method="post" action="/keluar" {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Tombol::submit("Keluar").small().icon(Icon::Keluar))
                    }
                }
            }
        }
    }
}

pub(super) fn past_bar(clock: &Clock) -> Markup {
    let known = clock.diketahui.filter(|d| *d < clock.today);
    // Nobody has retired or moved yet on a day to come: the page must not look like a forecast.
    let ahead = clock.effective() > clock.today;
    html! {
        div class="bilah-tanggal" role="status" {
            span {
                "Anda melihat keadaan per " (clock.effective().short())
                @if ahead {
                    " menurut data yang diketahui sampai " (known.unwrap_or(clock.today).short())
                    "; keputusan sesudahnya belum ada"
                } @else if let Some(known) = known { " menurut data tercatat s.d. " (known.short()) }
                ". Perubahan tidak dapat disimpan."
            }
            a href=(clock.today_href) { "Kembali ke hari ini" }
        }
    }
}

pub(super) fn print_foot(frame: &Frame) -> Markup {
    html! {
        p class="kaki-cetak" aria-hidden="true" {
            "Sinergi · " (frame.instansi.name)
            @if let Some(clock) = &frame.clock {
                " · keadaan per " (clock.effective().long())
                @if let Some(known) = clock.diketahui.filter(|d| *d < clock.today) { " menurut data tercatat s.d. " (known.long()) }
            }
            " · dicetak oleh " (frame.user.name)
        }
    }
}

pub(super) fn bottom_bar(frame: &Frame) -> Markup {
    html! {
        nav class="bawah" aria-label="Menu bawah" {
            @let items = frame.nav.iter().flat_map(|g| &g.items);
            @for (item, word) in items.filter_map(|i| Some((i, i.phone.as_ref()?))).take(5) {
                a href=(item.href) aria-current=[item.active.then_some("page")] { (icon(item.icon)) span { (word) } }
            }
        }
    }
}
