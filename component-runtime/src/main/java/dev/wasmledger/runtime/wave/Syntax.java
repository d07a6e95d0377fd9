package dev.wasmledger.runtime.wave;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;

/** What is wrong with a text whatever type it is read as: reading stops at the first of these. */
final class Syntax {

    static final String INVALID_TOKEN = "WAVE0001";
    static final String UNEXPECTED_TOKEN = "WAVE0002";
    static final String INVALID_ESCAPE = "WAVE0003";
    static final String INVALID_MULTILINE = "WAVE0004";
    static final String TOO_LARGE = "WAVE0005";

    private Syntax() {}

    static DiagnosticException error(SourceFile source, String id, int start, int end, String message) {
        return new DiagnosticException(Diagnostic.error(id, message, source.span(start, end)));
    }

    static DiagnosticException error(SourceFile source, String id, int start, int end, String message, String hint) {
        return new DiagnosticException(
                Diagnostic.error(id, message, source.span(start, end)).withHint(hint));
    }
}
