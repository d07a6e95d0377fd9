package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.ValType;
import java.util.List;
import java.util.Optional;

/** Checks canonical definitions and gives what they define its type (CanonicalABI.md, "Canonical Definitions"). */
final class CanonValidator {

    private static final CoreNumType I32 = CoreNumType.I32;
    private static final CoreFuncType CALLBACK = core(List.of(I32, I32, I32), List.of(I32));

    private final Problems problems;
    private final TypeResolver types;
    private final CoreTypeResolver coreTypes;

    CanonValidator(Problems problems, TypeResolver types, CoreTypeResolver coreTypes) {
        this.problems = problems;
        this.types = types;
        this.coreTypes = coreTypes;
    }

    /** Adds a function for a lift and a core function for everything else. */
    void canon(Canon canon, Scope scope) {
        if (canon instanceof Canon.Lift lift) {
            scope.funcs.add(lift(lift, scope));
        } else {
            scope.coreFuncs.add(new CoreExternType.Func(coreFunc(canon, scope)));
        }
    }

    private FuncType lift(Canon.Lift lift, Scope scope) {
        FuncType type = types.funcType(lift.type(), scope);
        CanonOptions options = CanonOptions.of(lift.options(), scope, problems);
        asyncOptions(options, type);
        boolean paramsInMemory = flattening(options).flatCount(type.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        boolean paramsNeedRealloc = paramsInMemory || type.paramTypes().stream().anyMatch(CanonValidator::usesMemory);
        // An async function's result goes out as the parameter of task.return.
        int maxResults = options.async() ? Flattening.MAX_FLAT_PARAMS : Flattening.MAX_FLAT_RESULTS;
        boolean resultUsesMemory = resultUsesMemory(type, options, maxResults);
        requireMemory(paramsNeedRealloc || resultUsesMemory, options);
        requireRealloc(paramsNeedRealloc, options);
        var mode = new Flattening.Mode(options.async(), options.callback().isPresent());
        CoreFuncType expected = flattening(options).flattenFuncType(type, Flattening.Context.LIFT, mode);
        CoreFuncType found = scope.coreFuncs.get(lift.func()).type();
        problems.require(
                found.equals(expected),
                Rule.CANON_SIGNATURE,
                "the lowered type is " + CoreSubtyping.text(expected) + ", and this core function's is "
                        + CoreSubtyping.text(found));
        options.postReturn()
                .ifPresent(postReturn -> problems.require(
                        postReturn.equals(new CoreFuncType(expected.results(), List.of())),
                        Rule.CANON_OPTION_SIGNATURE,
                        "canonical option `post-return` uses a core function with an incorrect signature"));
        return type;
    }

    private void asyncOptions(CanonOptions options, FuncType type) {
        if (!options.async()) {
            problems.require(
                    options.callback().isEmpty(), Rule.CANON_OPTION_FORBIDDEN, "cannot specify callback without async");
            return;
        }
        problems.require(
                type.async(),
                Rule.CANON_OPTION_FORBIDDEN,
                "the `async` canonical option requires an async function type");
        problems.require(
                options.postReturn().isEmpty(),
                Rule.CANON_OPTION_FORBIDDEN,
                "cannot specify post-return function in async");
        if (options.callback().isEmpty()) {
            problems.requireFeature(Feature.ASYNC_STACKFUL, "`async` without a `callback`");
        } else {
            problems.require(
                    options.callback().get().equals(CALLBACK),
                    Rule.CANON_OPTION_SIGNATURE,
                    "canonical option `callback` uses a core function with an incorrect signature");
        }
    }

    private CoreFuncType lower(Canon.Lower lower, Scope scope) {
        FuncType type = scope.funcs.get(lower.func());
        CanonOptions options = CanonOptions.of(lower.options(), scope, problems);
        noCalleeOptions(options, "lowerings");
        problems.require(
                !options.async() || type.async(),
                Rule.CANON_OPTION_FORBIDDEN,
                "the `async` canonical option requires an async function type");
        int maxParams = options.async() ? Flattening.MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS;
        boolean paramsUseMemory = flattening(options).flatCount(type.paramTypes()) > maxParams
                || type.paramTypes().stream().anyMatch(CanonValidator::usesMemory);
        boolean resultUsesMemory = resultUsesMemory(type, options, Flattening.MAX_FLAT_RESULTS)
                || (options.async() && type.result().isPresent());
        requireMemory(paramsUseMemory || resultUsesMemory, options);
        requireRealloc(type.result().filter(CanonValidator::usesMemory).isPresent(), options);
        return flattening(options)
                .flattenFuncType(type, Flattening.Context.LOWER, new Flattening.Mode(options.async(), false));
    }

    private static boolean resultUsesMemory(FuncType type, CanonOptions options, int maxFlat) {
        return type.result()
                .filter(result -> usesMemory(result) || flattening(options).flatCount(List.of(result)) > maxFlat)
                .isPresent();
    }

    private void noCalleeOptions(CanonOptions options, String where) {
        problems.require(
                options.postReturn().isEmpty(),
                Rule.CANON_OPTION_FORBIDDEN,
                "canonical option `post-return` cannot be specified for " + where);
        problems.require(
                options.callback().isEmpty(),
                Rule.CANON_OPTION_FORBIDDEN,
                "canonical option `callback` cannot be specified for " + where);
    }

    private void requireMemory(boolean needed, CanonOptions options) {
        problems.require(
                !needed || options.memory(), Rule.CANON_OPTION_MISSING, "canonical option `memory` is required");
    }

    private void requireRealloc(boolean needed, CanonOptions options) {
        problems.require(
                !needed || options.realloc(), Rule.CANON_OPTION_MISSING, "canonical option `realloc` is required");
    }

    /** Whether a value of this type has parts that lie in memory however it is passed. */
    private static boolean usesMemory(ValType type) {
        return switch (type) {
            case PrimValType(Primitive primitive) -> primitive == Primitive.STRING;
            case ListType list when list.length().isEmpty() -> true;
            case MapType map -> true;
            case StreamType stream -> false;
            case FutureType future -> false;
            default -> TypeParts.of(type).anyMatch(CanonValidator::usesMemory);
        };
    }

    private static Flattening flattening(CanonOptions options) {
        return options.pointer() == PointerType.I64 ? Flattening.MEMORY64 : Flattening.MEMORY32;
    }

    private CoreFuncType coreFunc(Canon canon, Scope scope) {
        return switch (canon) {
            case Canon.Lift lift -> throw new IllegalStateException("a lift defines no core function");
            case Canon.Lower lower -> lower(lower, scope);
            case Canon.Resource resource -> resource(resource, scope);
            case Canon.Plain plain -> plain(plain);
            case Canon.TaskReturn(var result, var options) ->
                taskReturn(result.map(t -> types.valType(t, scope)), options, scope);
            case Canon.Context context -> context(context);
            case Canon.SubtaskCancel(boolean async) -> {
                asyncCancel(async);
                yield core(List.of(I32), List.of(I32));
            }
            case Canon.End end -> end(end, scope);
            case Canon.Copy copy -> copy(copy, scope);
            case Canon.CancelCopy(var builtin, var type, boolean async) -> {
                element(type, builtin.text(), scope);
                asyncCancel(async);
                yield core(List.of(I32), List.of(I32));
            }
            case Canon.ErrorContext errorContext -> errorContext(errorContext, scope);
            case Canon.WaitableSet(var builtin, boolean cancellable, var memory) -> {
                CoreExternType.Memory type = scope.coreMemories.get(memory);
                yield core(List.of(I32, type.limits().is64() ? CoreNumType.I64 : I32), List.of(I32));
            }
            case Canon.Suspension suspension -> suspension(suspension);
            case Canon.ThreadIndirect thread -> threadIndirect(thread, scope);
            case Canon.ThreadSpawnRef(var type) -> {
                problems.requireFeature(Feature.THREADING, "`thread.spawn-ref`");
                CoreFuncType start = coreTypes.funcType(type, scope.coreTypes);
                problems.require(
                        start.params().size() == 1, Rule.CANON_SIGNATURE, "a thread starts with one parameter");
                yield core(List.of(I32, start.params().getFirst()), List.of(I32));
            }
        };
    }

    private CoreFuncType resource(Canon.Resource canon, Scope scope) {
        ResourceType resource = types.resource(canon.resource(), scope);
        if (canon.builtin() == CanonBuiltin.RESOURCE_DROP) {
            return core(List.of(I32), List.of());
        }
        CoreValType representation = scope.localResources.get(resource);
        if (representation == null) {
            throw problems.fail(
                    Rule.NOT_LOCAL_RESOURCE,
                    "`" + canon.builtin().text() + "` needs a resource of this component, and type "
                            + canon.resource().value() + " is not a local resource");
        }
        return canon.builtin() == CanonBuiltin.RESOURCE_NEW
                ? core(List.of(representation), List.of(I32))
                : core(List.of(I32), List.of(representation));
    }

    private CoreFuncType plain(Canon.Plain plain) {
        return switch (plain.builtin()) {
            case SUBTASK_DROP, WAITABLE_SET_DROP -> core(List.of(I32), List.of());
            case WAITABLE_SET_NEW -> core(List.of(), List.of(I32));
            case WAITABLE_JOIN -> core(List.of(I32, I32), List.of());
            case ERROR_CONTEXT_DROP -> {
                problems.requireFeature(Feature.ERROR_CONTEXT, "`error-context.drop`");
                yield core(List.of(I32), List.of());
            }
            case THREAD_INDEX, THREAD_AVAILABLE_PARALLELISM -> {
                problems.requireFeature(Feature.THREADING, "`" + plain.builtin().text() + "`");
                yield core(List.of(), List.of(I32));
            }
            case THREAD_RESUME_LATER -> {
                problems.requireFeature(Feature.THREADING, "`thread.resume-later`");
                yield core(List.of(I32), List.of());
            }
            // task.cancel and backpressure.
            default -> core(List.of(), List.of());
        };
    }

    private CoreFuncType taskReturn(Optional<ValType> result, List<CanonOpt> given, Scope scope) {
        CanonOptions options = CanonOptions.of(given, scope, problems);
        noCalleeOptions(options, "`task.return`");
        problems.require(
                !options.realloc() && !options.async(),
                Rule.CANON_OPTION_FORBIDDEN,
                "`task.return` takes no option but `memory` and the string encoding");
        var func =
                new FuncType(false, result.map(t -> List.of(new Field("v", t))).orElse(List.of()), Optional.empty());
        boolean inMemory = flattening(options).flatCount(func.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        requireMemory(inMemory || func.paramTypes().stream().anyMatch(CanonValidator::usesMemory), options);
        return flattening(options).flattenFuncType(func, Flattening.Context.LOWER, Flattening.Mode.SYNC);
    }

    private CoreFuncType context(Canon.Context context) {
        if (context.type() == CoreNumType.I64) {
            problems.requireFeature(Feature.MEMORY64, "a context slot of 64 bits");
        } else {
            problems.require(context.type() == I32, Rule.CONTEXT_SLOT, "a context slot holds an i32");
        }
        problems.require(
                Integer.compareUnsigned(context.slot(), 2) < 0,
                Rule.CONTEXT_SLOT,
                "immediate must be zero or one: there are 2 context slots");
        return switch (context.builtin()) {
            case CONTEXT_GET -> core(List.of(), List.of(context.type()));
            default -> core(List.of(context.type()), List.of());
        };
    }

    private void asyncCancel(boolean async) {
        if (async) {
            problems.requireFeature(Feature.MORE_ASYNC_BUILTINS, "a cancelling built-in that is `async`");
        }
    }

    private CoreFuncType end(Canon.End end, Scope scope) {
        element(end.type(), end.builtin().text(), scope);
        return switch (end.builtin()) {
            case STREAM_NEW, FUTURE_NEW -> core(List.of(), List.of(CoreNumType.I64));
            default -> core(List.of(I32), List.of());
        };
    }

    private CoreFuncType copy(Canon.Copy copy, Scope scope) {
        Optional<ValType> element = element(copy.type(), copy.builtin().text(), scope);
        CanonOptions options = CanonOptions.of(copy.options(), scope, problems);
        noCalleeOptions(options, "`" + copy.builtin().text() + "`");
        if (!options.async()) {
            problems.requireFeature(
                    Feature.MORE_ASYNC_BUILTINS, "`" + copy.builtin().text() + "` that is not `async`");
        }
        requireMemory(element.isPresent(), options);
        boolean reads = copy.builtin().text().endsWith(".read");
        requireRealloc(reads && element.filter(CanonValidator::usesMemory).isPresent(), options);
        CoreValType pointer = options.pointer().coreType();
        return copy.builtin().text().startsWith("stream.")
                ? core(List.of(I32, pointer, pointer), List.of(pointer))
                : core(List.of(I32, pointer), List.of(I32));
    }

    /** What the stream or future type carries that a built-in is about. */
    private Optional<ValType> element(Index.Type index, String builtin, Scope scope) {
        boolean stream = builtin.startsWith("stream.");
        DefType type = scope.types.get(index);
        return switch (type) {
            case StreamType(var element) when stream -> element;
            case FutureType(var element) when !stream -> element;
            default ->
                throw problems.fail(
                        Rule.TYPE_KIND,
                        "`" + builtin + "` requires a " + (stream ? "stream" : "future") + " type, and this is a "
                                + Subtyping.kind(type));
        };
    }

    private CoreFuncType errorContext(Canon.ErrorContext canon, Scope scope) {
        problems.requireFeature(Feature.ERROR_CONTEXT, "`" + canon.builtin().text() + "`");
        CanonOptions options = CanonOptions.of(canon.options(), scope, problems);
        requireMemory(true, options);
        CoreValType pointer = options.pointer().coreType();
        return switch (canon.builtin()) {
            case ERROR_CONTEXT_NEW -> core(List.of(pointer, pointer), List.of(I32));
            default -> {
                requireRealloc(true, options);
                yield core(List.of(I32, pointer), List.of());
            }
        };
    }

    private CoreFuncType suspension(Canon.Suspension suspension) {
        return switch (suspension.builtin()) {
            case THREAD_YIELD -> core(List.of(), List.of(I32));
            case THREAD_SUSPEND -> {
                problems.requireFeature(Feature.THREADING, "`thread.suspend`");
                yield core(List.of(), List.of(I32));
            }
            default -> {
                problems.requireFeature(
                        Feature.THREADING, "`" + suspension.builtin().text() + "`");
                yield core(List.of(I32), List.of(I32));
            }
        };
    }

    private CoreFuncType threadIndirect(Canon.ThreadIndirect thread, Scope scope) {
        problems.requireFeature(Feature.THREADING, "`" + thread.builtin().text() + "`");
        CoreFuncType start = coreTypes.funcType(thread.type(), scope.coreTypes);
        problems.require(
                start.equals(core(List.of(I32), List.of())),
                Rule.CANON_SIGNATURE,
                "a thread's start function has the core type [i32] -> []");
        CoreExternType.Table table = scope.coreTables.get(thread.table());
        return core(List.of(table.limits().is64() ? CoreNumType.I64 : I32, I32), List.of(I32));
    }

    private static CoreFuncType core(List<? extends CoreValType> params, List<? extends CoreValType> results) {
        return new CoreFuncType(List.copyOf(params), List.copyOf(results));
    }
}
