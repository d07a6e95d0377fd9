package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The books as a batch sees them: what it has committed so far lies over what they say. They are written once, at the
 * batch's end, so that taking a chain back is a matter of this object alone.
 */
final class WorkingSet {

    private final Books books;
    private final Map<U128, Account> accounts = new HashMap<>();
    private final Map<U128, Transfer> transfers = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    /** Both accounts as they were before each event: two for each. */
    private final List<Account> undo = new ArrayList<>();

    WorkingSet(Books books) {
        this.books = books;
    }

    Optional<Account> account(U128 id) {
        Account seen = accounts.get(id);
        if (seen != null) {
            return Optional.of(seen);
        }
        Optional<Account> read = books.account(id);
        read.ifPresent(account -> accounts.put(id, account));
        return read;
    }

    Optional<Transfer> transfer(U128 id) {
        Transfer committed = transfers.get(id);
        return committed != null ? Optional.of(committed) : books.transfer(id);
    }

    /** Commits a transfer; both accounts are as they are after it, and have been looked up before. */
    void commit(Transfer transfer, Account debited, Account credited) {
        undo.add(replace(debited));
        undo.add(replace(credited));
        transfers.put(transfer.id(), transfer);
        events.add(new Event(transfer, debited, credited));
    }

    /** How far the batch has come, to go back to with {@link #rollBack}. */
    int mark() {
        return events.size();
    }

    /** Takes everything back that was committed since {@link #mark} gave that answer. */
    void rollBack(int mark) {
        while (events.size() > mark) {
            Event taken = events.removeLast();
            replace(undo.removeLast());
            replace(undo.removeLast());
            transfers.remove(taken.transfer().id());
        }
    }

    /** What was committed, in order. */
    List<Event> events() {
        return events;
    }

    /** Writes everything that was committed to the books, with the text that belongs to it. */
    void write(Texts texts) {
        Set<U128> changed = new LinkedHashSet<>();
        for (Event event : events) {
            books.add(event.transfer());
            texts.store(event.transfer().id(), books);
            changed.add(event.transfer().debitAccount());
            changed.add(event.transfer().creditAccount());
        }
        for (U128 id : changed) {
            account(id).ifPresent(books::update);
        }
    }

    private Account replace(Account account) {
        Account before = accounts.put(account.id(), account);
        if (before == null) {
            throw new IllegalStateException("an account changes that was never looked up");
        }
        return before;
    }
}
