package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.binary.ByteWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The custom section {@code producers}, which says what tool made a binary (tool-conventions, ProducersSection.md).
 */
public final class Producers {

    private static final String TOOL = "wasmledger";
    private static final String VERSION = version();

    private Producers() {}

    /** Adds the section that names this tool. */
    public static void addTo(ComponentBuilder target) {
        var content =
                new ByteWriter().u32(1).name("processed-by").u32(1).name(TOOL).name(VERSION);
        target.custom("producers", content.toByteArray());
    }

    private static String version() {
        try (InputStream in = Producers.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
