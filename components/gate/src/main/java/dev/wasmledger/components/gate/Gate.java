package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interface {@code ledger}, over a policy and the ledger behind it. Transfers whose ids are known pass unasked: they
 * are resubmissions, and answer {@code exists} even where a limit is used up since. Everything but {@code commit} passes
 * through.
 */
public final class Gate implements Ledger {

    private final Ledger behind;
    private final Guard guard;

    /** The gate as a component. */
    public Gate() {
        this(new ImportedLedger(), new ImportedGuard());
    }

    Gate(Ledger behind, Guard guard) {
        this.behind = behind;
        this.guard = guard;
    }

    @Override
    public List<TransferOutcome> commit(TransferList transfers, List<Metadata> metadata) {
        List<Integer> asked = unknown(transfers);
        if (asked.isEmpty()) {
            return behind.commit(transfers, metadata);
        }
        Judgement judgement = new Judgement(transfers, vetoes(transfers, asked), guard.name());
        List<TransferOutcome> passed =
                judgement.passed().isEmpty() ? List.of() : behind.commit(judgement.passed(), metadata);
        List<TransferOutcome> outcomes = judgement.merge(passed);
        guard.settled(pick(transfers, asked), pick(outcomes, asked));
        return outcomes;
    }

    @Override
    public List<AssetOutcome> createAssets(List<Asset> assets, List<Metadata> metadata) {
        return behind.createAssets(assets, metadata);
    }

    @Override
    public List<AccountOutcome> createAccounts(AccountList accounts, List<Metadata> metadata) {
        return behind.createAccounts(accounts, metadata);
    }

    @Override
    public List<Boolean> known(U128List ids) {
        return behind.known(ids);
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return behind.lookupAccounts(ids);
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return behind.lookupTransfers(ids);
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return behind.lookupMetadata(ids);
    }

    @Override
    public List<Asset> assets() {
        return behind.assets();
    }

    @Override
    public AccountList accounts(long after, int limit) {
        return behind.accounts(after, limit);
    }

    /** Where in the batch the transfers are that the ledger does not know yet. */
    private List<Integer> unknown(TransferList transfers) {
        U128List.Builder ids = U128List.builder(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            ids.add().low(transfers.idLow(i)).high(transfers.idHigh(i));
        }
        List<Boolean> known = behind.known(ids.build());
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            if (!known.get(i)) {
                unknown.add(i);
            }
        }
        return unknown;
    }

    /** For each transfer of the batch, the policy's no, or none. */
    private List<Optional<String>> vetoes(TransferList transfers, List<Integer> asked) {
        List<Optional<String>> vetoes = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            vetoes.add(Optional.empty());
        }
        List<Optional<String>> answers = guard.check(pick(transfers, asked));
        for (int i = 0; i < asked.size(); i++) {
            vetoes.set(asked.get(i), answers.get(i));
        }
        return vetoes;
    }

    private static TransferList pick(TransferList all, List<Integer> indexes) {
        TransferList.Builder picked = TransferList.builder(indexes.size());
        for (int index : indexes) {
            picked.add(all, index);
        }
        return picked.build();
    }

    private static <T> List<T> pick(List<T> all, List<Integer> indexes) {
        List<T> picked = new ArrayList<>();
        for (int index : indexes) {
            picked.add(all.get(index));
        }
        return picked;
    }
}
