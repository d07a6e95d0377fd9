package dev.wasmledger.runtime.abi;

/**
 * One lifted function of an instance, as a binding calls it: {@link #enter()}, lower the arguments, call the core
 * function, lift the result, call post-return where the component declares one, {@link #leave()}. A trap on the way
 * leaves the instance entered, which is how it stays locked down (CanonicalABI.md, "may_enter").
 */
public interface ExportCall extends CanonicalOptions {

    /** Traps where the instance may not be entered: it is being called already, or has trapped before. */
    void enter();

    /** The call is over; the instance may be entered again. Traps where the component keeps what it was lent. */
    void leave();

    /**
     * Ends a call that did not come to {@link #leave()}. After a trap the instance stays locked down. After anything else,
     * the fault of the Java caller (an argument that cannot be lowered), it is as usable as before; what {@code realloc}
     * gave for the call is the component's to forget.
     *
     * @return what to throw instead: the same; a trap names its place now
     */
    RuntimeException abandon(RuntimeException thrown);
}
