package dev.wasmledger.wit.internal.print;

import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import java.util.Optional;

/** Text with blocks, two spaces of indentation a level, and a blank line between items where one is asked for. */
final class Output {

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean lineStart = true;
    private boolean separate;

    Output add(String part) {
        if (lineStart) {
            text.append("  ".repeat(depth));
            lineStart = false;
        }
        text.append(part);
        return this;
    }

    void endLine() {
        text.append('\n');
        lineStart = true;
    }

    void endLine(String part) {
        add(part);
        endLine();
    }

    /** Opens a block; nothing stands in it yet. */
    void open() {
        add(" {");
        endLine();
        depth++;
        separate = false;
    }

    /** Closes a block, which is an item of the one around it. */
    void close() {
        depth--;
        endLine("}");
        separate = true;
    }

    /** Starts an item that has a blank line in front of it, unless it is the first of its block. */
    void separateItem() {
        if (separate) {
            endLine();
        }
        separate = true;
    }

    /** Says that something stands in the block that the next separated item keeps a distance from. */
    void adjacentItem() {
        separate = true;
    }

    void docs(Optional<String> docs) {
        docs.ifPresent(contents -> contents.lines().forEach(line -> endLine(line.isEmpty() ? "///" : "/// " + line)));
    }

    void gate(Stability stability, Optional<String> externalId) {
        switch (stability) {
            case Stability.Unknown unknown -> {}
            case Stability.Stable(SemanticVersion since, Optional<SemanticVersion> deprecated) -> {
                endLine("@since(version = " + since + ")");
                deprecated(deprecated);
            }
            case Stability.Unstable(String feature, Optional<SemanticVersion> deprecated) -> {
                endLine("@unstable(feature = " + Identifiers.escape(feature) + ")");
                deprecated(deprecated);
            }
        }
        externalId.ifPresent(id -> endLine("@external-id(" + Identifiers.quote(id) + ")"));
    }

    private void deprecated(Optional<SemanticVersion> version) {
        version.ifPresent(since -> endLine("@deprecated(version = " + since + ")"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
