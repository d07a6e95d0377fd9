package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.Dialect.Context;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Code that writes Java values to memory or makes core values of them (CanonicalABI.md, "Storing", "Flat Lowering"). */
final class Lowering {

    private final Model model;
    private final Dialect dialect;
    private final AbiClasses classes;

    Lowering(Model model, Dialect dialect, AbiClasses classes) {
        this.model = model;
        this.dialect = dialect;
        this.classes = classes;
    }

    /** Adds the statements that write a value to an address. */
    void store(Body body, Type type, Address address, CodeBlock value) {
        switch (model.shape(type)) {
            case Shape.Scalar(Type.Primitive primitive) ->
                put(body, Lifting.kind(primitive), address, storedScalar(primitive, value));
            case Shape.Enumeration(var javaType, int cases) ->
                putDiscriminant(body, cases, address, CodeBlock.of("$L.ordinal()", value));
            case Shape.Bits(var javaType, int count) -> {
                String kind = Lifting.unsignedKind(Layout.flagsSize(count));
                put(body, kind, address, narrowed(kind, CodeBlock.of("$L.bits()", value)));
            }
            case Shape.Text text -> put(body, "Long", address, slice(body, type, value));
            case Shape.Numbers numbers -> put(body, "Long", address, slice(body, type, value));
            case Shape.Rows rows -> put(body, "Long", address, slice(body, type, value));
            case Shape.Elements elements -> put(body, "Long", address, slice(body, type, value));
            case Shape.Entries entries -> put(body, "Long", address, slice(body, type, value));
            case Shape.FixedElements fixed -> call(body, type, address, value, inner -> storeFixed(inner, type, fixed));
            case Shape.Handle handle -> put(body, "Int", address, dialect.lowerHandle(body, handle, value));
            case Shape.End end -> put(body, "Int", address, CodeBlock.of("$L.handle()", value));
            case Shape.Product product -> call(body, type, address, value, inner -> storeParts(inner, product));
            case Shape.Sum sum -> call(body, type, address, value, inner -> storeCase(inner, sum));
        }
    }

    /**
     * Adds the statements that a value's core values need, and gives their expressions, each of which is free of side
     * effects.
     *
     * @param name what variables are to be named after
     */
    List<CodeBlock> lower(Body body, Type type, CodeBlock value, String name) {
        return switch (model.shape(type)) {
            case Shape.Scalar(Type.Primitive primitive) -> List.of(flatScalar(primitive, value));
            case Shape.Enumeration enumeration -> List.of(CodeBlock.of("$L.ordinal()", value));
            case Shape.Bits bits -> List.of(CodeBlock.of("$L.bits()", value));
            case Shape.Text text -> lowerSlice(body, type, value, name);
            case Shape.Numbers numbers -> lowerSlice(body, type, value, name);
            case Shape.Rows rows -> lowerSlice(body, type, value, name);
            case Shape.Elements elements -> lowerSlice(body, type, value, name);
            case Shape.Entries entries -> lowerSlice(body, type, value, name);
            case Shape.FixedElements fixed -> lowerFixed(body, type, fixed, value, name);
            case Shape.Handle handle -> {
                String variable = body.names.take(name + "Handle");
                body.code.addStatement("int $L = $L", variable, dialect.lowerHandle(body, handle, value));
                yield List.of(CodeBlock.of("$L", variable));
            }
            case Shape.End end -> List.of(CodeBlock.of("$L.handle()", value));
            case Shape.Product product -> {
                List<CodeBlock> flat = new ArrayList<>();
                for (Shape.Part part : product.parts()) {
                    flat.addAll(lower(
                            body,
                            part.type(),
                            CodeBlock.of("$L.$L()", value, part.accessor()),
                            name + JavaNames.capitalized(part.accessor())));
                }
                yield flat;
            }
            case Shape.Sum sum -> lowerSum(body, type, sum, value, name);
        };
    }

    private List<CodeBlock> lowerSlice(Body body, Type type, CodeBlock value, String name) {
        String variable = body.names.take(name + "Slice");
        body.code.addStatement("long $L = $L", variable, slice(body, type, value));
        return List.of(
                CodeBlock.of("$T.pointer($L)", dialect.library().slice(), variable),
                CodeBlock.of("$T.length($L)", dialect.library().slice(), variable));
    }

    /** Pointer and length of a string or list that is written to new memory. */
    private CodeBlock slice(Body body, Type type, CodeBlock value) {
        CodeBlock options = dialect.arguments(body, Context.OPTIONS);
        return switch (model.shape(type)) {
            case Shape.Text text ->
                CodeBlock.of("$T.lower($L$L)", dialect.library().strings(), options, value);
            case Shape.Numbers numbers ->
                CodeBlock.of("$T.lower($L$L)", dialect.library().lists(), options, value);
            default -> {
                CodeBlock helper = classes.helper("lower", type, body, (home, method) -> {
                    Body inner = dialect.body(home, Context.OPTIONS, body.view);
                    if (model.shape(type) instanceof Shape.Rows(FixedRecord record)) {
                        rows(inner, record);
                    } else {
                        elements(inner, type);
                    }
                    return method.addParameters(dialect.parameters(Context.OPTIONS))
                            .addParameter(
                                    model.javaType(type), model.shape(type) instanceof Shape.Entries ? "map" : "list")
                            .returns(TypeName.LONG)
                            .addCode(dialect.finish(inner))
                            .build();
                });
                yield CodeBlock.of("$L($L$L)", helper, options, value);
            }
        };
    }

