package dev.wasmledger.benchmarks.boundary;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A function of an instance, with one result. */
final class WasmtimeFunction {

    private static final long VALUE = 8;

    private final MethodHandle call;
    private final MethodHandle delete;
    private final MethodHandle newBytes;
    private final MemorySegment function;
    private final MemorySegment context;
    private final MemorySegment result;

    /**
     * With what a call needs.
     *
     * @param call {@code wasmtime_component_func_call}
     * @param delete {@code wasmtime_component_val_delete}
     * @param newBytes {@code wasm_byte_vec_new}
     * @param result space for one value
     */
    WasmtimeFunction(
            MethodHandle call,
            MethodHandle delete,
            MethodHandle newBytes,
            MemorySegment function,
            MemorySegment context,
            MemorySegment result) {
        this.call = call;
        this.delete = delete;
        this.newBytes = newBytes;
        this.function = function;
        this.context = context;
        this.result = result;
    }

    /** The same with a text, which the host puts into a value of Wasmtime's for each call. */
    long callWithText(MemorySegment argument, MemorySegment text) {
        try {
            newBytes.invokeExact(argument.asSlice(VALUE), text.byteSize(), text);
            argument.set(ValueLayout.JAVA_BYTE, 0, WasmtimeValues.STRING);
            long value = call(argument);
            delete.invokeExact(argument);
            return value;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling Wasmtime", e);
        }
    }

    /** Calls it: gives the result if it is a number, the length of its text or the number of its fields otherwise. */
    long call(MemorySegment arguments) {
        try {
            var error = (MemorySegment) call.invokeExact(
                    function, context, arguments, arguments.byteSize() / WasmtimeValues.SIZE, result, 1L);
            if (error.address() != 0) {
                throw new IllegalStateException("Wasmtime reports an error");
            }
            long value = result.get(ValueLayout.JAVA_LONG, VALUE);
            delete.invokeExact(result);
            result.set(ValueLayout.JAVA_BYTE, 0, (byte) 0); // A bool: the next call frees what it overwrites.
            return value;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling Wasmtime", e);
        }
    }
}
