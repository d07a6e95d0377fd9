package dev.wasmledger.benchmarks.boundary;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The functions of Wasmtime's C API that are needed, over one engine and one store. */
final class WasmtimeLibrary {

    private static final long FUNCTION_SIZE = 32;
    private static final long INSTANCE_SIZE = 16;

    private final Arena arena;
    private final SymbolLookup symbols;
    private final MemorySegment engine;
    private final MemorySegment context;

    WasmtimeLibrary(Path library, Arena arena) {
        this.arena = arena;
        this.symbols = SymbolLookup.libraryLookup(library, arena);
        this.engine = pointer("wasm_engine_new");
        MemorySegment store = pointer("wasmtime_store_new", engine, MemorySegment.NULL, MemorySegment.NULL);
        this.context = pointer("wasmtime_store_context", store);
    }

    MemorySegment instantiate(Path file) {
        byte[] wasm = read(file);
        MemorySegment bytes = arena.allocate(wasm.length);
        MemorySegment.copy(wasm, 0, bytes, JAVA_BYTE, 0, wasm.length);
        MemorySegment component = arena.allocate(ADDRESS);
        require(
                (MemorySegment) invoke(
                        handle("wasmtime_component_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS)),
                        engine,
                        bytes,
                        (long) wasm.length,
                        component));
        MemorySegment linker = pointer("wasmtime_component_linker_new", engine);
        MemorySegment instance = arena.allocate(INSTANCE_SIZE, 8);
        require(pointer(
                "wasmtime_component_linker_instantiate", linker, context, component.get(ADDRESS, 0), instance));
        return instance;
    }

    WasmtimeFunction function(MemorySegment instance, String iface, String name) {
        MemorySegment index = export(instance, export(instance, MemorySegment.NULL, iface), name);
        MemorySegment function = arena.allocate(FUNCTION_SIZE, 8);
        boolean found = (boolean) invoke(
                handle(
                        "wasmtime_component_instance_get_func",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
                instance,
                context,
                index,
                function);
        if (!found) {
            throw new IllegalStateException("no function " + iface + "#" + name);
        }
        MethodHandle call = handle(
                "wasmtime_component_func_call",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        MethodHandle delete = handle("wasmtime_component_val_delete", FunctionDescriptor.ofVoid(ADDRESS));
        MethodHandle newBytes = handle("wasm_byte_vec_new", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, ADDRESS));
        return new WasmtimeFunction(
                call, delete, newBytes, function, context, arena.allocate(WasmtimeValues.SIZE, 8));
    }

    private MemorySegment export(MemorySegment instance, MemorySegment parent, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment found = (MemorySegment) invoke(
                handle(
                        "wasmtime_component_instance_get_export_index",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG)),
                instance,
                context,
                parent,
                arena.allocateFrom(name),
                (long) utf8.length);
        if (found.address() == 0) {
            throw new IllegalStateException("no export " + name);
        }
        return found;
    }

    /** Calls a function that takes and gives pointers. */
    private MemorySegment pointer(String name, MemorySegment... arguments) {
        var parameters = new MemoryLayout[arguments.length];
        Arrays.fill(parameters, ADDRESS);
        return (MemorySegment) invoke(handle(name, FunctionDescriptor.of(ADDRESS, parameters)), (Object[]) arguments);
    }

    private MethodHandle handle(String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(symbols.find(name).orElseThrow(), type);
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("calling Wasmtime", e);
        }
    }

    private static void require(MemorySegment error) {
        if (error.address() != 0) {
            throw new IllegalStateException("Wasmtime reports an error");
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
