//! Facts and choices that fit a question.

use super::cocok;
use law::Vocabulary;
use law::value::Type;
use law::vocabulary::{Asal, Fakta, Jenis};

/// Rows of one page.
pub const ROWS: usize = 100;
/// Choices of one list.
const CHOICES: usize = 200;

/// A fact.
#[derive(Clone, Debug)]
pub struct BarisFakta {
    /// Its name in norms.
    pub nama: String,
    /// What people read.
    pub label: String,
    /// `tanggal`, or the name of a list of choices.
    pub tipe: String,
    /// Its type is a list of choices.
    pub pilihan: bool,
    /// What it means.
    pub arti: String,
    /// Closed to whoever may not see discipline.
    pub tertutup: bool,
    /// Speaks of a year.
    pub tahunan: bool,
}

/// A list of choices.
#[derive(Clone, Debug)]
pub struct BarisPilihan {
    /// Its name.
    pub nama: String,
    /// Whether their order means something.
    pub berurut: bool,
    /// Code and label.
    pub nilai: Vec<(String, String)>,
    /// How many there are.
    pub total: usize,
}

/// Everything that fits.
#[derive(Clone, Debug, Default)]
pub struct Kosakata {
    /// Folded from the register.
    pub riwayat: Vec<BarisFakta>,
    /// Given with the question.
    pub masukan: Vec<BarisFakta>,
    /// Lists of choices.
    pub pilihan: Vec<BarisPilihan>,
}

/// Facts and choices that fit a question, all of them for an empty one.
pub fn kosakata(words: &Vocabulary, cari: &str) -> Kosakata {
    let facts = |asal: Asal| {
        let of = words.fakta_list().iter().filter(move |f| f.asal == asal);
        of.filter(|f| cocok(cari, [&*f.nama, &*f.label, &*f.arti])).map(|f| fakta(words, f)).collect()
    };
    let lists = words.jenis_list().iter().map(jenis);
    let fits = |p: &BarisPilihan| {
        let texts = p.nilai.iter().flat_map(|(code, label)| [code.as_str(), label.as_str()]);
        cocok(cari, std::iter::once(p.nama.as_str()).chain(texts))
    };
    Kosakata {
        riwayat: facts(Asal::Riwayat),
        masukan: facts(Asal::Masukan),
        pilihan: lists.filter(fits).collect(),
    }
}

fn fakta(words: &Vocabulary, f: &Fakta) -> BarisFakta {
    BarisFakta {
        nama: f.nama.to_string(),
        label: f.label.to_string(),
        tipe: words.type_word(f.tipe).to_owned(),
        pilihan: matches!(f.tipe, Type::Pilihan(_)),
        arti: f.arti.to_string(),
        tertutup: f.tertutup,
        tahunan: f.tahunan,
    }
}

fn jenis(j: &Jenis) -> BarisPilihan {
    let places = (0..j.len()).filter_map(|i| u16::try_from(i).ok()).take(CHOICES);
    BarisPilihan {
        nama: j.nama.to_string(),
        berurut: j.berurut,
        nilai: places.map(|i| (j.nilai(i).to_owned(), j.label(i).to_owned())).collect(),
        total: j.len(),
    }
}
