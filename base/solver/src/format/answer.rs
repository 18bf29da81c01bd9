//! `plan.csv`, `certificate` and `summary.txt`.

use super::Instance;
use super::rows::{decimal, sha256};
use crate::{Engine, Matching, Settled, Solution};

/// The files of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `plan.csv`: every position that ends with somebody, sorted.
    pub plan: Vec<u8>,
    /// `certificate`: input hashes, objective, and the prices that prove the plan optimal.
    pub certificate: Vec<u8>,
    /// `summary.txt`: for people; the only file that may differ between two runs.
    pub summary: Vec<u8>,
}

/// What the head of a certificate says about the plan.
pub(super) struct Claim<'a> {
    pub objective: i64,
    /// Keys between objective and hashes.
    pub more: String,
    pub order: &'a str,
    /// Lists of prices with the heads of their id columns.
    pub prices: &'a [(&'a str, &'a [i64])],
}

impl Instance {
    /// Writes the result down. `times` are named measurements of the caller in microseconds.
    pub fn answer(&self, solution: &Solution, settled: &Settled, times: &[(&str, u64)]) -> Answer {
        let engine = match solution.engine {
            Engine::Paths => "paths",
            Engine::Auction => "auction",
        };
        let claim = Claim {
            objective: solution.objective,
            more: String::new(),
            order: "class-desc,position;duk-asc",
            prices: &[("candidate", &solution.prices.u), ("position", &solution.prices.v)],
        };
        let more = format!("ties_decided_by_order={}\nengine={engine}\n", settled.ties.len());
        self.written(&settled.matching, &claim, &more, times)
    }

    pub(super) fn written(
        &self,
        matching: &Matching,
        claim: &Claim,
        more: &str,
        times: &[(&str, u64)],
    ) -> Answer {
        let placed = matching.by_right(self.positions.len());
        let mut plan = b"position,candidate\n".to_vec();
        for (position, candidate) in placed.iter().enumerate() {
            if let Some(candidate) = candidate {
                row(&mut plan, position, i64::from(*candidate));
            }
        }
        let certificate = self.certificate(claim, &sha256(&plan));
        let mut summary = self.summary(matching, claim) + more;
        for (name, microseconds) in times {
            summary += &format!("{name}_us={microseconds}\n");
        }
        Answer { plan, certificate, summary: summary.into_bytes() }
    }

    fn certificate(&self, claim: &Claim, plan: &str) -> Vec<u8> {
        let mut text = format!(
            "format=sinergi-certificate-1\ninstance={}\ncandidates={}\npositions={}\nedges={}\nmaxscore={}\n\
             fill={}\nmove={}\nobjective={}\n{}",
            self.name,
            self.candidates.len(),
            self.positions.len(),
            self.problem.edge_count(),
            self.maxscore,
            self.fill(),
            self.move_cost(),
            claim.objective,
            claim.more,
        );
        for (file, hash) in &self.sha256 {
            text += &format!("sha256.{file}={hash}\n");
        }
        text += &format!("sha256.plan.csv={plan}\norder={}\n", claim.order);
        let mut text = text.into_bytes();
        for (head, prices) in claim.prices {
            text.extend_from_slice(format!("\n{head},price\n").as_bytes());
            for (id, price) in prices.iter().enumerate() {
                row(&mut text, id, *price);
            }
        }
        text
    }

    fn summary(&self, matching: &Matching, claim: &Claim) -> String {
        let ends = || self.candidates.iter().zip(&matching.left);
        let filled = matching.left.iter().flatten().count();
        let stays =
            ends().filter(|(candidate, end)| candidate.home.is_some() && **end == candidate.home).count();
        let holders = self.candidates.iter().filter(|candidate| candidate.home.is_some()).count();
        format!(
            "instance={}\nobjective={}\n{}filled={filled}\nempty={}\nmoves={}\nstays={stays}\nplaced_from_outside={}\n",
            self.name,
            claim.objective,
            claim.more,
            self.positions.len() - filled,
            holders - stays,
            filled - holders,
        )
    }
}

fn row(text: &mut Vec<u8>, id: usize, value: i64) {
    decimal(text, id as i64);
    text.push(b',');
    decimal(text, value);
    text.push(b'\n');
}
