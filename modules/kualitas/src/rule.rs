//! What the pages decide: which kinds stand in which order, who has one of them, where a page begins.

use kernel::check::ikd::Ikd;
use kernel::search::fold_text;
use kernel::{Code, PegawaiId, Register, Severity};

/// Rows a page.
pub const ROWS: usize = 30;

/// Words of the address for how grave a kind is.
pub const WEIGHTS: [(Severity, &str, &str); 3] = [
    (Severity::Berat, "berat", "Berat"),
    (Severity::Ragu, "meragukan", "Meragukan"),
    (Severity::Catatan, "catatan", "Catatan"),
];

/// What the address asks for. What cannot be read counts as not said.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Ask {
    /// Id of a perangkat daerah; empty for all.
    pub opd: String,
    /// How grave.
    pub weight: Option<Severity>,
    /// Words of a kind, or name or NIP of a person.
    pub q: String,
    /// One kind only.
    pub code: Option<Code>,
    /// The page begins after this person.
    pub after: Option<PegawaiId>,
}

impl Ask {
    /// From the pairs of an address.
    pub fn read(pairs: &[(String, String)]) -> Ask {
        let text = |name: &str| pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.trim());
        Ask {
            opd: text("opd").to_owned(),
            weight: WEIGHTS.iter().find(|w| w.1 == text("bobot")).map(|w| w.0),
            q: text("q").chars().take(120).collect(),
            code: Code::from_text(text("kode")),
            after: PegawaiId::parse(text("sesudah")),
        }
    }

    /// The word of the weight in the address.
    pub fn weight_word(&self) -> &'static str {
        WEIGHTS.iter().find(|w| Some(w.0) == self.weight).map_or("", |w| w.1)
    }
}

/// A kind of finding with its number of rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The kind.
    pub code: Code,
    /// Rows with it.
    pub count: u32,
    /// Rows it looks at.
    pub looked_at: u32,
    /// What repairing all of them adds to the estimate, in hundredths; `None` outside the index.
    pub gain: Option<u32>,
}

/// The kinds of a page: what lifts the estimate most first, then the gravest, then the most frequent.
pub fn kinds(counted: &[(Code, u32, u32)], ikd: &Ikd<'_>, ask: &Ask) -> Vec<Found> {
    let inside =
        |code: Code| ikd.dimensions.iter().flat_map(|d| &d.indicators).any(|i| i.source == Some(code));
    let asked =
        |code: &Code| ask.weight.is_none_or(|w| code.info().severity == w) && speaks_of(*code, &ask.q);
    let mut kinds: Vec<Found> = counted
        .iter()
        .filter(|kind| kind.1 > 0 && asked(&kind.0))
        .map(|&(code, count, looked_at)| {
            let gain = inside(code).then(|| ikd.if_fixed(code).saturating_sub(ikd.score));
            Found { code, count, looked_at, gain }
        })
        .collect();
    kinds.sort_by_key(|k| {
        let weight = (k.gain.unwrap_or(0), k.code.info().severity, k.count);
        (std::cmp::Reverse(weight), k.code)
    });
    kinds
}

/// Whether every word typed stands in a kind's code, name or sentence.
fn speaks_of(code: Code, q: &str) -> bool {
    let info = code.info();
    let text = fold_text(&format!("{} {} {}", info.text, info.label, info.penjelasan));
    fold_text(q).split(' ').all(|word| text.contains(word))
}

/// People with a kind, by name: those who work, whom the reader may see, and whom the search means.
pub fn people(register: &Register, code: Code, q: &str, sees: impl Fn(usize) -> bool) -> Vec<u32> {
    let meant = Meant::of(q);
    let has = |i: usize| register.active[i] && register.codes[i].contains(code);
    let all = register.by_name().iter().copied();
    all.filter(|&i| has(i as usize) && sees(i as usize) && meant.is(register, i as usize)).collect()
}

/// What was typed into the search of people.
enum Meant {
    Words(Vec<String>),
    Digits(String),
}

impl Meant {
    fn of(q: &str) -> Meant {
        let plain: String = q.chars().filter(|c| !c.is_whitespace() && !".-'".contains(*c)).collect();
        if plain.len() >= 3 && plain.bytes().all(|b| b.is_ascii_digit()) {
            return Meant::Digits(plain);
        }
        let words = fold_text(q);
        Meant::Words(words.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect())
    }

