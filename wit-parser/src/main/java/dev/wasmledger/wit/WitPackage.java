package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A package.
 *
 * @param name the name
 * @param interfaces by name
 * @param worlds by name
 * @param docs the text of the doc comments of its {@code package} line
 * @param place where its name stands
 */
public record WitPackage(
        PackageName name,
        SequencedMap<String, InterfaceId> interfaces,
        SequencedMap<String, WorldId> worlds,
        Optional<String> docs,
        Place place) {

    public WitPackage {
        interfaces = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(interfaces));
        worlds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(worlds));
    }
}
