package dev.wasmledger.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell, two spaces between them. */
public final class TextTable {

    /** On which side of its column a cell stands. */
    public enum Align {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Align> aligns;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(Align... aligns) {
        this.aligns = List.of(aligns);
    }

    /** Adds a row with a cell for each column. */
    public void row(String... cells) {
        if (cells.length != aligns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + aligns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** The rows, each with a line feed at its end and no blanks in front of that. */
    @Override
    public String toString() {
        int[] widths = new int[aligns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var out = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String blanks = " ".repeat(widths[i] - width(cell));
                line.append(i == 0 ? "" : GAP);
                line.append(aligns.get(i) == Align.LEFT ? cell + blanks : blanks + cell);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
