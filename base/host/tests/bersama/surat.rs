//! A mail server on this machine that keeps what it is sent, or behaves badly when told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How the server behaves.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sikap {
    /// Takes everything.
    Terima,
    /// Not now (451).
    Nanti,
    /// Never (550).
    Tolak,
    /// Says nothing at all.
    Gantung,
    /// Hangs up at once.
    Tutup,
}

/// The server.
pub struct Kotak {
    address: SocketAddr,
    sikap: Arc<Mutex<Sikap>>,
    surat: Arc<Mutex<Vec<String>>>,
}

impl Kotak {
    /// Begins to serve.
    pub fn buka(sikap: Sikap) -> Kotak {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let kotak = Kotak {
            address: listener.local_addr().unwrap(),
            sikap: Arc::new(Mutex::new(sikap)),
            surat: Arc::default(),
        };
        let (sikap, surat) = (kotak.sikap.clone(), kotak.surat.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sikap = *sikap.lock().unwrap();
                let _ = answer(stream, sikap, &surat);
            }
        });
        kotak
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// From now on it behaves differently.
    pub fn berubah(&self, sikap: Sikap) {
        *self.sikap.lock().unwrap() = sikap;
    }

    /// What it has taken.
    pub fn surat(&self) -> Vec<String> {
        self.surat.lock().unwrap().clone()
    }
}

fn answer(stream: TcpStream, sikap: Sikap, surat: &Mutex<Vec<String>>) -> std::io::Result<()> {
    match sikap {
        Sikap::Gantung => {
            std::thread::sleep(Duration::from_millis(900));
            return Ok(());
        }
        Sikap::Tutup => return Ok(()),
        _ => {}
    }
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    out.write_all(b"220 kotak\r\n")?;
    while let Some(Ok(line)) = lines.next() {
        let word = line.split(' ').next().unwrap_or("").to_ascii_uppercase();
        let said: &[u8] = match (word.as_str(), sikap) {
            ("RCPT", Sikap::Nanti) => b"451 coba nanti\r\n",
            ("RCPT", Sikap::Tolak) => b"550 tidak ada orangnya\r\n",
            ("DATA", _) => {
                out.write_all(b"354 silakan\r\n")?;
                let mut text = String::new();
                for line in lines.by_ref().map_while(Result::ok).take_while(|line| line != ".") {
                    text += &line;
                    text += "\r\n";
                }
                surat.lock().unwrap().push(text);
                b"250 diterima\r\n"
            }
            ("QUIT", _) => {
                out.write_all(b"221 dadah\r\n")?;
                return Ok(());
            }
            _ => b"250 baik\r\n",
        };
        out.write_all(said)?;
    }
    Ok(())
}
