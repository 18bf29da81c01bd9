//! What if: the same people under the law as it is and under a draft laid over it. Answers only; nothing
//! is kept and nothing is written.

use crate::kolom::{Kolom, Muat};
use crate::pack::{Ask, Pack};
use crate::plan::Bentuk;
use crate::saring::{Saringan, TANPA, Tapis};
use crate::terbuka::Terbuka;
use crate::value::{Type, Value};
use crate::verdict::Kode;
use crate::vocabulary::{FaktaId, JenisId, Vocabulary};
use kernel::Date;
use rayon::prelude::*;

/// One person whose answer changes: the verdict, or the value under the same verdict.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beda {
    /// Row of the person.
    pub orang: u32,
    /// The answer now.
    pub dari: Kode,
    /// The answer under the draft.
    pub jadi: Kode,
    /// What decides now; as `Saringan::penentu`.
    pub penentu_dari: u8,
    /// What decides under the draft.
    pub penentu_jadi: u8,
}

/// What a draft does to the answers of one norm.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Andaian {
    /// The norm.
    pub kunci: Box<str>,
    /// Keys of its parts now, as `penentu_dari` numbers them; empty when it does not hold.
    pub bagian_dari: Vec<Box<str>>,
    /// Keys of its parts under the draft, as `penentu_jadi` numbers them.
    pub bagian_jadi: Vec<Box<str>>,
    /// People whose answer changes, in order of rows; those whose value alone does among them.
    pub berubah: Vec<Beda>,
    /// How many people go from each answer (first) to each (second), unchanged ones included.
    pub hitung: [[u32; 6]; 6],
}

/// A question to both packs.
#[derive(Clone, Copy, Debug)]
pub struct Tanya<'a> {
    /// The day asked about, and the law date.
    pub hari: Date,
    /// Region code of the instansi.
    pub wilayah: Option<&'a str>,
    /// Parts that rest on facts told to few are left out, as lists leave them out.
    pub terbuka: bool,
}

/// Files of a draft laid over those of a pack: a file of the same path takes the place of the old one.
pub fn tumpang(base: &[(String, String)], draft: &[(String, String)]) -> Vec<(String, String)> {
    let replaced = |path: &str| draft.iter().any(|d| d.0 == path);
    let kept = base.iter().filter(|(path, _)| !replaced(path));
    kept.chain(draft).cloned().collect()
}

/// Asks these norms of these people under both packs.
///
/// # Errors
/// When the draft calls facts or choices otherwise than the pack the people were read with.
pub fn andaikan(
    base: &Pack,
    draft: &Pack,
    kunci: &[&str],
    kolom: &Kolom,
    tanya: Tanya<'_>,
) -> Result<Vec<Andaian>, String> {
    same_words(&base.words, &draft.words, kolom)?;
    Ok(kunci.iter().map(|k| one(base, draft, k, kolom, tanya)).collect())
}

fn one(base: &Pack, draft: &Pack, kunci: &str, kolom: &Kolom, tanya: Tanya<'_>) -> Andaian {
    let (before, bagian_dari, nilai_dari) = asked(base, kunci, kolom, tanya);
    let (after, bagian_jadi, nilai_jadi) = asked(draft, kunci, kolom, tanya);
    let other_value = |row: usize| match (&nilai_dari, &nilai_jadi) {
        (Some(before), Some(after)) => before[row] != after[row],
        _ => false,
    };
    let mut made = Andaian { kunci: kunci.into(), bagian_dari, bagian_jadi, ..Andaian::default() };
    const CHUNK: usize = 1 << 16;
    let parts: Vec<(Vec<Beda>, [u32; 36])> = (0..kolom.len().div_ceil(CHUNK))
        .into_par_iter()
        .map(|i| compared(&before, &after, &other_value, i * CHUNK..kolom.len().min((i + 1) * CHUNK)))
        .collect();
    for (changed, counts) in parts {
        made.berubah.extend(changed);
        for (n, count) in counts.into_iter().enumerate() {
            made.hitung[n / 6][n % 6] += count;
        }
    }
    made
}

