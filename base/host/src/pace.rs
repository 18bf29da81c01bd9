//! A body must keep coming. No total time: a large file over a slow phone network takes what it takes,
//! but somebody who sends a byte a minute holds a place for nothing.

use axum::Error;
use axum::body::{Body, Bytes};
use hyper::body::{Frame, SizeHint};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// Learns whether a body was given up.
#[derive(Clone, Debug, Default)]
pub struct Watch(Arc<AtomicBool>);

impl Watch {
    /// Whether it came too slowly.
    pub fn too_slow(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The same body, given up once it comes too slowly.
pub fn paced(body: Body, pace: Pace) -> (Body, Watch) {
    let watch = Watch::default();
    let paced = Paced { body, pace, came: 0, stretch: Box::pin(sleep(pace.every)), watch: watch.clone() };
    (Body::new(paced), watch)
}

struct Paced {
    body: Body,
    pace: Pace,
    /// Bytes of this stretch.
    came: u64,
    stretch: Pin<Box<Sleep>>,
    watch: Watch,
}

impl hyper::body::Body for Paced {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            if let Some(Ok(frame)) = &frame {
                self.came += frame.data_ref().map_or(0, |data| data.len() as u64);
            }
            return Poll::Ready(frame);
        }
        // Only a sender who keeps us waiting is measured; a slow disk of ours is not his fault.
        loop {
            ready!(self.stretch.as_mut().poll(cx));
            if self.came < self.pace.bytes {
                self.watch.0.store(true, Ordering::Relaxed);
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
