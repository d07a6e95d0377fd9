package dev.wasmledger.wit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loader makes of packages in binary form; a reader of real ones lives in another module. */
class BinaryPackagesTest {

    private static final String MAGIC = "\0asm";

    /** Says of {@code demo:io} what two packages use of it: each another part of the same interface. */
    private static final String POLL = """
            package demo:poll@1.0.0;
            interface poll {
              use demo:io/streams.{pollable};
              @unstable(feature = fast) wait: func(on: list<borrow<pollable>>);
            }
            package demo:io { interface streams { resource pollable { ready: func() -> bool; } } }
            """;

    private static final String READ = """
            package demo:read;
            interface read { use demo:io/streams.{pollable, input}; open: func() -> input; when: func() -> pollable; }
            package demo:io { interface streams { resource pollable; resource input; } }
            """;

    private static final String APP = """
            package demo:app;
            world app { import demo:poll/poll@1.0.0; import demo:read/read; }
            """;

    /** Takes what follows the magic number for WIT text. */
    public static final class TextInDisguise implements BinaryWitReader {

        @Override
        public Optional<ResolvedWit> readPackage(String fileName, byte[] binary) {
            String text = new String(binary, MAGIC.length(), binary.length - MAGIC.length(), UTF_8);
            if (text.equals("broken")) {
                throw new DiagnosticException(Diagnostic.error("DEMO0001", "broken", new WholeFile(fileName)));
            }
            return text.equals("component")
                    ? Optional.empty()
                    : Optional.of(new WitLoader()
                            .text(fileName, text)
                            .allFeatures()
                            .load()
                            .orThrow());
        }
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDeps() throws IOException {
        Files.createDirectory(folder.resolve("deps"));
        Files.writeString(folder.resolve("app.wit"), APP);
    }

    @Test
    void whatTwoSayOfAThirdIsPutTogether() throws IOException {
        writeBinary("deps/poll.wasm", POLL);
        writeBinary("deps/read.wasm", READ);

        ResolvedWit wit = new WitLoader().path(folder).load().orThrow();

        WitInterface streams = wit.get(wit.findInterface("demo:io/streams").orElseThrow());
        assertThat(streams.types()).containsOnlyKeys("pollable", "input");
        assertThat(streams.functions()).containsOnlyKeys("[method]pollable.ready");
        WitInterface poll = wit.get(wit.findInterface("demo:poll/poll@1.0.0").orElseThrow());
        assertThat(poll.functions()).as("its gates are decided").containsOnlyKeys("wait");
        assertThat(wit.packages())
                .extracting(unit -> unit.name().toString())
                .containsExactly("demo:io", "demo:poll@1.0.0", "demo:read", "demo:app");
    }

    @Test
    void aPackageAsTextSaysMoreThanWhatOthersUseOfIt() throws IOException {
        writeBinary("deps/poll.wasm", POLL);
        writeBinary("deps/read.wasm", READ);
        Files.writeString(
                folder.resolve("deps/io.wit"),
                "package demo:io; interface streams { resource pollable; resource input; resource output; }");

        ResolvedWit wit = new WitLoader().path(folder).load().orThrow();

        WitInterface streams = wit.get(wit.findInterface("demo:io/streams").orElseThrow());
        assertThat(streams.types()).containsOnlyKeys("pollable", "input", "output");
    }

    @Test
    void aPackageInBinaryFormCanBeTheRoot() throws IOException {
        writeBinary("poll.wasm", POLL);

        ResolvedWit wit =
                new WitLoader().path(folder.resolve("poll.wasm")).load().orThrow();

        assertThat(wit.get(wit.root()).name()).hasToString("demo:poll@1.0.0");
    }

    @Test
    void whatIsNoPackageIsADiagnostic() throws IOException {
        writeBinary("deps/poll.wasm", "broken");
        writeBinary("deps/read.wasm", "component");

        assertThat(new WitLoader().path(folder).load().diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly("DEMO0001", "WIT0201");
    }

    private void writeBinary(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), MAGIC + text);
    }
}
