package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.Optional;

/**
 * A type with a name, in the interface or world that defines it. A type that {@code use} brings in is a definition of
 * its own: an alias of the other interface's type.
 *
 * @param name the name, without {@code %}
 * @param owner where it is defined
 * @param kind what it is
 * @param docs the text of its doc comments
 * @param stability its feature gate
 * @param externalId the text of its {@code @external-id}
 * @param place where its name stands
 */
public record TypeDef(
        String name,
        TypeOwner owner,
        TypeDefKind kind,
        Optional<String> docs,
        Stability stability,
        Optional<String> externalId,
        Place place) {}
