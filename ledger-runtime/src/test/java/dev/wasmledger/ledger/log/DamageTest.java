package dev.wasmledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.storage.StorageFile;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTest {

    private static final Digest DEPLOYMENT = Digest.of();
    private static final int FRAMES = 4;

    @Test
    void namesFileAndOffsetOfEveryFlippedBit() throws IOException {
        List<Frame> frames = scan(closedLog()).frames;
        long size = closedLog().size(FrameLog.FILE);
        for (long bit = FileHeader.BYTES * 8L; bit < size * 8; bit += 7) {
            VolatileStorage storage = closedLog();
            storage.flipBit(FrameLog.FILE, bit);
            long flipped = bit / 8;
            Frame hit = frames.stream()
                    .filter(frame -> frame.offset() <= flipped)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            if (flipped >= size - FrameHeader.BYTES) {
                assertThat(scan(storage).result.sealed()).isFalse();
                continue;
            }
            assertThatExceptionOfType(CorruptLogException.class)
                    .as("bit " + bit)
                    .isThrownBy(() -> scan(storage))
                    .satisfies(e -> {
                        assertThat(e.file()).isEqualTo(FrameLog.FILE);
                        assertThat(e.offset()).isEqualTo(hit.offset());
                        assertThat(e.sequence()).isEqualTo(hit.sequence());
                    });
        }
    }

    @Test
    void refusesAnotherFileAndAnotherFormat() throws IOException {
        for (long bit = 0; bit < FileHeader.BYTES * 8; bit++) {
            VolatileStorage storage = closedLog();
            storage.flipBit(FrameLog.FILE, bit);
            assertThatExceptionOfType(IOException.class)
                    .as("bit " + bit)
                    .isThrownBy(() -> scan(storage))
                    .withMessageStartingWith(FrameLog.FILE + ": ");
        }
    }

    @Test
    void cutsOffATornTailAndSaysSo() throws IOException {
        for (int missing = 1; missing < 100; missing++) {
            VolatileStorage storage = closedLog();
            long end = storage.size(FrameLog.FILE) - FrameHeader.BYTES - missing;
            try (StorageFile file = storage.open(FrameLog.FILE)) {
                file.truncate(end);
            }
            List<Frame> frames = new ArrayList<>();
            try (FrameLog log = FrameLog.open(storage, frames::add)) {
                assertThat(frames).hasSize(FRAMES - 1);
                TornTail tail = log.tornTail().orElseThrow();
                assertThat(tail.offset() + tail.length()).isEqualTo(end);
                assertThat(tail.problem()).startsWith("breaks off inside its ");
            }
            assertThat(scan(storage).result.tornTail()).isEmpty();
        }
    }

    @Test
    void refusesALogWithoutOneOfItsFrames() throws IOException {
        VolatileStorage storage = closedLog();
        List<Frame> frames = scan(storage).frames;
        try (StorageFile file = storage.open(FrameLog.FILE)) {
            ByteBuffer rest =
                    ByteBuffer.allocate((int) (file.size() - frames.get(2).offset()));
            file.read(rest, frames.get(2).offset());
            file.write(rest.flip(), frames.get(1).offset());
        }
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> scan(storage))
                .withMessage("ledger.log: frame 2, at offset %d, has the number 3"
                        .formatted(frames.get(1).offset()));
    }

    @Test
    void writesNothingMoreAfterAFailure() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        FrameLog log = FrameLog.open(storage, frame -> {});
        log.append(FrameKind.COMMIT, 1, DEPLOYMENT, ByteBuffer.allocate(10));
        storage.crashAt(storage.calls() + 1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(log::force)
                .withMessage("ledger.log: writing the log failed: the machine has stopped");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> log.append(FrameKind.COMMIT, 2, DEPLOYMENT, ByteBuffer.allocate(10)))
                .withMessage("ledger.log: writing failed earlier, nothing more is written");
        assertThat(log.durableHead().sequence()).isZero();
        log.close();
    }

    private record Scanned(LogScan result, List<Frame> frames) {}

    private static Scanned scan(VolatileStorage storage) throws IOException {
        List<Frame> frames = new ArrayList<>();
        return new Scanned(LogScan.run(storage, frames::add), frames);
    }

    private static VolatileStorage closedLog() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        try (FrameLog log = FrameLog.open(storage, frame -> {})) {
            for (int i = 1; i <= FRAMES; i++) {
                log.append(FrameKind.COMMIT, i, DEPLOYMENT, ByteBuffer.allocate(30 * i + 1));
                log.force();
            }
        }
        return storage;
    }
}
