package dev.wasmledger.composer;

import dev.wasmledger.composer.internal.ledger.LedgerFileReader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A {@code ledger.yaml}, read: which components fill which places, and what they are given.
 *
 * @param path the file
 * @param ledger the ledger's name
 * @param engine keeps the books; its instance is called {@code engine}
 * @param programs stand in the chain in this order, ahead of the policies
 * @param policies in the order in which they are asked
 * @param projections in the file's order
 * @param components further components, which the others import from
 * @param transactions the file of transactions to post, as an absolute path or one relative to the working directory
 * @param state the folder that the ledger's state lies in, likewise
 * @param limits what each instance may use
 * @param snapshots when the ledger's host takes snapshots of its state
 */
public record LedgerFile(
        Path path,
        String ledger,
        Part engine,
        List<Part> programs,
        List<Part> policies,
        List<Part> projections,
        List<Part> components,
        Optional<Path> transactions,
        Path state,
        InstanceLimits limits,
        Snapshots snapshots) {

    public LedgerFile {
        programs = List.copyOf(programs);
        policies = List.copyOf(policies);
        projections = List.copyOf(projections);
        components = List.copyOf(components);
    }

    /**
     * Reads the file.
     *
     * @throws DiagnosticException with all that is wrong with it
     */
    public static LedgerFile read(Path path) {
        return LedgerFileReader.read(path);
    }

    /**
     * Reads the text of such a file that lies nowhere: paths in it are relative to the working directory.
     *
     * @param name what the text is called in diagnostics
     * @throws DiagnosticException with all that is wrong with it
     */
    public static LedgerFile parse(String name, String text) {
        return LedgerFileReader.parse(new SourceFile(name, text), Path.of(name));
    }

    /** The folder that the file lies in. */
    public Path folder() {
        Path folder = path.getParent();
        return folder == null ? Path.of("") : folder;
    }

    /**
     * A component in its place.
     *
     * @param name the instance's name
     * @param nameSpan where it stands
     * @param component what the file names
     * @param componentSpan where
     * @param config what the host answers when the instance asks for its configuration, in the file's order
     * @param configSpans where each key of it stands
     * @param with which instance satisfies which import, where the file says so
     */
    public record Part(
            String name,
            Span nameSpan,
            ComponentReference component,
            Span componentSpan,
            Map<String, String> config,
            Map<String, Span> configSpans,
            List<With> with) {}

    /** The part whose instance is called so, if it is not one that the composition adds. */
    public Optional<Part> part(String instance) {
        return Stream.of(List.of(engine), programs, policies, projections, components)
                .flatMap(List::stream)
                .filter(part -> part.name().equals(instance))
                .findFirst();
    }

    /**
     * One line under {@code with}.
     *
     * @param importName an import of the part: {@code acme:rates/rates}, with or without its version
     * @param importSpan where it stands
     * @param instance the name of the instance that satisfies it
     * @param instanceSpan where it stands
     */
    public record With(String importName, Span importSpan, String instance, Span instanceSpan) {}

    /**
     * What each instance may use.
     *
     * @param memoryMib linear memory in MiB, 1 to 4096; empty where the host's default holds
     * @param callSeconds how long one command or question may take all instances together, 1 to 86,400; empty where the
     *     host's default holds
     */
    public record InstanceLimits(OptionalInt memoryMib, OptionalInt callSeconds) {

        /** The host's defaults. */
        public static final InstanceLimits DEFAULT = new InstanceLimits(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * When snapshots are taken.
     *
     * @param everyMib after how many MiB of log the next one is due, 1 to 1048576
     * @param keep how many stay, 0 to 1000; 0 where none is taken
     */
    public record Snapshots(int everyMib, int keep) {

        /** What holds where a file says nothing. */
        public static final Snapshots STANDARD = new Snapshots(256, 2);

        /** None are taken. */
        public static final Snapshots NONE = new Snapshots(1, 0);
    }
}
