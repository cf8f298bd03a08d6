//! The memory of the npm package's module.
#![allow(unsafe_code, reason = "to give all memory back is a promise that nothing of it is used any more")]

use crate::wasm::arena::{Arena, Memory, PAGE};
use core::arch::wasm32::memory_grow;

#[global_allocator]
static HEAP: Arena<Linear> = Arena::new(Linear);

/// The size in bytes from which the heap is large: an article of 1 MB needs about as much.
const LARGE: usize = 16 << 20;

/// Frees all memory, which the module keeps; returns whether the heap is large.
pub(super) fn reset() -> bool {
    // SAFETY: the page calls this between two articles. No function of the module is running then, its results have
    // been passed on, and the only static that holds memory has been emptied: `tests/arena/articles.rs`.
    unsafe { HEAP.reset() }
    HEAP.size() > LARGE
}

/// The module's own memory.
struct Linear;

impl Memory for Linear {
    fn grow(&self, pages: usize) -> Option<usize> {
        let end = memory_grow::<0>(pages);
        (end != usize::MAX).then(|| end * PAGE)
    }
}
