package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Event;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that a ledger knows. What is written through {@code put} and {@code add} can be taken back. */
final class Books {

    /** By number, as an unsigned one. */
    final Map<Integer, Asset> assets = new TreeMap<>(Integer::compareUnsigned);

    /** As they are now. */
    final Map<U128, Account> accounts = new HashMap<>();

    /** As they were created, in that order, which is that of their times. */
    final List<Account> opened = new ArrayList<>();

    final Map<U128, Transfer> transfers = new HashMap<>();

    /** In the order of their times. */
    final List<Transfer> committed = new ArrayList<>();

    /** The times of all accounts and of all transfers: no two things share one. */
    final Set<Long> accountTimes = new HashSet<>();

    final Set<Long> transferTimes = new HashSet<>();

    /** The times at which pending transfers expired; nothing is imported at one of them. */
    final Set<Long> expiryTimes = new HashSet<>();

    /** What became of pending transfers. */
    final Map<U128, Settlement> settlements = new HashMap<>();

    /** Ids of transfers that failed for a reason that could have passed away. */
    final Set<U128> failed = new HashSet<>();

    final Map<U128, PostedTransaction> transactions = new HashMap<>();

    final Map<U128, List<Entry>> texts = new HashMap<>();

    final List<Event> events = new ArrayList<>();

    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** What a pending transfer has come to. */
    enum Settlement {
        OPEN,
        POSTED,
        VOIDED,
        EXPIRED
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undo.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    <V> void add(List<V> list, V value) {
        list.add(value);
        undo.push(list::removeLast);
    }

    <V> void add(Set<V> set, V value) {
        if (set.add(value)) {
            undo.push(() -> set.remove(value));
        }
    }

    /** Keeps what a request says about a thing that it created. */
    void keepText(U128 id, List<Metadata> metadata) {
        List<Entry> entries = metadata.stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> one.entries().stream())
                .toList();
        if (!entries.isEmpty()) {
            texts.put(id, entries);
        }
    }

    /** From here on, everything can be taken back. */
    void begin() {
        undo.clear();
    }

    /** Takes everything back that was written since {@link #begin}. */
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
