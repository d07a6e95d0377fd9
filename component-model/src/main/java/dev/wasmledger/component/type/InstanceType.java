package dev.wasmledger.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of an instance.
 *
 * @param bound the resource types that this type leaves open: the {@code (sub resource)} exports of an instance type.
 *     Whoever imports such an instance puts fresh ones in their place. Empty for an instance that exists
 * @param exports by name, in order
 */
public record InstanceType(List<ResourceType> bound, Map<String, ExternDecl> exports) implements DefType, ExternType {

    public InstanceType {
        bound = List.copyOf(bound);
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    public Optional<ExternType> export(String name) {
        return Optional.ofNullable(exports.get(name)).map(ExternDecl::type);
    }
}
