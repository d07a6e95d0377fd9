package dev.wasmledger.runtime.internal.core;

/**
 * The interface of {@code (i32, i32, i32, i32) -> i32}, written by hand because the runtime itself calls functions of
 * that type: {@code realloc}.
 */
public interface ReallocCall extends CoreCallable {

    /** Its signature. */
    CoreSignature SIGNATURE = CoreSignature.of("IIII", "I");

    int call(int oldPointer, int oldSize, int alignment, int newSize);

    @Override
    default long[] callBoxed(long[] arguments) {
        return new long[] {call((int) arguments[0], (int) arguments[1], (int) arguments[2], (int) arguments[3])};
    }
}
