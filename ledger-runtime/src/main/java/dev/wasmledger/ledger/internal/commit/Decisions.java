package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Decision;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was decided about each thing that a command is about.
 *
 * @param items one for each item of the command, in its order; none where the host stopped it
 * @param others by the ids of transfers: of those that components added to the command, or that expired
 */
public record Decisions(List<Decision> items, Map<U128, Decision> others) {

    /** The name of the instance that keeps the books, in every deployment. */
    public static final String ENGINE = "engine";

    static final Decision NONE = new Decision("none", "", "");

    /** What an answer and the events beside it say. */
    static Decisions of(Command command, Answer answer, List<Event> events) {
        return switch (answer) {
            case Answer.Stopped stopped -> new Decisions(List.of(), Map.of());
            case Answer.Assets(var statuses) ->
                new Decisions(statuses.stream().map(Decisions::engines).toList(), Map.of());
            case Answer.Accounts(var results) ->
                new Decisions(
                        results.stream().map(result -> engines(result.status())).toList(), Map.of());
            case Answer.Transfers(var results)
            when command instanceof Command.Commit commit -> of(commit.transfers(), results, events);
            case Answer.Transfers wrong -> throw new IllegalStateException("transfers of another command");
            case Answer.Expired expired -> {
                Map<U128, Decision> others = new LinkedHashMap<>();
                events.forEach(event -> others.put(event.transfer().id(), new Decision("expired", ENGINE, "")));
                yield new Decisions(List.of(), others);
            }
        };
    }

    private static Decisions of(List<Transfer> transfers, TransferResults answer, List<Event> events) {
        Map<U128, Transfer> moved = new LinkedHashMap<>();
        events.forEach(event -> moved.put(event.transfer().id(), event.transfer()));
        Map<Integer, Veto> vetoes = new HashMap<>();
        answer.vetoes().forEach(veto -> vetoes.put(veto.index(), veto));
        List<Decision> items = new ArrayList<>();
        for (int i = 0; i < answer.results().size(); i++) {
            TransferStatus status = answer.results().get(i).status();
            Transfer created = status == TransferStatus.CREATED
                    ? moved.remove(transfers.get(i).id())
                    : null;
            Veto veto = vetoes.get(i);
            items.add(
                    created != null
                            ? created(created)
                            : veto != null
                                    ? new Decision(kebab(status), veto.policy(), veto.reason())
                                    : engines(status));
        }
        Map<U128, Decision> others = new LinkedHashMap<>();
        moved.forEach((id, transfer) -> others.put(id, created(transfer)));
        return new Decisions(items, others);
    }

    private static Decision created(Transfer transfer) {
        String moved = "%s of asset %s from %s to %s"
                .formatted(
                        decimal(transfer.amount()),
                        Integer.toUnsignedString(transfer.ledger()),
                        decimal(transfer.debitAccountId()),
                        decimal(transfer.creditAccountId()));
        return new Decision(kebab(TransferStatus.CREATED), ENGINE, moved);
    }

    /** A transfer that failed for another one's sake may never have come as far as the engine. */
    private static Decision engines(Enum<?> status) {
        return new Decision(kebab(status), status == TransferStatus.LINKED_EVENT_FAILED ? "" : ENGINE, "");
    }

    /** A case of the contract's enumerations, as the contract writes it. */
    static String kebab(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number of 128 bits as people write it. */
    public static String decimal(U128 number) {
        BigInteger high = new BigInteger(Long.toUnsignedString(number.high()));
        return high.shiftLeft(Long.SIZE)
                .add(new BigInteger(Long.toUnsignedString(number.low())))
                .toString();
    }
}
