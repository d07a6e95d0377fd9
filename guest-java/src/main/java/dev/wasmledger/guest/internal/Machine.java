package dev.wasmledger.guest.internal;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Instructions of the WebAssembly machine that Java has no expression for; the TeaVM driver puts them in. */
@StaticInit
@Unmanaged
public final class Machine {

    private Machine() {}

    /** {@code unreachable}: traps. */
    public static native void trap();

    /**
     * {@code memory.grow}.
     *
     * @param pages how many pages of 64 KiB to add
     * @return the size before in pages, or -1 where the memory cannot grow so far
     */
    public static native int growMemory(int pages);
}
