//! What follows from everything recorded, worked out once until something more is.

use host::{PerWorld, Problem, World};
use std::sync::{Arc, Mutex};

/// The journals' sizes something was worked out at, and what came of it.
type Kept<T> = Mutex<Option<(Vec<(String, i64)>, Arc<T>)>>;

/// One value for a moment and the sizes of the journals.
pub struct Ingat<T>(PerWorld<Kept<T>>);

impl<T> Ingat<T> {
    /// Nothing worked out yet.
    pub const fn new() -> Ingat<T> {
        Ingat(PerWorld::new())
    }

    /// The value, made when something was recorded since; whoever comes meanwhile waits for it.
    pub fn baca(
        &self,
        world: &Arc<World>,
        make: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<Arc<T>, Problem> {
        let kept = self.0.get(world, |_| Mutex::default());
        let mut kept = kept.lock().unwrap_or_else(|e| e.into_inner());
        if let Some((_, found)) = kept.as_ref().filter(|k| k.0 == world.sizes) {
            return Ok(found.clone());
        }
        let made = Arc::new(make()?);
        *kept = Some((world.sizes.clone(), made.clone()));
        Ok(made)
    }
}
