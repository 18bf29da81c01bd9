//! What a condition comes to, as one byte, and how such bytes join: once for a person and for columns.

use crate::eval::Trace;
use crate::verdict::Kode;

/// It does not hold.
pub const SALAH: u8 = 0;
/// It holds.
pub const BENAR: u8 = 1;
/// It is not known.
pub const BELUM: u8 = 2;
/// A row of a table used is not certain.
pub const LEMAH: u8 = 4;
/// It is open because a norm asked on the way left it to an official.
pub const TIMBANG: u8 = 8;
/// It is open because positions on a norm asked on the way differ.
pub const BEDA: u8 = 16;
/// One more than the greatest such byte.
pub const BANYAK: usize = 32;

const TRUTH: u8 = 3;
const NESTED: u8 = TIMBANG | BEDA;

/// What the evaluator of one person says, with what it met on the way.
pub fn dari(truth: Option<bool>, trace: &Trace) -> u8 {
    let weak = if trace.weak { LEMAH } else { 0 };
    let nested = match trace.nested {
        Some(Kode::Sengketa) => BEDA,
        Some(Kode::Pertimbangan) => TIMBANG,
        _ => 0,
    };
    match truth {
        Some(true) => BENAR | weak,
        Some(false) => SALAH | weak,
        None => BELUM | weak | nested,
    }
}

/// All (or, `any`, one) of several conditions, taken in order: after one that decides none is looked at.
#[inline]
pub fn himpun(acc: u8, next: u8, any: bool) -> u8 {
    let decides = u8::from(any);
    if acc & TRUTH == decides {
        return acc;
    }
    let weak = (acc | next) & LEMAH;
    match next & TRUTH {
        truth if truth == decides => decides | weak,
        BELUM => BELUM | weak | if acc & NESTED == 0 { next & NESTED } else { acc & NESTED },
        _ => acc | weak,
    }
}

/// The contrary.
#[inline]
pub fn bukan(state: u8) -> u8 {
    if state & TRUTH == BELUM { state } else { state ^ BENAR }
}

/// What an open condition means.
fn terbuka(state: u8) -> Kode {
    match state & NESTED {
        0 => Kode::BelumTahu,
        TIMBANG => Kode::Pertimbangan,
        _ => Kode::Sengketa,
    }
}

/// The code of a condition.
fn putusan(state: u8) -> Kode {
    match state & TRUTH {
        SALAH => Kode::Gagal,
        BENAR => Kode::Lulus,
        _ => terbuka(state),
    }
}

/// What the text cannot be relied on for stops nobody.
fn lunakkan(kode: Kode, lunak: bool, weak: bool) -> Kode {
    match kode {
        Kode::Gagal if weak || lunak => Kode::Pertimbangan,
        Kode::BelumTahu if lunak => Kode::Pertimbangan,
        other => other,
    }
}

/// A part that asks a condition. Exception and condition never both refer to other norms here.
pub fn bila(kecuali: u8, isi: u8, lunak: bool) -> Kode {
    if kecuali & TRUTH == BENAR {
        return Kode::Lulus;
    }
    let both = isi | (kecuali & (LEMAH | NESTED));
    let mut kode = putusan(isi & TRUTH | both & NESTED);
    if kode != Kode::Lulus && kecuali & TRUTH == BELUM {
        kode = terbuka(both);
    }
    lunakkan(kode, lunak, both & LEMAH != 0)
}

/// A part of which one route is enough; `kode` is what the routes come to.
pub fn jalur(kecuali: u8, kode: Kode, lunak: bool) -> Kode {
    if kecuali & TRUTH == BENAR {
        return Kode::Lulus;
    }
    let mut kode = if kode == Kode::TidakBerlaku { Kode::Gagal } else { kode };
    if kode != Kode::Lulus && kecuali & TRUTH == BELUM {
        kode = terbuka(kecuali);
    }
    lunakkan(kode, lunak, kecuali & LEMAH != 0)
}

/// A part that is left to an official, or that is a whole norm.
pub fn tuntut(kecuali: u8, kode: Kode, lunak: bool) -> Kode {
    if kecuali & TRUTH == BENAR { Kode::Lulus } else { lunakkan(kode, lunak, false) }
}

/// What passing or not of a norm is worth as a condition.
pub fn lulus(kode: Kode) -> u8 {
    match kode {
        Kode::Lulus => BENAR,
        Kode::Gagal | Kode::TidakBerlaku => SALAH,
        Kode::BelumTahu => BELUM,
        Kode::Pertimbangan => BELUM | TIMBANG,
        Kode::Sengketa => BELUM | BEDA,
    }
}

/// The code of a norm: of its subject, then of all its parts.
pub fn norma(subjek: u8, parts: Kode) -> Kode {
    match subjek & TRUTH {
        SALAH => Kode::TidakBerlaku,
        BELUM => terbuka(subjek),
        _ if parts == Kode::TidakBerlaku => Kode::Lulus,
        _ => parts,
    }
}
