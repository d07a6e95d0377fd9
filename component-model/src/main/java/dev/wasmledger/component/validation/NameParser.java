package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.regex.Pattern;

/** The names of imports and exports (Explainer.md, "Import and Export Definitions"). */
final class NameParser {

    /** A name, as far as other rules look at it. */
    sealed interface Name {}

    /** A plain label. */
    record Label(String label) implements Name {}

    /** {@code [constructor]r}. */
    record Constructor(String resource) implements Name {}

    /** {@code [method]r.f} or {@code [static]r.f}. */
    record Member(String resource, String label, boolean method) implements Name {}

    /** {@code namespace:package/interface@version}. */
    record Interface(String whole) implements Name {}

    /** A dependency, a URL or a hash. */
    record Other(String whole) implements Name {}

    private static final Pattern LABEL = Pattern.compile("([a-z][0-9a-z]*|[A-Z][0-9A-Z]*)(-([0-9a-z]+|[0-9A-Z]+))*");
    private static final Pattern WORDS = Pattern.compile("[a-z][0-9a-z]*(-[0-9a-z]+)*");
    private static final Pattern CANONICAL_VERSION =
            Pattern.compile("[1-9][0-9]*|0\\.[1-9][0-9]*|0\\.0\\.[1-9][0-9]*|0\\.0\\.0");
    private static final Pattern INTEGRITY_HASH =
            Pattern.compile("(sha256|sha384|sha512)-[0-9A-Za-z+/]+={0,2}(\\?.*)?");

    private final String name;
    private final Problems problems;

    NameParser(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    static boolean isCanonicalVersion(String text) {
        return CANONICAL_VERSION.matcher(text).matches();
    }

    Name exportName() {
        if (name.contains("=")) {
            throw invalid("it is not a valid export name");
        }
        return plainOrInterface();
    }

    Name importName() {
        int equals = name.indexOf('=');
        if (equals < 0) {
            return plainOrInterface();
        }
        String value = name.substring(equals + 1);
        switch (name.substring(0, equals)) {
            case "locked-dep" -> dependency(value, true);
            case "unlocked-dep" -> dependency(value, false);
            case "url" -> {
                String rest = bracketed(value);
                integrityAfter(rest);
            }
            case "integrity" -> {
                integrity(value);
            }
            default -> throw invalid("it is not a valid extern name");
        }
        return new Other(name);
    }

    private Name plainOrInterface() {
        if (name.startsWith("[constructor]")) {
            return new Constructor(label(name.substring("[constructor]".length())));
        }
        if (name.startsWith("[method]")) {
            return member(name.substring("[method]".length()), true);
        }
        if (name.startsWith("[static]")) {
            return member(name.substring("[static]".length()), false);
        }
        if (name.startsWith("[")) {
            throw invalid("it is not a valid extern name");
        }
        if (name.contains(":")) {
            interfaceName();
            return new Interface(name);
        }
        return new Label(label(name));
    }

    private Member member(String rest, boolean method) {
        int dot = rest.indexOf('.');
        if (dot < 0) {
            throw invalid("there is no `.` after the resource's name");
        }
        return new Member(label(rest.substring(0, dot)), label(rest.substring(dot + 1)), method);
    }

    /** {@code namespace:package/interface@version}. */
    void interfaceName() {
        int at = name.indexOf('@');
        String path = at < 0 ? name : name.substring(0, at);
        if (at >= 0) {
            version(name.substring(at + 1));
        }
        int slash = path.indexOf('/');
        if (slash < 0 || path.indexOf(':') < 0 || path.indexOf(':') > slash) {
            throw invalid("it must be an interface: `namespace:package/interface`");
        }
        packageName(path.substring(0, slash));
        String[] projections = path.substring(slash + 1).split("/", -1);
        if (projections.length > 1) {
            problems.requireFeature(Feature.NESTED_NAMES, "the name `" + name + "` with several projections");
        }
        for (String projection : projections) {
            label(projection);
        }
    }

    /** Namespaces, a package's name and, in a dependency, projections into it. */
    private void dependencyName(String text) {
        int slash = text.indexOf('/');
        packageName(slash < 0 ? text : text.substring(0, slash));
        if (slash >= 0) {
            problems.requireFeature(Feature.NESTED_NAMES, "the name `" + name + "` with projections");
            for (String projection : text.substring(slash + 1).split("/", -1)) {
                label(projection);
            }
        }
    }

    private void packageName(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 2) {
            problems.requireFeature(Feature.NESTED_NAMES, "the name `" + name + "` with several namespaces");
        }
        for (String part : parts) {
            if (!WORDS.matcher(part).matches()) {
                throw notKebab(part);
            }
        }
    }

