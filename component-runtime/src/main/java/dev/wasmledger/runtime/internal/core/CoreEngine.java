package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.CoreFrame;
import java.util.List;

/** Parses, validates and compiles core modules. */
public interface CoreEngine {

    /**
     * The compiled module for these bytes.
     *
     * @throws dev.wasmledger.runtime.NotBuiltException if they use what the engine has not
     */
    CoreModule compile(byte[] wasm, CompileContext context);

    /** A digest of all that decides what compilation makes of a module. */
    byte[] version();

    /** What is wrong, in the words of the core specification's tests, where compiled code or the engine threw this. */
    String trapReason(Throwable thrown);

    /** The core functions that were running where this was thrown, the innermost first; interpreted ones are not known. */
    List<CoreFrame> coreStack(Throwable thrown);
}
