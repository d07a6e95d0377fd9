package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions as Java methods. */
final class Functions {

    /**
     * A function.
     *
     * @param method the name of its method
     * @param parameters what it is called with
     * @param result what the method returns: of a {@code result}, what is there when it went well
     * @param failure how it fails, where its result is a {@code result}
     */
    record Function(
            WitFunction wit,
            String method,
            List<Parameter> parameters,
            Optional<Type> result,
            Optional<Failure> failure) {

        List<Type> parameterTypes() {
            return parameters.stream().map(Parameter::type).toList();
        }
    }

    record Parameter(String name, Type type) {}

    /** The exception that a method throws, and the error that it carries, if any. */
    record Failure(ClassName exception, Optional<Type> error) {}

    private final Model model;
    private final Map<ClassName, Optional<Type>> exceptions = new LinkedHashMap<>();

    Functions(Model model) {
        this.model = model;
    }

    /** The exceptions that occurred so far, with the errors that they carry. */
    Map<ClassName, Optional<Type>> exceptions() {
        return exceptions;
    }

    /** The functions of one interface, or one side of a world. */
    List<Function> of(TypeOwner owner, List<WitFunction> functions) {
        List<String> methods =
                Symbols.methods(functions.stream().map(WitFunction::name).toList());
        List<Function> result = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            result.add(function(owner, functions.get(i), methods.get(i)));
        }
        return result;
    }

    private Function function(TypeOwner owner, WitFunction function, String method) {
        List<String> names = Symbols.parameters(
                function.parameters().stream().map(WitFunction.Parameter::name).toList());
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.add(new Parameter(
                    names.get(i), model.canonical(function.parameters().get(i).type())));
        }
        Optional<Type> result = function.result().map(model::canonical);
        if (result.isPresent() && result.get() instanceof Type.Result(Optional<Type> ok, Optional<Type> err)) {
            return new Function(function, method, parameters, ok, Optional.of(failure(owner, function, err)));
        }
        return new Function(function, method, parameters, result, Optional.empty());
    }

    private Failure failure(TypeOwner owner, WitFunction function, Optional<Type> error) {
        ClassName exception = error.isPresent() && error.get() instanceof Type.Named(TypeId id)
                ? model.symbols.exceptionOf(id)
                : model.symbols.exceptionOf(owner, function.name());
        exceptions.put(exception, error);
        return new Failure(exception, error);
    }

    /** The method's name, parameters, result and exceptions, without modifiers, Javadoc and body. */
    MethodSpec.Builder signature(Function function, List<String> parameterNames) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.method())
                .returns(function.result().map(model::javaType).orElse(TypeName.VOID));
        for (int i = 0; i < parameterNames.size(); i++) {
            method.addParameter(ParameterSpec.builder(
                            model.javaType(function.parameters().get(i).type()), parameterNames.get(i))
                    .build());
        }
        function.failure().ifPresent(failure -> method.addException(failure.exception()));
        return method;
    }

    /** The method with its Javadoc, for users to read. */
    MethodSpec.Builder documented(Function function) {
        List<String> names = function.parameters().stream().map(Parameter::name).toList();
        Docs docs = Docs.of(function.wit().docs(), function.wit().stability());
        for (Parameter parameter : function.parameters()) {
            docs.tag("@param " + parameter.name(), Optional.empty(), model.remark(parameter.type()));
        }
        function.result().ifPresent(result -> docs.tag("@return", Optional.empty(), model.remark(result)));
        return signature(function, names).addJavadoc(ValueTypes.javadoc(docs));
    }
}
