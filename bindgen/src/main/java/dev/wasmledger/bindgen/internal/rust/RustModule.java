package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.wit.TypeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One module of the bindings: the names in it. */
final class RustModule {

    private final List<String> path;
    private final Identifiers typeNames = new Identifiers(RustNames.RESERVED_TYPES);
    private final Map<TypeId, String> types = new LinkedHashMap<>();
    private final Map<List<Object>, String> others = new HashMap<>();

    /**
     * Makes one without names.
     *
     * @param path below {@code bindings}; empty for that module itself
     */
    RustModule(List<String> path) {
        this.path = List.copyOf(path);
    }

    List<String> path() {
        return path;
    }

    /** The module as a path that is good everywhere in the crate. */
    String fullPath() {
        return "crate::bindings"
                + String.join("", path.stream().map(s -> "::" + s).toList());
    }

    /** The file that it is in. */
    String file() {
        return path.isEmpty() ? "src/bindings.rs" : "src/bindings/" + String.join("/", path) + ".rs";
    }

    void addType(TypeId id, String witName) {
        types.put(id, typeNames.take(Identifiers.upperCamel(witName)));
    }

    /** What has a name of its own in this module, aliases included. */
    Map<TypeId, String> types() {
        return types;
    }

    Optional<String> type(TypeId id) {
        return Optional.ofNullable(types.get(id));
    }

    /** The name of a type that goes with something. */
    String helperType(Object owner, String wanted) {
        return others.computeIfAbsent(List.of(owner, wanted), key -> typeNames.take(wanted));
    }
}
