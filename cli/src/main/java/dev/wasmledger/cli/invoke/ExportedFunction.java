package dev.wasmledger.cli.invoke;

import dev.wasmledger.component.type.FuncType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function that a component exports.
 *
 * @param path the names of the exported instances around it, if there are any, then its own
 */
public record ExportedFunction(List<String> path, FuncType type) {

    static final String SEPARATOR = "#";

    public ExportedFunction {
        path = List.copyOf(path);
    }

    /** Its full name, {@code wasi:clocks/wall-clock@0.2.0#now}. */
    public String text() {
        return String.join(SEPARATOR, path);
    }

    /** Whether the component itself exports it, not an instance of it. */
    boolean isOfRoot() {
        return path.size() == 1;
    }

    /**
     * All that it can be called by where nothing else is meant: an instance's name with or without namespace and package,
     * with or without version, or the function's name alone.
     */
    Set<String> shortNames() {
        String function = path.getLast();
        if (isOfRoot()) {
            return Set.of(function);
        }
        String instance = String.join(SEPARATOR, path.subList(0, path.size() - 1));
        String local = instance.substring(instance.lastIndexOf('/') + 1);
        return Stream.concat(
                        Stream.of(function),
                        Stream.of(instance, local)
                                .flatMap(name -> Stream.of(name, withoutVersion(name)))
                                .map(name -> name + SEPARATOR + function))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String withoutVersion(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
