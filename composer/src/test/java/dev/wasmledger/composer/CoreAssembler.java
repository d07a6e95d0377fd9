package dev.wasmledger.composer;

import dev.wasmledger.component.binary.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes core modules of nothing but names and signatures. A line is {@code import MODULE FIELD SIGNATURE},
 * {@code export NAME SIGNATURE} (a function that traps) or {@code memory}; a signature is {@code (i32 i64) f32}.
 */
final class CoreAssembler {

    private static final Pattern LINE =
            Pattern.compile("(import|export) (\\S+)(?: (?!\\()(\\S+))? \\(([a-z0-9 ]*)\\) ?([a-z0-9 ]*)");

    private record Function(String module, String name, List<String> params, List<String> results) {}

    private CoreAssembler() {}

    static byte[] assemble(List<String> lines) {
        var imports = new ArrayList<Function>();
        var exports = new ArrayList<Function>();
        boolean memory = false;
        for (String line : lines) {
            Matcher match = LINE.matcher(line);
            if (line.equals("memory")) {
                memory = true;
            } else if (!match.matches()) {
                throw new IllegalArgumentException(line);
            } else if (match.group(1).equals("import")) {
                imports.add(new Function(match.group(2), match.group(3), words(match.group(4)), words(match.group(5))));
            } else {
                exports.add(new Function("", match.group(2), words(match.group(4)), words(match.group(5))));
            }
        }
        return module(imports, exports, memory);
    }

    private static byte[] module(List<Function> imports, List<Function> exports, boolean memory) {
        var out = new ByteWriter().raw(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        var all = new ArrayList<>(imports);
        all.addAll(exports);
        out.u8(1)
                .sized(() -> out.vector(all, function -> {
                    out.u8(0x60).vector(function.params(), type -> out.u8(code(type)));
                    out.vector(function.results(), type -> out.u8(code(type)));
                }));
        out.u8(2)
                .sized(() -> out.vector(
                        imports,
                        function -> out.name(function.module())
                                .name(function.name())
                                .u8(0)
                                .u32(imports.indexOf(function))));
        out.u8(3).sized(() -> out.vector(exports, function -> out.u32(imports.size() + exports.indexOf(function))));
        if (memory) {
            out.u8(5).sized(() -> out.u32(1).u8(0).u32(1));
        }
        out.u8(7).sized(() -> {
            out.u32(exports.size() + (memory ? 1 : 0));
            exports.forEach(
                    function -> out.name(function.name()).u8(0).u32(imports.size() + exports.indexOf(function)));
            if (memory) {
                out.name("memory").u8(2).u32(0);
            }
        });
        out.u8(10)
                .sized(() -> out.vector(
                        exports, function -> out.sized(() -> out.u32(0).u8(0).u8(0x0b))));
        return out.toByteArray();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split(" ", -1));
    }

    private static int code(String type) {
        return switch (type) {
            case "i32" -> 0x7f;
            case "i64" -> 0x7e;
            case "f32" -> 0x7d;
            case "f64" -> 0x7c;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
