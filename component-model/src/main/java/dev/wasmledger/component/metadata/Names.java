package dev.wasmledger.component.metadata;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that somebody gave to a component and its definitions, for people to read (Binary.md, "Name Section"), or to a
 * core module.
 *
 * @param name of the whole
 * @param definitions by sort and index; empty for a core module, whose definitions' names are not read
 */
public record Names(Optional<String> name, Map<Sort, Map<Integer, String>> definitions) {

    /** The section of a component. */
    public static final String COMPONENT_SECTION = "component-name";

    /** The section of a core module. */
    public static final String MODULE_SECTION = "name";

    /** None at all. */
    public static final Names NONE = new Names(Optional.empty(), Map.of());

    private static final int WHOLE = 0;
    private static final int DEFINITIONS = 1;

    public Names {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /** What somebody called a definition. */
    public Optional<String> of(Sort sort, int index) {
        return Optional.ofNullable(definitions.getOrDefault(sort, Map.of()).get(index));
    }

    /**
     * Reads a component's section {@code component-name}.
     *
     * @param fileName what diagnostics call it
     * @throws DiagnosticException if it is malformed
     */
    public static Names ofComponent(String fileName, byte[] content) {
        var in = new ByteReader(new ByteOffset(fileName, 0), content);
        Optional<String> name = Optional.empty();
        Map<Sort, Map<Integer, String>> definitions = new LinkedHashMap<>();
        while (in.remaining() > 0) {
            int id = in.u8();
            switch (id) {
                case WHOLE -> name = Optional.of(in.sized("a name", in::name));
                case DEFINITIONS ->
                    in.sized("the names of a sort", () -> definitions.putIfAbsent(sort(in), names(in)) == null);
                default -> in.sized("names of another kind", () -> in.bytes(in.remaining()));
            }
        }
        return new Names(name, definitions);
    }

    private static Sort sort(ByteReader in) {
        int start = in.position();
        int code = in.u8();
        boolean core = code == 0;
        return Sort.of(core, core ? in.u8() : code)
                .orElseThrow(() -> in.fail(Rule.UNKNOWN_SORT, start, "unknown sort of definition"));
    }

    private static Map<Integer, String> names(ByteReader in) {
        Map<Integer, String> names = new LinkedHashMap<>();
        in.vector(Limits.DEFINITIONS, "the names of a sort", () -> {
            int index = in.u32();
            return names.putIfAbsent(index, in.name()) == null;
        });
        return names;
    }

    /**
     * Reads the name of a core module out of its section {@code name} (core specification, "Name Section").
     *
     * @throws DiagnosticException if it is malformed
     */
    public static Names ofModule(String fileName, byte[] content) {
        var in = new ByteReader(new ByteOffset(fileName, 0), content);
        return in.remaining() > 0 && in.u8() == WHOLE
                ? new Names(Optional.of(in.sized("a name", in::name)), Map.of())
                : NONE;
    }
}
