//! The product under test: the release binary with a demo province in a folder of its own.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::{http, poll};

/// Making a small province takes seconds; a cold disk takes longer.
const START: Duration = Duration::from_secs(180);

pub struct Server {
    child: Child,
    pub port: u16,
    /// The one-time password printed at the first start, for the account `admin`.
    pub password: String,
    output: Output,
    data: TempDir,
}

type Output = Arc<Mutex<Vec<String>>>;

impl Server {
    /// A fresh province of about `people` civil servants on a free port.
    pub fn start(people: u32) -> Result<Server> {
        let people = people.to_string();
        let args = ["demo", "--pegawai", &people, "--alamat", "127.0.0.1:0", "--tanpa-buka"];
        let mut server = Server::launch(&args, tempfile::tempdir()?)?;
        server.password = server.wait_for("the one-time password", once)?;
        Ok(server)
    }

    /// The same with its clock standing still on a day (`19-08-2026`); [`Server::moved_to`] moves it.
    pub fn on(people: u32, day: &str) -> Result<Server> {
        let people = people.to_string();
        let args = ["demo", "--pegawai", &people, "--jam", day, "--alamat", "127.0.0.1:0", "--tanpa-buka"];
        let mut server = Server::launch(&args, tempfile::tempdir()?)?;
        server.password = server.wait_for("the one-time password", once)?;
        Ok(server)
    }

    /// Starts a demo again on the same data on another day. Only a demo has a clock that can be moved.
    pub fn moved_to(&mut self, day: &str) -> Result<()> {
        self.stop();
        let data = std::mem::replace(&mut self.data, tempfile::tempdir()?);
        let args = ["demo", "--jam", day, "--alamat", "127.0.0.1:0", "--tanpa-buka"];
        *self = Server::launch(&args, data)?;
        Ok(())
    }

    /// A node that serves one government and knows nobody yet.
    pub fn empty(nama: &str) -> Result<Server> {
        let data = tempfile::tempdir()?;
        let made = Command::new(binary()?)
            .args(["mulai", "--instansi", "PERAMBAN", "--nama", nama, "--data"])
            .arg(data.path().join("data"))
            .stdin(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&made.stdout);
        let password = said.lines().find_map(once).with_context(|| format!("no password in:\n{said}"))?;
        let mut server = Server::launch(&["serve", "--alamat", "127.0.0.1:0"], data)?;
        server.password = password;
        Ok(server)
    }

    /// Where its data lie, for commands beside the pages.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.data.path().join("data")
    }

    /// Runs another command of the product on the same data.
    pub fn command(&self, args: &[&str]) -> Result<String> {
        let done = Command::new(binary()?).args(args).arg("--data").arg(self.data()).output()?;
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        match done.status.success() {
            true => Ok(said),
            false => bail!("{args:?} ended with {}: {}", done.status, String::from_utf8_lossy(&done.stderr)),
        }
    }

    fn launch(args: &[&str], data: TempDir) -> Result<Server> {
        let binary = binary()?;
        let mut child = Command::new(&binary)
            .args(args)
            .arg("--data")
            .arg(data.path().join("data"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", binary.display()))?;
        let output = Output::default();
        collect(child.stdout.take(), &output);
        collect(child.stderr.take(), &output);
        let mut server = Server { child, port: 0, password: String::new(), output, data };
        server.port = server.wait_for("the address", port_in)?;
        let port = server.port;
        poll("/sehat to answer 200", START, || {
            Ok(http::request(port, "GET", "/sehat", "").ok().filter(|(status, _)| *status == 200))
        })?;
        Ok(server)
    }

    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What the server said so far, for the report of a failed journey.
    #[must_use]
    pub fn said(&self) -> String {
        let lines = self.output.lock().map(|lines| lines.clone()).unwrap_or_default();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    fn wait_for<T>(&mut self, what: &str, find: impl Fn(&str) -> Option<T>) -> Result<T> {
        let output = Arc::clone(&self.output);
        let child = &mut self.child;
        let found = poll(what, START, || {
            let found = output.lock().ok().and_then(|lines| lines.iter().find_map(|line| find(line)));
            match (found, child.try_wait()?) {
                (Some(found), _) => Ok(Some(found)),
                (None, Some(status)) => bail!("the server ended with {status} before it said {what}"),
                (None, None) => Ok(None),
            }
        });
        found.with_context(|| format!("the server said:\n{}", self.said()))
    }
}

impl Server {
    fn stop(&mut self) {
        // A server that has already ended is what we want; nothing to report.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `SINERGI_BIN`, or the release binary of this workspace, built when it is not there.
fn binary() -> Result<PathBuf> {
    if let Ok(path) = std::env::var("SINERGI_BIN") {
        let path = PathBuf::from(path);
        return if path.is_file() { Ok(path) } else { bail!("SINERGI_BIN: no file {}", path.display()) };
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("no workspace")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let path = root.join(target).join("release/sinergi");
    if !path.is_file() {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let status = Command::new(cargo)
            .args(["build", "--release", "-p", "sinergi"])
            .current_dir(root)
            .status()
            .context("cargo build --release")?;
        if !status.success() {
            bail!("the release build failed");
        }
    }
    Ok(path)
}

/// Reads to the end on a thread of its own, so that the server never waits for us.
fn collect(stream: Option<impl Read + Send + 'static>, output: &Output) {
    let Some(stream) = stream else { return };
    let output = Arc::clone(output);
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if let Ok(mut lines) = output.lock() {
                lines.push(line);
            }
        }
    });
}

/// The one-time password in a line the program printed.
#[must_use]
pub fn once(line: &str) -> Option<String> {
    after(line, "Sandi sekali pakai: ").map(String::from)
}

fn port_in(line: &str) -> Option<u16> {
    let digits: String = after(line, "http://127.0.0.1:")?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|port| *port != 0)
}

/// The word that follows `words`.
fn after<'a>(line: &'a str, words: &str) -> Option<&'a str> {
    line.split_once(words)?.1.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_and_the_password_are_read_from_sentences() {
        assert_eq!(port_in("Buka http://127.0.0.1:40123/ di peramban"), Some(40123));
        assert_eq!(port_in("http://127.0.0.1:0"), None);
        assert_eq!(after("Sandi sekali pakai: k7-Rt  (admin)", "Sandi sekali pakai: "), Some("k7-Rt"));
    }
}
