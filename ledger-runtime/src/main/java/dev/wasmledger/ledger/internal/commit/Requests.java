package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Decision;
import dev.wasmledger.ledger.TransactionPath.Item;
import dev.wasmledger.ledger.TransactionPath.Request;
import dev.wasmledger.ledger.TransactionPath.Stage;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.FrameKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log up to the last frame that asks for a transaction, and gives each such command to its components again, over the
 * books as they were before it, to learn what the frame alone does not say.
 */
public final class Requests implements FrameHandler, AutoCloseable {

    private final Collection<U128> wanted;
    private final SortedSet<Long> frames;
    private final ComponentArchive archive;
    private final Replay.Sources sources;
    private final Recovery before = new Recovery();
    private final List<Request> found = new ArrayList<>();
    private @Nullable DeploymentBody deployment;
    private long deployedAt;
    private @Nullable Execution execution;

    /** @param frames those whose commands ask for it */
    public Requests(Collection<U128> wanted, SortedSet<Long> frames, ComponentArchive archive, Replay.Sources sources) {
        this.wanted = List.copyOf(wanted);
        this.frames = frames;
        this.archive = archive;
        this.sources = sources;
    }

    /** What was found. */
    public List<Request> found() {
        return found;
    }

    @Override
    public void frame(Frame frame) throws IOException {
        if (frame.sequence() > frames.last()) {
            return;
        }
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            close();
            deployment = DeploymentBody.read(frame);
            deployedAt = frame.sequence();
        } else if (frames.contains(frame.sequence()) && deployment != null) {
            found.add(request(frame, deployment));
        }
        before.frame(frame);
    }

    private Request request(Frame frame, DeploymentBody active) throws IOException {
        CommandBody body = new CommandBody(frame);
        Command.Commit command = (Command.Commit) body.command();
        Execution components = execution(active);
        try {
            boolean[] known = components.ask(ledger -> ledger.known(ids(command.transfers())));
            List<Asset> assets = components.ask(dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger::assets);
            Execution.Result again = components.tryOut(command, frame.time());
            Answer answer = body.answer();
            List<Item> items = new ArrayList<>();
            for (int place : TransactionMentions.places(command, wanted)) {
                Transfer transfer = command.transfers().get(place);
                items.add(new Item(
                        place,
                        transfer,
                        assets.stream()
                                .filter(asset -> asset.ledger() == transfer.ledger())
                                .findFirst(),
                        text(components, transfer.debitAccountId()),
                        text(components, transfer.creditAccountId()),
                        text(command, transfer.id()),
                        decision(body, command, answer, place),
                        stages(active, command, answer, known[place], again, place)));
            }
            return new Request(
                    frame.sequence(),
                    frame.time(),
                    command.items(),
                    frame.deployment(),
                    deployedAt,
                    items,
                    answer instanceof Answer.Stopped || answer.equals(again.answer()));
        } catch (GraphException e) {
            throw new IOException("the components that decided frame %d fail when they are asked again: %s"
                    .formatted(frame.sequence(), e.getMessage()));
        } finally {
            // What comes next is folded, and no instance may hold what it has read before.
            components.close();
        }
    }

    private static Decision decision(CommandBody body, Command command, Answer answer, int place) {
        return answer instanceof Answer.Stopped(Verdict(String instance, String reason))
                ? new Decision("stopped", instance, reason)
                : Decisions.of(command, answer, body.events()).items().get(place);
    }

    private static List<Stage> stages(
            DeploymentBody active,
            Command.Commit command,
            Answer answer,
            boolean known,
            Execution.Result again,
            int place) {
        return answer instanceof Answer.Transfers(TransferResults results)
                ? new Stages(active, command.transfers(), results, known, again.trace()).of(place)
                : List.of();
    }

    private static List<Entry> text(Execution components, U128 id) throws GraphException {
        return components.ask(ledger -> ledger.lookupMetadata(U128List.of(id))).getFirst();
    }

    private static List<Entry> text(Command.Commit command, U128 id) {
        return command.metadata().stream()
                .filter(about -> about.id().equals(id))
                .findFirst()
                .map(Metadata::entries)
                .orElse(List.of());
    }

    private static U128List ids(List<Transfer> transfers) {
        return U128List.copyOf(transfers.stream().map(Transfer::id).toList());
    }

    private Execution execution(DeploymentBody active) throws IOException {
        if (execution == null) {
            byte[] component = archive.find(active.composition());
            GraphSource source = sources.again(archive.describe(active.composition()), component, active);
            execution = new Execution(source, before);
        }
        return execution;
    }

    @Override
    public void close() {
        if (execution != null) {
            execution.close();
            execution = null;
        }
    }
}
