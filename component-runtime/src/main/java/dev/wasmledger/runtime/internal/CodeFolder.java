package dev.wasmledger.runtime.internal;

import dev.wasmledger.runtime.CodeCache;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Class files in a folder, a file for each core module: its digest, then the classes with their names. A file is written
 * beside its place and moved there whole, so that nobody reads half of one; one whose digest is wrong is as good as none.
 */
final class CodeFolder {

    private static final int DIGEST_BYTES = 32;
    private static final String SUFFIX = ".classes";
    private static final String UNFINISHED_SUFFIX = ".classes.part";

    private final Path folder;
    private final long maxBytes;

    private CodeFolder(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    static Optional<CodeFolder> of(CodeCache cache) {
        return cache.folder().map(folder -> new CodeFolder(folder, cache.maxBytes()));
    }

    /** The classes under that key, by name; nothing where there are none that can be trusted. */
    Optional<Map<String, byte[]>> read(String key) {
        Path file = folder.resolve(key + SUFFIX);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Optional<Map<String, byte[]>> classes = decode(bytes);
            if (classes.isPresent()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // It is not the oldest any more.
            }
            return classes;
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Keeps classes under that key, if it can. */
    void write(String key, Map<String, byte[]> classes) {
        try {
            byte[] bytes = encode(classes);
            if (bytes.length > maxBytes) {
                return;
            }
            makeFolder();
            Path written = Files.createTempFile(folder, key, UNFINISHED_SUFFIX);
            Files.write(written, bytes);
            Files.move(written, folder.resolve(key + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            dropOldest();
        } catch (IOException fullOrReadOnly) {
            return; // The next process compiles again.
        }
    }

    /** What lies in it is run as code: nobody else is to write there. */
    private void makeFolder() throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(
                folder,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0]);
    }

    private static byte[] encode(Map<String, byte[]> classes) throws IOException {
        var content = new ByteArrayOutputStream();
        var out = new DataOutputStream(content);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> one : classes.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            out.write(one.getValue());
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(Digests.sha256(content.toByteArray()));
        file.writeBytes(content.toByteArray());
        return file.toByteArray();
    }

    private static Optional<Map<String, byte[]>> decode(byte[] file) throws IOException {
        if (file.length < DIGEST_BYTES) {
            return Optional.empty();
        }
        var content = new ByteArrayInputStream(file, DIGEST_BYTES, file.length - DIGEST_BYTES);
        MessageDigest digest = Digests.sha256();
        digest.update(file, DIGEST_BYTES, file.length - DIGEST_BYTES);
        if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOf(file, DIGEST_BYTES))) {
            return Optional.empty();
        }
        var in = new DataInputStream(content);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return Optional.of(classes);
    }

    private record Entry(Path file, long size, FileTime used) {}

    private void dropOldest() throws IOException {
        List<Entry> entries = entries();
        long total = entries.stream().mapToLong(Entry::size).sum();
        for (Entry oldest : entries) {
            if (total <= maxBytes) {
                return;
            }
            // Another process may have been quicker, or may still read it: a file that is open stays readable.
            Files.deleteIfExists(oldest.file);
            total -= oldest.size;
        }
    }

    private List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(CodeFolder::isOurs).toList()) {
                BasicFileAttributes now = attributes(file);
                if (now != null) {
                    entries.add(new Entry(file, now.size(), now.lastModifiedTime()));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::used));
        return entries;
    }

    /** A folder that somebody named may hold other things, which are not ours to drop. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) || name.endsWith(UNFINISHED_SUFFIX);
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException goneMeanwhile) {
            return null;
        }
    }
}
