package dev.wasmledger.component.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.internal.binary.CoreTypeDecoder;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Index;
import java.util.List;

/** Decodes canonical definitions. */
final class CanonDecoder {

    private final ByteReader in;
    private final TypeDecoder types;
    private final CoreTypeDecoder coreTypes;

    CanonDecoder(ByteReader in, TypeDecoder types, CoreTypeDecoder coreTypes) {
        this.in = in;
        this.types = types;
        this.coreTypes = coreTypes;
    }

    Canon canon() {
        int start = in.position();
        int code = in.u8();
        if (code == 0x00) {
            funcSort();
            return new Canon.Lift(new Index.CoreFunc(in.u32()), options(), type());
        }
        if (code == 0x01) {
            funcSort();
            return new Canon.Lower(new Index.Func(in.u32()), options());
        }
        CanonBuiltin builtin = CanonBuiltin.of(code)
                .orElseThrow(() -> in.unknown(Rule.UNKNOWN_CANON, start, "a canonical function", code));
        return builtin(builtin);
    }

    private Canon builtin(CanonBuiltin builtin) {
        return switch (builtin) {
            case RESOURCE_NEW, RESOURCE_DROP, RESOURCE_REP -> new Canon.Resource(builtin, type());
            case TASK_CANCEL,
                    SUBTASK_DROP,
                    ERROR_CONTEXT_DROP,
                    WAITABLE_SET_NEW,
                    WAITABLE_SET_DROP,
                    WAITABLE_JOIN,
                    BACKPRESSURE_INC,
                    BACKPRESSURE_DEC,
                    THREAD_INDEX,
                    THREAD_RESUME_LATER,
                    THREAD_AVAILABLE_PARALLELISM -> new Canon.Plain(builtin);
            case TASK_RETURN -> new Canon.TaskReturn(types.resultList(), options());
            case CONTEXT_GET, CONTEXT_SET -> new Canon.Context(builtin, coreTypes.valType(), in.u32());
            case SUBTASK_CANCEL -> new Canon.SubtaskCancel(in.flag("async"));
            case STREAM_NEW,
                    STREAM_DROP_READABLE,
                    STREAM_DROP_WRITABLE,
                    FUTURE_NEW,
                    FUTURE_DROP_READABLE,
                    FUTURE_DROP_WRITABLE -> new Canon.End(builtin, type());
            case STREAM_READ, STREAM_WRITE, FUTURE_READ, FUTURE_WRITE -> new Canon.Copy(builtin, type(), options());
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE ->
                new Canon.CancelCopy(builtin, type(), in.flag("async"));
            case ERROR_CONTEXT_NEW, ERROR_CONTEXT_DEBUG_MESSAGE -> new Canon.ErrorContext(builtin, options());
            case WAITABLE_SET_WAIT, WAITABLE_SET_POLL ->
                new Canon.WaitableSet(builtin, in.flag("cancellable"), new Index.CoreMemory(in.u32()));
            case THREAD_YIELD,
                    THREAD_SUSPEND,
                    THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE -> new Canon.Suspension(builtin, in.flag("cancellable"));
            case THREAD_NEW_INDIRECT, THREAD_SPAWN_INDIRECT ->
                new Canon.ThreadIndirect(builtin, new Index.CoreType(in.u32()), new Index.CoreTable(in.u32()));
            case THREAD_SPAWN_REF -> new Canon.ThreadSpawnRef(new Index.CoreType(in.u32()));
        };
    }

    private Index.Type type() {
        return new Index.Type(in.u32());
    }

    /** The byte after {@code lift} and {@code lower} that says that a function is meant. */
    private void funcSort() {
        int start = in.position();
        int sort = in.u8();
        if (sort != 0x00) {
            throw in.unknown(Rule.CANON_SORT, start, "the sort of a canonical function", sort);
        }
    }

    private List<CanonOpt> options() {
        return in.vector(Limits.CANONICAL_OPTIONS, "the canonical options", this::option);
    }

    private CanonOpt option() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> new CanonOpt.StringEncoding(CanonOpt.Encoding.UTF8);
            case 0x01 -> new CanonOpt.StringEncoding(CanonOpt.Encoding.UTF16);
            case 0x02 -> new CanonOpt.StringEncoding(CanonOpt.Encoding.LATIN1_UTF16);
            case 0x03 -> new CanonOpt.Memory(new Index.CoreMemory(in.u32()));
            case 0x04 -> new CanonOpt.Realloc(new Index.CoreFunc(in.u32()));
            case 0x05 -> new CanonOpt.PostReturn(new Index.CoreFunc(in.u32()));
            case 0x06 -> new CanonOpt.Async();
            case 0x07 -> new CanonOpt.Callback(new Index.CoreFunc(in.u32()));
            case 0x08 -> new CanonOpt.CoreType(new Index.CoreType(in.u32()));
            case 0x09 -> new CanonOpt.Gc();
            default -> throw in.unknown(Rule.UNKNOWN_CANON_OPTION, start, "a canonical option", code);
        };
    }
}
