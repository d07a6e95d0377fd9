package dev.wasmledger.wit.diagnostic;

import java.util.List;

/** An input cannot be used; the diagnostics say why. The message is their rendered text. */
public final class DiagnosticException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(DiagnosticRenderer.render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** What is to be said, in the order of discovery. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
