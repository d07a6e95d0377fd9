package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;

/** Keeps the composed components that a log refers to beside it, each under its digest: what once decided can do so again. */
public final class ComponentArchive {

    private static final String FRESH_FILE = "component.next";

    private final Storage storage;

    public ComponentArchive(Storage storage) {
        this.storage = storage;
    }

    /** The file that holds the component with that digest. */
    static String name(Digest digest) {
        return "component-" + digest + ".wasm";
    }

    /** Keeps a component; it is durable afterwards. */
    void keep(Digest digest, byte[] component) throws IOException {
        if (storage.exists(name(digest))) {
            return;
        }
        try (StorageFile file = storage.open(FRESH_FILE)) {
            file.truncate(0);
            file.write(ByteBuffer.wrap(component), 0);
            file.force();
        }
        storage.rename(FRESH_FILE, name(digest));
        storage.sync();
    }

    /**
     * The component with that digest.
     *
     * @throws NoSuchFileException if it is not there
     * @throws IOException if it is, and has another digest
     */
    public byte[] find(Digest digest) throws IOException {
        String path = describe(digest);
        if (!storage.exists(name(digest))) {
            throw new NoSuchFileException(path, null, "the log refers to this component");
        }
        try (StorageFile file = storage.open(name(digest))) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(bytes, 0);
            if (!Digest.of(bytes.flip()).equals(digest)) {
                throw new IOException(path + ": has changed since it was written: its digest is another one");
            }
            return bytes.array();
        }
    }

    /** What people call the file of the component with that digest. */
    public String describe(Digest digest) {
        return storage.describe(name(digest));
    }
}
