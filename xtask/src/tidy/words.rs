//! One thing, one word. The lists live in GLOSSARY.md, so the glossary cannot rot:
//! under "Kata yang tidak dipakai di kode" identifiers, under "Kata yang tidak dipakai
//! di layar" sentences of pages. A row is `| `banned` | what we say | … |`.

use super::{Finding, Tree};

const GLOSSARY: &str = "GLOSSARY.md";
const IN_CODE: &str = "Kata yang tidak dipakai di kode";
const ON_SCREEN: &str = "Kata yang tidak dipakai di layar";

pub fn check(tree: &Tree, found: &mut Vec<Finding>) {
    let Some(glossary) = tree.text(GLOSSARY) else { return };
    for title in [IN_CODE, ON_SCREEN] {
        if table(glossary, title).is_empty() {
            found.push(Finding::error(GLOSSARY, 0, format!("the table \"{title}\" is missing or empty")));
        }
    }
    identifiers(tree, &table(glossary, IN_CODE), found);
    sentences(tree, &table(glossary, ON_SCREEN), found);
}

fn identifiers(tree: &Tree, banned: &[(String, String)], found: &mut Vec<Finding>) {
    for (path, source) in tree.rust() {
        for (line, code) in source.numbered() {
            for name in code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty())
            {
                let parts = parts(name);
                for (word, instead) in banned {
                    if contains(&parts, &self::parts(word)) {
                        found.push(Finding::error(
                            path,
                            line,
                            format!("{name}: we say {instead}, not {word}"),
                        ));
                    }
                }
            }
        }
    }
}

fn sentences(tree: &Tree, banned: &[(String, String)], found: &mut Vec<Finding>) {
    let pages = |path: &str| {
        path.starts_with("modules/") || path.starts_with("base/web/") || path.starts_with("base/host/")
    };
    for (path, source) in tree.rust().filter(|(path, _)| pages(path)) {
        for (line, literal) in source.literals.iter().filter(|(line, _)| !source.is_test(*line)) {
            for (word, instead) in banned {
                if super::source::has_word(literal, word) {
                    found.push(Finding::error(path, *line, format!("on screen: {instead}, not \"{word}\"")));
                }
            }
        }
    }
}

/// First two cells of each row under a heading; the first cell stands in backticks.
fn table(glossary: &str, title: &str) -> Vec<(String, String)> {
    glossary
        .lines()
        .skip_while(|line| !(line.starts_with('#') && line.contains(title)))
        .skip(1)
        .take_while(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
            let word = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
            Some((word.to_string(), cells.next()?.trim_matches('`').to_string()))
        })
        .collect()
}

/// `UnitKerja`, `unit_kerja` and `UNIT_KERJA` are all `unit`, `kerja`.
fn parts(name: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let mut after_lower = false;
    for c in name.chars() {
        if c == '_' || c == ' ' {
            after_lower = false;
            list.push(String::new());
            continue;
        }
        if list.is_empty() || (after_lower && c.is_uppercase()) {
            list.push(String::new());
        }
        if let Some(last) = list.last_mut() {
            last.extend(c.to_lowercase());
        }
        after_lower = c.is_lowercase();
    }
    list.retain(|part| !part.is_empty());
    list
}

/// English plurals count; Indonesian nouns take none.
fn contains(parts: &[String], word: &[String]) -> bool {
    !word.is_empty()
        && parts.windows(word.len()).any(|window| {
            window.iter().zip(word).all(|(part, word)| part == word || part.strip_suffix('s') == Some(word))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{errors, one};
    use super::*;

    const WORDS: &str = "# G\n## Kata yang tidak dipakai di kode\n\n| tidak | melainkan |\n|---|---|\n\
        | `employee` | pegawai |\n| `work_unit` | unor |\n\n## Kata yang tidak dipakai di layar\n\n\
        | tidak | melainkan |\n|---|---|\n| `Galat` | Kesalahan |\n";

    #[test]
    fn names_are_read_in_any_case() {
        assert_eq!(parts("UnitKerja2"), ["unit", "kerja2"]);
        assert_eq!(parts("NIP_LAMA"), ["nip", "lama"]);
    }

    #[test]
    fn a_banned_synonym_is_found_in_names_only() {
        let g = (GLOSSARY, WORDS);
        for code in
            ["struct Employee;", "let employees_old = 1;", "fn load_employee() {}", "struct WorkUnit;"]
        {
            one(&[g, ("modules/a/src/rule.rs", code)], "modules/a/src/rule.rs:1", "we say");
        }
        for code in ["// an employee", "let a = \"employee\";", "let employeeship = 1;", "let work = unit;"] {
            assert!(errors(&[g, ("modules/a/src/rule.rs", code)]).is_empty(), "{code}");
        }
    }

    #[test]
    fn screen_words_are_found_in_sentences() {
        let g = (GLOSSARY, WORDS);
        one(
            &[g, ("modules/a/src/view.rs", "p { \"Galat: isi nama\" }")],
            "modules/a/src/view.rs:1",
            "Kesalahan",
        );
        assert!(errors(&[g, ("modules/a/src/view.rs", "p { \"Galatea\" }")]).is_empty());
    }

    #[test]
    fn an_emptied_list_is_noticed() {
        assert_eq!(errors(&[(GLOSSARY, "# G\n")]).len(), 2);
    }
}
