package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.bindgen.GuestTemplate;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds a guest in Rust by the template's own script. */
final class RustGuest {

    /** The standard library is built but once. */
    private static final Path SHARED_TARGET = Path.of("target/rust").toAbsolutePath();

    private static final long TIMEOUT_SECONDS = 1800;

    private RustGuest() {}

    /** Ends the test where no guests in Rust are to be built. */
    static void assumeWanted() {
        assumeTrue(Boolean.getBoolean("guests.rust"), "skipped: -Pdifferential builds guests in Rust");
    }

    /** The component of a crate's root, with the bindings for Rust beside it. */
    static byte[] build(Path source, ResolvedWit wit, WorldId world, Path folder) throws IOException {
        assumeWanted();
        GuestTemplate template = GuestTemplate.rust(wit, world);
        OutputDirectory directory = new OutputDirectory(folder);
        directory.write(template.generated());
        directory.writeMissing(template.own());
        Files.writeString(folder.resolve("src/lib.rs"), "#![deny(warnings)]\n" + Files.readString(source));
        runScript(folder, "true");
        Path module = SHARED_TARGET.resolve("wasm32-unknown-unknown/release/component.wasm");
        return Componentizer.componentize(source.toString(), Files.readAllBytes(module));
    }

    /** Runs the script of a project, or ends the test where there is no Rust for it. */
    static void runScript(Path project, String wasmledger) {
        Command.Result built = Command.run(
                project,
                List.of(
                        "env",
                        "WASMLEDGER=" + wasmledger,
                        "CARGO_TARGET_DIR=" + SHARED_TARGET,
                        "sh",
                        project.resolve("build.sh").toString()),
                TIMEOUT_SECONDS);
        assumeFalse(built.errors().contains("no rustc for wasm32"), "skipped: no Rust with the target wasm32");
        assertThat(built.errors()).as("%s", project).isEmpty();
        assertThat(built.exitCode()).as("%s", project).isZero();
    }
}
