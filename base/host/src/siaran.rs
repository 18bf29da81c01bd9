//! Telling pages that are open that something changed (server-sent events). Only *that* it did: what it is now
//! they ask for like any page, and are judged like any page.

use crate::problem::Problem;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch::{Receiver, Sender, channel};

/// Pages that listen at a time; a full hall of phones, and a bound.
const LISTENERS_MOST: usize = 1_000;
/// How long one may listen before the browser asks anew, signed in or not by then.
const LISTENS: Duration = Duration::from_secs(300);

/// Pages of one account that listen at a time: a projector, a desk, and what was left open.
const LISTENERS_OF_ACCOUNT: usize = 60;

/// Who listens to what.
#[derive(Default)]
pub struct Siaran(Mutex<Pendengar>);

#[derive(Default)]
struct Pendengar {
    /// By topic, a counter that goes up with every change.
    topik: HashMap<String, Sender<u64>>,
    /// By account, a mark each of its listeners holds.
    akun: HashMap<String, Arc<()>>,
}

impl Siaran {
    fn locked<T>(&self, work: impl FnOnce(&mut Pendengar) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// Something about a topic changed.
    pub fn kabari(&self, topik: &str) {
        self.locked(|all| {
            let all = &mut all.topik;
            if all.get(topik).is_some_and(|sender| sender.receiver_count() == 0) {
                all.remove(topik);
            }
            if let Some(sender) = all.get(topik) {
                sender.send_modify(|n| *n += 1);
            }
        });
    }

    /// Begins to listen; `None` when too many do, in all or of this account.
    fn dengar(&self, topik: &str, akun: &str) -> Option<(Receiver<u64>, Arc<()>)> {
        self.locked(|Pendengar { topik: all, akun: accounts }| {
            all.retain(|_, sender| sender.receiver_count() > 0);
            accounts.retain(|_, mark| Arc::strong_count(mark) > 1);
            let listeners: usize = all.values().map(Sender::receiver_count).sum();
            let own = accounts.get(akun).map_or(0, |mark| Arc::strong_count(mark) - 1);
            let room = listeners < LISTENERS_MOST && own < LISTENERS_OF_ACCOUNT;
            room.then(|| {
                let mark = accounts.entry(akun.to_owned()).or_default().clone();
                (all.entry(topik.to_owned()).or_insert_with(|| channel(0).0).subscribe(), mark)
            })
        })
    }

    /// Everybody stops listening: the server is about to stop.
    pub fn tutup(&self) {
        self.locked(|all| all.topik.clear());
    }

    /// An answer that goes on: one event `berubah` at once, and one for every change after it.
    ///
    /// # Errors
    /// When too many listen already, in all or of this account.
    pub fn jawab(&self, topik: &str, akun: &str) -> Result<Response, Problem> {
        let (mut heard, mark) = self.dengar(topik, akun).ok_or(Problem::Busy)?;
        heard.mark_changed();
        let until = tokio::time::Instant::now() + LISTENS;
        let changes = unfold((heard, mark), move |(mut heard, mark)| async move {
            match tokio::time::timeout_at(until, heard.changed()).await {
                Ok(Ok(())) => {
                    let versi = *heard.borrow_and_update();
                    let event = Event::default().event("berubah").data(versi.to_string());
                    Some((Ok::<_, Infallible>(event), (heard, mark)))
                }
                Ok(Err(_)) | Err(_) => None,
            }
        });
        let alive = KeepAlive::new().interval(Duration::from_secs(20));
        Ok(Sse::new(changes).keep_alive(alive).into_response())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_listens_hears_of_every_change_and_of_no_other() {
        let siaran = Siaran::default();
        let (mut heard, _mark) = siaran.dengar("rakor/1", "desi").expect("room");
        siaran.kabari("rakor/2");
        assert!(!heard.has_changed().expect("open"));
        siaran.kabari("rakor/1");
        siaran.kabari("rakor/1");
        heard.changed().await.expect("open");
        assert_eq!(*heard.borrow_and_update(), 2);
        siaran.tutup();
        assert!(heard.changed().await.is_err(), "the server stops");
    }

    #[tokio::test]
    async fn there_is_room_for_so_many() {
        let siaran = Siaran::default();
        let own: Vec<_> =
            (0..LISTENERS_OF_ACCOUNT).map(|_| siaran.dengar("a", "desi").expect("room")).collect();
        assert!(
            matches!(siaran.jawab("a", "desi"), Err(Problem::Busy)),
            "one account leaves room for others"
        );
        let rest = LISTENERS_OF_ACCOUNT..LISTENERS_MOST;
        let all: Vec<_> = rest.map(|n| siaran.dengar("a", &n.to_string()).expect("room")).collect();
        assert!(matches!(siaran.jawab("b", "budi"), Err(Problem::Busy)));
        drop((own, all));
        assert!(siaran.jawab("b", "desi").is_ok(), "who left makes room");
    }
}
