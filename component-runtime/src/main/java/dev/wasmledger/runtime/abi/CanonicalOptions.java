package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Trap;

/**
 * The options that a {@code canon lift} or {@code canon lower} was declared with, resolved to the instance at hand
 * (CanonicalABI.md, "LiftLowerOptions").
 */
public interface CanonicalOptions {

    /** The memory that pointers of this function point into. */
    LinearMemory memory();

    /** How this function's strings are encoded. */
    StringEncoding stringEncoding();

    /**
     * Calls the declared {@code realloc}. Traps where the answer is not aligned, or where the block does not lie within
     * the memory (CanonicalABI.md, "LiftLowerContext.realloc").
     *
     * @param oldPointer the block to resize, 0 for a new one
     * @param oldSize its size in bytes, 0 for a new one
     * @param alignment in bytes, a power of two
     * @param newSize in bytes
     * @return where the block now is
     */
    int realloc(int oldPointer, int oldSize, int alignment, int newSize);

    /**
     * A trap that names the component and function that are running, for the caller to throw; the instance is locked
     * down from now on.
     *
     * @param reason what rule of the canonical ABI was broken, without the place
     */
    Trap trap(String reason);
}
