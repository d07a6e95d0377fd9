package dev.wasmledger.cli.wasm;

import dev.wasmledger.cli.wasm.Part.Extern;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A part as a tree for people. */
public final class PartText {

    /** A longer line is cut: a type can have any length. */
    private static final int WIDTH = 160;

    private record Node(String text, List<Node> children) {

        static Node leaf(String text) {
            return new Node(text, List.of());
        }
    }

    private PartText() {}

    /** The tree of a whole file, with a line feed at the end. */
    public static String print(String fileName, Part part) {
        var out = new StringBuilder();
        out.append(line(fileName + "  " + part.kind().text() + name(part) + size(part)))
                .append('\n');
        print(children(part), "", out);
        return out.toString();
    }

    private static void print(List<Node> nodes, String indent, StringBuilder out) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            out.append(indent)
                    .append(last ? "└─ " : "├─ ")
                    .append(line(nodes.get(i).text()))
                    .append('\n');
            print(nodes.get(i).children(), indent + (last ? "   " : "│  "), out);
        }
    }

    private static List<Node> children(Part part) {
        List<Node> nodes = new ArrayList<>();
        part.problem()
                .ifPresent(problem -> nodes.add(Node.leaf(
                        "not valid: " + problem.message() + " (" + DiagnosticRenderer.place(problem.primary()) + ")")));
        add(nodes, "imports", part.imports().stream().map(PartText::text).toList());
        add(nodes, "exports", part.exports().stream().map(PartText::text).toList());
        add(
                nodes,
                "producers",
                part.producers().stream()
                        .flatMap(producers -> producers.fields().stream())
                        .map(PartText::text)
                        .toList());
        add(
                nodes,
                "annotations",
                part.annotations().stream().map(a -> a.name() + ": " + a.text()).toList());
        add(nodes, "sections", part.sections().stream().map(PartText::text).toList());
        part.parts()
                .forEach(inner -> nodes.add(new Node(
                        inner.kind().text() + " " + inner.index() + name(inner) + size(inner), children(inner))));
        return nodes;
    }

    private static void add(List<Node> nodes, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            nodes.add(new Node(title, lines.stream().map(Node::leaf).toList()));
        }
    }

    private static String name(Part part) {
        return part.name().map(name -> " \"" + name + "\"").orElse("");
    }

    private static String size(Part part) {
        return "  " + (part.offset() > 0 ? at(part.offset()) + "  " : "") + part.bytes() + " bytes  " + part.digest();
    }

    private static String text(Extern extern) {
        return extern.name()
                + extern.attributes().stream()
                        .map(attribute -> " (" + attribute + ")")
                        .collect(Collectors.joining())
                + "  " + extern.type();
    }

    private static String text(Producers.Field field) {
        return field.name() + ": "
                + field.tools().stream()
                        .map(tool -> tool.version().isEmpty() ? tool.name() : tool.name() + " " + tool.version())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Part.SectionLine section) {
        return at(section.offset())
                + "  " + section.kind()
                + section.name().map(name -> " \"" + name + "\"").orElse("")
                + section.definitions()
                        .map(count -> count == 1 ? "  1 definition" : "  " + count + " definitions")
                        .orElse("")
                + "  " + section.bytes() + " bytes";
    }

    private static String at(int offset) {
        return "0x" + Integer.toHexString(offset);
    }

    /** Names may hold any character: none of them may rewrite what stands on a terminal. */
    private static String line(String text) {
        var out = new StringBuilder();
        text.codePoints().limit(WIDTH).forEach(point -> out.appendCodePoint(isHarmless(point) ? point : '\uFFFD'));
        return text.codePointCount(0, text.length()) > WIDTH ? out + "…" : out.toString();
    }

    private static boolean isHarmless(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
