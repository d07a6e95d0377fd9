package dev.wasmledger.component.model;

import java.util.List;

/** A core instance (Binary.md, {@code core:instance}). */
public sealed interface CoreInstance extends Definition {

    /** {@code (instantiate m arg*)}. */
    record Instantiate(Index.CoreModule module, List<Argument> arguments) implements CoreInstance {
        public Instantiate {
            arguments = List.copyOf(arguments);
        }
    }

    /** An instance put together from definitions at hand. */
    record InlineExports(List<InlineExport> exports) implements CoreInstance {
        public InlineExports {
            exports = List.copyOf(exports);
        }
    }

    /** {@code (with name (instance i))}. */
    record Argument(String name, Index.CoreInstance instance) {}

    /** {@code (export name (sort i))}; the index is one of a core sort. */
    record InlineExport(String name, Index index) {}
}
