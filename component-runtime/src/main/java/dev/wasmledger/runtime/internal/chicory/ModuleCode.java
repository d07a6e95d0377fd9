package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreSignature;

/** How the functions of one module are run. */
interface ModuleCode {

    /** Adds to the builder what runs the module's functions, and counts their calls. */
    Instance.Builder prepare(Instance.Builder builder, CoreCalls calls);

    /** A function of an instance, implementing the signature's interface. */
    CoreCallable callable(Instance instance, int function, CoreSignature signature);
}
