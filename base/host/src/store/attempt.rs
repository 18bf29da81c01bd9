//! Wrong passwords, counted by name as typed and by address, whether there is such an account or not.
//! Only hashes are kept, and only for as long as somebody might have to wait.

use kernel::Stamp;
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use std::sync::OnceLock;
use store::{Bind, Conn, Result};

store::statements! {
    // One statement counts and refuses: of guesses sent at the same time each gets a number of its own.
    RESERVE = "INSERT INTO percobaan (kunci, gagal, pada) VALUES ($1, 1, $2)
        ON CONFLICT (kunci) DO UPDATE SET pada = excluded.pada,
            gagal = CASE WHEN percobaan.pada < $3 THEN 1 ELSE percobaan.gagal + 1 END
        WHERE percobaan.gagal < $4 OR percobaan.pada < $3
        RETURNING gagal";
    SINCE = "SELECT pada FROM percobaan WHERE kunci = $1";
    GIVE_BACK = "UPDATE percobaan SET gagal = CASE WHEN gagal > $2 THEN gagal - $2 ELSE 0 END WHERE kunci = $1";
    FORGET = "DELETE FROM percobaan WHERE kunci = $1 RETURNING gagal";
    SWEEP = "DELETE FROM percobaan WHERE pada < $1
        OR pada < (SELECT p.pada FROM percobaan p ORDER BY p.pada DESC LIMIT 1 OFFSET $2)";
}

/// How long the longest wait is. It ends by itself, so it cannot be used to shut somebody out for good.
pub const WAIT_MINUTES: u32 = 15;
const MINUTE: i64 = 60 * 1_000_000;
const WAIT_MICROS: i64 = WAIT_MINUTES as i64 * MINUTE;
/// Wrong passwords for one name before waiting begins (BSSN 4/2021 and ASVS 6.3.1 ask for a limit).
const TRIES_OF_NAME: i64 = 5;
/// The same from one address. A whole government may stand behind one, and whoever comes in at last
/// is forgiven what was mistyped on the way.
const TRIES_OF_ADDRESS: i64 = 300;
/// Rows kept at most; beyond that the oldest go first.
const ROWS: i64 = 50_000;

/// What is counted by.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    hash: [u8; 32],
    kind: &'static str,
    tries: i64,
}

impl Key {
    /// By a name as typed; case and blanks around it make no other name.
    pub fn of_name(nama: &str) -> Key {
        Key::of("nama", TRIES_OF_NAME, &crate::account::canonical(nama))
    }

    /// By the address a request comes from. Whoever has one IPv6 address has 2^64 of them.
    pub fn of_address(address: IpAddr) -> Key {
        let text = match address.to_canonical() {
            IpAddr::V4(four) => four.to_string(),
            IpAddr::V6(six) => format!("{:x?}", &six.segments()[..4]),
        };
        Key::of("alamat", TRIES_OF_ADDRESS, &text)
    }

    /// By the address wrong codes of presence come from; apart from the door, so that neither opens the other.
    pub fn of_presence(address: IpAddr) -> Key {
        let counted = Key::of_address(address);
        Key::of("presensi", TRIES_OF_ADDRESS, &store::derive::hex(&counted.hash))
    }

    fn of(kind: &'static str, tries: i64, text: &str) -> Key {
        Key { hash: Sha256::digest(format!("{kind}:{text}").as_bytes()).into(), kind, tries }
    }

    /// For the log: enough to tell one from another, under a secret of this process. Names are few enough
    /// to be tried one by one against a bare hash.
    pub fn mark(&self) -> String {
        static SECRET: OnceLock<Option<[u8; 32]>> = OnceLock::new();
        let secret = SECRET.get_or_init(|| {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes).is_ok().then_some(bytes)
        });
        // Without randomness there is no mark rather than one that could be undone.
        secret.map_or_else(|| "-".into(), |secret| self.marked(&secret))
    }

    fn marked(&self, secret: &[u8; 32]) -> String {
        store::derive::hex(&store::journal::commitment(secret, &self.hash)[..6])
    }

    /// For the log: `nama` or `alamat`.
    pub fn kind(&self) -> &'static str {
        self.kind
    }
}

