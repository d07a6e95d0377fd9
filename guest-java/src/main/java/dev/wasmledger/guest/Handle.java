package dev.wasmledger.guest;

/** This component's handle of a resource that was made outside: held until it is given away or dropped. */
public final class Handle {

    private static final int NONE = 0; // CanonicalABI.md, "Table State": index 0 is never used.

    private int index;

    /**
     * A handle that is held.
     *
     * @param index in the component's table
     */
    public Handle(int index) {
        this.index = index;
    }

    public boolean isHeld() {
        return index != NONE;
    }

    /**
     * The index, for a call that borrows the resource.
     *
     * @throws IllegalStateException if the handle is not held any more
     */
    public int lend() {
        if (index == NONE) {
            throw new IllegalStateException("this resource was closed or given away");
        }
        return index;
    }

    /**
     * The index, for a call that takes the resource; the handle is held no longer.
     *
     * @throws IllegalStateException if it was not before
     */
    public int give() {
        int given = lend();
        index = NONE;
        return given;
    }
}
