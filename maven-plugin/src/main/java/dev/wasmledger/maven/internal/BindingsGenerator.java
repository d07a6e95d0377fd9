package dev.wasmledger.maven.internal;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.wit.ResolvedWit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Generates bindings where their inputs have changed. */
public final class BindingsGenerator {

    private BindingsGenerator() {}

    /**
     * Brings a folder of bindings in line with WIT. The folder is not touched before everything has been generated.
     *
     * @return whether there was anything to do
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if the WIT is wrong, or no bindings can be made of it
     */
    public static boolean generate(
            WitSources sources, Function<ResolvedWit, BindgenRequest> request, Path output, Stamp stamp)
            throws IOException {
        if (stamp.isCurrent(output)) {
            return false;
        }
        List<GeneratedFile> files = Bindgen.generate(request.apply(sources.load()));
        stamp.remove();
        new OutputDirectory(output).write(files);
        stamp.write();
        return true;
    }
}
