package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.Lists;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.Strings;
import java.util.function.ToLongFunction;

/** What a generated binding for the benchmark components' {@code driver} does, written by hand. */
final class BenchDriver {

    /** Core-typed calls. */
    public interface Core {
        @CoreFunction(name = "add-n", type = "func(n: u32) -> u32")
        int addN(int n);

        @CoreFunction(name = "echo-n", type = "func(n: u32, s: string) -> u32")
        int echoN(int n, int pointer, int length);

        @CoreFunction(name = "sum-n", type = "func(n: u32, xs: list<u64>) -> u64")
        long sumN(int n, int pointer, int length);

        @CoreFunction(name = "roundtrip-n", type = "func(n: u32) -> u32")
        int roundtripN(int n);
    }

    private final BoundInterface<Core> bound;

    BenchDriver(ExportBinder instance) {
        this.bound = instance.bind("re:bench/driver@0.1.0", Core.class);
    }

    long addN(int n) {
        return call("add-n", call -> bound.core().addN(n));
    }

    long echoN(int n, String text) {
        return call("echo-n", call -> {
            long slice = Strings.lower(call, text);
            return bound.core().echoN(n, Slice.pointer(slice), Slice.length(slice));
        });
    }

    long sumN(int n, long[] numbers) {
        return call("sum-n", call -> {
            long slice = Lists.lower(call, numbers);
            return bound.core().sumN(n, Slice.pointer(slice), Slice.length(slice));
        });
    }

    long roundtripN(int n) {
        return call("roundtrip-n", call -> bound.core().roundtripN(n));
    }

    private long call(String function, ToLongFunction<ExportCall> body) {
        ExportCall call = bound.call(function);
        call.enter();
        long result = body.applyAsLong(call);
        call.leave();
        return result;
    }
}
