package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreSubType;
import java.util.OptionalLong;

/** Checks the types of tables, memories and tags (core specification, "Types"), in modules and in module types. */
public final class CoreLimits {

    private static final int PAGE_LOG2 = 16;

    private CoreLimits() {}

    public static void check(CoreExternType.Table table, Features features, CoreTypeGroups.Context context) {
        CoreExternType.Limits limits = table.limits();
        require64(limits, features, "a table", context);
        if (limits.shared()) {
            requireFeature(Feature.SHARED_EVERYTHING_THREADS, features, "a shared table", context);
        }
        requireOrder(limits, "table", context);
        if (Long.compareUnsigned(limits.minimum(), Limits.TABLE_ENTRIES) > 0) {
            throw context.fail(Rule.CORE_LIMITS, "a table begins with at most " + Limits.TABLE_ENTRIES + " entries");
        }
    }

    public static void check(CoreExternType.Memory memory, Features features, CoreTypeGroups.Context context) {
        CoreExternType.Limits limits = memory.limits();
        require64(limits, features, "a memory", context);
        OptionalLong pageLog2 = memory.pageSizeLog2();
        if (pageLog2.isPresent()) {
            requireFeature(Feature.CUSTOM_PAGE_SIZES, features, "a page size", context);
            if (pageLog2.getAsLong() != 0 && pageLog2.getAsLong() != PAGE_LOG2) {
                throw context.fail(Rule.CORE_LIMITS, "a page has 1 byte or 65536, not 2^" + pageLog2.getAsLong());
            }
        }
        requireOrder(limits, "memory", context);
        int addressBits = limits.is64() ? 64 : 32;
        int pagesLog2 = addressBits - (int) pageLog2.orElse(PAGE_LOG2);
        // 2^64 bytes of one each are one more than a number can say, and so all that it can say.
        long maxPages = pagesLog2 == 64 ? -1 : pagesLog2 == 32 && pageLog2.isPresent() ? 0xffff_ffffL : 1L << pagesLog2;
        if (Long.compareUnsigned(limits.minimum(), maxPages) > 0
                || Long.compareUnsigned(limits.maximum().orElse(0), maxPages) > 0) {
            throw context.fail(
                    Rule.MEMORY_SIZE, "memory size must be at most " + Long.toUnsignedString(maxPages) + " pages");
        }
        if (limits.shared() && limits.maximum().isEmpty()) {
            throw context.fail(Rule.CORE_LIMITS, "a shared memory has a maximum");
        }
    }

    public static void checkTag(CoreSubType type, Features features, CoreTypeGroups.Context context) {
        requireFeature(Feature.EXCEPTIONS, features, "a tag", context);
        if (!(type.composite() instanceof CoreFuncType func)) {
            throw context.fail(Rule.CORE_TYPE_KIND, "this type is " + type + ", not a function type");
        }
        if (!func.results().isEmpty()) {
            throw context.fail(Rule.CORE_TAG_RESULTS, "the type of a tag has no results");
        }
    }

    private static void requireOrder(CoreExternType.Limits limits, String what, CoreTypeGroups.Context context) {
        if (limits.maximum().isPresent()
                && Long.compareUnsigned(limits.minimum(), limits.maximum().getAsLong()) > 0) {
            throw context.fail(Rule.CORE_LIMITS, "the minimum of this " + what + " is above its maximum");
        }
    }

    private static void require64(
            CoreExternType.Limits limits, Features features, String what, CoreTypeGroups.Context context) {
        if (limits.is64()) {
            requireFeature(Feature.MEMORY64, features, what + " with 64-bit addresses", context);
        }
    }

    private static void requireFeature(
            Feature feature, Features features, String what, CoreTypeGroups.Context context) {
        if (!features.has(feature)) {
            throw context.fail(Rule.of(feature), what + " is behind the feature " + feature.text() + ", which is off");
        }
    }
}
