//! From a norm as written to a plan: names become numbers, words become choices, parameters and
//! tables become those of the law date. Whatever does not fit is a sentence with file and line.

use crate::act::{Bagian, Fields, NormDef, Peran, Span};
use crate::book::{Book, Citation, NormBody, Version};
use crate::expr::{self, Expr};
use crate::number::Exact;
use crate::plan::{Arg, Bentuk, Cond, Ex, Isi, Lookup, NormRef, ParamUse, Piece, Plan, Step, Waktu, ukuran};
use crate::reader::{At, Said};
use crate::value::{Type, Value};
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use kernel::tables::Kepastian;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What does not fit, and where.
pub type Trouble = (At, String);

/// How many norms may refer to one another in a row.
const CHAIN: usize = 16;
/// Parts a norm may have.
const PARTS: usize = 100;
/// Levels of nesting, norms asked on the way included: a thread's stack holds several times as many.
const NESTED: usize = 100;
/// What there may be to look at for one answer.
const WORK: usize = 20_000;
/// How many norms answering one may take, each counted as often as it is asked.
const ASKED: usize = 2000;

/// Compiles a norm for a law date; `None` when it does not hold then.
///
/// # Errors
/// Where and what does not fit.
pub fn plan(
    book: &Book,
    words: &Vocabulary,
    kunci: &str,
    hukum: Date,
    above: &[Box<str>],
) -> Result<Option<Arc<Plan>>, Trouble> {
    let Some(version) = book.version(kunci, hukum) else { return Ok(None) };
    let def = &book.akta[&version.akta].norma[version.place];
    let mut chain = above.to_vec();
    chain.push(kunci.into());
    if above.iter().any(|k| &**k == kunci) {
        return Err((def.at.clone(), format!("norma saling merujuk tanpa akhir: {}.", chain.join(" → "))));
    }
    if chain.len() > CHAIN {
        return Err(too_deep(def, &chain));
    }
    // Norms ask one another in many ways; each is compiled once for a day.
    if let Some(made) = book.made(kunci, hukum) {
        return if above.len() + made.tingkat > CHAIN { Err(too_deep(def, &chain)) } else { Ok(Some(made)) };
    }
    let body = book.body(kunci, version, hukum);
    let compiler = Compiler { book, words, hukum, version, chain, at: def.at.clone(), body: &body };
    let plan = Arc::new(compiler.norm(kunci)?);
    book.keep(kunci, hukum, Some(plan.clone()));
    Ok(Some(plan))
}

fn too_deep(def: &NormDef, chain: &[Box<str>]) -> Trouble {
    (def.at.clone(), format!("norma merujuk lebih dari {CHAIN} tingkat: {}.", chain.join(" → ")))
}

struct Compiler<'a> {
    book: &'a Book,
    words: &'a Vocabulary,
    hukum: Date,
    version: &'a Version,
    chain: Vec<Box<str>>,
    at: At,
    body: &'a NormBody,
}

/// What was met while an expression was read.
#[derive(Default)]
struct Met {
    param: Vec<ParamUse>,
    fakta: BTreeSet<FaktaId>,
    masa: Option<Span>,
    weak: bool,
    /// Norms asked, each as often as it is.
    asked: usize,
    /// How many levels of them.
    levels: usize,
}

impl Met {
    fn within(&mut self, span: Span) {
        self.masa = Some(match self.masa {
            Some(masa) => masa.cut(span).unwrap_or(masa),
            None => span,
        });
    }

    fn join(&mut self, other: Met) {
        self.fakta.extend(other.fakta);
        self.asked = self.asked.saturating_add(other.asked);
        self.levels = self.levels.max(other.levels);
        if let Some(masa) = other.masa {
            self.within(masa);
        }
    }
}

/// Whether a text is too uncertain to stop anybody.
pub fn uncertain(kepastian: Kepastian) -> bool {
    matches!(kepastian, Kepastian::Medium | Kepastian::Low)
}

