package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Limits;
import dev.wasmledger.wit.internal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads one file: text rules, tokens, nesting, grammar, tree. */
public final class SourceParser {

    private final SourceFile file;
    private final Diagnostics diagnostics;

    private SourceParser(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** The file's tree, without items that do not have the shape of WIT; absent if the file is no WIT at all. */
    public static Optional<SyntaxTree> parse(SourceFile file, Diagnostics diagnostics) {
        return new SourceParser(file, diagnostics).parse();
    }

    private Optional<SyntaxTree> parse() {
        int before = diagnostics.count();
        TextRules.check(file, diagnostics);
        List<Token> list = diagnostics.count() == before ? readTokens() : List.of();
        if (diagnostics.count() > before) {
            return Optional.empty();
        }
        var stream = new CommonTokenStream(new ListTokenSource(list));
        var tokens = new Tokens(file, stream);
        return parseTokens(stream, tokens);
    }

    private List<Token> readTokens() {
        var lexer = new WitLexer(CharStreams.fromString(file.text(), file.name()));
        lexer.removeErrorListeners();
        var nesting = new NestingGuard();
        List<Token> list = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            list.add(token);
            if (list.size() > Limits.MAX_TOKENS) {
                diagnostics.error(
                        Problem.TOO_LARGE,
                        file.span(0, 0),
                        "the file has more than " + Limits.MAX_TOKENS + " words and signs");
                return list;
            }
            Optional<String> tooDeep = nesting.tooDeepAt(token);
            if (tooDeep.isPresent()) {
                int start = token.getStartIndex();
                int utf16 = file.text().offsetByCodePoints(0, start);
                diagnostics.error(
                        Problem.NESTING_TOO_DEEP,
                        file.span(utf16, utf16 + token.getText().length()),
                        tooDeep.get());
                return list;
            }
        } while (token.getType() != Token.EOF);
        return list;
    }

    /**
     * SLL prediction is enough for every right file and several times faster; only a wrong one is read again with full
     * LL, whose errors stand at the right token.
     */
    private Optional<SyntaxTree> parseTokens(CommonTokenStream stream, Tokens tokens) {
        var builder = new TreeBuilder(tokens, diagnostics);
        var parser = new WitParser(stream);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return builder.build(parser.witFile());
        } catch (ParseCancellationException wrong) {
            stream.seek(0);
        }
        var precise = new WitParser(stream);
        precise.removeErrorListeners();
        var braces = new OpenBraces(stream);
        var recovery = new ItemRecovery(braces);
        precise.setErrorHandler(recovery);
        precise.addErrorListener(new SyntaxErrors(tokens, recovery, braces, diagnostics));
        precise.getInterpreter().setPredictionMode(PredictionMode.LL);
        try {
            WitParser.WitFileContext whole = precise.witFile();
            boolean begins = TreeBuilder.isWhole(whole);
            List<WitParser.ItemContext> rest =
                    begins ? List.of() : precise.fileRest().item();
            diagnostics.expectMissing(recovery.skippedNames());
            return begins ? builder.build(whole) : builder.build(packageName(stream), rest);
        } catch (ParseCancellationException enough) {
            return Optional.empty();
        }
    }

    /** The name in a {@code package} line that has no end, if it can be read. */
    private static Optional<WitParser.PackageNameContext> packageName(CommonTokenStream stream) {
        stream.seek(0);
        if (stream.LA(1) != WitParser.PACKAGE) {
            return Optional.empty();
        }
        stream.consume();
        var parser = new WitParser(stream);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return Optional.of(parser.packageName());
        } catch (ParseCancellationException unreadable) {
            return Optional.empty();
        }
    }
}
