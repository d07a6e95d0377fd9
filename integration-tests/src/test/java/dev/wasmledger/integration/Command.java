package dev.wasmledger.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs a command in a process of its own. */
final class Command {

    /** A hang is a failure, not a build that never ends. */
    private static final long TIMEOUT_SECONDS = 180;

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

    /** What a finished command said. */
    record Result(int exitCode, String output, String errors) {}

    private Command() {}

    /** Runs the packaged wasmledger command. */
    static Result wasmledger(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-jar");
        command.add(ProjectFiles.commandJar().toString());
        command.addAll(arguments);
        return run(folder, command);
    }

    /** Runs any command. */
    static Result run(Path folder, List<String> command) {
        return run(folder, command, TIMEOUT_SECONDS);
    }

    /** Runs a command that may take so long. */
    static Result run(Path folder, List<String> command, long timeoutSeconds) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Path errors = Files.createTempFile("errors", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + timeoutSeconds + " s: " + command);
                }
                return new Result(process.exitValue(), read(output), read(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    /** A command line's words, as a shell cuts them; between single quotes everything stands for itself. */
    static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toList();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
