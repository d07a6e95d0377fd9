package dev.wasmledger.components.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.engine.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each table of src/test/resources/tables holds rows of requests with what they must come to; see README.md there. */
class TableTest {

    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final int LEAST_ROWS = 600;

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".table"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> decidesAsTheTablesSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path table : tables()) {
            for (TableCase each : TableCase.read(table)) {
                tests.add(DynamicTest.dynamicTest(
                        table.getFileName() + ": " + each.name(),
                        () -> assertThat(each.run(TableTest::engines))
                                .as(each.place())
                                .isEmpty()));
            }
        }
        return tests.stream();
    }

    /** Engines over tables of their own; none of them remembers anything. */
    private static Supplier<Ledger> engines(LongSupplier clock, Consumer<EventList> events) {
        MemoryTables tables = new MemoryTables();
        return () -> new Engine(tables, clock, events);
    }

    @Test
    void thereAreEnoughRows() throws IOException {
        int rows = 0;
        for (Path table : tables()) {
            for (TableCase each : TableCase.read(table)) {
                rows += each.checkedRows();
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(LEAST_ROWS);
        System.out.println(rows + " rows");
    }
}
