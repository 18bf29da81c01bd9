//! E-mail out, over SMTP. A mail says who is meant, one sentence and a link: what it is about stands behind the
//! door, for mail travels through other people's machines.

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::{Error, SmtpTransport};
use lettre::{Address, Transport};
use std::time::Duration;

/// How long a mail server may keep us waiting at each step.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A way to a mail server.
pub struct Surel {
    transport: SmtpTransport,
    pengirim: Mailbox,
}

/// One mail.
#[derive(Clone, Copy, Debug)]
pub struct Surat<'a> {
    /// Address.
    pub kepada: &'a str,
    /// Full name.
    pub nama: &'a str,
    /// Subject.
    pub perihal: &'a str,
    /// Text.
    pub isi: &'a str,
    /// What stays the same when it is sent again, so that a second one is recognised.
    pub id: &'a str,
}

/// Why a mail did not leave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gagal {
    /// The server could not be talked to, or does not let us in: the next mail would fare no better.
    Server(String),
    /// Not now.
    Sementara(String),
    /// Never: the server refuses this mail or address.
    Tetap(String),
}

/// Whether something can be an e-mail address.
pub fn alamat_sah(text: &str) -> bool {
    text.len() <= 200 && text.is_ascii() && text.contains('.') && text.parse::<Address>().is_ok()
}

/// One line without control characters: nothing in it can begin a header of its own.
pub fn satu_baris(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !crate::teks::is_invisible(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Surel {
    /// From an address such as `smtps://akun:sandi@surel.prov.go.id` and the sender's address.
    ///
    /// # Errors
    /// A sentence, when one of them cannot be used, or a password would travel in the open.
    pub fn new(url: &str, pengirim: &str, patience: Duration) -> Result<Surel, String> {
        let from: Address = pengirim.trim().parse().map_err(|_| {
            "Alamat pengirim surel tidak terbaca. Tulis seperti sinergi@prov.go.id pada --surel-pengirim."
                .to_owned()
        })?;
        let secret = url.contains('@');
        if secret && !url.starts_with("smtps://") && !url.contains("tls=required") {
            return Err(
                "Sandi SMTP tidak boleh lewat tanpa penyandian. Pakai smtps://…, atau tambahkan ?tls=required.".into()
            );
        }
        let unreadable = |_| {
            "Alamat SMTP tidak terbaca. Tulis seperti smtps://akun:sandi@server:465 atau smtp://127.0.0.1:25."
                .to_owned()
        };
        let transport = SmtpTransport::from_url(url).map_err(unreadable)?.timeout(Some(patience)).build();
        Ok(Surel { transport, pengirim: Mailbox::new(Some("Sinergi".into()), from) })
    }

    /// Sends one mail and waits until the server has taken it.
    ///
    /// # Errors
    /// Why it did not leave.
    pub fn kirim(&self, surat: &Surat<'_>) -> Result<(), Gagal> {
        let tetap = |e: &dyn std::fmt::Display| Gagal::Tetap(satu_baris(&e.to_string()));
        let to: Address = surat.kepada.parse().map_err(|e| tetap(&e))?;
        let domain = self.pengirim.email.domain();
        let mut message = Message::builder()
            .from(self.pengirim.clone())
            .to(Mailbox::new(Some(satu_baris(surat.nama)), to))
            .subject(satu_baris(surat.perihal))
            .message_id(Some(format!("<{}@{domain}>", surat.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(surat.isi.to_owned())
            .map_err(|e| tetap(&e))?;
        // Machines that answer for people on leave keep quiet then (RFC 3834).
        let auto = HeaderName::new_from_ascii_str("Auto-Submitted");
        message.headers_mut().insert_raw(HeaderValue::new(auto, "auto-generated".into()));
        self.transport.send(&message).map(|_| ()).map_err(|e| reason(&e))
    }
}

fn reason(e: &Error) -> Gagal {
    let said = std::error::Error::source(e).map_or_else(|| e.to_string(), ToString::to_string);
    let code = e.status().map(|code| code.to_string()).unwrap_or_default();
    let said = satu_baris(&format!("{code} {said}")).chars().take(200).collect();
    match code.as_str() {
        // Who we are is not accepted: that is about us, not about this mail.
        "530" | "534" | "535" | "538" | "421" | "454" => Gagal::Server(said),
        _ if e.is_permanent() => Gagal::Tetap(said),
        _ if e.is_transient() => Gagal::Sementara(said),
        _ => Gagal::Server(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_lines() {
        for (text, fits) in [
            ("sari@bkd.prov.go.id", true),
            ("sari", false),
            ("sari@bkd", false),
            ("sari@bkd.go.id\r\nBcc: semua@bkd.go.id", false),
            ("Sari <sari@bkd.go.id>", false),
            ("sari@bkd.go.id,rini@bkd.go.id", false),
            ("", false),
        ] {
            assert_eq!(alamat_sah(text), fits, "{text:?}");
        }
        assert_eq!(satu_baris(" Rakor\r\nBcc: x@y.id\t\u{202e}III\0 "), "Rakor Bcc: x@y.id III");
    }

    #[test]
    fn a_password_never_travels_in_the_open() {
        for (url, works) in [
            ("smtps://a:b@surel.go.id", true),
            ("smtp://a:b@surel.go.id:587?tls=required", true),
            ("smtp://a:b@surel.go.id:587", false),
            ("smtp://127.0.0.1:25", true),
            ("surel.go.id", false),
        ] {
            assert_eq!(Surel::new(url, "sinergi@prov.go.id", PATIENCE).is_ok(), works, "{url}");
        }
        assert!(Surel::new("smtp://127.0.0.1:25", "sinergi", PATIENCE).is_err());
    }
}
