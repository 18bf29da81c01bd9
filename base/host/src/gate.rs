//! A door only a few pass at a time: a password check takes 19 MiB, and a flood of them must not take
//! the machine's memory.

use std::sync::{Condvar, Mutex, MutexGuard};

/// So many inside, so many waiting; everybody else is turned away.
#[derive(Debug)]
pub struct Gate {
    places: usize,
    seats: usize,
    crowd: Mutex<Crowd>,
    left: Condvar,
}

#[derive(Debug, Default)]
struct Crowd {
    inside: usize,
    waiting: usize,
}

/// One place inside, given back when dropped.
#[must_use]
#[derive(Debug)]
pub struct Pass<'g>(&'g Gate);

/// Who waits for each place. Whoever waits holds one of the server's handlers, of which the pages of
/// everybody else need the most.
const SEATS_A_PLACE: usize = 2;

impl Gate {
    /// `places` inside at a time, `seats` to wait on.
    pub fn new(places: usize, seats: usize) -> Gate {
        Gate { places, seats, crowd: Mutex::default(), left: Condvar::new() }
    }

    /// As many inside as the machine has cores: more would not be faster.
    pub fn of_this_machine() -> Gate {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Gate::new(cores, cores * SEATS_A_PLACE)
    }

    /// Goes in, waiting for a place if there is a seat; `None` when both are taken.
    pub fn enter(&self) -> Option<Pass<'_>> {
        let mut crowd = self.crowd();
        if crowd.inside >= self.places {
            if crowd.waiting >= self.seats {
                return None;
            }
            crowd.waiting += 1;
            while crowd.inside >= self.places {
                crowd = self.left.wait(crowd).unwrap_or_else(|e| e.into_inner());
            }
            crowd.waiting -= 1;
        }
        crowd.inside += 1;
        Some(Pass(self))
    }

    fn crowd(&self) -> MutexGuard<'_, Crowd> {
        self.crowd.lock().unwrap_or_else(|e| e.into_inner())
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.0.crowd().inside -= 1;
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn never_more_inside_than_places_and_the_rest_is_turned_away() {
        let gate = Gate::new(2, 3);
        let (inside, most, away) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..20 {
                scope.spawn(|| match gate.enter() {
                    Some(_pass) => {
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(std::time::Duration::from_millis(100));
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                    None => drop(away.fetch_add(1, Ordering::SeqCst)),
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 2, "{most:?}");
        assert!(away.load(Ordering::SeqCst) > 0, "nobody was turned away");
        assert!(gate.enter().is_some(), "places are given back");
    }
}
