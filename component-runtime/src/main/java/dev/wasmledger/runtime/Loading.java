package dev.wasmledger.runtime;

/**
 * How a component is made ready to run.
 *
 * @param cache where compiled code is looked for, and left
 */
public record Loading(Execution execution, CodeCache cache, CompileProgress progress) {

    /** Compiled, with the standard cache. */
    public static Loading standard() {
        return new Loading(Execution.COMPILED, CodeCache.standard(), CompileProgress.NONE);
    }

    public Loading withExecution(Execution other) {
        return new Loading(other, cache, progress);
    }

    public Loading withCache(CodeCache other) {
        return new Loading(execution, other, progress);
    }

    public Loading withProgress(CompileProgress other) {
        return new Loading(execution, cache, other);
    }
}
