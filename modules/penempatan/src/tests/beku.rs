//! Kept files: what is written is read back, and what was changed is refused by name.

use super::contoh::{dikecualikan, putaran};
use crate::rule::hitung::hitung;
use crate::rule::{Beku, Hasil};
use proptest::prelude::*;

fn sample() -> Beku {
    let mut beku = dikecualikan(putaran(&[Some(0), None], 3, &[(0, 1, 80), (1, 0, 70), (2, 1, 60)]), 9);
    beku.dokumen = vec!["Predikat kinerja 2025".into()];
    beku.rujukan = vec![0; 3];
    beku
}

#[test]
fn inputs_and_plans_read_back_as_they_were() {
    let beku = sample();
    assert_eq!(Beku::baca(&beku.tulis()), Ok(beku.clone()));
    let hasil = hitung(&beku).expect("a plan");
    assert_eq!(Hasil::baca(&hasil.tulis()), Ok(hasil));
    assert_eq!(beku.sumber(1, 0), "Predikat kinerja 2025");
}

#[test]
fn any_changed_byte_is_refused_and_named() {
    let file = sample().tulis();
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 1;
        let refused = Beku::baca(&changed).expect_err("a changed file");
        assert_eq!(refused.0, "HITUNG-10", "byte {at}: {}", refused.1);
        assert!(refused.1.starts_with("Berkas masukan: "), "{}", refused.1);
    }
    let weights = String::from_utf8(file.clone()).expect("text").replace("kinerja\t100", "kinerja\t090");
    let refused = Beku::baca(weights.as_bytes()).expect_err("a changed weight");
    assert!(refused.1.contains("\"kriteria\""), "{}", refused.1);
    for cut in [0, 1, file.len() / 2, file.len() - 1] {
        assert!(Beku::baca(&file[..cut]).is_err(), "cut at {cut}");
    }
    assert!(Beku::baca(&[&file[..], b"x"].concat()).is_err());
}

proptest! {
    #[test]
    fn words_of_any_kind_read_back(words in prop::collection::vec("\\PC*|[\\t\\n\\\\ nt]*", 0..6)) {
        let beku = Beku { kelompok: words, ..Beku::default() };
        prop_assert_eq!(Beku::baca(&beku.tulis()), Ok(beku));
    }
}
