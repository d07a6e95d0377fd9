package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import dev.wasmledger.runtime.CoreFrame;
import java.util.List;
import java.util.Optional;

/** What a module says of the places in its code. */
record ModulePlaces(WasmModule module) {

    /** Whether the module has that function itself: imports come first. */
    boolean isOwn(int function) {
        return function >= module.importSection().count(ExternalType.FUNCTION);
    }

    /**
     * A place in one of the module's own functions.
     *
     * @param offset in the module; negative where only the function is known, which begins there then
     */
    CoreFrame frame(int function, int offset) {
        NameCustomSection names = module.nameSection();
        Optional<String> name = names == null ? Optional.empty() : Optional.ofNullable(names.nameOfFunction(function));
        return new CoreFrame(
                function, name, offset < 0 ? code(function).getFirst().address() : offset);
    }

    /** The same by the index of the instruction in the function; the function's beginning for a negative one. */
    CoreFrame frameAt(int function, int instruction) {
        List<AnnotatedInstruction> code = code(function);
        return frame(function, instruction < 0 ? -1 : code.get(instruction).address());
    }

    private List<AnnotatedInstruction> code(int function) {
        return module.codeSection()
                .getFunctionBody(function - module.importSection().count(ExternalType.FUNCTION))
                .instructions();
    }
}
