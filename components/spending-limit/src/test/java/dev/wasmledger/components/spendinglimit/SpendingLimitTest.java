package dev.wasmledger.components.spendinglimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingLimitTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final TransferStatus COMMITTED = TransferStatus.CREATED;
    private static final TransferStatus REJECTED = TransferStatus.EXCEEDS_CREDITS;

    private final Map<U128, Map<Long, UInt128>> written = new HashMap<>();
    private final Map<U128, Spendings.Reservation> reservations = new HashMap<>();
    private final Map<String, String> config = new HashMap<>(Map.of("limit", "100"));
    private long now = 10 * HOUR;
    private int nextId = 1;
    private int reads;

    @Test
    void letsThroughUpToTheLimit() {
        assertThat(check(spend(1, 60), spend(1, 40))).containsOnly(Optional.empty());
    }

    @Test
    void transfersBeforeItInTheBatchCount() {
        assertThat(check(spend(1, 60), spend(1, 41), spend(1, 40), spend(2, 100)))
                .containsExactly(
                        Optional.empty(),
                        Optional.of("60 spent of 100 in this day; 41 more is over the limit"),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void whatWasCommittedCountsUntilThePeriodIsOver() {
        settle(spend(1, 70), COMMITTED);
        assertThat(check(spend(1, 31)).getFirst())
                .hasValueSatisfying(veto -> assertThat(veto).startsWith("70 spent of 100 in this day"));
        now += 13 * HOUR;
        assertThat(check(spend(1, 31)).getFirst()).isPresent();
        now += HOUR;
        assertThat(check(spend(1, 31)).getFirst()).isEmpty();
    }

    @Test
    void whatWasRejectedDoesNotCount() {
        settle(spend(1, 70), REJECTED);
        assertThat(written).isEmpty();
        assertThat(check(spend(1, 100)).getFirst()).isEmpty();
    }

    @Test
    void checkingAloneWritesNothing() {
        check(spend(1, 70));
        assertThat(written).isEmpty();
    }

    @Test
    void anIdTwiceInABatchCountsOnce() {
        Transfer transfer = spend(1, 60);
        assertThat(check(transfer, transfer, spend(1, 40))).containsOnly(Optional.empty());
    }

    @Test
    void soDoesOneAmongIdsThatDoNotAscend() {
        Transfer first = spend(1, 10);
        Transfer second = spend(1, 20);
        Transfer third = spend(1, 30);
        assertThat(check(third, first, second, first, third, withAmount(first, 40), second, withAmount(first, 40)))
                .containsOnly(Optional.empty());
        assertThat(check(third, first, second, withAmount(first, 41)))
                .extracting(Optional::isPresent)
                .containsExactly(false, false, false, true);
    }

    @Test
    void otherAssetsAndCodesAreLeftAlone() {
        config.put("ledger", "2");
        config.put("code", "40000");
        assertThat(check(
                        transfer(1, 999, 1, 40_000),
                        transfer(1, 999, 2, 7),
                        transfer(1, 100, 2, 40_000),
                        transfer(1, 1, 2, 40_000)))
                .extracting(Optional::isPresent)
                .containsExactly(false, false, false, true);
    }

    @Test
    void sumsBeyondTheGreatestNumberAreOverAnyLimit() {
        config.put("limit", UInt128.MAX.toString());
        Transfer greatest = transfer(1, new U128(-1, -1), 1, 1, TransferFlags.NONE, 0, 0);
        assertThat(check(greatest, spend(1, 1))).extracting(Optional::isPresent).containsExactly(false, true);
    }

    @Test
    void ofAnIdTwiceInABatchTheGreaterOneIsJudgedToo() {
        Transfer small = spend(1, 10);
        Transfer great = withAmount(small, 101);
        assertThat(check(small, great)).extracting(Optional::isPresent).containsExactly(false, true);
        assertThat(check(great, great)).extracting(Optional::isPresent).containsExactly(true, true);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, ten, 'a whole number from 0 to 340282366920938463463374607431768211455, is `ten`'",
        "limit, -1, 'a whole number from 0 to 340282366920938463463374607431768211455, is `-1`'",
        "period, month, 'one of day, hour, week, is `month`'",
        "ledger, 4294967296, 'a whole number from 0 to 4294967295, is `4294967296`'",
        "code, 65536, 'a whole number from 0 to 65535, is `65536`'",
    })
    void aConfigThatCannotBeReadIsAProblemAndVetoesEverything(String key, String value, String mustBe) {
        config.put(key, value);
        assertThat(policy().checkConfig()).containsExactly(new Problem(key, new Mistake.MustBe(mustBe)));
        assertThat(check(spend(1, 1), spend(2, 1)))
                .containsOnly(Optional.of("config cannot be used: `" + key + "` must be " + mustBe));
        settle(spend(1, 1), REJECTED);
        assertThat(written).isEmpty();
    }

    @Test
    void aLimitMustBeSet() {
        config.clear();
        assertThat(policy().checkConfig()).containsExactly(new Problem("limit", new Mistake.Missing()));
        assertThat(check(spend(1, 1))).containsExactly(Optional.of("config cannot be used: `limit` is missing"));
    }

    @Test
    void aConfigThatCanBeReadIsNoProblem() {
        assertThat(policy().checkConfig()).isEmpty();
    }

    @Test
    void aPendingTransferCountsUntilItIsVoided() {
        Transfer pending = pending(70, 0);
        settle(pending, COMMITTED);
        assertThat(check(spend(1, 31)).getFirst()).isPresent();
        settle(settling(pending, 0, TransferFlags.VOID_PENDING_TRANSFER), COMMITTED);
        assertThat(check(spend(1, 100)).getFirst()).isEmpty();
        assertThat(reservations).isEmpty();
    }

    @Test
    void whatAPostLeavesOverIsFreeAgain() {
        Transfer pending = pending(70, 0);
        settle(pending, COMMITTED);
        settle(settling(pending, 50, TransferFlags.POST_PENDING_TRANSFER), COMMITTED);
        assertThat(check(spend(1, 50)).getFirst()).isEmpty();
        assertThat(check(spend(1, 51)).getFirst()).isPresent();
    }

    @Test
    void aPostSpendsNothingMore() {
        Transfer pending = pending(100, 0);
        settle(pending, COMMITTED);
        assertThat(check(settling(pending, 100, TransferFlags.POST_PENDING_TRANSFER))
                        .getFirst())
                .isEmpty();
    }

    @Test
    void whatHasExpiredIsFreeAgain() {
        settle(pending(70, 60), COMMITTED);
        assertThat(check(spend(1, 31)).getFirst()).isPresent();
        now += 60_000_000_000L;
        assertThat(check(spend(1, 100)).getFirst()).isEmpty();
    }

    @Test
    void whatWasJudgedInTheSameCommandIsNotReadAgain() {
        SpendingLimit policy = policy();
        TransferList batch = TransferList.of(spend(1, 60), spend(1, 50), spend(2, 70), spend(3, 80));
        assertThat(policy.check(batch)).extracting(Objection::index).containsExactly(1);
        policy.settled(
                batch,
                TransferResultList.of(
                        new TransferResult(COMMITTED, now),
                        new TransferResult(TransferStatus.VETOED, 0),
                        new TransferResult(REJECTED, now),
                        new TransferResult(COMMITTED, now)));
        assertThat(reads).isEqualTo(1);
        assertThat(sums()).isEqualTo(Map.of(account(1), 60L, account(3), 80L));
    }

    @Test
    void aBatchThatWasNotJudgedIsSettledForItself() {
        SpendingLimit policy = policy();
        policy.check(TransferList.of(spend(1, 60)));
        TransferResultList committed = TransferResultList.of(new TransferResult(COMMITTED, now));
        policy.settled(TransferList.of(spend(2, 70)), committed);
        policy.settled(TransferList.of(spend(1, 10)), committed);
        now++;
        policy.settled(TransferList.of(spend(1, 10)), committed);
        assertThat(sums()).isEqualTo(Map.of(account(1), 20L, account(2), 70L));
    }

    private Map<U128, Long> sums() {
        Map<U128, Long> sums = new HashMap<>();
        written.forEach(
                (account, periods) -> periods.values().forEach(sum -> sums.merge(account, sum.low(), Long::sum)));
        return sums;
    }

    private List<Optional<String>> check(Transfer... transfers) {
        List<Objection> objections = policy().check(TransferList.of(transfers));
        return IntStream.range(0, transfers.length)
                .mapToObj(i -> objections.stream()
                        .filter(objection -> objection.index() == i)
                        .map(Objection::reason)
                        .findFirst())
                .toList();
    }

    private void settle(Transfer transfer, TransferStatus status) {
        policy().settled(TransferList.of(transfer), TransferResultList.of(new TransferResult(status, now)));
    }

    /** A new one for each call: nothing may be remembered but what is written. */
    private SpendingLimit policy() {
        return new SpendingLimit(new MemorySpendings(), () -> now, key -> Optional.ofNullable(config.get(key)));
    }

    private Transfer spend(long account, long amount) {
        return transfer(account, amount, 1, 1);
    }

    private Transfer pending(long amount, int timeout) {
        return transfer(1, new U128(amount, 0), 1, 1, TransferFlags.PENDING, 0, timeout);
    }

    private Transfer settling(Transfer pending, long amount, TransferFlags flags) {
        return transfer(1, new U128(amount, 0), 1, 1, flags, pending.id().low(), 0);
    }

    private static Transfer withAmount(Transfer transfer, long amount) {
        return new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                new U128(amount, 0),
                transfer.pendingId(),
                transfer.userData128(),
                transfer.userData64(),
                transfer.userData32(),
                transfer.timeout(),
                transfer.ledger(),
                transfer.code(),
                transfer.flags(),
                transfer.timestamp());
    }

    private Transfer transfer(long account, long amount, int ledger, int code) {
        return transfer(account, new U128(amount, 0), ledger, code, TransferFlags.NONE, 0, 0);
    }

    private Transfer transfer(
            long account, U128 amount, int ledger, int code, TransferFlags flags, long pendingId, int timeout) {
        return new Transfer(
                id(),
                account(account),
                account(9),
                amount,
                account(pendingId),
                account(0),
                0,
                0,
                timeout,
                ledger,
                (short) code,
                flags,
                0);
    }

    private U128 id() {
        return new U128(nextId++, 0);
    }

    private static U128 account(long number) {
        return new U128(number, 0);
    }

    private final class MemorySpendings implements Spendings {

        @Override
        public void read(Accounts accounts, long period, long now) {
            reads++;
            for (int i = 0; i < accounts.size(); i++) {
                int read = i;
                U128 id = account(accounts.idLow(i));
                UInt128 sum = written.getOrDefault(id, Map.of()).getOrDefault(period, UInt128.ZERO);
                accounts.set(i, sum.low(), sum.high(), 0);
                reservations.values().stream()
                        .filter(reservation -> reservation.account().equals(id))
                        .filter(reservation -> reservation.expiry() != 0 && reservation.expiry() <= now)
                        .forEach(expired ->
                                accounts.takeOff(read, expired.amount().low(), 0));
            }
        }

        @Override
        public void write(Accounts accounts, long period, long now) {
            for (int i = 0; i < accounts.size(); i++) {
                if (accounts.isChanged(i)) {
                    written.put(
                            account(accounts.idLow(i)),
                            Map.of(period, UInt128.of(accounts.sumLow(i), accounts.sumHigh(i))));
                }
            }
        }

        @Override
        public void reserve(U128 pendingTransfer, Reservation reservation) {
            reservations.put(pendingTransfer, reservation);
        }

        @Override
        public Optional<Reservation> settle(U128 pendingTransfer) {
            return Optional.ofNullable(reservations.remove(pendingTransfer));
        }
    }
}
