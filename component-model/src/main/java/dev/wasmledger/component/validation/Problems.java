package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Set;

/** Where validation is, and how it says what is wrong there. */
final class Problems {

    private final String fileName;
    private final Set<Feature> features;
    private int offset;

    Problems(String fileName, Set<Feature> features) {
        this.fileName = fileName;
        this.features = features;
    }

    /** The definition that begins at that byte is being looked at. */
    void moveTo(int definitionOffset) {
        offset = definitionOffset;
    }

    ByteOffset place() {
        return new ByteOffset(fileName, offset);
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
        if (!features.contains(feature)) {
            throw new DiagnosticException(Rule.FEATURE
                    .at(place(), what + " is behind the feature " + feature.text() + ", which is off")
                    .withHint("name the feature to allow it"));
        }
    }
}
