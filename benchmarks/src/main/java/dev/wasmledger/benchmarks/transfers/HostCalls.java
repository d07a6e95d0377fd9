package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.composer.ComposedInstance;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.config.Config;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.EventsImport;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.StateImport;
import dev.wasmledger.ledger.bindings.wasmledger.host.trace.Trace;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.internal.host.DirectState;
import dev.wasmledger.ledger.internal.host.InstanceState;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.Loading;
import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.abi.Strings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts and times what a composed graph's components call of the host's state and events, by caller, function and table. */
final class HostCalls {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CLOCK_READINGS = 100_000;
    private static final int EVENT_BYTES = 400;

    /** What calls of one kind have come to. */
    static final class Tally {
        long calls;
        long bytes;
        long nanos;
    }

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final long clockNanos = clockNanos();

    /** By caller, function and table. */
    Map<String, Tally> tallies() {
        return tallies;
    }

    /** The name in WIT of what Java calls so. */
    static String witName(String method) {
        return method.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
    }

    /** Links gates, policies and an engine as a ledger does, with a watch on each call. */
    Ledger link(Composition composition, TableStore tables, Scope scope) {
        Map<String, Map<String, String>> configs = composition.instances().stream()
                .collect(Collectors.toMap(ComposedInstance::name, ComposedInstance::config));
        var linker = new Linker();
        for (RootName name : composition.rootNames()) {
            if (name instanceof RootName.OwnImport(String imported, String interfaceName, String instance)) {
                switch (interfaceName) {
                    case State.NAME -> {
                        var state = new DirectState(new InstanceState(instance, tables, scope));
                        linker.provide(
                                imported, StateImport.Core.class, watched(instance, StateImport.Core.class, state));
                    }
                    case Config.NAME -> {
                        Map<String, String> config = configs.getOrDefault(instance, Map.of());
                        Config.provide(linker, imported, key -> Optional.ofNullable(config.get(key)));
                    }
                    case Trace.NAME -> Trace.provide(linker, imported, line -> scope.trace(instance, line));
                    default -> throw new IllegalStateException(imported + " is not provided");
                }
            }
        }
        Clock.provide(linker, Clock.NAME, scope);
        var events = new EventsImport.Answering(scope);
        linker.provide(Events.NAME, EventsImport.Core.class, watched("engine", EventsImport.Core.class, events));
        Component component = Component.loadLinked("ledger.wasm", composition.component(), Loading.standard());
        return Ledger.bind(linker.instantiate(component), "ledger");
    }

    private <C> C watched(String caller, Class<C> core, C implementation) {
        Map<Integer, String> tables = new HashMap<>();
        return core.cast(Proxy.newProxyInstance(
                core.getClassLoader(), new Class<?>[] {core}, (proxy, method, arguments) -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    Object result = method.invoke(implementation, arguments);
                    long nanos = THREADS.getCurrentThreadCpuTime() - start;
                    String function = witName(method.getName());
                    var options = (CanonicalOptions) arguments[0];
                    if (function.startsWith("open")) {
                        tables.put((Integer) result, Strings.lift(options, (int) arguments[1], (int) arguments[2]));
                    } else {
                        String table = tables.getOrDefault(table(function, options, (int) arguments[1]), "");
                        Tally tally = tallies.computeIfAbsent(
                                "%s → host: %s %s"
                                        .formatted(caller, function, table)
                                        .strip(),
                                name -> new Tally());
                        tally.calls++;
                        tally.bytes += bytes(function, options, arguments);
                        tally.nanos += nanos - clockNanos;
                    }
                    return result;
                }));
    }

    /** What it takes to read the processor's time, which a short call would be told as its own. */
    private static long clockNanos() {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 1; i < CLOCK_READINGS; i++) {
            THREADS.getCurrentThreadCpuTime();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / CLOCK_READINGS;
    }

    /** The first parameter, which {@code put16} has in memory with all of the others. */
    private static int table(String function, CanonicalOptions options, int first) {
        return function.equals("put16") ? options.memory().getInt(first) : first;
    }

    /** How many bytes of keys and rows, or of events, a call carries there and back. */
    private static long bytes(String function, CanonicalOptions options, Object[] arguments) {
        int key = function.contains("ordered") ? 3 * Long.BYTES : 2 * Long.BYTES;
        int row = key + (function.endsWith("16") ? 16 : 8) * Long.BYTES;
        if (function.equals("emit")) {
            return (long) EVENT_BYTES * (int) arguments[2];
        }
        if (function.startsWith("get-many")) {
            int found = options.memory().getInt((int) arguments[4] + Integer.BYTES);
            return (long) key * (int) arguments[3] + (long) row * found;
        }
        return function.startsWith("put-many") ? (long) row * (int) arguments[3] : row;
    }
}
