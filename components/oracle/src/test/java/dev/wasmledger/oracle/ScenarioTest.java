package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Event;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That scenarios go everywhere: a comparison that never meets a rule says nothing about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioTest {

    private static final int SEEDS = 200;

    private final Map<TransferStatus, Integer> transfers = new EnumMap<>(TransferStatus.class);
    private final Map<AccountStatus, Integer> accounts = new EnumMap<>(AccountStatus.class);
    private static final Map<String, TransferFlags> TRANSFER_FLAGS = Map.of(
            "linked", TransferFlags.LINKED,
            "pending", TransferFlags.PENDING,
            "post-pending-transfer", TransferFlags.POST_PENDING_TRANSFER,
            "void-pending-transfer", TransferFlags.VOID_PENDING_TRANSFER,
            "balancing-debit", TransferFlags.BALANCING_DEBIT,
            "balancing-credit", TransferFlags.BALANCING_CREDIT,
            "closing-debit", TransferFlags.CLOSING_DEBIT,
            "closing-credit", TransferFlags.CLOSING_CREDIT,
            "imported", TransferFlags.IMPORTED);
    private static final Map<String, AccountFlags> ACCOUNT_FLAGS = Map.of(
            "linked", AccountFlags.LINKED,
            "debits-must-not-exceed-credits", AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS,
            "credits-must-not-exceed-debits", AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS,
            "history", AccountFlags.HISTORY,
            "imported", AccountFlags.IMPORTED,
            "closed", AccountFlags.CLOSED);

    private final Set<String> reached = new TreeSet<>();
    private final Set<AssetStatus> assets = EnumSet.noneOf(AssetStatus.class);

    @BeforeAll
    void meet() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Side side = Side.oracle();
            for (Step step : Scenario.of(seed, 1_000)) {
                Side.Answer answer = side.carryOut(step);
                count(answer.said());
                answer.events().forEach(this::note);
                note(step.command(), answer.said());
            }
        }
    }

    @Test
    void reachEveryStatus() {
        // A status that only gates give; all others are the engine's.
        transfers.put(TransferStatus.VETOED, 0);
        assertThat(transfers).containsOnlyKeys(TransferStatus.values());
        assertThat(accounts).containsOnlyKeys(AccountStatus.values());
        assertThat(assets).containsOnly(AssetStatus.values());
    }

    /** What a comparison has to meet beside statuses: every flag, both ends of the numbers, and answers that hold something. */
    @Test
    void reachEverythingThatCanBeSaidAndFound() {
        Set<String> expected = new TreeSet<>(Set.of(
                "transactions of several transfers",
                "transactions that were reverted",
                "text",
                "accounts that many transfers meet at",
                "amounts of zero",
                "amounts beyond 2^64",
                "amounts beyond 2^127",
                "history",
                "transfers of an account, reversed",
                "transfers by a query, reversed",
                "accounts by a query",
                "transfers by a query with a time",
                "changes",
                "balances at a time"));
        for (EventKind kind : EventKind.values()) {
            expected.add("event " + kind);
        }
        TRANSFER_FLAGS.keySet().forEach(flag -> expected.add("committed with " + flag));
        ACCOUNT_FLAGS.keySet().forEach(flag -> expected.add("account with " + flag));
        assertThat(reached).containsAll(expected);
    }

    private void note(Event event) {
        Transfer transfer = event.transfer();
        reached.add("event " + event.kind());
        TRANSFER_FLAGS.forEach((name, flag) -> note(transfer.flags().contains(flag), "committed with " + name));
        note(transfer.amount().equals(Dice.ZERO), "amounts of zero");
        note(transfer.amount().high() != 0, "amounts beyond 2^64");
        note(transfer.amount().high() < 0, "amounts beyond 2^127");
    }

    private void note(Command command, Object said) {
        switch (command) {
            case Command.LookUp lookUp -> {
                List<?> answers = (List<?>) said;
                ((List<?>) answers.get(1)).forEach(this::noteAccount);
                ((List<?>) answers.get(3)).forEach(this::noteTransaction);
                note(((List<?>) answers.get(4)).stream().anyMatch(text -> !((List<?>) text).isEmpty()), "text");
            }
            case Command.OfAccount(var filter) -> {
                List<?> transfers = (List<?>) ((List<?>) said).get(0);
                boolean reversed = filter.flags().contains(AccountFilterFlags.REVERSED);
                note(reversed && transfers.size() > 1, "transfers of an account, reversed");
                note(transfers.size() > 100, "accounts that many transfers meet at");
                note(!((List<?>) ((List<?>) said).get(1)).isEmpty(), "history");
            }
            case Command.Query(var filter) -> {
                List<?> transfers = (List<?>) ((List<?>) said).get(1);
                boolean reversed = filter.flags().contains(QueryFilterFlags.REVERSED);
                note(reversed && transfers.size() > 1, "transfers by a query, reversed");
                note(filter.timestampMin() != 0 && !transfers.isEmpty(), "transfers by a query with a time");
                note(!((List<?>) ((List<?>) said).get(0)).isEmpty(), "accounts by a query");
            }
            case Command.Changes changes -> note(((List<?>) said).size() > 1, "changes");
            case Command.BalancesAt at ->
                note(
                        ((List<?>) said).stream().anyMatch(balance -> ((Optional<?>) balance).isPresent()),
                        "balances at a time");
            default -> {}
        }
    }

    private void noteAccount(Object found) {
        if (((Optional<?>) found).orElse(null) instanceof Account account) {
            ACCOUNT_FLAGS.forEach((name, flag) -> note(account.flags().contains(flag), "account with " + name));
        }
    }

    private void noteTransaction(Object found) {
        if (((Optional<?>) found).orElse(null) instanceof PostedTransaction posted) {
            note(posted.transfers().size() > 1, "transactions of several transfers");
            note(!posted.revertedBy().equals(Dice.ZERO), "transactions that were reverted");
        }
    }

    private void note(boolean holds, String what) {
        if (holds) {
            reached.add(what);
        }
    }

    private void count(Object said) {
        if (said instanceof TransferResults results) {
            results.results().forEach(result -> transfers.merge(result.status(), 1, Integer::sum));
        } else if (said instanceof List<?> results) {
            for (Object result : results) {
                switch (result) {
                    case AccountResult(AccountStatus status, long time) -> accounts.merge(status, 1, Integer::sum);
                    case AssetStatus status -> assets.add(status);
                    default -> {}
                }
            }
        }
    }
}
