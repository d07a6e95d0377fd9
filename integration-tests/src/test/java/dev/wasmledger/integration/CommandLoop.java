package dev.wasmledger.integration;

import dev.wasmledger.cli.WasmLedger;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * A process that runs the packaged command in a folder again and again, for tests of what commands say and not of how a
 * process starts: most of the time that one takes goes into warming up.
 */
final class CommandLoop implements AutoCloseable {

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    /** Starts it. */
    CommandLoop(Path folder) throws IOException {
        Path testClasses = Path.of(CommandLoop.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:PretenureSizeThreshold=1m",
                        "-cp",
                        ProjectFiles.commandJar() + System.getProperty("path.separator") + testClasses,
                        CommandLoop.class.getName())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(process.getInputStream());
    }

    /** Runs a command. */
    Command.Result run(List<String> arguments) {
        try {
            requests.writeInt(arguments.size());
            for (String argument : arguments) {
                requests.writeUTF(argument);
            }
            requests.flush();
            return new Command.Result(answers.readInt(), readText(answers), readText(answers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close(); // ends the loop
        process.destroy();
    }

    /** The process itself. */
    public static void main(String[] none) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(System.out);
        System.setOut(System.err); // the answers' stream is nobody else's
        while (true) {
            String[] arguments;
            try {
                arguments = new String[in.readInt()];
            } catch (EOFException closed) {
                return;
            }
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = in.readUTF();
            }
            var output = new StringWriter();
            var errors = new StringWriter();
            CommandLine command =
                    WasmLedger.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
            out.writeInt(command.execute(arguments));
            writeText(out, output.toString());
            writeText(out, errors.toString());
            out.flush();
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
