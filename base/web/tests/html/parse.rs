//! Enough of an HTML reader for what maud writes: every tag closed, every attribute quoted.

use std::collections::HashMap;

pub struct Node {
    pub tag: String,
    pub attrs: HashMap<String, String>,
    pub children: Vec<usize>,
    pub parent: Option<usize>,
    /// Text directly inside, in order of reading, without the text of children.
    pub text: String,
}

pub struct Tree {
    pub nodes: Vec<Node>,
}

const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];

impl Tree {
    pub fn parse(source: &str) -> Self {
        let root = Node {
            tag: "#".into(),
            attrs: HashMap::new(),
            children: vec![],
            parent: None,
            text: String::new(),
        };
        let mut tree = Tree { nodes: vec![root] };
        let mut open = vec![0usize];
        let mut rest = source;
        while let Some(at) = rest.find('<') {
            tree.add_text(&open, &rest[..at]);
            let end = tag_end(&rest[at..]) + at;
            let inner = &rest[at + 1..end];
            rest = &rest[end + 1..];
            if inner.starts_with('!') {
                continue;
            }
            if let Some(name) = inner.strip_prefix('/') {
                let top = open.pop().expect("closing tag without opening");
                assert_eq!(tree.nodes[top].tag, name, "tags cross each other");
                continue;
            }
            let (tag, attrs) = opening(inner);
            let parent = *open.last().expect("root stays open");
            let index = tree.nodes.len();
            let void = VOID.contains(&tag.as_str());
            tree.nodes.push(Node { tag, attrs, children: vec![], parent: Some(parent), text: String::new() });
            tree.nodes[parent].children.push(index);
            if !void {
                open.push(index);
            }
        }
        assert_eq!(open.len(), 1, "a tag stays open");
        tree
    }

    fn add_text(&mut self, open: &[usize], text: &str) {
        if let Some(top) = open.last() {
            self.nodes[*top].text.push_str(text);
        }
    }

    /// Indexes in order of reading.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        1..self.nodes.len()
    }

    pub fn by_tag<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.all().filter(move |n| self.nodes[*n].tag == tag)
    }

    pub fn attr(&self, node: usize, name: &str) -> Option<&str> {
        self.nodes[node].attrs.get(name).map(String::as_str)
    }

    pub fn ancestors(&self, node: usize) -> Vec<usize> {
        std::iter::successors(self.nodes[node].parent, |n| self.nodes[*n].parent).collect()
    }

    /// Text a screen reader would read out of a node.
    pub fn name(&self, node: usize) -> String {
        if self.attr(node, "aria-hidden") == Some("true") {
            return String::new();
        }
        if let Some(label) = self.attr(node, "aria-label") {
            return label.to_owned();
        }
        let mut words = self.nodes[node].text.trim().to_owned();
        for child in &self.nodes[node].children {
            words.push(' ');
            words.push_str(&self.name(*child));
        }
        words.trim().to_owned()
    }
}

fn tag_end(source: &str) -> usize {
    let mut quoted = false;
    for (at, c) in source.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag is not closed: {}", &source[..source.len().min(80)]);
}

fn opening(inner: &str) -> (String, HashMap<String, String>) {
    let (tag, mut rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let mut attrs = HashMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return (tag.to_owned(), attrs);
        }
        let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').expect("attribute value closes");
            value = quoted[..close].to_owned();
            rest = &quoted[close + 1..];
        }
        assert!(attrs.insert(name.clone(), value).is_none(), "attribute {name} twice in <{inner}>");
    }
}
