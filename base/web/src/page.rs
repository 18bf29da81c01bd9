//! The frame around every page: menu, breadcrumb, search, the two clocks, account, and what prints below.

mod chrome;
mod samples;

use crate::assets;
use crate::component::kabar::Kabar;
use crate::{Icon, Tanggal};
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use samples::{example_frame, samples};

/// The content policy these pages are written for: nothing inline, nothing from elsewhere.
pub const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// One step of the breadcrumb; the last has no address.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub label: String,
    pub href: Option<String>,
}

#[derive(Clone, Debug)]
pub struct NavItem {
    /// At most two words.
    pub label: String,
    pub href: String,
    pub icon: Icon,
    /// The page shown, or the section it belongs to.
    pub active: bool,
    pub count: Option<u64>,
    /// The count is work waiting for this person (red pill), not the size of a queue (grey).
    pub waiting: bool,
    /// One word for the phone's bottom bar; `None` when it does not stand there. Five at most.
    pub phone: Option<String>,
    /// `g` and this letter open the page.
    pub key: Option<char>,
}

#[derive(Clone, Debug)]
pub struct NavGroup {
    /// `None` for the first, unnamed group.
    pub label: Option<String>,
    pub items: Vec<NavItem>,
}

#[derive(Clone, Debug)]
pub struct Instansi {
    pub name: String,
    /// Two letters in the square.
    pub initials: String,
    /// Which part is shown: `Semua perangkat daerah`.
    pub scope: String,
}

/// The bell: where messages are read, and how many are new (counted up to 100).
#[derive(Clone, Debug)]
pub struct Lonceng {
    pub href: String,
    pub baru: u64,
}

#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    /// `Verifikator BKD`
    pub role: String,
}

/// The moment a page is about. `None` on a clock means: today, everything known.
#[derive(Clone, Debug)]
pub struct Clock {
    pub today: Tanggal,
    /// Keadaan per tanggal.
    pub berlaku: Option<Tanggal>,
    /// Menurut data tercatat s.d.
    pub diketahui: Option<Tanggal>,
    /// Where the form goes, without a query; it sends `berlaku` and `diketahui` as `hh-bb-tttt` or empty.
    pub action: String,
    /// Query pairs to keep: filters, section.
    pub keep: Vec<(String, String)>,
    /// The same page as of today.
    pub today_href: String,
}

impl Clock {
    /// True when the page shows today with everything known: only then may anything be changed.
    pub fn is_present(&self) -> bool {
        self.berlaku.is_none_or(|d| d == self.today) && self.diketahui.is_none_or(|d| d >= self.today)
    }

