package dev.wasmledger.wit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package's name: {@code wasi:clocks@0.2.0}.
 *
 * @param namespace before the colon
 * @param name behind it
 * @param version if it has one
 */
public record PackageName(String namespace, String name, Optional<SemanticVersion> version) {

    private static final String LABEL = "[a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*";
    private static final Pattern SYNTAX = Pattern.compile("(" + LABEL + "):(" + LABEL + ")(?:@(.+))?");

    /** The name that the text spells, if it spells one: {@code wasi:clocks} or {@code wasi:clocks@0.2.0}. */
    public static Optional<PackageName> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<SemanticVersion> version =
                Optional.ofNullable(matcher.group(3)).flatMap(SemanticVersion::parse);
        return matcher.group(3) != null && version.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackageName(matcher.group(1), matcher.group(2), version));
    }

    /** The name of one of the package's interfaces or worlds: {@code wasi:clocks/wall-clock@0.2.0}. */
    public String itemName(String item) {
        return namespace + ":" + name + "/" + item + version.map(v -> "@" + v).orElse("");
    }

    @Override
    public String toString() {
        return namespace + ":" + name + version.map(v -> "@" + v).orElse("");
    }
}
