package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are carried out as one command, so that a frame, a call into the components and a round of checks serve them
 * all. None of the callers can tell: a request that would be answered otherwise together with others than alone is not taken
 * in.
 *
 * <ul>
 *   <li>A chain ends with its request: one whose last item is {@code linked} stays alone.
 *   <li>What is {@code imported} stays alone, as that must hold for all of a command or nothing.
 *   <li>No id comes twice. A gate would ask a policy about what by its turn is known; and text goes to whoever creates what it
 *       belongs to.
 *   <li>Nobody's transfers belong to another one's transaction.
 * </ul>
 *
 * <p>What only shows when it has been carried out says {@link #isFair}.
 */
final class Batch {

    private static final int AMOUNT_IS_OPEN = TransferFlags.POST_PENDING_TRANSFER.bits()
            | TransferFlags.VOID_PENDING_TRANSFER.bits()
            | TransferFlags.BALANCING_DEBIT.bits()
            | TransferFlags.BALANCING_CREDIT.bits();

    private final List<Request> requests = new ArrayList<>();
    private int items;
    /** What they speak of; nobody needs to know of one alone. */
    private @Nullable Mentions mentions;

    /** The requests, in the order in which they came. */
    List<Request> requests() {
        return Collections.unmodifiableList(requests);
    }

    /** Takes a request in, unless it belongs into another batch: then this one is full. */
    boolean add(Request request) {
        if (!requests.isEmpty() && !takesIn(request.command())) {
            return false;
        }
        requests.add(request);
        items += request.command().items();
        return true;
    }

    private boolean takesIn(Command command) {
        Command first = requests.getFirst().command();
        if (command.kind() != first.kind()
                || items + command.items() > Limits.COMMAND_ITEMS
                || !Mentions.isCombinable(command)) {
            return false;
        }
        if (mentions == null) {
            if (!Mentions.isCombinable(first)) {
                return false;
            }
            mentions = Mentions.of(first);
        }
        Mentions more = Mentions.of(command);
        if (mentions.characters() + more.characters() > Limits.BATCH_CHARACTERS || !mentions.areApartFrom(more)) {
            return false;
        }
        mentions.add(more);
        return true;
    }

    /** All of them as one. */
    Command command() {
        Command first = requests.getFirst().command();
        if (requests.size() == 1) {
            return first;
        }
        return switch (first) {
            case Command.CreateAccounts ignored ->
                new Command.CreateAccounts(
                        AccountList.copyOf(all(Command.CreateAccounts.class, Command.CreateAccounts::accounts)),
                        all(Command.CreateAccounts.class, Command.CreateAccounts::metadata));
            case Command.Commit ignored ->
                new Command.Commit(
                        TransferList.copyOf(all(Command.Commit.class, Command.Commit::transfers)),
                        all(Command.Commit.class, Command.Commit::transactions),
                        all(Command.Commit.class, Command.Commit::metadata));
            case Command.CreateAssets alone -> throw neverTogether(alone);
            case Command.Expire alone -> throw neverTogether(alone);
        };
    }

    private static IllegalStateException neverTogether(Command command) {
        return new IllegalStateException(command.kind() + " is carried out alone");
    }

    private <C extends Command, T> List<T> all(Class<C> kind, Function<C, ? extends List<T>> part) {
        List<T> all = new ArrayList<>();
        for (Request request : requests) {
            all.addAll(part.apply(kind.cast(request.command())));
        }
        return all;
    }

    /**
     * Whether everybody is told what they would be told alone. A policy judges a transfer as if those before it that it let
     * through had been committed as they are. Where that did not come true, a veto behind it may be for nothing, and there is no
     * saying: each request has to be asked for by itself.
     */
    boolean isFair(Answer answer) {
        if (!(answer instanceof Answer.Transfers(TransferResults results))
                || results.vetoes().isEmpty()) {
            return true;
        }
        boolean cameTrue = true;
        int from = 0;
        for (Request request : requests) {
            int to = from + request.command().items();
            if (!cameTrue && firstBehind(results.vetoes(), from) < firstBehind(results.vetoes(), to)) {
                return false;
            }
            List<Transfer> transfers = ((Command.Commit) request.command()).transfers();
            for (int i = from; cameTrue && i < to; i++) {
                cameTrue = cameTrue(transfers.get(i - from), results.results(), i);
            }
            from = to;
        }
        return true;
    }

    private static boolean cameTrue(Transfer transfer, TransferResultList results, int index) {
        return switch (results.status(index)) {
            case CREATED -> (transfer.flags().bits() & AMOUNT_IS_OPEN) == 0;
            case EXISTS, VETOED -> true;
            default -> results.timestamp(index) == 0; // held back by a gate
        };
    }

    /** What to tell each of the requests, in their order. */
    List<CommitPath.Done> split(CommitPath.Done done) {
        if (requests.size() == 1) {
            return List.of(done);
        }
        List<CommitPath.Done> parts = new ArrayList<>(requests.size());
        int from = 0;
        for (Request request : requests) {
            int to = from + request.command().items();
            parts.add(new CommitPath.Done(part(done.answer(), from, to), done.sequence()));
            from = to;
        }
        return parts;
    }

    private static Answer part(Answer answer, int from, int to) {
        return switch (answer) {
            case Answer.Accounts(List<AccountResult> results) ->
                new Answer.Accounts(List.copyOf(results.subList(from, to)));
            case Answer.Transfers(TransferResults results) ->
                new Answer.Transfers(
                        new TransferResults(part(results.results(), from, to), part(results.vetoes(), from, to)));
            case Answer.Assets alone -> throw new IllegalStateException("assets are created alone");
            case Answer.Expired alone -> throw new IllegalStateException("nobody asks for expiry");
            case Answer.Stopped all -> throw new IllegalStateException("what is stopped is tried one by one");
        };
    }

    private static TransferResultList part(TransferResultList results, int from, int to) {
        TransferResultList.Builder part = TransferResultList.builder(to - from);
        for (int i = from; i < to; i++) {
            part.add(results, i);
        }
        return part.build();
    }

    /** The caller's indexes begin at 0. */
    private static List<Veto> part(List<Veto> vetoes, int from, int to) {
        return vetoes.subList(firstBehind(vetoes, from), firstBehind(vetoes, to)).stream()
                .map(veto -> new Veto(veto.index() - from, veto.policy(), veto.reason()))
                .toList();
    }

    /** Where the vetoes begin that are about the item at that index, or one behind it: they stand in the items' order. */
    private static int firstBehind(List<Veto> vetoes, int index) {
        int low = 0;
        int high = vetoes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (vetoes.get(middle).index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
