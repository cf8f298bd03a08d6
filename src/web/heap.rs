//! The memory of the npm package's module.

use super::arena::{Arena, Memory, PAGE};
use core::arch::wasm32::memory_grow;

#[global_allocator]
static HEAP: Arena<Linear> = Arena::new(Linear);

/// Gives back all memory.
pub(super) fn reset() {
    HEAP.reset();
}

/// The module's own memory.
struct Linear;

impl Memory for Linear {
    fn grow(&self, pages: usize) -> Option<usize> {
        let end = memory_grow::<0>(pages);
        (end != usize::MAX).then(|| end * PAGE)
    }
}
