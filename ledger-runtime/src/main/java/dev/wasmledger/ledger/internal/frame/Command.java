package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.log.FrameKind;
import java.util.List;

/** What a client asked for, or what the host does by itself. */
public sealed interface Command {

    /** How many assets, accounts or transfers it is about, and so how many nanoseconds belong to it. */
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

    record CreateAccounts(AccountList accounts, List<Metadata> metadata) implements Command {
        @Override
        public int items() {
            return accounts.size();
        }

        @Override
        public FrameKind kind() {
            return FrameKind.CREATE_ACCOUNTS;
        }
    }

    record Commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) implements Command {
        @Override
        public int items() {
            return transfers.size();
        }

        @Override
        public FrameKind kind() {
            return FrameKind.COMMIT;
        }
    }

    /**
     * The host's own: gives back what pending transfers reserve whose time has passed.
     *
     * @param limit the most that expire
     */
    record Expire(int limit) implements Command {
        @Override
        public int items() {
            return limit;
        }

        @Override
        public FrameKind kind() {
            return FrameKind.EXPIRE;
        }
    }
}
