package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every storage there is, held to what {@link Storage} promises. */
class StorageConformanceTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> files() {
        AtomicInteger next = new AtomicInteger();
        return checks(() -> FileStorage.open(folder.resolve("state" + next.incrementAndGet())));
    }

    @TestFactory
    Stream<DynamicTest> memory() {
        return checks(MemoryStorage::new);
    }

    @TestFactory
    Stream<DynamicTest> scratch() {
        return checks(() -> new ScratchStorage(new MemoryStorage()));
    }

    @TestFactory
    Stream<DynamicTest> theStorageThatFailsInTests() {
        return checks(VolatileStorage::new);
    }

    private static Stream<DynamicTest> checks(StorageConformance.Fresh fresh) {
        return StorageConformance.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> run(check, fresh)));
    }

    private static void run(StorageConformance.Check check, StorageConformance.Fresh fresh) throws IOException {
        check.run(fresh);
    }
}
