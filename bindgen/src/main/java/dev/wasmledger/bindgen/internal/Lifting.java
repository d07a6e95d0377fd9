package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.Dialect.Context;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Code that makes Java values of what lies in memory or comes in core values (CanonicalABI.md, "Loading", "Flat Lifting"). */
final class Lifting {

    private final Model model;
    private final Dialect dialect;
    private final AbiClasses classes;

    Lifting(Model model, Dialect dialect, AbiClasses classes) {
        this.model = model;
        this.dialect = dialect;
        this.classes = classes;
    }

    /** The expression of a value at an address. */
    CodeBlock load(Body body, Type type, Address address) {
        return switch (model.shape(type)) {
            case Shape.Scalar(Type.Primitive primitive) -> loadScalar(body, primitive, address);
            case Shape.Enumeration(var javaType, int cases) ->
                enumeration(body, type, discriminant(body, cases, address));
            case Shape.Bits bits -> bits(bits, get(body, unsignedKind(Layout.flagsSize(bits.count())), address));
            case Shape.Text text ->
                CodeBlock.of("$T.lift($L$L)", dialect.library().strings(), options(body), get(body, "Long", address));
            case Shape.Numbers(Type.Primitive element) ->
                CodeBlock.of(
                        "$T.lift$L($L$L)",
                        dialect.library().lists(),
                        plural(element),
                        options(body),
                        get(body, "Long", address));
            case Shape.Rows(FixedRecord record) -> liftRows(body, type, record, get(body, "Long", address));
            case Shape.Elements(Type element) -> liftElements(body, type, get(body, "Long", address));
            case Shape.Entries entries -> liftElements(body, type, get(body, "Long", address));
            case Shape.FixedElements fixed -> call(body, loadFixed(body, type, fixed), type, address.code());
            case Shape.Handle handle -> dialect.liftHandle(body, handle, get(body, "Int", address));
            case Shape.End end -> CodeBlock.of("$L($L)", end.constructor(), get(body, "Int", address));
            case Shape.Product product -> call(body, loadProduct(body, type, product), type, address.code());
            case Shape.Sum sum -> call(body, loadSum(body, type, sum), type, address.code());
        };
    }

    /** The expression of a value that comes in these core values. */
    CodeBlock lift(Body body, Type type, List<CodeBlock> flat) {
        return switch (model.shape(type)) {
            case Shape.Scalar(Type.Primitive primitive) -> liftScalar(primitive, flat.get(0));
            case Shape.Enumeration enumeration -> enumeration(body, type, flat.get(0));
            case Shape.Bits bits -> bits(bits, flat.get(0));
            case Shape.Text text ->
                CodeBlock.of("$T.lift($L$L, $L)", dialect.library().strings(), options(body), flat.get(0), flat.get(1));
            case Shape.Numbers(Type.Primitive element) ->
                CodeBlock.of(
                        "$T.lift$L($L$L, $L)",
                        dialect.library().lists(),
                        plural(element),
                        options(body),
                        flat.get(0),
                        flat.get(1));
            case Shape.Rows(FixedRecord record) -> liftRows(body, type, record, slice(flat));
            case Shape.Elements elements -> liftElements(body, type, slice(flat));
            case Shape.Entries entries -> liftElements(body, type, slice(flat));
            case Shape.FixedElements fixed -> liftFixed(body, type, fixed, flat);
            case Shape.Handle handle -> dialect.liftHandle(body, handle, flat.get(0));
            case Shape.End end -> CodeBlock.of("$L($L)", end.constructor(), flat.get(0));
            case Shape.Product product -> liftProduct(body, product, flat);
            case Shape.Sum sum -> liftSum(body, type, sum, flat);
        };
    }

    private CodeBlock slice(List<CodeBlock> flat) {
        return CodeBlock.of("$T.of($L, $L)", dialect.library().slice(), flat.get(0), flat.get(1));
    }

    private CodeBlock liftFixed(Body body, Type type, Shape.FixedElements fixed, List<CodeBlock> flat) {
        List<CodeBlock> elements = new ArrayList<>();
        int count = flat.size() / fixed.length();
        for (int i = 0; i < fixed.length(); i++) {
            elements.add(lift(body, fixed.element(), flat.subList(i * count, (i + 1) * count)));
        }
        return fixed.numbers()
                ? CodeBlock.of("new $T {$L}", model.javaType(type), SourceText.arguments(elements))
                : CodeBlock.of("$T.of($L)", List.class, SourceText.arguments(elements));
    }

