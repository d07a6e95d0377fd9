package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.internal.table.HashedTable;

/** Debits and credits of the assets, summed apart from the accounts, modulo 2^128. One asset is at hand. */
final class AssetSums {

    private final HashedTable assets;
    private boolean found;
    private int number;
    private int row;

    /** @param assets the sums of each asset over all accounts, in the places that an account's have */
    AssetSums(HashedTable assets) {
        this.assets = assets;
    }

    /** Goes to an asset; says whether there is one. Most of a command's transfers are of the same. */
    boolean to(int asset) {
        if (found && number == asset) {
            return true;
        }
        long key = Integer.toUnsignedLong(asset);
        found = assets.find(key, 0) != HashedTable.NONE;
        if (found) {
            row = assets.claim(key, 0);
            number = asset;
        }
        return found;
    }

    void add(long reservedLow, long reservedHigh, long releasedLow, long releasedHigh, long movedLow, long movedHigh) {
        long[] page = assets.page(row);
        int at = assets.offset(row);
        for (int pending = AccountRow.DEBITS_PENDING; pending <= AccountRow.CREDITS_PENDING; pending += 4) {
            Numbers.add(page, at + pending, reservedLow, reservedHigh);
            Numbers.subtract(page, at + pending, releasedLow, releasedHigh);
            Numbers.add(page, at + pending + 2, movedLow, movedHigh);
        }
    }
}
