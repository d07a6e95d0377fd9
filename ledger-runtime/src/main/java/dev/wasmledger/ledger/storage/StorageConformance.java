package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What {@link Storage} promises, as checks that any implementation can run in whatever test framework it has. Whether it
 * keeps through a crash what was forced cannot be seen from here.
 */
public final class StorageConformance {

    private StorageConformance() {}

    /** Gives storages to check. */
    @FunctionalInterface
    public interface Fresh {

        /** An empty storage that nobody holds. */
        Storage open() throws IOException;
    }

    /**
     * One promise.
     *
     * @param name what is promised, in words
     */
    public record Check(String name, Body body) {

        /**
         * Holds a storage to it.
         *
         * @throws AssertionError if the promise is broken
         */
        public void run(Fresh fresh) throws IOException {
            try (Storage storage = fresh.open()) {
                body.run(storage);
            }
        }
    }

    /** Looks at an empty storage. */
    @FunctionalInterface
    public interface Body {
        void run(Storage storage) throws IOException;
    }

    /** All promises. */
    public static List<Check> checks() {
        return List.of(
                new Check("reads back what was written", StorageConformance::readsBack),
                new Check("grows by writing behind the end, with zeros between", StorageConformance::growsWithZeros),
                new Check("gives zeros again where a file was cut off and grew", StorageConformance::zerosAfterCut),
                new Check("allocates zeros, keeps what is there and never shrinks", StorageConformance::allocates),
                new Check("reads no further than the end", StorageConformance::readsToTheEnd),
                new Check("shows one content to all who have a file open", StorageConformance::sharesContent),
                new Check("gives a file another name over one that has it", StorageConformance::renames),
                new Check("keeps an open file open when its name changes", StorageConformance::renamesOpenFiles),
                new Check("lists, finds and deletes names", StorageConformance::names),
                new Check("describes each file by another text", StorageConformance::describes));
    }

    private static void readsBack(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            file.write(bytes("0123456789"), 0);
            file.write(bytes("xy"), 8);
            file.force();
            expect("01234567xy", text(file, 0, 10));
            expect("34", text(file, 3, 2));
        }
        storage.sync();
        try (StorageFile file = storage.open("a")) {
            expect("01234567xy", text(file, 0, 100));
        }
    }

    private static void growsWithZeros(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            file.write(bytes("x"), 200_000);
            expect(200_001L, file.size());
            expect("\0\0x", text(file, 199_998, 10));
        }
    }

    private static void zerosAfterCut(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            file.write(bytes("0123456789"), 0);
            file.truncate(4);
            expect(4L, file.size());
            file.allocate(6);
            file.write(bytes("z"), 7);
            expect("0123\0\0\0z", text(file, 0, 100));
        }
    }

    private static void allocates(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            file.write(bytes("ab"), 0);
            file.allocate(100_000);
            expect(100_000L, file.size());
            expect("ab\0", text(file, 0, 3));
            expect("\0", text(file, 99_999, 3));
            file.allocate(10);
            expect(100_000L, file.size());
        }
    }

    private static void readsToTheEnd(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            expect(0, file.read(ByteBuffer.allocate(4), 0));
            file.write(bytes("ab"), 0);
            expect(1, file.read(ByteBuffer.allocate(4), 1));
            expect(0, file.read(ByteBuffer.allocate(4), 2));
            expect(0, file.read(ByteBuffer.allocate(4), 1000));
        }
    }

    private static void sharesContent(Storage storage) throws IOException {
        try (StorageFile one = storage.open("a");
                StorageFile other = storage.open("a")) {
            one.write(bytes("abc"), 0);
            expect("abc", text(other, 0, 3));
        }
    }

    private static void renames(Storage storage) throws IOException {
        write(storage, "a", "first");
        write(storage, "b", "second");
        storage.rename("a", "b");
        storage.sync();
        expect(List.of("b"), List.copyOf(storage.names()));
        try (StorageFile file = storage.open("b")) {
            expect("first", text(file, 0, 100));
        }
    }

    private static void renamesOpenFiles(Storage storage) throws IOException {
        try (StorageFile file = storage.open("a")) {
            storage.rename("a", "b");
            file.write(bytes("late"), 0);
            file.force();
        }
        try (StorageFile file = storage.open("b")) {
            expect("late", text(file, 0, 100));
        }
    }

    private static void names(Storage storage) throws IOException {
        expect(List.of(), List.copyOf(storage.names()));
        write(storage, "b", "");
        write(storage, "a", "");
        expect(List.of("a", "b"), List.copyOf(storage.names()));
        expect(true, storage.exists("a"));
        storage.delete("a");
        storage.delete("never there");
        expect(false, storage.exists("a"));
        expect(List.of("b"), List.copyOf(storage.names()));
    }

    private static void describes(Storage storage) {
        expect(false, storage.describe("a").equals(storage.describe("b")));
    }

    private static void write(Storage storage, String name, String text) throws IOException {
        try (StorageFile file = storage.open(name)) {
            file.write(bytes(text), 0);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(StorageFile file, long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        int count = file.read(target, offset);
        expect(target.position(), count);
        return StandardCharsets.UTF_8.decode(target.flip()).toString();
    }

    private static void expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + " and found " + found);
        }
    }
}
