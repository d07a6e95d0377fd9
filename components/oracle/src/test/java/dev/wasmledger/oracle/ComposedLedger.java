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
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Linker;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The components that ship, composed as a ledger's file says, each instance over tables of its own. */
final class ComposedLedger {

    private final Composition composition;
    private final Component component;
    private final Map<String, Map<String, String>> configs;

    ComposedLedger(Path file) {
        ComponentStore store = new ComponentStore(ComposedLedger.class.getClassLoader(), Path.of("no-repository"));
        composition = new LedgerComposer(store).compose(LedgerFile.read(file));
        component = Component.load(composition.component());
        configs = composition.instances().stream()
                .collect(Collectors.toMap(instance -> instance.name(), instance -> Map.copyOf(instance.config())));
    }

    Side side() {
        return new Side((clock, events) -> {
            Linker linker = new Linker();
            for (RootName name : composition.rootNames()) {
                switch (name) {
                    case RootName.OwnImport own -> provide(linker, own);
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
            Ledger ledger = Ledger.bind(linker.instantiate(component), "ledger");
            return () -> ledger;
        });
    }

    private void provide(Linker linker, RootName.OwnImport own) {
        switch (own.interfaceName()) {
            case State.NAME -> State.provide(linker, own.name(), new MemoryState());
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
