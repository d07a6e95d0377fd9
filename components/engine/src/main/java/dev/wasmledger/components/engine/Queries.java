package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBalance;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFilterFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the books are asked beyond single accounts and transfers. */
final class Queries {

    private final Books books;

    Queries(Books books) {
        this.books = books;
    }

    List<Transfer> accountTransfers(AccountFilter filter) {
        List<Transfer> found = new ArrayList<>();
        eachOfAccount(filter, (transfer, change) -> {
            found.add(transfer.toTransfer());
            return found.size();
        });
        return found;
    }

    List<AccountBalance> accountBalances(AccountFilter filter) {
        AccountState account =
                books.account(filter.accountId().low(), filter.accountId().high());
        List<AccountBalance> found = new ArrayList<>();
        if (account != null && account.has(AccountState.HISTORY)) {
            eachOfAccount(filter, (transfer, change) -> {
                found.add(balance(change));
                return found.size();
            });
        }
        return found;
    }

    /** Is given a transfer of an account and the account's balances after it; says how many have been found. */
    private interface AccountFinder {
        int found(TransferState transfer, OrderedRow8 change);
    }

    private void eachOfAccount(AccountFilter filter, AccountFinder finder) {
        U128 id = filter.accountId();
        AccountFilterFlags flags = filter.flags();
        boolean valid = !Words.isZero(id.low(), id.high())
                && !Words.isMax(id.low(), id.high())
                && Range.isValid(filter.timestampMin(), filter.timestampMax(), filter.limit())
                && (flags.contains(AccountFilterFlags.DEBITS) || flags.contains(AccountFilterFlags.CREDITS));
        if (!valid) {
            return;
        }
        Range range = Range.of(
                filter.timestampMin(),
                filter.timestampMax(),
                filter.limit(),
                flags.contains(AccountFilterFlags.REVERSED));
        while (!range.isEmpty()) {
            List<OrderedRow8> page = books.changes(id, range.first(), range.last(), Books.PAGE, range.reversed());
            for (OrderedRow8 change : page) {
                TransferState transfer = transferAt(change.key().minor());
                if (transfer != null
                        && matches(transfer.record, filter)
                        && finder.found(transfer, change) == range.limit()) {
                    return;
                }
                range = range.behind(change.key().minor());
            }
            if (page.size() < Books.PAGE) {
                return;
            }
        }
    }

    /** The transfer that was committed at that time; null where a pending one expired. */
    private @Nullable TransferState transferAt(long time) {
        Optional<Moment> moment = books.moment(time).filter(Moment::isTransfer);
        return moment.isEmpty()
                ? null
                : books.transfer(moment.get().idLow(), moment.get().idHigh());
    }

    private static boolean matches(TransferBuffer transfer, AccountFilter filter) {
        U128 id = filter.accountId();
        boolean debits = transfer.debitAccountIdLow() == id.low() && transfer.debitAccountIdHigh() == id.high();
        U128 data = filter.userData128();
        return filter.flags().contains(debits ? AccountFilterFlags.DEBITS : AccountFilterFlags.CREDITS)
                && (Words.isZero(data.low(), data.high())
                        || (transfer.userData128Low() == data.low() && transfer.userData128High() == data.high()))
                && (filter.userData64() == 0 || transfer.userData64() == filter.userData64())
                && (filter.userData32() == 0 || transfer.userData32() == filter.userData32())
                && (filter.code() == 0 || transfer.code() == filter.code());
    }

    private static AccountBalance balance(OrderedRow8 change) {
        Row8 row = change.row();
        return new AccountBalance(
                change.key().minor(),
                new U128(row.f0(), row.f1()),
                new U128(row.f2(), row.f3()),
                new U128(row.f4(), row.f5()),
                new U128(row.f6(), row.f7()));
    }

    List<Account> accounts(QueryFilter filter) {
        List<Account> found = new ArrayList<>();
        eachMoment(range(filter), moment -> {
            if (moment.isAccount()) {
                AccountState account = books.account(moment.idLow(), moment.idHigh());
                if (account != null
                        && matches(
                                filter,
                                account.record.userData128Low(),
                                account.record.userData128High(),
                                account.record.userData64(),
                                account.record.userData32(),
                                account.record.ledger(),
                                account.record.code())) {
                    found.add(account.toAccount());
                }
            }
            return found.size();
        });
        return found;
    }

    List<Transfer> transfers(QueryFilter filter) {
        List<Transfer> found = new ArrayList<>();
        eachMoment(range(filter), moment -> {
            if (moment.isTransfer()) {
                TransferState transfer = books.transfer(moment.idLow(), moment.idHigh());
                if (transfer != null
                        && matches(
                                filter,
                                transfer.record.userData128Low(),
                                transfer.record.userData128High(),
                                transfer.record.userData64(),
                                transfer.record.userData32(),
                                transfer.record.ledger(),
                                transfer.record.code())) {
                    found.add(transfer.toTransfer());
                }
            }
            return found.size();
        });
        return found;
    }

