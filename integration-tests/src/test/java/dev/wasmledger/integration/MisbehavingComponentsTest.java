package dev.wasmledger.integration;

import static dev.wasmledger.integration.ComposedBooks.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.composer.LedgerFile.InstanceLimits;
import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.LedgerAudit;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Components that lie, loop or trap, composed with those that ship: what they were asked to do is rejected in their name,
 * nothing of it stays, and the ledger goes on.
 */
class MisbehavingComponentsTest {

    /** A code that makes the engine lie about the batch that ends with it, and what the host says then, as a pattern. */
    private enum Lie {
        EVENT(101, "after transfer %d, account 1 is not what the books make of it"),
        NO_EVENT(102, "transfer %d is said to be committed, and no event says so"),
        ACCOUNT_ROW(103, "the row of account [12] is not what the books make of it"),
        TRANSFER_ROW(104, "transfer %d was written otherwise than its event says"),
        NO_ACCOUNT_ROW(105, "the row of account [12] is not what the books make of it"),
        NO_TRANSFER_ROW(106, "transfer %d was committed, and the engine's table 'transfers' has no row of it"),
        TOO_FEW_OUTCOMES(107, "there are 1 outcomes where 2 were expected");

        private final int code;
        private final String reason;

        Lie(int code, String reason) {
            this.code = code;
            this.reason = reason;
        }
    }

    /** A code that makes the policy misbehave, and what is said then. */
    private enum Misdeed {
        LOOPS(101, "time"),
        EXHAUSTS_MEMORY(102, "unreachable"),
        TRAPS(103, "unreachable"),
        RECURSES(104, "depth"),
        TRAPS_WHEN_SETTLED(107, "unreachable");

        private final int code;
        private final String reason;

        Misdeed(int code, String reason) {
            this.code = code;
            this.reason = reason;
        }
    }

    private static final String ROGUE = """
            ledger: policed
            engine: wasmledger:engine@0.1.0
            policies:
              rogue: %s
              nobody:
                component: wasmledger:deny-list@0.1.0
                config: {codes: 60000}
            limits: {call-seconds: 3}
            """.formatted(ComposedBooks.testGuest("rogue-policy"));

    @TempDir
    private Path folder;

    private long nextId = 100;
    private long moved;

    @Test
    void anEngineThatLiesIsRefused() throws Exception {
        String yaml = """
                ledger: lied
                engine: %s
                """.formatted(ComposedBooks.testGuest("lying-engine"));
        try (ComposedBooks books = ComposedBooks.open(folder, yaml)) {
            for (Lie lie : Lie.values()) {
                Verdict verdict = stopped(books, lie.code);
                assertThat(verdict.instance()).as(lie.name()).isEqualTo("engine");
                assertThat(verdict.reason())
                        .as(lie.name())
                        .matches("refused by the host: " + lie.reason.formatted(nextId - 1));
                goesOn(books, lie.name());
            }
        }
        cameOutTheSame(Lie.values().length);
    }

    @Test
    void aPolicyThatDoesNotAnswerIsStopped() throws Exception {
        try (ComposedBooks books = ComposedBooks.open(folder, ROGUE)) {
            for (Misdeed misdeed : Misdeed.values()) {
                Verdict verdict = stopped(books, misdeed.code);
                assertThat(verdict.instance()).as(misdeed.name()).isEqualTo("rogue");
                assertThat(verdict.reason()).as(misdeed.name()).contains(misdeed.reason);
                goesOn(books, misdeed.name());
            }
            for (int code : new int[] {105, 106}) {
                String objects = code == 105 ? "objects to number 8" : "objects to number 0 twice";
                assertThat(books.said(transfer(nextId++, 1, 2, 7, 1), transfer(nextId++, 1, 2, 7, code)))
                        .containsOnly("VETOED rogue: policy rogue was asked about 2 transfers and " + objects);
                goesOn(books, objects);
            }
        }
        cameOutTheSame(Misdeed.values().length);
    }

    /** Sends two transfers, of which the last has that code. */
    private Verdict stopped(ComposedBooks books, int code) throws Exception {
        CommandResult<TransferResults> result =
                books.commit(transfer(nextId++, 1, 2, 7, 1), transfer(nextId++, 1, 2, 7, code));
        assertThat(result).isInstanceOf(CommandResult.Stopped.class);
        return ((CommandResult.Stopped<TransferResults>) result).verdict();
    }

    /** Nothing of the last two transfers stays, and both can be committed now. */
    private void goesOn(ComposedBooks books, String after) throws Exception {
        long first = nextId - 2;
        long last = nextId - 1;
        assertThat(books.ledger().known(List.of(ComposedBooks.number(first), ComposedBooks.number(last))))
                .as(after)
                .containsOnly(false);
        assertThat(List.of(books.balance(1), books.balance(2))).as(after).containsExactly(moved + " 0", "0 " + moved);
        assertThat(books.said(transfer(first, 1, 2, 7, 1), transfer(last, 1, 2, 7, 1)))
                .as(after)
                .containsExactly("CREATED", "CREATED");
        moved += 14;
        assertThat(books.balance(2)).as(after).isEqualTo("0 " + moved);
    }

    /** What was stopped is in the log, and an audit takes it as given. */
    private void cameOutTheSame(int stopped) throws Exception {
        LedgerAudit audit = LedgerAudit.run(folder.resolve("state"), InstanceLimits.DEFAULT, (bytes, of) -> {});
        assertThat(audit.problem()).isEmpty();
        assertThat(audit.stopped()).isEqualTo(stopped);
    }
}
