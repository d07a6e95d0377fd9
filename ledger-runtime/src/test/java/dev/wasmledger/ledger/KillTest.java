package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL while committing. The ledger runs in a process of its own ({@link KillTarget}); this one is its client, which
 * submits transactions, writes down what is acknowledged, and kills it. CI kills 100 times; {@code -Dkills=1000} more often.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", System.getenv("CI") == null ? 20 : 100);
    private static final int MOST_SUBMITTED = 200;

    /** A ledger is given up after so many kills, and a new one begun: else each recovery would take longer than the last. */
    private static final int KILLS_OF_ONE_LEDGER = 100;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final Set<Integer> acknowledged = new TreeSet<>();
    private int submitted;
    private Path state = Path.of("");
    private int rotations;
    private int snapshots;

    @Test
    void keepsWhatWasAcknowledged() throws Exception {
        TargetProcess target = TargetProcess.prepare(folder, KillTarget.class, "0\n");
        int committing = 0;
        for (int kill = 0; kill < KILLS; kill += KILLS_OF_ONE_LEDGER) {
            begin("ledger-" + kill);
            committing += killOften(target, Math.min(KILLS_OF_ONE_LEDGER, KILLS - kill));
            rotations += count("ledger-\\d+\\.log") - 1;
            snapshots += count("snapshot-\\d+.*");
        }
        assertThat(committing).as("kills while something was being committed").isGreaterThan(KILLS / 2);
        assertThat(rotations).as("segments that were left for another one").isGreaterThan(KILLS / 10);
        assertThat(snapshots).as("snapshots that are kept").isPositive();
    }

    private void begin(String ledger) {
        state = folder.resolve(ledger);
        acknowledged.clear();
        submitted = 0;
    }

    /** How many of the kills came while something was being committed. */
    private int killOften(TargetProcess target, int kills) throws Exception {
        int committing = 0;
        Process process = target.start(state.toString());
        for (int kill = 1; kill <= kills; kill++) {
            // The next process starts up meanwhile; it opens the ledger when it is given something to commit.
            Process next = target.start(state.toString());
            int before = acknowledged.size();
            commitUntilKilled(process, random.nextInt(1, 60));
            committing += acknowledged.size() < submitted ? 1 : 0;
            assertThat(acknowledged.size())
                    .as("%s, kill %d: acknowledged", state, kill)
                    .isGreaterThan(before);
            check("%s, after kill %d".formatted(state, kill));
            process = next;
        }
        process.destroyForcibly().waitFor();
        return committing;
    }

    private int count(String name) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return (int) files.filter(file -> file.getFileName().toString().matches(name))
                    .count();
        }
    }

    private void commitUntilKilled(Process target, int acknowledgements) throws IOException, InterruptedException {
        Thread submitter = Thread.ofPlatform().start(() -> submit(target));
        try (BufferedReader answers = target.inputReader(StandardCharsets.UTF_8)) {
            int heard = 0;
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                // A line that the kill cut off has no full stop and acknowledges nothing.
                if (line.endsWith(".")) {
                    acknowledged.add(Integer.parseInt(line, 0, line.length() - 1, 10));
                }
                if (++heard == acknowledgements) {
                    // By its handle: Process.destroyForcibly() would throw away what has been heard and not read.
                    target.toHandle().destroyForcibly();
                }
            }
        }
        target.waitFor();
        submitter.join();
    }

    private void submit(Process target) {
        try (PrintWriter commands =
                new PrintWriter(new OutputStreamWriter(target.getOutputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < MOST_SUBMITTED && target.isAlive() && !commands.checkError(); i++) {
                commands.println(submitted++);
                commands.flush();
            }
        }
    }

    private void check(String when) throws Exception {
        try (Ledger ledger = KillTarget.open(state)) {
            List<U128> ids = IntStream.range(0, submitted)
                    .mapToObj(KillTarget::ids)
                    .flatMap(List::stream)
                    .toList();
            boolean[] known = ledger.known(ids);
            int found = 0;
            for (int i = 0; i < submitted; i++) {
                boolean there = known[2 * i];
                assertThat(known[2 * i + 1])
                        .as(when + ": half of transaction " + i)
                        .isEqualTo(there);
                assertThat(there || !acknowledged.contains(i))
                        .as(when + ": acknowledged transaction " + i)
                        .isTrue();
                found += there ? 1 : 0;
            }
            long debits = ledger.lookupAccounts(List.of(id(1)))
                    .get(0)
                    .orElseThrow()
                    .debitsPosted()
                    .low();
            assertThat(debits).as(when + ": each once").isEqualTo(found);
        }
        assertThat(LedgerVerifier.verify(state, (bytes, of) -> {}).problem())
                .as(when)
                .isEmpty();
    }
}
