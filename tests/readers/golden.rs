//! Every document of other formats has its expected output.

use crate::support::fixtures::assert_golden_folder;

#[test]
fn documents_of_all_formats_render_as_before() {
    assert_golden_folder("formats");
}
