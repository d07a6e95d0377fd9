package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A world with all that it imports and exports: what its text says, what {@code include} adds, and the imports that a
 * {@code use} somewhere implies. (WIT.md, "Transitive imports and worlds".)
 *
 * <p>An import stands behind everything that it uses.
 *
 * @param name the name
 * @param owner its package
 * @param imports types of the world itself are among them
 * @param exports never types
 * @param docs the text of its doc comments
 * @param stability its feature gate
 * @param place where its name stands
 */
public record WitWorld(
        String name,
        PackageId owner,
        SequencedMap<WorldKey, WorldItem> imports,
        SequencedMap<WorldKey, WorldItem> exports,
        Optional<String> docs,
        Stability stability,
        Place place) {

    public WitWorld {
        imports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(imports));
        exports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exports));
    }

    /** What a world imports or exports something by. */
    public sealed interface WorldKey {

        /** A plain name. */
        record PlainName(String name) implements WorldKey {}

        /** The name of an interface: {@link ResolvedWit#interfaceName}. */
        record InterfaceName(InterfaceId id) implements WorldKey {}
    }

    /** What a world imports or exports. */
    public sealed interface WorldItem {

        /**
         * An interface. Under a plain name it is one that is written in place, or (where it has a name) one that the
         * import or export implements.
         *
         * @param docs the text of the doc comments of the import or export
         * @param place where the import or export stands
         */
        record InterfaceItem(
                InterfaceId id, Stability stability, Optional<String> externalId, Optional<String> docs, Place place)
                implements WorldItem {}

        /** A function. */
        record FunctionItem(WitFunction function) implements WorldItem {}

        /** A type that the world defines or uses; only among imports. */
        record TypeItem(TypeId id) implements WorldItem {}
    }
}
