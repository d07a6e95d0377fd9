package dev.wasmledger.guest.teavm;

import java.util.List;

/** A guest cannot be compiled: all that is in the way. */
public final class GuestCompileException extends Exception {

    private final transient List<GuestProblem> problems;

    GuestCompileException(List<GuestProblem> problems) {
        super(problems.getFirst().message());
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<GuestProblem> problems() {
        return problems;
    }
}
