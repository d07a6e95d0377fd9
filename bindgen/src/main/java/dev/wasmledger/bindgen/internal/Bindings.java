package dev.wasmledger.bindgen.internal;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Finds out which interfaces the worlds of a request import and export, each of them once. */
final class Bindings {

    private static final class Found {
        boolean imported;
        boolean exported;
    }

    private final ResolvedWit wit;
    private final Functions functions;
    private final Map<InterfaceId, Found> interfaces = new LinkedHashMap<>();
    private final Map<InterfaceId, String> plainNames = new LinkedHashMap<>();
    private final Set<TypeOwner> owners = new LinkedHashSet<>();

    Bindings(ResolvedWit wit, Functions functions, List<WorldId> worlds) {
        this.wit = wit;
        this.functions = functions;
        for (WorldId world : worlds) {
            owners.add(new TypeOwner.OfWorld(world));
            find(wit.get(world).imports(), true);
            find(wit.get(world).exports(), false);
        }
    }

    private void find(SequencedMap<WorldKey, WorldItem> items, boolean imported) {
        items.forEach((key, item) -> {
            if (item instanceof WorldItem.InterfaceItem found) {
                owners.add(new TypeOwner.OfInterface(found.id()));
                Found sides = interfaces.computeIfAbsent(found.id(), id -> new Found());
                sides.imported |= imported;
                sides.exported |= !imported;
                if (key instanceof WorldKey.PlainName(String name)
                        && wit.get(found.id()).name().isEmpty()) {
                    plainNames.put(found.id(), name);
                }
            }
        });
    }

    /** The interfaces and worlds whose types are to be generated. */
    Set<TypeOwner> owners() {
        return owners;
    }

    List<Binding> all() {
        List<Binding> bindings = new ArrayList<>();
        interfaces.forEach((id, found) -> bindings.add(binding(id, found)));
        return bindings;
    }

    private Binding binding(InterfaceId id, Found found) {
        WitInterface iface = wit.get(id);
        TypeOwner owner = new TypeOwner.OfInterface(id);
        String name = iface.name().isPresent()
                ? wit.interfaceName(id)
                : Optional.ofNullable(plainNames.get(id)).orElseThrow();
        List<WitFunction> witFunctions = List.copyOf(iface.functions().values());
        return new Binding(
                owner,
                name,
                functions.of(owner, witFunctions),
                Docs.of(iface.docs(), iface.stability()),
                found.imported,
                found.exported);
    }
}
