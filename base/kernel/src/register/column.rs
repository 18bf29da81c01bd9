//! Texts of many people: numbers for those that repeat, one piece of memory for those that do not.

use std::collections::HashMap;

/// Numbers for texts that repeat.
#[derive(Clone, Default, Debug)]
pub struct Names {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

impl Names {
    /// The number of a text; 0 is the empty text.
    pub fn number(&mut self, text: &str) -> u32 {
        if self.texts.is_empty() {
            self.texts.push("".into());
            self.numbers.insert("".into(), 0);
        }
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }

    /// The number a text has already.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |t| t)
    }
}

/// Texts that hardly repeat, one a line in a single piece of memory.
#[derive(Clone, Default, Debug)]
pub(super) struct Column {
    pub(super) text: String,
    starts: Vec<u32>,
}

impl Column {
    /// Adds the next person's text, written by `write`.
    pub(super) fn push(&mut self, write: impl FnOnce(&mut String)) {
        self.starts.push(self.text.len() as u32);
        write(&mut self.text);
        self.text.push('\n');
    }

    pub(super) fn get(&self, i: usize) -> &str {
        let start = self.starts[i] as usize;
        let end = self.starts.get(i + 1).map_or(self.text.len(), |e| *e as usize);
        &self.text[start..end - 1]
    }

    /// Puts another text in the place of somebody's.
    pub(super) fn set(&mut self, i: usize, text: &str) {
        let start = self.starts[i] as usize;
        let old = self.get(i).len();
        self.text.replace_range(start..start + old, text);
        let (old, new) = (old as u32, text.len() as u32);
        for later in &mut self.starts[i + 1..] {
            *later = *later - old + new;
        }
    }

    /// Whose text a place belongs to.
    pub(super) fn at(&self, place: usize) -> usize {
        self.starts.partition_point(|s| *s as usize <= place).saturating_sub(1)
    }

    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }
}
