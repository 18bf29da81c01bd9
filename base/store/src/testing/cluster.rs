//! One private PostgreSQL for all test processes of this account. The first to need it makes and
//! starts it, each holds a shared lock on `pakai` while it lives, a small watchdog stops the server
//! a minute after the last lock is gone. What a killed run leaves behind, the next one clears.

use super::unique;
use postgres::{Client, NoTls};
use std::fs::{File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

const MISSING: &str = "PostgreSQL 15 or newer is needed for tests and was not found in PATH or \
    /usr/lib/postgresql/*/bin. Install it (Debian: apt-get install postgresql) or name a server with \
    SINERGI_TEST_PG_URL; tests never skip an engine.";

/// Speed over survival: these data are worth nothing after the run.
const OPTIONS: &str = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
    -c max_connections=60 -c shared_buffers=256MB -c max_wal_size=4GB";

/// Stops the server once nobody has held the lock for a minute; signals only the very server that
/// runs in this folder.
const WATCHDOG: &str = r#"
data=$1; lock=$2; idle=0
mine() { pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) && [ "$(readlink "/proc/$pid/cwd")" = "$data" ]; }
while mine; do
  sleep 10
  if flock -n -x "$lock" true; then idle=$((idle + 1)); else idle=0; fi
  if [ "$idle" -ge 6 ]; then
    ( flock -n -x 9 && mine && kill -INT "$pid" && while mine; do sleep 0.2; done ) 9>>"$lock"
    idle=0
  fi
done
"#;

struct Server {
    url: String,
    _in_use: Option<File>,
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| match std::env::var("SINERGI_TEST_PG_URL") {
        Ok(url) => Server { url, _in_use: None },
        Err(_) => local(),
    })
}

pub(super) fn fresh_database(name: &str) -> String {
    let server = server();
    let name = unique(name);
    // template0, because nobody is ever connected to it.
    command(&server.url, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
        .unwrap_or_else(|e| panic!("cannot create a test database on {}: {e:?}", server.url));
    with_database(&server.url, &name)
}

pub(super) fn drop_database(url: &str) {
    if let Some(name) = url.split('?').next().and_then(|u| u.rsplit('/').next()) {
        let _ = command(&server().url, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }
}

fn command(url: &str, sql: &str) -> Result<(), postgres::Error> {
    Client::connect(url, NoTls)?.batch_execute(sql)
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) = url.split_once('?').map_or((url, None), |(a, o)| (a, Some(o)));
    let after_scheme = address.find("://").map_or(0, |at| at + 3);
    let until = address[after_scheme..].find('/').map_or(address.len(), |at| after_scheme + at);
    let options = options.map_or(String::new(), |o| format!("?{o}"));
    format!("{}/{name}{options}", &address[..until])
}

fn local() -> Server {
    let (bin, major) = binaries().expect(MISSING);
    let account = Account::find();
    let folder = account.folder(&major);
    let open = |name: &str| {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(name));
        file.unwrap_or_else(|e| panic!("{}: {e}", folder.join(name).display()))
    };
    // In this order: the watchdog stops the server under an exclusive lock on `pakai`.
    let in_use = open("pakai");
    in_use.lock_shared().expect("shared lock");
    let starting = open("mulai");
    starting.lock().expect("exclusive lock");
    let socket = folder.join("pg").to_string_lossy().replace('/', "%2F");
    let url = format!("postgres://postgres@{socket}/postgres");
    if !answers(&url) {
        start(&bin, &folder.join("pg"), &account);
        watch(&folder);
    }
    clear_left_over(&url);
    Server { url, _in_use: Some(in_use) }
}

fn answers(url: &str) -> bool {
    match command(url, "SELECT 1") {
        Ok(()) => true,
        // Any answer but "starting up" or "shutting down" comes from a living server.
        Err(e) => e.code().is_some_and(|code| code.code() != "57P03"),
    }
}

/// Newest installed version first.
fn binaries() -> Option<(PathBuf, String)> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|v| v.path().join("bin")));
    }
    let version = |folder: &PathBuf| -> Option<u32> {
        let complete = ["initdb", "pg_ctl"].iter().all(|name| folder.join(name).exists());
        let said = complete.then(|| Command::new(folder.join("postgres")).arg("--version").output())?.ok()?;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        said.split_whitespace().nth(2)?.split(['.', 'b', 'r', 'd']).next()?.parse().ok()
    };
    let found = folders.iter().filter_map(|f| Some((version(f)?, f))).filter(|f| f.0 >= 15);
    found.max_by_key(|f| f.0).map(|(major, folder)| (folder.clone(), major.to_string()))
}

/// Who runs the tests, and as whom the server runs: PostgreSQL refuses to run as root.
struct Account {
    own: u32,
    server: Option<(u32, u32)>,
}

