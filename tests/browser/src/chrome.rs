//! The browser: Debian's Chromium behind the chromedriver of the same version.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::http;

const MISSING: &str = "Chromium and chromedriver are needed. Install with: \
    sudo apt-get update && sudo apt-get install -y chromium chromium-driver";

/// A headless browser that looks for nothing on the network by itself.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=id",
    "--window-size=1440,1000",
];

pub struct Chrome {
    driver: Child,
    port: u16,
    pub client: Client,
    _profile: TempDir,
}

/// A screen, as the guide asks pictures and checks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
}

pub const DESKTOP: Screen = Screen { width: 1440, height: 1000 };
pub const PHONE: Screen = Screen { width: 390, height: 844 };
pub const NARROW: Screen = Screen { width: 320, height: 640 };

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    Terang,
    Gelap,
}

impl Theme {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Theme::Terang => "terang",
            Theme::Gelap => "gelap",
        }
    }
}

impl Chrome {
    pub async fn start() -> Result<Chrome> {
        let browser = program("SINERGI_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
        let mut driver = Command::new(program("SINERGI_CHROMEDRIVER", &["chromedriver"])?)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context(MISSING)?;
        let port = match driver_port(&mut driver) {
            Ok(port) => port,
            Err(why) => {
                let _ = driver.kill();
                let _ = driver.wait();
                return Err(why);
            }
        };
        let profile = tempfile::tempdir()?;
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": browser, "args": flags },
        });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        match client {
            Ok(client) => Ok(Chrome { driver, port, client, _profile: profile }),
            Err(why) => {
                let _ = driver.kill();
                let _ = driver.wait();
                Err(why).context("Chromium did not start")
            }
        }
    }

    /// The size of the page itself; a headless window cannot be made as narrow as a phone.
    pub async fn screen(&self, screen: Screen) -> Result<()> {
        let Screen { width, height } = screen;
        let phone = width < 600;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": phone })).await.map(drop)
    }

    /// What the system prefers; motion is always off, so that nothing is caught half way.
    pub async fn theme(&self, theme: Theme) -> Result<()> {
        let scheme = if theme == Theme::Gelap { "dark" } else { "light" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// A command of the DevTools protocol, through the driver's own door.
    pub async fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        let session = self.client.session_id().await?.context("no session")?;
        let body = json!({ "cmd": command, "params": params }).to_string();
        let path = format!("/session/{session}/goog/cdp/execute");
        let (status, answer) = http::request(self.port, "POST", &path, &body)?;
        if status != 200 {
            bail!("{command}: {status} {answer}");
        }
        Ok(serde_json::from_str::<Value>(&answer)?["value"].take())
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        // The driver takes its browsers with it when asked; killed, it would leave them behind.
        let _ = http::request(self.port, "GET", "/shutdown", "");
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// "ChromeDriver was started successfully on port 43567."
fn driver_port(driver: &mut Child) -> Result<u16> {
    let stdout = driver.stdout.take().context("chromedriver has no output")?;
    let mut lines = BufReader::new(stdout).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // What it says later is drained, or it would stop when the pipe is full.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    port.context("chromedriver did not say its port")
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Ok(path) = std::env::var(variable) {
        return Ok(path.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
        .context(MISSING)
}
