package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.resolve.NameScope.BrokenEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.Entry;
import dev.wasmledger.wit.internal.resolve.NameScope.FunctionEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.GatedEntry;
import dev.wasmledger.wit.internal.resolve.NameScope.TypeEntry;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types where they are used: names are looked up, handles and map keys checked. */
final class TypeResolver {

    /** Stands where a type is wrong; the model is thrown away then. */
    private static final Type WRONG = Type.Primitive.BOOL;

    private final PackageContext context;
    private final NameScope scope;

    TypeResolver(PackageContext context, NameScope scope) {
        this.context = context;
        this.scope = scope;
    }

    /**
     * Who refers to a type.
     *
     * @param place where to say that the type's gate is closed
     * @param included whether its own gate is open; where it is not, those of its types may be closed as well
     */
    record User(Span place, boolean included) {}

    /** A type anywhere but directly behind {@code type a =}: there, a resource's name means a handle that owns. */
    Type resolve(Ty type, User user) {
        return switch (type) {
            case PrimitiveTy primitive -> primitive.primitive();
            case NameTy name -> resolveName(name.name(), user);
            case ListTy list -> new Type.ListOf(resolve(list.element(), user));
            case FixedListTy list -> new Type.FixedList(resolve(list.element(), user), list.length());
            case OptionTy option -> new Type.Option(resolve(option.some(), user));
            case ResultTy result -> new Type.Result(resolve(result.ok(), user), resolve(result.err(), user));
            case TupleTy tuple ->
                new Type.Tuple(tuple.elements().stream()
                        .map(element -> resolve(element, user))
                        .toList());
            case MapTy map -> resolveMap(map, user);
            case FutureTy future -> new Type.Future(resolve(future.payload(), user));
            case StreamTy stream -> new Type.Stream(resolve(stream.payload(), user));
            case OwnTy own ->
                resolveResource(own.resource(), user).<Type>map(Type.Own::new).orElse(WRONG);
            case BorrowTy borrow ->
                resolveResource(borrow.resource(), user)
                        .<Type>map(Type.Borrow::new)
                        .orElse(WRONG);
        };
    }

    Optional<Type> resolve(Optional<Ty> type, User user) {
        return type.map(one -> resolve(one, user));
    }

    /** A type directly behind {@code type a =}: there, a resource's name makes {@code a} another name of it. */
    Type resolveAlias(Ty type, User user) {
        return type instanceof NameTy(Name name)
                ? lookUp(name, user).<Type>map(Type.Named::new).orElse(WRONG)
                : resolve(type, user);
    }

    private Type resolveName(Name name, User user) {
        Optional<TypeId> id = lookUp(name, user);
        if (id.isEmpty()) {
            return WRONG;
        }
        return context.model().isResource(id.get()) ? new Type.Own(id.get()) : new Type.Named(id.get());
    }

    private Optional<TypeId> resolveResource(Name name, User user) {
        Optional<TypeId> id = lookUp(name, user);
        if (id.isPresent() && !context.model().isResource(id.get())) {
            context.diagnostics()
                    .error(
                            Problem.NOT_A_RESOURCE,
                            name.span(),
                            "`" + name.text() + "` is no resource, and only resources have handles");
            return Optional.empty();
        }
        return id;
    }

    /** WIT.md, "Types": {@code kt}. */
    private Type resolveMap(MapTy map, User user) {
        Type key = resolve(map.key(), user);
        Type value = resolve(map.value(), user);
        boolean allowed = key instanceof Type.Primitive primitive
                && switch (primitive) {
                    case F32, F64, ERROR_CONTEXT -> false;
                    case BOOL, U8, U16, U32, U64, S8, S16, S32, S64, CHAR, STRING -> true;
                };
        if (!allowed) {
            context.diagnostics()
                    .report(Diagnostic.error(Problem.MAP_KEY.id(), "a map's keys cannot be of this type", map.span())
                            .withLabel(map.key().span(), "this type")
                            .withHint("a key is an integer, `bool`, `char` or `string`"));
        }
        return new Type.MapOf(key, value);
    }

    private Optional<TypeId> lookUp(Name name, User user) {
        Optional<Entry> entry = scope.find(name.text());
        if (entry.isEmpty()) {
            reportNotFound(name, scope.typeNames());
            return Optional.empty();
        }
        return switch (entry.get()) {
            case TypeEntry(TypeId id) -> Optional.of(id);
            case BrokenEntry broken -> Optional.empty();
            case GatedEntry gated -> {
                if (user.included()) {
                    reportGated("type", name, user.place());
                }
                yield Optional.empty();
            }
            case FunctionEntry function -> {
                context.diagnostics()
                        .error(Problem.NOT_A_TYPE, name.span(), "`" + name.text() + "` is a function, not a type");
                yield Optional.empty();
            }
        };
    }

    void reportNotFound(Name name, List<String> candidates) {
        Optional<String> hint = switch (name.text()) {
            case "float32" -> Optional.of("`float32` is called `f32` now");
            case "float64" -> Optional.of("`float64` is called `f64` now");
            default -> nearest(name.text(), candidates);
        };
        context.diagnostics()
                .report(Diagnostic.error(
                                Problem.TYPE_NOT_FOUND.id(), "there is no type `" + name.text() + "` here", name.span())
                        .withHint(hint));
    }

    /** Says that something that is there refers to something that is not. */
    void reportGated(String kind, Name name, Span place) {
        Diagnostic diagnostic = Diagnostic.error(
                        Problem.GATED_REFERENCE.id(),
                        "this uses the " + kind + " `" + name.text() + "`, whose feature is not active",
                        place)
                .withHint("give it the same `@unstable` gate, or turn the feature on");
        context.diagnostics()
                .report(name.span().equals(place) ? diagnostic : diagnostic.withLabel(name.span(), "here"));
    }

    private static Optional<String> nearest(String name, List<String> candidates) {
        List<String> all = new ArrayList<>(candidates);
        for (Type.Primitive primitive : Type.Primitive.values()) {
            all.add(primitive.witName());
        }
        return NearestName.of(name, all).map(near -> "did you mean `" + near + "`?");
    }

    /** The names in an interface that a {@code use} or a path leads to; of another package as well. */
    Entry lookUpIn(ItemReference reference, Name name) {
        return switch (reference) {
            case ItemReference.Local(LocalItem item) -> {
                if (!item.visited()) {
                    yield new BrokenEntry();
                }
                Optional<Entry> entry = item.scope().find(name.text());
                if (entry.isEmpty()) {
                    reportNotInInterface(name, item.scope().typeNames());
                }
                yield entry.orElse(new BrokenEntry());
            }
            case ItemReference.ForeignInterface(InterfaceId id) -> {
                TypeId type = context.model().get(id).types().get(name.text());
                if (type == null && context.paths().isComplete(id)) {
                    reportNotInInterface(
                            name, List.copyOf(context.model().get(id).types().keySet()));
                }
                yield type == null ? new BrokenEntry() : new TypeEntry(type);
            }
            case ItemReference.ForeignWorld world -> new BrokenEntry();
            case ItemReference.Broken broken -> new BrokenEntry();
        };
    }

    private void reportNotInInterface(Name name, List<String> candidates) {
        context.diagnostics()
                .report(Diagnostic.error(
                                Problem.TYPE_NOT_FOUND.id(),
                                "the interface has no type `" + name.text() + "`",
                                name.span())
                        .withHint(NearestName.of(name.text(), candidates).map(near -> "did you mean `" + near + "`?")));
    }
}
