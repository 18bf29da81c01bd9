//! Whatever is changed in a file of a proven plan, the check says no; whatever the bytes, it answers.

mod kecil;

use checker::{Files, check};
use kecil::{Texts, Tiny, tiny};
use proptest::prelude::*;

/// Two held positions, one vacancy, one outsider; the best plan is a chain: 0 moves to the vacancy,
/// the outsider follows.
fn chain() -> (Tiny, Texts) {
    let case = Tiny {
        maxscore: 100,
        posts: vec![(7, false, Some(0)), (5, false, Some(1)), (9, true, None)],
        duk: vec![0, 1, 2],
        edges: vec![(0, 0, 50), (0, 2, 60), (1, 1, 40), (1, 2, 10), (2, 0, 80)],
    };
    let plan = vec![Some(2), Some(1), Some(0)];
    assert_eq!(case.best(), std::slice::from_ref(&plan));
    let texts = case.proven(&plan);
    (case, texts)
}

#[test]
fn each_defect_is_named() {
    let (_, good) = chain();
    assert!(check(&good.files()).is_published());
    for (file, from, to, name, says) in [
        // Forged files with fitting hashes: only arithmetic can tell.
        ("edges.csv", "0,2,60", "0,2,61", "Jumlah harga", "jumlah bobot rencana"),
        (
            "edges.csv",
            "1,1,40",
            "1,1,90",
            "Harga menutup",
            "edges.csv baris 4: harga kandidat 1 dan jabatan 1 kurang",
        ),
        (
            "edges.csv",
            "2,0,80",
            "2,0,70",
            "Harga tepat",
            "edges.csv baris 6: pasangan terpilih (jabatan 2, kandidat 0)",
        ),
        ("edges.csv", "2,0,80", "2,0,170", "Bentuk", "baris 6: score 170 di luar 0 sampai 100"),
        ("edges.csv", "1,2,10", "0,2,60", "Bentuk", "pasangan ini sudah ada"),
        ("edges.csv", "1,1,40", "1,0,40", "Bentuk", "edges.csv: pemangku jabatan 1 tidak terdaftar"),
        ("edges.csv", "1,2,10", "1,9,10", "Bentuk", "edges.csv baris 5: jabatan atau kandidat tidak ada"),
        ("positions.csv", "0,0,3,7,0,0", "0,0,3,7,1,0", "Harga menutup", "jabatan 0"),
        ("positions.csv", "0,0,3,7,0,0", "0,0,3,7,0,1", "Bentuk", "pemangku jabatan 0"),
        ("positions.csv", "2,0,3", "3,0,3", "Bentuk", "positions.csv baris 4: nomor 3 tidak berurutan"),
        ("positions.csv", "2,0,3", "2,8,3", "Bentuk", "positions.csv baris 4: kolom unit"),
        ("candidates.csv", "1,-1,2", "1,0,2", "Bentuk", "kandidat 2 bukan pemangku"),
        ("candidates.csv", "1,0,0", "1,-1,0", "Bentuk", "pemangku jabatan 0 tidak menyebutnya"),
        ("candidates.csv", "1,0,0\n", "1,0,1\n", "Bentuk", "nomor duk 1 dipakai dua kali"),
        ("plan.csv", "1,1\n", "", "Setiap pemangku", "kandidat 1 memangku jabatan 1"),
        ("plan.csv", "1,1\n", "1,2\n", "Tidak ada yang dipakai dua kali", "plan.csv baris 3: kandidat 2"),
        ("plan.csv", "1,1\n", "0,1\n", "Tidak ada yang dipakai dua kali", "plan.csv baris 3: jabatan 0"),
        (
            "plan.csv",
            "0,2\n1,1\n",
            "0,1\n1,2\n",
            "Pasangan rencana",
            "plan.csv baris 2: kandidat 1 tidak terdaftar untuk jabatan 0",
        ),
        ("plan.csv", "2,0\n", "9,0\n", "Pasangan rencana", "plan.csv baris 4: jabatan 9"),
        ("plan.csv", "0,2\n1,1\n", "1,1\n0,2\n", "Bentuk", "plan.csv baris 3: jabatan 0 tidak urut"),
        ("certificate", "objective=", "objective=1", "Jumlah harga", "certificate baris 9"),
        ("certificate", "fill=", "fill=9", "Kepala", "certificate baris 7: fill=9"),
        ("certificate", "edges=5", "edges=6", "Kepala", "certificate baris 5: edges=6"),
        ("certificate", "move=5", "mave=5", "Bentuk", "certificate baris 8: harus move="),
        ("certificate", "duk-asc", "duk-desc", "Kepala", "certificate baris 15"),
        ("certificate", "\nposition,price\n", "\nposition,harga\n", "Bentuk", "daftar harga position"),
        ("instance.txt", "edges=5", "edges=6", "Bentuk", "edges=6, tetapi edges.csv berisi 5 baris"),
    ] {
        let mut texts = good.clone();
        let names = ["instance.txt", "edges.csv", "positions.csv", "candidates.csv", "units.csv", "plan.csv"];
        let at = names.iter().position(|name| *name == file).unwrap_or(6);
        let text = &mut texts.all_mut()[at];
        assert!(text.contains(from), "{file}: {from} in {text}");
        **text = text.replacen(from, to, 1);
        let report = check(&texts.rehashed().files());
        let named = report.checks.iter().find(|check| check.name.starts_with(name) && !check.passed());
        let failure = named.and_then(|check| check.failure.clone()).unwrap_or_else(|| format!("{report:?}"));
        assert!(failure.contains(says), "{file} {from} -> {to}: {failure}");
    }
}

