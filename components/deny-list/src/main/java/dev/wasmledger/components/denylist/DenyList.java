package dev.wasmledger.components.denylist;

import dev.wasmledger.components.denylist.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferResultList;
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
    public List<Objection> check(TransferList transfers) {
        Optional<DeniedNumbers> accounts = list("accounts");
        Optional<DeniedNumbers> codes = list("codes");
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Optional<String> reason = accounts.isEmpty() || codes.isEmpty()
                    ? Optional.of("config has a list that is not one of whole numbers")
                    : judge(transfers.get(i), accounts.get(), codes.get());
            if (reason.isPresent()) {
                objections.add(new Objection(i, reason.get()));
            }
        }
        return objections;
    }

    /** A deny list has nothing to learn from what became of a batch. */
    @Override
    public void settled(TransferList transfers, TransferResultList results) {}

    private Optional<DeniedNumbers> list(String key) {
        return DeniedNumbers.parse(config.apply(key).orElse(""));
    }

    private static Optional<String> judge(Transfer transfer, DeniedNumbers accounts, DeniedNumbers codes) {
        if (contain(accounts, transfer.debitAccountId())) {
            return Optional.of("the debit account is on the deny list");
        }
        if (contain(accounts, transfer.creditAccountId())) {
            return Optional.of("the credit account is on the deny list");
        }
        int code = Short.toUnsignedInt(transfer.code());
        return codes.contain(code, 0) ? Optional.of("code " + code + " is on the deny list") : Optional.empty();
    }

    private static boolean contain(DeniedNumbers accounts, U128 id) {
        return accounts.contain(id.low(), id.high());
    }
}
