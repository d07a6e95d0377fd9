package dev.wasmledger.component.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables beside these classes. */
final class Resources {

    private Resources() {}

    /** The lines of a table but for those that are empty or begin with {@code #}. */
    static List<String> lines(String table) {
        try (InputStream in = Resources.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + table + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