    fn is(&self, register: &Register, i: usize) -> bool {
        match self {
            Meant::Words(words) => words.iter().all(|w| register.folded(i).contains(w.as_str())),
            Meant::Digits(digits) => register.nip(i).contains(digits.as_str()),
        }
    }
}

/// A page of a list, and where its neighbours begin.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Window {
    /// People shown.
    pub rows: Vec<u32>,
    /// People before them.
    pub before: usize,
    /// The page before begins after this person; the inner `None` is the first page.
    pub previous: Option<Option<PegawaiId>>,
    /// The next page begins after this person.
    pub next: Option<PegawaiId>,
}

/// The page of `list` (by name) after a person, who need not be in it any more.
pub fn window(register: &Register, list: &[u32], after: Option<PegawaiId>) -> Window {
    window_of(register, list, after, ROWS)
}

/// The same with so many rows.
pub fn window_of(register: &Register, list: &[u32], after: Option<PegawaiId>, rows: usize) -> Window {
    let after = after.and_then(|id| register.find(id)).map(|i| register.rank(i));
    let before = after.map_or(0, |rank| list.partition_point(|&i| register.rank(i as usize) <= rank));
    let end = list.len().min(before + rows);
    let id = |at: usize| list.get(at).map(|&i| register.id[i as usize]);
    Window {
        rows: list[before..end].to_vec(),
        before,
        previous: (before > 0).then(|| before.checked_sub(rows + 1).and_then(id)),
        next: (end < list.len()).then(|| end.checked_sub(1).and_then(id)).flatten(),
    }
}

/// A label inside a sentence: `nomor HP kosong`, but `NIK kosong`.
pub fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest: String = label.chars().skip(1).collect();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::check::ikd::{Counts, estimate};

    #[test]
    fn what_lifts_the_index_most_stands_first() {
        let tables = kernel::Tables::bundled().expect("tables");
        let mut counts = Counts::default();
        for (code, n) in [(Code::UnorTidakAktif, 10), (Code::HpKosong, 500), (Code::NikGanda, 2)] {
            counts.0[code as usize] = n;
        }
        let ikd = estimate(&counts, 1_000, &tables, kernel::Codes::NONE);
        let counted = [
            (Code::HpKosong, 500, 1_000),
            (Code::NikGanda, 2, 1_000),
            (Code::UnorTidakAktif, 10, 1_000),
            (Code::NipLahir, 0, 1_000),
        ];
        let names =
            |ask: &Ask| -> Vec<&str> { kinds(&counted, &ikd, ask).iter().map(|k| k.code.text()).collect() };
        assert_eq!(names(&Ask::default()), ["DATA-14", "DATA-17", "DATA-41"]);
        let grave = Ask { weight: Some(Severity::Berat), ..Ask::default() };
        assert_eq!(names(&grave), ["DATA-17", "DATA-41"]);
        let typed = Ask { q: "nomor hp".into(), ..Ask::default() };
        assert_eq!(names(&typed), ["DATA-14"]);
        assert_eq!(kinds(&counted, &ikd, &typed)[0].count, 500);
        assert_eq!(kinds(&counted, &ikd, &Ask::default())[2].gain, None);
    }

    #[test]
    fn addresses_that_say_nothing_readable() {
        let pair = |k: &str, v: &str| (k.to_owned(), v.to_owned());
        let ask = Ask::read(&[pair("bobot", "ngawur"), pair("sesudah", "x"), pair("kode", "DATA-99")]);
        assert_eq!(ask, Ask::default());
        let ask = Ask::read(&[pair("bobot", "berat"), pair("opd", " dinkes "), pair("kode", "DATA-02")]);
        assert_eq!(
            (ask.opd.as_str(), ask.weight_word(), ask.code),
            ("dinkes", "berat", Some(Code::NipLahir))
        );
    }

    #[test]
    fn labels_inside_a_sentence() {
        for (label, inside) in
            [("Nomor HP kosong", "nomor HP kosong"), ("NIK kosong", "NIK kosong"), ("", "")]
        {
            assert_eq!(in_sentence(label), inside);
        }
    }
}
