//! What must not be found in a place: effects in the kernel, SQL outside the stores,
//! inline styles, left-overs.

use super::source::{Source, has_word};
use super::{Finding, Tree};

/// The kernel is given its time and chance; it reads and prints nothing.
const EFFECTS: &[&str] = &[
    "std::time",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "now_v7",
    "rand",
    "getrandom",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "println!",
    "eprintln!",
    "print!",
];

const LEFT_OVERS: &[&str] = &["todo!", "unimplemented!", "dbg!"];

/// The content security policy allows no inline style and no inline handler.
const INLINE: &[&str] =
    &["style=\"", "style=(", "style={", "onclick=", "onsubmit=", "onchange=", "oninput=", "onload="];

/// Written in capitals, as our statements are; a sentence about a selection is not SQL.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "CREATE UNIQUE INDEX ",
    "ALTER TABLE ",
    "DROP TABLE ",
    "PRAGMA ",
    "TRUNCATE ",
];

pub fn check(tree: &Tree, found: &mut Vec<Finding>) {
    for (path, source) in tree.rust() {
        if path.starts_with("base/kernel/src/") {
            code_without(path, source, EFFECTS, "the kernel is pure", found);
        }
        code_without(path, source, LEFT_OVERS, "a left-over", found);
        code_without(path, source, INLINE, "no inline style or handler; use a class", found);
        if !may_hold_sql(path) {
            sql(path, source, found);
        }
    }
}

fn code_without(path: &str, source: &Source, words: &[&str], why: &str, found: &mut Vec<Finding>) {
    for (line, code) in source.shipped() {
        for word in words.iter().filter(|word| has_word(code, word)) {
            found.push(Finding::error(path, line, format!("{why}: {word}")));
        }
    }
}

/// The only places that speak to a database.
fn may_hold_sql(path: &str) -> bool {
    path.starts_with("base/store/")
        || path.ends_with("/store.rs")
        || path.contains("/store/")
        || path.starts_with("xtask/")
}

fn sql(path: &str, source: &Source, found: &mut Vec<Finding>) {
    for (line, literal) in &source.literals {
        if source.is_test(*line) {
            continue;
        }
        let update = literal.contains("UPDATE ") && literal.contains(" SET ");
        let word = SQL.iter().find(|word| literal.contains(**word)).copied();
        if let Some(word) = word.or(update.then_some("UPDATE ")) {
            let message = format!("SQL ({}) belongs in store.rs", word.trim_end());
            found.push(Finding::error(path, *line, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{errors, one};

    #[test]
    fn the_kernel_has_no_clock_no_chance_no_disk() {
        for (code, word) in [
            ("let t = std::time::Instant::now();", "std::time"),
            ("let t = Instant::now();", "Instant::now"),
            ("let t = jiff::Timestamp::now();", "Timestamp::now"),
            ("let x = rand::random();", "rand"),
            ("use std::fs;", "std::fs"),
            ("println!(\"{x}\");", "println!"),
        ] {
            let found = errors(&[("base/kernel/src/a.rs", code)]);
            assert!(found.iter().any(|f| f.contains(word)), "{code}: {found:?}");
        }
        assert!(errors(&[("base/kernel/src/a.rs", "/// no println! here\nlet operand = 1;")]).is_empty());
        assert!(errors(&[("base/store/src/a.rs", "use std::fs;")]).is_empty());
    }

    #[test]
    fn sql_lives_in_the_stores() {
        let text = "fn f() {}\nconst Q: &str = \"SELECT nip FROM pegawai\";\n";
        one(&[("modules/a/src/page.rs", text)], "modules/a/src/page.rs:2", "SQL (SELECT)");
        one(&[("modules/a/src/view.rs", "x(\"UPDATE a SET b\")")], "modules/a/src/view.rs:1", "SQL (UPDATE)");
        assert!(errors(&[("modules/a/src/store.rs", text), ("base/store/src/b.rs", text)]).is_empty());
        assert!(errors(&[("modules/a/src/page.rs", "x(\"Select a file\")")]).is_empty());
    }

    #[test]
    fn no_inline_style_and_no_left_over() {
        one(&[("base/web/src/a.rs", "html! { p style=\"color:red\" {} }")], "base/web/src/a.rs:1", "style");
        one(&[("base/web/src/a.rs", "html! { p onclick=\"x()\" {} }")], "base/web/src/a.rs:1", "onclick");
        one(&[("app/src/a.rs", "fn a() { todo!() }")], "app/src/a.rs:1", "todo!");
        assert!(errors(&[("base/web/src/a.rs", "html! { p class=\"style\" {} } // todo!()")]).is_empty());
    }
}
