package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a model says, except places and how its ids are numbered: two models with the same dump are the same.
 */
final class ModelDump {

    private final ResolvedWit wit;
    private final StringBuilder out = new StringBuilder();

    private ModelDump(ResolvedWit wit) {
        this.wit = wit;
    }

    /** All packages of the model, in the order of their names. */
    static String of(ResolvedWit wit) {
        var dump = new ModelDump(wit);
        wit.packages().stream()
                .sorted(Comparator.comparing(unit -> unit.name().toString()))
                .forEach(dump::addPackage);
        return dump.out.toString();
    }

    private void addPackage(WitPackage unit) {
        add(unit.name().toString(), unit.docs());
        unit.interfaces().forEach((name, id) -> addInterface(name, wit.get(id)));
        unit.worlds().forEach((name, id) -> {
            WitWorld world = wit.get(id);
            add("world " + name, world.docs(), world.stability());
            world.imports().forEach((key, item) -> add("import", key, item));
            world.exports().forEach((key, item) -> add("export", key, item));
        });
    }

    private void addInterface(String name, WitInterface iface) {
        add("interface " + name, iface.docs(), iface.stability());
        iface.types().values().forEach(id -> add("type", wit.get(id)));
        // A resource's functions are printed where the resource is, in front of all others; that says nothing else.
        iface.functions().values().stream()
                .sorted(Comparator.comparing(function -> function.kind().owner().isEmpty()))
                .forEach(function -> add("function", function));
    }

    private void add(Object... parts) {
        for (Object part : parts) {
            addValue(part);
            out.append(' ');
        }
        out.append('\n');
    }

    private void addValue(Object value) {
        switch (value) {
            case Place place -> {}
            case TypeId id -> out.append(wit.get(id).name()).append(" of ").append(owner(wit.get(id)));
            case InterfaceId id when wit.get(id).name().isPresent() -> out.append(wit.interfaceName(id));
            case InterfaceId inline -> addInterface("inline", wit.get(inline));
            case WorldId id -> out.append(wit.worldName(id));
            case PackageId id -> out.append(wit.get(id).name());
            case WitWorld.WorldItem.TypeItem(TypeId id) -> addValue(wit.get(id));
            case Optional<?> optional -> optional.ifPresentOrElse(this::addValue, () -> out.append("none"));
            case Collection<?> values -> values.forEach(one -> add(one));
            case Map<?, ?> map -> map.forEach((key, one) -> add(key, one));
            case Record one -> addRecord(one);
            default -> out.append(value);
        }
    }

    private String owner(TypeDef type) {
        return switch (type.owner()) {
            case TypeOwner.OfWorld(WorldId id) -> wit.worldName(id);
            case TypeOwner.OfInterface(InterfaceId id) ->
                wit.get(id).name().isPresent()
                        ? wit.interfaceName(id)
                        : "inline in " + wit.get(wit.get(id).owner()).name();
        };
    }

    private void addRecord(Record one) {
        out.append(one.getClass().getSimpleName()).append('(');
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            boolean owner = one instanceof TypeDef && component.getName().equals("owner");
            if (!owner && component.getType() != Place.class) {
                try {
                    addValue(component.getAccessor().invoke(one));
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
                out.append(", ");
            }
        }
        out.append(')');
    }
}
