package dev.wasmledger.ledger.internal.graph;

import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.ledger.ConfigException;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.config.Config;
import dev.wasmledger.ledger.bindings.wasmledger.host.diagnostics.Diagnostics;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.host.ids.Ids;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.StateImport;
import dev.wasmledger.ledger.bindings.wasmledger.host.trace.Trace;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Projection;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.host.DirectState;
import dev.wasmledger.ledger.internal.host.InstanceDiagnostics;
import dev.wasmledger.ledger.internal.host.InstanceIds;
import dev.wasmledger.ledger.internal.host.InstanceState;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.Loading;
import dev.wasmledger.runtime.Trap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A composed component, as often as it is needed. It is decoded, planned and compiled once. */
public final class ComponentGraphs implements GraphSource {

    private static final String LEDGER = "ledger";
    private static final String PROJECTION = "projection-";

    private final byte[] bytes;
    private final Component component;
    private final Limits limits;
    private final List<RootName> rootNames;
    private final DeploymentBody deployment;
    private final SortedSet<String> projections = new TreeSet<>();
    private final Map<String, SortedMap<String, String>> configs = new HashMap<>();

    /** Root exports of those that check their own config, by instance. */
    private final SortedMap<String, String> setups = new TreeMap<>();

    private ComponentGraphs(
            byte[] bytes, Component component, List<RootName> rootNames, DeploymentBody deployment, Limits limits) {
        this.bytes = bytes;
        this.component = component;
        this.limits = limits;
        this.rootNames = rootNames;
        this.deployment = deployment;
        deployment.parts().forEach(part -> configs.put(part.instance(), part.config()));
        for (RootName name : rootNames) {
            if (name instanceof RootName.Export && name.name().startsWith(PROJECTION)) {
                projections.add(name.name().substring(PROJECTION.length()));
            }
            if (name instanceof RootName.Export export && sameInterface(export.interfaceName(), Setup.NAME)) {
                setups.put(export.instance(), export.name());
            }
        }
    }

    /**
     * Makes a composition ready to run.
     *
     * @param limits of each instance of the whole
     * @param progress told how far the compilation of the composition is
     * @throws LinkException if it uses what the runtime has not
     */
    public static ComponentGraphs of(Composition composition, Limits limits, CompileProgress progress) {
        List<DeploymentBody.Part> parts = composition.instances().stream()
                .map(instance -> new DeploymentBody.Part(
                        instance.name(),
                        instance.role(),
                        instance.component().text(),
                        Digest.parse(instance.digest().hex()),
                        new TreeMap<>(instance.config())))
                .toList();
        DeploymentBody deployment =
                new DeploymentBody(Digest.parse(composition.digest().hex()), parts);
        byte[] bytes = composition.component();
        Component component =
                Component.loadLinked("ledger.wasm", bytes, Loading.standard().withProgress(progress));
        return new ComponentGraphs(bytes, component, composition.rootNames(), deployment, limits);
    }

    /**
     * Makes a deployment ready to run again that a log speaks of.
     *
     * @param path what the component is known as, for messages
     * @param bytes the composed component, as its digest in the deployment has it
     */
    public static ComponentGraphs again(String path, byte[] bytes, DeploymentBody deployment, Limits limits) {
        Component component = Component.load("ledger.wasm", bytes, Loading.standard());
        return new ComponentGraphs(bytes, component, Composition.rootNames(path, bytes), deployment, limits);
    }

    @Override
    public byte[] composition() {
        return bytes.clone();
    }

    @Override
    public DeploymentBody deployment() {
        return deployment;
    }

    @Override
    public SortedSet<String> projections() {
        return projections;
    }

    /**
     * What instances that check their own config find wrong with it, and keys that they do not ask for.
     *
     * @throws GraphException if one of them traps
     */
    public List<ConfigException.Problem> configProblems() throws GraphException {
        if (setups.isEmpty()) {
            return List.of();
        }
        Map<String, SortedSet<String>> asked = new HashMap<>();
        Linker linker = linker(
                new TableStore(),
                new Scope(),
                (instance, key) ->
                        asked.computeIfAbsent(instance, name -> new TreeSet<>()).add(key));
        List<ConfigException.Problem> problems = new ArrayList<>();
        try (Instance instance = linker.instantiate(component)) {
            setups.forEach((name, export) -> problems.addAll(ConfigCheck.problems(
                    name,
                    configs.getOrDefault(name, new TreeMap<>()),
                    Setup.bind(instance, export).checkConfig(),
                    asked.getOrDefault(name, new TreeSet<>()))));
        } catch (Trap e) {
            throw new GraphException(verdict(e), e);
        }
        return problems;
    }