    private CodeBlock liftProduct(Body body, Shape.Product product, List<CodeBlock> flat) {
        List<CodeBlock> arguments = new ArrayList<>();
        int next = 0;
        for (Shape.Part part : product.parts()) {
            int count = model.flat(part.type()).size();
            arguments.add(lift(body, part.type(), flat.subList(next, next + count)));
            next += count;
        }
        return CodeBlock.of("$L($L)", product.constructor(), SourceText.arguments(arguments));
    }

    private CodeBlock loadScalar(Body body, Type.Primitive primitive, Address address) {
        CodeBlock value = get(body, kind(primitive), address);
        return switch (primitive) {
            case BOOL -> CodeBlock.of("$L != 0", value);
            case F32, F64 -> dialect.liftFloat(value);
            case CHAR -> dialect.liftCharacter(value);
            default -> value;
        };
    }

    private CodeBlock liftScalar(Type.Primitive primitive, CodeBlock value) {
        return switch (primitive) {
            case BOOL -> CodeBlock.of("$L != 0", value);
            case U8, S8 -> CodeBlock.of("(byte) $L", value);
            case U16, S16 -> CodeBlock.of("(short) $L", value);
            case F32, F64 -> dialect.liftFloat(value);
            case CHAR -> dialect.liftCharacter(value);
            default -> value;
        };
    }

    private static CodeBlock bits(Shape.Bits bits, CodeBlock value) {
        return bits.count() == 32
                ? CodeBlock.of("new $T($L)", bits.javaType(), value)
                : CodeBlock.of("new $T($L & $L)", bits.javaType(), value, ValueTypes.hex(bits.mask()));
    }

    private CodeBlock enumeration(Body body, Type type, CodeBlock discriminant) {
        var shape = (Shape.Enumeration) model.shape(type);
        CodeBlock helper = classes.helper("lift", type, body, (home, method) -> {
            String values = home.constant(
                    shape.javaType(),
                    JavaNames.upperSnakeOfCamel(shape.javaType().simpleName()) + "_VALUES",
                    name -> FieldSpec.builder(ArrayTypeName.of(shape.javaType()), name)
                            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$T.values()", shape.javaType())
                            .build());
            return method.addParameter(TypeName.INT, "discriminant")
                    .returns(shape.javaType())
                    .addStatement("return $L[$L]", values, dialect.index(CodeBlock.of("discriminant"), shape.cases()))
                    .build();
        });
        return CodeBlock.of("$L($L)", helper, discriminant);
    }

    private CodeBlock liftElements(Body body, Type type, CodeBlock slice) {
        CodeBlock helper = classes.helper("lift", type, body, (home, method) -> {
            Body inner = dialect.body(home, Context.OPTIONS, body.view);
            elements(inner, type);
            return method.addParameters(dialect.parameters(Context.OPTIONS))
                    .addParameter(TypeName.LONG, "slice")
                    .returns(model.javaType(type))
                    .addCode(dialect.finish(inner))
                    .build();
        });
        return CodeBlock.of("$L($L$L)", helper, options(body), slice);
    }

    private CodeBlock liftRows(Body body, Type type, FixedRecord record, CodeBlock slice) {
        CodeBlock helper = classes.helper("lift", type, body, (home, method) -> {
            Body inner = dialect.body(home, Context.OPTIONS, body.view);
            inner.names.reserve(List.of("slice", "bytes", "start"));
            inner.code.addStatement(
                    "byte[] bytes = $T.liftElements($Lslice, $L, $L)",
                    dialect.library().lists(),
                    options(inner),
                    record.size(),
                    record.alignment());
            dialect.afterRows(inner, record);
            inner.code.addStatement(
                    "return new $T(bytes, $T.length(slice))",
                    record.list(),
                    dialect.library().slice());
            return method.addParameters(dialect.parameters(Context.OPTIONS))
                    .addParameter(TypeName.LONG, "slice")
                    .returns(record.list())
                    .addCode(dialect.finish(inner))
                    .build();
        });
        return CodeBlock.of("$L($L$L)", helper, options(body), slice);
    }

    private void elements(Body body, Type type) {
        body.names.reserve(List.of("slice", "pointer", "count", "list", "map", "address", "i"));
        body.code.addStatement(
                "int pointer = $T.pointer(slice)", dialect.library().slice());
        body.code.addStatement("int count = $T.length(slice)", dialect.library().slice());
        switch (model.shape(type)) {
            case Shape.Elements(Type element) -> {
                beforeLoop(body, model.size(element), model.alignment(element));
                body.code.addStatement("$T list = new $T<>(count)", model.javaType(type), ArrayList.class);
                loop(
                        body,
                        model.size(element),
                        start -> body.code.addStatement("list.add($L)", load(body, element, start)));
                afterLoop(body, model.size(element), model.alignment(element), "list");
            }
            case Shape.Entries entries -> {
                Type entry = new Type.Tuple(
                        List.of(entries.key().type(), entries.value().type()));
                beforeLoop(body, model.size(entry), model.alignment(entry));
                body.code.addStatement("$T map = new $T<>()", model.javaType(type), LinkedHashMap.class);
                loop(
                        body,
                        model.size(entry),
                        start -> body.code.addStatement(
                                "map.put($L)",
                                SourceText.arguments(List.of(
                                        load(body, entries.key().type(), start),
                                        load(
                                                body,
                                                entries.value().type(),
                                                start.plus(entries.value().offset()))))));
                afterLoop(body, model.size(entry), model.alignment(entry), "map");
            }
            case Shape other -> throw new IllegalStateException("no list: " + other);
        }
    }

