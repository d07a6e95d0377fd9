package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.resolve.NameScope.GatedEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.TypeEntry;
import dev.wasmledger.wit.internal.resolve.TypeResolver.User;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of an interface, a world or a resource. */
final class FunctionResolver {

    private final PackageContext context;
    private final NameScope scope;
    private final TypeResolver types;

    FunctionResolver(PackageContext context, NameScope scope) {
        this.context = context;
        this.scope = scope;
        this.types = new TypeResolver(context, scope);
    }

    /**
     * A function outside of resources.
     *
     * @param ownerIncluded whether the gate of what it stands in is open
     * @return absent where a gate is closed; it is checked all the same
     */
    Optional<WitFunction> resolve(Name name, Gate gate, Optional<Docs> docs, FuncType type, boolean ownerIncluded) {
        boolean included = isIncluded(gate, name.span(), ownerIncluded);
        var head = new Head(name.text(), new Kind.Freestanding(), name.span(), gate, docs);
        WitFunction function = resolve(head, type, included);
        return included ? Optional.of(function) : Optional.empty();
    }

    /** The functions of a resource whose gates are open; each also where that of the resource is not, which is wrong. */
    List<WitFunction> resolve(Name resource, ResourceBody body, boolean ownerIncluded) {
        checkNames(body);
        List<WitFunction> functions = new ArrayList<>();
        for (ResourceFunc function : body.functions()) {
            boolean included = isIncluded(function.gate(), function.name().span(), ownerIncluded);
            Optional<TypeId> id = resourceId(resource, function, included);
            if (id.isPresent()) {
                Head head = head(resource, id.get(), function);
                WitFunction resolved = resolve(head, function.type(), included);
                if (included) {
                    functions.add(resolved);
                }
            }
        }
        return functions;
    }

    /** What of a function stands in front of its type. */
    private record Head(String name, Kind kind, Span span, Gate gate, Optional<Docs> docs) {}

    private boolean isIncluded(Gate gate, Span place, boolean ownerIncluded) {
        return context.gates().includes(gate.stability(), place) && ownerIncluded;
    }

    /** The names that WIT.md, "Item: resource", desugars to. */
    private static Head head(Name resource, TypeId id, ResourceFunc function) {
        String name = resource.text() + "." + function.name().text();
        Span span = function.name().span();
        return switch (function.kind()) {
            case METHOD -> new Head("[method]" + name, new Kind.Method(id), span, function.gate(), function.docs());
            case STATIC -> new Head("[static]" + name, new Kind.Static(id), span, function.gate(), function.docs());
            case CONSTRUCTOR ->
                new Head(
                        "[constructor]" + resource.text(),
                        new Kind.Constructor(id),
                        span,
                        function.gate(),
                        function.docs());
        };
    }

    private Optional<TypeId> resourceId(Name resource, ResourceFunc function, boolean included) {
        NameScope.Entry entry = scope.find(resource.text()).orElse(new NameScope.BrokenEntry());
        if (entry instanceof TypeEntry(TypeId id)) {
            return Optional.of(id);
        }
        if (entry instanceof GatedEntry && included) {
            types.reportGated("resource", resource, function.name().span());
        }
        return Optional.empty();
    }

    private WitFunction resolve(Head head, FuncType type, boolean included) {
        var user = new User(head.span(), included);
        List<WitFunction.Parameter> parameters = parameters(head, type, user);
        Optional<Type> result = head.kind() instanceof Kind.Constructor(TypeId resource)
                ? Optional.of(constructorResult(resource, type, user))
                : types.resolve(type.result(), user);
        if (included && result.isPresent() && context.model().holdsBorrow(result.get())) {
            context.diagnostics()
                    .report(Diagnostic.error(
                                    Problem.BORROW_IN_RESULT.id(),
                                    "`" + head.name() + "` returns a type that holds a `borrow`",
                                    head.span())
                            .withHint("a borrow ends with the call that it was lent for; return a handle that owns"));
        }
        return new WitFunction(
                head.name(),
                head.kind(),
                type.async(),
                parameters,
                result,
                head.docs().map(Docs::text),
                head.gate().stability(),
                head.gate().externalId(),
                head.span());
    }

    private List<WitFunction.Parameter> parameters(Head head, FuncType type, User user) {
        List<WitFunction.Parameter> parameters = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        if (head.kind() instanceof Kind.Method(TypeId resource)) {
            seen.put("self", head.span());
            parameters.add(new WitFunction.Parameter("self", new Type.Borrow(resource), type.span()));
        }
        for (Parameter parameter : type.parameters()) {
            Name name = parameter.name();
            Span first = seen.putIfAbsent(name.text(), name.span());
            if (first != null) {
                NameScope.reportTwice(name, first, context.diagnostics());
            }
            parameters.add(new WitFunction.Parameter(name.text(), types.resolve(parameter.type(), user), name.span()));
        }
        return parameters;
    }

    /** WIT.md, "Item: resource": a constructor's result is the resource, or a {@code result} of it. */
    private Type constructorResult(TypeId resource, FuncType type, User user) {
        if (type.result().isEmpty()) {
            return new Type.Own(resource);
        }
        Ty written = type.result().get();
        Type result = types.resolve(written, user);
        if (!(result instanceof Type.Result(Optional<Type> ok, Optional<Type> err))) {
            context.diagnostics()
                    .error(
                            Problem.CONSTRUCTOR_RESULT,
                            written.span(),
                            "a constructor returns nothing that is written, or a `result` of its resource");
        } else if (!ok.equals(Optional.of(new Type.Own(resource)))) {
            Span place = written instanceof ResultTy(Optional<Ty> writtenOk, Optional<Ty> writtenErr, Span span)
                    ? writtenOk.map(Ty::span).orElse(span)
                    : written.span();
            context.diagnostics()
                    .error(
                            Problem.CONSTRUCTOR_RESULT,
                            place,
                            "the first type of a constructor's `result` must be its resource");
        }
        return result;
    }

    private void checkNames(ResourceBody body) {
        Map<String, Span> seen = new HashMap<>();
        Optional<Span> constructor = Optional.empty();
        for (ResourceFunc function : body.functions()) {
            Name name = function.name();
            if (function.kind() == ResourceFuncKind.CONSTRUCTOR) {
                if (constructor.isPresent()) {
                    context.diagnostics()
                            .report(Diagnostic.error(
                                            Problem.NAME_TWICE.id(),
                                            "a resource has one constructor at most",
                                            name.span())
                                    .withLabel(constructor.get(), "first here"));
                }
                constructor = constructor.isPresent() ? constructor : Optional.of(name.span());
            } else {
                Span first = seen.putIfAbsent(name.text(), name.span());
                if (first != null) {
                    NameScope.reportTwice(name, first, context.diagnostics());
                }
            }
        }
    }
}
