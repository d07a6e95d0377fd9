package dev.wasmledger.components.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.U128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourEyesTest {

    private static final long SECOND = 1_000_000_000;
    private static final int MAKER = 1;
    private static final int OTHER = 2;
    private static final int THIRD = 3;

    private final Map<String, String> config = new HashMap<>(Map.of("above", "100"));
    private final MemoryHolds holds = new MemoryHolds();
    private long now = 10 * SECOND;
    private long nextId = 1;

    @Test
    void upToTheAmountNothingIsHeld() {
        assertThat(check(transfer(100, TransferFlags.NONE, MAKER))).containsOnly("");
        assertThat(check(transfer(100, TransferFlags.NONE, 0))).containsOnly("");
    }

    @Test
    void whatIsGreaterMustBePendingAndNameAPerson() {
        assertThat(check(
                        transfer(101, TransferFlags.NONE, MAKER),
                        transfer(101, TransferFlags.PENDING, 0),
                        transfer(101, TransferFlags.PENDING, MAKER)))
                .containsExactly(
                        "it must be pending, so that a second person can release it",
                        "nobody asks for it: user-data64 is zero",
                        "");
    }

    @Test
    void onlyASecondPersonReleases() {
        Transfer pending = held();
        assertThat(check(post(pending, MAKER), post(pending, 0), post(pending, OTHER)))
                .containsExactly(
                        "person 1 asked for it and cannot release it as well",
                        "nobody releases it: user-data64 is zero",
                        "");
    }

    @Test
    void whoeverMayNotReleaseMayNotRefuseEither() {
        config.put("releasers", "1, 2");
        Transfer pending = held();
        assertThat(check(
                        post(pending, MAKER),
                        post(pending, OTHER),
                        post(pending, THIRD),
                        voiding(pending, MAKER),
                        voiding(pending, 0),
                        voiding(pending, OTHER),
                        voiding(pending, THIRD)))
                .containsExactly(
                        "person 1 asked for it and cannot release it as well",
                        "",
                        "person 3 is none of those who may release",
                        "",
                        "",
                        "",
                        "person 3 neither asked for it nor may release it");
    }

    @Test
    void anybodyVoidsWhereNobodyIsNamed() {
        Transfer pending = held();
        assertThat(check(voiding(pending, THIRD), voiding(pending, MAKER))).containsOnly("");
    }

    @Test
    void withinABatchToo() {
        Transfer pending = transfer(101, TransferFlags.PENDING, MAKER);
        assertThat(check(pending, post(pending, MAKER), post(pending, OTHER)))
                .containsExactly("", "person 1 asked for it and cannot release it as well", "");
    }

    @Test
    void ofTwoWithOneIdBothMakersCount() {
        Transfer first = transfer(101, TransferFlags.PENDING, MAKER);
        Transfer second = transfer(101, TransferFlags.PENDING, OTHER, first.id());
        assertThat(check(first, second, post(first, MAKER), post(first, OTHER), post(first, THIRD)))
                .containsExactly(
                        "",
                        "",
                        "person 1 asked for it and cannot release it as well",
                        "person 2 asked for it and cannot release it as well",
                        "");
    }

    @Test
    void whatWasNotHeldIsPostedByAnybody() {
        Transfer small = transfer(100, TransferFlags.PENDING, MAKER);
        settle(small, TransferStatus.CREATED);
        assertThat(holds.held).isEmpty();
        assertThat(check(post(small, MAKER))).containsOnly("");
    }

    @Test
    void whatWasNotCommittedIsNotHeld() {
        settle(transfer(101, TransferFlags.PENDING, MAKER), TransferStatus.EXCEEDS_CREDITS);
        assertThat(holds.held).isEmpty();
    }

    @Test
    void whatIsSettledOrExpiredIsForgotten() {
        Transfer posted = held();
        Transfer voided = held();
        settle(post(posted, OTHER), TransferStatus.CREATED);
        settle(voiding(voided, MAKER), TransferStatus.CREATED);
        assertThat(holds.held).isEmpty();
        Transfer expiring = withTimeout(transfer(101, TransferFlags.PENDING, MAKER), 60);
        settle(expiring, TransferStatus.CREATED);
        now += 60 * SECOND - 1;
        settle(transfer(1, TransferFlags.NONE, MAKER), TransferStatus.CREATED);
        assertThat(holds.held).containsOnlyKeys(expiring.id());
        now++;
        assertThat(check(post(expiring, MAKER))).as("for the ledger to refuse").containsOnly("");
        settle(transfer(1, TransferFlags.NONE, MAKER), TransferStatus.EXCEEDS_CREDITS);
        assertThat(holds.held).as("nothing was committed").containsOnlyKeys(expiring.id());
        settle(transfer(1, TransferFlags.NONE, MAKER), TransferStatus.CREATED);
        assertThat(holds.held).isEmpty();
    }

    @Test
    void listedAccountsAndCodesAreHeldWhateverTheirAmount() {
        config.put("accounts", "20");
        config.put("codes", "7");
        config.put("ledger", "1");
        assertThat(check(
                        on(1, 10, 20, 1, 1),
                        on(1, 20, 10, 1, 1),
                        on(1, 10, 30, 7, 1),
                        on(1, 10, 30, 1, 1),
                        on(999, 20, 20, 7, 2)))
                .extracting(String::isEmpty)
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void allIsHeldWhereNothingSaysWhat() {
        config.clear();
        config.put("ledger", "1");
        assertThat(check(transfer(0, TransferFlags.NONE, MAKER), on(5, 10, 30, 1, 2)))
                .extracting(String::isEmpty)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-data128", "user-data64", "user-data32"})
    void aPersonIsWhatTheFieldSaysThatIsNamed(String field) {
        config.put("person", field);
        Transfer pending = held();
        assertThat(check(post(pending, MAKER), post(pending, OTHER)))
                .containsExactly("person 1 asked for it and cannot release it as well", "");
    }

    @Test
    void aConfigThatCannotBeUsedIsAProblemAndVetoesEverything() {
        config.put("above", "much");
        config.put("person", "name");
        assertThat(policy().checkConfig())
                .containsExactly(
                        new Problem(
                                "above",
                                new Mistake.MustBe("a whole number from 0 to 340282366920938463463374607431768211455,"
                                        + " is `much`")),
                        new Problem(
                                "person",
                                new Mistake.MustBe("one of user-data64, user-data128, user-data32, is `name`")));
        assertThat(check(transfer(1, TransferFlags.NONE, MAKER)).getFirst())
                .startsWith("config cannot be used: `above` must be");
        settle(transfer(101, TransferFlags.PENDING, MAKER), TransferStatus.VETOED);
        assertThat(holds.held).isEmpty();
    }

    @Test
    void aConfigThatCanBeUsedIsNoProblem() {
        assertThat(policy().checkConfig()).isEmpty();
    }

    private FourEyes policy() {
        return new FourEyes(holds, () -> now, key -> Optional.ofNullable(config.get(key)));
    }

    /** What is said of each transfer; nothing where it may be committed. */
    private List<String> check(Transfer... transfers) {
        List<Objection> objections = policy().check(TransferList.of(transfers));
        return IntStream.range(0, transfers.length)
                .mapToObj(i -> objections.stream()
                        .filter(objection -> objection.index() == i)
                        .map(Objection::reason)
                        .collect(Collectors.joining()))
                .toList();
    }

    private void settle(Transfer transfer, TransferStatus status) {
        policy().settled(TransferList.of(transfer), TransferResultList.of(new TransferResult(status, now)));
    }

    private Transfer held() {
        Transfer pending = transfer(101, TransferFlags.PENDING, MAKER);
        assertThat(check(pending)).containsOnly("");
        settle(pending, TransferStatus.CREATED);
        assertThat(holds.held).containsKey(pending.id());
        return pending;
    }

    private Transfer post(Transfer pending, int person) {
        return settling(pending, TransferFlags.POST_PENDING_TRANSFER, person);
    }

    private Transfer voiding(Transfer pending, int person) {
        return settling(pending, TransferFlags.VOID_PENDING_TRANSFER, person);
    }

    private Transfer settling(Transfer pending, TransferFlags flags, int person) {
        return new Transfer(
                number(nextId++),
                number(0),
                number(0),
                number(0),
                pending.id(),
                number(person),
                person,
                person,
                0,
                0,
                (short) 0,
                flags,
                0);
    }

    private Transfer on(long amount, long debit, long credit, int code, int ledger) {
        return new Transfer(
                number(nextId++),
                number(debit),
                number(credit),
                number(amount),
                number(0),
                number(0),
                0,
                0,
                0,
                ledger,
                (short) code,
                TransferFlags.NONE,
                0);
    }

    private Transfer transfer(long amount, TransferFlags flags, int person) {
        return transfer(amount, flags, person, number(nextId++));
    }

    private static Transfer transfer(long amount, TransferFlags flags, int person, U128 id) {
        return new Transfer(
                id,
                number(10),
                number(20),
                number(amount),
                number(0),
                number(person),
                person,
                person,
                0,
                1,
                (short) 1,
                flags,
                0);
    }

    private static Transfer withTimeout(Transfer of, int seconds) {
        return new Transfer(
                of.id(),
                of.debitAccountId(),
                of.creditAccountId(),
                of.amount(),
                of.pendingId(),
                of.userData128(),
                of.userData64(),
                of.userData32(),
                seconds,
                of.ledger(),
                of.code(),
                of.flags(),
                0);
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }

    private static final class MemoryHolds implements Holds {

        private final Map<U128, Hold> held = new HashMap<>();

        @Override
        public Optional<Hold> find(U128 pendingTransfer) {
            return Optional.ofNullable(held.get(pendingTransfer));
        }

        @Override
        public void add(U128 pendingTransfer, Hold hold) {
            held.put(pendingTransfer, hold);
        }

        @Override
        public void remove(U128 pendingTransfer) {
            held.remove(pendingTransfer);
        }

        @Override
        public void forgetExpired(long time) {
            held.values().removeIf(hold -> hold.expiry() != 0 && hold.expiry() <= time);
        }
    }
}