    private void rows(Body body, FixedRecord record) {
        body.code.addStatement(
                "return $T.lowerElements($Llist.bytes, list.size(), $L, $L)",
                dialect.library().lists(),
                dialect.arguments(body, Context.OPTIONS),
                record.size(),
                record.alignment());
    }

    private void elements(Body body, Type type) {
        body.names.reserve(List.of("list", "map", "count", "pointer", "address", "element", "entry"));
        switch (model.shape(type)) {
            case Shape.Elements(Type element) -> {
                beforeLoop(body, "list", element);
                body.code.beginControlFlow("for ($T element : list)", model.javaType(element));
                store(body, element, Address.of("address"), CodeBlock.of("element"));
                afterLoop(body, element);
            }
            case Shape.Entries entries -> {
                Shape.Part key = entries.key();
                Shape.Part value = entries.value();
                Type entry = new Type.Tuple(List.of(key.type(), value.type()));
                beforeLoop(body, "map", entry);
                body.code.beginControlFlow(
                        "for ($T<$T, $T> entry : map.entrySet())",
                        Map.Entry.class,
                        model.boxed(key.type()),
                        model.boxed(value.type()));
                store(body, key.type(), Address.of("address"), CodeBlock.of("entry.getKey()"));
                store(body, value.type(), new Address("address", value.offset()), CodeBlock.of("entry.getValue()"));
                afterLoop(body, entry);
            }
            case Shape other -> throw new IllegalStateException("no list: " + other);
        }
    }

    private void beforeLoop(Body body, String list, Type element) {
        body.code.addStatement("int count = $L.size()", list);
        body.code.addStatement(
                "int pointer = $L",
                dialect.allocate(body, CodeBlock.of("count"), model.size(element), model.alignment(element)));
        body.code.addStatement("int address = pointer");
    }

    private void afterLoop(Body body, Type element) {
        body.code.addStatement("address += $L", model.size(element));
        body.code.endControlFlow();
        body.code.addStatement("return $T.of(pointer, count)", dialect.library().slice());
    }

    private void storeFixed(Body body, Type type, Shape.FixedElements fixed) {
        body.names.reserve(List.of("i"));
        int size = model.size(fixed.element());
        requireLength(body, type, fixed, CodeBlock.of("value"));
        body.code.beginControlFlow("for (int i = 0; i < $L; i++)", fixed.length());
        Address address = Address.of("address + " + (size == 1 ? "i" : "i * " + size));
        store(body, fixed.element(), address, fixedElement(fixed, CodeBlock.of("value"), "i"));
        body.code.endControlFlow();
    }

    private List<CodeBlock> lowerFixed(Body body, Type type, Shape.FixedElements fixed, CodeBlock value, String name) {
        requireLength(body, type, fixed, value);
        List<CodeBlock> flat = new ArrayList<>();
        for (int i = 0; i < fixed.length(); i++) {
            CodeBlock element = fixedElement(fixed, value, String.valueOf(i));
            flat.addAll(lower(body, fixed.element(), element, name + i));
        }
        return flat;
    }

    private static CodeBlock fixedElement(Shape.FixedElements fixed, CodeBlock list, String index) {
        return fixed.numbers() ? CodeBlock.of("$L[$L]", list, index) : CodeBlock.of("$L.get($L)", list, index);
    }

    /** Refuses a list of another length than the type says. */
    private void requireLength(Body body, Type type, Shape.FixedElements fixed, CodeBlock value) {
        CodeBlock helper = classes.helper(
                "check",
                type,
                body,
                (home, method) -> method.addParameter(model.javaType(type), "list")
                        .addCode(CodeBlock.builder()
                                .beginControlFlow(
                                        "if (list.$L != $L)", fixed.numbers() ? "length" : "size()", fixed.length())
                                .addStatement(
                                        "throw new $T($S + list.$L)",
                                        IllegalArgumentException.class,
                                        "a list of " + fixed.length() + " elements must not have ",
                                        fixed.numbers() ? "length" : "size()")
                                .endControlFlow()
                                .build())
                        .build());
        body.code.addStatement("$L($L)", helper, value);
    }

    /** Calls the helper that stores a value; {@code writer} writes its body, in which the value is {@code value}. */
    private void call(Body body, Type type, Address address, CodeBlock value, Consumer<Body> writer) {
        Context context = model.needsOptions(type) ? Context.OPTIONS : Context.MEMORY;
        CodeBlock helper = classes.helper("store", type, body, (home, method) -> {
            Body inner = dialect.body(home, context, body.view);
            inner.names.reserve(List.of("address", "value"));
            writer.accept(inner);
            return method.addParameters(dialect.parameters(context))
                    .addParameter(TypeName.INT, "address")
                    .addParameter(model.javaType(type), "value")
                    .addCode(dialect.finish(inner))
                    .build();
        });
        body.code.addStatement("$L($L$L, $L)", helper, dialect.arguments(body, context), address.code(), value);
    }

