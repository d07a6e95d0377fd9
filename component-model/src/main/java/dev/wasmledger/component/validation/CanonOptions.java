package dev.wasmledger.component.validation;

import dev.wasmledger.component.CoreTypeText;
import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a canonical definition, each at most once (CanonicalABI.md, "canonopt Validation").
 *
 * @param pointer the address type of the memory; 32 bits where none is given
 * @param gc whether values are passed as GC references, which the reference implementation has ahead of the specification
 * @param coreType the core function type of a lowering with {@code gc}
 */
record CanonOptions(
        CanonOpt.Encoding encoding,
        PointerType pointer,
        boolean memory,
        boolean realloc,
        Optional<CoreFuncType> postReturn,
        boolean async,
        Optional<CoreFuncType> callback,
        boolean gc,
        Optional<CoreSubType> coreType) {

    static CanonOptions of(List<CanonOpt> options, Scope scope, CoreTypeResolver coreTypes, Problems problems) {
        rejectDuplicates(options, problems);
        var found = new CanonOptions(
                find(options, CanonOpt.StringEncoding.class)
                        .map(CanonOpt.StringEncoding::encoding)
                        .orElse(CanonOpt.Encoding.UTF8),
                find(options, CanonOpt.Memory.class)
                        .map(option -> memory(option.memory(), scope, problems))
                        .orElse(PointerType.I32),
                find(options, CanonOpt.Memory.class).isPresent(),
                find(options, CanonOpt.Realloc.class).isPresent(),
                find(options, CanonOpt.PostReturn.class)
                        .map(option -> scope.coreFuncs.get(option.func()).type()),
                find(options, CanonOpt.Async.class).isPresent(),
                find(options, CanonOpt.Callback.class)
                        .map(option -> scope.coreFuncs.get(option.func()).type()),
                find(options, CanonOpt.Gc.class).isPresent(),
                find(options, CanonOpt.CoreType.class).map(option -> coreTypes.func(option.type(), scope.coreTypes)));
        found.checkTogether(problems);
        find(options, CanonOpt.Realloc.class)
                .ifPresent(option ->
                        found.checkRealloc(scope.coreFuncs.get(option.func()).type(), problems));
        return found;
    }

    private static <T extends CanonOpt> Optional<T> find(List<CanonOpt> options, Class<T> kind) {
        return options.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Checks a memory that the canonical ABI reads and writes; gives the type of its addresses. */
    static PointerType memory(Index.CoreMemory index, Scope scope, Problems problems) {
        CoreExternType.Memory memory = scope.coreMemories.get(index);
        problems.require(
                !memory.limits().shared(),
                Rule.CORE_SHARED_MISMATCH,
                "canonical option `memory` names a shared memory, and one that is not shared is asked for");
        if (!memory.limits().is64()) {
            return PointerType.I32;
        }
        problems.requireFeature(Feature.CM64, "a memory with 64-bit addresses");
        return PointerType.I64;
    }

    private static void rejectDuplicates(List<CanonOpt> options, Problems problems) {
        Set<Class<?>> kinds = new HashSet<>();
        for (CanonOpt option : options) {
            boolean first = kinds.add(option.getClass());
            if (option instanceof CanonOpt.StringEncoding(CanonOpt.Encoding encoding)) {
                problems.require(
                        first,
                        Rule.ENCODING_CONFLICT,
                        "canonical encoding option `"
                                + encoding.name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + "` conflicts with another one");
            }
            problems.require(
                    first, Rule.OPTION_TWICE, "canonical option " + text(option) + " is specified more than once");
        }
    }

    private void checkTogether(Problems problems) {
        if (async) {
            problems.requireFeature(Feature.CM_ASYNC, "canonical option `async`");
        }
        if (gc || coreType.isPresent()) {
            problems.requireFeature(Feature.CM_GC, "canonical option `gc` or `core-type`");
        }
        problems.require(
                async || callback.isEmpty(), Rule.CALLBACK_WITHOUT_ASYNC, "cannot specify callback without async");
        problems.require(
                !async || postReturn.isEmpty(),
                Rule.POST_RETURN_WITH_ASYNC,
                "cannot specify post-return function in async");
        problems.require(
                gc || coreType.isEmpty(), Rule.CORE_TYPE_WITHOUT_GC, "cannot specify `core-type` without `gc`");
    }

    private void checkRealloc(CoreFuncType type, Problems problems) {
        problems.require(
                memory,
                Rule.REALLOC_WITHOUT_MEMORY,
                "canonical option `realloc` requires `memory` to also be specified");
        CoreNumType address = pointer.coreType();
        var expected = new CoreFuncType(Collections.nCopies(4, (CoreValType) address), List.of(address));
        problems.require(
                type.equals(expected),
                Rule.REALLOC_SIGNATURE,
                "canonical option `realloc` uses a core function with an incorrect signature: "
                        + CoreTypeText.of(expected) + " is asked for, and this is " + CoreTypeText.of(type));
    }

    void requireMemory(boolean needed, Problems problems) {
        problems.require(!needed || memory, Rule.MEMORY_REQUIRED, "canonical option `memory` is required");
    }

    void requireRealloc(boolean needed, Problems problems) {
        requireMemory(needed, problems);
        problems.require(!needed || realloc, Rule.REALLOC_REQUIRED, "canonical option `realloc` is required");
    }

    /** Refuses what only a lift can have. */
    void requireLowering(String where, Problems problems) {
        problems.require(
                postReturn.isEmpty(),
                Rule.POST_RETURN_FORBIDDEN,
                "canonical option `post-return` cannot be specified for " + where);
        problems.require(
                callback.isEmpty(),
                Rule.CALLBACK_FORBIDDEN,
                "canonical option `callback` cannot be specified for " + where);
        problems.require(
                !gc || coreType.isPresent(),
                Rule.CORE_TYPE_REQUIRED,
                "cannot specify `gc` without also specifying a `core-type` for " + where);
    }

    void requireSync(String where, Problems problems) {
        problems.require(!async, Rule.ASYNC_FORBIDDEN, "cannot specify `async` option on " + where);
    }

    void requireNoRealloc(String where, Problems problems) {
        problems.require(!realloc, Rule.REALLOC_FORBIDDEN, "cannot specify `realloc` option on " + where);
    }

    /** The type of a core function that must be {@code expected}, as the option {@code core-type} says it. */
    CoreSubType declared(CoreFuncType expected, Problems problems) {
        if (coreType.isEmpty()) {
            return CoreSubType.of(expected);
        }
        problems.require(
                coreType.get().composite().equals(expected),
                Rule.CORE_TYPE_MISMATCH,
                "the declared core type is not the one that comes out: " + CoreTypeText.of(expected));
        return coreType.get();
    }

    private static String text(CanonOpt option) {
        return switch (option) {
            case CanonOpt.StringEncoding e -> "`string-encoding`";
            case CanonOpt.Memory m -> "`memory`";
            case CanonOpt.Realloc r -> "`realloc`";
            case CanonOpt.PostReturn p -> "`post-return`";
            case CanonOpt.Async a -> "`async`";
            case CanonOpt.Callback c -> "`callback`";
            case CanonOpt.CoreType c -> "`core-type`";
            case CanonOpt.Gc g -> "`gc`";
        };
    }
}
