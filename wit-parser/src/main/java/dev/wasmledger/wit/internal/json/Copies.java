package dev.wasmledger.wit.internal.json;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code include} copied: it stands at the same place of the text as what it is a copy of, which came before. */
final class Copies {

    private final ResolvedWit wit;
    private final Map<Place, TypeId> types = new HashMap<>();
    private final Map<Place, InterfaceId> interfaces = new HashMap<>();
    private final Map<Place, WorldId> functions = new HashMap<>();

    Copies(ResolvedWit wit) {
        this.wit = wit;
        for (int i = 0; i < wit.types().size(); i++) {
            types.putIfAbsent(wit.types().get(i).place(), new TypeId(i));
        }
        for (int i = 0; i < wit.interfaces().size(); i++) {
            interfaces.putIfAbsent(wit.interfaces().get(i).place(), new InterfaceId(i));
        }
        for (int i = 0; i < wit.worlds().size(); i++) {
            var id = new WorldId(i);
            Stream.concat(wit.get(id).imports().values().stream(), wit.get(id).exports().values().stream())
                    .filter(WorldItem.FunctionItem.class::isInstance)
                    .map(item -> ((WorldItem.FunctionItem) item).function().place())
                    .forEach(place -> functions.putIfAbsent(place, id));
        }
    }

    boolean isCopy(TypeId id) {
        return !id.equals(types.get(wit.get(id).place()));
    }

    /** The interface that this one is a copy of, if it is one. */
    Optional<InterfaceId> original(InterfaceId id) {
        InterfaceId first = interfaces.get(wit.get(id).place());
        return Optional.ofNullable(first).filter(original -> !original.equals(id));
    }

    boolean isCopy(WorldId world, WitFunction function) {
        return !world.equals(functions.get(function.place()));
    }

    boolean isCopy(WorldId world, WorldItem item) {
        return switch (item) {
            case WorldItem.TypeItem(TypeId id) -> isCopy(id);
            case WorldItem.FunctionItem(WitFunction function) -> isCopy(world, function);
            case WorldItem.InterfaceItem iface -> original(iface.id()).isPresent();
        };
    }
}
