package dev.wasmledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.storage.MemoryStorage;
import dev.wasmledger.ledger.storage.StorageFile;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamageTest {

    private static final Digest DEPLOYMENT = Digest.of();
    private static final int FRAMES = 9;

    @Test
    void namesFileAndOffsetOfEveryFlippedBit() throws IOException {
        Scanned whole = scan(closedLog());
        int segments = whole.result.segments();
        assertThat(segments).isGreaterThan(2);
        for (int number = 1; number <= segments; number++) {
            String name = Segments.name(number);
            long size = closedLog().size(name);
            for (long bit = 0; bit < size * 8; bit += 7) {
                long flipped = bit / 8;
                VolatileStorage storage = closedLog();
                storage.flipBit(name, bit);
                if (number == segments && flipped >= size - FrameHeader.BYTES) {
                    assertThat(scan(storage).result.sealed()).isFalse();
                } else if (flipped < 8 || flipped >= 12) {
                    checkNamed(storage, name, place(whole.frames, name, flipped, size), "bit " + bit);
                }
            }
        }
    }

    /** Where the frame, seal or header starts that a byte of a closed segment belongs to. */
    private static long place(List<Frame> frames, String name, long flipped, long size) {
        if (flipped >= size - FrameHeader.BYTES) {
            return size - FrameHeader.BYTES;
        }
        return frames.stream()
                .filter(frame -> frame.file().equals(name) && frame.offset() <= flipped)
                .mapToLong(Frame::offset)
                .max()
                .orElse(0);
    }

    private static void checkNamed(VolatileStorage storage, String file, long offset, String when) {
        assertThatExceptionOfType(CorruptLogException.class)
                .as(file + ", " + when)
                .isThrownBy(() -> scan(storage))
                .satisfies(e -> {
                    assertThat(e.file()).as(when).isEqualTo(file);
                    assertThat(e.offset()).as(when).isEqualTo(offset);
                });
    }

    @Test
    void findsAFlippedBitInTheLastFrameOfALogThatWasNeverClosed() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frame -> {});
        append(log, 1);
        log.force();
        Frame last = scan(storage).frames.getLast();
        for (long bit = last.offset() * 8; bit < last.end() * 8; bit += 5) {
            VolatileStorage killed = storage.afterKill();
            killed.flipBit(Segments.name(1), bit);
            checkNamed(killed, Segments.name(1), last.offset(), "bit " + bit);
        }
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        for (long bit = 64; bit < 96; bit++) {
            VolatileStorage storage = closedLog();
            storage.flipBit(Segments.name(1), bit);
            assertThatExceptionOfType(IOException.class)
                    .as("bit " + bit)
                    .isThrownBy(() -> scan(storage))
                    .withMessageMatching("ledger-000001.log: a log of format -?\\d+; this release reads format 5");
        }
        VolatileStorage former = new VolatileStorage();
        former.open("ledger.log").close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FrameLog.open(former, CrashChecker.OPTIONS, frame -> {}))
                .withMessage("ledger.log: a log of format 1; this release reads format 5");
    }

    @Test
    void cutsOffATornTailAndSaysSo() throws IOException {
        String name = Segments.name(scan(closedLog()).result.segments());
        for (int missing = 1; missing < 100; missing++) {
            VolatileStorage storage = closedLog();
            long end = storage.size(name) - FrameHeader.BYTES - missing;
            try (StorageFile file = storage.open(name)) {
                file.truncate(end);
            }
            List<Frame> frames = new ArrayList<>();
            try (FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frames::add)) {
                assertThat(frames).hasSize(FRAMES - 1);
                TornTail tail = log.tornTail().orElseThrow();
                assertThat(tail.file()).isEqualTo(name);
                assertThat(tail.offset() + tail.length()).isBetween(end - 8, end);
                assertThat(tail.problem()).startsWith("breaks off inside its ");
            }
            assertThat(scan(storage).result.tornTail()).isEmpty();
        }
    }

    @Test
    void refusesALogWithoutOneOfItsFrames() throws IOException {
        VolatileStorage storage = closedLog();
        List<Frame> frames = scan(storage).frames;
        assertThat(frames.get(2).file()).isEqualTo(Segments.name(1));
        try (StorageFile file = storage.open(Segments.name(1))) {
            ByteBuffer rest =
                    ByteBuffer.allocate((int) (file.size() - frames.get(2).offset()));
            file.read(rest, frames.get(2).offset());
            file.write(rest.flip(), frames.get(1).offset());
        }
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> scan(storage))
                .withMessage("ledger-000001.log: frame 2, at offset %d, has the number 3"
                        .formatted(frames.get(1).offset()));
    }

    @Test
    void refusesALogWithoutOneOfItsSegments() throws IOException {
        VolatileStorage storage = closedLog();
        storage.delete(Segments.name(2));
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> scan(storage))
                .withMessageStartingWith("ledger-000002.log: ")
                .withMessageEndingWith("is missing with the whole file");
    }

    /** A client chooses what stands in a body; whatever it says there must not pass for a header of the log's own. */
    @Test
    void takesNoHeaderInABodyForOneOfItsOwn() throws IOException {
        ByteBuffer forged = ByteBuffer.allocate(FrameHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        new FrameHeader(4, 10, 1, Long.MAX_VALUE, 1, 0, DEPLOYMENT, DEPLOYMENT, DEPLOYMENT).write(forged);
        ByteBuffer body = ByteBuffer.allocate(8 + FrameHeader.BYTES);
        body.put(new byte[body.capacity() - FrameHeader.BYTES])
                .put(forged.flip())
                .flip();
        VolatileStorage storage = new VolatileStorage();
        FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frame -> {});
        append(log, 1);
        log.force();
        log.append(FrameKind.COMMIT, 2, DEPLOYMENT, body);
        Frame last = scan(storage).frames.getLast();
        storage.flipBit(Segments.name(1), last.offset() * 8 + 100);
        assertThat(scan(storage).result.tornTail())
                .as("an unforced frame with a forged header")
                .isPresent();
    }

    @Test
    void writesNothingMoreAfterAFailure() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frame -> {});
        append(log, 1);
        storage.crashAt(storage.calls() + 1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(log::force)
                .withMessage("ledger-000001.log: writing the log failed: the machine has stopped");
        assertThat(log.status()).isEqualTo(new LogStatus.Failed("the machine has stopped"));
        assertThatExceptionOfType(LogStoppedException.class)
                .isThrownBy(() -> append(log, 2))
                .withMessage("ledger-000001.log: writing failed earlier, nothing more is written");
        assertThat(log.durableHead().sequence()).isZero();
        log.close();
    }

    @Test
    void forcesWhatCameBeforeTheDiskWasFull() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frame -> {});
        append(log, 1);
        storage.failAt(1, VolatileStorage.Fault.DISK_FULL);
        int fitting = 1;
        try {
            while (true) {
                append(log, fitting + 1);
                fitting++;
            }
        } catch (LogStoppedException e) {
            assertThat(e).hasMessageEndingWith("writing the log failed: No space left on device");
            assertThat(e.status()).isEqualTo(new LogStatus.Stopped("No space left on device"));
        }
        log.force();
        assertThat(log.durableHead().sequence()).isEqualTo(fitting);
        log.close();
        assertThat(scan(storage.afterPowerLoss(new Random(1))).frames).hasSize(fitting);
    }

    @Test
    void readsALargeLogOnSeveralThreadsInOrder() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        try (FrameLog log = FrameLog.open(storage, LogOptions.standard(), frame -> {})) {
            for (int i = 1; i <= 40; i++) {
                byte[] body = new byte[300_000];
                new Random(i).nextBytes(body);
                log.append(FrameKind.COMMIT, i, DEPLOYMENT, ByteBuffer.wrap(body));
            }
        }
        List<Long> sequences = new ArrayList<>();
        LogScan scan = LogScan.run(storage, frame -> sequences.add(frame.sequence()));
        assertThat(scan.segments()).isGreaterThan(3);
        assertThat(sequences).isSorted().hasSize(40);
        try (StorageFile file = storage.open(Segments.name(3))) {
            file.write(ByteBuffer.allocate(8), file.size() / 2);
        }
        sequences.clear();
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> LogScan.run(storage, frame -> sequences.add(frame.sequence())))
                .satisfies(e -> assertThat(e.sequence()).isEqualTo(sequences.getLast() + 1))
                .withMessageStartingWith("memory:ledger-000003.log: ");
    }

    private record Scanned(LogScan result, List<Frame> frames) {}

    private static Scanned scan(VolatileStorage storage) throws IOException {
        List<Frame> frames = new ArrayList<>();
        return new Scanned(LogScan.run(storage, frames::add), frames);
    }

    private static VolatileStorage closedLog() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        try (FrameLog log = FrameLog.open(storage, CrashChecker.OPTIONS, frame -> {})) {
            for (int i = 1; i <= FRAMES; i++) {
                append(log, i);
                log.force();
            }
        }
        return storage;
    }

    private static void append(FrameLog log, int number) throws IOException {
        byte[] body = new byte[30 * number + 1];
        Arrays.fill(body, (byte) number);
        log.append(FrameKind.COMMIT, number, DEPLOYMENT, ByteBuffer.wrap(body));
    }
}
