package dev.wasmledger.component.binary;

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

    private final String fileName;
    private final byte[] bytes;
    private final Bytes shared;
    private int position;
    private int end;
    private int depth;

    /** Reads these bytes, which diagnostics say to be of that file. */
    public ByteReader(String fileName, byte[] bytes) {
        this.fileName = fileName;
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

    int peek() {
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
    boolean flag(String what) {
        int start = position;
        int value = u8();
        if (value > 1) {
            throw unknownForm(start, what, value);
        }
        return value == 1;
    }

    /** An unsigned 32-bit number in at most five bytes. */
    public int u32() {
        int start = position;
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = u8();
            if (shift == 28 && next > 0x0f) {
                break;
            }
            result |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return result;
            }
        }
        throw fail(Rule.INTEGER_ENCODING, start, "this is no unsigned 32-bit number in LEB128");
    }

    /** An unsigned 64-bit number in at most ten bytes. */
    long u64() {
        int start = position;
        long result = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = u8();
            if (shift == 63 && next > 1) {
                break;
            }
            result |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return result;
            }
        }
        throw fail(Rule.INTEGER_ENCODING, start, "this is no unsigned 64-bit number in LEB128");
    }

    /** A type index written as a signed 33-bit number, which must not be negative. */
    int s33Index(String what) {
        int start = position;
        long result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = u8();
            result |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                boolean negative = (next & 0x40) != 0;
                if (negative || result > 0xffff_ffffL) {
                    throw fail(Rule.UNKNOWN_TYPE_CODE, start, "unknown code for " + what);
                }
                return (int) result;
            }
        }
        throw fail(Rule.INTEGER_ENCODING, start, "this is no signed 33-bit number in LEB128");
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
    int count(int limit, String what) {
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

    /** A count, at most {@code limit}, and as many elements; {@code what} is how diagnostics call them. */
    public <T> List<T> vector(int limit, String what, Supplier<T> element) {
        int count = count(limit, what);
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return elements;
    }

    <T> Optional<T> optional(String what, Supplier<T> content) {
        return flag(what) ? Optional.of(content.get()) : Optional.empty();
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
    <T> T nested(Supplier<T> content) {
        if (++depth > Limits.NESTING) {
            throw fail(Rule.NESTING_LIMIT, position, "this is nested more than " + Limits.NESTING + " deep");
        }
        T result = content.get();
        depth--;
        return result;
    }

    DiagnosticException unknownForm(int offset, String what, int value) {
        return fail(Rule.UNKNOWN_FORM, offset, "unknown code " + hex(value) + " for " + what);
    }

    /** That rule is broken at that byte. */
    public DiagnosticException fail(Rule rule, int offset, String message) {
        return new DiagnosticException(rule.at(new ByteOffset(fileName, offset), message));
    }

    static String hex(int value) {
        return "0x" + (value < 16 ? "0" : "") + Integer.toHexString(value);
    }
}
