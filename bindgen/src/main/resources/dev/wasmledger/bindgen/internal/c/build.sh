#!/bin/sh
# @HEADER@
# Builds the component @WORLD@.wasm. Settings from the environment:
#   CC           a clang with the target wasm32 (default: the newest one that is found)
#   CFLAGS       further options for it
#   WASMLEDGER   the wasmledger command (default: wasmledger)
set -eu
cd "$(dirname "$0")"

has_wasm32() {
    command -v "$1" >/dev/null 2>&1 && "$1" --print-targets 2>/dev/null | grep -q '^ *wasm32 '
}

if [ -z "${CC:-}" ]; then
    for candidate in clang-22 clang-21 clang-20 clang-19 clang-18 clang-17 clang; do
        if has_wasm32 "$candidate"; then
            CC=$candidate
            break
        fi
    done
fi
if [ -z "${CC:-}" ]; then
    echo "build.sh: no clang with the target wasm32 is in PATH; install clang and lld, or set CC" >&2
    exit 1
fi
if ! command -v "${WASMLEDGER:-wasmledger}" >/dev/null 2>&1; then
    echo "build.sh: ${WASMLEDGER:-wasmledger} is not there; put wasmledger into PATH, or set WASMLEDGER" >&2
    exit 1
fi

# What the compiler calls for numbers of 128 bits; most guests do without.
runtime=$("$CC" --target=wasm32 --rtlib=compiler-rt --print-libgcc-file-name 2>/dev/null || true)
[ -f "$runtime" ] || runtime=

mkdir -p build
# shellcheck disable=SC2086
"$CC" --target=wasm32 -std=c17 -O2 -Wall -Wextra -ffreestanding -nostdlib -Ibindings ${CFLAGS:-} \
    -Wl,--no-entry -Wl,--gc-sections -Wl,-z,stack-size=65536 -Wl,--stack-first \
    -o build/@WORLD@.core.wasm bindings/*.c bindings/*.s src/*.c $runtime
"${WASMLEDGER:-wasmledger}" componentize build/@WORLD@.core.wasm -o @WORLD@.wasm
