package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.TypeName;
import dev.wasmledger.component.TypeText;
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

/** Finds what WIT allows, and Java does not: names, lists of parameters and texts that are too long. */
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
            default -> {}
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
                        "make it a record with records in it",
                        function.place()));
        if (model.onHost() && TypeText.of(wit, function).length() > Limits.CONSTANT_LENGTH) {
            report(
                    "the type of function `" + function.name() + "`, all spelled out, is too long for a Java constant",
                    "split what it takes or gives over several functions",
                    function.place());
        }
    }

    private void checkSlots(String what, List<Type> types, Place place) {
        int slots = types.stream()
                .map(model::javaType)
                .mapToInt(type -> type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1)
                .sum();
        if (slots > Limits.PARAMETER_SLOTS) {
            report(
                    what + " has too many parts for a list of Java parameters: " + types.size(),
                    "put some of them into a record of their own",
                    place);
        }
    }

    private void checkName(String name, Place place) {
        if (name.length() > Limits.NAME_LENGTH) {
            report(
                    "a name of %d characters is too long for a Java class; at most %d fit"
                            .formatted(name.length(), Limits.NAME_LENGTH),
                    "give it a shorter name",
                    place);
        }
    }

    private void report(String message, String hint, Place place) {
        diagnostics.add(Diagnostic.error("BND0001", message, place).withHint(hint));
    }
}
