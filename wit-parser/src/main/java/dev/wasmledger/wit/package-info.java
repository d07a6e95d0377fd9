/**
 * WIT: the resolved model of packages, interfaces, worlds and types, and what reads, resolves and prints it.
 *
 * <p>{@link dev.wasmledger.wit.WitLoader} reads, {@link dev.wasmledger.wit.ResolvedWit} is the model, and
 * {@link dev.wasmledger.wit.WitPrinter} prints it:
 *
 * <pre>{@code
 * ResolvedWit wit = new WitLoader().path(Path.of("wit")).load().orThrow();
 * WitWorld world = wit.get(wit.findWorld("shop").orElseThrow());
 * world.exports().forEach((key, item) -> {
 *     if (item instanceof WorldItem.InterfaceItem exported) {
 *         for (WitFunction function : wit.get(exported.id()).functions().values()) {
 *             System.out.println(function.name() + ": " + new WitPrinter(wit).print(function));
 *         }
 *     }
 * });
 * }</pre>
 *
 * <p>The module's README has this example in full, and a test compiles and runs it.
 */
@NullMarked
package dev.wasmledger.wit;

import org.jspecify.annotations.NullMarked;
