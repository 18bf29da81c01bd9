//! Getting in: sign-in, the first change of a one-time password, and what a locked or ended session says.

mod daftar;
pub mod token;
mod totp;

pub use daftar::{AkunView, BarisAkun, BaruView, DaftarAkunView, akun, akun_baru, daftar_akun};
pub use totp::{AutentikatorView, autentikator};

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::page::Tema;
use web::{Merek, Sample, Tone, bare};

/// What stands around the card on pages without a session.
#[derive(Clone, Debug, Default)]
pub struct Pintu {
    /// `Pemerintah Provinsi Bumi Raya`
    pub instansi: String,
    pub theme: Option<Tema>,
    pub merek: Merek,
    /// Token of the session's forms; empty before there is one.
    pub csrf: String,
}

/// Why the sign-in page is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Pesan {
    #[default]
    Biasa,
    /// The node has no account yet: nobody can come in.
    Kosong,
    /// Name or password did not match; which of the two is never said.
    Salah,
    /// Too many attempts: `15 menit`.
    Terkunci { span: String },
    /// Nothing happened for thirty minutes.
    SesiBerakhir,
    /// The person signed out.
    Keluar,
    /// The password was just changed.
    SandiBaru,
}

#[derive(Clone, Debug, Default)]
pub struct MasukView {
    pub message: Pesan,
    /// What was typed as user name; the password never comes back.
    pub username: String,
    /// Where to go after signing in; a path of our own, checked by the handler.
    pub next: String,
    /// Whom to ask for help: `admin instansi: Desi Anggraini`; empty leaves the line out.
    pub contact: String,
}

#[derive(Clone, Debug, Default)]
pub struct SandiView {
    /// The first sign-in with a one-time password: nothing else is possible before the change.
    pub first_time: bool,
    pub username: String,
    /// Shortest allowed length.
    pub min_length: u8,
    /// Field name (`sandi_lama`, `sandi_baru`, `sandi_ulang`) and message.
    pub errors: Vec<(String, String)>,
}

pub fn masuk(door: &Pintu, view: &MasukView) -> Markup {
    let wrong = "Nama pengguna, kata sandi, atau kode tidak cocok. Periksa semuanya, lalu coba lagi.";
    let errors: Vec<(String, String)> = match view.message {
        Pesan::Salah => vec![("pengguna".to_owned(), wrong.to_owned())],
        _ => vec![],
    };
    let title = if errors.is_empty() { "Masuk" } else { "Kesalahan: Masuk" };
    let body = html! {
        (ringkasan_kesalahan(&errors))
        div { h1 { "Masuk" } p { "Gunakan akun yang diberikan admin instansi Anda." } }
        (notice(&view.message))
        form class="formulir" method="post" action="/masuk" {
            input type="hidden" name="csrf" value=(door.csrf);
            input type="hidden" name="lanjut" value=(view.next);
            (Ruas::text("pengguna", "Nama pengguna").value(&view.username).autocomplete("username")
                .error(errors.first().map(|(_, m)| m.as_str())))
            (Ruas::password("sandi", "Kata sandi", "current-password"))
            (Ruas::text("kode", "Kode autentikator").optional().autocomplete("one-time-code").help("6 angka, hanya bila akun Anda memakainya"))
            (Tombol::submit("Masuk").primary())
        }
        @if !view.contact.is_empty() { p class="redup" { "Lupa kata sandi? Hubungi " (view.contact) "." } }
    };
    bare(title, &door.instansi, door.theme, door.merek, body)
}

