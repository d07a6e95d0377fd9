package dev.wasmledger.component.binary;

import dev.wasmledger.component.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the binary format's elements in sequence; every number in as few bytes as it needs. */
public final class ByteWriter {

    private byte[] buffer = new byte[256];
    private int length;

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    public ByteWriter u8(int value) {
        ensure(1);
        buffer[length++] = (byte) value;
        return this;
    }

    public ByteWriter flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    public ByteWriter u32(int value) {
        return u64(Integer.toUnsignedLong(value));
    }

    public ByteWriter u64(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    /** An unsigned index as a signed 33-bit number. */
    public ByteWriter s33Index(int index) {
        long rest = Integer.toUnsignedLong(index);
        // The last byte's bit 6 is the sign, so it has to stay free.
        while (rest > 0x3f) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    public ByteWriter name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return u32(utf8.length).raw(utf8);
    }

    public ByteWriter raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    public ByteWriter raw(Bytes bytes) {
        ensure(bytes.length());
        bytes.copyTo(buffer, length);
        length += bytes.length();
        return this;
    }

    public <T> ByteWriter vector(List<T> elements, Consumer<T> element) {
        u32(elements.size());
        elements.forEach(element);
        return this;
    }

    public <T> ByteWriter optional(Optional<T> value, Consumer<T> content) {
        flag(value.isPresent());
        value.ifPresent(content);
        return this;
    }

    /** What {@code content} writes, behind its length. */
    public ByteWriter sized(Runnable content) {
        int start = length;
        content.run();
        byte[] written = Arrays.copyOfRange(buffer, start, length);
        length = start;
        return u32(written.length).raw(written);
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, more), buffer.length * 2));
        }
    }
}
