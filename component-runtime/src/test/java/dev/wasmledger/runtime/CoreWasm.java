package dev.wasmledger.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Assembles core modules for tests: functions with hand-written code, one memory, data. */
public final class CoreWasm {

    /** {@code (param i32…) (result i32…)} as letters, as in {@code CoreSignature}. */
    private record Type(String params, String results) {}

    private final List<Type> types = new ArrayList<>();
    private final List<byte[]> imports = new ArrayList<>();
    private final List<Integer> functionTypes = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();
    private final List<byte[]> names = new ArrayList<>();
    private int tableElements = -1;
    private int pages = -1;
    private int maximumPages = -1;

    /** Before any function of its own; the first import is function 0. */
    public CoreWasm importFunction(String module, String name, String params, String results) {
        imports.add(bytes(name(module), name(name), new byte[] {0}, leb(type(params, results))));
        return this;
    }

    /** Exported as {@code memory}. */
    public CoreWasm memory(int initial) {
        pages = initial;
        exports.add(bytes(name("memory"), new byte[] {2, 0}));
        return this;
    }

    public CoreWasm memory(int initial, int maximum) {
        maximumPages = maximum;
        return memory(initial);
    }

    /** Of function references; not exported. */
    public CoreWasm table(int initial) {
        tableElements = initial;
        return this;
    }

    /** A name in the {@code name} section. */
    public CoreWasm nameFunction(int function, String name) {
        names.add(bytes(leb(function), name(name)));
        return this;
    }

    public CoreWasm data(int address, byte[] content) {
        data.add(bytes(new byte[] {0, 0x41}, signed(address), new byte[] {0x0b}, leb(content.length), content));
        return this;
    }

    /** An exported function without locals; {@code end} is added. */
    public CoreWasm function(String export, String params, String results, byte[]... code) {
        byte[] body = bytes(new byte[] {0}, bytes(code), new byte[] {0x0b});
        exports.add(bytes(name(export), new byte[] {0}, leb(imports.size() + bodies.size())));
        functionTypes.add(type(params, results));
        bodies.add(bytes(leb(body.length), body));
        return this;
    }

    public byte[] toBytes() {
        var typeEntries = types.stream()
                .map(type -> bytes(new byte[] {0x60}, valueTypes(type.params), valueTypes(type.results)))
                .toList();
        List<byte[]> memories = pages < 0
                ? List.of()
                : List.of(
                        maximumPages < 0
                                ? bytes(new byte[] {0}, leb(pages))
                                : bytes(new byte[] {1}, leb(pages), leb(maximumPages)));
        return bytes(
                new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0},
                section(1, typeEntries),
                section(2, imports),
                section(3, functionTypes.stream().map(CoreWasm::leb).toList()),
                section(4, tableElements < 0 ? List.of() : List.of(bytes(new byte[] {0x70, 0}, leb(tableElements)))),
                section(5, memories),
                section(7, exports),
                section(10, bodies),
                section(11, data),
                nameSection());
    }

    private byte[] nameSection() {
        if (names.isEmpty()) {
            return new byte[0];
        }
        byte[] functions = section(1, names);
        byte[] content = bytes(name("name"), functions);
        return bytes(new byte[] {0}, leb(content.length), content);
    }

    public static byte[] op(int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        return code;
    }

    public static byte[] constant(int value) {
        return bytes(new byte[] {0x41}, signed(value));
    }

    public static byte[] call(int function) {
        return bytes(new byte[] {0x10}, leb(function));
    }

    public static byte[] local(int index) {
        return bytes(new byte[] {0x20}, leb(index));
    }

    static byte[] bytes(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private int type(String params, String results) {
        var type = new Type(params, results);
        if (!types.contains(type)) {
            types.add(type);
        }
        return types.indexOf(type);
    }

    private static byte[] section(int id, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return new byte[0];
        }
        byte[] content = bytes(leb(entries.size()), bytes(entries.toArray(byte[][]::new)));
        return bytes(new byte[] {(byte) id}, leb(content.length), content);
    }

    private static byte[] valueTypes(String letters) {
        byte[] types = new byte[letters.length()];
        for (int i = 0; i < types.length; i++) {
            types[i] = (byte) (0x7f - "IJFD".indexOf(letters.charAt(i)));
        }
        return bytes(leb(types.length), types);
    }

    private static byte[] name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return bytes(leb(utf8.length), utf8);
    }

    private static byte[] leb(int value) {
        var out = new ByteArrayOutputStream();
        int left = value;
        while ((left & ~0x7f) != 0) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
        return out.toByteArray();
    }

    private static byte[] signed(int value) {
        var out = new ByteArrayOutputStream();
        int left = value;
        while (left < -64 || left > 63) {
            out.write((left & 0x7f) | 0x80);
            left >>= 7;
        }
        out.write(left & 0x7f);
        return out.toByteArray();
    }
}
