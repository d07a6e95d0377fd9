package churn;

import dev.wasmledger.guest.Arena;
import dev.wasmledger.guest.Bytes;
import dev.wasmledger.guest.Lists;
import dev.wasmledger.guest.Memory;
import dev.wasmledger.guest.Slice;
import dev.wasmledger.guest.Strings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.interop.Export;

/** Lifts and lowers as generated bindings do, with the Java that guests are written in. */
public final class Values {

    private static final Map<Integer, String> NAMES = Map.of(1, "one", 2, "two");

    private Values() {}

    /** Gives the address of a pointer and a length. */
    @Export(name = "echo-string")
    public static int echoString(int pointer, int length) {
        return returnSlice(Strings.lower(Strings.lift(pointer, length)));
    }

    @Export(name = "reverse-longs")
    public static int reverseLongs(int pointer, int length) {
        long[] values = Lists.liftLongs(pointer, length);
        long[] reversed = new long[length];
        for (int i = 0; i < length; i++) {
            reversed[i] = values[length - 1 - i];
        }
        return returnSlice(Lists.lower(reversed));
    }

    @Export(name = "name")
    public static int name(int number) {
        String name = Optional.ofNullable(NAMES.get(number)).orElse("lone " + (char) 0xd800 + " surrogate");
        return returnSlice(Strings.lower(name));
    }

    /** Fills the arena in steps of many sizes, goes back, and says whether nothing below was touched. */
    @Export(name = "stack-up")
    public static int stackUp(int steps) {
        int bottom = (int) (Lists.lower(new int[] {7, 8, 9}));
        int mark = Arena.mark();
        List<Integer> sizes = List.of(1, 100, 0, 30_000, 70_000, 8, 200_000);
        for (int i = 0; i < steps; i++) {
            int size = sizes.get(i % sizes.size());
            int block = Arena.allocate(size, 8);
            for (int at = block; at < block + size; at++) {
                Memory.putByte(at, (byte) i);
            }
        }
        Arena.release(mark);
        int sum = Memory.getInt(bottom) + Memory.getInt(bottom + 4) + Memory.getInt(bottom + 8);
        Arena.clear();
        return sum;
    }

    /** Copies the last of three elements of 8 bytes to another array that has grown, and gives what an element starts with. */
    @Export(name = "element")
    public static int element(int index) {
        byte[] bytes = new byte[24];
        Bytes.putInt(bytes, 16, 77);
        byte[] copies = Bytes.grow(new byte[8], 24);
        Bytes.copy(bytes, 16, copies, 8, 8);
        return Bytes.getInt(copies, Bytes.offset(index, 3, 8));
    }

    @Export(name = "post-return")
    public static void postReturn(int result) {
        Arena.clear();
    }

    private static int returnSlice(long slice) {
        int area = Arena.allocate(8, 4);
        Memory.putInt(area, Slice.pointer(slice));
        Memory.putInt(area + 4, Slice.length(slice));
        return area;
    }
}
