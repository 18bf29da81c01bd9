//! What differs between frozen inputs and the present.

use super::contoh::{id, putaran};
use crate::rule::Beku;
use crate::rule::beda::{Beda, beda};

#[test]
fn what_changed_is_named() {
    let then = putaran(&[None, Some(0)], 2, &[(0, 0, 70), (1, 0, 60)]);
    assert_eq!(beda(&then, &then), []);
    let scored = putaran(&[None, Some(0)], 2, &[(0, 0, 70), (1, 0, 65)]);
    let post = || "Jabatan 0".to_owned();
    assert_eq!(beda(&then, &scored), [Beda::Nilai(id(2), post(), "kinerja".into(), 60, 65)]);
    let barred = putaran(&[None, Some(0)], 2, &[(1, 0, 60)]);
    assert_eq!(beda(&then, &barred), [Beda::Boleh(id(1), post(), false)]);
    assert_eq!(beda(&barred, &then), [Beda::Boleh(id(1), post(), true)]);
    let more = putaran(&[None, Some(0), None], 3, &[(0, 0, 70), (1, 0, 60), (2, 0, 50)]);
    assert_eq!(beda(&then, &more), [Beda::Kursi("Jabatan 2".into(), true), Beda::Calon(id(3), true)]);
    let law = Beku { paket: "lain".into(), ..then.clone() };
    assert_eq!(beda(&then, &law), [Beda::Paket]);
}
