//! Work in the background of one process, by id: how far it is, and what came of it.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// How far a piece of work is.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// What is being done, for people.
    pub what: String,
    /// Done so far.
    pub done: u64,
    /// Of how many; 0 when not known yet.
    pub of: u64,
}

/// One piece of work.
#[derive(Clone, Default)]
pub struct Task {
    /// How far it is.
    pub progress: Progress,
    /// What came of it, typed by its owner; `None` while it runs.
    pub outcome: Option<Arc<dyn Any + Send + Sync>>,
}

/// All of this process.
#[derive(Clone, Default)]
pub struct Tasks(Arc<Mutex<HashMap<[u8; 16], Task>>>);

impl Tasks {
    fn locked<T>(&self, work: impl FnOnce(&mut HashMap<[u8; 16], Task>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// A task by id.
    pub fn get(&self, id: [u8; 16]) -> Option<Task> {
        self.locked(|all| all.get(&id).cloned())
    }

    /// Begins or continues a task.
    pub fn progress(&self, id: [u8; 16], what: &str, done: u64, of: u64) {
        self.locked(|all| {
            let task = all.entry(id).or_default();
            task.progress = Progress { what: what.to_owned(), done, of };
        });
    }

    /// Forgets what came of a task before: it runs again.
    pub fn restart(&self, id: [u8; 16], what: &str) {
        self.locked(|all| {
            let progress = Progress { what: what.to_owned(), ..Progress::default() };
            all.insert(id, Task { progress, outcome: None });
        });
    }

    /// Ends a task.
    pub fn finish(&self, id: [u8; 16], outcome: Arc<dyn Any + Send + Sync>) {
        self.locked(|all| all.entry(id).or_default().outcome = Some(outcome));
    }
}
