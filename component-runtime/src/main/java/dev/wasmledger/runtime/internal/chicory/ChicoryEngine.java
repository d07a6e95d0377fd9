package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.internal.core.CoreEngine;
import dev.wasmledger.runtime.internal.core.CoreModule;
import java.util.function.Function;

/** Chicory, compiling to JVM bytecode or interpreting. */
public final class ChicoryEngine implements CoreEngine {

    private final Function<WasmModule, ModuleCode> code;

    private ChicoryEngine(Function<WasmModule, ModuleCode> code) {
        this.code = code;
    }

    public static ChicoryEngine compiling() {
        return new ChicoryEngine(CompiledCode::of);
    }

    public static ChicoryEngine interpreting() {
        return new ChicoryEngine(module -> new InterpretedCode());
    }

    @Override
    public CoreModule compile(byte[] wasm) {
        try {
            WasmModule module = Parser.parse(wasm);
            return new ChicoryModule(module, code.apply(module));
        } catch (ChicoryException e) {
            throw new LinkException("a core module cannot be compiled: " + e.getMessage(), e);
        }
    }

    @Override
    public String trapReason(Throwable thrown) {
        return TrapReasons.of(thrown);
    }
}