fn notice(message: &Pesan) -> Markup {
    let kabar = match message {
        Pesan::Biasa | Pesan::Salah => return html! {},
        Pesan::Kosong => Kabar::new(Tone::Awas, "Simpul ini belum punya akun.").body(html! {
            "Di server, jalankan " code { "sinergi mulai" } " untuk instansi dan administrator pertama. Akun berikutnya dibuat dengan " code { "sinergi pengguna tambah" } "."
        }),
        Pesan::Terkunci { span } => Kabar::new(Tone::Awas, "Akun terkunci sementara.").body(html! {
            "Terlalu banyak percobaan masuk yang tidak cocok. Coba lagi setelah " (span) ", atau minta admin instansi membuka akun."
        }),
        Pesan::SesiBerakhir => Kabar::new(Tone::Info, "Sesi berakhir setelah 30 menit tanpa kegiatan.").body(html! { "Masuk lagi untuk melanjutkan." }),
        Pesan::Keluar => Kabar::new(Tone::Ok, "Anda sudah keluar."),
        Pesan::SandiBaru => Kabar::new(Tone::Ok, "Kata sandi sudah diganti.").body(html! { "Masuk dengan kata sandi yang baru." }),
    };
    kabar.render()
}

pub fn ganti_sandi(door: &Pintu, view: &SandiView) -> Markup {
    let error = |field: &str| view.errors.iter().find(|(f, _)| f == field).map(|(_, m)| m.as_str());
    let heading = if view.first_time { "Buat kata sandi Anda" } else { "Ganti kata sandi" };
    let title = if view.errors.is_empty() { heading.to_owned() } else { format!("Kesalahan: {heading}") };
    let rule = format!(
        "Paling sedikit {} karakter. Kalimat pendek yang mudah Anda ingat boleh dipakai.",
        view.min_length
    );
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        div {
            h1 { (heading) }
            p { @if view.first_time { "Kata sandi yang Anda terima hanya berlaku sekali. Buat yang baru sebelum melanjutkan." }
                @else { "Sesi Anda di perangkat lain akan berakhir setelah kata sandi diganti." } }
        }
        form class="formulir" method="post" action="/sandi" {
            input type="hidden" name="csrf" value=(door.csrf);
            // Password managers need the name beside the new password; a hidden field would not be read.
            input class="sr" type="text" name="nama_pengguna" value=(view.username) autocomplete="username" readonly tabindex="-1" aria-hidden="true";
            @if !view.first_time { (Ruas::password("sandi_lama", "Kata sandi sekarang", "current-password").error(error("sandi_lama"))) }
            (Ruas::password("sandi_baru", "Kata sandi baru", "new-password").help(&rule).error(error("sandi_baru")))
            (Ruas::password("sandi_ulang", "Ulangi kata sandi baru", "new-password").error(error("sandi_ulang")))
            (Tombol::submit("Simpan kata sandi").primary())
        }
    };
    bare(&title, &door.instansi, door.theme, door.merek, body)
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let door =
        Pintu { instansi: "Pemerintah Provinsi Bumi Raya".into(), csrf: "contoh".into(), ..Pintu::default() };
    let base = MasukView {
        next: "/pegawai".into(),
        contact: "admin instansi: Desi Anggraini".into(),
        ..MasukView::default()
    };
    let at_door = |name, message, username: &str| {
        Sample::new(name, masuk(&door, &MasukView { message, username: username.into(), ..base.clone() }))
    };
    let sandi =
        SandiView { first_time: true, username: "sari.maharani".into(), min_length: 12, errors: vec![] };
    let refused = SandiView {
        errors: vec![
            ("sandi_baru".into(), "Kata sandi baru terdiri dari 8 karakter, paling sedikit 12.".into()),
            ("sandi_ulang".into(), "Ulangan berbeda dengan kata sandi baru.".into()),
        ],
        first_time: false,
        ..sandi.clone()
    };
    vec![
        at_door("masuk", Pesan::Biasa, ""),
        at_door("masuk-salah", Pesan::Salah, "sari.maharani"),
        at_door("masuk-terkunci", Pesan::Terkunci { span: "15 menit".into() }, "sari.maharani"),
        at_door("masuk-sesi-berakhir", Pesan::SesiBerakhir, ""),
        at_door("masuk-keluar", Pesan::Keluar, ""),
        at_door("masuk-sandi-baru", Pesan::SandiBaru, ""),
        Sample::new("sandi-pertama", ganti_sandi(&door, &sandi)),
        Sample::new("sandi-salah", ganti_sandi(&door, &refused)),
    ]
    .into_iter()
    .chain(totp::samples())
    .chain(daftar::samples())
    .chain(token::samples())
    .collect()
}
