package dev.wasmledger.cli;

import dev.wasmledger.bindgen.OutputDirectory.Report;
import java.nio.file.Path;

/** How a run that wrote bindings is summed up. */
final class BindgenReport {

    private BindgenReport() {}

    static String text(Path output, Report report) {
        return "%s: %d written, %d unchanged, %d deleted%n"
                .formatted(
                        output,
                        report.written().size(),
                        report.unchanged().size(),
                        report.deleted().size());
    }
}
