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
 * Spendings in the host's tables: {@code spent} has a row for each account with the period, the sum's two halves, and a time
 * before which no reservation expires; {@code reservations} one for each pending transfer, and {@code expiries}, at (account,
 * when), what is free again then.
 */
final class StateSpendings implements Spendings {

    /** How many expiries one scan asks for. */
    private static final int PAGE = 1_000;

    /** All bits set: the greatest u64. */
    private static final long GREATEST = -1;

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
            page.forEach(expiry -> State.removeOrdered8(expiries, expiry.key()));
        } while (page.size() == PAGE);
        OrderedRow8List next = State.scan8(expiries, new OrderedKey(id, now + 1), new OrderedKey(id, GREATEST), 1);
        accounts.setNextExpiry(account, next.isEmpty() ? 0 : next.keyMinor(0));
    }

    private static U128 id(Accounts accounts, int account) {
        return new U128(accounts.idLow(account), accounts.idHigh(account));
    }

    private OrderedRow8List expired(U128 account, long from, long now) {
        return State.scan8(expiries, new OrderedKey(account, from), new OrderedKey(account, now), PAGE);
    }

    @Override
    public void reserve(U128 pendingTransfer, Reservation reservation) {
        U128 account = reservation.account();
        UInt128 amount = reservation.amount();
        State.put8(
                reservations,
                pendingTransfer,
                new Row8(
                        account.low(),
                        account.high(),
                        reservation.period(),
                        amount.low(),
                        amount.high(),
                        reservation.expiry(),
                        0,
                        0));
        if (reservation.expiry() != 0) {
            addExpiry(reservation);
        }
    }

    /** Several of an account can expire at one time: their amounts are one row, of the last period. */
    private void addExpiry(Reservation reservation) {
        OrderedKey key = new OrderedKey(reservation.account(), reservation.expiry());
        UInt128 sum = reservation.amount();
        Optional<Row8> there = State.getOrdered8(expiries, key);
        if (there.isPresent() && there.get().f0() == reservation.period()) {
            sum = sum.plus(UInt128.of(there.get().f1(), there.get().f2())).orElse(UInt128.MAX);
        }
        State.putOrdered8(expiries, key, new Row8(reservation.period(), sum.low(), sum.high(), 0, 0, 0, 0, 0));
    }

    @Override
    public Optional<Reservation> settle(U128 pendingTransfer) {
        Optional<Row8> row = State.get8(reservations, pendingTransfer);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        State.remove8(reservations, pendingTransfer);
        Row8 fields = row.get();
        Reservation reservation = new Reservation(
                new U128(fields.f0(), fields.f1()), fields.f2(), UInt128.of(fields.f3(), fields.f4()), fields.f5());
        if (reservation.expiry() != 0) {
            removeExpiry(reservation);
        }
        return Optional.of(reservation);
    }

    private void removeExpiry(Reservation reservation) {
        OrderedKey key = new OrderedKey(reservation.account(), reservation.expiry());
        Optional<Row8> there = State.getOrdered8(expiries, key);
        if (there.isPresent() && there.get().f0() == reservation.period()) {
            UInt128 rest = minus(UInt128.of(there.get().f1(), there.get().f2()), reservation.amount());
            if (rest.isZero()) {
                State.removeOrdered8(expiries, key);
            } else {
                State.putOrdered8(
                        expiries, key, new Row8(reservation.period(), rest.low(), rest.high(), 0, 0, 0, 0, 0));
            }
        }
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
