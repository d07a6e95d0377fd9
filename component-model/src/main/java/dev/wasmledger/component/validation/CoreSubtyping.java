package dev.wasmledger.component.validation;

import dev.wasmledger.component.CoreTypeText;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.core.CoreMatching;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreExternType.Limits;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreModuleType.CoreImport;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Import matching of core WebAssembly (core specification, "Import Subtyping"), and module types on top of it. */
final class CoreSubtyping {

    private CoreSubtyping() {}

    /** A module fits if it needs no more than the other type's imports give, and exports what that type promises. */
    static Optional<Mismatch> compare(CoreModuleType from, CoreModuleType to) {
        for (CoreImport needed : from.imports()) {
            String name = "import `" + needed.module() + "`.`" + needed.field() + "`";
            Optional<CoreImport> given = to.imports().stream()
                    .filter(i -> i.module().equals(needed.module()) && i.field().equals(needed.field()))
                    .findFirst();
            if (given.isEmpty()) {
                return Mismatch.of(Rule.CORE_IMPORT_MISSING, "the " + name + " is not given to it");
            }
            Optional<Mismatch> mismatch = compare(given.get().type(), needed.type());
            if (mismatch.isPresent()) {
                return mismatch.map(m -> m.within(name));
            }
        }
        for (Map.Entry<String, CoreExternType> export : to.exports().entrySet()) {
            CoreExternType found = from.exports().get(export.getKey());
            if (found == null) {
                return Mismatch.of(Rule.EXPORT_MISSING, "the export `" + export.getKey() + "` is missing");
            }
            Optional<Mismatch> mismatch = compare(found, export.getValue());
            if (mismatch.isPresent()) {
                return mismatch.map(m -> m.within("export `" + export.getKey() + "`"));
            }
        }
        return Optional.empty();
    }

    static Optional<Mismatch> compare(CoreExternType from, CoreExternType to) {
        return switch (to) {
            case CoreExternType.Func(CoreSubType type)
            when from instanceof CoreExternType.Func(CoreSubType other) -> func(other, type, other.isSubtypeOf(type));
            case CoreExternType.Tag(CoreSubType type)
            when from instanceof CoreExternType.Tag(CoreSubType other) -> func(other, type, other.equals(type));
            case CoreExternType.Table(CoreRefType element, Limits limits)
            when from instanceof CoreExternType.Table(CoreRefType other, Limits others) ->
                other.equals(element)
                        ? limits(Rule.CORE_TABLE_LIMITS_MISMATCH, others, limits, "table")
                        : Mismatch.of(
                                Rule.CORE_TABLE_ELEMENT_MISMATCH,
                                "a table of " + CoreTypeText.of(element) + " is asked for, and this is of "
                                        + CoreTypeText.of(other));
            case CoreExternType.Memory(Limits limits, OptionalLong pageSize)
            when from instanceof CoreExternType.Memory(Limits others, OptionalLong otherPageSize) ->
                pageSize.orElse(16) == otherPageSize.orElse(16)
                        ? limits(Rule.CORE_MEMORY_LIMITS_MISMATCH, others, limits, "memory")
                        : Mismatch.of(Rule.CORE_PAGE_SIZE_MISMATCH, "the page sizes of the memories differ");
            case CoreExternType.Global(CoreValType type, boolean mutable)
            when from instanceof CoreExternType.Global(CoreValType other, boolean otherMutable) ->
                mutable == otherMutable && (mutable ? type.equals(other) : CoreMatching.matches(other, type))
                        ? Optional.empty()
                        : Mismatch.of(
                                Rule.CORE_GLOBAL_MISMATCH,
                                "a global of type " + CoreTypeText.of(type) + " is asked for, and this is "
                                        + CoreTypeText.of(other));
            default ->
                Mismatch.of(Rule.CORE_KIND_MISMATCH, "a " + kind(to) + " is asked for, and this is a " + kind(from));
        };
    }

    private static Optional<Mismatch> func(CoreSubType from, CoreSubType to, boolean fits) {
        return fits
                ? Optional.empty()
                : Mismatch.of(
                        Rule.CORE_FUNCTION_MISMATCH,
                        "the core type " + CoreTypeText.of((CoreFuncType) to.composite())
                                + " is asked for, and this is " + CoreTypeText.of((CoreFuncType) from.composite()));
    }

    private static Optional<Mismatch> limits(Rule rule, Limits from, Limits to, String what) {
        if (from.is64() != to.is64()) {
            return Mismatch.of(Rule.CORE_ADDRESS_MISMATCH, "the address types of the " + what + "s differ");
        }
        if (from.shared() != to.shared()) {
            return Mismatch.of(Rule.CORE_SHARED_MISMATCH, "only one " + what + " of the two is shared");
        }
        boolean atLeast = Long.compareUnsigned(from.minimum(), to.minimum()) >= 0;
        boolean atMost = to.maximum().isEmpty()
                || (from.maximum().isPresent()
                        && Long.compareUnsigned(
                                        from.maximum().getAsLong(), to.maximum().getAsLong())
                                <= 0);
        return atLeast && atMost ? Optional.empty() : Mismatch.of(rule, "the limits of the " + what + " do not fit");
    }

    static String kind(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func t -> "core func";
            case CoreExternType.Table t -> "core table";
            case CoreExternType.Memory t -> "core memory";
            case CoreExternType.Global t -> "core global";
            case CoreExternType.Tag t -> "core tag";
        };
    }
}
