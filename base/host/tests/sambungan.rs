//! Connections that keep the server waiting, over a real socket, with little patience.

use host::pace::Pace;
use host::serve::{Patience, serve};
use host::testing::{Browser, House};
use host::{Action, Method, Module, Role, Route};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};
use store::testing::Bench;

static MODULES: [Module; 1] = [Module {
    name: "uji",
    routes: &[
        Route {
            method: Method::Post,
            path: "/isian",
            action: None,
            handler: |ctx| say(ctx.field("isi").len() as u64),
        },
        Route {
            method: Method::Upload,
            path: "/berkas",
            action: Some(Action::Akun),
            handler: |ctx| say(ctx.upload.as_ref().map_or(0, |u| u.size)),
        },
    ],
    ..Module::EMPTY
}];

fn say(bytes: u64) -> host::Answer {
    Ok(host::html(maud::html! { p { "diterima " (bytes) } }))
}

const STRETCH: Duration = Duration::from_millis(400);

/// A served house with limits a test can wait for, and somebody signed in.
fn with_server(name: &str, body: impl FnOnce(SocketAddr, &Browser, tokio::sync::oneshot::Sender<()>)) {
    let bench = Bench::sqlite(name, host::schema::TABLES);
    let patience = Patience {
        head: STRETCH,
        body: Pace { bytes: 1_000, every: STRETCH },
        farewell: Duration::from_secs(1),
    };
    let house = House::shaped(&bench, &MODULES, |hall| hall.patience = patience);
    let sari = house.browser("sari", Role::Super, "", "", None);
    let runtime = tokio::runtime::Runtime::new().expect("runtime");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("bound");
    let address = listener.local_addr().expect("address");
    let router = host::http::router(house.hall.clone(), &MODULES);
    let server = runtime.spawn(serve(listener, router, None, patience, async { drop(stopped.await) }));
    body(address, &sari, stop);
    let ended = runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), server).await });
    assert!(ended.is_ok(), "the server stops");
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("set");
    stream
}

/// Everything until the server closes, and how long that took. A reset is a close, too.
fn rest(stream: &mut TcpStream) -> (String, Duration) {
    let began = Instant::now();
    let (mut all, mut piece) = (Vec::new(), [0; 4_096]);
    loop {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => all.extend_from_slice(&piece[..n]),
            Err(e) if e.kind() == std::io::ErrorKind::ConnectionReset => break,
            Err(e) => panic!("the server did not close: {e}"),
        }
    }
    (String::from_utf8_lossy(&all).into_owned(), began.elapsed())
}

#[test]
fn a_head_that_never_ends_and_an_idle_connection_are_closed() {
    with_server("kepala", |address, _, _stop| {
        let mut silent = connect(address);
        let mut dripping = connect(address);
        let mut idle = connect(address);
        idle.write_all(b"GET /sehat HTTP/1.1\r\nHost: x\r\n\r\n").expect("sent");
        dripping.write_all(b"GET /sehat HTTP/1.1\r\n").expect("sent");
        let began = Instant::now();
        // A byte now and then buys no time.
        while began.elapsed() < STRETCH * 4 {
            if dripping.write_all(b"X").is_err() {
                break;
            }
            std::thread::sleep(STRETCH / 8);
        }
        assert!(began.elapsed() < STRETCH * 4, "a dripping head is cut");
        assert!(rest(&mut silent).1 < STRETCH, "long closed");
        let (said, _) = rest(&mut idle);
        assert!(said.contains("200 OK") && said.ends_with("sehat\n"), "{said}");
    });
}

#[test]
fn a_form_that_stops_coming_is_answered_and_closed() {
    with_server("isian-lambat", |address, _, _stop| {
        let mut slow = connect(address);
        let head = "POST /isian HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        write!(slow, "{head}Content-Length: 100\r\n\r\nisi=abc").expect("sent");
        let (said, took) = rest(&mut slow);
        assert!(said.starts_with("HTTP/1.1 408") && said.contains("KIRIM-01"), "{said}");
        assert!(took >= STRETCH / 2 && took < STRETCH * 8, "{took:?}");
        let mut quick = connect(address);
        write!(quick, "{head}Content-Length: 7\r\n\r\nisi=abc").expect("sent");
        assert!(rest(&mut quick).0.contains("diterima 3"));
    });
}

#[test]
fn a_slow_upload_that_keeps_coming_arrives_whole() {
    with_server("unggah-lambat", |address, sari, _stop| {
        let part = |name: &str, more: &str| {
            format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n")
        };
        let before =
            format!("{}{}\r\n{}", part("csrf", ""), sari.csrf, part("berkas", "; filename=\"a.csv\""));
        let (piece, pieces, end) = ([b'x'; 600], 20, "\r\n--batas--\r\n");
        let length = before.len() + piece.len() * pieces + end.len();
        let mut slow = connect(address);
        write!(
            slow,
            "POST /berkas HTTP/1.1\r\nHost: x\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary=batas\r\nContent-Length: {length}\r\n\r\n{before}",
            sari.cookie
        )
        .expect("sent");
        // 600 bytes four times a stretch: above the pace, and five stretches in all.
        for _ in 0..pieces {
            std::thread::sleep(STRETCH / 4);
            slow.write_all(&piece).expect("sent");
        }
        slow.write_all(end.as_bytes()).expect("sent");
        let (said, _) = rest(&mut slow);
        assert!(said.contains("diterima 12000"), "{said}");
    });
}

#[test]
fn the_server_stops_though_connections_are_open() {
    with_server("berhenti", |address, _, stop| {
        let mut open = connect(address);
        open.write_all(b"GET /sehat HTTP/1.1\r\nHost: x\r\n\r\n").expect("sent");
        let mut first = [0; 15];
        open.read_exact(&mut first).expect("answered");
        stop.send(()).expect("still serving");
        rest(&mut open);
    });
}
