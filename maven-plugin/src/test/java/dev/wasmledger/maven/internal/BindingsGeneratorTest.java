package dev.wasmledger.maven.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.wit.WitPackageEncoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingsGeneratorTest {

    private static final String GREETING = """
            package acme:greeting@0.1.0;

            interface greeter {
              greet: func(name: string) -> string;
            }

            world hello {
              export greeter;
            }
            """;

    @TempDir
    private Path folder;

    private Path jar;
    private Path output;

    @BeforeEach
    void layOut() throws IOException {
        jar = folder.resolve("greeting.jar");
        output = folder.resolve("bindings");
        writeJar(GREETING);
    }

    @Test
    void generatesFromPackagesInJars() throws IOException {
        assertThat(generate()).isTrue();
        assertThat(generatedFiles()).anyMatch(file -> file.endsWith("Greeter.java"));
    }

    @Test
    void generatesFromPackagesInClassFoldersAndTheProjectItself() throws IOException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("META-INF/wit/greeting"));
        Files.writeString(classes.resolve("META-INF/wit/greeting/greeting.wit"), GREETING);
        Path own = Files.createDirectories(folder.resolve("wit"));
        Files.writeString(
                own.resolve("own.wit"), "package acme:mine; world all { include acme:greeting/hello@0.1.0; }");

        WitSources sources = new WitSources(own, List.of(classes));
        BindingsGenerator.generate(
                sources,
                wit -> BindgenRequest.guest(wit, Worlds.find(wit, "acme:mine/all"), "acme.bindings", "acme.Greeting"),
                output,
                stamp(sources));
        assertThat(generatedFiles()).anyMatch(file -> file.endsWith("Greeter.java"));
    }

    @Test
    void generatesFromPackagesInBinaryForm() throws IOException {
        ResolvedWit greeting =
                new WitLoader().text("greeting.wit", GREETING).load().orThrow();
        Path own = Files.createDirectories(folder.resolve("wit"));
        Files.write(
                Files.createDirectories(own.resolve("deps")).resolve("greeting.wasm"),
                ComponentEncoder.encode(WitPackageEncoder.encode(greeting, greeting.root())));
        Files.writeString(
                own.resolve("own.wit"), "package acme:mine; world all { include acme:greeting/hello@0.1.0; }");

        WitSources sources = new WitSources(own, List.of());
        BindingsGenerator.generate(
                sources,
                wit -> BindgenRequest.guest(wit, Worlds.find(wit, "acme:mine/all"), "acme.bindings", "acme.Greeting"),
                output,
                stamp(sources));
        assertThat(generatedFiles()).anyMatch(file -> file.endsWith("Greeter.java"));
    }

    @Test
    void doesNothingWhereNothingHasChanged() throws IOException {
        generate();
        Path file = output.resolve(generatedFiles().getFirst());
        FileTime before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(file, before);

        assertThat(generate()).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);

        writeJar(GREETING.replace("greet:", "salute:"));
        assertThat(generate()).isTrue();
    }

    @Test
    void generatesAgainWhereTheOutputIsGone() throws IOException {
        generate();
        for (String file : generatedFiles()) {
            Files.delete(output.resolve(file));
        }
        deleteFolders(output);
        assertThat(generate()).isTrue();
    }

    @Test
    void wrongWitLeavesWhatWasThere() throws IOException {
        generate();
        List<String> before = generatedFiles();
        writeJar(GREETING.replace("string;", "sting;"));

        assertThatThrownBy(this::generate)
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("sting");
        assertThat(generatedFiles()).isEqualTo(before);
    }

    @Test
    void saysWhichWorldsThereAre() throws IOException {
        WitSources sources = new WitSources(folder.resolve("wit"), List.of(jar));
        assertThatThrownBy(() -> Worlds.find(sources.load(), "acme:greeting/helo@0.1.0"))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("there is no world `acme:greeting/helo@0.1.0`")
                .hasMessageContaining("acme:greeting/hello@0.1.0");
    }

    private boolean generate() throws IOException {
        WitSources sources = new WitSources(folder.resolve("wit"), List.of(jar));
        return BindingsGenerator.generate(
                sources,
                wit -> BindgenRequest.guest(
                        wit, Worlds.find(wit, "acme:greeting/hello@0.1.0"), "acme.bindings", "acme.Greeting"),
                output,
                stamp(sources));
    }

    private Stamp stamp(WitSources sources) throws IOException {
        return new Stamp(
                folder.resolve("stamp"), sources.addTo(new Fingerprint()).finish());
    }

    private List<String> generatedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void deleteFolders(Path root) throws IOException {
        try (Stream<Path> folders = Files.walk(root)) {
            for (Path each : folders.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }

    private void writeJar(String wit) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("META-INF/wit/greeting/greeting.wit"));
            entries.write(wit.getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
    }
}
