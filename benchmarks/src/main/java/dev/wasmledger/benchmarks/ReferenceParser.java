package dev.wasmledger.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The reference implementation of WIT in a process of its own, which is started before anything is measured: the Rust
 * parser that jco carries, compiled to WebAssembly and by Node's engine to machine code.
 */
final class ReferenceParser implements AutoCloseable {

    private static final String SCRIPT = "reference-parser.mjs";

    private final Process node;
    private final PrintWriter toNode;
    private final BufferedReader fromNode;

    /** Starts it, with jco from the folder that the environment variable {@code JCO} names. */
    ReferenceParser(WasiTexts wasi) throws IOException {
        String jco = System.getenv("JCO");
        if (jco == null) {
            throw new IOException("the environment variable JCO names no folder with jco in it; this makes one:"
                    + " npm install --prefix target/jco @bytecodealliance/jco@1.35.0");
        }
        Path script = wasi.folder().resolve(SCRIPT);
        try (InputStream resource = ReferenceParser.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(resource), script);
        }
        node = new ProcessBuilder("node", script.toString(), jco, wasi.folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        toNode = new PrintWriter(node.outputWriter(UTF_8), true);
        fromNode = node.inputReader(UTF_8);
        if (!"ready".equals(fromNode.readLine())) {
            throw new IOException("the reference parser does not start");
        }
    }

    /** Parses and resolves each text; how much the worlds import and export. */
    int resolveAll() throws IOException {
        toNode.println();
        String answer = fromNode.readLine();
        if (answer == null) {
            throw new IOException("the reference parser has ended");
        }
        return Integer.parseInt(answer);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
