//! What a module works out once from the people and offices of a world and keeps as long as they are served:
//! meetings and messages that are recorded meanwhile change nothing of it.

use crate::hall::{Isi, World};
use std::sync::{Arc, Mutex, Weak};

/// One value for the people and offices of a world. They are told apart by the allocation they live in, which
/// a weak reference keeps from being given to another. What follows from other entries as well has to look at
/// `world.sizes` too.
pub struct PerWorld<T>(Mutex<Vec<(Weak<Isi>, Arc<T>)>>);

impl<T> PerWorld<T> {
    /// Nothing worked out yet.
    pub const fn new() -> PerWorld<T> {
        PerWorld(Mutex::new(Vec::new()))
    }

    /// The value of a world, made when asked for the first time. Two who ask at once may both make it.
    pub fn get(&self, world: &Arc<World>, make: impl FnOnce(&World) -> T) -> Arc<T> {
        let same = |kept: &Weak<Isi>| std::ptr::eq(kept.as_ptr(), Arc::as_ptr(&world.isi));
        if let Some(found) = self.locked().iter().find(|k| same(&k.0)) {
            return found.1.clone();
        }
        let made = Arc::new(make(world));
        let mut kept = self.locked();
        kept.retain(|k| k.0.strong_count() > 0 && !same(&k.0));
        kept.push((Arc::downgrade(&world.isi), made.clone()));
        made
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, Vec<(Weak<Isi>, Arc<T>)>> {
        self.0.lock().unwrap_or_else(|e| e.into_inner())
    }
}

impl<T> Default for PerWorld<T> {
    fn default() -> PerWorld<T> {
        PerWorld::new()
    }
}
