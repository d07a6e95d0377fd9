package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where validation is, and how it says what is wrong there. */
final class Problems {

    private final String fileName;
    private final Features features;
    private final List<Diagnostic> found = new ArrayList<>();
    private int offset;

    /** Thrown where a definition depends on one that was reported; says nothing of its own. */
    static final class UnknownDefinition extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownDefinition() {
            super("this definition was reported before", null, false, false);
        }
    }

    /** Thrown where so much was reported that nobody would read more. */
    static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough was reported", null, false, false);
        }
    }

    Problems(String fileName, Features features) {
        this.fileName = fileName;
        this.features = features;
    }

    Features features() {
        return features;
    }

    /** The definition that begins at that byte is being looked at. */
    void moveTo(int definitionOffset) {
        offset = definitionOffset;
    }

    int offset() {
        return offset;
    }

    ByteOffset place() {
        return new ByteOffset(fileName, offset);
    }

    /** Does something, and keeps what it reports; empty then. */
    <T> Optional<T> reporting(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (UnknownDefinition e) {
            return Optional.empty();
        } catch (DiagnosticException e) {
            add(e.diagnostics());
            return Optional.empty();
        }
    }

    /** Keeps these; enough is enough at {@link Limits#DIAGNOSTICS}. */
    void add(List<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
        if (found.size() >= Limits.DIAGNOSTICS) {
            throw new Enough();
        }
    }

    /** How many were kept so far. */
    int count() {
        return found.size();
    }

    /** All that was reported. */
    DiagnosticException asException() {
        return new DiagnosticException(found);
    }

    DiagnosticException fail(Rule rule, String message) {
        return new DiagnosticException(rule.at(place(), message));
    }

    void require(boolean holds, Rule rule, String otherwise) {
        if (!holds) {
            throw fail(rule, otherwise);
        }
    }

    void requireFeature(Feature feature, String what) {
        if (!features.has(feature)) {
            throw new DiagnosticException(Rule.of(feature)
                    .at(place(), what + " is behind the feature " + feature.text() + ", which is off")
                    .withHint("name the feature to allow it"));
        }
    }
}
