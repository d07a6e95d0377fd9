package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.FuncType;
import java.util.Optional;

/**
 * A function that a world imports or exports, with the core signature that the guest must have for it.
 *
 * @param owner the import or export that it belongs to: an interface's name, or the function's own
 * @param name its name there
 * @param type of the function
 * @param coreType its core signature: lowered for an import, lifted for an export
 */
record WorldFunction(String owner, String name, FuncType type, CoreFuncType coreType) {

    /** Whether it is a function of the world itself, rather than of an interface. */
    boolean isOfWorld() {
        return owner.equals(name);
    }

    /** The resource that its name speaks of: {@code blob} for {@code [static]blob.merge}. */
    Optional<String> resource() {
        if (!name.startsWith("[")) {
            return Optional.empty();
        }
        String rest = name.substring(name.indexOf(']') + 1);
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
