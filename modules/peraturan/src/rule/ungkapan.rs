//! An expression of the pack read aloud: the same rule in words a lawyer can hold against the article,
//! and the names it uses.

use law::Vocabulary;
use law::expr::{self, Args, Expr};
use law::expr::{Arith, Op};
use law::value::{Type, long_date};
use std::collections::BTreeSet;

/// Names an expression uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rujukan {
    /// Facts.
    pub fakta: BTreeSet<String>,
    /// Parameters.
    pub param: BTreeSet<String>,
    /// Tables, without the column.
    pub tabel: BTreeSet<String>,
    /// Other norms.
    pub norma: BTreeSet<String>,
}

impl Rujukan {
    /// Adds what an expression uses; one that cannot be read uses nothing.
    pub fn baca(&mut self, text: &str) {
        if let Ok(expr) = expr::parse(text) {
            self.walk(&expr);
        }
    }

    /// Adds another's.
    pub fn gabung(&mut self, other: Rujukan) {
        self.fakta.extend(other.fakta);
        self.param.extend(other.param);
        self.tabel.extend(other.tabel);
        self.norma.extend(other.norma);
    }

    fn walk(&mut self, expr: &Expr) {
        match expr {
            Expr::Num(_) | Expr::Day(_) | Expr::Word(_) => {}
            Expr::Param(p) => drop(self.param.insert(p.to_string())),
            Expr::Name(name) => drop(self.fakta.insert(name.to_string())),
            Expr::Call(call, args) => {
                let named = match (&**call, args.first()) {
                    ("tabel" | "tabel_berikut", Some((_, Expr::Name(n)))) => {
                        let table = n.split_once('.').map_or(&**n, |parts| parts.0);
                        self.tabel.insert(table.to_owned());
                        1
                    }
                    ("norma" | "lulus", Some((_, Expr::Name(n)))) => {
                        self.norma.insert(n.to_string());
                        1
                    }
                    _ => 0,
                };
                args.iter().skip(named).for_each(|(_, arg)| self.walk(arg));
            }
            Expr::Arith(_, a, b) | Expr::Compare(_, a, b) | Expr::Among(a, b) => {
                self.walk(a);
                self.walk(b);
            }
            Expr::List(list) | Expr::And(list) | Expr::Or(list) => list.iter().for_each(|e| self.walk(e)),
            Expr::Not(inner) => self.walk(inner),
        }
    }
}

/// What names stand for when an expression is read.
pub struct Pembaca<'a> {
    /// Facts and choices.
    pub words: &'a Vocabulary,
    /// The value of a parameter with its unit, `4 tahun`.
    pub param: &'a dyn Fn(&str) -> Option<String>,
    /// The heading of a norm.
    pub norma: &'a dyn Fn(&str) -> String,
}

