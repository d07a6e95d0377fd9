package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Interfaces: those of a package, and those written inside a world. */
final class InterfaceResolver {

    private final PackageContext context;

    InterfaceResolver(PackageContext context) {
        this.context = context;
    }

    /** An interface of the package; its names go into the item's scope, its id into the item if its gate is open. */
    void resolve(LocalItem item, InterfaceItem syntax) {
        boolean included =
                context.gates().includes(syntax.gate().stability(), item.name().span());
        var head = new Head(
                Optional.of(item.name().text()),
                syntax.gate(),
                syntax.docs(),
                item.name().span());
        resolve(head, syntax.members(), item.file(), item.scope(), included).ifPresent(item::resolvedAs);
    }

    /** An interface inside a world. */
    Optional<InterfaceId> resolve(Extern extern, ExternInterface syntax, int file, boolean included) {
        var head = new Head(
                Optional.empty(), extern.gate(), extern.docs(), syntax.name().span());
        return resolve(head, syntax.members(), file, new NameScope(), included);
    }

    private record Head(Optional<String> name, Gate gate, Optional<Docs> docs, Span span) {}

    private Optional<InterfaceId> resolve(
            Head head, List<InterfaceMember> members, int file, NameScope scope, boolean included) {
        InterfaceId id = context.model().nextInterface();
        List<Use> uses = new ArrayList<>();
        List<Typedef> typedefs = new ArrayList<>();
        for (InterfaceMember member : members) {
            switch (member) {
                case Use use -> uses.add(use);
                case Typedef typedef -> typedefs.add(typedef);
                case Func func -> {}
            }
        }
        SequencedMap<String, TypeId> types = new TypedefResolver(
                        context, new TypeOwner.OfInterface(id), included, file, scope)
                .resolve(uses, typedefs);
        SequencedMap<String, WitFunction> functions = resolveFunctions(members, scope, included);
        if (!included) {
            return Optional.empty();
        }
        context.model()
                .add(new WitInterface(
                        head.name(),
                        context.id(),
                        types,
                        functions,
                        head.docs().map(Docs::text),
                        head.gate().stability(),
                        head.span()));
        return Optional.of(id);
    }

    private SequencedMap<String, WitFunction> resolveFunctions(
            List<InterfaceMember> members, NameScope scope, boolean included) {
        var resolver = new FunctionResolver(context, scope);
        SequencedMap<String, WitFunction> functions = new LinkedHashMap<>();
        for (InterfaceMember member : members) {
            switch (member) {
                case Use use -> {}
                case Func func -> {
                    scope.define(func.name(), new NameScope.FunctionEntry(), context.diagnostics());
                    resolver.resolve(func.name(), func.gate(), func.docs(), func.type(), included)
                            .ifPresent(function -> functions.putIfAbsent(function.name(), function));
                }
                case Typedef typedef -> {
                    if (typedef.body() instanceof ResourceBody body) {
                        resolver.resolve(typedef.name(), body, included)
                                .forEach(function -> functions.putIfAbsent(function.name(), function));
                    }
                }
            }
        }
        return functions;
    }
}
