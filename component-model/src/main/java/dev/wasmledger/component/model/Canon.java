package dev.wasmledger.component.model;

import dev.wasmledger.component.type.CoreValType;
import java.util.List;
import java.util.Optional;

/** A canonical definition (Binary.md, {@code canon}); all but {@link Lift} define a core function. */
public sealed interface Canon extends Definition {

    /** {@code (canon lift f opts ft)}: defines a function. */
    record Lift(Index.CoreFunc func, List<CanonOpt> options, Index.Type type) implements Canon {
        public Lift {
            options = List.copyOf(options);
        }
    }

    /** {@code (canon lower f opts)}. */
    record Lower(Index.Func func, List<CanonOpt> options) implements Canon {
        public Lower {
            options = List.copyOf(options);
        }
    }

    /** {@code resource.new}, {@code resource.drop}, {@code resource.rep}. */
    record Resource(CanonBuiltin builtin, Index.Type resource) implements Canon {}

    /** A built-in without immediates. */
    record Plain(CanonBuiltin builtin) implements Canon {}

    /** {@code task.return}. */
    record TaskReturn(Optional<ValTypeRef> result, List<CanonOpt> options) implements Canon {
        public TaskReturn {
            options = List.copyOf(options);
        }
    }

    /** {@code context.get} and {@code context.set}; the slot is unsigned. */
    record Context(CanonBuiltin builtin, CoreValType type, int slot) implements Canon {}

    /** {@code subtask.cancel}. */
    record SubtaskCancel(boolean async) implements Canon {}

    /** A built-in of a stream or future type alone: {@code new}, {@code drop-readable}, {@code drop-writable}. */
    record End(CanonBuiltin builtin, Index.Type type) implements Canon {}

    /** {@code read} and {@code write} of a stream or future. */
    record Copy(CanonBuiltin builtin, Index.Type type, List<CanonOpt> options) implements Canon {
        public Copy {
            options = List.copyOf(options);
        }
    }

    /** {@code cancel-read} and {@code cancel-write} of a stream or future. */
    record CancelCopy(CanonBuiltin builtin, Index.Type type, boolean async) implements Canon {}

    /** {@code error-context.new} and {@code error-context.debug-message}. */
    record ErrorContext(CanonBuiltin builtin, List<CanonOpt> options) implements Canon {
        public ErrorContext {
            options = List.copyOf(options);
        }
    }

    /** {@code waitable-set.wait} and {@code waitable-set.poll}. */
    record WaitableSet(CanonBuiltin builtin, boolean cancellable, Index.CoreMemory memory) implements Canon {}

    /** A thread built-in that can be cancellable and has no other immediate. */
    record Suspension(CanonBuiltin builtin, boolean cancellable) implements Canon {}

    /** {@code thread.new-indirect} and {@code thread.spawn-indirect}. */
    record ThreadIndirect(CanonBuiltin builtin, Index.CoreType type, Index.CoreTable table) implements Canon {}

    /** {@code thread.spawn-ref}. */
    record ThreadSpawnRef(Index.CoreType type) implements Canon {}
}
