package dev.wasmledger.cli.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.wasmledger.cli.Limits;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one line of JSON with the place of everything in it. */
final class JsonLine {

    /** Of Jackson's limits only that on nesting is of use: texts and numbers stay text, and the file's size bounds them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.LINE_NESTING)
                    .maxNameLength(Limits.FILE_BYTES)
                    .maxNumberLength(Limits.FILE_BYTES)
                    .maxStringLength(Limits.FILE_BYTES)
                    .build())
            .build();

    private static final Pattern DETAILS = Pattern.compile("(?s)(: was expecting)? \\(.*|\n.*");

    private final SourceFile file;
    private final int start;
    private final JsonParser parser;

    private JsonLine(SourceFile file, int start, JsonParser parser) {
        this.file = file;
        this.start = start;
        this.parser = parser;
    }

    /**
     * Reads a line.
     *
     * @param line counted from 1
     */
    static JsonValue.Fields read(SourceFile file, int line) throws UnreadableLine {
        int start = file.at(line, 1).start();
        String text = file.line(line);
        try (JsonParser parser = JSON.createParser(text)) {
            var reader = new JsonLine(file, start, parser);
            parser.nextToken();
            JsonValue value = reader.value();
            if (!(value instanceof JsonValue.Fields fields)) {
                throw UnreadableLine.of("TXN0001", "a line holds one JSON object", value.place());
            }
            if (parser.nextToken() != null) {
                throw UnreadableLine.of("TXN0001", "the line goes on behind its object", reader.here());
            }
            return fields;
        } catch (StreamConstraintsException tooDeep) {
            throw UnreadableLine.of(
                    "TXN0001",
                    "the line nests deeper than " + Limits.LINE_NESTING + " levels",
                    file.span(start, start));
        } catch (JsonProcessingException malformed) {
            int offset = start + Math.clamp(malformed.getLocation().getCharOffset(), 0, text.length());
            throw UnreadableLine.of("TXN0001", "this is no JSON: " + reason(malformed), file.span(offset, offset));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonValue value() throws IOException, UnreadableLine {
        int from = offset();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(parser.getText(), upToHere(from));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getText(), upToHere(from));
            case START_ARRAY -> items(from);
            case START_OBJECT -> fields(from);
            default -> new JsonValue.Literal(parser.getText(), upToHere(from));
        };
    }

    private JsonValue items(int from) throws IOException, UnreadableLine {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new JsonValue.Items(values, upToHere(from));
    }

    private JsonValue fields(int from) throws IOException, UnreadableLine {
        Map<String, JsonValue.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Span place = upToHere(offset());
            parser.nextToken();
            if (fields.put(name, new JsonValue.Field(place, value())) != null) {
                throw UnreadableLine.of("TXN0001", "a second `" + name + "`", place);
            }
        }
        return new JsonValue.Fields(fields, upToHere(from));
    }

    /** Where the current token begins. */
    private int offset() {
        return start + (int) parser.currentTokenLocation().getCharOffset();
    }

    private Span upToHere(int from) throws IOException {
        parser.finishToken();
        return file.span(from, start + (int) parser.currentLocation().getCharOffset());
    }

    private Span here() {
        return file.span(offset(), offset() + 1);
    }

    /** Jackson's message without what only its programmers want to know. */
    private static String reason(JsonProcessingException malformed) {
        return DETAILS.matcher(malformed.getOriginalMessage()).replaceFirst("");
    }
}
