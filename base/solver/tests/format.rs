//! Files in and out: what is refused and how, what order of rows leaves behind, hostile bytes.

#[path = "../examples/ukur/instance.rs"]
#[allow(dead_code)] // dense rounds are for measuring
mod instance;

use proptest::prelude::*;
use solver::format::{Answer, Files, Instance};
use solver::{Engine, settle, solve_with};

fn files(name: &str) -> Files {
    instance::files(name, 1).expect("named")
}

fn answer(files: Files) -> Answer {
    let instance = Instance::read(files).expect("sound files");
    let solution = solve_with(&instance.problem, Engine::Paths).expect("holders have their own posts");
    let settled = settle(&instance.problem, &solution, &instance.order());
    instance.answer(&solution, &settled, &[])
}

/// Two posts, three people, one of them holder of post 0.
fn little() -> Files {
    Files {
        instance:
            b"format=sinergi-placement-1\nname=kecil\ncandidates=3\npositions=2\nedges=4\nmaxscore=100\n"
                .to_vec(),
        positions: b"position,unit,region,class,critical,holder\n0,0,0,9,0,2\n1,0,0,12,1,-1\n".to_vec(),
        candidates: b"candidate,unit,region,class,experienced,home,duk\n0,-1,0,8,0,-1,0\n1,-1,0,8,0,-1,1\n\
            2,0,0,9,1,0,2\n"
            .to_vec(),
        units: b"unit,max_out\n0,1\n".to_vec(),
        edges: b"position,candidate,score\n0,0,70\n0,1,70\n0,2,60\n1,2,90\n".to_vec(),
    }
}

#[test]
fn a_small_round_reads_as_expected() {
    let Answer { plan, certificate, summary } = answer(little());
    assert_eq!(String::from_utf8_lossy(&plan), "position,candidate\n0,0\n1,2\n");
    let certificate = String::from_utf8_lossy(&certificate);
    // FILL = 101 * 3, MOVE = 5: 303 + 70 and 606 + 90 - 5.
    for part in [
        "format=sinergi-certificate-1\ninstance=kecil\ncandidates=3\npositions=2\nedges=4\nmaxscore=100\n\
         fill=303\nmove=5\nobjective=1064\nsha256.edges.csv=",
        "\norder=class-desc,position;duk-asc\n\ncandidate,price\n0,0\n1,0\n2,",
        "\n\nposition,price\n0,373\n1,",
    ] {
        assert!(certificate.contains(part), "{part}");
    }
    let summary = String::from_utf8_lossy(&summary);
    for part in [
        "filled=2\n",
        "empty=0\n",
        "moves=1\n",
        "stays=0\n",
        "placed_from_outside=1\n",
        "ties_decided_by_order=1\n",
    ] {
        assert!(summary.contains(part), "{part} in {summary}");
    }
}

