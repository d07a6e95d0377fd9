package dev.wasmledger.ledger;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Components cannot use what the deployment's file gives them. The message has a line for each problem. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param instance whose config it is, as the deployment calls it
     * @param key under {@code config}; the file may not have it
     * @param message what is wrong, for people to read
     * @param hint what could stand there instead
     */
    public record Problem(String instance, String key, String message, Optional<String> hint) {}

    ConfigException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.instance() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong; at least one thing. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same at its places in the file: at the key, and where it is missing, at the component's name. */
    public DiagnosticException in(LedgerFile file) {
        return new DiagnosticException(
                problems.stream().map(problem -> diagnostic(file, problem)).toList());
    }

    private static Diagnostic diagnostic(LedgerFile file, Problem problem) {
        Place place = file.part(problem.instance())
                .<Place>map(part -> part.configSpans().getOrDefault(problem.key(), part.nameSpan()))
                .orElse(new WholeFile(file.path().toString()));
        String message = "config of `" + problem.instance() + "`: " + problem.message();
        return Diagnostic.error("CONFIG0001", message, place).withHint(problem.hint());
    }
}
