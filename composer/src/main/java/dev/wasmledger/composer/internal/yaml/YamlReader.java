package dev.wasmledger.composer.internal.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.wasmledger.composer.Limits;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML document: mappings, lists and scalars. What makes a small file hard to read is refused: aliases
 * (a value that stands elsewhere), a key that stands twice, further documents.
 */
public final class YamlReader {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.YAML_NESTING)
                    .build())
            .build();

    private final SourceFile source;
    private final YAMLParser parser;

    private YamlReader(SourceFile source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * The file's one document.
     *
     * @throws DiagnosticException where the text is no such document
     */
    public static YamlValue read(SourceFile source) {
        refuseControlCharacters(source);
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            return new YamlReader(source, parser).checkedDocument();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static void refuseControlCharacters(SourceFile source) {
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0) {
                throw refuse("COMPOSE0101", "this is no YAML: a control character stands here", source.span(i, i + 1));
            }
        }
    }

    private YamlValue checkedDocument() throws IOException {
        try {
            return document();
        } catch (StreamConstraintsException e) {
            throw refuse("COMPOSE0101", "lists and mappings inside each other, too many to be read", tokenSpan(1));
        } catch (JsonProcessingException e) {
            throw syntaxError(e);
        }
    }

    private YamlValue document() throws IOException {
        if (parser.nextToken() == null) {
            return new YamlValue.Missing(source.at(1, 1));
        }
        YamlValue value = value();
        if (parser.nextToken() != null) {
            throw refuse("COMPOSE0102", "a second document starts here; one is read", tokenSpan(1));
        }
        return value;
    }

    private YamlValue value() throws IOException {
        if (parser.isCurrentAlias()) {
            throw refuse("COMPOSE0102", "an alias stands for a value; write the value itself", tokenSpan(1));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new YamlValue.Missing(tokenSpan(0));
            default -> {
                Span span = scalarSpan();
                yield span.start() == span.end()
                        ? new YamlValue.Missing(span)
                        : new YamlValue.Scalar(parser.getText(), span);
            }
        };
    }

    private YamlValue mapping() throws IOException {
        Span start = tokenSpan(1);
        var entries = new LinkedHashMap<String, YamlValue.Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Span keySpan = scalarSpan();
            String key = parser.currentName();
            parser.nextToken();
            YamlValue.Entry first = entries.putIfAbsent(key, new YamlValue.Entry(key, keySpan, value()));
            if (first != null) {
                throw new DiagnosticException(
                        Diagnostic.error("COMPOSE0103", "`" + key + "` stands here twice", keySpan)
                                .withLabel(first.keySpan(), "first here"));
            }
        }
        return new YamlValue.Mapping(List.copyOf(entries.values()), start);
    }

    private YamlValue sequence() throws IOException {
        Span start = tokenSpan(1);
        var items = new ArrayList<YamlValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new YamlValue.Sequence(List.copyOf(items), start);
    }

    private Span tokenSpan(int length) {
        Span start = at(source, parser.currentTokenLocation());
        return source.span(start.start(), start.start() + length);
    }

    /** From the token's start to its end, without the end of line that a block scalar takes along. */
    private Span scalarSpan() {
        int start = at(source, parser.currentTokenLocation()).start();
        int end = at(source, parser.currentLocation()).start();
        String text = source.text().substring(start, Math.max(start, end)).stripTrailing();
        return source.span(start, start + text.length());
    }

    private static Span at(SourceFile source, JsonLocation location) {
        return source.at(location.getLineNr(), location.getColumnNr());
    }

    private static DiagnosticException refuse(String id, String message, Span span) {
        return new DiagnosticException(Diagnostic.error(id, message, span));
    }

    /** The YAML scanner knows better where the problem is than the layer above it, which names its last token. */
    private DiagnosticException syntaxError(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return refuse(
                    "COMPOSE0101",
                    "this is no YAML: " + marked.getProblem(),
                    source.at(mark.getLine() + 1, mark.getColumn() + 1));
        }
        String problem = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return refuse("COMPOSE0101", "this is no YAML: " + problem, tokenSpan(1));
    }
}
