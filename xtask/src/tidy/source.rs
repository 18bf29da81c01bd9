//! Rust text laid apart: code without comments and literals, the literals by line,
//! and which lines are tests. Enough of a lexer to trust a text search.

pub struct Source {
    /// Lines with comments blanked and literals emptied (their quotes stay).
    pub code: Vec<String>,
    /// String literals with the line they start on (1-based).
    pub literals: Vec<(usize, String)>,
    pub lines: usize,
    test: Vec<bool>,
}

impl Source {
    pub fn read(path: &str, text: &str) -> Source {
        let (code, literals) = split(text);
        let code: Vec<String> = code.lines().map(String::from).collect();
        let is_test_file =
            path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("tests/");
        let test = if is_test_file { vec![true; code.len()] } else { test_lines(&code) };
        Source { lines: text.lines().count(), code, literals, test }
    }

    /// Whether a line (1-based) belongs to tests.
    pub fn is_test(&self, line: usize) -> bool {
        self.test.get(line.wrapping_sub(1)).copied().unwrap_or(false)
    }

    /// Lines of shipped code, numbered from 1.
    pub fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        self.numbered().filter(|(line, _)| !self.is_test(*line))
    }

    pub fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.iter().enumerate().map(|(n, line)| (n + 1, line.as_str()))
    }
}

/// Whether `line` has `word` standing by itself.
pub fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| stands_alone(line, at, word))
}

/// Whether `line` has `word` as the head of a path: nothing with `::` before it.
pub fn has_head(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| stands_alone(line, at, word) && !line[..at].ends_with("::"))
}

fn stands_alone(line: &str, at: usize, word: &str) -> bool {
    let opens = !word.starts_with(is_part) || !line[..at].ends_with(is_part);
    let closes = !word.ends_with(is_part) || !line[at + word.len()..].starts_with(is_part);
    opens && closes
}

fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let rest = &chars[at..];
        let end = match rest {
            ['/', '/', ..] => Some(rest.iter().position(|c| *c == '\n').unwrap_or(rest.len())),
            ['/', '*', ..] => Some(block_comment(rest)),
            _ => None,
        };
        if let Some(end) = end {
            blank(&rest[..end], &mut code, &mut line);
            at += end;
            continue;
        }
        if let Some((open, inner, end)) = literal(rest, at > 0 && is_part(chars[at - 1])) {
            code.extend(&rest[..open]);
            if rest[open - 1] != '\'' {
                literals.push((line, rest[open..open + inner].iter().collect()));
            }
            blank(&rest[open..open + inner], &mut code, &mut line);
            code.extend(&rest[open + inner..end]);
            at += end;
            continue;
        }
        if rest[0] == '\n' {
            line += 1;
        }
        code.push(rest[0]);
        at += 1;
    }
    (code, literals)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Line breaks stay, so that numbers stay true.
fn blank(part: &[char], code: &mut String, line: &mut usize) {
    for c in part {
        *line += usize::from(*c == '\n');
        code.push(if *c == '\n' { '\n' } else { ' ' });
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => {
                depth += 1;
                at += 2;
            }
            ['*', '/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    break;
                }
            }
            _ => at += 1,
        }
    }
    at
}

/// A string, raw string or character: length of its opening, of its content, of the whole.
fn literal(rest: &[char], after_word: bool) -> Option<(usize, usize, usize)> {
    let prefix = rest.iter().take_while(|c| matches!(c, 'b' | 'r' | 'c')).count();
    if prefix > 2 || (after_word && prefix > 0) {
        return None;
    }
    let raw = rest[..prefix].contains(&'r');
    let hashes = if raw { rest[prefix..].iter().take_while(|c| **c == '#').count() } else { 0 };
    let open = prefix + hashes + 1;
    match rest.get(open - 1)? {
        '"' => {}
        // A lifetime has no closing quote two or more places on.
        '\'' if !raw && (rest.get(open) == Some(&'\\') || rest.get(open + 1) == Some(&'\'')) => {
            let mut at = open;
            while at < rest.len() && rest[at] != '\'' {
                at += if rest[at] == '\\' { 2 } else { 1 };
            }
            return Some((open, at.min(rest.len()) - open, (at + 1).min(rest.len())));
        }
        _ => return None,
    }
    let mut at = open;
    while at < rest.len() {
        let closed = rest[at] == '"'
            && rest.len() > at + hashes
            && rest[at + 1..=at + hashes].iter().all(|c| *c == '#');
        if closed {
            return Some((open, at - open, at + 1 + hashes));
        }
        at += if rest[at] == '\\' && !raw { 2 } else { 1 };
    }
    Some((open, rest.len() - open, rest.len()))
}

/// Lines of items under `#[cfg(test)]`, found by counting braces.
fn test_lines(code: &[String]) -> Vec<bool> {
    let mut test = vec![false; code.len()];
    let mut at = 0;
    while at < code.len() {
        if !code[at].contains("#[cfg(test)]") {
            at += 1;
            continue;
        }
        let (mut depth, mut opened) = (0_i32, false);
        while at < code.len() {
            test[at] = true;
            for c in code[at].chars() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                opened |= c == '{';
            }
            let ended = if opened { depth <= 0 } else { code[at].contains(';') };
            at += 1;
            if ended {
                break;
            }
        }
    }
    test
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_leave_the_code() {
        let text = "let a = \"x // y\"; // println!\nlet b = 'c'; /* one /* two */ */ f::<'a>();\n";
        let source = Source::read("a.rs", text);
        assert_eq!(source.code[0].trim_end(), "let a = \"      \";");
        assert!(source.code[1].contains("f::<'a>();") && !source.code[1].contains("two"));
        assert_eq!(source.literals, [(1, "x // y".to_string())]);
    }

    #[test]
    fn raw_and_long_literals_keep_line_numbers() {
        let text = "let a = r#\"one\n\"two\" \\\n\"#;\nlet b = \"p\\\"q\";\nlet c = br\"x\";";
        let source = Source::read("a.rs", text);
        let lines: Vec<usize> = source.literals.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 4, 5]);
        assert_eq!(source.literals[1].1, "p\\\"q");
    }

    #[test]
    fn tests_are_told_from_shipped_code() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() { {} }\n}\nfn c() {}\n";
        let source = Source::read("a.rs", text);
        let shipped: Vec<usize> = source.shipped().map(|(line, _)| line).collect();
        assert_eq!(shipped, [1, 6]);
        let outside = Source::read("a.rs", "#[cfg(test)]\nmod tests;\nfn c() {}\n");
        assert!(outside.is_test(2) && !outside.is_test(3));
    }

    #[test]
    fn a_word_is_not_a_part_of_another() {
        assert!(has_word("use rand::Rng", "rand") && has_word("rand()", "rand"));
        assert!(!has_word("operand", "rand") && !has_word("rand_x", "rand"));
        assert!(!has_head("store::jurnal::x", "jurnal::") && has_head("(jurnal::x", "jurnal::"));
    }
}
