package dev.wasmledger.runtime.wave;

import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.wave.Token.Kind;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the syntax of values. */
final class Parser {

    /** Words with a meaning of their own; as a case of an enum or variant they are written with {@code %}. */
    static final Set<String> KEYWORDS = Set.of("true", "false", "some", "none", "ok", "err", "inf", "nan");

    private final SourceFile source;
    private final Lexer lexer;
    private Token current;
    private int depth;

    /** Reads from that UTF-16 offset on, up to the end of the text. */
    Parser(SourceFile source, int start) {
        if (source.text().length() > Limits.MAX_WAVE_CHARS) {
            throw Syntax.error(
                    source, Syntax.TOO_LARGE, 0, 1, "the text is longer than " + Limits.MAX_WAVE_CHARS + " characters");
        }
        this.source = source;
        this.lexer = new Lexer(source, start);
        this.current = lexer.next();
    }

    /** The one value that the text is. */
    Node whole() {
        Node value = value();
        expect(Kind.END);
        return value;
    }

    /** The arguments in parentheses that the text is. */
    Node.Tuple wholeArguments() {
        int start = expect(Kind.PAREN_OPEN).start();
        List<Node> values = values(Kind.PAREN_CLOSE);
        int end = expect(Kind.PAREN_CLOSE).end();
        expect(Kind.END);
        return new Node.Tuple(start, end, values);
    }

    private Node value() {
        if (++depth > Limits.MAX_WAVE_DEPTH) {
            throw Syntax.error(
                    source,
                    Syntax.TOO_LARGE,
                    current.start(),
                    current.end(),
                    "values are nested more than " + Limits.MAX_WAVE_DEPTH + " deep");
        }
        Token token = current;
        Node value = switch (token.kind()) {
            case NUMBER -> {
                advance();
                yield new Node.Num(token.start(), token.end(), text(token));
            }
            case LABEL -> word();
            case CHAR -> character();
            case STRING -> {
                advance();
                yield new Node.Str(token.start(), token.end(), between(token));
            }
            case MULTILINE_STRING -> {
                advance();
                yield new Node.Str(token.start(), token.end(), new Escapes(source).readMultiline(token));
            }
            case PAREN_OPEN -> tuple();
            case BRACKET_OPEN -> {
                advance();
                List<Node> elements = values(Kind.BRACKET_CLOSE);
                yield new Node.Sequence(
                        token.start(), expect(Kind.BRACKET_CLOSE).end(), elements);
            }
            case BRACE_OPEN -> braces();
            default -> throw unexpected("a value");
        };
        depth--;
        return value;
    }

    private Node character() {
        Token token = current;
        String value = between(token);
        if (value.codePointCount(0, value.length()) != 1) {
            throw Syntax.error(
                    source,
                    Syntax.INVALID_TOKEN,
                    token.start(),
                    token.end(),
                    "between single quotes stands exactly one character",
                    "strings stand in double quotes");
        }
        advance();
        return new Node.Char(token.start(), token.end(), value.codePointAt(0));
    }

    private Node word() {
        Token token = advance();
        String written = text(token);
        boolean keyword = KEYWORDS.contains(written);
        String label = written.startsWith("%") ? written.substring(1) : written;
        if (current.kind() != Kind.PAREN_OPEN) {
            return new Node.Word(token.start(), token.end(), label, keyword, Optional.empty());
        }
        advance();
        if (current.kind() == Kind.PAREN_CLOSE) {
            throw Syntax.error(
                    source,
                    Syntax.UNEXPECTED_TOKEN,
                    token.start(),
                    current.end(),
                    "there is no value between these parentheses",
                    "a case without a value is written without parentheses");
        }
        Node payload = value();
        return new Node.Word(token.start(), expect(Kind.PAREN_CLOSE).end(), label, keyword, Optional.of(payload));
    }

    private Node tuple() {
        Token open = advance();
        List<Node> values = values(Kind.PAREN_CLOSE);
        return new Node.Tuple(open.start(), expect(Kind.PAREN_CLOSE).end(), values);
    }

    /** Values up to, not including, the closing token; a comma behind the last one is allowed. */
    private List<Node> values(Kind close) {
        var values = new ArrayList<Node>();
        while (current.kind() != close) {
            values.add(value());
            if (current.kind() != Kind.COMMA) {
                break;
            }
            advance();
        }
        return values;
    }

    private Node braces() {
        int start = advance().start();
        if (current.kind() == Kind.COLON) {
            advance();
            return new Node.Fields(start, expect(Kind.BRACE_CLOSE).end(), List.of());
        }
        if (current.kind() == Kind.BRACE_CLOSE) {
            return new Node.Labels(start, advance().end(), List.of());
        }
        Node.LabelNode first = label();
        return current.kind() == Kind.COLON ? fields(start, first) : labels(start, first);
    }

    private Node fields(int start, Node.LabelNode first) {
        var fields = new ArrayList<Node.FieldNode>();
        Node.LabelNode label = first;
        while (true) {
            expect(Kind.COLON);
            fields.add(new Node.FieldNode(label, value()));
            if (!another()) {
                return new Node.Fields(start, expect(Kind.BRACE_CLOSE).end(), fields);
            }
            label = label();
        }
    }

    private Node labels(int start, Node.LabelNode first) {
        var labels = new ArrayList<Node.LabelNode>(List.of(first));
        while (another()) {
            labels.add(label());
        }
        return new Node.Labels(start, expect(Kind.BRACE_CLOSE).end(), labels);
    }

    /** Passes a comma, if there is one, and says whether something follows within the braces. */
    private boolean another() {
        if (current.kind() != Kind.COMMA) {
            return false;
        }
        advance();
        return current.kind() != Kind.BRACE_CLOSE;
    }

    private Node.LabelNode label() {
        Token token = expect(Kind.LABEL);
        String written = text(token);
        return new Node.LabelNode(token.start(), token.end(), written.startsWith("%") ? written.substring(1) : written);
    }

    private String between(Token quoted) {
        return new Escapes(source).read(quoted.start() + 1, quoted.end() - 1);
    }

    private String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    private Token advance() {
        Token passed = current;
        current = lexer.next();
        return passed;
    }

    private Token expect(Kind kind) {
        if (current.kind() != kind) {
            throw unexpected(kind.description());
        }
        return kind == Kind.END ? current : advance();
    }

    private DiagnosticException unexpected(String expected) {
        return Syntax.error(
                source,
                Syntax.UNEXPECTED_TOKEN,
                current.start(),
                current.end(),
                "expected " + expected + ", found " + current.kind().description());
    }
}
