package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.InclusionProof;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.storage.MemoryStorage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log is carried out again, and what is in it is proved to somebody who has only its head. */
class LedgerAuditTest {

    private static final LogOptions OPTIONS = new LogOptions(1 << 12, 1 << 12, Runnable::run, () -> 42);

    private final MemoryStorage storage = new MemoryStorage();
    private final List<Frame> frames = new ArrayList<>();

    @BeforeEach
    void commitSomething() throws Exception {
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, OPTIONS)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            for (int i = 0; i < 6; i++) {
                commit(ledger, transfer(10 + i, 1, 2, 5), transfer(100 + i, 1, 9, 5));
            }
        }
        LogScan.run(storage, frames::add);
    }

    @Test
    void comesOutTheSame() throws IOException {
        LedgerAudit audit = audit(storage);
        assertThat(audit.problem()).isEmpty();
        assertThat(audit.executed()).isEqualTo(8);
        assertThat(audit.head().sequence()).isEqualTo(9);
        assertThat(audit.head().digest()).isEqualTo(frames.getLast().digest());
    }

    /** Every byte of a command's outcomes, events and writes in turn, with all digests and CRCs computed anew. */
    @Test
    void findsWhateverWasAlteredByWhoeverKnowsHow() throws IOException {
        Frame altered = frames.get(5);
        int request = altered.body().getInt(0) + Integer.BYTES;
        assertThat(altered.body().remaining()).isGreaterThan(request + 100);
        for (int at = request; at < altered.body().remaining(); at++) {
            MemoryStorage forged = forge(altered.sequence(), at);
            assertThat(LogScan.run(forged, frame -> {}).sealed())
                    .as("hashes alone")
                    .isTrue();
            LedgerAudit audit = audit(forged);
            assertThat(audit.problem()).as("byte " + at).isPresent();
            assertThat(audit.problem().get()).contains("frame " + altered.sequence() + ", at offset ");
            assertThat(audit.head().sequence()).isEqualTo(altered.sequence() - 1);
        }
    }

    @Test
    void namesTheComponentThatIsMissingOrAnotherOne() throws IOException {
        Digest digest = DeploymentBody.read(frames.getFirst()).composition();
        String name = "component-" + digest + ".wasm";
        try (StorageFile file = storage.open(name)) {
            file.write(ByteBuffer.wrap(new byte[] {1}), 0);
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> audit(storage))
                .withMessageContaining(name)
                .withMessageContaining("has changed since it was written");
        storage.delete(name);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> audit(storage))
                .withMessageContaining(name);
    }

    @Test
    void provesEveryTransferToWhoeverHasTheHead() throws Exception {
        Digest head = frames.getLast().digest();
        for (int i = 0; i < 6; i++) {
            InclusionProof proof = LedgerLog.prove(storage, id(10 + i)).orElseThrow();
            Frame frame = proof.check(head);
            assertThat(frame.digest()).isEqualTo(frames.get(3 + i).digest());
            assertThat(LedgerLog.mention(frame, id(10 + i))).isEqualTo(LedgerLog.Mention.COMMITTED);
            assertThat(LedgerLog.mention(frame, id(100 + i))).isEqualTo(LedgerLog.Mention.ASKED_FOR);
            assertThat(LedgerLog.mention(frame, id(200))).isEqualTo(LedgerLog.Mention.ABSENT);
            Digest before = frames.get(frames.size() - 2).digest();
            assertThatExceptionOfType(InclusionProof.InvalidProofException.class)
                    .isThrownBy(() -> proof.check(before))
                    .withMessage("it is about a log with another head");
            byte[] body = bytes(frame);
            body[body.length / 2] ^= 1;
            var other = new InclusionProof(
                    proof.header(), ByteBuffer.wrap(body), proof.path(), proof.headHeader(), proof.headBody());
            assertThatExceptionOfType(InclusionProof.InvalidProofException.class)
                    .isThrownBy(() -> other.check(head));
        }
        assertThat(LedgerLog.prove(storage, id(200))).isEmpty();
    }

    private static LedgerAudit audit(MemoryStorage log) throws IOException {
        return LedgerAudit.run(log, (path, component, deployment) -> JavaGraphs.honest(), (bytes, of) -> {});
    }

    /** The same log with one byte of one frame's body changed, and everything that follows from it computed anew. */
    private MemoryStorage forge(long sequence, int at) throws IOException {
        MemoryStorage forged = new MemoryStorage();
        Digest digest = DeploymentBody.read(frames.getFirst()).composition();
        copy("component-" + digest + ".wasm", forged);
        try (FrameLog log = FrameLog.open(forged, OPTIONS, frame -> {})) {
            for (Frame frame : frames) {
                byte[] body = bytes(frame);
                if (frame.sequence() == sequence) {
                    body[at] ^= 1;
                }
                log.append(frame.kind(), frame.time(), frame.deployment(), ByteBuffer.wrap(body));
            }
        }
        assertThat(frames.get((int) sequence - 1).kind()).isEqualTo(FrameKind.COMMIT);
        return forged;
    }

    private void copy(String name, MemoryStorage target) throws IOException {
        try (StorageFile from = storage.open(name);
                StorageFile to = target.open(name)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) from.size());
            from.read(bytes, 0);
            to.write(bytes.flip(), 0);
        }
    }

    private static byte[] bytes(Frame frame) {
        byte[] bytes = new byte[frame.body().remaining()];
        frame.body().duplicate().get(bytes);
        return bytes;
    }

    private static void commit(Ledger ledger, Transfer... transfers) throws Exception {
        assertThat(ledger.commit(List.of(transfers), List.of(), List.of()).get())
                .isInstanceOf(CommandResult.Carried.class);
    }
}