    private void storeParts(Body body, Shape.Product product) {
        for (Shape.Part part : product.parts()) {
            store(
                    body,
                    part.type(),
                    new Address("address", part.offset()),
                    CodeBlock.of("value.$L()", part.accessor()));
        }
    }

    private void storeCase(Body body, Shape.Sum sum) {
        int cases = sum.alternatives().size();
        eachCase(body, sum, CodeBlock.of("value"), true, (index, alternative, payload) -> {
            putDiscriminant(body, cases, Address.of("address"), CodeBlock.of("$L", index));
            alternative
                    .payload()
                    .ifPresent(type -> store(body, type, new Address("address", sum.payloadOffset()), payload));
        });
    }

    private List<CodeBlock> lowerSum(Body body, Type type, Shape.Sum sum, CodeBlock value, String name) {
        List<CoreNumType> flatTypes = model.flat(type);
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < flatTypes.size(); i++) {
            String variable = body.names.take(name + Core.sumSuffix(i, flatTypes.size()));
            body.code.addStatement("$T $L = 0", Core.javaType(flatTypes.get(i)), variable);
            variables.add(variable);
        }
        eachCase(body, sum, value, false, (index, alternative, payload) -> {
            if (index > 0) {
                body.code.addStatement("$L = $L", variables.get(0), index);
            }
            alternative.payload().ifPresent(payloadType -> {
                List<CodeBlock> flat = lower(body, payloadType, payload, name);
                List<CoreNumType> given = model.flat(payloadType);
                for (int i = 0; i < flat.size(); i++) {
                    body.code.addStatement(
                            "$L = $L",
                            variables.get(i + 1),
                            Core.toJoined(flatTypes.get(i + 1), given.get(i), flat.get(i)));
                }
            });
        });
        return variables.stream().map(variable -> CodeBlock.of("$L", variable)).toList();
    }

    /** What is to be done for a case; {@code payload} is the expression of its payload. */
    private interface CaseWriter {
        void write(int index, Shape.Alternative alternative, CodeBlock payload);
    }

    /** Branches by the case of a value; that an option has none needs a branch only where {@code noneToo} says so. */
    private void eachCase(Body body, Shape.Sum sum, CodeBlock value, boolean noneToo, CaseWriter writer) {
        if (sum.kind() == Shape.SumKind.OPTION) {
            body.code.beginControlFlow("if ($L.isPresent())", value);
            writer.write(1, sum.alternatives().get(1), CodeBlock.of("$L.get()", value));
            if (noneToo) {
                body.code.nextControlFlow("else");
                writer.write(0, sum.alternatives().get(0), CodeBlock.of(""));
            }
            body.code.endControlFlow();
            return;
        }
        body.code.beginControlFlow("switch ($L)", value);
        for (int i = 0; i < sum.alternatives().size(); i++) {
            Shape.Alternative alternative = sum.alternatives().get(i);
            String variable = body.names.take(JavaNames.lowerCamel(alternative.witName()));
            body.code.beginControlFlow("case $T $L ->", alternative.javaType(), variable);
            writer.write(i, alternative, CodeBlock.of("$L.value()", variable));
            body.code.endControlFlow();
        }
        body.code.endControlFlow();
    }

    private void putDiscriminant(Body body, int cases, Address address, CodeBlock discriminant) {
        String kind = Lifting.unsignedKind(Layout.discriminantSize(cases));
        put(body, kind, address, narrowed(kind, discriminant));
    }

    private void put(Body body, String kind, Address address, CodeBlock value) {
        body.code.addStatement("$L.put$L($L, $L)", dialect.memory(body), kind, address.code(), value);
    }

    static CodeBlock narrowed(String kind, CodeBlock value) {
        return switch (kind) {
            case "Byte" -> CodeBlock.of("(byte) $L", value);
            case "Short" -> CodeBlock.of("(short) $L", value);
            default -> value;
        };
    }

    private CodeBlock storedScalar(Type.Primitive primitive, CodeBlock value) {
        return switch (primitive) {
            case BOOL -> CodeBlock.of("(byte) ($L ? 1 : 0)", value);
            case CHAR -> dialect.lowerCharacter(value);
            default -> value;
        };
    }

    private CodeBlock flatScalar(Type.Primitive primitive, CodeBlock value) {
        return switch (primitive) {
            case BOOL -> CodeBlock.of("$L ? 1 : 0", value);
            case U8 -> CodeBlock.of("Byte.toUnsignedInt($L)", value);
            case U16 -> CodeBlock.of("Short.toUnsignedInt($L)", value);
            case CHAR -> dialect.lowerCharacter(value);
            default -> value;
        };
    }
}
