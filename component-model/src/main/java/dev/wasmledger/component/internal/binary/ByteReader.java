package dev.wasmledger.component.internal.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the binary format's elements in sequence, and never past the end of the section that it is in. */
public final class ByteReader {

    private final ByteOffset start;
    private final byte[] bytes;
    private final Bytes shared;
    private int position;
    private int end;
    private int depth;

    /** @param start the place of the first byte */
    public ByteReader(ByteOffset start, byte[] bytes) {
        this.start = start;
        this.bytes = bytes;
        this.shared = Bytes.of(bytes);
        this.end = bytes.length;
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public int peek() {
        if (position == end) {
            throw fail(Rule.UNEXPECTED_END, position, "unexpected end");
        }
        return bytes[position] & 0xff;
    }

    public int u8() {
        int value = peek();
        position++;
        return value;
    }

    /** A flag byte: 0 or 1. */
    public boolean flag(String what) {
        return flag(Rule.BOOLEAN_BYTE, what);
    }

    /** The same, where other values break a rule of their own. */
    public boolean flag(Rule rule, String what) {
        int start = position;
        int value = u8();
        if (value > 1) {
            throw unknown(rule, start, what, value);
        }
        return value == 1;
    }

    /** An unsigned 32-bit number in at most five bytes. */
    public int u32() {
        if (position < end && bytes[position] >= 0) {
            return bytes[position++];
        }
        return (int) leb128(32, false);
    }

    /** An unsigned 64-bit number in at most ten bytes. */
    public long u64() {
        return leb128(64, false);
    }

    /** A signed number of 32, 33 or 64 bits. */
    public long signed(int bits) {
        if (position < end && bytes[position] >= 0) {
            // One byte: the seventh bit is the sign.
            return (long) bytes[position++] << 57 >> 57;
        }
        return leb128(bits, true);
    }

    /** A type index written as a signed 33-bit number, which must not be negative. */
    public int s33Index(Rule rule, String what) {
        int start = position;
        long index = leb128(33, true);
        if (index < 0) {
            throw unknown(rule, start, what, bytes[start] & 0xff);
        }
        return (int) index;
    }

    /** A number of that many bits (core specification, "Integers"). */
    private long leb128(int bits, boolean signed) {
        int start = position;
        long result = 0;
        for (int shift = 0; shift < bits; shift += 7) {
            int next = u8();
            result |= (next & 0x7fL) << shift;
            int used = bits - shift;
            if (used < 7) {
                requireNoExcess(start, next, used, signed);
            }
            if (next < 0x80) {
                return signed && shift + 7 < 64 ? result << (57 - shift) >> (57 - shift) : result;
            }
        }
        throw fail(Rule.INTEGER_TOO_LONG, start, "this number of " + bits + " bits goes on for too many bytes");
    }

    /** The bits of the last byte that the number has no room for repeat its sign. */
    private void requireNoExcess(int start, int last, int used, boolean signed) {
        int excess = (last & 0x7f) >> (signed ? used - 1 : used);
        int all = 0x7f >> (signed ? used - 1 : used);
        if (last < 0x80 && excess != 0 && !(signed && excess == all)) {
            throw fail(Rule.INTEGER_TOO_LARGE, start, "this number has more than the bits that it may have");
        }
    }

    /** A length and that many bytes of UTF-8. */
    public String name() {
        int start = position;
        int length = count(Limits.STRING_BYTES, "the bytes of a name");
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, position, length))
                    .toString();
            position += length;
            return name;
        } catch (CharacterCodingException e) {
            throw fail(Rule.NAME_ENCODING, start, "this name is malformed UTF-8");
        }
    }

    /** A count of things, of which there is at least a byte each. */
    public int count(int limit, String what) {
        int start = position;
        int count = u32();
        if (Integer.compareUnsigned(count, limit) > 0) {
            throw fail(
                    Rule.COUNT_LIMIT, start, what + " are " + Integer.toUnsignedString(count) + ", more than " + limit);
        }
        if (count > remaining()) {
            throw fail(Rule.UNEXPECTED_END, start, what + " reach past the end of the section");
        }
        return count;
    }

    public <T> List<T> vector(int limit, String what, Supplier<T> element) {
        int count = count(limit, what);
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return elements;
    }

    /** Goes on at that byte, up to another one. */
    public void moveTo(int newPosition, int newEnd) {
        position = newPosition;
        end = newEnd;
    }

    public int end() {
        return end;
    }

    public <T> Optional<T> optional(String what, Supplier<T> content) {
        return flag(Rule.OPTIONAL_BYTE, what) ? Optional.of(content.get()) : Optional.empty();
    }

    /** The next bytes as they are. */
    public Bytes bytes(int length) {
        if (Integer.compareUnsigned(length, remaining()) > 0) {
            throw fail(Rule.UNEXPECTED_END, position, "unexpected end");
        }
        Bytes part = shared.slice(position, length);
        position += length;
        return part;
    }

    /** Reads what has the length that stands before it; all of it must be used. */
    public <T> T sized(String what, Supplier<T> content) {
        int start = position;
        int size = u32();
        if (Integer.compareUnsigned(size, remaining()) > 0) {
            throw fail(Rule.UNEXPECTED_END, start, what + " reaches past the end of what it is in");
        }
        int outerEnd = end;
        end = position + size;
        T result = content.get();
        if (position != end) {
            throw fail(Rule.SECTION_SIZE, position, what + " goes on after its last item");
        }
        end = outerEnd;
        return result;
    }

    /** Reads something that can contain its like. */
    public <T> T nested(Supplier<T> content) {
        if (++depth > Limits.NESTING) {
            throw fail(Rule.NESTING_LIMIT, position, "this is nested more than " + Limits.NESTING + " deep");
        }
        T result = content.get();
        depth--;
        return result;
    }

    public DiagnosticException unknown(Rule rule, int offset, String what, int value) {
        return fail(rule, offset, "unknown code " + hex(value) + " for " + what);
    }

    public DiagnosticException fail(Rule rule, int offset, String message) {
        return new DiagnosticException(rule.at(place(offset), message));
    }

    /** The place of that byte of what is read. */
    public ByteOffset place(int offset) {
        return new ByteOffset(start.fileName(), start.offset() + offset);
    }

    public static String hex(int value) {
        return "0x" + (value < 16 ? "0" : "") + Integer.toHexString(value);
    }
}
