package dev.wasmledger.integration.abi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes core modules: imported functions, functions, one memory, custom sections. Types are the letters I, J, F, D. */
final class WasmWriter {

    private record Type(List<Character> params, List<Character> results) {}

    private final List<Type> types = new ArrayList<>();
    private final List<byte[]> imports = new ArrayList<>();
    private final List<byte[]> functions = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final ByteArrayOutputStream custom = new ByteArrayOutputStream();
    private final int pages;

    /** With a memory of so many pages, exported as {@code memory}. */
    WasmWriter(int pages) {
        this.pages = pages;
        exports.add(concat(name("memory"), new byte[] {2, 0}));
    }

    /** To be called before any function is added; gives the index. */
    int importFunction(String module, String name, List<Character> params, List<Character> results) {
        imports.add(concat(name(module), name(name), new byte[] {0}, leb(type(params, results))));
        return imports.size() - 1;
    }

    /** Exports a function; its code lacks the last {@code end}. */
    void function(String export, List<Character> params, List<Character> results, Code code) {
        exports.add(concat(name(export), new byte[] {0}, leb(imports.size() + functions.size())));
        functions.add(leb(type(params, results)));
        byte[] body = concat(new byte[] {0}, code.out.toByteArray(), new byte[] {0x0b});
        bodies.add(concat(leb(body.length), body));
    }

    void custom(String name, byte[] content) {
        byte[] section = concat(name(name), content);
        custom.writeBytes(concat(new byte[] {0}, leb(section.length), section));
    }

    byte[] toBytes() {
        List<byte[]> typeEntries = types.stream()
                .map(type -> concat(new byte[] {0x60}, letters(type.params), letters(type.results)))
                .toList();
        return concat(
                new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0},
                section(1, typeEntries),
                section(2, imports),
                section(3, functions),
                section(5, List.of(concat(new byte[] {0}, leb(pages)))),
                section(7, exports),
                section(10, bodies),
                custom.toByteArray());
    }

    /** Instructions, one after the other. */
    static final class Code {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Code op(int... bytes) {
            for (int b : bytes) {
                out.write(b);
            }
            return this;
        }

        Code local(int index) {
            return op(0x20).append(leb(index));
        }

        Code constant(int value) {
            return op(0x41).append(signed(value));
        }

        Code call(int function) {
            return op(0x10).append(leb(function));
        }

        /** The address and the value are on the stack. */
        Code store(char type, int offset) {
            int opcode = "IJFD".indexOf(type) + 0x36;
            return op(opcode, 0).append(leb(offset));
        }

        /** The lower bytes of an i32: 1, 2 or 4 of them. */
        Code storeLow(int bytes, int offset) {
            return op(bytes == 1 ? 0x3a : bytes == 2 ? 0x3b : 0x36, 0).append(leb(offset));
        }

        Code load(char type, int offset) {
            int opcode = "IJFD".indexOf(type) + 0x28;
            return op(opcode, 0).append(leb(offset));
        }

        private Code append(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }
    }

    private int type(List<Character> params, List<Character> results) {
        var type = new Type(List.copyOf(params), List.copyOf(results));
        if (!types.contains(type)) {
            types.add(type);
        }
        return types.indexOf(type);
    }

    private static byte[] section(int id, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return new byte[0];
        }
        byte[] content = concat(leb(entries.size()), concat(entries.toArray(byte[][]::new)));
        return concat(new byte[] {(byte) id}, leb(content.length), content);
    }

    private static byte[] letters(List<Character> letters) {
        byte[] types = new byte[letters.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = (byte) (0x7f - "IJFD".indexOf(letters.get(i)));
        }
        return concat(leb(types.length), types);
    }

    private static byte[] name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return concat(leb(utf8.length), utf8);
    }

    private static byte[] leb(int value) {
        var out = new ByteArrayOutputStream();
        int left = value;
        for (; left > 0x7f; left >>>= 7) {
            out.write((left & 0x7f) | 0x80);
        }
        out.write(left);
        return out.toByteArray();
    }

    private static byte[] signed(int value) {
        var out = new ByteArrayOutputStream();
        int left = value;
        for (; left < -64 || left > 63; left >>= 7) {
            out.write((left & 0x7f) | 0x80);
        }
        out.write(left & 0x7f);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
