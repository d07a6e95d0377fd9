package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Veto;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A policy in front of a ledger, from the contract's description of a gate. */
final class OracleGate implements InvocationHandler {

    private static final TransferResult VETOED = new TransferResult(TransferStatus.VETOED, 0);
    private static final TransferResult CHAIN_FAILED = new TransferResult(TransferStatus.LINKED_EVENT_FAILED, 0);
    private static final TransferResults NOTHING = new TransferResults(TransferResultList.of(), List.of());

    private final Ledger behind;
    private final PolicyRule policy;

    private OracleGate(Ledger behind, PolicyRule policy) {
        this.behind = behind;
        this.policy = policy;
    }

    static Ledger before(Ledger behind, PolicyRule policy) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, new OracleGate(behind, policy));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("commit")) {
            return commit(
                    (List<Transfer>) arguments[0], (List<Transaction>) arguments[1], (List<Metadata>) arguments[2]);
        }
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private TransferResults commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) {
        List<Integer> asked = undecided(transfers);
        Map<Integer, String> objections =
                policy.check(asked.stream().map(transfers::get).toList());
        Map<Integer, String> reasons = new TreeMap<>();
        objections.forEach((index, reason) -> reasons.put(asked.get(index), reason));
        List<Integer> passed = passed(transfers, reasons.keySet());
        TransferResults results = passed.isEmpty() && !transfers.isEmpty()
                ? NOTHING
                : behind.commit(
                        TransferList.copyOf(passed.stream().map(transfers::get).toList()), transactions, metadata);
        TransferResults answer = answer(transfers.size(), passed, results, reasons);
        policy.committed(asked.stream()
                .filter(index -> answer.results().get(index).status() == TransferStatus.CREATED)
                .map(index -> inTheBooks(transfers.get(index)))
                .toList());
        return answer;
    }

    /** Those with new ids, but for a chain that has no end: what becomes of it is no matter of policies. */
    private List<Integer> undecided(List<Transfer> transfers) {
        boolean[] known = behind.known(
                U128List.copyOf(transfers.stream().map(Transfer::id).toList()));
        int open = transfers.size();
        while (open > 0 && transfers.get(open - 1).flags().contains(TransferFlags.LINKED)) {
            open--;
        }
        return IntStream.range(0, open).filter(index -> !known[index]).boxed().toList();
    }

    /** Those of chains that nobody objects to any part of. */
    private static List<Integer> passed(List<Transfer> transfers, Set<Integer> vetoed) {
        List<Integer> passed = new ArrayList<>();
        List<Integer> chain = new ArrayList<>();
        for (int index = 0; index < transfers.size(); index++) {
            chain.add(index);
            if (!transfers.get(index).flags().contains(TransferFlags.LINKED) || index == transfers.size() - 1) {
                if (chain.stream().noneMatch(vetoed::contains)) {
                    passed.addAll(chain);
                }
                chain.clear();
            }
        }
        return passed;
    }

    private TransferResults answer(
            int size, List<Integer> passed, TransferResults results, Map<Integer, String> reasons) {
        List<TransferResult> all = new ArrayList<>(Collections.nCopies(size, CHAIN_FAILED));
        Map<Integer, Veto> vetoes = new TreeMap<>();
        reasons.forEach((index, reason) -> {
            all.set(index, VETOED);
            vetoes.put(index, new Veto(index, policy.name(), reason));
        });
        for (int i = 0; i < passed.size(); i++) {
            all.set(passed.get(i), results.results().get(i));
        }
        for (Veto veto : results.vetoes()) {
            int index = passed.get(veto.index());
            vetoes.put(index, new Veto(index, veto.policy(), veto.reason()));
        }
        return new TransferResults(TransferResultList.copyOf(all), List.copyOf(vetoes.values()));
    }

    private Transfer inTheBooks(Transfer committed) {
        return behind.lookupTransfers(U128List.of(committed.id())).get(0).orElseThrow();
    }
}
