//! Reads an expression of a norm: one line, a closed grammar without loops, names or definitions of
//! its own, so that every rule ends, can be analysed and becomes columns.

use crate::number::Exact;
use kernel::Date;

/// How deep brackets and calls may nest; deeper is refused, not overflowed.
const DEPTH: usize = 48;
/// How long an expression may be, in bytes.
const LENGTH: usize = 4000;
/// How many sums or products may follow one another; each is worked out inside the next.
const SERIES: usize = 200;

/// A comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Op {
    /// Whether it holds of two values in this order.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Op::Eq => order.is_eq(),
            Op::Ne => order.is_ne(),
            Op::Lt => order.is_lt(),
            Op::Le => order.is_le(),
            Op::Gt => order.is_gt(),
            Op::Ge => order.is_ge(),
        }
    }

    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Op::Eq => "=",
            Op::Ne => "!=",
            Op::Lt => "<",
            Op::Le => "<=",
            Op::Gt => ">",
            Op::Ge => ">=",
        }
    }

    /// The same comparison with its sides changed.
    pub fn swapped(self) -> Op {
        match self {
            Op::Lt => Op::Gt,
            Op::Le => Op::Ge,
            Op::Gt => Op::Lt,
            Op::Ge => Op::Le,
            same => same,
        }
    }

    /// The comparison that holds when this one does not.
    pub fn opposite(self) -> Op {
        match self {
            Op::Eq => Op::Ne,
            Op::Ne => Op::Eq,
            Op::Lt => Op::Ge,
            Op::Le => Op::Gt,
            Op::Gt => Op::Le,
            Op::Ge => Op::Lt,
        }
    }
}

/// An operation on numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arith {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

impl Arith {
    /// Its result; `None` when divided by zero or too large.
    pub fn of(self, a: Exact, b: Exact) -> Option<Exact> {
        match self {
            Arith::Add => a.plus(b),
            Arith::Sub => a.minus(b),
            Arith::Mul => a.times(b),
            Arith::Div => a.over(b),
        }
    }
}

/// Arguments of a call, some of them named.
pub type Args = Vec<(Option<Box<str>>, Expr)>;

/// An expression as written, names not yet looked up.
#[derive(Clone, PartialEq, Debug)]
pub enum Expr {
    /// A number.
    Num(Exact),
    /// A day.
    Day(Date),
    /// A word in quotes: a choice of whatever it meets.
    Word(Box<str>),
    /// `@kp.masa_min`
    Param(Box<str>),
    /// A fact, `hari`, or a name inside `tabel(…)` and `norma(…)`.
    Name(Box<str>),
    /// A function with its arguments, some of them named (`mkg: x`).
    Call(Box<str>, Args),
    /// Arithmetic.
    Arith(Arith, Box<Expr>, Box<Expr>),
    /// A comparison.
    Compare(Op, Box<Expr>, Box<Expr>),
    /// `x di [..]` or `x di @daftar`
    Among(Box<Expr>, Box<Expr>),
    /// A list.
    List(Vec<Expr>),
    /// All of them.
    And(Vec<Expr>),
    /// One of them.
    Or(Vec<Expr>),
    /// The contrary.
    Not(Box<Expr>),
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Num(Exact),
    Day(Date),
    Word(Box<str>),
    Param(Box<str>),
    Name(Box<str>),
    Sign(&'static str),
}

const SIGNS: &[&str] = &["<=", ">=", "!=", "<", ">", "=", "(", ")", "[", "]", ",", ":", "+", "-", "*", "/"];

/// Reads an expression.
///
/// # Errors
/// An Indonesian sentence saying what stands where.
pub fn parse(text: &str) -> Result<Expr, String> {
    if text.len() > LENGTH {
        return Err(format!("ungkapan lebih panjang dari {LENGTH} huruf"));
    }
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens, next: 0, depth: 0, series: 0 };
    let expr = parser.or()?;
    match parser.tokens.get(parser.next) {
        None => Ok(expr),
        Some(rest) => Err(format!("tidak mengerti {} sesudah ungkapan yang sudah lengkap", show(rest))),
    }
}

