package dev.wasmledger.component.model;

import java.util.Arrays;
import java.util.Objects;

/** A range of immutable bytes. Equal to another one with the same content. */
public final class Bytes {

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Takes the array over: nobody may write to it from now on. */
    public static Bytes of(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** The part from {@code start} on, without copying. */
    public Bytes slice(int start, int size) {
        if (start < 0 || size < 0 || start > length - size) {
            throw new IndexOutOfBoundsException(start + " + " + size + " of " + length);
        }
        return new Bytes(array, offset + start, size);
    }

    public int length() {
        return length;
    }

    public byte get(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** A copy. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** Copies all of it into {@code target} from {@code position} on. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, offset, target, position, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
