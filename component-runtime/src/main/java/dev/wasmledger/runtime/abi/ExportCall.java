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
     * Gives up a call whose arguments could not be lowered: the core function has not been called. The instance stays as
     * usable as it was; what {@code realloc} gave for the call is the component's to forget. After a trap it stays locked
     * down, as without this.
     *
     * @param thrown while lowering, or a trap at any time
     * @return what to throw instead: the same, which is a trap already or the fault of the Java caller
     */
    RuntimeException abandon(RuntimeException thrown);
}
