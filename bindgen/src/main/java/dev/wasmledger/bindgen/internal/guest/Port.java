package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.wit.InterfaceId;
import java.util.List;
import java.util.Optional;

/**
 * An interface that a world imports or exports, or the world's own functions of one direction.
 *
 * @param name what the core module calls it; empty for what the world exports itself
 * @param iface empty for the world itself
 * @param path the words that names of its functions begin with: namespace, package, perhaps a version, interface
 * @param docs the text of its doc comments
 */
public record Port(
        Direction direction, String name, Optional<InterfaceId> iface, List<String> path, Optional<String> docs) {

    /** The module that the functions are imported from which a world imports itself. */
    public static final String ROOT = "$root";

    /** Which side of the boundary implements it. */
    public enum Direction {
        IMPORT,
        EXPORT
    }

    public boolean exported() {
        return direction == Direction.EXPORT;
    }

    public boolean ofWorld() {
        return iface.isEmpty();
    }

    /** The name of a core export: {@code acme:shop/cart#add} for instance. */
    public String exportName(String function) {
        return ofWorld() ? function : name + "#" + function;
    }

    /** The module that an exported resource's own functions are imported from. */
    public String resourceModule() {
        return exported() ? "[export]" + name : name;
    }
}
