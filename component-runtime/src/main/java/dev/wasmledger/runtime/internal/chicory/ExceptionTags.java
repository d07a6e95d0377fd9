package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmException;

/** Whether a handler catches an exception, as rewritten code asks. */
public final class ExceptionTags {

    private ExceptionTags() {}

    /**
     * Whether the exception's tag is the handler's. The engine takes an imported tag for every other of its type; but
     * each instance of the module that defines a tag has one of its own (core specification, "throw_ref").
     */
    public static boolean match(WasmException thrown, int tag, Instance handler) {
        return thrown.instance().tag(thrown.tagIdx()).equals(handler.tag(tag));
    }
}
