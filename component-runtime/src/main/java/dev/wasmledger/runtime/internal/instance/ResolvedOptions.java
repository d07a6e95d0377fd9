package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.StringEncoding;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.ReallocCall;
import org.jspecify.annotations.Nullable;

/** The options of a canonical definition with what they name in the instance at hand. */
public class ResolvedOptions {

    final InstanceStore store;
    final ComponentState component;

    private final StringEncoding stringEncoding;
    private final @Nullable ArrayMemory memory;
    private final @Nullable ReallocCall realloc;

    public ResolvedOptions(
            InstanceStore store,
            ComponentState component,
            StringEncoding stringEncoding,
            @Nullable ArrayMemory memory,
            @Nullable ReallocCall realloc) {
        this.store = store;
        this.component = component;
        this.stringEncoding = stringEncoding;
        this.memory = memory;
        this.realloc = realloc;
    }

    ResolvedOptions(ResolvedOptions options) {
        this(options.store, options.component, options.stringEncoding, options.memory, options.realloc);
    }

    public final ArrayMemory memory() {
        if (memory == null) {
            throw new IllegalStateException("the function has no memory option, and its type needs none");
        }
        return memory;
    }

    public final StringEncoding stringEncoding() {
        return stringEncoding;
    }

    /** See {@link dev.wasmledger.runtime.abi.CanonicalOptions#realloc}. */
    public final int realloc(int oldPointer, int oldSize, int alignment, int newSize) {
        if (realloc == null) {
            throw new IllegalStateException("the function has no realloc option, and its type needs none");
        }
        int pointer;
        try {
            component.mayLeave = false;
            pointer = realloc.call(oldPointer, oldSize, alignment, newSize);
            component.mayLeave = true;
        } catch (Throwable thrown) {
            throw store.trapFor(thrown);
        }
        if ((pointer & (alignment - 1)) != 0) {
            throw trap("realloc return: result not aligned: " + Integer.toUnsignedString(pointer) + " to " + alignment);
        }
        if (!memory().contains(pointer, Integer.toUnsignedLong(newSize))) {
            throw trap("realloc return: beyond end of memory: " + newSize + " bytes at "
                    + Integer.toUnsignedString(pointer));
        }
        return pointer;
    }

    /** A trap in this component; see {@link dev.wasmledger.runtime.abi.CanonicalOptions#trap}. */
    public final Trap trap(String reason) {
        return store.trapIn(component, reason, null);
    }
}
