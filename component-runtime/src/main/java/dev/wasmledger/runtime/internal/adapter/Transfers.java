package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.instance.ResolvedOptions;

/** What generated adapters call: the checks of the canonical ABI, and what is too long to be written out each time. */
public final class Transfers {

    private Transfers() {}

    /** Any number but 0 is true (CanonicalABI.md, {@code convert_int_to_bool}). */
    public static int bool(int value) {
        return value != 0 ? 1 : 0;
    }

    public static int character(ResolvedOptions from, int codePoint) {
        if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
            throw from.trap("invalid `char` bit pattern: 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    public static int discriminant(ResolvedOptions from, int discriminant, int cases) {
        if (Integer.compareUnsigned(discriminant, cases) >= 0) {
            throw from.trap("invalid variant discriminant " + Integer.toUnsignedString(discriminant) + " of " + cases
                    + " cases");
        }
        return discriminant;
    }

    /** Checks a pointer to parameters or results that do not fit in core values. */
    public static void checkArea(ResolvedOptions options, int pointer, int size, int alignment) {
        if ((pointer & (alignment - 1)) != 0) {
            throw options.trap(
                    "unaligned pointer: " + Integer.toUnsignedString(pointer) + " to what is aligned to " + alignment);
        }
        if (!options.memory().contains(pointer, size)) {
            throw options.trap("pointer out-of-bounds: " + Integer.toUnsignedString(pointer));
        }
    }

    public static int allocate(ResolvedOptions to, int size, int alignment) {
        return to.realloc(0, 0, alignment, size);
    }

    /** Checks a list, and allocates as much on the other side. */
    public static int allocateList(
            ResolvedOptions from, ResolvedOptions to, int pointer, int count, int size, int alignment) {
        long bytes = Integer.toUnsignedLong(count) * size;
        if (bytes > Limits.MAX_LIST_BYTES) {
            throw from.trap("list too long: " + bytes + " bytes");
        }
        if ((pointer & (alignment - 1)) != 0) {
            throw from.trap(
                    "unaligned pointer: " + Integer.toUnsignedString(pointer) + " to a list aligned to " + alignment);
        }
        if (!from.memory().contains(pointer, bytes)) {
            throw from.trap("list content out-of-bounds: " + bytes + " bytes at " + Integer.toUnsignedString(pointer));
        }
        return to.realloc(0, 0, alignment, (int) bytes);
    }

    /** Copies a list whose elements are the same bytes on both sides. */
    public static int list(ResolvedOptions from, ResolvedOptions to, int pointer, int count, int size, int alignment) {
        int target = allocateList(from, to, pointer, count, size, alignment);
        ArrayMemory memory = to.memory();
        memory.write(target, from.memory().bytes(), pointer, count * size);
        return target;
    }

    /** Copies a string into the other side's encoding; gives its {@link Slice} there. */
    public static long string(ResolvedOptions from, ResolvedOptions to, int pointer, int length) {
        return StringTransfer.copy(from, to, pointer, length);
    }
}
