package dev.wasmledger.guest.teavm.internal;

import dev.wasmledger.guest.internal.JavaStack;
import org.teavm.backend.wasm.WasmRuntime;
import org.teavm.interop.Address;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.emit.ProgramEmitter;

/** Puts {@link JavaStack#allocate} in the place of TeaVM's own, which does not know where the stack ends. */
final class GuardedStack implements ClassHolderTransformer {

    private static final MethodDescriptor ALLOCATE = new MethodDescriptor("allocStack", int.class, Address.class);

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(WasmRuntime.class.getName())) {
            ProgramEmitter body = ProgramEmitter.create(type.getMethod(ALLOCATE), context.getHierarchy());
            body.invoke(JavaStack.class, "allocate", Address.class, body.var(1, int.class))
                    .returnValue();
        }
    }
}
