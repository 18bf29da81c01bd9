//! Tables: a caption always, sort by links in the head, cards on a phone without a second markup.

use crate::Sample;
use maud::{Markup, html};

/// Where a cell goes when the row becomes a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phone {
    /// One line with the column's name before the value.
    #[default]
    Labelled,
    /// The whole width, without a name: the person, the title.
    Full,
    Left,
    Right,
    Hidden,
}

#[derive(Clone, Debug, Default)]
pub struct Kolom {
    pub label: String,
    /// Address that sorts by this column (or turns its direction); `None` cannot be sorted.
    pub sort_href: Option<String>,
    /// `Some(true)` when this column orders the list ascending, `Some(false)` descending.
    pub ascending: Option<bool>,
    pub numeric: bool,
    /// The head is for screen readers only: a column of links that say nothing new.
    pub silent: bool,
    pub phone: Phone,
    /// Further classes on each cell: `utas` keeps one line, `sempit` cuts long text with an ellipsis; `kata`
    /// (a name), `kalimat` (a sentence) and `nilai` (a cell as it came) keep a least width, so that no word
    /// is broken where the table can scroll instead.
    pub class: &'static str,
}

impl Kolom {
    pub fn new(label: &str) -> Self {
        Self { label: label.to_owned(), ..Self::default() }
    }

    pub fn phone(mut self, place: Phone) -> Self {
        self.phone = place;
        self
    }

    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    pub fn silent(mut self) -> Self {
        self.silent = true;
        self
    }

    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// `href` may be `None` for lists that cannot be sorted by this column.
    pub fn sort(mut self, href: Option<String>, ascending: Option<bool>) -> Self {
        self.sort_href = href;
        self.ascending = ascending;
        self
    }

    fn cell_class(&self) -> String {
        let place = match self.phone {
            Phone::Labelled => "",
            Phone::Full => "penuh",
            Phone::Left => "kiri",
            Phone::Right => "kanan",
            Phone::Hidden => "hp-sembunyi",
        };
        [if self.numeric { "n" } else { "" }, place, self.class].into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// One row. `cells` are as many as the columns.
#[derive(Clone, Debug, Default)]
pub struct Baris {
    pub cells: Vec<Markup>,
    /// Name, value and spoken label of the row's checkbox; `None` has none.
    pub pick: Option<(String, String, String)>,
    /// A superseded row: greyed; the caller strikes the words with `<del>`.
    pub struck: bool,
}

impl Baris {
    pub fn new(cells: Vec<Markup>) -> Self {
        Self { cells, ..Self::default() }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Tabel {
    /// One sentence: what the rows are and how they are ordered.
    pub caption: String,
    /// Captions are for screen readers unless nothing else names the table.
    pub caption_shown: bool,
    pub columns: Vec<Kolom>,
    pub rows: Vec<Baris>,
    /// 36 px rows for one-line cells.
    pub compact: bool,
    /// A checkbox column stands first.
    pub pickable: bool,
}

impl maud::Render for Tabel {
    fn render(&self) -> Markup {
        let classes: Vec<String> = self.columns.iter().map(Kolom::cell_class).collect();
        let mut class = "tabel jadi-kartu".to_owned();
        for (is, word) in [(self.compact, " padat"), (self.pickable, " bisa-pilih")] {
            class.push_str(if is { word } else { "" });
        }
        html! {
            div class="gulir" role="region" tabindex="0" aria-label=(self.caption) {
                table class=(class) {
                    caption class=[(!self.caption_shown).then_some("sr")] { (self.caption) }
                    thead { tr {
                        @if self.pickable { th class="pilih" scope="col" {
                            span class="sr" { "Pilih" }
                            input type="checkbox" data-semua aria-label="Pilih semua baris di halaman ini" autocomplete="off";
                        } }
                        @for c in &self.columns { (head(c)) }
                    } }
                    tbody {
                        @for row in &self.rows { tr class=[row.struck.then_some("dicoret")] {
                            @if self.pickable { td class="pilih" {
                                @if let Some((name, value, label)) = &row.pick { input type="checkbox" name=(name) value=(value) aria-label=(label); }
                            } }
                            @for ((cell, column), class) in row.cells.iter().zip(&self.columns).zip(&classes) {
                                td class=[(!class.is_empty()).then_some(class)] data-l=[(column.phone == Phone::Labelled).then_some(&column.label)] { (cell) }
                            }
                        } }
                    }
                }
            }
        }
    }
}

fn head(column: &Kolom) -> Markup {
    let sort = column.ascending.map(|up| if up { "ascending" } else { "descending" });
    let class = column.numeric.then_some("n");
    html! {
        th class=[class] scope="col" aria-sort=[sort] {
            @if let Some(href) = &column.sort_href {
                a href=(href) { (column.label) @match column.ascending {
                    Some(true) => span aria-hidden="true" { "↑" },
                    Some(false) => span aria-hidden="true" { "↓" },
                    None => {},
                } }
            } @else if column.silent { span class="sr" { (column.label) } } @else { (column.label) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let row = |unit: &str, filled: &str, pick: bool| Baris {
        cells: vec![html! { (unit) }, html! { (filled) }, html! { "2 lowong" }],
        pick: pick.then(|| ("unit".to_owned(), unit.to_owned(), format!("Pilih {unit}"))),
        struck: !pick,
    };
    vec![Sample::new(
        "urut dan pilih",
        maud::Render::render(&Tabel {
            caption: "Unit kerja, diurutkan menurut nama".into(),
            columns: vec![
                Kolom::new("Unit").phone(Phone::Full).sort(Some("#urut-unit".into()), Some(true)),
                Kolom::new("Terisi").numeric().sort(Some("#urut-terisi".into()), None),
                Kolom::new("Lowongan"),
            ],
            rows: vec![row("Dinas Kesehatan", "412", true), row("Dinas Pendidikan", "1.208", true), row("Dinas Kesehatan (lama)", "380", false)],
            pickable: true,
            compact: true,
            caption_shown: false,
        }),
    )]
}
