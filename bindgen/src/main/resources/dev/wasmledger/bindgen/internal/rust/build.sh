#!/bin/sh
# @HEADER@
# Builds the component @WORLD@.wasm. Settings from the environment:
#   RUSTC        a rustc >= 1.85 with the target wasm32-unknown-unknown, or with the sources of the standard library
#                (default: the first one in PATH)
#   CARGO        its cargo (default: the one beside it, or in PATH)
#   WASMLEDGER   the wasmledger command (default: wasmledger)
set -eu
cd "$(dirname "$0")"

target=wasm32-unknown-unknown

has_target() {
    [ -n "$(find "$("$1" --print target-libdir --target $target 2>/dev/null)" -name 'libstd-*.rlib' 2>/dev/null)" ]
}

sources() {
    echo "$("$1" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library"
}

can_build() {
    has_target "$1" || [ -f "$(sources "$1")/std/Cargo.toml" ]
}

if [ -z "${RUSTC:-}" ]; then
    IFS=:
    for folder in $PATH; do
        if [ -x "$folder/rustc" ] && can_build "$folder/rustc"; then
            RUSTC=$folder/rustc
            break
        fi
    done
    unset IFS
fi
if [ -z "${RUSTC:-}" ] || ! can_build "$RUSTC"; then
    echo "build.sh: no rustc for $target is in PATH; with rustup: rustup target add $target," >&2
    echo "build.sh: on Debian install rustc-web, rust-web-src and cargo-web; or set RUSTC" >&2
    exit 1
fi
if ! command -v "${WASMLEDGER:-wasmledger}" >/dev/null 2>&1; then
    echo "build.sh: ${WASMLEDGER:-wasmledger} is not there; put wasmledger into PATH, or set WASMLEDGER" >&2
    exit 1
fi
if [ -z "${CARGO:-}" ]; then
    CARGO=$(dirname "$RUSTC")/cargo
    [ -x "$CARGO" ] || CARGO=cargo
fi

set -- build --quiet --release --target $target
if ! has_target "$RUSTC"; then
    # The standard library is built as well, once. What it depends on lies beside its sources, so no network is needed.
    library=$(sources "$RUSTC")
    set -- "$@" -Z build-std=std,panic_abort -Z build-std-features=
    if [ -d "$library/vendor" ]; then
        set -- "$@" --offline --config 'source.crates-io.replace-with="vendored"' \
            --config "source.vendored.directory=\"$library/vendor\""
    fi
    export RUSTC_BOOTSTRAP=1
fi
export RUSTC
# Another guest with the same CARGO_TARGET_DIR may have put its own module where this one's was.
touch src/lib.rs
"$CARGO" "$@"
"${WASMLEDGER:-wasmledger}" componentize "${CARGO_TARGET_DIR:-target}/$target/release/component.wasm" -o @WORLD@.wasm
