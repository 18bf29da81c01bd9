//! A body must keep coming. No total time: a large file over a slow phone network takes what it takes,
//! but somebody who sends a byte a minute holds a place for nothing.

use axum::Error;
use axum::body::{Body, Bytes};
use hyper::body::{Frame, SizeHint};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};

/// What must arrive.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// So many bytes …
    pub bytes: u64,
    /// … in every stretch of this length.
    pub every: Duration,
}

/// Bytes a reader may gather without getting anywhere: a form's reader keeps what stands before a part
/// and its heading in memory, however long they are.
const HELD: u64 = 1 << 20;

/// Learns whether a body was given up, and hears of the reader's progress.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    slow: Arc<AtomicBool>,
    held: Arc<AtomicU64>,
}

impl Watch {
    /// The reader has handed on what it had gathered.
    pub fn progress(&self) {
        self.held.store(0, Ordering::Relaxed);
    }

    /// Whether it came too slowly.
    pub fn too_slow(&self) -> bool {
        self.slow.load(Ordering::Relaxed)
    }
}

/// The same body, given up once it comes too slowly.
pub fn paced(body: Body, pace: Pace) -> (Body, Watch) {
    let watch = Watch::default();
    let stretch = Box::pin(sleep(pace.every));
    let paced = Paced { body, pace, came: 0, stretch, paused: false, watch: watch.clone() };
    (Body::new(paced), watch)
}

struct Paced {
    body: Body,
    pace: Pace,
    /// Bytes of this stretch.
    came: u64,
    stretch: Pin<Box<Sleep>>,
    /// The reader was given time to get on with what it holds.
    paused: bool,
    watch: Watch,
}

impl hyper::body::Body for Paced {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if self.watch.held.load(Ordering::Relaxed) > HELD {
            if self.paused {
                let why = std::io::Error::from(std::io::ErrorKind::InvalidData);
                return Poll::Ready(Some(Err(Error::new(why))));
            }
            // A pause, in which the reader looks at what it has.
            self.paused = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.paused = false;
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            if let Some(Ok(frame)) = &frame {
                let bytes = frame.data_ref().map_or(0, |data| data.len() as u64);
                self.came += bytes;
                self.watch.held.fetch_add(bytes, Ordering::Relaxed);
            }
            return Poll::Ready(frame);
        }
        // Only a sender who keeps us waiting is measured; a slow disk of ours is not his fault.
        loop {
            ready!(self.stretch.as_mut().poll(cx));
            if self.came < self.pace.bytes {
                self.watch.slow.store(true, Ordering::Relaxed);
                return Poll::Ready(Some(Err(Error::new(std::io::Error::from(
                    std::io::ErrorKind::TimedOut,
                )))));
            }
            self.came = 0;
            let next = Instant::now() + self.pace.every;
            self.stretch.as_mut().reset(next);
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
