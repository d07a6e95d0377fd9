package dev.wasmledger.bindgen.internal;

import static dev.wasmledger.component.Limits.FIELDS_OR_CASES;
import static dev.wasmledger.component.Limits.FLAGS;
import static dev.wasmledger.component.Limits.PARAMETERS;
import static dev.wasmledger.component.Limits.TUPLE_TYPES;
import static dev.wasmledger.component.Limits.TYPE_SIZE;
import static dev.wasmledger.component.Limits.VALUE_BYTES;

import dev.wasmledger.bindgen.Side;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what WIT allows and no language can have: types that no component has ({@link dev.wasmledger.component.Limits}), and
 * names that no file has. Words that a language keeps for itself are none of these: they get another name.
 */
public final class Fit {

    private static final String MEMORY = "memory";

    private final ResolvedWit wit;
    private final WitTypes types;
    private final Layout layout = Layout.remembering(PointerType.I32);
    private final Map<TypeId, Long> sizes = new HashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Fit(ResolvedWit wit) {
        this.wit = wit;
        this.types = new WitTypes(wit);
    }

    /**
     * Goes through worlds, and the interfaces that they import and export.
     *
     * @param side for whom bindings are to be made
     * @throws DiagnosticException with all that does not fit
     */
    public static void check(ResolvedWit wit, List<WorldId> worlds, Side side) {
        Fit fit = new Fit(wit);
        Set<InterfaceId> interfaces = new LinkedHashSet<>();
        worlds.forEach(world -> fit.checkWorld(world, interfaces));
        if (side == Side.GUEST) {
            worlds.forEach(fit::checkCoreExports);
        }
        interfaces.forEach(fit::checkInterface);
        if (!fit.diagnostics.isEmpty()) {
            throw new DiagnosticException(fit.diagnostics);
        }
    }

    private void checkWorld(WorldId id, Set<InterfaceId> interfaces) {
        WitWorld world = wit.get(id);
        checkPackage(world.owner(), world.place());
        checkName(world.name(), world.place());
        Stream.concat(world.imports().values().stream(), world.exports().values().stream())
                .forEach(item -> {
                    switch (item) {
                        case WorldItem.FunctionItem(WitFunction function) -> checkFunction(function);
                        case WorldItem.TypeItem type -> checkType(type.id());
                        case WorldItem.InterfaceItem of -> interfaces.add(of.id());
                    }
                });
    }

    /** A core module exports its memory by a name that a world's own function may have; the other such names are no WIT. */
    private void checkCoreExports(WorldId world) {
        if (wit.get(world).exports().get(new WorldKey.PlainName(MEMORY))
                instanceof WorldItem.FunctionItem(WitFunction function)) {
            report(
                    "the function `memory` would be called like the memory of the guest, which it exports",
                    "export the function in an interface",
                    function.place());
        }
    }

    private void checkInterface(InterfaceId id) {
        WitInterface of = wit.get(id);
        checkPackage(of.owner(), of.place());
        of.name().ifPresent(name -> checkName(name, of.place()));
        of.types().values().forEach(this::checkType);
        of.functions().values().forEach(this::checkFunction);
    }

    private void checkPackage(PackageId id, Place place) {
        PackageName name = wit.get(id).name();
        checkName(name.namespace(), place);
        checkName(name.name(), place);
    }

    private void checkName(String name, Place place) {
        if (name.length() > Limits.NAME_LENGTH) {
            report(
                    "a name of %d characters is too long for a file; at most %d fit"
                            .formatted(name.length(), Limits.NAME_LENGTH),
                    "give it a shorter name",
                    place);
        }
    }

