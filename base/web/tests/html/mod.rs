//! What every page must hold: policy, headings, names, labels, tables, ids.

#![allow(dead_code)]

mod parse;

use parse::Tree;
use std::collections::HashSet;

/// Checks a whole document and panics with its name and the first fault.
pub fn check_document(name: &str, source: &str) {
    let tree = Tree::parse(source);
    let faults: Vec<String> = [policy, headings, names, fields, drawings, tables, ids, nesting, landmarks]
        .iter()
        .flat_map(|check| check(&tree))
        .collect();
    assert!(faults.is_empty(), "{name}:\n  {}", faults.join("\n  "));
    assert!(tree.nodes.len() <= 2_500, "{name}: {} nodes, at most 2500", tree.nodes.len());
}

fn here(tree: &Tree, node: usize) -> String {
    let n = &tree.nodes[node];
    let class = n.attrs.get("class").map(|c| format!(".{c}")).unwrap_or_default();
    let id = n.attrs.get("id").map(|c| format!("#{c}")).unwrap_or_default();
    format!("<{}{class}{id}> {:.40}", n.tag, n.text.trim())
}

/// The content policy allows nothing inline.
fn policy(tree: &Tree) -> Vec<String> {
    let mut faults = vec![];
    for n in tree.all() {
        let node = &tree.nodes[n];
        for attr in node.attrs.keys().filter(|a| *a == "style" || a.starts_with("on")) {
            faults.push(format!("attribute {attr} on {}", here(tree, n)));
        }
        if node.tag == "style"
            || (node.tag == "script" && !node.attrs.get("src").is_some_and(|s| s.starts_with("/aset/")))
        {
            faults.push(format!("inline {}", node.tag));
        }
        let href = node.attrs.get("href").or(node.attrs.get("src")).map_or("", String::as_str);
        // The one way out: a text for a messenger, in a link that tells nobody where it stood.
        let messenger = href.starts_with("https://wa.me/?text=")
            && node.attrs.get("rel").is_some_and(|rel| rel == "noopener noreferrer");
        if href.contains("://") && !messenger || href.starts_with("javascript:") {
            faults.push(format!("address from elsewhere on {}", here(tree, n)));
        }
    }
    faults
}

fn headings(tree: &Tree) -> Vec<String> {
    let levels: Vec<(u8, usize)> = tree
        .all()
        .filter_map(|n| match tree.nodes[n].tag.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some((level - b'0', n)),
            _ => None,
        })
        .collect();
    let mut faults = vec![];
    let tops = levels.iter().filter(|(l, _)| *l == 1).count();
    if tops != 1 {
        faults.push(format!("{tops} h1"));
    }
    let mut last = 0;
    for (level, n) in levels {
        if level > last + 1 {
            faults.push(format!("h{level} after h{last}: {}", tree.name(n)));
        }
        if tree.name(n).is_empty() {
            faults.push(format!("empty h{level}"));
        }
        last = level;
    }
    faults
}

/// Links and buttons say where they lead or what they do.
fn names(tree: &Tree) -> Vec<String> {
    let vague = ["klik di sini", "di sini", "ok", "selengkapnya", "submit", "proses"];
    let acting = tree.all().filter(|n| matches!(tree.nodes[*n].tag.as_str(), "a" | "button" | "summary"));
    acting
        .filter_map(|n| {
            let name = tree.name(n).to_lowercase();
            let vague = vague.contains(&name.as_str());
            let dead = tree.nodes[n].tag == "a" && tree.attr(n, "href").is_none_or(str::is_empty);
            (name.is_empty() || vague || dead).then(|| format!("no good name or address: {}", here(tree, n)))
        })
        .collect()
}

fn fields(tree: &Tree) -> Vec<String> {
    let labels: HashSet<&str> = tree.by_tag("label").filter_map(|n| tree.attr(n, "for")).collect();
    let mut faults = vec![];
    for n in tree.all() {
        let kind = tree.attr(n, "type").unwrap_or("");
        let field = matches!(tree.nodes[n].tag.as_str(), "input" | "select" | "textarea");
        if !field || kind == "hidden" || tree.attr(n, "aria-hidden") == Some("true") {
            continue;
        }
        let labelled =
            tree.attr(n, "id").is_some_and(|id| labels.contains(id)) || tree.attr(n, "aria-label").is_some();
        if !labelled {
            faults.push(format!("field without label: {}", here(tree, n)));
        }
        if tree.attr(n, "aria-invalid").is_some() && tree.attr(n, "aria-describedby").is_none() {
            faults.push(format!("error not tied to {}", here(tree, n)));
        }
        if kind == "password" && tree.attr(n, "value").is_some_and(|v| !v.is_empty()) {
            faults.push("a password comes back in the page".into());
        }
    }
    for n in tree.by_tag("form") {
        let post = tree.attr(n, "method") == Some("post");
        let token =
            tree.all().any(|c| tree.attr(c, "name") == Some("csrf") && tree.ancestors(c).contains(&n));
        let sample = tree.attr(n, "action").is_some_and(|a| a.starts_with('#'));
        if post && !token && !sample {
            faults.push(format!("form without token: {}", here(tree, n)));
        }
    }
    faults
}

