package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.internal.Limits;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Finds types and packages that are nested too deep ahead of parsing, whose methods call themselves for each level. */
final class NestingGuard {

    private int types;
    private int braces;

    /** Why this token, the next one of the file, is too deep, if it is. */
    Optional<String> tooDeepAt(Token token) {
        if (token.getChannel() != Token.DEFAULT_CHANNEL) {
            return Optional.empty();
        }
        if (types >= Limits.MAX_TYPE_DEPTH) {
            return Optional.of("types are nested more than " + Limits.MAX_TYPE_DEPTH + " deep");
        }
        switch (token.getType()) {
            case WitLexer.LESS_THAN -> types++;
            case WitLexer.GREATER_THAN -> types = Math.max(0, types - 1);
            case WitLexer.SEMICOLON -> types = 0;
            case WitLexer.LEFT_BRACE -> {
                types = 0;
                braces++;
            }
            case WitLexer.RIGHT_BRACE -> {
                types = 0;
                braces = Math.max(0, braces - 1);
            }
            case WitLexer.PACKAGE -> {
                if (braces >= Limits.MAX_PACKAGE_DEPTH) {
                    return Optional.of("packages are nested more than " + Limits.MAX_PACKAGE_DEPTH + " deep");
                }
            }
            default -> {}
        }
        return Optional.empty();
    }
}
