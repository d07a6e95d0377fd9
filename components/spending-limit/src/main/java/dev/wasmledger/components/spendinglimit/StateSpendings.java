package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.KeyedRow8List;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/**
 * Spendings in the host's tables:
 *
 * <ul>
 *   <li>{@code spent}: for each account, the period, the sum's two halves, and a time before which no reservation expires
 *   <li>{@code reservations}: for each pending transfer, its account, the period, the amount, when it expires, and which one was
 *       reserved before it that expires at the same time
 *   <li>{@code expiries}: at (account, when), the period, what is free again then, and which pending transfer was the last
 * </ul>
 *
 * <p>Several of an account can expire at one time, though hardly ever do they: what is free then is that of the last period.
 * Zero is no pending transfer.
 */
final class StateSpendings implements Spendings {

    /** How many expiries one scan asks for. */
    private static final int PAGE = 1_000;

    /** All bits set: the greatest u64. */
    private static final long GREATEST = -1;

    private static final U128 NO_TRANSFER = new U128(0, 0);

    private final int table = State.openHashed8("spent");
    private final int reservations = State.openHashed8("reservations");
    private final int expiries = State.openOrdered8("expiries");

    @Override
    public void read(Accounts accounts, long period, long now) {
        int size = accounts.size();
        U128List.Builder ids = U128List.builder(size);
        for (int i = 0; i < size; i++) {
            ids.add().low(accounts.idLow(i)).high(accounts.idHigh(i));
        }
        KeyedRow8List rows = State.getMany8(table, ids.build());
        int account = 0;
        for (int i = 0; i < rows.size(); i++) {
            // Rows come in the order of their keys.
            while (accounts.idLow(account) != rows.keyLow(i) || accounts.idHigh(account) != rows.keyHigh(i)) {
                account++;
            }
            boolean samePeriod = rows.rowF0(i) == period;
            accounts.set(account, samePeriod ? rows.rowF1(i) : 0, samePeriod ? rows.rowF2(i) : 0, rows.rowF3(i));
            if (accounts.hasExpired(account, now)) {
                takeOffExpired(accounts, account, period, now);
            }
        }
    }

