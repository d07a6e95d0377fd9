package dev.wasmledger.ledger.storage;

import java.io.IOException;

/**
 * A folder of files that one owner holds at a time.
 *
 * <p>What has been written is durable only once it was forced: the content of a file by {@link StorageFile#force()},
 * the names in the folder by {@link #sync()}. Until then a crash may lose any part of it, in any order.
 */
public interface Storage extends AutoCloseable {

    /** Whether there is a file of that name. */
    boolean exists(String name) throws IOException;

    /** Opens a file for reading and writing; creates it, empty, where there is none. */
    StorageFile open(String name) throws IOException;

    /** Gives a file another name, in one step; a file that had the name already is gone. */
    void rename(String from, String to) throws IOException;

    /** Makes the names of all files durable as they are now. */
    void sync() throws IOException;

    /** What people call that file: its path, for messages. */
    String describe(String name);

    /** Lets go of the folder, so that another owner can take it. */
    @Override
    void close() throws IOException;
}
