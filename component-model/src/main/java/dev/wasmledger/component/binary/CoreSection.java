package dev.wasmledger.component.binary;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section of a core module, as it lies (core specification, "Modules").
 *
 * @param kind what it holds: {@code type}, {@code code}; {@code unknown} for an id that is given to none
 * @param offset of its first byte in the module
 * @param bytes all of it, with id and length
 * @param custom name and content, if it is a custom section
 */
public record CoreSection(String kind, int offset, Bytes bytes, Optional<CustomSection> custom) {

    /** In the order of their ids. */
    private static final List<String> KINDS = List.of(
            "custom",
            "type",
            "import",
            "function",
            "table",
            "memory",
            "global",
            "export",
            "start",
            "element",
            "code",
            "data",
            "data count",
            "tag");

    /** How many bytes stand before a module's first section: magic number and version. */
    public static final int PREAMBLE_BYTES = 8;

    /**
     * The sections of a module. What is in them is not looked at, except for the names of custom sections.
     *
     * @param fileName what diagnostics call the module
     * @throws DiagnosticException if the bytes do not begin as a module, or are not cut into sections
     */
    public static List<CoreSection> of(String fileName, byte[] module) {
        var in = new ByteReader(new ByteOffset(fileName, 0), module);
        if (!ComponentDecoder.isCoreModule(module)) {
            throw in.fail(Rule.PREAMBLE, 0, "this is no core module");
        }
        in.bytes(PREAMBLE_BYTES);
        List<CoreSection> sections = new ArrayList<>();
        while (in.remaining() > 0) {
            int start = in.position();
            int id = in.u8();
            Optional<CustomSection> custom = in.sized("this section", () -> content(id, in));
            Bytes bytes = Bytes.of(module).slice(start, in.position() - start);
            sections.add(new CoreSection(id < KINDS.size() ? KINDS.get(id) : "unknown", start, bytes, custom));
        }
        return sections;
    }

    private static Optional<CustomSection> content(int id, ByteReader in) {
        Optional<CustomSection> custom =
                id == 0 ? Optional.of(new CustomSection(in.name(), in.bytes(in.remaining()))) : Optional.empty();
        in.bytes(in.remaining());
        return custom;
    }
}
