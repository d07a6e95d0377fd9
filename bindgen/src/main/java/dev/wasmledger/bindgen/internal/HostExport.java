package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
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

/** The class that calls what an instance exports: it lowers arguments, calls core functions and lifts results. */
final class HostExport {

    private static final ClassName BOUND = Library.HOST.type("BoundInterface");
    private static final ClassName CALL = Library.HOST.type("ExportCall");
    private static final ClassName CORE_FUNCTION = Library.HOST.type("CoreFunction");
    private static final ClassName POST_RETURN = Library.HOST.type("PostReturn");

    private final Generator generator;
    private final TypeTexts texts;

    HostExport(Generator generator, TypeTexts texts) {
        this.generator = generator;
        this.texts = texts;
    }

    TypeSpec type(Binding binding) {
        Symbols symbols = generator.model().symbols;
        ClassName name = symbols.role(binding.home(), Role.EXPORT);
        ClassName core = name.nestedClass("Core");
        UniqueNames fields = UniqueNames.ofMembers();
        fields.take("core");
        UniqueNames coreMethods = UniqueNames.ofMembers()
                .reserve(binding.functions().stream().map(Function::method).toList());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(ParameterizedTypeName.get(BOUND, core), "bound")
                .addStatement("core = bound.core()");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addAnnotations(binding.docs().deprecation())
                .addJavadoc("$L", about(binding))
                .addSuperinterface(symbols.role(binding.home(), Role.INTERFACE))
                .addField(core, "core", Modifier.PRIVATE, Modifier.FINAL);
        TypeSpec.Builder coreType = TypeSpec.interfaceBuilder(core).addModifiers(Modifier.PUBLIC);
        List<MethodSpec> methods = new ArrayList<>();
        for (Function function : binding.functions()) {
            if (!function.runnable()) {
                methods.add(cannotRun(function));
                continue;
            }
            CoreSignature signature = CoreSignature.of(generator.model(), function);
            String call = fields.take(JavaNames.stripLowLines(function.method()) + "Call");
            String post = coreMethods.take(JavaNames.stripLowLines(function.method()) + "Post");
            type.addField(CALL, call, Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("$L = bound.call($S)", call, function.wit().name());
            methods.add(method(binding, function, signature, call, post, fields.copy()));
            coreType.addMethod(coreFunction(function, signature)).addMethod(postReturn(function, signature, post));
        }
        return type.addMethod(constructor.build())
                .addMethods(methods)
                .addType(coreType.addJavadoc("The core functions of the export.")
                        .addModifiers(Modifier.STATIC)
                        .build())
                .build();
    }

    private static String about(Binding binding) {
        return binding.isOfWorld()
                ? "The functions that an instance exports itself."
                : "{@code " + binding.name() + "} as an instance exports it.";
    }

    /** A method of the interface, or one of a resource, which its handles call. */
    private MethodSpec.Builder header(Function function, List<Parameter> parameters) {
        MethodSpec.Builder method = generator.functions().signature(function, function.method(), parameters);
        method.addAnnotations(function.deprecation());
        return function.receiver().isPresent()
                ? method
                : method.addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec cannotRun(Function function) {
        return header(function, function.parameters())
                .addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        function.wit().name() + ": async functions, futures and streams cannot be run yet")
                .build();
    }

    private MethodSpec coreFunction(Function function, CoreSignature signature) {
        return MethodSpec.methodBuilder(function.method())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addAnnotation(coreFunctionAnnotation(texts, function))
                .addParameters(signature.parameters())
                .returns(signature.liftedResult())
                .build();
    }

    static AnnotationSpec coreFunctionAnnotation(TypeTexts texts, Function function) {
        return AnnotationSpec.builder(CORE_FUNCTION)
                .addMember("name", "$S", function.wit().name())
                .addMember("type", texts.of(function.wit()))
                .build();
    }

    private static MethodSpec postReturn(Function function, CoreSignature signature, String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addAnnotation(AnnotationSpec.builder(POST_RETURN)
                        .addMember("value", "$S", function.wit().name())
                        .build());
        if (!signature.liftedResult().equals(TypeName.VOID)) {
            method.addParameter(signature.liftedResult(), "result");
        }
        return method.build();
    }

    private MethodSpec method(
            Binding binding, Function function, CoreSignature signature, String call, String post, UniqueNames names) {
        List<Parameter> parameters = HostInterface.parameters(function, names);
        Body body = new Body(generator.classes().of(binding), false, View.HOST, names, Optional.of(call));
        List<CodeBlock> arguments = generator.lowerArguments(body, parameters, signature);
        CodeBlock invocation = CodeBlock.of("core.$L($L)", function.method(), SourceText.arguments(arguments));
        Ending ending = new Ending(post, call);
        if (signature.inMemory()) {
            Type result = function.wit().result().orElseThrow();
            String area = names.take("returnArea");
            body.code.addStatement("int $L = $L", area, invocation);
            generator.dialect().checkPointer(body, area, generator.model().alignment(result));
            liftFromMemory(body, function, area, ending);
        } else if (signature.result().isPresent()) {
            String value = names.take("flat");
            body.code.addStatement("$T $L =$W$L", signature.liftedResult(), value, invocation);
            liftFlat(body, function, value, ending);
        } else {
            body.code.addStatement(invocation);
            ending.add(body, "");
        }
        MethodSpec.Builder method = header(function, parameters).addStatement("$L.enter()", call);
        CodeBlock code = generator.dialect().finish(body);
        if (parameters.stream().noneMatch(parameter -> canBeRefused(parameter.type()))) {
            return method.addCode(code).build();
        }
        String refused = names.take("refused");
        return method.beginControlFlow("try")
                .addCode(code)
                .nextControlFlow("catch ($T $L)", RuntimeException.class, refused)
                .addStatement("throw $L.abandon($L)", call, refused)
                .endControlFlow()
                .build();
    }

    /** Whether the caller can give what cannot be lowered: null, for instance. */
    private boolean canBeRefused(Type type) {
        return !(generator.model().shape(type) instanceof Shape.Scalar(Type.Primitive primitive))
                || primitive == Type.Primitive.CHAR;
    }

    /** What follows when the result is lifted: post-return, and the instance is left. */
    private record Ending(String post, String call) {

        void add(Body body, String coreResult) {
            body.code.addStatement("core.$L($L)", post, coreResult);
            body.code.addStatement("$L.leave()", call);
        }
    }

    private void liftFromMemory(Body body, Function function, String area, Ending ending) {
        Model model = generator.model();
        if (function.failure().isEmpty()) {
            Type result = function.result().orElseThrow();
            finish(body, result, generator.lifting().load(body, result, Address.of(area)), area, ending);
            return;
        }
        Failure failure = function.failure().get();
        var sum = (Shape.Sum) model.shape(function.wit().result().orElseThrow());
        Address payload = new Address(area, sum.payloadOffset());
        body.code.beginControlFlow("if ($T.some($L.getByte($L)))", HostDialect.CHECKS, body.memory(), area);
        fail(body, failure, type -> generator.lifting().load(body, type, payload), area, ending);
        body.code.endControlFlow();
        Optional<Type> ok = function.result();
        if (ok.isPresent()) {
            finish(body, ok.get(), generator.lifting().load(body, ok.get(), payload), area, ending);
        } else {
            ending.add(body, area);
        }
    }

    private void liftFlat(Body body, Function function, String value, Ending ending) {
        CodeBlock flat = CodeBlock.of("$L", value);
        if (function.failure().isEmpty()) {
            Type result = function.result().orElseThrow();
            finish(body, result, generator.lifting().lift(body, result, List.of(flat)), value, ending);
            return;
        }
        // One core value is only the discriminant: neither side has a payload.
        body.code.beginControlFlow("if ($T.some($L))", HostDialect.CHECKS, value);
        fail(body, function.failure().get(), type -> flat, value, ending);
        body.code.endControlFlow();
        ending.add(body, value);
    }

    private void finish(Body body, Type type, CodeBlock value, String coreResult, Ending ending) {
        String result = body.names.take("result");
        body.code.addStatement("$T $L =$W$L", generator.model().javaType(type), result, value);
        ending.add(body, coreResult);
        body.code.addStatement("return $L", result);
    }

    private void fail(
            Body body,
            Failure failure,
            java.util.function.Function<Type, CodeBlock> error,
            String coreResult,
            Ending ending) {
        if (failure.error().isEmpty()) {
            ending.add(body, coreResult);
            body.code.addStatement("throw new $T()", failure.exception());
            return;
        }
        Type type = failure.error().get();
        String variable = body.names.take("error");
        body.code.addStatement("$T $L =$W$L", generator.model().javaType(type), variable, error.apply(type));
        ending.add(body, coreResult);
        body.code.addStatement("throw new $T($L)", failure.exception(), variable);
    }
}
