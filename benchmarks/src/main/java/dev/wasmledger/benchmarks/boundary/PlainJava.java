package dev.wasmledger.benchmarks.boundary;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same work as plain Java methods. A text is copied, as a component would. */
final class PlainJava implements Peer {

    private final long[] thousand = Inputs.thousand();
    private final byte[] sevens = Inputs.sevens();
    private final Item item = new Item(1, Inputs.SIXTEEN_BYTES, 1.5, Inputs.TAGS, 3, 4);
    private final Point point = new Point(1, 2, 3);

    private record Item(int id, String name, double score, List<String> tags, int x, int y) {
        Item turned() {
            return new Item(
                    id + 1,
                    copy(name),
                    score * 2,
                    tags.stream().map(PlainJava::copy).toList(),
                    y,
                    x);
        }
    }

    private record Point(int x, long y, double z) {
        Point next() {
            return new Point(x + 1, y + 1, z + 1);
        }
    }

    private static String copy(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public long run(Row row, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += once(row, (int) sum, i);
        }
        return sum;
    }

    private long once(Row row, int sum, int i) {
        return switch (row) {
            case HOST_ADD, COMPONENT_ADD -> (long) sum + i;
            case HOST_ECHO_16_BYTES, COMPONENT_ECHO_16_BYTES ->
                copy(Inputs.SIXTEEN_BYTES).length();
            case HOST_ECHO_64_KIB, COMPONENT_ECHO_64_KIB ->
                copy(Inputs.KIBIBYTES_64).length();
            case HOST_SUM_1000_U64, COMPONENT_SUM_1000_U64 -> sumOfList();
            case HOST_CHECKSUM_64_KIB -> checksum();
            case HOST_RECORD, COMPONENT_RECORD -> item.turned().id();
            case HOST_FLAT_RECORD -> point.next().y();
            case HOST_VARIANT -> i + 1L;
        };
    }

    private long sumOfList() {
        long sum = 0;
        for (long one : thousand) {
            sum += one;
        }
        return sum;
    }

    /** FNV-1a of 32 bits, as the component has it. */
    private int checksum() {
        int hash = 0x811c_9dc5;
        for (byte one : sevens) {
            hash = (hash ^ one) * 0x0100_0193;
        }
        return hash;
    }

    @Override
    public void checkSanity() {
        Inputs.require("sum-list", 499_500L, sumOfList());
        Inputs.require("checksum", (int) 3_580_468_677L, checksum());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
