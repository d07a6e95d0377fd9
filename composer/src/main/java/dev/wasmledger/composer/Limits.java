package dev.wasmledger.composer;

/** How much the composer takes before it says no. */
public final class Limits {

    /** Bytes of a {@code ledger.yaml}; the YAML parser's own limit is 3 MiB, no file written by hand comes near. */
    public static final int LEDGER_FILE_BYTES = 1 << 20;

    /** Mappings and lists inside each other in a {@code ledger.yaml}: the format itself has three levels. */
    public static final int YAML_NESTING = 32;

    /** Bytes of one component: a Java array holds 2 GiB, and several copies are alive while linking. */
    public static final int COMPONENT_BYTES = 256 << 20;

    /** Instances of one ledger; the canonical ABI of runtimes bounds a component's instances by 1000. */
    public static final int INSTANCES = 500;

    private Limits() {}
}
