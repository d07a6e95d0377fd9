package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In a guest, calls of imports that take single records of a fixed size out of buffers, and put them there, so that none of
 * them needs an object.
 */
final class RecordArguments {

    /** A record that a function returns: into a buffer, if there is one ({@code optional}) or always. */
    record Result(FixedRecord record, boolean optional) {}

    private final Generator generator;
    private final Model model;

    RecordArguments(Generator generator) {
        this.generator = generator;
        this.model = generator.model();
    }

    /** Whether the function takes or returns such records, so that there is another method for it. */
    boolean apply(Function function, CoreSignature signature) {
        return function.receiver().isEmpty()
                && (result(function, signature).isPresent()
                        || function.parameterTypes().stream().anyMatch(model.fixedRecords::contains));
    }

    /** The record that comes into a buffer. */
    Optional<Result> result(Function function, CoreSignature signature) {
        if (!signature.inMemory() || function.failure().isPresent()) {
            return Optional.empty();
        }
        Type result = model.canonical(function.result().orElseThrow());
        return result instanceof Type.Option(Type some)
                ? model.fixedRecords.find(some).map(record -> new Result(record, true))
                : model.fixedRecords.find(result).map(record -> new Result(record, false));
    }

    /** The method's parameters: buffers in the place of records. */
    List<ParameterSpec> parameters(Function function) {
        return function.parameters().stream()
                .map(parameter -> ParameterSpec.builder(
                                model.fixedRecords
                                        .find(parameter.type())
                                        .<TypeName>map(FixedRecord::buffer)
                                        .orElseGet(() -> model.javaType(parameter.type())),
                                parameter.name())
                        .build())
                .toList();
    }

    /** As {@link Generator#lowerArguments} does it with records. */
    List<CodeBlock> lower(Body body, List<Parameter> parameters, CoreSignature signature) {
        if (signature.spilled()) {
            return List.of(CodeBlock.of("$L", spill(body, parameters)));
        }
        List<CodeBlock> flat = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<FixedRecord> record = model.fixedRecords.find(parameter.type());
            flat.addAll(
                    record.isPresent()
                            ? lower(body, record.get(), parameter.name())
                            : generator.lowerArguments(body, List.of(parameter), signature));
        }
        return flat;
    }

    private String spill(Body body, List<Parameter> parameters) {
        List<Type> types = parameters.stream().map(Parameter::type).toList();
        String area = generator.allocate(body, new Type.Tuple(types), "arguments");
        List<Integer> offsets = model.offsets(types);
        for (int i = 0; i < parameters.size(); i++) {
            Address address = new Address(area, offsets.get(i));
            CodeBlock value = CodeBlock.of("$L", parameters.get(i).name());
            Optional<FixedRecord> record = model.fixedRecords.find(types.get(i));
            if (record.isPresent()) {
                body.code.addStatement(copy("write", record.get(), address, value));
            } else {
                generator.lowering().store(body, types.get(i), address, value);
            }
        }
        return area;
    }

    private List<CodeBlock> lower(Body body, FixedRecord record, String buffer) {
        List<CodeBlock> flat = new ArrayList<>();
        for (Field field : record.fields()) {
            CodeBlock value = CodeBlock.of("$L.$L()", buffer, field.name());
            switch (field) {
                case FixedRecord.Scalar scalar ->
                    flat.addAll(generator.lowering().lower(body, scalar.type(), value, field.name()));
                case FixedRecord.Case one -> flat.add(CodeBlock.of("$L.ordinal()", value));
                case FixedRecord.Bits bits -> flat.add(value);
                case FixedRecord.Flags flags -> {}
                case FixedRecord.Nested nested -> {}
            }
        }
        return flat;
    }

    /** The expression that copies between a buffer and memory: {@code read} or {@code write}. */
    CodeBlock copy(String operation, FixedRecord record, Address address, CodeBlock buffer) {
        AbiClass home = generator.classes().of(model.wit.get(record.type().id()).owner());
        ClassName bytes = generator.dialect().library().bytes();
        String method = home.method(
                List.of(operation, record.type()),
                operation + record.buffer().simpleName(),
                true,
                builder -> builder.addParameter(TypeName.INT, "address")
                        .addParameter(record.buffer(), "buffer")
                        .addStatement("$T.$L(address, buffer.bytes, buffer.start, $L)", bytes, operation, record.size())
                        .build());
        return CodeBlock.of("$T.$L($L, $L)", home.name, method, address.code(), buffer);
    }
}