    pub fn effective(&self) -> Tanggal {
        self.berlaku.unwrap_or(self.today)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tema {
    Terang,
    Gelap,
}

impl Tema {
    /// Reads the cookie; anything else means: follow the system.
    pub fn from_cookie(value: &str) -> Option<Self> {
        match value {
            "terang" => Some(Self::Terang),
            "gelap" => Some(Self::Gelap),
            _ => None,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Terang => "terang",
            Self::Gelap => "gelap",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merek {
    #[default]
    Inagov,
    Bkn,
    Panrb,
}

impl Merek {
    fn word(self) -> &'static str {
        match self {
            Self::Inagov => "inagov",
            Self::Bkn => "bkn",
            Self::Panrb => "panrb",
        }
    }
}

/// Everything around the body of a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Same words as the `h1`, without ` · Sinergi`.
    pub title: String,
    /// A refused form: the title then starts with `Kesalahan:`.
    pub refused: bool,
    pub crumbs: Vec<Crumb>,
    pub nav: Vec<NavGroup>,
    pub instansi: Instansi,
    pub user: User,
    /// Messages; `None` for whoever gets none.
    pub pesan: Option<Lonceng>,
    /// `None` on pages that are not about a moment (settings, imports).
    pub clock: Option<Clock>,
    /// What the last action did; shown once above the body.
    pub flash: Option<Kabar>,
    /// Token for the theme and sign-out forms.
    pub csrf: String,
    pub theme: Option<Tema>,
    pub merek: Merek,
    /// Path and query of this page: where the theme form comes back to.
    pub path: String,
    /// The guide to this page: the `?` beside the search.
    pub guide_href: Option<String>,
    /// Says in the menu's foot that the people are invented.
    pub sample_data: bool,
    /// Whether the reader may search at all.
    pub searches: bool,
    /// Reload after so many seconds when there is no script (a job under way).
    pub refresh_seconds: Option<u32>,
    /// Files this page has beside those of every page.
    pub tambahan: &'static [assets::Tambahan],
}

/// The whole document. `body` holds exactly one `h1`.
pub fn page(frame: &Frame, body: Markup) -> Markup {
    let past = frame.clock.as_ref().filter(|c| !c.is_present());
    let inside = html! {
        a class="lompat" href="#isi" { "Langsung ke isi" }
        div class="tenun" aria-hidden="true" {}
        div class="app" {
            (chrome::sidebar(frame))
            (chrome::topbar(frame))
            main class=(if past.is_some() { "isi lampau" } else { "isi" }) id="isi" tabindex="-1" {
                @if let Some(clock) = past { (chrome::past_bar(clock)) }
                @if let Some(flash) = &frame.flash { div class="kilat" { (flash) } }
                (body)
                (chrome::print_foot(frame))
            }
        }
        (chrome::bottom_bar(frame))
        (crate::component::pintasan::pintasan(&frame.nav))
    };
    let title = if frame.refused { format!("Kesalahan: {}", frame.title) } else { frame.title.clone() };
    document(&title, frame.theme, frame.merek, frame.refresh_seconds, frame.tambahan, inside)
}

/// Sign-in and problem pages for people without a session: brand, one card, nothing else.
/// `instansi` stands beside the brand.
pub fn bare(title: &str, instansi: &str, theme: Option<Tema>, merek: Merek, body: Markup) -> Markup {
    bare_with(title, instansi, theme, merek, &[], body)
}

/// The same with files of its own.
pub fn bare_with(
    title: &str,
    instansi: &str,
    theme: Option<Tema>,
    merek: Merek,
    tambahan: &[assets::Tambahan],
    body: Markup,
) -> Markup {
    let inside = html! {
        a class="lompat" href="#isi" { "Langsung ke isi" }
        div class="tenun" aria-hidden="true" {}
        div class="polos-layar" {
            header { (chrome::brand()) }
            main id="isi" tabindex="-1" { (body) }
            footer { (instansi) }
        }
    };
    document(title, theme, merek, None, tambahan, inside)
}

/// A page for a projector: no menu, one thing said large. `refresh` is asked again without script.
pub fn layar(title: &str, refresh: Option<u32>, tambahan: &[assets::Tambahan], body: Markup) -> Markup {
    let inside = html! {
        a class="lompat" href="#isi" { "Langsung ke isi" }
        main class="layar" id="isi" tabindex="-1" { (body) }
    };
    document(title, None, Merek::Inagov, refresh, tambahan, inside)
}

fn document(
    title: &str,
    theme: Option<Tema>,
    merek: Merek,
    refresh: Option<u32>,
    tambahan: &[assets::Tambahan],
    inside: Markup,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" data-merek=(merek.word()) data-tema=[theme.map(Tema::word)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content="#083575";
                title { (title) " · Sinergi" }
                link rel="icon" type="image/svg+xml" href=(assets::icon_href());
                link rel="stylesheet" href=(assets::style_href());
                @for more in tambahan.iter().filter(|t| t.is_style()) { link rel="stylesheet" href=(more.href()); }
                // Scripts are files of our own, deferred; pages work without them.
                (script(assets::script_href()))
                @for more in tambahan.iter().filter(|t| !t.is_style()) { (script(more.href())) }
                @if let Some(seconds) = refresh { noscript { meta http-equiv="refresh" content=(seconds); } }
            }
            body { (inside) }
        }
    }
}

fn script(href: &str) -> PreEscaped<String> {
    PreEscaped(format!("<script src=\"{href}\" defer></script>"))
}
