package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How generated code is laid out where JavaPoet has one way for everything. */
final class SourceText {

    /** Columns of a line. */
    private static final int WIDTH = 120;

    /** What may stand in one line of arguments, whose names are counted with their packages. */
    private static final int SHORT = 80;

    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m)[ \t]+$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n\\s*\\}");
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]+)\\n *\\*/$");
    private static final Pattern ANNOTATION =
            Pattern.compile("(?m)^( *)@(\\w+)\\(\\n\\s+(\\w+ = \"[^\"\\n]*\")(?:,\\n\\s+(\\w+ = \"[^\"\\n]*\"))?\\n\\s+\\)$");
    private static final Pattern ONE_STATEMENT_CASE =
            Pattern.compile("(?m)^( *case [^\\n]*->) \\{\\n +(?!throw|return|if|for)([^\\n{}]*;)\\n +\\}$");

    private SourceText() {}

    /** Short Javadoc, annotations, bodies and cases in one line each. */
    static String tidy(String source) {
        String text = TRAILING_SPACE.matcher(source).replaceAll("");
        text = EMPTY_BODY.matcher(text).replaceAll("{}");
        text = fold(text, SHORT_JAVADOC, m -> m.group(1) + "/** " + m.group(2) + " */");
        text = fold(
                text,
                ANNOTATION,
                m -> m.group(1) + "@" + m.group(2) + "(" + m.group(3)
                        + (m.group(4) == null ? "" : ", " + m.group(4)) + ")");
        return fold(text, ONE_STATEMENT_CASE, m -> m.group(1) + " " + m.group(2));
    }

    private static String fold(String text, Pattern pattern, Function<MatchResult, String> folded) {
        return pattern.matcher(text).replaceAll(match -> {
            String line = folded.apply(match);
            return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
        });
    }

    /** Arguments in one line if they are short, and in a line each if they are not. */
    static CodeBlock arguments(List<CodeBlock> arguments) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        return line.toString().length() <= SHORT
                ? line
                : CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"));
    }

    /** One of two expressions, in a line each if they are not short. */
    static CodeBlock choice(CodeBlock condition, CodeBlock first, CodeBlock second) {
        CodeBlock line = CodeBlock.of("$L ? $L : $L", condition, first, second);
        return line.toString().length() <= SHORT
                ? line
                : CodeBlock.of("$L\n? $L\n: $L", condition, first, second);
    }
}
