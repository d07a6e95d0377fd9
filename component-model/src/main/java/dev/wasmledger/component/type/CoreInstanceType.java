package dev.wasmledger.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The type of a core instance.
 *
 * @param exports by name, in order
 */
public record CoreInstanceType(Map<String, CoreExternType> exports) {

    public CoreInstanceType {
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
}
