package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Core signatures as text: {@code (i32, i32) -> i32}. */
final class CoreSignature {

    private CoreSignature() {}

    static String text(CoreFuncType type) {
        String params = "(" + text(type.params()) + ")";
        return type.results().isEmpty() ? params : params + " -> " + text(type.results());
    }

    private static String text(List<CoreValType> types) {
        return types.stream()
                .map(type ->
                        type instanceof CoreNumType number ? number.name().toLowerCase(Locale.ROOT) : type.toString())
                .collect(Collectors.joining(", "));
    }
}
