//! Codes of an authenticator app beside the password (RFC 6238: SHA-1, six digits, thirty seconds, what
//! every such app understands). A code opens the door once.

use kernel::Stamp;
use store::{Bind, Conn, Error, Result, Source};
use totp_rs::{Builder, Secret, Totp};

store::statements! {
    ONE = "SELECT rahasia, langkah FROM totp WHERE akun = $1";
    USED = "UPDATE totp SET langkah = $2 WHERE akun = $1 AND langkah < $2";
    DROP = "DELETE FROM totp WHERE akun = $1";
}

/// Bytes of a secret: those of the hash.
const SECRET: usize = 20;

/// A new secret in base 32, as people type it into an app that cannot scan.
pub fn secret(source: &mut Source) -> String {
    Secret::from(&source.bytes32()[..SECRET]).to_base32()
}

/// The address an app reads the secret from.
pub fn address(akun: &str, secret: &str) -> String {
    format!("otpauth://totp/Sinergi:{akun}?secret={secret}&issuer=Sinergi")
}

fn totp(secret: Secret) -> Option<Totp> {
    Builder::new().with_secret(secret).build().ok()
}

/// The step a code belongs to, when it is one of this secret now or half a minute around.
fn step(secret: Secret, code: &str, now: Stamp) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.0 / 1_000_000).ok()?;
    i64::try_from(totp(secret)?.check(&code, seconds)?).ok()
}

/// Whether an account has one.
pub fn is_set(conn: &mut Conn, akun: &str) -> Result<bool> {
    Ok(conn.one(&ONE, &[Bind::Text(akun)], |_| Ok(()))?.is_some())
}

/// Whether a code opens the door now; it does not a second time. An account without an app needs none.
///
/// # Errors
/// When storage fails.
pub fn opens(conn: &mut Conn, akun: &str, code: &str, now: Stamp) -> Result<bool> {
    let kept = conn.one(&ONE, &[Bind::Text(akun)], |r| Ok(r.blob(0)?.to_vec()))?;
    let Some(kept) = kept else { return Ok(true) };
    let Some(step) = step(Secret::from(kept.as_slice()), code, now) else { return Ok(false) };
    Ok(conn.exec(&USED, &[Bind::Text(akun), Bind::Int(step)])? == 1)
}

/// Sets the app of an account, once a code of it shows that it is set up; answers whether it does.
///
/// # Errors
/// When the secret is none of ours, or storage fails.
pub fn set(conn: &mut Conn, akun: &str, secret: &str, code: &str, now: Stamp) -> Result<bool> {
    let refused =
        || Error::Refused("Kunci autentikator tidak terbaca. Muat ulang halaman, lalu pindai lagi.".into());
    let secret = Secret::try_from_base32(secret).map_err(|_| refused())?;
    if secret.as_bytes().len() != SECRET {
        return Err(refused());
    }
    let bytes = secret.as_bytes().to_vec();
    let Some(step) = step(secret, code, now) else { return Ok(false) };
    conn.transaction(|conn| {
        conn.exec(&DROP, &[Bind::Text(akun)])?;
        let row = [Bind::Text(akun), Bind::Blob(&bytes), Bind::Int(step), Bind::Stamp(now)];
        conn.insert(&crate::schema::TOTP, &row)
    })?;
    Ok(true)
}

/// Takes the app of an account away; answers whether there was one.
pub fn drop_of(conn: &mut Conn, akun: &str) -> Result<bool> {
    Ok(conn.exec(&DROP, &[Bind::Text(akun)])? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::testing::on_both_with;

    /// RFC 6238 appendix B: the secret "12345678901234567890", the last six digits of its codes.
    const KNOWN: &[(i64, &str)] = &[(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")];
    const SECRET_32: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> Stamp {
        Stamp(seconds * 1_000_000)
    }

    #[test]
    fn codes_of_the_standard_open_the_door_once() {
        on_both_with("totp", crate::schema::TABLES, |bench| {
            let conn = &mut bench.conn;
            assert!(opens(conn, "sari", "", at(59)).expect("asked"), "without an app no code is asked for");
            assert!(!set(conn, "sari", SECRET_32, "000000", at(59)).expect("asked"));
            assert!(set(conn, "sari", "AAAA", "287082", at(59)).is_err(), "a secret of another length");
            assert!(!is_set(conn, "sari").expect("asked"));
            assert!(set(conn, "sari", SECRET_32, "287 082", at(59)).expect("asked"));
            assert!(!opens(conn, "sari", "287082", at(59)).expect("asked"), "it was used to set the app up");
            for (seconds, code) in &KNOWN[1..] {
                assert!(!opens(conn, "sari", code, at(seconds - 90)).expect("asked"), "too early");
                assert!(opens(conn, "sari", code, at(seconds + 29)).expect("asked"), "{seconds}");
                assert!(!opens(conn, "sari", code, at(*seconds)).expect("asked"), "twice");
            }
            for code in ["", "35313", "3531300", "abcdef", "353130\u{200b}"] {
                assert!(!opens(conn, "sari", code, at(20_000_000_030)).expect("asked"), "{code:?}");
            }
            assert!(
                drop_of(conn, "sari").expect("dropped") && opens(conn, "sari", "", at(0)).expect("asked")
            );
        });
    }
}
