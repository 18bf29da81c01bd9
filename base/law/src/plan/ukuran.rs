//! How large a norm is to be asked: how deep its sums nest, norms asked on the way among them, and how many
//! parts there are to look at. Bounds on both keep a question from taking a machine's stack or its day.

use super::{Cond, Ex, Func, Isi, Lookup, NormRef, Plan, Step};

/// Days gone through to count working days.
const WORKING: usize = 1_500;

/// Depth, and parts to look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Ukuran {
    /// Levels of nesting.
    pub dalam: usize,
    /// Comparisons, sums, functions, and rows of tables gone through.
    pub beban: usize,
}

impl Ukuran {
    fn beside(self, other: Ukuran) -> Ukuran {
        Ukuran { dalam: self.dalam.max(other.dalam), beban: self.beban.saturating_add(other.beban) }
    }

    fn under(self) -> Ukuran {
        Ukuran { dalam: self.dalam + 1, beban: self.beban.saturating_add(1) }
    }
}

fn all(list: impl Iterator<Item = Ukuran>) -> Ukuran {
    list.fold(Ukuran::default(), Ukuran::beside)
}

/// Of a norm made of these.
pub fn of_parts(
    subjek: Option<&Cond>,
    langkah: &[Step],
    nilai: Option<&Ex>,
    lookup: Option<&Lookup>,
) -> Ukuran {
    let parts = [
        subjek.map_or(Ukuran::default(), of_cond),
        all(langkah.iter().map(of_step)),
        nilai.map_or(Ukuran::default(), of_ex),
        lookup.map_or(Ukuran::default(), of_lookup),
    ];
    all(parts.into_iter()).under()
}

fn of_step(step: &Step) -> Ukuran {
    let kecuali = step.kecuali.as_ref().map_or(Ukuran::default(), |(cond, _)| of_cond(cond));
    let isi = match &step.isi {
        Isi::Bila(cond) => of_cond(cond),
        Isi::SalahSatu(routes) => all(routes.iter().map(of_step)),
        Isi::Pertimbangan(_) => Ukuran::default(),
        Isi::Norma(norm) => of_norm(norm),
        Isi::Nilai(ex, ..) => of_ex(ex),
    };
    kecuali.beside(isi).under()
}

fn of_cond(cond: &Cond) -> Ukuran {
    match cond {
        Cond::Compare(_, a, b) => of_ex(a).beside(of_ex(b)),
        Cond::Among(a, _) | Cond::Truth(a) => of_ex(a),
        Cond::And(list) | Cond::Or(list) => all(list.iter().map(of_cond)),
        Cond::Not(inner) => of_cond(inner),
        Cond::There(_) | Cond::Missing(_) => Ukuran::default(),
        Cond::Passes(norm) => of_norm(norm),
    }
    .under()
}

fn of_ex(ex: &Ex) -> Ukuran {
    match ex {
        Ex::Const(_) | Ex::Fact(_) | Ex::Today => Ukuran::default(),
        Ex::Table(lookup) | Ex::NextStep(lookup) => of_lookup(lookup),
        Ex::Norm(norm) => of_norm(norm),
        Ex::Call(func, args) => {
            let args = all(args.iter().map(of_ex));
            let days =
                if matches!(func, Func::HariKerjaSetelah | Func::HariKerjaAntara) { WORKING } else { 0 };
            Ukuran { beban: args.beban.saturating_add(days), ..args }
        }
        Ex::Arith(_, a, b) => of_ex(a).beside(of_ex(b)),
        Ex::If(cond, a, b) => of_cond(cond).beside(of_ex(a)).beside(of_ex(b)),
        Ex::Period(_, day) => of_ex(day),
    }
    .under()
}

fn of_lookup(lookup: &Lookup) -> Ukuran {
    let inputs = all(lookup.inputs.iter().map(of_ex));
    Ukuran { beban: inputs.beban.saturating_add(lookup.table.rows.len()), ..inputs }
}

fn of_norm(norm: &NormRef) -> Ukuran {
    norm.plan.as_ref().map_or(Ukuran::default(), |plan: &std::sync::Arc<Plan>| plan.ukuran)
}