fn compared(
    before: &Saringan,
    after: &Saringan,
    other_value: &impl Fn(usize) -> bool,
    rows: std::ops::Range<usize>,
) -> (Vec<Beda>, [u32; 36]) {
    let mut changed = Vec::new();
    let mut counts = [0u32; 64];
    let (a, b) = (&before.kode[rows.clone()], &after.kode[rows.clone()]);
    for ((row, &from), &to) in rows.zip(a).zip(b) {
        counts[usize::from((from & 7) << 3 | (to & 7))] += 1;
        if from != to || other_value(row) {
            changed.push(Beda {
                orang: row as u32,
                dari: Kode::from_byte(from),
                jadi: Kode::from_byte(to),
                penentu_dari: before.penentu[row],
                penentu_jadi: after.penentu[row],
            });
        }
    }
    (changed, std::array::from_fn(|n| counts[(n / 6) << 3 | (n % 6)]))
}

/// Answers, keys of parts, and values of a norm that gives values.
type Ditanya = (Saringan, Vec<Box<str>>, Option<Vec<Option<Value>>>);

/// What a norm says of everybody; one that does not hold concerns nobody.
fn asked(pack: &Pack, kunci: &str, kolom: &Kolom, tanya: Tanya<'_>) -> Ditanya {
    let ask = Ask { wilayah: tanya.wilayah, ..Ask::on(kunci, tanya.hari) };
    let Some(plan) = pack.plan(&ask) else {
        let n = kolom.len();
        let nobody = Saringan { kode: vec![Kode::TidakBerlaku as u8; n], penentu: vec![TANPA; n] };
        return (nobody, Vec::new(), None);
    };
    let book = pack.book(None, tanya.wilayah);
    let open = tanya.terbuka.then(|| Terbuka::of(&plan, &pack.words));
    let plan = open.as_ref().map_or(&*plan, |open| &open.plan);
    let keys = plan.langkah.iter().map(|s| s.kunci.clone()).collect();
    let tapis = Tapis::susun(plan, &book, &pack.words, tanya.hari, tanya.hari);
    let answers = tapis.jalan(kolom);
    let nilai = (plan.bentuk != Bentuk::Syarat).then(|| tapis.nilai_dari(kolom, &answers.kode));
    (answers, keys, nilai)
}

/// Columns go by number: what the people were read with must be the beginning of what the draft says.
fn same_words(base: &Vocabulary, draft: &Vocabulary, kolom: &Kolom) -> Result<(), String> {
    let other = Kolom::new(draft, 0);
    for (at, old) in base.fakta_list().iter().enumerate() {
        let new = draft.fakta_list().get(at);
        let id = FaktaId(at as u16);
        let same_type = new.is_some_and(|new| match (old.tipe, new.tipe) {
            (Type::Pilihan(a), Type::Pilihan(b)) => begins(base, a, draft, b),
            (a, b) => a == b,
        });
        if !same_type || new.is_none_or(|new| new.nama != old.nama) || !alike(other.muat(id), kolom.muat(id))
        {
            return Err(format!(
                "rancangan mengubah kosakata pada fakta {}; fakta dan pilihan baru hanya boleh ditambahkan di akhir.",
                old.nama
            ));
        }
    }
    Ok(())
}

fn alike(a: Muat, b: Muat) -> bool {
    matches!((a, b), (Muat::U8(_), Muat::U8(_))) || a == b
}

fn begins(base: &Vocabulary, a: JenisId, draft: &Vocabulary, b: JenisId) -> bool {
    let (old, new) = (base.jenis(a), draft.jenis(b));
    a == b && (0..old.len() as u16).all(|i| old.nilai(i) == new.nilai(i))
}
