package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.wasmledger.runtime.CoreFrame;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.core.CompileContext;
import dev.wasmledger.runtime.internal.core.CoreEngine;
import dev.wasmledger.runtime.internal.core.CoreModule;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.BiFunction;

/** Chicory, compiling to JVM bytecode or interpreting. */
public final class ChicoryEngine implements CoreEngine {

    private final BiFunction<WasmModule, CompileContext, ModuleCode> code;

    private ChicoryEngine(BiFunction<WasmModule, CompileContext, ModuleCode> code) {
        this.code = code;
    }

    public static ChicoryEngine compiling() {
        return new ChicoryEngine(CompiledCode::of);
    }

    public static ChicoryEngine interpreting() {
        return new ChicoryEngine((module, context) -> InterpretedCode.of(module));
    }

    @Override
    public CoreModule compile(byte[] wasm, CompileContext context) {
        try {
            // The engine's own validation finds what it has not got; where it has compiled the module before, it has
            // all.
            WasmModule module = Parser.builder()
                    .withValidation(context.classes().isEmpty())
                    .build()
                    .parse(() -> new ByteArrayInputStream(wasm));
            return new ChicoryModule(module, code.apply(module, context));
        } catch (ChicoryException e) {
            // Validation has taken the module: what the engine refuses, it has not got.
            throw new NotBuiltException("what a core module needs of the engine (" + e.getMessage() + ")");
        }
    }

    @Override
    public byte[] version() {
        return CompilerVersion.digest();
    }

    @Override
    public String trapReason(Throwable thrown) {
        return TrapReasons.of(thrown);
    }

    @Override
    public List<CoreFrame> coreStack(Throwable thrown) {
        return CoreStacks.of(thrown);
    }
}
