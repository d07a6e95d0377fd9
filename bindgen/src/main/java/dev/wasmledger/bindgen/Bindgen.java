package dev.wasmledger.bindgen;

import dev.wasmledger.bindgen.internal.Generation;
import java.util.List;

/** Makes Java bindings of WIT worlds. */
public final class Bindgen {

    private Bindgen() {}

    /**
     * The files of the bindings, in the order of their paths; the same for the same request.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if a world holds something that has no bindings
     *     ({@code BND0001})
     */
    public static List<GeneratedFile> generate(BindgenRequest request) {
        return new Generation(request).files();
    }
}
