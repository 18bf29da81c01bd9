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
/// One more than the greatest such byte, and than the greatest byte of a code.
pub const BANYAK: usize = 32;
/// On a code: it rests on a text, a parameter or a row that is not certain.
pub const GOYAH: u8 = 8;

const TRUTH: u8 = 3;
const NESTED: u8 = TIMBANG | BEDA;

/// The code in a byte.
#[inline]
pub fn kode(byte: u8) -> Kode {
    Kode::from_byte(byte & 7)
}

/// A code as a byte.
pub fn sandi(kode: Kode, weak: bool) -> u8 {
    kode as u8 | if weak { GOYAH } else { 0 }
}

fn putus(kode: Kode, weak: bool, state: u8) -> u8 {
    sandi(kode, weak || state & LEMAH != 0)
}

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

/// All (or, `any`, one) of several conditions, taken in order. One that decides for certain decides
/// alone; an uncertain one may still be joined by such a one.
#[inline]
pub fn himpun(acc: u8, next: u8, any: bool) -> u8 {
    let decides = u8::from(any);
    if acc == decides {
        return acc;
    }
    if next & TRUTH == decides {
        return decides | (next & LEMAH);
    }
    if acc & TRUTH == decides {
        return acc;
    }
    match next & TRUTH {
        BELUM => BELUM | (acc & LEMAH) | if acc & NESTED == 0 { next & NESTED } else { acc & NESTED },
        _ => acc | (next & LEMAH),
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
pub fn bila(kecuali: u8, isi: u8, lunak: bool) -> u8 {
    if kecuali & TRUTH == BENAR {
        return putus(Kode::Lulus, lunak, kecuali);
    }
    let both = isi | (kecuali & (LEMAH | NESTED));
    let mut kode = putusan(isi & TRUTH | both & NESTED);
    if kode != Kode::Lulus && kecuali & TRUTH == BELUM {
        kode = terbuka(both);
    }
    putus(lunakkan(kode, lunak, both & LEMAH != 0), lunak, both)
}

/// A part of which one route is enough; `routes` is what they come to.
pub fn jalur(kecuali: u8, routes: u8, lunak: bool) -> u8 {
    if kecuali & TRUTH == BENAR {
        return putus(Kode::Lulus, lunak, kecuali);
    }
    let mut kode = kode(routes);
    if kode == Kode::TidakBerlaku {
        kode = Kode::Gagal;
    }
    if kode != Kode::Lulus && kecuali & TRUTH == BELUM {
        kode = terbuka(kecuali);
    }
    putus(lunakkan(kode, lunak, kecuali & LEMAH != 0), lunak, kecuali)
}

/// A part that is left to an official.
pub fn pejabat(kecuali: u8, lunak: bool) -> u8 {
    let met = kecuali & TRUTH == BENAR;
    putus(if met { Kode::Lulus } else { Kode::Pertimbangan }, lunak, kecuali)
}

/// A part that is a whole norm.
pub fn seluruh(kecuali: u8, inner: u8, lunak: bool) -> u8 {
    if kecuali & TRUTH == BENAR {
        return putus(Kode::Lulus, lunak, kecuali);
    }
    let mut kode = kode(inner);
    if !matches!(kode, Kode::Lulus | Kode::TidakBerlaku) && kecuali & TRUTH == BELUM {
        kode = terbuka(kecuali);
    }
    putus(lunakkan(kode, lunak, false), lunak || inner & GOYAH != 0, kecuali)
}

/// Of one of several routes and those before it.
pub fn salah_satu(before: u8, next: u8) -> u8 {
    kode(before).or(kode(next)) as u8
}

/// Of one part of a norm and those before it.
pub fn semua(before: u8, next: u8) -> u8 {
    kode(before).and(kode(next)) as u8 | ((before | next) & GOYAH)
}

/// What passing or not of a norm is worth as a condition.
pub fn lulus(norm: u8) -> u8 {
    let state = match kode(norm) {
        Kode::Lulus => BENAR,
        Kode::Gagal | Kode::TidakBerlaku => SALAH,
        Kode::BelumTahu => BELUM,
        Kode::Pertimbangan => BELUM | TIMBANG,
        Kode::Sengketa => BELUM | BEDA,
    };
    if norm & GOYAH != 0 { state | LEMAH } else { state }
}

/// Of a norm: of its subject, then of all its parts.
pub fn norma(subjek: u8, parts: u8) -> u8 {
    match subjek & TRUTH {
        SALAH => putus(Kode::TidakBerlaku, false, subjek),
        BELUM => putus(terbuka(subjek), false, subjek),
        _ => match kode(parts) {
            Kode::TidakBerlaku => Kode::Lulus as u8 | (parts & GOYAH),
            // A part that fails is certain, or it would not fail.
            Kode::Gagal => Kode::Gagal as u8,
            _ => parts,
        },
    }
}
