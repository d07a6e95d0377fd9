package dev.wasmledger.wit.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Diagnostics as text for people.
 *
 * <pre>{@code
 * credits.wit:4:13: error[WIT0203]: there is no type `u31` here
 *   4 |   amount: u31,
 *     |           ^^^
 *   hint: did you mean `u32`?
 * }</pre>
 */
public final class DiagnosticRenderer {

    /** A source line is cut to so many characters around its caret: generated files may have very long ones. */
    private static final int MAX_LINE_WIDTH = 160;

    private DiagnosticRenderer() {}

    /** All of them, with an empty line between two; no line feed at the end. */
    public static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n\n"));
    }

    /** One of them; no line feed at the end. */
    public static String render(Diagnostic diagnostic) {
        var out = new StringBuilder();
        out.append(place(diagnostic.primary()))
                .append(": ")
                .append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(diagnostic.id())
                .append("]: ")
                .append(diagnostic.message());
        appendSource(out, diagnostic.primary(), '^');
        for (LabelledPlace label : diagnostic.secondary()) {
            out.append("\n  ").append(place(label.place())).append(": ").append(label.message());
            appendSource(out, label.place(), '-');
        }
        diagnostic.hint().ifPresent(hint -> out.append("\n  hint: ").append(hint.replace("\n", "\n        ")));
        return out.toString();
    }

    /** A place in one line: {@code file:line:column}, {@code file@0x1f} or {@code file}. */
    public static String place(Place place) {
        return switch (place) {
            case Span span -> span.toString();
            case ByteOffset bytes -> bytes.fileName() + "@0x" + Long.toHexString(bytes.offset());
            case WholeFile file -> file.fileName();
        };
    }

    private static void appendSource(StringBuilder out, Place place, char mark) {
        if (!(place instanceof Span span)) {
            return;
        }
        String line = span.file().line(span.line());
        int[] points = line.codePoints().map(DiagnosticRenderer::printable).toArray();
        int column = Math.min(span.column() - 1, points.length);
        int from = points.length <= MAX_LINE_WIDTH ? 0 : Math.max(0, column - MAX_LINE_WIDTH / 2);
        int to = Math.min(points.length, from + MAX_LINE_WIDTH);
        int width = span.text()
                .lines()
                .findFirst()
                .map(first -> first.codePointCount(0, first.length()))
                .orElse(0);
        int marks = Math.max(1, Math.min(width, to - column));

        String number = Integer.toString(span.line());
        out.append("\n  ").append(number).append(" | ").append(new String(points, from, to - from));
        out.append("\n  ").append(" ".repeat(number.length())).append(" | ");
        for (int i = from; i < column; i++) {
            out.append(points[i] == '\t' ? '\t' : ' ');
        }
        out.append(String.valueOf(mark).repeat(marks));
    }

    /** Control and formatting characters must not reach a terminal: they could rewrite what stands there. */
    private static int printable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean dangerous = type == Character.CONTROL || type == Character.FORMAT;
        return dangerous && codePoint != '\t' ? '\uFFFD' : codePoint;
    }
}
