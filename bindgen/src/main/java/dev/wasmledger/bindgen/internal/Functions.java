package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.Side;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Functions as Java methods. */
final class Functions {

    /**
     * A function.
     *
     * @param method the name of its method among those of its whole interface, resources' functions included
     * @param receiver of a method, the resource that it belongs to
     * @param parameters what it is called with; of a method, the resource itself first
     * @param result what the method returns: of a {@code result}, what is there when it went well
     * @param failure how it fails, where its result is a {@code result} and that is not itself returned
     * @param runnable whether the runtime can run it: on the host, nothing async is
     */
    record Function(
            WitFunction wit,
            String method,
            Optional<Receiver> receiver,
            List<Parameter> parameters,
            Optional<Type> result,
            Optional<Failure> failure,
            boolean runnable) {

        List<Type> parameterTypes() {
            return parameters.stream().map(Parameter::type).toList();
        }

        /** The parameters that a user gives: without the resource that a method is called on. */
        List<Parameter> given() {
            return receiver.isPresent() ? parameters.subList(1, parameters.size()) : parameters;
        }

        /** How the user's method names a field of its class; a parameter may be called the same. */
        CodeBlock field(String name) {
            boolean hidden =
                    given().stream().anyMatch(parameter -> parameter.name().equals(name));
            return CodeBlock.of("$L$L", hidden ? "this." : "", name);
        }

        /** For a method that only calls this one, or is only called for it. */
        List<AnnotationSpec> deprecation() {
            return FeatureGate.of(wit.stability()).deprecation();
        }

        /** What users call it. */
        String userMethod() {
            return receiver.map(Receiver::method).orElse(method);
        }
    }

    record Parameter(String name, Type type) {}

    /** The resource that a method is called on, and what the method is called there. */
    record Receiver(TypeId resource, String method) {}

    /** The exception that a method throws, and the error that it carries, if any. */
    record Failure(ClassName exception, Optional<Type> error) {}

    private final Model model;
    private final Side side;
    private final boolean returnResults;
    private final Map<ClassName, Optional<Type>> exceptions = new LinkedHashMap<>();

    Functions(Model model, Side side, boolean returnResults) {
        this.model = model;
        this.side = side;
        this.returnResults = returnResults;
    }

    /** The exceptions that occurred so far, with the errors that they carry. */
    Map<ClassName, Optional<Type>> exceptions() {
        return exceptions;
    }

