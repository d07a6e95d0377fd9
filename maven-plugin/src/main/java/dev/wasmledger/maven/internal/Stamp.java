package dev.wasmledger.maven.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The fingerprint that an output was last made with, kept beside it.
 *
 * @param file where it is kept
 * @param fingerprint of the inputs as they are now
 */
public record Stamp(Path file, String fingerprint) {

    /** Whether the output is there and was made from these inputs. */
    public boolean isCurrent(Path output) throws IOException {
        return Files.exists(output)
                && Files.isRegularFile(file)
                && Files.readString(file).equals(fingerprint);
    }

    /** Says that the output is about to change: until {@link #write} it was made from nothing that anybody knows. */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Says that the output has been made from these inputs. */
    public void write() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, fingerprint);
    }
}
