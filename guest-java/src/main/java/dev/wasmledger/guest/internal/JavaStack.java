package dev.wasmledger.guest.internal;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The stack on which TeaVM's code keeps references for the collector. TeaVM lets it grow into the heap behind it; the
 * driver puts this in the place of its {@code WasmRuntime.allocStack}, so that a recursion that is too deep traps.
 */
@StaticInit
@Unmanaged
public final class JavaStack {

    private static final int WORD = 4;

    private JavaStack() {}

    /**
     * Makes a frame: a word that tells where in the method an exception is handled, the references, and their number,
     * which the stack's top points to.
     *
     * @param references how many
     * @return where the references are
     */
    public static Address allocate(int references) {
        Address frame = WasmHeap.stack.add(WORD);
        Address top = frame.add((references + 1) * WORD);
        if (WasmHeap.stackAddress.add(WasmHeap.stackSize).isLessThan(top.add(WORD))) {
            Machine.trap();
        }
        top.putInt(references);
        WasmHeap.stack = top;
        return frame;
    }
}
