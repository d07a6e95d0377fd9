package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.TransactionPath.Later;
import dev.wasmledger.ledger.TransactionPath.Later.What;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.FrameKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the frames that ask for a transaction, and those that tell of its transfers later. */
public final class TransactionMentions implements FrameHandler {

    private final Collection<U128> wanted;
    /** The transaction's ids, and those of its transfers as they are found. */
    private final Set<U128> all;

    private final SortedSet<Long> requests = new TreeSet<>();
    private final List<Later> later = new ArrayList<>();

    public TransactionMentions(Collection<U128> wanted) {
        this.wanted = List.copyOf(wanted);
        this.all = new HashSet<>(wanted);
    }

    /** The frames whose commands ask for it. */
    public SortedSet<Long> requests() {
        return requests;
    }

    /** What is told of it, its own commits aside. */
    public List<Later> later() {
        return later;
    }

    /** The places of a transaction's transfers in a command. */
    static List<Integer> places(Command.Commit command, Collection<U128> wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < command.transfers().size(); i++) {
            Transfer transfer = command.transfers().get(i);
            if (wanted.contains(transfer.id()) || wanted.contains(transfer.userData128())) {
                places.add(i);
            }
        }
        return places;
    }

    @Override
    public void frame(Frame frame) {
        if (frame.kind() != FrameKind.COMMIT && frame.kind() != FrameKind.EXPIRE) {
            return;
        }
        CommandBody body = new CommandBody(frame);
        Set<U128> own = new HashSet<>();
        if (frame.kind() == FrameKind.COMMIT && wanted.stream().anyMatch(body::asksFor)) {
            Command.Commit command = (Command.Commit) body.command();
            for (int place : places(command, wanted)) {
                requests.add(frame.sequence());
                own.add(command.transfers().get(place).id());
            }
            addReversals(frame, body, command);
        }
        all.addAll(own);
        if (all.stream().anyMatch(body::committed)) {
            body.events().forEach(event -> addEvent(frame.sequence(), event, own));
        }
    }

    private void addReversals(Frame frame, CommandBody body, Command.Commit command) {
        for (Transaction transaction : command.transactions()) {
            if (wanted.contains(transaction.reverts()) && commits(body, transaction)) {
                later.add(new Later(
                        frame.sequence(),
                        frame.time(),
                        What.REVERTED,
                        transaction.reverts(),
                        Optional.of(transaction.id())));
            }
        }
    }

    private static boolean commits(CommandBody body, Transaction transaction) {
        return body.events().stream()
                .anyMatch(event -> event.transfer().userData128().equals(transaction.id()));
    }

    private void addEvent(long sequence, Event event, Set<U128> own) {
        U128 id = event.transfer().id();
        U128 pending = event.transfer().pendingId();
        switch (event.kind()) {
            case TWO_PHASE_POSTED -> addSettled(sequence, event, pending, What.POSTED);
            case TWO_PHASE_VOIDED -> addSettled(sequence, event, pending, What.VOIDED);
            case TWO_PHASE_EXPIRED -> {
                if (all.contains(id)) {
                    later.add(new Later(sequence, event.timestamp(), What.EXPIRED, id, Optional.empty()));
                }
            }
            case SINGLE_PHASE, TWO_PHASE_PENDING -> {}
        }
        boolean commits = event.kind() != EventKind.TWO_PHASE_EXPIRED;
        if (commits && wanted.contains(id) && !own.contains(id)) {
            later.add(new Later(sequence, event.timestamp(), What.ADDED, id, Optional.empty()));
        }
    }

    private void addSettled(long sequence, Event event, U128 pending, What what) {
        if (all.contains(pending)) {
            later.add(new Later(
                    sequence,
                    event.timestamp(),
                    what,
                    pending,
                    Optional.of(event.transfer().id())));
        }
    }
}
