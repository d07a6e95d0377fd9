package dev.wasmledger.guest.teavm.internal;

import dev.wasmledger.guest.teavm.GuestProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.ProblemProvider;
import org.teavm.model.CallLocation;
import org.teavm.model.TextLocation;

/** TeaVM's problems as ours. */
public final class Problems {

    private Problems() {}

    /** A problem of the guest as a whole. */
    public static GuestProblem of(String message) {
        return new GuestProblem(Optional.empty(), message);
    }

    /** Everything that made TeaVM give up. */
    public static List<GuestProblem> severe(ProblemProvider provider) {
        return provider.getSevereProblems().stream().map(Problems::translate).toList();
    }

    /** Where that line is, if TeaVM knows. */
    static Optional<GuestProblem.Place> place(@Nullable TextLocation location) {
        return location == null || location.getFileName() == null || location.getLine() < 1
                ? Optional.empty()
                : Optional.of(new GuestProblem.Place(location.getFileName(), location.getLine()));
    }

    private static GuestProblem translate(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        CallLocation location = problem.getLocation();
        return location == null
                ? of(text.getText())
                : new GuestProblem(place(location.getSourceLocation()), text.getText());
    }
}
