package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a log consists of, by their names. */
public final class Segments {

    private static final Pattern NAME = Pattern.compile("ledger-(\\d{6,9})\\.log");

    /** The one file of format 1. */
    private static final String FORMER = "ledger.log";

    private Segments() {}

    /** The name of a segment, from 1 on. */
    public static String name(int number) {
        return "ledger-%06d.log".formatted(number);
    }

    /**
     * How many segments there are.
     *
     * @throws CorruptLogException if one is missing among them
     */
    static int count(Storage storage) throws IOException {
        int count = 0;
        int last = 0;
        for (String name : storage.names()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches() && name.equals(name(Integer.parseInt(matcher.group(1))))) {
                count++;
                last = Math.max(last, Integer.parseInt(matcher.group(1)));
            }
        }
        if (count == 0 && storage.exists(FORMER)) {
            throw new IOException("%s: a log of format 1; this release reads format %d"
                    .formatted(storage.describe(FORMER), SegmentHeader.VERSION));
        }
        if (count < last) {
            throw missing(storage);
        }
        return count;
    }

    /**
     * The one segment that can hold a frame.
     *
     * @param sequence the frame's number, at least 1
     * @param segments how many there are
     */
    static int holding(Storage storage, long sequence, int segments) throws IOException {
        int number = segments;
        while (number > 1 && start(storage, number) >= sequence) {
            number--;
        }
        return number;
    }

    /** The number of the last frame before a segment. */
    private static long start(Storage storage, int number) throws IOException {
        try (StorageFile file = storage.open(name(number))) {
            return SegmentHeader.read(file, storage.describe(name(number)), number)
                    .start()
                    .head()
                    .sequence();
        }
    }

    private static CorruptLogException missing(Storage storage) throws IOException {
        int number = 1;
        while (storage.exists(name(number))) {
            number++;
        }
        return new CorruptLogException(
                storage.describe(name(number)), 0, 0, "(the segment's header) is missing with the whole file");
    }

    /**
     * Makes sure that there is a log.
     *
     * @throws NoSuchFileException if there is none
     */
    static void require(Storage storage) throws IOException {
        if (count(storage) == 0) {
            throw new NoSuchFileException(storage.describe(name(1)), null, "no ledger has been here");
        }
    }
}
