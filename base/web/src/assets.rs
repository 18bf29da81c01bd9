//! Style, script and icon as files whose names carry their content: cached for a year, never stale.

use std::sync::LazyLock;

/// A file served under `/aset/`.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    pub bytes: &'static [u8],
    pub content_type: &'static str,
}

/// A name changes whenever its content does, so browsers may keep it for good.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

macro_rules! component_styles {
    ($($name:literal)*) => { &[$(include_str!(concat!("../components/", $name, "/style.css"))),*] };
}

/// Order inside a layer is the order here; between layers the first line of `token.css` decides.
const STYLES: &[&[&str]] = &[
    &[
        include_str!("../css/dasar.css"),
        include_str!("../css/rangka.css"),
        include_str!("../css/sisi.css"),
        include_str!("../css/atas.css"),
    ],
    component_styles! {
        "tombol" "lencana" "avatar" "tanggal" "kartu" "tab" "kabar" "formulir" "ringkasan_kesalahan" "saring" "pilih_kolom" "tabel"
        "paging" "massal" "panel" "langkah" "kemajuan" "periksa" "linimasa" "riwayat_karier" "bilah_waktu" "perbandingan"
        "pohon_unor" "predikat" "temuan" "identitas" "kosong" "meter" "grafik" "lembar" "masalah" "pintasan" "angka_utama"
        "tugas" "bagikan" "pilihan" "sidik" "keadaan" "ubin" "orang" "putusan" "perorangan" "ranting" "naskah" "penjelasan"
    },
    &[include_str!("../css/bantu.css"), include_str!("../css/cetak.css")],
];

/// Drawers only pages of coordination show: rakor, follow-up, dashboard. Other pages do not carry them.
const COORDINATION: &[&str] = component_styles! { "alur" "papan" "notulen" "layar" "matriks" "peta_ubin" "garis" "batang_susun" "rantai" };

const SCRIPTS: &[&str] = &[
    include_str!("../js/tema.js"),
    include_str!("../js/lipat.js"),
    include_str!("../js/pintasan.js"),
    include_str!("../js/tukar.js"),
    include_str!("../js/panel.js"),
    include_str!("../js/pantau.js"),
];

const FAVICON: &str = include_str!("../css/ikon.svg");

struct File {
    href: String,
    text: String,
    content_type: &'static str,
}

static STYLE: LazyLock<File> = LazyLock::new(|| {
    let dark = squeeze(include_str!("../css/gelap.css"));
    let chosen = dark.replace(":gelap", ":root[data-tema=gelap]");
    let system = dark.replace(":gelap", ":root:not([data-tema])");
    let mut text = squeeze(include_str!("../css/token.css"));
    text.push_str(&format!(
        "@media screen{{{chosen}}}@media screen and (prefers-color-scheme:dark){{{system}}}"
    ));
    for part in STYLES.iter().copied().flatten() {
        text.push_str(&squeeze(part));
    }
    file("sinergi", "css", text, "text/css; charset=utf-8")
});

static SCRIPT: LazyLock<File> = LazyLock::new(|| {
    let body: Vec<String> = SCRIPTS.iter().map(|part| strip_script(part)).collect();
    let text = format!("(()=>{{'use strict';\n{}}})()", body.concat());
    file("sinergi", "js", text, "text/javascript; charset=utf-8")
});

static COORDINATION_STYLE: LazyLock<File> = LazyLock::new(|| {
    let page = include_str!("../css/koordinasi.css");
    let text: String = COORDINATION.iter().chain([&page]).map(|part| squeeze(part)).collect();
    file("koordinasi", "css", text, "text/css; charset=utf-8")
});

static LIVE_SCRIPT: LazyLock<File> = LazyLock::new(|| script("siaran", include_str!("../js/siaran.js")));
static CHECK_IN_SCRIPT: LazyLock<File> =
    LazyLock::new(|| script("presensi", include_str!("../js/presensi.js")));

fn script(name: &str, source: &str) -> File {
    let text = format!("(()=>{{'use strict';\n{}}})()", strip_script(source));
    file(name, "js", text, "text/javascript; charset=utf-8")
}

/// What a page brings along beside the files every page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tambahan {
    /// Style of the pages of coordination.
    Koordinasi,
    /// Script: the page is read again, part by part, when something on it changed.
    Siaran,
    /// Script: presences wait in the browser for a network.
    Presensi,
}

impl Tambahan {
    fn file(self) -> &'static File {
        match self {
            Tambahan::Koordinasi => &COORDINATION_STYLE,
            Tambahan::Siaran => &LIVE_SCRIPT,
            Tambahan::Presensi => &CHECK_IN_SCRIPT,
        }
    }

    pub fn href(self) -> &'static str {
        &self.file().href
    }

    pub fn is_style(self) -> bool {
        self == Tambahan::Koordinasi
    }
}

static ICON: LazyLock<File> =
    LazyLock::new(|| file("ikon", "svg", FAVICON.trim().to_owned(), "image/svg+xml"));

fn file(name: &str, extension: &str, text: String, content_type: &'static str) -> File {
    let href = format!("/aset/{name}.{:016x}.{extension}", fnv(text.as_bytes()));
    File { href, text, content_type }
}

/// Names need to differ when contents do; nobody is to be kept from forging one, so 64 bits without secrets do.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

/// Comments and line ends out. The sources are already written without other spare space.
fn squeeze(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        let end = rest[start..].find("*/").map_or(rest.len(), |n| start + n + 2);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.lines().map(str::trim).collect()
}

/// Whole-line comments and indentation out; statements stay on their lines.
fn strip_script(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("//"));
    lines.fold(String::new(), |mut out, line| {
        out.push_str(line);
        out.push('\n');
        out
    })
}

pub fn style_href() -> &'static str {
    &STYLE.href
}

pub fn script_href() -> &'static str {
    &SCRIPT.href
}

pub fn icon_href() -> &'static str {
    &ICON.href
}

/// Every file with its address, for the gallery and for tests.
pub fn all() -> Vec<(&'static str, Asset)> {
    [&*STYLE, &*SCRIPT, &*ICON, &*COORDINATION_STYLE, &*LIVE_SCRIPT, &*CHECK_IN_SCRIPT]
        .into_iter()
        .map(|f| (f.href.as_str(), Asset { bytes: f.text.as_bytes(), content_type: f.content_type }))
        .collect()
}

/// The file at an address (`/aset/…`), or nothing.
pub fn asset(path: &str) -> Option<Asset> {
    all().into_iter().find(|(href, _)| *href == path).map(|(_, asset)| asset)
}

/// The answer of the host to `GET /aset/…`: the file with its caching, or 404 without a body.
pub fn answer(path: &str) -> axum::response::Response {
    use axum::response::IntoResponse;
    use http::{StatusCode, header};
    match asset(path) {
        Some(a) => {
            ([(header::CONTENT_TYPE, a.content_type), (header::CACHE_CONTROL, CACHE_CONTROL)], a.bytes)
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
