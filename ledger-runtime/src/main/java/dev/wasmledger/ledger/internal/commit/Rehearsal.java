package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Decision;
import dev.wasmledger.ledger.OutcomeDifference;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries the last commands of a log out with another deployment, one after the other as if it had been active since the first
 * of them, and collects what it decides otherwise than the log says.
 */
public final class Rehearsal implements AutoCloseable {

    private final Execution execution;
    private final List<OutcomeDifference> differences = new ArrayList<>();
    private long commands;

    /** @param before what the frames before the first of them add up to; it is used up */
    public Rehearsal(GraphSource deployment, Recovery before) {
        this.execution = new Execution(deployment, before);
    }

    /**
     * Makes sure that the components can be called.
     *
     * @throws GraphException if one of them traps before that
     */
    public void start() throws GraphException {
        execution.start();
    }

    /** How many commands were carried out. */
    public long commands() {
        return commands;
    }

    /** What came out otherwise, in the log's order. */
    public List<OutcomeDifference> differences() {
        return List.copyOf(differences);
    }

    /** Carries out what the next frame holds. */
    public void frame(Frame frame) {
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            return;
        }
        CommandBody logged = new CommandBody(frame);
        Command command = logged.command();
        Execution.Result again = execution.carryOut(command, frame.time());
        commands++;
        Optional<Verdict> was = stopped(logged.answer());
        Optional<Verdict> wouldBe = stopped(again.answer());
        if (was.isPresent() || wouldBe.isPresent()) {
            compare(frame.sequence(), was, wouldBe);
        } else {
            compare(
                    frame.sequence(),
                    command,
                    Decisions.of(command, logged.answer(), logged.events()),
                    Decisions.of(command, again.answer(), again.events()));
        }
    }

    private static Optional<Verdict> stopped(Answer answer) {
        return answer instanceof Answer.Stopped(Verdict verdict) ? Optional.of(verdict) : Optional.empty();
    }

    private void compare(long sequence, Optional<Verdict> was, Optional<Verdict> wouldBe) {
        if (!was.map(Verdict::instance).equals(wouldBe.map(Verdict::instance))) {
            differences.add(new OutcomeDifference(
                    sequence, "the whole command", List.of(), onTheWhole(was), onTheWhole(wouldBe)));
        }
    }

    private static Decision onTheWhole(Optional<Verdict> stopped) {
        return stopped.map(verdict -> new Decision("stopped", verdict.instance(), verdict.reason()))
                .orElse(new Decision("carried-out", "", ""));
    }

    private void compare(long sequence, Command command, Decisions was, Decisions wouldBe) {
        for (int i = 0; i < was.items().size(); i++) {
            add(
                    sequence,
                    subject(command, i),
                    text(command, i),
                    was.items().get(i),
                    wouldBe.items().get(i));
        }
        Set<U128> others = new LinkedHashSet<>(was.others().keySet());
        others.addAll(wouldBe.others().keySet());
        for (U128 id : others) {
            add(
                    sequence,
                    "transfer " + Decisions.decimal(id),
                    List.of(),
                    was.others().getOrDefault(id, Decisions.NONE),
                    wouldBe.others().getOrDefault(id, Decisions.NONE));
        }
    }

    /** The reason of a refusal is no part of it: a limit tells how much of it is used up. */
    private void add(long sequence, String subject, List<Entry> text, Decision was, Decision wouldBe) {
        boolean same = was.outcome().equals(wouldBe.outcome())
                && was.by().equals(wouldBe.by())
                && (!was.outcome().equals("created") || was.reason().equals(wouldBe.reason()));
        if (!same) {
            differences.add(new OutcomeDifference(sequence, subject, text, was, wouldBe));
        }
    }

    private static String subject(Command command, int index) {
        return switch (command) {
            case Command.CreateAssets(var assets, var metadata) ->
                "asset " + Integer.toUnsignedString(assets.get(index).ledger());
            case Command.CreateAccounts(var accounts, var metadata) ->
                "account " + Decisions.decimal(accounts.get(index).id());
            case Command.Commit commit ->
                "transfer " + Decisions.decimal(commit.transfers().get(index).id());
            case Command.Expire expire -> throw new IllegalStateException("an expiry names no items");
        };
    }

    /** What the command says of a transfer, or of the first one of its chain. */
    private static List<Entry> text(Command command, int index) {
        if (!(command instanceof Command.Commit commit)) {
            return List.of();
        }
        List<Transfer> transfers = commit.transfers();
        List<Entry> text = text(commit.metadata(), transfers.get(index).id());
        for (int i = index - 1; text.isEmpty() && i >= 0 && isLinked(transfers.get(i)); i--) {
            text = text(commit.metadata(), transfers.get(i).id());
        }
        return text;
    }

    private static boolean isLinked(Transfer transfer) {
        return transfer.flags().contains(TransferFlags.LINKED);
    }

    private static List<Entry> text(List<Metadata> metadata, U128 id) {
        return metadata.stream()
                .filter(about -> about.id().equals(id))
                .findFirst()
                .map(Metadata::entries)
                .orElse(List.of());
    }

    @Override
    public void close() {
        execution.close();
    }
}
