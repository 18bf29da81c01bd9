//! Passwords: Argon2id hashes, one-time passwords, and what a password must not be.

use crate::access::Visitor;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use store::{Error, Result, Source};

/// Shortest password.
pub const SHORTEST: usize = 12;
/// Fewest different letters, digits and signs in a password; spaces do not count.
const DIFFERENT: usize = 5;

fn argon() -> Argon2<'static> {
    // 19 MiB, two passes, one lane: 22 ms on the smallest machine this runs on.
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A salted hash to keep.
pub fn hash(password: &str, source: &mut Source) -> Result<String> {
    let salt = source.bytes32();
    let hashed = argon().hash_password_with_salt(password.as_bytes(), &salt[..16]);
    hashed.map(|h| h.to_string()).map_err(|e| Error::Corrupt(format!("sandi tidak dapat diolah: {e}")))
}

/// Whether a password fits a kept hash. Without one it costs the same and never fits, so that an
/// unknown name takes as long as a known one.
pub fn fits(password: &str, stored: Option<&str>) -> bool {
    let fits = PasswordHash::new(stored.unwrap_or(NOBODYS))
        .is_ok_and(|stored| argon().verify_password(password.as_bytes(), &stored).is_ok());
    fits && stored.is_some()
}

/// Nobody's hash, made with the same parameters.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2luZXJnaXNpbmVyZ2k$5ZTHOsTzdzLvjhGsG4GEdkPpWbeDdDdMxxkbfPgJEJE";

/// A one-time password that can be read aloud: no 0/O, 1/l/I.
pub fn one_time(source: &mut Source) -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes = source.bytes32();
    let letters: Vec<char> =
        bytes.iter().take(16).map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
    letters.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What is wrong with a new password, in Indonesian; `None` when it will do.
pub fn trouble(password: &str, visitor: &Visitor) -> Option<String> {
    if password.chars().count() < SHORTEST {
        return Some(format!("Sandi paling sedikit {SHORTEST} karakter."));
    }
    if password.len() > 256 {
        return Some("Sandi paling banyak 256 karakter.".into());
    }
    let lower = password.to_lowercase();
    let mut letters: Vec<char> = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let bare: String = letters.iter().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < DIFFERENT {
        return Some(format!(
            "Sandi mengulang karakter yang sama. Pakai paling sedikit {DIFFERENT} huruf atau angka yang berbeda; spasi tidak dihitung."
        ));
    }
    let own =
        [visitor.akun.as_str(), visitor.lengkap.as_str()].map(|name| name.to_lowercase().replace(' ', ""));
    let common = ["password", "rahasia", "indonesia", "sinergi", "qwerty", "123456", "bismillah", "merdeka"];
    // Spaces in between make neither a name nor a common word harder to guess.
    if own.iter().any(|o| o.len() > 3 && bare.contains(o)) || common.iter().any(|c| bare.contains(c)) {
        return Some(
            "Sandi memuat nama Anda atau kata yang mudah ditebak. Pakai beberapa kata yang tidak berkaitan."
                .into(),
        );
    }
    if bare.chars().all(|c| c.is_ascii_digit()) {
        return Some("Sandi tidak boleh hanya angka.".into());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;

    /// What is typed as a new password by Sari Maharani (account `sari.m`), and a word of the answer.
    const CASES: &[(&str, &str)] = &[
        ("kopi pagi di teras", ""),
        ("gerobak bubur ayam", ""),
        ("pendek", "paling sedikit 12"),
        ("            ", "mengulang"),
        ("\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}", "mengulang"),
        ("aaaaaaaaaaaa", "mengulang"),
        ("aAaAaAaAaAaA", "mengulang"),
        ("abababababab", "mengulang"),
        ("a           b", "mengulang"),
        ("sari.m      x", "nama Anda"),
        ("SARI.M SARI.M", "nama Anda"),
        ("sari maharani", "nama Anda"),
        ("SariMaharani9", "nama Anda"),
        ("r a h a s i a x y z", "mudah ditebak"),
        ("928173 650 194", "hanya angka"),
    ];

    #[test]
    fn what_is_no_password() {
        let sari = Visitor {
            akun: "sari.m".into(),
            lengkap: "Sari Maharani".into(),
            role: Role::Petugas,
            instansi: "A1".into(),
            unor: String::new(),
            pegawai: None,
            must_change: false,
            totp: false,
            pesan_baru: 0,
            csrf: String::new(),
        };
        for (typed, answer) in CASES {
            match trouble(typed, &sari) {
                None => assert_eq!(*answer, "", "{typed:?} was taken"),
                Some(said) => {
                    assert!(!answer.is_empty() && said.contains(answer), "{typed:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn nobodys_hash_costs_what_a_real_one_costs() {
        let mut source = Source::seeded(1, store::Clock::System);
        let real = hash("kopi pagi di teras", &mut source).expect("hashed");
        let head = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(head(NOBODYS), head(&real));
        assert!(PasswordHash::new(NOBODYS).is_ok(), "it is really computed");
        assert!(fits("kopi pagi di teras", Some(&real)));
        assert!(!fits("kopi pagi di teras!", Some(&real)) && !fits("kopi pagi di teras", None));
    }
}
