//! Questions to a plan under limits of units: what it would cost to seat somebody elsewhere while all limits are kept.
//! Prices prove a least; an arrangement that is found is a most. Where both meet the answer is exact.

use super::batas::{Batas, lantai, lewat};
use super::{Beku, Hasil};
use solver::{Edge, Floor, Margins, Matching, Prices, Problem, Unmet};

/// With more pairs a plan is not worked out anew for a question.
const PASANGAN: usize = 30_000;

/// A plan under limits, ready for questions.
pub struct Berbatas<'a> {
    beku: &'a Beku,
    hasil: &'a Hasil,
    floors: Vec<Floor>,
    selisih: i64,
    /// The problem in which staying is worth the price of the unit more.
    priced: Problem,
    matching: Matching,
    prices: Prices,
}

/// What is known.
pub enum Jawaban {
    /// No arrangement within the limits was found in which they sit there.
    Tidak,
    /// Who sits where then, and what every such arrangement loses at least, in the units of the objective.
    Susunan {
        /// By seat.
        duduk: Vec<Option<u32>>,
        /// Never more than this arrangement loses.
        sedikitnya: i64,
    },
    /// What every such arrangement loses at least.
    Sedikitnya(i64),
}

impl<'a> Berbatas<'a> {
    /// Of a plan, its problem, and the prices that prove its bound; `None` where they do not belong together.
    pub fn new(
        beku: &'a Beku,
        hasil: &'a Hasil,
        batas: &Batas,
        problem: &Problem,
        matching: Matching,
        prices: Prices,
    ) -> Option<Berbatas<'a>> {
        let price = |edge: &Edge| {
            let home = beku.calon.get(edge.left as usize)?.asal.filter(|home| *home == edge.right)?;
            let unit = beku.kursi.get(home as usize)?.unit;
            batas.harga.get(unit as usize).copied()
        };
        let more =
            |edge: Edge| Edge { weight: edge.weight.saturating_add(price(&edge).unwrap_or(0)), ..edge };
        let must = (0..problem.lefts() as u32).map(|left| problem.must_left(left)).collect();
        let edges: Vec<Edge> = problem.edges().map(more).collect();
        let priced = Problem::new(must, vec![false; problem.rights()], edges.into_iter()).ok()?;
        let selisih = batas.selisih(hasil.nilai);
        Some(Berbatas { beku, hasil, floors: lantai(beku), selisih, priced, matching, prices })
    }

    /// What seating somebody in a seat would cost; `None` where they may not sit there.
    pub fn paksa(&self, problem: &Problem, calon: u32, kursi: u32) -> Option<Jawaban> {
        let mut margins = Margins::new(&self.priced, &self.matching, &self.prices);
        let slack = margins.slack(calon, kursi)?;
        let mut least = slack - self.selisih;
        if self.selisih == 0 {
            // The plan is an optimum with the prices of units, so what it loses there is exact.
            let Some(found) = margins.forced(calon, kursi) else { return Some(Jawaban::Tidak) };
            least = found.loss;
            let duduk = found.applied(&self.matching).by_right(self.beku.kursi.len());
            if lewat(self.beku, &duduk).is_empty() && self.hasil.nilai - worth(problem, &duduk) <= least {
                return Some(Jawaban::Susunan { duduk, sedikitnya: least });
            }
        }
        if problem.edge_count() > PASANGAN {
            return Some(Jawaban::Sedikitnya(least));
        }
        let other = dengan(problem, calon, kursi)?;
        Some(match solver::solve_floored(&other, &self.floors) {
            Ok(found) => {
                let loss = self.hasil.nilai - found.objective;
                let proven = if found.is_exact { loss } else { self.hasil.nilai - found.bound };
                let duduk = found.matching.by_right(self.beku.kursi.len());
                Jawaban::Susunan { duduk, sedikitnya: least.max(proven).min(loss) }
            }
            Err(Unmet::Refused(_)) => Jawaban::Sedikitnya(least),
            Err(Unmet::Infeasible(_) | Unmet::Floor { .. }) => Jawaban::Tidak,
        })
    }
}

fn worth(problem: &Problem, duduk: &[Option<u32>]) -> i64 {
    let seated = (0..).zip(duduk).filter_map(|(kursi, who)| Some((kursi, (*who)?)));
    seated.filter_map(|(kursi, calon)| problem.weight(calon, kursi)).sum()
}

/// The problem in which this pair has to be.
fn dengan(problem: &Problem, calon: u32, kursi: u32) -> Option<Problem> {
    let must = (0..problem.lefts() as u32).map(|left| problem.must_left(left) || left == calon).collect();
    let fits = |e: &Edge| (e.left == calon) == (e.right == kursi);
    let edges: Vec<Edge> = problem.edges().filter(fits).collect();
    Problem::new(must, vec![false; problem.rights()], edges.into_iter()).ok()
}
