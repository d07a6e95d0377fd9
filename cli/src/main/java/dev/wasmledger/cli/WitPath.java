package dev.wasmledger.cli;

import dev.wasmledger.composer.ComponentReference;
import dev.wasmledger.composer.ComponentReference.MavenArtifact;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where WIT packages lie: a path, or a jar of the local Maven repository by its coordinates. */
final class WitPath {

    private static final String MAVEN = "mvn:";

    private WitPath() {}

    /** Makes paths of arguments. */
    static final class Converter implements ITypeConverter<Path> {

        @Override
        public Path convert(String argument) {
            try {
                return argument.startsWith(MAVEN) ? jar(argument) : Path.of(argument);
            } catch (InvalidPathException wrong) {
                throw new TypeConversionException("'" + argument + "' is not a path: " + wrong.getReason());
            }
        }
    }

    private static Path jar(String argument) {
        return ComponentReference.parse(argument)
                .flatMap(reference ->
                        reference instanceof MavenArtifact artifact ? Optional.of(artifact) : Optional.empty())
                .map(WitPath::jar)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + argument + "' is not of the form mvn:group:artifact:version"));
    }

    private static Path jar(MavenArtifact artifact) {
        return repository()
                .resolve(artifact.group().replace('.', '/'))
                .resolve(artifact.artifact())
                .resolve(artifact.version())
                .resolve(artifact.artifact() + "-" + artifact.version() + ".jar");
    }

    /** As Maven and the store of components have it. */
    private static Path repository() {
        String given = System.getProperty("maven.repo.local");
        return given != null ? Path.of(given) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }
}
