package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How generated code is laid out where JavaPoet has one way for everything. */
final class SourceText {

    /** Columns of a line. */
    private static final int WIDTH = 120;

    /** What arguments may take of a line, at most. */
    private static final int SHORT = 70;

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m)[ \t]+$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n\\s*\\}");
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]+)\\n *\\*/$");
    private static final Pattern ANNOTATION = Pattern.compile(
            "(?m)^( *)@(\\w+)\\(\\n\\s+(\\w+ = \"[^\"\\n]*\")(?:,\\n\\s+(\\w+ = \"[^\"\\n]*\"))?\\n\\s*\\)$");
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
                m -> m.group(1) + "@" + m.group(2) + "(" + m.group(3) + (m.group(4) == null ? "" : ", " + m.group(4))
                        + ")");
        text = fold(text, ONE_STATEMENT_CASE, m -> m.group(1) + " " + m.group(2));
        return text.lines().map(SourceText::wrap).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Breaks a line that is too long in spite of all: a type with many arguments may be. */
    private static String wrap(String line) {
        int at = line.length() > WIDTH ? breakAt(line) : -1;
        if (at < 0) {
            return line;
        }
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        String start = line.stripLeading();
        String mark = start.startsWith("//") ? "// " : start.startsWith("*") ? "* " : "        ";
        String continued = indent + mark;
        return line.substring(0, at).stripTrailing() + "\n"
                + wrap(continued + line.substring(at).stripLeading());
    }

    /** The last place where a line may be broken before it is too long; -1 where there is none. */
    private static int breakAt(String line) {
        int last = -1;
        boolean literal = false;
        for (int i = line.length() - line.stripLeading().length() + 2; i < WIDTH; i++) {
            char c = line.charAt(i);
            literal ^= c == '"' && line.charAt(i - 1) != '\\';
            if (!literal && c == ' ') {
                last = i;
            } else if (!literal && c == '(' && line.charAt(i + 1) != ')') {
                last = i + 1;
            }
        }
        return last;
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
        return isShort(line) ? line : CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"));
    }

    /** One of two expressions, in a line each if they are not short. */
    static CodeBlock choice(CodeBlock condition, CodeBlock first, CodeBlock second) {
        CodeBlock line = CodeBlock.of("$L ? $L : $L", condition, first, second);
        return isShort(line) ? line : CodeBlock.of("$L\n? $L\n: $L", condition, first, second);
    }

    /** Whether it is short once the packages are gone, for which there are imports. */
    private static boolean isShort(CodeBlock code) {
        return PACKAGE.matcher(code.toString()).replaceAll("").length() <= SHORT;
    }
}
