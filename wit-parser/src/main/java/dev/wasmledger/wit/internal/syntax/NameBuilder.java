package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import java.util.Optional;

/** Names and versions, checked. */
final class NameBuilder {

    private final Tokens tokens;
    private final Diagnostics diagnostics;
    private boolean versionsWrong;

    NameBuilder(Tokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    Name name(WitParser.IdContext context) {
        Span span = tokens.span(context);
        String text = Names.withoutEscape(span.text());
        Names.whyWrong(text).ifPresent(why -> diagnostics.error(Problem.BAD_NAME, span, why));
        return new Name(text, span);
    }

    /** Whether some version is none. */
    boolean versionsWrong() {
        return versionsWrong;
    }

    Optional<SemanticVersion> version(WitParser.VersionContext context) {
        Span span = tokens.span(context);
        Optional<SemanticVersion> version = SemanticVersion.parse(span.text());
        if (version.isEmpty()) {
            versionsWrong = true;
            diagnostics.report(
                    Diagnostic.error(Problem.BAD_VERSION.id(), "`" + span.text() + "` is not a semantic version", span)
                            .withHint(
                                    "write three numbers without leading zeros and without spaces, as in `1.0.0` or `0.2.0-rc.1`"));
        }
        return version;
    }
}
