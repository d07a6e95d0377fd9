package dev.wasmledger.maven.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.GuestCompileException;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a guest: WIT, bindings, Java, core module, component. */
class GuestBuildTest {

    private static final String WORLD = "acme:greeting/hello@0.1.0";

    @TempDir
    private Path folder;

    private WitSources wit;
    private Path classes;
    private Path component;

    @BeforeEach
    void layOut() throws IOException {
        wit = new WitSources(Files.createDirectories(folder.resolve("wit")), List.of());
        writeWorld("hello");
        classes = folder.resolve("classes");
        component = folder.resolve("out/hello.wasm");
    }

    @Test
    void makesAComponentAndOnlyWhereItsInputsHaveChanged() throws Exception {
        compile("\"Hello, \" + name");
        assertThat(build()).isTrue();
        byte[] made = Files.readAllBytes(component);
        // The binary format's version 0x0d and layer 1 tell a component from a core module.
        assertThat(made).startsWith(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);
        assertThat(build()).isFalse();

        writeWorld("goodbye");
        assertThatThrownBy(this::build)
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("there is no world `acme:greeting/hello@0.1.0`");
        assertThat(component).hasBinaryContent(made);

        writeWorld("hello");
        compile("\"Good day, \" + name");
        assertThat(build()).isTrue();
        assertThat(Files.readAllBytes(component)).isNotEqualTo(made);
        assertThat(component.getParent()).isDirectoryNotContaining(file -> !file.equals(component));
    }

    private void writeWorld(String name) throws IOException {
        Files.writeString(wit.own().resolve("greeting.wit"), """
                package acme:greeting@0.1.0;

                interface greeter {
                  greet: func(name: string) -> string;
                }

                world %s {
                  export greeter;
                }
                """.formatted(name));
    }

    private boolean build() throws IOException, GuestCompileException {
        GuestBuild build = new GuestBuild(new CompileRequest(classes, List.of(), 4 << 20), wit, WORLD, component);
        return build.run(new Stamp(
                folder.resolve("stamp"), build.addTo(new Fingerprint()).finish()));
    }

    private void compile(String greeting) throws IOException {
        ResolvedWit packages = wit.load();
        Path sources = folder.resolve("sources");
        new OutputDirectory(sources)
                .write(Bindgen.generate(BindgenRequest.guest(
                        packages, Worlds.find(packages, WORLD), "acme.bindings", "acme.Greeting")));
        Path implementation = folder.resolve("Greeting.java");
        Files.writeString(implementation, """
                package acme;

                public final class Greeting implements acme.bindings.acme.greeting.greeter.Greeter {
                    @Override
                    public String greet(String name) {
                        return %s;
                    }
                }
                """.formatted(greeting));
        List<String> arguments =
                new ArrayList<>(List.of("--release", "21", "-d", classes.toString(), implementation.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).as("javac's exit status").isZero();
    }
}
