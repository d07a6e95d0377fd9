package dev.wasmledger.wit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitLoaderTest {

    private static final String CLOCKS = """
            package demo:clocks@0.2.0;
            interface types { record instant { seconds: u64 } }
            """;

    private static final String APP = """
            package demo:app;
            interface greeter {
              use demo:clocks/types@0.2.0.{instant};
              greet: func(at: instant) -> string;
            }
            world app { export greeter; }
            """;

    @TempDir
    Path folder;

    @Test
    void aWorldCanBeWalked() {
        ResolvedWit wit = new WitLoader()
                .text("greet.wit", "package demo:greet; world w { import greet: func(name: string) -> string; }")
                .load()
                .orThrow();

        WitWorld world = wit.get(wit.findWorld("w").orElseThrow());
        var item = (WitWorld.WorldItem.FunctionItem) world.imports().get(new WorldKey.PlainName("greet"));
        WitFunction greet = item.function();
        assertThat(greet.parameters()).extracting(WitFunction.Parameter::name).containsExactly("name");
        assertThat(greet.result()).contains(Type.Primitive.STRING);
    }

    @Test
    void whatAnExportUsesIsImported() {
        ResolvedWit wit = new WitLoader()
                .text("clocks.wit", CLOCKS)
                .text("app.wit", APP)
                .load()
                .orThrow();

        WitWorld world = wit.get(wit.findWorld("demo:app/app").orElseThrow());
        assertThat(world.imports().keySet()).extracting(wit::keyName).containsExactly("demo:clocks/types@0.2.0");
        assertThat(world.exports().keySet()).extracting(wit::keyName).containsExactly("demo:app/greeter");
    }

    @Test
    void dependenciesLieInDeps() throws IOException {
        write("app.wit", APP);
        write("deps/clocks/clocks.wit", CLOCKS);
        write("deps/notes.txt", "not WIT");

        assertThat(new WitLoader().path(folder).load().orThrow().packages()).hasSize(2);
    }

    @Test
    void aJarCarriesPackagesForOthersToUse() throws IOException {
        Path jar = jarWithClocks();

        ResolvedWit wit =
                new WitLoader().library(jar).text("app.wit", APP).load().orThrow();

        assertThat(wit.get(wit.root()).name()).hasToString("demo:app");
        InterfaceId types = wit.findInterface("demo:clocks/types@0.2.0").orElseThrow();
        assertThat(wit.get(types).place().fileName()).contains("clocks.jar");
    }

    @Test
    void aPackageOfTheClassPathCanBeTheRoot() throws IOException {
        URL jar = jarWithClocks().toUri().toURL();
        try (var loader = new URLClassLoader(new URL[] {jar}, null)) {
            ResolvedWit wit = new WitLoader()
                    .classpath(loader)
                    .root("demo:clocks@0.2.0")
                    .load()
                    .orThrow();

            assertThat(wit.get(wit.root()).interfaces()).containsOnlyKeys("types");
        }
    }

    @Test
    void aJarCanBeTheRoot() throws IOException {
        WitResult result = new WitLoader().path(jarWithClocks()).load();

        ResolvedWit wit = result.orThrow();
        assertThat(result.roots()).containsExactly(wit.root());
        assertThat(wit.get(wit.root()).name()).hasToString("demo:clocks@0.2.0");
    }

    @Test
    void aJarWithoutPackagesIsADiagnostic() throws IOException {
        Path jar = folder.resolve("empty.jar");
        try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new JarEntry("META-INF/"));
        }

        assertThat(new WitLoader().path(jar).load().diagnostics())
                .extracting(diagnostic -> diagnostic.id())
                .containsExactly("WIT0201");
    }

    @Test
    void aFolderOfPackagesIsReadAsAJarIs() throws IOException {
        write("clocks/clocks.wit", CLOCKS);
        write("app/app.wit", APP);

        ResolvedWit wit = new WitLoader().path(folder).load().orThrow();

        assertThat(wit.get(wit.root()).name()).as("nobody uses it").hasToString("demo:app");
        assertThat(wit.packages()).hasSize(2);
    }

    @Test
    void everyRootCanBeUsedByTheNext() throws IOException {
        write("clocks/clocks.wit", CLOCKS);
        write("app.wit", APP);

        WitResult result = new WitLoader()
                .path(folder.resolve("clocks"))
                .path(folder.resolve("app.wit"))
                .load();

        ResolvedWit wit = result.orThrow();
        assertThat(result.roots())
                .extracting(id -> wit.get(id).name().toString())
                .containsExactly("demo:clocks@0.2.0", "demo:app");
    }

    @Test
    void depsBesideAFileThatIsGivenAreNotRead() throws IOException {
        write("app.wit", APP);
        write("deps/clocks/clocks.wit", CLOCKS);

        WitResult result = new WitLoader().path(folder.resolve("app.wit")).load();

        assertThat(result.diagnostics().getFirst().hint().orElseThrow())
                .contains(folder.resolve("deps") + "` is not read, because a file was given")
                .contains("looked in: " + folder.resolve("app.wit"));
    }

    @Test
    void packagesBesideTheOneThatIsGivenAreNotRead() throws IOException {
        write("all/clocks/clocks.wit", CLOCKS);
        write("all/app/app.wit", APP + "world other { import demo:clocks/types@0.2.0; }");

        WitResult result = new WitLoader().path(folder.resolve("all/app")).load();

        assertThat(result.diagnostics())
                .singleElement()
                .extracting(missing -> missing.hint().orElseThrow())
                .asString()
                .contains("are not read: give the folder that holds them all");
    }

    @Test
    void aMissingPackageNamesTheNearest() {
        WitResult result = new WitLoader()
                .text("clocks.wit", CLOCKS.replace("0.2.0", "0.3.0"))
                .text("app.wit", APP)
                .load();

        assertThatThrownBy(result::orThrow)
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("app.wit:3:7: error[WIT0207]: package `demo:clocks@0.2.0` was not found")
                .hasMessageContaining("did you mean `demo:clocks@0.3.0`?");
    }

    @Test
    void theWholeLanguageIsRead() {
        WitResult result = new WitLoader()
                .path(Path.of("src/test/resources/everything.wit"))
                .load();

        assertThat(result.diagnostics()).isEmpty();
        ResolvedWit wit = result.orThrow();
        WitWorld full = wit.get(wit.findWorld("full").orElseThrow());
        assertThat(full.imports().keySet())
                .extracting(wit::keyName)
                .contains("demo:other/types@0.1.0", "print", "session", "[constructor]session", "primary");
        assertThat(full.exports().keySet())
                .extracting(wit::keyName)
                .containsExactly("start", "demo:everything/more@1.2.0", "second");
    }

    @Test
    void aMissingFileIsADiagnostic() {
        assertThat(new WitLoader().path(folder.resolve("none.wit")).load().diagnostics())
                .extracting(diagnostic -> diagnostic.id())
                .containsExactly("WIT0201");
    }

    @Test
    void featuresOpenGates() {
        String text = "package demo:gated@1.0.0; interface i { @unstable(feature = new) f: func(); g: func(); }";

        assertThat(functions(new WitLoader().text("i.wit", text))).containsExactly("g");
        assertThat(functions(new WitLoader().text("i.wit", text).features(Set.of("new"))))
                .containsExactly("f", "g");
        assertThat(functions(new WitLoader().text("i.wit", text).allFeatures())).containsExactly("f", "g");
    }

    private static List<String> functions(WitLoader loader) {
        ResolvedWit wit = loader.load().orThrow();
        return List.copyOf(wit.interfaces().getFirst().functions().keySet());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jarWithClocks() throws IOException {
        Path jar = folder.resolve("clocks.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var entries = new JarOutputStream(out)) {
            for (String folderEntry : List.of("META-INF/", "META-INF/wit/", "META-INF/wit/clocks/")) {
                entries.putNextEntry(new JarEntry(folderEntry));
            }
            entries.putNextEntry(new JarEntry("META-INF/wit/clocks/clocks.wit"));
            entries.write(CLOCKS.getBytes(UTF_8));
        }
        return jar;
    }
}
