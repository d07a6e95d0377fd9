package dev.wasmledger.component.targets;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types of one side stand for which of the other. Types that both sides have under one name count as the same from
 * there on: if they differ, that has been said where they are named.
 */
final class TypeMatch {

    private final Set<ResourceType> open;
    private final Map<ResourceType, ResourceType> settled = new HashMap<>();
    private final IdentityHashMap<DefType, DefType> paired = new IdentityHashMap<>();
    private final IdentityHashMap<DefType, String> names = new IdentityHashMap<>();

    /** With resource types of the asked-for side that are not settled yet. */
    TypeMatch(Collection<ResourceType> open) {
        this.open = new HashSet<>(open);
    }

    void open(Collection<ResourceType> resources) {
        open.addAll(resources);
    }

    /** What the resource types of the asked-for side have become. */
    Map<ResourceType, ResourceType> settled() {
        return settled;
    }

    /** What is given for each named type that is asked for. */
    IdentityHashMap<DefType, DefType> paired() {
        return paired;
    }

    /** Both are known by that name. */
    void pair(String name, DefType given, DefType asked) {
        paired.put(asked, given);
        names.put(given, name);
        names.put(asked, name);
        if (given instanceof ResourceType from && asked instanceof ResourceType to) {
            same(from, to);
        }
    }

    Optional<String> name(DefType type) {
        return Optional.ofNullable(names.get(type));
    }

    /** An open resource type becomes the first one that is given for it. */
    boolean same(ResourceType given, ResourceType asked) {
        if (open.contains(asked)) {
            settled.putIfAbsent(asked, given);
        }
        return given.equals(settled.getOrDefault(asked, asked));
    }

    boolean same(FuncType given, FuncType asked) {
        return given.async() == asked.async()
                && fields(given.params(), asked.params())
                && optional(given.result(), asked.result());
    }

    /** Whether it is the very object: equal types can have different names. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isIdentical(@Nullable DefType one, DefType other) {
        return one == other;
    }

    boolean same(ValType given, ValType asked) {
        if (isIdentical(paired.get(asked), given)) {
            return true;
        }
        return switch (asked) {
            case PrimValType to -> to.equals(given);
            case EnumType to -> to.equals(given);
            case FlagsType to -> to.equals(given);
            case RecordType to -> given instanceof RecordType from && fields(from.fields(), to.fields());
            case VariantType to -> given instanceof VariantType from && cases(from.cases(), to.cases());
            case ListType to ->
                given instanceof ListType from
                        && from.length().equals(to.length())
                        && same(from.element(), to.element());
            case MapType to ->
                given instanceof MapType from && same(from.key(), to.key()) && same(from.value(), to.value());
            case TupleType to -> given instanceof TupleType from && types(from.types(), to.types());
            case OptionType to -> given instanceof OptionType from && same(from.type(), to.type());
            case ResultType to ->
                given instanceof ResultType from && optional(from.ok(), to.ok()) && optional(from.error(), to.error());
            case OwnType to -> given instanceof OwnType from && same(from.resource(), to.resource());
            case BorrowType to -> given instanceof BorrowType from && same(from.resource(), to.resource());
            case StreamType to -> given instanceof StreamType from && optional(from.element(), to.element());
            case FutureType to -> given instanceof FutureType from && optional(from.element(), to.element());
        };
    }

    boolean optional(Optional<ValType> given, Optional<ValType> asked) {
        return given.isPresent() == asked.isPresent() && (given.isEmpty() || same(given.get(), asked.orElseThrow()));
    }

    private boolean fields(List<Field> given, List<Field> asked) {
        boolean same = given.size() == asked.size();
        for (int i = 0; same && i < given.size(); i++) {
            same = given.get(i).label().equals(asked.get(i).label())
                    && same(given.get(i).type(), asked.get(i).type());
        }
        return same;
    }

    private boolean cases(List<Case> given, List<Case> asked) {
        boolean same = given.size() == asked.size();
        for (int i = 0; same && i < given.size(); i++) {
            same = given.get(i).label().equals(asked.get(i).label())
                    && optional(given.get(i).type(), asked.get(i).type());
        }
        return same;
    }

    private boolean types(List<ValType> given, List<ValType> asked) {
        boolean same = given.size() == asked.size();
        for (int i = 0; same && i < given.size(); i++) {
            same = same(given.get(i), asked.get(i));
        }
        return same;
    }
}
