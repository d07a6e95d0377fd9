package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which handles a resource has where a function is called: a guest tells those of what it imports from those of what it
 * exports, though both are the same resource in WIT. On the host, the runtime knows.
 *
 * @param handles by resource; empty on the host
 */
record View(Map<TypeId, Handles> handles) {

    static final View HOST = new View(Map.of());

    View {
        handles = Map.copyOf(handles);
    }

    /**
     * The handles of a resource.
     *
     * @param type the class that lifts and lowers them
     * @param exported whether the component itself makes them
     * @param suffix for the names of methods that lift and lower types with such handles in them; empty where there is
     *     but one way
     */
    record Handles(ClassName type, boolean exported, String suffix) {}

    Handles of(TypeId resource) {
        return Optional.ofNullable(handles.get(resource))
                .orElseThrow(() -> new IllegalStateException("no handles for " + resource));
    }

    /** What tells a method for the type from those with other handles. */
    String suffix(Model model, Type type) {
        return handles.isEmpty()
                ? ""
                : model.resources(type).stream()
                        .map(resource -> of(resource).suffix())
                        .distinct()
                        .collect(Collectors.joining());
    }
}
