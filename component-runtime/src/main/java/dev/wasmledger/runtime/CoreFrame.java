package dev.wasmledger.runtime;

import java.util.Optional;

/**
 * A core function that was running when something trapped.
 *
 * @param function its index in the core module
 * @param name as the module's {@code name} section has it
 * @param offset of the instruction that it was at, in bytes from the beginning of the core module; that of its first
 *     instruction where it is too large for that to be known
 */
public record CoreFrame(int function, Optional<String> name, long offset) {

    /** As it stands in a list of frames: {@code func 12 `fib` at 0x1f3}. */
    public String text() {
        return "func " + function + name.map(n -> " `" + n + "`").orElse("") + " at 0x" + Long.toHexString(offset);
    }
}
