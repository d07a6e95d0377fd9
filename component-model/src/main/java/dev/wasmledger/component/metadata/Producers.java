package dev.wasmledger.component.metadata;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The custom section {@code producers}, which says what made a binary (tool-conventions, ProducersSection.md).
 *
 * @param fields {@code language}, {@code processed-by} and {@code sdk}, in the order of the section
 */
public record Producers(List<Field> fields) {

    /** The section's name. */
    public static final String SECTION = "producers";

    private static final Producers WASMLEDGER =
            new Producers(List.of(new Field("processed-by", List.of(new Tool("wasmledger", version())))));

    public Producers {
        fields = List.copyOf(fields);
    }

    /** One kind of producer, and who they were. */
    public record Field(String name, List<Tool> tools) {
        public Field {
            tools = List.copyOf(tools);
        }
    }

    /**
     * A tool, a language or an SDK.
     *
     * @param version may be empty
     */
    public record Tool(String name, String version) {}

    /** The section of what this project makes: its name and version. */
    public static Producers wasmledger() {
        return WASMLEDGER;
    }

    /**
     * Reads the section's content.
     *
     * @param fileName what diagnostics call it
     * @throws DiagnosticException if it is malformed
     */
    public static Producers decode(String fileName, byte[] content) {
        var in = new ByteReader(new ByteOffset(fileName, 0), content);
        List<Field> fields = in.vector(Limits.PRODUCERS, "the fields of the producers", () -> field(in));
        return new Producers(fields);
    }

    private static Field field(ByteReader in) {
        return new Field(in.name(), in.vector(Limits.PRODUCERS, "the producers", () -> new Tool(in.name(), in.name())));
    }

    /** The section. */
    public CustomSection section() {
        var out = new ByteWriter();
        out.vector(
                fields,
                field -> out.name(field.name())
                        .vector(field.tools(), tool -> out.name(tool.name()).name(tool.version())));
        return new CustomSection(SECTION, Bytes.of(out.toByteArray()));
    }

    private static String version() {
        try (InputStream in = Producers.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
