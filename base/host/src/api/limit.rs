//! How often one token may ask. A program in a loop must not take the place of people at screens.

use kernel::Stamp;
use std::collections::HashMap;
use std::sync::Mutex;

/// Requests a minute a token has unless the operator says otherwise.
pub const A_MINUTE: u32 = 600;
/// Rows kept before those that say nothing are dropped.
const ROWS: usize = 10_000;
const MINUTE: i64 = 60 * 1_000_000;

/// One allowance a token: so many requests at once, coming back evenly over a minute.
#[derive(Debug)]
pub struct Limits {
    cost: i64,
    /// By token: when its whole allowance is back.
    whole: Mutex<HashMap<[u8; 16], i64>>,
}

impl Limits {
    /// So many requests a minute for each token.
    pub fn a_minute(requests: u32) -> Limits {
        Limits { cost: MINUTE / i64::from(requests.max(1)), whole: Mutex::default() }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// The seconds to wait when the allowance is used up; such a request is not counted.
    pub fn take(&self, token: [u8; 16], now: Stamp) -> Result<(), u32> {
        let mut whole = self.whole.lock().unwrap_or_else(|e| e.into_inner());
        // Addresses come and go; whose allowance is whole again needs no row.
        if whole.len() > ROWS {
            whole.retain(|_, whole| *whole > now.0);
        }
        let kept = whole.entry(token).or_insert(now.0);
        let after = (*kept).max(now.0) + self.cost;
        let beyond = after - now.0 - MINUTE;
        if beyond > 0 {
            return Err(u32::try_from((beyond + 999_999) / 1_000_000).unwrap_or(60));
        }
        *kept = after;
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::a_minute(A_MINUTE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_used_up_and_comes_back_evenly() {
        let limits = Limits::a_minute(6);
        let ask = |token: u8, second: i64| limits.take([token; 16], Stamp(second * 1_000_000));
        for n in 0..6 {
            assert_eq!(ask(1, 0), Ok(()), "{n}");
        }
        assert_eq!(ask(1, 0), Err(10));
        assert_eq!(ask(1, 4), Err(6), "a refused request is not counted");
        assert_eq!(ask(2, 4), Ok(()), "another token");
        assert_eq!(ask(1, 10), Ok(()));
        assert_eq!(ask(1, 10), Err(10));
        for n in 0..6 {
            assert_eq!(ask(1, 200), Ok(()), "{n}: never more than one allowance at once");
        }
        assert_eq!(ask(1, 200), Err(10));
    }
}
