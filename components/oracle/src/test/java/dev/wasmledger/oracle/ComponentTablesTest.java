package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventList;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The engine's tables once more, over its component: what the engine's classes have shown holds of what is made of them. The
 * suite is the engine's own, loaded so that it speaks with hosts' bindings.
 */
class ComponentTablesTest {

    private static final Path TABLES = Path.of("../engine/src/test/resources/tables");
    private static final String SUITE = "dev.wasmledger.components.engine.TableCase";

    private static ComposedLedger composed;

    @BeforeAll
    static void compose() {
        composed = new ComposedLedger(Path.of("src/test/resources/alone/ledger.yaml"));
    }

    @TestFactory
    Stream<DynamicTest> decidesAsTheTablesSay() throws Exception {
        Class<?> suite = new EngineClasses((name, bytes) -> bytes).loadClass(SUITE);
        List<Path> files;
        try (Stream<Path> all = Files.list(TABLES)) {
            files = all.filter(file -> file.toString().endsWith(".table"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files) {
            Method read = suite.getDeclaredMethod("read", Path.class);
            read.setAccessible(true);
            for (Object each : (List<?>) read.invoke(null, file)) {
                tests.add(DynamicTest.dynamicTest(
                        file.getFileName() + ": " + call(each, "name"),
                        () -> assertThat((List<?>) run(each))
                                .as("%s", call(each, "place"))
                                .isEmpty()));
            }
        }
        return tests.stream();
    }

    private static Object run(Object tableCase) throws ReflectiveOperationException {
        Method run = tableCase.getClass().getDeclaredMethod("run", BiFunction.class);
        run.setAccessible(true);
        try (ComposedLedger.Tables tables = composed.new Tables()) {
            BiFunction<LongSupplier, Consumer<EventList>, Supplier<Ledger>> maker = tables::ledgers;
            return run.invoke(tableCase, maker);
        }
    }

    private static Object call(Object tableCase, String method) throws ReflectiveOperationException {
        Method called = tableCase.getClass().getDeclaredMethod(method);
        called.setAccessible(true);
        return called.invoke(tableCase);
    }
}
