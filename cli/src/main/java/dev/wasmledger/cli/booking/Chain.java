package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A transaction as transfers, all but the last one linked to the next: they are committed together or not at all.
 *
 * <p>In each asset, in the order in which the transaction first speaks of it, debits and credits are matched in the order
 * of the postings: the first debit takes from the first credit, what is left of either goes on to the next one. Debits
 * and credits of one account cancel beforehand. What an asset leaves over goes over its conversion account.
 *
 * @param transaction what it is made from
 * @param transfers empty where the transaction moves nothing
 * @param metadata what is said about them: about the transaction with the first one
 */
record Chain(BookTransaction transaction, List<Transfer> transfers, List<Metadata> metadata) {

    /** An amount that still waits for its other side. */
    private static final class Leg {
        private final AccountKey account;
        private final List<Entry> text;
        private BigInteger open;

        Leg(AccountKey account, BigInteger amount, List<Entry> text) {
            this.account = account;
            this.text = text;
            this.open = amount;
        }

        boolean isOpen() {
            return open.signum() > 0;
        }
    }

    /** Amounts of one asset. */
    private static final class Sides {
        private final List<Leg> debits = new ArrayList<>();
        private final List<Leg> credits = new ArrayList<>();

        void add(AccountKey account, BigInteger amount, List<Entry> text) {
            if (amount.signum() != 0) {
                (amount.signum() > 0 ? debits : credits).add(new Leg(account, amount.abs(), text));
            }
        }

        BigInteger surplus() {
            return sum(debits).subtract(sum(credits));
        }

        private static BigInteger sum(List<Leg> legs) {
            return legs.stream().map(leg -> leg.open).reduce(BigInteger.ZERO, BigInteger::add);
        }

        void cancel() {
            for (Leg debit : debits) {
                for (Leg credit : credits) {
                    if (debit.account.equals(credit.account)) {
                        BigInteger both = debit.open.min(credit.open);
                        debit.open = debit.open.subtract(both);
                        credit.open = credit.open.subtract(both);
                    }
                }
            }
        }
    }

    /** The characters of what is said about the transfers and the transaction. */
    int textLength() {
        int ofTransfers = metadata.stream()
                .mapToInt(about -> Batches.length(about.entries()))
                .sum();
        return ofTransfers + transaction.reference().length();
    }

    /** Makes the chain of a transaction whose amounts are all multiples of their assets' minor units, once rounded. */
    static Chain of(BookTransaction transaction, AssetTable assets) {
        Map<String, Sides> byAsset = new LinkedHashMap<>();
        for (BookPosting posting : transaction.postings()) {
            byAsset.computeIfAbsent(posting.account().asset(), asset -> new Sides())
                    .add(posting.account(), assets.minorUnits(posting), posting.text());
        }
        var maker = new Maker(transaction);
        byAsset.forEach((asset, sides) -> {
            sides.add(AccountKey.conversion(asset), sides.surplus().negate(), List.of());
            sides.cancel();
            maker.match(sides, assets.number(asset));
        });
        return maker.chain();
    }

    /** The assets whose conversion accounts the transaction needs. */
    static List<String> converted(BookTransaction transaction, AssetTable assets) {
        Map<String, BigInteger> surplus = new LinkedHashMap<>();
        for (BookPosting posting : transaction.postings()) {
            surplus.merge(posting.account().asset(), assets.minorUnits(posting), BigInteger::add);
        }
        return surplus.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final class Maker {
        private static final U128 NONE = new U128(0, 0);
        private final BookTransaction transaction;
        private final List<Transfer> transfers = new ArrayList<>();
        private final List<Metadata> metadata = new ArrayList<>();

        Maker(BookTransaction transaction) {
            this.transaction = transaction;
        }

        void match(Sides sides, int assetNumber) {
            int next = 0;
            for (Leg debit : sides.debits) {
                while (debit.isOpen()) {
                    Leg credit = sides.credits.get(next);
                    if (credit.isOpen()) {
                        add(debit, credit, debit.open.min(credit.open), assetNumber);
                    } else {
                        next++;
                    }
                }
            }
        }

        private void add(Leg debit, Leg credit, BigInteger amount, int assetNumber) {
            debit.open = debit.open.subtract(amount);
            credit.open = credit.open.subtract(amount);
            U128 id = Ids.transfer(transaction.id(), transfers.size());
            var text = new ArrayList<Entry>(transfers.isEmpty() ? transaction.text() : List.of());
            debit.text.forEach(entry -> text.add(new Entry("debit." + entry.key(), entry.value())));
            credit.text.forEach(entry -> text.add(new Entry("credit." + entry.key(), entry.value())));
            if (!text.isEmpty()) {
                metadata.add(new Metadata(id, text));
            }
            transfers.add(new Transfer(
                    id,
                    Ids.account(debit.account),
                    Ids.account(credit.account),
                    U128s.of(amount),
                    NONE,
                    transaction.id(),
                    0,
                    0,
                    0,
                    assetNumber,
                    (short) transaction.code(),
                    TransferFlags.LINKED,
                    0));
        }

        Chain chain() {
            if (!transfers.isEmpty()) {
                transfers.add(withoutLink(transfers.removeLast()));
            }
            return new Chain(transaction, List.copyOf(transfers), List.copyOf(metadata));
        }

        private static Transfer withoutLink(Transfer transfer) {
            return new Transfer(
                    transfer.id(),
                    transfer.debitAccountId(),
                    transfer.creditAccountId(),
                    transfer.amount(),
                    transfer.pendingId(),
                    transfer.userData128(),
                    transfer.userData64(),
                    transfer.userData32(),
                    transfer.timeout(),
                    transfer.ledger(),
                    transfer.code(),
                    TransferFlags.NONE,
                    transfer.timestamp());
        }
    }
}
