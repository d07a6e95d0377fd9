package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link Storage}. Offsets and sizes are bytes from the start. */
public interface StorageFile extends AutoCloseable {

    /** The present size, with what has not been forced. */
    long size() throws IOException;

    /**
     * Fills the buffer from that offset on, as far as the file goes. May be called by several threads at a time, and
     * beside a write.
     *
     * @return how many bytes were read; less than the buffer had room for only at the file's end
     */
    int read(ByteBuffer target, long offset) throws IOException;

    /**
     * Writes all that remains in the buffer at that offset; the file grows as needed, and what it skips reads as zeros.
     *
     * @throws DiskFullException if there is no room; as after any failure, a part of it may be there
     */
    void write(ByteBuffer source, long offset) throws IOException;

    /**
     * Lets the file grow to that size with zeros, so that later writes there are fast to force. Nothing of it is durable
     * because of that.
     *
     * @throws DiskFullException if there is no room
     */
    void allocate(long size) throws IOException;

    /** Cuts the file off after that many bytes. */
    void truncate(long size) throws IOException;

    /** Makes all that was written or cut off so far durable. After a failure nothing is known of what is on disk. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
