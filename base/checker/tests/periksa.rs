//! The script for auditors, docs/periksa.py, says yes and no where the program does.

mod kecil;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kecil::{Texts, Tiny};

const NAMES: [&str; 7] =
    ["instance.txt", "edges.csv", "positions.csv", "candidates.csv", "units.csv", "plan.csv", "certificate"];

fn case() -> Tiny {
    Tiny {
        maxscore: 100,
        posts: vec![(7, false, Some(0)), (5, false, Some(1)), (9, true, None), (1, false, None)],
        duk: vec![2, 1, 0],
        edges: vec![(0, 0, 50), (0, 2, 60), (1, 1, 40), (1, 2, 10), (2, 0, 80), (2, 1, 80)],
    }
}

fn run(mut command: Command, folder: &Path) -> Output {
    command.arg(folder).arg(folder).output().expect("python3 is installed by `cargo x setup`")
}

/// Exit codes of the script and of the program, and what the script printed.
fn both(texts: &Texts) -> (bool, bool, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in NAMES.iter().zip(texts.all()) {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/periksa.py");
    let mut python = Command::new("python3");
    python.arg("-B").arg(script);
    let python = run(python, folder.path());
    let program = run(Command::new(env!("CARGO_BIN_EXE_checker")), folder.path());
    let said = [python.stdout, python.stderr].concat();
    (python.status.success(), program.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn the_published_plan_passes_both() {
    let case = case();
    let texts = case.proven(&case.best()[0]);
    let (script, program, said) = both(&texts);
    assert!(script && program, "{said}");
    assert!(said.lines().count() >= 13 && said.lines().all(|line| line.starts_with("lulus ")), "{said}");
}

#[test]
fn forged_files_fail_both() {
    let case = case();
    let good = case.proven(&case.best()[0]);
    for (file, from, to, says) in [
        ("edges.csv", "0,2,60", "0,2,61", "GAGAL  Jumlah harga"),
        ("edges.csv", "1,2,10", "1,2,99", "GAGAL  Harga menutup"),
        ("edges.csv", "1,2,10", "1,7,10", "GAGAL"),
        ("edges.csv", "1,2,10", "1,2,1000", "GAGAL  Pasangan dan nilai"),
        ("positions.csv", "3,0,3,1,0,-1", "3,0,3,1,0,2", "GAGAL  Pemangku sesuai home"),
        ("plan.csv", "0,2\n", "3,2\n", "GAGAL  Pasangan rencana"),
        ("plan.csv", "0,2\n", "0,2\n0,2\n", "GAGAL  Tidak ada yang dipakai dua kali"),
        ("plan.csv", "0,2\n", "", "GAGAL  Jumlah harga"),
        ("plan.csv", "1,1\n", "", "GAGAL  Setiap pemangku"),
        ("certificate", "objective=", "objective=2", "GAGAL  Nilai rencana"),
        ("certificate", "maxscore=100", "maxscore=101", "GAGAL  Kepala"),
        ("certificate", "3,0\n", "3,-1\n", "GAGAL  Tanda harga"),
        ("certificate", "\n3,0\n", "\n", "setiap nomor harus punya satu harga"),
        ("certificate", "position,price", "position;price", "GAGAL"),
        ("instance.txt", "name=kecil", "name=lain", "GAGAL  Kepala"),
    ] {
        let mut texts = good.clone();
        let at = NAMES.iter().position(|name| *name == file).expect("a file");
        let text = &mut texts.all_mut()[at];
        assert!(text.contains(from), "{file}: {from} in {text}");
        **text = text.replacen(from, to, 1);
        let (script, program, said) = both(&texts.rehashed());
        assert!(
            !script && !program && said.contains(says),
            "{file} {from} -> {to}: {script} {program} {said}"
        );
    }
}

/// Every price, one after the other.
#[test]
fn each_changed_price_fails_both() {
    let case = case();
    let good = case.proven(&case.best()[0]);
    let prices = good.certificate.find("candidate,price").expect("prices");
    let is_last = |at: usize| good.certificate[at + 1..].starts_with('\n');
    let figures = good.certificate.match_indices(|c: char| c.is_ascii_digit());
    for (at, figure) in figures.filter(|(at, _)| *at > prices && is_last(*at)) {
        let mut texts = good.clone();
        let other = (figure.as_bytes()[0] - b'0' + 3) % 10;
        texts.certificate.replace_range(at..=at, &other.to_string());
        let (script, program, said) = both(&texts);
        assert!(!script && !program, "place {at}: {script} {program} {said}");
    }
}

#[test]
fn a_capped_round_is_checked_by_both() {
    let case = case();
    let plan = case.best()[0].clone();
    let stay = vec![Some(0), Some(1), None, None];
    let (script, program, said) = both(&case.capped(&stay, 0, 9));
    assert!(script && program, "{said}");
    let good = case.capped(&plan, 1, 9);
    let (script, program, said) = both(&good);
    assert!(script && program, "{said}");
    for (from, to, says) in [
        ("bound=", "bound=1", "GAGAL  Batas atas dan selisih"),
        ("gap=", "gap=1", "GAGAL  Batas atas dan selisih"),
        ("unit,price\n0,9", "unit,price\n0,8", "GAGAL  Batas atas dan selisih"),
        ("unit,price\n0,9", "unit,price\n0,-9", "GAGAL  Tanda harga"),
        ("unit,price\n0,9\n", "unit,price\n", "setiap nomor harus punya satu harga"),
        ("order=none", "order=class-desc,position;duk-asc", "GAGAL  Kepala"),
    ] {
        let mut texts = good.clone();
        assert!(texts.certificate.contains(from), "{from}");
        texts.certificate = texts.certificate.replace(from, to);
        let (script, program, said) = both(&texts);
        assert!(!script && !program && said.contains(says), "{from} -> {to}: {script} {program} {said}");
    }
    let (script, program, said) = both(&case.capped(&plan, 0, 9));
    assert!(!script && !program && said.contains("GAGAL  Batas keluar setiap unit"), "{said}");
}

#[test]
fn a_plan_made_without_caps_says_so_in_both() {
    let mut case = case();
    case.edges = vec![(0, 0, 10), (1, 1, 10), (2, 0, 90), (2, 1, 90), (3, 0, 90), (3, 1, 90)];
    let (script, program, said) = both(&case.proven(&case.best()[0]));
    assert!(script && program && said.contains("Batas keluar unit tidak diperiksa"), "{said}");
}

#[test]
fn a_missing_folder_is_a_sentence() {
    let folder = Path::new("no-such-folder");
    let program = run(Command::new(env!("CARGO_BIN_EXE_checker")), folder);
    assert!(!program.status.success());
    assert!(String::from_utf8_lossy(&program.stderr).contains("tidak terbaca"));
}
