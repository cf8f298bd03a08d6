//! A heap that starts anew for every article: the allocator of the npm package's module.
//!
//! A call renders one article, and nothing of it is needed when the page has read its report. So memory is taken from the
//! front on, nothing is given back by itself, and the page gives back all at once. That is smaller than an allocator for
//! all purposes by 6 KB (2 KB brotli), and faster; and since no value has to give back its memory, the build takes the
//! destructors out of the module (`pkg-config/build/strip-drops.mjs`), another 5 %.
//!
//! Knows nothing of WebAssembly, so that `tests/arena.rs` and `tests/arena_articles.rs` run it natively and under Miri.
#![allow(unsafe_code, reason = "the one trait that cannot be implemented without")]

use std::alloc::{GlobalAlloc, Layout};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The size of a page of WebAssembly memory.
pub const PAGE: usize = 1 << 16;

/// How many pages are asked for beyond what is needed at once.
pub const SPARE_PAGES: usize = 16;

/// Where an arena's memory comes from.
pub trait Memory {
    /// The address at which this many new pages start, zeroed or not; nothing when there are no more. Pages that nobody
    /// else asked for in between follow on the ones before.
    fn grow(&self, pages: usize) -> Option<usize>;
}

/// Addresses; atomic only because a static has to be, there is one thread.
pub struct Arena<M> {
    memory: M,
    /// Where the heap starts.
    start: AtomicUsize,
    /// Where its unused rest starts.
    next: AtomicUsize,
    /// Where it ends.
    end: AtomicUsize,
}

impl<M: Memory> Arena<M> {
    /// An arena that has asked for no memory yet.
    pub const fn new(memory: M) -> Self {
        Self { memory, start: AtomicUsize::new(0), next: AtomicUsize::new(0), end: AtomicUsize::new(0) }
    }

    /// Gives back all memory.
    ///
    /// # Safety
    ///
    /// Whatever was taken before must not be used again.
    pub unsafe fn reset(&self) {
        self.next.store(self.start.load(Relaxed), Relaxed);
    }

    /// How many bytes the heap has, in use or not.
    pub fn size(&self) -> usize {
        self.end.load(Relaxed).wrapping_sub(self.start.load(Relaxed))
    }

    /// Takes a piece from the front of the unused rest; nothing when there is no more memory.
    fn take(&self, layout: Layout) -> Option<usize> {
        // The next multiple of the alignment, which is a power of two.
        let place = self.next.load(Relaxed).checked_add(layout.align() - 1)? & !(layout.align() - 1);
        let end = place.checked_add(layout.size())?;
        let heap_end = self.end.load(Relaxed);
        if end > heap_end {
            let pages = (end - heap_end) / PAGE + SPARE_PAGES;
            let grown = self.memory.grow(pages)?;
            // Zero at the end of a full address space.
            self.end.store(grown.wrapping_add(pages * PAGE), Relaxed);
            // The first time, or when somebody else made the memory grow too, a new heap starts there.
            if grown != heap_end {
                self.start.store(grown, Relaxed);
                self.next.store(grown, Relaxed);
                return self.take(layout);
            }
        }
        self.next.store(end, Relaxed);
        Some(place)
    }

    /// Whether a piece is the last before the unused rest.
    fn is_last(&self, piece: *mut u8, layout: Layout) -> bool {
        piece.addr() + layout.size() == self.next.load(Relaxed)
    }
}

// SAFETY: `take` gives out each address of memory that is the module's own at most once until `next` goes back, which
// it does only to the start of the last piece, for `realloc` to move, or to the heap's between two articles.
unsafe impl<M: Memory> GlobalAlloc for Arena<M> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        self.take(layout).map_or(ptr::null_mut(), ptr::with_exposed_provenance_mut)
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let old_next = self.next.load(Relaxed);
        if self.is_last(piece, layout) {
            self.next.store(piece.addr(), Relaxed);
        } else if size <= layout.size() {
            return piece;
        }
        // SAFETY: the caller promises that the size fits the alignment.
        let place = self.take(unsafe { Layout::from_size_align_unchecked(size, layout.align()) });
        let Some(place) = place else {
            self.next.store(old_next, Relaxed);
            return ptr::null_mut();
        };
        let moved = ptr::with_exposed_provenance_mut(place);
        if place != piece.addr() {
            // SAFETY: both pieces are as long as what is copied, and apart: the old one is still in use.
            unsafe { ptr::copy_nonoverlapping(piece, moved, layout.size().min(size)) };
        }
        moved
    }
}
