package dev.wasmledger.runtime.internal;

import static dev.wasmledger.runtime.CoreWasm.constant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.CodeCache;
import dev.wasmledger.runtime.CoreWasm;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.internal.chicory.ChicoryEngine;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.CompileContext;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreExtern;
import dev.wasmledger.runtime.internal.core.CoreModule;
import dev.wasmledger.runtime.internal.core.TrapSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled code on disk: found again, never trusted when damaged, bounded, shared. */
class CodeFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void classesOfAnEarlierCompilationRun() {
        var engine = ChicoryEngine.compiling();
        byte[] wasm = new CoreWasm().function("answer", "", "I", constant(42)).toBytes();
        CodeFolder folder = folder(1 << 20);
        engine.compile(
                wasm, new CompileContext(Optional.empty(), classes -> folder.write("key", classes), share -> {}));

        CoreModule again = engine.compile(
                wasm,
                new CompileContext(
                        folder.read("key"),
                        classes -> {
                            throw new AssertionError("it was compiled again");
                        },
                        share -> {}));

        var answer = (CoreExtern.Function)
                again.instantiate(List.of(), Limits.defaults(), new NoSite()).export("answer");
        assertThat(answer.callable().callBoxed(new long[0])).containsExactly(42);
    }

    @Test
    void aDamagedEntryCountsAsNone() throws IOException {
        CodeFolder folder = folder(1 << 20);
        folder.write("key", classes("a", 100));
        Path entry = entries().getFirst();
        byte[] whole = Files.readAllBytes(entry);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(entry, damaged);
            assertThat(folder.read("key")).as("with byte %d changed", at).isEmpty();
        }
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(entry, Arrays.copyOf(whole, length));
            assertThat(folder.read("key")).as("cut to %d bytes", length).isEmpty();
        }
        folder.write("key", classes("a", 100));
        assertThat(folder.read("key")).isPresent();
    }

    @Test
    void theLeastRecentlyUsedLeave() throws IOException {
        CodeFolder folder = folder(3500);
        for (String key : List.of("one", "two", "three")) {
            folder.write(key, classes(key, 1000));
        }
        for (Path entry : entries()) {
            Files.setLastModifiedTime(entry, FileTime.fromMillis(1));
        }
        assertThat(folder.read("one")).isPresent();

        folder.write("four", classes("four", 1000));

        assertThat(folder.read("one")).as("used a moment ago").isPresent();
        assertThat(folder.read("four")).isPresent();
        assertThat(entries()).hasSize(3);
    }

    @Test
    void whatIsLargerThanTheCacheStaysOut() throws IOException {
        CodeFolder folder = folder(500);
        folder.write("key", classes("a", 1000));
        assertThat(entries()).isEmpty();
    }

    @Test
    void writersAtTheSameTimeLeaveOneWholeEntry() throws Exception {
        var start = new CountDownLatch(1);
        var failed = new AtomicReference<Throwable>();
        List<Thread> writers = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
                    CodeFolder folder = folder(1 << 20);
                    try {
                        start.await();
                        for (int i = 0; i < 50; i++) {
                            folder.write("key", classes("a", 5000));
                            assertThat(folder.read("key")).isPresent();
                        }
                    } catch (InterruptedException | AssertionError e) {
                        failed.set(e);
                    }
                }))
                .limit(4)
                .toList();
        writers.forEach(Thread::start);
        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failed.get()).isNull();
        assertThat(entries()).hasSize(1);
    }

    /** They write, read and drop the same entries, of which there is no room for all. */
    @Test
    void processesAtTheSameTimeReadWholeEntriesOrNone() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CacheUser.class.getName(),
                            temporary.resolve("cache").toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).startsWith("whole entries read: ");
        }
        long size = 0;
        for (Path entry : entries()) {
            assertThat(entry.toString()).endsWith(".classes");
            size += Files.size(entry);
        }
        assertThat(size).isBetween(1L, CacheUser.MAX_BYTES);
    }

    @Test
    void whatIsNotOfTheCacheStays() throws IOException {
        CodeFolder folder = folder(1500);
        folder.write("key", classes("a", 1000));
        Path photo = Files.write(temporary.resolve("cache").resolve("photo.jpg"), new byte[10_000]);
        folder.write("other", classes("b", 1000));
        assertThat(photo).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFailure() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        CodeFolder folder = CodeFolder.of(new CodeCache(Optional.of(file.resolve("cache")), 1000))
                .orElseThrow();
        folder.write("key", classes("a", 10));
        assertThat(folder.read("key")).isEmpty();
    }

    private static final class NoSite implements TrapSite {
        @Override
        public CoreCalls calls() {
            return new CoreCalls(100);
        }

        @Override
        public Trap trap(String reason, @Nullable Throwable cause) {
            return new Trap(reason);
        }

        @Override
        public void made(ArrayMemory memory) {
            throw new AssertionError("it has no memory");
        }
    }

    private CodeFolder folder(long maxBytes) {
        return CodeFolder.of(new CodeCache(Optional.of(temporary.resolve("cache")), maxBytes))
                .orElseThrow();
    }

    private List<Path> entries() throws IOException {
        Path cache = temporary.resolve("cache");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private static Map<String, byte[]> classes(String name, int size) {
        return Map.of(name, "x".repeat(size).getBytes(StandardCharsets.UTF_8));
    }
}
