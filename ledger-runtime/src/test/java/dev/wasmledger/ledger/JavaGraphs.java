package dev.wasmledger.ledger;

import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Projection;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Report;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.graph.Graph;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.host.InstanceState;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Deployments whose components are plain Java: an engine, and a projection {@code count} that counts transfers. */
final class JavaGraphs implements GraphSource {

    private static final byte[] COMPOSITION = "plain Java".getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final BiFunction<State, Scope, JavaEngine> engine;
    private int instances;

    JavaGraphs(String name, BiFunction<State, Scope, JavaEngine> engine) {
        this.name = name;
        this.engine = engine;
    }

    static JavaGraphs honest() {
        return new JavaGraphs("honest", (state, scope) -> new JavaEngine(state, scope, scope));
    }

    /** How many times the components have been instantiated. */
    int instances() {
        return instances;
    }

    @Override
    public DeploymentBody deployment() {
        Digest none = Digest.of();
        return new DeploymentBody(
                Digest.of(ByteBuffer.wrap(COMPOSITION)),
                List.of(new DeploymentBody.Part("engine", Role.ENGINE, name, none, new TreeMap<>())));
    }

    @Override
    public byte[] composition() {
        return COMPOSITION.clone();
    }

    @Override
    public SortedSet<String> projections() {
        return new TreeSet<>(List.of("count", "refuses"));
    }

    @Override
    public Graph instantiate(TableStore tables, Scope scope) {
        instances++;
        JavaEngine ledger = engine.apply(new InstanceState("engine", tables, scope), scope);
        return new Graph() {
            @Override
            public JavaEngine ledger() {
                return ledger;
            }

            @Override
            public Projection projection(String projection) {
                State state = new InstanceState(projection, tables, scope);
                return projection.equals("count") ? new Count(state) : new Refuses();
            }

            @Override
            public Verdict explain(RuntimeException thrown) {
                return new Verdict("engine", String.valueOf(thrown.getMessage()));
            }

            @Override
            public void close() {
                // plain objects
            }
        };
    }

    private record Count(State state) implements Projection {

        private static final U128 KEY = new U128(0, 0);

        @Override
        public void apply(EventList events) {
            int table = state.openHashed8("count");
            state.put8(table, KEY, new Row8(count() + events.size(), 0, 0, 0, 0, 0, 0, 0));
        }

        @Override
        public Report read() {
            return new Report(List.of("transfers"), List.of(List.of(new Cell.Count(count()))));
        }

        private long count() {
            return state.get8(state.openHashed8("count"), KEY).map(Row8::f0).orElse(0L);
        }
    }

    private record Refuses() implements Projection {

        @Override
        public void apply(EventList events) {
            throw new IllegalStateException("unreachable");
        }

        @Override
        public Report read() {
            throw new IllegalStateException("unreachable");
        }
    }
}
