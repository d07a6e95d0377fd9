package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Failure;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** In a guest, the static methods that call an import: they lower arguments, call the host and lift what it answers. */
final class GuestImports {

    static final ClassName IMPORT = ClassName.get("org.teavm.interop", "Import");

    private final Generator generator;
    private final RecordArguments records;

    GuestImports(Generator generator) {
        this.generator = generator;
        this.records = new RecordArguments(generator);
    }

    /** The class is called like the interface, unless that name is the exported interface's. */
    static ClassName className(Symbols symbols, Binding binding) {
        return symbols.role(binding.home(), binding.exported() ? Role.IMPORTS : Role.INTERFACE);
    }

    TypeSpec type(Binding binding, View view) {
        Symbols symbols = generator.model().symbols;
        ClassName name = className(symbols, binding);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotations(binding.docs().annotations(generator.model()))
                .addJavadoc(
                        ValueTypes.javadoc(binding.docs().orElse("The functions of {@code " + binding.name() + "}.")))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        TypeSpec.Builder core = TypeSpec.classBuilder(coreClass(name))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The core functions of the import.");
        for (Function function : binding.functions()) {
            CoreSignature signature = CoreSignature.of(generator.model(), function);
            type.addMethod(method(binding, view, function, signature));
            if (records.apply(function, signature)) {
                type.addMethod(withBuffers(binding, view, function, signature));
            }
            core.addMethod(coreFunction(binding, function, signature));
        }
        return type.addType(core.build()).build();
    }

    /** An interface may be called {@code core} itself. */
    private static ClassName coreClass(ClassName imports) {
        return imports.nestedClass(
                UniqueNames.ofClasses().reserve(List.of(imports.simpleName())).take("Core"));
    }

    private static MethodSpec coreFunction(Binding binding, Function function, CoreSignature signature) {
        return MethodSpec.methodBuilder(function.method())
                .addModifiers(Modifier.STATIC, Modifier.NATIVE)
                .addAnnotation(AnnotationSpec.builder(IMPORT)
                        .addMember("module", "$S", binding.name())
                        .addMember("name", "$S", function.wit().name())
                        .build())
                .addParameters(signature.loweredParameters())
                .returns(signature.loweredResult())
                .build();
    }

    private MethodSpec method(Binding binding, View view, Function function, CoreSignature signature) {
        Body body = body(binding, view, function);
        Optional<String> mark = mark(body, function, signature);
        Optional<String> area = signature.inMemory()
                ? Optional.of(generator.allocate(body, function.wit().result().orElseThrow(), "returnArea"))
                : Optional.empty();
        List<CodeBlock> arguments = new ArrayList<>(generator.lowerArguments(body, function.parameters(), signature));
        area.ifPresent(name -> arguments.add(CodeBlock.of("$L", name)));
        CodeBlock call = CodeBlock.of(
                "$L.$L($L)",
                coreClass(className(generator.model().symbols, binding)).simpleName(),
                function.method(),
                SourceText.arguments(arguments));
        Ending ending = new Ending(mark);
        if (area.isPresent()) {
            body.code.addStatement(call);
            liftFromMemory(body, function, area.get(), ending);
        } else {
            liftFlat(body, function, call, ending);
        }
        return header(function)
                .addModifiers(Modifier.STATIC)
                .addCode(generator.dialect().finish(body))
                .build();
    }

    private Body body(Binding binding, View view, Function function) {
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(function.parameters().stream().map(Parameter::name).toList());
        return new Body(generator.classes().of(binding), false, view, names, Optional.empty());
    }

    /** Adds a variable for the arena's height before the call, if the call needs the arena. */
    private Optional<String> mark(Body body, Function function, CoreSignature signature) {
        boolean usesArena = signature.inMemory()
                || signature.spilled()
                || function.parameterTypes().stream().anyMatch(generator.model()::hasPointers);
        Optional<String> mark = usesArena ? Optional.of(body.names.take("mark")) : Optional.empty();
        mark.ifPresent(name -> body.code.addStatement("int $L = $T.mark()", name, GuestDialect.ARENA));
        return mark;
    }

