package dev.wasmledger.maven.internal;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the worlds that a POM names. */
public final class Worlds {

    private Worlds() {}

    /** The worlds of these names. */
    public static List<WorldId> find(ResolvedWit wit, List<String> names) {
        return names.stream().map(name -> find(wit, name)).toList();
    }

    /**
     * The world of that name.
     *
     * @throws DiagnosticException if there is none; says which ones there are
     */
    public static WorldId find(ResolvedWit wit, String name) {
        return wit.findWorld(name).orElseThrow(() -> new DiagnosticException(missing(wit, name)));
    }

    private static Diagnostic missing(ResolvedWit wit, String name) {
        String known = IntStream.range(0, wit.worlds().size())
                .mapToObj(index -> wit.worldName(new WorldId(index)))
                .collect(Collectors.joining(", "));
        return Diagnostic.error("MVN0001", "there is no world `%s`".formatted(name), new WholeFile("pom.xml"))
                .withHint(known.isEmpty() ? "no WIT package was found" : "there are " + known);
    }
}