    private void takeOffExpired(Accounts accounts, int account, long period, long now) {
        U128 id = id(accounts, account);
        long from = 0;
        OrderedRow8List page;
        do {
            page = expired(id, from, now);
            for (OrderedRow8 expiry : page) {
                from = expiry.key().minor() + 1;
                if (expiry.row().f0() == period) {
                    accounts.takeOff(account, expiry.row().f1(), expiry.row().f2());
                }
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void write(Accounts accounts, long period, long now) {
        int size = accounts.size();
        KeyedRow8List.Builder rows = KeyedRow8List.builder(size);
        for (int i = 0; i < size; i++) {
            if (accounts.isChanged(i)) {
                if (accounts.hasExpired(i, now)) {
                    removeExpired(accounts, i, now);
                }
                rows.add()
                        .keyLow(accounts.idLow(i))
                        .keyHigh(accounts.idHigh(i))
                        .rowF0(period)
                        .rowF1(accounts.sumLow(i))
                        .rowF2(accounts.sumHigh(i))
                        .rowF3(accounts.nextExpiry(i));
            }
        }
        if (rows.size() > 0) {
            State.putMany8(table, rows.build());
        }
    }

    private void removeExpired(Accounts accounts, int account, long now) {
        U128 id = id(accounts, account);
        OrderedRow8List page;
        do {
            page = expired(id, 0, now);
            for (OrderedRow8 expiry : page) {
                removeReservations(last(expiry.row()));
                State.removeOrdered8(expiries, expiry.key());
            }
        } while (page.size() == PAGE);
        OrderedRow8List next = State.scan8(expiries, new OrderedKey(id, now + 1), new OrderedKey(id, GREATEST), 1);
        accounts.setNextExpiry(account, next.isEmpty() ? 0 : next.keyMinor(0));
    }

    private void removeReservations(U128 last) {
        U128 transfer = last;
        while (!transfer.equals(NO_TRANSFER)) {
            U128 before = State.get8(reservations, transfer)
                    .map(StateSpendings::before)
                    .orElse(NO_TRANSFER);
            State.remove8(reservations, transfer);
            transfer = before;
        }
    }

    private static U128 id(Accounts accounts, int account) {
        return new U128(accounts.idLow(account), accounts.idHigh(account));
    }

    private OrderedRow8List expired(U128 account, long from, long now) {
        return State.scan8(expiries, new OrderedKey(account, from), new OrderedKey(account, now), PAGE);
    }

    @Override
    public void reserve(U128 pendingTransfer, Reservation reservation) {
        U128 before = reservation.expiry() == 0 ? NO_TRANSFER : addExpiry(pendingTransfer, reservation);
        State.put8(reservations, pendingTransfer, row(reservation, before));
    }

    /** Gives the one that was the last to expire then. */
    private U128 addExpiry(U128 pendingTransfer, Reservation reservation) {
        OrderedKey key = new OrderedKey(reservation.account(), reservation.expiry());
        UInt128 sum = reservation.amount();
        Optional<Row8> there = State.getOrdered8(expiries, key);
        if (there.isPresent() && there.get().f0() == reservation.period()) {
            sum = sum.plus(free(there.get())).orElse(UInt128.MAX);
        }
        State.putOrdered8(expiries, key, expiry(reservation.period(), sum, pendingTransfer));
        return there.map(StateSpendings::last).orElse(NO_TRANSFER);
    }

    @Override
    public Optional<Reservation> settle(U128 pendingTransfer) {
        Optional<Row8> row = State.get8(reservations, pendingTransfer);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        State.remove8(reservations, pendingTransfer);
        Reservation reservation = reservation(row.get());
        if (reservation.expiry() != 0) {
            removeExpiry(pendingTransfer, before(row.get()), reservation);
        }
        return Optional.of(reservation);
    }

    private void removeExpiry(U128 pendingTransfer, U128 before, Reservation reservation) {
        OrderedKey key = new OrderedKey(reservation.account(), reservation.expiry());
        Optional<Row8> there = State.getOrdered8(expiries, key);
        if (there.isEmpty()) {
            return;
        }
        long period = there.get().f0();
        UInt128 free = free(there.get());
        UInt128 rest = period == reservation.period() ? minus(free, reservation.amount()) : free;
        U128 last = last(there.get());
        if (last.equals(pendingTransfer)) {
            last = before;
        } else {
            leaveOut(pendingTransfer, before, last);
        }
        if (last.equals(NO_TRANSFER)) {
            State.removeOrdered8(expiries, key);
        } else {
            State.putOrdered8(expiries, key, expiry(period, rest, last));
        }
    }

    /** Of those that expire at one time, puts {@code before} before the one that the transfer was before. */
    private void leaveOut(U128 pendingTransfer, U128 before, U128 last) {
        U128 transfer = last;
        while (!transfer.equals(NO_TRANSFER)) {
            Row8 row = State.get8(reservations, transfer).orElseThrow();
            if (before(row).equals(pendingTransfer)) {
                State.put8(reservations, transfer, row(reservation(row), before));
                return;
            }
            transfer = before(row);
        }
    }

    private static Row8 row(Reservation reservation, U128 before) {
        U128 account = reservation.account();
        UInt128 amount = reservation.amount();
        return new Row8(
                account.low(),
                account.high(),
                reservation.period(),
                amount.low(),
                amount.high(),
                reservation.expiry(),
                before.low(),
                before.high());
    }

    private static Reservation reservation(Row8 row) {
        return new Reservation(new U128(row.f0(), row.f1()), row.f2(), UInt128.of(row.f3(), row.f4()), row.f5());
    }

    private static U128 before(Row8 reservation) {
        return new U128(reservation.f6(), reservation.f7());
    }

    private static Row8 expiry(long period, UInt128 free, U128 last) {
        return new Row8(period, free.low(), free.high(), last.low(), last.high(), 0, 0, 0);
    }

    private static UInt128 free(Row8 expiry) {
        return UInt128.of(expiry.f1(), expiry.f2());
    }

    private static U128 last(Row8 expiry) {
        return new U128(expiry.f3(), expiry.f4());
    }

    /** Never below zero. */
    private static UInt128 minus(UInt128 a, UInt128 b) {
        if (b.isGreaterThan(a)) {
            return UInt128.ZERO;
        }
        long borrow = Long.compareUnsigned(a.low(), b.low()) < 0 ? 1 : 0;
        return UInt128.of(a.low() - b.low(), a.high() - b.high() - borrow);
    }
}
