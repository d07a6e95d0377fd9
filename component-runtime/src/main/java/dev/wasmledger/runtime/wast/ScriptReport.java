package dev.wasmledger.runtime.wast;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A script that was run, with what came of each of its commands. */
public record ScriptReport(Path script, List<CommandReport> commands) {

    public ScriptReport {
        commands = List.copyOf(commands);
    }

    public int total() {
        return commands.size();
    }

    public int passed() {
        return count(Outcome.Passed.class);
    }

    public int failed() {
        return count(Outcome.Failed.class);
    }

    public int skipped() {
        return count(Outcome.Skipped.class);
    }

    public int notBuilt() {
        return count(Outcome.NotBuilt.class);
    }

    /** The commands that failed. */
    public List<CommandReport> failures() {
        return commands.stream()
                .filter(command -> command.outcome() instanceof Outcome.Failed)
                .toList();
    }

    /** What the commands need that this runtime has not got yet, each part once. */
    public List<String> missing() {
        return commands.stream()
                .flatMap(command ->
                        command.outcome() instanceof Outcome.NotBuilt(String what) ? Stream.of(what) : Stream.empty())
                .distinct()
                .toList();
    }

    /** Why commands were skipped, each reason once. */
    public List<String> skipReasons() {
        return commands.stream()
                .flatMap(command -> command.outcome() instanceof Outcome.Skipped(String reason)
                        ? Stream.of(reason)
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private int count(Class<? extends Outcome> kind) {
        return (int) commands.stream()
                .filter(command -> kind.isInstance(command.outcome()))
                .count();
    }
}
