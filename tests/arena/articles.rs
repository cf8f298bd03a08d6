//! Articles on the heap of the npm package's module: no call uses anything that an earlier one left there. After each
//! article all memory is freed and overwritten, natively and in Miri (`CONTRIBUTING.md`).
#![allow(unsafe_code, clippy::expect_used, reason = "a test of what has no other interface")]

use crate::arena::{Arena, Memory, PAGE};
use article_widget::render::IsoDates;
use article_widget::{Batch, HtmlSink, Options, render_json};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, UnsafeCell};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The most memory that the articles may take, in pages.
const PAGES: usize = 128;

#[repr(align(4096))]
struct Region {
    bytes: UnsafeCell<[u8; PAGES * PAGE]>,
    used: AtomicUsize,
}

// SAFETY: only the thread of the only test takes memory from it.
unsafe impl Sync for Region {}

impl Region {
    fn start(&self) -> *mut u8 {
        self.bytes.get().cast()
    }

    fn holds(&self, piece: *mut u8) -> bool {
        (self.start().addr()..self.start().addr() + PAGES * PAGE).contains(&piece.addr())
    }
}

impl Memory for &'static Region {
    fn grow(&self, pages: usize) -> Option<usize> {
        let used = self.used.load(Relaxed);
        (pages <= PAGES - used).then(|| {
            self.used.store(used + pages, Relaxed);
            self.start().expose_provenance() + used * PAGE
        })
    }
}

static REGION: Region = Region { bytes: UnsafeCell::new([0; PAGES * PAGE]), used: AtomicUsize::new(0) };
static ARENA: Arena<&Region> = Arena::new(&REGION);

thread_local! {
    /// Whether memory is currently taken from the arena, as in the module.
    static IN_MODULE: Cell<bool> = const { Cell::new(false) };
}

/// Uses the arena for code that runs as in the module, and the system's allocator for the test around it.
struct Switch;

#[global_allocator]
static ALLOCATOR: Switch = Switch;

// SAFETY: each piece goes back to the allocator that gave it.
unsafe impl GlobalAlloc for Switch {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are those that are required.
        if IN_MODULE.get() { unsafe { ARENA.alloc(layout) } } else { unsafe { System.alloc(layout) } }
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        // SAFETY: as above.
        if REGION.holds(piece) {
            unsafe { ARENA.dealloc(piece, layout) }
        } else {
            unsafe { System.dealloc(piece, layout) }
        }
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        assert_eq!(REGION.holds(piece), IN_MODULE.get(), "nothing from outside grows inside, nor the other way round");
        // SAFETY: as above.
        if IN_MODULE.get() {
            unsafe { ARENA.realloc(piece, layout, size) }
        } else {
            unsafe { System.realloc(piece, layout, size) }
        }
    }
}

/// Returns both outputs and the report as text.
fn rendered(json: &str) -> (String, String) {
    let (mut html, mut batch) = (HtmlSink::default(), Batch::default());
    let report = render_json(json.as_bytes(), &Options::default(), &IsoDates, &mut html);
    let same = render_json(json.as_bytes(), &Options::default(), &IsoDates, &mut batch);
    assert_eq!(report, same);
    (html.finish(), format!("{report:?} {:?} {}", batch.ops, batch.text))
}

/// Overwrites the memory that was in use, so that any later use of old content shows.
fn overwrite() {
    let used = REGION.used.load(Relaxed) * PAGE;
    // SAFETY: nothing there is in use, and it is within the region.
    unsafe { ptr::write_bytes(REGION.start(), 0xA5, used) }
}

#[test]
fn nothing_of_one_article_is_used_by_the_next() {
    let articles = [
        include_str!("../golden/904-controls.json"),
        include_str!("../formats/draftjs.json"),
        include_str!("../formats/jsonfeed.json"),
        "{",
    ];
    // Miri takes a minute for a page of text.
    let skipped = if cfg!(miri) { 1..3 } else { 0..0 };
    let chosen = || articles.iter().enumerate().filter(|(index, _)| !skipped.contains(index)).map(|(_, json)| json);
    for json in chosen().chain(chosen()) {
        let expected = rendered(json);
        IN_MODULE.set(true);
        let found = rendered(json);
        IN_MODULE.set(false);
        assert_eq!(found, expected);
        assert!(REGION.holds(found.1.as_ptr().cast_mut()), "it was made in the arena");
        drop(found);
        // SAFETY: everything that was taken has just been dropped.
        unsafe { ARENA.reset() }
        overwrite();
    }
}
