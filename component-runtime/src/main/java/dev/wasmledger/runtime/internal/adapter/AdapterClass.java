package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.instance.AdapterCall;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** A generated adapter: made once for a plan, instantiated for each instance. */
public final class AdapterClass {

    static final MethodType CONSTRUCTOR =
            MethodType.methodType(void.class, AdapterCall.class, CoreCallable.class, CoreCallable.class);

    private final CoreSignature signature;
    private final MethodHandle constructor;

    AdapterClass(CoreSignature signature, Class<?> generated) {
        this.signature = signature;
        try {
            this.constructor = MethodHandles.publicLookup().findConstructor(generated, CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class " + generated, e);
        }
    }

    /** Of the core function that the caller imports. */
    public CoreSignature signature() {
        return signature;
    }

    /**
     * The adapter, for one instance.
     *
     * @param call the two sides, resolved to an instance
     * @param callee the core function to call
     * @param postReturn to be called after its result has been read, if there is one
     */
    public CoreCallable instantiate(AdapterCall call, CoreCallable callee, @Nullable CoreCallable postReturn) {
        try {
            return (CoreCallable) constructor.invoke(call, callee, postReturn);
        } catch (Throwable e) {
            throw new IllegalStateException("generated adapter", e);
        }
    }
}
