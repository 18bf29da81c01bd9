//! Exact arithmetic for law: fractions, never binary floating point. `2 / 12 × 12,5` is what it is
//! until a norm says how to round.

use std::cmp::Ordering;
use std::fmt;

/// No amount, score or count of any regulation comes near; beyond it a sum is refused, not wrapped.
const LIMIT: i128 = 1_000_000_000_000_000_000;

/// A fraction in lowest terms with a positive denominator, both within ±10¹⁸.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Exact {
    n: i128,
    d: i128,
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl Exact {
    /// Zero.
    pub const ZERO: Exact = Exact { n: 0, d: 1 };

    /// A whole number.
    pub fn int(n: i64) -> Exact {
        Exact { n: i128::from(n), d: 1 }
    }

    /// A fraction; `None` when the denominator is zero or the number leaves the limits.
    pub fn new(n: i128, d: i128) -> Option<Exact> {
        if d == 0 {
            return None;
        }
        let g = gcd(n, d) * d.signum();
        let (n, d) = (n / g, d / g);
        (n.abs() <= LIMIT && d <= LIMIT).then_some(Exact { n, d })
    }

    /// Reads `12`, `-3`, `12.5`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Exact> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 18 || part.len() > 9 || !plain(whole) || !plain(part) {
            return None;
        }
        if digits.contains('.') && part.is_empty() {
            return None;
        }
        let scale = 10i128.pow(part.len() as u32);
        let fraction: i128 = if part.is_empty() { 0 } else { part.parse().ok()? };
        Exact::new(sign * (whole.parse::<i128>().ok()? * scale + fraction), scale)
    }

    /// The whole number it is, when it is one.
    pub fn whole(self) -> Option<i64> {
        if self.d == 1 { i64::try_from(self.n).ok() } else { None }
    }

    /// How many parts of the whole it counts in: 4 for `2,25`.
    pub fn parts(self) -> Option<i64> {
        i64::try_from(self.d).ok()
    }

    /// Sum; `None` beyond the limits, as for the others below.
    pub fn plus(self, o: Exact) -> Option<Exact> {
        Exact::new(self.n * o.d + o.n * self.d, self.d * o.d)
    }

    /// Difference.
    pub fn minus(self, o: Exact) -> Option<Exact> {
        Exact::new(self.n * o.d - o.n * self.d, self.d * o.d)
    }

    /// Product.
    pub fn times(self, o: Exact) -> Option<Exact> {
        Exact::new(self.n * o.n, self.d * o.d)
    }

    /// Quotient; `None` also when divided by zero.
    pub fn over(self, o: Exact) -> Option<Exact> {
        Exact::new(self.n * o.d, self.d * o.n)
    }

    /// Rounded to a number of decimals: half away from zero, or always up, or always down.
    pub fn round(self, places: u32, how: Round) -> Option<Exact> {
        let scale = 10i128.checked_pow(places.min(9))?;
        let (n, d) = (self.n * scale, self.d);
        let down = n.div_euclid(d);
        let rest = n.rem_euclid(d);
        let up = match how {
            Round::Down => false,
            Round::Up => rest > 0,
            Round::Half => rest * 2 > d || (rest * 2 == d && n > 0),
        };
        Exact::new(down + i128::from(up), scale)
    }

    /// As people write it: at most four decimals, comma, dots between thousands.
    pub fn indonesian(self) -> String {
        let shown = self.round(4, Round::Half).unwrap_or(self);
        let sign = if shown.n < 0 { "−" } else { "" };
        let (whole, rest) = (shown.n.abs() / shown.d, shown.n.abs() % shown.d);
        let digits = whole.to_string();
        let mut text = String::from(sign);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                text.push('.');
            }
            text.push(digit);
        }
        if rest > 0 {
            let decimals = format!("{:04}", rest * 10_000 / shown.d);
            text.push(',');
            text.push_str(decimals.trim_end_matches('0'));
        }
        text
    }
}

/// How a norm rounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Round {
    /// Half and more goes up.
    Half,
    /// Always up.
    Up,
    /// Always down.
    Down,
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        (self.n * other.d).cmp(&(other.n * self.d))
    }
}

impl fmt::Display for Exact {
    /// As files write it: `12`, `12.5`; a fraction without end as `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.d == 1 {
            return write!(f, "{}", self.n);
        }
        let mut scale = 10i128;
        for places in 1..=9usize {
            if scale % self.d == 0 {
                let all = self.n * (scale / self.d);
                let sign = if all < 0 { "-" } else { "" };
                let (whole, rest) = (all.abs() / scale, all.abs() % scale);
                return write!(f, "{sign}{whole}.{rest:0places$}");
            }
            scale *= 10;
        }
        write!(f, "{}/{}", self.n, self.d)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Exact {
        Exact::parse(text).expect("a number")
    }

    #[test]
    fn two_months_of_angka_kredit() {
        let ak = Exact::new(2, 12).and_then(|m| m.times(n("12.5"))).expect("small");
        assert_eq!(ak.round(2, Round::Half), Some(n("2.08")));
        assert_eq!(n("12.5").times(n("1.5")), Some(n("18.75")));
    }

    #[test]
    fn rounds_and_prints() {
        // angka · desimal · setengah · atas · bawah
        for (x, places, half, up, down) in [
            ("2.085", 2, "2.09", "2.09", "2.08"),
            ("2.084", 2, "2.08", "2.09", "2.08"),
            ("7", 0, "7", "7", "7"),
            ("-2.5", 0, "-3", "-2", "-3"),
        ] {
            assert_eq!(n(x).round(places, Round::Half), Some(n(half)), "{x}");
            assert_eq!(n(x).round(places, Round::Up), Some(n(up)), "{x}");
            assert_eq!(n(x).round(places, Round::Down), Some(n(down)), "{x}");
        }
        assert_eq!(n("1938500").indonesian(), "1.938.500");
        assert_eq!(n("18.75").indonesian(), "18,75");
        assert_eq!(n("-0.05").to_string(), "-0.05");
        assert_eq!(Exact::new(1, 3).expect("third").to_string(), "1/3");
        for bad in ["", "1.", ".5", "1,5", "12a", "1e5", "٣"] {
            assert_eq!(Exact::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn refuses_what_would_overflow() {
        let big = Exact::new(LIMIT, 1).expect("at the limit");
        assert_eq!(big.plus(Exact::int(1)), None);
        assert_eq!(big.times(big), None);
        assert_eq!(Exact::int(1).over(Exact::ZERO), None);
    }
}