    List<Event> changeEvents(EventFilter filter) {
        List<Event> found = new ArrayList<>();
        if (Range.isValid(filter.timestampMin(), filter.timestampMax(), filter.limit())) {
            Range range = Range.of(filter.timestampMin(), filter.timestampMax(), filter.limit(), false);
            eachMoment(range, moment -> {
                if (!moment.isAccount()) {
                    found.add(event(moment));
                }
                return found.size();
            });
        }
        return found;
    }

    private static @Nullable Range range(QueryFilter filter) {
        return Range.isValid(filter.timestampMin(), filter.timestampMax(), filter.limit())
                ? Range.of(
                        filter.timestampMin(),
                        filter.timestampMax(),
                        filter.limit(),
                        filter.flags().contains(QueryFilterFlags.REVERSED))
                : null;
    }

    /** Is given a moment; says how many have been found. */
    private interface MomentFinder {
        int found(Moment moment);
    }

    private void eachMoment(@Nullable Range all, MomentFinder finder) {
        if (all == null) {
            return;
        }
        Range range = all;
        while (!range.isEmpty()) {
            List<Moment> page = books.moments(range.first(), range.last(), range.reversed());
            for (Moment moment : page) {
                if (finder.found(moment) == range.limit()) {
                    return;
                }
                range = range.behind(moment.time());
            }
            if (page.size() < Books.PAGE) {
                return;
            }
        }
    }

    private static boolean matches(
            QueryFilter filter, long data128Low, long data128High, long data64, int data32, int ledger, short code) {
        U128 data = filter.userData128();
        return (Words.isZero(data.low(), data.high()) || (data128Low == data.low() && data128High == data.high()))
                && (filter.userData64() == 0 || data64 == filter.userData64())
                && (filter.userData32() == 0 || data32 == filter.userData32())
                && (filter.ledger() == 0 || ledger == filter.ledger())
                && (filter.code() == 0 || code == filter.code());
    }

    private Event event(Moment moment) {
        TransferState transfer = books.transfer(moment.idLow(), moment.idHigh());
        if (transfer == null || moment.kind() == null) {
            throw new IllegalStateException("an event is in the books, and its transfer is not");
        }
        return new Event(
                moment.kind(),
                moment.time(),
                transfer.toTransfer(),
                account(transfer.record.debitAccountId(), moment.time(), moment.debitFlags()),
                account(transfer.record.creditAccountId(), moment.time(), moment.creditFlags()));
    }

    /** An account as it was after what happened at that time. */
    private Account account(U128 id, long time, int flags) {
        AccountState account = books.account(id.low(), id.high());
        if (account == null) {
            throw new IllegalStateException("an event is in the books, and its account is not");
        }
        setBalances(account, books.change(id, time).orElseThrow());
        account.record.flagsBits(flags);
        return account.toAccount();
    }

    /** An account as it was when everything up to that time had happened. */
    Optional<Account> accountAt(U128 id, long time) {
        AccountState account = books.account(id.low(), id.high());
        long last = time < 0 ? Long.MAX_VALUE : time;
        if (account == null || account.record.timestamp() > last) {
            return Optional.empty();
        }
        List<OrderedRow8> changes = books.changes(id, 0, last, 1, true);
        if (changes.isEmpty()) {
            setBalances(account, new Row8(0, 0, 0, 0, 0, 0, 0, 0));
            account.record.flagsBits(
                    books.moment(account.record.timestamp()).orElseThrow().debitFlags());
        } else {
            setBalances(account, changes.get(0).row());
            account.record.flagsBits(flagsAfter(id, changes.get(0).key().minor()));
        }
        return Optional.of(account.toAccount());
    }

    /** The flags of an account after what happened to it at that time. */
    private int flagsAfter(U128 account, long time) {
        Moment moment = books.moment(time).orElseThrow();
        TransferState transfer = books.transfer(moment.idLow(), moment.idHigh());
        boolean debited = transfer != null && transfer.record.debitAccountId().equals(account);
        return debited ? moment.debitFlags() : moment.creditFlags();
    }

    private static void setBalances(AccountState account, Row8 row) {
        account.record
                .debitsPendingLow(row.f0())
                .debitsPendingHigh(row.f1())
                .debitsPostedLow(row.f2())
                .debitsPostedHigh(row.f3())
                .creditsPendingLow(row.f4())
                .creditsPendingHigh(row.f5())
                .creditsPostedLow(row.f6())
                .creditsPostedHigh(row.f7());
    }
}
