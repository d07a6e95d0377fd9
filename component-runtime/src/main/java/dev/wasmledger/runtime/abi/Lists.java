package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Limits;

/** Lists between Java and linear memory (CanonicalABI.md, "load_list" and "store_list"). */
public final class Lists {

    private Lists() {}

    /**
     * Traps unless a list lies within the memory and is aligned and short enough.
     *
     * @param count elements, unsigned
     * @param elementSize in bytes, as is {@code alignment}
     */
    public static void check(LinearMemory memory, int pointer, int count, int elementSize, int alignment) {
        long byteLength = Integer.toUnsignedLong(count) * elementSize;
        if (byteLength > Limits.MAX_LIST_BYTES) {
            throw memory.trap("list too long: " + byteLength + " bytes");
        }
        if ((pointer & (alignment - 1)) != 0) {
            throw memory.trap(
                    "unaligned pointer: " + Integer.toUnsignedString(pointer) + " to a list aligned to " + alignment);
        }
        if (Integer.toUnsignedLong(pointer) + byteLength > memory.byteSize()) {
            throw memory.trap("list pointer/length out of bounds of memory: " + byteLength + " bytes at "
                    + Integer.toUnsignedString(pointer));
        }
    }

    /**
     * Allocates memory for a list's elements.
     *
     * @return the pointer to them
     * @throws IllegalArgumentException if the list is too long to cross
     */
    public static int allocate(CanonicalOptions options, int count, int elementSize, int alignment) {
        long byteLength = (long) count * elementSize;
        if (byteLength > Limits.MAX_LIST_BYTES) {
            throw new IllegalArgumentException("a list of " + byteLength + " bytes is too long");
        }
        return options.realloc(0, 0, alignment, (int) byteLength);
    }

    /**
     * The bytes of a list's elements, copied.
     *
     * @param elementSize in bytes, as is {@code alignment}
     */
    public static byte[] liftElements(CanonicalOptions options, long slice, int elementSize, int alignment) {
        LinearMemory memory = options.memory();
        int pointer = Slice.pointer(slice);
        int count = Slice.length(slice);
        check(memory, pointer, count, elementSize, alignment);
        byte[] bytes = new byte[count * elementSize];
        memory.read(pointer, bytes, 0, bytes.length);
        return bytes;
    }

    /** Copies the first {@code count} elements, as {@link #liftElements} gives their bytes, to new memory. */
    public static long lowerElements(
            CanonicalOptions options, byte[] bytes, int count, int elementSize, int alignment) {
        int pointer = allocate(options, count, elementSize, alignment);
        options.memory().write(pointer, bytes, 0, count * elementSize);
        return Slice.of(pointer, count);
    }

    public static byte[] liftBytes(CanonicalOptions options, long slice) {
        return liftBytes(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static byte[] liftBytes(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Byte.BYTES, Byte.BYTES);
        byte[] list = new byte[count];
        memory.read(pointer, list, 0, count);
        return list;
    }

    public static long lower(CanonicalOptions options, byte[] list) {
        int pointer = allocate(options, list.length, Byte.BYTES, Byte.BYTES);
        options.memory().write(pointer, list, 0, list.length);
        return Slice.of(pointer, list.length);
    }

    public static boolean[] liftBooleans(CanonicalOptions options, long slice) {
        return liftBooleans(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static boolean[] liftBooleans(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Byte.BYTES, Byte.BYTES);
        boolean[] list = new boolean[count];
        for (int i = 0; i < count; i++) {
            list[i] = memory.getByte(pointer + i) != 0;
        }
        return list;
    }

    public static long lower(CanonicalOptions options, boolean[] list) {
        int pointer = allocate(options, list.length, Byte.BYTES, Byte.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putByte(pointer + i, (byte) (list[i] ? 1 : 0));
        }
        return Slice.of(pointer, list.length);
    }

    public static short[] liftShorts(CanonicalOptions options, long slice) {
        return liftShorts(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static short[] liftShorts(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Short.BYTES, Short.BYTES);
        short[] list = new short[count];
        for (int i = 0; i < count; i++) {
            list[i] = memory.getShort(pointer + i * Short.BYTES);
        }
        return list;
    }

    public static long lower(CanonicalOptions options, short[] list) {
        int pointer = allocate(options, list.length, Short.BYTES, Short.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putShort(pointer + i * Short.BYTES, list[i]);
        }
        return Slice.of(pointer, list.length);
    }

    public static int[] liftInts(CanonicalOptions options, long slice) {
        return liftInts(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static int[] liftInts(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Integer.BYTES, Integer.BYTES);
        int[] list = new int[count];
        for (int i = 0; i < count; i++) {
            list[i] = memory.getInt(pointer + i * Integer.BYTES);
        }
        return list;
    }

    public static long lower(CanonicalOptions options, int[] list) {
        int pointer = allocate(options, list.length, Integer.BYTES, Integer.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putInt(pointer + i * Integer.BYTES, list[i]);
        }
        return Slice.of(pointer, list.length);
    }

    public static long[] liftLongs(CanonicalOptions options, long slice) {
        return liftLongs(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static long[] liftLongs(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Long.BYTES, Long.BYTES);
        long[] list = new long[count];
        for (int i = 0; i < count; i++) {
            list[i] = memory.getLong(pointer + i * Long.BYTES);
        }
        return list;
    }

    public static long lower(CanonicalOptions options, long[] list) {
        int pointer = allocate(options, list.length, Long.BYTES, Long.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putLong(pointer + i * Long.BYTES, list[i]);
        }
        return Slice.of(pointer, list.length);
    }

    public static float[] liftFloats(CanonicalOptions options, long slice) {
        return liftFloats(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static float[] liftFloats(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Float.BYTES, Float.BYTES);
        float[] list = new float[count];
        for (int i = 0; i < count; i++) {
            list[i] = Checks.canonical(memory.getFloat(pointer + i * Float.BYTES));
        }
        return list;
    }

    public static long lower(CanonicalOptions options, float[] list) {
        int pointer = allocate(options, list.length, Float.BYTES, Float.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putFloat(pointer + i * Float.BYTES, list[i]);
        }
        return Slice.of(pointer, list.length);
    }

    public static double[] liftDoubles(CanonicalOptions options, long slice) {
        return liftDoubles(options, Slice.pointer(slice), Slice.length(slice));
    }

    public static double[] liftDoubles(CanonicalOptions options, int pointer, int count) {
        LinearMemory memory = options.memory();
        check(memory, pointer, count, Double.BYTES, Double.BYTES);
        double[] list = new double[count];
        for (int i = 0; i < count; i++) {
            list[i] = Checks.canonical(memory.getDouble(pointer + i * Double.BYTES));
        }
        return list;
    }

    public static long lower(CanonicalOptions options, double[] list) {
        int pointer = allocate(options, list.length, Double.BYTES, Double.BYTES);
        LinearMemory memory = options.memory();
        for (int i = 0; i < list.length; i++) {
            memory.putDouble(pointer + i * Double.BYTES, list[i]);
        }
        return Slice.of(pointer, list.length);
    }
}
