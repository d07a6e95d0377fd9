package dev.wasmledger.guest.teavm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.ExportSection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives a compiled guest's memory the way a host does. */
class GuestMemoryTest {

    private static final int JAVA_HEAP = 24 << 20;

    private static byte[] module;

    private Instance guest;

    @BeforeAll
    static void compileGuest(@TempDir Path classes) throws Exception {
        module = Guests.compile(Path.of("src/test/resources/guests/churn"), classes, JAVA_HEAP);
    }

    @BeforeEach
    void instantiate() {
        guest = Guests.instantiate(module);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void blocksSurviveCollections(long seed) {
        new HostAllocations(guest, "cabi_realloc", seed).run(400);
    }

    /** The proof that the test above can fail: arrays on TeaVM's heap, which its collector moves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void blocksOnTheJavaHeapDoNotSurvive(long seed) {
        assertThatThrownBy(() -> new HostAllocations(guest, "heap_realloc", seed).run(400))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("holds what was written");
    }

    @Test
    void freedMemoryIsUsedAgain() {
        new HostAllocations(guest, "cabi_realloc", 4).run(200);
        int pages = guest.memory().pages();
        for (int i = 0; i < 5; i++) {
            new HostAllocations(guest, "cabi_realloc", 4).run(200);
        }
        assertThat(guest.memory().pages()).isEqualTo(pages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 4_096, 65_536})
    void honoursAlignment(int alignment) {
        List<Integer> blocks = IntStream.range(1, 40)
                .mapToObj(i -> realloc(0, 0, alignment, i * 7))
                .toList();
        assertThat(blocks).allMatch(block -> block % alignment == 0).doesNotHaveDuplicates();
        assertThat(realloc(0, 0, alignment, 0)).isEqualTo(alignment);
    }

    @Test
    void growsWhatDoesNotFitIntoTheFirstPages() {
        int size = 48 << 20;
        int block = realloc(0, 0, 8, size);
        guest.memory().writeByte(block + size - 1, (byte) 1);
        assertThat(block).isGreaterThan(JAVA_HEAP);
    }

    @Test
    void trapsWhereMemoryEnds() {
        assertThatThrownBy(() -> realloc(0, 0, 8, 0x7fff_fff0)).isInstanceOf(TrapException.class);
        guest = Guests.instantiate(module);
        assertThatThrownBy(() -> realloc(0, 0, 8, -1)).isInstanceOf(TrapException.class);
    }

    @Test
    void trapsOnBlocksThatItNeverGaveOut() {
        int block = realloc(0, 0, 8, 100);
        realloc(block, 100, 8, 0);
        assertThatThrownBy(() -> realloc(block, 100, 8, 0)).isInstanceOf(TrapException.class);
        guest = Guests.instantiate(module);
        assertThatThrownBy(() -> realloc(8, 16, 8, 0)).isInstanceOf(TrapException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "h\u00e9llo", "\u20ac 5", "\ud83d\ude00 astral \ud834\udd1e", "a\u0000b"})
    void stringsComeBackAsTheyWent(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(readString(call("echo-string", lower(bytes), bytes.length))).isEqualTo(text);
    }

    @Test
    void longStringsAndListsComeBack() {
        String text = "Größe, 5 €; ".repeat(20_000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(readString(call("echo-string", lower(bytes), bytes.length))).isEqualTo(text);
        call("post-return", 0);

        int count = 100_000;
        int pointer = realloc(0, 0, 8, count * 8);
        LongStream.range(0, count).forEach(i -> guest.memory().writeLong(pointer + (int) i * 8, i * i));
        int area = call("reverse-longs", pointer, count);
        int reversed = guest.memory().readInt(area);
        for (long i = 0; i < count; i++) {
            assertThat(guest.memory().readLong(reversed + (int) (count - 1 - i) * 8))
                    .isEqualTo(i * i);
        }
    }

    @Test
    void staticInitialisersHaveRun() {
        assertThat(readString(call("name", 2))).isEqualTo("two");
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        assertThat(readString(call("name", 3))).isEqualTo("lone \ufffd surrogate");
    }

    @Test
    void elementsAreCopied() {
        assertThat(IntStream.range(0, 3).map(index -> call("element", index))).containsExactly(0, 77, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void anIndexThatAListDoesNotHaveTraps(int index) {
        assertThatThrownBy(() -> call("element", index)).isInstanceOf(TrapException.class);
    }

    @Test
    void theArenaIsAStack() {
        assertThat(call("stack-up", 40)).isEqualTo(7 + 8 + 9);
        int pages = guest.memory().pages();
        for (int i = 0; i < 10; i++) {
            assertThat(call("stack-up", 40)).isEqualTo(7 + 8 + 9);
        }
        assertThat(guest.memory().pages()).isEqualTo(pages);
    }

    /** On a thread whose own stack is deep enough for it, so that it is the guest's that ends. */
    @Test
    void recursionThatIsTooDeepTraps() throws InterruptedException {
        assertThat(call("descend", 2_000)).isEqualTo(1_000);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread deep =
                new Thread(null, () -> failure.set(catchThrowable(() -> call("descend", 100_000))), "deep", 1 << 29);
        deep.start();
        deep.join();
        assertThat(failure.get()).isInstanceOf(TrapException.class);
    }

    @Test
    void theModuleNamesNothingThatTheGuestDoesNot() {
        assertThat(Parser.parse(module).importSection().importCount()).isZero();
        ExportSection exports = Parser.parse(module).exportSection();
        assertThat(IntStream.range(0, exports.exportCount())
                        .mapToObj(i -> exports.getExport(i).name()))
                .containsExactlyInAnyOrder(
                        "memory",
                        "cabi_realloc",
                        "churn",
                        "descend",
                        "heap_realloc",
                        "echo-string",
                        "reverse-longs",
                        "name",
                        "element",
                        "stack-up",
                        "post-return");
        assertThat(Parser.parse(module).customSections()).isEmpty();
    }

    private int lower(byte[] bytes) {
        int pointer = realloc(0, 0, 1, bytes.length);
        guest.memory().write(pointer, bytes);
        return pointer;
    }

    private String readString(int area) {
        int pointer = guest.memory().readInt(area);
        int length = guest.memory().readInt(area + 4);
        return new String(guest.memory().readBytes(pointer, length), StandardCharsets.UTF_8);
    }

    private int realloc(int oldPointer, int oldSize, int alignment, int newSize) {
        return call("cabi_realloc", oldPointer, oldSize, alignment, newSize);
    }

    private int call(String function, int... arguments) {
        long[] results = guest.export(function)
                .apply(IntStream.of(arguments)
                        .mapToLong(Integer::toUnsignedLong)
                        .toArray());
        return results == null || results.length == 0 ? 0 : (int) results[0];
    }
}