fn show(token: &Token) -> String {
    match token {
        Token::Num(n) => format!("`{n}`"),
        Token::Day(d) => format!("`{d}`"),
        Token::Word(w) => format!("`'{w}'`"),
        Token::Param(p) => format!("`@{p}`"),
        Token::Name(n) => format!("`{n}`"),
        Token::Sign(s) => format!("`{s}`"),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            at += 1;
        } else if byte == b'\'' {
            let end = rest[1..].find('\'').ok_or("tanda petik tidak ditutup")?;
            tokens.push(Token::Word(rest[1..=end].into()));
            at += end + 2;
        } else if byte.is_ascii_digit() {
            let (token, length) = number(rest)?;
            tokens.push(token);
            at += length;
        } else if byte == b'@' {
            let length = name_length(&rest[1..]);
            if length == 0 {
                return Err("`@` harus diikuti nama param".to_owned());
            }
            tokens.push(Token::Param(rest[1..=length].into()));
            at += length + 1;
        } else if byte.is_ascii_lowercase() || byte == b'_' {
            let length = name_length(rest);
            tokens.push(Token::Name(rest[..length].into()));
            at += length;
        } else if let Some(sign) = SIGNS.iter().find(|s| rest.starts_with(**s)) {
            tokens.push(Token::Sign(sign));
            at += sign.len();
        } else {
            let odd = rest.chars().next().unwrap_or(' ');
            return Err(format!("tanda `{odd}` tidak dikenal; pilihan ditulis dalam petik tunggal"));
        }
    }
    Ok(tokens)
}

fn name_length(text: &str) -> usize {
    let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_' || *b == b'.';
    let length = text.as_bytes().iter().take_while(|b| plain(b)).count();
    text[..length].trim_end_matches('.').len()
}

fn number(text: &str) -> Result<(Token, usize), String> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let whole = digits(0);
    let looks_like_day = whole == 4
        && bytes.get(4) == Some(&b'-')
        && digits(5) == 2
        && bytes.get(7) == Some(&b'-')
        && digits(8) == 2;
    if looks_like_day {
        let day = Date::parse(&text[..10]).ok_or_else(|| format!("tanggal {} tidak ada", &text[..10]))?;
        return Ok((Token::Day(day), 10));
    }
    let mut length = whole;
    if bytes.get(whole) == Some(&b'.') && digits(whole + 1) > 0 {
        length = whole + 1 + digits(whole + 1);
    }
    let number =
        Exact::parse(&text[..length]).ok_or_else(|| format!("bilangan {} terlalu besar", &text[..length]))?;
    Ok((Token::Num(number), length))
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    series: usize,
}

