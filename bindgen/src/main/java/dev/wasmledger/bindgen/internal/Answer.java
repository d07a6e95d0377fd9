package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.wasmledger.bindgen.internal.Functions.Failure;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of a core function that somebody else calls: on the host that of an import, in a guest that of an export. It
 * lifts the arguments, calls the Java object, and lowers what that returns.
 */
final class Answer {

    private final Generator generator;
    private final CoreSignature signature;
    private final Body body;

    Answer(Generator generator, CoreSignature signature, Body body) {
        this.generator = generator;
        this.signature = signature;
        this.body = body;
    }

    /**
     * Writes it: the result goes to {@code returnArea} if it lies in memory, and is returned if it is a core value.
     *
     * @param object what functions are called on, unless they are methods of a resource
     */
    void write(Function function, CodeBlock object) {
        if (signature.inMemory()) {
            int alignment = generator.model().alignment(function.wit().result().orElseThrow());
            generator.dialect().checkPointer(body, returnArea(), alignment);
        }
        CodeBlock call = call(function, object);
        Optional<CodeBlock> endOfLoans = generator.dialect().endOfLoans(body, function.parameterTypes());
        if (function.failure().isPresent()) {
            writeFallible(function, function.failure().get(), call, endOfLoans);
            return;
        }
        if (function.result().isEmpty()) {
            body.code.addStatement(call);
            endOfLoans.ifPresent(body.code::addStatement);
            return;
        }
        Type type = function.result().get();
        if (endOfLoans.isEmpty() && generator.model().shape(type) instanceof Shape.Handle handle) {
            body.code.addStatement("return $L", generator.dialect().lowerHandle(body, handle, call));
            return;
        }
        if (endOfLoans.isEmpty() && isOneWord(type)) {
            body.code.addStatement(
                    "return $L",
                    generator.lowering().lower(body, type, call, "result").get(0));
            return;
        }
        String result = body.names.take("result");
        body.code.addStatement("$T $L =$W$L", generator.model().javaType(type), result, call);
        endOfLoans.ifPresent(body.code::addStatement);
        if (signature.inMemory()) {
            generator.lowering().store(body, type, Address.of(returnArea()), CodeBlock.of("$L", result));
        } else {
            CodeBlock flat = generator
                    .lowering()
                    .lower(body, type, CodeBlock.of("$L", result), result)
                    .get(0);
            body.code.addStatement("return $L", flat);
        }
    }

    private CodeBlock call(Function function, CodeBlock object) {
        List<CodeBlock> arguments = arguments(function);
        if (function.receiver().isEmpty()) {
            return CodeBlock.of("$L.$L($L)", object, function.method(), SourceText.arguments(arguments));
        }
        List<CodeBlock> given = arguments.subList(1, arguments.size());
        return CodeBlock.of("$L.$L($L)", arguments.get(0), function.userMethod(), SourceText.arguments(given));
    }

    private void writeFallible(Function function, Failure failure, CodeBlock call, Optional<CodeBlock> endOfLoans) {
        Optional<String> result = function.result().map(type -> body.names.take("result"));
        if (function.result().isPresent()) {
            body.code.addStatement(
                    "$T $L", generator.model().javaType(function.result().get()), result.orElseThrow());
        }
        String caught = body.names.take("failure");
        body.code.beginControlFlow("try");
        body.code.addStatement(
                result.map(name -> CodeBlock.of("$L = $L", name, call)).orElse(call));
        body.code.nextControlFlow("catch ($T $L)", failure.exception(), caught);
        endOfLoans.ifPresent(body.code::addStatement);
        writeCase(function, 1, failure.error(), CodeBlock.of("$L.error()", caught));
        body.code.endControlFlow();
        endOfLoans.ifPresent(body.code::addStatement);
        writeCase(function, 0, function.result(), CodeBlock.of("$L", result.orElse("")));
    }

    /** Writes one case of a {@code result} and returns. */
    private void writeCase(Function function, int discriminant, Optional<Type> payload, CodeBlock value) {
        if (!signature.inMemory()) {
            body.code.addStatement("return $L", discriminant);
            return;
        }
        var sum = (Shape.Sum) generator.model().shape(function.wit().result().orElseThrow());
        body.code.addStatement(
                "$L.putByte($L, (byte) $L)", generator.dialect().memory(body), returnArea(), discriminant);
        payload.ifPresent(
                type -> generator.lowering().store(body, type, new Address(returnArea(), sum.payloadOffset()), value));
        if (discriminant == 1) {
            body.code.addStatement(generator.dialect().earlyReturn(returnArea()));
        }
    }

    private String returnArea() {
        List<ParameterSpec> parameters = signature.loweredParameters();
        return parameters.get(parameters.size() - 1).name();
    }

    private List<CodeBlock> arguments(Function function) {
        if (signature.spilled()) {
            return spilledArguments(function);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        List<CodeBlock> flat = signature.parameters().stream()
                .map(parameter -> CodeBlock.of("$L", parameter.name()))
                .toList();
        int next = 0;
        for (int i = 0; i < function.parameters().size(); i++) {
            Type type = function.parameters().get(i).type();
            int count = generator.model().flat(type).size();
            CodeBlock argument = generator.lifting().lift(body, type, flat.subList(next, next + count));
            arguments.add(
                    isOneWord(type) ? argument : variable(function.parameters().get(i), argument));
            next += count;
        }
        return arguments;
    }

    /** Whether lifting and lowering the type is short enough to stand within another expression. */
    private boolean isOneWord(Type type) {
        return switch (generator.model().shape(type)) {
            case Shape.Scalar scalar -> true;
            case Shape.Enumeration enumeration -> true;
            case Shape.Bits bits -> true;
            default -> false;
        };
    }

    private CodeBlock variable(Parameter parameter, CodeBlock value) {
        String name = body.names.take(parameter.name());
        body.code.addStatement("$T $L =$W$L", generator.model().javaType(parameter.type()), name, value);
        return CodeBlock.of("$L", name);
    }

    private List<CodeBlock> spilledArguments(Function function) {
        String area = signature.parameters().get(0).name();
        Type.Tuple tuple = new Type.Tuple(function.parameterTypes());
        List<Integer> offsets = generator.model().offsets(function.parameterTypes());
        List<CodeBlock> arguments = new ArrayList<>();
        generator.dialect().checkPointer(body, area, generator.model().alignment(tuple));
        for (int i = 0; i < offsets.size(); i++) {
            Parameter parameter = function.parameters().get(i);
            Address address = new Address(area, offsets.get(i));
            arguments.add(variable(parameter, generator.lifting().load(body, parameter.type(), address)));
        }
        generator
                .dialect()
                .afterArguments(
                        body,
                        area,
                        generator.model().size(tuple),
                        generator.model().alignment(tuple));
        return arguments;
    }
}
