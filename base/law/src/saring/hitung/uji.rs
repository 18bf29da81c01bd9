//! Conditions on values, for a block of people.

use super::{ADA, Hitung, LEMAH, SIFAT, TERBUKA, TIADA, deret, keduanya, pasang};
use crate::expr::Op;
use crate::saring::keadaan;
use crate::saring::tapis::BacaBlok;

/// A condition on values.
#[derive(Debug)]
pub enum Uji<'a> {
    /// A comparison of numbers of the same parts.
    Banding(Op, Hitung<'a>, Hitung<'a>),
    /// One of these.
    Salah1(Hitung<'a>, Vec<i64>),
    /// A yes-or-no.
    Benar(Hitung<'a>),
}

/// What a condition is worth for a block, as bytes of `keadaan`.
pub fn uji(cond: &Uji<'_>, blok: &mut BacaBlok<'_, '_>) -> Vec<u8> {
    let many = blok.rows.len();
    let mut bytes = match cond {
        Uji::Banding(op, a, b) => {
            let (a, b) = (deret(a, blok), deret(b, blok));
            let truth = banding(*op, &a.n, &b.n);
            if a.semua_ada() && b.semua_ada() {
                truth
            } else {
                let sifat = pasang(&a.sifat, &b.sifat, keduanya);
                pasang(&truth, &sifat, |truth, s| nyata(truth, s, *op == Op::Ne))
            }
        }
        Uji::Salah1(a, list) => {
            let a = deret(a, blok);
            pasang(&a.n, &a.sifat, |n, s| nyata(u8::from(list.contains(&n)), s, false))
        }
        Uji::Benar(a) => {
            let a = deret(a, blok);
            pasang(&a.n, &a.sifat, |n, s| nyata(u8::from(n != 0), s, false))
        }
    };
    if let [same] = bytes.as_slice() {
        bytes = vec![*same; many];
    }
    bytes
}

fn banding(op: Op, a: &[i64], b: &[i64]) -> Vec<u8> {
    match op {
        Op::Eq => pasang(a, b, |a, b| u8::from(a == b)),
        Op::Ne => pasang(a, b, |a, b| u8::from(a != b)),
        Op::Lt => pasang(a, b, |a, b| u8::from(a < b)),
        Op::Le => pasang(a, b, |a, b| u8::from(a <= b)),
        Op::Gt => pasang(a, b, |a, b| u8::from(a > b)),
        Op::Ge => pasang(a, b, |a, b| u8::from(a >= b)),
    }
}

/// Of nothing nothing can be said but that it is unlike something.
fn nyata(truth: u8, sifat: u8, unlike: bool) -> u8 {
    match sifat & SIFAT {
        ADA => truth | (sifat & LEMAH),
        TIADA => u8::from(unlike) | (sifat & LEMAH),
        _ => keadaan::BELUM | (sifat & (LEMAH | TERBUKA)),
    }
}
