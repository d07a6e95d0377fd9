package dev.wasmledger.maven.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One digest of everything that an output is made from: what has the same fingerprint need not be made again. */
public final class Fingerprint {

    private final MessageDigest digest = sha256();

    /** Takes in a text. */
    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The length keeps "ab", "c" apart from "a", "bc".
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Takes in a file, or all files below a folder with their names; nothing where neither exists. */
    public Fingerprint addContent(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return addFile(path);
        }
        if (Files.isDirectory(path)) {
            for (Path file : filesBelow(path)) {
                add(path.relativize(file).toString());
                addFile(file);
            }
        }
        return this;
    }

    /** The digest in hexadecimal digits; ends the fingerprint. */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint addFile(Path file) throws IOException {
        add(Long.toString(Files.size(file)));
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return this;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
