package dev.wasmledger.wit.internal.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;

/** What the lexer's grammar cannot say. */
abstract class WitLexerBase extends Lexer {

    WitLexerBase(CharStream input) {
        super(input);
    }

    /**
     * Reads the rest of a block comment, whose comments inside may nest. (WIT.md, "Comments".)
     *
     * @param comment the token type of a whole comment
     * @param channel where it goes
     * @param unterminated the token type of one that the end of the text cuts off; the parser gets to see it
     */
    protected void readBlockComment(int comment, int channel, int unterminated) {
        int depth = 1;
        while (depth > 0) {
            int first = _input.LA(1);
            if (first == IntStream.EOF) {
                setType(unterminated);
                return;
            }
            _input.consume();
            if (first == '*' && _input.LA(1) == '/') {
                _input.consume();
                depth--;
            } else if (first == '/' && _input.LA(1) == '*') {
                _input.consume();
                depth++;
            }
        }
        setType(comment);
        setChannel(channel);
    }
}
