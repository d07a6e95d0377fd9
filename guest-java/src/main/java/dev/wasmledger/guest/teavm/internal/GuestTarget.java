package dev.wasmledger.guest.teavm.internal;

import dev.wasmledger.guest.teavm.Limits;
import org.jspecify.annotations.Nullable;
import org.teavm.backend.wasm.TeaVMWasmHost;
import org.teavm.backend.wasm.WasmTarget;
import org.teavm.model.BasicBlockReader;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.MethodReader;
import org.teavm.model.MethodReference;
import org.teavm.model.ProgramReader;
import org.teavm.model.optimization.InliningFilterFactory;
import org.teavm.vm.TeaVMTargetController;

/**
 * TeaVM's target with an inlining of our own. Of its two, one leaves accessors of a field alone where there are several calls,
 * and a call costs ten of the instructions that the accessor has; the other makes functions of everything that is called,
 * beyond the 8,000 bytes of a JVM method that HotSpot compiles at all. So only short methods are inlined, but those everywhere.
 *
 * <p>Plugins find a target by the interfaces that its own class names.
 */
public final class GuestTarget extends WasmTarget implements TeaVMWasmHost {

    private @Nullable ClassReaderSource classes;

    @Override
    public void setController(TeaVMTargetController controller) {
        super.setController(controller);
        classes = controller.getUnprocessedClassSource();
    }

    @Override
    public InliningFilterFactory getInliningFilter() {
        InliningFilterFactory possible = super.getInliningFilter();
        return caller -> {
            var filter = possible.createFilter(caller);
            return callee -> isShort(callee) && filter.apply(callee);
        };
    }

    private boolean isShort(MethodReference method) {
        ClassReader owner = classes == null ? null : classes.get(method.getClassName());
        MethodReader found = owner == null ? null : owner.getMethod(method.getDescriptor());
        ProgramReader program = found == null ? null : found.getProgram();
        if (program == null) {
            return false;
        }
        int instructions = 0;
        for (int i = 0; i < program.basicBlockCount(); i++) {
            BasicBlockReader block = program.basicBlockAt(i);
            instructions += block.instructionCount();
        }
        return instructions <= Limits.INLINED_INSTRUCTIONS;
    }
}
