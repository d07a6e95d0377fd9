package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code wasmledger bindgen} writes is compiled with nothing but the command's jar, and kept up to date. */
class BindgenCommandTest {

    private static final String WIT = """
            package acme:shop@0.1.0;

            interface stock {
              resource shelf {
                constructor(name: string);
                put: func(goods: list<tuple<string, u32>>);
                empty: static func(shelves: list<shelf>);
              }
              order: func(name: string, count: u32) -> result<u64, string>;
              watch: async func() -> stream<u8>;
            }

            interface old {
              ping: func();
            }

            world shop {
              import stock;
              import log: func(line: string);
              export stock;
              export old;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theJarIsEnoughToCompileHostBindings() throws IOException {
        Files.writeString(folder.resolve("shop.wit"), WIT);

        Command.Result result = bindgen("host", "-o", "generated", "shop.wit");

        assertThat(result.errors()).isEmpty();
        assertThat(result.output()).matches("generated: \\d+ written, 0 unchanged, 0 deleted\n");
        assertThat(compile(folder.resolve("generated"))).isEmpty();
    }

    @Test
    void aSecondRunTouchesOnlyWhatChanged() throws IOException {
        Files.writeString(folder.resolve("shop.wit"), WIT);
        bindgen("host", "-o", "generated", "shop.wit");
        Files.writeString(folder.resolve("generated/Mine.java"), "class Mine {}\n");

        assertThat(bindgen("host", "-o", "generated", "shop.wit").output())
                .matches("generated: 0 written, \\d+ unchanged, 0 deleted\n");
        Files.writeString(folder.resolve("shop.wit"), WIT.replace("export old;", ""));
        assertThat(bindgen("host", "-o", "generated", "shop.wit").exitCode()).isZero();

        assertThat(folder.resolve("generated/bindings/acme/shop/stock/Stock.java"))
                .exists();
        assertThat(folder.resolve("generated/bindings/acme/shop/old")).doesNotExist();
        assertThat(folder.resolve("generated/Mine.java")).exists();
    }

    @Test
    void aGuestsOwnClassIsWrittenOnce() throws IOException {
        Files.writeString(folder.resolve("shop.wit"), WIT);
        bindgen("guest", "-o", "guest", "shop.wit");
        Path own = folder.resolve("guest/bindings/Implemented.java");
        assertThat(own).content().contains("implements Stock, Old");
        Files.writeString(own, "changed");

        assertThat(bindgen("guest", "-o", "guest", "shop.wit").exitCode()).isZero();

        assertThat(own).hasContent("changed");
    }

    @Test
    void aGuestInCBuildsToAComponentAtOnce() throws IOException {
        assumeTrue(CGuest.compiler().isPresent(), "skipped: no clang with the target wasm32");
        Files.writeString(folder.resolve("shop.wit"), WIT.replace("  watch: async func() -> stream<u8>;\n", ""));
        bindgen("guest", "--lang", "c", "-o", "guest", "shop.wit");
        Path own = folder.resolve("guest/src/shop.c");
        Files.writeString(own, Files.readString(own) + "// mine\n");

        assertThat(bindgen("guest", "--lang", "c", "-o", "guest", "shop.wit").output())
                .isEqualTo("guest: 0 written, 6 unchanged, 0 deleted\n");
        Command.Result built = Command.run(folder, List.of("env", "WASMLEDGER=" + launcher(), "sh", "guest/build.sh"));

        assertThat(built.errors()).isEmpty();
        assertThat(built.exitCode()).isZero();
        assertThat(own).content().endsWith("// mine\n");
        assertThat(Command.wasmledger(folder, List.of("validate", "guest/shop.wasm"))
                        .exitCode())
                .isZero();
    }

    /** A command that runs the packaged jar. */
    private Path launcher() throws IOException {
        Path script = folder.resolve("wasmledger");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(script, "#!/bin/sh\nexec '%s' -jar '%s' \"$@\"\n".formatted(java, ProjectFiles.commandJar()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private Command.Result bindgen(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bindgen"));
        all.addAll(List.of(arguments));
        return Command.wasmledger(folder, all);
    }

    /** What the compiler says, as strict as it can be. */
    private String compile(Path sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "21",
                "-Xlint:all",
                "-Werror",
                "-cp",
                ProjectFiles.commandJar().toString(),
                "-d",
                folder.resolve("classes").toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        var said = new StringWriter();
        var out = new PrintWriter(said);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return said.toString();
    }
}
