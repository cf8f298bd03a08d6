//! The allocator of the npm package's module, on memory other than WebAssembly's. Miri (`CONTRIBUTING.md`) checks
//! whether its `unsafe` code is sound.
#![allow(unsafe_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test of what has no other interface")]

use crate::arena::{Arena, Memory, PAGE, SPARE_PAGES};
use std::alloc::{GlobalAlloc, Layout, alloc, dealloc};
use std::cell::Cell;
use std::ptr::NonNull;

/// How many pages the tests may use; memory of WebAssembly is limited too.
const PAGES: usize = 64;

/// Consecutive pages, unless someone else takes some.
struct Region {
    start: NonNull<u8>,
    used: Cell<usize>,
}

impl Region {
    const LAYOUT: Layout = match Layout::from_size_align(PAGES * PAGE, PAGE) {
        Ok(layout) => layout,
        Err(_) => unreachable!(),
    };

    fn new() -> Self {
        // SAFETY: the layout is not of size zero.
        let start = NonNull::new(unsafe { alloc(Self::LAYOUT) }).unwrap();
        start.as_ptr().expose_provenance();
        Self { start, used: Cell::new(0) }
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: allocated in `new` with this layout.
        unsafe { dealloc(self.start.as_ptr(), Self::LAYOUT) }
    }
}

impl Memory for &Region {
    fn grow(&self, pages: usize) -> Option<usize> {
        let used = self.used.get();
        (pages <= PAGES - used).then(|| {
            self.used.set(used + pages);
            self.start.as_ptr().addr() + used * PAGE
        })
    }
}

/// A piece in use, filled with one byte.
#[derive(Clone, Copy)]
struct Piece {
    at: *mut u8,
    layout: Layout,
    fill: u8,
}

impl Piece {
    fn take(arena: &Arena<&Region>, size: usize, align: usize, fill: u8) -> Option<Self> {
        let layout = Layout::from_size_align(size, align).unwrap();
        // SAFETY: no test asks for size zero.
        let at = unsafe { arena.alloc(layout) };
        if at.is_null() {
            return None;
        }
        assert_eq!(at.addr() % align, 0, "aligned");
        // SAFETY: the piece has this length.
        unsafe { at.write_bytes(fill, size) };
        Some(Self { at, layout, fill })
    }

    fn assert_intact(&self, size: usize) {
        // SAFETY: the piece is in use, and was filled.
        let bytes = unsafe { std::slice::from_raw_parts(self.at, size) };
        // Under Miri every access takes a microsecond.
        let step = if cfg!(miri) { size / 64 + 1 } else { 1 };
        assert!(bytes.iter().step_by(step).all(|&byte| byte == self.fill), "nobody else wrote there");
    }

    fn resize(&mut self, arena: &Arena<&Region>, size: usize) -> bool {
        // SAFETY: the piece is this arena's, with this layout.
        let at = unsafe { arena.realloc(self.at, self.layout, size) };
        if at.is_null() {
            self.assert_intact(self.layout.size());
            return false;
        }
        assert_eq!(at.addr() % self.layout.align(), 0, "aligned");
        let kept = self.layout.size().min(size);
        self.at = at;
        self.layout = Layout::from_size_align(size, self.layout.align()).unwrap();
        self.assert_intact(kept);
        // SAFETY: the piece has this length.
        unsafe { at.write_bytes(self.fill, size) };
        true
    }

    fn free(self, arena: &Arena<&Region>) {
        self.assert_intact(self.layout.size());
        // SAFETY: the piece is this arena's, with this layout.
        unsafe { arena.dealloc(self.at, self.layout) }
    }
}

fn reset(arena: &Arena<&Region>) {
    // SAFETY: the tests use no earlier piece.
    unsafe { arena.reset() }
}

fn take(arena: &Arena<&Region>, size: usize, align: usize, fill: u8) -> Piece {
    Piece::take(arena, size, align, fill).unwrap()
}

#[test]
fn pieces_follow_one_another_aligned() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let start = region.start.as_ptr().addr();
    let places = [(1, 1), (3, 1), (8, 8), (1, 16), (2, 2), (1, 4096)]
        .map(|(size, align)| take(&arena, size, align, 1).at.addr() - start);
    assert_eq!(places, [0, 1, 8, 16, 18, 4096]);
}

#[test]
fn what_is_given_back_is_used_again_after_a_reset_only() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let [first, second] = [1, 2].map(|fill| take(&arena, 100, 4, fill));
    second.free(&arena);
    let third = take(&arena, 50, 4, 3);
    assert!(third.at > second.at, "not the last one's place");
    let size = arena.size();
    assert!(size >= PAGE, "{size}");
    for piece in [first, third] {
        piece.free(&arena);
    }
    assert!(take(&arena, 1, 1, 4).at > third.at, "nor the first one's, though none is in use");
    reset(&arena);
    assert_eq!(take(&arena, 1, 1, 5).at, first.at, "the heap starts anew");
    assert_eq!(arena.size(), size, "memory is kept");
}

