package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.regex.Pattern;

/** Reads the names of imports and exports from left to right (Explainer.md, "Import and Export Definitions"). */
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
    private static final Pattern CANONICAL_VERSION =
            Pattern.compile("[1-9][0-9]*|0\\.[1-9][0-9]*|0\\.0\\.(0|[1-9][0-9]*)");
    private static final Pattern HASH_ALGORITHM = Pattern.compile("(sha256|sha384|sha512).*", Pattern.DOTALL);
    private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/]+={0,2}");

    private final String name;
    private final Problems problems;
    private int position;

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
        Name parsed = importName();
        if (parsed instanceof Other) {
            throw invalid(Rule.EXPORT_NAME, "an export cannot have it, only an import");
        }
        return parsed;
    }

    Name importName() {
        Name parsed = parse();
        if (position < name.length()) {
            throw invalid(Rule.TRAILING_CHARACTERS, "`" + rest() + "` is too much at its end");
        }
        return parsed;
    }

    /** The name of an interface and nothing else, which {@code implements} needs. */
    void interfaceName() {
        problems.require(
                importName() instanceof Interface,
                Rule.NOT_INTERFACE_NAME,
                "the name `" + name + "` must be an interface: `namespace:package/interface`");
    }

    private Name parse() {
        if (eat("[constructor]")) {
            return new Constructor(label(takeRest()));
        }
        if (eat("[method]")) {
            return member(true);
        }
        if (eat("[static]")) {
            return member(false);
        }
        if (eat("unlocked-dep=")) {
            expect("<");
            packagePath(false);
            versionRange();
            expect(">");
            return new Other(name);
        }
        if (eat("locked-dep=")) {
            expect("<");
            packagePath(false);
            if (eat("@")) {
                semver(takeUntilOrRest('>'));
            }
            expect(">");
            integrityAfter();
            return new Other(name);
        }
        if (eat("url=")) {
            expect("<");
            problems.require(
                    takeUntil('>').indexOf('<') < 0, Rule.URL_NAME, "the URL in `" + name + "` cannot contain `<`");
            expect(">");
            integrityAfter();
            return new Other(name);
        }
        if (eat("integrity=")) {
            integrity();
            return new Other(name);
        }
        if (name.contains(":")) {
            packagePath(true);
            if (eat("@")) {
                interfaceVersion(takeRest());
            }
            return new Interface(name);
        }
        return new Label(label(takeRest()));
    }

    private Member member(boolean method) {
        int dot = name.indexOf('.', position);
        if (dot < 0) {
            throw invalid(Rule.NO_DOT, "there is no `.` after the resource's name");
        }
        String resource = label(name.substring(position, dot));
        position = dot + 1;
        return new Member(resource, label(takeRest()), method);
    }

    /** Namespaces, a package's name and projections into it. */
    private void packagePath(boolean requireProjection) {
        packageLabel(takeLabel());
        expect(":");
        packageLabel(takeLabel());
        while (eat(":")) {
            problems.requireFeature(Feature.CM_NESTED_NAMES, "the name `" + name + "` with several namespaces");
            packageLabel(takeLabel());
        }
        if (!eat("/")) {
            if (requireProjection) {
                throw invalid(Rule.NOT_INTERFACE_NAME, "it must be an interface: `namespace:package/interface`");
            }
            return;
        }
        label(takeLabel());
        while (eat("/")) {
            problems.requireFeature(Feature.CM_NESTED_NAMES, "the name `" + name + "` with several projections");
            label(takeLabel());
        }
    }

    private void packageLabel(String text) {
        label(text);
        problems.require(
                text.chars().noneMatch(Character::isUpperCase),
                Rule.PACKAGE_CASE,
                "`" + text + "` in the name `" + name + "` must be lower case, as namespaces and packages are");
    }

    /** {@code @*} or {@code @} and in braces {@code >=a}, {@code <b} or {@code >=a <b}. */
    private void versionRange() {
        if (!eat("@") || eat("*")) {
            return;
        }
        expect("{");
        String range = takeUntil('}');
        expect("}");
        if (range.equals("*")) {
            return;
        }
        if (range.startsWith("<")) {
            semver(range.substring(1));
            return;
        }
        if (!range.startsWith(">=")) {
            throw invalid(Rule.VERSION_RANGE, "a version range begins with `>=` or `<`");
        }
        String[] bounds = range.substring(2).split(" ", 2);
        semver(bounds[0]);
        if (bounds.length == 2) {
            if (!bounds[1].startsWith("<")) {
                throw invalid(Rule.VERSION_RANGE, "the upper bound of a version range begins with `<`");
            }
            semver(bounds[1].substring(1));
        }
    }

    private void integrityAfter() {
        if (eat(",")) {
            expect("integrity=");
            integrity();
        }
    }

    /** {@code <hashes>} (Subresource Integrity, "integrity-metadata"). */
    private void integrity() {
        expect("<");
        String hashes = takeUntil('>').strip();
        expect(">");
        problems.require(
                !hashes.isEmpty(), Rule.INTEGRITY_HASH, "the integrity hash in `" + name + "` cannot be empty");
        for (String hash : hashes.split("\\s+", -1)) {
            boolean known = HASH_ALGORITHM.matcher(hash).matches();
            String rest = known ? hash.substring("sha256".length()) : "";
            String base64 = rest.startsWith("-") ? rest.substring(1).split("\\?", 2)[0] : "";
            problems.require(
                    BASE64.matcher(base64).matches(),
                    Rule.INTEGRITY_HASH,
                    "`" + hash + "` in `" + name + "` is no integrity hash: sha256, sha384 or sha512, `-`, base64");
        }
    }

    /** A whole version, or the part of one that decides compatibility. */
    private void interfaceVersion(String text) {
        if (SemanticVersion.parse(text).isEmpty() && isCanonicalVersion(text)) {
            problems.requireFeature(Feature.CM_CANON_NAMES, "the version of the name `" + name + "`");
        } else {
            semver(text);
        }
    }

    private void semver(String text) {
        problems.require(
                SemanticVersion.parse(text).isPresent(),
                Rule.VERSION,
                "`" + text + "` in the name `" + name + "` is not a valid semver");
    }

    private String label(String text) {
        problems.require(
                isLabel(text), Rule.NAME_KEBAB_CASE, "`" + text + "` in the name `" + name + "` is not in kebab case");
        return text;
    }

    private boolean eat(String text) {
        boolean found = name.startsWith(text, position);
        if (found) {
            position += text.length();
        }
        return found;
    }

    private void expect(String text) {
        if (!eat(text)) {
            throw invalid(Rule.NAME_DELIMITER, "`" + text + "` is expected at `" + rest() + "`");
        }
    }

    private String takeLabel() {
        int end = position;
        while (end < name.length() && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '-')) {
            end++;
        }
        return take(end);
    }

    private String takeUntil(char end) {
        int found = name.indexOf(end, position);
        if (found < 0) {
            throw invalid(Rule.NAME_DELIMITER, "there is no `" + end + "` in `" + rest() + "`");
        }
        return take(found);
    }

    private String takeUntilOrRest(char end) {
        int found = name.indexOf(end, position);
        return take(found < 0 ? name.length() : found);
    }

    private String takeRest() {
        return take(name.length());
    }

    private String take(int end) {
        String taken = name.substring(position, end);
        position = end;
        return taken;
    }

    private String rest() {
        return name.substring(position);
    }

    private DiagnosticException invalid(Rule rule, String why) {
        return problems.fail(rule, "the name `" + name + "` is invalid: " + why);
    }
}
