package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs so large that they are folded beside being read. */
class FoldingTest {

    private static final int COMMANDS = 4;
    private static final int TRANSFERS = 8000;
    private static final LogOptions OPTIONS = new LogOptions(64 << 20, 64 << 20, Runnable::run, () -> 42);

    private final VolatileStorage storage = new VolatileStorage();

    @Test
    void makesWhatTheLogHas() throws Exception {
        fill();
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, OPTIONS)) {
            assertThat(ledger.lookupAccounts(List.of(id(1)))
                            .getFirst()
                            .orElseThrow()
                            .debitsPosted())
                    .isEqualTo(Samples.amount(COMMANDS * TRANSFERS));
            assertThat(ledger.known(List.of(id(100), id(100 + COMMANDS * TRANSFERS - 1), id(99))))
                    .containsExactly(true, true, false);
        }
        LedgerVerification verification = LedgerVerifier.verify(storage, (bytes, of) -> {});
        assertThat(verification.isWhole()).isTrue();
        assertThat(verification.transfers()).isEqualTo(COMMANDS * TRANSFERS);
        assertThat(verification.head().sequence()).isEqualTo(3 + COMMANDS);
    }

    /** It is the last event of a frame that does not follow: all that came before it is taken back. */
    @Test
    void saysOfTheFirstFrameThatIsNotInOrder() throws Exception {
        fill();
        List<Frame> frames = new ArrayList<>();
        LogScan.run(storage, frames::add);
        Frame last = frames.removeLast();
        VolatileStorage before = new VolatileStorage();
        VolatileStorage forged = new VolatileStorage();
        append(before, frames);
        append(forged, frames);
        try (FrameLog log = FrameLog.open(forged, OPTIONS, frame -> {})) {
            log.append(last.kind(), last.time(), last.deployment(), withAnotherEnd(last));
            log.append(last.kind(), last.time() + TRANSFERS, last.deployment(), last.body());
        }
        forged.flipBit(Segments.name(1), (forged.size(Segments.name(1)) - 1000) * 8);
        String problem = "ledger-000001.log: frame %d, ".formatted(last.sequence());
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> Ledger.open(JavaGraphs.honest(), forged, OPTIONS))
                .withMessageStartingWith(problem)
                .withMessageContaining("is whole and cannot be right: after transfer ");
        LedgerVerification verification = LedgerVerifier.verify(forged, (bytes, of) -> {});
        assertThat(verification.problem().orElseThrow().message()).startsWith(problem);
        LedgerVerification expected = LedgerVerifier.verify(before, (bytes, of) -> {});
        assertThat(expected.isWhole()).isTrue();
        assertThat(verification.head()).isEqualTo(expected.head());
        assertThat(verification.transfers()).isEqualTo(expected.transfers());
        assertThat(verification.state()).isEqualTo(expected.state());
    }

    private static void append(VolatileStorage target, List<Frame> frames) throws IOException {
        try (FrameLog log = FrameLog.open(target, OPTIONS, frame -> {})) {
            for (Frame frame : frames) {
                log.append(frame.kind(), frame.time(), frame.deployment(), frame.body());
            }
        }
    }

    /** The body with another last byte of its third section. */
    private static ByteBuffer withAnotherEnd(Frame frame) {
        ByteBuffer body = ByteBuffer.allocate(frame.body().remaining()).order(ByteOrder.LITTLE_ENDIAN);
        body.put(frame.body().duplicate()).flip();
        int end = 0;
        for (int section = 0; section < 3; section++) {
            end += Integer.BYTES + body.getInt(end);
        }
        return body.put(end - 1, (byte) (body.get(end - 1) ^ 4));
    }

    private void fill() throws Exception {
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, OPTIONS)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            long id = 100;
            for (int command = 0; command < COMMANDS; command++) {
                List<Transfer> transfers = new ArrayList<>();
                for (int i = 0; i < TRANSFERS; i++) {
                    transfers.add(transfer(id++, 1, 2, 1));
                }
                ledger.commit(transfers, List.of(), List.of()).get();
            }
        }
    }
}
