package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An interface.
 *
 * @param name empty where it is written inside a world: {@code import host: interface { … }}
 * @param owner its package
 * @param types by name: those that {@code use} brings in first, then its own, each in the order of the text
 * @param functions by full name, in the order of the text
 * @param docs the text of its doc comments
 * @param stability its feature gate
 * @param place where its name stands
 */
public record WitInterface(
        Optional<String> name,
        PackageId owner,
        SequencedMap<String, TypeId> types,
        SequencedMap<String, WitFunction> functions,
        Optional<String> docs,
        Stability stability,
        Place place) {

    public WitInterface {
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        functions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(functions));
    }
}
