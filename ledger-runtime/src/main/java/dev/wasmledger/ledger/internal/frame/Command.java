package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.log.FrameKind;
import java.util.List;

/** What a client asked for. */
public sealed interface Command {

    List<Metadata> metadata();

    /** How many assets, accounts or transfers it is about. */
    int items();

    /** The kind of its frame. */
    FrameKind kind();

    record CreateAssets(List<Asset> assets, List<Metadata> metadata) implements Command {
        @Override
        public int items() {
            return assets.size();
        }

        @Override
        public FrameKind kind() {
            return FrameKind.CREATE_ASSETS;
        }
    }

    record CreateAccounts(List<Account> accounts, List<Metadata> metadata) implements Command {
        @Override
        public int items() {
            return accounts.size();
        }

        @Override
        public FrameKind kind() {
            return FrameKind.CREATE_ACCOUNTS;
        }
    }

    record Commit(List<Transfer> transfers, List<Metadata> metadata) implements Command {
        @Override
        public int items() {
            return transfers.size();
        }

        @Override
        public FrameKind kind() {
            return FrameKind.COMMIT;
        }
    }
}
