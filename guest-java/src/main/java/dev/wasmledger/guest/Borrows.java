package dev.wasmledger.guest;

import java.util.ArrayList;
import java.util.List;

/**
 * What the caller of the export that is running has lent it. All of it has to be dropped before the export returns
 * (CanonicalABI.md, "borrow_scope").
 */
public final class Borrows {

    private static final List<Runnable> DROPS = new ArrayList<>();

    private Borrows() {}

    /** Notes how to drop what was lent. */
    public static void add(Runnable drop) {
        DROPS.add(drop);
    }

    /** Drops everything. */
    public static void end() {
        DROPS.forEach(Runnable::run);
        DROPS.clear();
    }
}
