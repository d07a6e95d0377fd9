package dev.wasmledger.bindgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Rust compiler that knows the templates' edition, if this machine has one; the target wasm32 is not needed to check types. */
record Rustc(String command) {

    private static final int OLDEST = 85;
    private static final Pattern VERSION = Pattern.compile("rustc 1\\.(\\d+)\\..*", Pattern.DOTALL);

    /** The first one in PATH. */
    static Optional<Rustc> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "rustc"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .filter(Rustc::isNewEnough)
                .map(Rustc::new)
                .findFirst();
    }

    private static boolean isNewEnough(String command) {
        try {
            Matcher version = VERSION.matcher(Tools.run(Path.of("."), List.of(command, "--version")));
            return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Compiles a crate as strictly as a user may; gives what the compiler has to say. */
    String compile(Path folder, Path root) throws IOException {
        return Tools.run(
                folder,
                List.of(
                        command,
                        "--edition=2024",
                        "-Dwarnings",
                        "--crate-name=component",
                        "--crate-type=cdylib",
                        "--emit=metadata",
                        "-o",
                        folder.resolve("component.rmeta").toString(),
                        root.toString()));
    }
}