impl Account {
    fn find() -> Account {
        let own = std::fs::metadata("/proc/self").map_or(0, |m| m.uid());
        let server = (own == 0).then(|| {
            let users = std::fs::read_to_string("/etc/passwd").expect("/etc/passwd is readable");
            let user = |name: &str| {
                let mut fields = users.lines().map(|l| l.split(':').collect::<Vec<_>>());
                let line = fields.find(|f| f.len() > 3 && f[0] == name)?;
                Some((line[2].parse().ok()?, line[3].parse().ok()?))
            };
            user("postgres")
                .or_else(|| user("nobody"))
                .expect("a user postgres or nobody to run PostgreSQL as")
        });
        Account { own, server }
    }

    /// In a place every account can reach, short enough for the path of a socket.
    fn folder(&self, major: &str) -> PathBuf {
        let folder = PathBuf::from(format!("/tmp/sinergi-uji-{}-pg{major}", self.own));
        match std::fs::create_dir(&folder) {
            Err(e) if e.kind() != ErrorKind::AlreadyExists => panic!("{}: {e}", folder.display()),
            _ => {}
        }
        let found = std::fs::symlink_metadata(&folder).expect("test folder");
        assert!(found.is_dir() && found.uid() == self.own, "{} belongs to someone else", folder.display());
        std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("mode of test folder");
        folder
    }

    fn run(&self, program: &Path, folder: &Path, arguments: &[&str]) -> Result<(), String> {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(folder).stdin(Stdio::null());
        command.env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin").env("HOME", folder);
        if let Some((uid, gid)) = self.server {
            command.uid(uid).gid(gid); // drops supplementary groups as well
        }
        // A group of its own: a runner that ends a slow test must not take the server along.
        let done = command.process_group(0).output().map_err(|e| format!("{}: {e}", program.display()))?;
        let said = [done.stdout, done.stderr].concat();
        done.status.success().then_some(()).ok_or_else(|| String::from_utf8_lossy(&said).into_owned())
    }
}

fn start(bin: &Path, home: &Path, account: &Account) {
    let again = initialise(bin, home, account, false).and_then(|()| launch(bin, home, account));
    let Err(first) = again else { return };
    // Data of a run that died in the middle: nothing in them is worth keeping.
    let fresh = initialise(bin, home, account, true).and_then(|()| launch(bin, home, account));
    if let Err(second) = fresh {
        let log = std::fs::read_to_string(home.join("log")).unwrap_or_default();
        panic!("PostgreSQL does not start in {}:\n{first}\n{second}\n{log}", home.display());
    }
}

fn initialise(bin: &Path, home: &Path, account: &Account, wipe: bool) -> Result<(), String> {
    let complete = home.join("siap");
    if complete.exists() && !wipe {
        return Ok(());
    }
    let io = |e: std::io::Error| e.to_string();
    let _ =
        account.run(&bin.join("pg_ctl"), home, &["-D", &text(&home.join("data")), "-m", "immediate", "stop"]);
    if home.exists() {
        std::fs::remove_dir_all(home).map_err(io)?;
    }
    std::fs::create_dir(home).map_err(io)?;
    std::fs::set_permissions(home, Permissions::from_mode(0o700)).map_err(io)?;
    if let Some((uid, gid)) = account.server {
        chown(home, Some(uid), Some(gid)).map_err(io)?;
    }
    let data = text(&home.join("data"));
    let arguments = ["-D", &data, "--no-sync", "-E", "UTF8", "--locale=C", "-U", "postgres", "--auth=trust"];
    account.run(&bin.join("initdb"), home, &arguments)?;
    File::create(complete).map_err(io).map(|_| ())
}

fn launch(bin: &Path, home: &Path, account: &Account) -> Result<(), String> {
    let _ = std::fs::remove_file(home.join("log"));
    let (data, log) = (text(&home.join("data")), text(&home.join("log")));
    let options = format!("{OPTIONS} -c unix_socket_directories={}", home.display());
    account.run(
        &bin.join("pg_ctl"),
        home,
        &["-D", &data, "-l", &log, "-o", &options, "-w", "-t", "60", "start"],
    )
}

fn watch(folder: &Path) {
    let mut command = Command::new("sh");
    command.args(["-c", WATCHDOG, "sh", &text(&folder.join("pg/data")), &text(&folder.join("pakai"))]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
    // Not waited for: it outlives this process. Without it the server merely keeps running.
    let _ = command.process_group(0).spawn();
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Databases of processes that no longer live.
fn clear_left_over(url: &str) {
    let Ok(mut client) = Client::connect(url, NoTls) else { return };
    let rows = client.query("SELECT datname FROM pg_database WHERE datname LIKE 'uji\\_%'", &[]);
    for name in rows.unwrap_or_default().iter().map(|row| row.get::<_, String>(0)) {
        if super::owner_is_gone(&name) {
            let _ = client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}
