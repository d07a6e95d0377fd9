package dev.wasmledger.wit.internal.syntax;

import java.util.ArrayList;
import java.util.List;

/** The text of the comments in front of an item, as the reference parser takes it: every comment counts. */
final class DocComments {

    private DocComments() {}

    /**
     * Takes the comment marks away, the indentation that all lines share, and empty lines at the end.
     *
     * @param comments as they stand in the text
     */
    static String text(List<String> comments) {
        List<String> contents = new ArrayList<>();
        for (String comment : comments) {
            contents.add(withoutMarks(comment).stripTrailing());
        }
        int indentation = contents.stream()
                .filter(content -> !content.isEmpty())
                .mapToInt(DocComments::leadingWhitespace)
                .min()
                .orElse(0);
        String prefix = " ".repeat(indentation);
        var text = new StringBuilder();
        for (String content : contents) {
            String unindented = content.startsWith(prefix) ? content.substring(indentation) : content;
            if (unindented.isEmpty()) {
                text.append('\n');
            } else {
                unindented.lines().forEach(line -> text.append(line).append('\n'));
            }
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String withoutMarks(String comment) {
        if (comment.startsWith("/**") && comment.endsWith("*/") && comment.length() >= 5) {
            return comment.substring(3, comment.length() - 2);
        }
        int start = 0;
        while (start < comment.length() && comment.charAt(start) == '/') {
            start++;
        }
        return comment.substring(start);
    }

    private static int leadingWhitespace(String line) {
        int count = 0;
        while (count < line.length() && " \t\n\f\r".indexOf(line.charAt(count)) >= 0) {
            count++;
        }
        return count;
    }
}
