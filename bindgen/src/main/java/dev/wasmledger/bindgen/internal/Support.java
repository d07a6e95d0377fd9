package dev.wasmledger.bindgen.internal;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what of a request's worlds has no Java bindings. */
final class Support {

    private final ResolvedWit wit;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Support(ResolvedWit wit) {
        this.wit = wit;
    }

    static List<Diagnostic> check(ResolvedWit wit, List<WorldId> worlds, Iterable<TypeOwner> owners) {
        Support support = new Support(wit);
        owners.forEach(support::checkOwner);
        for (WorldId world : worlds) {
            support.checkItems(wit.get(world).imports());
            support.checkItems(wit.get(world).exports());
        }
        return support.diagnostics;
    }

    private void checkOwner(TypeOwner owner) {
        for (TypeId id : Symbols.ownTypes(wit, owner)) {
            checkDefinition(wit.get(id));
        }
        if (owner instanceof TypeOwner.OfInterface(InterfaceId id)) {
            wit.get(id).functions().values().forEach(this::checkFunction);
        }
    }

    private void checkItems(Map<WorldKey, WorldItem> items) {
        items.forEach((key, item) -> {
            switch (item) {
                case WorldItem.FunctionItem(WitFunction function) ->
                    report("functions of a world itself", function.place());
                case WorldItem.InterfaceItem found -> {
                    if (key instanceof WorldKey.PlainName
                            && wit.get(found.id()).name().isPresent()) {
                        report("interfaces under a name of the world's own", found.place());
                    }
                }
                case WorldItem.TypeItem type -> {}
            }
        });
    }

    private void checkDefinition(TypeDef definition) {
        switch (definition.kind()) {
            case TypeDefKind.ResourceKind resource -> report("resources", definition.place());
            case TypeDefKind.RecordKind(var fields) -> fields.forEach(field -> check(field.type(), field.place()));
            case TypeDefKind.VariantKind(var cases) -> cases.forEach(c -> check(c.payload(), c.place()));
            case TypeDefKind.EnumKind cases -> {}
            case TypeDefKind.FlagsKind flags -> {}
            case TypeDefKind.AliasKind alias -> {}
        }
    }

    private void checkFunction(WitFunction function) {
        if (function.async()) {
            report("async functions", function.place());
        }
        function.parameters().forEach(parameter -> check(parameter.type(), parameter.place()));
        check(function.result(), function.place());
    }

    private void check(Optional<Type> type, Place place) {
        type.ifPresent(t -> check(t, place));
    }

    private void check(Type type, Place place) {
        switch (type) {
            case Type.Primitive primitive -> {
                if (primitive == Type.Primitive.ERROR_CONTEXT) {
                    report("error contexts", place);
                }
            }
            case Type.Named(TypeId id) -> {
                if (wit.get(id).kind() instanceof TypeDefKind.AliasKind(Type target)) {
                    check(target, place);
                }
            }
            case Type.ListOf(Type element) -> check(element, place);
            case Type.Option(Type some) -> check(some, place);
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> {
                check(ok, place);
                check(err, place);
            }
            case Type.Tuple(List<Type> elements) -> elements.forEach(element -> check(element, place));
            case Type.FixedList list -> report("lists of fixed length", place);
            case Type.MapOf map -> report("maps", place);
            case Type.Future future -> report("futures", place);
            case Type.Stream stream -> report("streams", place);
            case Type.Own handle -> report("resources", place);
            case Type.Borrow handle -> report("resources", place);
        }
    }

    private void report(String what, Place place) {
        diagnostics.add(Diagnostic.error("BND0001", "there are no Java bindings for " + what + " yet", place));
    }
}
