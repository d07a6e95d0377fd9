package dev.wasmledger.integration;

import dev.wasmledger.cli.WasmLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs commands: in a process of their own, or, where a test is not about the process, in this one. */
final class Command {

    /** A hang is a failure, not a build that never ends. */
    private static final long TIMEOUT_SECONDS = 180;

    /** No subcommand has one of these characters in its name. */
    private static final Pattern FILE_NAME = Pattern.compile("[^/.]+[/.].+");

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

    /** What a finished command said. */
    record Result(int exitCode, String output, String errors) {}

    private Command() {}

    /** Runs the packaged wasmledger command. */
    static Result wasmledger(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:PretenureSizeThreshold=1m");
        command.add("-XX:TieredStopAtLevel=1"); // A test's commands end before better code would pay.
        command.add("-jar");
        command.add(ProjectFiles.commandJar().toString());
        command.addAll(arguments);
        return run(folder, command);
    }

    /**
     * Runs the wasmledger command in this process, whose code is warm: a command on a ledger takes a tenth of the time. As a
     * process cannot change its folder, arguments that name a file in the given one, as {@code a/b} or {@code a.b} does,
     * become absolute.
     */
    static Result inProcess(Path folder, List<String> arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        int exitCode = WasmLedger.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments.stream()
                        .map(argument -> inFolder(folder, argument))
                        .toArray(String[]::new));
        return new Result(exitCode, output.toString(), errors.toString());
    }

    private static String inFolder(Path folder, String argument) {
        Path file = folder.resolve(argument);
        return FILE_NAME.matcher(argument).matches() && Files.exists(file) ? file.toString() : argument;
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
