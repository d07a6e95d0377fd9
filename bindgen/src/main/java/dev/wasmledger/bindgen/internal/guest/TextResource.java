package dev.wasmledger.bindgen.internal.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Text that is generated nearly as it is: it lies beside the class that writes it. */
public final class TextResource {

    private TextResource() {}

    /**
     * The text, with each {@code @KEY@} replaced.
     *
     * @param beside the class whose package it is in
     */
    public static String of(Class<?> beside, String name, Map<String, String> values) {
        String text = read(beside, name);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
