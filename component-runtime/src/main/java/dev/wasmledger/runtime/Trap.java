package dev.wasmledger.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Running WebAssembly was stopped: by an instruction that traps, by a rule of the canonical ABI, by a limit, or because
 * a host function failed. The instance that it happened in is locked down for good.
 */
public final class Trap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String componentPath;
    private final @Nullable String function;
    private final String reason;

    /**
     * A trap at a known place.
     *
     * @param componentPath names of the nested instances from the root down, {@code root/engine} for instance
     * @param function the exported or imported function that was running, {@code ledger#commit} for instance
     * @param reason what went wrong, without the place
     */
    public Trap(String componentPath, @Nullable String function, String reason, @Nullable Throwable cause) {
        super(place(componentPath, function) + reason, cause);
        this.componentPath = componentPath;
        this.function = function;
        this.reason = reason;
    }

    /** A trap whose place nobody knows yet. */
    public Trap(String reason) {
        this("", null, reason, null);
    }

    private static String place(String componentPath, @Nullable String function) {
        if (componentPath.isEmpty()) {
            return "";
        }
        return function == null ? componentPath + ": " : componentPath + ", in " + function + ": ";
    }

    /** Where it happened: names of the nested component instances from the root down; empty where that is not known. */
    public String componentPath() {
        return componentPath;
    }

    /** The function of that component that was running, if one was: a component can trap while it is instantiated. */
    public Optional<String> function() {
        return Optional.ofNullable(function);
    }

    /** What went wrong, without the place. */
    public String reason() {
        return reason;
    }
}
