package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Puts ANTLR's errors into our words. */
final class SyntaxErrors extends BaseErrorListener {

    private static final List<Integer> TYPES =
            List.of(WitParser.U8, WitParser.BOOL, WitParser.LIST, WitParser.OPTION, WitParser.TUPLE, WitParser.BORROW);

    private final Tokens tokens;
    private final ItemRecovery recovery;
    private final OpenBraces braces;
    private final Diagnostics diagnostics;

    SyntaxErrors(Tokens tokens, ItemRecovery recovery, OpenBraces braces, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.recovery = recovery;
        this.braces = braces;
        this.diagnostics = diagnostics;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        if (diagnostics.isFull()) {
            throw new ParseCancellationException("nothing more will be reported");
        }
        var parser = (Parser) recognizer;
        Token found = offendingToken(parser, offendingSymbol, cause);
        Span span = tokens.span(found);
        switch (found.getType()) {
            case WitParser.UNTERMINATED_COMMENT ->
                diagnostics.report(
                        Diagnostic.error(Problem.UNTERMINATED_COMMENT.id(), "a comment is never closed", span)
                                .withHint("comments nest: each `/*` needs a `*/` of its own"));
            case WitParser.UNTERMINATED_STRING ->
                diagnostics.error(Problem.BAD_STRING, span, "a string is never closed");
            case WitParser.UNEXPECTED ->
                diagnostics.error(Problem.SYNTAX, span, "`" + found.getText() + "` means nothing in WIT");
            default -> reportUnexpected(parser, found, span, cause);
        }
    }

    private static Token offendingToken(
            Parser parser, @Nullable Object offendingSymbol, @Nullable RecognitionException cause) {
        if (cause instanceof NoViableAltException noAlternative) {
            return noAlternative.getOffendingToken();
        }
        return offendingSymbol instanceof Token token ? token : parser.getCurrentToken();
    }

    private void reportUnexpected(Parser parser, Token found, Span span, @Nullable RecognitionException cause) {
        List<String> expected = words(recovery.expected(parser, found, cause));
        String what = found.getType() == Token.EOF ? "the file ends" : "found `" + found.getText() + "`";
        Diagnostic diagnostic = Diagnostic.error(
                        Problem.SYNTAX.id(), "expected " + oneOf(expected) + ", but " + what, span)
                .withHint(keywordHint(found, expected));
        Optional<Token> forgotten = braces.forgottenBefore(found);
        diagnostics.report(
                forgotten.isEmpty()
                        ? diagnostic
                        : diagnostic
                                .withLabel(tokens.span(forgotten.get()), "this brace seems to be closed nowhere")
                                .withHint("put a `}` in front of this"));
    }

    /** The tokens in words, with all those that may start a type as one. */
    private static List<String> words(IntervalSet expected) {
        List<Integer> all = expected.toList();
        // An attribute may stand in front of nearly everything; that does not help.
        if (all.size() > 1) {
            all.removeIf(token -> token == WitParser.AT);
        }
        List<String> words = new ArrayList<>();
        boolean type = all.containsAll(TYPES);
        if (type) {
            words.add("a type");
        } else if (expected.contains(WitParser.ID)) {
            words.add("a name");
        }
        for (int token : all) {
            boolean name = token == WitParser.ID || token == WitParser.EXPLICIT_ID;
            if (!name && !(type && isKeyword(token))) {
                words.add(describe(token));
            }
        }
        return words;
    }

    private static boolean isKeyword(int token) {
        String literal = WitParser.VOCABULARY.getLiteralName(token);
        return literal != null && Character.isLetter(literal.charAt(1));
    }

    private static String describe(int token) {
        return switch (token) {
            case Token.EOF -> "the end of the file";
            case WitParser.INTEGER -> "a number";
            case WitParser.STRING -> "a string";
            default -> {
                String literal = WitParser.VOCABULARY.getLiteralName(token);
                yield literal == null ? WitParser.VOCABULARY.getSymbolicName(token) : literal.replace('\'', '`');
            }
        };
    }

    private static String oneOf(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static Optional<String> keywordHint(Token found, List<String> expected) {
        boolean keyword = expected.contains("a name")
                && !found.getText().isEmpty()
                && Character.isLetter(found.getText().charAt(0))
                && found.getType() != Token.EOF;
        return keyword
                ? Optional.of(
                        "`" + found.getText() + "` is a keyword; write `%" + found.getText() + "` to use it as a name")
                : Optional.empty();
    }
}