    /** The method that has buffers where the function has records of a fixed size. */
    private MethodSpec withBuffers(Binding binding, View view, Function function, CoreSignature signature) {
        Functions functions = generator.functions();
        Body body = body(binding, view, function);
        Ending ending = new Ending(mark(body, function, signature));
        Optional<RecordArguments.Result> result = records.result(function, signature);
        Docs docs = functions.docs(function, function.parameters());
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.method())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameters(records.parameters(function));
        function.failure().ifPresent(failure -> method.addException(failure.exception()));
        Optional<String> area = signature.inMemory()
                ? Optional.of(generator.allocate(body, function.wit().result().orElseThrow(), "returnArea"))
                : Optional.empty();
        List<CodeBlock> arguments = new ArrayList<>(records.lower(body, function.parameters(), signature));
        area.ifPresent(name -> arguments.add(CodeBlock.of("$L", name)));
        CodeBlock call = CodeBlock.of(
                "$L.$L($L)",
                coreClass(className(generator.model().symbols, binding)).simpleName(),
                function.method(),
                SourceText.arguments(arguments));
        if (result.isPresent()) {
            String buffer = body.names.take("result");
            method.addParameter(result.get().record().buffer(), buffer)
                    .returns(result.get().optional() ? TypeName.BOOLEAN : TypeName.VOID);
            docs.tag("@param " + buffer, Optional.empty(), Optional.of("where the record goes"));
            if (result.get().optional()) {
                docs.tag("@return", Optional.empty(), Optional.of("whether there is one"));
            }
            body.code.addStatement(call);
            readResult(body, function, result.get(), area.orElseThrow(), buffer, ending);
        } else {
            method.returns(functions.returnType(function));
            function.result()
                    .ifPresent(type -> docs.tag(
                            "@return", Optional.empty(), generator.model().remark(type)));
            if (area.isPresent()) {
                body.code.addStatement(call);
                liftFromMemory(body, function, area.get(), ending);
            } else {
                liftFlat(body, function, call, ending);
            }
        }
        return method.addAnnotations(docs.annotations(generator.model()))
                .addJavadoc(ValueTypes.javadoc(docs))
                .addCode(generator.dialect().finish(body))
                .build();
    }

    private void readResult(
            Body body, Function function, RecordArguments.Result result, String area, String buffer, Ending ending) {
        CodeBlock target = CodeBlock.of("$L", buffer);
        if (!result.optional()) {
            body.code.addStatement(records.copy("read", result.record(), Address.of(area), target));
            ending.add(body);
            return;
        }
        var sum = (Shape.Sum) generator.model().shape(function.wit().result().orElseThrow());
        String found = body.names.take("found");
        body.code.addStatement(
                "boolean $L = $L.getByte($L) != 0", found, generator.dialect().memory(body), area);
        body.code.beginControlFlow("if ($L)", found);
        body.code.addStatement(records.copy("read", result.record(), new Address(area, sum.payloadOffset()), target));
        body.code.endControlFlow();
        ending.add(body);
        body.code.addStatement("return $L", found);
    }

    /** A resource's methods are called by its handles alone. */
    private MethodSpec.Builder header(Function function) {
        Functions functions = generator.functions();
        return function.receiver().isPresent()
                ? functions.signature(function, function.method(), function.parameters())
                : functions.documented(function).addModifiers(Modifier.PUBLIC);
    }

    /** What follows when the result is lifted: the arena gives back what the arguments took. */
    private record Ending(Optional<String> mark) {

        void add(Body body) {
            mark.ifPresent(name -> body.code.addStatement("$T.release($L)", GuestDialect.ARENA, name));
        }
    }

    private void liftFromMemory(Body body, Function function, String area, Ending ending) {
        if (function.failure().isEmpty()) {
            finish(
                    body,
                    function,
                    generator.lifting().load(body, function.result().orElseThrow(), Address.of(area)),
                    ending);
            return;
        }
        Failure failure = function.failure().get();
        var sum = (Shape.Sum) generator.model().shape(function.wit().result().orElseThrow());
        Address payload = new Address(area, sum.payloadOffset());
        body.code.beginControlFlow(
                "if ($L.getByte($L) != 0)", generator.dialect().memory(body), area);
        if (failure.error().isPresent()) {
            Type type = failure.error().get();
            String error = body.names.take("error");
            body.code.addStatement(
                    "$T $L =$W$L",
                    generator.model().javaType(type),
                    error,
                    generator.lifting().load(body, type, payload));
            ending.add(body);
            body.code.addStatement("throw new $T($L)", failure.exception(), error);
        } else {
            ending.add(body);
            body.code.addStatement("throw new $T()", failure.exception());
        }
        body.code.endControlFlow();
        if (function.result().isPresent()) {
            finish(
                    body,
                    function,
                    generator.lifting().load(body, function.result().get(), payload),
                    ending);
        } else {
            ending.add(body);
        }
    }

    private void liftFlat(Body body, Function function, CodeBlock call, Ending ending) {
        if (function.failure().isPresent()) {
            String failed = body.names.take("failed");
            body.code.addStatement("boolean $L = $L != 0", failed, call);
            ending.add(body);
            body.code.beginControlFlow("if ($L)", failed);
            body.code.addStatement("throw new $T()", function.failure().get().exception());
            body.code.endControlFlow();
        } else if (function.result().isPresent()) {
            finish(
                    body,
                    function,
                    generator.lifting().lift(body, function.result().get(), List.of(call)),
                    ending);
        } else {
            body.code.addStatement(call);
            ending.add(body);
        }
    }

    private void finish(Body body, Function function, CodeBlock value, Ending ending) {
        if (ending.mark().isEmpty()) {
            body.code.addStatement("return $L", value);
            return;
        }
        String result = body.names.take("result");
        body.code.addStatement(
                "$T $L =$W$L", generator.model().javaType(function.result().orElseThrow()), result, value);
        ending.add(body);
        body.code.addStatement("return $L", result);
    }
}
