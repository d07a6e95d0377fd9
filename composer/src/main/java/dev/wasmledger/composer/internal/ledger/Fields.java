package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.internal.yaml.YamlValue;
import dev.wasmledger.composer.internal.yaml.YamlValue.Entry;
import dev.wasmledger.composer.internal.yaml.YamlValue.Mapping;
import dev.wasmledger.composer.internal.yaml.YamlValue.Missing;
import dev.wasmledger.composer.internal.yaml.YamlValue.Scalar;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes values of the expected kind out of a YAML tree; what is of another kind is reported and left out. */
final class Fields {

    private final Consumer<Diagnostic> report;

    /** Keys that the last mapping's unknown ones were probably meant to be: they need no second diagnostic. */
    private final Set<String> meant = new HashSet<>();

    Fields(Consumer<Diagnostic> report) {
        this.report = report;
    }

    /** The mapping's entries, of which only those with a known key are kept. */
    Mapping knownKeys(Mapping mapping, String what, List<String> keys) {
        meant.clear();
        for (Entry entry : mapping.entries()) {
            if (!keys.contains(entry.key())) {
                String message = "unknown key `" + entry.key() + "` in " + what;
                Optional<String> nearest = NearestName.of(entry.key(), keys);
                nearest.ifPresent(meant::add);
                String hint = nearest.map(near -> "did you mean `" + near + "`?")
                        .orElse("the keys are " + String.join(", ", keys));
                error("COMPOSE0104", message, entry.keySpan(), Optional.of(hint));
            }
        }
        return new Mapping(
                mapping.entries().stream()
                        .filter(entry -> keys.contains(entry.key()))
                        .toList(),
                mapping.span());
    }

    Optional<Entry> find(Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /** The value of a key that must be there. */
    Optional<Entry> require(Mapping mapping, String what, String key, Span place) {
        Optional<Entry> found = find(mapping, key);
        if (found.isEmpty() && !meant.contains(key)) {
            error("COMPOSE0105", what + " has no `" + key + "`", place, Optional.empty());
        }
        return found;
    }

    Optional<Scalar> scalar(YamlValue value, String what) {
        if (value instanceof Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar);
        }
        error("COMPOSE0106", what + " must be a text, not " + kind(value), value.span(), Optional.empty());
        return Optional.empty();
    }

    /** The entries of a mapping; a key with nothing behind it has none. */
    List<Entry> entries(YamlValue value, String what) {
        if (value instanceof Mapping mapping) {
            return mapping.entries();
        }
        if (!(value instanceof Missing)) {
            error("COMPOSE0106", what + " must be a mapping, not " + kind(value), value.span(), Optional.empty());
        }
        return List.of();
    }

    void error(String id, String message, Span place, Optional<String> hint) {
        report.accept(Diagnostic.error(id, message, place).withHint(hint));
    }

    private static String kind(YamlValue value) {
        return value instanceof Scalar scalar && scalar.text().isEmpty() ? "an empty text" : value.kind();
    }
}
