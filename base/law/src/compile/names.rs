//! Names, types and functions inside an expression.

use super::{Compiler, Met, uncertain};
use crate::act::Span;
use crate::expr::{Expr, Op};
use crate::plan::{Arg, Cond, Ex, Func, Lookup};
use crate::value::{Type, Value};
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn cond(&self, expr: &Expr, met: &mut Met) -> Result<Cond, String> {
        match expr {
            Expr::And(list) => Ok(Cond::And(self.conds(list, met)?)),
            Expr::Or(list) => Ok(Cond::Or(self.conds(list, met)?)),
            Expr::Not(inner) => Ok(Cond::Not(Box::new(self.cond(inner, met)?))),
            Expr::Compare(op, a, b) => self.compare(*op, a, b, met),
            Expr::Among(a, list) => self.among(a, list, met),
            Expr::Call(name, args) if matches!(&**name, "ada" | "tidak_ada") => {
                let [(None, Expr::Name(fakta))] = args.as_slice() else {
                    return Err(format!("{name}(…) memerlukan satu nama fakta"));
                };
                let id = self.words.find(fakta).ok_or_else(|| format!("fakta {fakta} tidak dikenal"))?;
                met.fakta.insert(id);
                Ok(if &**name == "ada" { Cond::There(id) } else { Cond::Missing(id) })
            }
            Expr::Call(name, args) if &**name == "lulus" => {
                let [(None, Expr::Name(kunci))] = args.as_slice() else {
                    return Err("lulus(…) memerlukan satu kunci norma".to_owned());
                };
                let reference = self.reference(kunci)?;
                self.nested(&reference, met);
                Ok(Cond::Passes(reference))
            }
            other => {
                let (ex, tipe) = self.ex(other, Some(Type::YaTidak), met)?;
                if tipe == Type::YaTidak {
                    Ok(Cond::Truth(ex))
                } else {
                    Err("di sini diharapkan syarat yang benar atau salah".to_owned())
                }
            }
        }
    }

    fn conds(&self, list: &[Expr], met: &mut Met) -> Result<Vec<Cond>, String> {
        list.iter().map(|e| self.cond(e, met)).collect()
    }

    fn compare(&self, op: Op, a: &Expr, b: &Expr, met: &mut Met) -> Result<Cond, String> {
        // The side that knows its type goes first: a word means a choice of what it meets.
        let ((left, lt), (right, rt)) = if matches!(a, Expr::Word(_)) {
            let right = self.ex(b, None, met)?;
            (self.ex(a, Some(right.1), met)?, right)
        } else {
            let left = self.ex(a, None, met)?;
            let right = self.ex(b, Some(left.1), met)?;
            (left, right)
        };
        if !lt.meets(rt) {
            let (l, r) = (self.words.type_word(lt), self.words.type_word(rt));
            return Err(format!("{l} tidak dapat dibandingkan dengan {r}"));
        }
        if !self.ordered(lt) && !matches!(op, Op::Eq | Op::Ne) {
            return Err(format!("{} tidak berurut; hanya = dan != yang berarti", self.words.type_word(lt)));
        }
        Ok(Cond::Compare(op, left, right))
    }

    pub(super) fn ordered(&self, tipe: Type) -> bool {
        match tipe {
            Type::Pilihan(jenis) => self.words.jenis(jenis).berurut,
            Type::Teks | Type::YaTidak => false,
            _ => true,
        }
    }

    fn among(&self, a: &Expr, list: &Expr, met: &mut Met) -> Result<Cond, String> {
        let (left, tipe) = self.ex(a, None, met)?;
        let values = match list {
            Expr::List(items) => {
                let mut values = Vec::new();
                for item in items {
                    match self.ex(item, Some(tipe), met)? {
                        (Ex::Const(value), found) if tipe.meets(found) => values.push(value),
                        _ => return Err("isi daftar harus tetap dan bertipe sama".to_owned()),
                    }
                }
                values
            }
            Expr::Param(kunci) => {
                let used = self.param(kunci)?;
                let values =
                    used.nilai.iter().map(|v| self.fit(v.clone(), Some(tipe))).collect::<Result<_, _>>()?;
                self.keep(kunci, used, met);
                values
            }
            _ => return Err("sesudah `di` diharapkan daftar [ … ] atau @param".to_owned()),
        };
        Ok(Cond::Among(left, values))
    }

    /// What is compiled is right as long as this version of a parameter is.
    pub(super) fn until_next(&self, kunci: &str, used: &crate::plan::ParamUse, met: &mut Met) {
        met.within(used.dasar.span);
        for (version, _) in self.book.param_versions(kunci) {
            if version.span.mulai > self.hukum {
                met.within(Span { mulai: kernel::Date::MIN, sampai: Some(version.span.mulai) });
            }
        }
    }

    fn keep(&self, kunci: &str, used: crate::plan::ParamUse, met: &mut Met) {
        self.until_next(kunci, &used, met);
        met.weak |= uncertain(used.dasar.kepastian);
        if !met.param.contains(&used) {
            met.param.push(used);
        }
    }

    /// A constant as the type it meets.
    fn fit(&self, value: Value, want: Option<Type>) -> Result<Value, String> {
        match (&value, want) {
            (Value::Text(word), Some(tipe)) if tipe != Type::Teks => self.words.parse_value(tipe, word),
            _ => Ok(value),
        }
    }

    fn typed(value: &Value) -> Type {
        match value {
            Value::Num(n) if n.whole().is_some() => Type::Bilangan,
            Value::Num(_) => Type::Desimal,
            Value::Day(_) => Type::Tanggal,
            Value::Pick(jenis, _) => Type::Pilihan(*jenis),
            Value::Yes(_) => Type::YaTidak,
            Value::Text(_) => Type::Teks,
        }
    }

    pub(super) fn ex(&self, expr: &Expr, want: Option<Type>, met: &mut Met) -> Result<(Ex, Type), String> {
        match expr {
            Expr::Num(n) => {
                let value = Value::Num(*n);
                let tipe = Compiler::typed(&value);
                Ok((Ex::Const(value), tipe))
            }
            Expr::Day(d) => Ok((Ex::Const(Value::Day(*d)), Type::Tanggal)),
            Expr::Word(w) => {
                let value = self.fit(Value::Text(w.clone()), want)?;
                let tipe = Compiler::typed(&value);
                Ok((Ex::Const(value), tipe))
            }
            Expr::Param(kunci) => {
                let used = self.param(kunci)?;
                let [one] = used.nilai.as_slice() else {
                    return Err(format!("@{kunci} sebuah daftar; pakai `di @{kunci}`"));
                };
                let value = self.fit(one.clone(), want)?;
                self.keep(kunci, used, met);
                let tipe = Compiler::typed(&value);
                Ok((Ex::Const(value), tipe))
            }
            Expr::Name(name) if &**name == "hari" => Ok((Ex::Today, Type::Tanggal)),
            Expr::Name(name) => {
                let id = self.words.find(name).ok_or_else(|| format!("fakta {name} tidak dikenal"))?;
                met.fakta.insert(id);
                Ok((Ex::Fact(id), self.words.fakta(id).tipe))
            }
            Expr::Arith(op, a, b) => {
                let ((a, at), (b, bt)) = (self.ex(a, None, met)?, self.ex(b, None, met)?);
                if at.is_number() && bt.is_number() {
                    Ok((Ex::Arith(*op, Box::new(a), Box::new(b)), Type::Desimal))
                } else {
                    Err("hanya bilangan yang dapat dihitung; tanggal dengan tambah_hari dan kawan-kawan"
                        .to_owned())
                }
            }
            Expr::Call(name, args) => self.call(name, args, want, met),
            Expr::List(_) => Err("daftar hanya boleh sesudah `di`".to_owned()),
            Expr::And(_) | Expr::Or(_) | Expr::Not(_) | Expr::Compare(..) | Expr::Among(..) => {
                Err("di sini diharapkan sebuah nilai, bukan syarat; pakai bila(syarat, a, b)".to_owned())
            }
        }
    }

    fn call(
        &self,
        name: &str,
        args: &[(Option<Box<str>>, Expr)],
        want: Option<Type>,
        met: &mut Met,
    ) -> Result<(Ex, Type), String> {
        match name {
            "bila" => {
                let [(None, cond), (None, a), (None, b)] = args else {
                    return Err("bila(…) memerlukan syarat dan dua nilai".to_owned());
                };
                let cond = self.cond(cond, met)?;
                let (a, at) = self.ex(a, want, met)?;
                let (b, bt) = self.ex(b, want.or(Some(at)), met)?;
                if !at.meets(bt) {
                    return Err("kedua nilai bila(…) harus setipe".to_owned());
                }
                let tipe = if at == Type::Desimal { at } else { bt };
                Ok((Ex::If(Box::new(cond), Box::new(a), Box::new(b)), tipe))
            }
            "tabel" | "tabel_berikut" => {
                let Some((None, Expr::Name(path))) = args.first() else {
                    return Err(format!("{name}(…) memerlukan nama tabel dan kolom, misalnya gaji.rupiah"));
                };
                let (table, column) = path
                    .rsplit_once('.')
                    .ok_or_else(|| format!("tulis {name}(tabel.kolom), bukan {path}"))?;
                if name == "tabel" {
                    let lookup = self.lookup(table, column, &args[1..], met)?;
                    let tipe = lookup.table.outputs[lookup.column].1;
                    return Ok((Ex::Table(Box::new(lookup)), tipe));
                }
                let lookup = self.lookup(table, "", &args[1..], met)?;
                if lookup.table.inputs.last().is_none_or(|i| &*i.0 != column) {
                    return Err(format!("{column} bukan kolom masukan terakhir tabel {table}"));
                }
                Ok((Ex::NextStep(Box::new(lookup)), Type::Desimal))
            }
            "norma" => {
                let [(None, Expr::Name(kunci))] = args else {
                    return Err("norma(…) memerlukan satu kunci norma".to_owned());
                };
                let reference = self.reference(kunci)?;
                self.nested(&reference, met);
                let tipe = match &reference.plan {
                    Some(plan) => plan.tipe.ok_or_else(|| format!("norma {kunci} tidak punya nilai"))?,
                    // It does not hold on this law date: nothing will come of it, whatever its type.
                    None => want.unwrap_or(Type::Desimal),
                };
                Ok((Ex::Norm(reference), tipe))
            }
            "awal_periode" => {
                let [(None, Expr::Param(kunci)), (None, day)] = args else {
                    return Err("awal_periode(…) memerlukan @param dan tanggal".to_owned());
                };
                let mut months = Vec::new();
                for (version, def) in self.book.param_versions(kunci) {
                    let list = match crate::expr::parse(&def.nilai.text)? {
                        Expr::List(items) => items,
                        one => vec![one],
                    };
                    let whole = |e: &Expr| if let Expr::Num(n) = e { n.whole() } else { None };
                    let list: Option<Vec<i64>> = list.iter().map(whole).collect();
                    let list = list.filter(|l| l.iter().all(|m| (1..=12).contains(m)) && !l.is_empty());
                    months.push((
                        version.span,
                        list.ok_or(format!("@{kunci} harus daftar bulan 1 sampai 12"))?,
                    ));
                }
                if months.is_empty() {
                    return Err(format!("param {kunci} tidak ada"));
                }
                if let Ok(used) = self.param(kunci) {
                    self.keep(kunci, used, met);
                }
                let (day, tipe) = self.ex(day, Some(Type::Tanggal), met)?;
                if tipe != Type::Tanggal {
                    return Err("awal_periode(…) memerlukan tanggal".to_owned());
                }
                Ok((Ex::Period(Arc::new(months), Box::new(day)), Type::Tanggal))
            }
            name => self.function(name, args, want, met),
        }
    }

    fn function(
        &self,
        name: &str,
        args: &[(Option<Box<str>>, Expr)],
        want: Option<Type>,
        met: &mut Met,
    ) -> Result<(Ex, Type), String> {
        let Some((_, func)) = Func::ALL.iter().find(|(word, _)| *word == name) else {
            return Err(format!("fungsi {name} tidak dikenal"));
        };
        let wanted = func.arguments();
        if args.len() != wanted.len() || args.iter().any(|a| a.0.is_some()) {
            return Err(format!("{name}(…) memerlukan {} nilai", wanted.len()));
        }
        let mut compiled = Vec::new();
        let mut first = None;
        for ((_, expr), arg) in args.iter().zip(wanted) {
            let hint = match arg {
                Arg::Day => Some(Type::Tanggal),
                Arg::Whole | Arg::Num => None,
                Arg::Same => first.or(want),
            };
            let (ex, tipe) = self.ex(expr, hint, met)?;
            let fits = match arg {
                Arg::Day => tipe == Type::Tanggal,
                Arg::Whole | Arg::Num => tipe.is_number(),
                Arg::Same => first.is_none_or(|f: Type| f.meets(tipe)),
            };
            if !fits {
                return Err(format!("{name}(…) tidak menerima {}", self.words.type_word(tipe)));
            }
            if let (Arg::Whole, Some(n)) = (arg, ex.fraction()) {
                return Err(format!("{name}(…) memerlukan bilangan bulat, bukan {}", n.indonesian()));
            }
            first.get_or_insert(tipe);
            compiled.push(ex);
        }
        let tipe = match func.result() {
            Arg::Day => Type::Tanggal,
            Arg::Whole => Type::Bilangan,
            Arg::Num => Type::Desimal,
            Arg::Same => first.unwrap_or(Type::Teks),
        };
        if *func == Func::Naik && !(matches!(tipe, Type::Pilihan(_)) && self.ordered(tipe)) {
            return Err("naik(…) memerlukan pilihan yang berurut".to_owned());
        }
        if matches!(func, Func::Min | Func::Maks) && !self.ordered(tipe) {
            return Err(format!(
                "{name}(…) memerlukan nilai yang berurut, bukan {}",
                self.words.type_word(tipe)
            ));
        }
        Ok((Ex::Call(*func, compiled), tipe))
    }

    /// A table with its inputs: bound by name, else the fact of that name.
    pub(super) fn lookup(
        &self,
        nama: &str,
        column: &str,
        bound: &[(Option<Box<str>>, Expr)],
        met: &mut Met,
    ) -> Result<Lookup, String> {
        let Some((version, _)) = self.book.table(nama, self.hukum) else {
            return Err(if self.book.tabel.contains_key(nama) {
                format!("tabel {nama} tidak berlaku pada {}", self.hukum)
            } else {
                format!("tabel {nama} tidak ada")
            });
        };
        let table = self.book.akta[&version.akta].tabel[version.place].clone();
        met.within(version.span);
        for row in &table.rows {
            // A row that begins or ends is a border as well.
            for day in [Some(row.span.mulai), row.span.sampai].into_iter().flatten() {
                if day > self.hukum {
                    met.within(Span { mulai: kernel::Date::MIN, sampai: Some(day) });
                } else {
                    met.within(Span { mulai: day, sampai: None });
                }
            }
        }
        let found = match column {
            "" => 0,
            column => table
                .output(column)
                .ok_or_else(|| format!("tabel {nama} tidak punya kolom hasil {column}"))?,
        };
        let mut inputs = Vec::new();
        for (name, tipe) in &table.inputs {
            let given = bound.iter().find(|(n, _)| n.as_deref() == Some(name));
            let (ex, is) = match given {
                Some((_, expr)) => self.ex(expr, Some(*tipe), met)?,
                None => {
                    let id = self.words.find(name).ok_or_else(|| {
                        format!("kolom {name} pada tabel {nama} bukan fakta; isi dengan {name}: …")
                    })?;
                    met.fakta.insert(id);
                    (Ex::Fact(id), self.words.fakta(id).tipe)
                }
            };
            if !tipe.meets(is) {
                return Err(format!(
                    "kolom {name} pada tabel {nama} tidak menerima {}",
                    self.words.type_word(is)
                ));
            }
            inputs.push(ex);
        }
        for (name, _) in bound {
            let name = name.as_deref().unwrap_or("");
            if !table.inputs.iter().any(|i| &*i.0 == name) {
                return Err(format!("tabel {nama} tidak punya kolom masukan {name}"));
            }
        }
        Ok(Lookup { table, version: version.clone(), column: found, inputs, hukum: self.hukum })
    }
}
