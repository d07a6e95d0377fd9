package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A seeded interface of echoing functions, each of another type. */
final class RandomWit {

    private static final int MAX_DEPTH = 4;

    /** A guest's area for results and its functions' parameters stay small. */
    private static final int MAX_FLAT = 200;

    private static final List<String> PRIMITIVES =
            List.of("bool", "u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "f32", "f64", "char", "string");

    private final Random random;
    private final StringBuilder definitions = new StringBuilder();
    private int defined;

    private RandomWit(Random random) {
        this.random = random;
    }

    /** The WIT, and the type of each function. */
    record Subject(ResolvedWit wit, List<ValType> types) {}

    /** Makes one up. */
    static Subject of(long seed, int functions) {
        var wit = new RandomWit(new Random(seed));
        var texts = new ArrayList<String>();
        while (texts.size() < functions) {
            int before = wit.definitions.length();
            String text = wit.type(0);
            ValType type = resolve(wit.text(List.of(text))).types().getFirst();
            // A function's own result type becomes an exception in bindings: within something else it is a value.
            if (AbiTypes.flatten(type).size() <= MAX_FLAT && !(type instanceof ResultType)) {
                texts.add(text);
            } else {
                wit.definitions.setLength(before);
            }
        }
        return resolve(wit.text(texts));
    }

    private static Subject resolve(String text) {
        ResolvedWit wit = new WitLoader().text("random.wit", text).load().orThrow();
        var types = new WitTypes(wit);
        List<ValType> results = wit.interfaces().getFirst().functions().values().stream()
                .filter(function -> function.name().startsWith("give"))
                .map(types::funcType)
                .map(FuncType::result)
                .map(result -> result.orElseThrow())
                .toList();
        return new Subject(wit, results);
    }

    private String text(List<String> types) {
        var text = new StringBuilder("package test:abi;\ninterface subject {\n").append(definitions);
        text.append("  reset: func() -> string;\n");
        for (int i = 0; i < types.size(); i++) {
            text.append("  echo-%d: func(v: %s) -> %s;\n".formatted(i, types.get(i), types.get(i)));
            text.append("  give-%d: func() -> %s;\n".formatted(i, types.get(i)));
        }
        return text.append("}\nworld inner { export subject; }\nworld outer { import subject; export subject; }\n")
                .toString();
    }

    private String type(int depth) {
        if (depth >= MAX_DEPTH || random.nextInt(4) == 0) {
            return PRIMITIVES.get(random.nextInt(PRIMITIVES.size()));
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> "list<" + type(depth + 1) + ">";
            case 2 -> "option<" + type(depth + 1) + ">";
            case 3 -> "result<" + payload(depth) + ", " + type(depth + 1) + ">";
            case 4 -> "tuple<" + String.join(", ", types(depth)) + ">";
            case 5 -> record(depth);
            case 6 -> variant(depth);
            case 7 -> "map<string, " + type(depth + 1) + ">";
            default ->
                random.nextBoolean()
                        ? labels("enum", 1 + random.nextInt(300))
                        : labels("flags", 1 + random.nextInt(32));
        };
    }

    private String payload(int depth) {
        return random.nextInt(4) == 0 ? "_" : type(depth + 1);
    }

    private List<String> types(int depth) {
        var types = new ArrayList<String>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            types.add(type(depth + 1));
        }
        return types;
    }

    private String record(int depth) {
        var body = new StringBuilder();
        for (String type : types(depth)) {
            body.append("a%d: %s, ".formatted(body.length(), type));
        }
        return define("record", body.toString());
    }

    private String variant(int depth) {
        var body = new StringBuilder();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            String payload = random.nextInt(4) == 0 ? "" : "(" + type(depth + 1) + ")";
            body.append("c%d%s, ".formatted(body.length(), payload));
        }
        return define("variant", body.toString());
    }

    private String labels(String kind, int count) {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append("l%d, ".formatted(i));
        }
        return define(kind, body.toString());
    }

    private String define(String kind, String body) {
        String name = "t" + defined++;
        definitions.append("  %s %s { %s}\n".formatted(kind, name, body));
        return name;
    }
}
