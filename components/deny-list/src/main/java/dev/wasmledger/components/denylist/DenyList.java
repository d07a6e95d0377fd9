package dev.wasmledger.components.denylist;

import dev.wasmledger.components.denylist.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The interface {@code policy}. A deployment's file says under {@code config} what is denied:
 *
 * <ul>
 *   <li>{@code accounts}: the ids of accounts that are neither debited nor credited
 *   <li>{@code codes}: the codes of transfers that are not committed
 * </ul>
 *
 * A list that cannot be read denies everything until it is mended: what it was meant to keep out is not known.
 */
public final class DenyList implements Policy {

    private final Function<String, Optional<String>> config;

    /** The policy as a component. */
    public DenyList() {
        this(Config::get);
    }

    DenyList(Function<String, Optional<String>> config) {
        this.config = config;
    }

    @Override
    public List<Optional<String>> check(TransferList transfers) {
        Optional<DeniedNumbers> accounts = list("accounts");
        Optional<DeniedNumbers> codes = list("codes");
        List<Optional<String>> vetoes = new ArrayList<>();
        for (Transfer transfer : transfers) {
            if (accounts.isEmpty() || codes.isEmpty()) {
                vetoes.add(Optional.of("config has a list that is not one of whole numbers"));
            } else {
                vetoes.add(judge(transfer, accounts.get(), codes.get()));
            }
        }
        return vetoes;
    }

    /** A deny list has nothing to learn from what became of a batch. */
    @Override
    public void settled(TransferList transfers, List<TransferOutcome> outcomes) {}

    private Optional<DeniedNumbers> list(String key) {
        return DeniedNumbers.parse(config.apply(key).orElse(""));
    }

    private static Optional<String> judge(Transfer transfer, DeniedNumbers accounts, DeniedNumbers codes) {
        if (contain(accounts, transfer.debitAccount())) {
            return Optional.of("the debit account is on the deny list");
        }
        if (contain(accounts, transfer.creditAccount())) {
            return Optional.of("the credit account is on the deny list");
        }
        int code = Short.toUnsignedInt(transfer.code());
        return codes.contain(code, 0) ? Optional.of("code " + code + " is on the deny list") : Optional.empty();
    }

    private static boolean contain(DeniedNumbers accounts, U128 id) {
        return accounts.contain(id.low(), id.high());
    }
}
