package dev.wasmledger.component.model;

import dev.wasmledger.component.type.ExternName;
import java.util.List;

/** An instance (Binary.md, {@code instance}). */
public sealed interface Instance extends Definition {

    /** {@code (instantiate c arg*)}. */
    record Instantiate(Index.Component component, List<Argument> arguments) implements Instance {
        public Instantiate {
            arguments = List.copyOf(arguments);
        }
    }

    /** An instance put together from definitions at hand. */
    record InlineExports(List<InlineExport> exports) implements Instance {
        public InlineExports {
            exports = List.copyOf(exports);
        }
    }

    /** {@code (with name (sort i))}. */
    record Argument(String name, Index index) {}

    /** {@code (export name (sort i))}. */
    record InlineExport(ExternName name, Index index) {}
}
