package dev.wasmledger.bindgen;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.util.List;
import java.util.Optional;

/**
 * What is to be generated.
 *
 * @param wit the packages
 * @param worlds the worlds of {@code wit} to generate bindings for; types that several of them use are generated once
 * @param basePackage the Java package that all others go below, {@code dev.acme.bindings} for instance
 * @param side for hosts or for guests
 * @param implementation on the guest's side, the full name of the class that implements what the worlds export: it has
 *     a constructor without parameters and implements the Java interface of each exported WIT interface; without it,
 *     exports get no glue
 * @param returnResults whether a function whose result is a {@code result} returns that as a {@code Result}; otherwise
 *     it returns what there is when it went well, and throws a checked exception with the error
 */
public record BindgenRequest(
        ResolvedWit wit,
        List<WorldId> worlds,
        String basePackage,
        Side side,
        Optional<String> implementation,
        boolean returnResults) {

    public BindgenRequest {
        worlds = List.copyOf(worlds);
    }

    /** One whose functions throw their errors. */
    public BindgenRequest(
            ResolvedWit wit, List<WorldId> worlds, String basePackage, Side side, Optional<String> implementation) {
        this(wit, worlds, basePackage, side, implementation, false);
    }

    /** The same with results returned, or with errors thrown. */
    public BindgenRequest returningResults(boolean returned) {
        return new BindgenRequest(wit, worlds, basePackage, side, implementation, returned);
    }

    /** Host bindings of all worlds of the root package. */
    public static BindgenRequest host(ResolvedWit wit, String basePackage) {
        return new BindgenRequest(wit, allWorlds(wit), basePackage, Side.HOST, Optional.empty());
    }

    /** Guest bindings of one world. */
    public static BindgenRequest guest(ResolvedWit wit, WorldId world, String basePackage, String implementation) {
        return new BindgenRequest(wit, List.of(world), basePackage, Side.GUEST, Optional.of(implementation));
    }

    private static List<WorldId> allWorlds(ResolvedWit wit) {
        return List.copyOf(wit.get(wit.root()).worlds().values());
    }
}