fn drawings(tree: &Tree) -> Vec<String> {
    let svg = tree.by_tag("svg").filter(|n| {
        let hidden = tree.attr(*n, "aria-hidden") == Some("true");
        let named = matches!(tree.attr(*n, "role"), Some("img" | "group"))
            && tree.attr(*n, "aria-label").is_some_and(|l| !l.is_empty());
        !hidden && !named
    });
    let img = tree.by_tag("img").filter(|n| tree.attr(*n, "alt").is_none());
    svg.chain(img).map(|n| format!("drawing without name: {}", here(tree, n))).collect()
}

fn tables(tree: &Tree) -> Vec<String> {
    let mut faults = vec![];
    for n in tree.by_tag("table") {
        let first = tree.nodes[n].children.first().copied();
        if !first.is_some_and(|c| tree.nodes[c].tag == "caption" && !tree.name(c).is_empty()) {
            faults.push("table without caption".into());
        }
        let scroller = tree.ancestors(n).iter().any(|a| {
            tree.attr(*a, "role") == Some("region")
                && tree.attr(*a, "tabindex") == Some("0")
                && tree.attr(*a, "aria-label").is_some()
        });
        if !scroller {
            faults.push("table outside a named scrolling region".into());
        }
    }
    for n in tree.by_tag("th") {
        if tree.attr(n, "scope").is_none() || tree.name(n).is_empty() {
            faults.push(format!("head cell without scope or words: {}", here(tree, n)));
        }
    }
    for row in tree.by_tag("tr") {
        let cells = tree.nodes[row].children.len();
        let table =
            tree.ancestors(row).into_iter().find(|a| tree.nodes[*a].tag == "table").expect("row in a table");
        // Heads of columns; the first cell of a row may be a head of that row.
        let of_column = |h: &usize| tree.attr(*h, "scope") != Some("row");
        let heads =
            tree.by_tag("th").filter(of_column).filter(|h| tree.ancestors(*h).contains(&table)).count();
        if cells != heads {
            faults.push(format!("row of {cells} cells under {heads} heads"));
        }
    }
    faults
}

fn ids(tree: &Tree) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut faults = vec![];
    for n in tree.all() {
        if let Some(id) = tree.attr(n, "id")
            && !seen.insert(id)
        {
            faults.push(format!("id {id} twice"));
        }
    }
    for n in tree.all() {
        for attr in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget"] {
            for id in tree.attr(n, attr).unwrap_or("").split_whitespace() {
                if !seen.contains(id) {
                    faults.push(format!("{attr} names {id}, which is not there"));
                }
            }
        }
    }
    faults
}

/// What browsers would silently repair into another tree.
fn nesting(tree: &Tree) -> Vec<String> {
    let block = [
        "div", "p", "ul", "ol", "dl", "table", "section", "form", "h1", "h2", "h3", "details", "fieldset",
        "nav",
    ];
    let mut faults = vec![];
    for n in tree.all() {
        let tag = tree.nodes[n].tag.as_str();
        let up: Vec<&str> = tree.ancestors(n).iter().map(|a| tree.nodes[*a].tag.as_str()).collect();
        let parent = up.first().copied().unwrap_or("#");
        let bad = (block.contains(&tag)
            && up.iter().any(|a| matches!(*a, "p" | "span" | "h1" | "h2" | "h3")))
            || (matches!(tag, "a" | "button" | "input") && up.iter().any(|a| matches!(*a, "a" | "button")))
            || (tag == "form" && up.contains(&"form"))
            || (matches!(parent, "ul" | "ol") && tag != "li")
            || (tag == "li" && !matches!(parent, "ul" | "ol"))
            || (matches!(tag, "dt" | "dd") && !matches!(parent, "dl" | "div"))
            || (parent == "tr" && !matches!(tag, "td" | "th"));
        if bad {
            faults.push(format!("{} inside {parent}", here(tree, n)));
        }
    }
    faults
}

fn landmarks(tree: &Tree) -> Vec<String> {
    let mut faults = vec![];
    if tree.by_tag("main").count() != 1 {
        faults.push("not exactly one main".into());
    }
    if !tree.by_tag("html").all(|n| tree.attr(n, "lang") == Some("id")) {
        faults.push("language is not said".into());
    }
    for n in tree.by_tag("nav") {
        if tree.attr(n, "aria-label").is_none() && tree.attr(n, "aria-labelledby").is_none() {
            faults.push(format!("nav without name: {}", here(tree, n)));
        }
    }
    faults
}
