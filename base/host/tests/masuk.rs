//! Guessing passwords: as often as is allowed, however it is done, and what the log says of it.

use host::signin::{self, Attempt, Typed};
use host::testing::{House, PASSWORD};
use host::{Problem, Role};
use std::io::Write;
use std::sync::{Arc, Mutex};
use store::testing::on_both_with;

fn on_both(name: &str, body: impl Fn(&House)) {
    on_both_with(name, host::schema::TABLES, |bench| {
        bench.tenant("A1");
        // Enough seats that nobody is turned away by the gate: the counter alone must hold.
        let house = House::shaped(bench, &[], |hall| hall.gate = host::gate::Gate::new(4, 100));
        house.browser("sari", Role::Petugas, "A1", "", None);
        body(&house);
    });
}

fn guess(house: &House, nama: &str, password: &str) -> String {
    match signin::attempt(&house.hall, &Typed { nama, password, code: Some("") }, None) {
        Ok(Attempt::Welcome(visitor)) => visitor.akun,
        Ok(Attempt::Wrong) => "salah".into(),
        Ok(Attempt::Wait(minutes)) => format!("tunggu {minutes}"),
        Err(problem) => format!("{problem:?}"),
    }
}

#[test]
fn guesses_at_the_same_time_are_no_more_guesses() {
    on_both("serentak", |house| {
        for nama in ["sari", "tidakada"] {
            let said = Mutex::new(Vec::new());
            std::thread::scope(|scope| {
                for n in 0..24 {
                    let said = &said;
                    scope.spawn(move || {
                        let answer = guess(house, nama, &format!("tebakan ke-{n}"));
                        said.lock().expect("not poisoned").push(answer);
                    });
                }
            });
            let said = said.into_inner().expect("not poisoned");
            let count = |answer: &str| said.iter().filter(|s| *s == answer).count();
            assert_eq!((count("salah"), count("tunggu 15")), (4, 20), "{nama}: {said:?}");
        }
        assert_eq!(guess(house, "sari", PASSWORD), "tunggu 15", "the right one comes too late");
    });
}

#[test]
fn a_known_name_and_an_unknown_one_get_the_same_answers() {
    on_both("setara", |house| {
        let answers = |spellings: [&str; 7]| spellings.map(|nama| guess(house, nama, "bukan ini"));
        let known = answers(["sari", "SARI", " sari ", "Sari", "sari", "sari", "sArI"]);
        let unknown = answers(["rudi", "RUDI", " rudi ", "Rudi", "rudi", "rudi", "rUdI"]);
        assert_eq!(known, unknown);
        assert_eq!(known, ["salah", "salah", "salah", "salah", "tunggu 15", "tunggu 15", "tunggu 15"]);
        for odd in ["", "a\0b", "nama\u{202e}", &"x".repeat(100_000)] {
            assert_eq!(guess(house, odd, "bukan ini"), "salah", "{:?}", odd.get(..8));
        }
    });
}

#[test]
fn coming_in_begins_the_count_anew_in_any_spelling() {
    on_both("mulai-lagi", |house| {
        for spelling in ["sari", "Sari", " SARI"] {
            for _ in 0..4 {
                assert_eq!(guess(house, "sari", "bukan ini"), "salah");
            }
            assert_eq!(guess(house, spelling, PASSWORD), "sari");
        }
    });
}

#[test]
fn who_is_turned_away_at_the_gate_has_not_tried() {
    on_both_with("gerbang", host::schema::TABLES, |bench| {
        let house = House::shaped(bench, &[], |hall| hall.gate = host::gate::Gate::new(1, 0));
        house.browser("sari", Role::Super, "", "", None);
        let pass = house.hall.gate.enter();
        for _ in 0..9 {
            let typed = Typed { nama: "sari", password: "bukan ini", code: Some("") };
            assert!(matches!(signin::attempt(&house.hall, &typed, None), Err(Problem::Busy)));
        }
        drop(pass);
        assert_eq!(guess(&house, "sari", PASSWORD), "sari");
    });
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_log_says_that_somebody_waits_and_not_who() {
    on_both("catatan", |house| {
        let lines = Lines::default();
        let writer = lines.clone();
        let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        tracing::subscriber::with_default(log, || {
            for _ in 0..4 {
                guess(house, "sari", "rahasia besar");
            }
            assert!(lines.0.lock().expect("not poisoned").is_empty(), "a miss is nothing to tell");
            for _ in 0..4 {
                guess(house, "sari", "rahasia besar");
            }
        });
        let text = String::from_utf8(lines.0.lock().expect("not poisoned").clone()).expect("text");
        assert_eq!(text.matches("masuk ditahan sementara").count(), 1, "{text}");
        assert!(text.contains("penanda=") && text.contains("jenis=\"nama\""), "{text}");
        assert!(!text.contains("sari") && !text.contains("rahasia"), "{text}");
    });
}
