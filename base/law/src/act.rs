//! An act as it stands in its folder: what it is, what it does to other acts, and what it orders.
//! Nothing is looked up here; see `book` for what holds on a day.

use crate::reader::{At, Said};
use crate::table::TableDef;
use kernel::Date;
use kernel::tables::Kepastian;
use std::collections::BTreeMap;

/// Half-open days: `mulai` belongs to it, `sampai` does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First day.
    pub mulai: Date,
    /// First day after; `None` without end.
    pub sampai: Option<Date>,
}

impl Span {
    /// Whether a day belongs to it.
    pub fn holds(self, day: Date) -> bool {
        self.mulai <= day && self.sampai.is_none_or(|end| day < end)
    }

    /// The days of both; `None` when there is none.
    pub fn cut(self, other: Span) -> Option<Span> {
        let sampai = match (self.sampai, other.sampai) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let mulai = self.mulai.max(other.mulai);
        sampai.is_none_or(|end| mulai < end).then_some(Span { mulai, sampai })
    }

    /// Until a day at most.
    pub fn until(self, day: Date) -> Option<Span> {
        self.cut(Span { mulai: Date::MIN, sampai: Some(day) })
    }
}

/// A regulation, a ruling or a circular.
#[derive(Clone, Debug)]
pub struct Akta {
    /// Its id: the name of its folder.
    pub id: Box<str>,
    /// `PP`, `UU`, `PUTUSAN-MK`, …
    pub jenis: Box<str>,
    /// `PP 99/2000`
    pub sebutan: Box<str>,
    /// What it is about.
    pub tentang: Box<str>,
    /// When the public could know it.
    pub diundangkan: Date,
    /// When it is in force, unless another act repeals it.
    pub span: Span,
    /// How sure we are of it; what it says inherits it.
    pub kepastian: Kepastian,
    /// Where it was read.
    pub sumber: Box<str>,
    /// What a reader should know.
    pub catatan: Box<str>,
    /// Region code of a regional act.
    pub wilayah: Option<Box<str>>,
    /// Where it stands.
    pub at: At,
    /// Acts it amends, from a day on.
    pub mengubah: Vec<(Box<str>, Date, At)>,
    /// Acts it repeals.
    pub mencabut: Vec<Repeal>,
    /// Content of repealed acts it carries on.
    pub melanjutkan: Vec<Saving>,
    /// Its parameters.
    pub param: Vec<ParamDef>,
    /// Its norms.
    pub norma: Vec<NormDef>,
    /// What it changes in norms of other acts.
    pub ubahan: Vec<Edit>,
    /// Its tables.
    pub tabel: Vec<std::sync::Arc<TableDef>>,
    /// Times without a provision, declared.
    pub celah: Vec<(Box<str>, Span, Box<str>)>,
}

/// One act ends norms of another.
#[derive(Clone, Debug)]
pub struct Repeal {
    /// The act that ends.
    pub akta: Box<str>,
    /// By which article.
    pub dasar: Box<str>,
    /// First day it no longer holds.
    pub mulai: Date,
    /// Patterns of keys; empty for all.
    pub kunci: Vec<Box<str>>,
    /// Where it stands.
    pub at: At,
}

/// One act carries on what is repealed.
#[derive(Clone, Debug)]
pub struct Saving {
    /// The repealed act.
    pub akta: Box<str>,
    /// Patterns of keys; empty for all.
    pub kunci: Vec<Box<str>>,
    /// By which articles.
    pub dasar: Box<str>,
    /// On which condition.
    pub syarat: Box<str>,
    /// From and until when.
    pub span: Span,
    /// Where it stands.
    pub at: At,
}

/// Fields of a norm or of a part of it, by name, as written.
pub type Fields = BTreeMap<&'static str, Said>;

/// A parameter in one version.
#[derive(Clone, Debug)]
pub struct ParamDef {
    /// `kp.masa_min`
    pub kunci: Box<str>,
    /// Its value, as an expression of constants.
    pub nilai: Said,
    /// `tahun`
    pub satuan: Box<str>,
    /// Article.
    pub dasar: Box<str>,
    /// Days.
    pub span: Span,
    /// How sure.
    pub kepastian: Kepastian,
    /// The act whose version ends where this one begins.
    pub menggantikan: Option<Box<str>>,
    /// Which regional acts may fill it: `PROVINSI`, `KABKOTA`, `SEMUA`.
    pub delegasi: Option<Box<str>>,
    /// Where it stands.
    pub at: At,
}

/// A norm in one version.
#[derive(Clone, Debug)]
pub struct NormDef {
    /// `kp.reguler`
    pub kunci: Box<str>,
    /// Its own fields.
    pub fields: Fields,
    /// Its conditions, components or positions.
    pub bagian: Vec<Bagian>,
    /// Days.
    pub span: Span,
    /// How sure.
    pub kepastian: Kepastian,
    /// The act whose version ends where this one begins.
    pub menggantikan: Option<Box<str>>,
    /// Where it stands.
    pub at: At,
}

/// What a part of a norm is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Peran {
    /// A condition.
    Syarat,
    /// A component of a score.
    Unsur,
    /// A position in a dispute.
    Posisi,
}

/// A part of a norm.
#[derive(Clone, Debug)]
pub struct Bagian {
    /// What it is.
    pub peran: Peran,
    /// Its key inside the norm.
    pub kunci: Box<str>,
    /// Its fields.
    pub fields: Fields,
    /// Routes of which one is enough.
    pub jalur: Vec<Bagian>,
    /// Set when an amending act wrote it: that act and its article.
    pub oleh: Option<(Box<str>, Box<str>)>,
    /// Where it stands.
    pub at: At,
}

/// A change to a norm of another act.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Norm and, for parts, the key of the part: `kp.reguler`, `atasan`.
    pub norma: Box<str>,
    /// The part; `None` for the norm's own fields.
    pub bagian: Option<Box<str>>,
    /// First day.
    pub mulai: Date,
    /// Article.
    pub dasar: Box<str>,
    /// What happens.
    pub what: Change,
    /// Where it stands.
    pub at: At,
}

/// What an amendment does.
#[derive(Clone, Debug)]
pub enum Change {
    /// Fields are replaced.
    Ganti(Fields),
    /// The part falls away.
    Hapus,
    /// A part is added after another, or at the end.
    Tambah(Box<Bagian>, Option<Box<str>>),
}

/// Whether a key matches a pattern: itself, or `kp.*` for everything that begins with `kp.`.
pub fn matches(pattern: &str, key: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == key, |begin| key.starts_with(begin))
}
