package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.util.SortedSet;

/**
 * A folder of files that one owner holds at a time: all that a ledger asks of what keeps it.
 *
 * <p>This is the place to put something else under a ledger: rows of a database, a replicated log. {@link FileStorage} and
 * {@link MemoryStorage} are the two that ship (and {@link ScratchStorage}, over any other one), and {@link StorageConformance}
 * holds any implementation to what is said here.
 *
 * <p>What has been written is durable only once it was forced: the content of a file by {@link StorageFile#force()},
 * the names in the folder by {@link #sync()}. Until then a crash may lose any part of it, in any order.
 */
public interface Storage extends AutoCloseable {

    /** The names of all files. */
    SortedSet<String> names() throws IOException;

    /** Whether there is a file of that name. */
    boolean exists(String name) throws IOException;

    /** Opens a file for reading and writing; creates it, empty, where there is none. */
    StorageFile open(String name) throws IOException;

    /** Gives a file another name, in one step; a file that had the name already is gone. Open files stay open. */
    void rename(String from, String to) throws IOException;

    /** Takes a file away, if there is one of that name. */
    void delete(String name) throws IOException;

    /** Makes the names of all files durable as they are now. */
    void sync() throws IOException;

    /** What people call that file: its path, for messages. With an empty name, the folder's. */
    String describe(String name);

    /** Lets go of the folder, so that another owner can take it. */
    @Override
    void close() throws IOException;
}
