package dev.wasmledger.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a component.
 *
 * @param importedResources the resource types that come from outside: {@code (sub resource)} imports, on their own or
 *     within an imported instance
 * @param imports by name, in order
 * @param definedResources the resource types that each instantiation makes anew
 * @param exports by name, in order
 */
public record ComponentType(
        List<ResourceType> importedResources,
        Map<String, ExternDecl> imports,
        List<ResourceType> definedResources,
        Map<String, ExternDecl> exports)
        implements DefType, ExternType {

    public ComponentType {
        importedResources = List.copyOf(importedResources);
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        definedResources = List.copyOf(definedResources);
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    public Optional<ExternType> importType(String name) {
        return Optional.ofNullable(imports.get(name)).map(ExternDecl::type);
    }

    public Optional<ExternType> exportType(String name) {
        return Optional.ofNullable(exports.get(name)).map(ExternDecl::type);
    }
}