/// A counted try.
#[derive(Debug, Default)]
pub struct Granted {
    /// What it is the last try of: if it fails, waiting begins.
    pub locked: Vec<Key>,
}

/// Whether one may try.
#[derive(Debug)]
pub enum Turn {
    /// Counted as a miss until [`forgive`] says otherwise.
    Granted(Granted),
    /// Minutes left to wait; nothing was counted.
    Wait(u32),
}

/// Counts a try by every key, or by none when one of them has to wait.
pub fn reserve(conn: &mut Conn, keys: &[Key], now: Stamp) -> Result<Turn> {
    let mut granted = Granted::default();
    for (n, key) in keys.iter().enumerate() {
        let binds = [
            Bind::Blob(&key.hash),
            Bind::Stamp(now),
            Bind::Stamp(Stamp(now.0 - WAIT_MICROS)),
            Bind::Int(key.tries),
        ];
        match conn.one(&RESERVE, &binds, |r| r.int(0))? {
            Some(count) if count >= key.tries => granted.locked.push(*key),
            Some(_) => {}
            None => {
                for counted in &keys[..n] {
                    conn.exec(&GIVE_BACK, &[Bind::Blob(&counted.hash), Bind::Int(1)])?;
                }
                let since = conn.one(&SINCE, &[Bind::Blob(&key.hash)], |r| r.stamp(0))?.unwrap_or(now);
                let left = WAIT_MICROS - (now.0 - since.0);
                return Ok(Turn::Wait(
                    (left + MINUTE - 1).div_euclid(MINUTE).clamp(1, WAIT_MINUTES.into()) as u32
                ));
            }
        }
    }
    Ok(Turn::Granted(granted))
}

/// The password fitted: what was mistyped for this name before is forgiven, also at the address.
pub fn forgive(conn: &mut Conn, keys: &[Key]) -> Result<()> {
    let Some((name, others)) = keys.split_first() else { return Ok(()) };
    conn.transaction(|conn| {
        let misses = conn.one(&FORGET, &[Bind::Blob(&name.hash)], |r| r.int(0))?.unwrap_or(1);
        for key in others {
            conn.exec(&GIVE_BACK, &[Bind::Blob(&key.hash), Bind::Int(misses)])?;
        }
        Ok(())
    })
}

/// Ends the waiting of a name: the operator gave a new password or opened the account.
pub fn unlock(conn: &mut Conn, nama: &str) -> Result<()> {
    conn.one(&FORGET, &[Bind::Blob(&Key::of_name(nama).hash)], |r| r.int(0)).map(|_| ())
}

/// Lets go of counters nobody waits for any more.
pub fn sweep(conn: &mut Conn, now: Stamp) -> Result<()> {
    sweep_beyond(conn, now, ROWS)
}