impl Compiler<'_> {
    fn norm(&self, kunci: &str) -> Result<Plan, Trouble> {
        let fields = &self.body.fields;
        let mut all = Met::default();
        all.within(self.span());
        let bentuk = self.bentuk(fields)?;
        let subjek = match fields.get("subjek") {
            None => None,
            Some(said) => {
                let mut met = Met::default();
                let cond = self.read_cond(said, &mut met)?;
                all.join(met);
                let words = fields.get("subjek_bunyi").map_or_else(|| said.text.clone(), |s| s.text.clone());
                Some((cond, words))
            }
        };
        let mut langkah = Vec::new();
        for part in &self.body.bagian {
            let step = self.step(part, bentuk, &mut all)?;
            if langkah.iter().any(|s: &Step| s.kunci == step.kunci) {
                return Err((part.at.clone(), format!("{kunci} punya dua bagian bernama {}.", step.kunci)));
            }
            langkah.push(step);
        }
        let wanted = fields.get("satuan").and_then(|s| self.words.type_of(&s.text));
        let mut own = Met::default();
        let (mut nilai, mut tipe) = (None, None);
        if let Some(said) = fields.get("nilai") {
            let (ex, found) = self.read_ex(said, wanted, &mut own)?;
            (nilai, tipe) = (Some(ex), Some(found));
        }
        let param = std::mem::take(&mut own.param);
        let peralihan = match (bentuk, fields.get("tabel")) {
            (Bentuk::Peralihan, Some(said)) => Some(self.transition(said, &mut own)?),
            _ => None,
        };
        let teringan = match bentuk {
            Bentuk::Teringan => Some(self.lenient(fields, &mut own)?),
            _ => None,
        };
        all.join(own);
        if bentuk == Bentuk::Skor {
            tipe = Some(Type::Desimal);
        }
        if bentuk == Bentuk::Sengketa {
            tipe = self.positions_type(&langkah);
        }
        self.complete(bentuk, &langkah, nilai.is_some(), tipe)?;
        let text = |key: &str| fields.get(key).map(|s| s.text.clone()).unwrap_or_default();
        let kepastian = self.certainty(fields, self.body.kepastian);
        let waktu = self.waktu(fields, &mut all)?;
        if all.asked >= ASKED {
            let sentence = format!("norma {kunci} merujuk terlalu banyak norma lain; paling banyak {ASKED}.");
            return Err((self.at.clone(), sentence));
        }
        let whole = subjek.as_ref().map(|(cond, _)| cond);
        let ukuran = ukuran::of_parts(whole, &langkah, nilai.as_ref(), peralihan.as_ref());
        if langkah.len() > PARTS || ukuran.dalam > NESTED || ukuran.beban > WORK {
            let sentence = format!(
                "norma {kunci} terlalu besar; paling banyak {PARTS} bagian, {NESTED} tingkat hitungan, dan {WORK} langkah beserta norma dan tabel yang dirujuknya."
            );
            return Err((self.at.clone(), sentence));
        }
        let bulat = fields.get("bulat").and_then(|s| s.text.parse().ok());
        Ok(Plan {
            kunci: kunci.into(),
            judul: text("judul"),
            bentuk,
            subjek,
            dasar: self.cite(&text("dasar"), kepastian, self.body.oleh.as_ref()),
            waktu,
            langkah,
            nilai,
            tipe,
            satuan: text("satuan"),
            bulat,
            teringan,
            peralihan,
            param,
            catatan: text("catatan"),
            hukum: self.hukum,
            masa: all.masa.unwrap_or(self.version.span),
            fakta: all.fakta.into_iter().collect(),
            norma: all.asked + 1,
            tingkat: all.levels + 1,
            ukuran,
        })
    }

    /// Law dates on which the text of this norm is what it is now.
    fn span(&self) -> Span {
        let kunci = self.chain.last().map_or("", |k| k);
        let sampai = self.book.next_border(kunci, self.hukum);
        self.version.span.cut(Span { mulai: Date::MIN, sampai }).unwrap_or(self.version.span)
    }

    fn bentuk(&self, fields: &Fields) -> Result<Bentuk, Trouble> {
        let said = fields.get("bentuk").ok_or((self.at.clone(), "`bentuk` belum ditulis.".to_owned()))?;
        Bentuk::ALL.iter().find(|(w, _)| *w == &*said.text).map(|(_, b)| *b).ok_or_else(|| {
            let known: Vec<&str> = Bentuk::ALL.iter().map(|b| b.0).collect();
            (said.at.clone(), format!("bentuk \"{}\" tidak dikenal; pilih {}.", said.text, known.join(", ")))
        })
    }

    fn complete(
        &self,
        bentuk: Bentuk,
        langkah: &[Step],
        nilai: bool,
        tipe: Option<Type>,
    ) -> Result<(), Trouble> {
        let wrong = |sentence: &str| Err((self.at.clone(), format!("norma {}: {sentence}", self.name())));
        match bentuk {
            Bentuk::Syarat if langkah.is_empty() => wrong("belum punya [[norma.syarat]]."),
            Bentuk::Skor if langkah.is_empty() => wrong("belum punya [[norma.unsur]]."),
            Bentuk::Sengketa if langkah.len() < 2 => wrong("perlu paling sedikit dua [[norma.posisi]]."),
            Bentuk::Nilai | Bentuk::Tanggal | Bentuk::Klasifikasi if !nilai => {
                wrong("`nilai` belum ditulis.")
            }
            Bentuk::Tanggal if tipe != Some(Type::Tanggal) => wrong("`nilai` harus sebuah tanggal."),
            Bentuk::Peralihan if !self.body.fields.contains_key("tabel") => wrong("`tabel` belum ditulis."),
            _ => Ok(()),
        }
    }

    fn name(&self) -> &str {
        self.chain.last().map_or("", |k| k)
    }

    fn positions_type(&self, langkah: &[Step]) -> Option<Type> {
        langkah.iter().find_map(|s| match &s.isi {
            Isi::Nilai(ex, ..) => self.type_of(ex),
            Isi::Norma(n) => n.plan.as_ref().and_then(|p| p.tipe),
            _ => None,
        })
    }

    fn type_of(&self, ex: &Ex) -> Option<Type> {
        match ex {
            Ex::Const(Value::Num(_)) | Ex::Arith(..) => Some(Type::Desimal),
            Ex::Const(Value::Day(_)) | Ex::Today | Ex::Period(..) => Some(Type::Tanggal),
            Ex::Const(Value::Pick(j, _)) => Some(Type::Pilihan(*j)),
            Ex::Const(Value::Yes(_)) => Some(Type::YaTidak),
            Ex::Const(Value::Text(_)) => Some(Type::Teks),
            Ex::Fact(f) => Some(self.words.fakta(*f).tipe),
            Ex::Table(l) => Some(l.table.outputs[l.column].1),
            Ex::NextStep(_) => Some(Type::Desimal),
            Ex::Norm(n) => n.plan.as_ref().and_then(|p| p.tipe),
            Ex::Call(f, args) => match f.result() {
                Arg::Day => Some(Type::Tanggal),
                Arg::Whole => Some(Type::Bilangan),
                Arg::Num => Some(Type::Desimal),
                Arg::Same => args.first().and_then(|a| self.type_of(a)),
            },
            Ex::If(_, a, b) => self.type_of(a).or_else(|| self.type_of(b)),
        }
    }

    fn waktu(&self, fields: &Fields, all: &mut Met) -> Result<Waktu, Trouble> {
        let Some(said) = fields.get("waktu") else { return Ok(Waktu::Pertanyaan) };
        let word = said.text.trim_matches('\'');
        if let Some(day) = Date::parse(word) {
            return Ok(Waktu::Beku(day));
        }
        let fakta = self.day_fact(word, &said.at)?;
        all.fakta.insert(fakta);
        Ok(Waktu::Peristiwa(fakta))
    }

    fn day_fact(&self, name: &str, at: &At) -> Result<FaktaId, Trouble> {
        match self.words.find(name) {
            Some(id) if self.words.fakta(id).tipe == Type::Tanggal => Ok(id),
            _ => Err((at.clone(), format!("\"{name}\" bukan fakta bertipe tanggal."))),
        }
    }

    fn lenient(&self, fields: &Fields, met: &mut Met) -> Result<(Box<str>, Vec<FaktaId>), Trouble> {
        let missing = |key: &str| (self.at.clone(), format!("norma {}: `{key}` belum ditulis.", self.name()));
        let norm = fields.get("norma").ok_or_else(|| missing("norma"))?;
        let calon = fields.get("waktu_calon").ok_or_else(|| missing("waktu_calon"))?;
        let reference = self.reference(&norm.text).map_err(|s| (norm.at.clone(), s))?;
        self.nested(&reference, met);
        if let Some(tipe) = reference.plan.as_ref().and_then(|p| p.tipe).filter(|t| !self.ordered(*t)) {
            let sentence =
                format!("teringan memerlukan nilai yang berurut, bukan {}.", self.words.type_word(tipe));
            return Err((norm.at.clone(), sentence));
        }
        let mut facts = Vec::new();
        for name in calon.text.split(',') {
            facts.push(self.day_fact(name, &calon.at)?);
        }
        met.fakta.extend(facts.iter().copied());
        Ok((norm.text.clone(), facts))
    }

    fn transition(&self, said: &Said, met: &mut Met) -> Result<Lookup, Trouble> {
        let lookup =
            self.lookup(&said.text, "pakai", &[], met).map_err(|sentence| (said.at.clone(), sentence))?;
        if !lookup.table.lengkap {
            let sentence = "tabel peralihan harus #lengkap=ya: setiap tanggal peristiwa harus terjawab.";
            return Err((lookup.table.at.clone(), sentence.to_owned()));
        }
        for row in &lookup.table.rows {
            if let Some(Value::Text(key)) = &row.outs[lookup.column] {
                if !self.book.norma.contains_key(key) {
                    let at = At { berkas: lookup.table.at.berkas.clone(), baris: row.baris };
                    return Err((at, format!("norma {key} tidak ada.")));
                }
                // What another law says may ask for facts of its own.
                for version in &self.book.norma[key] {
                    let nested = plan(self.book, self.words, key, version.span.mulai, &self.chain)?;
                    met.fakta.extend(nested.iter().flat_map(|p| p.fakta.iter().copied()));
                }
            }
            let column = lookup.table.output("hukum").and_then(|c| row.outs[c].as_ref());
            if let Some(Value::Text(word)) = column
                && &**word != "-"
                && Date::parse(word).is_none()
            {
                let at = At { berkas: lookup.table.at.berkas.clone(), baris: row.baris };
                met.fakta.insert(self.day_fact(word, &at)?);
            }
        }
        Ok(lookup)
    }

    fn certainty(&self, fields: &Fields, inherited: Kepastian) -> Kepastian {
        fields.get("kepastian").and_then(|s| Kepastian::from_word(&s.text)).unwrap_or(inherited)
    }

    fn cite(&self, letak: &str, kepastian: Kepastian, oleh: Option<&(Box<str>, Box<str>)>) -> Citation {
        self.book.cite(self.version, letak, kepastian, oleh, self.hukum)
    }

    fn step(&self, part: &Bagian, bentuk: Bentuk, all: &mut Met) -> Result<Step, Trouble> {
        let fields = &part.fields;
        let mut met = Met::default();
        let kecuali = match fields.get("kecuali") {
            None => None,
            Some(said) => {
                let cond = self.read_cond(said, &mut met)?;
                let words = fields.get("kecuali_bunyi").ok_or_else(|| {
                    (part.at.clone(), format!("pengecualian pada {} belum punya kecuali_bunyi.", part.kunci))
                })?;
                Some((cond, words.text.clone()))
            }
        };
        let isi = self.isi(part, bentuk, &mut met, all)?;
        let bunyi = match fields.get("bunyi") {
            Some(said) => self.template(said, &mut met)?,
            None => Vec::new(),
        };
        let kepastian = self.certainty(fields, self.body.kepastian);
        let warns = match fields.get("sifat").map(|s| (&*s.text, &s.at)) {
            None => false,
            Some(("peringatan", _)) => true,
            Some((other, at)) => {
                return Err((at.clone(), format!("sifat \"{other}\" tidak dikenal; tulis peringatan.")));
            }
        };
        let text = |key: &str| fields.get(key).map(|s| s.text.clone()).unwrap_or_default();
        let letak = text("dasar");
        let mut step = Step {
            kunci: part.kunci.clone(),
            bunyi,
            dasar: self.cite(&letak, kepastian, part.oleh.as_ref()),
            lunak: warns || uncertain(kepastian) || met.weak,
            kepastian,
            kecuali,
            isi,
            param: std::mem::take(&mut met.param),
            pihak: text("pihak"),
            catatan: text("catatan"),
            waktu: false,
        };
        step.waktu = step.moves();
        all.join(met);
        Ok(step)
    }

    fn isi(&self, part: &Bagian, bentuk: Bentuk, met: &mut Met, all: &mut Met) -> Result<Isi, Trouble> {
        let fields = &part.fields;
        let asked =
            ["bila", "pertimbangan", "norma", "nilai"].iter().filter(|k| fields.contains_key(**k)).count()
                + usize::from(!part.jalur.is_empty());
        if asked != 1 {
            let sentence = format!(
                "bagian {} harus punya tepat satu dari bila, salah_satu, pertimbangan, norma, nilai.",
                part.kunci
            );
            return Err((part.at.clone(), sentence));
        }
        let fits = match part.peran {
            Peran::Syarat => !fields.contains_key("nilai"),
            Peran::Unsur => fields.contains_key("nilai") && bentuk == Bentuk::Skor,
            Peran::Posisi => {
                (fields.contains_key("nilai") || fields.contains_key("norma")) && bentuk == Bentuk::Sengketa
            }
        };
        if !fits {
            return Err((
                part.at.clone(),
                format!("bagian {} tidak cocok dengan bentuk {}.", part.kunci, bentuk.word()),
            ));
        }
        if let Some(said) = fields.get("bila") {
            return Ok(Isi::Bila(self.read_cond(said, met)?));
        }
        if let Some(said) = fields.get("pertimbangan") {
            return Ok(Isi::Pertimbangan(said.text.clone()));
        }
        if let Some(said) = fields.get("norma") {
            let reference = self.reference(&said.text).map_err(|s| (said.at.clone(), s))?;
            self.nested(&reference, met);
            return Ok(Isi::Norma(reference));
        }
        if let Some(said) = fields.get("nilai") {
            let (ex, _) = self.read_ex(said, None, met)?;
            let bobot = fields.get("bobot").map(|s| self.number(s)).transpose()?;
            let maks = fields.get("maks").map(|s| self.number(s)).transpose()?;
            return Ok(Isi::Nilai(ex, bobot, maks));
        }
        let mut routes = Vec::new();
        for route in &part.jalur {
            routes.push(self.step(route, Bentuk::Syarat, all)?);
        }
        Ok(Isi::SalahSatu(routes))
    }

    fn number(&self, said: &Said) -> Result<Exact, Trouble> {
        Exact::parse(said.text.trim_matches('\''))
            .ok_or_else(|| (said.at.clone(), format!("\"{}\" bukan bilangan.", said.text)))
    }

    fn template(&self, said: &Said, met: &mut Met) -> Result<Vec<Piece>, Trouble> {
        let mut pieces = Vec::new();
        let mut rest: &str = &said.text;
        while let Some(open) = rest.find('{') {
            let close = rest[open..]
                .find('}')
                .ok_or((said.at.clone(), "kurung kurawal tidak ditutup.".to_owned()))?;
            let name = &rest[open + 1..open + close];
            pieces.push(Piece::Text(rest[..open].into()));
            match name.strip_prefix('@') {
                Some(param) => {
                    let used = self.param(param).map_err(|s| (said.at.clone(), s))?;
                    let shown: Vec<String> = used.nilai.iter().map(|v| v.show(self.words)).collect();
                    pieces.push(Piece::Text(shown.join(", ").into()));
                    self.until_next(param, &used, met);
                    if !met.param.contains(&used) {
                        met.param.push(used);
                    }
                }
                None => {
                    let fakta = self.words.find(name).ok_or_else(|| {
                        (said.at.clone(), format!("fakta {name} pada bunyi tidak dikenal."))
                    })?;
                    met.fakta.insert(fakta);
                    pieces.push(Piece::Fact(fakta));
                }
            }
            rest = &rest[open + close + 1..];
        }
        pieces.push(Piece::Text(rest.into()));
        Ok(pieces)
    }

    fn read_cond(&self, said: &Said, met: &mut Met) -> Result<Cond, Trouble> {
        let expr = expr::parse(&said.text)
            .map_err(|s| (said.at.clone(), format!("{s}, pada \"{}\".", said.text)))?;
        self.cond(&expr, met).map_err(|s| (said.at.clone(), format!("{s}, pada \"{}\".", said.text)))
    }

    fn read_ex(&self, said: &Said, want: Option<Type>, met: &mut Met) -> Result<(Ex, Type), Trouble> {
        let wrong = |s: String| (said.at.clone(), format!("{s}, pada \"{}\".", said.text));
        let expr = expr::parse(&said.text).map_err(wrong)?;
        self.ex(&expr, want, met).map_err(|s| (said.at.clone(), format!("{s}, pada \"{}\".", said.text)))
    }

    /// What is met inside another norm; one that does not hold yet may begin to.
    fn nested(&self, norm: &NormRef, met: &mut Met) {
        match &norm.plan {
            Some(plan) => {
                met.fakta.extend(plan.fakta.iter().copied());
                met.asked = met.asked.saturating_add(plan.norma);
                met.levels = met.levels.max(plan.tingkat);
                met.within(plan.masa);
            }
            None => {
                let sampai = self.book.next_border(&norm.kunci, self.hukum);
                met.within(Span { mulai: Date::MIN, sampai });
            }
        }
    }

    fn reference(&self, kunci: &str) -> Result<Arc<NormRef>, String> {
        if !self.book.norma.contains_key(kunci) {
            return Err(format!("norma {kunci} tidak ada"));
        }
        let plan = plan(self.book, self.words, kunci, self.hukum, &self.chain).map_err(|(_, s)| s)?;
        Ok(Arc::new(NormRef { kunci: kunci.into(), plan }))
    }

    fn param(&self, kunci: &str) -> Result<ParamUse, String> {
        let Some((version, def)) = self.book.param(kunci, self.hukum) else {
            return Err(match self.book.param_versions(kunci).next() {
                Some(_) => format!("param {kunci} tidak berlaku pada {}", self.hukum),
                None => format!("param {kunci} tidak ada"),
            });
        };
        let expr = expr::parse(&def.nilai.text)?;
        let nilai = match expr {
            Expr::List(items) => items.iter().map(constant).collect::<Result<Vec<Value>, String>>()?,
            one => vec![constant(&one)?],
        };
        let dasar = self.book.cite(version, &def.dasar, def.kepastian, None, self.hukum);
        Ok(ParamUse { kunci: kunci.into(), nilai, satuan: def.satuan.clone(), dasar })
    }
}

fn constant(expr: &Expr) -> Result<Value, String> {
    match expr {
        Expr::Num(n) => Ok(Value::Num(*n)),
        Expr::Day(d) => Ok(Value::Day(*d)),
        Expr::Word(w) => Ok(Value::Text(w.clone())),
        _ => Err("nilai param harus bilangan, tanggal, atau teks".to_owned()),
    }
}

mod names;
