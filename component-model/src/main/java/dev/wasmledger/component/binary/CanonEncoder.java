package dev.wasmledger.component.binary;

import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import java.util.List;

/** Encodes canonical definitions; the mirror image of {@link CanonDecoder}. */
final class CanonEncoder {

    private final ByteWriter out;
    private final TypeEncoder types;
    private final CoreTypeEncoder coreTypes;

    CanonEncoder(ByteWriter out, TypeEncoder types, CoreTypeEncoder coreTypes) {
        this.out = out;
        this.types = types;
        this.coreTypes = coreTypes;
    }

    void canon(Canon canon) {
        switch (canon) {
            case Canon.Lift(var func, var options, var type) -> {
                out.u8(0x00).u8(0x00).u32(func.value());
                options(options);
                out.u32(type.value());
            }
            case Canon.Lower(var func, var options) -> {
                out.u8(0x01).u8(0x00).u32(func.value());
                options(options);
            }
            case Canon.Resource(var builtin, var resource) ->
                out.u8(builtin.code()).u32(resource.value());
            case Canon.Plain(var builtin) -> out.u8(builtin.code());
            case Canon.TaskReturn(var result, var options) -> {
                out.u8(CanonBuiltin.TASK_RETURN.code());
                types.resultList(result);
                options(options);
            }
            case Canon.Context(var builtin, var type, int slot) -> {
                out.u8(builtin.code());
                coreTypes.valType(type);
                out.u32(slot);
            }
            case Canon.SubtaskCancel(boolean async) ->
                out.u8(CanonBuiltin.SUBTASK_CANCEL.code()).flag(async);
            case Canon.End(var builtin, var type) -> out.u8(builtin.code()).u32(type.value());
            case Canon.Copy(var builtin, var type, var options) -> {
                out.u8(builtin.code()).u32(type.value());
                options(options);
            }
            case Canon.CancelCopy(var builtin, var type, boolean async) ->
                out.u8(builtin.code()).u32(type.value()).flag(async);
            case Canon.ErrorContext(var builtin, var options) -> {
                out.u8(builtin.code());
                options(options);
            }
            case Canon.WaitableSet(var builtin, boolean cancellable, var memory) ->
                out.u8(builtin.code()).flag(cancellable).u32(memory.value());
            case Canon.Suspension(var builtin, boolean cancellable) ->
                out.u8(builtin.code()).flag(cancellable);
            case Canon.ThreadIndirect(var builtin, var type, var table) ->
                out.u8(builtin.code()).u32(type.value()).u32(table.value());
            case Canon.ThreadSpawnRef(var type) ->
                out.u8(CanonBuiltin.THREAD_SPAWN_REF.code()).u32(type.value());
        }
    }

    private void options(List<CanonOpt> options) {
        out.vector(options, this::option);
    }

    private void option(CanonOpt option) {
        switch (option) {
            case CanonOpt.StringEncoding(var encoding) -> out.u8(encoding.code());
            case CanonOpt.Memory(var memory) -> out.u8(0x03).u32(memory.value());
            case CanonOpt.Realloc(var func) -> out.u8(0x04).u32(func.value());
            case CanonOpt.PostReturn(var func) -> out.u8(0x05).u32(func.value());
            case CanonOpt.Async() -> out.u8(0x06);
            case CanonOpt.Callback(var func) -> out.u8(0x07).u32(func.value());
            case CanonOpt.CoreType(var type) -> out.u8(0x08).u32(type.value());
            case CanonOpt.Gc() -> out.u8(0x09);
        }
    }
}
