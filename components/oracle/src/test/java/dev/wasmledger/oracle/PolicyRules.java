package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The rules of {@code policies/ledger.yaml}, with what it configures them with. */
final class PolicyRules {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private PolicyRules() {}

    /** In the order in which they are asked. */
    static List<PolicyRule> all(LongSupplier clock) {
        return List.of(new Denied(), new Limited(clock), new Held(clock));
    }

    private static BigInteger number(U128 number) {
        return Numbers.big(number);
    }

    private static boolean settles(Transfer transfer) {
        return transfer.flags().contains(TransferFlags.POST_PENDING_TRANSFER)
                || transfer.flags().contains(TransferFlags.VOID_PENDING_TRANSFER);
    }

    /** When a pending transfer expires; never is {@code Long.MAX_VALUE}. */
    private static long expiry(Transfer committed) {
        long nanos = Integer.toUnsignedLong(committed.timeout()) * NANOS_PER_SECOND;
        return nanos == 0 ? Long.MAX_VALUE : committed.timestamp() + nanos;
    }

    /** {@code deny-list}: account 16, and code 3. */
    private record Denied() implements PolicyRule {

        private static final U128 ACCOUNT = new U128(16, 0);
        private static final int CODE = 3;

        @Override
        public String name() {
            return "denied";
        }

        @Override
        public Map<Integer, String> check(List<Transfer> transfers) {
            Map<Integer, String> reasons = new TreeMap<>();
            for (int i = 0; i < transfers.size(); i++) {
                Transfer transfer = transfers.get(i);
                if (transfer.debitAccountId().equals(ACCOUNT)) {
                    reasons.put(i, "the debit account is on the deny list");
                } else if (transfer.creditAccountId().equals(ACCOUNT)) {
                    reasons.put(i, "the credit account is on the deny list");
                } else if (transfer.code() == CODE) {
                    reasons.put(i, "code 3 is on the deny list");
                }
            }
            return reasons;
        }

        @Override
        public void committed(List<Transfer> transfers) {
            // It learns nothing.
        }
    }

    /** {@code spending-limit}: 150 an hour of asset 1. */
    private static final class Limited implements PolicyRule {

        private static final BigInteger LIMIT = BigInteger.valueOf(150);
        private static final long HOUR = 3_600 * NANOS_PER_SECOND;

        private final LongSupplier clock;
        private final Map<U128, Spending> spendings = new HashMap<>();

        /** What one transfer counts for, in the hour in which it was committed, until it is free again by itself. */
        private record Spending(U128 account, long hour, BigInteger amount, long until) {}

        Limited(LongSupplier clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "limited";
        }

        private long hour() {
            return clock.getAsLong() / HOUR;
        }

        private BigInteger spent(U128 account) {
            return spendings.values().stream()
                    .filter(spending -> spending.account().equals(account) && spending.hour() == hour())
                    .filter(spending -> spending.until() > clock.getAsLong())
                    .map(Spending::amount)
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public Map<Integer, String> check(List<Transfer> transfers) {
            Map<Integer, String> reasons = new TreeMap<>();
            Map<U128, BigInteger> inBatch = new HashMap<>();
            List<Transfer> passed = new ArrayList<>();
            for (int i = 0; i < transfers.size(); i++) {
                Transfer transfer = transfers.get(i);
                if (transfer.ledger() != 1 || settles(transfer) || passed.contains(transfer)) {
                    continue;
                }
                U128 account = transfer.debitAccountId();
                BigInteger before = spent(account).add(inBatch.getOrDefault(account, BigInteger.ZERO));
                BigInteger amount = number(transfer.amount());
                if (before.add(amount).compareTo(LIMIT) > 0) {
                    reasons.put(i, before + " spent of 150 in this hour; " + amount + " more is over the limit");
                } else {
                    inBatch.merge(account, amount, BigInteger::add);
                    passed.add(transfer);
                }
            }
            return reasons;
        }

        @Override
        public void committed(List<Transfer> transfers) {
            for (Transfer transfer : transfers) {
                if (settles(transfer)) {
                    spendings.computeIfPresent(transfer.pendingId(), (id, spending) -> settled(spending, transfer));
                } else if (transfer.ledger() == 1) {
                    boolean pending = transfer.flags().contains(TransferFlags.PENDING);
                    spendings.put(
                            transfer.id(),
                            new Spending(
                                    transfer.debitAccountId(),
                                    hour(),
                                    number(transfer.amount()),
                                    pending ? expiry(transfer) : Long.MAX_VALUE));
                }
            }
        }

        private static Spending settled(Spending spending, Transfer settling) {
            BigInteger moved = settling.flags().contains(TransferFlags.POST_PENDING_TRANSFER)
                    ? number(settling.amount())
                    : BigInteger.ZERO;
            return new Spending(spending.account(), spending.hour(), moved, Long.MAX_VALUE);
        }
    }

