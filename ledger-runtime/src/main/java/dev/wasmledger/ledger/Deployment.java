package dev.wasmledger.ledger;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.internal.graph.ComponentGraphs;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.LinkException;
import java.time.Duration;
import java.util.List;

/** A composed ledger, ready to run. */
public final class Deployment {

    private static final int PAGES_PER_MIB = 16;

    private final ComponentGraphs source;

    private Deployment(ComponentGraphs source) {
        this.source = source;
    }

    /**
     * Links what a ledger's file names, and makes it ready to run. {@code wasmledger:…} is looked for on the class path,
     * {@code mvn:…} in the local Maven repository.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException with everything for which it cannot be linked
     * @throws dev.wasmledger.runtime.LinkException if it uses what the runtime has not
     */
    public static Deployment of(LedgerFile file) {
        return of(new LedgerComposer(ComponentStore.standard()).compose(file), file.limits());
    }

    /**
     * Makes a composition ready to run.
     *
     * @param limits what each of its instances may use
     * @throws dev.wasmledger.runtime.LinkException if it uses what the runtime has not
     */
    public static Deployment of(Composition composition, LedgerFile.InstanceLimits limits) {
        return of(composition, limits, CompileProgress.NONE);
    }

    /** The same, with somebody to tell how far the compilation of the composition is. */
    public static Deployment of(Composition composition, LedgerFile.InstanceLimits limits, CompileProgress progress) {
        return new Deployment(ComponentGraphs.of(composition, limits(limits), progress));
    }

    /** The limits of a file, and where it says nothing the runtime's own. */
    static dev.wasmledger.runtime.Limits limits(LedgerFile.InstanceLimits limits) {
        dev.wasmledger.runtime.Limits defaults = dev.wasmledger.runtime.Limits.defaults();
        int pages = limits.memoryMib().isPresent()
                ? Math.min(
                        limits.memoryMib().getAsInt() * PAGES_PER_MIB, dev.wasmledger.runtime.Limits.MAX_MEMORY_PAGES)
                : defaults.memoryPages();
        Duration time = limits.callSeconds().isPresent()
                ? Duration.ofSeconds(limits.callSeconds().getAsInt())
                : defaults.time();
        return defaults.withMemoryPages(pages).withTime(time);
    }

    /**
     * Asks the components that check their own config.
     *
     * @throws ConfigException if something is wrong with it
     * @throws LinkException if one of them traps
     */
    void checkConfig() {
        List<ConfigException.Problem> problems;
        try {
            problems = source.configProblems();
        } catch (GraphException e) {
            throw new LinkException(String.valueOf(e.getMessage()), e);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    GraphSource source() {
        return source;
    }
}
