package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Optional;

/**
 * What came of loading WIT.
 *
 * @param wit the resolved model; absent exactly if one of the diagnostics is an error
 * @param diagnostics everything that is to be said, in the order of files and places
 * @param roots the packages that the paths and texts hold, in the order in which they were added, and of a jar, or a
 *     folder of packages, those that no other one in it uses; the last is the root of the model, and there are none where there is no model
 */
public record WitResult(Optional<ResolvedWit> wit, List<Diagnostic> diagnostics, List<PackageId> roots) {

    public WitResult {
        roots = List.copyOf(roots);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The resolved model.
     *
     * @throws DiagnosticException if there is none
     */
    public ResolvedWit orThrow() {
        return wit.orElseThrow(() -> new DiagnosticException(diagnostics));
    }
}
