package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.WitTypes;
import java.util.List;

/** How a guest's types lie in its 32-bit memory and in core values. */
public final class GuestLayout {

    private final WitTypes types;

    public GuestLayout(GuestWorld world) {
        this.types = new WitTypes(world.wit());
    }

    /** In bytes, with padding. */
    public int size(GuestType type) {
        return Layout.MEMORY32.elemSize(valType(type));
    }

    public int alignment(GuestType type) {
        return Layout.MEMORY32.alignment(valType(type));
    }

    /** The core values that a value becomes. */
    public List<CoreNumType> flat(GuestType type) {
        return Flattening.MEMORY32.flatTypes(valType(type));
    }

    /** Whether parameters of these types go through memory. */
    public boolean parametersInMemory(List<GuestType> parameters) {
        return Flattening.MEMORY32.flatCount(valTypes(parameters)) > Flattening.MAX_FLAT_PARAMS;
    }

    /** Whether a result of this type goes through memory. */
    public boolean resultInMemory(GuestType result) {
        return Flattening.MEMORY32.flatCount(valTypes(List.of(result))) > Flattening.MAX_FLAT_RESULTS;
    }

    private List<ValType> valTypes(List<GuestType> of) {
        return of.stream().map(this::valType).toList();
    }

    private ValType valType(GuestType type) {
        return types.valType(type.wit());
    }
}
