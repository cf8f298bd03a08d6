//! The memory of the npm package's module.
#![allow(unsafe_code, reason = "to give all memory back is a promise that nothing of it is used any more")]

use crate::wasm::arena::{Arena, Memory, PAGE};
use core::arch::wasm32::memory_grow;

#[global_allocator]
static HEAP: Arena<Linear> = Arena::new(Linear);

/// From how many bytes on the heap is large: an article of 1 MB takes about as much.
const LARGE: usize = 16 << 20;

/// Gives back all memory to the module, which keeps it; whether the heap is large.
pub(super) fn reset() -> bool {
    // SAFETY: the page calls it between two articles. No function of the module is running then, its results have been
    // handed over, and the one static that holds memory has been emptied: `tests/arena_articles.rs`.
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
