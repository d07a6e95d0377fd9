package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.TypeName;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what WIT allows, and Java or a component does not: names and lists of parameters that are too long, and more flags
 * than there are bits for.
 */
final class JavaFit {

    private final Model model;
    private final ResolvedWit wit;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private JavaFit(Model model) {
        this.model = model;
        this.wit = model.wit;
    }

    /** What of these interfaces and worlds cannot be mapped. */
    static List<Diagnostic> check(Model model, Iterable<TypeOwner> owners) {
        JavaFit fit = new JavaFit(model);
        owners.forEach(fit::check);
        return fit.diagnostics;
    }

    private void check(TypeOwner owner) {
        Symbols.ownTypes(wit, owner).forEach(this::checkType);
        switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) -> {
                wit.get(id).name().ifPresent(name -> checkName(name, wit.get(id).place()));
                wit.get(id).functions().values().forEach(this::checkFunction);
            }
            case TypeOwner.OfWorld(WorldId id) -> {
                checkName(wit.get(id).name(), wit.get(id).place());
                Stream.concat(wit.get(id).imports().values().stream(), wit.get(id).exports().values().stream())
                        .forEach(item -> {
                            if (item instanceof WorldItem.FunctionItem(WitFunction function)) {
                                checkFunction(function);
                            }
                        });
            }
        }
    }

    private void checkType(TypeId id) {
        TypeDef definition = wit.get(id);
        checkName(definition.name(), definition.place());
        switch (definition.kind()) {
            case TypeDefKind.RecordKind(var fields) ->
                checkSlots(
                        "record `" + definition.name() + "`",
                        fields.stream().map(TypeDefKind.Field::type).toList(),
                        definition.place());
            case TypeDefKind.VariantKind(var cases) ->
                cases.forEach(c -> checkName(definition.name() + "-" + c.name(), c.place()));
            case TypeDefKind.FlagsKind(var flags) -> checkFlags(definition, flags.size());
            default -> {}
        }
    }

    private void checkFlags(TypeDef definition, int count) {
        if (count == 0 || count > Limits.FLAGS) {
            report(
                    "flags `%s` has %d flags; a component's type has 1 to %d"
                            .formatted(definition.name(), count, Limits.FLAGS),
                    definition.place());
        }
    }

    private void checkFunction(WitFunction function) {
        List<Type> types =
                function.parameters().stream().map(WitFunction.Parameter::type).toList();
        checkName(function.name(), function.place());
        checkSlots("function `" + function.name() + "`", types, function.place());
        Stream.concat(types.stream(), function.result().stream())
                .filter(type -> model.widestTuple(type) > Limits.PARAMETER_SLOTS)
                .findFirst()
                .ifPresent(type -> report(
                        "a tuple of `" + function.name() + "` has too many elements for a Java record",
                        function.place()));
    }

    private void checkSlots(String what, List<Type> types, Place place) {
        int slots = types.stream()
                .map(model::javaType)
                .mapToInt(type -> type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1)
                .sum();
        if (slots > Limits.PARAMETER_SLOTS) {
            report(what + " has too many parts for a list of Java parameters: " + types.size(), place);
        }
    }

    private void checkName(String name, Place place) {
        if (name.length() > Limits.NAME_LENGTH) {
            report(
                    "a name of " + name.length() + " characters is too long for a Java class; at most "
                            + Limits.NAME_LENGTH + " fit",
                    place);
        }
    }

    private void report(String message, Place place) {
        diagnostics.add(Diagnostic.error("BND0001", message, place));
    }
}
