package dev.wasmledger.guest.internal;

/** The main class that TeaVM asks for. A component has no {@code main}: its exports are the entry points. */
public final class Entry {

    private Entry() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
