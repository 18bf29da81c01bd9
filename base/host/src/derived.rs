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

/// The journals' sizes something was worked out at, and what came of it.
type AtSizes<T> = Mutex<Option<(Vec<(String, i64)>, Arc<T>)>>;

/// What follows from everything recorded, meetings and messages too: one value for a moment and the sizes of the
/// journals.
pub struct PerEntry<T>(PerWorld<AtSizes<T>>);

impl<T> PerEntry<T> {
    /// Nothing worked out yet.
    pub const fn new() -> PerEntry<T> {
        PerEntry(PerWorld::new())
    }

    /// The value, made when something was recorded since; whoever comes meanwhile waits for it.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub fn get<E>(&self, world: &Arc<World>, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let kept = self.0.get(world, |_| Mutex::default());
        let mut kept = kept.lock().unwrap_or_else(|e| e.into_inner());
        if let Some((_, found)) = kept.as_ref().filter(|(sizes, _)| *sizes == world.sizes) {
            return Ok(found.clone());
        }
        let made = Arc::new(make()?);
        *kept = Some((world.sizes.clone(), made.clone()));
        Ok(made)
    }
}

impl<T> Default for PerEntry<T> {
    fn default() -> PerEntry<T> {
        PerEntry::new()
    }
}
