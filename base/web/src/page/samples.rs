//! An invented frame for samples, tests and the gallery. The region does not exist.

use super::{Clock, Crumb, Frame, Instansi, Lonceng, Merek, NavGroup, NavItem, User, bare, page};
use crate::component::{kabar::Kabar, masalah};
use crate::{Icon, Sample, Tanggal, Tone};
use maud::html;

/// The frame of an invented province on 22 Nov 2026, with `active` as the current menu entry.
pub fn example_frame(title: &str, active: &str) -> Frame {
    let item = |label: &str, href: &str, icon, count, waiting, key| NavItem {
        label: label.into(),
        href: href.into(),
        icon,
        active: label == active,
        count,
        waiting,
        phone: label.split(' ').next_back().map(str::to_owned),
        key,
    };
    let rare = |mut i: NavItem| {
        i.phone = None;
        i
    };
    let today = Tanggal::new(2026, 11, 22);
    Frame {
        title: title.into(),
        refused: false,
        crumbs: vec![
            Crumb { label: "Kepegawaian".into(), href: Some("/".into()) },
            Crumb { label: title.into(), href: None },
        ],
        nav: vec![
            NavGroup { label: None, items: vec![item("Beranda", "/", Icon::Rumah, None, false, Some('b'))] },
            NavGroup {
                label: Some("Kepegawaian".into()),
                items: vec![
                    item("Data Pegawai", "/pegawai", Icon::Orang, None, false, Some('p')),
                    item("Impor data", "/impor", Icon::Unggah, None, false, Some('i')),
                    item("Temuan", "/temuan", Icon::Awas, Some(214), true, Some('t')),
                ],
            },
            NavGroup {
                label: Some("Organisasi".into()),
                items: vec![item("Unit kerja", "/unit", Icon::Org, None, false, Some('u'))],
            },
            NavGroup {
                label: Some("Pengelolaan".into()),
                items: vec![
                    rare(item("Jurnal", "/jurnal", Icon::Rantai, Some(48_120), false, Some('j'))),
                    rare(item("Pengguna", "/pengguna", Icon::Kunci, None, false, None)),
                ],
            },
        ],
        instansi: Instansi {
            name: "Provinsi Bumi Raya".into(),
            initials: "BR".into(),
            scope: "Semua perangkat daerah".into(),
        },
        pesan: Some(Lonceng { href: "/pesan".into(), baru: 3 }),
        user: User { name: "Sari Maharani".into(), role: "Verifikator BKD".into() },
        clock: Some(Clock {
            today,
            berlaku: None,
            diketahui: None,
            action: "/pegawai".into(),
            keep: vec![],
            today_href: "/pegawai".into(),
        }),
        flash: None,
        csrf: "contoh".into(),
        theme: None,
        merek: Merek::Inagov,
        path: "/pegawai".into(),
        sample_data: true,
        guide_href: Some("#panduan".into()),
        searches: true,
        refresh_seconds: None,
        tambahan: &[],
    }
}

/// Whole documents: today, another day, after an action, a problem with and without a session.
pub fn samples() -> Vec<Sample> {
    let body = |title: &str| html! { div class="kepala" { div { h1 { (title) } p { "Isi halaman." } } } };
    let mut past = example_frame("Rangka pada tanggal lain", "Data Pegawai");
    if let Some(clock) = &mut past.clock {
        clock.berlaku = Some(Tanggal::new(2024, 1, 1));
        clock.diketahui = Some(Tanggal::new(2024, 3, 5));
    }
    let mut done = example_frame("Rangka sesudah tindakan", "Impor data");
    done.flash = Some(Kabar::new(Tone::Ok, "Impor selesai.").body(html! { "1.284 catatan masuk." }));
    done.clock = None;
    done.refresh_seconds = Some(5);
    let lost = masalah::Masalah::TidakDitemukan;
    let broken = masalah::Masalah::Kesalahan { incident: "G-7F3A".into(), kept: false };
    vec![
        Sample::new("rangka", page(&example_frame("Rangka", "Data Pegawai"), body("Rangka"))),
        Sample::new("tanggal-lain", page(&past, body("Rangka pada tanggal lain"))),
        Sample::new("sesudah-tindakan", page(&done, body("Rangka sesudah tindakan"))),
        Sample::new("masalah-404", page(&example_frame(lost.title(), ""), masalah::masalah(&lost))),
        Sample::new(
            "masalah-500",
            bare(
                broken.title(),
                "Pemerintah Provinsi Bumi Raya",
                None,
                Merek::Inagov,
                masalah::masalah(&broken),
            ),
        ),
    ]
}