impl Pembaca<'_> {
    /// The expression in words; as it is written when it cannot be read.
    pub fn kata(&self, text: &str) -> String {
        expr::parse(text).map_or_else(|_| text.to_owned(), |expr| self.say(&expr, None))
    }

    /// `with` is the type a bare choice is read by.
    fn say(&self, expr: &Expr, with: Option<Type>) -> String {
        match expr {
            Expr::Num(n) => n.indonesian(),
            Expr::Day(d) => long_date(*d),
            Expr::Word(w) => self.pick(w, with),
            Expr::Param(p) => (self.param)(p).unwrap_or_else(|| format!("@{p}")),
            Expr::Name(name) => self.name(name),
            Expr::Call(name, args) => self.call(name, args, with),
            Expr::Arith(op, a, b) => {
                let sign = match op {
                    Arith::Add => "+",
                    Arith::Sub => "−",
                    Arith::Mul => "×",
                    Arith::Div => "/",
                };
                let tight = matches!(op, Arith::Mul | Arith::Div);
                let side = |e: &Expr| match e {
                    Expr::Arith(Arith::Add | Arith::Sub, ..) if tight => format!("({})", self.say(e, None)),
                    _ => self.say(e, None),
                };
                format!("{} {sign} {}", side(a), side(b))
            }
            Expr::Compare(op, a, b) => {
                let tipe = self.tipe(a).or_else(|| self.tipe(b));
                let sign = match op {
                    Op::Eq => "=",
                    Op::Ne => "≠",
                    Op::Lt => "<",
                    Op::Le => "≤",
                    Op::Gt => ">",
                    Op::Ge => "≥",
                };
                format!("{} {sign} {}", self.say(a, tipe), self.say(b, tipe))
            }
            Expr::Among(a, list) => {
                format!("{} salah satu dari {}", self.say(a, None), self.say(list, self.tipe(a)))
            }
            Expr::List(list) => list.iter().map(|e| self.say(e, with)).collect::<Vec<_>>().join(", "),
            Expr::And(list) => self.join(list, " dan "),
            Expr::Or(list) => self.join(list, " atau "),
            Expr::Not(inner) => format!("bukan ({})", self.say(inner, None)),
        }
    }

    fn join(&self, list: &[Expr], word: &str) -> String {
        let side = |e: &Expr| match e {
            Expr::And(_) | Expr::Or(_) => format!("({})", self.say(e, None)),
            _ => self.say(e, None),
        };
        list.iter().map(side).collect::<Vec<_>>().join(word)
    }

    fn name(&self, name: &str) -> String {
        match name {
            "hari" => "hari yang ditanyakan".to_owned(),
            _ => self.words.find(name).map_or(name.to_owned(), |id| self.words.fakta(id).label.to_string()),
        }
    }

    /// The label of a choice of a fact's list, else the word itself.
    fn pick(&self, word: &str, tipe: Option<Type>) -> String {
        let Some(Type::Pilihan(jenis)) = tipe else { return word.to_owned() };
        let jenis = self.words.jenis(jenis);
        jenis.find(word).map_or(word.to_owned(), |i| jenis.label(i).to_owned())
    }

    fn tipe(&self, expr: &Expr) -> Option<Type> {
        let Expr::Name(name) = expr else { return None };
        self.words.find(name).map(|id| self.words.fakta(id).tipe)
    }

    fn call(&self, name: &str, args: &Args, with: Option<Type>) -> String {
        let arg = |i: usize| args.get(i).map_or(String::new(), |(_, e)| self.say(e, with));
        let bare = |i: usize| match args.get(i) {
            Some((_, Expr::Name(n))) => n.to_string(),
            _ => arg(i),
        };
        let shift = |way: &str, unit: &str| {
            let n = arg(1);
            let unit = if n.ends_with(unit) { String::new() } else { format!(" {unit}") };
            format!("{} {way} {n}{unit}", arg(0))
        };
        match name {
            "ada" => format!("{} ada", arg(0)),
            "tidak_ada" => format!("{} diketahui tidak ada", arg(0)),
            "bila" => {
                let nested = matches!(args.get(1), Some((_, Expr::Call(inner, _))) if &**inner == "bila");
                let first = if nested { format!("({})", arg(1)) } else { arg(1) };
                format!("{first} bila {}, selain itu {}", arg(0), arg(2))
            }
            "norma" => format!("nilai «{}»", (self.norma)(&bare(0))),
            "lulus" => format!("memenuhi «{}»", (self.norma)(&bare(0))),
            "tabel" | "tabel_berikut" => self.table(name, &bare(0), args),
            "tambah_tahun" => shift("ditambah", "tahun"),
            "tambah_bulan" => shift("ditambah", "bulan"),
            "tambah_hari" => shift("ditambah", "hari"),
            "mundur_tahun" => shift("dikurangi", "tahun"),
            "mundur_bulan" => shift("dikurangi", "bulan"),
            "mundur_hari" => shift("dikurangi", "hari"),
            "tahun_penuh" => format!("tahun penuh dari {} sampai {}", arg(0), arg(1)),
            "bulan_penuh" => format!("bulan penuh dari {} sampai {}", arg(0), arg(1)),
            "hari_antara" => format!("hari dari {} sampai {}", arg(0), arg(1)),
            _ => {
                let all: Vec<String> = (0..args.len()).map(arg).collect();
                format!("{}({})", name.replace('_', " "), all.join("; "))
            }
        }
    }

    fn table(&self, call: &str, named: &str, args: &Args) -> String {
        let (table, column) = named.split_once('.').unwrap_or((named, ""));
        let given = args.iter().skip(1).map(|(name, e)| {
            let name = name.as_deref().map_or(String::new(), |n| format!("{}: ", self.name(n)));
            format!("{name}{}", self.say(e, None))
        });
        let given = given.collect::<Vec<_>>().join("; ");
        let next = if call == "tabel" { "" } else { " berikutnya" };
        let given = if given.is_empty() { given } else { format!(" ({given})") };
        format!("{}{next} menurut tabel {table}{given}", self.name(column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vocabulary {
        let text = r#"
            [jenis.golongan]
            nilai = ["III_D", "IV_A"]
            label = ["III/d", "IV/a"]
            berurut = true
            [fakta.golongan]
            label = "Golongan"
            tipe = "golongan"
            asal = "riwayat"
            arti = "Golongan"
            [fakta.tmt]
            label = "TMT golongan"
            tipe = "tanggal"
            asal = "riwayat"
            arti = "TMT"
        "#;
        Vocabulary::read("kosakata.toml", text, &law::reader::Complaints::default())
    }

    #[test]
    fn an_expression_reads_like_a_sentence() {
        let words = words();
        let pembaca = Pembaca {
            words: &words,
            param: &|p| (p == "kp.masa").then(|| "4 tahun".to_owned()),
            norma: &|k| format!("judul {k}"),
        };
        for (text, kata) in [
            ("tmt <= mundur_tahun(hari, @kp.masa)", "TMT golongan ≤ hari yang ditanyakan dikurangi 4 tahun"),
            ("tambah_bulan(tmt, 3) > 2017-04-07", "TMT golongan ditambah 3 bulan > 7 April 2017"),
            ("golongan != 'III_D' dan ada(tmt)", "Golongan ≠ III/d dan TMT golongan ada"),
            ("golongan di ['III_D', 'IV_A']", "Golongan salah satu dari III/d, IV/a"),
            (
                "(tidak_ada(tmt) atau tmt = hari) dan lulus(kp.x)",
                "(TMT golongan diketahui tidak ada atau TMT golongan = hari yang ditanyakan) dan memenuhi «judul kp.x»",
            ),
            (
                "tabel(gaji.rupiah, mkg: tahun_penuh(tmt, hari)) * (2 + 3)",
                "rupiah menurut tabel gaji (mkg: tahun penuh dari TMT golongan sampai hari yang ditanyakan) × (2 + 3)",
            ),
            ("bila(golongan = 'IV_A', @lain, 1.5)", "@lain bila Golongan = IV/a, selain itu 1,5"),
            (
                "bila(ada(tmt), bila(hari < tmt, 1, 2), 3)",
                "(1 bila hari yang ditanyakan < TMT golongan, selain itu 2) bila TMT golongan ada, selain itu 3",
            ),
            ("tidak terbaca (", "tidak terbaca ("),
        ] {
            assert_eq!(pembaca.kata(text), kata, "{text}");
        }
    }

    #[test]
    fn names_it_uses_are_told_apart() {
        let mut rujukan = Rujukan::default();
        rujukan.baca(
            "tmt <= mundur_tahun(hari, @kp.masa) dan lulus(kp.dasar) dan tabel(gaji.rupiah, mkg: lama) > 5",
        );
        let list = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(
            [list(&rujukan.fakta), list(&rujukan.param), list(&rujukan.tabel), list(&rujukan.norma)],
            ["hari lama tmt", "kp.masa", "gaji", "kp.dasar"]
        );
    }
}
