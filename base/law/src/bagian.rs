//! A norm part by part, asked about many people at once: who meets which part. What decides an answer is then known
//! without asking one by one, and what an official decides about one part changes that part alone.

use crate::book::Book;
use crate::kolom::Kolom;
use crate::plan::{Plan, Step};
use crate::saring::{Telusur, saring};
use crate::terbuka;
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;

/// Key of whom the norm concerns, as a part of it.
pub const SUBJEK: &str = "subjek";

/// One part, and how it stands for everybody asked about.
#[derive(Clone, Debug)]
pub struct Bagian {
    /// Its key; empty for a norm that cannot be taken apart.
    pub kunci: Box<str>,
    /// What the law says, and where.
    pub bunyi: String,
    /// Its failing needs an official: the text is not certain, or it only warns.
    pub lunak: bool,
    /// The facts it looks at.
    pub fakta: Vec<FaktaId>,
    /// It rests on facts told to few.
    pub tertutup: bool,
    /// Numbers of [`crate::Kode`], in the order of the columns.
    pub kode: Vec<u8>,
}

/// Asks every part of a norm.
pub fn bagian(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> Vec<Bagian> {
    let ask = |plan: &Plan| saring(plan, book, words, kolom, hari, hukum).kode;
    if !terbuka::of_parts(plan) {
        let tertutup = plan.fakta.iter().any(|f| words.fakta(*f).tertutup);
        let (kunci, bunyi) = (Box::default(), with_basis(&plan.judul, &plan.dasar.text()));
        let fakta = plan.fakta.to_vec();
        return vec![Bagian { kunci, bunyi, lunak: false, fakta, tertutup, kode: ask(plan) }];
    }
    let subject = plan.subjek.as_ref().map(|(cond, bunyi)| {
        let alone = Plan { langkah: Vec::new(), ..plan.clone() };
        let found = Telusur::cond(cond);
        Bagian {
            kunci: SUBJEK.into(),
            bunyi: with_basis(&format!("hanya untuk {bunyi}"), &plan.dasar.text()),
            lunak: false,
            tertutup: terbuka::closed(&found, words),
            fakta: found.fakta.into_iter().collect(),
            kode: ask(&alone),
        }
    });
    let part = |step: &Step| {
        let alone = Plan { subjek: None, langkah: vec![step.clone()], ..plan.clone() };
        let found = Telusur::step(step);
        Bagian {
            kunci: step.kunci.clone(),
            bunyi: with_basis(&step.words(words), &step.dasar.text()),
            lunak: step.lunak,
            tertutup: terbuka::closed(&found, words),
            fakta: found.fakta.into_iter().collect(),
            kode: ask(&alone),
        }
    };
    subject.into_iter().chain(plan.langkah.iter().map(part)).collect()
}

fn with_basis(bunyi: &str, dasar: &str) -> String {
    if dasar.is_empty() { bunyi.to_owned() } else { format!("{bunyi} ({dasar})") }
}