    /** {@code four-eyes}: above 9 of asset 2, released by person 1 of {@code user-data64}. */
    private static final class Held implements PolicyRule {

        private static final BigInteger ABOVE = BigInteger.valueOf(9);
        private static final List<Long> RELEASERS = List.of(1L);

        private final LongSupplier clock;
        private final Map<U128, Transfer> waiting = new HashMap<>();

        Held(LongSupplier clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "held";
        }

        private static boolean isHeld(Transfer transfer) {
            return !settles(transfer)
                    && transfer.ledger() == 2
                    && number(transfer.amount()).compareTo(ABOVE) > 0;
        }

        @Override
        public Map<Integer, String> check(List<Transfer> transfers) {
            Map<Integer, String> reasons = new TreeMap<>();
            List<Transfer> passed = new ArrayList<>();
            for (int i = 0; i < transfers.size(); i++) {
                Transfer transfer = transfers.get(i);
                Optional<String> reason = settles(transfer)
                        ? judgeSettling(transfer, makers(transfer.pendingId(), passed))
                        : isHeld(transfer) ? judgeHeld(transfer) : Optional.empty();
                if (reason.isPresent()) {
                    reasons.put(i, reason.get());
                } else if (isHeld(transfer)) {
                    passed.add(transfer);
                }
            }
            return reasons;
        }

        private static Optional<String> judgeHeld(Transfer transfer) {
            if (!transfer.flags().contains(TransferFlags.PENDING)) {
                return Optional.of("it must be pending, so that a second person can release it");
            }
            return transfer.userData64() == 0
                    ? Optional.of("nobody asks for it: user-data64 is zero")
                    : Optional.empty();
        }

        private Set<Long> makers(U128 pendingId, List<Transfer> passed) {
            Set<Long> makers = new HashSet<>();
            passed.stream()
                    .filter(transfer -> transfer.id().equals(pendingId))
                    .forEach(transfer -> makers.add(transfer.userData64()));
            Transfer committed = waiting.get(pendingId);
            if (committed != null && expiry(committed) > clock.getAsLong()) {
                makers.add(committed.userData64());
            }
            return makers;
        }

        private static Optional<String> judgeSettling(Transfer settling, Set<Long> makers) {
            long who = settling.userData64();
            String person = "person " + Long.toUnsignedString(who);
            if (makers.isEmpty()) {
                return Optional.empty();
            }
            if (settling.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)) {
                return who == 0 || makers.contains(who) || RELEASERS.contains(who)
                        ? Optional.empty()
                        : Optional.of(person + " neither asked for it nor may release it");
            }
            if (who == 0) {
                return Optional.of("nobody releases it: user-data64 is zero");
            }
            if (makers.contains(who)) {
                return Optional.of(person + " asked for it and cannot release it as well");
            }
            return RELEASERS.contains(who)
                    ? Optional.empty()
                    : Optional.of(person + " is none of those who may release");
        }

        @Override
        public void committed(List<Transfer> transfers) {
            for (Transfer transfer : transfers) {
                if (settles(transfer)) {
                    waiting.remove(transfer.pendingId());
                } else if (isHeld(transfer)) {
                    waiting.put(transfer.id(), transfer);
                }
            }
        }
    }
}
