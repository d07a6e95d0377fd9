package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.BlobTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What each refused transfer was refused for the last time. A refusal is a decision as a commit is, and belongs into the log;
 * but whoever sends the same again and hears the same has changed nothing. So the host keeps refusals in a table of its own, and
 * a command that changes nothing else leaves a frame where it changes that.
 *
 * <p>Under the transfer's id lies the status, as in a frame's answer, and behind it the policy's name where that is a veto. The
 * reason is not compared: a limit says how much of it is used up, which is something else every time.
 */
final class Refusals {

    /** What the host is called as an owner of tables: no component has an empty name. */
    static final String HOST = "";

    private static final String TABLE = "refusals";

    private final TableStore tables;

    Refusals(TableStore tables) {
        this.tables = tables;
    }

    /** Notes down what was refused. */
    void note(Command command, Answer answer) {
        if (command instanceof Command.Commit commit && answer instanceof Answer.Transfers(TransferResults results)) {
            note(commit.transfers(), results);
        }
    }

    private void note(TransferList transfers, TransferResults answer) {
        TransferResultList results = answer.results();
        Iterator<Veto> vetoes = answer.vetoes().iterator();
        int count = Math.min(transfers.size(), results.size());
        for (int i = 0; i < count; i++) {
            TransferStatus status = results.status(i);
            String policy = status == TransferStatus.VETOED && vetoes.hasNext()
                    ? vetoes.next().policy()
                    : "";
            if (isRefusal(status) || (isChainFailure(status) && failsForNoReason(transfers, results, i))) {
                put(transfers.idLow(i), transfers.idHigh(i), status, policy);
            }
        }
    }

    /** What an id was told before is no new refusal, and a chain is refused for what one of its transfers says. */
    private static boolean isRefusal(TransferStatus status) {
        return switch (status) {
            case CREATED, EXISTS, ID_ALREADY_FAILED, LINKED_EVENT_FAILED -> false;
            default -> true;
        };
    }

    private static boolean isChainFailure(TransferStatus status) {
        return status == TransferStatus.LINKED_EVENT_FAILED;
    }

    /**
     * Whether a whole chain failed for the sake of something that was not requested: a transfer that a component added.
     *
     * @param last asked for each transfer of the chain; the answer is yes for its last one alone
     */
    private static boolean failsForNoReason(TransferList transfers, TransferResultList results, int last) {
        if (isLinked(transfers, last)) {
            return false;
        }
        for (int i = last - 1; i >= 0 && isLinked(transfers, i); i--) {
            if (!isChainFailure(results.status(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLinked(TransferList transfers, int index) {
        return (transfers.flagsBits(index) & TransferFlags.LINKED.bits()) != 0;
    }

    @SuppressWarnings("EnumOrdinal") // as a frame's answer has it
    private void put(long low, long high, TransferStatus status, String policy) {
        byte[] name = policy.getBytes(StandardCharsets.UTF_8);
        byte[] refusal = new byte[1 + name.length];
        refusal[0] = (byte) status.ordinal();
        System.arraycopy(name, 0, refusal, 1, name.length);
        BlobTable table = (BlobTable) tables.open(HOST, TABLE, TableKind.BLOBS);
        if (!table.get(low, high).map(before -> Arrays.equals(before, refusal)).orElse(false)) {
            table.put(low, high, refusal);
        }
    }
}