    private void beforeLoop(Body body, int size, int alignment) {
        dialect.beforeElements(body, "pointer", "count", size, alignment);
    }

    private static void loop(Body body, int size, Consumer<Address> element) {
        body.code.beginControlFlow("for (int i = 0; i < count; i++)");
        element.accept(Address.of("pointer + " + (size == 1 ? "i" : "i * " + size)));
        body.code.endControlFlow();
    }

    private void afterLoop(Body body, int size, int alignment, String result) {
        dialect.afterElements(body, "pointer", "count", size, alignment);
        body.code.addStatement("return $L", result);
    }

    private AbiClasses.Writer loadFixed(Body from, Type type, Shape.FixedElements fixed) {
        return loader(from, type, body -> {
            body.names.reserve(List.of("list", "i"));
            int size = model.size(fixed.element());
            Address address = Address.of("address + " + (size == 1 ? "i" : "i * " + size));
            if (fixed.numbers()) {
                var array = (ArrayTypeName) model.javaType(type);
                body.code.addStatement("$T list = new $T[$L]", array, array.componentType(), fixed.length());
            } else {
                body.code.addStatement("$T list = new $T<>($L)", model.javaType(type), ArrayList.class, fixed.length());
            }
            body.code.beginControlFlow("for (int i = 0; i < $L; i++)", fixed.length());
            CodeBlock element = load(body, fixed.element(), address);
            body.code.addStatement(fixed.numbers() ? "list[i] = $L" : "list.add($L)", element);
            body.code.endControlFlow();
            body.code.addStatement("return list");
        });
    }

    private AbiClasses.Writer loadProduct(Body from, Type type, Shape.Product product) {
        return loader(from, type, body -> {
            List<CodeBlock> arguments = product.parts().stream()
                    .map(part -> load(body, part.type(), new Address("address", part.offset())))
                    .toList();
            body.code.addStatement("return $L($L)", product.constructor(), SourceText.arguments(arguments));
        });
    }

    private AbiClasses.Writer loadSum(Body from, Type type, Shape.Sum sum) {
        return loader(from, type, body -> {
            Address payload = new Address("address", sum.payloadOffset());
            Address start = Address.of("address");
            CodeBlock discriminant = sum.kind() == Shape.SumKind.VARIANT
                    ? discriminant(body, sum.alternatives().size(), start)
                    : get(body, "Byte", start);
            sum(body, sum, discriminant, alternative -> alternative.payload().map(p -> load(body, p, payload)));
        });
    }

    private AbiClasses.Writer loader(Body from, Type type, Consumer<Body> writer) {
        return (home, method) -> {
            Context context = contextOf(type);
            Body body = dialect.body(home, context, from.view);
            body.names.reserve(List.of("address"));
            writer.accept(body);
            return method.addParameters(dialect.parameters(context))
                    .addParameter(TypeName.INT, "address")
                    .returns(model.javaType(type))
                    .addCode(dialect.finish(body))
                    .build();
        };
    }

    /** Calls the helper that loads a value from memory. */
    private CodeBlock call(Body body, AbiClasses.Writer writer, Type type, CodeBlock address) {
        CodeBlock helper = classes.helper("load", type, body, writer);
        return CodeBlock.of("$L($L$L)", helper, dialect.arguments(body, contextOf(type)), address);
    }

    private CodeBlock liftSum(Body body, Type type, Shape.Sum sum, List<CodeBlock> flat) {
        Context context = model.needsOptions(type) ? Context.OPTIONS : Context.NOTHING;
        CodeBlock helper = classes.helper("lift", type, body, (home, method) -> {
            Body inner = dialect.body(home, context, body.view);
            List<CoreNumType> flatTypes = model.flat(type);
            List<String> names = new ArrayList<>(List.of(inner.names.take("discriminant")));
            for (int i = 1; i < flatTypes.size(); i++) {
                names.add(inner.names.take(flatTypes.size() == 2 ? "payload" : "payload" + (i - 1)));
            }
            sum(
                    inner,
                    sum,
                    CodeBlock.of("discriminant"),
                    alternative -> alternative
                            .payload()
                            .map(payload -> lift(inner, payload, payloadValues(payload, flatTypes, names))));
            method.addParameters(dialect.parameters(context));
            for (int i = 0; i < flatTypes.size(); i++) {
                method.addParameter(Core.javaType(flatTypes.get(i)), names.get(i));
            }
            return method.returns(model.javaType(type))
                    .addCode(dialect.finish(inner))
                    .build();
        });
        return CodeBlock.of("$L($L$L)", helper, dialect.arguments(body, context), CodeBlock.join(flat, ", "));
    }

