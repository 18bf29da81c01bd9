//! The accessibility check: a script of our own, run inside the page under test.

use std::fmt;

use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("a11y.js");

/// Something on a page that some people could not use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub rule: String,
    pub selector: String,
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {} ({})", self.rule, self.message, self.selector)
    }
}

/// Whether a page stands in the frame, or alone like the sign-in page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    Full,
    Bare,
}

/// Everything the script objects to on the page as it stands.
pub async fn check(client: &Client, frame: Frame) -> Result<Vec<Violation>> {
    let options = json!({ "kerangka": frame == Frame::Full });
    let answer = client.execute(SCRIPT, vec![options]).await?;
    let list = answer.as_array().context("the check gave no list")?;
    Ok(list.iter().map(violation).collect())
}

fn violation(value: &Value) -> Violation {
    let field = |name: &str| value[name].as_str().unwrap_or_default().to_string();
    Violation { rule: field("rule"), selector: field("selector"), message: field("message") }
}
