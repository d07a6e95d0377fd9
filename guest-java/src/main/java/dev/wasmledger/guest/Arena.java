package dev.wasmledger.guest;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Memory of the values that a guest lowers: the arguments of an import call until it is over, the results of an export
 * until the caller has called post-return. It is a stack: what was allocated last is released first.
 *
 * <p>The stack lies in chunks that come from the {@link Allocator}. A chunk's first 12 bytes say where the chunk below
 * begins, where the stack's top was in it, and the chunk's own size.
 */
@StaticInit
@Unmanaged
public final class Arena {

    private static final int CHUNK_HEADER = 12;
    private static final int CHUNK_ALIGNMENT = 16;
    private static final int LEAST_CHUNK = 65_536;

    private static int chunk;
    private static int top;

    private Arena() {}

    /** The stack's present height, to come back to with {@link #release}. */
    public static int mark() {
        return top;
    }

    /**
     * Allocates on top of the stack.
     *
     * @param size in bytes
     * @param alignment in bytes, a power of two
     * @return where the block is; {@code alignment} for a block of no bytes
     */
    public static int allocate(int size, int alignment) {
        if (size == 0) {
            return alignment;
        }
        int block = align(top, alignment);
        if (chunk == 0 || size < 0 || chunk + chunkSize(chunk) - block < size) {
            push(size, alignment);
            block = align(top, alignment);
        }
        top = block + size;
        return block;
    }

    /** Releases everything that was allocated since {@link #mark} gave that answer. */
    public static void release(int mark) {
        while (chunk != 0 && (mark < chunk || mark > chunk + chunkSize(chunk)) && below(chunk) != 0) {
            pop();
        }
        top = mark == 0 && chunk != 0 ? chunk + CHUNK_HEADER : mark;
    }

    /** Releases everything. */
    public static void clear() {
        release(0);
    }

    private static void push(int size, int alignment) {
        int needed = CHUNK_HEADER + alignment + size;
        // A size so large that the sum overflows is one that the allocator refuses.
        int length = needed >= 0 && needed < LEAST_CHUNK ? LEAST_CHUNK : needed;
        int pushed = Allocator.realloc(0, 0, CHUNK_ALIGNMENT, length);
        Address header = Address.fromInt(pushed);
        header.putInt(chunk);
        header.add(4).putInt(top);
        header.add(8).putInt(length);
        chunk = pushed;
        top = pushed + CHUNK_HEADER;
    }

    private static void pop() {
        int popped = chunk;
        chunk = below(popped);
        top = Address.fromInt(popped).add(4).getInt();
        Allocator.free(popped, chunkSize(popped), CHUNK_ALIGNMENT);
    }

    private static int below(int chunk) {
        return Address.fromInt(chunk).getInt();
    }

    private static int chunkSize(int chunk) {
        return Address.fromInt(chunk).add(8).getInt();
    }

    private static int align(int address, int alignment) {
        return (address + alignment - 1) & -alignment;
    }
}
