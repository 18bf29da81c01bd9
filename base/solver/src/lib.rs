//! Maximum-weight assignment on a sparse graph: exact, deterministic, with a proof.
//!
//! Left vertices are paired with right vertices along weighted edges, one to one, so that the sum of
//! weights is as large as possible. On both sides a vertex may be *optional* (it may end alone) or
//! *mandatory* (it may not). All answers are in integers:
//!
//! * [`solve`]: an optimal [`Matching`] together with [`Prices`] that prove it, or an [`Infeasible`]
//!   that names mandatory vertices with too few partners;
//! * [`settle`]: of all optimal matchings the one a published [`Order`] prefers, whichever engine found
//!   the prices and whatever the order of the input;
//! * [`Margins`]: what an optimum would lose if something were otherwise, and who would go where then;
//! * [`deferred()`] and [`envy`]: a second opinion, and whom an optimum passes over;
//! * [`solve_floored`]: with caps and shares for groups, a matching with a proven gap, and
//!   [`settle_floored`]: the published order among as good ones;
//! * [`mod@format`]: the files of an instance read, and plan, certificate and summary written.
//!
//! ```
//! use solver::{Edge, Problem, solve};
//! let edge = |left, right, weight| Edge { left, right, weight };
//! // A holder (left 0, mandatory) may stay or move up; the post he leaves goes to an outsider.
//! let edges = [edge(0, 0, 50), edge(0, 1, 70), edge(1, 0, 60)];
//! let problem = Problem::new(vec![true, false], vec![false, false], edges.iter().copied()).unwrap();
//! let solution = solve(&problem).unwrap();
//! assert_eq!(solution.objective, 130);
//! assert_eq!(solution.matching.left, [Some(1), Some(0)]);
//! ```
//!
//! It never reads a clock, a disk or a random number, never starts a thread, never uses a float, and
//! knows no word of the field outside [`mod@format`].
#![warn(missing_docs)]

mod arcs;
mod deferred;
mod engine;
mod floors;
pub mod format;
mod margin;
mod order;
mod problem;
mod solution;

pub use deferred::{Envy, Wishes, deferred, envy};
pub use engine::{solve, solve_with};
pub use floors::{Floor, FloorSettled, Floored, Unmet, caps, settle_floored, shares, solve_floored};
pub use margin::{Margins, Move, WhatIf};
pub use order::{Order, Settled, settle};
pub use problem::{Edge, Problem, Refusal};
pub use solution::{Engine, Infeasible, Matching, Prices, Side, Solution};
