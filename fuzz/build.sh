#!/usr/bin/env sh
# Builds the targets for libFuzzer with a stable compiler and without sanitizers, into target/fuzz.
cd "$(dirname "$0")" || exit 1
coverage='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares'
RUSTFLAGS="--cfg fuzzing $(echo $coverage)" exec cargo build --release --locked --target "$(rustc -vV | sed -n 's/^host: //p')" "$@"
