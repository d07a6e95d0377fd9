package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;

/** What all parts of one generation share. */
record Generator(
        Model model, AbiClasses classes, Dialect dialect, Functions functions, Lifting lifting, Lowering lowering) {

    static Generator of(Model model, AbiClasses classes, Functions functions, Dialect dialect) {
        return new Generator(
                model,
                classes,
                dialect,
                functions,
                new Lifting(model, dialect, classes),
                new Lowering(model, dialect, classes));
    }

    /**
     * Lowers arguments to core values, or to memory where they are too many, and gives the expressions of the core
     * function's arguments.
     *
     * @param parameters as the method calls them
     */
    List<CodeBlock> lowerArguments(Body body, List<Parameter> parameters, CoreSignature signature) {
        if (!signature.spilled()) {
            List<CodeBlock> flat = new ArrayList<>();
            for (Parameter parameter : parameters) {
                flat.addAll(lowering.lower(
                        body,
                        parameter.type(),
                        CodeBlock.of("$L", parameter.name()),
                        JavaNames.stripLowLines(parameter.name())));
            }
            return flat;
        }
        List<Type> types = parameters.stream().map(Parameter::type).toList();
        String area = allocate(body, new Type.Tuple(types), "arguments");
        List<Integer> offsets = model.offsets(types);
        for (int i = 0; i < parameters.size(); i++) {
            CodeBlock value = CodeBlock.of("$L", parameters.get(i).name());
            lowering.store(body, types.get(i), new Address(area, offsets.get(i)), value);
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
