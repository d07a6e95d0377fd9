package dev.wasmledger.ledger.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScratchStorageTest {

    private final MemoryStorage base = new MemoryStorage();
    private final ScratchStorage scratch = new ScratchStorage(base);

    @BeforeEach
    void fill() throws IOException {
        write(base, "a", 0, "0123456789");
        write(base, "a", 100_000, "far");
        write(base, "b", 0, "bbb");
    }

    @Test
    void readsWhatIsBelow() throws IOException {
        assertThat(scratch.names()).containsExactly("a", "b");
        assertThat(read(scratch, "a", 0, 10)).isEqualTo("0123456789");
        assertThat(read(scratch, "a", 99_999, 10)).isEqualTo("\0far");
    }

    @Test
    void keepsToItselfWhatIsWritten() throws IOException {
        write(scratch, "a", 3, "xyz");
        write(scratch, "c", 0, "new");
        scratch.open("b").truncate(1);
        scratch.open("b").allocate(3);
        assertThat(read(scratch, "a", 0, 10)).isEqualTo("012xyz6789");
        assertThat(read(scratch, "b", 0, 10)).isEqualTo("b\0\0");
        assertThat(scratch.names()).containsExactly("a", "b", "c");
        assertThat(base.names()).containsExactly("a", "b");
        assertThat(read(base, "a", 0, 10)).isEqualTo("0123456789");
        assertThat(read(base, "b", 0, 10)).isEqualTo("bbb");
    }

    @Test
    void cutsOffWhatIsBelow() throws IOException {
        scratch.open("a").truncate(5);
        write(scratch, "a", 7, "z");
        assertThat(read(scratch, "a", 0, 100)).isEqualTo("01234\0\0z");
    }

    @Test
    void renamesAndDeletes() throws IOException {
        scratch.rename("a", "b");
        assertThat(scratch.names()).containsExactly("b");
        assertThat(read(scratch, "b", 0, 4)).isEqualTo("0123");
        scratch.delete("b");
        assertThat(scratch.exists("b")).isFalse();
        assertThat(read(scratch, "b", 0, 4)).isEmpty();
        assertThat(read(base, "b", 0, 4)).isEqualTo("bbb");
    }

    private static void write(Storage storage, String name, long offset, String text) throws IOException {
        try (StorageFile file = storage.open(name)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), offset);
        }
    }

    private static String read(Storage storage, String name, long offset, int length) throws IOException {
        try (StorageFile file = storage.open(name)) {
            ByteBuffer target = ByteBuffer.allocate(length);
            file.read(target, offset);
            return StandardCharsets.UTF_8.decode(target.flip()).toString();
        }
    }
}
