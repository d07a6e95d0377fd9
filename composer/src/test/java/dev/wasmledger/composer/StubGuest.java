package dev.wasmledger.composer;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Flattening.Context;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A component for any world without resources: it imports every function, and each of its own traps. */
final class StubGuest {

    private StubGuest() {}

    static byte[] component(ResolvedWit wit, WorldId id) {
        return Componentizer.componentize(wit.get(id).name(), CoreAssembler.assemble(moduleLines(wit, id)), wit, id);
    }

    private static List<String> moduleLines(ResolvedWit wit, WorldId id) {
        var types = new WitTypes(wit);
        var lines = new ArrayList<>(List.of("memory", "export cabi_realloc (i32 i32 i32 i32) i32"));
        wit.get(id)
                .imports()
                .forEach((key, item) -> eachFunction(
                        wit,
                        item,
                        (owner, function) -> lines.add("import "
                                + (owner ? wit.keyName(key) : "$root") + " " + function.name() + " "
                                + signature(types, function, Context.LOWER))));
        wit.get(id)
                .exports()
                .forEach((key, item) -> eachFunction(
                        wit,
                        item,
                        (owner, function) -> lines.add("export "
                                + (owner ? wit.keyName(key) + "#" : "") + function.name() + " "
                                + signature(types, function, Context.LIFT))));
        return lines;
    }

    /** Each function of an item, and whether an interface owns it. */
    private static void eachFunction(ResolvedWit wit, WorldItem item, BiConsumer<Boolean, WitFunction> consumer) {
        switch (item) {
            case WorldItem.InterfaceItem iface ->
                wit.get(iface.id()).functions().values().forEach(function -> consumer.accept(true, function));
            case WorldItem.FunctionItem(WitFunction function) -> consumer.accept(false, function);
            case WorldItem.TypeItem type -> {
                // Nothing to call.
            }
        }
    }

    private static String signature(WitTypes types, WitFunction function, Context context) {
        CoreFuncType type =
                Flattening.MEMORY32.flattenFuncType(types.funcType(function), context, Flattening.Mode.SYNC);
        return ("(" + words(type.params()) + ") " + words(type.results())).trim();
    }

    private static String words(List<CoreValType> types) {
        return types.stream()
                .map(type -> type.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
