//! What home and search decide: the greeting, what falls due, what is vacant, who is meant.

use kernel::check::Status;
use kernel::search::fold_text;
use kernel::{Date, Register, Stamp};
use std::collections::{BTreeMap, HashMap};

/// Days ahead that home looks.
pub const DAYS: i32 = 120;

/// By the hour in western Indonesia.
pub fn greeting(now: Stamp) -> &'static str {
    let hours = now.0.div_euclid(3_600_000_000) + 7;
    match hours.rem_euclid(24) {
        4..11 => "Selamat pagi",
        11..15 => "Selamat siang",
        15..18 => "Selamat sore",
        _ => "Selamat malam",
    }
}

/// How many who work are of each status, every one of them in exactly one part. The words are those of the
/// filter of Data Pegawai.
pub fn parts(register: &Register, sees: impl Fn(usize) -> bool) -> [Part; 5] {
    let mut parts = [
        Part { word: "pns", label: "PNS", people: 0 },
        Part { word: "cpns", label: "CPNS", people: 0 },
        Part { word: "pppk", label: "PPPK, juga paruh waktu", people: 0 },
        Part { word: "non_asn", label: "Non-ASN", people: 0 },
        Part { word: "belum", label: "Belum diketahui", people: 0 },
    ];
    for i in (0..register.len()).filter(|&i| register.active[i] && sees(i)) {
        let at = match register.status[i] {
            Status::Pns => 0,
            Status::Cpns => 1,
            Status::Pppk => 2,
            Status::NonAsn => 3,
            Status::Unknown => 4,
        };
        parts[at].people += 1;
    }
    parts
}

/// People of one status.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// Its word in the address of the list.
    pub word: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// How many.
    pub people: u64,
}

/// People for whom the same falls due on the same day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// The end of a contract, else a pension.
    pub contract: bool,
    /// How many.
    pub people: u64,
}

/// What falls due for those who work within [`DAYS`], the nearest first; days missed up to as long
/// ago come before.
pub fn due(register: &Register, sees: impl Fn(usize) -> bool, today: Date) -> Vec<Due> {
    let mut days: BTreeMap<(Date, bool), u64> = BTreeMap::new();
    for i in (0..register.len()).filter(|&i| register.active[i] && sees(i)) {
        if let Some((day, contract)) = register.limit[i]
            && day >= today.add_days(-DAYS)
            && day <= today.add_days(DAYS)
        {
            *days.entry((day, contract)).or_default() += 1;
        }
    }
    days.into_iter().map(|((day, contract), people)| Due { day, contract, people }).collect()
}

/// Posts as counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Posts {
    /// People needed.
    pub needed: u64,
    /// Of those, places nobody holds.
    pub vacant: u64,
}

/// What a post of the map needs: instansi and post as numbered in the register (a post nobody holds
/// has no number), people needed.
pub type Need = (Option<u32>, Option<u32>, i64);

/// Needs of posts against those who hold them.
pub fn vacant(register: &Register, needs: impl Iterator<Item = Need>) -> Posts {
    let mut holders: HashMap<(u32, u32), u64> = HashMap::new();
    for i in (0..register.len()).filter(|&i| register.active[i] && register.pos[i] != 0) {
        *holders.entry((register.instansi[i], register.pos[i])).or_default() += 1;
    }
    let mut posts = Posts::default();
    for (instansi, post, needed) in needs {
        let needed = u64::try_from(needed).unwrap_or(0);
        let held = instansi.zip(post).and_then(|key| holders.get(&key).copied()).unwrap_or(0);
        posts.needed += needed;
        posts.vacant += needed.saturating_sub(held);
    }
    posts
}

/// What was typed into the search.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Typed {
    /// Too little to look for.
    Nothing,
    /// Words of a name.
    Words(Vec<String>),
    /// Digits of a NIP.
    Digits(String),
}

impl Typed {
    /// Two letters of a name or three digits of a NIP are enough.
    pub fn read(q: &str) -> Typed {
        let plain: String = q.chars().filter(|c| !c.is_whitespace() && !".-'".contains(*c)).collect();
        if plain.bytes().all(|b| b.is_ascii_digit()) {
            return if plain.len() < 3 { Typed::Nothing } else { Typed::Digits(plain) };
        }
        let folded = fold_text(q);
        let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        if folded.len() < 2 { Typed::Nothing } else { Typed::Words(words) }
    }

    /// Whether every word stands in a text that is folded already.
    pub fn in_text(&self, folded: &str) -> bool {
        match self {
            Typed::Words(words) => words.iter().all(|w| folded.contains(w.as_str())),
            Typed::Nothing | Typed::Digits(_) => false,
        }
    }
}

/// People who are meant: the first `shown` of them, and how many there are. Names that begin with what
/// was typed come first, then names in their order.
pub fn people(
    register: &Register,
    typed: &Typed,
    sees: impl Fn(usize) -> bool,
    shown: usize,
) -> (Vec<usize>, u64) {
    let mut found: Vec<(bool, u32, usize)> = Vec::new();
    let mut take = |i: usize, begins: bool| {
        if sees(i) {
            found.push((!begins, register.rank(i), i));
        }
    };
    match typed {
        Typed::Nothing => {}
        Typed::Digits(digits) => {
            for i in (0..register.len()).filter(|&i| register.nip(i).contains(digits.as_str())) {
                take(i, register.nip(i).starts_with(digits.as_str()));
            }
        }
        Typed::Words(words) => {
            let Some(longest) = words.iter().max_by_key(|w| w.len()) else { return (Vec::new(), 0) };
            // One look through all names at once; a word holds no line break, so no hit spans two.
            let mut last = usize::MAX;
            for (place, _) in register.haystack().match_indices(longest.as_str()) {
                let i = register.at(place);
                if i != last && typed.in_text(register.folded(i)) {
                    take(i, words.first().is_some_and(|w| register.folded(i).starts_with(w.as_str())));
                }
                last = i;
            }
        }
    }
    let total = found.len() as u64;
    if found.len() > shown {
        found.select_nth_unstable(shown);
        found.truncate(shown);
    }
    found.sort_unstable();
    (found.into_iter().map(|f| f.2).collect(), total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_follow_the_clock_in_jakarta() {
        let at =
            |hour: i64, minute: i64| Stamp(1_795_312_800_000_000 + ((hour - 9) * 60 + minute) * 60_000_000);
        for (hour, minute, words) in [
            (4, 0, "Selamat pagi"),
            (9, 0, "Selamat pagi"),
            (10, 59, "Selamat pagi"),
            (11, 0, "Selamat siang"),
            (15, 0, "Selamat sore"),
            (18, 0, "Selamat malam"),
            (3, 59, "Selamat malam"),
        ] {
            assert_eq!(greeting(at(hour, minute)), words, "{hour}.{minute}");
        }
    }

    #[test]
    fn what_is_typed() {
        assert_eq!(Typed::read(" "), Typed::Nothing);
        assert_eq!(Typed::read("a"), Typed::Nothing);
        assert_eq!(Typed::read("19"), Typed::Nothing);
        assert_eq!(Typed::read("1984 0312"), Typed::Digits("19840312".into()));
        assert_eq!(Typed::read("Siti Nur'aini"), Typed::Words(vec!["siti".into(), "nuraini".into()]));
        assert!(
            Typed::read("dinas sehat").in_text("dinas kesehatan") && !Typed::read("12345").in_text("12345")
        );
    }
}
