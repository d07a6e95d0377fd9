package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import java.util.Optional;

/** WIT's doc comments, which are Markdown, as comments of C. */
final class CDocs {

    private CDocs() {}

    /** Writes the comment, if there is one. */
    static void write(SourceWriter out, Optional<String> docs) {
        docs.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> {
            String safe = text.replace("*/", "* /").replace("/*", "/ *");
            if (safe.indexOf('\n') < 0) {
                out.line("/** " + safe + " */");
                return;
            }
            out.line("/**");
            safe.lines().forEach(line -> out.line((" * " + line).stripTrailing()));
            out.line(" */");
        });
    }
}
