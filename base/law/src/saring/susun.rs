//! From a plan to a tree whose leaves are tables, bounds, and as little else as possible.

mod nilai;
mod tabel;

use super::akhir::Akhir;
use super::daun::{self, Banding, Peta, Utuh};
use super::hitung::{self, Hitung, Uji};
use super::keadaan;
use super::kunci;
use super::pohon::{Langkah, Norma, Simpul};
use super::telusur::Telusur;
use crate::eval::{Ctx, Got, Trace};
use crate::expr::Op;
use crate::kolom::{Kolom, Muat, tanda};
use crate::number::{Exact, Round};
use crate::plan::{Bentuk, Cond, Ex, Isi, Plan, Step, Waktu};
use crate::value::{Known, Value};
use crate::vocabulary::FaktaId;

/// A leaf that is a condition.
#[derive(Debug)]
pub enum Daun<'a> {
    /// By table.
    Peta(Peta),
    /// By bounds.
    Banding(Banding),
    /// By columns of values.
    Hitung(Uji<'a>),
    /// By the evaluator of one person, with the facts it needs.
    Satu(&'a Cond, Vec<FaktaId>),
    /// One that days can turn; only when days are asked for.
    Putar(&'a Cond, Vec<FaktaId>),
}

/// A leaf that gives a code.
#[derive(Debug)]
pub enum DaunKode<'a> {
    /// By table.
    Peta(Peta),
    /// Whether there is a value; `true` when its part only warns.
    Hitung(Hitung<'a>, bool),
    /// Whether a norm gives a value, by number.
    Norma(usize),
    /// By the evaluator of one person.
    Satu(Utuh<'a>, Vec<FaktaId>),
    /// One that days can turn; only when days are asked for.
    Putar(Utuh<'a>, Vec<FaktaId>),
}

/// A norm as a tree, with its leaves.
#[derive(Debug)]
pub struct Susunan<'a> {
    /// Its subject.
    pub subjek: Option<Simpul>,
    /// Its parts.
    pub langkah: Vec<Langkah>,
    /// What decides where no part does.
    pub akhir: Option<Akhir<'a>>,
    /// Condition leaves by number.
    pub daun: Vec<Daun<'a>>,
    /// Code leaves by number.
    pub daun_kode: Vec<DaunKode<'a>>,
    /// Norms that give a value, by number.
    pub norma: Vec<hitung::Norma<'a>>,
}

/// A whole part is worked out for every combination of its facts when there are this few.
const KECIL: usize = 1024;

struct Penyusun<'a, 'c> {
    ctx: Ctx<'c>,
    hari: bool,
    shape: Kolom,
    daun: Vec<Daun<'a>>,
    daun_kode: Vec<DaunKode<'a>>,
    norma: Vec<hitung::Norma<'a>>,
    /// Of which plans these norms were made.
    dari: Vec<&'a Plan>,
}

/// Makes the tree of a norm of conditions; with `hari`, what days can turn stays a leaf of its own.
pub fn susun<'a>(plan: &'a Plan, ctx: &Ctx<'_>, hari: bool) -> Susunan<'a> {
    let nobody = vec![Known::Unknown; ctx.words.fakta_list().len()];
    let mut made = Penyusun::new(ctx, hari, &nobody);
    let subjek = plan.subjek.as_ref().map(|(cond, _)| made.simpul(cond));
    let langkah = plan.langkah.iter().map(|step| made.langkah(plan, step)).collect();
    made.selesai(subjek, langkah, None)
}

/// Makes the tree of a norm that gives a value, a score or positions; `None` when columns cannot hold it.
pub fn susun_bernilai<'a>(plan: &'a Plan, ctx: &Ctx<'_>) -> Option<Susunan<'a>> {
    let nobody = vec![Known::Unknown; ctx.words.fakta_list().len()];
    let mut made = Penyusun::new(ctx, false, &nobody);
    if plan.bentuk == Bentuk::Sengketa {
        let subjek = plan.subjek.as_ref().map(|(cond, _)| made.simpul(cond));
        let akhir = Some(Akhir::Sengketa(made.posisi(plan)?));
        return Some(made.selesai(subjek, Vec::new(), akhir));
    }
    let hitung::Norma { subjek, langkah, nilai, .. } = made.norma_bernilai(plan)?;
    let akhir = Some(match plan.bentuk {
        Bentuk::Skor => Akhir::Skor(plan.langkah.iter().map(|s| made.langkah(plan, s)).collect(), nilai),
        _ => Akhir::Nilai(nilai),
    });
    Some(made.selesai(subjek, langkah, akhir))
}

/// Whether a norm can be taken apart: conditions only, at the law date of the question.
pub fn terurai(plan: &Plan) -> bool {
    terurai_di(plan) && terbuka(plan)
}

/// Whether a norm is asked at the law date of the question.
pub fn terurai_di(plan: &Plan) -> bool {
    match plan.waktu {
        Waktu::Pertanyaan => true,
        Waktu::Beku(day) => day == plan.hukum,
        Waktu::Peristiwa(_) => false,
    }
}

/// Whether a norm has conditions only, whatever law it asks for.
pub fn terbuka(plan: &Plan) -> bool {
    let bare = plan.nilai.is_none() && plan.teringan.is_none() && plan.peralihan.is_none();
    bare && plan.bentuk == Bentuk::Syarat && plan.langkah.len() <= kunci::BAGIAN
}

/// Facts the evaluator of one person has to be given: all of them when another law may ask for more.
pub fn perlu(found: &Telusur, ctx: &Ctx<'_>) -> Vec<FaktaId> {
    if found.lintas {
        (0..ctx.words.fakta_list().len()).map(|f| FaktaId(f as u16)).collect()
    } else {
        found.fakta.iter().copied().collect()
    }
}

impl<'a, 'c> Penyusun<'a, 'c> {
    /// `nobody` is somebody of whom nothing is known.
    fn new(ctx: &Ctx<'c>, hari: bool, nobody: &'c [Known]) -> Penyusun<'a, 'c> {
        let ctx = Ctx { facts: nobody, ..*ctx };
        let shape = Kolom::new(ctx.words, 0);
        Penyusun {
            ctx,
            hari,
            shape,
            daun: Vec::new(),
            daun_kode: Vec::new(),
            norma: Vec::new(),
            dari: Vec::new(),
        }
    }

    fn selesai(self, subjek: Option<Simpul>, langkah: Vec<Langkah>, akhir: Option<Akhir<'a>>) -> Susunan<'a> {
        let Penyusun { daun, daun_kode, norma, .. } = self;
        Susunan { subjek, langkah, akhir, daun, daun_kode, norma }
    }

    /// Whether one column says all: the law of another day may move where the law of this one does not.
    fn still(&self, moves: bool, found: &Telusur) -> bool {
        !(self.hari && (moves || found.lintas))
    }

    fn simpul(&mut self, cond: &'a Cond) -> Simpul {
        let found = Telusur::cond(cond);
        let still = self.still(cond.moves(), &found);
        if still {
            if let Some(bounds) = self.banding(cond) {
                return self.daun(Daun::Banding(bounds));
            }
            if let Some(table) = self.peta(&found, KECIL, |ctx| daun::keadaan_of(cond, ctx)) {
                return self.daun(Daun::Peta(table));
            }
        }
        match cond {
            Cond::And(list) | Cond::Or(list) => {
                let any = matches!(cond, Cond::Or(_));
                Simpul::Himpun(list.iter().map(|c| self.simpul(c)).collect(), any)
            }
            Cond::Not(inner) => Simpul::Bukan(Box::new(self.simpul(inner))),
            Cond::Passes(norm) if norm.plan.is_some() => {
                Simpul::Lulus(Box::new(self.norma(norm.plan.as_deref())))
            }
            _ if !still => {
                let fakta = perlu(&found, &self.ctx);
                self.daun(Daun::Putar(cond, fakta))
            }
            _ => {
                if let Some(test) = self.uji(cond) {
                    return self.daun(Daun::Hitung(test));
                }
                if let Some(table) = self.peta(&found, daun::TEMPAT, |ctx| daun::keadaan_of(cond, ctx)) {
                    return self.daun(Daun::Peta(table));
                }
                let fakta = perlu(&found, &self.ctx);
                self.daun(Daun::Satu(cond, fakta))
            }
        }
    }

    fn langkah(&mut self, plan: &'a Plan, step: &'a Step) -> Langkah {
        let found = Telusur::step(step);
        let still = self.still(step.moves(), &found);
        let whole = Utuh::Langkah(plan, step);
        if still && let Some(table) = self.peta(&found, KECIL, |ctx| whole.kode(ctx)) {
            return Langkah::Daun(self.daun_kode(DaunKode::Peta(table)));
        }
        let guarded = step.kecuali.as_ref().is_some_and(|(c, _)| Telusur::cond(c).rujuk);
        let entangled = guarded && matches!(&step.isi, Isi::Bila(c) if Telusur::cond(c).rujuk);
        if let Isi::Nilai(ex, ..) = &step.isi
            && still
            && step.kecuali.is_none()
            && let Some(value) = self.hitung(ex)
        {
            return Langkah::Daun(self.daun_kode(DaunKode::Hitung(value, step.lunak)));
        }
        if entangled || matches!(step.isi, Isi::Nilai(..)) {
            return Langkah::Daun(self.utuh(whole, &found, !still));
        }
        let kecuali = step.kecuali.as_ref().map(|(cond, _)| self.simpul(cond));
        match &step.isi {
            Isi::Bila(cond) => Langkah::Bila(kecuali, self.simpul(cond), step.lunak),
            Isi::SalahSatu(routes) => {
                let routes = routes.iter().map(|r| self.langkah(plan, r)).collect();
                Langkah::SalahSatu(kecuali, routes, step.lunak)
            }
            Isi::Pertimbangan(_) => Langkah::Pertimbangan(kecuali, step.lunak),
            Isi::Norma(norm) => {
                let norma = Box::new(self.norma(norm.plan.as_deref()));
                Langkah::Norma(kecuali, norma, step.lunak)
            }
            Isi::Nilai(..) => Langkah::Daun(self.utuh(whole, &found, !still)),
        }
    }

    fn norma(&mut self, plan: Option<&'a Plan>) -> Norma {
        let Some(plan) = plan else { return Norma::Tiada };
        let found = Telusur::plan(plan);
        let still = self.still(plan.moves(), &found);
        let whole = Utuh::Norma(plan);
        if still && let Some(table) = self.peta(&found, KECIL, |ctx| whole.kode(ctx)) {
            return Norma::Daun(self.daun_kode(DaunKode::Peta(table)));
        }
        if !terurai(plan) {
            let valued = if still { self.nomor(plan) } else { None };
            return Norma::Daun(match valued {
                Some((norma, _)) => self.daun_kode(DaunKode::Norma(norma)),
                None => self.utuh(whole, &found, !still),
            });
        }
        let subjek = plan.subjek.as_ref().map(|(cond, _)| self.simpul(cond));
        Norma::Isi(subjek, plan.langkah.iter().map(|step| self.langkah(plan, step)).collect())
    }

    fn utuh(&mut self, whole: Utuh<'a>, found: &Telusur, turns: bool) -> usize {
        let fakta = perlu(found, &self.ctx);
        self.daun_kode(if turns { DaunKode::Putar(whole, fakta) } else { DaunKode::Satu(whole, fakta) })
    }

    fn daun(&mut self, daun: Daun<'a>) -> Simpul {
        self.daun.push(daun);
        Simpul::Daun(self.daun.len() - 1)
    }

    fn daun_kode(&mut self, daun: DaunKode<'a>) -> usize {
        self.daun_kode.push(daun);
        self.daun_kode.len() - 1
    }

    fn peta(&self, found: &Telusur, limit: usize, what: impl Fn(&Ctx<'_>) -> u8) -> Option<Peta> {
        if found.lintas {
            return None;
        }
        let place = daun::letak(found.fakta.iter().copied(), self.ctx.words, limit)?;
        Some(Peta::susun(place, &self.ctx, what))
    }

    /// Bounds on one number or day, when that is all a condition asks.
    fn banding(&self, cond: &Cond) -> Option<Banding> {
        match cond {
            Cond::There(id) => self.anywhere(*id, [keadaan::BENAR, keadaan::SALAH]),
            Cond::Missing(id) => self.anywhere(*id, [keadaan::SALAH, keadaan::BENAR]),
            Cond::Not(inner) => Some(self.banding(inner)?.dengan(keadaan::bukan)),
            Cond::And(list) | Cond::Or(list) => {
                let any = matches!(cond, Cond::Or(_));
                let all = list.iter().map(|c| self.banding(c)).collect::<Option<Vec<Banding>>>()?;
                let start = if any { keadaan::SALAH } else { keadaan::BENAR };
                let first = all.first()?.dengan(|state| keadaan::himpun(start, state, any));
                all.into_iter().skip(1).try_fold(first, |a, b| join(a, b, any))
            }
            Cond::Compare(op, Ex::Fact(id), other) => self.compare(*id, *op, other),
            Cond::Compare(op, other, Ex::Fact(id)) => self.compare(*id, op.swapped(), other),
            _ => None,
        }
    }

    fn scale(&self, id: FaktaId) -> Option<i32> {
        match self.shape.muat(id) {
            Muat::I32(scale) => Some(scale),
            Muat::U8(_) => None,
        }
    }

    fn anywhere(&self, fakta: FaktaId, [there, absent]: [u8; 2]) -> Option<Banding> {
        self.scale(fakta)?;
        let jawab = [there, there, absent, keadaan::BELUM];
        Some(Banding { fakta, dari: i32::MIN, sampai: i32::MAX, jawab })
    }

    /// A fact against something that is the same for everybody.
    fn compare(&self, fakta: FaktaId, op: Op, other: &Ex) -> Option<Banding> {
        let scale = self.scale(fakta)?;
        let found = Telusur::ex(other);
        if !found.fakta.is_empty() || found.rujuk || found.tabel {
            return None;
        }
        let absent = u8::from(op == Op::Ne);
        let (n, whole) = match self.ctx.value(other, &mut Trace::default()) {
            Got::Is(Value::Day(day)) => (i64::from(day.days()), true),
            Got::Is(Value::Num(n)) => {
                let scaled = n.times(Exact::int(i64::from(scale)))?;
                (scaled.round(0, Round::Down)?.whole()?, scaled.whole().is_some())
            }
            Got::Is(Value::Pick(_, n)) => (i64::from(n), true),
            _ => return None,
        };
        const LOW: i64 = tanda::I32_TERTINGGI as i64 + 1;
        const HIGH: i64 = i32::MAX as i64;
        // Between two cells there is nothing: what lies above the one below is not below the one above.
        let (low, high, yes) = match op {
            Op::Eq | Op::Ne if !whole => (HIGH, LOW, op == Op::Eq),
            Op::Eq | Op::Ne => (n, n, op == Op::Eq),
            Op::Lt if whole => (LOW, n - 1, true),
            Op::Lt | Op::Le => (LOW, n, true),
            Op::Gt | Op::Ge if !whole || op == Op::Gt => (n + 1, HIGH, true),
            Op::Gt | Op::Ge => (n, HIGH, true),
        };
        let bound = |n: i64| n.clamp(LOW, HIGH) as i32;
        let empty = low > high || low > HIGH || high < LOW;
        let (dari, sampai) = if empty { (i32::MAX, i32::MIN) } else { (bound(low), bound(high)) };
        let jawab = [u8::from(yes), u8::from(!yes), absent, keadaan::BELUM];
        Some(Banding { fakta, dari, sampai, jawab })
    }
}

/// Two questions on the same fact as one, when one pair of bounds is enough.
fn join(a: Banding, b: Banding, any: bool) -> Option<Banding> {
    let same = (a.dari, a.sampai) == (b.dari, b.sampai);
    let flat = |x: &Banding| x.jawab[0] == x.jawab[1];
    if a.fakta != b.fakta || !(same || flat(&a) || flat(&b)) {
        return None;
    }
    let bounds = if flat(&a) { b } else { a };
    let jawab = std::array::from_fn(|i| keadaan::himpun(a.jawab[i], b.jawab[i], any));
    Some(Banding { jawab, ..bounds })
}