impl Parser {
    fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.tokens.get(self.next), Some(Token::Sign(s)) if *s == sign);
        self.next += usize::from(found);
        found
    }

    fn name(&mut self, name: &str) -> bool {
        let found = matches!(self.tokens.get(self.next), Some(Token::Name(n)) if &**n == name);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), String> {
        if self.sign(sign) {
            Ok(())
        } else {
            Err(format!("di sini diharapkan `{sign}`, bukan {}", self.here()))
        }
    }

    fn here(&self) -> String {
        self.tokens.get(self.next).map_or_else(|| "akhir ungkapan".to_owned(), show)
    }

    fn deeper(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(format!("kurung bersarang lebih dari {DEPTH} tingkat"));
        }
        Ok(())
    }

    fn or(&mut self) -> Result<Expr, String> {
        self.deeper()?;
        let mut parts = vec![self.and()?];
        while self.name("atau") {
            parts.push(self.and()?);
        }
        self.depth -= 1;
        Ok(single(parts, Expr::Or))
    }

    fn and(&mut self) -> Result<Expr, String> {
        let mut parts = vec![self.not()?];
        while self.name("dan") {
            parts.push(self.not()?);
        }
        Ok(single(parts, Expr::And))
    }

    fn not(&mut self) -> Result<Expr, String> {
        let mut turned = false;
        while self.name("bukan") {
            turned = !turned;
        }
        let inner = self.comparison()?;
        Ok(if turned { Expr::Not(Box::new(inner)) } else { inner })
    }

    fn comparison(&mut self) -> Result<Expr, String> {
        let left = self.sum()?;
        if self.name("di") {
            return Ok(Expr::Among(Box::new(left), Box::new(self.atom()?)));
        }
        for (sign, op) in
            [("=", Op::Eq), ("!=", Op::Ne), ("<=", Op::Le), (">=", Op::Ge), ("<", Op::Lt), (">", Op::Gt)]
        {
            if self.sign(sign) {
                return Ok(Expr::Compare(op, Box::new(left), Box::new(self.sum()?)));
            }
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<Expr, String> {
        let mut left = self.product()?;
        loop {
            let op = if self.sign("+") {
                Arith::Add
            } else if self.sign("-") {
                Arith::Sub
            } else {
                return Ok(left);
            };
            self.again()?;
            left = Expr::Arith(op, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expr, String> {
        let mut left = self.atom()?;
        loop {
            let op = if self.sign("*") {
                Arith::Mul
            } else if self.sign("/") {
                Arith::Div
            } else {
                return Ok(left);
            };
            self.again()?;
            left = Expr::Arith(op, Box::new(left), Box::new(self.atom()?));
        }
    }

    fn again(&mut self) -> Result<(), String> {
        self.series += 1;
        if self.series > SERIES {
            Err(format!("terlalu banyak hitungan; paling banyak {SERIES}"))
        } else {
            Ok(())
        }
    }

    fn atom(&mut self) -> Result<Expr, String> {
        self.deeper()?;
        let atom = self.bare()?;
        self.depth -= 1;
        Ok(atom)
    }

    fn bare(&mut self) -> Result<Expr, String> {
        if self.sign("(") {
            let inner = self.or()?;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.sign("[") {
            let mut items = Vec::new();
            while !self.sign("]") {
                items.push(self.atom()?);
                if !self.sign(",") {
                    self.expect("]")?;
                    break;
                }
            }
            return Ok(Expr::List(items));
        }
        if self.sign("-") {
            return match self.atom()? {
                Expr::Num(n) => {
                    Exact::ZERO.minus(n).map(Expr::Num).ok_or("bilangan terlalu besar".to_owned())
                }
                _ => Err("tanda kurang hanya boleh di depan bilangan".to_owned()),
            };
        }
        let here = self.here();
        let token = self.tokens.get(self.next).cloned();
        self.next += 1;
        Ok(match token {
            Some(Token::Num(n)) => Expr::Num(n),
            Some(Token::Day(d)) => Expr::Day(d),
            Some(Token::Word(w)) => Expr::Word(w),
            Some(Token::Param(p)) => Expr::Param(p),
            Some(Token::Name(n)) if matches!(&*n, "dan" | "atau" | "bukan" | "di") => {
                return Err(format!("di sini diharapkan sebuah nilai, bukan `{n}`"));
            }
            Some(Token::Name(name)) if self.sign("(") => Expr::Call(name, self.arguments()?),
            Some(Token::Name(name)) => Expr::Name(name),
            Some(Token::Sign(_)) | None => {
                return Err(format!("di sini diharapkan sebuah nilai, bukan {here}"));
            }
        })
    }

    fn arguments(&mut self) -> Result<Args, String> {
        let mut list = Vec::new();
        if self.sign(")") {
            return Ok(list);
        }
        loop {
            let named = match (self.tokens.get(self.next), self.tokens.get(self.next + 1)) {
                (Some(Token::Name(name)), Some(Token::Sign(":"))) => Some(name.clone()),
                _ => None,
            };
            self.next += if named.is_some() { 2 } else { 0 };
            list.push((named, self.or()?));
            if self.sign(",") {
                continue;
            }
            self.expect(")")?;
            return Ok(list);
        }
    }
}

fn single(mut parts: Vec<Expr>, many: impl Fn(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_norms_write() {
        for text in [
            "tmt_golongan <= mundur_tahun(hari, @kp.masa_min)",
            "golongan < tabel(batas_kp.batas) atau kelompok_jabatan = 'JF'",
            "tidak_ada(hukdis_sampai) atau hukdis_sampai <= hari",
            "bulat(bulan_dinilai / 12 * tabel(persen.nilai) / 100 * @jf.koefisien, 2)",
            "eselon di ['III.a', 'III.b'] dan bukan (guru = 'ya')",
            "tabel(gaji.rupiah, mkg: tahun_penuh(mkg_sejak, hari)) - 5",
            "bila(hari < 2017-04-07, 'II/a', 'II/b')",
        ] {
            assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
        }
    }

    #[test]
    fn refuses_with_a_sentence() {
        let deep = format!("{}1{}", "(".repeat(50), ")".repeat(50));
        // ungkapan · potongan kalimat
        for (text, sentence) in [
            ("", "diharapkan sebuah nilai"),
            ("golongan <", "diharapkan sebuah nilai"),
            ("golongan < 'III/a", "tidak ditutup"),
            ("golongan < \"III/a\"", "petik tunggal"),
            ("a = 1 b", "sesudah ungkapan"),
            ("2024-02-30 < hari", "tidak ada"),
            ("a dan dan b", "bukan `dan`"),
            ("f(1", "diharapkan `)`"),
            ("@", "nama param"),
            (deep.as_str(), "bersarang"),
        ] {
            let said = parse(text).expect_err(text);
            assert!(said.contains(sentence), "{text}: {said}");
        }
    }
}
