package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.abi.StringEncoding;
import java.util.List;
import java.util.Optional;

/** Canonical options as they stand in a component, with their indices followed. */
record CanonOptions(OptionsPlan options, Optional<CoreSource> postReturn) {

    static CanonOptions of(Scope scope, List<CanonOpt> options) {
        StringEncoding encoding = StringEncoding.UTF8;
        Optional<CoreSource> memory = Optional.empty();
        Optional<CoreSource> realloc = Optional.empty();
        Optional<CoreSource> postReturn = Optional.empty();
        boolean async = false;
        boolean hasCallback = false;
        for (CanonOpt option : options) {
            switch (option) {
                case CanonOpt.StringEncoding(var named) -> encoding = encoding(named);
                case CanonOpt.Memory(var index) -> memory = Optional.of(scope.getCore(Sort.CORE_MEMORY, index.value()));
                case CanonOpt.Realloc(var index) -> realloc = Optional.of(scope.getCore(Sort.CORE_FUNC, index.value()));
                case CanonOpt.PostReturn(var index) ->
                    postReturn = Optional.of(scope.getCore(Sort.CORE_FUNC, index.value()));
                case CanonOpt.Async on -> async = true;
                case CanonOpt.Callback callback -> hasCallback = true;
                case CanonOpt.CoreType type -> throw new NotBuiltException("the GC ABI");
                case CanonOpt.Gc gc -> throw new NotBuiltException("the GC ABI");
            }
        }
        return new CanonOptions(
                new OptionsPlan(scope.instance, encoding, memory, realloc, async, hasCallback), postReturn);
    }

    private static StringEncoding encoding(CanonOpt.Encoding encoding) {
        return switch (encoding) {
            case UTF8 -> StringEncoding.UTF8;
            case UTF16 -> StringEncoding.UTF16;
            case LATIN1_UTF16 -> StringEncoding.LATIN1_OR_UTF16;
        };
    }
}
