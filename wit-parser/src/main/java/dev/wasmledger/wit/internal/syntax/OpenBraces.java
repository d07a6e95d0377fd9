package dev.wasmledger.wit.internal.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Guesses from the layout of a wrong file where its items end: a brace is taken to be closed, or forgotten, as soon as a
 * line starts no further in than the line of the brace.
 */
final class OpenBraces {

    private final CommonTokenStream stream;
    /** For each token the first one of its line, comments left out. */
    private final int[] firstOfLine;
    /** The innermost open brace in front of each keyword that starts an item at the top of a file, by its index. */
    private final Map<Integer, Token> aroundTopItems = new HashMap<>();

    OpenBraces(CommonTokenStream stream) {
        stream.fill();
        this.stream = stream;
        this.firstOfLine = new int[stream.size()];
        int line = 0;
        int first = 0;
        for (int i = 0; i < firstOfLine.length; i++) {
            Token token = stream.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getLine() != line) {
                line = token.getLine();
                first = i;
            }
            firstOfLine[i] = first;
        }
        findTopItems();
    }

    private void findTopItems() {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = 0; i < stream.size(); i++) {
            Token token = stream.get(i);
            switch (token.getType()) {
                case WitParser.LEFT_BRACE -> open.push(token);
                case WitParser.RIGHT_BRACE -> open.poll();
                case WitParser.INTERFACE, WitParser.WORLD, WitParser.PACKAGE -> {
                    if (!open.isEmpty()) {
                        aroundTopItems.put(i, open.peek());
                    }
                }
                default -> {}
            }
        }
    }

    /** Whether an item of the file starts here, as the layout has it, and a brace in front of it was never closed. */
    boolean isBehindForgotten(Token token) {
        Token brace = aroundTopItems.get(token.getTokenIndex());
        return brace != null && isFirstOfLine(token) && isForgotten(brace, token);
    }

    /** The innermost brace in front of a token that the layout says should have been closed there. */
    Optional<Token> forgottenBefore(Token token) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = 0; i < token.getTokenIndex(); i++) {
            Token next = stream.get(i);
            if (next.getType() == WitParser.LEFT_BRACE) {
                open.push(next);
            } else if (next.getType() == WitParser.RIGHT_BRACE && !open.isEmpty()) {
                open.pop();
            }
        }
        Token brace = open.peek();
        boolean end = token.getType() == Token.EOF;
        return brace != null && (end || isForgotten(brace, token)) ? Optional.of(brace) : Optional.empty();
    }

    /** How to find the end of an item that is wrong. */
    Skip skipFrom(Token start, Token current) {
        var skip = new Skip();
        for (int i = start.getTokenIndex(); i < current.getTokenIndex(); i++) {
            skip.pass(stream.get(i));
        }
        return skip;
    }

    /** Follows an item from its start. */
    final class Skip {
        private final Deque<Token> open = new ArrayDeque<>();
        private int parentheses;
        private boolean hadBraces;

        /** Whether the item ends in front of a token: another item starts there, or what the item stands in ends. */
        boolean endsBefore(Token token, boolean isStart) {
            if (token.getType() != WitParser.RIGHT_BRACE) {
                while (!open.isEmpty() && isForgotten(open.peek(), token)) {
                    open.pop();
                }
            }
            if (!open.isEmpty() || isStart) {
                return false;
            }
            boolean keyword = startsItem(token);
            boolean function = isName(token) && stream.LA(2) == WitParser.COLON && parentheses <= 0;
            return token.getType() == WitParser.RIGHT_BRACE || (isFirstOfLine(token) && (keyword || function));
        }

        /** Whether the item ends with a token, which is passed; {@code next} stands behind it. */
        boolean endsWith(Token token, Token next) {
            pass(token);
            boolean closed = token.getType() == WitParser.RIGHT_BRACE && hadBraces;
            boolean pathFollows = token.getType() == WitParser.RIGHT_BRACE && next.getType() == WitParser.SEMICOLON;
            return open.isEmpty() && (token.getType() == WitParser.SEMICOLON || closed || pathFollows);
        }

        private void pass(Token token) {
            switch (token.getType()) {
                case WitParser.LEFT_BRACE -> {
                    open.push(token);
                    hadBraces = true;
                }
                case WitParser.RIGHT_BRACE -> {
                    if (!open.isEmpty()) {
                        open.pop();
                    }
                }
                case WitParser.LEFT_PAREN -> parentheses++;
                case WitParser.RIGHT_PAREN -> parentheses--;
                default -> {}
            }
        }
    }

    private boolean isForgotten(Token brace, Token token) {
        return token.getLine() > brace.getLine()
                && firstOfLine(token).getCharPositionInLine()
                        <= firstOfLine(brace).getCharPositionInLine();
    }

    private boolean isFirstOfLine(Token token) {
        return firstOfLine(token).equals(token);
    }

    private Token firstOfLine(Token token) {
        return stream.get(firstOfLine[token.getTokenIndex()]);
    }

    private static boolean isName(Token token) {
        return token.getType() == WitParser.ID || token.getType() == WitParser.EXPLICIT_ID;
    }

    private static boolean startsItem(Token token) {
        return switch (token.getType()) {
            case WitParser.PACKAGE,
                    WitParser.INTERFACE,
                    WitParser.WORLD,
                    WitParser.USE,
                    WitParser.TYPE,
                    WitParser.RECORD,
                    WitParser.FLAGS,
                    WitParser.VARIANT,
                    WitParser.ENUM,
                    WitParser.RESOURCE,
                    WitParser.IMPORT,
                    WitParser.EXPORT,
                    WitParser.INCLUDE,
                    WitParser.CONSTRUCTOR,
                    WitParser.AT -> true;
            default -> false;
        };
    }
}
