package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import java.util.Optional;

/** WIT's doc comments, which are Markdown, as Rust's, which are Markdown too. */
final class RustDocs {

    private RustDocs() {}

    /** Writes the comment of what follows, if there is one. */
    static void write(SourceWriter out, Optional<String> docs) {
        write(out, "///", docs);
    }

    /** Writes the comment of the module that begins here, if there is one. */
    static void writeModule(SourceWriter out, Optional<String> docs) {
        write(out, "//!", docs);
    }

    private static void write(SourceWriter out, String mark, Optional<String> docs) {
        docs.map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> text.lines().forEach(line -> out.line((mark + " " + line).stripTrailing())));
    }
}
