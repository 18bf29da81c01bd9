//! `cargo x api`: schemathesis reads `docs/openapi.json` and tries the served API with what the document
//! allows and with what it does not. Like every need of the tests, the tool is installed or the step fails.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::steps::call;
use crate::{Outcome, machine};

/// The version the step is known to work with.
const TOOL: &str = "schemathesis==4.32.5";
/// What an answer is held against. Left out: that every request the document allows succeeds, because
/// an id that is nobody's is rightly not found.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,negative_data_rejection,ignored_auth,unsupported_method";
const SCOPES: &str = "pegawai:baca,organisasi:baca,mutu:baca,jurnal:baca,statistik:baca";

/// Runs against the binary at `program`, `examples` requests for each operation and kind of data.
pub fn run(root: &Path, program: &Path, target: &Path, examples: &str) -> Outcome {
    let tool = tool(target)?;
    let folder = target.join("uji-api");
    // What an earlier run left is not what this one is about.
    let _ = fs::remove_dir_all(&folder);
    let data = folder.display().to_string();
    let said = |args: &[&str]| {
        let text = machine::output(program, args);
        text.ok_or_else(|| format!("{} {} failed", program.display(), args.join(" ")))
    };
    said(&["demo", "--data", &data, "--pegawai", "500", "--hanya-data"])?;
    let token = said(&[
        "pengguna",
        "token",
        "admin",
        "--data",
        &data,
        "--nama",
        "schemathesis",
        "--izin",
        SCOPES,
        "--hari",
        "1",
    ])?;
    let server = Server::start(program, &data)?;
    let url = format!("http://{}", server.address);
    let words = [
        &tool.display().to_string(),
        "--config-file",
        "xtask/schemathesis.toml",
        "run",
        "docs/openapi.json",
        "--url",
        &url,
        "--header",
        &format!("Authorization: Bearer {}", token.trim()),
        "--checks",
        CHECKS,
        "--max-examples",
        examples,
        "--phases",
        "coverage,fuzzing",
        "--generation-deterministic",
        "--no-color",
    ]
    .map(str::to_owned);
    call(root, &words, &[])
}

/// The tool on the search path, else one of our own in the target folder.
fn tool(target: &Path) -> Result<PathBuf, String> {
    if let Some(found) = machine::find_program(&["schemathesis"]) {
        return Ok(found);
    }
    let own = target.join("alat-api");
    let tool = own.join("bin/schemathesis");
    if !tool.is_file() {
        println!("Installing {TOOL} into {}", own.display());
        let python = machine::find_program(&["python3"]).ok_or(MISSING)?;
        let venv = ["-m".to_owned(), "venv".into(), own.display().to_string()];
        let pip = own.join("bin/pip");
        quiet(Command::new(python).args(venv))?;
        quiet(Command::new(pip).args(["install", "--quiet", TOOL]))?;
    }
    if tool.is_file() { Ok(tool) } else { Err(MISSING.into()) }
}

const MISSING: &str = "schemathesis is missing and could not be installed. Install with: sudo apt-get install -y python3-venv && pipx install schemathesis";

fn quiet(command: &mut Command) -> Outcome {
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(MISSING.into()),
    }
}

/// A server that ends with the step, however the step ends.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(program: &Path, data: &str) -> Result<Server, String> {
        // A port the system calls free; nobody else asks for it within the second.
        let free = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr());
        let address = free.map_err(|e| format!("no free port: {e}"))?.to_string();
        let child = Command::new(program)
            .args(["serve", "--data", data, "--alamat", &address, "--api-per-menit", "1000000"])
            .env("SINERGI_LOG", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|e| format!("{}: {e}", program.display()))?;
        let server = Server { child, address };
        let begun = Instant::now();
        while TcpStream::connect(&server.address).is_err() {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err("the server does not answer after a minute".into());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
