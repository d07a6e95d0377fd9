package dev.wasmledger.composer;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a file names a component. */
public sealed interface ComponentReference {

    /** The text as it stands in the file, and in the lock file. */
    String text();

    /**
     * A shipped component.
     *
     * @param namespace {@code wasmledger} in {@code wasmledger:engine@0.1.0}
     * @param name {@code engine}
     * @param version {@code 0.1.0}
     */
    record PackageId(String namespace, String name, String version) implements ComponentReference {
        @Override
        public String text() {
            return namespace + ":" + name + "@" + version;
        }
    }

    /** An artifact of type {@code wasm} in the local Maven repository: {@code mvn:group:artifact:version}. */
    record MavenArtifact(String group, String artifact, String version) implements ComponentReference {
        @Override
        public String text() {
            return "mvn:" + group + ":" + artifact + ":" + version;
        }
    }

    /** A file, named relative to the folder of the file that names it. */
    record RelativePath(String text) implements ComponentReference {}

    /** What the text names, or nothing if it has none of the three forms. */
    static Optional<ComponentReference> parse(String text) {
        var artifact = Forms.MAVEN_ARTIFACT.matcher(text);
        if (artifact.matches()) {
            return Optional.of(new MavenArtifact(artifact.group(1), artifact.group(2), artifact.group(3)));
        }
        var packageId = Forms.PACKAGE_ID.matcher(text);
        if (packageId.matches()) {
            return Optional.of(new PackageId(packageId.group(1), packageId.group(2), packageId.group(3)));
        }
        return Forms.PATH.matcher(text).matches() ? Optional.of(new RelativePath(text)) : Optional.empty();
    }

    /** The three forms as patterns; coordinates take no character that could lead out of a folder. */
    final class Forms {
        private static final String LABEL = "[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+";
        private static final String COORDINATE = "([A-Za-z0-9_][A-Za-z0-9_.-]*)";
        private static final Pattern PACKAGE_ID =
                Pattern.compile("(" + LABEL + "):(" + LABEL + ")@([0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.+-]*)");
        private static final Pattern MAVEN_ARTIFACT =
                Pattern.compile("mvn:" + COORDINATE + ":" + COORDINATE + ":" + COORDINATE);
        private static final Pattern PATH = Pattern.compile("(?s)(?=.*(?:/|\\.wasm))[^:\\x00]+");

        private Forms() {}
    }
}
