package dev.wasmledger.components.engine;

import java.util.ArrayList;
import java.util.List;

/** What accounts were before a chain changed them. The states that it remembers in serve one chain after the other. */
final class UndoLog {

    private final List<AccountState> changed = new ArrayList<>();
    private final List<AccountState> before = new ArrayList<>();

    /** Remembers an account as it is. */
    void remember(AccountState account) {
        if (before.size() == changed.size()) {
            before.add(new AccountState());
        }
        before.get(changed.size()).restore(account);
        changed.add(account);
    }

    /** Makes all accounts again what they were, the last change first. */
    void run() {
        while (!changed.isEmpty()) {
            AccountState account = changed.removeLast();
            account.restore(before.get(changed.size()));
        }
    }

    /** What was done is done. */
    void clear() {
        changed.clear();
    }
}
