package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.internal.syntax.WitParser.ExternInterfaceContext;
import dev.wasmledger.wit.internal.syntax.WitParser.FileRestContext;
import dev.wasmledger.wit.internal.syntax.WitParser.InterfaceItemContext;
import dev.wasmledger.wit.internal.syntax.WitParser.InterfaceMemberContext;
import dev.wasmledger.wit.internal.syntax.WitParser.ItemContext;
import dev.wasmledger.wit.internal.syntax.WitParser.NestedPackageContext;
import dev.wasmledger.wit.internal.syntax.WitParser.PackageHeaderContext;
import dev.wasmledger.wit.internal.syntax.WitParser.ResourceItemContext;
import dev.wasmledger.wit.internal.syntax.WitParser.ResourceMemberContext;
import dev.wasmledger.wit.internal.syntax.WitParser.WitFileContext;
import dev.wasmledger.wit.internal.syntax.WitParser.WorldItemContext;
import dev.wasmledger.wit.internal.syntax.WitParser.WorldMemberContext;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * One error for each item that is wrong: an error leaves all rules up to the item that it is in, which keeps the
 * exception, the rest of the item is skipped, and parsing goes on with the next one.
 */
final class ItemRecovery extends DefaultErrorStrategy {

    private final OpenBraces braces;
    /** What could have stood at a token: optional parts are passed over before the parser finds that it fits nothing. */
    private final IntervalSet expected = new IntervalSet();

    private final Set<String> skippedNames = new HashSet<>();
    private int expectedAt = -1;
    private int strayLine = -1;

    ItemRecovery(OpenBraces braces) {
        this.braces = braces;
    }

    /** The names that occur in items that are wrong: what is defined there is not known to be missing. */
    Set<String> skippedNames() {
        return skippedNames;
    }

    /** What could stand where the error is. */
    IntervalSet expected(Parser parser, Token found, @Nullable RecognitionException cause) {
        var all = new IntervalSet(parser.getExpectedTokens());
        if (cause instanceof NoViableAltException noAlternative && noAlternative.getDeadEndConfigs() != null) {
            all = new IntervalSet();
            for (ATNConfig config : noAlternative.getDeadEndConfigs()) {
                all.addAll(parser.getATN().nextTokens(config.state));
            }
        }
        if (found.getTokenIndex() == expectedAt) {
            all.addAll(expected);
        }
        all.remove(Token.EPSILON);
        return all;
    }

    @Override
    public Token recoverInline(Parser parser) throws RecognitionException {
        throw new InputMismatchException(parser);
    }

    @Override
    public void sync(Parser parser) throws RecognitionException {
        if (inErrorRecoveryMode(parser)) {
            skipRemains(parser);
            return;
        }
        IntervalSet here = parser.getExpectedTokens();
        int index = parser.getCurrentToken().getTokenIndex();
        if (index != expectedAt) {
            expected.clear();
            expectedAt = index;
        }
        expected.addAll(here);
        boolean betweenItems =
                holdsItems(parser.getContext()) && (here.contains(WitParser.RIGHT_BRACE) || here.contains(Token.EOF));
        while (betweenItems && !here.contains(parser.getCurrentToken().getType()) && !atEnd(parser)) {
            // One error a line is enough for what is no item at all.
            if (parser.getCurrentToken().getLine() != strayLine) {
                strayLine = parser.getCurrentToken().getLine();
                endErrorCondition(parser);
                reportError(parser, new InputMismatchException(parser));
            }
            skipItem(parser, parser.getCurrentToken());
        }
    }

    /** What is left of an item that is wrong, up to where the next one may start. */
    private void skipRemains(Parser parser) {
        while (holdsItems(parser.getContext())
                && !parser.getExpectedTokens().contains(parser.getCurrentToken().getType())
                && !atEnd(parser)) {
            skipItem(parser, parser.getCurrentToken());
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        if (!isItem(parser.getContext())) {
            throw error;
        }
        skipItem(parser, parser.getContext().getStart());
    }

    /** At the end of what holds the items, whether or not that is right. */
    private boolean atEnd(Parser parser) {
        int type = parser.getCurrentToken().getType();
        if (!isFile(parser.getContext()) && braces.isBehindForgotten(parser.getCurrentToken())) {
            return true;
        }
        boolean strayBrace = type == WitParser.RIGHT_BRACE && isFile(parser.getContext());
        return type == Token.EOF || (type == WitParser.RIGHT_BRACE && !strayBrace);
    }

    /** Skips to the end of an item that starts at {@code start} and is wrong somewhere up to the current token. */
    private void skipItem(Parser parser, Token start) {
        skipToEnd(parser, start);
        for (int i = start.getTokenIndex(); i < parser.getCurrentToken().getTokenIndex(); i++) {
            Token token = parser.getTokenStream().get(i);
            if (token.getType() == WitParser.ID || token.getType() == WitParser.EXPLICIT_ID) {
                skippedNames.add(Names.withoutEscape(token.getText()));
            }
        }
    }

    private void skipToEnd(Parser parser, Token start) {
        OpenBraces.Skip skip = braces.skipFrom(start, parser.getCurrentToken());
        boolean first = true;
        while (true) {
            Token token = parser.getCurrentToken();
            boolean consumedNothing = first && token.equals(start);
            if (token.getType() == Token.EOF || skip.endsBefore(token, consumedNothing)) {
                return;
            }
            parser.consume();
            if (skip.endsWith(token, parser.getCurrentToken())) {
                if (parser.getCurrentToken().getType() == WitParser.SEMICOLON) {
                    parser.consume();
                }
                return;
            }
            first = false;
        }
    }

    private static boolean isItem(ParserRuleContext context) {
        return context instanceof ItemContext
                || context instanceof InterfaceMemberContext
                || context instanceof WorldMemberContext
                || context instanceof ResourceMemberContext
                || context instanceof PackageHeaderContext
                || isFile(context);
    }

    private static boolean isFile(ParserRuleContext context) {
        return context instanceof WitFileContext || context instanceof FileRestContext;
    }

    private static boolean holdsItems(ParserRuleContext context) {
        return isFile(context)
                || context instanceof NestedPackageContext
                || context instanceof InterfaceItemContext
                || context instanceof ExternInterfaceContext
                || context instanceof WorldItemContext
                || context instanceof ResourceItemContext;
    }
}
