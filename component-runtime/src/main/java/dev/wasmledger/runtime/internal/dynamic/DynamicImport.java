package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.dynamic.HostFunction;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.instance.HostImport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a host function with value trees (CanonicalABI.md, "canon lower"). */
public record DynamicImport(
        HostFunction function, FuncType type, Map<ResourceType, Integer> resources, HostImport options)
        implements CoreCallable {

    @Override
    public long[] callBoxed(long[] arguments) {
        options.requireMayLeave();
        try {
            List<Val> values = new Lifter(options, resources).arguments(type.paramTypes(), arguments);
            return lower(function.call(values), arguments);
        } catch (Throwable thrown) {
            throw options.failed(thrown);
        }
    }

    private long[] lower(Optional<Val> result, long[] arguments) {
        Optional<ValType> wanted = type.result();
        if (wanted.isPresent() != result.isPresent()) {
            throw new IllegalArgumentException(
                    "it gave " + result.map(Val::toString).orElse("nothing") + " for " + TypeText.of(type));
        }
        if (wanted.isEmpty() || result.isEmpty()) {
            return new long[0];
        }
        new TypeCheck(options, resources).require("its result", result.get(), wanted.get());
        int pointer = arguments.length == 0 ? 0 : (int) arguments[arguments.length - 1];
        return new Lowerer(options, resources).result(wanted.get(), result.get(), pointer);
    }
}
