//! What a person does on a page: open, read, fill, press.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::{PATIENCE, TICK, halaman};

/// Marks the page that is about to be left, so that the next one is told from it.
const LEAVE: &str = "window.__left = true";
const ARRIVED: &str =
    "return !window.__left && document.readyState === 'complete' && !!document.querySelector(arguments[0])";

pub struct Tab<'a>(pub &'a Client);

impl Tab<'_> {
    /// Opens an address and waits until a person could start.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.0.goto(url).await?;
        self.wait(&format!("{url} to be ready"), ARRIVED, vec![json!(halaman::SIAP)]).await
    }

    /// Presses something that leads to another page and waits for that page.
    pub async fn follow(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        self.follow_element(&element, css).await
    }

    pub async fn follow_element(&self, element: &Element, what: &str) -> Result<()> {
        self.eval(LEAVE, vec![]).await?;
        element.click().await.with_context(|| format!("pressing {what}"))?;
        let next = format!("the page after {what}");
        self.wait(&next, ARRIVED, vec![json!(halaman::SIAP)]).await
    }

    /// The main button of the form that holds `css`.
    pub async fn submit(&self, css: &str) -> Result<()> {
        const BUTTON: &str = "return document.querySelector(arguments[0]).form\
            .querySelector('button:not([type=button]):not([type=reset]), input[type=submit]')";
        let found = self.eval(BUTTON, vec![json!(css)]).await?;
        ensure!(!found.is_null(), "the form of {css} has no submit button");
        let element = self.element(&found)?;
        self.follow_element(&element, &format!("the button of the form with {css}")).await
    }

    /// Replaces what a field holds.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        let field = self.find(css).await?;
        field.clear().await.with_context(|| format!("clearing {css}"))?;
        field.send_keys(text).await.with_context(|| format!("filling {css}"))
    }

    pub async fn choose_file(&self, css: &str, file: &Path) -> Result<()> {
        // A file field takes the path as typed text and cannot be cleared.
        self.find(css)
            .await?
            .send_keys(&file.to_string_lossy())
            .await
            .with_context(|| format!("filling {css}"))
    }

    pub async fn find(&self, css: &str) -> Result<Element> {
        let start = Instant::now();
        loop {
            match self.0.find(Locator::Css(css)).await {
                Ok(element) => return Ok(element),
                Err(e) if !e.is_no_such_element() => return Err(e.into()),
                Err(_) if start.elapsed() > PATIENCE => bail!("no {css} on {}", self.path().await?),
                Err(_) => tokio::time::sleep(TICK).await,
            }
        }
    }

    /// A visible button or link whose text starts and ends with these words.
    pub async fn button(&self, (starts, ends): (&str, &str)) -> Result<Element> {
        const FIND: &str = "return [...document.querySelectorAll('main button, main a[href]')].find(e => {\
            const t = e.textContent.replace(/\\s+/g, ' ').trim();\
            return t.startsWith(arguments[0]) && t.endsWith(arguments[1]) && e.checkVisibility() })";
        let found = self.eval(FIND, vec![json!(starts), json!(ends)]).await?;
        ensure!(!found.is_null(), "no button \"{starts} … {ends}\" on {}", self.path().await?);
        self.element(&found)
    }

    /// What a person can read.
    pub async fn text(&self) -> Result<String> {
        let text = self.eval("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_string())
    }

    pub async fn shows(&self, words: &str) -> Result<()> {
        const SHOWS: &str =
            "return document.body.innerText.toLowerCase().includes(arguments[0].toLowerCase())";
        let shown = self.wait(&format!("\"{words}\""), SHOWS, vec![json!(words)]).await;
        match shown {
            Ok(()) => Ok(()),
            Err(why) => {
                let text: String = self.text().await?.chars().take(800).collect();
                Err(why.context(format!("on {} the page says:\n{text}", self.path().await?)))
            }
        }
    }

    /// Path and query of the page.
    pub async fn path(&self) -> Result<String> {
        let path = self.eval("return location.pathname + location.search", vec![]).await?;
        Ok(path.as_str().unwrap_or_default().to_string())
    }

    pub async fn eval(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.0.execute(script, args).await.with_context(|| format!("script: {script}"))
    }

    /// Looks until a script answers true.
    pub async fn wait(&self, what: &str, script: &str, args: Vec<Value>) -> Result<()> {
        let start = Instant::now();
        loop {
            // Between two pages a script may find none to run in; that is not yet an answer.
            match self.0.execute(script, args.clone()).await {
                Ok(Value::Bool(true)) => return Ok(()),
                Err(e) if start.elapsed() > PATIENCE => return Err(e).context(format!("waited for {what}")),
                Ok(_) if start.elapsed() > PATIENCE => bail!("waited {} s for {what}", PATIENCE.as_secs()),
                _ => tokio::time::sleep(TICK).await,
            }
        }
    }

    /// A script answers an element as an object with one long, standardised key.
    fn element(&self, found: &Value) -> Result<Element> {
        let id = found.as_object().and_then(|object| object.values().next()?.as_str());
        let id = id.context("the script answered no element")?.to_string();
        Ok(Element::from_element_id(self.0.clone(), id.into()))
    }
}
