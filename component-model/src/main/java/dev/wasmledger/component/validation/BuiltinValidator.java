package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.ValType;
import java.util.List;
import java.util.Optional;

/** Checks canonical built-ins (CanonicalABI.md, from "canon resource.new" on). */
final class BuiltinValidator {

    private static final CoreNumType I32 = CoreNumType.I32;
    private static final int FUNC = 0x70;

    private final Problems problems;
    private final TypeFacts facts;
    private final TypeResolver types;
    private final CoreTypeResolver coreTypes;

    BuiltinValidator(Problems problems, TypeFacts facts, TypeResolver types, CoreTypeResolver coreTypes) {
        this.problems = problems;
        this.facts = facts;
        this.types = types;
        this.coreTypes = coreTypes;
    }

    /** The core function that a built-in defines. */
    CoreSubType coreFunc(Canon canon, Scope scope) {
        return switch (canon) {
            case Canon.Lift lift -> throw new IllegalArgumentException("a lift is no built-in");
            case Canon.Lower lower -> throw new IllegalArgumentException("a lower is no built-in");
            case Canon.TaskReturn taskReturn -> throw new IllegalArgumentException("task.return has a type to flatten");
            case Canon.Resource resource -> resource(resource, scope);
            case Canon.Plain(var builtin) -> {
                requireFeature(builtin);
                yield plain(builtin);
            }
            case Canon.Context context -> context(context, scope);
            case Canon.SubtaskCancel(boolean async) -> {
                requireFeature(CanonBuiltin.SUBTASK_CANCEL);
                asyncCancel(async);
                yield core(List.of(I32), List.of(I32));
            }
            case Canon.End end -> end(end, scope);
            case Canon.Copy copy -> copy(copy, scope);
            case Canon.CancelCopy(var builtin, var type, boolean async) -> {
                element(type, builtin, scope);
                asyncCancel(async);
                yield core(List.of(I32), List.of(I32));
            }
            case Canon.ErrorContext errorContext -> errorContext(errorContext, scope);
            case Canon.WaitableSet(var builtin, boolean cancellable, var memory) -> {
                requireFeature(builtin);
                PointerType pointer = CanonOptions.memory(memory, scope, problems);
                yield core(List.of(I32, pointer.coreType()), List.of(I32));
            }
            case Canon.Suspension(var builtin, boolean cancellable) -> {
                requireFeature(builtin);
                boolean namesThread = builtin != CanonBuiltin.THREAD_YIELD && builtin != CanonBuiltin.THREAD_SUSPEND;
                yield core(namesThread ? List.of(I32) : List.of(), List.of(I32));
            }
            case Canon.ThreadIndirect thread -> threadIndirect(thread, scope);
            case Canon.ThreadSpawnRef(var type) -> {
                requireFeature(CanonBuiltin.THREAD_SPAWN_REF);
                CoreSubType start = threadStart(type, true, scope);
                yield shared(List.of(new CoreRefType(true, new CoreRefType.DefinedHeapType(start)), I32));
            }
        };
    }

    private void requireFeature(CanonBuiltin builtin) {
        Feature feature = switch (builtin) {
            case ERROR_CONTEXT_NEW, ERROR_CONTEXT_DEBUG_MESSAGE, ERROR_CONTEXT_DROP -> Feature.CM_ERROR_CONTEXT;
            case THREAD_SPAWN_REF, THREAD_SPAWN_INDIRECT, THREAD_AVAILABLE_PARALLELISM ->
                Feature.SHARED_EVERYTHING_THREADS;
            case THREAD_INDEX,
                    THREAD_NEW_INDIRECT,
                    THREAD_RESUME_LATER,
                    THREAD_SUSPEND,
                    THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE -> Feature.CM_THREADING;
            default -> Feature.CM_ASYNC;
        };
        problems.requireFeature(feature, "`" + builtin.text() + "`");
    }

