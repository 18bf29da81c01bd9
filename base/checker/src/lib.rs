//! A second opinion on a placement plan: is it valid, is it the best there is, and is it the one
//! the published order demands?
//!
//! The plan comes with a *certificate*: a whole-number price for every candidate and every
//! position. If on every eligible pair the two prices together reach the weight of the pair,
//! no plan can be worth more than the sum of all prices; if that sum is exactly what this plan
//! is worth, nothing better exists. Checking this is one pass over the pairs and needs no trust in
//! whoever made the plan.
//!
//! This crate shares no code with the solver and imports no crate of ours: it knows the files
//! (`sinergi-placement-1`, `sinergi-certificate-1`) and nothing else. It never reads a disk or a
//! clock, never changes a plan, never panics on any bytes, and holds no more memory than a
//! small multiple of what it was given.
//!
//! ```
//! let report = checker::check(&checker::Files::default());
//! assert!(!report.holds());
//! println!("{}", report.checks[0].failure.as_deref().unwrap_or("lulus"));
//! ```
#![cfg_attr(not(test), warn(missing_docs))]

mod caps;
mod certificate;
mod input;
mod order;
mod plan;
mod proof;
mod report;
mod search;
mod table;

pub use report::{Check, Files, Limits, Order, Report};

use certificate::Certificate;
use input::Input;
use plan::Plan;

/// All files read; what is left to do is arithmetic.
pub struct Case {
    input: Input,
    plan: Plan,
    certificate: Certificate,
}

/// Reads, checks and answers; [`read`], [`Case::proof`], [`Case::order`] and [`Case::limits`] are its parts.
pub fn check(files: &Files) -> Report {
    let case = match read(files) {
        Ok(case) => case,
        Err(checks) => return Report { checks, order: Order::Undecided, limits: Limits::Undecided },
    };
    let mut checks = vec![Check::of("Bentuk berkas", None)];
    checks.extend(case.proof());
    let proven = checks.iter().all(Check::passed);
    let order = if proven { case.order() } else { Order::Undecided };
    Report { checks, order, limits: case.limits() }
}

/// Every file in its form, or a failed check for each that is not.
pub fn read(files: &Files) -> Result<Case, Vec<Check>> {
    let read = (Input::read(files), plan::read(files.plan), Certificate::read(files.certificate));
    match read {
        (Ok(input), Ok(rows), Ok(certificate)) => {
            let plan = Plan::new(rows, files.plan, input.posts.len(), input.people.len());
            Ok(Case { input, plan, certificate })
        }
        (input, plan, certificate) => {
            let failures = [input.err(), plan.err(), certificate.err()];
            Err(failures.into_iter().flatten().map(|why| Check::of("Bentuk berkas", Some(why))).collect())
        }
    }
}

impl Case {
    /// The checks of the certificate: counts, hashes, a valid plan, and the proof that none is better.
    pub fn proof(&self) -> Vec<Check> {
        let mut checks = vec![
            Check::of("Kepala sertifikat", certificate::head(&self.input, &self.certificate).err()),
            Check::of("Sidik berkas", certificate::hashes(&self.input, &self.plan, &self.certificate).err()),
        ];
        checks.extend(proof::checks(&self.input, &self.plan, &self.certificate));
        checks
    }

    /// Whether ties were broken by the published order. Only meaningful when [`Case::proof`] passed.
    pub fn order(&self) -> Order {
        if let Some(caps) = &self.certificate.caps {
            return Order::Capped { gap: caps.gap };
        }
        if self.proof_fits() {
            order::check(&self.input, &self.plan, &self.certificate)
        } else {
            Order::Undecided
        }
    }

    /// Whether units lose no more holders than `units.csv` says.
    pub fn limits(&self) -> Limits {
        let over = caps::over(&self.input, &self.plan);
        match over.first() {
            None => Limits::Kept,
            Some(first) => Limits::Exceeded {
                units: over.len(),
                first: *first,
                claimed: self.certificate.caps.is_some(),
            },
        }
    }

    /// As many prices as there are candidates and positions.
    fn proof_fits(&self) -> bool {
        self.certificate.u.len() == self.input.people.len()
            && self.certificate.v.len() == self.input.posts.len()
    }
}
