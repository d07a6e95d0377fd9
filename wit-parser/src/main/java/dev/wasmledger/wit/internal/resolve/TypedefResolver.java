package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.resolve.NameScope.BrokenEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.Entry;
import dev.wasmledger.wit.internal.resolve.NameScope.FunctionEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.GatedEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.TypeEntry;
import dev.wasmledger.wit.internal.resolve.TypeResolver.User;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The type definitions and {@code use}s of one interface or world. */
final class TypedefResolver {

    private final PackageContext context;
    private final TypeOwner owner;
    private final boolean ownerIncluded;
    private final int file;
    private final NameScope scope;
    private final TypeResolver types;
    private final SequencedMap<String, TypeId> defined = new LinkedHashMap<>();

    /**
     * @param ownerIncluded whether the interface's or world's own gate is open
     * @param scope gets the names
     */
    TypedefResolver(PackageContext context, TypeOwner owner, boolean ownerIncluded, int file, NameScope scope) {
        this.context = context;
        this.owner = owner;
        this.ownerIncluded = ownerIncluded;
        this.file = file;
        this.scope = scope;
        this.types = new TypeResolver(context, scope);
    }

    /**
     * Defines them all: those that are used first, then each behind those that it is made of.
     *
     * @return the types whose gates are open, by name
     */
    SequencedMap<String, TypeId> resolve(List<Use> uses, List<Typedef> typedefs) {
        uses.forEach(this::resolveUse);
        for (Typedef typedef : inOrder(typedefs)) {
            resolveTypedef(typedef);
        }
        return defined;
    }

    private void resolveUse(Use use) {
        boolean included = context.gates()
                .includes(use.gate().stability(), use.path().name().span());
        ItemReference from;
        if (included || use.path().inPackage().isEmpty()) {
            from = context.paths().findInterface(file, use.path());
        } else {
            context.paths().checkPackage(use.path());
            from = new ItemReference.Broken();
        }
        for (UseName name : use.names()) {
            Entry entry = types.lookUpIn(from, name.name());
            scope.define(name.definedName(), used(use, name, entry, included), context.diagnostics());
        }
    }

    private Entry used(Use use, UseName name, Entry entry, boolean included) {
        if (entry instanceof FunctionEntry) {
            context.diagnostics()
                    .error(
                            Problem.NOT_A_TYPE,
                            name.name().span(),
                            "`" + name.name().text() + "` is a function, and only types can be used");
            return new BrokenEntry();
        }
        if (!included || !ownerIncluded) {
            return new GatedEntry();
        }
        if (entry instanceof GatedEntry) {
            types.reportGated("type", name.name(), name.name().span());
            return new BrokenEntry();
        }
        if (!(entry instanceof TypeEntry(TypeId target))) {
            return entry;
        }
        return new TypeEntry(add(new TypeDef(
                name.definedName().text(),
                owner,
                new TypeDefKind.AliasKind(new Type.Named(target)),
                Optional.empty(),
                use.gate().stability(),
                use.gate().externalId(),
                name.name().span())));
    }

    private void resolveTypedef(Typedef typedef) {
        boolean open = context.gates()
                .includes(typedef.gate().stability(), typedef.name().span());
        if (open && !ownerIncluded) {
            context.diagnostics()
                    .report(Diagnostic.error(
                                    Problem.GATED_REFERENCE.id(),
                                    "the type `" + typedef.name().text()
                                            + "` has no gate, but the feature of what it stands in is not active",
                                    typedef.name().span())
                            .withHint("give it the same `@unstable` gate"));
        }
        boolean included = open && ownerIncluded;
        TypeDefKind kind = kind(typedef, included);
        Entry entry = included
                ? new TypeEntry(add(new TypeDef(
                        typedef.name().text(),
                        owner,
                        kind,
                        typedef.docs().map(Docs::text),
                        typedef.gate().stability(),
                        typedef.gate().externalId(),
                        typedef.name().span())))
                : new GatedEntry();
        scope.define(typedef.name(), entry, context.diagnostics());
    }

