package dev.wasmledger.runtime.internal.wast;

import dev.wasmledger.runtime.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what a script consists of. */
final class ScriptFile {

    private ScriptFile() {}

    /**
     * All of a file.
     *
     * @throws IOException that says what is wrong with it
     */
    static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        if (Files.size(file) > Limits.MAX_SCRIPT_FILE_BYTES) {
            throw new IOException(file + " has more than " + Limits.MAX_SCRIPT_FILE_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
