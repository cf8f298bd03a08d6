//! Every document of our own format has its expected output.

use crate::support::fixtures::assert_golden_folder;

#[test]
fn fixtures_render_as_before() {
    assert_golden_folder("golden");
}
