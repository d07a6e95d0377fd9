package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder in memory that keeps a crash's promises and nothing beyond them: what was not forced may be lost, block by block
 * and in any order, and a block that is being written may be torn. It counts the calls that change something and stops
 * the machine at a given one.
 */
public final class VolatileStorage implements Storage {

    /** Small, so that frames of a few hundred bytes span several. */
    private static final int BLOCK_BYTES = 64;

    private final Map<String, Content> durableNames;
    private final List<NameChange> unsyncedNames = new ArrayList<>();
    private int calls;
    private int crashAt;
    private boolean crashed;
    private int failAt;
    private Fault fault = Fault.IO_ERROR;

    public VolatileStorage() {
        this(new HashMap<>());
    }

    private VolatileStorage(Map<String, Content> names) {
        this.durableNames = names;
    }

    /** How a call can fail while the machine goes on. */
    public enum Fault {
        /** The call fails, and so does nothing. */
        IO_ERROR,
        /** A write writes a part and fails; what is no write fails. */
        SHORT_WRITE,
        /** From that call on nothing can grow. */
        DISK_FULL
    }

    /** A file's bytes, whatever its name. */
    private static final class Content {
        private byte[] durable = {};
        private byte[] current = {};
        private final List<Change> unforced = new ArrayList<>();
    }

    private sealed interface Change {
        byte[] applyTo(byte[] bytes);
    }

    private static final class Write implements Change {
        private final long offset;
        private final byte[] data;

        Write(long offset, byte[] data) {
            this.offset = offset;
            this.data = data;
        }

        @Override
        public byte[] applyTo(byte[] bytes) {
            byte[] grown = Arrays.copyOf(bytes, Math.max(bytes.length, (int) offset + data.length));
            System.arraycopy(data, 0, grown, (int) offset, data.length);
            return grown;
        }
    }

    private record Grow(long size) implements Change {
        @Override
        public byte[] applyTo(byte[] bytes) {
            return Arrays.copyOf(bytes, Math.max(bytes.length, (int) size));
        }
    }

    private record Truncate(long size) implements Change {
        @Override
        public byte[] applyTo(byte[] bytes) {
            return Arrays.copyOf(bytes, (int) Math.min(size, bytes.length));
        }
    }

    /** The name {@code gone} disappears and {@code name} stands for the content; either is empty for none. */
    private record NameChange(String gone, String name, Content content) {
        void applyTo(Map<String, Content> names) {
            names.remove(gone);
            if (!name.isEmpty()) {
                names.put(name, content);
            }
        }
    }

    /** Stops the machine at the given call that changes something, counted from 1; that call takes effect in part. */
    public VolatileStorage crashAt(int call) {
        crashAt = call;
        return this;
    }

    /** Lets the given call that changes something fail, counted from 1; the machine goes on. */
    public VolatileStorage failAt(int call, Fault how) {
        failAt = call;
        fault = how;
        return this;
    }

    /** How many calls have changed something so far. */
    public int calls() {
        return calls;
    }

    public boolean crashed() {
        return crashed;
    }

    /** Whether the machine has stopped, or a call has failed. */
    public boolean isTroubled() {
        return crashed || (failAt > 0 && calls >= failAt);
    }

    /** What the next process finds after this one was killed: the page cache has everything, the disk has not. */
    public VolatileStorage afterKill() {
        VolatileStorage next = new VolatileStorage();
        Map<Content, Content> copies = new HashMap<>();
        durableNames.forEach(
                (name, content) -> next.durableNames.put(name, copies.computeIfAbsent(content, VolatileStorage::copy)));
        for (NameChange change : unsyncedNames) {
            next.unsyncedNames.add(new NameChange(
                    change.gone, change.name, copies.computeIfAbsent(change.content, VolatileStorage::copy)));
        }
        return next;
    }

    /** What is on disk after the power failed: all that was forced, and of the rest as much as chance will have it. */
    public VolatileStorage afterPowerLoss(Random random) {
        double kept = random.nextInt(3) / 2.0;
        Map<String, Content> names = new HashMap<>(durableNames);
        int synced = (int) Math.round(kept * unsyncedNames.size());
        unsyncedNames.subList(0, synced).forEach(change -> change.applyTo(names));
        VolatileStorage next = new VolatileStorage(new HashMap<>());
        names.forEach((name, content) -> {
            Content survivor = new Content();
            survivor.durable = survive(content, kept, random);
            survivor.current = survivor.durable;
            next.durableNames.put(name, survivor);
        });
        return next;
    }

    private static byte[] survive(Content content, double kept, Random random) {
        byte[] bytes = content.durable;
        for (Change change : content.unforced) {
            bytes = switch (change) {
                case Write write -> surviveInBlocks(write, bytes, kept, random);
                case Grow grow -> random.nextDouble() < kept ? grow.applyTo(bytes) : bytes;
                case Truncate truncate -> random.nextDouble() < kept ? truncate.applyTo(bytes) : bytes;
            };
        }
        return bytes;
    }

