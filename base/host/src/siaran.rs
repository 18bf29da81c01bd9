//! Telling pages that are open that something changed (server-sent events). Only *that* it did: what it is now
//! they ask for like any page, and are judged like any page.

use crate::problem::Problem;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::watch::{Receiver, Sender, channel};

/// Pages that listen at a time; a full hall of phones, and a bound.
const LISTENERS_MOST: usize = 1_000;
/// How long one may listen before the browser asks anew, signed in or not by then.
const LISTENS: Duration = Duration::from_secs(300);

/// Who listens to what: a counter by topic that goes up with every change.
#[derive(Default)]
pub struct Siaran(Mutex<HashMap<String, Sender<u64>>>);

impl Siaran {
    fn locked<T>(&self, work: impl FnOnce(&mut HashMap<String, Sender<u64>>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// Something about a topic changed.
    pub fn kabari(&self, topik: &str) {
        self.locked(|all| {
            if all.get(topik).is_some_and(|sender| sender.receiver_count() == 0) {
                all.remove(topik);
            }
            if let Some(sender) = all.get(topik) {
                sender.send_modify(|n| *n += 1);
            }
        });
    }

    /// Begins to listen; `None` when too many do.
    fn dengar(&self, topik: &str) -> Option<Receiver<u64>> {
        self.locked(|all| {
            all.retain(|_, sender| sender.receiver_count() > 0);
            let listeners: usize = all.values().map(Sender::receiver_count).sum();
            let room = listeners < LISTENERS_MOST;
            room.then(|| all.entry(topik.to_owned()).or_insert_with(|| channel(0).0).subscribe())
        })
    }

    /// Everybody stops listening: the server is about to stop.
    pub fn tutup(&self) {
        self.locked(HashMap::clear);
    }

    /// An answer that goes on: one event `berubah` at once, and one for every change after it.
    ///
    /// # Errors
    /// When too many listen already.
    pub fn jawab(&self, topik: &str) -> Result<Response, Problem> {
        let mut heard = self.dengar(topik).ok_or(Problem::Busy)?;
        heard.mark_changed();
        let until = tokio::time::Instant::now() + LISTENS;
        let changes = unfold(heard, move |mut heard| async move {
            match tokio::time::timeout_at(until, heard.changed()).await {
                Ok(Ok(())) => {
                    let versi = *heard.borrow_and_update();
                    let event = Event::default().event("berubah").data(versi.to_string());
                    Some((Ok::<_, Infallible>(event), heard))
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
        let mut heard = siaran.dengar("rakor/1").expect("room");
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
        let all: Vec<_> = (0..LISTENERS_MOST).map(|_| siaran.dengar("a").expect("room")).collect();
        assert!(matches!(siaran.jawab("b"), Err(Problem::Busy)));
        drop(all);
        assert!(siaran.jawab("b").is_ok(), "who left makes room");
    }
}
