package dev.wasmledger.runtime;

import java.util.List;
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
    private final transient List<CoreFrame> coreStack;

    /**
     * A trap at a known place.
     *
     * @param componentPath names of the nested instances from the root down, {@code root/engine} for instance
     * @param function the exported or imported function that was running, {@code ledger#commit} for instance
     * @param reason what went wrong, without the place
     * @param coreStack the core functions that were running, the innermost first
     */
    public Trap(
            String componentPath,
            @Nullable String function,
            String reason,
            @Nullable Throwable cause,
            List<CoreFrame> coreStack) {
        super(place(componentPath, function) + reason, cause);
        this.coreStack = List.copyOf(coreStack);
        this.componentPath = componentPath;
        this.function = function;
        this.reason = reason;
    }

    /** A trap whose place nobody knows yet. */
    public Trap(String reason) {
        this("", null, reason, null, List.of());
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

    /**
     * The core functions that were running, the innermost first and those of calling components after it: at most 32.
     * Empty where no core code ran.
     */
    public List<CoreFrame> coreStack() {
        return coreStack;
    }
}