    private void dependency(String value, boolean locked) {
        if (!value.startsWith("<")) {
            throw invalid("`<` is expected after the `=`");
        }
        int end = value.indexOf('>', value.indexOf("{>=") < 0 ? 0 : value.indexOf('}') + 1);
        if (end < 0) {
            throw invalid("`>` is expected at the end of the dependency");
        }
        String dependency = value.substring(1, end);
        int at = dependency.indexOf('@');
        String packageName = at < 0 ? dependency : dependency.substring(0, at);
        if (packageName.indexOf(':') < 0) {
            throw notKebab(packageName);
        }
        dependencyName(packageName);
        if (at >= 0) {
            String version = dependency.substring(at + 1);
            if (locked) {
                version(version);
            } else {
                range(version);
            }
        }
        String rest = value.substring(end + 1);
        if (locked) {
            integrityAfter(rest);
        } else if (!rest.isEmpty()) {
            throw invalid("nothing may stand after the dependency");
        }
    }

    /** {@code *}, {@code {>=a}}, {@code {<b}} or {@code {>=a <b}}. */
    private void range(String text) {
        if (text.equals("*")) {
            return;
        }
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw invalid("a version range stands in braces");
        }
        String[] bounds = text.substring(1, text.length() - 1).split(" ", 2);
        if (bounds[0].startsWith(">=")) {
            version(bounds[0].substring(2));
            if (bounds.length == 2) {
                if (!bounds[1].startsWith("<")) {
                    throw invalid("`" + bounds[1] + "` is no upper bound of a version range");
                }
                version(bounds[1].substring(1));
            }
        } else if (bounds[0].startsWith("<") && bounds.length == 1) {
            version(bounds[0].substring(1));
        } else {
            throw invalid("a version range begins with `>=` or `<`");
        }
    }

    private void integrityAfter(String rest) {
        if (rest.isEmpty()) {
            return;
        }
        if (!rest.startsWith(",integrity=")) {
            throw invalid("only `,integrity=<…>` may stand after it");
        }
        integrity(rest.substring(",integrity=".length()));
    }

    private void integrity(String value) {
        String hashes = value;
        String rest = bracketed(hashes);
        if (!rest.isEmpty()) {
            throw invalid("nothing may stand after the integrity hash");
        }
        hashes = hashes.substring(1, hashes.length() - 1).strip();
        if (hashes.isEmpty()) {
            throw invalid("the integrity hash cannot be empty");
        }
        for (String hash : hashes.split("\\s+", -1)) {
            if (!INTEGRITY_HASH.matcher(hash).matches()) {
                throw invalid("`" + hash + "` is no integrity hash: an algorithm, `-`, base64");
            }
        }
    }

    /** What follows {@code <…>}. */
    private String bracketed(String value) {
        int end = value.indexOf('>');
        if (!value.startsWith("<") || end < 0 || value.lastIndexOf('<', end) > 0) {
            throw invalid("`<…>` is expected after the `=`, without `<` in it");
        }
        return value.substring(end + 1);
    }

    private void version(String text) {
        if (isCanonicalVersion(text)) {
            problems.requireFeature(Feature.CANON_NAMES, "the version of the name `" + name + "`");
        } else if (SemanticVersion.parse(text).isEmpty()) {
            throw problems.fail(Rule.VERSION, "`" + text + "` in the name `" + name + "` is not a valid semver");
        }
    }

    private String label(String text) {
        if (!isLabel(text)) {
            throw notKebab(text);
        }
        return text;
    }

    private DiagnosticException notKebab(String text) {
        return problems.fail(Rule.KEBAB_CASE, "`" + text + "` in the name `" + name + "` is not in kebab case");
    }

    private DiagnosticException invalid(String why) {
        return problems.fail(Rule.EXTERN_NAME, "the name `" + name + "` is invalid: " + why);
    }
}
