package dev.wasmledger.composer;

import dev.wasmledger.composer.internal.componentize.ModuleComponent;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;

/**
 * Makes a component of a core module and the WIT world that it was written for.
 *
 * <p>The module has the names of the C ABI that guest toolchains share. It imports a function of an interface as
 * {@code "wasi:clocks/wall-clock@0.2.0" "now"}, one of the world itself as {@code "$root" "name"}; it exports
 * {@code "acme:shop/cart#add"}, one of the world itself under its own name. Where values lie in memory it exports that as
 * {@code memory}; where memory has to be allocated in it, {@code cabi_realloc}. {@code cabi_post_<export>} is called when
 * the result of that export has been read, {@code _initialize} before everything else. A resource {@code r} that it
 * exports is handled with the imports {@code "[export]acme:shop/cart@1.0.0" "[resource-new]r"} (and {@code -rep},
 * {@code -drop}), and destroyed by the export {@code "acme:shop/cart@1.0.0#[dtor]r"}.
 */
public final class Componentizer {

    private Componentizer() {}

    /**
     * The component's bytes: it imports what the module calls, and exports all that the world does. The same inputs give
     * the same bytes.
     *
     * @param fileName what diagnostics call the module
     * @throws DiagnosticException if the bytes are no core module, or it does not fit the world: each import that the
     *     world does not have, each export that is missing, each signature that is another
     */
    public static byte[] componentize(String fileName, byte[] module, ResolvedWit wit, WorldId world) {
        return new ModuleComponent(fileName, module).encode(wit, world);
    }

    /**
     * The same for the world that the module itself names, in the custom section {@code component-type} that guest
     * toolchains write. It is left out of the component.
     *
     * @throws DiagnosticException also if there is not exactly one such section
     */
    public static byte[] componentize(String fileName, byte[] module) {
        return new ModuleComponent(fileName, module).encode();
    }
}