    private CoreSubType resource(Canon.Resource canon, Scope scope) {
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

    private static CoreSubType plain(CanonBuiltin builtin) {
        return switch (builtin) {
            case SUBTASK_DROP, WAITABLE_SET_DROP, ERROR_CONTEXT_DROP, THREAD_RESUME_LATER ->
                core(List.of(I32), List.of());
            case WAITABLE_SET_NEW, THREAD_INDEX -> core(List.of(), List.of(I32));
            case WAITABLE_JOIN -> core(List.of(I32, I32), List.of());
            case THREAD_AVAILABLE_PARALLELISM -> shared(List.of());
            // task.cancel and backpressure.
            default -> core(List.of(), List.of());
        };
    }

    private CoreSubType context(Canon.Context context, Scope scope) {
        requireFeature(context.builtin());
        CoreValType type = coreTypes.valType(context.type(), scope);
        String text = "`" + context.builtin().text() + "`";
        problems.require(
                type == I32 || type == CoreNumType.I64, Rule.CONTEXT_TYPE, text + " only supports `i32` or `i64`");
        if (type == CoreNumType.I64) {
            problems.requireFeature(Feature.CM64, text + " of 64 bits");
        }
        CoreValType first = scope.contextType.orElse(type);
        scope.contextType = Optional.of(first);
        problems.require(
                type.equals(first), Rule.CONTEXT_TYPE_DIFFERS, text + " has another type than the one before it");
        if (context.slot() != 0) {
            problems.requireFeature(Feature.CM_THREADING, text + " of a slot other than 0");
            problems.require(context.slot() == 1, Rule.CONTEXT_SLOT, text + " is of slot 0 or 1: there are no others");
        }
        return context.builtin() == CanonBuiltin.CONTEXT_GET
                ? core(List.of(), List.of(type))
                : core(List.of(type), List.of());
    }

    private void asyncCancel(boolean async) {
        if (async) {
            problems.requireFeature(Feature.CM_MORE_ASYNC_BUILTINS, "a cancelling built-in that is `async`");
        }
    }

    private CoreSubType end(Canon.End end, Scope scope) {
        element(end.type(), end.builtin(), scope);
        return switch (end.builtin()) {
            case STREAM_NEW, FUTURE_NEW -> core(List.of(), List.of(CoreNumType.I64));
            default -> core(List.of(I32), List.of());
        };
    }

    private CoreSubType copy(Canon.Copy copy, Scope scope) {
        String text = "`" + copy.builtin().text() + "`";
        Optional<ValType> element = element(copy.type(), copy.builtin(), scope);
        CanonOptions options = CanonOptions.of(copy.options(), scope, coreTypes, problems);
        if (!options.async()) {
            problems.requireFeature(Feature.CM_MORE_ASYNC_BUILTINS, text + " that is not `async`");
        }
        options.requireMemory(element.isPresent(), problems);
        boolean reads = copy.builtin() == CanonBuiltin.STREAM_READ || copy.builtin() == CanonBuiltin.FUTURE_READ;
        options.requireRealloc(reads && element.filter(facts::usesMemory).isPresent(), problems);
        options.requireLowering(text, problems);
        CoreNumType pointer = options.pointer().coreType();
        return options.declared(
                isStream(copy.builtin())
                        ? type(List.of(I32, pointer, pointer), List.of(pointer))
                        : type(List.of(I32, pointer), List.of(I32)),
                problems);
    }

    private static boolean isStream(CanonBuiltin builtin) {
        return builtin.text().startsWith("stream.");
    }

    /** What the stream or future type carries that a built-in is about. */
    private Optional<ValType> element(Index.Type index, CanonBuiltin builtin, Scope scope) {
        requireFeature(builtin);
        boolean stream = isStream(builtin);
        DefType type = scope.types.get(index);
        return switch (type) {
            case StreamType(var element) when stream -> element;
            case FutureType(var element) when !stream -> element;
            default ->
                throw problems.fail(
                        stream ? Rule.NOT_STREAM_TYPE : Rule.NOT_FUTURE_TYPE,
                        "`" + builtin.text() + "` requires a " + (stream ? "stream" : "future")
                                + " type, and this is a " + Subtyping.kind(type));
        };
    }

    private CoreSubType errorContext(Canon.ErrorContext canon, Scope scope) {
        requireFeature(canon.builtin());
        String text = "`" + canon.builtin().text() + "`";
        CanonOptions options = CanonOptions.of(canon.options(), scope, coreTypes, problems);
        options.requireMemory(true, problems);
        options.requireRealloc(canon.builtin() == CanonBuiltin.ERROR_CONTEXT_DEBUG_MESSAGE, problems);
        options.requireSync(text, problems);
        options.requireLowering(text, problems);
        CoreNumType pointer = options.pointer().coreType();
        return options.declared(
                canon.builtin() == CanonBuiltin.ERROR_CONTEXT_NEW
                        ? type(List.of(pointer, pointer), List.of(I32))
                        : type(List.of(I32, pointer), List.of()),
                problems);
    }

    private CoreSubType threadIndirect(Canon.ThreadIndirect thread, Scope scope) {
        requireFeature(thread.builtin());
        boolean shared = thread.builtin() == CanonBuiltin.THREAD_SPAWN_INDIRECT;
        threadStart(thread.type(), shared, scope);
        CoreExternType.Table table = scope.coreTables.get(thread.table());
        problems.require(
                !table.limits().is64()
                        && table.limits().shared() == shared
                        && table.element()
                                .equals(new CoreRefType(true, new CoreRefType.AbstractHeapType(shared, FUNC))),
                Rule.THREAD_TABLE,
                "a thread's start function lies in a " + (shared ? "shared " : "")
                        + "table of functions with 32-bit addresses");
        return shared ? shared(List.of(I32, I32)) : core(List.of(I32, I32), List.of(I32));
    }

    /** The type of the function that a thread begins with. */
    private CoreSubType threadStart(Index.CoreType index, boolean shared, Scope scope) {
        CoreSubType start = coreTypes.func(index, scope.coreTypes);
        problems.require(
                start.shared() || !shared, Rule.THREAD_UNSHARED, "the type of a spawned thread's function is shared");
        problems.require(
                start.composite().equals(type(List.of(I32), List.of())),
                Rule.THREAD_START,
                "a thread's start function must take a single `i32` argument and return nothing");
        return start;
    }

    private static CoreFuncType type(List<? extends CoreValType> params, List<? extends CoreValType> results) {
        return new CoreFuncType(List.copyOf(params), List.copyOf(results));
    }

    private static CoreSubType core(List<? extends CoreValType> params, List<? extends CoreValType> results) {
        return CoreSubType.of(type(params, results));
    }

    /** A shared function that gives an i32. */
    private static CoreSubType shared(List<? extends CoreValType> params) {
        return CoreSubType.group(
                        List.of(new CoreSubType.Shape(true, Optional.empty(), true, type(params, List.of(I32)))))
                .getFirst();
    }
}
