package dev.wasmledger.bindgen;

import dev.wasmledger.bindgen.internal.Generation;
import dev.wasmledger.bindgen.internal.GuestStub;
import java.util.List;

/** Makes Java bindings of WIT worlds. */
public final class Bindgen {

    private Bindgen() {}

    /**
     * The files of the bindings, in the order of their paths; the same for the same request.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if a world holds something that Java, or any
     *     component, cannot ({@code BND0001}): names or lists of parameters that are too long, or too many flags
     */
    public static List<GeneratedFile> generate(BindgenRequest request) {
        return new Generation(request).files();
    }

    /**
     * For guest bindings with an implementation, that class with methods that do nothing yet: to start from.
     *
     * @return one file, or none where the world exports nothing
     */
    public static List<GeneratedFile> stub(BindgenRequest request) {
        return new GuestStub(request).files();
    }
}
