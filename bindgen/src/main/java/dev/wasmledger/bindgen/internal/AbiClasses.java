package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WorldId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The classes that lift and lower, one for each interface. What a type with a name needs lies in the class of its
 * interface and is public, so that it is there once, as is what a list needs that has a class of its own; what another
 * list or an option needs lies where it is used.
 */
final class AbiClasses {

    /** Writes the body of a helper method into its class. */
    interface Writer {
        MethodSpec write(AbiClass home, MethodSpec.Builder method);
    }

    /** Characters that a helper's name may take for what it is about; beyond that it says only the kind of type. */
    private static final int MAX_WORDS = 60;

    private final Model model;
    private final Map<Symbols.Home, AbiClass> classes = new LinkedHashMap<>();

    AbiClasses(Model model) {
        this.model = model;
    }

    Collection<AbiClass> all() {
        return classes.values();
    }

    AbiClass of(TypeOwner owner) {
        return of(owner, model.symbols.home(owner));
    }

    /** That of the binding's interface, or one of the binding's own where it has another package. */
    AbiClass of(Binding binding) {
        Symbols.Home ofTypes = model.symbols.home(binding.owner());
        boolean together = model.symbols.packageOf(ofTypes).equals(model.symbols.packageOf(binding.home()));
        return of(binding.owner(), together ? ofTypes : binding.home());
    }

    private AbiClass of(TypeOwner owner, Symbols.Home home) {
        return classes.computeIfAbsent(
                home, h -> new AbiClass(model.symbols.role(h, Symbols.Role.ABI), "{@code " + describe(owner) + "}"));
    }

    /** How a method names the helper that does {@code operation} for a type. */
    CodeBlock helper(String operation, Type type, Body from, Writer writer) {
        Type canonical = model.canonical(type);
        AbiClass home = homeOf(canonical, from.home);
        boolean visible = named(canonical).isPresent();
        String suffix = from.view.suffix(model, canonical);
        String method = home.method(
                List.of(operation, canonical, suffix),
                operation + shortened(canonical) + suffix,
                visible,
                builder -> writer.write(home, builder));
        return from.atHome && home == from.home ? CodeBlock.of("$L", method) : CodeBlock.of("$T.$L", home.name, method);
    }

    private AbiClass homeOf(Type canonical, AbiClass from) {
        return named(canonical).map(id -> of(model.wit.get(id).owner())).orElse(from);
    }

    /** The type that the class of the list or value stands beside, if there is one. */
    private Optional<TypeId> named(Type canonical) {
        return switch (canonical) {
            case Type.Named(TypeId id) -> Optional.of(id);
            case Type.ListOf(Type.Named(TypeId id))
            when model.fixedRecords.contains(new Type.Named(id)) -> Optional.of(id);
            default -> Optional.empty();
        };
    }

    private String describe(TypeOwner owner) {
        return switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) ->
                model.wit.get(id).name().isPresent() ? model.wit.interfaceName(id) : model.symbols.packageOf(owner);
            case TypeOwner.OfWorld(WorldId id) -> model.wit.worldName(id);
        };
    }

    /** The type in words, unless they are too many. */
    private String shortened(Type type) {
        String words = describe(type);
        if (words.length() <= MAX_WORDS) {
            return words;
        }
        return switch (type) {
            case Type.ListOf list -> "List";
            case Type.FixedList list -> "List";
            case Type.MapOf map -> "Map";
            case Type.Option option -> "Optional";
            case Type.Result result -> "Result";
            case Type.Tuple(List<Type> elements) -> "Tuple" + elements.size();
            default -> words;
        };
    }

    /** A type in words that a method's name can hold: {@code ListOfOptionalAccount}. */
    private String describe(Type type) {
        return switch (model.canonical(type)) {
            case Type.Primitive primitive -> JavaNames.upperCamel(primitive.witName());
            case Type.Named(TypeId id) -> model.symbols.type(id).simpleName();
            case Type.ListOf(Type element) -> "ListOf" + describe(element);
            case Type.Option(Type some) -> "Optional" + describe(some);
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                "ResultOf" + ok.map(this::describe).orElse("Unit") + "Or"
                        + err.map(this::describe).orElse("Unit");
            case Type.Tuple(List<Type> elements) ->
                "TupleOf" + elements.stream().map(this::describe).collect(Collectors.joining("And"));
            case Type.FixedList(Type element, long length) -> "ListOf" + length + describe(element);
            case Type.MapOf(Type key, Type value) -> "MapOf" + describe(key) + "To" + describe(value);
            case Type.Own(TypeId id) ->
                model.symbols.type(model.wit.dealias(id)).simpleName();
            case Type.Borrow(TypeId id) ->
                "Borrowed" + model.symbols.type(model.wit.dealias(id)).simpleName();
            case Type.Future future -> "Future";
            case Type.Stream stream -> "Stream";
        };
    }
}