    /** The functions of one interface, or one side of a world. */
    List<Function> of(TypeOwner owner, List<WitFunction> functions) {
        List<String> methods =
                Symbols.methods(functions.stream().map(this::flatName).toList());
        Map<WitFunction, Receiver> receivers = receivers(functions);
        List<Function> result = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            WitFunction function = functions.get(i);
            result.add(function(owner, function, methods.get(i), Optional.ofNullable(receivers.get(function))));
        }
        return result;
    }

    /** The words of a function's name where it stands beside those of all resources. */
    private String flatName(WitFunction function) {
        return switch (function.kind()) {
            case Kind.Freestanding f -> function.name();
            case Kind.Constructor(TypeId resource) -> "new-" + resourceName(resource);
            case Kind.Static(TypeId resource) -> resourceName(resource) + "-" + function.itemName();
            case Kind.Method(TypeId resource) -> resourceName(resource) + "-" + function.itemName();
        };
    }

    private String resourceName(TypeId resource) {
        return model.wit.get(resource).name();
    }

    private static Map<WitFunction, Receiver> receivers(List<WitFunction> functions) {
        Map<TypeId, List<WitFunction>> methods = new LinkedHashMap<>();
        for (WitFunction function : functions) {
            if (function.kind() instanceof Kind.Method(TypeId resource)) {
                methods.computeIfAbsent(resource, id -> new ArrayList<>()).add(function);
            }
        }
        Map<WitFunction, Receiver> receivers = new LinkedHashMap<>();
        methods.forEach((resource, ofOne) -> {
            List<String> names = Symbols.resourceMethods(
                    ofOne.stream().map(WitFunction::itemName).toList());
            for (int i = 0; i < ofOne.size(); i++) {
                receivers.put(ofOne.get(i), new Receiver(resource, names.get(i)));
            }
        });
        return receivers;
    }

    private Function function(TypeOwner owner, WitFunction function, String method, Optional<Receiver> receiver) {
        List<String> names = Symbols.parameters(
                function.parameters().stream().map(WitFunction.Parameter::name).toList());
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.add(new Parameter(
                    names.get(i), model.canonical(function.parameters().get(i).type())));
        }
        Optional<Type> result = function.result().map(model::canonical);
        boolean runnable = side == Side.GUEST || !isAsync(function);
        if (!returnResults
                && result.isPresent()
                && result.get() instanceof Type.Result(Optional<Type> ok, Optional<Type> err)) {
            Failure failure = failure(owner, function, method, err);
            return new Function(function, method, receiver, parameters, ok, Optional.of(failure), runnable);
        }
        return new Function(function, method, receiver, parameters, result, Optional.empty(), runnable);
    }

    private boolean isAsync(WitFunction function) {
        Stream<Type> types = Stream.concat(
                function.parameters().stream().map(WitFunction.Parameter::type), function.result().stream());
        return function.async() || types.anyMatch(model::isAsync);
    }

    private Failure failure(TypeOwner owner, WitFunction function, String method, Optional<Type> error) {
        ClassName exception = error.isPresent() && error.get() instanceof Type.Named(TypeId id)
                ? model.symbols.exceptionOf(id)
                : model.symbols.exceptionOf(
                        owner, function.name(), JavaNames.capitalized(JavaNames.stripLowLines(method)));
        exceptions.put(exception, error);
        return new Failure(exception, error);
    }

    /** The method's name, parameters, result and exceptions, without modifiers, Javadoc and body. */
    MethodSpec.Builder signature(Function function, String method, List<Parameter> parameters) {
        MethodSpec.Builder builder = MethodSpec.methodBuilder(method).returns(returnType(function));
        for (Parameter parameter : parameters) {
            builder.addParameter(ParameterSpec.builder(model.javaType(parameter.type()), parameter.name())
                    .build());
        }
        if (!isLater(function)) {
            function.failure().ifPresent(failure -> builder.addException(failure.exception()));
        }
        return builder;
    }

    TypeName returnType(Function function) {
        return function.wit().async()
                ? model.asyncResult(function.result())
                : function.result().map(model::javaType).orElse(TypeName.VOID);
    }

    /** Whether it returns at once what is to come: then it does not throw. */
    private boolean isLater(Function function) {
        return side == Side.HOST && function.wit().async();
    }

    /**
     * A method of a resource that calls the function of its interface, with the object itself as the first argument.
     *
     * @param target what the function is called on
     */
    MethodSpec delegating(Function function, CodeBlock target) {
        MethodSpec.Builder method = signature(function, function.userMethod(), function.given())
                .addAnnotations(function.deprecation())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC);
        CodeBlock call = CodeBlock.of(
                "$L.$L($L)",
                target,
                function.method(),
                Stream.concat(Stream.of("this"), function.given().stream().map(Parameter::name))
                        .map(argument -> CodeBlock.of("$L", argument))
                        .collect(CodeBlock.joining(",$W")));
        return returnType(function).equals(TypeName.VOID)
                ? method.addStatement(call).build()
                : method.addStatement("return $L", call).build();
    }

    /** The method with its Javadoc, as users call it. */
    MethodSpec.Builder documented(Function function) {
        return documented(function, function.userMethod());
    }

    /** What there is to say of the function and of these of its parameters. */
    Docs docs(Function function, List<Parameter> parameters) {
        Docs docs = Docs.of(function.wit().docs(), function.wit().stability());
        if (function.wit().kind() instanceof Kind.Constructor(TypeId resource)) {
            docs.orElse("Makes a {@code " + resourceName(resource) + "}.");
        }
        for (Parameter parameter : parameters) {
            docs.tag("@param " + parameter.name(), Optional.empty(), model.remark(parameter.type()));
        }
        return docs;
    }

    /** The same under another name. */
    MethodSpec.Builder documented(Function function, String method) {
        Docs docs = docs(function, function.given());
        if (isLater(function) && function.failure().isPresent()) {
            String exception = function.failure().get().exception().simpleName();
            docs.tag(
                    "@return",
                    Optional.empty(),
                    Optional.of("where it fails, that ends with an {@code " + exception + "}"));
        } else {
            function.result().ifPresent(result -> docs.tag("@return", Optional.empty(), model.remark(result)));
        }
        return signature(function, method, function.given())
                .addAnnotations(docs.annotations(model))
                .addJavadoc(ValueTypes.javadoc(docs));
    }
}
