package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import dev.wasmledger.wit.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WIT's doc comments, which are Markdown, as Javadoc. */
final class Docs {

    /** Columns that a line of Javadoc may take behind its star. */
    private static final int WIDTH = 105;

    /** Characters of an address that a line has room for twice. */
    private static final int SHORT_ADDRESS = 40;

    private static final Pattern INLINE = Pattern.compile(
            "(?<code>`+)(?<text>.+?)\\k<code>|\\[(?<label>[^\\]]+)\\]\\((?<url>https?://[^)\\s]+)\\)|<(?<auto>https?://[^>\\s]+)>");

    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private FeatureGate gate = FeatureGate.NONE;

    static Docs of(Optional<String> markdown) {
        Docs docs = new Docs();
        markdown.ifPresent(docs::addMarkdown);
        return docs;
    }

    /** Of an item that has a feature gate: {@code @since} and {@code @deprecated} become tags and annotations. */
    static Docs of(Optional<String> markdown, Stability stability) {
        Docs docs = of(markdown);
        docs.gate = FeatureGate.of(stability);
        return docs;
    }

    /** Adds text of our own, where the WIT has none. */
    Docs orElse(String javadoc) {
        if (paragraphs.isEmpty()) {
            paragraphs.add(wrap(javadoc, ""));
        }
        return this;
    }

    /** Describes a parameter, record component or exception, if there is anything to say. */
    Docs tag(String tag, Optional<String> markdown, Optional<String> remark) {
        String text =
                markdown.map(m -> inline(m.strip().replaceAll("\\s+", " "))).orElse("");
        String rest = remark.map(r -> text.isEmpty() ? r : (text.endsWith(".") ? " " + capitalized(r) + "." : "; " + r))
                .orElse("");
        if (!text.isEmpty() || !rest.isEmpty()) {
            tags.add(wrap(tag + " " + text + rest, "    "));
        }
        return this;
    }

    /** The annotations that go with the text. */
    List<AnnotationSpec> annotations(Model model) {
        return gate.annotations(model);
    }

    /** For a class that only goes with the item: it is deprecated as that is. */
    List<AnnotationSpec> deprecation() {
        return gate.deprecation();
    }

    /** The text between the comment's delimiters, without stars; empty where there is nothing to say. */
    String javadoc() {
        String body = String.join("\n\n", paragraphs);
        String block = Stream.concat(tags.stream(), gate.tags().stream()).collect(Collectors.joining("\n"));
        return body.isEmpty() || block.isEmpty() ? body + block : body + "\n\n" + block;
    }

    private void addMarkdown(String markdown) {
        for (String block : markdown.strip().split("\n\\s*\n", -1)) {
            if (block.isBlank()) {
                continue;
            }
            paragraphs.add(
                    switch (block.stripLeading().substring(0, 1)) {
                        case "`" -> block.stripLeading().startsWith("```") ? preformatted(block) : prose(block);
                        case "-", "*" -> block.stripLeading().matches("(?s)[-*] .*") ? list(block) : prose(block);
                        default -> prose(block);
                    });
        }
    }

    private String prose(String block) {
        String text = block.strip().replaceFirst("^#+ ", "");
        return wrap((paragraphs.isEmpty() ? "" : "<p>") + inline(text), "");
    }

    private static String list(String block) {
        StringBuilder items = new StringBuilder("<ul>\n");
        for (String item : block.strip().split("(?m)^\\s*[-*] ", -1)) {
            if (!item.isBlank()) {
                items.append(wrap("  <li>" + inline(item.strip()), "    ")).append('\n');
            }
        }
        return items.append("</ul>").toString();
    }

    private static String preformatted(String block) {
        String code = block.strip().replaceFirst("^```[^\n]*\n?", "").replaceFirst("\n?```$", "");
        return "<pre>\n" + escape(code) + "\n</pre>";
    }

    private static String inline(String markdown) {
        StringBuilder javadoc = new StringBuilder();
        Matcher matcher = INLINE.matcher(markdown);
        int done = 0;
        while (matcher.find()) {
            javadoc.append(escape(markdown.substring(done, matcher.start())));
            if (matcher.group("text") != null) {
                javadoc.append(code(matcher.group("text").strip()));
            } else if (matcher.group("url") != null) {
                javadoc.append(link(matcher.group("url"), matcher.group("label")));
            } else {
                javadoc.append(link(matcher.group("auto"), label(matcher.group("auto"))));
            }
            done = matcher.end();
        }
        return javadoc.append(escape(markdown.substring(done))).toString();
    }

    /** What an address without a text is shown as: itself if it is short, else only where it leads. */
    private static String label(String url) {
        return url.length() <= SHORT_ADDRESS ? url : url.replaceFirst("^https?://([^/]+).*$", "$1");
    }

    private static String link(String url, String label) {
        return "<a href=\"" + escape(url) + "\">" + escape(label) + "</a>";
    }

    /** {@code {@code …}} takes anything but unbalanced braces and the end of the comment. */
    private static String code(String text) {
        boolean plain =
                text.indexOf('{') < 0 && text.indexOf('}') < 0 && escape(text).indexOf('#') < 0;
        return plain ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    /** Text as it is: no markup, no tags, no end of the comment, and no Unicode escapes (JLS 3.3). */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String wrap(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            int address = word.indexOf("\">");
            if (address >= 0 && column + word.length() > WIDTH) {
                // A link is broken before its text where its address takes the whole line.
                String label = word.substring(address + 2);
                lines.append(word, 0, address + 2).append('\n').append(indent).append(label);
                column = indent.length() + label.length();
            } else {
                lines.append(word);
                column += word.length();
            }
        }
        return lines.toString();
    }
}
