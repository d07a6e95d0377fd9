package dev.wasmledger.wit.diagnostic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Diagnostics as JSON for editors and other tools: an array of objects with {@code file}, {@code range},
 * {@code severity} ({@code error} or {@code warning}), {@code id}, {@code message} and, where there are any,
 * {@code hint} and {@code related}: places with a message each.
 *
 * <p>A range is what the Language Server Protocol calls one: {@code start} and {@code end} with {@code line} and
 * {@code character}, both counted from 0, the latter in UTF-16 code units; the end lies behind the last character. A
 * place in a binary has a byte {@code offset} instead, a file as a whole has neither.
 */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    /** All of them, as one array; no line feed at the end. */
    public static String write(List<Diagnostic> diagnostics) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Diagnostic diagnostic : diagnostics) {
                write(json, diagnostic);
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeStartObject();
        writePlace(json, diagnostic.primary());
        json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("id", diagnostic.id());
        json.writeStringField("message", diagnostic.message());
        if (diagnostic.hint().isPresent()) {
            json.writeStringField("hint", diagnostic.hint().get());
        }
        if (!diagnostic.secondary().isEmpty()) {
            json.writeArrayFieldStart("related");
            for (LabelledPlace label : diagnostic.secondary()) {
                json.writeStartObject();
                writePlace(json, label.place());
                json.writeStringField("message", label.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, Place place) throws IOException {
        json.writeStringField("file", place.fileName());
        switch (place) {
            case Span span -> {
                json.writeObjectFieldStart("range");
                writePosition(json, "start", span.file(), span.start());
                writePosition(json, "end", span.file(), span.end());
                json.writeEndObject();
            }
            case ByteOffset bytes -> json.writeNumberField("offset", bytes.offset());
            case WholeFile whole -> {}
        }
    }

    private static void writePosition(JsonGenerator json, String name, SourceFile file, int offset) throws IOException {
        int line = file.lineOf(offset);
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", line - 1);
        json.writeNumberField("character", offset - file.lineStart(line));
        json.writeEndObject();
    }
}