    private TypeId add(TypeDef type) {
        TypeId id = context.model().add(type);
        defined.putIfAbsent(type.name(), id);
        return id;
    }

    private TypeDefKind kind(Typedef typedef, boolean included) {
        var user = new User(typedef.name().span(), included);
        return switch (typedef.body()) {
            case AliasBody alias -> new TypeDefKind.AliasKind(types.resolveAlias(alias.target(), user));
            case RecordBody body -> record(body, included);
            case VariantBody body -> variant(typedef, body, user);
            case EnumBody body -> {
                requireCases(typedef, body.cases(), "enum");
                yield new TypeDefKind.EnumKind(labels(body.cases()));
            }
            case FlagsBody body -> new TypeDefKind.FlagsKind(labels(body.flags()));
            case ResourceBody body -> new TypeDefKind.ResourceKind();
        };
    }

    private TypeDefKind record(RecordBody body, boolean included) {
        List<TypeDefKind.Field> fields = new ArrayList<>();
        for (Field field : body.fields()) {
            Type type = types.resolve(field.type(), new User(field.name().span(), included));
            fields.add(new TypeDefKind.Field(
                    field.name().text(),
                    type,
                    field.docs().map(Docs::text),
                    field.name().span()));
        }
        return new TypeDefKind.RecordKind(fields);
    }

    private TypeDefKind variant(Typedef typedef, VariantBody body, User user) {
        requireCases(typedef, body.cases(), "variant");
        List<TypeDefKind.Case> cases = new ArrayList<>();
        for (Case one : body.cases()) {
            cases.add(new TypeDefKind.Case(
                    one.name().text(),
                    types.resolve(one.payload(), user),
                    one.docs().map(Docs::text),
                    one.name().span()));
        }
        return new TypeDefKind.VariantKind(cases);
    }

    private void requireCases(Typedef typedef, List<?> cases, String kind) {
        if (cases.isEmpty()) {
            context.diagnostics()
                    .error(
                            Problem.NO_CASES,
                            typedef.name().span(),
                            "the " + kind + " `" + typedef.name().text() + "` must have one case at least");
        }
    }

    private static List<TypeDefKind.Label> labels(List<Label> labels) {
        return labels.stream()
                .map(label -> new TypeDefKind.Label(
                        label.name().text(),
                        label.docs().map(Docs::text),
                        label.name().span()))
                .toList();
    }

    /** The definitions, each behind those that it is made of; without those that are wrong, which is reported. */
    private List<Typedef> inOrder(List<Typedef> typedefs) {
        List<Typedef> distinct = withoutDuplicates(typedefs);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        distinct.forEach(typedef -> numbers.put(typedef.name().text(), numbers.size()));
        List<List<TopologicalSort.Edge<Name>>> edges = new ArrayList<>();
        for (Typedef typedef : distinct) {
            int from = edges.size();
            edges.add(new ArrayList<>());
            for (Name used : TypeNames.in(typedef.body())) {
                Integer to = numbers.get(used.text());
                if (to != null) {
                    edges.get(from).add(new TopologicalSort.Edge<>(from, to, used));
                }
            }
        }
        return TopologicalSort.sort(edges, (edge, stuck) -> {
                    reportCycle(edge.because());
                    stuck.forEach(number ->
                            scope.define(distinct.get(number).name(), new BrokenEntry(), context.diagnostics()));
                })
                .stream()
                .map(distinct::get)
                .toList();
    }

    private List<Typedef> withoutDuplicates(List<Typedef> typedefs) {
        Map<String, Typedef> byName = new LinkedHashMap<>();
        for (Typedef typedef : typedefs) {
            Typedef first = byName.putIfAbsent(typedef.name().text(), typedef);
            if (first != null) {
                NameScope.reportTwice(typedef.name(), first.name().span(), context.diagnostics());
            }
        }
        return List.copyOf(byName.values());
    }

    private void reportCycle(Name name) {
        context.diagnostics()
                .report(Diagnostic.error(
                                Problem.TYPE_CYCLE.id(), "the type `" + name.text() + "` contains itself", name.span())
                        .withHint("values are trees of a known depth: put a list index or a handle in its place"));
    }
}
