package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.CrashException;
import dev.wasmledger.ledger.storage.ForceDroppingStorage;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a workload on a log, with snapshots beside it, stops the machine at each call in turn, and looks at what is there afterwards: every
 * acknowledged frame, none twice, none half, none that was never submitted, in their order. The log is opened from the newest
 * snapshot: each that there is has to be in order, and those that were written have to be there.
 */
final class CrashChecker {

    private static final Digest DEPLOYMENT = Digest.of();

    /** So small that the workload goes through several segments. */
    static final LogOptions OPTIONS = new LogOptions(1 << 10, 1 << 11, Runnable::run, () -> 42);

    private static final List<Integer> GROUPS = List.of(1, 3, 2);

    private final String droppedForce;
    private final int seeds;
    private final Set<String> forceSites = new TreeSet<>();
    private int crashes;

    /** @param droppedForce the place of a force to leave out; empty for none */
    CrashChecker(String droppedForce, int seeds) {
        this.droppedForce = droppedForce;
        this.seeds = seeds;
    }

    /** An acknowledged frame was lost, doubled or damaged. */
    static final class Violation extends RuntimeException {
        Violation(String message) {
            super(message);
        }

        Violation(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What the one who submits frames knows. */
    private static final class Client {
        private final List<String> submitted = new ArrayList<>();
        private int acknowledged;
        /** The frame of the last snapshot that was said to be written. */
        private long snapshot;

        private boolean closed;

        String next() {
            String text = "transaction " + submitted.size() + " " + "x".repeat(submitted.size() * 53 % 300);
            submitted.add(text);
            return text;
        }
    }

    Set<String> forceSites() {
        return forceSites;
    }

    int crashes() {
        return crashes;
    }

    void checkEveryCall() {
        VolatileStorage whole = new VolatileStorage();
        Client untroubled = new Client();
        run(whole, untroubled, GROUPS);
        for (int call = 1; call <= whole.calls(); call++) {
            VolatileStorage storage = new VolatileStorage().crashAt(call);
            Client client = new Client();
            run(storage, client, GROUPS);
            checkAfterwards(storage, client, call);
        }
        checkAfterwards(whole, untroubled, whole.calls());
    }

    private void checkAfterwards(VolatileStorage storage, Client client, int call) {
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed * 1000L + call);
            String when = "call %d, seed %d".formatted(call, seed);
            recover(storage.afterPowerLoss(random), client, random, when + ", power lost");
            recover(storage.afterKill(), client, random, when + ", killed");
        }
    }

    /** Recovery may itself be interrupted, at each of its calls; what it gave out before counts as acknowledged. */
    private void recover(VolatileStorage storage, Client before, Random random, String when) {
        VolatileStorage untroubled = storage.afterKill();
        goOn(untroubled, copy(before), random, when);
        for (int call = 1; call <= untroubled.calls(); call++) {
            VolatileStorage interrupted = storage.afterKill().crashAt(call);
            goOn(interrupted, copy(before), random, when + ", stopped again at call " + call);
        }
    }

    /** Opens the log, writes on, loses power and looks. */
    private void goOn(VolatileStorage storage, Client client, Random random, String when) {
        crashes++;
        run(storage, client, List.of(2), when);
        VolatileStorage rest = storage.afterPowerLoss(random);
        List<String> found = new ArrayList<>();
        try {
            compareSnapshot(FrameTable.newest(rest), client, when);
            if (rest.exists(Segments.name(1))) {
                LogScan scan = LogScan.run(rest, frame -> found.add(text(frame)));
                if (client.closed && !scan.sealed()) {
                    throw new Violation(when + ": the log was closed and is not sealed");
                }
            }
        } catch (IOException e) {
            throw new Violation(when + ": the log does not open any more", e);
        }
        compare(found, client, when);
    }

    private void run(VolatileStorage storage, Client client, List<Integer> groups) {
        run(storage, client, groups, "at first");
    }

    private void run(VolatileStorage storage, Client client, List<Integer> groups, String when) {
        ForceDroppingStorage dropping = new ForceDroppingStorage(storage, droppedForce);
        List<String> found = new ArrayList<>();
        try {
            FrameTable table = FrameTable.newest(dropping);
            compareSnapshot(table, client, when);
            found.addAll(table.texts());
            FrameLog log = FrameLog.open(dropping, OPTIONS, table.head(), frame -> {
                found.add(text(frame));
                table.add(frame.sequence(), found.getLast());
            });
            compare(found, client, when);
            client.submitted.subList(found.size(), client.submitted.size()).clear();
            client.acknowledged = found.size();
            for (int frames : groups) {
                for (int i = 0; i < frames; i++) {
                    String text = client.next();
                    table.add(log.append(FrameKind.COMMIT, i, DEPLOYMENT, bytes(text)), text);
                }
                log.force();
                client.acknowledged = client.submitted.size();
                if (frames > 1) {
                    table.writeSnapshot(dropping, log.durableHead());
                    client.snapshot = client.acknowledged;
                }
            }
            log.close();
            client.closed = log.status() instanceof LogStatus.Writable;
        } catch (CrashException e) {
            return; // as asked for
        } catch (IOException e) {
            if (!storage.crashed()) {
                throw new Violation(when + ": the log does not open any more", e);
            }
        } finally {
            forceSites.addAll(dropping.sites());
        }
    }

    private static void compare(List<String> found, Client client, String when) {
        if (found.size() < client.acknowledged) {
            throw new Violation("%s: %d frames are there, %d had been acknowledged"
                    .formatted(when, found.size(), client.acknowledged));
        }
        if (found.size() > client.submitted.size() || !found.equals(client.submitted.subList(0, found.size()))) {
            throw new Violation("%s: found %s, submitted %s".formatted(when, found, client.submitted));
        }
    }

    private static void compareSnapshot(FrameTable found, Client client, String when) {
        long sequence = found.head().sequence();
        if (sequence < client.snapshot) {
            throw new Violation("%s: the newest snapshot stands on frame %d, and one on frame %d had been written"
                    .formatted(when, sequence, client.snapshot));
        }
        if (sequence > client.submitted.size() || !found.texts().equals(client.submitted.subList(0, (int) sequence))) {
            throw new Violation("%s: a snapshot of %s, submitted %s".formatted(when, found.texts(), client.submitted));
        }
    }

    private static Client copy(Client client) {
        Client copy = new Client();
        copy.submitted.addAll(client.submitted);
        copy.acknowledged = client.acknowledged;
        copy.snapshot = client.snapshot;
        return copy;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Frame frame) {
        return StandardCharsets.UTF_8.decode(frame.body()).toString();
    }
}
