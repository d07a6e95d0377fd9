package dev.wasmledger.bindgen.internal;

/** What generated Java cannot exceed. */
final class Limits {

    /** Slots of a method's parameters, of which {@code long} and {@code double} take two, without {@code this} (JVMS 4.3.3). */
    static final int PARAMETER_SLOTS = 254;

    /**
     * Characters of a class's or package's name: file systems take 255 bytes for a name, and {@code $Answering.class} or the
     * like comes behind it.
     */
    static final int NAME_LENGTH = 200;

    /** Numbers of a record whose lists are views, those of nested records included: each has its accessors. */
    static final int VIEW_FIELDS = 256;

    /** Characters of a constant text, all of which are ASCII here (JVMS 4.4.7). */
    static final int CONSTANT_LENGTH = 65_535;

    private Limits() {}
}