/// File, what stands there, what is put in its place, what the office reads.
const REFUSED: [(&str, &str, &str, &str); 26] = [
    ("edges", "1,2,90", "1,2,12x", "edges.csv baris 5: kolom score \"12x\" bukan bilangan bulat."),
    ("edges", "1,2,90", "1,2,090", "edges.csv baris 5: kolom score \"090\" bukan bilangan bulat."),
    ("edges", "1,2,90", "1,2,-0", "edges.csv baris 5: kolom score \"-0\" bukan bilangan bulat."),
    ("edges", "1,2,90", "1,2,", "edges.csv baris 5: kolom score \"\" bukan bilangan bulat."),
    (
        "edges",
        "1,2,90",
        "1,2,99999999999",
        "edges.csv baris 5: kolom score \"99999999999\" bukan bilangan bulat.",
    ),
    ("edges", "1,2,90", "1,2", "edges.csv baris 5: ada 2 kolom, seharusnya 3."),
    ("edges", "1,2,90", "1,2,90,7", "edges.csv baris 5: ada 4 kolom, seharusnya 3."),
    ("edges", "1,2,90\n", "1,2,90\n\n", "edges.csv baris 6: ada 1 kolom, seharusnya 3."),
    ("edges", "1,2,90", "1,2,101", "edges.csv baris 5: kolom score 101 di luar 0 sampai 100."),
    ("edges", "1,2,90", "1,3,90", "edges.csv baris 5: kolom candidate 3 di luar 0 sampai 2."),
    ("edges", "1,2,90", "2,2,90", "edges.csv baris 5: kolom position 2 di luar 0 sampai 1."),
    ("edges", "1,2,90", "0,2,90", "edges.csv: pasangan jabatan 0 dan kandidat 2 tertulis dua kali."),
    ("edges", "0,2,60", "1,1,60", "edges.csv: pemegang 2 tidak tercatat pada jabatannya sendiri 0."),
    (
        "edges",
        "position,candidate",
        "posisi,candidate",
        "edges.csv baris 1: judul kolom harus \"position,candidate,score\".",
    ),
    ("edges", "1,2,90\n", "", "edges.csv: ada 3 baris data, instance.txt menyebut 4."),
    ("positions", "1,0,0,12,1", "1,0,0,12,2", "positions.csv baris 3: kolom critical 2 di luar 0 sampai 1."),
    (
        "positions",
        "1,0,0,12",
        "1,4,0,12",
        "positions.csv: jabatan 1 menyebut unit 4 yang tidak ada di units.csv.",
    ),
    (
        "positions",
        "1,0,0,12,1,-1",
        "1,0,0,12,1,0",
        "positions.csv: jabatan 1 dipegang 0, tetapi home 0 di candidates.csv lain.",
    ),
    (
        "positions",
        "0,0,0,9,0,2",
        "0,0,0,9,0,-1",
        "candidates.csv: kandidat 2 ber-home 0, tetapi pemegang 0 di positions.csv lain.",
    ),
    (
        "candidates",
        "1,-1,0,8",
        "3,-1,0,8",
        "candidates.csv baris 4: kolom candidate 2 tidak urut tanpa celah dari 0: seharusnya ada 1.",
    ),
    ("candidates", "-1,1\n", "-1,0\n", "candidates.csv: kandidat 0 dan 1 sama-sama ber-duk 0."),
    ("units", "0,1", "0,-1", "units.csv baris 2: kolom max_out -1 di luar 0 sampai 2147483647."),
    ("instance", "placement-1", "placement-2", "instance.txt: format harus sinergi-placement-1."),
    ("instance", "maxscore=100\n", "", "instance.txt: kunci maxscore tidak ada."),
    ("instance", "name=kecil", "nama", "instance.txt baris 2: tidak berbentuk kunci=nilai."),
    (
        "instance",
        "maxscore=100",
        "maxscore=100\nsha256.edges.csv=00",
        "edges.csv: isinya tidak sama dengan sha256.edges.csv di instance.txt.",
    ),
];

#[test]
fn refusals_say_where_and_what() {
    for (file, old, new, says) in REFUSED {
        let mut files = little();
        let bytes = match file {
            "edges" => &mut files.edges,
            "positions" => &mut files.positions,
            "candidates" => &mut files.candidates,
            "units" => &mut files.units,
            _ => &mut files.instance,
        };
        let text = String::from_utf8(bytes.clone()).expect("text");
        assert!(text.contains(old), "{old}");
        *bytes = text.replacen(old, new, 1).into_bytes();
        let error = Instance::read(files).expect_err(says);
        assert_eq!(error.to_string(), format!("{says} Perbaiki berkas lalu ulangi."));
    }
}

/// The rows after the header, moved by a number that stands for any shuffle.
fn shuffled(bytes: &[u8], step: usize) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).expect("text");
    let (head, body) = text.split_once('\n').expect("a header");
    let mut rows: Vec<&str> = body.lines().collect();
    rows.reverse();
    let turn = step % rows.len().max(1);
    rows.rotate_left(turn);
    format!("{head}\n{}", rows.join("\n")).into_bytes()
}

#[test]
fn the_order_of_rows_leaves_no_trace() {
    for name in ["s-tiny", "d-tiny", "s-1k", "d-2k"] {
        let sorted = files(name);
        let mixed = Files {
            instance: sorted.instance.clone(),
            positions: shuffled(&sorted.positions, 7),
            candidates: shuffled(&sorted.candidates, 11),
            units: shuffled(&sorted.units, 1),
            edges: shuffled(&sorted.edges, 17),
        };
        assert_eq!(answer(sorted), answer(mixed), "{name}");
    }
}

proptest! {
    /// Whatever the bytes: an instance or a sentence, never a panic.
    #[test]
    fn hostile_bytes_are_answered(which in 0usize..5, at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..8)) {
        let mut files = little();
        let list = [&mut files.instance, &mut files.positions, &mut files.candidates, &mut files.units, &mut files.edges];
        let file = list.into_iter().nth(which).expect("five");
        let from = at.index(file.len());
        let to = (from + bytes.len() / 2).min(file.len());
        file.splice(from..to, bytes);
        if let Ok(instance) = Instance::read(files) {
            let solved = solve_with(&instance.problem, Engine::Paths).expect("checked while reading");
            let settled = settle(&instance.problem, &solved, &instance.order());
            prop_assert!(!instance.answer(&solved, &settled, &[]).plan.is_empty());
        }
    }
}
