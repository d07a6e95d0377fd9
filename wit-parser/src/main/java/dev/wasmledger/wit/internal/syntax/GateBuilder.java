package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Gate;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import dev.wasmledger.wit.internal.syntax.WitParser.AttributeArgumentContext;
import dev.wasmledger.wit.internal.syntax.WitParser.AttributeContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Attributes of an item to its gate. (WIT.md, "Feature gate syntax".) */
final class GateBuilder {

    private final Tokens tokens;
    private final NameBuilder names;
    private final Diagnostics diagnostics;

    GateBuilder(Tokens tokens, NameBuilder names, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    Gate gate(WitParser.GateContext context) {
        int before = diagnostics.count();
        Map<String, Span> seen = new LinkedHashMap<>();
        Optional<SemanticVersion> since = Optional.empty();
        Optional<SemanticVersion> deprecated = Optional.empty();
        Optional<String> unstable = Optional.empty();
        Optional<String> externalId = Optional.empty();
        for (AttributeContext attribute : context.attribute()) {
            Name name = names.name(attribute.id());
            Span first = seen.putIfAbsent(name.text(), name.span());
            if (first != null) {
                diagnostics.report(Diagnostic.error(
                                Problem.ATTRIBUTES_CONFLICT.id(),
                                "`@" + name.text() + "` must not stand twice at one item",
                                name.span())
                        .withLabel(first, "first here"));
            }
            switch (name.text()) {
                case "since" -> since = versionArgument(attribute);
                case "deprecated" -> deprecated = versionArgument(attribute);
                case "unstable" -> unstable = featureArgument(attribute);
                case "external-id" -> externalId = stringArgument(attribute);
                default ->
                    diagnostics.report(Diagnostic.error(
                                    Problem.UNKNOWN_ATTRIBUTE.id(),
                                    "there is no attribute `@" + name.text() + "`",
                                    name.span())
                            .withHint("there are `@since`, `@unstable`, `@deprecated` and `@external-id`"));
            }
        }
        if (diagnostics.count() == before) {
            checkTogether(seen);
        }
        return new Gate(
                stability(since, deprecated, unstable),
                externalId,
                seen.values().stream().findFirst());
    }

    /** WIT.md, "Rules for feature gate usage". */
    private void checkTogether(Map<String, Span> places) {
        Span since = places.get("since");
        Span deprecated = places.get("deprecated");
        if (since != null && places.containsKey("unstable")) {
            diagnostics.error(
                    Problem.ATTRIBUTES_CONFLICT, since, "an item is either `@since` or `@unstable`, not both");
        } else if (deprecated != null && since == null && !places.containsKey("unstable")) {
            diagnostics.error(
                    Problem.ATTRIBUTES_CONFLICT, deprecated, "`@deprecated` needs a `@since` or `@unstable` beside it");
        }
    }

    private static Stability stability(
            Optional<SemanticVersion> since, Optional<SemanticVersion> deprecated, Optional<String> unstable) {
        if (since.isPresent()) {
            return new Stability.Stable(since.get(), deprecated);
        }
        if (unstable.isPresent()) {
            return new Stability.Unstable(unstable.get(), deprecated);
        }
        return new Stability.Unknown();
    }

    private Optional<SemanticVersion> versionArgument(AttributeContext attribute) {
        AttributeArgumentContext argument = namedArgument(attribute, "version");
        if (argument == null) {
            return Optional.empty();
        }
        if (argument.version() == null) {
            malformed(tokens.span(argument.id(1)), "expected a version such as `1.0.0`");
            return Optional.empty();
        }
        return names.version(argument.version());
    }

    private Optional<String> featureArgument(AttributeContext attribute) {
        AttributeArgumentContext argument = namedArgument(attribute, "feature");
        if (argument == null) {
            return Optional.empty();
        }
        if (argument.version() != null) {
            malformed(tokens.span(argument.version()), "expected the name of a feature");
            return Optional.empty();
        }
        return Optional.of(names.name(argument.id(1)).text());
    }

    private Optional<String> stringArgument(AttributeContext attribute) {
        AttributeArgumentContext argument = argument(attribute);
        if (argument == null) {
            return Optional.empty();
        }
        if (argument.STRING() == null) {
            malformed(tokens.span(argument.getStart()), "expected a string in double quotes");
            return Optional.empty();
        }
        return new StringLiteral(tokens.span(argument.STRING().getSymbol()), diagnostics).value();
    }

    private @Nullable AttributeArgumentContext namedArgument(AttributeContext attribute, String name) {
        AttributeArgumentContext argument = argument(attribute);
        if (argument == null) {
            return null;
        }
        Token first = argument.getStart();
        if (argument.STRING() != null || !names.name(argument.id(0)).text().equals(name)) {
            malformed(tokens.span(first), "expected `" + name + " = …`, but found `" + first.getText() + "`");
            return null;
        }
        return argument;
    }

    private @Nullable AttributeArgumentContext argument(AttributeContext attribute) {
        if (attribute.attributeArgument().isEmpty()) {
            String name = attribute.id().getText();
            malformed(tokens.span(tokens.after(attribute)), "expected `(` behind `@" + name + "`");
            return null;
        }
        if (attribute.attributeArgument().size() > 1) {
            Span comma = tokens.span(attribute.COMMA(0).getSymbol());
            malformed(comma, "`@" + attribute.id().getText() + "` takes one argument");
        }
        return attribute.attributeArgument(0);
    }

    private void malformed(Span span, String message) {
        diagnostics.error(Problem.BAD_ATTRIBUTE, span, message);
    }
}
