package dev.wasmledger.bindgen.internal;

import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import java.util.List;

/**
 * An interface, or the functions of one side of a world, that bindings are generated for.
 *
 * @param owner whose types it is about
 * @param home what its classes are called
 * @param name what it is imported and exported by, {@code wasi:clocks/wall-clock@0.2.0} for instance; {@link #ROOT} for
 *     the functions of a world itself
 * @param functions in the order of the text
 * @param resources that it defines
 * @param docs the text of its doc comments
 * @param imported whether a world imports it
 * @param exported whether a world exports it
 */
record Binding(
        TypeOwner owner,
        Symbols.Home home,
        String name,
        List<Function> functions,
        List<TypeId> resources,
        Docs docs,
        boolean imported,
        boolean exported) {

    /** What guests' core modules and the runtime call the world itself. */
    static final String ROOT = "$root";

    boolean isOfWorld() {
        return name.equals(ROOT);
    }

    /** Whether there is nothing to call: then only types come of it. */
    boolean isEmpty() {
        return functions.isEmpty() && resources.isEmpty();
    }

    /** The functions that the runtime can run. */
    List<Function> runnable() {
        return functions.stream().filter(Function::runnable).toList();
    }

    /** The functions that are called without a resource at hand. */
    List<Function> withoutReceiver() {
        return functions.stream()
                .filter(function -> function.receiver().isEmpty())
                .toList();
    }

    /** The methods of a resource. */
    List<Function> methodsOf(TypeId resource) {
        return functions.stream()
                .filter(function -> function.receiver()
                        .filter(receiver -> receiver.resource().equals(resource))
                        .isPresent())
                .toList();
    }
}