#[test]
fn a_piece_grows_in_place_only_where_it_is_the_last() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let mut one = take(&arena, 100, 8, 1);
    let place = one.at;
    assert!(one.resize(&arena, 200) && one.at == place, "in place");
    let two = take(&arena, 10, 1, 2);
    assert!(one.resize(&arena, 50) && one.at == place, "smaller stays");
    assert!(one.resize(&arena, 300) && one.at != place, "moved");
    let moved = one.at;
    assert!(one.resize(&arena, 20) && one.at == moved, "smaller in place");
    let three = take(&arena, 4, 4, 3);
    assert_eq!(three.at.addr(), moved.addr() + 20, "and what it gave back is used");
    for piece in [one, two, three] {
        piece.free(&arena);
    }
}

#[test]
fn memory_grows_by_what_is_needed_and_some_spare() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let one = take(&arena, 1, 1, 1);
    assert_eq!(region.used.get(), SPARE_PAGES);
    let two = take(&arena, SPARE_PAGES * PAGE - 1, 1, 2);
    assert_eq!(region.used.get(), SPARE_PAGES, "to the last byte");
    let three = take(&arena, 1, 1, 3);
    assert_eq!(region.used.get(), 2 * SPARE_PAGES);
    assert_eq!(three.at.addr(), two.at.addr() + two.layout.size(), "new pages follow on the old");
    for piece in [one, two, three] {
        piece.free(&arena);
    }
}

#[test]
fn when_somebody_else_takes_pages_a_new_heap_starts_behind_them() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let one = take(&arena, 10, 1, 1);
    (&region).grow(3).unwrap();
    let mut two = take(&arena, SPARE_PAGES * PAGE, 1, 2);
    let start = region.start.as_ptr().addr() + (SPARE_PAGES + 3) * PAGE;
    assert_eq!(two.at.addr(), start);
    assert!(two.resize(&arena, SPARE_PAGES * PAGE + 1));
    one.free(&arena);
    two.free(&arena);
    reset(&arena);
    assert_eq!(take(&arena, 1, 1, 3).at.addr(), start);
}

#[test]
fn when_memory_ends_nothing_is_given_and_nothing_lost() {
    let region = Region::new();
    let arena = Arena::new(&region);
    let one = take(&arena, 10, 1, 1);
    assert!(Piece::take(&arena, PAGES * PAGE, 1, 2).is_none());
    assert!(Piece::take(&arena, isize::MAX as usize, 1, 2).is_none());
    let mut two = take(&arena, 10, 1, 3);
    assert!(!two.resize(&arena, PAGES * PAGE));
    assert!(!two.resize(&arena, isize::MAX as usize));
    let three = take(&arena, 10, 1, 4);
    assert_eq!(three.at.addr(), two.at.addr() + 10, "a failed attempt moves nothing");
    for piece in [one, two, three] {
        piece.free(&arena);
    }
}

/// For any requests in any order, pieces are aligned, do not overlap and keep their content.
#[test]
fn pieces_never_meet() {
    let rounds = if cfg!(miri) { 300 } else { 20_000 };
    let region = Region::new();
    let arena = Arena::new(&region);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut state = 0x9e37_79b9_u32;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below
    };
    let largest = if cfg!(miri) { 200 } else { 4_000 };
    for round in 0..rounds {
        let size = 1 + random(largest);
        match random(5) {
            // Sometimes all are freed, as at the end of a call.
            0 if random(20) == 0 => {
                pieces.drain(..).for_each(|piece| piece.free(&arena));
                reset(&arena);
            }
            0 | 1 => pieces.extend(Piece::take(&arena, size, 1 << random(6), round as u8)),
            2 if !pieces.is_empty() => {
                let last = pieces.len() - 1;
                let index = if random(2) == 0 { last } else { random(pieces.len()) };
                pieces[index].resize(&arena, size);
            }
            3 if !pieces.is_empty() => pieces.swap_remove(random(pieces.len())).free(&arena),
            _ => pieces.iter().for_each(|piece| piece.assert_intact(piece.layout.size())),
        }
        if pieces.len() > 40 {
            pieces.pop().into_iter().for_each(|piece| piece.free(&arena));
        }
    }
    pieces.into_iter().for_each(|piece| piece.free(&arena));
    reset(&arena);
    assert_eq!(take(&arena, 1, 1, 1).at.addr(), region.start.as_ptr().addr(), "the heap starts anew");
}
