package dev.wasmledger.runtime.internal.core;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What surrounds the compilation of one module: what an earlier one left, where to leave what this one makes, and whom to
 * tell how far it is.
 *
 * @param classes that an earlier compilation by the same compiler left
 * @param progress told the share that is done, from 0 to 1
 */
public record CompileContext(Optional<Map<String, byte[]>> classes, Keeper keeper, DoubleConsumer progress) {

    /** Where classes are left for the next time. */
    @FunctionalInterface
    public interface Keeper {
        void keep(Map<String, byte[]> classes);
    }
}
