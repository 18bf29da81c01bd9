//! How many people can come in.

use store::{Conn, Result};

store::statements! {
    ACTIVE = "SELECT COUNT(*) FROM akun WHERE aktif = 1";
}

/// Accounts that may be used.
pub fn active_accounts(conn: &mut Conn) -> Result<u64> {
    Ok(conn.one(&ACTIVE, &[], |r| r.int(0))?.unwrap_or(0).unsigned_abs())
}
