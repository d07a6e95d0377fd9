package dev.wasmledger.ledger.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheSecondOwnerWhoTheFirstIs() throws IOException {
        Path state = folder.resolve("a/b/state");
        try (FileStorage first = FileStorage.open(state)) {
            assertThat(first.exists("lock")).isTrue();
            assertThatExceptionOfType(StorageInUseException.class)
                    .isThrownBy(() -> FileStorage.open(state))
                    .withMessageMatching("\\Q%s\\E: in use by process %d on .+ of user \\Q%s\\E, since .+Z; .*"
                            .formatted(state, ProcessHandle.current().pid(), System.getProperty("user.name")));
        }
        FileStorage.open(state).close();
    }

    @Test
    void readsBackWhatWasWrittenUnderItsLastName() throws IOException {
        try (FileStorage storage = FileStorage.open(folder)) {
            try (StorageFile file = storage.open("first")) {
                file.write(bytes("0123456789"), 0);
                file.write(bytes("xy"), 8);
                file.truncate(9);
                file.force();
            }
            storage.rename("first", "second");
            storage.sync();
            assertThat(storage.exists("first")).isFalse();
            try (StorageFile file = storage.open("second")) {
                ByteBuffer target = ByteBuffer.allocate(20);
                assertThat(file.read(target, 2)).isEqualTo(7);
                assertThat(StandardCharsets.UTF_8.decode(target.flip()).toString())
                        .isEqualTo("234567x");
                assertThat(file.read(ByteBuffer.allocate(1), 9)).isZero();
            }
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "a file");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FileStorage.open(file))
                .withMessage(file + ": this is no folder");
    }
}
