package dev.wasmledger.guest.teavm;

/** The bounds that the driver holds guests to. */
public final class Limits {

    /** Below 1 MiB, TeaVM's class data and start-up objects leave no room to work in. */
    public static final int LEAST_JAVA_HEAP = 1 << 20;

    /** 1 GiB: with TeaVM's tables beside it (about a sixteenth), half of the 2 GiB that addresses reach stays free. */
    public static final int GREATEST_JAVA_HEAP = 1 << 30;

    private Limits() {}

    /** What a method may have at most to be copied to where it is called, in TeaVM's instructions: an accessor has up to ten. */
    public static final int INLINED_INSTRUCTIONS = 20;
}
