//! TLS of our own, over a real socket.

use host::serve::{Patience, serve};
use host::testing::House;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;
use store::testing::Bench;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

struct Pair {
    folder: tempfile::TempDir,
    roots: RootCertStore,
}

fn pair() -> Pair {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).expect("certificate");
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("cert.pem"), made.cert.pem()).expect("written");
    std::fs::write(folder.path().join("key.pem"), made.signing_key.serialize_pem()).expect("written");
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).expect("root");
    Pair { folder, roots }
}

#[test]
fn pages_and_cookies_over_tls() {
    let Pair { folder, roots } = pair();
    let acceptor =
        host::tls::acceptor(&folder.path().join("cert.pem"), &folder.path().join("key.pem")).expect("pair");
    let bench = Bench::sqlite("tls", host::schema::TABLES);
    let house = House::shaped(&bench, &[], |hall| hall.secure = true);
    let runtime = tokio::runtime::Runtime::new().expect("runtime");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("bound");
    let address = listener.local_addr().expect("address");
    let router = host::http::router(house.hall.clone(), &[]);
    let patience = Patience { head: Duration::from_millis(500), ..Patience::default() };
    let server =
        runtime.spawn(serve(listener, router, Some(acceptor), patience, async { drop(stopped.await) }));
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("name");
    let client = ClientConnection::new(Arc::new(config), name).expect("client");
    let mut stream = StreamOwned::new(client, TcpStream::connect(address).expect("connected"));
    let ask = b"GET /sehat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(ask).expect("sent");
    let mut answer = String::new();
    // A peer that closes without a farewell has still answered.
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("strict-transport-security"), "{answer}");
    // Somebody who speaks plainly, and somebody who says nothing, keep nobody waiting.
    for said in [&ask[..], b""] {
        let mut plain = TcpStream::connect(address).expect("connected");
        plain.set_read_timeout(Some(Duration::from_secs(5))).expect("timeout");
        plain.write_all(said).expect("sent");
        let mut heard = Vec::new();
        let _ = plain.read_to_end(&mut heard);
        assert!(!heard.starts_with(b"HTTP"), "nothing is answered in the clear");
    }
    stop.send(()).expect("told to stop");
    let ended = runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), server).await });
    assert!(ended.is_ok(), "the server stops");
}

/// Certificate, key; what is said about them.
#[test]
fn files_that_cannot_be_used() {
    let (first, second) = (pair(), pair());
    let at = |name: &str| first.folder.path().join(name);
    std::fs::write(at("kosong.pem"), "").expect("written");
    std::fs::write(at("rusak.pem"), "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n")
        .expect("written");
    for (cert, key, said) in [
        (at("tidak-ada.pem"), at("key.pem"), "tidak-ada.pem tidak dapat dipakai"),
        (at("kosong.pem"), at("key.pem"), "tidak memuat sertifikat PEM"),
        (at("rusak.pem"), at("key.pem"), "bukan PEM yang utuh"),
        (at("cert.pem"), at("cert.pem"), "Periksa --tls-cert dan --tls-key"),
        (at("cert.pem"), second.folder.path().join("key.pem"), "tidak berpasangan"),
    ] {
        let answer = host::tls::acceptor(&cert, &key).err().expect("refused");
        assert!(answer.contains(said), "{answer}");
    }
}