    private void checkType(TypeId id) {
        TypeDef definition = wit.get(id);
        String what = "`" + definition.name() + "`";
        Place place = definition.place();
        switch (definition.kind()) {
            case TypeDefKind.RecordKind(var fields) -> {
                checkCount("record " + what, "fields", fields.size(), FIELDS_OR_CASES, place);
                checkSize("record " + what, new Type.Named(id), place);
            }
            case TypeDefKind.VariantKind(var cases) -> {
                checkCount("variant " + what, "cases", cases.size(), FIELDS_OR_CASES, place);
                checkSize("variant " + what, new Type.Named(id), place);
            }
            case TypeDefKind.EnumKind(var cases) ->
                checkCount("enum " + what, "cases", cases.size(), FIELDS_OR_CASES, place);
            case TypeDefKind.FlagsKind(var flags) -> checkCount("flags " + what, "flags", flags.size(), FLAGS, place);
            default -> {}
        }
        parts(definition.kind()).forEach(part -> checkParts("type " + what, part, place));
    }

    private void checkFunction(WitFunction function) {
        String what = "function `" + function.name() + "`";
        if (function.parameters().size() > PARAMETERS) {
            checkCount(what, "parameters", function.parameters().size(), PARAMETERS, function.place());
        }
        Stream.concat(function.parameters().stream().map(WitFunction.Parameter::type), function.result().stream())
                .forEach(type -> checkParts(what, type, function.place()));
    }

    private void checkCount(String what, String parts, int count, int most, Place place) {
        if (count == 0 || count > most) {
            report(
                    "%s has %d %s; no component can have that".formatted(what, count, parts),
                    "1 to %d %s fit".formatted(most, parts),
                    place);
        }
    }

    /** Types without a name, as they stand in another one or in a function. */
    private void checkParts(String what, Type type, Place place) {
        if (type instanceof Type.Tuple(List<Type> elements)) {
            checkCount("a tuple in " + what, "elements", elements.size(), TUPLE_TYPES, place);
        }
        if (!(type instanceof Type.Named)) {
            checkSize("a type in " + what, type, place);
            parts(type).forEach(part -> checkParts(what, part, place));
        }
    }

    /** Reports the type where a limit is passed, and not those that are made of it. */
    private void checkSize(String what, Type type, Place place) {
        if (isTooLarge(type) && parts(type).noneMatch(this::isTooLarge)) {
            report(
                    "%s is too large for a component".formatted(what),
                    "a value takes at most %d bytes, and a type is made of at most %d others"
                            .formatted(VALUE_BYTES, TYPE_SIZE),
                    place);
        }
    }

    private boolean isTooLarge(Type type) {
        return size(type) > TYPE_SIZE || layout.elemSize(types.valType(type)) > VALUE_BYTES;
    }

    /** The number of types that a type is made of, each counted as often as it occurs. */
    private long size(Type type) {
        if (!(type instanceof Type.Named(TypeId id))) {
            return 1 + parts(type).mapToLong(this::size).sum();
        }
        Long known = sizes.get(id);
        if (known == null) {
            known = Math.min(1 + parts(type).mapToLong(this::size).sum(), TYPE_SIZE + 1L);
            sizes.put(id, known);
        }
        return known;
    }

    private Stream<Type> parts(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> Stream.empty();
            case Type.Named(TypeId id) -> parts(wit.get(id).kind());
            case Type.ListOf(Type element) -> Stream.of(element);
            case Type.FixedList(Type element, long length) -> Stream.of(element);
            case Type.MapOf(Type key, Type value) -> Stream.of(key, value);
            case Type.Option(Type some) -> Stream.of(some);
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> Stream.concat(ok.stream(), err.stream());
            case Type.Tuple(List<Type> elements) -> elements.stream();
            case Type.Future(Optional<Type> payload) -> payload.stream();
            case Type.Stream(Optional<Type> payload) -> payload.stream();
            case Type.Own own -> Stream.empty();
            case Type.Borrow borrow -> Stream.empty();
        };
    }

    private static Stream<Type> parts(TypeDefKind kind) {
        return switch (kind) {
            case TypeDefKind.RecordKind(var fields) -> fields.stream().map(TypeDefKind.Field::type);
            case TypeDefKind.VariantKind(var cases) ->
                cases.stream().map(TypeDefKind.Case::payload).flatMap(Optional::stream);
            case TypeDefKind.AliasKind(Type target) -> Stream.of(target);
            default -> Stream.empty();
        };
    }

    private void report(String message, String hint, Place place) {
        diagnostics.add(Diagnostic.error("BND0001", message, place).withHint(hint));
    }
}
