package dev.wasmledger.wit.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the comments in front of an item, as the reference parser takes it: every comment counts. */
final class DocComments {

    private DocComments() {}

    /**
     * Takes away the comment marks, the indentation that all lines share, and what is empty at the end of lines and of
     * the text. Printed as {@code ///} comments and read again, the text stays the same.
     *
     * @param comments as they stand in the text
     */
    static String text(List<String> comments) {
        List<String> contents = comments.stream()
                .map(comment -> withoutMarks(comment).stripTrailing())
                .toList();
        // First each comment as a whole, as the reference does it: the lines of a block keep their distance.
        int shared = sharedIndentation(contents);
        List<String> lines = new ArrayList<>();
        for (String comment : contents) {
            String moved = comment.isBlank() ? "" : comment.substring(shared);
            if (moved.isEmpty()) {
                lines.add("");
            }
            moved.lines().map(String::stripTrailing).forEach(lines::add);
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        int left = sharedIndentation(lines);
        return lines.stream()
                .map(line -> line.isEmpty() ? line : line.substring(left))
                .collect(Collectors.joining("\n"));
    }

    private static int sharedIndentation(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .mapToInt(DocComments::leadingBlanks)
                .min()
                .orElse(0);
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

    private static int leadingBlanks(String line) {
        int count = 0;
        while (line.charAt(count) == ' ' || line.charAt(count) == '\t') {
            count++;
        }
        return count;
    }
}