#[test]
fn without_fitting_hashes_each_file_is_named() {
    let (_, good) = chain();
    for (at, from, to, says) in [
        (1, "1,2,10", "1,2,11", "edges.csv: isinya"),
        (2, "9,1,-1", "8,1,-1", "positions.csv: isinya"),
        (3, "0,-1,3,9", "0,-1,3,8", "candidates.csv: isinya"),
        (4, "0,1\n", "0,2\n", "units.csv: isinya"),
        (5, "2,0\n", "", "plan.csv: isinya"),
    ] {
        let mut texts = good.clone();
        *texts.all_mut()[at] = texts.all()[at].replacen(from, to, 1);
        let report = check(&texts.files());
        let failures: Vec<_> = report.checks.iter().filter_map(|check| check.failure.as_deref()).collect();
        assert!(failures.iter().any(|failure| failure.starts_with(says)), "{says}: {report:?}");
    }
}

#[test]
fn shuffled_rows_are_the_same_case() {
    let (_, mut texts) = chain();
    for table in texts.all_mut().into_iter().skip(1).take(4) {
        let (head, body) = table.split_once('\n').expect("a head");
        let rows: Vec<&str> = body.lines().rev().collect();
        *table = format!("{head}\n{}\n", rows.join("\n"));
    }
    assert!(check(&texts.files()).is_published());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn one_changed_figure_is_one_too_many(
        case in tiny(),
        file in 0usize..7,
        place in any::<prop::sample::Index>(),
        other in 1u8..10,
    ) {
        let mut texts = case.proven(&case.best()[0]);
        let text = &mut texts.all_mut()[file];
        // What the instance was made from says nothing about the plan.
        let seed = text.find("seed=").map(|at| at + 5);
        let digits: Vec<usize> =
            text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).filter(|at| Some(*at) != seed).collect();
        prop_assume!(!digits.is_empty());
        let at = *place.get(&digits);
        let digit = (text.as_bytes()[at] - b'0' + other) % 10;
        text.replace_range(at..=at, &digit.to_string());
        prop_assert!(!check(&texts.files()).holds());
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 7)) {
        let [instance, edges, positions, candidates, units, plan, certificate] =
            [0, 1, 2, 3, 4, 5, 6].map(|at| bytes[at].as_slice());
        let files = Files { instance, edges, positions, candidates, units, plan, certificate };
        prop_assert!(!check(&files).holds());
    }

    /// Pieces cut out, doubled, moved between files, and figures blown up.
    #[test]
    fn mangled_files_get_an_answer(
        case in tiny(),
        edits in prop::collection::vec((0usize..7, 0usize..7, any::<u16>(), any::<u16>(), 0usize..30), 1..4),
        forged in any::<bool>(),
    ) {
        let mut texts = case.proven(&case.best()[0]);
        for (from, to, start, place, length) in edits {
            let text = texts.all()[from].clone();
            let start = start as usize % text.len();
            let piece = text[start..(start + length).min(text.len())].to_string();
            let text = &mut texts.all_mut()[to];
            let place = place as usize % (text.len() + 1);
            if length % 3 == 0 {
                text.insert_str(place, "99999999");
            } else {
                text.insert_str(place, &piece);
            }
        }
        let texts = if forged { texts.rehashed() } else { texts };
        check(&texts.files());
    }
}
