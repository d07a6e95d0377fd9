package dev.wasmledger.components.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any books, whatever is asked of them: random batches, many of which are wrong in some way. */
class EngineInvariantsTest {

    private static final int ASSETS = 2;
    private static final int ACCOUNTS = 8;
    private static final U128 ZERO = new U128(0, 0);
    private static final TransferOutcome CHAIN_FAILED = new TransferOutcome.Rejected(TransferError.LINKED_EVENT_FAILED);

    private final MemoryBooks books = new MemoryBooks();
    private final List<Event> events = new ArrayList<>();
    private long now = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBooksBalanceAfterEveryBatch(long seed) {
        Random random = new Random(seed);
        open(random);
        for (int batch = 0; batch < 100; batch++) {
            List<Transfer> transfers = transfers(random);
            Map<U128, Account> before = accounts();
            List<TransferOutcome> outcomes = commit(transfers);

            eventsAreWhatWasCommitted(transfers, outcomes);
            eventsLeadFromTheBooksBeforeToThoseAfter(before);
            chainsSucceedOrFailTogether(transfers, outcomes);
            debitsEqualCredits();
            limitsHold();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsSentAgainExistsAndWritesNothing(long seed) {
        Random random = new Random(seed);
        open(random);
        for (int batch = 0; batch < 50; batch++) {
            List<Transfer> transfers = transfers(random);
            List<TransferOutcome> first = commit(transfers);
            List<Transfer> committed = IntStream.range(0, transfers.size())
                    .filter(i -> first.get(i) instanceof TransferOutcome.Committed)
                    .mapToObj(transfers::get)
                    .toList();
            int writes = books.writes();
            // A chain is sent again as a whole; without its last transfer it would be open.
            assertThat(commit(committed)).allMatch(TransferOutcome.Exists.class::isInstance);
            assertThat(books.writes()).isEqualTo(writes);
            assertThat(events).isEmpty();
        }
    }

    private void open(Random random) {
        Engine engine = engine();
        for (int asset = 1; asset <= ASSETS; asset++) {
            engine.createAssets(List.of(new Asset(asset, (byte) 2, "A" + asset)), List.of());
        }
        List<AccountFlags> flags = List.of(
                AccountFlags.NONE,
                AccountFlags.NONE,
                AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS,
                AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS);
        for (int id = 1; id <= ACCOUNTS; id++) {
            AccountFlags chosen = flags.get(random.nextInt(flags.size()));
            engine.createAccounts(
                    AccountList.of(
                            new Account(new U128(id, 0), ZERO, ZERO, ZERO, 1 + id % ASSETS, (short) 1_000, chosen, 0)),
                    List.of());
            now++;
        }
    }

    /** Few ids, accounts and amounts, so that transfers often meet. */
    private static List<Transfer> transfers(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> new Transfer(
                        new U128(1 + random.nextInt(2_000), 0),
                        new U128(random.nextInt(ACCOUNTS + 2), 0),
                        new U128(random.nextInt(ACCOUNTS + 2), 0),
                        random.nextInt(20) == 0 ? new U128(-1, -1) : new U128(random.nextInt(10), 0),
                        ZERO,
                        1 + random.nextInt(ASSETS),
                        (short) 1,
                        random.nextInt(3) == 0 ? TransferFlags.LINKED : TransferFlags.NONE,
                        0))
                .toList();
    }

    private List<TransferOutcome> commit(List<Transfer> transfers) {
        events.clear();
        List<TransferOutcome> outcomes = engine().commit(TransferList.copyOf(transfers), List.of());
        now += transfers.size();
        return outcomes;
    }

    /** A new one for each request: nothing may be remembered but the books. */
    private Engine engine() {
        return new Engine(books, () -> now, events::addAll);
    }

    private void eventsAreWhatWasCommitted(List<Transfer> transfers, List<TransferOutcome> outcomes) {
        List<U128> committed = IntStream.range(0, transfers.size())
                .filter(i -> outcomes.get(i) instanceof TransferOutcome.Committed)
                .mapToObj(i -> transfers.get(i).id())
                .toList();
        assertThat(events).extracting(event -> event.transfer().id()).isEqualTo(committed);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(books.transfer(event.transfer().id())).contains(event.transfer()));
    }

    private void eventsLeadFromTheBooksBeforeToThoseAfter(Map<U128, Account> before) {
        Map<U128, Account> replayed = new HashMap<>(before);
        for (Event event : events) {
            BigInteger amount = number(event.transfer().amount());
            Account debited = replayed.put(event.transfer().debitAccount(), event.debitAccount());
            Account credited = replayed.put(event.transfer().creditAccount(), event.creditAccount());
            assertThat(number(event.debitAccount().debitsPosted()))
                    .isEqualTo(number(debited.debitsPosted()).add(amount));
            assertThat(event.debitAccount().creditsPosted()).isEqualTo(debited.creditsPosted());
            assertThat(number(event.creditAccount().creditsPosted()))
                    .isEqualTo(number(credited.creditsPosted()).add(amount));
            assertThat(event.creditAccount().debitsPosted()).isEqualTo(credited.debitsPosted());
        }
        assertThat(accounts()).isEqualTo(replayed);
    }

    private static void chainsSucceedOrFailTogether(List<Transfer> transfers, List<TransferOutcome> outcomes) {
        int start = 0;
        for (int i = 0; i < transfers.size(); i++) {
            if (i == transfers.size() - 1 || !transfers.get(i).flags().contains(TransferFlags.LINKED)) {
                List<TransferOutcome> chain = outcomes.subList(start, i + 1);
                boolean failed = chain.stream().anyMatch(TransferOutcome.Rejected.class::isInstance);
                if (failed) {
                    assertThat(chain).noneMatch(TransferOutcome.Committed.class::isInstance);
                    assertThat(chain)
                            .filteredOn(TransferOutcome.Rejected.class::isInstance)
                            .filteredOn(outcome -> !outcome.equals(CHAIN_FAILED))
                            .hasSize(1);
                }
                start = i + 1;
            }
        }
    }

    private void debitsEqualCredits() {
        for (int asset = 1; asset <= ASSETS; asset++) {
            assertThat(sum(asset, Account::debitsPosted)).isEqualTo(sum(asset, Account::creditsPosted));
        }
    }

    private void limitsHold() {
        assertThat(accounts().values()).allSatisfy(account -> {
            int excess = number(account.debitsPosted()).compareTo(number(account.creditsPosted()));
            if (account.flags().contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)) {
                assertThat(excess).isNotPositive();
            }
            if (account.flags().contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)) {
                assertThat(excess).isNotNegative();
            }
        });
    }

    private BigInteger sum(int asset, Function<Account, U128> side) {
        return accounts().values().stream()
                .filter(account -> account.ledger() == asset)
                .map(account -> number(side.apply(account)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Map<U128, Account> accounts() {
        Map<U128, Account> all = new HashMap<>();
        books.accounts(0, ACCOUNTS).forEach(account -> all.put(account.id(), account));
        return all;
    }

    private static BigInteger number(U128 value) {
        return new BigInteger(Long.toUnsignedString(value.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(value.low())));
    }
}
