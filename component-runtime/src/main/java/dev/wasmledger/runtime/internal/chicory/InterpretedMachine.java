package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.wasmledger.runtime.CoreFrame;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's interpreter, which counts its calls and knows where it is. */
final class InterpretedMachine extends InterpreterMachine {

    private final CoreCalls calls;
    private final ModulePlaces places;

    InterpretedMachine(Instance instance, CoreCalls calls, ModulePlaces places) {
        super(instance);
        this.calls = calls;
        this.places = places;
    }

    /** A function that is running, with the offset of the instruction that it is at. */
    private static final class Activation implements CoreCalls.Interpreted {
        private final ModulePlaces places;
        private final int function;
        private int offset = -1;

        Activation(ModulePlaces places, int function) {
            this.places = places;
            this.function = function;
        }

        @Override
        public void at(int newOffset) {
            offset = newOffset;
        }

        @Override
        public Optional<CoreFrame> frame() {
            return places.isOwn(function) ? Optional.of(places.frame(function, offset)) : Optional.empty();
        }
    }

    @Override
    protected long @Nullable [] call(
            MStack stack,
            Instance instance,
            Deque<StackFrame> callStack,
            int function,
            long[] arguments,
            @Nullable FunctionType callType,
            boolean popResults) {
        calls.begin(new Activation(places, function));
        try {
            return super.call(stack, instance, callStack, function, arguments, callType, popResults);
        } catch (Throwable thrown) {
            calls.unwinding(thrown);
            throw thrown;
        } finally {
            calls.end();
        }
    }
}
