package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;

/** What all parts of one generation share. */
record Generator(
        Model model, AbiClasses classes, Dialect dialect, Functions functions, Lifting lifting, Lowering lowering) {

    static Generator of(Model model, Dialect dialect) {
        AbiClasses classes = new AbiClasses(model);
        return new Generator(
                model,
                classes,
                dialect,
                new Functions(model),
                new Lifting(model, dialect, classes),
                new Lowering(model, dialect, classes));
    }

    /**
     * Lowers arguments to core values, or to memory where they are too many, and gives the expressions of the core
     * function's arguments.
     *
     * @param names what the method's parameters are called
     */
    List<CodeBlock> lowerArguments(Body body, Function function, CoreSignature signature, List<String> names) {
        List<Type> types = function.parameterTypes();
        if (!signature.spilled()) {
            List<CodeBlock> flat = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                flat.addAll(
                        lowering.lower(body, types.get(i), CodeBlock.of("$L", name), JavaNames.stripLowLines(name)));
            }
            return flat;
        }
        String area = allocate(body, new Type.Tuple(types), "arguments");
        List<Integer> offsets = model.offsets(types);
        for (int i = 0; i < names.size(); i++) {
            lowering.store(body, types.get(i), new Address(area, offsets.get(i)), CodeBlock.of("$L", names.get(i)));
        }
        return List.of(CodeBlock.of("$L", area));
    }

    /** Adds a variable that points at new memory for a value, and gives its name. */
    String allocate(Body body, Type type, String name) {
        String variable = body.names.take(name);
        body.code.addStatement(
                "int $L = $L",
                variable,
                dialect.allocate(body, CodeBlock.of("1"), model.size(type), model.alignment(type)));
        return variable;
    }
}