    private static byte[] surviveInBlocks(Write write, byte[] before, double kept, Random random) {
        byte[] bytes = before;
        for (int from = 0; from < write.data.length; from += BLOCK_BYTES) {
            int to = Math.min(from + BLOCK_BYTES, write.data.length);
            if (random.nextDouble() < kept) {
                boolean torn = kept < 1 && random.nextInt(8) == 0;
                int end = torn ? from + random.nextInt(to - from) : to;
                bytes = new Write(write.offset + from, Arrays.copyOfRange(write.data, from, end)).applyTo(bytes);
            }
        }
        return bytes;
    }

    /** Turns one bit of a file over, on disk. */
    public void flipBit(String name, long bit) {
        Content content = contents().get(name);
        content.current[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
    }

    public long size(String name) {
        return contents().get(name).current.length;
    }

    private Map<String, Content> contents() {
        Map<String, Content> names = new HashMap<>(durableNames);
        unsyncedNames.forEach(change -> change.applyTo(names));
        return names;
    }

    private static Content copy(Content content) {
        Content copy = new Content();
        copy.durable = content.durable.clone();
        copy.current = content.current.clone();
        copy.unforced.addAll(content.unforced);
        return copy;
    }

    /** Counts a call that changes something; true where the machine stops in the middle of it. */
    private boolean stopsNow() throws IOException {
        if (crashed) {
            throw new CrashException();
        }
        crashed = ++calls == crashAt;
        if (calls == failAt && fault != Fault.DISK_FULL) {
            throw new IOException("Input/output error");
        }
        return crashed;
    }

    private void growsTo(Content content, long size) throws DiskFullException {
        if (fault == Fault.DISK_FULL && failAt > 0 && calls + 1 >= failAt && size > content.current.length) {
            calls++;
            throw new DiskFullException("No space left on device", new IOException());
        }
    }

    private void stopIf(boolean now) throws CrashException {
        if (now) {
            throw new CrashException();
        }
    }

    @Override
    public synchronized SortedSet<String> names() throws IOException {
        stopIf(crashed);
        return new TreeSet<>(contents().keySet());
    }

    @Override
    public synchronized boolean exists(String name) throws IOException {
        stopIf(crashed);
        return contents().containsKey(name);
    }

    @Override
    public synchronized StorageFile open(String name) throws IOException {
        stopIf(crashed);
        Content content = contents().get(name);
        if (content == null) {
            boolean stop = stopsNow();
            content = new Content();
            unsyncedNames.add(new NameChange("", name, content));
            stopIf(stop);
        }
        return new VolatileFile(content);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        boolean stop = stopsNow();
        unsyncedNames.add(new NameChange(from, to, contents().get(from)));
        stopIf(stop);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        boolean stop = stopsNow();
        unsyncedNames.add(new NameChange(name, "", new Content()));
        stopIf(stop);
    }

    @Override
    public synchronized void sync() throws IOException {
        stopIf(stopsNow());
        unsyncedNames.forEach(change -> change.applyTo(durableNames));
        unsyncedNames.clear();
    }

    @Override
    public String describe(String name) {
        return name;
    }

    @Override
    public void close() {
        // nobody else is waiting for it
    }

    private final class VolatileFile implements StorageFile {

        private final Content content;

        VolatileFile(Content content) {
            this.content = content;
        }

        @Override
        public long size() throws IOException {
            stopIf(crashed);
            return content.current.length;
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            stopIf(crashed);
            int length = Math.clamp(content.current.length - offset, 0, target.remaining());
            target.put(content.current, (int) Math.min(offset, content.current.length), length);
            return length;
        }

        @Override
        public void write(ByteBuffer source, long offset) throws IOException {
            byte[] data = new byte[source.remaining()];
            source.get(data);
            growsTo(content, offset + data.length);
            if (calls + 1 == failAt && fault == Fault.SHORT_WRITE) {
                Change part = new Write(offset, Arrays.copyOf(data, data.length / 2));
                content.unforced.add(part);
                content.current = part.applyTo(content.current);
            }
            change(new Write(offset, data));
        }

        @Override
        public void allocate(long size) throws IOException {
            growsTo(content, size);
            change(new Grow(size));
        }

        @Override
        public void truncate(long size) throws IOException {
            change(new Truncate(size));
        }

        private void change(Change change) throws IOException {
            boolean stop = stopsNow();
            content.unforced.add(change);
            content.current = change.applyTo(content.current);
            stopIf(stop);
        }

        @Override
        public void force() throws IOException {
            stopIf(stopsNow());
            content.durable = content.current;
            content.unforced.clear();
        }

        @Override
        public void close() {
            // nothing is buffered here
        }
    }
}
