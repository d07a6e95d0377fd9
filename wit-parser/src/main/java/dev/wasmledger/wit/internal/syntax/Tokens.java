package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Docs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The tokens of a file, and where they stand in its text: ANTLR counts code points, we count UTF-16. */
final class Tokens {

    private final SourceFile file;
    private final CommonTokenStream stream;
    /** UTF-16 offset of each code point; empty where the two are the same. */
    private final int[] offsets;

    Tokens(SourceFile file, CommonTokenStream stream) {
        this.file = file;
        this.stream = stream;
        this.offsets = offsets(file.text());
    }

    SourceFile file() {
        return file;
    }

    Span span(Token token) {
        return token.getType() == Token.EOF
                ? file.span(file.text().length(), file.text().length())
                : file.span(offset(token.getStartIndex()), offset(token.getStopIndex() + 1));
    }

    /** From the first token of a rule to its last. */
    Span span(ParserRuleContext context) {
        return file.span(
                offset(context.getStart().getStartIndex()),
                offset(context.getStop().getStopIndex() + 1));
    }

    /** The token behind a rule's last one, comments left out. */
    Token after(ParserRuleContext context) {
        int index = context.getStop().getTokenIndex() + 1;
        while (stream.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
            index++;
        }
        return stream.get(index);
    }

    /** The comments directly in front of a rule. */
    Optional<Docs> docsBefore(ParserRuleContext context) {
        List<Token> comments = stream.getHiddenTokensToLeft(context.getStart().getTokenIndex(), WitLexer.COMMENTS);
        if (comments == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Token comment : comments) {
            texts.add(comment.getText().replace("\r\n", "\n"));
        }
        Span first = span(comments.getFirst());
        Span last = span(comments.getLast());
        return Optional.of(new Docs(DocComments.text(texts), file.span(first.start(), last.end())));
    }

    private int offset(int codePoints) {
        return offsets.length == 0 ? codePoints : offsets[codePoints];
    }

    private static int[] offsets(String text) {
        int codePoints = text.codePointCount(0, text.length());
        if (codePoints == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[codePoints + 1];
        for (int i = 1; i <= codePoints; i++) {
            offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
        }
        return offsets;
    }
}