fn sweep_beyond(conn: &mut Conn, now: Stamp, rows: i64) -> Result<()> {
    conn.exec(&SWEEP, &[Bind::Stamp(Stamp(now.0 - WAIT_MICROS)), Bind::Int(rows - 1)]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::testing::{NOW, on_both_with};

    fn after(minutes: i64) -> Stamp {
        Stamp(NOW.0 + minutes * MINUTE)
    }

    /// Tries by name, as (minute, what comes of it): G is granted, L the last one, a number the wait.
    fn played(conn: &mut Conn, nama: &str, minutes: &[i64]) -> String {
        let said =
            minutes.iter().map(|&m| match reserve(conn, &[Key::of_name(nama)], after(m)).expect("counted") {
                Turn::Granted(turn) if turn.locked.is_empty() => "G".to_owned(),
                Turn::Granted(_) => "L".to_owned(),
                Turn::Wait(minutes) => minutes.to_string(),
            });
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_fifth_miss_means_waiting_and_waiting_ends() {
        on_both_with("percobaan", crate::schema::TABLES, |bench| {
            let conn = &mut bench.conn;
            let minutes = [0, 1, 2, 3, 4, 4, 10, 18, 20, 21];
            assert_eq!(played(conn, "sari", &minutes), "G G G G L 15 9 1 G G");
            assert_eq!(played(conn, " SARI ", &[21, 21, 21]), "G G L", "the same name");
            assert_eq!(played(conn, "rini", &[21]), "G", "another name");
            unlock(conn, "Sari").expect("unlocked");
            assert_eq!(played(conn, "sari", &[21]), "G");
        });
    }

    #[test]
    fn an_address_waits_for_many_names_and_a_fitting_password_forgives_its_name() {
        on_both_with("percobaan-alamat", crate::schema::TABLES, |bench| {
            let conn = &mut bench.conn;
            let home = Key::of_address("192.0.2.7".parse().expect("address"));
            let turn = |conn: &mut Conn, n: i64, key: Key| {
                reserve(conn, &[Key::of_name(&format!("orang{n}")), key], NOW).expect("counted")
            };
            for n in 0..TRIES_OF_ADDRESS - 1 {
                assert!(matches!(turn(conn, n, home), Turn::Granted(t) if t.locked.is_empty()), "{n}");
            }
            forgive(conn, &[Key::of_name("orang1"), home]).expect("forgiven");
            assert!(matches!(turn(conn, 1, home), Turn::Granted(t) if t.locked.is_empty()));
            assert!(matches!(turn(conn, 2, home), Turn::Granted(t) if t.locked.len() == 1));
            assert!(matches!(turn(conn, 3, home), Turn::Wait(15)));
            assert_eq!(
                played(conn, "orang3", &[0, 0, 0, 0]),
                "G G G L",
                "a refused try is not counted by name"
            );
            let elsewhere = Key::of_address("192.0.2.8".parse().expect("address"));
            assert!(matches!(turn(conn, 4, elsewhere), Turn::Granted(_)));
        });
    }

    #[test]
    fn a_mark_tells_names_apart_and_cannot_be_worked_out_from_the_name() {
        let (sari, rini) = (Key::of_name("sari"), Key::of_name("rini"));
        assert_eq!(sari.mark(), Key::of_name("SARI").mark());
        assert_ne!(sari.mark(), rini.mark());
        assert!(!store::derive::hex(&sari.hash).contains(&sari.mark()));
        assert_ne!(sari.marked(&[1; 32]), sari.marked(&[2; 32]), "another process, another mark");
    }

    #[test]
    fn what_is_the_same_address() {
        let hash = |text: &str| Key::of_address(text.parse().expect("address")).hash;
        assert_eq!(hash("192.0.2.7"), hash("::ffff:192.0.2.7"));
        assert_eq!(hash("2001:db8:1:2::1"), hash("2001:db8:1:2:ffff::9"));
        assert_ne!(hash("2001:db8:1:2::1"), hash("2001:db8:1:3::1"));
        assert_ne!(hash("192.0.2.7"), hash("192.0.2.8"));
        let presence = Key::of_presence("192.0.2.7".parse().expect("address"));
        assert_ne!(presence.hash, hash("192.0.2.7"), "neither opens the other");
    }

    #[test]
    fn counters_do_not_pile_up() {
        on_both_with("percobaan-sapu", crate::schema::TABLES, |bench| {
            let conn = &mut bench.conn;
            let there = |conn: &mut Conn, name: &str| {
                let binds = [Bind::Blob(&Key::of_name(name).hash)];
                conn.one(&SINCE, &binds, |r| r.stamp(0)).expect("asked").is_some()
            };
            for n in 0..6 {
                played(conn, &format!("orang{n}"), &[n]);
            }
            sweep_beyond(conn, after(6), 3).expect("swept");
            let kept: Vec<bool> = (0..6).map(|n| there(conn, &format!("orang{n}"))).collect();
            assert_eq!(kept, [false, false, false, true, true, true], "the newest three");
            sweep(conn, after(20)).expect("swept");
            assert!(!there(conn, "orang3") && !there(conn, "orang4") && there(conn, "orang5"));
        });
    }
}
