//! A browser as small as can be: GET over one kept connection, so that what is measured is the server.
//! It reads packed pages as every browser does, and packs nothing out.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// One kept connection.
pub struct Browser {
    stream: BufReader<TcpStream>,
    cookie: String,
    /// What it says it can unpack.
    accepts: &'static str,
}

/// What came back.
pub struct Page {
    pub status: u16,
    pub body: Vec<u8>,
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
        let stream = BufReader::with_capacity(1 << 16, stream);
        Ok(Browser { stream, cookie: cookie.to_owned(), accepts: "gzip" })
    }

    /// The same, for pages that are to be read and not only counted.
    pub fn plain(mut self) -> Browser {
        self.accepts = "identity";
        self
    }

    pub fn get(&mut self, path: &str) -> Result<Page> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nAccept-Encoding: {}\r\n\r\n",
            self.cookie, self.accepts
        );
        self.ask(path, request.as_bytes())
    }

    /// Sends a form without a file.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Page> {
        const LINE: &str = "batas-bagian-formulir";
        let mut body = String::new();
        for (name, value) in fields {
            body +=
                &format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += &format!("--{LINE}--\r\n");
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary={LINE}\r\nContent-Length: {}\r\n\r\n",
            self.cookie,
            body.len()
        );
        self.ask(path, (head + &body).as_bytes())
    }

    /// Sends a form that never has a file.
    pub fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Page> {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", web::url::encode(value))).collect();
        let body = pairs.join("&");
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.cookie,
            body.len()
        );
        self.ask(path, request.as_bytes())
    }

    fn ask(&mut self, path: &str, request: &[u8]) -> Result<Page> {
        self.stream.get_mut().write_all(request)?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).context("jawaban bukan HTTP")?;
        let mut length = None;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<usize>().ok();
            }
        }
        let Some(length) = length else { bail!("{path}: jawaban tanpa panjang") };
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Page { status, body })
    }
}
