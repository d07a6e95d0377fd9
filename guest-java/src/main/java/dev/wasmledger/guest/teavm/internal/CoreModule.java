package dev.wasmledger.guest.teavm.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A core module cut into its sections, as far as the driver changes them (core specification, "Binary Format /
 * Modules"). Made for what TeaVM writes, not for modules from anywhere.
 */
public final class CoreModule {

    private static final int PREAMBLE_LENGTH = 8;
    private static final int CUSTOM = 0;
    private static final int IMPORT = 2;
    private static final int MEMORY = 5;
    private static final int EXPORT = 7;
    private static final int FUNCTION_IMPORT = 0;

    /** A function that a module imports. */
    public record Import(String module, String name) {}

    private static final class Section {

        private final int id;
        private final byte[] content;

        Section(int id, byte[] content) {
            this.id = id;
            this.content = content;
        }
    }

    private final byte[] preamble;
    private final List<Section> sections;

    private CoreModule(byte[] preamble, List<Section> sections) {
        this.preamble = preamble;
        this.sections = List.copyOf(sections);
    }

    /** Cuts a module into its sections. */
    public static CoreModule parse(byte[] bytes) {
        List<Section> sections = new ArrayList<>();
        Reader reader = new Reader(bytes, PREAMBLE_LENGTH);
        while (!reader.isAtEnd()) {
            int id = reader.readByte();
            sections.add(new Section(id, reader.readBytes(reader.readUnsigned())));
        }
        return new CoreModule(Arrays.copyOf(bytes, PREAMBLE_LENGTH), sections);
    }

    /** The imported functions; TeaVM's modules import nothing else. */
    public List<Import> imports() {
        List<Import> imports = new ArrayList<>();
        for (Section section : sections) {
            if (section.id == IMPORT) {
                Reader reader = new Reader(section.content, 0);
                for (int count = reader.readUnsigned(); count > 0; count--) {
                    imports.add(new Import(reader.readName(), reader.readName()));
                    if (reader.readByte() != FUNCTION_IMPORT) {
                        throw new IllegalStateException("TeaVM imported something that is no function");
                    }
                    reader.readUnsigned();
                }
            }
        }
        return imports;
    }

    /**
     * This module with those of its exports only, without custom sections, and with a memory that may grow as far as its
     * host lets it. TeaVM's own bound knows nothing of the memory above the Java heap; its name section is one that
     * tools reject.
     */
    public CoreModule keepingExports(Set<String> names) {
        List<Section> kept = new ArrayList<>();
        for (Section section : sections) {
            switch (section.id) {
                case CUSTOM -> {}
                case EXPORT -> kept.add(new Section(EXPORT, filterExports(section.content, names)));
                case MEMORY -> kept.add(new Section(MEMORY, withoutMaximum(section.content)));
                default -> kept.add(section);
            }
        }
        return new CoreModule(preamble, kept);
    }

    /** The module in binary format. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(preamble);
        for (Section section : sections) {
            bytes.write(section.id);
            writeUnsigned(bytes, section.content.length);
            bytes.writeBytes(section.content);
        }
        return bytes.toByteArray();
    }

    private static byte[] filterExports(byte[] content, Set<String> names) {
        Reader reader = new Reader(content, 0);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int keptCount = 0;
        for (int count = reader.readUnsigned(); count > 0; count--) {
            int start = reader.position;
            String name = reader.readName();
            reader.readByte();
            reader.readUnsigned();
            if (names.contains(name)) {
                kept.write(content, start, reader.position - start);
                keptCount++;
            }
        }
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        writeUnsigned(section, keptCount);
        section.writeBytes(kept.toByteArray());
        return section.toByteArray();
    }

    private static byte[] withoutMaximum(byte[] content) {
        Reader reader = new Reader(content, 0);
        int count = reader.readUnsigned();
        reader.readByte();
        int minimum = reader.readUnsigned();
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        writeUnsigned(section, count);
        section.write(0);
        writeUnsigned(section, minimum);
        return section.toByteArray();
    }

    private static void writeUnsigned(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    private static final class Reader {

        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        boolean isAtEnd() {
            return position == bytes.length;
        }

        int readByte() {
            return bytes[position++] & 0xff;
        }

        int readUnsigned() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int part = readByte();
                value |= (part & 0x7f) << shift;
                if (part < 0x80) {
                    return value;
                }
            }
        }

        byte[] readBytes(int length) {
            position += length;
            return Arrays.copyOfRange(bytes, position - length, position);
        }

        String readName() {
            return new String(readBytes(readUnsigned()), StandardCharsets.UTF_8);
        }
    }
}
