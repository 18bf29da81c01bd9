//! Legal functions and rounding, for a block of people.

use super::{ADA, BELUM, Deret, Hitung, Jenis, LEMAH, SIFAT, TERBUKA, berurut, deret, pasang};
use crate::eval::Trace;
use crate::number::Round;
use crate::plan::Func;
use crate::saring::kalender;
use crate::saring::tapis::BacaBlok;

/// Half away from nothing goes by `n > 0`, as [`Exact::round`] has it.
pub fn bulat(n: i64, parts: i64, how: Round) -> i64 {
    let (down, rest) = (n.div_euclid(parts), n.rem_euclid(parts));
    let up = match how {
        Round::Down => false,
        Round::Up => rest > 0,
        Round::Half => rest * 2 > parts || (rest * 2 == parts && n > 0),
    };
    down + i64::from(up)
}

/// A function of values that were worked out before it.
pub fn panggil(func: Func, args: &[Hitung<'_>], jenis: Jenis, blok: &mut BacaBlok<'_, '_>) -> Deret {
    let columns: Vec<Deret> = args.iter().map(|a| deret(a, blok)).collect();
    let day = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    let (first, second) = match columns.as_slice() {
        [first] => {
            let one = |n: i64| match func {
                Func::Tahun | Func::Bulan | Func::Tanggal => kalender::bagian(func, day(n)),
                _ => i64::from(kalender::geser(func, day(n), 0)),
            };
            let n = pasang(&first.n, &first.sifat, |n, s| if s & SIFAT == ADA { one(n) } else { 0 });
            return Deret { n, sifat: first.sifat.clone() };
        }
        [first, second] => (first, second),
        _ => return Deret::tetap(0, BELUM),
    };
    let sifat = pasang(&first.sifat, &second.sifat, berurut);
    let n = match func {
        Func::Min => pasang(&first.n, &second.n, i64::min),
        Func::Maks => pasang(&first.n, &second.n, i64::max),
        Func::HariAntara => pasang(&first.n, &second.n, |a, b| b.saturating_sub(a)),
        Func::TambahHari | Func::MundurHari | Func::TambahTahun | Func::MundurTahun => {
            sela(first, second, &sifat, |a, b| i64::from(kalender::geser(func, day(a), b)))
        }
        Func::TambahBulan | Func::MundurBulan => {
            sela(first, second, &sifat, |a, b| i64::from(kalender::geser(func, day(a), b)))
        }
        Func::TahunPenuh => sela(first, second, &sifat, |a, b| kalender::bulan_penuh(day(a), day(b)) / 12),
        Func::BulanPenuh => sela(first, second, &sifat, |a, b| kalender::bulan_penuh(day(a), day(b))),
        _ => return satu_satu(func, args, (first, second), (jenis, sifat), blok),
    };
    Deret { n, sifat }
}

/// Two columns as one where both have a value; elsewhere nothing is worked out.
fn sela(a: &Deret, b: &Deret, sifat: &[u8], by: impl Fn(i64, i64) -> i64) -> Vec<i64> {
    let both = pasang(&a.n, &b.n, |a, b| (a, b));
    pasang(&both, sifat, |(a, b), s| if s & SIFAT == ADA { by(a, b) } else { 0 })
}

/// A function that has no column of its own (working days, places of choices).
fn satu_satu(
    func: Func,
    args: &[Hitung<'_>],
    (first, second): (&Deret, &Deret),
    (jenis, sifat): (Jenis, Vec<u8>),
    blok: &mut BacaBlok<'_, '_>,
) -> Deret {
    let (mut n, mut out) = (Vec::new(), Vec::new());
    for row in 0..blok.rows.len() {
        let state = if sifat.len() == 1 { sifat[0] } else { sifat[row] };
        if state & SIFAT != ADA {
            n.push(0);
            out.push(state);
            continue;
        }
        let values = args[0].jenis.nilai(first.di(row)).zip(args[1].jenis.nilai(second.di(row)));
        let got = values.map(|(a, b)| blok.ctx.call(func, a, Some(b), &mut Trace::default()));
        let (number, of) = match got {
            Some(got) => blok.tulis(jenis, got, row),
            None => blok.lagi(row),
        };
        n.push(number);
        out.push(of | (state & (LEMAH | TERBUKA)));
    }
    Deret { n, sifat: out }
}
