package dev.wasmledger.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type of a core module.
 *
 * @param imports in order
 * @param exports by name, in order
 */
public record CoreModuleType(List<CoreImport> imports, Map<String, CoreExternType> exports)
        implements ExternType, CoreDefType {

    public CoreModuleType {
        imports = List.copyOf(imports);
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    /** An import with its two names. */
    public record CoreImport(String module, String field, CoreExternType type) {}
}
