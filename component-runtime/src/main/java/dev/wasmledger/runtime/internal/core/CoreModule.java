package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.Limits;
import java.util.List;

/** A parsed, validated and compiled core module: immutable, shared by all instances of it. */
public interface CoreModule {

    /** One import, in the module's order. */
    record Import(String module, String name) {}

    List<Import> imports();

    /**
     * Makes an instance and runs its start section.
     *
     * @param imports one for each of {@link #imports()}, in that order
     * @param limits of memories and tables
     * @param site says where traps happen
     * @throws dev.wasmledger.runtime.LinkException if an import is of the wrong kind or type
     * @throws dev.wasmledger.runtime.Trap if a segment does not fit, or the start function traps
     */
    CoreInstance instantiate(List<CoreExtern> imports, Limits limits, TrapSite site);
}