    private List<CodeBlock> payloadValues(Type payload, List<CoreNumType> joined, List<String> names) {
        List<CoreNumType> wanted = model.flat(payload);
        List<CodeBlock> values = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            values.add(Core.fromJoined(joined.get(i + 1), wanted.get(i), CodeBlock.of("$L", names.get(i + 1))));
        }
        return values;
    }

    /** Returns the value of the case that the discriminant says. */
    private void sum(
            Body body,
            Shape.Sum sum,
            CodeBlock discriminant,
            Function<Shape.Alternative, Optional<CodeBlock>> payload) {
        Shape.Alternative first = sum.alternatives().get(0);
        switch (sum.kind()) {
            case OPTION -> {
                CodeBlock some = CodeBlock.of(
                        "$T.of($L)",
                        Optional.class,
                        payload.apply(sum.alternatives().get(1)).orElseThrow());
                CodeBlock none = CodeBlock.of("$T.empty()", Optional.class);
                body.code.addStatement("return $L", SourceText.choice(dialect.second(discriminant), some, none));
            }
            case RESULT -> {
                CodeBlock err = resultCase(sum.alternatives().get(1), payload);
                CodeBlock ok = resultCase(first, payload);
                body.code.addStatement("return $L", SourceText.choice(dialect.second(discriminant), err, ok));
            }
            case VARIANT -> {
                CodeBlock selector = discriminant;
                if (discriminant.toString().contains("(")) {
                    String variable = body.names.take("discriminant");
                    body.code.addStatement("int $L = $L", variable, discriminant);
                    selector = CodeBlock.of("$L", variable);
                }
                body.code.add("return switch ($L) {\n$>", selector);
                for (int i = 0; i < sum.alternatives().size(); i++) {
                    Shape.Alternative alternative = sum.alternatives().get(i);
                    body.code.add(
                            "$[case $L -> new $T($L);\n$]",
                            i,
                            alternative.javaType(),
                            payload.apply(alternative).orElse(CodeBlock.of("")));
                }
                body.code.add("default -> throw $L;\n$<};\n", dialect.noSuchCase(selector.toString()));
            }
        }
    }

    private CodeBlock resultCase(
            Shape.Alternative alternative, Function<Shape.Alternative, Optional<CodeBlock>> payload) {
        CodeBlock value =
                payload.apply(alternative).orElseGet(() -> CodeBlock.of("$T.UNIT", model.symbols.shared("Unit")));
        return CodeBlock.of("new $T<>($L)", Shape.raw(alternative.javaType()), value);
    }

    /** The discriminant of a variant or enum with that many cases, as an unsigned number. */
    CodeBlock discriminant(Body body, int cases, Address address) {
        return switch (Layout.discriminantSize(cases)) {
            case 1 -> CodeBlock.of("$L & 0xff", get(body, "Byte", address));
            case 2 -> CodeBlock.of("$L & 0xffff", get(body, "Short", address));
            default -> get(body, "Int", address);
        };
    }

    private CodeBlock get(Body body, String kind, Address address) {
        return CodeBlock.of("$L.get$L($L)", dialect.memory(body), kind, address.code());
    }

    private CodeBlock options(Body body) {
        return dialect.arguments(body, Context.OPTIONS);
    }

    private Context contextOf(Type type) {
        return model.needsOptions(type) ? Context.OPTIONS : Context.MEMORY;
    }

    static String unsignedKind(int size) {
        return switch (size) {
            case 1 -> "Byte";
            case 2 -> "Short";
            default -> "Int";
        };
    }

    /** The name of the memory access for a number or what is stored like one. */
    static String kind(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOL, U8, S8 -> "Byte";
            case U16, S16 -> "Short";
            case U32, S32, CHAR -> "Int";
            case U64, S64 -> "Long";
            case F32 -> "Float";
            case F64 -> "Double";
            case STRING, ERROR_CONTEXT -> throw new IllegalStateException("no number: " + primitive);
        };
    }

    private static String plural(Type.Primitive element) {
        return element == Type.Primitive.BOOL ? "Booleans" : kind(element) + "s";
    }
}