    @Override
    public Graph instantiate(TableStore tables, Scope scope) throws GraphException {
        Linker linker = linker(tables, scope, (instance, key) -> {});
        try {
            return new ComponentGraph(linker.instantiate(component));
        } catch (Trap e) {
            throw new GraphException(verdict(e), e);
        }
    }

    /**
     * What the components are linked with.
     *
     * @param asked told which instance asks for which key of its config
     */
    private Linker linker(TableStore tables, Scope scope, BiConsumer<String, String> asked) {
        Linker linker = new Linker().withLimits(limits);
        for (RootName name : rootNames) {
            switch (name) {
                case RootName.OwnImport own -> provide(linker, own, tables, scope, asked);
                case RootName.SharedImport shared -> provide(linker, shared, scope);
                case RootName.Export ignored -> {}
            }
        }
        return linker;
    }

    /** What only one instance is to see. What a ledger does not know is left out, and the linker says so. */
    private void provide(
            Linker linker, RootName.OwnImport own, TableStore tables, Scope scope, BiConsumer<String, String> asked) {
        String instance = own.instance();
        if (sameInterface(own.interfaceName(), State.NAME)) {
            var state = new DirectState(new InstanceState(instance, tables, scope));
            linker.provide(own.name(), StateImport.Core.class, state);
        } else if (sameInterface(own.interfaceName(), Config.NAME)) {
            Map<String, String> config = configs.getOrDefault(instance, new TreeMap<>());
            Config.provide(linker, own.name(), key -> {
                asked.accept(instance, key);
                return Optional.ofNullable(config.get(key));
            });
        } else if (sameInterface(own.interfaceName(), Ids.NAME)) {
            Ids.provide(linker, own.name(), new InstanceIds(instance, scope));
        } else if (sameInterface(own.interfaceName(), Trace.NAME)) {
            Trace.provide(linker, own.name(), line -> scope.trace(instance, line));
        } else if (sameInterface(own.interfaceName(), Diagnostics.NAME)) {
            Diagnostics.provide(linker, own.name(), new InstanceDiagnostics(instance));
        }
    }

    /** What is the same for all instances; interfaces of nothing but types need nobody behind them. */
    private static void provide(Linker linker, RootName.SharedImport shared, Scope scope) {
        if (sameInterface(shared.name(), Clock.NAME)) {
            Clock.provide(linker, shared.name(), scope);
        } else if (sameInterface(shared.name(), Events.NAME)) {
            Events.provide(linker, shared.name(), scope);
        }
    }

    /** The version is left to the runtime, which compares the interfaces' types. */
    private static boolean sameInterface(String name, String other) {
        return unversioned(name).equals(unversioned(other));
    }

    private static String unversioned(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    private static Verdict verdict(Trap trap) {
        String path = trap.componentPath(); // from the composition's own name down
        String instance = path.substring(path.indexOf('/') + 1);
        String reason = trap.function().map(function -> "in " + function + ": ").orElse("") + trap.reason();
        return new Verdict(instance, reason);
    }

    private record ComponentGraph(Instance instance, Ledger ledger, Map<String, Projection> projections)
            implements Graph {

        ComponentGraph(Instance instance) {
            this(instance, Ledger.bind(instance, LEDGER), new HashMap<>());
        }

        @Override
        public Projection projection(String name) {
            return projections.computeIfAbsent(name, key -> Projection.bind(instance, PROJECTION + key));
        }

        @Override
        public Verdict explain(RuntimeException thrown) {
            if (thrown instanceof Trap trap) {
                return verdict(trap);
            }
            throw thrown;
        }

        @Override
        public void close() {
            instance.close();
        }
    }
}
