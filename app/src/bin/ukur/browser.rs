//! A browser as small as can be: GET over one kept connection, so that what is measured is the server.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// One kept connection.
pub struct Browser {
    stream: BufReader<TcpStream>,
    cookie: String,
}

/// What came back.
pub struct Page {
    pub status: u16,
    pub body: Vec<u8>,
    /// Whether the server packed it itself.
    pub packed: bool,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Browser {
    pub fn open(address: &str, cookie: &str) -> Result<Browser> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Browser { stream: BufReader::with_capacity(1 << 16, stream), cookie: cookie.to_owned() })
    }

    pub fn get(&mut self, path: &str) -> Result<Page> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nAccept-Encoding: gzip\r\n\r\n",
            self.cookie
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).context("jawaban bukan HTTP")?;
        let (mut length, mut packed) = (None, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse::<usize>().ok(),
                "content-encoding" => packed = true,
                _ => {}
            }
        }
        let Some(length) = length else { bail!("{path}: jawaban tanpa panjang") };
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Page { status, body, packed })
    }
}
