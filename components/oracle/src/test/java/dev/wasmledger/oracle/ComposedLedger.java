package dev.wasmledger.oracle;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.oracle.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.oracle.bindings.wasmledger.host.config.Config;
import dev.wasmledger.oracle.bindings.wasmledger.host.diagnostics.Diagnostics;
import dev.wasmledger.oracle.bindings.wasmledger.host.events.Events;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.State;
import dev.wasmledger.oracle.bindings.wasmledger.host.trace.Trace;
import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Linker;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The components that ship, composed as a ledger's file says, each instance over tables of its own. */
final class ComposedLedger {

    private final Composition composition;
    private final Component component;
    private final Map<String, Map<String, String>> configs;
    private Optional<Tables> last = Optional.empty();

    ComposedLedger(Path file) {
        ComponentStore store = new ComponentStore(ComposedLedger.class.getClassLoader(), Path.of("no-repository"));
        composition = new LedgerComposer(store).compose(LedgerFile.read(file));
        component = Component.load(composition.component());
        configs = composition.instances().stream()
                .collect(Collectors.toMap(instance -> instance.name(), instance -> Map.copyOf(instance.config())));
    }

    /** One instance that lives until the next side is asked for. */
    Side side() {
        last.ifPresent(Tables::close);
        Tables tables = new Tables();
        last = Optional.of(tables);
        return new Side(tables::ledgers);
    }

    /** The tables of all instances, which outlive them; at most one instance of each is there at a time. */
    final class Tables implements AutoCloseable {

        private final Map<String, MemoryState> states = new TreeMap<>();
        private Optional<Instance> open = Optional.empty();

        /** The same instances for every command. */
        Supplier<Ledger> ledgers(LongSupplier clock, Consumer<EventList> events) {
            Ledger ledger = ledger(clock, events);
            return () -> ledger;
        }

        /** New instances for each command: nothing can be remembered but what the tables hold. */
        Supplier<Ledger> newLedgers(LongSupplier clock, Consumer<EventList> events) {
            return () -> ledger(clock, events);
        }

        /** Every row of every table, by instance and table. */
        Map<String, Map<String, String>> rows() {
            Map<String, Map<String, String>> rows = new TreeMap<>();
            states.forEach((instance, state) -> rows.put(instance, state.rows()));
            return rows;
        }

        private Ledger ledger(LongSupplier clock, Consumer<EventList> events) {
            Linker linker = new Linker();
            for (RootName name : composition.rootNames()) {
                switch (name) {
                    case RootName.OwnImport own -> provide(linker, own, states);
                    case RootName.SharedImport shared -> {
                        if (shared.name().equals(Clock.NAME)) {
                            Clock.provide(linker, Clock.NAME, clock::getAsLong);
                        } else if (shared.name().equals(Events.NAME)) {
                            Events.provide(linker, Events.NAME, events::accept);
                        }
                    }
                    case RootName.Export ignored -> {}
                }
            }
            close();
            Instance instance = linker.instantiate(component);
            open = Optional.of(instance);
            return Ledger.bind(instance, "ledger");
        }

        /** Gives back the memories of the instances; the tables stay. */
        @Override
        public void close() {
            open.ifPresent(Instance::close);
            open = Optional.empty();
        }
    }

    private void provide(Linker linker, RootName.OwnImport own, Map<String, MemoryState> states) {
        switch (own.interfaceName()) {
            case State.NAME ->
                State.provide(linker, own.name(), states.computeIfAbsent(own.instance(), name -> new MemoryState()));
            case Config.NAME ->
                Config.provide(
                        linker,
                        own.name(),
                        key -> Optional.ofNullable(
                                configs.getOrDefault(own.instance(), Map.of()).get(key)));
            case Trace.NAME -> Trace.provide(linker, own.name(), line -> {});
            case Diagnostics.NAME -> Diagnostics.provide(linker, own.name(), (severity, message) -> {});
            default -> throw new IllegalArgumentException("nobody provides " + own);
        }
    }
}
