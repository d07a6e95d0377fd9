package dev.wasmledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.internal.snapshot.BadSnapshotException;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random workloads that rotate segments and take snapshots, with every kind of fault at every call that changes something. Afterwards the log
 * is opened again from the newest snapshot and held against what was acknowledged. CI tries 200 seeds; {@code -Dfault.seeds=10000} tries more.
 */
class FaultTest {

    private static final int SEEDS = Integer.getInteger("fault.seeds", System.getenv("CI") == null ? 40 : 200);
    private static final Digest DEPLOYMENT = Digest.of();
    private static final LogOptions OPTIONS = new LogOptions(700, 1400, Runnable::run, () -> 42);

    /** What the one who submits frames knows. */
    private static final class Client {
        private final List<Long> submitted = new ArrayList<>();
        private int acknowledged;
        private long snapshot;

        Client copy() {
            Client copy = new Client();
            copy.submitted.addAll(submitted);
            copy.acknowledged = acknowledged;
            copy.snapshot = snapshot;
            return copy;
        }
    }

    private enum Trouble {
        CRASH,
        IO_ERROR,
        SHORT_WRITE,
        DISK_FULL
    }

    @Test
    void keepsWhatWasAcknowledgedWhateverFails() throws IOException {
        long runs = 0;
        int rotations = 0;
        int snapshots = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            VolatileStorage whole = new VolatileStorage();
            Client untroubled = new Client();
            run(whole, untroubled, seed);
            assertThat(untroubled.acknowledged).isEqualTo(untroubled.submitted.size());
            rotations += Segments.count(whole) > 2 ? 1 : 0;
            snapshots += untroubled.snapshot > 0 ? 1 : 0;
            flipABit(whole, new Random(seed), "seed " + seed);
            Random random = new Random(seed);
            for (int call = 1; call <= whole.calls(); call++) {
                for (Trouble trouble : Trouble.values()) {
                    VolatileStorage storage = troubled(trouble, call);
                    Client client = new Client();
                    run(storage, client, seed);
                    String when = "seed %d, %s at call %d".formatted(seed, trouble, call);
                    check(storage.afterPowerLoss(random), client.copy(), when + ", power lost");
                    check(storage.afterKill(), client.copy(), when + ", killed");
                    runs++;
                }
            }
        }
        assertThat(rotations).as("workloads of more than two segments").isGreaterThan(SEEDS / 2);
        assertThat(snapshots).as("workloads with a snapshot").isGreaterThan(SEEDS / 2);
        assertThat(runs).isGreaterThan(SEEDS * 40L);
    }

    private static VolatileStorage troubled(Trouble trouble, int call) {
        VolatileStorage storage = new VolatileStorage();
        return switch (trouble) {
            case CRASH -> storage.crashAt(call);
            case IO_ERROR -> storage.failAt(call, VolatileStorage.Fault.IO_ERROR);
            case SHORT_WRITE -> storage.failAt(call, VolatileStorage.Fault.SHORT_WRITE);
            case DISK_FULL -> storage.failAt(call, VolatileStorage.Fault.DISK_FULL);
        };
    }

    /** Appends and forces groups of frames until something fails, and closes the log where that can still be done. */
    private static void run(VolatileStorage storage, Client client, long seed) {
        Random random = new Random(seed);
        FrameTable table = new FrameTable();
        try (FrameLog log = FrameLog.open(storage, OPTIONS, frame -> {})) {
            int groups = 2 + random.nextInt(5);
            for (int group = 0; group < groups; group++) {
                for (int frames = random.nextInt(4); frames >= 0; frames--) {
                    append(log, client, random);
                    table.add(client.submitted.size(), String.valueOf(client.submitted.getLast()));
                }
                log.force();
                client.acknowledged = client.submitted.size();
                if (random.nextInt(3) == 0) {
                    takeSnapshot(storage, table, log.durableHead(), client);
                }
            }
        } catch (IOException expected) {
            // what was asked for; check() sees to it that it has not hurt
        }
    }

    /** One that fails hurts nobody. */
    private static void takeSnapshot(VolatileStorage storage, FrameTable table, Head head, Client client) {
        try {
            table.writeSnapshot(storage, head);
            client.snapshot = head.sequence();
        } catch (IOException expected) {
            // what was asked for
        }
    }

    private static void append(FrameLog log, Client client, Random random) throws IOException {
        byte[] body = new byte[random.nextInt(500)];
        random.nextBytes(body);
        client.submitted.add((long) client.submitted.size() << 32 | body.length);
        log.append(FrameKind.COMMIT, client.submitted.getLast(), DEPLOYMENT, ByteBuffer.wrap(body));
    }

    private static void check(VolatileStorage storage, Client client, String when) throws IOException {
        FrameTable table = FrameTable.newest(storage);
        assertThat(table.head().sequence()).as(when).isGreaterThanOrEqualTo(client.snapshot);
        List<Long> found =
                new ArrayList<>(table.texts().stream().map(Long::valueOf).toList());
        assertThat(found).as(when).hasSize((int) table.head().sequence());
        try (FrameLog log = FrameLog.open(storage, OPTIONS, table.head(), frame -> found.add(told(frame)))) {
            compare(found, client, when);
            client.submitted.subList(found.size(), client.submitted.size()).clear();
            append(log, client, new Random(1));
        }
        client.acknowledged = client.submitted.size();
        List<Long> again = new ArrayList<>();
        LogScan scan = LogScan.run(storage, frame -> again.add(told(frame)));
        compare(again, client, when + ", written on");
        assertThat(scan.sealed()).as(when).isTrue();
    }

    private static long told(Frame frame) {
        assertThat((int) frame.time()).isEqualTo(frame.body().remaining());
        return frame.time();
    }

    private static void compare(List<Long> found, Client client, String when) {
        assertThat(found.size()).as(when).isBetween(client.acknowledged, client.submitted.size());
        assertThat(found).as(when).isEqualTo(client.submitted.subList(0, found.size()));
    }

    private static void flipABit(VolatileStorage closed, Random random, String when) throws IOException {
        VolatileStorage storage = closed.afterKill();
        int segments = Segments.count(storage);
        List<String> names = storage.names().stream()
                .filter(name -> name.startsWith("ledger-") || name.startsWith("snapshot-"))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        long bit = random.nextLong(storage.size(name) * 8);
        storage.flipBit(name, bit);
        if (name.startsWith("snapshot-")) {
            assertThatExceptionOfType(BadSnapshotException.class)
                    .as(when)
                    .isThrownBy(() -> FrameTable.newest(storage))
                    .withMessageStartingWith(name + ": ");
            return;
        }
        try {
            LogScan scan = LogScan.run(storage, frame -> {});
            assertThat(scan.sealed()).as(when + ": a flip in the last seal").isFalse();
            assertThat(name).as(when).isEqualTo(Segments.name(segments));
        } catch (CorruptLogException e) {
            assertThat(e.file()).as(when).isEqualTo(name);
            assertThat(e.offset()).as(when).isLessThanOrEqualTo(bit / 8);
        } catch (IOException e) {
            assertThat(e).as(when).hasMessageStartingWith(name + ": a log of format ");
        }
    }
}
